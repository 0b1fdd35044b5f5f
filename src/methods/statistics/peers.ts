/** Where a value stands among its peers: robust z, percentile rank, and places with the interval they need. */
import { normalQuantile } from "./distributions.ts";
import { checkValues } from "./mean.ts";
import { median } from "./quantile.ts";

/** The median absolute deviation from the median, unscaled. */
export function medianAbsoluteDeviation(values: readonly number[]): number {
  const centre = median(values);
  return median(values.map((value) => Math.abs(value - centre)));
}

/**
 * 0.6745·(x − median)/MAD over the peers’ values (Iglewicz and Hoaglin 1993, who look closer beyond 3.5).
 * Null when MAD is 0: more than half of the peers agree exactly, and no distance can be called large or small.
 */
export function robustZ(x: number, peers: readonly number[]): number | null {
  const spread = medianAbsoluteDeviation(peers);
  return spread === 0 ? null : (0.6745 * (x - median(peers))) / spread;
}

/** The percentile rank of x among the peers’ values, 0 to 100: the share below plus half of the share equal. */
export function percentileRank(x: number, peers: readonly number[]): number {
  checkValues(peers);
  const below = peers.filter((value) => value < x).length;
  const equal = peers.filter((value) => value === x).length;
  return (100 * (below + equal / 2)) / peers.length;
}

/** One unit’s estimate and its standard error, in the unit of measure. */
export interface UnitEstimate {
  readonly id: string;
  readonly estimate: number;
  readonly standardError: number;
}

/** The places (1 = highest estimate) that a unit may hold. */
export interface PlaceInterval {
  readonly id: string;
  readonly best: number;
  readonly worst: number;
}

/** Throws RangeError unless every estimate is finite and every standard error positive. */
export function checkUnits(units: readonly UnitEstimate[]): void {
  for (const { id, estimate, standardError } of units) {
    if (!Number.isFinite(estimate) || !(standardError > 0) || !Number.isFinite(standardError)) {
      throw new RangeError(`no usable estimate for ${id}`);
    }
  }
}

/**
 * Places that all units hold at once with at least `confidence` (Klein, Wright and Wieczorek, J. R. Stat. Soc. A 183,
 * 2020): intervals widened for their number (Šidák); a unit is surely behind those wholly above it. Order as given.
 */
export function placeIntervals(units: readonly UnitEstimate[], confidence = 0.95): PlaceInterval[] {
  checkUnits(units);
  const each = confidence ** (1 / Math.max(1, units.length));
  const z = normalQuantile((1 + each) / 2);
  const spans = units.map(({ id, estimate, standardError }) => ({
    id,
    low: estimate - z * standardError,
    high: estimate + z * standardError,
  }));
  const lows = spans.map(({ low }) => low).toSorted((a, b) => a - b);
  const highs = spans.map(({ high }) => high).toSorted((a, b) => a - b);
  return spans.map(({ id, low, high }) => ({
    id,
    best: 1 + lows.length - countUpTo(lows, high, true),
    worst: highs.length - countUpTo(highs, low, false),
  }));
}

/** How many of a sorted list are below a bound, or equal to it too. */
function countUpTo(sorted: readonly number[], bound: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const between = Math.floor((low + high) / 2);
    const value = sorted[between] ?? 0;
    if (value < bound || (orEqual && value === bound)) low = between + 1;
    else high = between;
  }
  return low;
}
