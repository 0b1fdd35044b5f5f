/** Gathers what an indicator’s page shows: series, standing, the like, comparison, owners, needs, history. A fixed number of queries. */
import type { Actor } from "#kernel/access/actor.ts";
import type { Asked } from "#kernel/access/route.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { totals, totalsByGroup, type Hide, type Progress, type Total } from "#kernel/measure/figures.ts";
import { series } from "#kernel/measure/queries.ts";
import type { Figure, Indicator } from "#kernel/measure/schema.ts";
import { postsOn, type PostRow } from "#kernel/registry/posts.ts";
import { membersOn, organisationsOn } from "#kernel/registry/organisations.ts";
import type { Grade } from "#methods/impact/claim.ts";
import type { Difference } from "#methods/impact/difference.ts";
import { coursesByIds } from "#modules/courses";
import { compare, gradeFor, ownChange, trainedIn, type Comparison, type Uncompared } from "./impact.ts";
import type { Place } from "./ask.ts";
import { comparedBy, otherEvents, type OtherEvent } from "./queries.ts";
import { standings, standingsByOrganisation, type Standing } from "./standing.ts";

/** The groups that a reader may look at. */
export type By = "together" | "sex" | "tier";

export interface Impact {
  readonly courseTitle: string | null;
  readonly comparison: Comparison | Uncompared;
  readonly own: Difference | null;
  readonly grade: Grade;
  readonly events: readonly OtherEvent[];
  /** The first day on which people of the place, or of anywhere, came to the course. */
  readonly first: Day | null;
}

/** A number of people below which nothing is shown by group. */
export async function hideFor(r: Asked<any, Actor | null>): Promise<{ readonly hide: Hide; readonly smallest: number }> {
  const smallest = numberOf(await ruleSetFor(r.db, "disclosure", r.today), "smallest_cell");
  return { smallest, hide: (people) => people > 0 && people < smallest };
}

/** Figures of one place, or of everybody, in all groups. */
export function seriesOf(r: Asked<any, Actor | null>, indicator: Indicator, organisation: string | null): Promise<readonly Figure[]> {
  return series(r.db, { indicators: [indicator.id], groups: "all", ...(organisation !== null && { organisations: [organisation] }) });
}

/** Which groups there are figures of. */
export function groupsIn(figures: readonly Figure[]): readonly By[] {
  const has = (test: (figure: Figure) => boolean): boolean => figures.some(test);
  return [
    "together",
    ...(has((one) => one.sex !== null) ? (["sex"] as const) : []),
    ...(has((one) => one.tier !== null) ? (["tier"] as const) : []),
  ];
}

/** The lines of a choice of groups: one, or one a group. */
export function linesOf(indicator: Indicator, figures: readonly Figure[], by: By, hide: Hide): ReadonlyMap<string, readonly Total[]> {
  if (by === "together")
    return new Map([
      [
        "",
        totals(
          indicator.unit,
          figures.filter((one) => one.sex === null && one.tier === null),
        ),
      ],
    ]);
  const here = figures.filter((one) => (by === "sex" ? one.sex !== null && one.tier === null : one.tier !== null && one.sex === null));
  return totalsByGroup(indicator.unit, here, (one) => (by === "sex" ? (one.sex ?? "") : (one.tier ?? "")), hide);
}

/** Figures of organisations of the same kind as one, without it; for the association and for readers of one organisation alike: no names go with them. */
export async function likeOf(r: Asked<any, Actor | null>, indicator: Indicator, organisation: string | null): Promise<readonly Figure[]> {
  if (organisation === null) return [];
  const members = await membersOn(r.db, r.today);
  const group = members.find((one) => one.id === organisation)?.contextGroup ?? null;
  const like = members.filter((one) => group !== null && one.contextGroup === group && one.id !== organisation).map((one) => one.id);
  return like.length === 0 ? [] : series(r.db, { indicators: [indicator.id], organisations: like });
}

/** What was done and what it tells. `own` only for one organisation. */
export async function impactOf(
  r: Asked<any, Actor>,
  indicator: Indicator,
  organisation: string | null,
  figures: readonly Figure[],
): Promise<Impact> {
  const course = (await comparedBy(r.db, [indicator.id])).get(indicator.id) ?? null;
  const [comparison, trained, courses, events] = await Promise.all([
    compare(r.db, indicator, course, r.today),
    course === null ? [] : trainedIn(r.db, course, await membersOn(r.db, r.today)),
    course === null ? new Map<string, never>() : coursesByIds(r.db, [course]),
    otherEvents(r.db, indicator.id, organisation),
  ]);
  const hers = trained.find((one) => one.organisation === organisation);
  const own =
    hers === undefined
      ? null
      : ownChange(
          figures.filter((one) => one.sex === null && one.tier === null),
          hers,
        );
  const first = organisation === null ? trained[0]?.from : hers?.from;
  const title = course === null ? undefined : courses.get(course)?.title;
  return {
    courseTitle: title === undefined ? null : r.say(title),
    comparison,
    own,
    grade: gradeFor(comparison, own, events.length > 0),
    events,
    first: first ?? null,
  };
}

/** Everything one page shows beside the frame. */
export interface IndicatorPage {
  readonly indicator: Indicator;
  readonly place: Place;
  readonly by: By;
  readonly groups: readonly By[];
  readonly lines: ReadonlyMap<string, readonly Total[]>;
  readonly smallest: number;
  readonly figures: readonly Figure[];
  readonly standing: Standing;
  /** Of all organisations that have it, those that gave the newest period’s figure, and how many of these are verified. */
  readonly newest: { readonly of: number; readonly all: number; readonly verified: number };
  /** How many organisations stand how; empty for readers who do not see them beside one another. */
  readonly each: ReadonlyMap<Progress, number>;
  readonly like: readonly Figure[];
  readonly impact: Impact;
  readonly owner: PostRow | null;
  readonly names: ReadonlyMap<string, string>;
}

/** True for readers who see organisations beside one another, where they look at all together. */
const seesEach = (place: Place): boolean => place.organisation === null && place.within === "all";

/** How many organisations stand how. */
export function countsOf(standing: ReadonlyMap<string, Standing>): IndicatorPage["each"] {
  const counts = new Map<Progress, number>();
  for (const { progress } of standing.values()) counts.set(progress, (counts.get(progress) ?? 0) + 1);
  return counts;
}

/** The line of each organisation and where it stands, by name; null for readers who do not see them beside one another. Two reads. */
export async function eachOf(r: Asked<any, Actor>, indicator: Indicator, place: Place) {
  if (!seesEach(place)) return null;
  const [standing, figures] = await Promise.all([
    standingsByOrganisation(r.db, indicator, r.today),
    series(r.db, { indicators: [indicator.id] }),
  ]);
  const by = Map.groupBy(figures, (one) => one.organisation ?? "");
  const rows = place.places
    .map(({ id, name }) => ({ id, name, line: totals(indicator.unit, by.get(id) ?? []), standing: standing.get(id) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, r.language));
  return { rows, counts: countsOf(standing) };
}

/** How many gave the newest period that a standing counts, and how many of these figures are verified. */
function newestOf(figures: readonly Figure[], latest: Standing["latest"]): IndicatorPage["newest"] {
  const single = figures.filter((one) => one.sex === null && one.tier === null && one.organisation !== null);
  const given = single.filter((one) => one.to === latest?.to && one.from === latest.from);
  return {
    of: given.length,
    all: new Set(single.map((one) => one.organisation)).size,
    verified: given.filter((one) => one.certainty === "verified").length,
  };
}

/** Reads a page. `place` says for whom. */
export async function readPage(r: Asked<any, Actor>, indicator: Indicator, place: Place): Promise<IndicatorPage> {
  const organisation = place.organisation?.id ?? null;
  const figures = await seriesOf(r, indicator, organisation);
  const groups = groupsIn(figures);
  const by = groups.find((one) => one === r.query.get("by")) ?? "together";
  const { hide, smallest } = await hideFor(r);
  const post = place.owners.find((one) => one.organisation === organisation)?.post;
  const [standing, each, like, impact, owners, organisations] = await Promise.all([
    standings(r.db, [indicator], { today: r.today, ...(organisation !== null && { organisations: [organisation] }) }),
    seesEach(place) ? standingsByOrganisation(r.db, indicator, r.today) : new Map<string, Standing>(),
    likeOf(r, indicator, organisation),
    impactOf(r, indicator, organisation, figures),
    post === undefined ? [] : postsOn(r.db, { posts: [post], on: r.today, language: r.language }),
    organisationsOn(r.db, { ids: place.owners.map((one) => one.organisation), on: r.today, language: r.language }),
  ]);
  const here = standing.get(indicator.id) as Standing;
  return {
    indicator,
    place,
    by,
    groups,
    lines: linesOf(indicator, figures, by, hide),
    smallest,
    figures,
    standing: here,
    newest: newestOf(figures, here.latest),
    each: countsOf(each),
    like,
    impact,
    owner: owners[0] ?? null,
    names: new Map(organisations.map((one) => [one.id, one.name])),
  };
}
