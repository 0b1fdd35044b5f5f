/** Who may do what about sessions, and the decisions that need no database. */
import { defineVerbs, type Verb } from "#kernel/access/verb.ts";
import type { Reach } from "#kernel/access/actor.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { yearOf } from "#kernel/calendar/day.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { Pack, RuleSet } from "#kernel/pack/pack.ts";
import { numberOf } from "#kernel/rules/rules.ts";
import type { Role } from "#kernel/pack/roles.ts";
import type { Text } from "#platform/i18n/text.ts";
import { w } from "./words-verbs.ts";

const runners: Readonly<Partial<Record<Role, Reach>>> = { capacity_manager: "all", training_coordinator: "all" };
const watchers: Readonly<Partial<Record<Role, Reach>>> = {
  ...runners,
  monitoring_officer: "all",
  secretary_general: "all",
  deputy_secretary_general: "all",
};
const members: Readonly<Partial<Record<Role, Reach>>> = {
  executive_secretary: "below",
  hr_director: "below",
  mayor: "below",
  vice_mayor: "below",
  planner: "below",
  council_president: "below",
};
const steered = (title: Text): Omit<Verb, "name"> => ({ title, roles: runners });

/**
 * The permissions of this module. The association runs sessions; each member names and approves its own people. No role both runs
 * sessions and approves nominations: that is how the two are kept apart.
 */
export const verbs = defineVerbs("sessions", {
  read: { title: w.read, roles: { ...watchers, ...members } },
  run: steered(w.run),
  openNominations: steered(w.openNominations),
  confirm: steered(w.confirm),
  makeReady: steered(w.makeReady),
  start: steered(w.start),
  deliver: steered(w.deliver),
  evaluate: steered(w.evaluate),
  followUp: steered(w.followUp),
  close: steered(w.close),
  cancel: steered(w.cancel),
  invite: steered(w.invite),
  decide: steered(w.decide),
  nominate: { title: w.nominate, roles: { hr_director: "below", executive_secretary: "below" } },
  approve: { title: w.approve, roles: { executive_secretary: "below", hr_director: "below", secretary_general: "own" } },
  refuse: { title: w.refuse, roles: { executive_secretary: "below", hr_director: "below", secretary_general: "own" } },
  replace: { title: w.replace, roles: { hr_director: "below", executive_secretary: "below" } },
  withdraw: { title: w.withdraw, roles: { hr_director: "below", executive_secretary: "below", ...runners } },
  answer: { title: w.answer, roles: { learner: "own", ...runners } },
});

/** The band of the pack's list that an age falls in on a day; null when the year of birth is not known. */
export function ageBandOf(pack: Pack, birthYear: number | null, on: Day): string | null {
  if (birthYear === null) return null;
  const age = yearOf(on) - birthYear;
  const within = (flag: unknown, fallback: number): number => (flag === undefined || flag === null ? fallback : Number(flag));
  const band = codesOf(pack, "age_band", on).find(
    (code) => age >= within(code.flags["min"], 0) && age <= within(code.flags["max"], Number.POSITIVE_INFINITY),
  );
  return band?.code ?? null;
}

/** New in the post when the holding began after a day: so many months before the session, as the rule set `staffing` says. */
export function learnerKind(since: Day | null, on: Day, newSince: Day): "new" | "returning" {
  return since !== null && since <= on && since > newSince ? "new" : "returning";
}

/** Below so many names a session has too few: the share of its places that the rule set `training` says. */
export function fewestNames(rules: RuleSet, places: number): number {
  return Math.ceil((places * numberOf(rules, "nominations_minimum")) / 100);
}

/** True when another person than the one who named must approve. */
export function wantsSeparateApproval(rules: RuleSet): boolean {
  return rules.parameters["approval_separate"]?.value !== false;
}
