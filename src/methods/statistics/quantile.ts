/** Sample quantiles and the median with an interval that assumes no distribution. */
import { checkValues } from "./mean.ts";

/** Hyndman and Fan’s types (1996): 6 = (n+1)p, 7 = the default of spreadsheets, 8 = median-unbiased, which they recommend. */
export type QuantileType = 6 | 7 | 8;

const offsets: Readonly<Record<QuantileType, (n: number, p: number) => number>> = {
  6: (n, p) => (n + 1) * p,
  7: (n, p) => (n - 1) * p + 1,
  8: (n, p) => (n + 1 / 3) * p + 1 / 3,
};

/** The p-quantile, 0 ≤ p ≤ 1, of Hyndman and Fan’s type (The American Statistician 50, 1996). Throws RangeError without values. */
export function quantile(values: readonly number[], p: number, type: QuantileType = 8): number {
  checkValues(values);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`not a share: ${p}`);
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const at = (place: number): number => sorted[Math.min(Math.max(place, 1), n) - 1] ?? 0;
  const h = offsets[type](n, p);
  // 0.7 × 10 is 7.000000000000001 or 6.999999999999999 by accident of rounding: such a place is the 7th.
  const below = Math.floor(h + 4 * Number.EPSILON * n);
  const between = Math.abs(h - below) < 4 * Number.EPSILON * n ? 0 : h - below;
  return between === 0 ? at(below) : at(below) + between * (at(below + 1) - at(below));
}

/** The median: the middle value, or halfway between the two middle ones. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5, 7);
}

/** The median between two values of the sample, with the confidence that these really have. */
export interface MedianInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** At least the confidence asked for, usually more: the binomial law is stepped. */
  readonly confidence: number;
}

/**
 * The median with the order statistics X₍ₖ₎ and X₍ₙ₊₁₋ₖ₎ that cover it with at least `confidence` (Thompson 1936; Conover,
 * Practical Nonparametric Statistics): k is the largest with 1 − 2·P(B ≤ k − 1) ≥ confidence, B binomial (n, ½).
 * Null when even the extremes do not reach it (fewer than six values at 95 %).
 */
export function medianInterval(values: readonly number[], confidence = 0.95): MedianInterval | null {
  checkValues(values);
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  let probability = 2 ** -n;
  let below = 0;
  let found: { k: number; covers: number } | null = null;
  for (let k = 1; k <= n / 2; k++) {
    below += probability;
    probability *= (n - k + 1) / k;
    const covers = 1 - 2 * below;
    if (covers < confidence) break;
    found = { k, covers };
  }
  if (found === null) return null;
  const { k, covers } = found;
  const low = sorted[k - 1] ?? 0;
  const high = sorted[n - k] ?? 0;
  return { estimate: median(sorted), low, high, n, confidence: covers };
}
