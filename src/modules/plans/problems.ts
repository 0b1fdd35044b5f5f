/** Why something about a plan is refused. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("plans", {
  noPlan: {
    status: 404,
    text: { en: "There is no such plan here.", fr: "Ce plan n’existe pas ici.", rw: "≈Iri genamigambi ntiriboneka hano." },
  },
  noLine: {
    status: 404,
    text: { en: "There is no such line here.", fr: "Cette ligne n’existe pas ici.", rw: "≈Iki gikorwa ntikiboneka hano." },
  },
  noBundle: {
    status: 404,
    text: { en: "These needs are not pooled here.", fr: "Ces besoins ne sont pas rassemblés ici.", rw: "≈Ibi bikenewe ntibiri hano." },
  },
  yearTaken: {
    status: 409,
    text: {
      en: "There is a plan for this fiscal year already. Open it in the list of plans.",
      fr: "Il existe déjà un plan pour cet exercice. Ouvrez-le dans la liste des plans.",
      rw: "≈Uyu mwaka w’ingengo y’imari usanzwe ufite igenamigambi. Rifungure mu rutonde.",
    },
  },
  notEditable: {
    status: 409,
    text: {
      en: "The plan is no draft now: its lines stand still. Take it back, or start a revision when it runs.",
      fr: "Le plan n’est plus un projet\u202f: ses lignes ne changent plus. Reprenez-le, ou commencez une révision quand il est en cours.",
      rw: "≈Igenamigambi ntirikiri umushinga: ibikorwa byaryo ntibihinduka. Risubize, cyangwa utangire kurivugurura rikurikizwa.",
    },
  },
  noBasis: {
    status: 422,
    text: {
      en: "A line answers a need or a stated mandate. Choose a need, or write the mandate.",
      fr: "Une ligne répond à un besoin ou à un mandat énoncé. Choisissez un besoin ou écrivez le mandat.",
      rw: "≈Igikorwa gisubiza igikenewe cyangwa inshingano yavuzwe. Hitamo igikenewe, cyangwa wandike inshingano.",
    },
  },
  notACourse: {
    status: 422,
    text: {
      en: "{count, plural, one {One of these needs has} other {# of these needs have}} another main cause than knowledge or skill: a course will not close the gap. Choose another way, or leave {count, plural, one {it} other {them}} out.",
      fr: "{count, plural, one {Un de ces besoins a} other {# de ces besoins ont}} une autre cause principale que le savoir ou le savoir-faire\u202f: une formation ne comblera pas l’écart. Choisissez un autre moyen, ou laissez-{count, plural, one {le} other {les}} de côté.",
      rw: "≈Ibikenewe {count} bifite indi mpamvu nyamukuru itari ubumenyi: amahugurwa ntazabikemura. Hitamo ubundi buryo, cyangwa ubikuremo.",
    },
  },
  unknownNeed: {
    status: 422,
    text: {
      en: "One of these needs is no longer there, or is kept to itself by its organisation.",
      fr: "Un de ces besoins n’existe plus, ou son organisation le garde pour elle.",
      rw: "≈Kimwe muri ibi bikenewe ntikikiboneka, cyangwa urwego rwacyo rwarakigumanye.",
    },
  },
  clashes: {
    status: 422,
    text: {
      en: "These days cannot be taken: they fall into a time to avoid. Choose others.",
      fr: "Ces jours ne peuvent pas être retenus\u202f: ils tombent dans une période à éviter. Choisissez-en d’autres.",
      rw: "≈Iyi minsi ntishoboka: igwa mu gihe kigomba kwirindwa. Hitamo indi.",
    },
  },
  clashWhy: {
    status: 422,
    text: {
      en: "These days clash with the year. Write why they stay, or choose others.",
      fr: "Ces dates sont en conflit avec l’année. Écrivez pourquoi elles restent, ou choisissez-en d’autres.",
      rw: "≈Iyi minsi iragongana n’ibindi. Andika impamvu igumaho, cyangwa uhitemo indi.",
    },
  },
  commentsClosed: {
    status: 409,
    text: {
      en: "Comments are taken while the plan is open for them. It is not now.",
      fr: "Les avis se donnent pendant que le plan y est ouvert. Il ne l’est pas maintenant.",
      rw: "≈Ibitekerezo bitangwa mu gihe byafunguwe. Ubu ntibifunguye.",
    },
  },
  chosenAlready: {
    status: 409,
    text: {
      en: "A way was chosen for these needs already. Its line is in the draft.",
      fr: "Un moyen a déjà été retenu pour ces besoins. Sa ligne est dans le projet.",
      rw: "≈Hari uburyo bwamaze guhitwamo kuri ibi bikenewe. Igikorwa cyabwo kiri mu mushinga.",
    },
  },
  notRunning: {
    status: 409,
    text: {
      en: "This is entered while the plan runs.",
      fr: "Cela se saisit pendant que le plan est en cours.",
      rw: "≈Ibi byandikwa igenamigambi rikurikizwa.",
    },
  },
  settled: {
    status: 409,
    text: {
      en: "This line is settled already.",
      fr: "Cette ligne est déjà réglée.",
      rw: "≈Iki gikorwa cyamaze kurangizwa.",
    },
  },
  badFile: {
    status: 422,
    text: {
      en: "Take a PDF, or a photo (JPEG, PNG), of at most 10 MB.",
      fr: "Prenez un PDF ou une photo (JPEG, PNG) de 10 Mo au plus.",
      rw: "≈Fata PDF cyangwa ifoto (JPEG, PNG) itarenze MB 10.",
    },
  },
});
