/** Who came and went over a period, and how long those in post have been there. */
import { median } from "#methods/statistics/quantile.ts";
import { checkSpan, cover, coveredSince, dayNumber, daysBetween, daysIn, holds, yearsBetween } from "./dates.ts";
import type { Day, Period } from "./dates.ts";
import { checkSpans } from "./posts.ts";
import type { Assignment } from "./posts.ts";

/** Comings and goings over a period. */
export interface Turnover {
  /** Times that somebody's last day in any post of the scope fell in the period. */
  readonly leavers: number;
  /** Times that somebody's first day did. */
  readonly joiners: number;
  /** Person-days in post ÷ days of the period. */
  readonly averageHeadcount: number;
  /** leavers ÷ averageHeadcount, not annualised; null when nobody was there. */
  readonly rate: number | null;
  /** People whose first day nobody knows; they are in the headcount from the period's beginning, and no joiners. */
  readonly unknownStart: number;
}

function byPerson(assignments: readonly Assignment[]): Map<string, Assignment[]> {
  checkSpans(assignments);
  const map = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    if (assignment.acting) continue;
    map.set(assignment.person, [...(map.get(assignment.person) ?? []), assignment]);
  }
  return map;
}

/** The first and last ends of a person's unbroken stays; a move between posts of the scope breaks nothing. */
function stays(own: readonly Assignment[]): { starts: Day[]; ends: Day[] } {
  const all = cover(own, { from: "0000-01-01", to: "9999-12-31" });
  return {
    starts: all.map(({ from }) => from).filter((day) => day > "0000-01-01"),
    ends: all.map(({ to }) => to).filter((day) => day < "9999-12-31"),
  };
}

/**
 * Turnover over a period: leavers ÷ average headcount (ISO 30414:2018, turnover rate). The scope is whatever assignments are
 * given: for one entity, a transfer to another is a departure; for the country it is none. Acting assignments are left out:
 * those who act have a post of their own. The last day in post is the day before `to`.
 */
export function turnover(assignments: readonly Assignment[], period: Period): Turnover {
  checkSpan(period);
  const people = [...byPerson(assignments).values()];
  const days = daysBetween(period.from, period.to);
  if (days === 0) throw new RangeError("the period has no days");
  const personDays = people.reduce((sum, own) => sum + daysIn(cover(own, period)), 0);
  const all = people.map(stays);
  const leavers = all.flatMap(({ ends }) => ends.filter((day) => period.from < day && day <= period.to)).length;
  const joiners = all.flatMap(({ starts }) => starts.filter((day) => period.from <= day && day < period.to)).length;
  const averageHeadcount = personDays / days;
  return {
    leavers,
    joiners,
    averageHeadcount,
    rate: personDays === 0 ? null : (leavers * days) / personDays,
    unknownStart: people.filter((own) => own.some(({ from, to }) => from === null && (to === null || to > period.from))).length,
  };
}

/** How many have been in post for at least `fromYears` and less than `toYears` completed years; null is without end. */
export interface TenureBand {
  readonly fromYears: number;
  readonly toYears: number | null;
  readonly count: number;
}

/** How long the holders have been in post; medianDays is null when no first day is known. */
export interface Tenure {
  readonly known: number;
  /** Holders whose first day nobody knows: in no band and not in the median. */
  readonly unknownStart: number;
  readonly medianDays: number | null;
  readonly bands: readonly TenureBand[];
}

/** How long the substantive holders on a day have held the post they hold, in bands of completed years split at `bandYears` (rising). A renewal in the same post goes on counting. */
export function tenure(assignments: readonly Assignment[], asOf: Day, bandYears: readonly number[]): Tenure {
  dayNumber(asOf);
  checkSpans(assignments);
  if (bandYears.some((years, i) => !(years > (bandYears[i - 1] ?? 0)))) {
    throw new RangeError("the years that split the bands must rise from above 0");
  }
  const seats = new Map<string, Assignment[]>();
  for (const assignment of assignments.filter(({ acting }) => !acting)) {
    const seat = JSON.stringify([assignment.post, assignment.person]);
    seats.set(seat, [...(seats.get(seat) ?? []), assignment]);
  }
  const held = [...seats.values()].filter((own) => own.some((assignment) => holds(assignment, asOf)));
  const since = held.map((own) => coveredSince(own, asOf));
  const known = since.filter((day): day is Day => day !== null && day !== "unknown");
  const years = known.map((day) => yearsBetween(day, asOf));
  const edges = [0, ...bandYears];
  const bands = edges.map((fromYears, i): TenureBand => {
    const toYears = edges[i + 1] ?? null;
    const count = years.filter((n) => n >= fromYears && (toYears === null || n < toYears)).length;
    return { fromYears, toYears, count };
  });
  const lengths = known.map((day) => daysBetween(day, asOf));
  return {
    known: known.length,
    unknownStart: held.length - known.length,
    medianDays: lengths.length === 0 ? null : median(lengths),
    bands,
  };
}
