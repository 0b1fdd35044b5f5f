/** What the author of a workbook is told about the columns that make a question part of a test. */
import { defineWords } from "#platform/i18n/text.ts";
import type { Text } from "#platform/i18n/text.ts";

/** The cell and its column before a sentence, in each language. */
function placed(text: Text): Text {
  return {
    en: `Cell {cell} (column “{header}”): ${text.en}`,
    fr: `Cellule {cell} (colonne «\u202f{header}\u202f»)\u202f: ${text.fr}`,
    rw: `≈Akazu {cell} (inkingi “{header}”): ${text.rw.replace("≈", "")}`,
  };
}

export const w = defineWords({
  choiceUnknown: placed({
    en: "“{given}” is no choice of the list “{list}”. Write one of: {names}.",
    fr: "«\u202f{given}\u202f» n’est pas un choix de la liste «\u202f{list}\u202f». Écrivez l’un de\u202f: {names}.",
    rw: "≈“{given}” ntiri mu rutonde “{list}”. Andika rimwe muri: {names}.",
  }),
  oneOnly: placed({
    en: "one choice only can be right here, and there are several: “{given}”. Keep one, or make the question a select_multiple.",
    fr: "un seul choix peut être juste ici, et il y en a plusieurs\u202f: «\u202f{given}\u202f». Gardez-en un, ou faites de la question un select_multiple.",
    rw: "≈igisubizo kimwe gusa ni cyo gishobora kuba ukuri, ariko hari byinshi: “{given}”. Siga kimwe, cyangwa ukoreshe select_multiple.",
  }),
  notChoices: placed({
    en: "only a question with a list of choices can have a right answer. Take the cell out, or make the question a select_one.",
    fr: "seule une question avec une liste de choix peut avoir une bonne réponse. Videz la cellule, ou faites de la question un select_one.",
    rw: "≈ikibazo gifite urutonde rw’ibisubizo ni cyo cyonyine kigira igisubizo cy’ukuri. Kuramo ibyanditse, cyangwa ukoreshe select_one.",
  }),
  inRepeat: placed({
    en: "a question that is asked several times cannot be part of a test. Take it out of the repeat.",
    fr: "une question posée plusieurs fois ne peut pas faire partie d’un test. Sortez-la de la répétition.",
    rw: "≈ikibazo kibazwa inshuro nyinshi ntikijya mu isuzuma. Gikure mu bisubirwamo.",
  }),
  pointsStrange: placed({
    en: "“{given}” is no number of points. Write a whole number from 1 to 100.",
    fr: "«\u202f{given}\u202f» n’est pas un nombre de points. Écrivez un nombre entier de 1 à 100.",
    rw: "≈“{given}” si umubare w’amanota. Andika umubare wuzuye uri hagati ya 1 na 100.",
  }),
  pointsWithoutKey: placed({
    en: "the question has points but no right answer. Write its choice in the column correct.",
    fr: "la question a des points mais pas de bonne réponse. Écrivez son choix dans la colonne correct.",
    rw: "≈ikibazo gifite amanota ariko nta gisubizo cy’ukuri. Cyandike mu nkingi correct.",
  }),
});
