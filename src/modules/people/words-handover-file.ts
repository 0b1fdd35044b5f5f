/** Words of a handover’s file: what is compiled, and what only the leaver knows. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  owes: { en: "What the post owes", fr: "Ce que le poste doit", rw: "≈Ibyo umwanya ugomba gukora" },
  owesNothing: {
    en: "Nothing was due on this post.",
    fr: "Rien n’était dû à ce poste.",
    rw: "≈Nta kintu cyari gitegerejwe kuri uyu mwanya.",
  },
  waiting: { en: "Signatures waiting", fr: "Signatures en attente", rw: "≈Imikono itegerejwe" },
  waitingNone: { en: "No signature was waiting.", fr: "Aucune signature n’était en attente.", rw: "≈Nta mukono wari utegerejwe." },
  records: {
    en: "Records this post worked on in the last 180 days",
    fr: "Dossiers traités par ce poste ces 180 derniers jours",
    rw: "≈Inyandiko uyu mwanya wakozeho mu minsi 180 ishize",
  },
  recordsNone: {
    en: "No record was touched from this post.",
    fr: "Aucun dossier n’a été traité depuis ce poste.",
    rw: "≈Nta nyandiko yakozweho n’uyu mwanya.",
  },
  calendar: { en: "Calendar of the next {days} days", fr: "Agenda des {days} prochains jours", rw: "≈Gahunda y’iminsi {days} iri imbere" },
  calendarNone: {
    en: "Nothing fixed in these days.",
    fr: "Rien de fixé pendant ces jours.",
    rw: "≈Nta kintu giteganyijwe muri iyo minsi.",
  },
  contacts: { en: "People to know", fr: "Personnes à connaître", rw: "≈Abantu bo kumenya" },
  contactsNone: {
    en: "No holder is known around this post.",
    fr: "Aucun titulaire connu autour de ce poste.",
    rw: "≈Nta muntu uzwi hafi y’uyu mwanya.",
  },
  supervisor: { en: "Supervisor", fr: "Supérieur", rw: "≈Umukuriye" },
  reports: { en: "Reports to this post", fr: "Relève de ce poste", rw: "≈Agengwa n’uyu mwanya" },
  training: {
    en: "Training done by the outgoing person",
    fr: "Formations suivies par la personne sortante",
    rw: "≈Amahugurwa ugenda yakoze",
  },
  five: { en: "Five things you must know", fr: "Cinq choses à savoir", rw: "≈Ibintu bitanu ugomba kumenya" },
  fiveOne: { en: "Thing {n}", fr: "Chose {n}", rw: "≈Ikintu cya {n}" },
  risks: { en: "Risks under way", fr: "Risques en cours", rw: "≈Ibyago biriho" },
  promises: { en: "Promises made to residents", fr: "Promesses faites aux habitants", rw: "≈Ibyasezeranyijwe abaturage" },
  assets: {
    en: "Keys, equipment, stamps and accounts to hand over (no passwords)",
    fr: "Clés, matériel, cachets et comptes à remettre (pas de mots de passe)",
    rw: "≈Imfunguzo, ibikoresho, kashe na konti bitangwa (nta magambo y’ibanga)",
  },
  induction: {
    en: "First weeks of the successor: whom to meet, what to learn",
    fr: "Premières semaines du successeur : qui rencontrer, quoi apprendre",
    rw: "≈Ibyumweru bya mbere by’usimbura: abo azahura na bo, ibyo aziga",
  },
  noneWritten: { en: "Nothing written yet.", fr: "Rien d’écrit pour l’instant.", rw: "≈Nta cyanditse kugeza ubu." },
  gapsTitle: { en: "What only the leaver knows", fr: "Ce que seul le sortant sait", rw: "≈Ibyo ugenda wenyine azi" },
  gapsLead: {
    en: "Short sentences help most. What you save stays until you declare the file complete.",
    fr: "Des phrases courtes aident le plus. Ce que vous enregistrez reste modifiable jusqu’à ce que le dossier soit déclaré complet.",
    rw: "≈Interuro ngufi ni zo zifasha. Ibyo ubitse bigumaho kugeza wemeje ko dosiye yuzuye.",
  },
  gapsBecause: {
    en: "Why you write instead of the outgoing person",
    fr: "Pourquoi vous écrivez à la place de la personne sortante",
    rw: "≈Impamvu wandika mu mwanya w’ugenda",
  },
  sayBecause: {
    en: "Say why you write instead of the outgoing person",
    fr: "Indiquez pourquoi vous écrivez à la place de la personne sortante",
    rw: "≈Vuga impamvu wandika mu mwanya w’ugenda",
  },
  save: { en: "Save", fr: "Enregistrer", rw: "Bika" },
});
