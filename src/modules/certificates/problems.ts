/** Why something about certificates is refused. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("certificates", {
  noSession: {
    status: 404,
    text: { en: "There is no such session here.", fr: "Cette session n’existe pas ici.", rw: "≈Aya mahugurwa ntaboneka hano." },
  },
  noCertificate: {
    status: 404,
    text: {
      en: "There is no such certificate here.",
      fr: "Ce certificat n’existe pas ici.",
      rw: "≈Iyi mpamyabushobozi ntiboneka hano.",
    },
  },
  noException: {
    status: 404,
    text: { en: "There is no such request here.", fr: "Cette demande n’existe pas ici.", rw: "≈Ubu busabe ntibuboneka hano." },
  },
  notHeld: {
    status: 409,
    text: {
      en: "The session has not been held yet. Outcomes are decided once it is over.",
      fr: "La session n’a pas encore eu lieu. Les résultats se décident une fois qu’elle est terminée.",
      rw: "≈Amahugurwa ntaraba. Ibyavuyemo byemezwa arangiye.",
    },
  },
  listOpen: {
    status: 409,
    text: {
      en: "The attendance list is not closed yet. Close it first: outcomes rest on it.",
      fr: "La liste de présence n’est pas encore close. Clôturez-la d’abord : les résultats s’y appuient.",
      rw: "≈Urutonde rw’abitabiriye ntirurafungwa. Banza urufunge: ibyavuyemo birushingiraho.",
    },
  },
  changedMeanwhile: {
    status: 409,
    text: {
      en: "Attendance or tests changed while you were looking. Look at the list again, then confirm.",
      fr: "Les présences ou les tests ont changé entre-temps. Relisez la liste, puis confirmez.",
      rw: "≈Ubwitabire cyangwa amanota byahindutse. Ongera urebe urutonde, hanyuma wemeze.",
    },
  },
  nothingToDecide: {
    status: 409,
    text: {
      en: "There is nothing to decide: every outcome that the rule allows is decided already.",
      fr: "Il n’y a rien à décider : tous les résultats que permet la règle sont déjà décidés.",
      rw: "≈Nta cyo kwemeza gihari: ibyemerwa n’amategeko byose byaremejwe.",
    },
  },
  noExceptionNeeded: {
    status: 409,
    text: {
      en: "No exception fits here: the rule already says competent, she was not there, or one was asked for before.",
      fr: "Aucune exception ne convient : la règle dit déjà compétent, la personne était absente, ou une demande existe déjà.",
      rw: "≈Nta rengayobora rikenewe hano: amategeko aramwemera, ntiyahageze, cyangwa ryarasabwe.",
    },
  },
});
