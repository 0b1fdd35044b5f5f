/** What changed more where something was done: before and after, difference in differences, and a look at the trends before. */
import { mean, sampleVariance } from "#methods/statistics/mean.ts";
import { tQuantile } from "#methods/statistics/distributions.ts";
import { leastSquares, type Coefficient, type ErrorKind } from "./ols.ts";

/** One outcome of one unit: whether it was taken after, and whether the unit is among the treated. */
export interface Outcome {
  readonly y: number;
  readonly post: boolean;
  readonly treated: boolean;
}

/** A difference with its Student interval; `df` are its degrees of freedom. */
export interface Difference {
  readonly estimate: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
  readonly df: number;
}

export interface HowSure {
  readonly errors?: ErrorKind;
  readonly confidence?: number;
}

const bit = (value: boolean): number => (value ? 1 : 0);

function named(coefficients: readonly Coefficient[], name: string): Coefficient {
  const found = coefficients.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`no coefficient ${name}`);
  return found;
}

/**
 * Difference in differences as least squares y = a + b·post + c·treated + d·(post × treated); the answer is d (Wooldridge,
 * Introductory Econometrics, ch. 13). Throws Collinear when one of the four groups is empty, RangeError below five outcomes.
 */
export function differenceInDifferences(outcomes: readonly Outcome[], how: HowSure = {}): Difference {
  const fit = leastSquares(
    outcomes.map(({ y }) => y),
    {
      constant: outcomes.map(() => 1),
      post: outcomes.map(({ post }) => bit(post)),
      treated: outcomes.map(({ treated }) => bit(treated)),
      both: outcomes.map(({ post, treated }) => bit(post && treated)),
    },
    how,
  );
  const { estimate, se, low, high } = named(fit.coefficients, "both");
  return { estimate, se, low, high, df: fit.df };
}

/** A unit followed over time: its outcomes before and after, in any order. */
export interface Followed {
  readonly id: string;
  readonly treated: boolean;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * The same difference for units followed over time, each collapsed to one mean before and one after, so that many periods of few units
 * do not pass for many units (Bertrand, Duflo and Mullainathan 2004): Δ = b + d·treated. `change` are the mean changes of both groups.
 * Throws RangeError when a group has fewer than two units or a unit misses a side.
 */
export function panelDifference(
  units: readonly Followed[],
  how: HowSure = {},
): Difference & { readonly change: { readonly treated: number; readonly compared: number } } {
  const changes = units.map((unit) => ({ treated: unit.treated, change: mean(unit.after) - mean(unit.before) }));
  const of = (treated: boolean): number[] => changes.filter((one) => one.treated === treated).map((one) => one.change);
  if (of(true).length < 2 || of(false).length < 2) throw new RangeError("a comparison needs two units on each side");
  const fit = leastSquares(
    changes.map(({ change }) => change),
    { constant: changes.map(() => 1), treated: changes.map(({ treated }) => bit(treated)) },
    how,
  );
  const { estimate, se, low, high } = named(fit.coefficients, "treated");
  return { estimate, se, low, high, df: fit.df, change: { treated: mean(of(true)), compared: mean(of(false)) } };
}

/** After minus before of one unit’s outcomes with Welch’s interval (1947). Throws RangeError below two outcomes on a side. */
export function beforeAfter(before: readonly number[], after: readonly number[], confidence = 0.95): Difference {
  const estimate = mean(after) - mean(before);
  const parts = [before, after].map((side) => ({ error: sampleVariance(side) / side.length, df: side.length - 1 }));
  const variance = parts.reduce((sum, part) => sum + part.error, 0);
  const se = Math.sqrt(variance);
  if (se === 0) return { estimate, se, low: estimate, high: estimate, df: before.length + after.length - 2 };
  const df = variance ** 2 / parts.reduce((sum, part) => sum + part.error ** 2 / part.df, 0);
  const t = tQuantile(0.5 + confidence / 2, df);
  return { estimate, se, low: estimate - t * se, high: estimate + t * se, df };
}

/** An outcome before the treatment at a time; units of time are the caller’s, such as months. */
export interface Earlier {
  readonly at: number;
  readonly y: number;
  readonly treated: boolean;
}

/** The slopes of both groups before, per unit of time, and how far they are apart. */
export interface ParallelLook {
  readonly treated: number;
  readonly compared: number;
  readonly apart: Difference;
  /** False when the interval of the difference of slopes leaves out zero: the comparison is then doubtful. */
  readonly alike: boolean;
}

/** Fits y = a + b·t + c·treated + d·(t × treated) before the treatment; d are the slopes’ difference. Null when there are too few outcomes or times to tell. */
export function parallelLook(outcomes: readonly Earlier[], how: HowSure = {}): ParallelLook | null {
  const times = (treated: boolean): number => new Set(outcomes.filter((one) => one.treated === treated).map((one) => one.at)).size;
  if (outcomes.length < 6 || times(true) < 3 || times(false) < 3) return null;
  const middle = mean(outcomes.map(({ at }) => at));
  const fit = leastSquares(
    outcomes.map(({ y }) => y),
    {
      constant: outcomes.map(() => 1),
      time: outcomes.map(({ at }) => at - middle),
      treated: outcomes.map(({ treated }) => bit(treated)),
      both: outcomes.map(({ at, treated }) => (at - middle) * bit(treated)),
    },
    how,
  );
  const compared = named(fit.coefficients, "time").estimate;
  const { estimate, se, low, high } = named(fit.coefficients, "both");
  return { treated: compared + estimate, compared, apart: { estimate, se, low, high, df: fit.df }, alike: low <= 0 && high >= 0 };
}
