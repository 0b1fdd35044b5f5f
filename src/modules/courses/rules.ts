/** Who may do what with courses. Courses are the association's own; a reach of `own` keeps officers of members out of them. */
import { defineVerbs } from "#kernel/access/verb.ts";
import { w } from "./words-flow.ts";

/** The rule set whose numbers hold where a course sets none of its own. */
export const RULES = "training";

export const verbs = defineVerbs("courses", {
  /** Drafts, reviews and old versions; what is published anyone may read. */
  read: {
    title: w.read,
    roles: {
      capacity_manager: "own",
      training_coordinator: "own",
      monitoring_officer: "own",
      advocacy_officer: "own",
      secretary_general: "own",
      deputy_secretary_general: "own",
    },
  },
  edit: { title: w.edit, roles: { capacity_manager: "own", training_coordinator: "own" } },
  ask: { title: w.ask, roles: { capacity_manager: "own", training_coordinator: "own" } },
  takeBack: { title: w.takeBack, roles: { capacity_manager: "own", training_coordinator: "own" } },
  reviewContent: {
    title: w.reviewContent,
    roles: { capacity_manager: "own", training_coordinator: "own", monitoring_officer: "own", deputy_secretary_general: "own" },
  },
  reviewLegal: {
    title: w.reviewLegal,
    roles: { secretary_general: "own", deputy_secretary_general: "own", advocacy_officer: "own" },
  },
  publish: { title: w.publish, roles: { capacity_manager: "own" } },
  confirm: { title: w.confirm, roles: { capacity_manager: "own" } },
  revise: { title: w.revise, roles: { capacity_manager: "own", training_coordinator: "own" } },
  drop: { title: w.drop, roles: { capacity_manager: "own", training_coordinator: "own" } },
  retire: { title: w.retire, roles: { capacity_manager: "own" } },
});
