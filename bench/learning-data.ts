/** The learning of 120,000 people for the benchmarks: 300,000 places in sessions with their portfolio entries, tasks at work, plan lines, needs and the links among them. */
import { sql } from "kysely";
import { manyPeople } from "./inductions.ts";
import type { Installation } from "./installation.ts";

type Database = Installation["db"];

/** Sessions of one day that people of different places went to. */
const SESSIONS_A_DAY = 5;
/** The data of inductions begins people on so many days, in turn: those of one turn sit in one room. */
const DAYS = 2190;
const NEEDS = 3000;
const LINES = 2000;
const INDICATORS = 200;
/** Sittings in which each need was found. */
const ANSWERS_A_NEED = 100;
/** Every so manieth place has a task at work behind it. */
const TASK_EVERY = 3;

async function columnsOf(db: Database, table: string, without: readonly string[]): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns where table_schema || '.' || table_name = ${table}
      and column_name <> all(${[...without]}::text[]) order by ordinal_position`.execute(db);
  return rows.map((row) => row.name).join(", ");
}

/** Copies rows of a table of the demonstration until there are `wanted` new ones; `set` says what is not copied. Keeps their ids in a table of `into`. */
async function copies(
  db: Database,
  table: string,
  how: { readonly wanted: number; readonly into: string; readonly where: string; readonly set: Readonly<Record<string, string>> },
): Promise<void> {
  const kept = await columnsOf(db, table, ["id", ...Object.keys(how.set)]);
  const columns = [...Object.keys(how.set), ...kept.split(", ")];
  const values = [...Object.values(how.set), ...kept.split(", ").map((name) => `t.${name}`)];
  await sql
    .raw(
      `create temporary table ${how.into} on commit drop as
        select gen_random_uuid() as id, n::int, (array_agg(t.id order by t.id))[1 + n % count(*)] as template
        from generate_series(0, ${how.wanted - 1}) n cross join ${table} t where ${how.where} group by n`,
    )
    .execute(db);
  await sql
    .raw(
      `insert into ${table} (id, ${columns.join(", ")}) select c.id, ${values.join(", ")} from ${how.into} c join ${table} t on t.id = c.template`,
    )
    .execute(db);
}

/** Needs, lines of the running plan and indicators with their figures. */
async function aims(db: Database): Promise<void> {
  await copies(db, "needs.need", {
    wanted: NEEDS,
    into: "more_need",
    where: "t.state in ('accepted', 'responded', 'met')",
    set: { kind: "'service_problem'" },
  });
  await copies(db, "plans.line", {
    wanted: LINES,
    into: "more_line",
    where: "t.state <> 'dropped' and t.plan = (select id from plans.plan where state = 'running' limit 1)",
    set: { number: "1000 + c.n" },
  });
  await copies(db, "measure.indicator", {
    wanted: INDICATORS,
    into: "more_indicator",
    where: "t.state = 'active'",
    set: { code: "t.code || '-' || c.n" },
  });
  const figures = await columnsOf(db, "measure.observation", ["id", "indicator", "replaces"]);
  await sql
    .raw(
      `insert into measure.observation (id, indicator, ${figures}) select gen_random_uuid(), c.id, ${figures.replaceAll(/\b(\w+)\b/g, "o.$1")}
        from more_indicator c join measure.observation o on o.indicator = c.template and o.replaces is null`,
    )
    .execute(db);
}

/** Entries become places in sessions: those of one day and a fifth of the people sat in one room. */
async function sessions(db: Database): Promise<void> {
  await sql`create temporary table held on commit drop as
    select e.id, e.person, e.organisation, e.tier, e.from_day, e.to_day, split_part(p.full_name, ' ', 2)::int as n,
      split_part(p.full_name, ' ', 2)::int / ${DAYS}::int % ${SESSIONS_A_DAY}::int as room, p.sex
    from portfolio.entry e join registry.person p on p.id = e.person where e.source = 'bench'`.execute(db);
  await sql`create temporary table room on commit drop as
    select gen_random_uuid() as id, from_day, to_day, room, row_number() over (order by to_day, from_day, room)::int as n
    from (select distinct from_day, to_day, room from held) h`.execute(db);
  await sql`insert into gathering.gathering (id, kind, about, organisation, mode, place, first_day, last_day, closed_at)
    select r.id, 'sessions.session', r.id, o.id, 'physical', 'Huye', from_day, to_day, now() from room r, (select id from registry.organisation where tier = 'ASC' limit 1) o`.execute(
    db,
  );
  await sql`insert into sessions.session (id, reference, title, language, course, organisation, gathering, plan_line, state, mode, from_day, to_day, place, places,
      modality, nominations_close, delivered_at, recorded_at)
    select r.id, 'BENCH-' || r.n, t.title, t.language, t.course, t.organisation, r.id, l.id, 'closed', 'physical', r.from_day, r.to_day, 'Huye', 40,
      'short_course', r.from_day - 14, now(), now()
    from room r join more_line l on l.n = r.n % ${LINES}::int cross join (select * from sessions.session where state = 'closed' order by id limit 1) t`.execute(
    db,
  );
  await sql`insert into sessions.enrolment (id, session, person, organisation, entity, tier, sex, learner, state, outcome, mode, token, nominated_at, settled_at)
    select h.id, r.id, h.person, h.organisation, h.organisation, h.tier, h.sex, 'new', 'competent', 'competent', 'physical', 'bench-' || h.id, now(), now()
    from held h join room r using (from_day, to_day, room)`.execute(db);
  await sql`update portfolio.entry e set kind = 'sessions.enrolment', about_kind = 'sessions.session', about = r.id, outcome = 'competent'
    from held h join room r using (from_day, to_day, room) where h.id = e.id`.execute(db);
}

/** What people said they would do, and what both sides answered. */
async function tasks(db: Database): Promise<void> {
  await sql`create temporary table doing on commit drop as
    select gen_random_uuid() as id, e.id as enrolment, e.session, s.course, e.person, e.organisation, e.settled_at,
      row_number() over (order by e.id)::int as n
    from sessions.enrolment e join sessions.session s on s.id = e.session join held h on h.id = e.id where h.n / 7 % ${TASK_EVERY}::int = 0`.execute(
    db,
  );
  await sql`insert into followups.task (id, enrolment, session, course, person, entity, organisation, token, asked_at, written_at, recorded_at)
    select id, enrolment, session, course, person, organisation, organisation, 'bench-' || id, now(), now(), now() from doing`.execute(db);
  await sql`insert into commitment.commitment (id, kind, about, what, language, person, organisation, due, state, recorded_at)
    select id, 'followups.task', enrolment, 'Answer each letter within five days', 'en', person, organisation, current_date - 30, case when n % 5 < 2 then 'verified' else 'done' end, now()
    from doing`.execute(db);
  await sql`insert into commitment.reading (id, commitment, step, side, due, token, answer, language, channel, asked_at, answered_at)
    select gen_random_uuid(), d.id, 'first', x.side, current_date - 30, 'bench-' || x.side || d.id, case when x.side = 'self' or d.n % 5 < 2 then 'yes' end, 'en', 'sms', now(),
      case when x.side = 'self' or d.n % 5 < 2 then now() end
    from doing d cross join (values ('self'), ('verifier')) x (side)`.execute(db);
}

async function links(db: Database): Promise<void> {
  const linked = (relation: string, from: string, to: string, pairs: ReturnType<typeof sql>) =>
    sql`
    insert into trace.link (id, relation, from_kind, from_id, to_kind, to_id, proved)
    select gen_random_uuid(), ${relation}, ${from}, f, ${to}, t, true from (${pairs}) x (f, t)`.execute(db);
  await linked(
    "planned_in",
    "needs.need",
    "plans.line",
    sql`select n.id, l.id from more_need n join more_line l on l.n = n.n % ${LINES}::int`,
  );
  await linked(
    "delivered_by",
    "plans.line",
    "sessions.session",
    sql`select l.id, r.id from room r join more_line l on l.n = r.n % ${LINES}::int`,
  );
  await linked(
    "measured_by",
    "needs.need",
    "measure.indicator",
    sql`select n.id, i.id from more_need n join more_indicator i on i.n = n.n % ${INDICATORS}::int`,
  );
  await linked(
    "answered",
    "questionnaire.sitting",
    "needs.need",
    sql`select gen_random_uuid(), n.id from more_need n, generate_series(1, ${ANSWERS_A_NEED}::int)`,
  );
}

/** Fills an installation with everything, once; in one transaction: all or nothing. */
export async function learningData(db: Database): Promise<void> {
  const { rows } = await sql<{ people: boolean; sessions: boolean }>`
    select exists (select from portfolio.entry where source = 'bench') as people, exists (select from sessions.session where reference = 'BENCH-1') as sessions`.execute(
    db,
  );
  if (rows[0]?.people !== true) await manyPeople(db);
  if (rows[0]?.sessions === true) return;
  await db.transaction().execute(async (tx) => {
    await aims(tx);
    await sessions(tx);
    await tasks(tx);
    await links(tx);
  });
  // As the database does by itself within minutes.
  await sql`vacuum (analyze) portfolio.entry, sessions.session, sessions.enrolment, followups.task, commitment.commitment, commitment.reading, trace.link, gathering.gathering,
    needs.need, plans.line, measure.indicator, measure.observation, registry.person`.execute(db);
}
