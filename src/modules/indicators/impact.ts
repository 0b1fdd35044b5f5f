/** What changed more where people came to a course: who took part, who is like them and did not, and the figures of both before and after. */
import { addDays, daysBetween, type Day } from "#kernel/calendar/day.ts";
import { series } from "#kernel/measure/queries.ts";
import type { Figure, Indicator } from "#kernel/measure/schema.ts";
import { membersOn, type MemberRow } from "#kernel/registry/organisations.ts";
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
import { enrolmentsOf, sessionsWhere } from "#modules/sessions";
import type { Db } from "#platform/db/handle.ts";
import { RULES } from "./rules.ts";

/** When an organisation’s people first came to a session of the course. */
export interface Trained {
  readonly organisation: string;
  readonly from: Day;
  readonly to: Day;
}

const HELD = ["delivered", "evaluated", "follow_up", "closed"] as const;
const CAME: ReadonlySet<string> = new Set(["attended", "competent", "attended_only", "applied"]);

/** The members whose people came to a held session of a course, each with her first. Three queries. */
export async function trainedIn(db: Db<any>, course: string): Promise<readonly Trained[]> {
  const sessions = await sessionsWhere(db, { course, states: HELD, limit: 500, offset: 0 });
  const enrolments = await enrolmentsOf(
    db,
    sessions.map((session) => session.id),
  );
  const came = new Map(sessions.map((session) => [session.id, new Set<string>()]));
  for (const one of enrolments) if (CAME.has(one.state)) came.get(one.session)?.add(one.entity);
  const first = new Map<string, Trained>();
  for (const session of sessions)
    for (const organisation of came.get(session.id) ?? [])
      if (!first.has(organisation)) first.set(organisation, { organisation, from: session.from, to: session.to });
  return [...first.values()];
}

/** Why there is no comparison. */
export type NoComparison = "no_course" | "too_few_trained" | "too_few_like" | "too_few_periods";

export interface Comparison {
  readonly difference: Difference;
  readonly change: { readonly treated: number; readonly compared: number };
  readonly treated: readonly string[];
  readonly compared: readonly string[];
  /** Trained too late to stand on either side. */
  readonly leftOut: number;
  /** The first sessions’ span: periods that touch it count neither as before nor as after. */
  readonly span: { readonly from: Day; readonly to: Day };
  /** The last day that is looked at: from then on those compared with may be trained too. */
  readonly horizon: Day;
  readonly parallel: ParallelLook | null;
  readonly claim: Claim;
  readonly verified: number;
  readonly figures: number;
}

interface Sides {
  readonly treated: readonly Trained[];
  readonly leftOut: number;
  readonly like: readonly MemberRow[];
  /** The last day that is looked at. */
  readonly horizon: Day;
}

/**
 * The first cohort, and the members of the same context groups that no session of the course reached until a last day: some days after
 * the cohort’s sessions or, when too few are left by then, the eve of the next organisation’s first session.
 */
function sidesOf(
  trained: readonly Trained[],
  members: readonly MemberRow[],
  { cohort, until, fewest }: { readonly cohort: number; readonly until: number; readonly fewest: number },
): Sides {
  const here = new Map(members.map((member) => [member.id, member]));
  const known = trained.filter((one) => here.has(one.organisation)).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const first = known[0]?.from ?? "";
  const treated = known.filter((one) => daysBetween(first, one.from) <= cohort);
  const groups = new Set(treated.map((one) => here.get(one.organisation)?.contextGroup));
  const upTo = (horizon: Day): Sides => {
    const reached = new Set(known.flatMap((one) => (one.from <= horizon ? [one.organisation] : [])));
    const like = members.filter((member) => groups.has(member.contextGroup) && member.contextGroup !== null && !reached.has(member.id));
    return { treated, leftOut: reached.size - treated.length, like, horizon };
  };
  if (treated.length === 0) return { treated, leftOut: 0, like: [], horizon: first };
  const last = treated.reduce((most, one) => (one.to > most ? one.to : most), first);
  const far = upTo(addDays(last, until));
  const next = known.find((one) => !treated.includes(one));
  return far.like.length < fewest && next !== undefined && addDays(next.from, -1) < far.horizon ? upTo(addDays(next.from, -1)) : far;
}

/** A unit’s figures before and after a span of days; those that touch it count on neither side. */
function followed(id: string, treated: boolean, figures: readonly Figure[], span: { from: Day; to: Day }): Followed {
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

/** What the comparison is made of, given its course. A fixed number of queries. */
export async function compare(db: Db<any>, indicator: Indicator, course: string | null, today: Day): Promise<Comparison | NoComparison> {
  if (course === null) return "no_course";
  const [rules, trained, members, figures] = await Promise.all([
    ruleSetFor(db, RULES, today),
    trainedIn(db, course),
    membersOn(db, today),
    series(db, { indicators: [indicator.id] }),
  ]);
  const fewest = numberOf(rules, "compared_fewest");
  const { treated, leftOut, like, horizon } = sidesOf(trained, members, {
    cohort: numberOf(rules, "cohort_days"),
    until: numberOf(rules, "compared_until"),
    fewest,
  });
  if (treated.length < fewest) return "too_few_trained";
  if (like.length < fewest) return "too_few_like";
  const span = {
    from: treated.reduce((least, one) => (one.from < least ? one.from : least), treated[0]?.from ?? today),
    to: treated.reduce((most, one) => (one.to > most ? one.to : most), treated[0]?.to ?? today),
  };
  const of = Map.groupBy(
    figures.filter((one) => one.to <= horizon),
    (one) => one.organisation ?? "",
  );
  const periods = numberOf(rules, "series_fewest");
  const enough = (unit: Followed): boolean => unit.before.length >= periods && unit.after.length >= periods;
  const units = [
    ...treated.map((one) => followed(one.organisation, true, of.get(one.organisation) ?? [], span)),
    ...like.map((one) => followed(one.id, false, of.get(one.id) ?? [], span)),
  ].filter(enough);
  const side = (which: boolean): string[] => units.filter((unit) => unit.treated === which).map((unit) => unit.id);
  if (side(true).length < fewest || side(false).length < fewest) return "too_few_periods";
  const { change, ...difference } = panelDifference(units);
  const used = figures.filter((one) => one.to <= horizon && units.some((unit) => unit.id === one.organisation));
  return {
    difference,
    change,
    treated: side(true),
    compared: side(false),
    leftOut,
    span,
    horizon,
    parallel: parallelOf(used, new Set(side(true)), new Set(side(false)), span.from),
    // Who came was decided by nominations, not by lot or a plan made before.
    claim: claimFor("chosen"),
    verified: used.filter((one) => one.certainty === "verified").length,
    figures: used.length,
  };
}

/** One organisation’s own figures before and after a day, with the interval; null below two figures on a side. */
export function ownChange(figures: readonly Figure[], span: { readonly from: Day; readonly to: Day }): Difference | null {
  const { before, after } = followed("", true, figures, span);
  return before.length < 2 || after.length < 2 ? null : beforeAfter(before, after);
}

/** How strong the evidence is, by what there is of it. */
export function gradeFor(comparison: Comparison | NoComparison, own: Difference | null, noted: boolean): Grade {
  return gradeOf({ comparison: typeof comparison !== "string", beforeAfter: own !== null, documentedOpinion: noted });
}
