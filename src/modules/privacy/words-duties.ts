/** The words of what the officer owes, of records, and of the module's own personal data. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  request: {
    en: "Answer request {reference} about personal data",
    fr: "Répondre à la demande {reference} sur des données personnelles",
    rw: "≈Gusubiza icyifuzo {reference} ku makuru bwite",
  },
  breach: {
    en: "Tell the authority about breach {reference}",
    fr: "Informer l’autorité de la violation {reference}",
    rw: "≈Kumenyesha urwego amakuru yinjiriwe {reference}",
  },
  access: {
    en: "Read the exceptional access {reference}",
    fr: "Lire l’accès exceptionnel {reference}",
    rw: "≈Gusoma ibyarebwe mu buryo budasanzwe {reference}",
  },
  answer: { en: "Answer", fr: "Répondre", rw: "≈Subiza" },
  notify: { en: "Open the breach", fr: "Ouvrir la violation", rw: "≈Fungura" },
  read: { en: "Read", fr: "Lire", rw: "≈Soma" },
  requests: { en: "Request about personal data", fr: "Demande sur des données personnelles", rw: "≈Icyifuzo ku makuru bwite" },
  requestTitle: { en: "Request {reference}", fr: "Demande {reference}", rw: "≈Icyifuzo {reference}" },
  breaches: { en: "Breach of personal data", fr: "Violation de données personnelles", rw: "≈Amakuru bwite yinjiriwe" },
  breachTitle: { en: "Breach {reference}", fr: "Violation {reference}", rw: "≈Amakuru yinjiriwe {reference}" },
  accessKind: { en: "Exceptional access", fr: "Accès exceptionnel", rw: "≈Ibyarebwe mu buryo budasanzwe" },
  accessTitle: {
    en: "Exceptional access {reference}",
    fr: "Accès exceptionnel {reference}",
    rw: "≈Ibyarebwe mu buryo budasanzwe {reference}",
  },
  ownRequests: {
    en: "Requests about your data, and their answers",
    fr: "Demandes sur vos données et leurs réponses",
    rw: "≈Ibyifuzo ku makuru yawe n’ibisubizo",
  },
  reported: { en: "Incidents you told about", fr: "Incidents que vous avez signalés", rw: "≈Ibibazo wamenyesheje" },
  accesses: {
    en: "Confidential records you opened exceptionally",
    fr: "Dossiers confidentiels ouverts par vous à titre exceptionnel",
    rw: "≈Inyandiko z’ibanga wafunguye mu buryo budasanzwe",
  },
});
