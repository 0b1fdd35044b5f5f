/** Needs in order of priority: under the round’s own weights, under weights that a reader tries, and how far places move at all. */
import { placeRanges, rankNeeds, weightGrid, type Need, type Unranked } from "#methods/needs/ranking.ts";
import type { FoundNeed } from "./results-queries.ts";
import type { Hidden } from "./results-tally.ts";
import type { Weights } from "./schema.ts";

/** Something to rank: one need, or the needs of one field over several organisations. Levels are 1 to 5 with two decimals. */
export interface RankUnit {
  readonly id: string;
  readonly domain: string;
  /** The need itself when the unit is one. */
  readonly need: FoundNeed | null;
  readonly desired: number;
  readonly current: number;
  readonly importance: number | null;
  /** Posts that the need concerns. */
  readonly reach: number | null;
  readonly cost: number | null;
  readonly respondents: number;
  /** How many needs stand behind it, and how many of them have a response. */
  readonly needs: number;
  readonly answered: number;
  /** The cause named most often among these needs. */
  readonly cause: string | null;
  readonly causeShare: number | null;
  readonly types: readonly string[];
}

/** A ranked unit: its place under the tried weights, under the round’s own, and the best and worst it can take. */
export interface Placed {
  readonly unit: RankUnit;
  readonly place: number;
  readonly placeEnd: number;
  readonly ownPlace: number;
  readonly best: number;
  readonly worst: number;
  readonly priority: number;
}

/** Which list is ranked: fields over all organisations, or single needs. */
export type RankedList = "fields" | "needs";

/** Why a unit stands without a place: it lacks a part, or its levels are hidden. */
export type LeftOut = Unranked | Hidden;

export interface Ranking {
  readonly placed: readonly Placed[];
  readonly left: readonly { readonly unit: RankUnit; readonly reason: LeftOut }[];
  /** False while some need has no cost estimate: cost then counts for nobody. */
  readonly costCounts: boolean;
  readonly costed: number;
}

const two = (value: number): number => Math.round(value * 100) / 100;

function mostNamed(needs: readonly FoundNeed[]): { readonly cause: string | null; readonly share: number | null } {
  const counts = new Map<string, number>();
  for (const { cause } of needs) if (cause !== null) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const named = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const first = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0];
  return first === undefined ? { cause: null, share: null } : { cause: first[0], share: first[1] / named };
}

/** Each need on its own. Needs without levels cannot be ranked and are left out. */
export function unitsOfNeeds(needs: readonly FoundNeed[]): RankUnit[] {
  return needs.flatMap((need) =>
    need.desired === null || need.current === null
      ? []
      : [
          {
            id: need.id,
            domain: need.domain,
            need,
            desired: need.desired,
            current: need.current,
            importance: need.importance,
            reach: need.reach,
            cost: need.cost,
            respondents: need.respondents ?? 0,
            needs: 1,
            answered: need.types.length > 0 ? 1 : 0,
            cause: need.cause,
            causeShare: need.causeShare,
            types: need.types,
          },
        ],
  );
}

/** A mean weighted by respondents; null when a value is missing everywhere. */
function weighted(needs: readonly FoundNeed[], valueOf: (need: FoundNeed) => number | null): number | null {
  let sum = 0;
  let weight = 0;
  for (const need of needs) {
    const value = valueOf(need);
    if (value === null) continue;
    sum += value * Math.max(1, need.respondents ?? 0);
    weight += Math.max(1, need.respondents ?? 0);
  }
  return weight === 0 ? null : two(sum / weight);
}

/** The needs of each field together, over the organisations given: levels weighted by respondents, reach and cost added up. */
export function unitsOfDomains(needs: readonly FoundNeed[]): RankUnit[] {
  return [...Map.groupBy(needs, (need) => need.domain)].flatMap(([domain, list]) => {
    const desired = weighted(list, (need) => need.desired);
    const current = weighted(list, (need) => need.current);
    if (desired === null || current === null) return [];
    const { cause, share } = mostNamed(list);
    const costs = list.flatMap((need) => need.cost ?? []);
    return [
      {
        id: domain,
        domain,
        need: null,
        desired,
        current,
        importance: weighted(list, (need) => need.importance),
        reach: list.reduce((sum, need) => sum + (need.reach ?? 0), 0),
        cost: costs.length === list.length ? costs.reduce((sum, cost) => sum + cost, 0) : null,
        respondents: list.reduce((sum, need) => sum + (need.respondents ?? 0), 0),
        needs: list.length,
        answered: list.filter((need) => need.types.length > 0).length,
        cause,
        causeShare: share,
        types: [...new Set(list.flatMap((need) => need.types))].sort(),
      },
    ];
  });
}

/** Ten points dealt out over the four parts in every way that gives each at least one. */
const GRID = weightGrid({ steps: 10, minimum: 1 });
/** How many weightings places are tried under. */
export const GRID_SIZE = GRID.length;

function needOf(unit: RankUnit, costCounts: boolean): Need {
  return {
    id: unit.id,
    desired: unit.desired,
    current: unit.current,
    importance: unit.importance ?? 0,
    reach: unit.reach ?? 0,
    cost: costCounts ? (unit.cost ?? 0) : 1,
  };
}

/**
 * Ranks units under `tried` weights beside the round’s `own`. Cost counts once every unit has an estimate; before that it
 * would put needs last only because somebody estimated them. `hidden` units keep no place: it would tell their levels.
 */
export function rank(units: readonly RankUnit[], own: Weights, tried: Weights, hidden: (unit: RankUnit) => Hidden | null): Ranking {
  const shown = units.filter((unit) => hidden(unit) === null);
  const costed = shown.filter((unit) => unit.cost !== null && unit.cost > 0).length;
  const costCounts = shown.length > 0 && costed === shown.length;
  const needs = shown.map((unit) => needOf(unit, costCounts));
  const byId = new Map(shown.map((unit) => [unit.id, unit]));
  const now = rankNeeds(needs, tried);
  const before = new Map(rankNeeds(needs, own).ranked.map((ranked) => [ranked.id, ranked.place]));
  const ranges = new Map(now.ranked.length === 0 ? [] : placeRanges(needs, GRID).map((range) => [range.id, range]));
  return {
    placed: now.ranked.flatMap(({ id, place, placeEnd, priority }) => {
      const unit = byId.get(id);
      if (unit === undefined) return [];
      const range = ranges.get(id);
      return [
        { unit, place, placeEnd, priority, ownPlace: before.get(id) ?? place, best: range?.best ?? place, worst: range?.worst ?? placeEnd },
      ];
    }),
    left: [
      ...now.unranked.flatMap(({ id, reason }) => (byId.has(id) ? [{ unit: byId.get(id) as RankUnit, reason }] : [])),
      ...units.flatMap((unit) => {
        const reason = hidden(unit);
        return reason === null ? [] : [{ unit, reason }];
      }),
    ],
    costCounts,
    costed,
  };
}

/** Whole numbers from 0 to 5 out of an address; the round’s own where nothing usable stands. All zero is none at all, and gives the round’s own. */
export function weightsFrom(query: URLSearchParams, own: Weights): Weights {
  const read = (name: keyof Weights): number => {
    const text = query.get(name) ?? "";
    return /^[0-5]$/.test(text) ? Number(text) : own[name];
  };
  const weights = { gap: read("gap"), importance: read("importance"), reach: read("reach"), cost: read("cost") };
  return Object.values(weights).every((weight) => weight === 0) ? own : weights;
}

/** The weights that a round was opened with, made usable: whole numbers from 0 to 5, all 1 when none counts. */
export function ownWeights(stored: Partial<Weights> | null | undefined): Weights {
  const clean = (value: unknown): number => Math.min(5, Math.max(0, Math.round(Number(value ?? 1)) || 0));
  const weights = {
    gap: clean(stored?.gap),
    importance: clean(stored?.importance),
    reach: clean(stored?.reach),
    cost: clean(stored?.cost),
  };
  return Object.values(weights).every((weight) => weight === 0) ? { gap: 1, importance: 1, reach: 1, cost: 1 } : weights;
}
