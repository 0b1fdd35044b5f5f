/** What running the installation refuses. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("operations", {
  nothingToKeep: {
    status: 409,
    text: {
      en: "There is nothing to back up: this database holds no association yet.",
      fr: "Il n’y a rien à sauvegarder : cette base ne contient encore aucune association.",
      rw: "≈Nta kintu cyo kubika: ubu bubiko nta huriro ririmo.",
    },
  },
  otherKeys: {
    status: 409,
    text: {
      en: "The folder keys holds another key {file} than the backup. Move it away first, or add --replace CODE to keep it beside the new one. Nothing was changed.",
      fr: "Le dossier keys contient une autre clé {file} que la sauvegarde. Déplacez-la d’abord, ou ajoutez --replace CODE pour la garder à côté de la nouvelle. Rien n’a été modifié.",
      rw: "≈Ububiko keys burimo urundi rufunguzo {file}. Banza urwimure, cyangwa wongereho --replace KODE. Nta cyahindutse.",
    },
  },
  sameProposer: {
    status: 409,
    text: {
      en: "You proposed this change. Another person must decide on it.",
      fr: "Vous avez proposé cette modification. Une autre personne doit en décider.",
      rw: "≈Ni wowe wasabye iri hinduka. Undi muntu ni we ugomba kugifataho icyemezo.",
    },
  },
  laterVersion: {
    status: 409,
    text: {
      en: "A version from {day} stands already. Propose a later day.",
      fr: "Une version à partir du {day} existe déjà. Proposez un jour ultérieur.",
      rw: "≈Hari indi itangira ku wa {day}. Tanga itariki ya nyuma yaho.",
    },
  },
  pastDay: {
    status: 409,
    text: {
      en: "The day from which it holds has passed. Withdraw this proposal and propose a day to come: what has begun keeps its rule.",
      fr: "Le jour d’entrée en vigueur est passé. Retirez cette proposition et proposez un jour à venir : ce qui a commencé garde sa règle.",
      rw: "≈Itariki yari gutangiriraho yararenze. Kura iki cyifuzo, utange indi tariki izaza.",
    },
  },
  openChange: {
    status: 409,
    text: {
      en: "A change to this rule set already awaits a decision. It must be decided or withdrawn first.",
      fr: "Une modification de cette règle attend déjà une décision. Elle doit d’abord être décidée ou retirée.",
      rw: "≈Hari irindi hinduka kuri aya mategeko ritegereje icyemezo. Banza kurirangiza.",
    },
  },
  exportGone: {
    status: 410,
    text: {
      en: "This file is gone: an export is kept for seven days. Ask for a new one.",
      fr: "Ce fichier n’existe plus : une exportation est gardée sept jours. Demandez-en une nouvelle.",
      rw: "≈Iyi dosiye ntikiriho: imara iminsi irindwi. Saba indi.",
    },
  },
  notConfigured: {
    status: 503,
    text: {
      en: "This server was not told where to keep backups.",
      fr: "Ce serveur ne sait pas où garder les sauvegardes.",
      rw: "≈Iyi seriveri ntizi aho ibika kopi.",
    },
  },
});
