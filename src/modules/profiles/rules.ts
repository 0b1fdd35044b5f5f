/** Who may see by name who lacks which course: those who nominate, and those who plan. */
import { defineVerbs } from "#kernel/access/verb.ts";
import { w } from "./words.ts";

export const verbs = defineVerbs("profiles", {
  lacks: {
    title: w.verbLacks,
    roles: {
      capacity_manager: "all",
      training_coordinator: "all",
      monitoring_officer: "all",
      secretary_general: "all",
      hr_director: "below",
      executive_secretary: "below",
    },
  },
});
