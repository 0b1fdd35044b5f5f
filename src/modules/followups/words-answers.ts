/** Answers and standings of tasks in words. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  yes: { en: "yes", fr: "oui", rw: "yego" },
  partly: { en: "partly", fr: "en partie", rw: "≈igice" },
  no: { en: "no", fr: "non", rw: "oya" },
  verified: { en: "Seen by a supervisor", fr: "Constaté par un supérieur", rw: "≈Byabonywe n’umukuriye" },
  claimed: { en: "Claimed", fr: "Déclaré", rw: "≈Byavuzwe na nyirabyo" },
  partlyDone: { en: "Partly", fr: "En partie", rw: "≈Igice" },
  not_applied: { en: "Not yet", fr: "Pas encore", rw: "≈Ntibirakorwa" },
  waiting: { en: "No answer yet", fr: "Pas encore de réponse", rw: "≈Nta gisubizo" },
  self: { en: "Herself or himself", fr: "La personne elle-même", rw: "≈We ubwe" },
  verifier: { en: "The supervisor", fr: "Le supérieur", rw: "≈Umukuriye" },
  first: { en: "First question", fr: "Première question", rw: "≈Ikibazo cya mbere" },
  second: { en: "Second question", fr: "Deuxième question", rw: "≈Ikibazo cya kabiri" },
});
