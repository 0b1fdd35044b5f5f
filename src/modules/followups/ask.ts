/** What several handlers ask: which tasks the actor sees, the posts that may see a learner’s work, names of posts. */
import { type Request, type Visit } from "#kernel/access/asked.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { postsOn, type PostRow } from "#kernel/registry/posts.ts";
import { supervisorsOf } from "#kernel/registry/supervisors.ts";
import type { Db } from "#platform/db/handle.ts";
import { isId } from "#platform/db/ids.ts";
import type { Say } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { enrolmentsOf, sessionReach, sessionsByIds, visibleEnrolments, type EnrolmentFacts, type SessionFacts } from "#modules/sessions";
import { p } from "./problems.ts";
import { tasksWhere } from "./queries.ts";
import type { TaskRow } from "./schema.ts";

/** Which of some tasks an actor sees: her own, those her post confirms, and those of enrolments she sees by name. Three queries. */
export async function visibleTasks(
  db: Db<any>,
  actor: Actor | null,
  tasks: readonly TaskRow[],
  today: string,
): Promise<readonly TaskRow[]> {
  if (actor === null) return [];
  const enrolments = await visibleEnrolments(
    db,
    actor,
    tasks.map((task) => task.enrolment),
    today,
  );
  return tasks.filter(
    (task) => task.person === actor.person || (actor.post !== null && task.verifier === actor.post) || enrolments.has(task.enrolment),
  );
}

/** The task of the path, when the actor sees it. */
export async function readTask(r: Request): Promise<TaskRow> {
  const id = r.params["id"];
  const found = isId(id) ? await tasksWhere(r.db, r.today, { ids: [id], written: true }) : [];
  const [task] = await visibleTasks(r.db, r.actor, found, r.today);
  if (task === undefined) throw new Problem(p.noTask);
  return task;
}

/** A session with its people, as far as the actor sees them by name. `whole`: she sees every one. */
export interface SessionRead {
  readonly session: SessionFacts;
  readonly people: readonly EnrolmentFacts[];
  readonly whole: boolean;
}

/** The session of the path when the actor sees it. */
export async function readSession(r: Visit, id = r.params["id"]): Promise<SessionRead> {
  if (!isId(id) || !(await sessionReach.read(r.db, r.actor, [id], r.today)).has(id)) throw new Problem(p.noSession);
  const session = (await sessionsByIds(r.db, [id])).get(id);
  if (session === undefined) throw new Problem(p.noSession);
  const all = await enrolmentsOf(r.db, [id]);
  const seen = await visibleEnrolments(
    r.db,
    r.actor,
    all.map((one) => one.id),
    r.today,
  );
  const people = all.filter((one) => seen.has(one.id));
  return { session, people, whole: people.length === all.length };
}

/** A post’s type and body in words. */
export const postText = (say: Say, pack: Pack, post: Pick<PostRow, "postType" | "organisationName">): string =>
  `${say(postTypeOf(pack, post.postType).names)}, ${post.organisationName}`;

/** A post that may see the work, with whoever holds it. */
export interface Seer {
  readonly post: string;
  readonly text: string;
  readonly holder: string | null;
}

/** The posts a learner may choose: her supervisor’s first, then that one’s own, and the one noted when she was named. Five queries. */
export async function seersOf(
  ask: { readonly db: Db<any>; readonly pack: Pack; readonly say: Say; readonly today: string },
  enrolment: Pick<EnrolmentFacts, "post" | "supervisor" | "person">,
): Promise<readonly Seer[]> {
  const { db, pack, say, today } = ask;
  const own = enrolment.post === null ? [] : [enrolment.post];
  const direct = (await supervisorsOf(db, pack, own, today)).get(own[0] ?? "") ?? null;
  const first = direct ?? enrolment.supervisor;
  const above = first === null ? null : ((await supervisorsOf(db, pack, [first], today)).get(first) ?? null);
  const ids = [...new Set([direct, enrolment.supervisor, above].filter((post) => post !== null))];
  const posts = new Map((await postsOn(db, { posts: ids, on: today })).map((post) => [post.post, post]));
  return ids.flatMap((id) => {
    const post = posts.get(id);
    return post === undefined || post.person === enrolment.person
      ? []
      : [{ post: id, text: postText(say, pack, post), holder: post.personName }];
  });
}
