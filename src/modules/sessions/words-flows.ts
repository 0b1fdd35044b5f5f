/** The states of sessions and enrolments, and why a step has to wait. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  planned: { en: "Planned", fr: "Planifiée", rw: "≈Arateganyijwe" },
  nominationsOpen: { en: "Nominations open", fr: "Désignations ouvertes", rw: "≈Gutanga amazina birakomeje" },
  confirmed: { en: "Confirmed", fr: "Confirmée", rw: "≈Yemejwe" },
  ready: { en: "Ready", fr: "Prête", rw: "≈Yiteguwe" },
  running: { en: "Running", fr: "En cours", rw: "≈Arakorwa" },
  delivered: { en: "Held", fr: "Tenue", rw: "≈Yarabaye" },
  evaluated: { en: "Evaluated", fr: "Évaluée", rw: "≈Yasuzumwe" },
  followUp: { en: "Followed up", fr: "En suivi", rw: "≈Irakurikiranwa" },
  closed: { en: "Closed", fr: "Clôturée", rw: "≈Yasojwe" },
  cancelled: { en: "Cancelled", fr: "Annulée", rw: "≈Yahagaritswe" },

  nominated: { en: "Named, waits for approval", fr: "Désignée, à approuver", rw: "≈Yatanzwe, ategereje kwemezwa" },
  approved: { en: "Approved", fr: "Approuvée", rw: "≈Yemejwe" },
  notApproved: { en: "Not approved", fr: "Non approuvée", rw: "≈Ntiyemejwe" },
  invited: { en: "Invited, no answer yet", fr: "Invitée, sans réponse", rw: "≈Yatumiwe, ntarasubiza" },
  comes: { en: "Comes", fr: "Vient", rw: "≈Azaza" },
  declined: { en: "Does not come", fr: "Ne vient pas", rw: "≈Ntazaza" },
  replaced: { en: "Replaced", fr: "Remplacée", rw: "≈Yasimbuwe" },
  attended: { en: "Attended, result open", fr: "Présente, résultat en attente", rw: "≈Yitabiriye, ibyavuyemo birategerejwe" },
  absent: { en: "Absent", fr: "Absente", rw: "≈Ntiyaje" },
  competent: { en: "Competent", fr: "Compétente", rw: "≈Yatsinze" },
  attendedOnly: { en: "Attended only", fr: "Présente seulement", rw: "≈Yitabiriye gusa" },
  applied: { en: "Applied at work, verified", fr: "Appliqué au travail, vérifié", rw: "≈Yabishyize mu bikorwa, byemejwe" },
  withdrawn: { en: "Withdrawn", fr: "Retirée", rw: "≈Yakuwe ku rutonde" },

  noGroups: {
    en: "Say first for whom the session is: choose at least one target group.",
    fr: "Dites d’abord à qui la session s’adresse : choisissez au moins un groupe cible.",
    rw: "≈Banza uvuge abo amahugurwa agenewe.",
  },
  noSeats: {
    en: "Give seats to at least one organisation first.",
    fr: "Attribuez d’abord des places à au moins une organisation.",
    rw: "≈Banza uhe imyanya nibura urwego rumwe.",
  },
  tooManySeats: {
    en: "{seats, plural, one {# seat is} other {# seats are}} given out, but the room has {places}. Take some back or find a larger room.",
    fr: "{seats, plural, one {# place est attribuée} other {# places sont attribuées}}, mais la salle en a {places}. Retirez-en ou trouvez une salle plus grande.",
    rw: "≈Imyanya yatanzwe ni {seats}, ariko ihari ni {places}.",
  },
  tooLate: {
    en: "Nominations would have had to close on {day}. Move the session to a later day.",
    fr: "Les désignations auraient dû se clore le {day}. Reportez la session à une date ultérieure.",
    rw: "≈Gutanga amazina byagombaga gusozwa ku wa {day}. Imurira amahugurwa ku wundi munsi.",
  },
  nobodyApproved: {
    en: "Nobody is approved yet. Ask the organisations to name and approve people, or cancel the session.",
    fr: "Personne n’est encore approuvé. Demandez aux organisations de désigner et d’approuver, ou annulez la session.",
    rw: "≈Nta n’umwe uremezwa. Saba inzego gutanga amazina no kuyemeza.",
  },
  noTrainer: {
    en: "No trainer has confirmed yet. Call those invited, or invite another.",
    fr: "Aucun formateur n’a encore confirmé. Appelez ceux qui sont invités, ou invitez-en un autre.",
    rw: "≈Nta mwarimu uremera. Bahamagare cyangwa utumire undi.",
  },
  noPlace: {
    en: "Say first where people should go.",
    fr: "Dites d’abord où les personnes doivent se rendre.",
    rw: "≈Banza uvuge aho bazahurira.",
  },
  noLink: {
    en: "Give the address of the online room first.",
    fr: "Donnez d’abord l’adresse de la salle en ligne.",
    rw: "≈Banza utange aderesi yo kuri interineti.",
  },
  notInvited: {
    en: "{people, plural, one {# approved person has} other {# approved people have}} no invitation yet. Send the invitations first.",
    fr: "{people, plural, one {# personne approuvée n’a} other {# personnes approuvées n’ont}} pas encore d’invitation. Envoyez d’abord les invitations.",
    rw: "≈Hari {people} bemejwe batarabona ubutumire. Banza ubohereze.",
  },
  notBegun: {
    en: "It begins on {day}.",
    fr: "Elle commence le {day}.",
    rw: "≈Atangira ku wa {day}.",
  },
  notOver: {
    en: "It goes on until {day}.",
    fr: "Elle dure jusqu’au {day}.",
    rw: "≈Azarangira ku wa {day}.",
  },
  undecided: {
    en: "{people, plural, one {# person has} other {# people have}} no outcome yet: close the attendance and the test first.",
    fr: "{people, plural, one {# personne n’a} other {# personnes n’ont}} pas encore de résultat : clôturez d’abord les présences et le test.",
    rw: "≈Hari {people} batarabona ibyavuyemo: banza usoze ubwitabire n’isuzuma.",
  },
  stillFollowed: {
    en: "The last follow-up is due on {day}; close the session after it.",
    fr: "Le dernier suivi est prévu le {day} ; clôturez la session ensuite.",
    rw: "≈Gukurikirana kwa nyuma ni ku wa {day}; amahugurwa asozwa nyuma yaho.",
  },
  conducts: {
    en: "Who runs or teaches the session does not approve nominations. Ask the District Executive Secretary or the HR director.",
    fr: "Qui organise ou anime la session n’approuve pas les désignations. Demandez au secrétaire exécutif ou au directeur des ressources humaines.",
    rw: "≈Uyobora cyangwa wigisha mu mahugurwa ntiyemeza amazina yatanzwe.",
  },
  ownNomination: {
    en: "You named this person yourself; somebody else of your organisation approves.",
    fr: "Vous avez désigné cette personne ; quelqu’un d’autre de votre organisation approuve.",
    rw: "≈Ni wowe watanze iri zina; ryemezwa n’undi wo mu rwego rwawe.",
  },
  stillWaiting: {
    en: "There is no seat yet: this person waits beyond the seats of your organisation.",
    fr: "Il n’y a pas encore de place : cette personne attend au-delà des places de votre organisation.",
    rw: "≈Nta mwanya uraboneka: ari ku rutonde rw’abategereje.",
  },
  sessionOver: {
    en: "The session has begun, was held or was cancelled; the list of participants stands.",
    fr: "La session a commencé, a eu lieu ou a été annulée ; la liste des participants est arrêtée.",
    rw: "≈Amahugurwa yatangiye, yarabaye cyangwa yahagaritswe; urutonde ntiruhinduka.",
  },
});
