/** Pure: what figures say together, which of them are hidden, and where one stands towards its target. */
import { daysBetween, type Day } from "#kernel/calendar/day.ts";
import type { Figure, Indicator, MeasureCertainty, Target } from "./schema.ts";

/** A figure of several organisations in one period. `value` null: hidden. */
export interface Total {
  readonly from: Day;
  readonly to: Day;
  readonly value: number | null;
  readonly certainty: MeasureCertainty;
  /** How many organisations it rests on. */
  readonly parts: number;
  readonly baseline: boolean;
}

/** True for a number of people that may not be shown. */
export type Hide = (people: number) => boolean;

const ORDER: readonly MeasureCertainty[] = ["claimed", "imported", "verified"];

/** The least sure of several; a total is no surer than that. Throws RangeError for none. */
export function weakestOf(parts: readonly MeasureCertainty[]): MeasureCertainty {
  const weakest = ORDER.find((one) => parts.includes(one));
  if (weakest === undefined) throw new RangeError("nothing to be sure of");
  return weakest;
}

/** How organisations’ values come together: shares by their counts, numbers by adding, everything else by the mean of the organisations. */
export function togetherOf(unit: string, figures: readonly Figure[]): number {
  const sum = (of: (figure: Figure) => number): number => figures.reduce((total, figure) => total + of(figure), 0);
  const counted = figures.every((figure) => figure.numerator !== null && figure.denominator !== null);
  const whole = counted ? sum((figure) => figure.denominator ?? 0) : 0;
  if (counted && whole > 0) return (sum((figure) => figure.numerator ?? 0) / whole) * (unit === "percent" ? 100 : 1);
  return unit === "count" || unit === "money" ? sum((figure) => figure.value) : sum((figure) => figure.value) / figures.length;
}

/** One figure of a period: the value, or null where it counts too few people. */
function totalOf(unit: string, figures: readonly Figure[], hide: Hide): Total {
  const [first] = figures;
  if (first === undefined) throw new RangeError("no figures");
  const people = figures.every((figure) => figure.denominator !== null)
    ? figures.reduce((sum, figure) => sum + (figure.denominator ?? 0), 0)
    : null;
  return {
    from: first.from,
    to: first.to,
    value: people !== null && hide(people) ? null : togetherOf(unit, figures),
    certainty: weakestOf(figures.map((figure) => figure.certainty)),
    parts: figures.length,
    baseline: figures.every((figure) => figure.baseline),
  };
}

/** Totals by period in order of time. A figure of all together (no organisation) stands for its period only where no organisation gave one. */
export function totals(unit: string, figures: readonly Figure[], hide: Hide = () => false): readonly Total[] {
  const periods = Map.groupBy(figures, (figure) => `${figure.to} ${figure.from}`);
  return [...periods]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, here]) => {
      const own = here.filter((figure) => figure.organisation !== null);
      return totalOf(unit, own.length > 0 ? own : here, hide);
    });
}

/**
 * Totals of each group (sexes, tiers) by period. Where one group of a period must be hidden, all groups of that period are: with the
 * total beside them, one missing number could be subtracted.
 */
export function totalsByGroup(
  unit: string,
  figures: readonly Figure[],
  groupOf: (figure: Figure) => string,
  hide: Hide = () => false,
): ReadonlyMap<string, readonly Total[]> {
  const groups = [...Map.groupBy(figures, groupOf)].map(([group, here]) => [group, totals(unit, here, hide)] as const);
  const keyOf = (total: Total): string => `${total.from} ${total.to}`;
  const hidden = new Set(groups.flatMap(([, here]) => here.filter((total) => total.value === null).map(keyOf)));
  return new Map(
    groups.map(([group, here]) => [group, here.map((total) => (hidden.has(keyOf(total)) ? { ...total, value: null } : total))]),
  );
}

/** Where a figure stands. */
export type Progress = "reached" | "on_track" | "watch" | "off_track" | "no_target" | "no_figure";

/** Shares of the way expected by now, 0 to 1, from which a figure is on track or to be watched. */
export interface ProgressRule {
  readonly onTrackFrom: number;
  readonly watchFrom: number;
}

/** What a progress is judged from. Values without certainty: how sure it is stands beside the word. */
export interface Course {
  readonly better: Indicator["better"];
  readonly baseline: { readonly value: number; readonly to: Day } | null;
  readonly latest: { readonly value: number; readonly to: Day } | null;
  readonly target: Pick<Target, "value" | "to"> | null;
}

/**
 * Where the latest figure stands on a straight line from the baseline to the target: reached, or which share of the way expected by
 * its day it has gone. Where the target keeps the baseline, nothing worse than it is on track.
 */
export function progressOf({ better, baseline, latest, target }: Course, rule: ProgressRule): Progress {
  if (latest === null) return "no_figure";
  if (target === null) return "no_target";
  const up = better === "up" ? 1 : -1;
  if (up * (latest.value - target.value) >= 0) return "reached";
  if (baseline === null) return "off_track";
  const span = daysBetween(baseline.to, target.to);
  const gone = Math.min(1, Math.max(0, span <= 0 ? 1 : daysBetween(baseline.to, latest.to) / span));
  const expected = up * (target.value - baseline.value) * gone;
  const moved = up * (latest.value - baseline.value);
  if (expected <= 0) return moved >= 0 ? "on_track" : "off_track";
  const share = moved / expected;
  if (share >= rule.onTrackFrom) return "on_track";
  return share >= rule.watchFrom ? "watch" : "off_track";
}

/** The target that counts on a day: the next one not yet over, or the last; an organisation’s own comes before one for all. */
export function targetOn(targets: readonly Target[], organisation: string | null, day: Day): Target | null {
  const own = targets.filter((target) => target.organisation === organisation);
  const fitting = own.length > 0 || organisation === null ? own : targets.filter((target) => target.organisation === null);
  const sorted = fitting.toSorted((one, other) => (one.to < other.to ? -1 : 1));
  return sorted.find((target) => target.to >= day) ?? sorted.at(-1) ?? null;
}
