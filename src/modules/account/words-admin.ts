/** Words of administering accounts. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  verb: { en: "administer accounts", fr: "administrer les comptes", rw: "≈kuyobora konti" },
  accounts: { en: "Accounts", fr: "Comptes", rw: "≈Konti" },
});
