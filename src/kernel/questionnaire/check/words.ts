/** What an author of a questionnaire is told about the workbook, in three languages. */
import { defineWords, isLanguage, patternOf } from "#platform/i18n/text.ts";
import type { Text } from "#platform/i18n/text.ts";

export const w = defineWords({
  surveyMissing: {
    en: "The workbook has no sheet called “survey”; it has {names}.",
    fr: "Le classeur n’a pas de feuille «\u202fsurvey\u202f »\u202f; il a {names}.",
    rw: "≈Iyi dosiye nta rupapuro rwitwa “survey” ifite; ifite {names}.",
  },
  sheetIgnored: {
    en: "The sheet “{name}” is not part of a questionnaire and is not read.",
    fr: "La feuille «\u202f{name}\u202f » ne fait pas partie d’un questionnaire et n’est pas lue.",
    rw: "≈Urupapuro “{name}” si urw’urutonde rw’ibibazo; ntirusomwa.",
  },
  headerMerged: {
    en: "The header row holds merged cells; give each column its own header.",
    fr: "La ligne d’en-tête contient des cellules fusionnées\u202f; donnez à chaque colonne son propre en-tête.",
    rw: "≈Umurongo w’imitwe urimo utuzu twahujwe; ha buri nkingi umutwe wayo.",
  },
  cellsMerged: {
    en: "Merged cells: only the first one has a value, the others are read as empty.",
    fr: "Cellules fusionnées\u202f: seule la première a une valeur, les autres sont lues comme vides.",
    rw: "≈Utuzu twahujwe: aka mbere ni ko gafite agaciro, utundi dufatwa nk’aho turimo ubusa.",
  },
  columnTwice: {
    en: "This column means the same as “{other}” in column {otherColumn}; keep one of them.",
    fr: "Cette colonne a le même sens que «\u202f{other}\u202f » en colonne {otherColumn}\u202f; gardez l’une des deux.",
    rw: "≈Iyi nkingi ivuga kimwe na “{other}” iri mu nkingi {otherColumn}; sigarana imwe.",
  },
  columnMissing: {
    en: "The sheet has no column “{name}”.",
    fr: "La feuille n’a pas de colonne «\u202f{name}\u202f ».",
    rw: "≈Uru rupapuro nta nkingi “{name}” rufite.",
  },
  columnKept: {
    en: "This column has no effect here; what it says is kept with the questions.",
    fr: "Cette colonne n’a pas d’effet ici\u202f; son contenu est conservé avec les questions.",
    rw: "≈Iyi nkingi nta cyo ihindura hano; ibirimo bibikanwa n’ibibazo.",
  },
  noHeader: {
    en: "This cell stands in a column without header and is not read.",
    fr: "Cette cellule se trouve dans une colonne sans en-tête et n’est pas lue.",
    rw: "≈Aka kazu kari mu nkingi itagira umutwe; ntigasomwa.",
  },
  formulaEmpty: {
    en: "The formula in this cell has no saved value; open the workbook, let it calculate and save it.",
    fr: "La formule de cette cellule n’a pas de valeur enregistrée\u202f; ouvrez le classeur, laissez-le calculer et enregistrez-le.",
    rw: "≈Fomula iri muri aka kazu nta gaciro ibitse; fungura dosiye, uyireke ibare, uyibike.",
  },
  rowIgnored: {
    en: "This row has no type, name or label; it is taken for a remark and not read.",
    fr: "Cette ligne n’a ni type, ni nom, ni libellé\u202f; elle est prise pour une remarque et n’est pas lue.",
    rw: "≈Uyu murongo nta bwoko, izina cyangwa umutwe ufite; ufatwa nk’icyitonderwa, ntusomwa.",
  },
  typeMissing: {
    en: "The type of this question is missing.",
    fr: "Le type de cette question manque.",
    rw: "≈Ubwoko bw’iki kibazo ntibwanditse.",
  },
  typeUnknown: {
    en: "There is no question type “{type}”.",
    fr: "Le type de question «\u202f{type}\u202f » n’existe pas.",
    rw: "≈Nta bwoko bw’ikibazo bwitwa “{type}” bubaho.",
  },
  typeRefused: {
    en: "The type “{type}” exists in other programs but is not supported here.",
    fr: "Le type «\u202f{type}\u202f » existe dans d’autres programmes mais n’est pas accepté ici.",
    rw: "≈Ubwoko “{type}” buba mu zindi porogaramu ariko hano ntibwemewe.",
  },
  nameMissing: {
    en: "This row of type “{type}” has no name.",
    fr: "Cette ligne de type «\u202f{type}\u202f » n’a pas de nom.",
    rw: "≈Uyu murongo w’ubwoko “{type}” nta zina ufite.",
  },
  nameInvalid: {
    en: "“{name}” cannot be a name: it must begin with a letter or _ and hold only letters, digits, _, - and full stops.",
    fr: "«\u202f{name}\u202f » ne peut pas être un nom\u202f: il doit commencer par une lettre ou _ et ne contenir que des lettres, chiffres, _, - et points.",
    rw: "≈“{name}” ntishobora kuba izina: ritangirwa n’inyuguti cyangwa _, rikagira inyuguti, imibare, _, - n’utudomo gusa.",
  },
  nameTwice: {
    en: "The name “{name}” is already used in row {other} of the same group.",
    fr: "Le nom «\u202f{name}\u202f » est déjà utilisé à la ligne {other} du même groupe.",
    rw: "≈Izina “{name}” ryakoreshejwe ku murongo wa {other} mu itsinda rimwe.",
  },
  labelMissing: {
    en: "“{name}” has no label, hint or picture: nobody would know what is asked.",
    fr: "«\u202f{name}\u202f » n’a ni libellé, ni indication, ni image\u202f: personne ne saurait ce qui est demandé.",
    rw: "≈“{name}” nta mutwe, ubusobanuro cyangwa ifoto ifite: nta wamenya icyo ibaza.",
  },
  calculationMissing: {
    en: "The calculation of “{name}” is missing.",
    fr: "Le calcul de «\u202f{name}\u202f » manque.",
    rw: "≈Ibarwa rya “{name}” ntiryanditse.",
  },
  nestedTooDeep: {
    en: "Groups lie more than {limit} deep inside one another.",
    fr: "Des groupes sont imbriqués sur plus de {limit} niveaux.",
    rw: "≈Amatsinda arutanamo inzego zirenga {limit}.",
  },
  notClosed: {
    en: "“{name}” is opened here and never closed; an “end” row is missing.",
    fr: "«\u202f{name}\u202f » s’ouvre ici et n’est jamais fermé\u202f; il manque une ligne «\u202fend\u202f ».",
    rw: "≈“{name}” itangiriye hano ntifungwa; habuze umurongo wa “end”.",
  },
  endAlone: {
    en: "Nothing is open here that this “end {what}” could close.",
    fr: "Rien n’est ouvert ici que ce «\u202fend {what}\u202f » puisse fermer.",
    rw: "≈Nta gifunguye hano iyi “end {what}” yafunga.",
  },
  endOther: {
    en: "This “end {what}” meets the {open} “{name}” of row {row}, which is still open.",
    fr: "Ce «\u202fend {what}\u202f » rencontre le {open} «\u202f{name}\u202f » de la ligne {row}, encore ouvert.",
    rw: "≈Iyi “end {what}” ihuye na {open} “{name}” yo ku murongo wa {row} igifunguye.",
  },
  sectionEmpty: {
    en: "“{name}” holds no question.",
    fr: "«\u202f{name}\u202f » ne contient aucune question.",
    rw: "≈“{name}” nta kibazo kirimo.",
  },
  countOutsideRepeat: {
    en: "A repeat count is written on a group, which is asked once; it has no effect.",
    fr: "Un nombre de répétitions est écrit sur un groupe, posé une seule fois\u202f; il n’a pas d’effet.",
    rw: "≈Umubare w’isubiramo wanditse ku itsinda ribazwa rimwe; nta cyo uhindura.",
  },
  listMissing: {
    en: "The name of the list of choices is missing after “{type}”.",
    fr: "Le nom de la liste de choix manque après «\u202f{type}\u202f ».",
    rw: "≈Izina ry’urutonde rw’amahitamo ribuze nyuma ya “{type}”.",
  },
  listUnknown: {
    en: "There is no list of choices “{list}”.",
    fr: "La liste de choix «\u202f{list}\u202f » n’existe pas.",
    rw: "≈Nta rutonde rw’amahitamo rwitwa “{list}” ruhari.",
  },
  listFromAnswers: {
    en: "Choices taken from the answers of the repeat “{list}” are not supported here.",
    fr: "Des choix tirés des réponses de la répétition «\u202f{list}\u202f » ne sont pas acceptés ici.",
    rw: "≈Amahitamo ava mu bisubizo bya “{list}” ntiyemewe hano.",
  },
  fileUnsupported: {
    en: "Choices can be taken from a CSV file, not from “{file}”.",
    fr: "Des choix peuvent venir d’un fichier CSV, non de «\u202f{file}\u202f ».",
    rw: "≈Amahitamo ava muri dosiye ya CSV gusa, si muri “{file}”.",
  },
  choiceWithoutList: {
    en: "This row names no list and is not read.",
    fr: "Cette ligne ne nomme aucune liste et n’est pas lue.",
    rw: "≈Uyu murongo nta rutonde uvuga; ntusomwa.",
  },
  choiceWithoutName: {
    en: "A choice of the list “{list}” has no name.",
    fr: "Un choix de la liste «\u202f{list}\u202f » n’a pas de nom.",
    rw: "≈Hari ihitamo ryo mu rutonde “{list}” ritagira izina.",
  },
  choiceTwice: {
    en: "The choice “{name}” is already in the list “{list}”; set allow_choice_duplicates to yes if that is meant.",
    fr: "Le choix «\u202f{name}\u202f » est déjà dans la liste «\u202f{list}\u202f »\u202f; mettez allow_choice_duplicates à yes si c’est voulu.",
    rw: "≈Ihitamo “{name}” risanzwe mu rutonde “{list}”; niba ari ko bigenwe, shyira allow_choice_duplicates kuri yes.",
  },
  choiceWithoutLabel: {
    en: "The choice “{name}” has no label; its name will be shown.",
    fr: "Le choix «\u202f{name}\u202f » n’a pas de libellé\u202f; son nom sera affiché.",
    rw: "≈Ihitamo “{name}” nta mutwe rifite; hazagaragara izina ryaryo.",
  },
  choiceWithSpace: {
    en: "The choice “{choice}” of the list “{list}” holds a space; where several can be chosen, names must not.",
    fr: "Le choix «\u202f{choice}\u202f » de la liste «\u202f{list}\u202f » contient une espace\u202f; les noms n’en admettent pas quand on peut en choisir plusieurs.",
    rw: "≈Ihitamo “{choice}” ryo mu rutonde “{list}” ririmo umwanya; aho bahitamo byinshi amazina ntagira umwanya.",
  },
  filterWithoutChoices: {
    en: "A choice filter is written on a question without choices; it has no effect.",
    fr: "Un filtre de choix est écrit sur une question sans choix\u202f; il n’a pas d’effet.",
    rw: "≈Iyungurura ry’amahitamo ryanditse ku kibazo kitagira amahitamo; nta cyo rihindura.",
  },
  filterColumnUnknown: {
    en: "The list “{list}” has no column “{name}”; a text in a filter needs quotes.",
    fr: "La liste «\u202f{list}\u202f » n’a pas de colonne «\u202f{name}\u202f »\u202f; un texte dans un filtre demande des guillemets.",
    rw: "≈Urutonde “{list}” nta nkingi “{name}” rufite; amagambo yo mu iyungurura ashyirwa mu twuguruzo.",
  },
  appearanceUnknown: {
    en: "The appearance “{name}” is not known; it is kept and has no effect.",
    fr: "L’apparence «\u202f{name}\u202f » n’est pas connue\u202f; elle est conservée sans effet.",
    rw: "≈Imigaragarire “{name}” ntizwi; irabikwa ariko nta cyo ihindura.",
  },
  appearanceExternal: {
    en: "This question would start another program; here it is answered by hand.",
    fr: "Cette question lancerait un autre programme\u202f; ici, on y répond à la main.",
    rw: "≈Iki kibazo cyagombye gufungura indi porogaramu; hano gisubizwa n’intoki.",
  },
  searchUnsupported: {
    en: "Choices searched in a file by “search()” are not supported; use select_one_from_file.",
    fr: "Les choix cherchés dans un fichier par «\u202fsearch()\u202f » ne sont pas acceptés\u202f; utilisez select_one_from_file.",
    rw: "≈Amahitamo ashakwa muri dosiye na “search()” ntiyemewe; koresha select_one_from_file.",
  },
  parameterUnreadable: {
    en: "“{part}” is not of the form name=value.",
    fr: "«\u202f{part}\u202f » n’est pas de la forme nom=valeur.",
    rw: "≈“{part}” ntiyanditse nka izina=agaciro.",
  },
  parameterUnknown: {
    en: "The parameter “{name}” means nothing for the type “{type}”; it is kept and has no effect.",
    fr: "Le paramètre «\u202f{name}\u202f » n’a pas de sens pour le type «\u202f{type}\u202f »\u202f; il est conservé sans effet.",
    rw: "≈Igipimo “{name}” nta cyo kivuze ku bwoko “{type}”; kirabikwa ariko nta cyo gihindura.",
  },
  parameterNotNumber: {
    en: "The parameter “{name}” must be a number.",
    fr: "Le paramètre «\u202f{name}\u202f » doit être un nombre.",
    rw: "≈Igipimo “{name}” kigomba kuba umubare.",
  },
  rangeStep: {
    en: "The step of this range is 0 or larger than the range.",
    fr: "Le pas de cet intervalle est nul ou plus grand que l’intervalle.",
    rw: "≈Intambwe y’uru rwego ni 0 cyangwa iruta urwego.",
  },
  notRecorded: {
    en: "Questions of type “{type}” are recorded by some telephones only; on a web page they stay empty.",
    fr: "Les questions de type «\u202f{type}\u202f » ne sont enregistrées que par certains téléphones\u202f; sur une page web elles restent vides.",
    rw: "≈Ibibazo by’ubwoko “{type}” byandikwa na telefone zimwe gusa; ku rupapuro rwa interineti bisigara birimo ubusa.",
  },
  triggerAlways: {
    en: "The calculation is made anew whenever any answer changes, not only when the trigger does.",
    fr: "Le calcul est refait dès qu’une réponse change, et pas seulement le déclencheur.",
    rw: "≈Ibarwa risubirwamo igisubizo icyo ari cyo cyose gihindutse, si imbarutso gusa.",
  },
  triggerUnreadable: {
    en: "A trigger is written as the name of a question in braces with a dollar sign.",
    fr: "Un déclencheur s’écrit comme le nom d’une question entre accolades, précédé d’un dollar.",
    rw: "≈Imbarutso yandikwa nk’izina ry’ikibazo riri hagati y’udukubo tubanzirizwa n’akamenyetso k’idorari.",
  },
  messageWithoutRule: {
    en: "A message is written, but no rule that it could explain.",
    fr: "Un message est écrit, mais aucune règle qu’il pourrait expliquer.",
    rw: "≈Handitse ubutumwa ariko nta tegeko busobanura.",
  },
  referenceUnknown: {
    en: "No question is called “{name}”.",
    fr: "Aucune question ne s’appelle «\u202f{name}\u202f ».",
    rw: "≈Nta kibazo cyitwa “{name}”.",
  },
  referenceAmbiguous: {
    en: "Several questions are called “{name}”; give them different names.",
    fr: "Plusieurs questions s’appellent «\u202f{name}\u202f »\u202f; donnez-leur des noms différents.",
    rw: "≈Ibibazo byinshi byitwa “{name}”; biheshe amazina atandukanye.",
  },
  referenceLastSaved: {
    en: "“{name}” asks for the answers saved last time; that is not supported here.",
    fr: "«\u202f{name}\u202f » demande les réponses enregistrées la dernière fois\u202f; cela n’est pas accepté ici.",
    rw: "≈“{name}” isaba ibisubizo byabitswe ubushize; ibyo ntibyemewe hano.",
  },
  pathNowhere: {
    en: "“{path}” leads to no question; a text needs quotes.",
    fr: "«\u202f{path}\u202f » ne mène à aucune question\u202f; un texte demande des guillemets.",
    rw: "≈“{path}” nta kibazo igeraho; amagambo ashyirwa mu twuguruzo.",
  },
  instanceUnknown: {
    en: "There is no list or attached table “{name}”.",
    fr: "La liste ou le tableau joint «\u202f{name}\u202f » n’existe pas.",
    rw: "≈Nta rutonde cyangwa imbonerahamwe “{name}” bihari.",
  },
  circle: {
    en: "These questions wait for each other: {names} (rows {rows}).",
    fr: "Ces questions s’attendent l’une l’autre\u202f: {names} (lignes {rows}).",
    rw: "≈Ibi bibazo birategerezanya: {names} (imirongo {rows}).",
  },
  tableNeeded: {
    en: "The form needs the table “{name}” (CSV); attach it before the form is used.",
    fr: "Le formulaire a besoin du tableau «\u202f{name}\u202f » (CSV)\u202f; joignez-le avant d’utiliser le formulaire.",
    rw: "≈Iyi fomu ikeneye imbonerahamwe “{name}” (CSV); yomekeho mbere yo kuyikoresha.",
  },
  settingsRow: {
    en: "Only the first row of settings is read.",
    fr: "Seule la première ligne de réglages est lue.",
    rw: "≈Umurongo wa mbere w’igenamiterere ni wo usomwa gusa.",
  },
  settingKept: {
    en: "The setting “{name}” is kept and has no effect here.",
    fr: "Le réglage «\u202f{name}\u202f » est conservé et n’a pas d’effet ici.",
    rw: "≈Igenamiterere “{name}” rirabikwa ariko nta cyo rihindura hano.",
  },
  defaultLanguageUnknown: {
    en: "The default language “{language}” is none of the form’s languages: {languages}.",
    fr: "La langue par défaut «\u202f{language}\u202f » n’est pas une langue du formulaire\u202f: {languages}.",
    rw: "≈Ururimi rusanzwe “{language}” ntiruri mu ndimi z’iyi fomu: {languages}.",
  },
  translationMissing: {
    en: "{n, plural, one {One text of “{name}” has} other {# texts of “{name}” have}} no version in “{language}”; this is the first.",
    fr: "{n, plural, one {Un texte} other {# textes}} de «\u202f{name}\u202f » sans version en «\u202f{language}\u202f »\u202f; voici le premier.",
    rw: "≈Hari amagambo {n} ya “{name}” adafite ubusobanuro mu “{language}”; aya ni yo ya mbere.",
  },
  entityWithoutDataset: {
    en: "The name of the data set is missing.",
    fr: "Le nom du jeu de données manque.",
    rw: "≈Izina ry’urusobe rw’amakuru ribuze.",
  },
  entityKept: {
    en: "The entity list “{name}” is kept with the form; answers do not yet create its entries here.",
    fr: "La liste d’entités «\u202f{name}\u202f » est conservée avec le formulaire\u202f; ici, les réponses n’en créent pas les fiches.",
    rw: "≈Urutonde “{name}” rubikanwa na fomu; hano ibisubizo ntibiruremamo ibyanditswe.",
  },
});

/** What the engine itself writes into a form: the choice and the question that `or_other` adds, and the hints that old type names bring. */
export const written = defineWords({
  other: { en: "Other", fr: "Autre", rw: "≈Ikindi" },
  specify: { en: "Specify other.", fr: "Précisez.", rw: "≈Sobanura." },
  numbersOnly: {
    en: "Enter numbers only.",
    fr: "Écrivez seulement des chiffres.",
    rw: "≈Andika imibare gusa.",
  },
  upTo: {
    en: "Enter a number 0-{limit}.",
    fr: "Écrivez un nombre de 0 à {limit}.",
    rw: "≈Andika umubare uri hagati ya 0 na {limit}.",
  },
});

/** One of those texts in the language of a two-letter code; English where the code is none of ours. */
export function writtenIn(text: Text, code: string, limit = 0): string {
  const language = isLanguage(code) ? code : "en";
  return patternOf(text, language).replace("{limit}", String(limit));
}
