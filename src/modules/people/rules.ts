/** Who may do what with posts, people, imports and handovers. */
import { defineVerbs } from "#kernel/access/verb.ts";

const ASSOCIATION = {
  secretary_general: "all",
  deputy_secretary_general: "all",
  capacity_manager: "all",
  training_coordinator: "all",
  recruitment_manager: "all",
  monitoring_officer: "all",
} as const;

const LEADERS = { mayor: "below", vice_mayor: "below", executive_secretary: "below", governor: "below" } as const;

export const verbs = defineVerbs("people", {
  see: {
    title: { en: "See posts and who holds them", fr: "Voir les postes et leurs titulaires", rw: "≈Kureba imyanya n’abayirimo" },
    roles: {
      ...ASSOCIATION,
      ...LEADERS,
      advocacy_officer: "all",
      hr_director: "below",
      planner: "below",
      internal_auditor: "below",
      council_affairs_officer: "below",
      council_president: "below",
      data_protection_officer: "below",
      sector_executive_secretary: "below",
      cell_executive_secretary: "below",
    },
  },
  seePerson: {
    title: { en: "See a person’s record", fr: "Voir la fiche d’une personne", rw: "≈Kureba inyandiko y’umuntu" },
    roles: {
      hr_director: "below",
      executive_secretary: "below",
      capacity_manager: "all",
      training_coordinator: "all",
      recruitment_manager: "all",
    },
  },
  edit: {
    title: {
      en: "Open posts and put people in them",
      fr: "Ouvrir des postes et y affecter des personnes",
      rw: "≈Gufungura imyanya no gushyiramo abantu",
    },
    roles: { hr_director: "below", executive_secretary: "below" },
  },
  replace: {
    title: { en: "Replace the holder of a post", fr: "Remplacer le titulaire d’un poste", rw: "≈Gusimbuza uri mu mwanya" },
    roles: {
      hr_director: "below",
      executive_secretary: "below",
      council_president: "own",
      council_affairs_officer: "own",
      governor: "below",
      secretary_general: "own",
      sector_executive_secretary: "below",
    },
  },
  seeHandover: {
    title: { en: "Read handover files", fr: "Lire les dossiers de remise de service", rw: "≈Gusoma dosiye z’ihererekanyabubasha" },
    roles: {
      hr_director: "below",
      executive_secretary: "below",
      mayor: "below",
      governor: "below",
      council_president: "own",
      council_affairs_officer: "own",
      internal_auditor: "own",
      secretary_general: "own",
      sector_executive_secretary: "below",
    },
  },
  takePart: {
    title: { en: "Take part in a handover", fr: "Participer à une remise de service", rw: "≈Kugira uruhare mu ihererekanyabubasha" },
    roles: { respondent: "below" },
  },
  staffing: {
    title: { en: "See the staffing profile", fr: "Voir le profil des effectifs", rw: "≈Kureba imiterere y’abakozi" },
    roles: { ...ASSOCIATION, ...LEADERS, hr_director: "below", planner: "below", finance_officer: "below", internal_auditor: "below" },
  },
  countExactly: {
    title: { en: "See small numbers of people", fr: "Voir les petits nombres de personnes", rw: "≈Kureba imibare mito y’abantu" },
    roles: { hr_director: "below" },
  },
  importUnits: {
    title: { en: "Import units and boundaries", fr: "Importer des unités et des limites", rw: "≈Kwinjiza inzego n’imbibi" },
    roles: { administrator: "all", capacity_manager: "all", monitoring_officer: "all" },
  },
  importPeople: {
    title: { en: "Import people", fr: "Importer des personnes", rw: "≈Kwinjiza abantu" },
    roles: { hr_director: "below", capacity_manager: "all", training_coordinator: "all" },
  },
  merge: {
    title: {
      en: "Decide whether two records are one person",
      fr: "Décider si deux fiches concernent la même personne",
      rw: "≈Kwemeza niba inyandiko ebyiri ari iz’umuntu umwe",
    },
    roles: { hr_director: "below", capacity_manager: "all", training_coordinator: "all" },
  },
});
