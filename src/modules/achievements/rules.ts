/** Who may do what about achievements. */
import type { Reach } from "#kernel/access/actor.ts";
import { defineVerbs } from "#kernel/access/verb.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { w } from "./words-verbs.ts";

type Roles = Readonly<Partial<Record<Role, Reach>>>;

const makers: Roles = { capacity_manager: "all", monitoring_officer: "all" };
const chiefs: Roles = { secretary_general: "all", deputy_secretary_general: "all" };
const staff: Roles = { ...makers, ...chiefs, training_coordinator: "all" };

/**
 * The permissions of this module. Members read their own people’s figures; those who answer for staff also see the names. Whoever
 * writes a report does not release it.
 */
export const verbs = defineVerbs("achievements", {
  read: {
    title: w.read,
    roles: {
      ...staff,
      advocacy_officer: "all",
      executive_committee_member: "all",
      mayor: "below",
      vice_mayor: "below",
      executive_secretary: "below",
      council_president: "below",
      hr_director: "below",
      planner: "below",
    },
  },
  names: { title: w.names, roles: { ...staff, executive_secretary: "below", hr_director: "below" } },
  write: { title: w.write, roles: makers },
  freeze: { title: w.freeze, roles: makers },
  drop: { title: w.drop, roles: { ...makers, ...chiefs } },
  release: { title: w.release, roles: chiefs },
  withdraw: { title: w.withdraw, roles: chiefs },
  tell: { title: w.tell, roles: staff },
  withdrawConsent: { title: w.withdrawConsent, roles: { ...staff, data_protection_officer: "all" } },
  importLists: { title: w.importLists, roles: makers },
});
