/** Columns of a file of figures, and what is wrong with a row. */
import { defineWords, type Text } from "#platform/i18n/text.ts";
import type { Columns } from "#platform/tabular/headers.ts";

export type FigureColumn = "indicator" | "organisation" | "from" | "to" | "value" | "numerator" | "denominator" | "sex" | "tier" | "source";

const text = (en: string, fr: string, rw: string): Text => ({ en, fr, rw });

/** The columns of a file of figures. */
export const columns: Columns<FigureColumn> = {
  indicator: {
    name: text("Indicator code", "Code de l’indicateur", "≈Kode y’igipimo"),
    aliases: ["indicator", "code", "indicator_code"],
    required: true,
    filled: true,
  },
  organisation: {
    name: text("Organisation", "Organisation", "≈Urwego"),
    aliases: ["organisation code", "district", "organization", "akarere"],
    required: true,
    filled: true,
  },
  from: { name: text("From", "Du", "≈Kuva"), aliases: ["from day", "start", "period start"], required: true, filled: true },
  to: { name: text("To", "Au", "≈Kugeza"), aliases: ["to day", "end", "period end"], required: true, filled: true },
  value: { name: text("Value", "Valeur", "≈Umubare"), aliases: ["figure"], required: true, filled: true },
  numerator: { name: text("Numerator", "Numérateur", "≈Umubare wo hejuru") },
  denominator: { name: text("Denominator", "Dénominateur", "≈Umubare wo hasi") },
  sex: { name: text("Sex", "Sexe", "≈Igitsina") },
  tier: { name: text("Tier", "Échelon", "≈Icyiciro cy’urwego"), aliases: ["level"] },
  source: { name: text("Source", "Source", "≈Inkomoko"), required: true, filled: true },
};

export const w = defineWords({
  noIndicator: {
    en: "No indicator has the code “{code}”. Look the code up in the list of indicators.",
    fr: "Aucun indicateur ne porte le code « {code} ». Cherchez le code dans la liste des indicateurs.",
    rw: "≈Nta gipimo gifite kode “{code}”. Shaka kode ku rutonde rw’ibipimo.",
  },
  noOrganisation: {
    en: "“{name}” is no organisation of the registry. Write its name or code as the registry does.",
    fr: "« {name} » n’est pas une organisation du registre. Écrivez son nom ou son code comme le registre.",
    rw: "≈“{name}” si urwego ruri mu gitabo. Andika izina cyangwa kode nk’uko biri mu gitabo.",
  },
  twoOrganisations: {
    en: "Several organisations are called “{name}”. Give the code instead.",
    fr: "Plusieurs organisations s’appellent « {name} ». Donnez plutôt le code.",
    rw: "≈Inzego nyinshi zitwa “{name}”. Tanga kode.",
  },
  notYours: {
    en: "You may not bring figures of “{name}”. Leave the row out, or ask the association.",
    fr: "Vous ne pouvez pas apporter de chiffres de « {name} ». Retirez la ligne ou demandez à l’association.",
    rw: "≈Ntiwemerewe kuzana imibare ya “{name}”. Kuramo uwo murongo, cyangwa ubaze ihuriro.",
  },
  noDay: {
    en: "“{text}” is no date. Write 30/06/2025 or 2025-06-30.",
    fr: "« {text} » n’est pas une date. Écrivez 30/06/2025 ou 2025-06-30.",
    rw: "≈“{text}” si itariki. Andika 30/06/2025 cyangwa 2025-06-30.",
  },
  endsBefore: {
    en: "The period ends before it begins. Swap the two dates.",
    fr: "La période se termine avant de commencer. Intervertissez les deux dates.",
    rw: "≈Igihe kirangira mbere y’uko gitangira. Hinduranya amatariki.",
  },
  notOver: {
    en: "The period is not over yet. Bring the figure after its last day.",
    fr: "La période n’est pas terminée. Apportez le chiffre après son dernier jour.",
    rw: "≈Igihe nticyararangira. Zana umubare nyuma y’umunsi wa nyuma.",
  },
  noNumber: {
    en: "“{text}” is no number. Write digits, with a point or a comma for decimals.",
    fr: "« {text} » n’est pas un nombre. Écrivez des chiffres, avec un point ou une virgule pour les décimales.",
    rw: "≈“{text}” si umubare. Andika imibare, ukoreshe akadomo cyangwa akitso ku mibare icagaguye.",
  },
  noPercent: {
    en: "{value} is outside 0 to 100 percent. Write 45 for 45 %.",
    fr: "{value} est hors de 0 à 100 pour cent. Écrivez 45 pour 45 %.",
    rw: "≈{value} ntiri hagati ya 0 na 100 ku ijana. Andika 45 kuri 45 %.",
  },
  partOverWhole: {
    en: "The part ({part}) is more than the whole ({whole}). Check both columns.",
    fr: "La partie ({part}) dépasse le tout ({whole}). Vérifiez les deux colonnes.",
    rw: "≈Igice ({part}) kiruta byose hamwe ({whole}). Suzuma inkingi zombi.",
  },
  noSex: {
    en: "“{text}” is no sex that is counted. Write F, M or nothing.",
    fr: "« {text} » n’est pas un sexe compté. Écrivez F, M ou rien.",
    rw: "≈“{text}” si igitsina kibarwa. Andika F, M cyangwa ntugire icyo wandika.",
  },
  noTier: {
    en: "“{text}” is no tier of the registry. Write its code, or nothing.",
    fr: "« {text} » n’est pas un échelon du registre. Écrivez son code, ou rien.",
    rw: "≈“{text}” si icyiciro kiri mu gitabo. Andika kode yacyo, cyangwa ntugire icyo wandika.",
  },
  twice: {
    en: "Row {row} already gives a figure for this indicator, organisation and period. Keep one of them.",
    fr: "La ligne {row} donne déjà un chiffre pour cet indicateur, cette organisation et cette période. Gardez-en une.",
    rw: "≈Umurongo wa {row} usanzwe utanga umubare w’iki gipimo, uru rwego n’iki gihe. Sigaza umwe.",
  },
  stands: {
    en: "Somebody entered {value} for this period. A file does not overwrite a person: correct it on the indicator’s page.",
    fr: "Quelqu’un a saisi {value} pour cette période. Un fichier n’écrase pas une personne : corrigez sur la page de l’indicateur.",
    rw: "≈Hari uwanditse {value} muri iki gihe. Idosiye ntisimbura umuntu: kosora ku rupapuro rw’igipimo.",
  },
});
