/** What may be done about certificates, and how they stand. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  read: { en: "See certificates and outcomes", fr: "Voir les certificats et les résultats", rw: "≈Reba impamyabushobozi n’ibyavuyemo" },
  decide: {
    en: "Decide outcomes and issue certificates",
    fr: "Décider des résultats et délivrer les certificats",
    rw: "≈Emeza ibyavuyemo no gutanga impamyabushobozi",
  },
  except: { en: "Ask for an exception from the rule", fr: "Demander une exception à la règle", rw: "≈Gusaba irengayobora" },
  grant: { en: "Grant the exception", fr: "Accorder l’exception", rw: "≈Emera irengayobora" },
  refuse: { en: "Refuse the exception", fr: "Refuser l’exception", rw: "≈Anga irengayobora" },
  withdraw: { en: "Withdraw the certificate", fr: "Retirer le certificat", rw: "≈Kura agaciro ku mpamyabushobozi" },
  valid: { en: "Valid", fr: "Valable", rw: "≈Ifite agaciro" },
  withdrawn: { en: "Withdrawn", fr: "Retiré", rw: "≈Yambuwe agaciro" },
  asked: { en: "Waiting for a decision", fr: "En attente de décision", rw: "≈Itegereje icyemezo" },
  granted: { en: "Granted", fr: "Accordée", rw: "≈Yemewe" },
  refused: { en: "Refused", fr: "Refusée", rw: "≈Yanzwe" },
  ownException: {
    en: "You asked for this exception. Another post decides it.",
    fr: "Vous avez demandé cette exception. Un autre poste en décide.",
    rw: "≈Ni wowe wasabye iri rengayobora. Undi mwanya ni wo ubyemeza.",
  },
  tookAttendance: {
    en: "You took attendance in this session or taught it. A post that did neither decides.",
    fr: "Vous avez relevé les présences de cette session ou l’avez animée. Un poste qui n’a fait ni l’un ni l’autre décide.",
    rw: "≈Wakurikiranye ubwitabire cyangwa wahuguye. Umwanya utarabikoze ni wo ufata icyemezo.",
  },
  ownCertificate: {
    en: "This is about yourself. Somebody else decides it.",
    fr: "Il s’agit de vous. Une autre personne en décide.",
    rw: "≈Ibi bikureba wowe ubwawe. Undi ni we ubifataho icyemezo.",
  },
});
