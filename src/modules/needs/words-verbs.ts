/** What may be done with rounds, needs and responses, as the words of their buttons. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  read: { en: "Read needs", fr: "Consulter les besoins", rw: "≈Gusoma ibikenewe" },
  design: { en: "Design a round", fr: "Concevoir un cycle", rw: "≈Gutegura isuzuma" },
  launch: { en: "Launch the round", fr: "Lancer le cycle", rw: "≈Tangiza isuzuma" },
  open: { en: "Open the round now", fr: "Ouvrir le cycle maintenant", rw: "≈Fungura isuzuma ubu" },
  extend: { en: "Change the dates", fr: "Changer les dates", rw: "≈Hindura amatariki" },
  close: { en: "Close the answers", fr: "Clore les réponses", rw: "≈Soza ibisubizo" },
  moderate: { en: "Moderate a level", fr: "Modérer un niveau", rw: "≈Gukosora urwego" },
  finishModeration: { en: "Finish moderation", fr: "Terminer la modération", rw: "≈Soza kunoza" },
  share: { en: "Share the results", fr: "Communiquer les résultats", rw: "≈Menyesha ibyavuyemo" },
  plan: { en: "Start planning responses", fr: "Commencer à planifier les réponses", rw: "≈Tangira gutegura ibisubizo" },
  finish: { en: "Close the round", fr: "Clore le cycle", rw: "≈Soza isuzuma" },
  cancel: { en: "Cancel the round", fr: "Annuler le cycle", rw: "≈Hagarika isuzuma" },
  answer: { en: "Answer", fr: "Répondre", rw: "Subiza" },
  remind: { en: "Remind those who have not answered", fr: "Relancer ceux qui n’ont pas répondu", rw: "≈Ibutsa abatarasubiza" },
  record: {
    en: "Record an interview or a document",
    fr: "Consigner un entretien ou un document",
    rw: "≈Andika ikiganiro cyangwa inyandiko",
  },
  validate: { en: "Confirm who answered", fr: "Confirmer qui a répondu", rw: "≈Emeza abasubije" },
  reply: { en: "Accept or contest the result", fr: "Accepter ou contester le résultat", rw: "≈Emera cyangwa wange ibyavuyemo" },
  typeReply: {
    en: "Type in a reply signed on paper",
    fr: "Saisir une réponse signée sur papier",
    rw: "≈Andika igisubizo cyasinywe ku rupapuro",
  },
  answerContest: { en: "Answer the objection", fr: "Répondre à la contestation", rw: "≈Subiza ku batabyemera" },
  report: { en: "Report a service problem", fr: "Signaler un problème de service", rw: "≈Menyesha ikibazo cya serivisi" },
  respond: { en: "Add a response", fr: "Ajouter une réponse", rw: "≈Ongeraho igisubizo" },
  refuse: { en: "State why there is no response", fr: "Dire pourquoi il n’y a pas de réponse", rw: "≈Vuga impamvu nta gisubizo" },
  meet: { en: "The need is met", fr: "Le besoin est satisfait", rw: "≈Icyari gikenewe cyabonetse" },
  progress: { en: "Say how a response stands", fr: "Dire où en est une réponse", rw: "≈Vuga aho igisubizo kigeze" },
});
