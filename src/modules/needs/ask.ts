/** What several handlers ask: the actor’s reach, the record when it is within it, history as sentences, and list pages. */
import type { Actor } from "#kernel/access/actor.ts";
import type { Asked } from "#kernel/access/route.ts";
import { holds, organisationsFor, reachOf, type Organisations, type Verb } from "#kernel/access/verb.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { isId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate, dayOf } from "#platform/ui/format.ts";
import type { TimelineEntry } from "#platform/ui/parts.tsx";
import { theNeed } from "./queries-needs.ts";
import { historyOf, isConcerned, theParticipation, theRound } from "./queries.ts";
import { visibleNeeds } from "./records.ts";
import type { Need, Participation, Round } from "./schema.ts";
import { followsAll, isWithheldFrom, ownResultsVisible, verbs } from "./rules.ts";
import { w } from "./words-common.ts";
import { p } from "./problems.ts";

/** A request of somebody signed in. */
export type Request = Asked<any, Actor>;

/** The organisations within the actor’s reach for a verb. */
export function within(r: Request, verb: Verb): Promise<Organisations> {
  return organisationsFor(r.db, r.actor, verb, r.today);
}

/** True when the actor’s roles have a verb at all. */
export function may(r: Request, verb: Verb): boolean {
  return reachOf(r.actor, verb) !== null;
}

/** A parameter of the path. */
export function param(r: Request, name: string): string {
  return r.params[name] ?? "";
}

/** The round of the path, when it concerns an organisation that the actor reads; otherwise there is no such round. */
export async function readRound(r: Request): Promise<{ readonly round: Round; readonly within: Organisations }> {
  const round = await theRound(r.db, param(r, "id"));
  const reach = await within(r, verbs.read);
  if (!(await isConcerned(r.db, round.id, reach))) throw new Problem(p.noRound);
  return { round, within: reach };
}

/** The organisation of the path in its round, within the reach of a verb. */
export async function readPart(r: Request, verb: Verb): Promise<{ readonly round: Round; readonly part: Participation }> {
  const organisation = param(r, "organisationId");
  const reach = await within(r, verb);
  if (!holds(reach, organisation)) throw new Problem(p.noOrganisation);
  const round = await theRound(r.db, param(r, "id"));
  return { round, part: await theParticipation(r.db, round.id, organisation) };
}

/** Refuses an organisation outside the actor’s reach for a verb, as if it were not there. */
export async function mustReach(r: Request, verb: Verb, organisation: string): Promise<void> {
  if (!holds(await within(r, verb), organisation)) throw new Problem(flowProblems.notFound);
}

/** True when an organisation keeps its result to itself and the reader is not of it. */
export function isWithheld(r: Request, round: Round, part: Participation): boolean {
  return isWithheldFrom(r.actor, round, part);
}

/** Levels are seen by the association at once, by the organisation from the day they are shared; by nobody else, and withheld ones by their own. */
export function levelsVisible(r: Request, round: Round, part: Participation): boolean {
  return !isWithheld(r, round, part) && (followsAll(r.actor) || ownResultsVisible(round.state));
}

/** A text of the query; null when absent. */
export function asked(r: Request, name: string): string | null {
  const value = r.query.get(name);
  return value === null || value === "" ? null : value;
}

/** An id of the query; null when absent or none. */
export function askedId(r: Request, name: string): string | null {
  const value = asked(r, name) ?? undefined;
  return isId(value) ? value : null;
}

/** Rows of a page of a list. */
export const PAGE = 50;

/** The page asked for, and links to the others that keep the rest of the address. */
export function pageOf(r: Request): {
  readonly number: number;
  readonly offset: number;
  readonly limit: number;
  links(total: number): { current: number; last: number; href: (page: number) => string };
} {
  const number = Math.max(1, Math.min(10_000, Math.trunc(Number(r.query.get("page") ?? 1)) || 1));
  return {
    number,
    offset: (number - 1) * PAGE,
    limit: PAGE,
    links: (total) => ({
      current: number,
      last: Math.max(1, Math.ceil(total / PAGE)),
      href: (page) => hrefWith(r, { page: page === 1 ? null : String(page) }),
    }),
  };
}

/** This address with some parts changed; null takes one away. */
export function hrefWith(r: Request, changes: Readonly<Record<string, string | null>>): string {
  const url = new URL(r.url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}

/** The history of some records as sentences with the post as actor, newest first. */
export async function timelineOf(
  r: Request,
  subjects: readonly string[],
  limit: number,
): Promise<{ entries: TimelineEntry[]; total: number }> {
  const { entries, total } = await historyOf(r.db, subjects, limit);
  const names = await r.house.name(
    r.db,
    r.actor,
    entries.map((entry) => ({ kind: entry.subjectKind, id: entry.subject })),
    r.language,
    r.today,
  );
  return {
    total,
    entries: entries.flatMap((entry) => {
      const story = r.house.stories.get(entry.kind);
      if (story === undefined) return [];
      const post =
        entry.postType === null
          ? r.say(w.someone)
          : r.say(w.postOf, { post: r.say(postTypeOf(r.pack, entry.postType).names), organisation: entry.organisationName ?? "" });
      const what = names.get(entry.subject)?.title ?? "";
      return [{ date: formatDate(dayOf(entry.at, r.pack.timeZone)), datetime: entry.at.toISOString(), text: r.say(story, { post, what }) }];
    }),
  };
}

/** The need of the path when the actor may see it. Owners of responses see the needs that theirs answer. */
export async function readNeed(r: Request): Promise<Need> {
  const id = param(r, "id");
  if (!(await visibleNeeds(r.db, r.actor, [id], r.today)).has(id)) throw new Problem(p.noNeed);
  return theNeed(r.db, id);
}
