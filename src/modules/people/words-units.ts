/** What is said about a list of units: why a row is not taken, and what does not agree in rows that are. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  bad_level: {
    en: "“{level}” is not a level of this country. Write one of: {levels}.",
    fr: "« {level} » n’est pas un échelon de ce pays. Écrivez l’un de ceux-ci : {levels}.",
    rw: "≈“{level}” si urwego rwo muri iki gihugu. Andika rumwe muri izi: {levels}.",
  },
  code_missing: { en: "The code is missing.", fr: "Le code manque.", rw: "≈Kode ntiyanditse." },
  malformed_code: {
    en: "“{code}” is not a code: it may hold letters, figures, dots and dashes only.",
    fr: "« {code} » n’est pas un code : il ne peut contenir que des lettres, des chiffres, des points et des tirets.",
    rw: "≈“{code}” si kode: igomba kuba inyuguti, imibare, utudomo n’uturongo gusa.",
  },
  code_length: {
    en: "The code {code} has {length} signs; the codes of this level have {usual}. A spreadsheet may have dropped a leading zero.",
    fr: "Le code {code} a {length} signes ; ceux de cet échelon en ont {usual}. Un tableur a peut-être supprimé un zéro initial.",
    rw: "≈Kode {code} ifite inyuguti {length}; izindi zo kuri uru rwego zifite {usual}.",
  },
  name_missing: { en: "The name is missing.", fr: "Le nom manque.", rw: "≈Izina ntiryanditse." },
  bad_number: {
    en: "“{value}” is not a whole number of {what}. Write it in figures, for example 730.",
    fr: "« {value} » n’est pas un nombre entier de {what}. Écrivez-le en chiffres, par exemple 730.",
    rw: "≈“{value}” si umubare wuzuye ({what}). Andika imibare, urugero 730.",
  },
  duplicate_code: {
    en: "Row {first} already has the code {code} at this level, so this row was not taken. Decide which of the two is right.",
    fr: "La ligne {first} porte déjà le code {code} à cet échelon : cette ligne n’est pas reprise. Décidez laquelle est juste.",
    rw: "≈Umurongo wa {first} usanganywe kode {code} kuri uru rwego, uyu murongo ntiwafashwe. Hitamo uwukwiye.",
  },
  parent_not_given: {
    en: "The row does not say what it belongs to, and there is more than one possibility.",
    fr: "La ligne ne dit pas de quoi l’unité relève, et il y a plusieurs possibilités.",
    rw: "≈Uyu murongo ntuvuga aho ubarizwa, kandi hari hashobora kuba henshi.",
  },
  parent_missing: {
    en: "There is no unit with the code {parent} above this one, neither in the file nor here.",
    fr: "Aucune unité au-dessus de celle-ci ne porte le code {parent}, ni dans le fichier ni ici.",
    rw: "≈Nta rwego rufite kode {parent} ruri hejuru y’uru, haba muri dosiye cyangwa hano.",
  },
  parent_rejected: {
    en: "The row of the unit above ({parent}) was not taken, so this one has no place to go.",
    fr: "La ligne de l’unité supérieure ({parent}) n’est pas reprise : celle-ci n’a donc pas de place.",
    rw: "≈Umurongo w’urwego rwo hejuru ({parent}) ntiwafashwe, uyu na wo ntaho ujya.",
  },
  wrong_parent: {
    en: "The code {code} begins like the units of {expected}, but the row files it under {parent}. It is kept under {parent}, as the row says; one of the two is wrong.",
    fr: "Le code {code} commence comme ceux de {expected}, mais la ligne le range sous {parent}. Il reste sous {parent}, comme l’indique la ligne ; l’un des deux est faux.",
    rw: "≈Kode {code} itangira nk’izo muri {expected}, ariko umurongo uyishyira muri {parent}. Igumye muri {parent}; kimwe muri byo si cyo.",
  },
  population_sum: {
    en: "{name} has {stated, number} people, but the {children, number} units below it add up to {sum, number} ({difference, number, ::sign-always}).",
    fr: "{name} compte {stated, number} habitants, mais les {children, number} unités en dessous totalisent {sum, number} ({difference, number, ::sign-always}).",
    rw: "≈{name} ifite abaturage {stated, number}, ariko inzego {children, number} ziyigize zose hamwe zifite {sum, number} ({difference, number, ::sign-always}).",
  },
  household_sum: {
    en: "{name} has {stated, number} households, but the {children, number} units below it add up to {sum, number} ({difference, number, ::sign-always}).",
    fr: "{name} compte {stated, number} ménages, mais les {children, number} unités en dessous totalisent {sum, number} ({difference, number, ::sign-always}).",
    rw: "≈{name} ifite ingo {stated, number}, ariko inzego {children, number} ziyigize zose hamwe zifite {sum, number} ({difference, number, ::sign-always}).",
  },
  repeated_name: {
    en: "{name} is also the name of {other} under the same {parent}. Both were taken; check that they are two places.",
    fr: "{name} est aussi le nom de {other} sous la même unité {parent}. Les deux sont repris ; vérifiez qu’il s’agit de deux lieux.",
    rw: "≈{name} ni na ryo zina rya {other} muri {parent}. Byombi byafashwe; reba niba ari ahantu habiri.",
  },
  zero_population: {
    en: "{name} has no people according to this row.",
    fr: "Selon cette ligne, {name} n’a aucun habitant.",
    rw: "≈Dukurikije uyu murongo, {name} nta baturage ifite.",
  },
  households_exceed: {
    en: "{name} has more households ({households, number}) than people ({population, number}).",
    fr: "{name} compte plus de ménages ({households, number}) que d’habitants ({population, number}).",
    rw: "≈{name} ifite ingo ({households, number}) ziruta abaturage ({population, number}).",
  },
  no_children: {
    en: "{name} has no unit below it in this file, although others of its level have.",
    fr: "{name} n’a aucune unité en dessous dans ce fichier, contrairement aux autres de son échelon.",
    rw: "≈{name} nta rwego ruyigize ruri muri iyi dosiye, nyamara izindi zirufite.",
  },
  name_differs: {
    en: "The file calls {code} “{name}”; here it is “{held}”. The name here was kept.",
    fr: "Le fichier appelle {code} « {name} » ; ici c’est « {held} ». Le nom d’ici est conservé.",
    rw: "≈Dosiye yita {code} “{name}”; hano yitwa “{held}”. Izina ryo hano ni ryo ryagumye.",
  },
  parent_differs: {
    en: "The file files {code} under {parent}; here it lies under {held}. Its place here was kept.",
    fr: "Le fichier range {code} sous {parent} ; ici il relève de {held}. Sa place d’ici est conservée.",
    rw: "≈Dosiye ishyira {code} muri {parent}; hano iri muri {held}. Aho iri hano ni ho hagumye.",
  },
  people: { en: "people", fr: "habitants", rw: "abaturage" },
  households: { en: "households", fr: "ménages", rw: "ingo" },
});
