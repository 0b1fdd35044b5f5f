/** What a class learned between two tests: the gain of the class, the change of each person, and who was missing. */
import { mean, standardDeviation } from "#methods/statistics/mean.ts";

/** One person’s scores in per cent of the most that could be had, 0 to 100; null: did not sit that test. */
export interface Scores {
  readonly person: string;
  readonly pre: number | null;
  readonly post: number | null;
}

/** The class as a whole. Shares are 0 to 1; scores in per cent. */
export interface Gain {
  /** Who sat both, and only these are compared. */
  readonly both: number;
  readonly preOnly: number;
  readonly postOnly: number;
  /** Share of those who began and have no second score. */
  readonly attrition: number | null;
  readonly preMean: number | null;
  readonly postMean: number | null;
  /** Hake’s ⟨g⟩: (post − pre) ÷ (100 − pre) of the class means; null without pairs, or when the class began at 100. */
  readonly gain: number | null;
  /** Standardised change of the pairs: mean difference ÷ its standard deviation; null below two pairs. */
  readonly effect: number | null;
  /** Mean of the persons’ normalised change; null when nobody counts. */
  readonly meanChange: number | null;
  readonly changes: readonly { readonly person: string; readonly change: number | null }[];
}

function checkScore(score: number | null): void {
  if (score !== null && !(score >= 0 && score <= 100)) throw new RangeError(`A score is a per cent from 0 to 100, not ${score}.`);
}

/**
 * Normalised change of one person: gain over what could be gained, or loss over what could be lost;
 * null when both scores are 0 or both 100, because nothing can be said.
 * Marx & Cummings (2007), Normalized change, American Journal of Physics 75(1), 87–91.
 */
export function normalisedChange(pre: number, post: number): number | null {
  checkScore(pre);
  checkScore(post);
  if (pre === post) return pre === 0 || pre === 100 ? null : 0;
  return post > pre ? (post - pre) / (100 - pre) : (post - pre) / pre;
}

/**
 * The gain of a class from its means, never the mean of individual gains, which is biased downward on short tests.
 * Hake (1998), Interactive-engagement versus traditional methods, American Journal of Physics 66(1), 64–74.
 * Throws RangeError for a score outside 0–100.
 */
export function learningGain(scores: readonly Scores[]): Gain {
  for (const { pre, post } of scores) {
    checkScore(pre);
    checkScore(post);
  }
  const pairs = scores.flatMap(({ person, pre, post }) => (pre === null || post === null ? [] : [{ person, pre, post }]));
  const began = scores.filter((one) => one.pre !== null).length;
  const ended = scores.filter((one) => one.post !== null).length;
  const changes = pairs.map(({ person, pre, post }) => ({ person, change: normalisedChange(pre, post) }));
  const counted = changes.flatMap(({ change }) => change ?? []);
  const some = pairs.length > 0;
  const preMean = some ? mean(pairs.map((pair) => pair.pre)) : null;
  const postMean = some ? mean(pairs.map((pair) => pair.post)) : null;
  const differences = pairs.map((pair) => pair.post - pair.pre);
  // Equal differences of thirds and sevenths vary by their rounding alone.
  const even = differences.every((one) => Math.abs(one - (differences[0] ?? 0)) <= 1e-9);
  const spread = differences.length < 2 || even ? 0 : standardDeviation(differences);
  return {
    both: pairs.length,
    preOnly: began - pairs.length,
    postOnly: ended - pairs.length,
    attrition: began === 0 ? null : (began - pairs.length) / began,
    preMean,
    postMean,
    gain: preMean === null || postMean === null || preMean === 100 ? null : (postMean - preMean) / (100 - preMean),
    effect: spread === 0 ? null : mean(differences) / spread,
    meanChange: counted.length === 0 ? null : mean(counted),
    changes,
  };
}
