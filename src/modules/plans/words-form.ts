/** What to do about an answer that cannot be taken, and words of the calendar and of duties. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  chooseModality: { en: "Choose a way of working.", fr: "Choisissez une modalité.", rw: "≈Hitamo uburyo." },
  chooseNeeds: {
    en: "Tick at least one need, or write the mandate.",
    fr: "Cochez au moins un besoin, ou écrivez le mandat.",
    rw: "≈Hitamo nibura igikenewe kimwe, cyangwa wandike inshingano.",
  },
  chooseLine: { en: "Choose the line of cost or means.", fr: "Choisissez la ligne de coût ou de moyens.", rw: "≈Hitamo umurongo." },
  chooseKind: { en: "Choose what the entry is.", fr: "Choisissez la nature de l’écriture.", rw: "≈Hitamo ubwoko." },
  whole: {
    en: "Write a whole number, in figures.",
    fr: "Écrivez un nombre entier, en chiffres.",
    rw: "≈Andika umubare wuzuye, mu mibare.",
  },
  money: {
    en: "Write the amount in figures, for example 1 250 000.",
    fr: "Écrivez le montant en chiffres, par exemple 1 250 000.",
    rw: "≈Andika umubare mu mibare, urugero 1 250 000.",
  },
  noDate: {
    en: "Write a day that exists, in figures.",
    fr: "Écrivez un jour qui existe, en chiffres.",
    rw: "≈Andika umunsi ubaho, mu mibare.",
  },
  toFirst: {
    en: "The last day comes before the first. Change one of them.",
    fr: "Le dernier jour précède le premier. Changez l’un des deux.",
    rw: "≈Umunsi wa nyuma uza mbere y’uwa mbere. Hindura umwe.",
  },
  outsideYear: {
    en: "The first day lies in the year of the plan: {from} to {to}.",
    fr: "Le premier jour se situe dans l’exercice du plan\u202f: du {from} au {to}.",
    rw: "≈Umunsi wa mbere uba mu mwaka w’igenamigambi: {from} kugeza {to}.",
  },
  refusedDays: {
    en: "These days fall into a time that may not be taken. Choose others.",
    fr: "Ces dates tombent dans une période exclue. Choisissez-en d’autres.",
    rw: "≈Iyi minsi igwa mu gihe kidashoboka. Hitamo indi.",
  },
  clashWhy: {
    en: "These days clash. Write why they stay, or choose others.",
    fr: "Ces dates sont en conflit. Écrivez pourquoi elles restent, ou choisissez-en d’autres.",
    rw: "≈Iyi minsi iragongana. Andika impamvu igumaho, cyangwa uhitemo indi.",
  },
  notCourse: {
    en: "A course cannot answer {count, plural, one {one of these needs} other {# of these needs}}: the cause is another. Choose another way or take {count, plural, one {it} other {them}} out.",
    fr: "Une formation ne peut pas répondre à {count, plural, one {un de ces besoins} other {# de ces besoins}}\u202f: la cause est autre. Choisissez un autre moyen ou retirez-{count, plural, one {le} other {les}}.",
    rw: "≈Amahugurwa ntashobora gusubiza ibikenewe {count}: impamvu ni indi. Hitamo ubundi buryo cyangwa ubikuremo.",
  },
  tooLong: { en: "Keep it under {longest} characters.", fr: "Restez sous {longest} caractères.", rw: "≈Ntibirenze inyuguti {longest}." },

  yearTitle: { en: "The year at a glance", fr: "L’année en un coup d’œil", rw: "≈Umwaka wose" },
  yearUnit: {
    en: "One bar a line, from its first to its last day; shaded: times to avoid. Fiscal year {year}.",
    fr: "Une barre par ligne, du premier au dernier jour\u202f; en grisé\u202f: périodes à éviter. Exercice {year}.",
    rw: "≈Umurongo umwe ku gikorwa, kuva ku munsi wa mbere kugeza ku wa nyuma; ahijimye: igihe cyo kwirinda. Umwaka {year}.",
  },
  yearLabel: {
    en: "{lines} lines over the four quarters of {year}; the busiest quarter has {most}.",
    fr: "{lines} lignes sur les quatre trimestres de {year}\u202f; le trimestre le plus chargé en compte {most}.",
    rw: "≈Ibikorwa {lines} mu bihembwe bine bya {year}; igihembwe kirimo byinshi gifite {most}.",
  },
  source: { en: "Plan, {state}", fr: "Plan, {state}", rw: "≈Igenamigambi, {state}" },
  avoid: { en: "To avoid: {windows}.", fr: "À éviter\u202f: {windows}.", rw: "≈Igihe cyo kwirinda: {windows}." },
  withoutDays: {
    en: "{count, plural, one {One line has} other {# lines have}} no days yet and {count, plural, one {is} other {are}} not drawn.",
    fr: "{count, plural, one {Une ligne n’a} other {# lignes n’ont}} pas encore de dates et {count, plural, one {n’est} other {ne sont}} pas dessinée{count, plural, one {} other {s}}.",
    rw: "≈Ibikorwa {count} nta matariki bifite, ntibishushanyijwe.",
  },

  calendar: { en: "Planned events", fr: "Activités prévues", rw: "≈Ibikorwa biteganyijwe" },
  calendarTitle: {
    en: "Calendar of planned events",
    fr: "Calendrier des activités prévues",
    rw: "≈Ingengabihe y’ibikorwa biteganyijwe",
  },
  calendarLead: {
    en: "What the association planned with its members: {count, plural, =0 {nothing is ahead} one {one event is ahead} other {# events are ahead}}.",
    fr: "Ce que l’association a prévu avec ses membres\u202f: {count, plural, =0 {rien à venir} one {une activité à venir} other {# activités à venir}}.",
    rw: "≈Ibyo ihuriro ryateguye n’abanyamuryango: ibikorwa {count} biri imbere.",
  },
  calendarEmpty: {
    en: "No event answers this. The next plan appears here once the General Assembly has adopted it.",
    fr: "Aucune activité ne correspond. Le prochain plan paraît ici après son adoption par l’Assemblée générale.",
    rw: "≈Nta gikorwa kibonetse. Igenamigambi rikurikira rizagaragara hano Inteko Rusange imaze kuryemeza.",
  },
  event: { en: "Event", fr: "Activité", rw: "Igikorwa" },
  events: {
    en: "{total, plural, one {One event} other {# events}}",
    fr: "{total, plural, one {Une activité} other {# activités}}",
    rw: "≈Ibikorwa {total}",
  },
  forWhom: { en: "For whom", fr: "Pour qui", rw: "≈Abo bigenewe" },
  period: { en: "Period", fr: "Période", rw: "Igihe" },
  ahead: { en: "From today on", fr: "À partir d’aujourd’hui", rw: "≈Guhera uyu munsi" },
  wholeYear: { en: "Fiscal year {year}", fr: "Exercice {year}", rw: "≈Umwaka {year}" },
  subscribe: { en: "Put it into your own calendar", fr: "Ajouter à votre agenda", rw: "≈Bishyire mu ngengabihe yawe" },
  calendarSource: { en: "Adopted plans of the association", fr: "Plans adoptés de l’association", rw: "≈Igenamigambi ryemejwe ry’ihuriro" },

  dutyStep: { en: "{plan}: {state}", fr: "{plan}\u202f: {state}", rw: "≈{plan}: {state}" },
  dutyPool: { en: "Pool the needs for {plan}", fr: "Rassembler les besoins pour {plan}", rw: "≈Kusanya ibikenewe bya {plan}" },
  dutyPoolWhy: {
    en: "Its year begins then; organs need time to decide.",
    fr: "Son exercice commence alors\u202f; les organes ont besoin de temps.",
    rw: "≈Umwaka waryo utangira icyo gihe; inzego zikeneye igihe.",
  },
  dutyComment: { en: "Comment on {plan}", fr: "Donner un avis sur {plan}", rw: "≈Tanga igitekerezo kuri {plan}" },
  dutyCommentWhy: {
    en: "It is open for comments until then; {places, plural, =0 {no place is kept for your organisation} one {one place is kept for your organisation} other {# places are kept for your organisation}}.",
    fr: "Il est ouvert aux avis jusque-là\u202f; {places, plural, =0 {aucune place n’est réservée à votre organisation} one {une place est réservée à votre organisation} other {# places sont réservées à votre organisation}}.",
    rw: "≈Ibitekerezo birakirwa kugeza icyo gihe; imyanya yanyu ni {places}.",
  },
  dutyClosing: { en: "Comments on {plan} close", fr: "Les avis sur {plan} se terminent", rw: "≈Ibitekerezo kuri {plan} birarangira" },
  dutyClosingWhy: {
    en: "{comments, plural, =0 {No comment came yet} one {One comment came} other {# comments came}}, {open} without an answer.",
    fr: "{comments, plural, =0 {Aucun avis encore} one {Un avis reçu} other {# avis reçus}}, {open} sans réponse.",
    rw: "≈Haje ibitekerezo {comments}, {open} bitarasubizwa.",
  },
  dutyEndorse: {
    en: "Approve {plan} for the Executive Committee",
    fr: "Approuver {plan} pour le Comité exécutif",
    rw: "≈Emeza {plan} kijye muri Komite Nyobozi",
  },
  dutyRecord: {
    en: "Record what was decided on {plan}",
    fr: "Consigner la décision sur {plan}",
    rw: "≈Andika icyemezo cyafashwe kuri {plan}",
  },
  dutyRecordWhy: {
    en: "It stands before the organ; somebody who did not draft it records the decision.",
    fr: "Il est devant l’organe\u202f; une personne qui ne l’a pas rédigé consigne la décision.",
    rw: "≈Riri mu rwego; umuntu utararyanditse ni we wandika icyemezo.",
  },
  dutyNobody: {
    en: "{count, plural, one {One line} other {# lines}} of {plan} without a responsible post",
    fr: "{count, plural, one {Une ligne} other {# lignes}} de {plan} sans poste responsable",
    rw: "≈Ibikorwa {count} bya {plan} bidafite ubishinzwe",
  },
  dutyNobodyWhy: {
    en: "The plan cannot go out for comments before that.",
    fr: "Le plan ne peut pas être ouvert aux avis avant cela.",
    rw: "≈Igenamigambi ntirishobora gusohoka mbere yaho.",
  },
  dutyLine: { en: "{title}: first day", fr: "{title}\u202f: premier jour", rw: "≈{title}: umunsi wa mbere" },
  dutyLines: {
    en: "{n} lines of the plan have no event yet",
    fr: "{n} lignes du plan n’ont pas encore d’événement",
    rw: "≈Imirongo {n} y’igenamigambi nta gahunda irajyaho",
  },
  dutyLineWhy: {
    en: "You answer for this line and no event stands behind it yet.",
    fr: "Vous répondez de cette ligne et aucun événement n’y est encore rattaché.",
    rw: "≈Ni wowe ubazwa iki gikorwa kandi nta gahunda irakijyaho.",
  },
  dutyMidYear: { en: "Look at {plan} at mid-year", fr: "Revoir {plan} à mi-exercice", rw: "≈Suzuma {plan} hagati mu mwaka" },
  dutyMidYearWhy: {
    en: "Revise it where the year went another way, or leave it as it is.",
    fr: "Révisez-le si l’année a pris un autre cours, ou laissez-le tel quel.",
    rw: "≈Rivugurure aho bikenewe, cyangwa urireke uko riri.",
  },
  dutyClose: { en: "Close {plan}", fr: "Clore {plan}", rw: "≈Soza {plan}" },
  look: { en: "Open", fr: "Ouvrir", rw: "Fungura" },
});
