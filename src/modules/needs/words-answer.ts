/** Words of the respondent’s way in. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  purpose: { en: "Round of needs assessment", fr: "Cycle d’évaluation des besoins", rw: "≈Isuzuma ry’ibikenewe" },
  opensOn: {
    en: "This round opens for answers on {day}. Come back then.",
    fr: "Ce cycle s’ouvre aux réponses le {day}. Revenez ce jour-là.",
    rw: "≈Iri suzuma rizafungurwa ku wa {day}. Muzagaruke uwo munsi.",
  },
});
