/** What the privacy console refuses. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("privacy", {
  reasonTooShort: {
    status: 422,
    text: {
      en: "Write in at least {least} characters why you must see this record now. The data protection officer reads every reason.",
      fr: "Écrivez en au moins {least} caractères pourquoi vous devez voir ce dossier maintenant. Le délégué à la protection des données lit chaque raison.",
      rw: "≈Andika nibura mu nyuguti {least} impamvu ugomba kureba iyi nyandiko. Ushinzwe kurinda amakuru bwite asoma impamvu yose.",
    },
  },
  noPerson: {
    status: 409,
    text: {
      en: "First say which person of the register this request is about.",
      fr: "Indiquez d’abord de quelle personne du registre il s’agit.",
      rw: "≈Banza werekane umuntu wo mu bitabo iki cyifuzo kireba.",
    },
  },
  runNotPlanned: {
    status: 409,
    text: {
      en: "This run was started or dropped already. Plan a new one.",
      fr: "Cette exécution a déjà été lancée ou abandonnée. Préparez-en une nouvelle.",
      rw: "≈Iki gikorwa cyaratangiye cyangwa cyararetswe. Tegura ikindi.",
    },
  },
  associationOnly: {
    status: 403,
    text: {
      en: "This is for the data protection officer of the association. For your own organisation you find requests and breaches here.",
      fr: "Ceci relève du délégué à la protection des données de l’association. Vous trouvez ici les demandes et violations de votre organisation.",
      rw: "≈Ibi bireba ushinzwe kurinda amakuru bwite w’ihuriro. Hano urahasanga ibyo ikigo cyawe.",
    },
  },
});
