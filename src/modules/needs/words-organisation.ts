/** Words of the page of an organisation in a round: its lead, its needs as rows, and what stands beside them. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  found: {
    en: "{needs, plural, =0 {No gap of {organisation} reaches the line of this round.} one {One need was found in {organisation}.} other {# needs were found in {organisation}.}}",
    fr: "{needs, plural, =0 {Aucun écart de {organisation} n’atteint le seuil de ce cycle.} one {Un besoin a été constaté à {organisation}.} other {# besoins ont été constatés à {organisation}.}}",
    rw: "≈{needs, plural, =0 {Nta cyuho cya {organisation} kigeze ku rugero rw’iri suzuma.} other {Ibikenewe # ni byo byabonetse muri {organisation}.}}",
  },
  standShared: {
    en: "{organisation} has not replied yet.",
    fr: "{organisation} n’a pas encore répondu.",
    rw: "≈{organisation} ntirasubiza.",
  },
  standAccepted: {
    en: "{organisation} accepts the result.",
    fr: "{organisation} accepte le résultat.",
    rw: "≈{organisation} yemeye ibyavuyemo.",
  },
  standContested: {
    en: "{organisation} contests {contested, plural, one {one of them} other {# of them}}; what it says stands beside it.",
    fr: "{organisation} en conteste {contested, plural, one {un} other {#}} ; ce qu’elle en dit figure à côté.",
    rw: "≈{organisation} yanze {contested} muri byo; icyo ibivugaho kiri iruhande.",
  },
  standAnswered: {
    en: "{organisation} contested {contested, plural, one {one of them} other {# of them}}; the objection and its answer stand beside it.",
    fr: "{organisation} en a contesté {contested, plural, one {un} other {#}} ; la contestation et sa réponse figurent à côté.",
    rw: "≈{organisation} yanze {contested} muri byo; impaka n’igisubizo cyazo biri iruhande.",
  },
  standNoReply: {
    en: "{organisation} did not reply in the time given.",
    fr: "{organisation} n’a pas répondu dans le délai.",
    rw: "≈{organisation} ntiyasubije mu gihe cyagenwe.",
  },
  allSettled: {
    en: "Each has a response, or the reason why there is none.",
    fr: "Chacun a une réponse, ou le motif de son absence.",
    rw: "≈Buri kimwe gifite igisubizo, cyangwa impamvu ntacyo.",
  },
  settled: {
    en: "{settled} of {needs} have a response or a stated reason why not.",
    fr: "{settled} sur {needs} ont une réponse, ou le motif de son absence.",
    rw: "≈{settled} kuri {needs} bifite igisubizo cyangwa impamvu ntacyo.",
  },
  needsTitle: { en: "What was found", fr: "Ce qui a été constaté", rw: "≈Ibyabonetse" },
  needsNote: {
    en: "Level 1 to 5, the widest gap first. Ring: level now. Bar: level wanted.",
    fr: "Niveaux de 1 à 5, le plus grand écart d’abord. Anneau : niveau actuel. Barre : niveau souhaité.",
    rw: "≈Inzego 1 kugeza 5, icyuho kinini mbere. Uruziga: urwego ruriho. Akarongo: urwego rwifuzwa.",
  },
  cause: { en: "Main cause: {cause}", fr: "Cause principale : {cause}", rw: "≈Impamvu nyamukuru: {cause}" },
  causeShare: {
    en: "Main cause: {cause}, named in {share} of answers",
    fr: "Cause principale : {cause}, citée dans {share} des réponses",
    rw: "≈Impamvu nyamukuru: {cause}, yavuzwe muri {share} by’ibisubizo",
  },
  causeUnknown: { en: "No cause was named", fr: "Aucune cause n’a été citée", rw: "≈Nta mpamvu yavuzwe" },
  notCourse: { en: "Not a course", fr: "Pas une formation", rw: "≈Si amahugurwa" },
  contests: { en: "{organisation} contests:", fr: "{organisation} conteste :", rw: "≈{organisation} ntibyemera:" },
  answers: { en: "The association answers:", fr: "L’association répond :", rw: "≈Ihuriro risubiza:" },
  answersNot: {
    en: "The association has not answered yet.",
    fr: "L’association n’a pas encore répondu.",
    rw: "≈Ihuriro ntirasubiza.",
  },
  refusal: { en: "No response:", fr: "Pas de réponse :", rw: "≈Nta gisubizo:" },
  responseDue: { en: "{owner}, due {day}", fr: "{owner}, échéance {day}", rw: "≈{owner}, bitarenze {day}" },
  answeredTitle: { en: "Who answered", fr: "Qui a répondu", rw: "≈Abasubije" },
  answeredOf: {
    en: "{answered} of {invited} posts answered",
    fr: "{answered} postes sur {invited} ont répondu",
    rw: "≈Imyanya {answered} kuri {invited} yasubije",
  },
  confirmedBy: { en: "Confirmed by {post} on {day}.", fr: "Confirmé par {post} le {day}.", rw: "≈Byemejwe na {post} ku wa {day}." },
  notConfirmed: {
    en: "No confirmation came in the time given.",
    fr: "Aucune confirmation n’est venue dans le délai.",
    rw: "≈Nta cyemezo cyatanzwe mu gihe cyagenwe.",
  },
  replyNone: { en: "No reply yet.", fr: "Pas encore de réponse.", rw: "≈Nta gisubizo kiraboneka." },
  typePaper: { en: "Signed on paper? Type it in", fr: "Signé sur papier ? Le saisir", rw: "≈Byasinywe ku rupapuro? Byandike" },
  sheet: {
    en: "The result on one sheet, to print and sign",
    fr: "Le résultat sur une feuille, à imprimer et signer",
    rw: "≈Ibyavuyemo ku rupapuro rumwe, rwo gucapa no gusinya",
  },
  coverage: { en: "Who has answered", fr: "Qui a répondu", rw: "≈Abasubije" },
  behind: { en: "What it rests on", fr: "Sur quoi cela repose", rw: "≈Ibyo bishingiyeho" },
  sourcesFold: {
    en: "What each source says: {fields, plural, one {one field} other {# fields}}{differ, plural, =0 {} one {, one where sources differ} other {, # where sources differ}}",
    fr: "Ce que dit chaque source : {fields, plural, one {un domaine} other {# domaines}}{differ, plural, =0 {} one {, dont un où elles diffèrent} other {, dont # où elles diffèrent}}",
    rw: "≈Icyo buri nkomoko ivuga: ingingo {fields}{differ, plural, =0 {} other {, aho zitandukanye #}}",
  },
  moderationsFold: {
    en: "What moderation changed: {count, plural, one {one level} other {# levels}}",
    fr: "Ce que la modération a changé : {count, plural, one {un niveau} other {# niveaux}}",
    rw: "≈Ibyahinduwe mu kunoza: inzego {count}",
  },
  evidenceFold: {
    en: "Interviews, focus groups and documents: {count, plural, =0 {none recorded} other {#}}",
    fr: "Entretiens, groupes de discussion et documents : {count, plural, =0 {aucun} other {#}}",
    rw: "≈Ibiganiro, amatsinda n’inyandiko: {count, plural, =0 {nta na kimwe} other {#}}",
  },
});
