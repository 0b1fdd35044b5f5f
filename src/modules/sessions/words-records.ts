/** What records of this module are called, what happened to them as sentences, and what is held about people. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  module: { en: "Sessions", fr: "Sessions", rw: "≈Amahugurwa akorwa" },
  calendar: { en: "Training dates", fr: "Dates de formation", rw: "≈Amatariki y’amahugurwa" },
  session: { en: "Session", fr: "Session", rw: "Amahugurwa" },
  enrolment: { en: "Place in a session", fr: "Place dans une session", rw: "≈Umwanya mu mahugurwa" },
  notHeldYet: {
    en: "The session has not begun; its attendance is closed after it was held.",
    fr: "La session n’a pas commencé ; les présences sont clôturées après sa tenue.",
    rw: "≈Amahugurwa ntaratangira; urutonde rusozwa nyuma yayo.",
  },
  attended: { en: "attended", fr: "présents", rw: "≈bitabiriye" },
  comes: { en: "expected", fr: "attendus", rw: "≈bategerejwe" },
  dataset: { en: "Training sessions", fr: "Sessions de formation", rw: "Amahugurwa" },
  dataReference: { en: "Reference", fr: "Référence", rw: "≈Inomero" },
  dataTitle: { en: "Title", fr: "Titre", rw: "≈Umutwe" },
  dataLanguage: { en: "Language of the title", fr: "Langue du titre", rw: "≈Ururimi rw’umutwe" },
  dataFrom: { en: "First day", fr: "Premier jour", rw: "≈Umunsi wa mbere" },
  dataTo: { en: "Last day", fr: "Dernier jour", rw: "≈Umunsi wa nyuma" },
  dataMode: { en: "Held", fr: "Tenue", rw: "≈Uko akorwa" },
  dataRegion: { en: "Region", fr: "Région", rw: "Intara" },
  dataState: { en: "State", fr: "État", rw: "≈Aho bigeze" },
  dataDomain: { en: "Field", fr: "Domaine", rw: "≈Urwego rw’ubumenyi" },
  dataPlaces: { en: "Places", fr: "Places", rw: "≈Imyanya" },
  dataAttended: { en: "People who attended", fr: "Personnes présentes", rw: "≈Abitabiriye" },
  dataWomen: { en: "Of whom women", fr: "Dont femmes", rw: "≈Muri bo abagore" },
  enrolmentData: {
    en: "Places in sessions: who was named, invited and came",
    fr: "Places dans les sessions : qui a été désigné, invité, présent",
    rw: "≈Imyanya mu mahugurwa: uwatanzwe, uwatumiwe, uwitabiriye",
  },
  accessData: {
    en: "What a person said she needs to take part in a session",
    fr: "Ce dont une personne a dit avoir besoin pour participer à une session",
    rw: "≈Ibyo umuntu yavuze akeneye kugira ngo yitabire",
  },
  trainerData: { en: "Sessions taught", fr: "Sessions animées", rw: "≈Amahugurwa yigishije" },
});

/** What happened, by kind of journal entry. */
export const stories = defineWords({
  "sessions.session.planned": { en: "{post} planned {what}.", fr: "{post} a planifié {what}.", rw: "≈{post}: yateguye {what}." },
  "sessions.session.changed": { en: "{post} changed {what}.", fr: "{post} a modifié {what}.", rw: "≈{post}: yahinduye {what}." },
  "sessions.session.opened": {
    en: "{post} opened nominations for {what}.",
    fr: "{post} a ouvert les désignations pour {what}.",
    rw: "≈{post}: yatangije gutanga amazina ya {what}.",
  },
  "sessions.session.confirmed": { en: "{post} confirmed {what}.", fr: "{post} a confirmé {what}.", rw: "≈{post}: yemeje {what}." },
  "sessions.session.ready": {
    en: "{post} declared {what} ready.",
    fr: "{post} a déclaré {what} prête.",
    rw: "≈{post}: yemeje ko {what} biteguye.",
  },
  "sessions.session.started": { en: "{what} began.", fr: "{what} a commencé.", rw: "≈{what} yatangiye." },
  "sessions.session.delivered": { en: "{what} was held.", fr: "{what} a eu lieu.", rw: "≈{what} yabaye." },
  "sessions.session.evaluated": {
    en: "{post} finished the evaluation of {what}.",
    fr: "{post} a terminé l’évaluation de {what}.",
    rw: "≈{post}: yarangije isuzuma rya {what}.",
  },
  "sessions.session.followed": {
    en: "{post} began the follow-up of {what}.",
    fr: "{post} a commencé le suivi de {what}.",
    rw: "≈{post}: yatangiye gukurikirana {what}.",
  },
  "sessions.session.closed": { en: "{post} closed {what}.", fr: "{post} a clôturé {what}.", rw: "≈{post}: yasoje {what}." },
  "sessions.session.cancelled": {
    en: "{post} cancelled {what}; everybody invited was told.",
    fr: "{post} a annulé {what} ; toutes les personnes invitées ont été prévenues.",
    rw: "≈{post}: yahagaritse {what}; abatumiwe bose barabimenyeshejwe.",
  },
  "sessions.names.given": {
    en: "{post} named people for {what}.",
    fr: "{post} a désigné des personnes pour {what}.",
    rw: "≈{post}: yatanze amazina ya {what}.",
  },
  "sessions.names.approved": {
    en: "{post} approved names for {what}.",
    fr: "{post} a approuvé des désignations pour {what}.",
    rw: "≈{post}: yemeje amazina ya {what}.",
  },
  "sessions.names.refused": {
    en: "{post} did not approve names for {what}.",
    fr: "{post} n’a pas approuvé des désignations pour {what}.",
    rw: "≈{post}: ntiyemeje amazina ya {what}.",
  },
  "sessions.names.closed": {
    en: "Nominations for {what} closed on their day.",
    fr: "Les désignations pour {what} ont été closes à leur date.",
    rw: "≈Gutanga amazina ya {what} byasojwe ku munsi wabyo.",
  },
  "sessions.invitations.sent": {
    en: "{post} sent the invitations for {what}.",
    fr: "{post} a envoyé les invitations pour {what}.",
    rw: "≈{post}: yohereje ubutumire bwa {what}.",
  },
  "sessions.invitations.reminded": {
    en: "Those who had not answered were reminded of {what}.",
    fr: "Les personnes sans réponse ont été relancées pour {what}.",
    rw: "≈Abatarasubije bibukijwe {what}.",
  },
  "sessions.seats.followed": {
    en: "Seats of {what} passed to the new holders of their posts.",
    fr: "Des places de {what} sont passées aux nouveaux titulaires des postes.",
    rw: "≈Imyanya ya {what} yahawe abashya bari mu mirimo.",
  },
  "sessions.trainer.named": {
    en: "{post} named a trainer for {what}.",
    fr: "{post} a désigné un formateur pour {what}.",
    rw: "≈{post}: yashyizeho uwigisha {what}.",
  },
  "sessions.trainer.removed": {
    en: "{post} took a trainer off {what}.",
    fr: "{post} a retiré un formateur de {what}.",
    rw: "≈{post}: yakuyeho uwigisha {what}.",
  },
  "sessions.trainer.asked": {
    en: "{post} asked a trainer for {what}.",
    fr: "{post} a sollicité un formateur pour {what}.",
    rw: "≈{post}: yasabye uwigisha {what}.",
  },
  "sessions.trainer.confirmed": {
    en: "A trainer confirmed for {what}.",
    fr: "Un formateur a confirmé pour {what}.",
    rw: "≈Uwigisha yemeye {what}.",
  },
  "sessions.trainer.declined": {
    en: "A trainer cannot teach {what}.",
    fr: "Un formateur ne peut pas animer {what}.",
    rw: "≈Uwigisha ntazaboneka muri {what}.",
  },
  "sessions.attendance.marked": {
    en: "The attendance of {what} was closed.",
    fr: "Les présences de {what} ont été clôturées.",
    rw: "≈Urutonde rw’abitabiriye {what} rwasojwe.",
  },
  "sessions.outcomes.decided": {
    en: "The outcomes of {what} were decided.",
    fr: "Les résultats de {what} ont été établis.",
    rw: "≈Ibyavuye muri {what} byemejwe.",
  },
  "sessions.enrolment.confirmed": { en: "{what}: comes.", fr: "{what} : vient.", rw: "≈{what}: azaza." },
  "sessions.enrolment.declined": { en: "{what}: does not come.", fr: "{what} : ne vient pas.", rw: "≈{what}: ntazaza." },
  "sessions.enrolment.seat_free": {
    en: "{what}: whoever named her was asked for another name.",
    fr: "{what} : une autre désignation a été demandée.",
    rw: "≈{what}: hasabwe irindi zina.",
  },
  "sessions.enrolment.withdrawn": {
    en: "{post} took a name off the list: {what}.",
    fr: "{post} a retiré un nom de la liste : {what}.",
    rw: "≈{post}: yakuye izina ku rutonde: {what}.",
  },
  "sessions.enrolment.replaced": {
    en: "{post} named a replacement: {what}.",
    fr: "{post} a désigné un remplaçant : {what}.",
    rw: "≈{post}: yatanze umusimbura: {what}.",
  },
  "sessions.enrolment.applied": {
    en: "What was learned is applied at work, verified: {what}.",
    fr: "Ce qui a été appris est appliqué au travail, vérifié : {what}.",
    rw: "≈Ibyizwe byashyizwe mu bikorwa, byemejwe: {what}.",
  },
});
