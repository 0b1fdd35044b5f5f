/** What posts may do about achievements. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  read: { en: "Read achievements", fr: "Lire les réalisations", rw: "≈Gusoma ibyagezweho" },
  names: { en: "See who is behind a figure", fr: "Voir qui est derrière un chiffre", rw: "≈Kubona abari inyuma y’umubare" },
  write: { en: "Write a report", fr: "Rédiger un rapport", rw: "≈Gukora raporo" },
  freeze: { en: "Freeze a copy", fr: "Figer une copie", rw: "≈Gufata kopi idahinduka" },
  drop: { en: "Drop the copy", fr: "Abandonner la copie", rw: "≈Kureka iyi kopi" },
  release: { en: "Release to the public", fr: "Publier", rw: "≈Gutangariza rubanda" },
  withdraw: { en: "Take the release back", fr: "Retirer la publication", rw: "≈Gukuraho ibyatangajwe" },
  tell: { en: "Record a story", fr: "Consigner un témoignage", rw: "≈Kwandika inkuru" },
  withdrawConsent: { en: "Consent was withdrawn", fr: "Le consentement a été retiré", rw: "≈Uruhushya rwavanyweho" },
  importLists: {
    en: "Import past training lists",
    fr: "Importer d’anciennes listes de formation",
    rw: "≈Kwinjiza intonde z’amahugurwa yashize",
  },
});
