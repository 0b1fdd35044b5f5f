/** Reads of answers and evidence: who has answered (never what), and what each source says of each field. */
import { sql } from "kysely";
import type { Organisations } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";

/** How many posts of a type have answered in an organisation. */
export interface CoverageRow {
  readonly organisation: string;
  readonly name: string;
  readonly postType: string;
  readonly invited: number;
  readonly answered: number;
}

const within = (organisations: Organisations, column: string) =>
  organisations === "all" ? sql`` : sql`and ${sql.ref(column)} = any(${[...organisations]}::uuid[])`;

/** Who has answered, as counts by organisation and type of post. One query. */
export async function coverageOf(db: Db<any>, round: string, organisations: Organisations): Promise<CoverageRow[]> {
  const { rows } = await sql<CoverageRow>`
    select i.organisation, o.name, i.post_type as "postType", count(*)::int as invited, count(i.sitting)::int as answered
    from needs.invitation i join registry.organisation o on o.id = i.organisation
    where i.round = ${round} ${within(organisations, "i.organisation")}
    group by 1, 2, 3 order by 2, 1, 3`.execute(db);
  return rows;
}

/** A post that has not answered, with its holder of today and when it was reminded. */
export interface WaitingPost {
  readonly post: string;
  readonly postType: string;
  readonly organisation: string;
  readonly under: string;
  readonly underName: string;
  readonly organisationName: string;
  readonly personName: string | null;
  readonly phone: string | null;
  readonly since: Day | null;
  readonly remindedAt: Date | null;
}

/** What a list of posts that have not answered is sorted by. */
export const WAITING_SORTS = ["under", "reminded"] as const;
export type WaitingSort = (typeof WAITING_SORTS)[number];

/** Which of the posts that have not answered, in which order. */
export interface WaitingQuestion {
  readonly round: string;
  readonly within: Organisations;
  readonly organisation: string | null;
  readonly post: string | null;
  readonly written: "yes" | "no" | null;
  readonly sort: WaitingSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** The posts that have not answered, in each organisation those with somebody to call first. Two queries. */
export async function waitingPosts(db: Db<any>, ask: WaitingQuestion, on: Day): Promise<{ rows: WaitingPost[]; total: number }> {
  const condition = sql`i.round = ${ask.round} and i.sitting is null ${within(ask.within, "i.organisation")}
    ${ask.organisation === null ? sql`` : sql`and i.organisation = ${ask.organisation}`}
    ${ask.post === null ? sql`` : sql`and i.post_type = ${ask.post}`}
    ${ask.written === null ? sql`` : ask.written === "yes" ? sql`and i.reminded_at is not null` : sql`and i.reminded_at is null`}`;
  const way = ask.descending ? sql`desc` : sql`asc`;
  const by = ask.sort === "reminded" ? sql`i.reminded_at ${way} nulls first, u.name` : sql`u.name ${way}`;
  const { rows } = await sql<WaitingPost>`
    select i.post, i.post_type as "postType", p.organisation, i.organisation as under, u.name as "underName", o.name as "organisationName",
      h.full_name as "personName", c.value as phone, a.from_day as since, i.reminded_at as "remindedAt"
    from needs.invitation i
    join registry.post p on p.id = i.post
    join registry.organisation o on o.id = p.organisation
    join registry.organisation u on u.id = i.organisation
    left join lateral (select * from registry.assignment a where a.post = i.post and a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on})
      order by a.acting, a.from_day desc limit 1) a on true
    left join registry.person h on h.id = a.person
    left join lateral (select value from registry.contact c where c.person = h.id and c.kind = 'phone' and c.to_day is null and not c.shared
      order by c.from_day desc limit 1) c on true
    where ${condition}
    order by ${by}, u.id, c.value is null, h.full_name is null, i.post_type, o.name, i.post
    limit ${ask.limit} offset ${ask.offset}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total from needs.invitation i where ${condition}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** What one source says of one field in one organisation. `respondents` are people for `self`, records for the others. */
export interface SourceCell {
  readonly domain: string;
  readonly source: string;
  readonly respondents: number;
  readonly current: number;
  readonly desired: number;
  readonly gap: number;
  readonly importance: number | null;
  readonly causes: Readonly<Record<string, number>>;
}

/** Adds up counts by key. */
export function addCounts(lists: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const counts of lists) for (const [key, count] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

interface CellSums {
  organisation: string;
  domain: string;
  source: string;
  respondents: number;
  sum_gap: number;
  sum_current: number;
  sum_desired: number;
  sum_importance: number;
  importance_respondents: number;
  causes: Record<string, number>[];
}

/** What each source says, by organisation: one query over the sums, never over the answers. */
export async function sourcesOf(db: Db<any>, round: string, organisations: Organisations): Promise<ReadonlyMap<string, SourceCell[]>> {
  const { rows } = await sql<CellSums>`
    select organisation, domain, source, sum(respondents)::int as respondents, sum(sum_gap) as sum_gap, sum(sum_current) as sum_current,
      sum(sum_desired) as sum_desired, sum(sum_importance) as sum_importance, sum(importance_respondents)::int as importance_respondents,
      jsonb_agg(causes) as causes
    from needs.cell where round = ${round} ${within(organisations, "organisation")}
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  const cells = rows.map((row) => ({
    organisation: row.organisation,
    domain: row.domain,
    source: row.source,
    respondents: row.respondents,
    current: row.sum_current / row.respondents,
    desired: row.sum_desired / row.respondents,
    gap: row.sum_gap / row.respondents,
    importance: row.importance_respondents === 0 ? null : row.sum_importance / row.importance_respondents,
    causes: addCounts(row.causes),
  }));
  return Map.groupBy(cells, (cell) => cell.organisation);
}

/** What moderation changed in one organisation, by field. */
export interface Moderated {
  readonly organisation: string;
  readonly domain: string;
  readonly current: number;
  readonly reason: string;
  readonly language: string;
  readonly at: Date;
}

/** The moderated levels of a round. One query. */
export async function moderationsOf(db: Db<any>, round: string, organisations: Organisations): Promise<Moderated[]> {
  const { rows } = await sql<Moderated>`
    select organisation, domain, current::float8 as current, reason, language, moderated_at as at
    from needs.moderation where round = ${round} ${within(organisations, "organisation")} order by organisation, domain`.execute(db);
  return rows;
}

/** An interview, a focus group or a document, as the page of an organisation lists it. */
export interface EvidenceRow {
  readonly id: string;
  readonly method: string;
  readonly source: string;
  readonly postType: string;
  readonly heldOn: Day;
  readonly people: number;
  readonly women: number | null;
  readonly notes: string | null;
  readonly language: string;
  readonly file: string | null;
  readonly fileName: string | null;
  readonly domains: readonly string[];
}

/** The evidence recorded for one organisation, newest first. One query. */
export async function evidenceOf(db: Db<any>, round: string, organisation: string): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select i.id, i.method, i.source, i.post_type as "postType", i.held_on as "heldOn", i.people, i.women, i.notes, i.language, i.file, f.name as "fileName",
      array(select domain from needs.rating t where t.interview = i.id and t.round = i.round order by domain) as domains
    from needs.interview i left join files.file f on f.id = i.file
    where i.round = ${round} and i.organisation = ${organisation} order by i.held_on desc, i.recorded_at desc`.execute(db);
  return rows;
}

/** What respondents wrote about what holds a field back: shown without who wrote it, and only when enough people answered. */
export async function bottlenecksOf(db: Db<any>, round: string, organisation: string, domain: string): Promise<string[]> {
  const { rows } = await sql<{ bottleneck: string }>`
    select distinct bottleneck from needs.rating
    where round = ${round} and organisation = ${organisation} and domain = ${domain} and bottleneck <> ''
    order by bottleneck limit 20`.execute(db);
  return rows.map((row) => row.bottleneck);
}

/** What an organisation does well, by field. */
export interface Strength {
  readonly domain: string;
  readonly current: number;
  readonly respondents: number;
}

/** The strengths found in one organisation. One query. */
export async function strengthsOf(db: Db<any>, round: string, organisation: string): Promise<Strength[]> {
  const { rows } = await sql<Strength>`
    select domain, current::float8 as current, respondents from needs.strength
    where round = ${round} and organisation = ${organisation} order by current desc, domain`.execute(db);
  return rows;
}
