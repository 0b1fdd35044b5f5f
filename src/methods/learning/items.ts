/** How well the questions of a test tell those who know from those who do not: classical item analysis. */
import { mean, sampleVariance } from "#methods/statistics/mean.ts";

/** A test as it was taken: people in rows, items in columns; points earned (0/1 or more). A blank counts as 0, as in marking. */
export interface TestScores {
  readonly items: readonly { readonly name: string; readonly most: number }[];
  readonly rows: readonly (readonly number[])[];
}

/** One item. Correlations and indices lie between −1 and 1; null: cannot be computed, or too few people to be shown. */
export interface ItemFacts {
  readonly name: string;
  /** Share of the points that were earned: high is easy. */
  readonly difficulty: number;
  /** Correlation with the total of the other items. */
  readonly itemRest: number | null;
  /** Difficulty among the upper 27 % minus that among the lower 27 %; null below the fewest people. */
  readonly discrimination: number | null;
  /** α of the test without this item. */
  readonly alphaWithout: number | null;
}

export interface TestFacts {
  readonly people: number;
  readonly items: readonly ItemFacts[];
  readonly totalMean: number;
  readonly totalSd: number | null;
  /** Cronbach’s α; null with fewer than two items or two people, or when all totals are equal. */
  readonly alpha: number | null;
  /** Standard error of measurement in points: sd · √(1 − α). */
  readonly sem: number | null;
  /** Whether there were enough people for D. */
  readonly enough: boolean;
}

/** Fewest people for the upper and lower groups to mean something. */
export const FEWEST_FOR_D = 30;
/** Kelley (1939), The selection of upper and lower groups for the validation of test items. */
const GROUP = 0.27;

/** True when values differ by no more than their rounding: sums of 0.1 and 0.7 in another order are the same points. */
function alike(values: readonly number[]): boolean {
  const [first = 0] = values;
  return values.every((one) => Math.abs(one - first) <= 1e-9 * Math.max(1, Math.abs(first)));
}

/** Pearson’s correlation; null when one side does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | null {
  if (alike(a) || alike(b)) return null;
  const meanA = mean(a);
  const meanB = mean(b);
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  for (let index = 0; index < a.length; index += 1) {
    const x = (a[index] as number) - meanA;
    const y = (b[index] as number) - meanB;
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return Math.max(-1, Math.min(1, both / Math.sqrt(ofA * ofB)));
}

function checkScores({ items, rows }: TestScores): void {
  if (items.length === 0 || rows.length === 0) throw new RangeError("A test has at least one item and one person.");
  for (const { name, most } of items) if (!(most > 0)) throw new RangeError(`Item ${name}: the most points must be more than 0.`);
  for (const [index, row] of rows.entries()) {
    if (row.length !== items.length) throw new RangeError(`Row ${index + 1} has ${row.length} items; the test has ${items.length}.`);
    for (const [column, points] of row.entries())
      if (!(points >= 0 && points <= (items[column]?.most ?? 0)))
        throw new RangeError(`Row ${index + 1}, ${items[column]?.name}: ${points} is not between 0 and ${items[column]?.most}.`);
  }
}

/** Cronbach’s α over columns of points. Cronbach (1951), Psychometrika 16, 297–334. */
export function cronbachAlpha(columns: readonly (readonly number[])[]): number | null {
  const people = columns[0]?.length ?? 0;
  if (columns.length < 2 || people < 2) return null;
  const totals = Array.from({ length: people }, (_, person) => columns.reduce((sum, column) => sum + (column[person] as number), 0));
  if (alike(totals)) return null;
  const total = sampleVariance(totals);
  const within = columns.reduce((sum, column) => sum + sampleVariance(column), 0);
  return (columns.length / (columns.length - 1)) * (1 - within / total);
}

/**
 * Weight of each person in the best (or worst) 27 % by total: people tied at the border share what is left of the group,
 * so that the order of rows changes nothing. Weights sum to 0.27 · n.
 */
function groupWeights(totals: readonly number[], best: boolean): number[] {
  const size = GROUP * totals.length;
  const sorted = [...new Set(totals)].sort((a, b) => (best ? b - a : a - b));
  const share = new Map<number, number>();
  let left = size;
  for (const total of sorted) {
    const here = totals.filter((one) => one === total).length;
    share.set(total, Math.max(0, Math.min(1, left / here)));
    left -= here;
  }
  return totals.map((total) => share.get(total) ?? 0);
}

const weighted = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((sum, value, index) => sum + value * (weights[index] as number), 0) / weights.reduce((sum, weight) => sum + weight, 0);

/**
 * Item analysis of a test: difficulty, corrected item–rest correlation, discrimination of upper and lower 27 %, α and its
 * standard error of measurement. Throws RangeError for points outside an item’s range.
 * Crocker & Algina (1986), Introduction to Classical and Modern Test Theory, chapters 7 and 14.
 */
export function itemAnalysis(scores: TestScores): TestFacts {
  checkScores(scores);
  const { items, rows } = scores;
  const columns = items.map((_, column) => rows.map((row) => row[column] as number));
  const totals = rows.map((row) => row.reduce((sum, points) => sum + points, 0));
  const enough = rows.length >= FEWEST_FOR_D;
  const upper = groupWeights(totals, true);
  const lower = groupWeights(totals, false);
  const alpha = cronbachAlpha(columns);
  const totalSd = rows.length < 2 ? null : Math.sqrt(sampleVariance(totals));
  return {
    people: rows.length,
    items: items.map(({ name, most }, index) => {
      const column = columns[index] as number[];
      const rest = totals.map((total, person) => total - (column[person] as number));
      return {
        name,
        difficulty: mean(column) / most,
        itemRest: items.length < 2 ? null : correlation(column, rest),
        discrimination: enough ? (weighted(column, upper) - weighted(column, lower)) / most : null,
        alphaWithout: cronbachAlpha(columns.filter((_, other) => other !== index)),
      };
    }),
    totalMean: mean(totals),
    totalSd,
    alpha,
    sem: alpha === null || totalSd === null ? null : totalSd * Math.sqrt(Math.max(0, 1 - alpha)),
    enough,
  };
}
