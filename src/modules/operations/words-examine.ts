/** The sentences of `doctor` and of the installation page. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  noFolder: {
    en: "The data folder {folder} cannot be read.",
    fr: "Le dossier de données {folder} est illisible.",
    rw: "≈Ububiko {folder} ntibusomeka.",
  },
  diskFull: {
    en: "The disk is almost full: {free} GB free, {share}%. Make room before the database has to stop.",
    fr: "Le disque est presque plein : {free} Go libres, {share} %. Libérez de la place avant que la base ne doive s’arrêter.",
    rw: "≈Disiki igiye kuzura: hasigaye GB {free}, {share}%. Ongera umwanya ububiko butarahagarara.",
  },
  disk: {
    en: "Disk: {free} GB free, {share}%.",
    fr: "Disque : {free} Go libres, {share} %.",
    rw: "≈Disiki: hasigaye GB {free}, {share}%.",
  },
  oldPostgres: {
    en: "PostgreSQL {version} is too old. The oldest supported one is 15.",
    fr: "PostgreSQL {version} est trop ancien. Le plus ancien accepté est le 15.",
    rw: "≈PostgreSQL {version} irashaje. Iyemewe ishaje ni 15.",
  },
  postgres: {
    en: "PostgreSQL {version}, database of {size} MB.",
    fr: "PostgreSQL {version}, base de {size} Mo.",
    rw: "≈PostgreSQL {version}, ububiko bwa MB {size}.",
  },
  noShape: {
    en: "The database is empty. Start the server, or run migrate.",
    fr: "La base est vide. Démarrez le serveur ou lancez migrate.",
    rw: "≈Ububiko burimo ubusa. Tangiza seriveri cyangwa ukoreshe migrate.",
  },
  edited: {
    en: "The migration {name} was changed after it had been applied. Bring back the program’s own file.",
    fr: "La migration {name} a été modifiée après son application. Rétablissez le fichier du programme.",
    rw: "≈{name} yahinduwe imaze gukoreshwa. Garura dosiye ya porogaramu.",
  },
  newer: {
    en: "The database was made by a newer program: this one does not know {name}. Use the newer program.",
    fr: "La base vient d’un programme plus récent : celui-ci ne connaît pas {name}. Utilisez le programme plus récent.",
    rw: "≈Ububiko bwakozwe na porogaramu nshya: iyi ntizi {name}. Koresha inshya.",
  },
  waitingShape: {
    en: "{n, plural, one {One migration waits} other {# migrations wait}}. Make a backup, then run migrate or start the server.",
    fr: "{n, plural, one {Une migration attend} other {# migrations attendent}}. Faites une sauvegarde, puis lancez migrate ou démarrez le serveur.",
    rw: "≈Hari impinduka {n} zitegereje. Bika kopi, hanyuma ukoreshe migrate cyangwa utangize seriveri.",
  },
  shape: {
    en: "The database has its newest shape ({n} migrations).",
    fr: "La base a sa forme la plus récente ({n} migrations).",
    rw: "≈Ububiko bujyanye n’igihe (impinduka {n}).",
  },
  tables: {
    en: "Every table is one that the program makes.",
    fr: "Chaque table est créée par le programme.",
    rw: "≈Imbonerahamwe zose zakozwe na porogaramu.",
  },
  foreignTable: {
    en: "{n, plural, one {The table {name} was} other {# tables, such as {name}, were}} made by hand. A backup keeps them, but cannot be restored while no migration makes them.",
    fr: "{n, plural, one {La table {name} a été créée} other {# tables, comme {name}, ont été créées}} à la main. Une sauvegarde les garde, mais ne peut pas être restaurée tant qu’aucune migration ne les crée.",
    rw: "≈Imbonerahamwe {name} yakozwe n’intoki ({n}). Kopi irazibika ariko ntishobora kuzigarura.",
  },
  brokenIndex: {
    en: "The index {name} is broken. Run: reindex index {name}.",
    fr: "L’index {name} est défectueux. Lancez : reindex index {name}.",
    rw: "≈Indekisi {name} yarangiritse. Koresha: reindex index {name}.",
  },
  jobsFailed: {
    en: "{n, plural, one {One job was given up} other {# jobs were given up}} after many tries. Look at the page Jobs.",
    fr: "{n, plural, one {Une tâche a été abandonnée} other {# tâches ont été abandonnées}} après plusieurs essais. Voyez la page Tâches.",
    rw: "≈Imirimo {n} yarahagaritswe nyuma yo kugerageza kenshi. Reba urupapuro Imirimo.",
  },
  jobsWell: { en: "No job was given up.", fr: "Aucune tâche n’a été abandonnée.", rw: "≈Nta murimo wahagaritswe." },
  queueLate: {
    en: "A job has waited {minutes} minutes ({n, plural, one {one waits} other {# wait}}). Is the server running?",
    fr: "Une tâche attend depuis {minutes} minutes ({n, plural, one {une en attente} other {# en attente}}). Le serveur tourne-t-il ?",
    rw: "≈Hari umurimo umaze iminota {minutes} utegereje ({n}). Seriveri irakora?",
  },
  queue: {
    en: "{n, plural, =0 {No job waits} one {One job waits for its time} other {# jobs wait for their time}}.",
    fr: "{n, plural, =0 {Aucune tâche en attente} one {Une tâche attend son heure} other {# tâches attendent leur heure}}.",
    rw: "≈Imirimo itegereje: {n}.",
  },
  sealLate: {
    en: "{n, plural, one {One entry of the journal has} other {# entries of the journal have}} waited {hours, plural, one {one hour} other {# hours}} for a seal. Is the server running, and can it read its key?",
    fr: "{n, plural, one {Une entrée du registre attend} other {# entrées du registre attendent}} un sceau depuis {hours, plural, one {une heure} other {# heures}}. Le serveur tourne-t-il, et peut-il lire sa clé ?",
    rw: "≈Inyandiko {n} zimaze amasaha {hours} zitegereje kashe. Seriveri irakora kandi isoma urufunguzo?",
  },
  sealNone: { en: "Nothing has been sealed yet.", fr: "Rien n’a encore été scellé.", rw: "≈Nta kirafungwa." },
  seal: {
    en: "The journal is sealed up to {size, number} entries, last on {day}.",
    fr: "Le registre est scellé jusqu’à {size, number} entrées, en dernier le {day}.",
    rw: "≈Igitabo cyafunzwe kugeza ku nyandiko {size}, ubwa nyuma ku wa {day}.",
  },
  clockBehind: {
    en: "The newest entry of the journal lies in the future: the clock of this machine was set back.",
    fr: "La dernière entrée du registre est dans le futur : l’horloge de cette machine a été reculée.",
    rw: "≈Inyandiko ya nyuma ifite igihe kitaragera: isaha y’iyi mashini yasubijwe inyuma.",
  },
  clockApart: {
    en: "The clocks of the program and of the database differ by {seconds} seconds. Set both by network time.",
    fr: "Les horloges du programme et de la base diffèrent de {seconds} secondes. Réglez-les par le réseau.",
    rw: "≈Amasaha ya porogaramu n’ububiko atandukanyeho amasegonda {seconds}. Yombi yashyireho igihe cya interineti.",
  },
  clock: {
    en: "The clocks of the program and of the database agree.",
    fr: "Les horloges du programme et de la base concordent.",
    rw: "≈Amasaha ya porogaramu n’ububiko arahuye.",
  },
  pack: {
    en: "The country pack {version} is whole.",
    fr: "Le paquet pays {version} est complet.",
    rw: "≈Ipaki y’igihugu {version} iruzuye.",
  },
  unconfirmed: {
    en: "To be confirmed by the association: {rules, plural, one {one rule set} other {# rule sets}}, {facts, plural, one {one fact} other {# facts}} of the country pack.",
    fr: "À confirmer par l’association : {rules, plural, one {une règle} other {# règles}}, {facts, plural, one {un fait} other {# faits}} du paquet pays.",
    rw: "≈Bitegereje kwemezwa n’ihuriro: amategeko {rules}, ibintu {facts} by’ipaki.",
  },
  confirmed: {
    en: "Nothing of the country pack awaits confirmation.",
    fr: "Rien du paquet pays n’attend de confirmation.",
    rw: "≈Nta kintu cy’ipaki gitegereje kwemezwa.",
  },
  files: {
    en: "{n, plural, one {One file} other {# files}}, {size} MB in all.",
    fr: "{n, plural, one {Un fichier} other {# fichiers}}, {size} Mo en tout.",
    rw: "≈Dosiye {n}, zose hamwe MB {size}.",
  },
  orphans: {
    en: "{n, plural, one {One file’s content is} other {Contents of # files are}} kept that nothing names any more.",
    fr: "{n, plural, one {Le contenu d’un fichier est conservé} other {Le contenu de # fichiers est conservé}} sans que rien ne le nomme plus.",
    rw: "≈Hari ibirimo dosiye {n} bitagifite aho byanditse.",
  },
  noBackup: {
    en: "No backup has been made yet. Run: inteko backup FILE, and keep the file on another machine.",
    fr: "Aucune sauvegarde n’a encore été faite. Lancez : inteko backup FICHIER, et gardez le fichier sur une autre machine.",
    rw: "≈Nta kopi irakorwa. Koresha: inteko backup DOSIYE, ubike dosiye ku yindi mashini.",
  },
  oldBackup: {
    en: "The last backup is {days} days old.",
    fr: "La dernière sauvegarde date de {days} jours.",
    rw: "≈Kopi ya nyuma imaze iminsi {days}.",
  },
  backup: {
    en: "The last backup was made {days, plural, =0 {within the last day} one {one day ago} other {# days ago}}.",
    fr: "La dernière sauvegarde date {days, plural, =0 {de moins d’un jour} one {d’un jour} other {de # jours}}.",
    rw: "≈Kopi ya nyuma imaze iminsi {days}.",
  },
});
