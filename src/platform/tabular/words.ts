/** What people are told about the tables they bring and take away. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  // The file as a whole
  emptyFile: {
    en: "The file is empty.",
    fr: "Le fichier est vide.",
    rw: "≈Dosiye nta kintu kirimo.",
  },
  tooLarge: {
    en: "The file has {size, number} MB. At most {limit, number} MB can be read: remove pictures or unused sheets, or send it in parts.",
    fr: "Le fichier fait {size, number} Mo. La limite est de {limit, number} Mo : retirez les images ou les feuilles inutiles, ou envoyez-le en plusieurs parties.",
    rw: "≈Dosiye ifite MB {size, number}. Ntishobora kurenza MB {limit, number}: kuramo amafoto cyangwa impapuro zidakenewe, cyangwa uyohereze mu bice.",
  },
  notWorkbook: {
    en: "This is not an Excel workbook. Save the table as “Excel Workbook (.xlsx)” or as CSV and bring that file.",
    fr: "Ce n’est pas un classeur Excel. Enregistrez le tableau en « Classeur Excel (.xlsx) » ou en CSV et apportez ce fichier.",
    rw: "≈Iyi si dosiye ya Excel. Bika imbonerahamwe nka “Excel Workbook (.xlsx)” cyangwa CSV, maze wohereze iyo dosiye.",
  },
  textFile: {
    en: "This file is plain text (such as CSV), not an Excel workbook. Open it in Excel and choose File, Save as, “Excel Workbook (.xlsx)”.",
    fr: "Ce fichier est du texte simple (par exemple CSV), pas un classeur Excel. Ouvrez-le dans Excel et choisissez Fichier, Enregistrer sous, « Classeur Excel (.xlsx) ».",
    rw: "≈Iyi dosiye ni inyandiko isanzwe (nka CSV), si iya Excel. Yifungure muri Excel, uhitemo File, Save as, “Excel Workbook (.xlsx)”.",
  },
  oldExcel: {
    en: "This workbook is in the old Excel format (.xls). Open it in Excel or LibreOffice, choose File, Save as, “Excel Workbook (.xlsx)”, and bring the new file.",
    fr: "Ce classeur est dans l’ancien format Excel (.xls). Ouvrez-le dans Excel ou LibreOffice, choisissez Fichier, Enregistrer sous, « Classeur Excel (.xlsx) », et apportez le nouveau fichier.",
    rw: "≈Iyi dosiye iri mu buryo bwa kera bwa Excel (.xls). Yifungure muri Excel cyangwa LibreOffice, uhitemo File, Save as, “Excel Workbook (.xlsx)”, maze wohereze dosiye nshya.",
  },
  passwordProtected: {
    en: "This workbook is protected by a password and cannot be read. Open it in Excel, choose File, Info, Protect Workbook, Encrypt with Password, clear the password, save, and bring it again.",
    fr: "Ce classeur est protégé par un mot de passe et ne peut pas être lu. Ouvrez-le dans Excel, choisissez Fichier, Informations, Protéger le classeur, Chiffrer avec mot de passe, effacez le mot de passe, enregistrez, puis apportez-le de nouveau.",
    rw: "≈Iyi dosiye irinzwe n’ijambo ry’ibanga, ntishobora gusomwa. Yifungure muri Excel, uhitemo File, Info, Protect Workbook, Encrypt with Password, usibe ijambo ry’ibanga, uyibike, maze wongere uyohereze.",
  },
  macros: {
    en: "This workbook contains macros (programs), which are not accepted. Choose File, Save as, “Excel Workbook (.xlsx)” without macros, and bring the new file.",
    fr: "Ce classeur contient des macros (programmes), qui ne sont pas acceptées. Choisissez Fichier, Enregistrer sous, « Classeur Excel (.xlsx) » sans macros, et apportez le nouveau fichier.",
    rw: "≈Iyi dosiye irimo porogaramu (macros) zitemewe. Hitamo File, Save as, “Excel Workbook (.xlsx)” idafite macros, maze wohereze dosiye nshya.",
  },
  binaryWorkbook: {
    en: "This is a binary workbook (.xlsb). Choose File, Save as, “Excel Workbook (.xlsx)”, and bring the new file.",
    fr: "C’est un classeur binaire (.xlsb). Choisissez Fichier, Enregistrer sous, « Classeur Excel (.xlsx) », et apportez le nouveau fichier.",
    rw: "≈Iyi dosiye ni iya Excel yo mu bwoko bwa .xlsb. Hitamo File, Save as, “Excel Workbook (.xlsx)”, maze wohereze dosiye nshya.",
  },
  openDocument: {
    en: "This is an OpenDocument file (.ods). In LibreOffice choose File, Save as, “Excel 2007–365 (.xlsx)”, and bring the new file.",
    fr: "C’est un fichier OpenDocument (.ods). Dans LibreOffice, choisissez Fichier, Enregistrer sous, « Excel 2007–365 (.xlsx) », et apportez le nouveau fichier.",
    rw: "≈Iyi ni dosiye ya OpenDocument (.ods). Muri LibreOffice hitamo File, Save as, “Excel 2007–365 (.xlsx)”, maze wohereze dosiye nshya.",
  },
  otherDocument: {
    en: "This is a text document or a presentation, not a table. Copy the table into Excel, save it as “Excel Workbook (.xlsx)”, and bring that file.",
    fr: "C’est un document texte ou une présentation, pas un tableau. Copiez le tableau dans Excel, enregistrez-le en « Classeur Excel (.xlsx) », et apportez ce fichier.",
    rw: "≈Iyi ni inyandiko cyangwa ikiganiro cyerekanwa, si imbonerahamwe. Kopera imbonerahamwe muri Excel, uyibike nka “Excel Workbook (.xlsx)”, maze wohereze iyo dosiye.",
  },
  otherArchive: {
    en: "This is a compressed archive (zip), not a workbook. Take the table out of it and bring the table.",
    fr: "C’est une archive compressée (zip), pas un classeur. Extrayez-en le tableau et apportez le tableau.",
    rw: "≈Iyi ni dosiye zifunze hamwe (zip), si iya Excel. Kuramo imbonerahamwe, maze abe ari yo wohereza.",
  },
  webPage: {
    en: "This is a web page saved under the name of a table. Open it in Excel, choose File, Save as, “Excel Workbook (.xlsx)”, and bring the new file.",
    fr: "C’est une page web enregistrée sous le nom d’un tableau. Ouvrez-la dans Excel, choisissez Fichier, Enregistrer sous, « Classeur Excel (.xlsx) », et apportez le nouveau fichier.",
    rw: "≈Uru ni urupapuro rw’urubuga rwabitswe nk’imbonerahamwe. Rufungure muri Excel, uhitemo File, Save as, “Excel Workbook (.xlsx)”, maze wohereze dosiye nshya.",
  },
  damagedZip: {
    en: "The workbook is damaged or incomplete, perhaps because it was not sent to the end. Save it again and bring it again.",
    fr: "Le classeur est endommagé ou incomplet, peut-être parce que l’envoi s’est interrompu. Enregistrez-le de nouveau et apportez-le de nouveau.",
    rw: "≈Dosiye ya Excel yangiritse cyangwa ntiyuzuye, wenda kuko itoherejwe yose. Yongere uyibike, maze wongere uyohereze.",
  },
  damaged: {
    en: "A part of the workbook cannot be read ({part}). Open it in Excel, save it again as “Excel Workbook (.xlsx)”, and bring the new file.",
    fr: "Une partie du classeur est illisible ({part}). Ouvrez-le dans Excel, enregistrez-le de nouveau en « Classeur Excel (.xlsx) », et apportez le nouveau fichier.",
    rw: "≈Hari igice cya dosiye kidashobora gusomwa ({part}). Yifungure muri Excel, wongere uyibike nka “Excel Workbook (.xlsx)”, maze wohereze dosiye nshya.",
  },
  inflatesTooMuch: {
    en: "The workbook would unfold to far more than its size: more than {limit, number} MB or suspiciously repetitive. Copy only the cells you need into a new workbook and bring that.",
    fr: "Une fois décompressé, le classeur serait bien plus grand que sa taille : plus de {limit, number} Mo, ou d’une répétition suspecte. Copiez seulement les cellules utiles dans un nouveau classeur et apportez celui-ci.",
    rw: "≈Iyo ifunguwe, iyi dosiye iba nini birenze urugero: irenga MB {limit, number} cyangwa isubiramo ibintu bidasanzwe. Kopera utuzu ukeneye gusa muri dosiye nshya, abe ari yo wohereza.",
  },
  tooManyParts: {
    en: "The workbook consists of more than {limit, number} parts. Copy the table into a new workbook and bring that.",
    fr: "Le classeur est formé de plus de {limit, number} parties. Copiez le tableau dans un nouveau classeur et apportez celui-ci.",
    rw: "≈Dosiye igizwe n’ibice birenga {limit, number}. Kopera imbonerahamwe muri dosiye nshya, abe ari yo wohereza.",
  },
  doctype: {
    en: "The workbook contains a document type definition, which no spreadsheet program writes; it is refused for safety.",
    fr: "Le classeur contient une définition de type de document, qu’aucun tableur n’écrit ; il est refusé par sécurité.",
    rw: "≈Dosiye irimo amabwiriza (DTD) nta porogaramu y’imbonerahamwe yandika; yanzwe ku mpamvu z’umutekano.",
  },
  noSheet: {
    en: "The workbook has no sheet with cells.",
    fr: "Le classeur n’a aucune feuille de cellules.",
    rw: "≈Dosiye ya Excel nta rupapuro rufite utuzu irimo.",
  },
  tooManyRows: {
    en: "The table{sheet, select, none {} other { on sheet “{sheet}”}} has more than {limit, number} rows. Send it in parts.",
    fr: "Le tableau{sheet, select, none {} other { de la feuille « {sheet} »}} a plus de {limit, number} lignes. Envoyez-le en plusieurs parties.",
    rw: "≈Imbonerahamwe{sheet, select, none {} other { yo ku rupapuro “{sheet}”}} ifite imirongo irenga {limit, number}. Yohereze mu bice.",
  },
  tooManyColumns: {
    en: "The table{sheet, select, none {} other { on sheet “{sheet}”}} has more than {limit, number} columns. Remove the columns that are not needed.",
    fr: "Le tableau{sheet, select, none {} other { de la feuille « {sheet} »}} a plus de {limit, number} colonnes. Retirez les colonnes inutiles.",
    rw: "≈Imbonerahamwe{sheet, select, none {} other { yo ku rupapuro “{sheet}”}} ifite inkingi zirenga {limit, number}. Kuramo izidakenewe.",
  },
  tooManyCells: {
    en: "The workbook has more than {limit, number} filled cells. Send it in parts.",
    fr: "Le classeur a plus de {limit, number} cellules remplies. Envoyez-le en plusieurs parties.",
    rw: "≈Dosiye ifite utuzu twuzuye turenga {limit, number}. Yohereze mu bice.",
  },
  textTooLong: {
    en: "One cell holds far more text than a table can hold. Shorten it and bring the file again.",
    fr: "Une cellule contient bien plus de texte qu’un tableau ne peut en contenir. Raccourcissez-le et apportez de nouveau le fichier.",
    rw: "≈Akazu kamwe karimo inyandiko ndende cyane. Yigabanye, maze wongere wohereze dosiye.",
  },
  // Cells of a workbook
  errorCell: {
    en: "Cell {cell} on sheet “{sheet}” shows the error {error}. Correct the formula or type the value.",
    fr: "La cellule {cell} de la feuille « {sheet} » affiche l’erreur {error}. Corrigez la formule ou saisissez la valeur.",
    rw: "≈Akazu {cell} ko ku rupapuro “{sheet}” kagaragaza ikosa {error}. Kosora formule cyangwa wandike agaciro.",
  },
  formulaWithoutValue: {
    en: "Cell {cell} on sheet “{sheet}” holds a formula that was never calculated. Open the workbook in Excel, save it, and bring it again.",
    fr: "La cellule {cell} de la feuille « {sheet} » contient une formule jamais calculée. Ouvrez le classeur dans Excel, enregistrez-le et apportez-le de nouveau.",
    rw: "≈Akazu {cell} ko ku rupapuro “{sheet}” karimo formule itarabazwe. Fungura dosiye muri Excel, uyibike, maze wongere uyohereze.",
  },
  formulasRead: {
    en: "Sheet “{sheet}” has {n, plural, one {a formula in {cell}} other {# formulas, the first in {cell}}}; the values last calculated were read.",
    fr: "La feuille « {sheet} » a {n, plural, one {une formule en {cell}} other {# formules, la première en {cell}}} ; les dernières valeurs calculées ont été lues.",
    rw: "≈Urupapuro “{sheet}” rufite {n, plural, one {formule imwe muri {cell}} other {formule #, iya mbere iri muri {cell}}}; hasomwe agaciro kabazwe ubushize.",
  },
  // Text tables
  encodingGuessed: {
    en: "The file is not in UTF-8 and was read as {encoding}. Check that letters with accents are right.",
    fr: "Le fichier n’est pas en UTF-8 et a été lu en {encoding}. Vérifiez que les lettres accentuées sont correctes.",
    rw: "≈Dosiye ntiri muri UTF-8, yasomwe nka {encoding}. Reba niba inyuguti zifite utumenyetso zanditse neza.",
  },
  brokenLetters: {
    en: "Some letters in the file cannot be read (shown as �). Save it again as “CSV UTF-8”.",
    fr: "Certaines lettres du fichier sont illisibles (affichées �). Enregistrez-le de nouveau en « CSV UTF-8 ».",
    rw: "≈Hari inyuguti zidasomeka muri dosiye (zigaragara nka �). Yongere uyibike nka “CSV UTF-8”.",
  },
  binaryText: {
    en: "This file is not a text table. Save the table as CSV or as “Excel Workbook (.xlsx)” and bring that file.",
    fr: "Ce fichier n’est pas un tableau en texte. Enregistrez le tableau en CSV ou en « Classeur Excel (.xlsx) » et apportez ce fichier.",
    rw: "≈Iyi dosiye si imbonerahamwe yanditse. Bika imbonerahamwe nka CSV cyangwa “Excel Workbook (.xlsx)”, maze wohereze iyo dosiye.",
  },
  quoteNotClosed: {
    en: 'A quotation mark (") that opens in row {row} or soon after is never closed, so the rest of the file cannot be told apart. Close it or remove it.',
    fr: 'Un guillemet (") ouvert à la ligne {row} ou peu après n’est jamais fermé : la suite du fichier ne peut pas être découpée. Fermez-le ou supprimez-le.',
    rw: '≈ Akamenyetso (") gafungurwa ku murongo wa {row} cyangwa hafi yaho ntigafungwa, bityo ibisigaye ntibishobora gutandukanywa. Gafunge cyangwa ugakuremo.',
  },
  rowTooLong: {
    en: 'Row {row} is too long to be one row of a table; perhaps a quotation mark (") before it is not closed.',
    fr: 'La ligne {row} est trop longue pour une ligne de tableau ; peut-être un guillemet (") qui la précède n’est-il pas fermé.',
    rw: '≈ Umurongo wa {row} ni muremure cyane ku buryo utaba umurongo umwe; wenda hari akamenyetso (") kadafunze mbere yawo.',
  },
  raggedRow: {
    en: "Row {row} has {cells, plural, one {# cell} other {# cells}}, the others have {expected}. Perhaps a separator is missing or a text holds one without quotation marks.",
    fr: "La ligne {row} a {cells, plural, one {# cellule} other {# cellules}}, les autres en ont {expected}. Il manque peut-être un séparateur, ou un texte en contient un sans guillemets.",
    rw: '≈ Umurongo wa {row} ufite utuzu {cells}, indi ifite {expected}. Wenda hari akamenyetso gatandukanya kabuze, cyangwa inyandiko igafite itari mu tumenyetso (").',
  },
  nulByte: {
    en: "Row {row} contains characters that are no text (NUL). Type the row again.",
    fr: "La ligne {row} contient des caractères qui ne sont pas du texte (NUL). Saisissez-la de nouveau.",
    rw: "≈Umurongo wa {row} urimo ibimenyetso bitari inyandiko (NUL). Wongere uwandike.",
  },
  // Header and rows of a table
  sheetNotFound: {
    en: "The workbook has no sheet named “{wanted}”. Its sheets are: {sheets}.",
    fr: "Le classeur n’a pas de feuille nommée « {wanted} ». Ses feuilles sont : {sheets}.",
    rw: "≈Dosiye nta rupapuro rwitwa “{wanted}” ifite. Impapuro zayo ni: {sheets}.",
  },
  otherSheets: {
    en: "Only sheet “{sheet}” was read; the workbook also has: {sheets}.",
    fr: "Seule la feuille « {sheet} » a été lue ; le classeur a aussi : {sheets}.",
    rw: "≈Hasomwe gusa urupapuro “{sheet}”; dosiye ifite n’izindi: {sheets}.",
  },
  headerNotFound: {
    en: "No row with the column names was found. The table needs one row with these names: {names}.",
    fr: "Aucune ligne d’en-têtes n’a été trouvée. Le tableau doit avoir une ligne avec ces noms : {names}.",
    rw: "≈Nta murongo w’amazina y’inkingi wabonetse. Imbonerahamwe igomba kugira umurongo ufite aya mazina: {names}.",
  },
  headerMissing: {
    en: "Column “{name}” is missing. The names of the columns were read from row {row}.",
    fr: "La colonne « {name} » manque. Les noms des colonnes ont été lus à la ligne {row}.",
    rw: "≈Inkingi “{name}” irabura. Amazina y’inkingi yasomwe ku murongo wa {row}.",
  },
  headerRepeated: {
    en: "Columns {first} and {second} both stand for “{name}”. Keep one of them.",
    fr: "Les colonnes {first} et {second} désignent toutes deux « {name} ». N’en gardez qu’une.",
    rw: "≈Inkingi {first} na {second} zombi zivuga “{name}”. Gumana imwe muri zo.",
  },
  headerMerged: {
    en: "Cells {range} among the column names are merged. Unmerge them and give every column its own name.",
    fr: "Les cellules {range} des en-têtes sont fusionnées. Annulez la fusion et donnez son propre nom à chaque colonne.",
    rw: "≈Utuzu {range} two mu mazina y’inkingi twahujwe. Tutandukanye, buri nkingi igire izina ryayo.",
  },
  headerUnknown: {
    en: "Column “{name}” ({cell}) is not known and was not read.",
    fr: "La colonne « {name} » ({cell}) n’est pas connue et n’a pas été lue.",
    rw: "≈Inkingi “{name}” ({cell}) ntizwi, ntiyasomwe.",
  },
  headerBlank: {
    en: "Column {column} holds data but has no name; it was not read.",
    fr: "La colonne {column} contient des données mais n’a pas de nom ; elle n’a pas été lue.",
    rw: "≈Inkingi {column} irimo amakuru ariko nta zina ifite; ntiyasomwe.",
  },
  noRows: {
    en: "The table has column names but no rows below them.",
    fr: "Le tableau a des noms de colonnes mais aucune ligne en dessous.",
    rw: "≈Imbonerahamwe ifite amazina y’inkingi ariko nta mirongo irimo.",
  },
  cellMissing: {
    en: "“{name}” is empty.",
    fr: "« {name} » est vide.",
    rw: "≈“{name}” nta kirimo.",
  },
  cellMerged: {
    en: "Cells {range} are merged, so it is unclear which row the value belongs to. Unmerge them and fill every row.",
    fr: "Les cellules {range} sont fusionnées : on ne sait pas à quelle ligne la valeur appartient. Annulez la fusion et remplissez chaque ligne.",
    rw: "≈Utuzu {range} twahujwe, ntibisobanutse umurongo agaciro kabarirwamo. Tutandukanye, wuzuze buri murongo.",
  },
  cellShortened: {
    en: "“{name}” holds {value}: Excel has shortened a long number and its digits are lost. Format the column as Text and type the number again.",
    fr: "« {name} » contient {value} : Excel a abrégé un long nombre et ses chiffres sont perdus. Mettez la colonne au format Texte et saisissez de nouveau le nombre.",
    rw: "≈“{name}” irimo {value}: Excel yagabanyije umubare muremure, imibare imwe iratakara. Shyira inkingi mu bwoko bwa Text, wongere wandike umubare.",
  },
  cellLettersBroken: {
    en: "“{name}” has letters that cannot be read: {value}.",
    fr: "« {name} » a des lettres illisibles : {value}.",
    rw: "≈“{name}” ifite inyuguti zidasomeka: {value}.",
  },
  // The file of rows that were not taken
  rowColumn: { en: "Row", fr: "Ligne", rw: "≈Umurongo" },
  reasonColumn: { en: "Reason", fr: "Motif", rw: "≈Impamvu" },
  // Tables to take away
  tooManyRowsForExcel: {
    en: "Excel holds at most {limit, number} rows in a sheet. Download the table as CSV instead.",
    fr: "Excel accepte au plus {limit, number} lignes par feuille. Téléchargez plutôt le tableau en CSV.",
    rw: "≈Excel ntirenza imirongo {limit, number} ku rupapuro. Manura imbonerahamwe nka CSV.",
  },
});
