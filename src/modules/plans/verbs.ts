/** Who may do what with plans: the association drafts, its leaders and organs decide, members read and comment. */
import { defineVerbs, reachOf, type Verb } from "#kernel/access/verb.ts";
import type { Actor, Reach } from "#kernel/access/actor.ts";
import type { Role } from "#kernel/pack/roles.ts";
import type { Text } from "#platform/i18n/text.ts";
import { w } from "./words-flow.ts";
import { w as wording } from "./words-wording.ts";

type Roles = Readonly<Partial<Record<Role, Reach>>>;
const staff: Roles = {
  capacity_manager: "all",
  training_coordinator: "all",
  monitoring_officer: "all",
  secretary_general: "all",
  deputy_secretary_general: "all",
  advocacy_officer: "all",
};
const organs: Roles = { executive_committee_member: "all", commission_member: "all", audit_committee_member: "all" };
const members: Roles = {
  executive_secretary: "below",
  hr_director: "below",
  mayor: "below",
  vice_mayor: "below",
  planner: "below",
  council_president: "below",
  unit_director: "own",
  finance_officer: "own",
  assembly_delegate: "own",
};
const drafts = (title: Text): Omit<Verb, "name"> => ({ title, roles: { capacity_manager: "all" } });
const leads: Roles = { secretary_general: "all", deputy_secretary_general: "all" };
/** Organs have no keyboard: a post of the secretariat records what they decided, never the one who drafted it. */
const records = (title: Text): Omit<Verb, "name"> => ({ title, roles: { capacity_manager: "all", ...leads } });

export const verbs = defineVerbs("plans", {
  read: { title: w.read, roles: { ...staff, ...organs, ...members } },
  draft: drafts(w.doDraft),
  compare: drafts(w.compare),
  write: drafts(w.write),
  invite: drafts(w.invite),
  takeBack: drafts(w.takeBack),
  comment: { title: w.doComment, roles: { ...organs, ...members, monitoring_officer: "all", advocacy_officer: "all" } },
  forward: records(w.forward),
  endorse: { title: w.endorse, roles: leads },
  confirm: records(w.confirm),
  adopt: records(w.adopt),
  giveBack: records(w.giveBack),
  start: drafts(w.start),
  revise: drafts(w.revise),
  submitRevision: drafts(w.submitRevision),
  adoptRevision: records(w.adoptRevision),
  returnRevision: records(w.returnRevision),
  abandonRevision: drafts(w.abandonRevision),
  close: drafts(w.close),
  translate: { title: wording.write, roles: { capacity_manager: "all", training_coordinator: "all", advocacy_officer: "all" } },
  review: { title: wording.review, roles: { capacity_manager: "all", training_coordinator: "all", advocacy_officer: "all", ...leads } },
  approveWords: { title: wording.approve, roles: leads },
  settle: { title: w.settle, roles: { capacity_manager: "all", training_coordinator: "all" } },
  account: { title: w.account, roles: { capacity_manager: "all", finance_officer: "own" } },
});

/** True for posts of the association that follow plans from the first pooled need on; others read from the comments on. */
export function followsDrafts(actor: Actor | null): boolean {
  return (actor?.roles ?? []).some((role) => staff[role] !== undefined) && reachOf(actor, verbs.read) === "all";
}
