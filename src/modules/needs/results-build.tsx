/** Builds each picture of a round for one reader and the choices in the address; pages and files are made from the same pictures. */
import { codesOf, hasCode, numberOn } from "#kernel/pack/lookup.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { daysBetween } from "#kernel/calendar/day.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { formatDate } from "#platform/ui/format.ts";
import { paths } from "./paths.ts";
import { countText, type Picture, type Voice } from "./picture.ts";
import { changePicture, trendPicture } from "./picture-change.tsx";
import { evidenceChoices, heatPicture } from "./picture-heat.tsx";
import { mapPicture } from "./picture-map.tsx";
import { rankedPicture } from "./picture-ranked.tsx";
import { estimatesPicture, spreadPicture, turnoutPicture, type Origin } from "./picture-spread.tsx";
import { askingOf, chainOf, changesOf, trendOf, type Asking, type DomainChange } from "./results-change.ts";
import { areaFrom, hasResponse, heatOf, type Heat, type HeatChoices } from "./results-heat.ts";
import { drawnAreas, MAP_COUNTS, placesOf, type MapCount } from "./results-map.ts";
import { resultPaths, withChoices, type PictureName } from "./results-paths.ts";
import { needsFound, postSumsOf, turnoutOf, type FoundNeed, type ResultRound, type Turnout } from "./results-queries.ts";
import { boundariesOf, roundSums } from "./results-queries-more.ts";
import { ownWeights, rank, unitsOfDomains, unitsOfNeeds, weightsFrom, type RankedList, type Ranking, type RankUnit } from "./results-ranked.ts";
import { consentsInTotals, homeOf, scopeOf, tallyFor, type Request, type Scope } from "./results-scope.ts";
import { estimatesOf, spreadOf, turnoutFunnel } from "./results-spread.ts";
import type { Tally } from "./results-tally.ts";
import type { Weights } from "./schema.ts";
import { w } from "./words-results.ts";

/** A picture of a round is asked for: by whom, of which round, with which words. */
export interface PictureRequest {
  readonly r: Request;
  readonly scope: Scope;
  readonly voice: Voice;
}

/** What the words of a request are made with. */
export function voiceOf(r: Request): Voice {
  return { say: r.say, language: r.language, pack: r.pack };
}

/** The label of a round’s fiscal year. */
export function yearOf(r: Request, round: ResultRound): string {
  return fiscalYearOf(r.pack.calendar, round.fiscalYearStart).label;
}

/** The day that a picture speaks of: the closing day, or today while answers still come in. */
export function dayOf(r: Request, round: ResultRound): string {
  return formatDate(round.closes === null || round.closes > r.today ? r.today : round.closes);
}

/** How many people answered in the totals that the reader sees. */
export function answersIn(scope: Scope, turnout: Turnout): number {
  return [...scope.counted].reduce((sum, organisation) => sum + (turnout.organisations.get(organisation)?.answered ?? 0), 0);
}

/** Organisations that count and from which somebody answered. */
export function heardIn(scope: Scope, turnout: Turnout): number {
  return [...scope.counted].filter((organisation) => (turnout.organisations.get(organisation)?.answered ?? 0) > 0).length;
}

/** The query of an address without the language, so that files and links keep the reader’s choices. */
export function choicesIn(r: Request): Record<string, string> {
  return Object.fromEntries([...r.query].filter(([name]) => name !== "lang" && name !== "round"));
}

/** Where a picture comes from: how many answered, in how many organisations, in which round. */
export function originOf({ r, scope, voice }: PictureRequest, turnout: Turnout, file: string | null): Origin {
  const answers = answersIn(scope, turnout);
  const shown = answers > 0 && answers < scope.floor ? `<${scope.floor}` : countText(voice, answers);
  const source = r.say(w.origin, { answers: shown, organisations: heardIn(scope, turnout), round: scope.round.title });
  const svgHref = file === null ? undefined : withChoices(resultPaths.file(scope.round.id, `${file}.svg`), { ...choicesIn(r), lang: r.language });
  return { voice, source, date: dayOf(r, scope.round), svgHref };
}

/** Turnout of everybody the reader sees. */
export function turnoutFor(r: Request, scope: Scope): Promise<Turnout> {
  return turnoutOf(r.db, scope.round.id, [...new Set([...scope.counted, ...scope.named])]);
}

/** The needs that the reader’s pictures are made of: those of everyone she sees in totals or by name. */
export function needsFor(r: Request, scope: Scope): Promise<FoundNeed[]> {
  return needsFound(r.db, scope.round.id, [...new Set([...scope.counted, ...scope.named])], r.pack.currency.code);
}

/** What the address of the heat-map chooses; anything unknown falls back to everything. */
export function heatChoicesOf(r: Request, scope: Scope): HeatChoices {
  const area = areaFrom(r.query.get("area") ?? "");
  const allowed = area.of !== "own" || scope.named.has(area.organisation);
  const source = r.query.get("source") ?? "";
  const response = r.query.get("response") ?? "";
  return {
    view: r.query.get("view") === "organisations" && scope.named.size > 0 ? "organisations" : "posts",
    area: allowed ? area : { of: "all" },
    source: hasCode(r.pack, "evidence_source", source) ? source : null,
    response: response === "none" || hasCode(r.pack, "response_type", response) ? response : null,
  };
}

/** The figures that the chosen map needs; a map of one organisation by post is split as well. */
export async function heatTally(r: Request, scope: Scope, { view, area, source }: HeatChoices): Promise<Tally> {
  if (view !== "posts" || area.of !== "own") return tallyFor(r, scope, source);
  const rows = await postSumsOf(r.db, scope.round.id, area.organisation, codesOf(r.pack, "gap_cause").map((code) => code.code));
  return tallyFor(r, scope, source, { organisation: area.organisation, rows });
}

/** What one reader’s page of gaps is made of: five queries with those of the scope. */
export interface Facts {
  readonly tally: Tally;
  readonly turnout: Turnout;
  readonly needs: readonly FoundNeed[];
}

/** Reads what all pictures of a page share, side by side. */
export async function factsOf(r: Request, scope: Scope, choices: HeatChoices): Promise<Facts> {
  const [tally, turnout, needs] = await Promise.all([heatTally(r, scope, choices), turnoutFor(r, scope), needsFor(r, scope)]);
  return { tally, turnout, needs };
}

/** The heat-map and its data. */
export function buildHeat(ask: PictureRequest, facts: Facts, choices: HeatChoices): { readonly heat: Heat; readonly picture: Picture } {
  const { scope } = ask;
  const heat = heatOf(scope, facts.tally, choices, facts.needs);
  const source = choices.source === null ? {} : { source: choices.source };
  const picture = heatPicture({
    ...originOf(ask, facts.turnout, "heat"),
    heat,
    floor: scope.floor,
    answered: choices.area.of === "all" ? new Map([...facts.turnout.posts].map(([post, { answered }]) => [post, answered])) : new Map(),
    href: (cell) => withChoices(resultPaths.evidence(scope.round.id), { ...evidenceChoices(cell), ...source }),
  });
  return { heat, picture };
}

export interface RankedBuilt {
  readonly list: RankedList;
  readonly own: Weights;
  readonly tried: Weights;
  readonly ranking: Ranking;
  readonly picture: Picture;
}

/** True when a unit’s levels would show a figure that is hidden elsewhere. */
function hidesLevels(scope: Scope, tally: Tally): (unit: RankUnit) => boolean {
  return (unit) => {
    const where = unit.need === null ? ({ of: "all" } as const) : ({ of: "organisation", organisation: unit.need.organisation } as const);
    return tally.at(unit.domain, where).kind === "hidden" || unit.respondents < scope.floor;
  };
}

/** Needs in order: fields over everyone in the totals, or single needs of organisations that the reader sees by name. */
export function buildRanked(
  ask: PictureRequest,
  facts: Facts,
  options: { readonly list: RankedList; readonly first?: number; readonly organisation?: string; readonly figures?: boolean; readonly heading?: 2 | 3 | "none" },
): RankedBuilt {
  const { r, scope, voice } = ask;
  const own = ownWeights(scope.round.weights);
  const tried = weightsFrom(r.query, own);
  const response = r.query.get("response") ?? "";
  const matches = (need: FoundNeed): boolean => response === "" || hasResponse(need, response);
  const within = (need: FoundNeed): boolean => (options.organisation === undefined ? scope.named.has(need.organisation) : need.organisation === options.organisation);
  const units = options.list === "fields" ? unitsOfDomains(facts.needs.filter((need) => scope.counted.has(need.organisation) && matches(need))) : unitsOfNeeds(facts.needs.filter((need) => within(need) && matches(need)));
  const ranking = rank(units, own, tried, hidesLevels(scope, facts.tally));
  const names = new Map(scope.participants.filter((one) => scope.named.has(one.id)).map((one) => [one.id, one.name]));
  const picture = rankedPicture({
    ...originOf(ask, facts.turnout, "ranked"),
    voice,
    ranking,
    names,
    first: options.first,
    figures: options.figures,
    heading: options.heading,
    hrefOf: (unit) => (unit.need === null ? withChoices(resultPaths.evidence(scope.round.id), { domain: unit.domain }) : scope.audience === "everyone" ? undefined : paths.need(unit.need.id)),
  });
  return { list: options.list, own, tried, ranking, picture };
}

/** Which list the address asks for. Everyone who sees names may see single needs; others see fields. */
export function rankedListOf(r: Request, scope: Scope): RankedList {
  return r.query.get("list") === "needs" && scope.named.size > 0 ? "needs" : "fields";
}

/** The kind of place that the page compares within: the one chosen, else the reader’s own, else the one with most organisations. */
export function groupFor(r: Request, scope: Scope): string | null {
  const chosen = r.query.get("group") ?? "";
  const counts = new Map<string, number>();
  for (const one of scope.participants) if (one.group !== null && scope.counted.has(one.id)) counts.set(one.group, (counts.get(one.group) ?? 0) + 1);
  if (counts.has(chosen)) return chosen;
  const home = homeOf(scope, r.actor)?.group;
  return home !== undefined && home !== null && counts.has(home) ? home : ([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null);
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
export async function buildMap(ask: PictureRequest, facts: Facts, options: { readonly count: MapCount; readonly borders: boolean; readonly heading?: 2 | 3 | "none" }): Promise<Picture> {
  const { r, scope } = ask;
  const domain = options.count === "requests" ? domainFor(r, facts.tally) : null;
  const places = placesOf(scope, facts.turnout, facts.needs, options.count, domain);
  const areas = options.borders ? drawnAreas(await boundariesOf(r.db, places.map((place) => place.organisation.id), r.today)) : null;
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
    roundSums(r.db, chain.map((one) => one.id), consentsInTotals(r.pack)),
    askedIn(ask, previous, scope.round),
  ]);
  const changes = changesOf({ scope: earlier, tally: before }, { scope, tally: after });
  const points = trendOf(chain, sums, null, scope.floor).map(({ round, gap, n }) => ({ at: daysBetween(DAY_ZERO, round.fiscalYearStart), name: yearOf(r, round), gap, n }));
  return {
    previous,
    changes,
    pairs: Math.max(0, ...changes.map(({ change }) => change.pairs)),
    picture: changePicture(originOf(ask, turnout, "change"), changes),
    trend: trendPicture(originOf(ask, turnout, "trend"), points, null),
    asked,
  };
}

/** Names of pictures that exist only as parts of a page. */
export type FileName = PictureName | "estimates" | "turnout" | "trend";
