/** Reads for other modules: sessions and enrolments by id, by time, by course, by person. */
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import { coursesByIds } from "#modules/courses";
import type { Db } from "#platform/db/handle.ts";
import { SEATED, type SessionState } from "./flows.ts";
import { paths } from "./paths.ts";
import type { EnrolmentFacts, SessionFacts, TrainerFacts } from "./schema.ts";

const SESSION_COLUMNS = sql`
  s.id, s.reference, s.title, s.language, s.course, s.organisation, s.state, s.mode, s.from_day as "from", s.to_day as "to", s.place,
  (select v.name from registry.territory_version v where v.territory = s.region and v.from_day <= s.from_day
    and (v.to_day is null or v.to_day > s.from_day) limit 1) as province,
  s.region, s.territory, s.plan_line as "planLine", s.mandate, s.places, s.groups, s.gathering, s.modality, s.domain, s.programme, s.funder`;

async function trainersOf(db: Db<any>, sessions: readonly string[]): Promise<ReadonlyMap<string, TrainerFacts[]>> {
  const { rows } = await sql<TrainerFacts & { session: string }>`
    select t.session, t.post, p.id as person, p.full_name as name, t.state
    from sessions.trainer t join registry.person q on q.id = t.person join registry.person p on p.id = coalesce(q.merged_into, q.id)
    where t.session = any(${[...sessions]}::uuid[]) order by t.session, p.sort_name`.execute(db);
  const known = new Map<string, TrainerFacts[]>();
  for (const { session, ...trainer } of rows) known.set(session, [...(known.get(session) ?? []), trainer]);
  return known;
}

async function factsWhere(db: Db<any>, rest: RawBuilder<unknown>): Promise<readonly SessionFacts[]> {
  const { rows } = await sql<Omit<SessionFacts, "trainers">>`select ${SESSION_COLUMNS} from sessions.session s ${rest}`.execute(db);
  if (rows.length === 0) return [];
  const trainers = await trainersOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, trainers: trainers.get(row.id) ?? [] }));
}

/** Sessions by id. Two queries. */
export async function sessionsByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, SessionFacts>> {
  const found = await factsWhere(db, sql`where s.id = any(${[...ids]}::uuid[])`);
  return new Map(found.map((session) => [session.id, session]));
}

/** Which sessions are wanted; absent limits do not limit. `from` and `to` find those that touch the period. */
export interface SessionQuestion {
  readonly states?: readonly SessionState[];
  readonly from?: Day;
  readonly to?: Day;
  readonly course?: string;
  readonly planLines?: readonly string[];
  readonly limit: number;
  readonly offset: number;
}

/** Sessions in order of their first day. Two queries. */
export async function sessionsWhere(db: Db<any>, ask: SessionQuestion): Promise<readonly SessionFacts[]> {
  const conditions = [
    sql`true`,
    ...(ask.states === undefined ? [] : [sql`s.state = any(${[...ask.states]}::text[])`]),
    ...(ask.from === undefined ? [] : [sql`s.to_day >= ${ask.from}`]),
    ...(ask.to === undefined ? [] : [sql`s.from_day <= ${ask.to}`]),
    ...(ask.course === undefined ? [] : [sql`s.course = ${ask.course}`]),
    ...(ask.planLines === undefined ? [] : [sql`s.plan_line = any(${[...ask.planLines]}::uuid[])`]),
  ];
  return factsWhere(db, sql`where ${sql.join(conditions, sql` and `)} order by s.from_day, s.id limit ${ask.limit} offset ${ask.offset}`);
}

const ENROLMENTS = sql`
  select e.id, e.session, p.id as person, p.full_name as "personName", e.sex, e.age_band as "ageBand", e.post, e.post_type as "postType",
    e.organisation, coalesce(o.short_name, o.name) as "organisationName", e.entity, coalesce(n.short_name, n.name) as "entityName", e.tier,
    e.learner, e.state, e.outcome, e.mode, e.supervisor
  from sessions.enrolment e
  join registry.person q on q.id = e.person join registry.person p on p.id = coalesce(q.merged_into, q.id)
  join registry.organisation o on o.id = e.organisation join registry.organisation n on n.id = e.entity`;

/** Everyone enrolled in some sessions in whatever state, by session, organisation and name. One query. */
export async function enrolmentsOf(db: Db<any>, sessions: readonly string[]): Promise<readonly EnrolmentFacts[]> {
  const { rows } = await sql<EnrolmentFacts>`${ENROLMENTS}
    where e.session = any(${[...sessions]}::uuid[]) order by e.session, n.name, p.sort_name, e.id`.execute(db);
  return rows;
}

/** Enrolments by id. One query. */
export async function enrolmentsByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, EnrolmentFacts>> {
  const { rows } = await sql<EnrolmentFacts>`${ENROLMENTS} where e.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A person's enrolments, those of her merged doubles included, the newest session first. One query. */
export async function enrolmentsOfPerson(db: Db<any>, person: string): Promise<readonly EnrolmentFacts[]> {
  const { rows } = await sql<EnrolmentFacts>`${ENROLMENTS} join sessions.session s on s.id = e.session
    where e.person in (select id from registry.person where id = ${person} or merged_into = ${person})
    order by s.from_day desc, e.id`.execute(db);
  return rows;
}

/** A session that somebody is expected at. */
export interface ComingSession {
  readonly title: string;
  readonly from: Day;
  readonly href: string;
}

/** The next session of a modality that each of some people is expected at; two queries. */
export async function comingSessions(
  db: Db<any>,
  people: readonly string[],
  today: Day,
  modality: string,
): Promise<ReadonlyMap<string, ComingSession>> {
  if (people.length === 0) return new Map();
  const { rows } = await sql<{ person: string; session: string; course: string; title: string; from: Day }>`
    select coalesce(h.merged_into, h.id) as person, s.id as session, s.course, s.title, s.from_day as "from"
    from sessions.enrolment e join registry.person h on h.id = e.person join sessions.session s on s.id = e.session
    where coalesce(h.merged_into, h.id) = any(${[...people]}::uuid[]) and s.from_day >= ${today} and s.state <> 'cancelled'
      and e.state = any(${[...SEATED]}::text[]) and not e.waiting
    order by s.from_day desc`.execute(db);
  const courses = await coursesByIds(db, [...new Set(rows.map((row) => row.course))]);
  const wanted = rows.filter((row) => courses.get(row.course)?.modality === modality);
  return new Map(wanted.map((row) => [row.person, { title: row.title, from: row.from, href: paths.session(row.session) }]));
}
