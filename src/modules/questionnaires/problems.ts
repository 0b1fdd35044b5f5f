/** Why a page of questionnaires refuses. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("questionnaires", {
  notFound: {
    status: 404,
    text: {
      en: "There is no such questionnaire here. “My answers” lists the ones that you are asked to answer.",
      fr: "Ce questionnaire n’existe pas ici. «\u202fMes réponses\u202f » liste ceux qui vous sont posés.",
      rw: "≈Ibi bibazo ntibiboneka hano. “Ibisubizo byanjye” bigaragaza ibyo ubazwa.",
    },
  },
  tooManyForExcel: {
    status: 422,
    text: {
      en: "There are more answers than one Excel sheet holds. Download them as CSV.",
      fr: "Il y a plus de réponses qu’une feuille Excel n’en contient. Téléchargez-les en CSV.",
      rw: "≈Ibisubizo birenze ibyo urupapuro rwa Excel rwakira. Bivane muri CSV.",
    },
  },
  noVersions: {
    status: 409,
    text: {
      en: "There are no answers to download before a version is published.",
      fr: "Il n’y a pas de réponses à télécharger avant la publication d’une version.",
      rw: "≈Nta bisubizo byo kuvanaho mbere y’uko verisiyo itangazwa.",
    },
  },
});
