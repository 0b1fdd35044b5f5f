/** Why a step of a flow is refused. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("flow", {
  notYours: {
    status: 403,
    text: {
      en: "The post you act as cannot do this. Choose another post at the top of the page, or ask the post named on the record.",
      fr: "Le poste au titre duquel vous agissez ne peut pas faire cela. Choisissez un autre poste en haut de la page, ou adressez-vous au poste nommé dans le dossier.",
      rw: "≈Umwanya ukoresha ntushobora gukora ibi. Hitamo undi mwanya hejuru kuri uru rupapuro.",
    },
  },
  notFound: {
    status: 404,
    text: {
      en: "There is no such record here.",
      fr: "Ce dossier n’existe pas ici.",
      rw: "≈Iyi nyandiko ntiboneka hano.",
    },
  },
  notNow: {
    status: 409,
    text: {
      en: "Somebody has changed this record since you opened it. Look at it again and choose from what it offers now.",
      fr: "Ce dossier a changé depuis que vous l’avez ouvert. Relisez-le et choisissez parmi ce qu’il propose maintenant.",
      rw: "≈Iyi nyandiko yahindutse kuva uyifunguye. Ongera uyirebe, uhitemo mu byo yemera ubu.",
    },
  },
  refused: {
    status: 409,
    text: {
      en: "This cannot be done now.",
      fr: "Cela ne peut pas être fait maintenant.",
      rw: "≈Ibi ntibishobora gukorwa ubu.",
    },
  },
});
