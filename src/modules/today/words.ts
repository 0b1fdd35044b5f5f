/** The words of the morning page and of search. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  module: { en: "Today", fr: "Aujourd’hui", rw: "Uyu munsi" },
  greeting: { en: "Good morning, {name}", fr: "Bonjour, {name}", rw: "Mwaramutse, {name}" },
  lead: {
    en: "{day}. {late, plural, =0 {Nothing is late} one {One thing is late} other {# things are late}}, {today, plural, =0 {nothing is due today} one {one is due today} other {# are due today}}{calls, plural, =0 {.} one {, and one person is worth a call.} other {, and # people are worth a call.}}",
    fr: "{day}. {late, plural, =0 {Rien n’est en retard} one {Une chose est en retard} other {# choses sont en retard}}, {today, plural, =0 {rien n’échoit aujourd’hui} one {une échoit aujourd’hui} other {# échoient aujourd’hui}}{calls, plural, =0 {.} one {, et une personne mérite un appel.} other {, et # personnes méritent un appel.}}",
    rw: "≈{day}. Ibyarengeje igihe: {late}. Ibigomba kurangira uyu munsi: {today}. Abo guhamagara: {calls}.",
  },
  late: { en: "Late", fr: "En retard", rw: "≈Ibyarengeje igihe" },
  dueToday: { en: "Due today", fr: "À faire aujourd’hui", rw: "≈Iby’uyu munsi" },
  thisWeek: { en: "This week", fr: "Cette semaine", rw: "≈Iby’iki cyumweru" },
  later: { en: "Next four weeks", fr: "Quatre prochaines semaines", rw: "≈Ibyumweru bine bikurikira" },
  lateSince: { en: "Late since {day}", fr: "En retard depuis le {day}", rw: "≈Byarakererewe kuva ku wa {day}" },
  lateBy: {
    en: "Late by {days, plural, one {one working day} other {# working days}}",
    fr: "En retard de {days, plural, one {un jour ouvrable} other {# jours ouvrables}}",
    rw: "≈Byarengejeho iminsi y’akazi {days}",
  },
  lateSinceRest: { en: "Was due on {day}", fr: "Échéance dépassée le {day}", rw: "≈Byagombaga kurangira ku wa {day}" },
  today: { en: "Today", fr: "Aujourd’hui", rw: "Uyu munsi" },
  by: { en: "By {day}", fr: "Au plus tard le {day}", rw: "≈Bitarenze ku wa {day}" },
  nothing: {
    en: "Nothing waits for this post in the next four weeks. What you start, or what others ask of this post, appears here the same day.",
    fr: "Rien n’attend ce poste dans les quatre prochaines semaines. Ce que vous lancez, ou ce que d’autres demandent à ce poste, apparaît ici le jour même.",
    rw: "≈Nta kintu gitegereje uyu mwanya mu byumweru bine biri imbere. Ibyo utangije cyangwa ibyo abandi bagusaba biboneka hano uwo munsi.",
  },
  calendar: {
    en: "Take these days along as a calendar",
    fr: "Emporter ces échéances dans un agenda",
    rw: "≈Jyana iyi minsi muri kalendari yawe",
  },
  alike: {
    en: "{n} more like it",
    fr: "{n} autres du même genre",
    rw: "≈Ibindi {n} bisa na byo",
  },
  eachOfThem: { en: "Each of the {n}", fr: "Chacune des {n}", rw: "≈Buri kimwe muri {n}" },
  firstOfThem: { en: "The first: {when}", fr: "La première : {when}", rw: "≈Icya mbere: {when}" },
  openFirst: { en: "Open the first", fr: "Ouvrir la première", rw: "≈Fungura icya mbere" },
  openAll: { en: "See them", fr: "Les voir", rw: "≈Birebe" },
  open: { en: "Open", fr: "Ouvrir", rw: "≈Fungura" },
  since: { en: "What happened lately", fr: "Ce qui s’est passé récemment", rw: "≈Ibyabaye vuba aha" },
  sinceEmpty: {
    en: "Nothing has been recorded for your organisation in the last week.",
    fr: "Rien n’a été enregistré pour votre organisation la semaine dernière.",
    rw: "≈Nta kintu cyanditswe ku rwego rwanyu mu cyumweru gishize.",
  },
  times: { en: "{n} times lately", fr: "{n} fois récemment", rw: "≈Inshuro {n} vuba aha" },
  someone: { en: "The system", fr: "Le système", rw: "≈Sisitemu" },
  search: { en: "Search", fr: "Rechercher", rw: "Shakisha" },
  searchLead: {
    en: "People, posts, organisations, rounds, needs and questionnaires that you may see.",
    fr: "Personnes, postes, organisations, cycles, besoins et questionnaires que vous pouvez consulter.",
    rw: "≈Abantu, imyanya, inzego, ibyiciro, ibikenewe n’urutonde rw’ibibazo wemerewe kureba.",
  },
  searchLabel: { en: "A name, a place or a reference", fr: "Un nom, un lieu ou une référence", rw: "≈Izina, ahantu cyangwa indango" },
  found: {
    en: "{n, plural, =0 {Nothing found} one {One record} other {# records}} for “{words}”",
    fr: "{n, plural, =0 {Rien trouvé} one {Un dossier} other {# dossiers}} pour « {words} »",
    rw: "≈{n} byabonetse kuri “{words}”",
  },
  notFoundHint: {
    en: "Nothing that you may see carries these words. Write fewer of them, or only the beginning of a name.",
    fr: "Rien de ce que vous pouvez consulter ne contient ces mots. Écrivez-en moins, ou seulement le début d’un nom.",
    rw: "≈Nta kintu wemerewe kureba kirimo aya magambo. Andika make, cyangwa intangiriro y’izina gusa.",
  },
});
