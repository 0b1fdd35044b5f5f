/** States and steps of a plan, and why a step is refused. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  pooling: { en: "Needs pooled", fr: "Besoins rassemblés", rw: "≈Ibikenewe birakusanywa" },
  options: { en: "Options compared", fr: "Options comparées", rw: "≈Amahitamo aragereranywa" },
  draft: { en: "Draft", fr: "Projet", rw: "≈Umushinga" },
  comment: { en: "Open for comments", fr: "Ouvert aux avis", rw: "≈Ibitekerezo birakirwa" },
  secretariat: { en: "Before the Secretary General", fr: "Devant le Secrétaire général", rw: "≈Biri ku Munyamabanga Mukuru" },
  executive: { en: "Before the Executive Committee", fr: "Devant le Comité exécutif", rw: "≈Biri kuri Komite Nyobozi" },
  assembly: { en: "Before the General Assembly", fr: "Devant l’Assemblée générale", rw: "≈Biri ku Nteko Rusange" },
  adopted: { en: "Adopted", fr: "Adopté", rw: "≈Yemejwe" },
  running: { en: "Running", fr: "En cours", rw: "≈Irakurikizwa" },
  revision: { en: "Revision under way", fr: "Révision en cours", rw: "≈Iravugururwa" },
  revised: { en: "Running, revised", fr: "En cours, révisé", rw: "≈Irakurikizwa, yaravuguruwe" },
  closed: { en: "Closed", fr: "Clos", rw: "≈Yarasojwe" },

  read: { en: "Read plans", fr: "Consulter les plans", rw: "≈Gusoma igenamigambi" },
  doDraft: { en: "Draft the plan", fr: "Rédiger le plan", rw: "≈Gutegura igenamigambi" },
  compare: { en: "Go on to compare options", fr: "Passer à la comparaison des options", rw: "≈Komeza ugereranye amahitamo" },
  write: { en: "Go on to the draft", fr: "Passer au projet", rw: "≈Komeza ku mushinga" },
  invite: { en: "Open for comments", fr: "Ouvrir aux avis", rw: "≈Fungura ibitekerezo" },
  takeBack: { en: "Take back to the draft", fr: "Reprendre le projet", rw: "≈Subiza ku mushinga" },
  doComment: { en: "Comment on a plan", fr: "Donner un avis sur un plan", rw: "≈Gutanga igitekerezo ku igenamigambi" },
  forward: { en: "Record the commissions’ comments", fr: "Consigner l’avis des commissions", rw: "≈Andika ibitekerezo bya komisiyo" },
  endorse: {
    en: "Approve for the Executive Committee",
    fr: "Approuver pour le Comité exécutif",
    rw: "≈Emeza ko bijya muri Komite Nyobozi",
  },
  confirm: {
    en: "Record the Executive Committee’s decision",
    fr: "Consigner la décision du Comité exécutif",
    rw: "≈Andika icyemezo cya Komite Nyobozi",
  },
  adopt: {
    en: "Record the General Assembly’s decision",
    fr: "Consigner la décision de l’Assemblée générale",
    rw: "≈Andika icyemezo cy’Inteko Rusange",
  },
  giveBack: { en: "Record that it was returned", fr: "Consigner le renvoi", rw: "≈Andika ko byasubijwe" },
  start: { en: "Start the plan", fr: "Démarrer le plan", rw: "≈Tangiza igenamigambi" },
  revise: { en: "Start a revision", fr: "Commencer une révision", rw: "≈Tangira kuvugurura" },
  submitRevision: { en: "Hand the revision in", fr: "Remettre la révision", rw: "≈Tanga ivugururwa" },
  adoptRevision: {
    en: "Record the decision on the revision",
    fr: "Consigner la décision sur la révision",
    rw: "≈Andika icyemezo ku ivugururwa",
  },
  returnRevision: {
    en: "Record that the revision was returned",
    fr: "Consigner le renvoi de la révision",
    rw: "≈Andika ko ivugururwa ryasubijwe",
  },
  abandonRevision: { en: "Give the revision up", fr: "Abandonner la révision", rw: "≈Reka ivugururwa" },
  close: { en: "Close the plan", fr: "Clore le plan", rw: "≈Soza igenamigambi" },
  settle: { en: "Say that a line is done", fr: "Déclarer une ligne réalisée", rw: "≈Vuga ko igikorwa cyarangiye" },
  account: { en: "Enter money against a line", fr: "Saisir des montants sur une ligne", rw: "≈Andika amafaranga ku gikorwa" },

  poolFirst: {
    en: "Put needs or a mandate together first.",
    fr: "Rassemblez d’abord des besoins ou un mandat.",
    rw: "≈Banza uhuze ibikenewe cyangwa inshingano.",
  },
  noLines: { en: "The plan has no line yet.", fr: "Le plan n’a pas encore de ligne.", rw: "≈Igenamigambi nta gikorwa rirabona." },
  incomplete: {
    en: "{incomplete, plural, one {One line lacks} other {# lines lack}} something the organs must see. Complete {incomplete, plural, one {it} other {them}} first.",
    fr: "{incomplete, plural, one {Une ligne manque} other {# lignes manquent}} d’un élément que les organes doivent voir. Complétez-{incomplete, plural, one {la} other {les}} d’abord.",
    rw: "≈Hari ibikorwa {incomplete} bitaruzura. Banza ubyuzuze.",
  },
  windowRuns: {
    en: "Comments are open until {day}. After that they are recorded.",
    fr: "Les avis sont ouverts jusqu’au {day}. Ils se consignent ensuite.",
    rw: "≈Ibitekerezo birakirwa kugeza {day}. Nyuma yaho birandikwa.",
  },
  ownDraft: {
    en: "You wrote at this plan yourself. Somebody else records what was decided on it.",
    fr: "Vous avez rédigé ce plan. Une autre personne consigne ce qui a été décidé à son sujet.",
    rw: "≈Wagize uruhare mu kwandika iri genamigambi. Undi ni we wandika icyemezo cyarifatiweho.",
  },
  startsLater: { en: "Its year begins on {day}.", fr: "Son exercice commence le {day}.", rw: "≈Umwaka waryo utangira {day}." },
  submittedAlready: {
    en: "The revision lies before the organ. It stands still until it decides.",
    fr: "La révision est devant l’organe. Elle ne change plus jusqu’à sa décision.",
    rw: "≈Ivugururwa riri mu rwego rufata icyemezo. Ntirihinduka kugeza rufashe icyemezo.",
  },
  nothingChanged: {
    en: "The revision changes nothing yet.",
    fr: "La révision ne change encore rien.",
    rw: "≈Ivugururwa nta cyo rirahindura.",
  },
  notSubmitted: {
    en: "The revision was not handed in yet.",
    fr: "La révision n’a pas encore été remise.",
    rw: "≈Ivugururwa ntiriratangwa.",
  },
  yearRuns: {
    en: "The year runs until {day} and {unsettled, plural, one {one line is} other {# lines are}} not settled.",
    fr: "L’exercice court jusqu’au {day} et {unsettled, plural, one {une ligne n’est pas réglée} other {# lignes ne sont pas réglées}}.",
    rw: "≈Umwaka urangira {day} kandi ibikorwa {unsettled} ntibirarangira.",
  },
});
