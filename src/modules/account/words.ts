/** The module's own name. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: { en: "Accounts and signing in", fr: "Comptes et connexion", rw: "≈Konti no kwinjira" },
});
