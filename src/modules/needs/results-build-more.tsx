/** Builds the pictures of single pages: distributions, turnout, the map, and the change between rounds. */
import { daysBetween } from "#kernel/calendar/day.ts";
import { numberOn } from "#kernel/pack/lookup.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { changePicture, trendPicture } from "./picture-change.tsx";
import { mapPicture } from "./picture-map.tsx";
import { turnoutPicture } from "./picture-turnout.tsx";
import { estimatesPicture, spreadPicture } from "./picture-spread.tsx";
import type { Picture } from "./picture.ts";
import { type Facts, type PictureRequest, originOf, turnoutFor, yearOf } from "./results-build.tsx";
import { type Asking, type DomainChange, askingOf, chainOf, changesOf, trendOf } from "./results-change.ts";
import { MAP_COUNTS, type MapCount, drawnAreas, placesOf } from "./results-map.ts";
import { resultPaths, withChoices } from "./results-paths.ts";
import { boundariesOf, roundSums } from "./results-queries-more.ts";
import type { ResultRound } from "./results-queries.ts";
import { type Request, type Scope, consentsInTotals, homeOf, scopeOf, tallyFor } from "./results-scope.ts";
import { estimatesOf, spreadOf, turnoutFunnel } from "./results-spread.ts";
import type { Tally } from "./results-tally.ts";

/** The kind of place that the page compares within: the one chosen, else the reader’s own, else the one with most organisations. */
export function groupFor(r: Request, scope: Scope): string | null {
  const chosen = r.query.get("group") ?? "";
  const counts = new Map<string, number>();
  for (const one of scope.participants)
    if (one.group !== null && scope.counted.has(one.id)) counts.set(one.group, (counts.get(one.group) ?? 0) + 1);
  if (counts.has(chosen)) return chosen;
  const home = homeOf(scope, r.actor)?.group;
  return home !== undefined && home !== null && counts.has(home)
    ? home
    : ([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null);
}

/** Fewest organisations of a kind that are drawn, by the rule in force. */
export function leastPeers(r: Request): number {
  return numberOn(r.pack, "needs_round", "peers_minimum", r.today);
}

/** Strips of one kind of place; null when there are too few organisations to leave nameless. */
export function buildSpread(ask: PictureRequest, facts: Facts, group: string | null, heading?: 2 | 3 | "none"): Picture | null {
  if (group === null) return null;
  const home = homeOf(ask.scope, ask.r.actor);
  const rows = spreadOf(ask.scope, facts.tally, group, leastPeers(ask.r), home);
  return spreadPicture({ ...originOf(ask, facts.turnout, "spread"), rows, group, home: home?.name ?? null, heading });
}

/** Intervals of one field; a reader without names sees only her own organisation beside the mean of its kind. */
export function buildEstimates(ask: PictureRequest, facts: Facts, group: string | null, domain: string | null): Picture | null {
  const { r, scope } = ask;
  if (group === null || domain === null) return null;
  const estimates = estimatesOf(scope, facts.tally, group, domain);
  if (estimates === null || estimates.rows.length < leastPeers(r)) return null;
  const rows = estimates.rows.filter((row) => scope.named.has(row.organisation.id));
  if (rows.length === 0) return null;
  const hrefOf = (organisation: string): string => withChoices(resultPaths.evidence(scope.round.id), { domain, organisation });
  return estimatesPicture({ ...originOf(ask, facts.turnout, "estimates"), estimates: { ...estimates, rows }, group, domain, hrefOf });
}

/** The funnel of turnout; null when there is nothing to compare. */
export function buildTurnout(ask: PictureRequest, facts: Pick<Facts, "turnout">): Picture | null {
  const funnel = turnoutFunnel(ask.scope, facts.turnout);
  return funnel === null ? null : turnoutPicture({ ...originOf(ask, facts.turnout, "turnout"), funnel, named: ask.scope.named });
}

/** The field that the address chooses; null for all. */
export function domainFor(r: Request, tally: Tally): string | null {
  const chosen = r.query.get("domain") ?? "";
  return tally.domains.includes(chosen) ? chosen : null;
}

/** What the map of the address counts. */
export function mapCountOf(r: Request): MapCount {
  const chosen = r.query.get("count") as MapCount | null;
  return chosen !== null && MAP_COUNTS.includes(chosen) ? chosen : "answers";
}

/** The map of districts; true borders only where they are asked for, because they are read from the database. */
export async function buildMap(
  ask: PictureRequest,
  facts: Facts,
  options: { readonly count: MapCount; readonly borders: boolean; readonly heading?: 2 | 3 | "none" },
): Promise<Picture> {
  const { r, scope } = ask;
  const domain = options.count === "requests" ? domainFor(r, facts.tally) : null;
  const places = placesOf(scope, facts.turnout, facts.needs, options.count, domain);
  const areas = options.borders
    ? drawnAreas(
        await boundariesOf(
          r.db,
          places.map((place) => place.organisation.id),
          r.today,
        ),
      )
    : null;
  return mapPicture({
    ...originOf(ask, facts.turnout, "map"),
    places,
    count: options.count,
    domain,
    floor: scope.floor,
    today: r.today,
    areas,
    heading: options.heading,
    hrefOf: (organisation) => (scope.named.has(organisation) ? resultPaths.entity(scope.round.id, organisation) : undefined),
  });
}

/** The comparison with the round before. */
export interface ChangeBuilt {
  readonly previous: ResultRound;
  readonly changes: readonly DomainChange[];
  readonly pairs: number;
  readonly picture: Picture | null;
  readonly trend: Picture | null;
  /** Null when both rounds used one version; `unknown` when one of them had no questionnaire. */
  readonly asked: Asking | null | "unknown";
}

async function askedIn({ r }: PictureRequest, before: ResultRound, after: ResultRound): Promise<Asking | null | "unknown"> {
  if (before.version === after.version && before.version !== null) return null;
  if (before.version === null || after.version === null) return "unknown";
  const [first, second] = await Promise.all([modelOf(r.db, before.version), modelOf(r.db, after.version)]);
  return askingOf(first, second, r.language);
}

const DAY_ZERO = "2000-01-01";

/** This round against the one it follows; null when there is none that the reader may open. */
export async function buildChange(ask: PictureRequest): Promise<ChangeBuilt | null> {
  const { r, scope } = ask;
  const previous = scope.rounds.find((one) => one.id === scope.round.previous);
  if (previous === undefined) return null;
  const earlier = await scopeOf(r, previous.id);
  const chain = chainOf(scope.rounds, scope.round);
  const [after, before, turnout, sums, asked] = await Promise.all([
    tallyFor(r, scope, "self"),
    tallyFor(r, earlier, "self"),
    turnoutFor(r, scope),
    roundSums(
      r.db,
      chain.map((one) => one.id),
      consentsInTotals(r.pack),
    ),
    askedIn(ask, previous, scope.round),
  ]);
  const changes = changesOf({ scope: earlier, tally: before }, { scope, tally: after });
  const points = trendOf(chain, sums, null, scope.floor).map(({ round, gap, n }) => ({
    at: daysBetween(DAY_ZERO, round.fiscalYearStart),
    name: yearOf(r, round),
    gap,
    n,
  }));
  return {
    previous,
    changes,
    pairs: Math.max(0, ...changes.map(({ change }) => change.pairs)),
    picture: changePicture(originOf(ask, turnout, "change"), changes),
    trend: trendPicture(originOf(ask, turnout, "trend"), points, null),
    asked,
  };
}
