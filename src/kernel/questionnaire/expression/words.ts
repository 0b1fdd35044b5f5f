/** What is wrong with an expression, said to the author of a questionnaire in three languages. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  tooLong: {
    en: "The expression has {length} characters; the limit is {limit}.",
    fr: "L’expression compte {length} caractères\u202f; la limite est de {limit}.",
    rw: "≈Iyi mvugo ifite inyuguti {length}; ntizirenga {limit}.",
  },
  tooDeep: {
    en: "The expression has more than {limit} levels of brackets.",
    fr: "L’expression a plus de {limit} niveaux de parenthèses.",
    rw: "≈Iyi mvugo irengeje inzego {limit} z’udukubo.",
  },
  tooMuchWork: {
    en: "The expression looks at more than {limit} values; make it simpler.",
    fr: "L’expression examine plus de {limit} valeurs\u202f; simplifiez-la.",
    rw: "≈Iyi mvugo isuzuma ibintu birenga {limit}; yoroshye.",
  },
  character: {
    en: "The character “{found}” at place {at} means nothing in an expression.",
    fr: "Le caractère «\u202f{found}\u202f » à la position {at} n’a pas de sens dans une expression.",
    rw: "≈Akamenyetso “{found}” kari ku mwanya wa {at} nta cyo kavuze muri iyi mvugo.",
  },
  textNotClosed: {
    en: "A quoted text opens at place {at} and is never closed.",
    fr: "Un texte entre guillemets s’ouvre à la position {at} et n’est jamais fermé.",
    rw: "≈Amagambo yatangiriye ku mwanya wa {at} ntiyafunzwe.",
  },
  refNotClosed: {
    en: "A reference opens at place {at} and its closing brace is missing.",
    fr: "Une référence s’ouvre à la position {at} et son accolade fermante manque.",
    rw: "≈Indangira yatangiriye ku mwanya wa {at} ntiyafunzwe.",
  },
  unexpected: {
    en: "“{found}” at place {at} is not expected there.",
    fr: "«\u202f{found}\u202f » à la position {at} n’est pas attendu à cet endroit.",
    rw: "≈“{found}” ku mwanya wa {at} ntiyari ikwiye kuba hano.",
  },
  endsEarly: {
    en: "The expression stops before it is complete.",
    fr: "L’expression s’arrête avant d’être complète.",
    rw: "≈Iyi mvugo irangiye ituzuye.",
  },
  empty: {
    en: "The expression is empty.",
    fr: "L’expression est vide.",
    rw: "≈Iyi mvugo irimo ubusa.",
  },
  axis: {
    en: "The path step “{found}” is not supported; only child, parent (..) and self (.) are.",
    fr: "L’étape de chemin «\u202f{found}\u202f » n’est pas acceptée\u202f; seules le sont enfant, parent (..) et soi-même (.).",
    rw: "≈Intambwe “{found}” ntiyemewe; hemewe umwana, umubyeyi (..) n’icyo ubwacyo (.).",
  },
  unknownFunction: {
    en: "There is no function “{name}”.",
    fr: "La fonction «\u202f{name}\u202f » n’existe pas.",
    rw: "≈Nta mukoro witwa “{name}” ubaho.",
  },
  refusedFunction: {
    en: "The function “{name}” exists in other programs but is not supported here.",
    fr: "La fonction «\u202f{name}\u202f » existe dans d’autres programmes mais n’est pas acceptée ici.",
    rw: "≈Umukoro “{name}” uba mu zindi porogaramu ariko hano ntiwemewe.",
  },
  tooFewArguments: {
    en: "“{name}” needs at least {min, plural, one {# value} other {# values}} and was given {given}.",
    fr: "«\u202f{name}\u202f » demande au moins {min, plural, one {# valeur} other {# valeurs}} et en a reçu {given}.",
    rw: "≈“{name}” ikeneye nibura agaciro {min}, yahawe {given}.",
  },
  tooManyArguments: {
    en: "“{name}” takes at most {max, plural, one {# value} other {# values}} and was given {given}.",
    fr: "«\u202f{name}\u202f » accepte au plus {max, plural, one {# valeur} other {# valeurs}} et en a reçu {given}.",
    rw: "≈“{name}” yakira agaciro katarenze {max}, yahawe {given}.",
  },
  pairedArguments: {
    en: "“{name}” takes its values in pairs.",
    fr: "«\u202f{name}\u202f » prend ses valeurs par paires.",
    rw: "≈“{name}” ifata agaciro bibiri bibiri.",
  },
  notNodes: {
    en: "“{name}” needs questions to look at, not a plain value.",
    fr: "«\u202f{name}\u202f » a besoin de questions, non d’une simple valeur.",
    rw: "≈“{name}” ikeneye ibibazo, si agaciro gusa.",
  },
  unknownName: {
    en: "No question is called “{name}”.",
    fr: "Aucune question ne s’appelle «\u202f{name}\u202f ».",
    rw: "≈Nta kibazo cyitwa “{name}”.",
  },
  lastSaved: {
    en: "“{name}” asks for the answers saved last time; that is not supported here.",
    fr: "«\u202f{name}\u202f » demande les réponses enregistrées la dernière fois\u202f; cela n’est pas accepté ici.",
    rw: "≈“{name}” isaba ibisubizo byabitswe ubushize; ibyo ntibyemewe hano.",
  },
  unknownTable: {
    en: "The table “{name}” is not attached.",
    fr: "Le tableau «\u202f{name}\u202f » n’est pas joint.",
    rw: "≈Imbonerahamwe “{name}” ntiyometseho.",
  },
  unknownColumn: {
    en: "The table “{name}” has no column “{column}”.",
    fr: "Le tableau «\u202f{name}\u202f » n’a pas de colonne «\u202f{column}\u202f ».",
    rw: "≈Imbonerahamwe “{name}” nta nkingi yitwa “{column}” ifite.",
  },
  patternUnsupported: {
    en: "The text pattern uses “{found}”, which is not supported here (no look-around, no back-reference).",
    fr: "Le motif de texte utilise «\u202f{found}\u202f », qui n’est pas accepté ici (ni assertion avant ou arrière, ni référence arrière).",
    rw: "≈Imiterere y’inyandiko ikoresha “{found}”, itemewe hano.",
  },
  patternBroken: {
    en: "The text pattern “{pattern}” is not complete or not correct.",
    fr: "Le motif de texte «\u202f{pattern}\u202f » est incomplet ou incorrect.",
    rw: "≈Imiterere y’inyandiko “{pattern}” ntiyuzuye cyangwa irimo ikosa.",
  },
  patternTooLarge: {
    en: "The text pattern is too large; shorten it or its repetitions.",
    fr: "Le motif de texte est trop grand\u202f; raccourcissez-le ou réduisez ses répétitions.",
    rw: "≈Imiterere y’inyandiko ni ndende cyane; yigabanye.",
  },
});

/** Short names of months (January first) and of week days (Sunday first), separated by spaces, for dates written out by an expression. */
export const calendarNames = defineWords({
  months: {
    en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    fr: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    rw: "≈mut. gas. wer. mat. gic. kam. nya. kan. nze. ukw. ugu. uku.",
  },
  days: {
    en: "Sun Mon Tue Wed Thu Fri Sat",
    fr: "dim. lun. mar. mer. jeu. ven. sam.",
    rw: "≈cyu. mbe. kab. gtu. kan. gnu. gnd.",
  },
});
