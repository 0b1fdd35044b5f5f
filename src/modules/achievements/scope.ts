/** Which people and what they took part in a figure is about: read from an address, and written back into one. */
import type { Day } from "#kernel/calendar/day.ts";
import { isDay } from "#kernel/calendar/day.ts";
import { fiscalYearOf, fiscalYearAfter, type FiscalYear } from "#kernel/calendar/fiscal-year.ts";
import type { Pack, RuleSet } from "#kernel/pack/pack.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import { addressOf } from "#platform/http/address.ts";

/** Three kinds of sureness; a person counts once, under the surest of her entries. */
export const CERTAINTIES = ["verified", "claimed", "imported"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Stands in an address for “not known” or “none named”. */
export const NONE = "none";

/** The limits of a figure. The first group limits entries, the second people once their entries are gathered. */
export interface Scope {
  readonly from: Day;
  readonly to: Day;
  readonly programme: string | null;
  readonly modality: string | null;
  readonly outcome: "competent" | null;

  readonly sex: "F" | "M" | typeof NONE | null;
  /** A member by its id, or `none` for people of no member. */
  readonly district: string | null;
  readonly tier: string | null;
  readonly certainty: Certainty | null;
}

/** Everything in a period. */
export function wholeOf(from: Day, to: Day): Scope {
  return { from, to, programme: null, modality: null, outcome: null, sex: null, district: null, tier: null, certainty: null };
}

/** The strategic plan as the rule sets in force say it. */
export interface Plan {
  readonly begins: Day;
  readonly ends: Day;
  /** Different people to reach. */
  readonly people: number;
  /** Percent of new staff to induct. */
  readonly induction: number;
  readonly source: string;
  readonly unconfirmed: boolean;
}

function dayIn(rules: RuleSet, parameter: string): Day {
  const value = rules.parameters[parameter]?.value;
  if (!isDay(value)) throw new Error(`Rule set "${rules.code}" has no day "${parameter}".`);
  return value;
}

/** The targets of the strategic plan on a day. Throws when no rule set is in force. */
export async function planOn(db: Db<any>, day: Day): Promise<Plan> {
  const rules = await ruleSetFor(db, "strategic_plan", day);
  const induction = await ruleSetFor(db, "induction", day);
  return {
    begins: dayIn(rules, "plan_begins"),
    ends: dayIn(rules, "plan_ends"),
    people: numberOf(rules, "people_target"),
    induction: numberOf(induction, "coverage_target"),
    source: rules.source,
    unconfirmed: rules.unconfirmed || Object.values(rules.parameters).some((parameter) => parameter.unconfirmed),
  };
}

/** The fiscal years a page offers: this one and so many before it, newest first. */
export function yearsOffered(pack: Pack, today: Day, before: number): FiscalYear[] {
  const now = fiscalYearOf(pack.calendar, today);
  return Array.from({ length: before + 1 }, (_, back) => fiscalYearAfter(pack.calendar, now, -back));
}

const one = <V extends string>(value: string | null, of: readonly V[]): V | null => of.find((known) => known === value) ?? null;

/** The scope that an address asks for; whatever is not understood is left out. Without days it is the plan so far. */
export function scopeAsked(query: URLSearchParams, plan: Plan, today: Day): Scope {
  const text = (name: string): string | null => {
    const value = (query.get(name) ?? "").trim();
    return value === "" || value.length > 100 ? null : value;
  };
  const year = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)$/.exec(query.get("period") ?? "");
  const from = isDay(query.get("from")) ? (query.get("from") as Day) : isDay(year?.[1]) ? year[1] : plan.begins;
  const to = isDay(query.get("to")) ? (query.get("to") as Day) : isDay(year?.[2]) ? year[2] : today;
  return {
    from,
    to: to < from ? from : to,
    programme: text("programme"),
    modality: text("modality"),
    outcome: one(query.get("outcome"), ["competent"]),
    sex: one(query.get("sex"), ["F", "M", NONE]),
    district: text("district"),
    tier: text("tier"),
    certainty: one(query.get("certainty"), CERTAINTIES),
  };
}

/** A page about a scope: the address says it in full, so that it means the same tomorrow. */
export function scopedAddress(path: string, scope: Scope, change: Partial<Scope> = {}): string {
  return addressOf(path, { ...scope, ...change });
}
