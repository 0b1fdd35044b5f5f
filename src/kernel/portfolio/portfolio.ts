/** What people took part in, kept with the person: sessions, past lists, later forums and tours write here, and people reached are counted from here alone. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { PortfolioTables } from "./tables.ts";

/** Somebody took part in something. `id` is the id of the record that says so (an enrolment), so that it is written once. */
export interface NewEntry {
  readonly id: string;
  readonly person: string;
  /** Kind of record that says so, such as `sessions.enrolment`. */
  readonly kind: string;
  /** What she took part in: kind and id of the session, the import, later the forum. */
  readonly about: { readonly kind: string; readonly id: string };
  readonly title: string;
  readonly language: string;
  /** Code of the course that was taught; null: none, or a list did not say. */
  readonly course: string | null;
  /** Code of the list `modality`. */
  readonly modality: string;
  /** Code of the list `capacity_domain`. */
  readonly domain: string | null;
  readonly programme: string | null;
  /** The post she held then, with its type, organisation and tier; null where a list did not say. */
  readonly post: string | null;
  readonly postType: string | null;
  readonly organisation: string | null;
  readonly tier: string | null;
  readonly ageBand: string | null;
  readonly from: Day;
  readonly fromPrecision?: "year" | "month" | "day";
  readonly to: Day;
  readonly minutes: number | null;
  readonly outcome: "attended" | "competent";
  readonly certainty: "imported" | "claimed" | "verified";
  readonly source: string;
}

/** An entry as it stands. */
export type Entry = NewEntry & { readonly fromPrecision: "year" | "month" | "day"; readonly recordedAt: Date };

/** Writes entries, in one statement; an entry with the same id is renewed (a test passed later makes it `competent`) and keeps the moment it was first recorded. */
export async function keepEntries(act: Act<PortfolioTables>, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    id: entry.id,
    person: entry.person,
    kind: entry.kind,
    about_kind: entry.about.kind,
    about: entry.about.id,
    title: entry.title,
    language: entry.language,
    course: entry.course,
    modality: entry.modality,
    domain: entry.domain,
    programme: entry.programme,
    post: entry.post,
    post_type: entry.postType,
    organisation: entry.organisation,
    tier: entry.tier,
    age_band: entry.ageBand,
    from_day: entry.from,
    from_precision: entry.fromPrecision ?? "day",
    to_day: entry.to,
    minutes: entry.minutes,
    outcome: entry.outcome,
    certainty: entry.certainty,
    source: entry.source,
    recorded_at: act.now,
  }));
  await sql`
    insert into portfolio.entry select * from jsonb_populate_recordset(null::portfolio.entry, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set minutes = excluded.minutes, outcome = excluded.outcome, certainty = excluded.certainty`.execute(act.tx);
}

/** Takes entries back: the record that they rested on was wrong. Returns how many there were. */
export async function dropEntries(act: Act<PortfolioTables>, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const gone = await act.tx
    .deleteFrom("portfolio.entry")
    .where("id", "in", [...ids])
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

interface Row {
  id: string;
  person: string;
  kind: string;
  about_kind: string;
  about: string;
  title: string;
  language: string;
  course: string | null;
  modality: string;
  domain: string | null;
  programme: string | null;
  post: string | null;
  post_type: string | null;
  organisation: string | null;
  tier: string | null;
  age_band: string | null;
  from_day: Day;
  from_precision: "year" | "month" | "day";
  to_day: Day;
  minutes: number | null;
  outcome: "attended" | "competent";
  certainty: "imported" | "claimed" | "verified";
  source: string;
  recorded_at: Date;
}

const entryOf = (row: Row): Entry => ({
  id: row.id,
  person: row.person,
  kind: row.kind,
  about: { kind: row.about_kind, id: row.about },
  title: row.title,
  language: row.language,
  course: row.course,
  modality: row.modality,
  domain: row.domain,
  programme: row.programme,
  post: row.post,
  postType: row.post_type,
  organisation: row.organisation,
  tier: row.tier,
  ageBand: row.age_band,
  from: row.from_day,
  fromPrecision: row.from_precision,
  to: row.to_day,
  minutes: row.minutes,
  outcome: row.outcome,
  certainty: row.certainty,
  source: row.source,
  recordedAt: row.recorded_at,
});

/** What some people took part in, newest first; merged persons are read under the one they were merged into. One query. */
export async function entriesOf(db: Db<any>, people: readonly string[], limit = 500): Promise<Entry[]> {
  const { rows } = await sql<Row>`
    select e.* from portfolio.entry e join registry.person p on p.id = e.person
    where (p.id = any(${[...people]}::uuid[]) and p.merged_into is null or p.merged_into = any(${[...people]}::uuid[]))
    order by e.to_day desc, e.id limit ${limit}`.execute(db);
  return rows.map(entryOf);
}
