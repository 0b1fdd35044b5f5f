/** What several handlers ask: who keeps courses, and the version of the path when it may be read. */
import type { Actor } from "#kernel/access/actor.ts";
import type { Asked } from "#kernel/access/route.ts";
import { holds, organisationsFor, reachOf, type Verb } from "#kernel/access/verb.ts";
import { isId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { findVersion, theCourse } from "./queries.ts";
import { verbs } from "./rules.ts";
import type { CourseVersion } from "./schema.ts";

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
