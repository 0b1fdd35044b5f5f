/** What changed between two rounds of an assessment, counted on those who took part in both. */
import { meanInterval } from "#methods/statistics/mean.ts";
import type { Interval } from "#methods/statistics/mean.ts";

/** One unit’s value in one round, for example a district’s mean gap in levels. */
export interface RoundValue {
  readonly unit: string;
  readonly value: number;
}

/** What became of the units between two rounds. */
export interface RoundChange {
  readonly pairs: number;
  /** Units of the first round that are missing from the second: report them, they are rarely like the others. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** Mean of after − before over the pairs with its paired t interval; null below two pairs. */
  readonly change: Interval | null;
}

function byUnit(values: readonly RoundValue[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const { unit, value } of values) {
    if (map.has(unit)) throw new RangeError(`${unit} stands twice in one round`);
    map.set(unit, value);
  }
  return map;
}

/** The mean change of the units in both rounds (paired t interval, Student 1908), and who dropped out or joined. Throws RangeError when a unit stands twice in a round. */
export function roundChange(before: readonly RoundValue[], after: readonly RoundValue[], confidence = 0.95): RoundChange {
  const first = byUnit(before);
  const second = byUnit(after);
  const changes = [...first].flatMap(([unit, value]) => {
    const later = second.get(unit);
    return later === undefined ? [] : [later - value];
  });
  return {
    pairs: changes.length,
    onlyBefore: [...first.keys()].filter((unit) => !second.has(unit)),
    onlyAfter: [...second.keys()].filter((unit) => !first.has(unit)),
    change: meanInterval(changes, confidence),
  };
}
