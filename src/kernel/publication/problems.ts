/** Why something is not released, corrected or withdrawn. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("publication", {
  noRelease: {
    status: 404,
    text: { en: "There is no such release here.", fr: "Cette publication n’existe pas ici.", rw: "≈Iki cyatangajwe ntikiboneka hano." },
  },
  notDraft: {
    status: 409,
    text: {
      en: "This copy is released already. Correct it: the next number says why it changed.",
      fr: "Cette copie est déjà publiée. Corrigez-la : le numéro suivant dit pourquoi elle a changé.",
      rw: "≈Iyi kopi yamaze gutangazwa. Yikosore: nimero ikurikira ivuga impamvu yahindutse.",
    },
  },
  notReleased: {
    status: 409,
    text: {
      en: "Only a released copy can be corrected or withdrawn.",
      fr: "Seule une copie publiée peut être corrigée ou retirée.",
      rw: "≈Kopi yatangajwe yonyine ni yo ishobora gukosorwa cyangwa gukurwaho.",
    },
  },
  reasonMissing: {
    status: 422,
    text: {
      en: "Write why, in a sentence that readers understand.",
      fr: "Écrivez pourquoi, en une phrase que les lecteurs comprennent.",
      rw: "≈Andika impamvu mu nteruro abasomyi bumva.",
    },
  },
  replyOpen: {
    status: 409,
    text: {
      en: "Those concerned may reply until {day}. Release it after that day.",
      fr: "Les intéressés peuvent répondre jusqu’au {day}. Publiez après cette date.",
      rw: "≈Abo bireba bashobora gusubiza kugeza ku wa {day}. Tangaza nyuma y’uwo munsi.",
    },
  },
  replyClosed: {
    status: 409,
    text: {
      en: "Replies to this copy are closed.",
      fr: "Les réponses à cette copie sont closes.",
      rw: "≈Gusubiza kuri iyi kopi byarangiye.",
    },
  },
  oneDraft: {
    status: 409,
    text: {
      en: "A copy that is not released yet exists already: number {number}. Release it or drop it first.",
      fr: "Une copie non encore publiée existe déjà : le numéro {number}. Publiez-la ou abandonnez-la d’abord.",
      rw: "≈Hari kopi itaratangazwa: nimero {number}. Banza uyitangaze cyangwa uyireke.",
    },
  },
  changed: {
    status: 500,
    text: {
      en: "This copy no longer matches its seal and is not shown. Tell the administrator.",
      fr: "Cette copie ne correspond plus à son empreinte et n’est pas affichée. Prévenez l’administrateur.",
      rw: "≈Iyi kopi ntihuye n’ikimenyetso cyayo, ntiyerekanwa. Bimenyeshe ushinzwe sisitemu.",
    },
  },
});
