/** What may be done about attendance, as the list of permissions says it. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  read: { en: "See attendance lists", fr: "Voir les listes de présence", rw: "≈Reba urutonde rw’abitabiriye" },
  reopen: {
    en: "Open a closed attendance list again",
    fr: "Rouvrir une liste de présence clôturée",
    rw: "≈Ongera ufungure urutonde rw’abitabiriye",
  },
  rate: { en: "Enter the rate of the per-diem", fr: "Saisir le taux du per diem", rw: "≈Andika amafaranga y’ubutumwa ku munsi" },
});
