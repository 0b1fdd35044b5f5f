/** Reads behind single pages of results: one organisation’s sheet, earlier rounds, boundaries. */
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";

/** A level that moderation changed. */
export interface Moderated {
  readonly domain: string;
  readonly current: number;
  readonly reason: string;
  readonly language: string;
}

/** What moderation changed in one organisation’s result. One query. */
export async function moderatedIn(db: Db<any>, round: string, organisation: string): Promise<Moderated[]> {
  const { rows } = await sql<Moderated>`
    select domain, current::float8 as current, reason, language from needs.moderation where round = ${round} and organisation = ${organisation}`.execute(
    db,
  );
  return rows;
}

/** What an organisation does well, surest first. */
export interface Strength {
  readonly domain: string;
  readonly current: number;
  readonly respondents: number;
  readonly named: number;
}

/** The strengths of one organisation in a round. One query. */
export async function strengthsIn(db: Db<any>, round: string, organisation: string): Promise<Strength[]> {
  const { rows } = await sql<Strength>`
    select domain, current::float8 as current, respondents, named from needs.strength
    where round = ${round} and organisation = ${organisation} order by current desc, domain`.execute(db);
  return rows;
}

/** What an organisation answered to its result, and the last journal entry about it. */
export interface Answered {
  readonly reply: string | null;
  readonly replyLanguage: string | null;
  readonly repliedAt: Date | null;
  readonly validatedAt: Date | null;
  readonly validationNote: string | null;
  readonly validationLanguage: string | null;
  /** The sheet that was signed with the reply. */
  readonly sheet: string | null;
  readonly entry: number | null;
}

/** The answer of one organisation to its result. One query. */
export async function answerOf(db: Db<any>, round: string, organisation: string): Promise<Answered | null> {
  const { rows } = await sql<Answered>`
    select p.reply, p.reply_language as "replyLanguage", p.replied_at as "repliedAt", p.validated_at as "validatedAt",
      p.validation_note as "validationNote", p.validation_language as "validationLanguage", p.sheet,
      (select max(e.entry) from journal.entry e where e.subject in (p.round, p.sheet) and (e.member = p.organisation or e.member = '00000000-0000-0000-0000-000000000000')) as entry
    from needs.participation p where p.round = ${round} and p.organisation = ${organisation}`.execute(db);
  return rows[0] ?? null;
}

/** The last journal entry about a round. One query. */
export async function lastEntryOf(db: Db<any>, round: string): Promise<number | null> {
  const { rows } = await sql<{ entry: number | null }>`select max(entry) as entry from journal.entry where subject = ${round}`.execute(db);
  return rows[0]?.entry ?? null;
}

/** Sums of one round and field over organisations whose answers count in totals. */
export interface RoundSum {
  readonly round: string;
  readonly domain: string;
  readonly n: number;
  readonly gap: number;
}

/** Respondents and gaps by round and field, over organisations that let their answers count (`consents`). One query. */
export async function roundSums(db: Db<any>, rounds: readonly string[], consents: readonly string[]): Promise<RoundSum[]> {
  const { rows } = await sql<RoundSum>`
    select c.round, c.domain, sum(c.respondents)::integer as n, sum(c.sum_gap) as gap
    from needs.cell c
    join needs.participation p on p.round = c.round and p.organisation = c.organisation
    join needs.round r on r.id = c.round
    where c.round = any(${[...rounds]}::uuid[]) and c.source = 'self' and coalesce(p.consent, r.share_consent) = any(${[...consents]}::text[])
    group by c.round, c.domain`.execute(db);
  return rows;
}

/** The boundary of an organisation’s territory as it was imported: a GeoJSON geometry. */
export interface BoundaryRow {
  readonly organisation: string;
  readonly geometry: unknown;
  readonly source: string;
}

/** Imported boundaries of some organisations on a day. One query. */
export async function boundariesOf(db: Db<any>, organisations: readonly string[], on: Day): Promise<BoundaryRow[]> {
  const { rows } = await sql<BoundaryRow>`
    select distinct on (g.organisation) g.organisation, b.geometry, b.source from registry.governs g
    join registry.boundary b on b.territory = g.territory and b.from_day <= ${on}
    where g.organisation = any(${[...organisations]}::uuid[]) and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
    order by g.organisation, b.from_day desc`.execute(db);
  return rows;
}
