/** Words of the form for a service problem. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  reportTitle: { en: "Report a service problem", fr: "Signaler un problème de service", rw: "≈Menyesha ikibazo cya serivisi" },
  reportLead: {
    en: "What residents miss, where, since when, and a figure that can be measured again. It starts a chain like a gap does.",
    fr: "Ce qui manque aux habitants, où, depuis quand, et un chiffre que l’on pourra mesurer à nouveau. Cela ouvre une chaîne, comme un écart.",
    rw: "≈Ibyo abaturage babura, aho ari, kuva ryari, n’umubare uzongera gupimwa. Bitangiza urunani nk’icyuho.",
  },
  statement: {
    en: "What does not work, in one sentence?",
    fr: "Qu’est-ce qui ne marche pas, en une phrase ?",
    rw: "≈Ni iki kitagenda, mu nteruro imwe?",
  },
  placeSearch: {
    en: "Where? Village, cell or sector",
    fr: "Où ? Village, cellule ou secteur",
    rw: "≈He? Umudugudu, akagari cyangwa umurenge",
  },
  placeHint: {
    en: "Type the first letters and press “Find the place”",
    fr: "Tapez les premières lettres et appuyez sur « Trouver le lieu »",
    rw: "≈Andika inyuguti za mbere ukande “Shaka ahantu”",
  },
  placeFind: { en: "Find the place", fr: "Trouver le lieu", rw: "≈Shaka ahantu" },
  placeChoose: { en: "Which one?", fr: "Lequel ?", rw: "≈Ni ahahe?" },
  placeNone: {
    en: "No place below {organisation} begins with “{words}”. Try the sector’s name.",
    fr: "Aucun lieu de {organisation} ne commence par « {words} ». Essayez le nom du secteur.",
    rw: "≈Nta hantu ho muri {organisation} hatangirwa na “{words}”. Gerageza izina ry’umurenge.",
  },
  placeIn: { en: "{tier}, {above}", fr: "{tier}, {above}", rw: "{tier}, {above}" },
  serviceHint: {
    en: "For example civil registration or water supply",
    fr: "Par exemple l’état civil ou l’eau potable",
    rw: "≈Urugero: irangamimerere cyangwa amazi meza",
  },
  sufferersHint: {
    en: "For example families in three cells, without names",
    fr: "Par exemple des familles de trois cellules, sans noms",
    rw: "≈Urugero: imiryango yo mu tugari dutatu, nta mazina",
  },
  measureWhat: { en: "What can be measured?", fr: "Que peut-on mesurer ?", rw: "≈Ni iki gishobora gupimwa?" },
  measureHint: {
    en: "For example days until a first answer",
    fr: "Par exemple les jours jusqu’à une première réponse",
    rw: "≈Urugero: iminsi kugeza ku gisubizo cya mbere",
  },
  value: { en: "Figure", fr: "Chiffre", rw: "≈Umubare" },
  unit: { en: "Unit", fr: "Unité", rw: "≈Igipimo" },
  measuredOn: { en: "Measured on which day?", fr: "Mesuré quel jour ?", rw: "≈Byapimwe ku wuhe munsi?" },
  sinceWhen: { en: "Since when?", fr: "Depuis quand ?", rw: "≈Kuva ryari?" },
  sinceHint: {
    en: "A year, a month or a day: 2023, 03/2024 or 14/03/2024",
    fr: "Une année, un mois ou un jour : 2023, 03/2024 ou 14/03/2024",
    rw: "≈Umwaka, ukwezi cyangwa umunsi: 2023, 03/2024 cyangwa 14/03/2024",
  },
  causeSeen: { en: "Main cause, as you see it", fr: "Cause principale, selon vous", rw: "≈Impamvu nyamukuru, uko ubibona" },
  causeUnknown: { en: "Not known yet", fr: "Pas encore connue", rw: "≈Ntiramenyekana" },
  reportButton: { en: "Report it", fr: "Signaler", rw: "≈Menyesha" },
});
