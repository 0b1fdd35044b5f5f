/** What handlers ask of a request: parts of its path and query, the actor’s reach, one page of a list, a record’s history. */
import { sql } from "kysely";
import { isDay, type Day } from "#kernel/calendar/day.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { pageAsked } from "#platform/http/address.ts";
import { isId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import type { TimelineEntry } from "#platform/ui/parts.tsx";
import type { Actor } from "./actor.ts";
import type { Asked, Writing } from "./route.ts";
import { holds, organisationsFor, reachOf, type Organisations, type Verb } from "./verb.ts";
import { w } from "./words-fields.ts";

/** A request of anyone, of somebody signed in, and one that writes. */
export type Visit = Asked<any, Actor | null>;
export type Request = Asked<any, Actor>;
export type Write = Writing<any, Actor>;

type Query = Pick<Visit, "query">;

/** A parameter of the path. */
export function param(r: Pick<Visit, "params">, name: string): string {
  return r.params[name] ?? "";
}

/** A text of the query; null when absent or empty. */
export function asked(r: Query, name: string): string | null {
  const value = (r.query.get(name) ?? "").trim();
  return value === "" ? null : value;
}

/** An id of the query; null when absent or none. */
export function askedId(r: Query, name: string): string | null {
  const value = asked(r, name) ?? undefined;
  return isId(value) ? value : null;
}

/** A day of the query; null when absent or none. */
export function askedDay(r: Query, name: string): Day | null {
  const value = asked(r, name);
  return value !== null && isDay(value) ? value : null;
}

/** One of some words of the query, or null. */
export function askedOf<V extends string>(r: Query, name: string, of: readonly V[]): V | null {
  return of.find((one) => one === asked(r, name)) ?? null;
}

/** True when the actor’s roles have a verb at all. */
export function may(r: Pick<Visit, "actor">, verb: Verb): boolean {
  return reachOf(r.actor, verb) !== null;
}

/** The organisations within the actor’s reach for a verb. */
export function within(r: Pick<Request, "db" | "actor" | "today">, verb: Verb): Promise<Organisations> {
  return organisationsFor(r.db, r.actor, verb, r.today);
}

/** True when an organisation is within the actor’s reach for a verb. */
export async function reaches(r: Pick<Request, "db" | "actor" | "today">, verb: Verb, organisation: string): Promise<boolean> {
  return holds(await within(r, verb), organisation);
}

/** Refuses an organisation outside the actor’s reach for a verb, as if it were not there. */
export async function mustReach(r: Pick<Request, "db" | "actor" | "today">, verb: Verb, organisation: string): Promise<void> {
  if (!(await reaches(r, verb, organisation))) throw new Problem(flowProblems.notFound);
}

/** This address with some parts changed; null or an empty text takes one away. */
export function hrefWith(r: Pick<Visit, "url">, changes: Readonly<Record<string, string | null>>): string {
  const url = new URL(r.url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}

/** Rows of a page of a list. */
export const PAGE = 50;

/** One page of a list: what to read of it, and links to the others that keep the rest of the address. */
export interface PageAsked {
  readonly number: number;
  readonly offset: number;
  readonly limit: number;
  links(total: number): { current: number; last: number; href: (page: number) => string };
}

/** The page that the address asks for; never beyond `last`. */
export function pageOf(r: Pick<Visit, "query" | "url">, last?: number, size: number = PAGE): PageAsked {
  const number = pageAsked(r.query, last);
  return {
    number,
    offset: (number - 1) * size,
    limit: size,
    links: (total) => ({
      current: number,
      last: Math.max(1, Math.ceil(total / size)),
      href: (page) => hrefWith(r, { page: page === 1 ? null : String(page) }),
    }),
  };
}

interface Happened {
  at: Date;
  kind: string;
  subjectKind: string;
  subject: string;
  postType: string | null;
  organisationName: string | null;
}

/** The history of some records as sentences with the post as actor, newest first, and how many entries there are. Two queries and two a kind of record. */
export async function timelineOf(
  r: Visit,
  subjects: readonly string[],
  limit: number,
): Promise<{ readonly entries: readonly TimelineEntry[]; readonly total: number }> {
  const { rows } = await sql<Happened & { total: number }>`
    select e.recorded_at as at, e.kind, e.subject_kind as "subjectKind", e.subject, p.post_type as "postType",
      coalesce(o.short_name, o.name) as "organisationName", count(*) over () as total
    from journal.entry e left join registry.post p on p.id = e.post left join registry.organisation o on o.id = p.organisation
    where e.subject = any(${[...subjects]}::uuid[]) order by e.entry desc limit ${limit}`.execute(r.db);
  const places = rows.map((row) => ({ kind: row.subjectKind, id: row.subject }));
  const names = await r.house.name(r.db, r.actor, places, r.language, r.today);
  const entries = rows.flatMap((row) => {
    const story = r.house.stories.get(row.kind);
    if (story === undefined) return [];
    const post =
      row.postType === null
        ? r.say(w.someone)
        : r.say(w.postOf, { post: r.say(postTypeOf(r.pack, row.postType).names), organisation: row.organisationName ?? "" });
    const text = r.say(story, { post, what: names.get(row.subject)?.title ?? "" });
    return [{ date: formatDate(dayOf(row.at, r.pack.timeZone)), datetime: row.at.toISOString(), text }];
  });
  return { entries, total: rows[0]?.total ?? 0 };
}
