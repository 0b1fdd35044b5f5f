/** Needs in order of priority, and how far each one’s place moves when the weights of the four parts move. */
import { compare, divide, fromDecimal, one, multiply, power, rational, toNumber } from "#methods/exact/rational.ts";
import type { Rational } from "#methods/exact/rational.ts";
import { exactGap, gap } from "./gap.ts";

/** One need as it enters a ranking. Levels 1–5; importance, reach and cost above zero. */
export interface Need {
  readonly id: string;
  readonly desired: number;
  readonly current: number;
  readonly importance: number;
  readonly reach: number;
  readonly cost: number;
}

/**
 * How much each part counts: whole numbers ≥ 0 used as exponents (weighted product model, Bridgman 1922), so that units
 * of measure do not matter. Equal weights give gap × importance × reach ÷ cost.
 */
export interface Weights {
  readonly gap: number;
  readonly importance: number;
  readonly reach: number;
  readonly cost: number;
}

/** Every part counts the same: gap × importance × reach ÷ cost. */
export const equalWeights: Weights = { gap: 1, importance: 1, reach: 1, cost: 1 };

/** Why a need has no place: nothing to close, or a part that makes the product zero or undefined. */
export type Unranked = "no-gap" | "no-importance" | "no-reach" | "no-cost";

/** A place among the ranked needs. Needs that tie share the places from `place` to `placeEnd`. */
export interface RankedNeed {
  readonly id: string;
  /** gap × importance × reach ÷ cost, for showing. */
  readonly priority: number;
  readonly place: number;
  readonly placeEnd: number;
}

interface Scored {
  readonly need: Need;
  readonly parts: { readonly [P in keyof Weights]: Rational };
}

function whyUnranked(need: Need): Unranked | null {
  if (gap(need) <= 0) return "no-gap";
  if (!(need.importance > 0)) return "no-importance";
  if (!(need.reach > 0)) return "no-reach";
  return need.cost > 0 ? null : "no-cost";
}

function scored(need: Need): Scored {
  const { importance, reach, cost } = need;
  const parts = {
    gap: exactGap(need),
    importance: fromDecimal(importance),
    reach: fromDecimal(reach),
    cost: divide(one, fromDecimal(cost)),
  };
  return { need, parts };
}

function checkWeights(weights: Weights): void {
  const all = [weights.gap, weights.importance, weights.reach, weights.cost];
  if (!all.every((weight) => Number.isSafeInteger(weight) && weight >= 0 && weight <= 100)) {
    throw new RangeError("weights are whole numbers from 0 to 100");
  }
  if (all.every((weight) => weight === 0)) throw new RangeError("a weight must be above zero");
}

const partNames = ["gap", "importance", "reach", "cost"] as const;

interface Value {
  readonly index: number;
  readonly log: number;
  readonly exact: () => Rational;
}

function valueOf({ parts }: Scored, index: number, logs: readonly number[], weights: Weights): Value {
  const log = partNames.reduce((sum, name, i) => sum + weights[name] * (logs[i] ?? 0), 0);
  let held: Rational | undefined;
  const exact = (): Rational => {
    held ??= partNames.map((name) => power(parts[name], weights[name])).reduce(multiply);
    return held;
  };
  return { index, log, exact };
}

/** Larger first. Logarithms settle what is far apart; what is near, and so every tie, is settled exactly. */
function byValue(a: Value, b: Value): number {
  const apart = b.log - a.log;
  if (Math.abs(apart) > 1e-6 * (1 + Math.abs(a.log))) return apart;
  return compare(b.exact(), a.exact());
}

interface Places {
  readonly place: number;
  readonly placeEnd: number;
}

/** The places of every need under one set of weights, by its index. */
function placesUnder(needs: readonly Scored[], logs: readonly (readonly number[])[], weights: Weights): Places[] {
  const values = needs.map((need, i) => valueOf(need, i, logs[i] ?? [], weights)).sort(byValue);
  const places: Places[] = [];
  for (let start = 0; start < values.length;) {
    const first = values[start] as Value;
    let end = start + 1;
    while (end < values.length && byValue(first, values[end] as Value) === 0) end += 1;
    for (const { index } of values.slice(start, end)) places[index] = { place: start + 1, placeEnd: end };
    start = end;
  }
  return places;
}

const logsOf = (needs: readonly Scored[]): number[][] => needs.map(({ parts }) => partNames.map((name) => Math.log(toNumber(parts[name]))));

/** The needs that can be ranked, first place first (ties in the order given), and why the others cannot. */
export function rankNeeds(
  needs: readonly Need[],
  weights: Weights = equalWeights,
): {
  readonly ranked: readonly RankedNeed[];
  readonly unranked: readonly { readonly id: string; readonly reason: Unranked }[];
} {
  checkWeights(weights);
  const unranked = needs.flatMap((need) => {
    const reason = whyUnranked(need);
    return reason === null ? [] : [{ id: need.id, reason }];
  });
  const rankable = needs.filter((need) => whyUnranked(need) === null).map(scored);
  const places = placesUnder(rankable, logsOf(rankable), weights);
  const ranked = rankable.map(({ need, parts }, i) => ({
    id: need.id,
    priority: toNumber(partNames.map((name) => parts[name]).reduce(multiply)),
    ...(places[i] as Places),
  }));
  return { ranked: ranked.sort((a, b) => a.place - b.place), unranked };
}

/** Every way of giving `steps` points to the four parts, each at least `minimum`: a grid over the simplex of weights. Throws RangeError when the points do not suffice. */
export function weightGrid({ steps, minimum = 0 }: { steps: number; minimum?: number }): Weights[] {
  const spare = steps - 4 * minimum;
  if (!Number.isSafeInteger(spare) || minimum < 0 || spare < 0 || steps < 1 || steps > 40) {
    throw new RangeError(`no grid of ${steps} points with at least ${minimum} each`);
  }
  const grid: Weights[] = [];
  for (let a = 0; a <= spare; a++) {
    for (let b = 0; b <= spare - a; b++) {
      for (let c = 0; c <= spare - a - b; c++) {
        const d = spare - a - b - c;
        grid.push({
          gap: minimum + a,
          importance: minimum + b,
          reach: minimum + c,
          cost: minimum + d,
        });
      }
    }
  }
  return grid;
}

/** A need’s place under equal weights, and the best and worst it takes anywhere among the weights that were tried. */
export interface PlaceRange extends RankedNeed {
  readonly best: number;
  readonly worst: number;
  /** The share of the weights under which it comes first or ties for it. */
  readonly firstShare: Rational;
}

/**
 * How the ranking moves when weights move: for each ranked need the range of places over the given weights. Exact, and
 * the answer to "who says cost counts as much as reach?". Throws RangeError without weights.
 */
export function placeRanges(needs: readonly Need[], weightings: readonly Weights[]): PlaceRange[] {
  if (weightings.length === 0) throw new RangeError("no weights to try");
  for (const weights of weightings) checkWeights(weights);
  const { ranked } = rankNeeds(needs);
  const byId = new Map(needs.map((need) => [need.id, need]));
  const rankable = ranked.map(({ id }) => scored(byId.get(id) as Need));
  const logs = logsOf(rankable);
  const tried = weightings.map((weights) => placesUnder(rankable, logs, weights));
  return ranked.map((need, i) => {
    const places = tried.map((under) => under[i] as Places);
    const first = places.filter(({ place }) => place === 1).length;
    return {
      ...need,
      best: Math.min(...places.map(({ place }) => place)),
      worst: Math.max(...places.map(({ placeEnd }) => placeEnd)),
      firstShare: rational(first, tried.length),
    };
  });
}
