/** Why a proof cannot be given. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("journal", {
  noEntry: {
    status: 404,
    text: {
      en: "There is no sealed entry with this number. New entries are sealed within seconds; look at the number again.",
      fr: "Aucune entrée scellée ne porte ce numéro. Les nouvelles entrées sont scellées en quelques secondes ; vérifiez le numéro.",
      rw: "≈Nta nyandiko ifunze ifite iyi nomero. Inyandiko nshya zifungwa mu masegonda make; ongera urebe nomero.",
    },
  },
  noCheckpoint: {
    status: 404,
    text: {
      en: "Nothing has been sealed yet. Come back in a minute.",
      fr: "Rien n’a encore été scellé. Revenez dans une minute.",
      rw: "≈Nta kirafungwa. Garuka mu munota umwe.",
    },
  },
});
