/** Inductions over 120,000 people and 300,000 entries of their portfolios: the list of the late, coverage, and the pages that show them. */
import { sql } from "kysely";
import { modules } from "#app/modules.ts";
import { today } from "#kernel/calendar/day.ts";
import { loadPack } from "#kernel/pack/load.ts";
import { inductionCoverage, inductionLate } from "#modules/inductions";
import { ROOT } from "#test/support/fixed.ts";
import { join } from "node:path";
import { installation, type Installation } from "./installation.ts";
import { figure, skipped, timed, type Bench, type Line } from "./measure.ts";

const PEOPLE = 120_000;
const ENTRIES = 300_000;
/** Wanted of the list, in milliseconds at the 95th percentile. */
const MOST = 300;

/**
 * People, each in a post of her own that owes an induction, begun within six years, so that a third of them were due within two years:
 * more than ever come at once but after elections; and what they took part in, every eighth of it an induction. In one transaction: all or
 * nobody.
 */
export async function manyPeople(db: Installation["db"]): Promise<void> {
  await db.transaction().execute(seed);
  await sql`analyze registry.person, registry.post, registry.assignment, registry.contact, portfolio.entry`.execute(db);
}

async function seed(db: Installation["db"]): Promise<void> {
  await sql`create temporary table beginner on commit drop as
    select gen_random_uuid() as person, gen_random_uuid() as post, n, o.id as organisation, o.tier, (current_date - (n * 7919 % 2190))::date as since,
      case o.tier when 'DIS' then (array['PRO', 'ACC', 'CLR', 'LND', 'MAY'])[1 + n % 5] when 'SEC' then (array['SFA', 'CRO', 'SCR', 'SAG'])[1 + n % 4] else 'CLC' end as post_type
    from generate_series(1, ${PEOPLE}::int) n
    join (select id, tier, row_number() over (order by id) as place, count(*) over () as places from registry.organisation where tier in ('DIS', 'SEC', 'CEL')) o
      on o.place = 1 + n % o.places`.execute(db);
  await sql`insert into registry.person (id, full_name, sort_name, sex) select person, 'Person ' || n, 'person ' || n, case when n % 5 < 2 then 'F' else 'M' end from beginner`.execute(
    db,
  );
  await sql`insert into registry.post (id, organisation, post_type, seat, from_day) select post, organisation, post_type, 1000 + row_number() over (partition by organisation, post_type), '2000-01-01' from beginner`.execute(
    db,
  );
  await sql`insert into registry.assignment (id, post, person, from_day) select gen_random_uuid(), post, person, since from beginner`.execute(
    db,
  );
  await sql`insert into registry.contact (id, person, kind, value, from_day) select gen_random_uuid(), person, 'phone', '+25078' || lpad(n::text, 7, '0'), '2020-01-01' from beginner`.execute(
    db,
  );
  await sql`insert into portfolio.entry (id, person, kind, about_kind, about, title, language, modality, organisation, tier, from_day, to_day, outcome, certainty, source, recorded_at)
    select gen_random_uuid(), b.person, 'bench', 'bench', gen_random_uuid(), 'Something', 'en', case when (b.n + k) % 8 = 0 then 'induction' else 'short_course' end,
      b.organisation, b.tier, b.since + 20 + k * 30, b.since + 21 + k * 30, 'attended', case when (b.n + k) % 3 = 0 then 'imported' else 'verified' end, 'bench', now()
    from beginner b cross join generate_series(0, ${Math.ceil(ENTRIES / PEOPLE)}::int) k limit ${ENTRIES}`.execute(db);
  await sql`analyze registry.person, registry.post, registry.assignment, registry.contact, portfolio.entry`.execute(db);
}

/** The value below which 95 of 100 runs stay. */
const p95 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;

async function runs(what: string, work: () => Promise<unknown>, count = 20): Promise<Line> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < count; run++) times.push(await timed(work));
  return { what, figures: [figure("p50", "ms", times), figure("p95", "ms", [p95(times)], { most: MOST })] };
}

async function pages(inn: Installation): Promise<Line[]> {
  if (!modules.some((module) => module.name === "inductions"))
    return [skipped("pages of inductions", "this installation has no such module")];
  const open = async (postType: string, path: string): Promise<Line> => {
    const { cookie } = await inn.as(postType);
    return runs(`${path} as ${postType}`, async () => {
      const answer = await fetch(inn.server.address + path, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
      await answer.arrayBuffer();
    });
  };
  return [
    await open("CBM", "/inductions"),
    await open("CBM", "/inductions/people?which=late&now=yes"),
    await open("CBM", "/inductions/people?which=late&sort=name-up&page=20"),
    await open("DHR", "/inductions/people?which=late&now=yes"),
  ];
}

/** The late of two years as the database gives them, then the pages. */
export async function lines(db: Installation["db"]): Promise<Line[]> {
  const pack = loadPack(join(ROOT, "packs/rwanda"));
  const day = today(new Date(), pack.timeZone);
  const period = { from: `${Number(day.slice(0, 4)) - 2}${day.slice(4)}`, to: day };
  const anew = await timed(() => inductionCoverage(db, pack, period, day));
  // As the database does by itself within minutes.
  await sql`vacuum (analyze) inductions.owed`.execute(db);
  const { rows } = await sql<{ people: number; entries: number }>`
    select (select count(*) from registry.person)::int as people, (select count(*) from portfolio.entry)::int as entries`.execute(db);
  const late = await inductionLate(db, pack, { ...period, within: "all", limit: 50 }, day);
  const about = `${rows[0]?.people ?? 0} people, ${rows[0]?.entries ?? 0} entries, ${late.total} late`;
  const onePerson = async (): Promise<void> => {
    await sql`update registry.assignment set to_day = to_day where id = (select assignment from inductions.owed limit 1)`.execute(db);
    await inductionCoverage(db, pack, period, day);
  };
  return [
    { what: "coverage read first after everyone came at once", figures: [figure("once", "ms", [anew])] },
    await runs(`first 50 of the late (${about})`, () => inductionLate(db, pack, { ...period, within: "all", limit: 50 }, day)),
    await runs("coverage of two years", () => inductionCoverage(db, pack, period, day)),
    await runs("the same just after a holding changed", onePerson),
  ];
}

export const inductions: Bench = {
  name: "inductions",
  about: "the list of the late and coverage over 120,000 people and 300,000 entries",
  run: async () => {
    const inn = await installation();
    await manyPeople(inn.db);
    return [...(await lines(inn.db)), ...(await pages(inn))];
  },
};
