/** Who may do what with indicators, and what follows from rules and dates alone. */
import { defineVerbs, type Verb } from "#kernel/access/verb.ts";
import type { Actor, Reach } from "#kernel/access/actor.ts";
import { addDays, addMonths, monthOf, dayFrom, yearOf, type Day } from "#kernel/calendar/day.ts";
import { codeOf, hasCode } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { numberOf } from "#kernel/rules/rules.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import type { Progress, ProgressRule } from "#kernel/measure/figures.ts";
import { w } from "./words-verbs.ts";

/** The rule set of the pack. */
export const RULES = "indicator";

const ASSOCIATION: readonly Role[] = [
  "secretary_general",
  "deputy_secretary_general",
  "capacity_manager",
  "training_coordinator",
  "advocacy_officer",
  "monitoring_officer",
  "executive_committee_member",
  "commission_member",
  "evaluator",
];

/** The posts of a member that read its indicators, and that can own one. */
const MEMBER: readonly Role[] = [
  "mayor",
  "vice_mayor",
  "executive_secretary",
  "council_president",
  "council_affairs_officer",
  "hr_director",
  "planner",
  "finance_officer",
  "internal_auditor",
  "procurement_officer",
  "information_officer",
  "complaint_officer",
  "unit_director",
  "technical_officer",
  "health_director",
];

const reaching = (roles: readonly Role[], reach: Reach): Partial<Record<Role, Reach>> =>
  Object.fromEntries(roles.map((role) => [role, reach]));

/** Declared one by one below; the table names who may. */
export const verbs = defineVerbs("indicators", {
  read: { title: w.read, roles: { ...reaching(MEMBER, "own"), ...reaching(ASSOCIATION, "all") } },
  define: { title: w.define, roles: { capacity_manager: "all", monitoring_officer: "all" } },
  record: { title: w.record, roles: reaching(MEMBER, "own") },
  verify: { title: w.verify, roles: { planner: "own", monitoring_officer: "all" } },
  correct: { title: w.correct, roles: { ...reaching(MEMBER, "own"), monitoring_officer: "all" } },
  target: { title: w.target, roles: { capacity_manager: "all", monitoring_officer: "all" } },
  link: { title: w.link, roles: { capacity_manager: "all", monitoring_officer: "all" } },
  note: { title: w.note, roles: { ...reaching(MEMBER, "own"), capacity_manager: "all", monitoring_officer: "all" } },
  agree: { title: w.agree, roles: { executive_secretary: "own" } },
  publish: { title: w.publish, roles: { capacity_manager: "all", monitoring_officer: "all" } },
  take: { title: w.take, roles: { capacity_manager: "all", monitoring_officer: "all" } },
}) satisfies Readonly<Record<string, Verb>>;

/** True for an actor who is not of a member: the association and evaluators see districts beside one another. */
export function seesAll(actor: Actor): boolean {
  return actor.roles.some((role) => ASSOCIATION.includes(role));
}

/** How many months a period of a frequency has; a month for a frequency that the pack does not know. */
export function monthsOf(pack: Pack, frequency: string): number {
  const months = hasCode(pack, "indicator_frequency", frequency)
    ? Number(codeOf(pack, "indicator_frequency", frequency).flags["months"])
    : 1;
  return Number.isInteger(months) && months > 0 ? months : 1;
}

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** The period of so many months in which a day lies, counted from the first month of the fiscal year. */
export function periodAt(day: Day, months: number, firstMonth: number): Period {
  const since = (monthOf(day) - firstMonth + 12) % 12;
  const from = addMonths(dayFrom(yearOf(day), monthOf(day), 1), -(since % months));
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** The periods that are over and have no figure yet, the oldest first: after the last figure, at most `most` of them, the newest kept. */
export function periodsOwed(last: Day | null, today: Day, months: number, firstMonth: number, most = 6): readonly Period[] {
  const owed: Period[] = [];
  for (let period = periodAt(addDays(periodAt(today, months, firstMonth).from, -1), months, firstMonth); owed.length < most;) {
    if (last !== null && period.to <= last) break;
    owed.unshift(period);
    if (last === null) break;
    period = periodAt(addDays(period.from, -1), months, firstMonth);
  }
  return owed;
}

/** The shares from which a figure is on track or watched. */
export function progressRule(rules: RuleSet): ProgressRule {
  return { onTrackFrom: numberOf(rules, "on_track_from") / 100, watchFrom: numberOf(rules, "watch_from") / 100 };
}

/** How indicators and organisations stand, those that need somebody first. */
export const WORST_FIRST: readonly Progress[] = ["off_track", "watch", "no_figure", "no_target", "on_track", "reached"];

/** Numbers that add up: a target for all together is then none for one organisation. */
export function addsUp(unit: string): boolean {
  return unit === "count" || unit === "money";
}
