/** Who may read the journal's list. */
import { defineVerbs } from "#kernel/access/verb.ts";
import { w } from "./words.ts";

export const verbs = defineVerbs("journal", {
  read: {
    title: w.read,
    roles: {
      administrator: "all",
      data_protection_officer: "all",
      secretary_general: "all",
      deputy_secretary_general: "all",
      audit_committee_member: "all",
      oversight_officer: "all",
    },
  },
});
