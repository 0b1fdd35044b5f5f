/** Means and spreads that keep their digits, and the interval of a mean. */
import { tQuantile } from "./distributions.ts";

/** An estimate with the interval that belongs to it. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** How many values it rests on. */
  readonly n: number;
}

/** Throws RangeError unless there are values and all are finite. */
export function checkValues(values: readonly number[]): void {
  if (values.length === 0) throw new RangeError("no values");
  if (!values.every(Number.isFinite)) throw new RangeError("a value is not a finite number");
}

/** Σ values with Neumaier’s compensation (1974), so that small terms are not lost beside large ones. */
export function sumOf(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** The arithmetic mean. Throws RangeError without values. */
export function mean(values: readonly number[]): number {
  checkValues(values);
  const first = sumOf(values) / values.length;
  return first + sumOf(values.map((value) => value - first)) / values.length;
}

/** The sample variance, divisor n − 1, by the corrected two-pass algorithm (Chan, Golub and LeVeque 1983). Throws RangeError below two values. */
export function sampleVariance(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError("a variance needs two values");
  const centre = mean(values);
  const apart = values.map((value) => value - centre);
  const squares = sumOf(apart.map((gap) => gap * gap));
  return (squares - sumOf(apart) ** 2 / values.length) / (values.length - 1);
}

/** The sample standard deviation, divisor n − 1. */
export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(sampleVariance(values));
}

/** The lag-one autocorrelation as NIST defines it: Σ (yᵢ − ȳ)(yᵢ₋₁ − ȳ) / Σ (yᵢ − ȳ)². */
export function lagOneAutocorrelation(values: readonly number[]): number {
  const centre = mean(values);
  const apart = values.map((value) => value - centre);
  const products = apart.slice(1).map((gap, i) => gap * (apart[i] ?? 0));
  return sumOf(products) / sumOf(apart.map((gap) => gap * gap));
}

/** Σ wx / Σ w for weights ≥ 0. Throws RangeError for lists of different lengths, a negative weight or weights that sum to 0. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  checkValues(values);
  if (weights.length !== values.length) throw new RangeError("one weight per value");
  if (!weights.every((weight) => weight >= 0 && Number.isFinite(weight))) {
    throw new RangeError("a weight is negative or not finite");
  }
  const total = sumOf(weights);
  if (total === 0) throw new RangeError("the weights sum to zero");
  return sumOf(values.map((value, i) => value * (weights[i] ?? 0))) / total;
}

/** The mean with Student’s t interval; null below two values. `confidence` is between 0 and 1. */
export function meanInterval(values: readonly number[], confidence = 0.95): Interval | null {
  if (values.length < 2) return null;
  const estimate = mean(values);
  const error = standardDeviation(values) / Math.sqrt(values.length);
  const reach = tQuantile((1 + confidence) / 2, values.length - 1) * error;
  return { estimate, low: estimate - reach, high: estimate + reach, n: values.length };
}
