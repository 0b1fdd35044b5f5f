/** Which causes the needs have, and what share of them no course can cure. */
import { rational } from "#methods/exact/rational.ts";
import type { Rational } from "#methods/exact/rational.ts";
import type { Interval } from "#methods/statistics/mean.ts";
import { wilson } from "#methods/statistics/proportion.ts";

/** A need with the cause that was found for it. */
export interface CausedNeed {
  readonly id: string;
  readonly cause: string;
}

/** Needs counted by cause. */
export interface CauseShares {
  readonly total: number;
  /** Most frequent first, then by name. */
  readonly byCause: readonly { readonly cause: string; readonly count: number }[];
  readonly notTrainable: number;
  /** notTrainable ÷ total; null without needs. */
  readonly share: Rational | null;
  /** Wilson’s 95 % interval of that share, for needs that are a sample of more. */
  readonly interval: Interval | null;
}

/** Counts needs by cause. `trainable` names the causes that training can cure; a need with any other must not become a course (Mager and Pipe 1970). */
export function causeShares(needs: readonly CausedNeed[], trainable: readonly string[]): CauseShares {
  const counts = new Map<string, number>();
  for (const { cause } of needs) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const byCause = [...counts].map(([cause, count]) => ({ cause, count })).sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1));
  const total = needs.length;
  const notTrainable = needs.filter(({ cause }) => !trainable.includes(cause)).length;
  return {
    total,
    byCause,
    notTrainable,
    share: total === 0 ? null : rational(notTrainable, total),
    interval: wilson(notTrainable, total),
  };
}
