/** Words of the morning page, of the history of records, and of the manifest. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  module: { en: "Needs", fr: "Besoins", rw: "≈Ibikenewe" },
  rounds: { en: "Rounds", fr: "Cycles", rw: "≈Amasuzuma" },
  round: { en: "Round of needs assessment", fr: "Cycle d’évaluation des besoins", rw: "≈Isuzuma ry’ibikenewe" },
  need: { en: "Need", fr: "Besoin", rw: "≈Icyifuzo" },
  response: { en: "Response to a need", fr: "Réponse à un besoin", rw: "≈Igisubizo ku gikenewe" },
  answer: { en: "Answer: {round}", fr: "Répondre : {round}", rw: "≈Subiza: {round}" },
  answerWhy: {
    en: "This post is invited. Your answers count with those of others; nobody is shown what you said.",
    fr: "Ce poste est invité. Vos réponses comptent avec celles des autres ; personne ne voit ce que vous avez dit.",
    rw: "≈Uyu mwanya waratumiwe. Ibisubizo byawe bibarirwa hamwe n’iby’abandi; nta wubona ibyo wavuze.",
  },
  answerReminded: {
    en: "This post was reminded on {day}. Nobody is shown what you said.",
    fr: "Ce poste a été relancé le {day}. Personne ne voit ce que vous avez dit.",
    rw: "≈Uyu mwanya wibukijwe ku wa {day}. Nta wubona ibyo wavuze.",
  },
  answerAction: { en: "Start answering", fr: "Commencer à répondre", rw: "≈Tangira gusubiza" },
  validate: { en: "Confirm who answered: {round}", fr: "Confirmer qui a répondu : {round}", rw: "≈Emeza abasubije: {round}" },
  validateWhy: {
    en: "{answered, number} of {invited, number} posts of {organisation} answered. Confirm it, add what is missing, or comment.",
    fr: "{answered, number} postes sur {invited, number} ont répondu à {organisation}. Confirmez-le, complétez, ou commentez.",
    rw: "≈Imyanya {answered, number} kuri {invited, number} yo muri {organisation} yasubije. Byemeze, wuzuze ibibura, cyangwa utange igitekerezo.",
  },
  reply: {
    en: "Accept or contest the result: {round}",
    fr: "Accepter ou contester le résultat : {round}",
    rw: "≈Emera cyangwa wange ibyavuyemo: {round}",
  },
  replyWhy: {
    en: "{needs, plural, one {One need} other {# needs}} of {organisation}. Without a reply it stays “no reply”.",
    fr: "{needs, plural, one {Un besoin} other {# besoins}} de {organisation}. Sans réponse, le résultat reste « sans réponse ».",
    rw: "≈Ibikenewe {needs} bya {organisation}. Nihatagira igisubizo, bizandikwa ko nta gisubizo cyatanzwe.",
  },
  sign: { en: "Read and sign", fr: "Lire et signer", rw: "≈Soma usinye" },
  openRound: { en: "Open the round: {round}", fr: "Ouvrir le cycle : {round}", rw: "≈Fungura isuzuma: {round}" },
  closing: { en: "Answers close: {round}", fr: "Clôture des réponses : {round}", rw: "≈Isozwa ry’ibisubizo: {round}" },
  closingWhy: {
    en: "{answered, number} of {invited, number} posts have answered.",
    fr: "{answered, number} postes sur {invited, number} ont répondu.",
    rw: "≈Imyanya {answered, number} kuri {invited, number} yarasubije.",
  },
  moderate: { en: "Moderate the results: {round}", fr: "Modérer les résultats : {round}", rw: "≈Noza ibyavuyemo: {round}" },
  moderateWhy: {
    en: "{unvalidated, plural, =0 {Every organisation has} one {One organisation has not} other {# organisations have not}}{unvalidated, plural, =0 {} other { yet}} confirmed who answered.",
    fr: "{unvalidated, plural, =0 {Toutes les organisations ont confirmé} one {Une organisation n’a pas encore confirmé} other {# organisations n’ont pas encore confirmé}} qui a répondu.",
    rw: "≈Inzego zitaremeza abasubije: {unvalidated}.",
  },
  share: { en: "Share the results: {round}", fr: "Communiquer les résultats : {round}", rw: "≈Menyesha ibyavuyemo: {round}" },
  shareWhy: {
    en: "Moderation is finished. Each organisation waits for its own result.",
    fr: "La modération est terminée. Chaque organisation attend son résultat.",
    rw: "≈Kunoza byarangiye. Buri rwego rutegereje ibyavuyemo.",
  },
  replies: { en: "Replies to the results: {round}", fr: "Réponses aux résultats : {round}", rw: "≈Ibisubizo ku byavuyemo: {round}" },
  repliesWhy: {
    en: "{silent, plural, =0 {Every organisation has replied.} one {One organisation has not replied.} other {# organisations have not replied.}}",
    fr: "{silent, plural, =0 {Toutes les organisations ont répondu.} one {Une organisation n’a pas répondu.} other {# organisations n’ont pas répondu.}}",
    rw: "≈Inzego zitarasubiza: {silent}.",
  },
  contests: {
    en: "{count, plural, one {One objection waits} other {# objections wait}} for an answer",
    fr: "{count, plural, one {Une contestation attend} other {# contestations attendent}} une réponse",
    rw: "≈Ibitaremewe bitegereje igisubizo: {count}",
  },
  contestsWhy: {
    en: "The oldest is of {day}, from {organisation}.",
    fr: "La plus ancienne date du {day}, de {organisation}.",
    rw: "≈Icya kera cyane ni icyo ku wa {day}, cya {organisation}.",
  },
  closeRound: { en: "Close the round: {round}", fr: "Clore le cycle : {round}", rw: "≈Soza isuzuma: {round}" },
  closeRoundWhy: {
    en: "{waiting, plural, =0 {Every need has a response or a stated refusal.} one {One need has neither a response nor a stated refusal.} other {# needs have neither a response nor a stated refusal.}}",
    fr: "{waiting, plural, =0 {Chaque besoin a une réponse ou un refus motivé.} one {Un besoin n’a ni réponse ni refus motivé.} other {# besoins n’ont ni réponse ni refus motivé.}}",
    rw: "≈Ibikenewe bidafite igisubizo cyangwa impamvu yavuzwe: {waiting}.",
  },
  waited: {
    en: "{count, plural, =1 {One need has} =2 {Two needs have} =3 {Three needs have} =4 {Four needs have} =5 {Five needs have} =6 {Six needs have} =7 {Seven needs have} =8 {Eight needs have} =9 {Nine needs have} other {# needs have}} waited {days} days",
    fr: "{count, plural, =1 {Un besoin attend} =2 {Deux besoins attendent} =3 {Trois besoins attendent} =4 {Quatre besoins attendent} =5 {Cinq besoins attendent} =6 {Six besoins attendent} =7 {Sept besoins attendent} =8 {Huit besoins attendent} =9 {Neuf besoins attendent} other {# besoins attendent}} depuis {days} jours",
    rw: "≈Ibikenewe {count} bimaze iminsi {days} bitegereje",
  },
  waitedWhy: {
    en: "Without a response: {domains}.",
    fr: "Sans réponse : {domains}.",
    rw: "≈Nta gisubizo: {domains}.",
  },
  waitedAction: { en: "See them", fr: "Les voir", rw: "≈Birebe" },
  own: { en: "{type}: {domain}, {organisation}", fr: "{type} : {domain}, {organisation}", rw: "≈{type}: {domain}, {organisation}" },
  ownWhy: { en: "This post answers for it.", fr: "Ce poste en répond.", rw: "≈Uyu mwanya ni wo ubishinzwe." },
  ownAction: { en: "Say how it stands", fr: "Dire où cela en est", rw: "≈Vuga aho bigeze" },
  look: { en: "Look", fr: "Voir", rw: "≈Reba" },
  answersData: {
    en: "Answers in rounds of needs assessment",
    fr: "Réponses aux cycles d’évaluation des besoins",
    rw: "≈Ibisubizo mu masuzuma y’ibikenewe",
  },
  dataset: { en: "Capacity needs by field", fr: "Besoins de capacités par domaine", rw: "≈Ibikenewe mu bushobozi ku ngingo" },
  dataYear: { en: "Fiscal year", fr: "Exercice", rw: "≈Umwaka w’ingengo y’imari" },
  dataDomain: { en: "Field", fr: "Domaine", rw: "≈Ingingo" },
  dataOrganisations: { en: "Organisations", fr: "Organisations", rw: "≈Inzego" },
  dataRespondents: { en: "Respondents", fr: "Répondants", rw: "≈Abasubije" },
  dataCurrent: { en: "Level now, 1 to 5", fr: "Niveau actuel, de 1 à 5", rw: "≈Urwego ruriho, 1 kugeza 5" },
  dataDesired: { en: "Level wanted, 1 to 5", fr: "Niveau souhaité, de 1 à 5", rw: "≈Urwego rwifuzwa, 1 kugeza 5" },
  dataNeeds: { en: "Needs", fr: "Besoins", rw: "≈Ibikenewe" },
});

/** One sentence for each kind of journal entry. */
export const stories = defineWords({
  "needs.round.designed": {
    en: "{post} began to design “{what}”.",
    fr: "{post} a commencé à concevoir « {what} ».",
    rw: "≈{post} yatangiye gutegura “{what}”.",
  },
  "needs.round.changed": {
    en: "{post} changed the design of “{what}”.",
    fr: "{post} a modifié la conception de « {what} ».",
    rw: "≈{post} yahinduye imitegurire ya “{what}”.",
  },
  "needs.round.launched": {
    en: "{post} launched “{what}” and invited its posts.",
    fr: "{post} a lancé « {what} » et invité ses postes.",
    rw: "≈{post} yatangije “{what}” atumira imyanya.",
  },
  "needs.round.opened": {
    en: "“{what}” opened for answers.",
    fr: "« {what} » s’est ouvert aux réponses.",
    rw: "≈“{what}” ryatangiye kwakira ibisubizo.",
  },
  "needs.round.extended": {
    en: "{post} changed the dates of “{what}”.",
    fr: "{post} a changé les dates de « {what} ».",
    rw: "≈{post} yahinduye amatariki ya “{what}”.",
  },
  "needs.round.answers_closed": {
    en: "The answers of “{what}” closed.",
    fr: "Les réponses de « {what} » sont closes.",
    rw: "≈Ibisubizo bya “{what}” byasojwe.",
  },
  "needs.round.moderated": {
    en: "{post} finished the moderation of “{what}”.",
    fr: "{post} a terminé la modération de « {what} ».",
    rw: "≈{post} yarangije kunoza “{what}”.",
  },
  "needs.round.shared": {
    en: "{post} shared the results of “{what}” with each organisation.",
    fr: "{post} a communiqué les résultats de « {what} » à chaque organisation.",
    rw: "≈{post} yamenyesheje buri rwego ibyavuye muri “{what}”.",
  },
  "needs.round.planning": {
    en: "The time to reply to “{what}” ended; responses are planned.",
    fr: "Le délai de réponse à « {what} » est passé ; les réponses se préparent.",
    rw: "≈Igihe cyo gusubiza kuri “{what}” cyarangiye; ibisubizo birategurwa.",
  },
  "needs.round.closed": { en: "{post} closed “{what}”.", fr: "{post} a clos « {what} ».", rw: "≈{post} yasoje “{what}”." },
  "needs.round.cancelled": { en: "{post} cancelled “{what}”.", fr: "{post} a annulé « {what} ».", rw: "≈{post} yahagaritse “{what}”." },
  "needs.round.reminded": {
    en: "{post} reminded the posts that had not answered “{what}”.",
    fr: "{post} a relancé les postes qui n’avaient pas répondu à « {what} ».",
    rw: "≈{post} yibukije imyanya itarasubiza kuri “{what}”.",
  },
  "needs.evidence.recorded": {
    en: "{post} recorded evidence for “{what}”.",
    fr: "{post} a consigné une preuve pour « {what} ».",
    rw: "≈{post} yanditse ikimenyetso kuri “{what}”.",
  },
  "needs.answers.validated": {
    en: "{post} confirmed who had answered “{what}”.",
    fr: "{post} a confirmé qui avait répondu à « {what} ».",
    rw: "≈{post} yemeje abasubije kuri “{what}”.",
  },
  "needs.level.moderated": {
    en: "{post} moderated a level in “{what}”.",
    fr: "{post} a modéré un niveau dans « {what} ».",
    rw: "≈{post} yakosoye urwego muri “{what}”.",
  },
  "needs.result.typed_in": {
    en: "{post} typed in a reply to “{what}” that was signed on paper.",
    fr: "{post} a saisi une réponse à « {what} » signée sur papier.",
    rw: "≈{post} yanditse igisubizo kuri “{what}” cyasinywe ku rupapuro.",
  },
  "needs.need.accepted_on_paper": {
    en: "{post} typed in from paper that “{what}” is accepted.",
    fr: "{post} a saisi, d’après le papier, que « {what} » est accepté.",
    rw: "≈{post} yanditse, avanye ku rupapuro, ko “{what}” byemewe.",
  },
  "needs.need.contested_on_paper": {
    en: "{post} typed in from paper that “{what}” is contested.",
    fr: "{post} a saisi, d’après le papier, que « {what} » est contesté.",
    rw: "≈{post} yanditse, avanye ku rupapuro, ko “{what}” bitemewe.",
  },
  "needs.result.replied": {
    en: "{post} replied to the result of “{what}”, signed.",
    fr: "{post} a répondu au résultat de « {what} », avec signature.",
    rw: "≈{post} yasubije ku byavuye muri “{what}”, arasinya.",
  },
  "needs.need.found": {
    en: "The need “{what}” was found from the answers and evidence.",
    fr: "Le besoin « {what} » a été constaté à partir des réponses et des preuves.",
    rw: "≈Icyifuzo “{what}” cyavuye mu bisubizo no mu bimenyetso.",
  },
  "needs.need.accepted": {
    en: "{post} accepted the need “{what}”.",
    fr: "{post} a accepté le besoin « {what} ».",
    rw: "≈{post} yemeye icyifuzo “{what}”.",
  },
  "needs.need.contested": {
    en: "{post} contested the need “{what}”.",
    fr: "{post} a contesté le besoin « {what} ».",
    rw: "≈{post} ntiyemeye icyifuzo “{what}”.",
  },
  "needs.need.kept": {
    en: "{post} kept the need “{what}”, with the objection beside it.",
    fr: "{post} a maintenu le besoin « {what} », avec l’objection à côté.",
    rw: "≈{post} yagumanye icyifuzo “{what}”, hamwe n’impaka zacyo.",
  },
  "needs.need.withdrawn": {
    en: "{post} withdrew the need “{what}” after the objection.",
    fr: "{post} a retiré le besoin « {what} » après la contestation.",
    rw: "≈{post} yakuyeho icyifuzo “{what}” nyuma yo kutemerwa.",
  },
  "needs.need.refused": {
    en: "{post} stated why “{what}” gets no response.",
    fr: "{post} a dit pourquoi « {what} » n’a pas de réponse.",
    rw: "≈{post} yavuze impamvu “{what}” itazabona igisubizo.",
  },
  "needs.need.met": {
    en: "{post} said that the need “{what}” is met.",
    fr: "{post} a indiqué que le besoin « {what} » est satisfait.",
    rw: "≈{post} yavuze ko icyifuzo “{what}” cyabonetse.",
  },
  "needs.problem.reported": {
    en: "{post} reported the service problem “{what}”.",
    fr: "{post} a signalé le problème de service « {what} ».",
    rw: "≈{post} yamenyesheje ikibazo cya serivisi “{what}”.",
  },
  "needs.response.added": {
    en: "{post} added the response “{what}”.",
    fr: "{post} a ajouté la réponse « {what} ».",
    rw: "≈{post} yongeyeho igisubizo “{what}”.",
  },
  "needs.response.begun": {
    en: "{post} began the response “{what}”.",
    fr: "{post} a commencé la réponse « {what} ».",
    rw: "≈{post} yatangiye igisubizo “{what}”.",
  },
  "needs.response.completed": {
    en: "{post} completed the response “{what}”.",
    fr: "{post} a achevé la réponse « {what} ».",
    rw: "≈{post} yarangije igisubizo “{what}”.",
  },
  "needs.response.dropped": {
    en: "{post} dropped the response “{what}”.",
    fr: "{post} a abandonné la réponse « {what} ».",
    rw: "≈{post} yaretse igisubizo “{what}”.",
  },
});
