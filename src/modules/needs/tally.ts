/** Turns what one respondent said into rows and sums: her mean within each field of capacity counts once. */
import type { CapacityAnswer } from "#kernel/questionnaire/capacity.ts";
import { gap } from "#methods/needs/gap.ts";

/** One rating with the wanted level that applies to it. */
export interface Rating {
  readonly domain: string;
  readonly item: string;
  readonly desired: number;
  readonly current: number;
  readonly importance: number | null;
  readonly cause: string | null;
  readonly strength: boolean;
  readonly bottleneck: string | null;
  readonly evidence: string | null;
  readonly confidence: string | null;
}

/** What one respondent (or one record) adds to the sums of a field. */
export interface Share {
  readonly domain: string;
  readonly gap: number;
  readonly current: number;
  readonly desired: number;
  readonly importance: number | null;
  readonly causes: Readonly<Record<string, number>>;
}

/** Answers as ratings. Where the round sets a wanted level, it goes before the respondent’s own wish; an answer with neither is no gap and is left out. */
export function ratingsFrom(answers: readonly CapacityAnswer[], desired: Readonly<Record<string, number>>): Rating[] {
  return answers.flatMap((answer) => {
    const wanted = desired[answer.domain] ?? answer.desired;
    if (answer.current === null || wanted === null) return [];
    return [{ ...answer, current: answer.current, desired: wanted }];
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Ratings of one respondent as her share of each field, ordered by field: two answers at once lock the same rows in the same order. */
export function sharesOf(ratings: readonly Rating[]): Share[] {
  const byDomain = Map.groupBy(ratings, (rating) => rating.domain);
  return [...byDomain]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([domain, list]) => {
      const importance = list.flatMap((rating) => rating.importance ?? []);
      const causes: Record<string, number> = {};
      for (const { cause } of list) if (cause !== null) causes[cause] = (causes[cause] ?? 0) + 1;
      return {
        domain,
        gap: mean(list.map((rating) => gap(rating))),
        current: mean(list.map((rating) => rating.current)),
        desired: mean(list.map((rating) => rating.desired)),
        importance: importance.length === 0 ? null : mean(importance),
        causes,
      };
    });
}
