/** Who may read inductions, and which posts owe one by when: all from the country pack and its rule set. */
import { defineVerbs } from "#kernel/access/verb.ts";
import { addMonths, type Day } from "#kernel/calendar/day.ts";
import { tierOf } from "#kernel/pack/lookup.ts";
import type { Pack, RuleSet } from "#kernel/pack/pack.ts";
import { postTypesOfGroup } from "#kernel/registry/groups.ts";
import { allowanceOf } from "#kernel/pack/lookup.ts";
import { numberOf } from "#kernel/rules/rules.ts";
import { w } from "./words.ts";

export const RULES = "induction";

/** The code of list `modality` that an induction has in the portfolio. */
export const INDUCTION = "induction";

const LEADERS = { mayor: "below", vice_mayor: "below", executive_secretary: "below" } as const;

export const verbs = defineVerbs("inductions", {
  /** How many, by member, tier and sex. */
  read: {
    title: w.read,
    roles: {
      capacity_manager: "all",
      training_coordinator: "all",
      monitoring_officer: "all",
      secretary_general: "all",
      deputy_secretary_general: "all",
      hr_director: "below",
      ...LEADERS,
    },
  },
  /** Who: only those who call them. */
  names: { title: w.names, roles: { capacity_manager: "all", training_coordinator: "all", hr_director: "below" } },
});

/** Staff are appointed; leaders have a term of office. */
export const TRACKS = ["staff", "leaders"] as const;
export type Track = (typeof TRACKS)[number];

/** How long after starting somebody of a kind of post is due. */
export interface Owing {
  readonly postType: string;
  readonly track: Track;
  readonly months: number;
  readonly days: number;
}

interface Time {
  readonly months: number;
  readonly days: number;
}

function timeOf(rules: RuleSet, parameter: string): Time {
  const found = rules.parameters[parameter];
  if (found === undefined) throw new Error(`Rule set "${rules.code}" has no "${parameter}".`);
  const { amount, unit } = allowanceOf(found);
  if (unit === "months") return { months: amount, days: 0 };
  if (unit === "days") return { months: 0, days: amount };
  throw new RangeError(`${rules.code}.${parameter} counts months or days, not ${unit}`);
}

/** The two times of the rule set. */
export const timesOf = (rules: RuleSet): Readonly<Record<Track, Time>> => ({
  staff: timeOf(rules, "new_staff_within"),
  leaders: timeOf(rules, "new_leaders_within"),
});

/**
 * Every kind of post whose holder is inducted: those with a term of office at a tier of government, and the appointed ones that the
 * pack’s groups of new staff name.
 */
export function owingOf(pack: Pack, rules: RuleSet): Owing[] {
  const times = timesOf(rules);
  const staff = new Set(
    pack.groups.filter((group) => group.maxMonthsInPost !== null).flatMap((group) => postTypesOfGroup(pack, group) ?? []),
  );
  return pack.postTypes.flatMap((type): Owing[] => {
    const governs = type.tiers.some((tier) => tierOf(pack, tier).kind === "territory");
    if (type.termYears !== null && type.selection !== "appointed")
      return governs ? [{ postType: type.code, track: "leaders", ...times.leaders }] : [];
    return staff.has(type.code) ? [{ postType: type.code, track: "staff", ...times.staff }] : [];
  });
}

/** The first day due that is listed: older ones are history. A rule set without the number looks back four times as long as staff have. */
export function listedFrom(rules: RuleSet, today: Day): Day {
  const own = rules.parameters["look_back"];
  return addMonths(today, -(own === undefined ? 4 * numberOf(rules, "new_staff_within") : numberOf(rules, "look_back")));
}
