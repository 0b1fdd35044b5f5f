/** Why a chain cannot be shown. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("chain", {
  noRecord: {
    status: 404,
    text: {
      en: "There is no record here that you may open. Start from a need, a session, a person or an indicator.",
      fr: "Aucun dossier que vous puissiez ouvrir ne se trouve ici. Partez d’un besoin, d’une session, d’une personne ou d’un indicateur.",
      rw: "≈Nta nyandiko wemerewe gufungura iri hano. Tangirira ku gikenewe, ihugurwa, umuntu cyangwa igipimo.",
    },
  },
});
