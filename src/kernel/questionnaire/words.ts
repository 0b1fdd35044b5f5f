/** What a person answering a questionnaire is told about an answer, in three languages. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  required: {
    en: "Answer this question.",
    fr: "Répondez à cette question.",
    rw: "≈Subiza iki kibazo.",
  },
  constraint: {
    en: "This answer does not meet the condition set for the question.",
    fr: "Cette réponse ne remplit pas la condition fixée pour la question.",
    rw: "≈Iki gisubizo nticyujuje ibisabwa kuri iki kibazo.",
  },
  choice: {
    en: "“{given}” is not one of the choices. Pick one from the list.",
    fr: "«\u202f{given}\u202f » n’est pas un des choix. Choisissez dans la liste.",
    rw: "≈“{given}” ntiri mu mahitamo. Hitamo mu rutonde.",
  },
  integer: {
    en: "“{given}” is not a whole number. Write digits only, such as 14.",
    fr: "«\u202f{given}\u202f » n’est pas un nombre entier. Écrivez seulement des chiffres, par exemple 14.",
    rw: "≈“{given}” si umubare wuzuye. Andika imibare gusa, urugero 14.",
  },
  decimal: {
    en: "“{given}” is not a number. Write digits, such as 14.5.",
    fr: "«\u202f{given}\u202f » n’est pas un nombre. Écrivez des chiffres, par exemple 14.5.",
    rw: "≈“{given}” si umubare. Andika imibare, urugero 14.5.",
  },
  comma: {
    en: "“{given}” has a comma. Write a point before the decimals: {meant}.",
    fr: "«\u202f{given}\u202f » contient une virgule. Écrivez un point avant les décimales\u202f: {meant}.",
    rw: "≈“{given}” irimo akitso. Andika akadomo mbere y’imibare y’ibice: {meant}.",
  },
  range: {
    en: "“{given}” is outside the scale from {start} to {end} in steps of {step}.",
    fr: "«\u202f{given}\u202f » est hors de l’échelle de {start} à {end} par pas de {step}.",
    rw: "≈“{given}” ntiri hagati ya {start} na {end} mu ntambwe za {step}.",
  },
  date: {
    en: "“{given}” is not a date. Write day/month/year, such as 31/12/2025.",
    fr: "«\u202f{given}\u202f » n’est pas une date. Écrivez jour/mois/année, par exemple 31/12/2025.",
    rw: "≈“{given}” si itariki. Andika umunsi/ukwezi/umwaka, urugero 31/12/2025.",
  },
  time: {
    en: "“{given}” is not a time of day. Write hours and minutes, such as 14:30.",
    fr: "«\u202f{given}\u202f » n’est pas une heure. Écrivez heures et minutes, par exemple 14:30.",
    rw: "≈“{given}” si isaha. Andika amasaha n’iminota, urugero 14:30.",
  },
  dateTime: {
    en: "“{given}” is not a date with a time. Write them like 31/12/2025 14:30.",
    fr: "«\u202f{given}\u202f » n’est pas une date avec une heure. Écrivez par exemple 31/12/2025 14:30.",
    rw: "≈“{given}” si itariki n’isaha. Andika urugero 31/12/2025 14:30.",
  },
  place: {
    en: "“{given}” is not a place. Write latitude and longitude in degrees, such as -1.9441 30.0619.",
    fr: "«\u202f{given}\u202f » n’est pas un lieu. Écrivez latitude et longitude en degrés, par exemple -1.9441 30.0619.",
    rw: "≈“{given}” si ahantu. Andika latitude na longitude muri dogere, urugero -1.9441 30.0619.",
  },
  line: {
    en: "“{given}” is not a line: at least two places are needed, with a semicolon between them.",
    fr: "«\u202f{given}\u202f » n’est pas une ligne\u202f: il faut au moins deux lieux, séparés par un point-virgule.",
    rw: "≈“{given}” si umurongo: hakenewe nibura ahantu habiri, hatandukanywe na “;”.",
  },
  outline: {
    en: "“{given}” is not an outline: at least three places are needed, and the last must be the first again.",
    fr: "«\u202f{given}\u202f » n’est pas un contour\u202f: il faut au moins trois lieux, et le dernier doit être le premier.",
    rw: "≈“{given}” si imbibi: hakenewe nibura ahantu hatatu, kandi aha nyuma hakaba aha mbere.",
  },
  unreadable: {
    en: "This answer is not a text or a number.",
    fr: "Cette réponse n’est ni un texte ni un nombre.",
    rw: "≈Iki gisubizo si amagambo cyangwa umubare.",
  },
  unsettled: {
    en: "The calculations of this form never come to rest; its author must correct it.",
    fr: "Les calculs de ce formulaire ne se stabilisent jamais\u202f; son auteur doit le corriger.",
    rw: "≈Imibare y’iyi fomu ntirangira; uwayikoze agomba kuyikosora.",
  },
  tooManyRepeats: {
    en: "The form asks for {wanted} repetitions; at most {limit} are possible.",
    fr: "Le formulaire demande {wanted} répétitions\u202f; {limit} au plus sont possibles.",
    rw: "≈Fomu isaba gusubiramo inshuro {wanted}; ntizirenga {limit}.",
  },
});
