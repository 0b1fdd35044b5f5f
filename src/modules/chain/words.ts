/** Words of the chain’s own page and of its refusals. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  module: { en: "Chain", fr: "Chaîne", rw: "≈Urunana" },
});
