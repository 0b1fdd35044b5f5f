/** Words about what was done, what else happened, and what a comparison tells. “Contributed” is the strongest of them. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: { en: "Did it help?", fr: "Cela a-t-il aidé ?", rw: "≈Ese byafashije?" },
  contributed: {
    en: "The course contributed: where people came, the figure became better by {difference} more than in organisations of the same kind without it ({low} to {high}).",
    fr: "Le cours a contribué : là où l’on est venu, le chiffre s’est amélioré de {difference} de plus que dans les organisations du même type sans le cours ({low} à {high}).",
    rw: "≈Amahugurwa yabigizemo uruhare: aho abantu bitabiriye, umubare wateye imbere {difference} kurusha mu nzego zisa zitayabonye ({low} kugeza kuri {high}).",
  },
  noDifference: {
    en: "No difference can be seen: where people came, the figure moved {difference} compared with organisations of the same kind without the course, and the range from {low} to {high} includes none at all.",
    fr: "Aucune différence n’est visible : là où l’on est venu, le chiffre a bougé de {difference} par rapport aux organisations du même type sans le cours, et l’intervalle de {low} à {high} comprend zéro.",
    rw: "≈Nta tandukaniro rigaragara: aho abantu bitabiriye, umubare wahindutseho {difference} ugereranyije n’inzego zisa zitabonye amahugurwa, kandi hagati ya {low} na {high} harimo na zeru.",
  },
  worse: {
    en: "It did not help: where people came, the figure became worse by {difference} compared with organisations of the same kind ({low} to {high}).",
    fr: "Cela n’a pas aidé : là où l’on est venu, le chiffre s’est dégradé de {difference} par rapport aux organisations du même type ({low} à {high}).",
    rw: "≈Ntibyafashije: aho abantu bitabiriye, umubare wasubiye inyuma {difference} ugereranyije n’inzego zisa ({low} kugeza kuri {high}).",
  },
  notCause: {
    en: "Something else happened too: {events}. So we do not say it caused the whole change.",
    fr: "Autre chose s’est aussi passé : {events}. Nous ne disons donc pas que le cours a causé tout le changement.",
    rw: "≈Hari n’ikindi cyabaye: {events}. Bityo ntituvuga ko ari byo byonyine byateye impinduka.",
  },
  notCauseQuiet: {
    en: "Who came was not decided by lot, so we do not say it caused the change.",
    fr: "Les participants n’ont pas été tirés au sort ; nous ne disons donc pas que le cours a causé le changement.",
    rw: "≈Abitabiriye ntibatoranyijwe ku bufindo, bityo ntituvuga ko ari byo byateye impinduka.",
  },
  group: { en: "Group", fr: "Groupe", rw: "≈Itsinda" },
  came: {
    en: "{n, plural, one {# organisation whose people came} other {# organisations whose people came}}",
    fr: "{n, plural, one {# organisation dont des agents sont venus} other {# organisations dont des agents sont venus}}",
    rw: "≈Inzego {n} abantu bazo bitabiriye",
  },
  didNot: {
    en: "{n, plural, one {# of the same kind without the course} other {# of the same kind without the course}}",
    fr: "{n, plural, one {# du même type sans le cours} other {# du même type sans le cours}}",
    rw: "≈Inzego {n} zisa zitabonye amahugurwa",
  },
  change: { en: "Mean change", fr: "Changement moyen", rw: "≈Impuzandengo y’impinduka" },
  differenceRow: { en: "Difference of the two", fr: "Différence des deux", rw: "≈Itandukaniro ryabyo" },
  course: {
    en: "Compared by the course {course}",
    fr: "Comparé selon le cours {course}",
    rw: "≈Bigereranywa hakurikijwe amahugurwa {course}",
  },
  assumption: {
    en: "Assumed: without the course both groups would have changed alike. Before it their trends were {trend}.",
    fr: "Hypothèse : sans le cours, les deux groupes auraient évolué de la même façon. Avant, leurs tendances étaient {trend}.",
    rw: "≈Icyo dushingiraho: iyo amahugurwa ataba, amatsinda yombi yari guhinduka kimwe. Mbere yaho uko bahindukaga byari {trend}.",
  },
  alike: { en: "alike", fr: "semblables", rw: "≈bisa" },
  apart: {
    en: "not alike, so read this with care",
    fr: "différentes, à lire donc avec prudence",
    rw: "≈bitandukanye, bityo ubisome witonze",
  },
  untold: { en: "too short to tell", fr: "trop courtes pour le dire", rw: "≈bigufi cyane ku buryo bitavugwa" },
  limits: {
    en: "Periods from {from} to {to}, while sessions were held, count on neither side, and nothing after {until}. {leftOut, plural, =0 {} one {# organisation trained later is left out. } other {# organisations trained later are left out. }}{unmatched, plural, =0 {} one {# trained organisation has nobody of its kind left to set beside it. } other {# trained organisations have nobody of their kind left to set beside them. }}{verified} of {figures} figures behind it are verified. Intervals count organisations, not months, at 95 %.",
    fr: "Les périodes du {from} au {to}, pendant les sessions, ne comptent d’aucun côté, ni rien après le {until}. {leftOut, plural, =0 {} one {# organisation formée plus tard est laissée de côté. } other {# organisations formées plus tard sont laissées de côté. }}{unmatched, plural, =0 {} one {# organisation formée n’a plus personne de son type à côté d’elle. } other {# organisations formées n’ont plus personne de leur type à côté d’elles. }}{verified} chiffres sur {figures} sont vérifiés. Les intervalles comptent les organisations, pas les mois, à 95 %.",
    rw: "≈Ibihe kuva {from} kugeza {to}, ubwo amahugurwa yabaga, ntibibarwa ku ruhande na rumwe, n’ibya nyuma ya {until} ntibibarwa. {leftOut, plural, =0 {} other {Inzego # zahuguwe nyuma ntizibarwa. }}{unmatched, plural, =0 {} other {Inzego # zahuguwe nta zisa na zo zisigaye. }}Imibare {verified} kuri {figures} yaragenzuwe. Habarwa inzego, si amezi, ku kigero cya 95 %.",
  },
  grade: { en: "Evidence {grade}: {name}", fr: "Preuve {grade} : {name}", rw: "≈Ikimenyetso {grade}: {name}" },
  own: {
    en: "{place} itself: {change} between before and after its first session ({low} to {high}; months resemble one another, so the true range is wider).",
    fr: "{place} : {change} entre avant et après sa première session ({low} à {high} ; les mois se ressemblent, l’intervalle réel est plus large).",
    rw: "≈{place} ubwayo: {change} hagati ya mbere na nyuma y’amahugurwa ya mbere ({low} kugeza kuri {high}; amezi arasa, bityo intera nyakuri ni nini kurushaho).",
  },
  no_course: {
    en: "No course is named to compare by. The association’s monitoring officer can name one.",
    fr: "Aucun cours n’est désigné pour la comparaison. Le chargé du suivi de l’association peut en désigner un.",
    rw: "≈Nta mahugurwa yagaragajwe yo kugereranyaho. Ushinzwe isuzumabikorwa mu ihuriro yayagaragaza.",
  },
  too_few_trained: {
    en: "People of {trained, plural, =0 {no organisation with figures} one {# organisation with figures} other {# organisations with figures}} have come to the course so far. A comparison needs {fewest}.",
    fr: "Des agents de {trained, plural, =0 {aucune organisation qui a des chiffres} one {# organisation qui a des chiffres} other {# organisations qui ont des chiffres}} ont suivi le cours à ce jour. Une comparaison en demande {fewest}.",
    rw: "≈Kugeza ubu amahugurwa yitabiriwe n’abantu bo mu nzego {trained} zifite imibare. Igereranya risaba {fewest}.",
  },
  too_few_like: {
    en: "Nothing can be set beside it: people of {trained, plural, one {# organisation} other {# organisations}} came to the first sessions, and by {until} {like, plural, =0 {none of the same kind was} one {only # of the same kind was} other {only # of the same kind were}} still without the course. A comparison needs {fewest}.",
    fr: "Rien à mettre à côté : des agents de {trained, plural, one {# organisation} other {# organisations}} sont venus aux premières sessions et, au {until}, {like, plural, =0 {aucune du même type n’était} one {# seule du même type était} other {# seulement du même type étaient}} encore sans le cours. Une comparaison en demande {fewest}.",
    rw: "≈Nta cyo kubigereranya: amahugurwa ya mbere yitabiriwe n’abantu bo mu nzego {trained}, kandi ku wa {until} inzego zisa zari zitarayabona zari {like}. Igereranya risaba {fewest}.",
  },
  too_few_periods: {
    en: "Too few figures lie before the first sessions or after them, up to {until} when others were trained too. A comparison needs {periods} figures before and {periods} after from {fewest} organisations on each side.",
    fr: "Trop peu de chiffres avant les premières sessions ou après, jusqu’au {until} où d’autres ont aussi été formées. Une comparaison demande {periods} chiffres avant et {periods} après, de {fewest} organisations de chaque côté.",
    rw: "≈Imibare ya mbere y’amahugurwa ya mbere cyangwa ya nyuma yayo kugeza ku wa {until}, ubwo n’izindi nzego zahuguwe, ni mike. Igereranya risaba imibare {periods} ya mbere na {periods} ya nyuma, mu nzego {fewest} kuri buri ruhande.",
  },
  alone: {
    en: "Before and after alone: in the {n, plural, one {# organisation} other {# organisations}} whose people came, the figure moved by {change} on average ({low} to {high}). Whatever else changed in that time is in this number too, so at most the course contributed.",
    fr: "Avant et après seulement : dans {n, plural, one {l’organisation dont des agents sont venus} other {les # organisations dont des agents sont venus}}, le chiffre a bougé de {change} en moyenne ({low} à {high}). Tout ce qui a changé d’autre pendant ce temps y est compris ; au plus, le cours y a contribué.",
    rw: "≈Mbere na nyuma gusa: mu nzego {n} abantu bazo bitabiriye, umubare wahindutseho {change} ugereranyije ({low} kugeza kuri {high}). Ibindi byose byahindutse icyo gihe na byo birimo; amahugurwa yaba yarabigizemo uruhare gusa.",
  },
  done: { en: "What was done", fr: "Ce qui a été fait", rw: "≈Ibyakozwe" },
  doneMore: {
    en: "{n, plural, one {and # more, in the chain below} other {and # more, in the chain below}}",
    fr: "{n, plural, one {et # autre, dans la chaîne ci-dessous} other {et # autres, dans la chaîne ci-dessous}}",
    rw: "≈n’izindi {n}, ziri mu ruhererekane ruri hasi",
  },
  doneNone: {
    en: "No session is linked to this indicator here yet.",
    fr: "Aucune session n’est encore reliée à cet indicateur ici.",
    rw: "≈Nta mahugurwa arahuzwa n’iki gipimo hano.",
  },
  alsoHappened: { en: "What else happened", fr: "Ce qui s’est passé d’autre", rw: "≈Ikindi cyabaye" },
});
