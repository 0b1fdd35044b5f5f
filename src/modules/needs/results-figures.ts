/** The figures behind every picture: sums of answers, their means, and how unsure a mean is. */
import { sumOf, type Interval } from "#methods/statistics/mean.ts";
import { tQuantile } from "#methods/statistics/distributions.ts";
import { mainCause } from "./rules.ts";

/** Sums over answers. `n` counts respondents, or records of the other sources; levels are 1 to 5. */
export interface Sums {
  readonly n: number;
  readonly gap: number;
  readonly gapSquared: number;
  readonly current: number;
  readonly desired: number;
  readonly importance: number;
  readonly importanceN: number;
  /** How often each cause was named. */
  readonly causes: Readonly<Record<string, number>>;
}

/** Means of one group of answers, as shown. `cause` is the one named most often; its share is of all namings. */
export interface Figures {
  readonly n: number;
  readonly gap: number;
  readonly current: number;
  readonly desired: number;
  readonly importance: number | null;
  readonly cause: string | null;
  readonly causeShare: number | null;
}

export const NOTHING: Sums = { n: 0, gap: 0, gapSquared: 0, current: 0, desired: 0, importance: 0, importanceN: 0, causes: {} };

/** The sums of two groups without a common member. */
export function together(a: Sums, b: Sums): Sums {
  const causes: Record<string, number> = { ...a.causes };
  for (const [cause, count] of Object.entries(b.causes)) causes[cause] = (causes[cause] ?? 0) + count;
  return {
    n: a.n + b.n,
    gap: a.gap + b.gap,
    gapSquared: a.gapSquared + b.gapSquared,
    current: a.current + b.current,
    desired: a.desired + b.desired,
    importance: a.importance + b.importance,
    importanceN: a.importanceN + b.importanceN,
    causes,
  };
}

/** A level or gap with the one decimal that pages and files show; a half is rounded away from zero. */
export function shownLevel(value: number): number {
  // 1.25 levels are 1.3 whether they came as 1.25 or, from a sum of thirds, as 1.2499999999.
  return (Math.sign(value) * Math.round(Math.abs(value) * 10 + 1e-9)) / 10 || 0;
}

/** The means of a group; null when nobody is in it. */
export function figuresOf(sums: Sums): Figures | null {
  if (sums.n === 0) return null;
  const main = mainCause(sums.causes);
  return {
    n: sums.n,
    gap: sums.gap / sums.n,
    current: sums.current / sums.n,
    desired: sums.desired / sums.n,
    importance: sums.importanceN === 0 ? null : sums.importance / sums.importanceN,
    cause: main?.cause ?? null,
    causeShare: main?.share ?? null,
  };
}

/** One organisation’s share of a mean: how many answered and the sum of what they said. */
export interface Cluster {
  readonly n: number;
  readonly sum: number;
}

/**
 * The mean over all answers with an interval that knows that people of one organisation resemble each other: the ratio
 * estimator of cluster sampling, var = k/(k−1) · Σ(sᵢ − m·nᵢ)² / N² with k − 1 degrees of freedom (Cochran, Sampling
 * Techniques, 1977, §9A.2). Null below two organisations.
 */
export function clusterMean(clusters: readonly Cluster[], confidence = 0.95): Interval | null {
  const k = clusters.length;
  const n = clusters.reduce((total, cluster) => total + cluster.n, 0);
  if (k < 2 || n === 0) return null;
  const estimate = sumOf(clusters.map((cluster) => cluster.sum)) / n;
  const squares = sumOf(clusters.map((cluster) => (cluster.sum - estimate * cluster.n) ** 2));
  const error = Math.sqrt(((k / (k - 1)) * squares) / n ** 2);
  const reach = tQuantile((1 + confidence) / 2, k - 1) * error;
  return { estimate, low: estimate - reach, high: estimate + reach, n };
}

/** The spread of gaps among the people of one organisation, taken over all of them so that few answers do not look certain; null below two. */
export function pooledSpread(groups: readonly Pick<Sums, "n" | "gap" | "gapSquared">[]): number | null {
  const freedom = groups.reduce((total, { n }) => total + Math.max(0, n - 1), 0);
  const squares = sumOf(groups.filter(({ n }) => n > 0).map(({ n, gap, gapSquared }) => Math.max(0, gapSquared - gap ** 2 / n)));
  return freedom === 0 || squares === 0 ? null : Math.sqrt(squares / freedom);
}
