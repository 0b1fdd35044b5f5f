/** Words of the daily digest. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: {
    en: "{n, plural, one {One thing to do} other {# things to do}}{late, plural, =0 {} one {, one is late} other {, # are late}}",
    fr: "{n, plural, one {Une chose à faire} other {# choses à faire}}{late, plural, =0 {} one {, dont une en retard} other {, dont # en retard}}",
    rw: "≈Ibigomba gukorwa: {n}{late, plural, =0 {} other {, ibyatinze: #}}",
  },
  greeting: { en: "Good morning {name},", fr: "Bonjour {name},", rw: "≈Mwaramutse {name}," },
  late: { en: "LATE", fr: "EN RETARD", rw: "≈IBYATINZE" },
  coming: { en: "COMING UP", fr: "À VENIR", rw: "≈IBIRI IMBERE" },
  team: {
    en: "FROM THOSE WHO REPORT TO YOU (told to you because the day has passed; a call may help)",
    fr: "DANS VOTRE ÉQUIPE (signalé parce que la date est passée ; un appel peut aider)",
    rw: "≈ABO UYOBORA (ubimenyeshejwe kuko umunsi warenze; kubahamagara byafasha)",
  },
  of: { en: "{title} ({of})", fr: "{title} ({of})", rw: "{title} ({of})" },
  dueToday: { en: "Due today", fr: "À faire aujourd’hui", rw: "≈Bigomba gukorwa uyu munsi" },
  dueOn: { en: "Due on {day}", fr: "À faire au plus tard le {day}", rw: "≈Bitarenze ku wa {day}" },
  wasDue: { en: "Was due on {day}", fr: "Était attendu le {day}", rw: "≈Byagombaga gukorwa ku wa {day}" },
  lateBy: {
    en: "Was due on {day}, {days, plural, one {one working day} other {# working days}} ago",
    fr: "Était attendu le {day}, il y a {days, plural, one {un jour ouvrable} other {# jours ouvrables}}",
    rw: "≈Byagombaga gukorwa ku wa {day}; hashize iminsi y’akazi {days}",
  },
  call: { en: "To ask: {name}, {phone}", fr: "Pour en parler : {name}, {phone}", rw: "≈Uwo wabaza: {name}, {phone}" },
  all: { en: "Everything in one place: {link}", fr: "Tout est ici : {link}", rw: "≈Byose biri hano: {link}" },
  smsFirst: {
    en: "{association}: {n, plural, one {} other {# things to do, first }}{title}. {when}. {link}",
    fr: "{association} : {n, plural, one {} other {# choses à faire, d’abord }}{title}. {when}. {link}",
    rw: "≈{association}: {n, plural, one {} other {hari ibigomba gukorwa #, icya mbere: }}{title}. {when}. {link}",
  },
  smsCount: {
    en: "{association}: {n, plural, one {one thing} other {# things}} to do. {link}",
    fr: "{association} : {n, plural, one {une chose} other {# choses}} à faire. {link}",
    rw: "≈{association}: hari ibigomba gukorwa: {n}. {link}",
  },
  shared: {
    en: "{association}: a reminder waits for a person who uses this telephone. Please sign in, or ask at your office.",
    fr: "{association} : un rappel attend une personne qui utilise ce téléphone. Connectez-vous, ou demandez à votre bureau.",
    rw: "≈{association}: hari urwibutso rw’umwe mu bakoresha iyi telefoni. Injira muri sisitemu, cyangwa ubaze ku biro.",
  },
});
