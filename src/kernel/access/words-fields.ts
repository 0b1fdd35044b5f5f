/** What a form says when a text, a day, a number or an amount cannot be taken, and who acted when no post did. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  tooLong: {
    en: "Say it in at most {longest, number} characters",
    fr: "Dites-le en {longest, number} caractères au plus",
    rw: "≈Bivuge mu nyuguti zitarenze {longest, number}",
  },
  noDate: {
    en: "Write the date in figures: day, month and year, for example 28 11 2025",
    fr: "Écrivez la date en chiffres : jour, mois et année, par exemple 28 11 2025",
    rw: "≈Andika itariki mu mibare: umunsi, ukwezi n’umwaka, urugero 28 11 2025",
  },
  noWhole: {
    en: "Write the number in figures, from {low, number} to {high, number}",
    fr: "Écrivez le nombre en chiffres, de {low, number} à {high, number}",
    rw: "≈Andika umubare, kuva kuri {low, number} kugeza kuri {high, number}",
  },
  noNumber: {
    en: "Write the number in figures, for example 14",
    fr: "Écrivez le nombre en chiffres, par exemple 14",
    rw: "≈Andika umubare, urugero 14",
  },
  noMoney: {
    en: "Write the amount in figures, for example 1,250,000",
    fr: "Écrivez le montant en chiffres, par exemple 1 250 000",
    rw: "≈Andika amafaranga mu mibare, urugero 1,250,000",
  },
  someone: { en: "The system", fr: "Le système", rw: "≈Sisitemu" },
  postOf: { en: "{post}, {organisation}", fr: "{post}, {organisation}", rw: "{post}, {organisation}" },
});
