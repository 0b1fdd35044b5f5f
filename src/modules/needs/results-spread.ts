/** How far apart organisations of one kind are: strokes without names, intervals drawn towards the group, and who answered at all. */
import { funnelLimits } from "#methods/statistics/proportion.ts";
import { shrink } from "#methods/statistics/shrinkage.ts";
import { pooledSpread } from "./results-figures.ts";
import type { Participant, Turnout } from "./results-queries.ts";
import type { Scope } from "./results-scope.ts";
import type { Tally } from "./results-tally.ts";

/** One field within a group: a level for each organisation, nameless; the reader’s own apart. */
export interface SpreadRow {
  readonly domain: string;
  readonly values: readonly number[];
  readonly own: number | null;
}

/** Organisations of one kind whose answers count in totals. */
function peersIn(scope: Scope, group: string): Participant[] {
  return scope.participants.filter((one) => scope.counted.has(one.id) && one.group === group);
}

/** The present levels by field in one kind of district. Fields with fewer organisations than `least` are left out: a stroke among two is a name. */
export function spreadOf(scope: Scope, tally: Tally, group: string, least: number, home: Participant | null): SpreadRow[] {
  const peers = peersIn(scope, group);
  return tally.domains.flatMap((domain) => {
    const levels = peers.flatMap((peer) => {
      const shown = tally.at(domain, { of: "organisation", organisation: peer.id });
      return shown.kind === "shown" ? [{ id: peer.id, value: shown.figures.current }] : [];
    });
    if (levels.length < least) return [];
    const own = levels.find(({ id }) => id === home?.id)?.value ?? null;
    // In order of size: the order of the organisations would name them.
    return [{ domain, values: levels.map(({ value }) => value).sort((a, b) => a - b), own }];
  });
}

/** One organisation’s gap in one field, drawn towards the mean of its kind the more, the fewer answered. */
export interface Estimate {
  readonly organisation: Participant;
  readonly n: number;
  readonly gap: number;
  readonly shrunk: number;
  readonly low: number;
  readonly high: number;
}

/** The estimates of a group and its common mean. */
export interface Estimates {
  readonly mean: number;
  readonly rows: readonly Estimate[];
}

/**
 * Gaps of one field with 95 % intervals. Each organisation’s error comes from the spread of answers in all of them
 * together, because five answers that happen to agree are not certain. Null where that spread or a second organisation is missing.
 */
export function estimatesOf(scope: Scope, tally: Tally, group: string, domain: string): Estimates | null {
  const found = peersIn(scope, group).flatMap((organisation) => {
    const sums = tally.sums(domain, { of: "organisation", organisation: organisation.id });
    return sums === null ? [] : [{ organisation, sums }];
  });
  const spread = pooledSpread(found.map(({ sums }) => sums));
  if (spread === null) return null;
  const units = found.map(({ organisation, sums }) => ({
    id: organisation.id,
    estimate: sums.gap / sums.n,
    standardError: spread / Math.sqrt(sums.n),
  }));
  const shrunk = shrink(units);
  if (shrunk === null) return null;
  return {
    mean: shrunk.mean,
    rows: found.flatMap(({ organisation, sums }, index) => {
      const unit = shrunk.units[index];
      return unit === undefined
        ? []
        : [{ organisation, n: sums.n, gap: unit.estimate, shrunk: unit.shrunk, low: unit.low, high: unit.high }];
    }),
  };
}

/** How many of the invited answered in one organisation, and whether chance alone explains the distance from all together. */
export interface TurnoutPoint {
  readonly organisation: Participant;
  readonly invited: number;
  readonly answered: number;
  readonly position: "below" | "within" | "above";
}

/** Turnout over all organisations that count, with a point for each. */
export interface TurnoutFunnel {
  readonly share: number;
  readonly points: readonly TurnoutPoint[];
}

/** The funnel of turnout: exact binomial 95 % limits around the share of all. Null when nobody or everybody answered, because then there are no limits. */
export function turnoutFunnel(scope: Scope, turnout: Turnout): TurnoutFunnel | null {
  const counts = scope.participants
    .filter((one) => scope.counted.has(one.id))
    .flatMap((organisation) => {
      const found = turnout.organisations.get(organisation.id);
      return found === undefined || found.invited === 0 ? [] : [{ organisation, ...found }];
    });
  const invited = counts.reduce((sum, one) => sum + one.invited, 0);
  const answered = counts.reduce((sum, one) => sum + one.answered, 0);
  if (answered === 0 || answered === invited) return null;
  const share = answered / invited;
  return {
    share,
    points: counts.map((one) => {
      const { low, high } = funnelLimits(share, one.invited);
      const part = one.answered / one.invited;
      return { ...one, position: part < low ? "below" : part > high ? "above" : "within" };
    }),
  };
}

/** Limits of a funnel at some sizes, for drawing: the normal approximation would cross 0 and 1, so they are exact. */
export function limitsAlong(
  share: number,
  sizes: readonly number[],
  confidence: number,
): { readonly n: number; readonly low: number; readonly high: number }[] {
  return sizes.map((n) => ({ n, ...funnelLimits(share, n, confidence) }));
}

/** Sizes from 1 to `most`, close together where the limits bend. */
export function sizesTo(most: number): number[] {
  const steps = 28;
  return [...new Set(Array.from({ length: steps + 1 }, (_, index) => Math.max(1, Math.round(1 + (most - 1) * (index / steps) ** 2))))];
}
