/** Estimates of small units drawn towards the common mean, so that a small denominator does not put a unit at the top or the bottom. */
import { normalQuantile } from "./distributions.ts";
import { sumOf } from "./mean.ts";
import { checkUnits } from "./peers.ts";
import type { UnitEstimate } from "./peers.ts";

/** A unit after shrinkage; `weight` is the share of its own estimate that was kept, 0 to 1. */
export interface ShrunkUnit {
  readonly id: string;
  readonly estimate: number;
  readonly shrunk: number;
  readonly low: number;
  readonly high: number;
  readonly weight: number;
}

/** The common mean, the variance between units beyond chance, Cochran’s Q and the units in the order given. */
export interface Shrinkage {
  readonly mean: number;
  readonly meanError: number;
  readonly betweenVariance: number;
  readonly q: number;
  readonly units: readonly ShrunkUnit[];
}

function pooled(units: readonly UnitEstimate[], between: number): { mean: number; error: number } {
  const weights = units.map(({ standardError }) => 1 / (standardError ** 2 + between));
  const total = sumOf(weights);
  const products = units.map(({ estimate }, i) => estimate * (weights[i] ?? 0));
  return { mean: sumOf(products) / total, error: Math.sqrt(1 / total) };
}

/** The variance between units by the method of moments of DerSimonian and Laird (Controlled Clinical Trials 7, 1986), and Cochran’s Q. */
export function betweenVariance(units: readonly UnitEstimate[]): { variance: number; q: number } {
  const weights = units.map(({ standardError }) => 1 / standardError ** 2);
  const { mean } = pooled(units, 0);
  const q = sumOf(units.map(({ estimate }, i) => (weights[i] ?? 0) * (estimate - mean) ** 2));
  const total = sumOf(weights);
  const scale = total - sumOf(weights.map((weight) => weight * weight)) / total;
  if (!(scale > 0)) return { variance: 0, q };
  return { variance: Math.max(0, (q - (units.length - 1)) / scale), q };
}

/**
 * Normal–normal empirical Bayes (Efron and Morris 1975; Gelman et al., Bayesian Data Analysis §5.4): each estimate is
 * weighted against the common mean by the variances. The interval counts the uncertainty of the mean but not of the
 * variance between units, so it is a little narrow for few units. Null below two units.
 */
export function shrink(units: readonly UnitEstimate[], confidence = 0.95): Shrinkage | null {
  checkUnits(units);
  if (units.length < 2) return null;
  const { variance, q } = betweenVariance(units);
  const { mean, error } = pooled(units, variance);
  const z = normalQuantile((1 + confidence) / 2);
  const shrunkUnits = units.map(({ id, estimate, standardError }) => {
    const weight = variance / (variance + standardError ** 2);
    const shrunk = weight * estimate + (1 - weight) * mean;
    const reach = z * Math.sqrt(weight * standardError ** 2 + ((1 - weight) * error) ** 2);
    return { id, estimate, shrunk, low: shrunk - reach, high: shrunk + reach, weight };
  });
  return { mean, meanError: error, betweenVariance: variance, q, units: shrunkUnits };
}
