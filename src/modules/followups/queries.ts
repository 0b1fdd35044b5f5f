/** Reads of tasks: how each stands, lists, sums by session, course and organisation, and what stood in the way. */
import { containing } from "#platform/db/like.ts";
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Standing } from "#kernel/commitment/standing.ts";
import type { Db } from "#platform/db/handle.ts";
import { NO_TASKS, type Application, type TaskRow } from "./schema.ts";

const answerOf = (side: "self" | "verifier", column: string): RawBuilder<unknown> => sql`(
  select ${sql.ref(`r.${column}`)} from commitment.reading r where r.commitment = t.id and r.side = ${side} and r.answer is not null order by r.due desc limit 1)`;

/** Each task with its newest answers, and its standing as `standingOf` of the kernel decides it. */
const standing = (today: Day): RawBuilder<unknown> => sql`
  select t.*, c.what, c.language, c.measure_of_success as success, c.due, c.verifier, c.state, c.barrier, x.said, x.seen, f.due as first_due,
    f.answer as first_seen, case when x.seen = 'yes' then 'verified' when x.seen = 'partly' then 'partly' when x.seen = 'no' then 'not_applied'
      when x.said = 'yes' then 'claimed' when x.said = 'partly' then 'partly' when x.said = 'no' then 'not_applied' else 'waiting' end as standing,
    exists (select from commitment.reading o where c.verifier is not null and o.commitment = t.id and o.side = 'verifier' and o.answered_at is null and o.lapsed_at is null
      and o.due <= ${today}) as open_to_supervisor
  from followups.task t left join commitment.commitment c on c.id = t.id
  left join commitment.reading f on f.commitment = t.id and f.side = 'verifier' and f.step = 'first'
  left join lateral (select ${answerOf("self", "answer")} as said, ${answerOf("verifier", "answer")} as seen) x on true`;

/** Which tasks are wanted; absent limits do not limit. `within`: only of these organisations, or of this person. */
export interface TaskQuestion {
  readonly ids?: readonly string[];
  readonly sessions?: readonly string[];
  readonly enrolments?: readonly string[];
  readonly person?: string;
  readonly verifiers?: readonly string[];
  readonly written?: boolean;
  readonly standing?: Standing | null;
  readonly openToSupervisor?: true;
  readonly words?: string | null;
  readonly sort?: "name" | "entity" | "due" | "standing";
  readonly descending?: boolean;
  readonly limit?: number;
  readonly offset?: number;
}

const conditions = (ask: TaskQuestion): RawBuilder<unknown> => sql`true
  ${ask.ids === undefined ? sql`` : sql`and s.id = any(${[...ask.ids]}::uuid[])`}
  ${ask.sessions === undefined ? sql`` : sql`and s.session = any(${[...ask.sessions]}::uuid[])`}
  ${ask.enrolments === undefined ? sql`` : sql`and s.enrolment = any(${[...ask.enrolments]}::uuid[])`}
  ${ask.person === undefined ? sql`` : sql`and (q.id = ${ask.person} and q.merged_into is null or q.merged_into = ${ask.person})`}
  ${ask.verifiers === undefined ? sql`` : sql`and s.verifier = any(${[...ask.verifiers]}::uuid[])`}
  ${ask.written === undefined ? sql`` : ask.written ? sql`and s.what is not null` : sql`and s.what is null`}
  ${ask.standing == null ? sql`` : sql`and s.standing = ${ask.standing}`}
  ${ask.openToSupervisor === undefined ? sql`` : sql`and s.open_to_supervisor`}
  ${ask.words == null ? sql`` : sql`and (p.full_name ilike ${containing(ask.words)} or s.what ilike ${containing(ask.words)})`}`;

const ORDER = {
  name: sql`p.sort_name`,
  entity: sql`coalesce(o.short_name, o.name)`,
  due: sql`s.due`,
  standing: sql`array_position(array['verified', 'claimed', 'partly', 'not_applied', 'waiting'], s.standing)`,
} as const;

const FROM = (today: Day): RawBuilder<unknown> => sql`from (${standing(today)}) s join registry.person q on q.id = s.person
  join registry.person p on p.id = coalesce(q.merged_into, q.id) join registry.organisation o on o.id = s.entity`;

/** Tasks in an order. One query. */
export async function tasksWhere(db: Db<any>, today: Day, ask: TaskQuestion): Promise<readonly TaskRow[]> {
  const direction = ask.descending === true ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<TaskRow>`
    select s.id, s.enrolment, s.session, p.id as person, p.full_name as "personName", s.post, s.entity, coalesce(o.short_name, o.name) as "entityName",
      s.organisation, s.token, s.asked_at as "askedAt", s.written_at as "writtenAt", s.what, s.language, s.success, s.due, s.verifier, s.state,
      s.standing, s.said, s.seen, s.barrier, s.first_due as "firstDue", s.first_seen as "firstSeen", s.open_to_supervisor as "openToSupervisor"
    ${FROM(today)} where ${conditions(ask)} order by ${ORDER[ask.sort ?? "name"]} ${direction}, p.sort_name, s.id
    limit ${ask.limit ?? 2000} offset ${ask.offset ?? 0}`.execute(db);
  return rows;
}

/** How many tasks fit. One query. */
export async function countTasks(db: Db<any>, today: Day, ask: TaskQuestion): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total ${FROM(today)} where ${conditions(ask)}`.execute(db);
  return rows[0]?.total ?? 0;
}

const SUMS = (today: Day): RawBuilder<unknown> => sql`
  count(*)::int as tasks, count(*) filter (where s.standing = 'verified')::int as verified, count(*) filter (where s.standing = 'claimed')::int as claimed,
  count(*) filter (where s.standing = 'partly')::int as partly, count(*) filter (where s.standing = 'not_applied')::int as "notApplied",
  count(*) filter (where s.standing = 'waiting')::int as waiting, count(*) filter (where s.first_due <= ${today})::int as due,
  count(*) filter (where s.first_due <= ${today} and s.first_seen = 'yes')::int as "verifiedFirst",
  count(*) filter (where s.open_to_supervisor)::int as "toAnswer"`;

/** Groups that tasks are summed by in one query; trainers are summed from sessions. */
export type GroupBy = "session" | "course" | "entity";

/** A sum with what it is of. */
export type GroupSum = Application & { readonly key: string };

/** Tasks summed by session, course or organisation. `sessions` limits them; one query. */
export async function sumsBy(
  db: Db<any>,
  today: Day,
  by: GroupBy,
  sessions?: readonly string[],
  within?: readonly string[],
): Promise<readonly GroupSum[]> {
  const { rows } = await sql<GroupSum>`
    select ${sql.ref(`s.${by}`)} as key, ${SUMS(today)} from (${standing(today)}) s where s.what is not null
      ${sessions === undefined ? sql`` : sql`and s.session = any(${[...sessions]}::uuid[])`}
      ${within === undefined ? sql`` : sql`and (s.entity = any(${[...within]}::uuid[]) or s.organisation = any(${[...within]}::uuid[]))`}
    group by ${sql.ref(`s.${by}`)} order by 1`.execute(db);
  return rows;
}

/** How the tasks of some sessions stand; a session without tasks is there with zeros. One query. */
export async function applicationOf(db: Db<any>, sessions: readonly string[], today?: Day): Promise<ReadonlyMap<string, Application>> {
  const on = today ?? ((await sql<{ day: Day }>`select current_date as day`.execute(db)).rows[0]?.day as Day);
  const sums = new Map((await sumsBy(db, on, "session", sessions)).map(({ key, ...sum }) => [key, sum]));
  return new Map(sessions.map((id) => [id, sums.get(id) ?? NO_TASKS]));
}

/** Codes of what stood in the way with how often they were named in answers that were not yes. One query. */
export async function barriersOf(
  db: Db<any>,
  sessions: readonly string[],
): Promise<readonly { readonly code: string; readonly count: number }[]> {
  const { rows } = await sql<{ code: string; count: number }>`
    select r.barrier as code, count(distinct r.commitment)::int as count from commitment.reading r join followups.task t on t.id = r.commitment
    where t.session = any(${[...sessions]}::uuid[]) and r.barrier is not null and r.answer <> 'yes' group by 1 order by 2 desc, 1`.execute(
    db,
  );
  return rows;
}

/** Tasks of a session in which the two sides say yes and no of the same step. One query. */
export async function differing(db: Db<any>, session: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.commitment as id from commitment.reading a join commitment.reading b on b.commitment = a.commitment and b.step = a.step
    join followups.task t on t.id = a.commitment
    where t.session = ${session} and a.side = 'self' and b.side = 'verifier' and a.answer in ('yes', 'no') and b.answer in ('yes', 'no') and a.answer <> b.answer`.execute(
    db,
  );
  return new Set(rows.map((row) => row.id));
}

/** The task a personal link opens; undefined when it is none. */
export async function taskByToken(db: Db<any>, today: Day, token: string): Promise<TaskRow | undefined> {
  const { rows } = await sql<{ id: string }>`select id from followups.task where token = ${token}`.execute(db);
  const id = rows[0]?.id;
  return id === undefined ? undefined : (await tasksWhere(db, today, { ids: [id] }))[0];
}

/** Which enrolments have a row here, asked or written. One query. */
export async function knownEnrolments(db: Db<any>, enrolments: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; enrolment: string }>`
    select id, enrolment from followups.task where enrolment = any(${[...enrolments]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.enrolment, row.id]));
}
