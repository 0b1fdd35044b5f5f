/** The module's own name. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: { en: "Accounts and signing in", fr: "Comptes et connexion", rw: "≈Konti no kwinjira" },
  account: { en: "Account", fr: "Compte", rw: "≈Konti" },
  sessions: { en: "Where a person is signed in", fr: "Où une personne est connectée", rw: "≈Aho umuntu yinjiriye" },
  passkeys: { en: "Passkeys", fr: "Clés d’accès", rw: "≈Imfunguzo z’ibikoresho" },
  identities: { en: "Linked sign-ins elsewhere", fr: "Connexions extérieures reliées", rw: "≈Ubundi buryo bwo kwinjira bwahujwe" },
});
