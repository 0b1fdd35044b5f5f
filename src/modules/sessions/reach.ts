/** Which sessions and enrolments an actor may read, run or teach: sets in, sets out. */
import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import { organisationsFor, type Verb } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { verbs } from "./rules.ts";

/** True for a person or one of her merged doubles. */
const herself = (column: RawBuilder<unknown>, person: string): RawBuilder<unknown> =>
  sql`${column} in (select id from registry.person where id = ${person} or merged_into = ${person})`;

/** The condition that an actor sees session `s`: all of them, those with a seat or a name of her organisations, those she teaches or attends. */
export async function seenBy(db: Db<any>, actor: Actor | null, today: Day): Promise<RawBuilder<unknown>> {
  if (actor === null) return sql`false`;
  const within = await organisationsFor(db, actor, verbs.read, today);
  if (within === "all") return sql`true`;
  const parts = [
    sql`exists (select from sessions.trainer t where t.session = s.id and ${herself(sql`t.person`, actor.person)})`,
    sql`exists (select from sessions.enrolment e where e.session = s.id and ${herself(sql`e.person`, actor.person)} and e.state <> 'not_approved')`,
    ...(within.size === 0
      ? []
      : [
          sql`s.state <> 'planned' and exists (select from sessions.seat k where k.session = s.id and k.organisation = any(${[...within]}::uuid[]))`,
          sql`exists (select from sessions.enrolment e where e.session = s.id and (e.entity = any(${[...within]}::uuid[]) or e.organisation = any(${[...within]}::uuid[])))`,
        ]),
  ];
  return sql`(${sql.join(
    parts.map((part) => sql`(${part})`),
    sql` or `,
  )})`;
}

async function sessionsIn(db: Db<any>, ids: readonly string[], condition: RawBuilder<unknown>): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select s.id from sessions.session s where s.id = any(${[...ids]}::uuid[]) and ${condition}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

async function byOrganisation(db: Db<any>, actor: Actor | null, verb: Verb, today: Day): Promise<RawBuilder<unknown>> {
  if (actor === null) return sql`false`;
  const within = await organisationsFor(db, actor, verb, today);
  return within === "all" ? sql`true` : sql`s.organisation = any(${[...within]}::uuid[])`;
}

/** Which of some sessions an actor may read, run, or conduct in the room (run it or teach it). Two queries each. */
export const sessionReach = {
  async read(db: Db<any>, actor: Actor | null, ids: readonly string[], today: Day): Promise<ReadonlySet<string>> {
    return sessionsIn(db, ids, await seenBy(db, actor, today));
  },
  /** Those whose whole list of names the actor may read: everybody's, not only her own organisation's. */
  async readAll(db: Db<any>, actor: Actor | null, ids: readonly string[], today: Day): Promise<ReadonlySet<string>> {
    const all = actor !== null && (await organisationsFor(db, actor, verbs.read, today)) === "all";
    return sessionsIn(db, ids, all ? sql`true` : sql`false`);
  },
  async run(db: Db<any>, actor: Actor | null, ids: readonly string[], today: Day): Promise<ReadonlySet<string>> {
    return sessionsIn(db, ids, await byOrganisation(db, actor, verbs.run, today));
  },
  async conduct(db: Db<any>, actor: Actor | null, ids: readonly string[], today: Day): Promise<ReadonlySet<string>> {
    if (actor === null) return new Set();
    const runs = await byOrganisation(db, actor, verbs.run, today);
    const teaches = sql`exists (select from sessions.trainer t where t.session = s.id and t.state <> 'declined' and ${herself(sql`t.person`, actor.person)})`;
    return sessionsIn(db, ids, sql`(${runs} or ${teaches})`);
  },
} as const;

/** The condition that an actor sees enrolment `e` by name: her organisations', her own, all when she reads all, and those of a session she teaches. */
export async function namesSeenBy(db: Db<any>, actor: Actor | null, today: Day): Promise<RawBuilder<unknown>> {
  if (actor === null) return sql`false`;
  const within = await organisationsFor(db, actor, verbs.read, today);
  if (within === "all") return sql`true`;
  return sql`(${herself(sql`e.person`, actor.person)}
    or e.entity = any(${[...within]}::uuid[]) or e.organisation = any(${[...within]}::uuid[])
    or exists (select from sessions.trainer t where t.session = e.session and t.state <> 'declined' and ${herself(sql`t.person`, actor.person)}))`;
}

/** Which of some enrolments an actor may see by name. Two queries. */
export async function visibleEnrolments(
  db: Db<any>,
  actor: Actor | null,
  ids: readonly string[],
  today: Day,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select e.id from sessions.enrolment e where e.id = any(${[...ids]}::uuid[]) and ${await namesSeenBy(db, actor, today)}`.execute(db);
  return new Set(rows.map((row) => row.id));
}
