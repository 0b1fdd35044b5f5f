/** Reads of the library: instruments with their published version and how many answers they have. */
import { containing } from "#platform/db/like.ts";
import { sql } from "kysely";
import { languageCode } from "#kernel/questionnaire/model.ts";
import type { Db } from "#platform/db/handle.ts";
import { readable, type Reading } from "./reading.ts";

/** One instrument of the library. */
export interface LibraryRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly language: string;
  readonly versions: number;
  readonly published: string | null;
  readonly publishedNumber: number | null;
  readonly publishedAt: Date | null;
  readonly languages: readonly string[];
  readonly answers: number;
  readonly lastVersion: string;
}

/** What the library is sorted by. */
export const LIBRARY_SORTS = ["title", "answers"] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

/** What part of the library is wanted. `draft`: nothing of it is published. */
export interface LibraryQuestion {
  readonly reading: Reading;
  readonly q: string | null;
  readonly state: "published" | "draft" | null;
  readonly sort: LibrarySort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** Instruments by title, and how many match in all. One query. */
export async function library(db: Db<any>, ask: LibraryQuestion): Promise<{ readonly rows: LibraryRow[]; readonly total: number }> {
  const { rows } = await sql<LibraryRow & { total: number; languages: string[] | null }>`
    select i.id, i.code, i.title, i.language,
      (select count(*) from questionnaire.version v where v.instrument = i.id) as versions,
      (select v.id from questionnaire.version v where v.instrument = i.id order by v.number desc limit 1) as "lastVersion",
      p.id as published, p.number as "publishedNumber", p.published_at as "publishedAt", p.model -> 'languages' as languages,
      (select count(*) from questionnaire.sitting s join questionnaire.version v on v.id = s.version
        where v.instrument = i.id and s.state = 'submitted') as answers,
      count(*) over () as total
    from questionnaire.instrument i
    left join questionnaire.version p on p.instrument = i.id and p.state = 'published'
    where ${readable(ask.reading)}
      ${ask.q === null ? sql`` : sql`and (i.title ilike ${containing(ask.q)} or i.code ilike ${containing(ask.q)})`}
      ${ask.state === null ? sql`` : ask.state === "published" ? sql`and p.id is not null` : sql`and p.id is null`}
    order by ${sql.raw(ask.sort === "answers" ? "answers" : "i.title")} ${sql.raw(ask.descending ? "desc" : "asc")}, i.code limit ${ask.limit} offset ${ask.offset}`.execute(
    db,
  );
  const plain = rows.map(({ total: _total, languages, ...row }) => ({
    ...row,
    languages: (languages ?? []).map(languageCode).filter((code) => code !== ""),
  }));
  return { rows: plain, total: rows[0]?.total ?? 0 };
}

/** An instrument without its versions. */
export interface Instrument {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly language: string;
}

/** An instrument by its id. */
export async function instrumentOf(db: Db<any>, id: string): Promise<Instrument | null> {
  const { rows } = await sql<Instrument>`select id, code, title, language from questionnaire.instrument where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** How many answers were sent in under each version of an instrument. One query. */
export async function answersByVersion(db: Db<any>, instrument: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ version: string; count: number }>`
    select s.version, count(*) as count from questionnaire.sitting s join questionnaire.version v on v.id = s.version
    where v.instrument = ${instrument} and s.state = 'submitted' group by s.version`.execute(db);
  return new Map(rows.map((row) => [row.version, row.count]));
}

/** Titles of instruments and of versions (`title, version 2`), in one query; for the records of the house. */
export async function titlesOf(
  db: Db<any>,
  kind: "instrument" | "version",
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly number: number | null }>> {
  const { rows } =
    kind === "instrument"
      ? await sql<{
          id: string;
          title: string;
          number: number | null;
        }>`select id, title, null::int as number from questionnaire.instrument where id = any(${[...ids]}::uuid[])`.execute(db)
      : await sql<{ id: string; title: string; number: number | null }>`
          select v.id, i.title, v.number from questionnaire.version v join questionnaire.instrument i on i.id = v.instrument
          where v.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Titles and respondents of sittings, in one query. */
export async function sittingTitles(
  db: Db<any>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly person: string | null }>> {
  const { rows } = await sql<{ id: string; title: string; person: string | null }>`
    select s.id, s.title, coalesce(h.merged_into, h.id) as person from questionnaire.sitting s
    left join registry.person h on h.id = s.person where s.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Instruments whose title or code holds some words, best first. */
export async function searchInstruments(db: Db<any>, reading: Reading, words: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from questionnaire.instrument i where (i.title ilike ${containing(words)} or i.code ilike ${containing(words)}) and ${readable(reading)}
    order by position(lower(${words}) in lower(i.title)), i.title limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}
