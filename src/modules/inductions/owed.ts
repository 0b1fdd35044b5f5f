/** The table of who owes an induction: worked out from holdings and portfolios, for everyone or for those who changed since last time. */
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db, Tx } from "#platform/db/handle.ts";
import { transact } from "#platform/db/transact.ts";
import { INDUCTION, owingOf, RULES, type Owing } from "./rules.ts";

/** Between two holdings of one kind of post: a shorter break is the same service going on. */
const BREAK_DAYS = 90;

/** More people at once than this are quicker worked out with everyone else. */
const MANY = 5_000;

/** Renewed by hand when the definition below changes, so that installations work everything out anew. */
const DEFINITION = 1;

/** Everyone, or some people with all their doubles. */
type Whom = "all" | readonly string[];

/** Under which person each record of a person counts, as common table expression `hers`; a double counts as the one she was merged into. */
const hers = (whom: Whom): RawBuilder<unknown> =>
  whom === "all"
    ? sql`hers as (select id as record, coalesce(merged_into, id) as person from registry.person)`
    : sql`roots as (
        select distinct coalesce(merged_into, id) as person from registry.person where id = any(${[...whom]}::uuid[])
      ), hers as (
        select person as record, person from roots union all select p.id, r.person from roots r join registry.person p on p.merged_into = r.person
      )`;

/**
 * The definition. A holding owes an induction when its kind of post does, she holds it in her own right, its start is known to the month at
 * least, and it does not continue another of its kind. Inducted is the surest entry, then the earliest, that ended on or after her start.
 */
export function owedRows(owing: readonly Owing[], whom: Whom): RawBuilder<unknown> {
  const pick = <T>(of: (one: Owing) => T): T[] => owing.map(of);
  return sql`
    with types (code, track, months, days) as (
      select * from unnest(${pick((one) => one.postType)}::text[], ${pick((one) => one.track)}::text[], ${pick((one) => one.months)}::int[], ${pick((one) => one.days)}::int[])
    ), ${hers(whom)}, held as (
      select s.person, a.id as assignment, a.post, p.organisation, p.post_type, a.from_day as since, a.from_precision, a.to_day as left_on
      from hers s join registry.assignment a on a.person = s.record join registry.post p on p.id = a.post where not a.acting
    ), begun as (
      select h.*, t.track, (h.since + make_interval(months => t.months, days => t.days))::date as due
      from held h join types t on t.code = h.post_type
      where h.from_precision <> 'year' and not exists (
        select from held e where e.person = h.person and e.post_type = h.post_type and e.since < h.since
          and (e.left_on is null or e.left_on >= h.since - ${BREAK_DAYS}::int))
    ), took as (
      select s.person, e.to_day, e.certainty from hers s join portfolio.entry e on e.person = s.record
      where e.modality = ${INDUCTION} and e.certainty in ('verified', 'imported')
    ), met as (
      select distinct on (b.assignment) b.assignment, k.to_day, k.certainty from begun b join took k on k.person = b.person and k.to_day >= b.since
      order by b.assignment, k.certainty desc, k.to_day
    )
    select b.assignment, b.person, h.sex, b.post, b.organisation, b.post_type, b.track, b.since, b.left_on, b.due, m.to_day as inducted_on, m.certainty,
      m.assignment is not null or b.left_on is null or b.left_on > b.due as counted,
      lead(b.assignment) over (partition by b.person order by b.since, b.assignment) is not null as followed
    from begun b join registry.person h on h.id = b.person left join met m on m.assignment = b.assignment`;
}

/** What the rules of a day make owe, and how the table says that it was worked out by them. */
async function rulesOn(db: Db<any>, pack: Pack, today: Day): Promise<{ readonly owing: readonly Owing[]; readonly rules: string }> {
  const owing = owingOf(pack, await ruleSetFor(db, RULES, today));
  return { owing, rules: JSON.stringify({ definition: DEFINITION, owing }) };
}

const COLUMNS = sql.raw(
  "assignment, person, sex, post, organisation, post_type, track, since, left_on, due, inducted_on, certainty, counted, followed",
);

/** Works everything out anew. Under the lock of `renew`. */
async function workOutAll(tx: Tx<any>, owing: readonly Owing[], rules: string): Promise<void> {
  await sql`delete from inductions.owed`.execute(tx);
  await sql`insert into inductions.owed (${COLUMNS}) ${owedRows(owing, "all")}`.execute(tx);
  await sql`insert into inductions.renewed (rules) values (${rules}::jsonb) on conflict (single) do update set rules = excluded.rules`.execute(
    tx,
  );
}

async function workOut(tx: Tx<any>, owing: readonly Owing[], people: readonly string[]): Promise<void> {
  await sql`
    delete from inductions.owed where person in (
      select unnest(${[...people]}::uuid[]) union select merged_into from registry.person where id = any(${[...people]}::uuid[]))`.execute(
    tx,
  );
  await sql`insert into inductions.owed (${COLUMNS}) ${owedRows(owing, people)}`.execute(tx);
}

/** One at a time. Who was noted after this statement began is found next time. */
async function renew(tx: Tx<any>, owing: readonly Owing[], rules: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('inductions.owed', 0))`.execute(tx);
  const { rows } = await sql<{ same: boolean; many: number; people: string[] | null }>`
    with gone as (delete from inductions.touched returning person), people as (select distinct person from gone), size as (select count(*)::int as many from people)
    select exists (select from inductions.renewed where rules = ${rules}::jsonb) as same, many,
      case when many <= ${MANY}::int then (select array_agg(person) from people) end as people from size`.execute(tx);
  const { same, many, people } = rows[0] ?? { same: false, many: 0, people: null };
  if (!same || many > MANY) await workOutAll(tx, owing, rules);
  else if (people !== null) await workOut(tx, owing, people);
}

/**
 * Brings the table up to date with every change committed before, and with the rules of the day. Two small queries when nothing changed;
 * about a second for a hundred thousand people who came at once.
 */
export async function refreshOwed(db: Db<any>, pack: Pack, today: Day): Promise<void> {
  const { owing, rules } = await rulesOn(db, pack, today);
  const { rows } = await sql<{ stale: boolean }>`
    select exists (select from inductions.touched) or not exists (select from inductions.renewed where rules = ${rules}::jsonb) as stale`.execute(
    db,
  );
  if (rows[0]?.stale !== true) return;
  if (db.isTransaction) await renew(db as Tx<any>, owing, rules);
  else await transact(db, (tx) => renew(tx, owing, rules));
}
