/** Why something about courses is refused, and what is allowed instead. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("courses", {
  noCourse: {
    status: 404,
    text: {
      en: "There is no such course here, or it is not published yet.",
      fr: "Ce cours n’existe pas ici, ou il n’est pas encore publié.",
      rw: "≈Aya mahugurwa ntaboneka hano, cyangwa ntaratangazwa.",
    },
  },
  codeTaken: {
    status: 409,
    text: {
      en: "Another course has the code {code}. Choose another one.",
      fr: "Un autre cours porte le code {code}. Choisissez-en un autre.",
      rw: "≈Andi mahugurwa afite kode {code}. Hitamo indi.",
    },
  },
  notDraft: {
    status: 409,
    text: {
      en: "This version is no draft any more, or it is being reviewed. Take it back, or begin a new version.",
      fr: "Cette version n’est plus un brouillon, ou elle est en relecture. Reprenez-la, ou commencez une nouvelle version.",
      rw: "≈Iyi verisiyo ntikiri imbanziriza, cyangwa iri gusuzumwa. Yisubize, cyangwa utangire indi.",
    },
  },
});
