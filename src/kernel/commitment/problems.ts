/** Why something about a commitment is refused. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("commitment", {
  noCommitment: {
    status: 404,
    text: { en: "There is no such commitment here.", fr: "Cet engagement n’existe pas ici.", rw: "≈Iki cyemezo ntikiboneka hano." },
  },
  noReading: {
    status: 404,
    text: {
      en: "This question is not open. Use the newest message that we sent, or sign in.",
      fr: "Cette question n’est pas ouverte. Utilisez notre message le plus récent ou connectez-vous.",
      rw: "≈Iki kibazo ntigifunguye. Koresha ubutumwa buheruka twakoherereje cyangwa winjire.",
    },
  },
  answered: {
    status: 409,
    text: {
      en: "This question was answered on {day}, and the answer stands. If it was wrong, tell the training coordinator.",
      fr: "Cette question a reçu une réponse le {day} et celle-ci est acquise. En cas d’erreur, prévenez le coordinateur des formations.",
      rw: "≈Iki kibazo cyasubijwe ku wa {day} kandi igisubizo kirafashwe. Niba atari cyo, bwira umuhuzabikorwa w’amahugurwa.",
    },
  },
  ownVerifier: {
    status: 403,
    text: {
      en: "Nobody confirms her own work. The question goes to the post above.",
      fr: "Nul ne confirme son propre travail. La question va au poste au-dessus.",
      rw: "≈Nta wemeza akazi ke bwite. Ikibazo kijya ku mwanya umukuriye.",
    },
  },
  notAsked: {
    status: 403,
    text: {
      en: "This question is put to somebody else.",
      fr: "Cette question est posée à une autre personne.",
      rw: "≈Iki kibazo kirabazwa undi.",
    },
  },
  ended: {
    status: 409,
    text: {
      en: "This commitment has ended: nothing more can be written to it.",
      fr: "Cet engagement est terminé : rien ne peut plus y être ajouté.",
      rw: "≈Iki cyemezo cyarangiye: nta kindi cyakongerwaho.",
    },
  },
});
