/** Builds each picture of a round for one reader and the choices in the address; pages and files are made from the same pictures. */
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { codesOf, hasCode } from "#kernel/pack/lookup.ts";
import { formatDate } from "#platform/ui/format.ts";
import { paths } from "./paths.ts";
import { evidenceChoices, heatPicture } from "./picture-heat.tsx";
import { rankedPicture } from "./picture-ranked.tsx";
import type { Origin } from "./picture-spread.tsx";
import { type Picture, type Voice, countText } from "./picture.ts";
import { type Heat, type HeatChoices, areaFrom, hasResponse, heatOf } from "./results-heat.ts";
import { whyHidden } from "./results-needs.ts";
import { type Choices, resultPaths, withChoices } from "./results-paths.ts";
import { type FoundNeed, type ResultRound, type Turnout, needsFound, postSumsOf, turnoutOf } from "./results-queries.ts";
import {
  type RankUnit,
  type RankedList,
  type Ranking,
  ownWeights,
  rank,
  unitsOfDomains,
  unitsOfNeeds,
  weightsFrom,
} from "./results-ranked.ts";
import { type Request, type Scope, tallyFor } from "./results-scope.ts";
import type { Hidden, Tally } from "./results-tally.ts";
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

/** How many answered, in how many organisations, in which round. */
export function sourceOf({ r, scope, voice }: PictureRequest, turnout: Turnout): string {
  const answers = answersIn(scope, turnout);
  const shown = answers > 0 && answers < scope.floor ? `<${scope.floor}` : countText(voice, answers);
  return r.say(w.origin, { answers: shown, organisations: heardIn(scope, turnout), round: scope.round.title });
}

/** The address of a picture as a drawing, in the reader’s language. */
export function drawingOf({ r, scope }: PictureRequest, file: string, choices: Choices): string {
  return withChoices(resultPaths.file(scope.round.id, `${file}.svg`), { ...choices, lang: r.language });
}

/** Where a picture comes from, and its drawing with the choices of the page. */
export function originOf(ask: PictureRequest, turnout: Turnout, file: string): Origin {
  const { r, scope, voice } = ask;
  return { voice, source: sourceOf(ask, turnout), date: dayOf(r, scope.round), svgHref: drawingOf(ask, file, choicesIn(r)) };
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
async function heatTally(r: Request, scope: Scope, { view, area, source }: HeatChoices): Promise<Tally> {
  if (view !== "posts" || area.of !== "own") return tallyFor(r, scope, source);
  const rows = await postSumsOf(
    r.db,
    scope.round.id,
    area.organisation,
    codesOf(r.pack, "gap_cause").map((code) => code.code),
  );
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

/** Why a unit’s levels would show a figure that is hidden elsewhere; null when they do not. */
function hidesLevels(scope: Scope, tally: Tally): (unit: RankUnit) => Hidden | null {
  return (unit) => {
    const where = unit.need === null ? ({ of: "all" } as const) : ({ of: "organisation", organisation: unit.need.organisation } as const);
    return whyHidden(tally, scope.floor, unit.domain, where, unit.respondents);
  };
}

/** Needs in order: fields over everyone in the totals, or single needs of organisations that the reader sees by name. */
export function buildRanked(
  ask: PictureRequest,
  facts: Facts,
  options: {
    readonly list: RankedList;
    readonly page?: { readonly from: number; readonly size: number };
    readonly organisation?: string;
    readonly figures?: boolean;
    readonly heading?: 2 | 3 | "none";
  },
): RankedBuilt {
  const { r, scope, voice } = ask;
  const own = ownWeights(scope.round.weights);
  const tried = weightsFrom(r.query, own);
  const response = r.query.get("response") ?? "";
  const matches = (need: FoundNeed): boolean => response === "" || hasResponse(need, response);
  const within = (need: FoundNeed): boolean =>
    options.organisation === undefined ? scope.named.has(need.organisation) : need.organisation === options.organisation;
  const units =
    options.list === "fields"
      ? unitsOfDomains(facts.needs.filter((need) => scope.counted.has(need.organisation) && matches(need)))
      : unitsOfNeeds(facts.needs.filter((need) => within(need) && matches(need)));
  const ranking = rank(units, own, tried, hidesLevels(scope, facts.tally));
  const names = new Map(scope.participants.filter((one) => scope.named.has(one.id)).map((one) => [one.id, one.name]));
  const picture = rankedPicture({
    ...originOf(ask, facts.turnout, "ranked"),
    voice,
    ranking,
    names,
    page: options.page,
    figures: options.figures,
    heading: options.heading,
    hrefOf: (unit) =>
      unit.need === null
        ? withChoices(resultPaths.evidence(scope.round.id), { domain: unit.domain })
        : scope.audience === "everyone"
          ? undefined
          : paths.need(unit.need.id),
  });
  return { list: options.list, own, tried, ranking, picture };
}

/** Which list the address asks for. Everyone who sees names may see single needs; others see fields. */
export function rankedListOf(r: Request, scope: Scope): RankedList {
  return r.query.get("list") === "needs" && scope.named.size > 0 ? "needs" : "fields";
}
