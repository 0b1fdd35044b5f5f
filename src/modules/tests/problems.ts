/** What can be refused about tests, with the sentence that says what to do instead. */
import { defineProblems, Problem } from "#platform/problems/problem.ts";
import type { NotNow } from "./rules.ts";

export const p = defineProblems("tests", {
  noTest: {
    status: 404,
    text: {
      en: "There is no such test, or it is not yours to see.",
      fr: "Ce test n’existe pas, ou il ne vous revient pas de le voir.",
      rw: "≈Iri suzuma ntiribaho, cyangwa ntiwemerewe kurireba.",
    },
  },
  noLink: {
    status: 404,
    text: {
      en: "This link leads to no test. Ask the trainer for yours.",
      fr: "Ce lien ne mène à aucun test. Demandez le vôtre au formateur.",
      rw: "≈Uyu murongo nta suzuma uganishaho. Saba uwawe uwigisha.",
    },
  },
  stays: {
    status: 409,
    text: {
      en: "A test that was sent in stays as it is. If something went wrong, tell the trainer.",
      fr: "Un test envoyé reste tel quel. En cas d’erreur, dites-le au formateur.",
      rw: "≈Isuzuma ryoherejwe ntirihinduka. Niba hari ikitagenze neza, bwira uwigisha.",
    },
  },
  notAPaper: {
    status: 409,
    text: {
      en: "Only a paper typed in by hand can be taken back.",
      fr: "Seule une copie saisie à la main peut être reprise.",
      rw: "≈Urupapuro rwanditswe n’intoki ni rwo rwonyine rushobora gusubizwa inyuma.",
    },
  },
  paperHere: {
    status: 409,
    text: {
      en: "Papers of a test are typed in on the session’s page of tests, where you choose whose it is.",
      fr: "Les copies d’un test se saisissent sur la page des tests de la session, où vous choisissez de qui elles sont.",
      rw: "≈Impapuro z’isuzuma zandikwa ku rupapuro rw’amasuzuma y’ayo mahugurwa, aho uhitamo nyirarwo.",
    },
  },
  tooLate: {
    status: 409,
    text: {
      en: "The test before could be sent in until {time}. It is closed, so that it is not taken after the course.",
      fr: "Le test initial pouvait être envoyé jusqu’à {time}. Il est clos, pour ne pas être passé après le cours.",
      rw: "≈Isuzuma rya mbere ryoherezwaga kugeza {time}. Ryafunzwe kugira ngo ridakorwa nyuma y’amahugurwa.",
    },
  },
  nothing: {
    status: 409,
    text: {
      en: "The course of this session has no test and no evaluation.",
      fr: "Le cours de cette session n’a ni test ni évaluation.",
      rw: "≈Aya mahugurwa nta suzuma n’isesengura afite.",
    },
  },
  nobody: {
    status: 409,
    text: {
      en: "Nobody is missing: there is nobody to remind.",
      fr: "Personne ne manque : il n’y a personne à relancer.",
      rw: "≈Nta we ubura: nta wo kwibutsa.",
    },
  },
});

/** The refusal of a test with its reason. */
export const refused = (why: NotNow): Problem => new Problem({ code: "tests.refused", status: 409, text: why.text }, why.values);
