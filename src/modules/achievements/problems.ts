/** Why something about achievements is refused, and what is allowed instead. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("achievements", {
  noReport: {
    status: 404,
    text: { en: "There is no such report here.", fr: "Ce rapport n’existe pas ici.", rw: "≈Iyi raporo ntiboneka hano." },
  },
  noStory: {
    status: 404,
    text: { en: "There is no such story here.", fr: "Ce témoignage n’existe pas ici.", rw: "≈Iyi nkuru ntiboneka hano." },
  },
  noList: {
    status: 404,
    text: { en: "There is no such list here.", fr: "Cette liste n’existe pas ici.", rw: "≈Uru rutonde ntiruboneka hano." },
  },
  consentGone: {
    status: 409,
    text: {
      en: "The consent to this story was withdrawn already.",
      fr: "Le consentement à ce témoignage a déjà été retiré.",
      rw: "≈Uruhushya rw’iyi nkuru rwamaze kuvanwaho.",
    },
  },
  listSettled: {
    status: 409,
    text: {
      en: "This list was taken or set aside already.",
      fr: "Cette liste a déjà été reprise ou écartée.",
      rw: "≈Uru rutonde rwamaze kwinjizwa cyangwa gushyirwa ku ruhande.",
    },
  },
  listTakenBefore: {
    status: 409,
    text: {
      en: "The same file was imported on {day}. Nothing is counted twice.",
      fr: "Le même fichier a été importé le {day}. Rien n’est compté deux fois.",
      rw: "≈Iyi dosiye yinjijwe ku wa {day}. Nta kibarwa kabiri.",
    },
  },
  ownCopy: {
    status: 403,
    text: {
      en: "You froze this copy. Another post releases it.",
      fr: "Vous avez figé cette copie. Un autre poste la publie.",
      rw: "≈Ni wowe wafashe iyi kopi. Undi mwanya ni wo uyitangaza.",
    },
  },
});
