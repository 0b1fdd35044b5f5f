/** Achievements at size: 120,000 people and 300,000 portfolio entries; the page cold and warm, and the lists behind its numbers. */
import { sql, type Kysely } from "kysely";
import type { Pack } from "#kernel/pack/pack.ts";
import { figuresOf, planOn, reachedPeople, wholeOf } from "#modules/achievements";

const PEOPLE = 120_000;
const ENTRIES = 300_000;

/** Milliseconds at the middle and at the 95th percentile of some runs. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** What is measured, in milliseconds. */
export interface AchievementsBench {
  readonly people: number;
  readonly entries: number;
  /** After something moved: everything is counted anew. */
  readonly cold: Spread;
  /** Nothing moved since. */
  readonly warm: Spread;
  /** The first fifty people behind the largest number. */
  readonly list: Spread;
}

/** Fills a scratch database with invented people and entries, in five statements. */
export async function fillPortfolio(db: Kysely<any>): Promise<void> {
  await sql`
    insert into registry.person (id, full_name, sort_name, sex, language)
    select gen_random_uuid(), 'Person ' || i, 'person ' || i, case when i % 5 < 2 then 'F' else 'M' end, 'rw' from generate_series(1, ${PEOPLE}) i`.execute(
    db,
  );
  await sql`
    with p as (select array_agg(id order by id) as ids from registry.person where full_name like 'Person %'),
      o as (select array_agg(id order by id) as ids from registry.organisation where tier is not null)
    insert into portfolio.entry (id, person, kind, about_kind, about, title, language, modality, programme, organisation, tier, from_day, to_day, minutes,
      outcome, certainty, source, recorded_at)
    select gen_random_uuid(), p.ids[1 + (i::bigint * 48271 % ${PEOPLE})::int], 'sessions.enrolment', 'sessions.session', md5((i % 11000)::text)::uuid,
      'Course ' || (i % 24), 'en', (array['short_course', 'technical_forum', 'induction'])[1 + i % 3], (array['GIZ', 'EU', null])[1 + i % 3],
      o.ids[1 + i % cardinality(o.ids)], (array['DIS', 'SEC', 'CEL'])[1 + i % 3], d.day, d.day + 1, 960,
      case when i % 6 = 0 then 'attended' else 'competent' end, case when i % 9 = 0 then 'imported' else 'verified' end, 'bench', now()
    from generate_series(1, ${ENTRIES}) i, p, o, lateral (select '2025-07-01'::date + (i::bigint * 7919 % 130)::int as day) d`.execute(db);
  await sql`analyze`.execute(db);
}

async function timed(runs: number, run: () => Promise<unknown>): Promise<Spread> {
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

/** Measures the figures of the page and one list behind them on a filled database. */
export async function measureAchievements(db: Kysely<any>, pack: Pack, today: string): Promise<AchievementsBench> {
  const plan = await planOn(db, today);
  const scope = wholeOf(plan.begins, today);
  const page = () => figuresOf(db, pack, scope, "all", today);
  const cold = await timed(8, async () => {
    await sql`insert into achievements.moved (what) values ('reach')`.execute(db);
    await page();
  });
  const warm = await timed(20, page);
  const list = await timed(10, () => reachedPeople(db, scope, "all", today, { order: "name", limit: 50, offset: 0 }));
  return { people: PEOPLE, entries: ENTRIES, cold, warm, list };
}
