/** What posts owe to sessions, as the morning page says it. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  names: {
    en: "Name {count, plural, one {# person} other {# people}} for {session}",
    fr: "Désigner {count, plural, one {# personne} other {# personnes}} pour {session}",
    rw: "≈Tanga amazina {count} ya {session}",
  },
  namesWhy: {
    en: "{seats, plural, one {Your seat has} other {{free} of your {seats} seats have}} no name yet. It begins on {day}.",
    fr: "{seats, plural, one {Votre place n’a} other {{free} de vos {seats} places n’ont}} pas encore de nom. Début le {day}.",
    rw: "≈Imyanya {free} kuri {seats} yanyu nta mazina ifite. Azatangira ku wa {day}.",
  },
  namesAction: { en: "Name people", fr: "Désigner", rw: "≈Tanga amazina" },
  replace: {
    en: "Name {count, plural, one {a replacement} other {# replacements}} for {session}",
    fr: "Désigner {count, plural, one {un remplaçant} other {# remplaçants}} pour {session}",
    rw: "≈Tanga abasimbura {count} muri {session}",
  },
  replaceWhy: {
    en: "Somebody does not come; the seat is free for the same target group. It begins on {day}.",
    fr: "Une personne ne vient pas ; la place est libre pour le même groupe cible. Début le {day}.",
    rw: "≈Hari utazaza; umwanya ni uw’itsinda rimwe. Azatangira ku wa {day}.",
  },
  replaceAction: { en: "Replace", fr: "Remplacer", rw: "≈Simbuza" },
  approve: {
    en: "Approve {count, plural, one {# name} other {# names}} for {session}",
    fr: "Approuver {count, plural, one {# désignation} other {# désignations}} pour {session}",
    rw: "≈Emeza amazina {count} ya {session}",
  },
  approveWhy: {
    en: "Invitations go out after you approve. It begins on {day}.",
    fr: "Les invitations partent après votre approbation. Début le {day}.",
    rw: "≈Ubutumire butangwa umaze kwemeza. Azatangira ku wa {day}.",
  },
  approveAction: { en: "Look and approve", fr: "Examiner et approuver", rw: "≈Reba wemeze" },
  few: {
    en: "Too few names for {session}",
    fr: "Trop peu de désignations pour {session}",
    rw: "≈Amazina ya {session} ni make",
  },
  fewWhy: {
    en: "{named} of {places} places have a name; below {few} it is too few.",
    fr: "{named} places sur {places} ont un nom ; en dessous de {few}, c’est trop peu.",
    rw: "≈Imyanya {named} kuri {places} ifite amazina; munsi ya {few} ni make.",
  },
  trainers: {
    en: "Trainers not confirmed: {session}",
    fr: "Formateurs non confirmés : {session}",
    rw: "≈Abigisha bataremera: {session}",
  },
  trainersSilent: {
    en: "{count, plural, one {# trainer has} other {# trainers have}} not answered.",
    fr: "{count, plural, one {# formateur n’a} other {# formateurs n’ont}} pas répondu.",
    rw: "≈Abigisha {count} ntibarasubiza.",
  },
  trainersNone: {
    en: "No trainer has confirmed.",
    fr: "Aucun formateur n’a confirmé.",
    rw: "≈Nta mwarimu uremera.",
  },
  trainersAction: { en: "Call them", fr: "Les appeler", rw: "≈Bahamagare" },
  invite: {
    en: "Send {count, plural, one {# invitation} other {# invitations}} for {session}",
    fr: "Envoyer {count, plural, one {# invitation} other {# invitations}} pour {session}",
    rw: "≈Ohereza ubutumire {count} bwa {session}",
  },
  inviteAction: { en: "Send", fr: "Envoyer", rw: "≈Ohereza" },
  unanswered: {
    en: "{count, plural, one {# invitation has} other {# invitations have}} no answer: {session}",
    fr: "{count, plural, one {# invitation reste} other {# invitations restent}} sans réponse : {session}",
    rw: "≈Ubutumire {count} ntiburasubizwa: {session}",
  },
  unansweredWhy: {
    en: "It begins on {day}; whoever cannot come can still be replaced.",
    fr: "Début le {day} ; une personne empêchée peut encore être remplacée.",
    rw: "≈Azatangira ku wa {day}; utabonetse ashobora gusimburwa.",
  },
  unansweredAction: { en: "Remind or call", fr: "Relancer ou appeler", rw: "≈Ibutsa cyangwa uhamagare" },
  evaluate: {
    en: "Finish the evaluation of {session}",
    fr: "Terminer l’évaluation de {session}",
    rw: "≈Rangiza isuzuma rya {session}",
  },
  finish: { en: "Close {session}", fr: "Clôturer {session}", rw: "≈Soza {session}" },
  finishWhy: {
    en: "The last follow-up was due on {day}.",
    fr: "Le dernier suivi était prévu le {day}.",
    rw: "≈Gukurikirana kwa nyuma kwari ku wa {day}.",
  },
  answer: { en: "Say whether you come: {session}", fr: "Dites si vous venez : {session}", rw: "≈Vuga niba uzaza: {session}" },
  answerWhy: {
    en: "It begins on {day}. If you cannot come, somebody else may have the seat.",
    fr: "Début le {day}. Si vous ne pouvez pas venir, une autre personne peut prendre la place.",
    rw: "≈Azatangira ku wa {day}. Niba utabonetse, undi yafata umwanya.",
  },
  answerAction: { en: "Answer", fr: "Répondre", rw: "≈Subiza" },
});
