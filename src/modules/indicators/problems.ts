/** Why something about indicators cannot be done. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("indicators", {
  noNeed: {
    status: 404,
    text: {
      en: "There is no such need. Choose one from the list.",
      fr: "Ce besoin n’existe pas. Choisissez-en un dans la liste.",
      rw: "≈Iki gikenewe ntikibaho. Hitamo kimwe ku rutonde.",
    },
  },
  noRun: {
    status: 404,
    text: {
      en: "There is no such import. Look for it in the list of imports.",
      fr: "Cette importation n’existe pas. Cherchez-la dans la liste des importations.",
      rw: "≈Iri dosiye ntiribaho. Rishake ku rutonde rw’amadosiye yinjijwe.",
    },
  },
  runOver: {
    status: 409,
    text: {
      en: "This file was taken or put away already. Bring it again to check it anew.",
      fr: "Ce fichier a déjà été pris ou écarté. Apportez-le de nouveau pour le vérifier.",
      rw: "≈Iri dosiye ryamaze kwakirwa cyangwa kurekwa. Ongera urizane risuzumwe bundi bushya.",
    },
  },
  notOwner: {
    status: 403,
    text: {
      en: "Only the post that owns this indicator in your organisation enters its figures.",
      fr: "Seul le poste responsable de cet indicateur dans votre organisation saisit ses chiffres.",
      rw: "≈Umwanya ushinzwe iki gipimo mu rwego rwanyu ni wo wonyine wandika imibare yacyo.",
    },
  },
});
