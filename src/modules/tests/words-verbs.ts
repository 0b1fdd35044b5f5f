/** What may be done about tests, as the list of permissions says it. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  read: { en: "See results of tests", fr: "Voir les résultats des tests", rw: "≈Reba ibyavuye mu masuzumabumenyi" },
  run: {
    en: "Open tests, remind and type papers in",
    fr: "Ouvrir les tests, relancer et saisir les copies",
    rw: "≈Fungura amasuzumabumenyi, wibutse kandi winjize impapuro",
  },
});
