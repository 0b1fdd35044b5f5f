/** What the forms of the administration pages ask to change. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  wordMissing: { en: "Write the word in this language", fr: "Écrivez le mot dans cette langue", rw: "≈Andika ijambo muri uru rurimi" },
  plainWord: {
    en: "Leave out the signs < > and curly brackets",
    fr: "Retirez les signes < > et les accolades",
    rw: "≈Kuramo utumenyetso < > n’udusodeko",
  },
  codeShape: {
    en: "Write the code in small letters, figures and underscores, for example peer_visit",
    fr: "Écrivez le code en minuscules, chiffres et tirets bas, par exemple peer_visit",
    rw: "≈Andika kode mu nyuguti nto, imibare n’utuyunge two hasi, urugero peer_visit",
  },
  codeTaken: {
    en: "The list has this code already. Choose another one, or rename that one",
    fr: "La liste contient déjà ce code. Choisissez-en un autre ou renommez celui-ci",
    rw: "≈Iyi kode isanzwe mu rutonde. Hitamo indi cyangwa uhindure iyo",
  },
  endDay: { en: "Give a day not before today", fr: "Indiquez un jour à partir d’aujourd’hui", rw: "≈Andika umunsi utari mbere y’uyu" },
  fromDay: {
    en: "Give a day after today: what has begun keeps its rule",
    fr: "Indiquez un jour après aujourd’hui : ce qui a commencé garde sa règle",
    rw: "≈Andika umunsi uzaza: ibyatangiye bigumana itegeko ryabyo",
  },
  number: {
    en: "Write a number in figures, for example 15",
    fr: "Écrivez un nombre en chiffres, par exemple 15",
    rw: "≈Andika umubare, urugero 15",
  },
  numbers: {
    en: "Write numbers with commas between them, for example 10, 5, 2",
    fr: "Écrivez des nombres séparés par des virgules, par exemple 10, 5, 2",
    rw: "≈Andika imibare itandukanyijwe n’utwatuzo, urugero 10, 5, 2",
  },
  monthDay: { en: "Write month and day as 09-01", fr: "Écrivez le mois et le jour comme 09-01", rw: "≈Andika ukwezi n’umunsi nka 09-01" },
  missing: { en: "Write something here", fr: "Écrivez quelque chose ici", rw: "≈Andika hano" },
  reason: {
    en: "Write in a sentence why, so that the one who decides understands",
    fr: "Écrivez en une phrase pourquoi, pour que la personne qui décide comprenne",
    rw: "≈Andika impamvu mu nteruro, kugira ngo ufata icyemezo ayumve",
  },
  nothingChanged: {
    en: "Nothing is different from the version that stands. Change a value, the source or the confirmation",
    fr: "Rien ne diffère de la version en vigueur. Changez une valeur, la source ou la confirmation",
    rw: "≈Nta cyahindutse. Hindura agaciro, inkomoko cyangwa icyemezo",
  },
});
