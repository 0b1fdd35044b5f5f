/** What several handlers ask: the plan when the reader may see it, whether a post may do something to it, and its history as sentences. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { Asked } from "#kernel/access/route.ts";
import { holds, organisationsFor, reachOf, type Verb } from "#kernel/access/verb.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { isId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import type { TimelineEntry } from "#platform/ui/parts.tsx";
import { SHOWN_TO_MEMBERS } from "./flows.ts";
import { theLine, thePlan } from "./queries.ts";
import type { Line, Plan } from "./schema.ts";
import { followsDrafts, verbs } from "./verbs.ts";
import { w } from "./words-plan.ts";
import { p } from "./problems.ts";

/** A request of somebody signed in. */
export type Request = Asked<any, Actor>;

/** A parameter of the path. */
export function param(r: Request, name: string): string {
  return r.params[name] ?? "";
}

/** A text of the query; null when absent. */
export function asked(r: Pick<Request, "query">, name: string): string | null {
  const value = r.query.get(name);
  return value === null || value === "" ? null : value;
}

/** This address with some parts changed; null takes one away. */
export function hrefWith(r: Pick<Request, "url">, changes: Readonly<Record<string, string | null>>): string {
  const url = new URL(r.url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}

/** Rows of a page of a list. */
export const PAGE = 50;

/** One page of rows at hand, with links to the others. */
export function pageOf<Row>(r: Pick<Request, "url" | "query">, rows: readonly Row[]) {
  const last = Math.max(1, Math.ceil(rows.length / PAGE));
  const current = Math.max(1, Math.min(last, Math.trunc(Number(r.query.get("page") ?? 1)) || 1));
  return {
    rows: rows.slice((current - 1) * PAGE, current * PAGE),
    pages: { current, last, href: (page: number) => hrefWith(r, { page: page === 1 ? null : String(page) }) },
  };
}

/** True when a reader sees a plan: the association from its beginning, members and organs once it is open for comments. */
export function sees(actor: Actor | null, plan: Pick<Plan, "state">): boolean {
  if (reachOf(actor, verbs.read) === null) return false;
  return followsDrafts(actor) || SHOWN_TO_MEMBERS.includes(plan.state);
}

/** The plan of the path, when the reader sees it; otherwise there is no such plan. */
export async function readPlan(r: Request, id = param(r, "id")): Promise<Plan> {
  if (!isId(id)) throw new Problem(p.noPlan);
  const plan = await thePlan(r.db, id);
  if (!sees(r.actor, plan)) throw new Problem(p.noPlan);
  return plan;
}

/** The line of the path with its plan, when the reader sees that. */
export async function readLine(r: Request): Promise<{ readonly line: Line; readonly plan: Plan }> {
  const id = param(r, "lineId");
  if (!isId(id)) throw new Problem(p.noLine);
  const line = await theLine(r.db, id);
  const plan = await thePlan(r.db, line.plan);
  if (!sees(r.actor, plan)) throw new Problem(p.noLine);
  return { line, plan };
}

/** True when the actor's reach with a verb holds the plan. */
export async function may(r: Request, verb: Verb, plan: Plan): Promise<boolean> {
  if (reachOf(r.actor, verb) === null) return false;
  return holds(await organisationsFor(r.db, r.actor, verb, r.today), plan.organisation);
}

/** Refuses a plan outside the actor's reach for a verb, as if it were not there. */
export async function mustReach(r: Request, verb: Verb, plan: Plan): Promise<void> {
  if (!(await may(r, verb, plan))) throw new Problem(flowProblems.notFound);
}

interface HistoryEntry {
  readonly at: Date;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly postType: string | null;
  readonly organisationName: string | null;
}

/** The history of some records as sentences with the post as actor, newest first. Two queries and two a kind of record. */
export async function timelineOf(
  r: Request,
  subjects: readonly string[],
  limit: number,
): Promise<{ entries: TimelineEntry[]; total: number }> {
  const { rows } = await sql<HistoryEntry & { total: number }>`
    select e.recorded_at as at, e.kind, e.subject_kind as "subjectKind", e.subject, p.post_type as "postType",
      coalesce(o.short_name, o.name) as "organisationName", count(*) over () as total
    from journal.entry e left join registry.post p on p.id = e.post left join registry.organisation o on o.id = p.organisation
    where e.subject = any(${[...subjects]}::uuid[]) order by e.entry desc limit ${limit}`.execute(r.db);
  const names = await r.house.name(
    r.db,
    r.actor,
    rows.map((row) => ({ kind: row.subjectKind, id: row.subject })),
    r.language,
    r.today,
  );
  const entries = rows.flatMap((row) => {
    const story = r.house.stories.get(row.kind);
    if (story === undefined) return [];
    const post =
      row.postType === null ? r.say(w.someone) : `${r.say(postTypeOf(r.pack, row.postType).names)}, ${row.organisationName ?? ""}`;
    const text = r.say(story, { post, what: names.get(row.subject)?.title ?? "" });
    return [{ date: formatDate(dayOf(row.at, r.pack.timeZone)), datetime: row.at.toISOString(), text }];
  });
  return { entries, total: rows[0]?.total ?? 0 };
}
