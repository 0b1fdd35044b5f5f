/** What changed more where people came to a course: who took part, who is like them and did not, and the figures of both before and after. */
import { daysBetween, type Day } from "#kernel/calendar/day.ts";
import { series } from "#kernel/measure/queries.ts";
import type { Figure, Indicator } from "#kernel/measure/schema.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { claimFor, gradeOf, type Claim, type Grade } from "#methods/impact/claim.ts";
import {
  beforeAfter,
  panelDifference,
  parallelLook,
  type Difference,
  type Followed,
  type ParallelLook,
} from "#methods/impact/difference.ts";
import { Collinear } from "#methods/impact/ols.ts";
import { mean, meanInterval } from "#methods/statistics/mean.ts";
import { enrolmentsOf, sessionsWhere } from "#modules/sessions";
import type { Db } from "#platform/db/handle.ts";
import { RULES } from "./rules.ts";
import { reachedFirst, sidesOf, type Kind, type SideRules, type Trained } from "./sides.ts";

/** From the first day of sessions to the last. */
interface Span {
  readonly from: Day;
  readonly to: Day;
}

const HELD = ["delivered", "evaluated", "follow_up", "closed"] as const;
const CAME: ReadonlySet<string> = new Set(["attended", "competent", "attended_only", "applied"]);

/** The organisations whose people came to a held session of a course, each with its first, the earliest first. Three queries. */
export async function trainedIn(db: Db<any>, course: string, members: readonly Kind[]): Promise<readonly Trained[]> {
  const sessions = await sessionsWhere(db, { course, states: HELD, limit: 5000, offset: 0 });
  const held = new Map(sessions.map((session) => [session.id, session]));
  const enrolments = await enrolmentsOf(db, [...held.keys()]);
  const came = new Map<string, Trained>();
  for (const { session, entity, state } of enrolments) {
    const { from, to } = held.get(session) ?? { from: "", to: "" };
    if (CAME.has(state)) came.set(`${session} ${entity}`, { organisation: entity, from, to });
  }
  return reachedFirst([...came.values()], members);
}

/** Why there is no comparison. */
export type NoComparison = "no_course" | "too_few_trained" | "too_few_like" | "too_few_periods";

export interface Comparison {
  readonly difference: Difference;
  readonly change: { readonly treated: number; readonly compared: number };
  readonly treated: readonly string[];
  readonly compared: readonly string[];
  readonly leftOut: number;
  readonly unmatched: number;
  /** The first sessions’ span: periods that touch it count neither as before nor as after. */
  readonly span: Span;
  readonly horizon: Day;
  readonly parallel: ParallelLook | null;
  readonly claim: Claim;
  readonly verified: number;
  readonly figures: number;
}

/** Nobody to compare with, what there is instead, and the numbers that say why. */
export interface Uncompared {
  readonly why: NoComparison;
  /** Organisations with figures that were trained first, and of their kinds those that were not by the last day looked at. */
  readonly trained: number;
  readonly like: number;
  readonly horizon: Day | null;
  /** What the rules ask for on each side: organisations, and figures of each before and after. */
  readonly fewest: number;
  readonly periods: number;
  readonly alone: Alone | null;
}

/** The mean change of those trained, each before and after its own first session, with nobody beside them; the interval counts organisations. */
export interface Alone {
  readonly change: { readonly estimate: number; readonly low: number; readonly high: number };
  readonly organisations: number;
}

/** The numbers of the rule set that a comparison follows. */
export interface Rules extends SideRules {
  readonly periods: number;
}

/** True when there was somebody to compare with. */
export const isCompared = (found: Comparison | Uncompared): found is Comparison => "difference" in found;

/** A unit’s figures before and after a span of days; those that touch it count on neither side. */
function followed(id: string, treated: boolean, figures: readonly Figure[], span: Span): Followed {
  return {
    id,
    treated,
    before: figures.filter((one) => one.to < span.from).map((one) => one.value),
    after: figures.filter((one) => one.from > span.to).map((one) => one.value),
  };
}

const monthNumber = (day: Day): number => daysBetween("2000-01-01", day) / 30.4375;

function parallelOf(
  figures: readonly Figure[],
  treated: ReadonlySet<string>,
  compared: ReadonlySet<string>,
  until: Day,
): ParallelLook | null {
  const earlier = figures.flatMap((one) => {
    const id = one.organisation ?? "";
    return one.to < until && (treated.has(id) || compared.has(id))
      ? [{ at: monthNumber(one.to), y: one.value, treated: treated.has(id) }]
      : [];
  });
  try {
    return parallelLook(earlier);
  } catch (error) {
    if (error instanceof Collinear) return null;
    throw error;
  }
}

/** The mean change of those trained first or later; null when fewer organisations than the rules ask have enough figures. */
function aloneOf(first: readonly Trained[], of: ReadonlyMap<string, readonly Figure[]>, { fewest, periods }: Rules): Alone | null {
  const changes = first
    .map((one) => followed(one.organisation, true, of.get(one.organisation) ?? [], one))
    .filter((unit) => unit.before.length >= periods && unit.after.length >= periods)
    .map((unit) => mean(unit.after) - mean(unit.before));
  const change = changes.length < fewest ? null : meanInterval(changes);
  return change === null ? null : { change, organisations: changes.length };
}

const spanOf = (treated: readonly Trained[]): Span => ({
  from: treated.reduce((least, one) => (one.from < least ? one.from : least), treated[0]?.from ?? ""),
  to: treated.reduce((most, one) => (one.to > most ? one.to : most), treated[0]?.to ?? ""),
});

/**
 * Sets those trained first beside those like them, from figures of everybody together; `trained` is as `trainedIn` gives it. Without enough organisations or periods on a side
 * there is only the change of those trained. Either way it is a contribution: who came was decided by nominations, not by lot.
 */
export function comparedFrom(
  trained: readonly Trained[],
  members: readonly Kind[],
  figures: readonly Figure[],
  rules: Rules,
): Comparison | Uncompared {
  const { fewest, periods } = rules;
  const of = Map.groupBy(figures, (one) => one.organisation ?? "");
  const first = trained.filter((one) => of.has(one.organisation));
  const sides = sidesOf(
    first,
    members.filter((member) => of.has(member.id)),
    rules,
  );
  const { treated, like, leftOut, unmatched, horizon } = sides;
  const without = (why: NoComparison): Uncompared => ({
    why,
    trained: treated.length + unmatched,
    like: like.length,
    horizon: horizon === "" ? null : horizon,
    fewest,
    periods,
    alone: aloneOf(first, of, rules),
  });
  if (treated.length + unmatched < fewest) return without("too_few_trained");
  if (like.length < fewest || treated.length < fewest) return without("too_few_like");
  const span = spanOf(treated);
  const until = (id: string): Figure[] => (of.get(id) ?? []).filter((one) => one.to <= horizon);
  const units = [
    ...treated.map((one) => followed(one.organisation, true, until(one.organisation), span)),
    ...like.map((id) => followed(id, false, until(id), span)),
  ].filter((unit) => unit.before.length >= periods && unit.after.length >= periods);
  const side = (which: boolean): string[] => units.filter((unit) => unit.treated === which).map((unit) => unit.id);
  if (side(true).length < fewest || side(false).length < fewest) return without("too_few_periods");
  const { change, ...difference } = panelDifference(units);
  const used = units.flatMap((unit) => until(unit.id));
  return {
    difference,
    change,
    treated: side(true),
    compared: side(false),
    leftOut,
    unmatched,
    span,
    horizon,
    parallel: parallelOf(used, new Set(side(true)), new Set(side(false)), span.from),
    claim: claimFor("chosen"),
    verified: used.filter((one) => one.certainty === "verified").length,
    figures: used.length,
  };
}

/** What the comparison by a course is made of. A fixed number of queries. */
export async function compare(db: Db<any>, indicator: Indicator, course: string | null, today: Day): Promise<Comparison | Uncompared> {
  const members = await membersOn(db, today);
  const [rules, trained, figures] = await Promise.all([
    ruleSetFor(db, RULES, today),
    course === null ? [] : trainedIn(db, course, members),
    series(db, { indicators: [indicator.id] }),
  ]);
  const found = comparedFrom(trained, members, figures, {
    fewest: numberOf(rules, "compared_fewest"),
    cohort: numberOf(rules, "cohort_days"),
    until: numberOf(rules, "compared_until"),
    periods: numberOf(rules, "series_fewest"),
  });
  return course === null && !isCompared(found) ? { ...found, why: "no_course" } : found;
}

/** One organisation’s own figures before and after a day, with the interval; null below two figures on a side. */
export function ownChange(figures: readonly Figure[], span: Span): Difference | null {
  const { before, after } = followed("", true, figures, span);
  return before.length < 2 || after.length < 2 ? null : beforeAfter(before, after);
}

/** How strong the evidence is, by what there is of it. */
export function gradeFor(comparison: Comparison | Uncompared, own: Difference | null, noted: boolean): Grade {
  const compared = isCompared(comparison);
  return gradeOf({
    comparison: compared,
    beforeAfter: own !== null || (!compared && comparison.alone !== null),
    documentedOpinion: noted,
  });
}
