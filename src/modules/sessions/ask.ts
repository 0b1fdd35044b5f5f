/** What several handlers ask: the session when the actor may see it, parts of the address, list pages, and what has happened. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { Asked, Writing } from "#kernel/access/route.ts";
import { holds, organisationsFor, reachOf, type Verb } from "#kernel/access/verb.ts";
import { isDay, type Day } from "#kernel/calendar/day.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { isId } from "#platform/db/ids.ts";
import { pageAsked, changedQuery } from "#platform/http/address.ts";
import type { Form } from "#platform/http/form.ts";
import type { Text } from "#platform/i18n/text.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import type { DateParts } from "#platform/ui/forms.tsx";
import type { TimelineEntry } from "#platform/ui/parts.tsx";
import { p } from "./problems.ts";
import { theSession, type Session } from "./queries.ts";
import { w } from "./words-pages.ts";

/** A request of somebody signed in, to read or to write. */
export type Request = Asked<any, Actor>;
export type Write = Writing<any, Actor>;

/** True when the actor's roles have a verb at all. */
export function may(r: { readonly actor: Actor | null }, verb: Verb): boolean {
  return reachOf(r.actor, verb) !== null;
}

/** A parameter of the path. */
export function param(r: { readonly params: Readonly<Record<string, string>> }, name: string): string {
  return r.params[name] ?? "";
}

/** An id of the path; otherwise there is no such record. */
export function idOf(r: { readonly params: Readonly<Record<string, string>> }, name = "id"): string {
  const id = param(r, name);
  if (!isId(id)) throw new Problem(p.noSession);
  return id;
}

/** The session of the path when the actor may see it. */
export async function readSession(r: Request): Promise<Session> {
  const session = await theSession(r.db, idOf(r), { actor: r.actor, today: r.today });
  if (session === undefined) throw new Problem(p.noSession);
  return session;
}

/** The session of the path for writing, within the act. */
export async function writeSession(r: Write): Promise<Session> {
  const session = await theSession(r.act.tx as never, idOf(r), { actor: r.actor, today: r.today });
  if (session === undefined) throw new Problem(p.noSession);
  return session;
}

/** Refuses an organisation outside the actor's reach for a verb, as if it were not there. */
export async function mustReach(r: Request, verb: Verb, organisation: string): Promise<void> {
  if (!holds(await organisationsFor(r.db, r.actor, verb, r.today), organisation)) throw new Problem(flowProblems.notFound);
}

/** A text of the query; null when absent. */
export function asked(r: { readonly query: URLSearchParams }, name: string): string | null {
  const value = (r.query.get(name) ?? "").trim();
  return value === "" ? null : value;
}

/** A day of the query; null when absent or none. */
export function askedDay(r: { readonly query: URLSearchParams }, name: string): Day | null {
  const value = asked(r, name);
  return value !== null && isDay(value) ? value : null;
}

/** One of some words of the query, or null. */
export function askedOf<V extends string>(r: { readonly query: URLSearchParams }, name: string, of: readonly V[]): V | null {
  return of.find((one) => one === asked(r, name)) ?? null;
}

/** Rows of a page of a list. */
export const PAGE = 50;

/** The page asked for, and links to the others that keep the rest of the address. */
export function pageOf(
  r: { readonly query: URLSearchParams },
  path: string,
): {
  readonly offset: number;
  readonly limit: number;
  links(total: number): { current: number; last: number; href: (page: number) => string };
} {
  const number = pageAsked(r.query);
  return {
    offset: (number - 1) * PAGE,
    limit: PAGE,
    links: (total) => ({
      current: number,
      last: Math.max(1, Math.ceil(total / PAGE)),
      href: (page) => changedQuery(path, r.query, { page: page === 1 ? null : page }),
    }),
  };
}

interface Happened {
  kind: string;
  at: Date;
  post_type: string | null;
  organisation: string | null;
}

/** What has happened to a session, as sentences with the post as actor, newest first. Two queries. */
export async function timelineOf(r: Request, session: Session, limit: number): Promise<TimelineEntry[]> {
  const { rows } = await sql<Happened>`
    select e.kind, e.recorded_at as at, s.post_type, coalesce(o.short_name, o.name) as organisation from journal.entry e
    left join registry.post s on s.id = e.post left join registry.organisation o on o.id = s.organisation
    where e.subject = ${session.id} and e.kind like 'sessions.%' order by e.entry desc limit ${limit}`.execute(r.db);
  return rows.flatMap((row) => {
    const story = r.house.stories.get(row.kind);
    if (story === undefined) return [];
    const post =
      row.post_type === null
        ? r.say(w.somebody)
        : r.say(w.postOf, { post: r.say(postTypeOf(r.pack, row.post_type).names), organisation: row.organisation ?? "" });
    const text = r.say(story, { post, what: r.say(w.thisSession) });
    return [{ date: formatDate(dayOf(row.at, r.pack.timeZone)), datetime: row.at.toISOString(), text }];
  });
}

/** A form with the problems found so far. */
export interface Reader {
  readonly form: Form;
  readonly problems: FieldProblem[];
}

export const reading = (form: Form): Reader => ({ form, problems: [] });

/** Notes a problem of a field. */
export function note(reader: Reader, field: string, text: Text, values?: FieldProblem["values"]): void {
  reader.problems.push({ field, text, ...(values && { values }) });
}

/** A text that must not be empty. */
export function textIn(reader: Reader, field: string, missing: Text | null, longest = 500): string {
  const text = reader.form.text(field);
  if (text === "" && missing !== null) note(reader, field, missing);
  if (text.length > longest) note(reader, field, w.tooLong, { longest });
  return text;
}

/** A whole number within bounds; 0 when it is none. */
export function wholeIn(reader: Reader, field: string, bounds: { readonly low: number; readonly high: number }): number {
  const text = reader.form.text(field).replaceAll(/[\s\u00a0\u202f]/g, "");
  const value = /^\d{1,6}$/.test(text) ? Number(text) : text === "" ? bounds.low : -1;
  if (value < bounds.low || value > bounds.high) note(reader, field, w.noWhole, bounds);
  return Math.max(0, value);
}

/** The three boxes of a date as typed. */
export function datePartsOf(form: Form, field: string): DateParts {
  return { day: form.text(`${field}-day`), month: form.text(`${field}-month`), year: form.text(`${field}-year`) };
}

/** A day in three boxes; null when all are empty. */
export function dayIn(reader: Reader, field: string, missing: Text | null): Day | null {
  const { day, month, year } = datePartsOf(reader.form, field);
  if (`${day}${month}${year}` === "") {
    if (missing !== null) note(reader, `${field}-day`, missing);
    return null;
  }
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (isDay(text)) return text;
  note(reader, `${field}-day`, w.noDate);
  return null;
}

/** A day as the three boxes show it. */
export function partsOfDay(day: Day | null): DateParts {
  return day === null ? {} : { year: day.slice(0, 4), month: String(Number(day.slice(5, 7))), day: String(Number(day.slice(8, 10))) };
}
