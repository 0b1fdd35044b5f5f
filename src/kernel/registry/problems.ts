/** Why a change of holders or organisations is refused. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("registry", {
  alreadyHeld: {
    status: 409,
    text: {
      en: "{person} has held this post since {since}. End that holding first, or replace the holder.",
      fr: "{person} occupe ce poste depuis le {since}. Mettez d’abord fin à cette affectation, ou remplacez le titulaire.",
      rw: "≈{person} ari muri uyu mwanya kuva {since}. Banza urangize iyo nshingano, cyangwa umusimbuze.",
    },
  },
  noPost: {
    status: 404,
    text: {
      en: "There is no such post on {day}.",
      fr: "Ce poste n’existe pas au {day}.",
      rw: "≈Uwo mwanya ntubaho ku wa {day}.",
    },
  },
  endsBeforeStart: {
    status: 422,
    text: {
      en: "The last day ({to}) lies before the first day ({from}). Change one of them.",
      fr: "Le dernier jour ({to}) précède le premier ({from}). Modifiez l’un des deux.",
      rw: "≈Umunsi wa nyuma ({to}) uri mbere y’uwa mbere ({from}). Hindura umwe muri yo.",
    },
  },
  noHolder: {
    status: 409,
    text: {
      en: "Nobody holds this post on {day}, so there is no holding to end.",
      fr: "Personne n’occupe ce poste au {day} : il n’y a pas d’affectation à terminer.",
      rw: "≈Nta muntu uri muri uyu mwanya ku wa {day}.",
    },
  },
});
