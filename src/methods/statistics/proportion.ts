/** Shares of a count: Wilson’s interval, and the limits of a funnel plot. */
import { binomialProbability, normalQuantile } from "./distributions.ts";
import type { Interval } from "./mean.ts";

function checkCounts(successes: number, n: number): void {
  const whole = Number.isSafeInteger(successes) && Number.isSafeInteger(n);
  if (!whole || successes < 0 || n < successes) throw new RangeError(`not ${successes} of ${n}`);
}

/** The share successes/n with Wilson’s score interval (J. Am. Stat. Assoc. 22, 1927); null for n = 0. Both bounds lie in [0, 1]. */
export function wilson(successes: number, n: number, confidence = 0.95): Interval | null {
  checkCounts(successes, n);
  if (n === 0) return null;
  const z = normalQuantile((1 + confidence) / 2);
  const share = successes / n;
  const centre = successes + (z * z) / 2;
  const reach = z * Math.sqrt(n * share * (1 - share) + (z * z) / 4);
  const below = n + z * z;
  // The bounds are exact at the ends, where rounding would leave 1e-17.
  const low = successes === 0 ? 0 : (centre - reach) / below;
  const high = successes === n ? 1 : (centre + reach) / below;
  return { estimate: share, low, high, n };
}

/** The shares between which a unit of that size is expected to lie when its true share is the target. */
export interface FunnelLimits {
  readonly low: number;
  readonly high: number;
}

/** The share below which fewer than `tail` of the units lie, interpolated between steps of the binomial law. */
function lowerLimit(tail: number, n: number, target: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const between = Math.floor((low + high) / 2);
    if (binomialProbability(between, n, target) > tail) high = between;
    else low = between + 1;
  }
  const upTo = binomialProbability(low, n, target);
  const before = binomialProbability(low - 1, n, target);
  return Math.max(0, (low - (upTo - tail) / (upTo - before)) / n);
}

/**
 * The funnel limits of a share for n > 0 cases around a target share, 0 < target < 1: exact binomial limits, interpolated
 * (Spiegelhalter, Statistics in Medicine 24, 2005, appendix A.1.1). The upper limit is the lower one of the opposite
 * share: the published formula used on the upper side calls shares outside whose exact tail is still too probable.
 */
export function funnelLimits(target: number, n: number, confidence = 0.95): FunnelLimits {
  if (!(target > 0 && target < 1)) throw new RangeError(`not a target share: ${target}`);
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`not a number of cases: ${n}`);
  const tail = (1 - confidence) / 2;
  return { low: lowerLimit(tail, n, target), high: 1 - lowerLimit(tail, n, 1 - target) };
}

/** Where a unit stands in the funnel; "none" when it has no cases. Being outside is a reason to ask, not a finding. */
export function funnelPosition(successes: number, n: number, target: number, confidence = 0.95): "below" | "within" | "above" | "none" {
  checkCounts(successes, n);
  if (n === 0) return "none";
  const { low, high } = funnelLimits(target, n, confidence);
  if (successes / n < low) return "below";
  return successes / n > high ? "above" : "within";
}
