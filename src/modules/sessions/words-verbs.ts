/** What may be done about sessions, as buttons and the list of permissions say it. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  read: { en: "See sessions", fr: "Voir les sessions", rw: "≈Reba amahugurwa" },
  run: { en: "Change the session", fr: "Modifier la session", rw: "≈Hindura amahugurwa" },
  openNominations: { en: "Open nominations", fr: "Ouvrir les désignations", rw: "≈Tangiza gutanga amazina" },
  confirm: { en: "Confirm the session", fr: "Confirmer la session", rw: "≈Emeza amahugurwa" },
  makeReady: { en: "Declare it ready", fr: "Déclarer prête", rw: "≈Emeza ko byose biteguye" },
  start: { en: "Start the session", fr: "Commencer la session", rw: "≈Tangiza amahugurwa" },
  deliver: { en: "It has been held", fr: "Elle a eu lieu", rw: "≈Amahugurwa yabaye" },
  evaluate: { en: "Evaluation is done", fr: "L’évaluation est faite", rw: "≈Isuzuma ryakozwe" },
  followUp: { en: "Begin the follow-up", fr: "Commencer le suivi", rw: "≈Tangiza gukurikirana" },
  close: { en: "Close the session", fr: "Clôturer la session", rw: "≈Soza amahugurwa" },
  cancel: { en: "Cancel the session", fr: "Annuler la session", rw: "≈Hagarika amahugurwa" },
  invite: { en: "Send the invitations", fr: "Envoyer les invitations", rw: "≈Ohereza ubutumire" },
  decide: { en: "Decide outcomes", fr: "Établir les résultats", rw: "≈Emeza ibyavuyemo" },
  nominate: { en: "Name people", fr: "Désigner des personnes", rw: "≈Tanga amazina" },
  approve: { en: "Approve", fr: "Approuver", rw: "≈Emeza" },
  refuse: { en: "Do not approve", fr: "Ne pas approuver", rw: "≈Ntukemeze" },
  replace: { en: "Name a replacement", fr: "Désigner un remplaçant", rw: "≈Tanga umusimbura" },
  withdraw: { en: "Withdraw", fr: "Retirer", rw: "≈Kura ku rutonde" },
  answer: { en: "Answer the invitation", fr: "Répondre à l’invitation", rw: "≈Subiza ubutumire" },
});
