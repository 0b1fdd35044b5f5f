/** Words of what a session’s page says first to whoever has a place in it, teaches it or names people for it. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  place: { en: "Your place", fr: "Votre place", rw: "≈Umwanya wawe" },
  s_nominated: {
    en: "You are named for this session. Your organisation still approves; then you get an invitation.",
    fr: "Vous êtes désigné pour cette session. Votre organisation doit encore approuver ; l’invitation suivra.",
    rw: "≈Watanzwe muri aya mahugurwa. Urwego rwawe ruracyabyemeza; nyuma uzabona ubutumire.",
  },
  s_waiting: {
    en: "You are named and wait for a seat. You move up when somebody cannot come.",
    fr: "Vous êtes désigné et attendez une place. Vous avancez si une personne est empêchée.",
    rw: "≈Watanzwe kandi utegereje umwanya. Uzazamuka nihagira utaboneka.",
  },
  s_approved: {
    en: "Your organisation approved you. The invitation follows; there is nothing to do yet.",
    fr: "Votre organisation vous a approuvé. L’invitation suit ; vous n’avez rien à faire pour l’instant.",
    rw: "≈Urwego rwawe rwakwemeje. Ubutumire burakurikira; nta cyo usabwa ubu.",
  },
  s_invited: {
    en: "You are invited. Please say whether you come.",
    fr: "Vous êtes invité. Dites, s’il vous plaît, si vous venez.",
    rw: "≈Watumiwe. Vuga niba uzaza.",
  },
  s_confirmed: {
    en: "You said that you come. We expect you.",
    fr: "Vous avez dit que vous venez. Nous vous attendons.",
    rw: "≈Wavuze ko uzaza. Turagutegereje.",
  },
  s_confirmed_over: {
    en: "You said that you come. The attendance list is not closed yet.",
    fr: "Vous aviez dit que vous veniez. La liste de présence n’est pas encore close.",
    rw: "≈Wavuze ko uzaza. Urutonde rw’abitabiriye ntirurasozwa.",
  },
  s_invited_over: {
    en: "You were invited and gave no answer. The attendance list is not closed yet.",
    fr: "Vous étiez invité et n’avez pas répondu. La liste de présence n’est pas encore close.",
    rw: "≈Watumiwe ntiwasubiza. Urutonde rw’abitabiriye ntirurasozwa.",
  },
  s_declined: {
    en: "You said that you cannot come.",
    fr: "Vous avez dit que vous ne pouvez pas venir.",
    rw: "≈Wavuze ko utazaboneka.",
  },
  s_replaced: {
    en: "Somebody else of the same group took your place.",
    fr: "Une autre personne du même groupe a pris votre place.",
    rw: "≈Undi wo mu itsinda rimwe yafashe umwanya wawe.",
  },
  s_withdrawn: { en: "You are no longer on the list.", fr: "Vous n’êtes plus sur la liste.", rw: "≈Ntukiri ku rutonde." },
  s_not_approved: {
    en: "Your organisation did not approve this place.",
    fr: "Votre organisation n’a pas approuvé cette place.",
    rw: "≈Urwego rwawe ntirwemeje uyu mwanya.",
  },
  s_attended: {
    en: "You attended. The result is not decided yet.",
    fr: "Vous avez participé. Le résultat n’est pas encore décidé.",
    rw: "≈Warayitabiriye. Umusaruro nturemezwa.",
  },
  s_absent: {
    en: "You are noted as absent. If that is not so, call the organiser.",
    fr: "Vous êtes noté absent. Si ce n’est pas exact, appelez l’organisateur.",
    rw: "≈Wanditswe ko utaje. Niba atari ko byagenze, hamagara uwateguye.",
  },
  s_competent: { en: "You attended and passed.", fr: "Vous avez participé et réussi.", rw: "≈Warayitabiriye kandi waratsinze." },
  s_attended_only: {
    en: "You attended. Attendance or the test was short of what a certificate of competence asks for.",
    fr: "Vous avez participé. La présence ou le test n’a pas atteint ce que demande un certificat de compétence.",
    rw: "≈Warayitabiriye. Ubwitabire cyangwa isuzuma ntibyageze ku bisabwa.",
  },
  s_applied: {
    en: "You attended, and it was seen at work that you use it.",
    fr: "Vous avez participé, et il a été constaté que vous l’appliquez au travail.",
    rw: "≈Warayitabiriye, kandi byagaragaye ko ubikoresha ku kazi.",
  },
  answer: { en: "Say whether I come", fr: "Dire si je viens", rw: "≈Vuga niba nzaza" },
  changeAnswer: { en: "Change my answer", fr: "Changer ma réponse", rw: "≈Hindura igisubizo" },
  doorCode: { en: "My code for the door", fr: "Mon code pour l’entrée", rw: "≈Kode yanjye yo ku muryango" },
  joinCall: { en: "My way into the call", fr: "Mon accès à la réunion en ligne", rw: "≈Uko ninjira mu nama yo kuri interineti" },
  startsAt: { en: "{day}, from {time}", fr: "{day}, à partir de {time}", rw: "≈{day}, guhera {time}" },
  daysAt: { en: "{from} – {to}, from {time}", fr: "{from} – {to}, à partir de {time}", rw: "≈{from} – {to}, guhera {time}" },
  days: { en: "{from} – {to}", fr: "{from} – {to}", rw: "≈{from} – {to}" },
  call: { en: "Questions", fr: "Questions", rw: "≈Ibibazo" },
  teaching: { en: "You teach this session", fr: "Vous animez cette session", rw: "≈Ni wowe wigisha aya mahugurwa" },
  t_named: {
    en: "You are named as trainer. You are asked by message soon.",
    fr: "Vous êtes désigné comme formateur. Vous recevrez bientôt un message.",
    rw: "≈Watanzwe nk’uwigisha. Uzabona ubutumwa vuba.",
  },
  t_invited: {
    en: "You are asked to teach this session. Please answer.",
    fr: "On vous demande d’animer cette session. Répondez, s’il vous plaît.",
    rw: "≈Urasabwa kwigisha aya mahugurwa. Subiza.",
  },
  t_confirmed: { en: "You said that you teach it.", fr: "Vous avez dit que vous l’animez.", rw: "≈Wavuze ko uzayigisha." },
  t_declined: {
    en: "You said that you cannot teach it.",
    fr: "Vous avez dit que vous ne pouvez pas l’animer.",
    rw: "≈Wavuze ko utazayigisha.",
  },
  teachAnswer: { en: "Say whether I teach", fr: "Dire si j’anime", rw: "≈Vuga niba nzigisha" },
  seatsFilled: {
    en: "{organisation} named {named} for {seats, plural, one {# seat} other {# seats}}.",
    fr: "{organisation} a désigné {named, plural, one {# personne} other {# personnes}} pour {seats, plural, one {# place} other {# places}}.",
    rw: "≈{organisation} yatanze amazina {named} ku myanya {seats}.",
  },
  seatsFree: {
    en: "{count, plural, one {# seat is} other {# seats are}} free. Names until {day}.",
    fr: "{count, plural, one {# place est libre} other {# places sont libres}}. Noms jusqu’au {day}.",
    rw: "≈Imyanya {count} irabura. Amazina kugeza ku wa {day}.",
  },
  seatsClosed: {
    en: "Nominations are closed; whoever cannot come can still be replaced.",
    fr: "Les désignations sont closes ; une personne empêchée peut encore être remplacée.",
    rw: "≈Gutanga amazina byasojwe; utabonetse ashobora gusimburwa.",
  },
  toApprove: {
    en: "{count, plural, one {# name waits} other {# names wait}} for approval.",
    fr: "{count, plural, one {# nom attend} other {# noms attendent}} une approbation.",
    rw: "≈Amazina {count} ategereje kwemezwa.",
  },
  answers: {
    en: "{confirmed} said yes, {unanswered} gave no answer yet.",
    fr: "{confirmed} ont dit oui, {unanswered} n’ont pas encore répondu.",
    rw: "≈{confirmed} baremeye, {unanswered} ntibarasubiza.",
  },
  freeSeats: {
    en: "{count, plural, =0 {Every organisation has named people for all its seats.} one {One organisation has free seats: {names}.} other {# organisations have free seats: {names}.}}",
    fr: "{count, plural, =0 {Chaque organisation a désigné des personnes pour toutes ses places.} one {Une organisation a des places libres\u202f: {names}.} other {# organisations ont des places libres\u202f: {names}.}}",
    rw: "≈{count, plural, =0 {Inzego zose zatanze amazina ku myanya yazo.} other {Inzego {count} zifite imyanya itarafatwa: {names}.}}",
  },
  eachOrganisation: {
    en: "Each of the {count} organisations",
    fr: "Chacune des {count} organisations",
    rw: "≈Buri rwego muri {count}",
  },
  approveNames: {
    en: "Approve {count, plural, one {# name} other {# names}}",
    fr: "Approuver {count, plural, one {# nom} other {# noms}}",
    rw: "≈Emeza amazina {count}",
  },
  seeNames: { en: "See the names", fr: "Voir les noms", rw: "≈Reba amazina" },
  about: { en: "More about this session", fr: "Plus sur cette session", rw: "≈Ibindi kuri aya mahugurwa" },
  chain: { en: "From need to result", fr: "Du besoin au résultat", rw: "≈Kuva ku gikenewe kugera ku musaruro" },
});
