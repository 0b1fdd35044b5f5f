/** Words that several pages of needs share. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  wholeOrganisation: { en: "The whole organisation", fr: "Toute l’organisation", rw: "≈Urwego rwose" },
  back: { en: "Back", fr: "Retour", rw: "Subira inyuma" },
  save: { en: "Save", fr: "Enregistrer", rw: "≈Bika" },
  none: { en: "none", fr: "aucun", rw: "≈nta na kimwe" },
  needs: { en: "Needs", fr: "Besoins", rw: "≈Ibikenewe" },
  rounds: { en: "Rounds", fr: "Cycles", rw: "≈Amasuzuma" },
  someone: { en: "The system", fr: "Le système", rw: "≈Sisitemu" },
  postOf: { en: "{post}, {organisation}", fr: "{post}, {organisation}", rw: "{post}, {organisation}" },
  replied: { en: "Replied", fr: "A répondu", rw: "≈Yasubije" },
  optional: { en: "{label} (if you wish)", fr: "{label} (facultatif)", rw: "≈{label} (niba ubishaka)" },
});
