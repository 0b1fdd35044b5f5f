/** One need: how far the present is from the wanted level, what that makes of it, and how much it should come first. */
import { divide, fromDecimal, multiply, subtract, toNumber } from "#methods/exact/rational.ts";
import type { Rational } from "#methods/exact/rational.ts";

/** Levels on a scale from 1 to 5 (UNDP capacity assessment: existing against desired capacity). Means of several answers may lie between. */
export interface Levels {
  readonly desired: number;
  readonly current: number;
}

function checkLevel(level: number): void {
  if (!(level >= 1 && level <= 5)) throw new RangeError(`not a level from 1 to 5: ${level}`);
}

/** desired − current, in levels, as exact decimals; negative when the present is better than what was asked for. Throws RangeError for a level outside 1–5. */
export function exactGap({ desired, current }: Levels): Rational {
  checkLevel(desired);
  checkLevel(current);
  return subtract(fromDecimal(desired), fromDecimal(current));
}

/** The same as a number: 4.1 − 2.1 is 2, where floating point alone would fall short of it and of a line drawn at 2. */
export function gap(levels: Levels): number {
  return toNumber(exactGap(levels));
}

/** Where the lines are drawn; the caller’s rules say, nothing is assumed here. */
export interface GapLines {
  /** A gap at least this wide is a bottleneck. */
  readonly bottleneckGap: number;
  /** A current level at least this high, with no gap, is a strength. */
  readonly strengthLevel: number;
}

/** What a capacity turned out to be. */
export type Standing = "strength" | "met" | "gap" | "bottleneck";

/** What a capacity is: a strength to share, met, a gap, or a bottleneck that holds others up. */
export function classify(levels: Levels, { bottleneckGap, strengthLevel }: GapLines): Standing {
  const distance = gap(levels);
  if (distance > 0) return distance >= bottleneckGap ? "bottleneck" : "gap";
  return levels.current >= strengthLevel ? "strength" : "met";
}

/** What a need’s priority is made of. Reach is how many people or posts it concerns; cost is in one currency’s minor units or any other unit that all needs share. */
export interface PriorityParts {
  readonly gap: number;
  readonly importance: number;
  readonly reach: number;
  readonly cost: number;
}

/** gap × importance × reach ÷ cost, exactly. Throws RangeError when cost is not positive. */
export function priority({ gap: distance, importance, reach, cost }: PriorityParts): Rational {
  if (!(cost > 0)) throw new RangeError("a priority needs a cost above zero");
  const benefit = multiply(multiply(fromDecimal(distance), fromDecimal(importance)), fromDecimal(reach));
  return divide(benefit, fromDecimal(cost));
}
