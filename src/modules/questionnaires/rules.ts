/** Who may do what with questionnaires. */
import { defineVerbs } from "#kernel/access/verb.ts";

export const verbs = defineVerbs("questionnaires", {
  read: {
    title: {
      en: "Read the library of questionnaires",
      fr: "Consulter la bibliothèque de questionnaires",
      rw: "≈Gusoma ububiko bw’ibibazo",
    },
    roles: { capacity_manager: "all", training_coordinator: "all", hr_director: "all", monitoring_officer: "all", trainer: "own" },
  },
  /** Those who run tests. A trainer’s reach is her own organisation: only the association’s trainers read its tests. */
  read_key: {
    title: {
      en: "Read tests with their key",
      fr: "Consulter les tests avec leur corrigé",
      rw: "≈Gusoma amasuzuma n’ibisubizo byayo",
    },
    roles: { capacity_manager: "all", training_coordinator: "all", trainer: "own" },
  },
  keep: {
    title: {
      en: "Upload, publish and retire questionnaires",
      fr: "Téléverser, publier et retirer des questionnaires",
      rw: "≈Kohereza, gutangaza no guhagarika ibibazo",
    },
    roles: { capacity_manager: "all" },
  },
  type_in: {
    title: {
      en: "Type in answers given on paper",
      fr: "Saisir des réponses données sur papier",
      rw: "≈Kwandika ibisubizo byatanzwe ku mpapuro",
    },
    roles: { capacity_manager: "all", training_coordinator: "all", hr_director: "below", sector_executive_secretary: "below" },
  },
  export: {
    title: { en: "Download the answers without names", fr: "Télécharger les réponses sans les noms", rw: "≈Kuvanaho ibisubizo nta mazina" },
    roles: { capacity_manager: "all", monitoring_officer: "all" },
  },
});
