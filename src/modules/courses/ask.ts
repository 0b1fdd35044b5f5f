/** What several handlers ask: who keeps courses, the version of the path when it may be read, and its history as sentences. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { Asked } from "#kernel/access/route.ts";
import { holds, organisationsFor, reachOf, type Verb } from "#kernel/access/verb.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { hasCode, postTypeOf } from "#kernel/pack/lookup.ts";
import { isId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { TimelineEntry } from "#platform/ui/parts.tsx";
import { p } from "./problems.ts";
import { findVersion, theCourse } from "./queries.ts";
import { verbs } from "./rules.ts";
import type { CourseVersion } from "./schema.ts";
import { w } from "./words.ts";

/** A request of anyone; pages behind a verb have an actor. */
export type Request = Asked<any, Actor | null>;

/** True when the actor may do something with courses of an organisation. */
export async function may(r: Request, verb: Verb, organisation: string): Promise<boolean> {
  if (r.actor === null || reachOf(r.actor, verb) === null) return false;
  return holds(await organisationsFor(r.db, r.actor, verb, r.today), organisation);
}

/** True for posts that keep the association's courses: they see drafts. */
export const keeps = (r: Request): Promise<boolean> => may(r, verbs.read, r.association);

/** The course of the path: what is in force, or its draft for those who keep courses. */
export async function readCourse(r: Request): Promise<CourseVersion> {
  const id = r.params["id"];
  if (!isId(id)) throw new Problem(p.noCourse);
  return readable(r, await theCourse(r.db, id));
}

/** The version of the path, when it was published once or the actor keeps courses. */
export async function readVersion(r: Request): Promise<CourseVersion> {
  const id = r.params["id"];
  const found = isId(id) ? await findVersion(r.db, id) : undefined;
  if (found === undefined) throw new Problem(p.noCourse);
  return readable(r, found);
}

async function readable(r: Request, version: CourseVersion): Promise<CourseVersion> {
  if (version.publishedAt === null && !(await may(r, verbs.read, version.organisation))) throw new Problem(p.noCourse);
  return version;
}

/** The version of the path, when the actor may use a verb on it. */
export async function versionFor(r: Request, verb: Verb): Promise<CourseVersion> {
  const version = await readVersion(r);
  if (!(await may(r, verb, version.organisation))) throw new Problem(p.noCourse);
  return version;
}

/** The newest entries of the journal about a course and its versions, as sentences. Two queries and the naming of the course. */
export async function historyOf(r: Request, course: string, versions: readonly string[]): Promise<TimelineEntry[]> {
  const { rows } = await sql<{
    at: Date;
    kind: string;
    subject: string;
    subjectKind: string;
    postType: string | null;
    organisation: string | null;
  }>`
    select e.recorded_at as at, e.kind, e.subject, e.subject_kind as "subjectKind", t.post_type as "postType", coalesce(o.short_name, o.name) as organisation
    from journal.entry e left join registry.post t on t.id = e.post left join registry.organisation o on o.id = t.organisation
    where e.subject = any(${[course, ...versions]}::uuid[]) order by e.entry desc limit 12`.execute(r.db);
  const places = rows.map((row) => ({ kind: row.subjectKind, id: row.subject }));
  const names = await r.house.name(r.db, r.actor, places, r.language, r.today);
  return rows.flatMap((row) => {
    const story = r.house.stories.get(row.kind);
    if (story === undefined) return [];
    const known = row.postType !== null && r.pack.postTypes.some((type) => type.code === row.postType);
    const post = known
      ? r.say(w.postOf, { post: r.say(postTypeOf(r.pack, row.postType ?? "").names), organisation: row.organisation ?? "" })
      : r.say(w.someone);
    const day = dayOf(row.at, r.pack.timeZone);
    return [{ date: formatDate(day), datetime: day, text: r.say(story, { post, what: names.get(row.subject)?.title ?? "" }) }];
  });
}

/** A code of the query that a list has; null for anything else. */
export function codeAsked(r: Request, name: string, list: string): string | null {
  const code = r.query.get(name);
  return code !== null && hasCode(r.pack, list, code) ? code : null;
}
