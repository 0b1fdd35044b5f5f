/** The registry's own words. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  acting: { en: "acting", fr: "par intérim", rw: "w’agateganyo" },
  vacant: { en: "vacant", fr: "vacant", rw: "≈nta muntu urimo" },
});
