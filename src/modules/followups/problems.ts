/** Why something about follow-ups is refused. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("followups", {
  noSession: {
    status: 404,
    text: { en: "There is no such session here.", fr: "Cette session n’existe pas ici.", rw: "≈Aya mahugurwa ntaboneka hano." },
  },
  noTask: {
    status: 404,
    text: { en: "There is no such task here.", fr: "Cette tâche n’existe pas ici.", rw: "≈Iki gikorwa ntikiboneka hano." },
  },
  badLink: {
    status: 404,
    text: {
      en: "This link does not work. Open it from the newest message that we sent, or sign in and look under “My tasks”.",
      fr: "Ce lien ne fonctionne pas. Ouvrez celui de notre message le plus récent, ou connectez-vous et voyez « Mes tâches ».",
      rw: "≈Uyu murongo ntukora. Koresha uwo mu butumwa buheruka, cyangwa winjire urebe “Ibikorwa byanjye”.",
    },
  },
  written: {
    status: 409,
    text: {
      en: "This task is written already.",
      fr: "Cette tâche est déjà écrite.",
      rw: "≈Iki gikorwa cyaranditswe.",
    },
  },
  notThere: {
    status: 409,
    text: {
      en: "Only who took part in the session writes a task for it.",
      fr: "Seule une personne qui a participé à la session écrit une tâche.",
      rw: "≈Uwitabiriye amahugurwa wenyine ni we wandika igikorwa.",
    },
  },
  nobodyToAsk: {
    status: 409,
    text: {
      en: "There is nobody to ask: everybody has a task, or nobody took part yet.",
      fr: "Il n’y a personne à interroger : chacun a une tâche, ou personne n’a encore participé.",
      rw: "≈Nta wo kubaza: buri wese afite igikorwa, cyangwa nta witabiriye.",
    },
  },
  nobodyToRemind: {
    status: 409,
    text: {
      en: "No supervisor has an open question, or all of them were asked today already.",
      fr: "Aucun supérieur n’a de question ouverte, ou tous ont déjà été interrogés aujourd’hui.",
      rw: "≈Nta mukuriye ufite ikibazo gifunguye, cyangwa bose babajijwe uyu munsi.",
    },
  },
});
