/** Reads behind the pictures of results: sums are grouped in the database, so that a page over 100,000 answers moves hundreds of rows. */
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import { nameIn } from "#kernel/registry/organisations.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";
import type { RoundState } from "./flows.ts";
import type { Weights } from "./schema.ts";
import type { Sums } from "./results-figures.ts";

/** A round as the pictures need it. */
export interface ResultRound {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly fiscalYearStart: Day;
  readonly state: RoundState;
  readonly opens: Day | null;
  readonly closes: Day | null;
  readonly replyBy: Day | null;
  readonly previous: string | null;
  readonly version: string | null;
  readonly weights: Weights;
}

const roundRows = (id: string | null): RawBuilder<ResultRound> => sql`
  select id, title, language, fiscal_year_start as "fiscalYearStart", state, opens, closes, reply_by as "replyBy", previous, version, weights
  from needs.round where state not in ('designed', 'launched', 'cancelled') or id = ${id}
  order by (id = ${id}) desc nulls last, fiscal_year_start desc, opens desc nulls last, id limit 60`;

/** Rounds that have begun, the latest first; with an id that round first. One query. */
export async function roundsBegun(db: Db<any>, id: string | null = null): Promise<ResultRound[]> {
  return (await roundRows(id).execute(db)).rows;
}

/** An organisation in a round. `group` is what kind of place it is, `area` the organisation above it. */
export interface Participant {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly group: string | null;
  readonly area: string | null;
  readonly areaName: string | null;
  readonly consent: string;
  readonly state: string;
  /** True when it is the asking organisation or below it. */
  readonly own: boolean;
}

/** Who asks for the organisations of a round: the day, the language of names, and the asking organisation. */
export interface ParticipantQuestion {
  readonly today: Day;
  readonly language?: Language;
  readonly root?: string | null;
}

/** The tree of places is that of the closing day: a district that is divided later keeps its result. */
function participantRows(round: string, { today, language, root = null }: ParticipantQuestion): RawBuilder<Participant> {
  const on = sql`coalesce(r.closes, ${today}::date)`;
  return sql`
    select p.organisation as id, o.code, ${nameIn("o", language)} as name, o.context_group as "group", up.id as area, up.name as "areaName",
      coalesce(p.consent, r.share_consent) as consent, p.state,
      ${root === null ? sql`false` : sql`p.organisation in (select b.organisation from registry.below(${root}, ${today}) b)`} as own
    from needs.participation p
    join needs.round r on r.id = p.round
    join registry.organisation o on o.id = p.organisation
    left join lateral (
      select a.id, ${nameIn("a", language)} as name from registry.governs g
      join registry.territory_version v on v.territory = g.territory and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
      join registry.governs ug on ug.territory = v.parent and ug.from_day <= ${on} and (ug.to_day is null or ug.to_day > ${on})
      join registry.organisation a on a.id = ug.organisation
      where g.organisation = o.id and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on}) order by a.name limit 1
    ) up on true
    where p.round = ${round} order by name, o.id`;
}

/** The organisations of a round by name, each with the consent that holds for it. One query. */
export async function participantsOf(db: Db<any>, round: string, ask: ParticipantQuestion): Promise<Participant[]> {
  return (await participantRows(round, ask).execute(db)).rows;
}

/** Rounds that have begun, and the organisations of one of them. One query. */
export async function roundsAndParticipants(
  db: Db<any>,
  round: string,
  ask: ParticipantQuestion,
): Promise<{ readonly rounds: ResultRound[]; readonly participants: Participant[] }> {
  const { rows } = await sql<{ rounds: ResultRound[]; participants: Participant[] }>`
    select (select coalesce(json_agg(x), '[]') from (${roundRows(round)}) x) as rounds,
      (select coalesce(json_agg(x), '[]') from (${participantRows(round, ask)}) x) as participants`.execute(db);
  return rows[0] ?? { rounds: [], participants: [] };
}

/** Sums of one organisation, or of one post in one kind of district; `self` counts the respondents among them, whatever the source shown. */
export interface SumRow extends Sums {
  readonly organisation: string | null;
  readonly post: string | null;
  readonly group: string | null;
  readonly domain: string;
  readonly self: number;
  /** Posts with respondents in one organisation, and how many; null for a post. */
  readonly posts: readonly string[] | null;
  readonly counts: readonly number[] | null;
}

/** Which sums are wanted. `counted` go into totals; `named` are shown alone. */
export interface SumQuestion {
  readonly round: string;
  readonly counted: readonly string[];
  readonly named: readonly string[];
  /** A code of list `evidence_source`, or null for all. */
  readonly source: string | null;
  /** Codes of list `gap_cause`. */
  readonly causes: readonly string[];
}

const namingsOf = (cause: string) => sql`coalesce(sum((c.causes->>${cause})::integer) filter (where c.used), 0)::integer`;

/** Sums by organisation and field, and by post, kind of district and field, in one grouped query over `needs.cell` alone. */
export async function sumsOf(db: Db<any>, ask: SumQuestion): Promise<SumRow[]> {
  const wanted = [...new Set([...ask.counted, ...ask.named])];
  const causes = ask.causes.map((cause) => sql`${sql.lit(cause)}::text, ${namingsOf(cause)}`);
  const used = ask.source === null ? sql`true` : sql`source = ${ask.source}`;
  const { rows } = await sql<Omit<SumRow, "causes"> & { causes: Record<string, number> }>`
    select c.organisation, c.post_type as post, c.kind as "group", c.domain,
      coalesce(sum(c.respondents) filter (where c.source = 'self'), 0)::integer as self,
      coalesce(sum(c.respondents) filter (where c.used), 0)::integer as n,
      coalesce(sum(c.sum_gap) filter (where c.used), 0) as gap,
      coalesce(sum(c.sum_gap_squared) filter (where c.used), 0) as "gapSquared",
      coalesce(sum(c.sum_current) filter (where c.used), 0) as current,
      coalesce(sum(c.sum_desired) filter (where c.used), 0) as desired,
      coalesce(sum(c.sum_importance) filter (where c.used), 0) as importance,
      coalesce(sum(c.importance_respondents) filter (where c.used), 0)::integer as "importanceN",
      ${causes.length === 0 ? sql`'{}'::jsonb` : sql`jsonb_build_object(${sql.join(causes)})`} as causes,
      case when grouping(c.organisation) = 0 then array_agg(c.post_type order by c.post_type) filter (where c.source = 'self') end as posts,
      case when grouping(c.organisation) = 0 then array_agg(c.respondents order by c.post_type) filter (where c.source = 'self') end as counts
    from (
      select x.*, ${used} as used, x.organisation = any(${[...ask.counted]}::uuid[]) as counted, coalesce(o.context_group, '') as kind
      from needs.cell x join registry.organisation o on o.id = x.organisation
      where x.round = ${ask.round} and x.organisation = any(${wanted}::uuid[])
    ) c
    group by grouping sets ((c.organisation, c.kind, c.domain), (c.post_type, c.kind, c.domain, c.counted))
    having grouping(c.organisation) = 0 or c.counted`.execute(db);
  return rows;
}

/** Respondents and sums of one organisation by post, for one field or all. One query. */
export async function postSumsOf(db: Db<any>, round: string, organisation: string, causes: readonly string[]): Promise<SumRow[]> {
  const named = causes.map((cause) => sql`${sql.lit(cause)}::text, coalesce(sum((c.causes->>${cause})::integer), 0)::integer`);
  const { rows } = await sql<SumRow>`
    select ${organisation}::uuid as organisation, c.post_type as post, null as "group", c.domain, null as posts, null as counts, sum(c.respondents)::integer as self, sum(c.respondents)::integer as n,
      sum(c.sum_gap) as gap, sum(c.sum_gap_squared) as "gapSquared", sum(c.sum_current) as current, sum(c.sum_desired) as desired,
      sum(c.sum_importance) as importance, sum(c.importance_respondents)::integer as "importanceN",
      ${named.length === 0 ? sql`'{}'::jsonb` : sql`jsonb_build_object(${sql.join(named)})`} as causes
    from needs.cell c where c.round = ${round} and c.organisation = ${organisation} and c.source = 'self'
    group by c.post_type, c.domain`.execute(db);
  return rows;
}

/** How many posts were invited and how many answered, by organisation and by post. */
export interface Turnout {
  readonly organisations: ReadonlyMap<string, { readonly invited: number; readonly answered: number }>;
  readonly posts: ReadonlyMap<string, { readonly invited: number; readonly answered: number }>;
}

/** Turnout of some organisations of a round. One query. */
export async function turnoutOf(db: Db<any>, round: string, organisations: readonly string[]): Promise<Turnout> {
  const { rows } = await sql<{ organisation: string | null; post: string | null; invited: number; answered: number }>`
    select organisation, post_type as post, count(*)::integer as invited, count(sitting)::integer as answered
    from needs.invitation where round = ${round} and organisation = any(${[...organisations]}::uuid[])
    group by grouping sets ((organisation), (post_type))`.execute(db);
  const by = (name: "organisation" | "post"): ReadonlyMap<string, { invited: number; answered: number }> =>
    new Map(rows.flatMap((row) => (row[name] === null ? [] : [[row[name], { invited: row.invited, answered: row.answered }] as const])));
  return { organisations: by("organisation"), posts: by("post") };
}

/** A need that the round found, with what is done about it. Levels are those after moderation. */
export interface FoundNeed {
  readonly id: string;
  readonly organisation: string;
  readonly domain: string;
  readonly statement: string;
  readonly language: string;
  readonly desired: number | null;
  readonly current: number | null;
  readonly importance: number | null;
  readonly reach: number | null;
  /** In minor units of the pack’s currency: the need’s own estimate, or what its responses are estimated at together. */
  readonly cost: number | null;
  readonly cause: string | null;
  readonly causeShare: number | null;
  readonly respondents: number | null;
  readonly state: string;
  readonly contest: string | null;
  readonly contestAnswer: string | null;
  readonly refusal: string | null;
  /** Types of the responses that were not dropped. */
  readonly types: readonly string[];
}

/** The needs that a round found in some organisations; withdrawn ones are left out. `currency` is the one that costs are compared in. One query. */
export async function needsFound(db: Db<any>, round: string, organisations: readonly string[], currency: string): Promise<FoundNeed[]> {
  const { rows } = await sql<FoundNeed>`
    select n.id, n.organisation, n.domain, n.statement, n.language, n.desired::float8 as desired, n.current::float8 as current,
      n.importance::float8 as importance, n.reach, coalesce(case when n.currency = ${currency} then n.cost_minor end, a.cost)::float8 as cost,
      n.cause, n.cause_share::float8 as "causeShare", n.respondents, n.state, n.contest, n.contest_answer as "contestAnswer", n.refusal,
      coalesce(a.types, '{}') as types
    from needs.need n
    left join lateral (
      select array_agg(distinct r.type order by r.type) as types,
        case when bool_and(r.estimate_minor is not null and r.currency = ${currency}) then sum(r.estimate_minor) end as cost
      from needs.response r where r.need = n.id and r.state <> 'dropped'
    ) a on true
    where n.round = ${round} and n.kind = 'gap' and n.state <> 'withdrawn' and n.organisation = any(${[...organisations]}::uuid[])
    order by n.domain, n.organisation`.execute(db);
  return rows;
}

/** How many ratings gave each present level, 1 to 5. */
export type LevelCounts = readonly [number, number, number, number, number];

/** Ratings by present level for one field, in some organisations, of one post or all. One query, over one field’s ratings only. */
export async function levelsOf(
  db: Db<any>,
  ask: { readonly round: string; readonly domain: string; readonly organisations: readonly string[]; readonly post: string | null },
): Promise<LevelCounts> {
  const { rows } = await sql<{ level: number; count: number }>`
    select current as level, count(*)::integer as count from needs.rating
    where round = ${ask.round} and domain = ${ask.domain} and source = 'self' and organisation = any(${[...ask.organisations]}::uuid[])
      ${ask.post === null ? sql`` : sql`and post_type = ${ask.post}`}
    group by current`.execute(db);
  const of = (level: number): number => rows.find((row) => row.level === level)?.count ?? 0;
  return [of(1), of(2), of(3), of(4), of(5)];
}

/** One field of one organisation by source of evidence. */
export interface SourceRow extends Sums {
  readonly source: string;
}

/** What each source of evidence says about one field in some organisations. One query. */
export async function sourcesOf(
  db: Db<any>,
  ask: { readonly round: string; readonly domain: string; readonly organisations: readonly string[]; readonly post: string | null },
): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select source, sum(respondents)::integer as n, sum(sum_gap) as gap, sum(sum_gap_squared) as "gapSquared", sum(sum_current) as current,
      sum(sum_desired) as desired, sum(sum_importance) as importance, sum(importance_respondents)::integer as "importanceN", '{}'::jsonb as causes
    from needs.cell where round = ${ask.round} and domain = ${ask.domain} and organisation = any(${[...ask.organisations]}::uuid[])
      ${ask.post === null ? sql`` : sql`and post_type = ${ask.post}`}
    group by source order by source`.execute(db);
  return rows;
}

/** What people of one organisation wrote about what holds a field up, in an order that tells nothing, without whoever wrote it. At most 40 texts. One query. */
export async function bottlenecksOf(db: Db<any>, round: string, domain: string, organisation: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select distinct bottleneck as text, md5(bottleneck) as sign from needs.rating
    where round = ${round} and domain = ${domain} and organisation = ${organisation} and source = 'self' and btrim(coalesce(bottleneck, '')) <> ''
    order by sign limit 40`.execute(db);
  return rows.map((row) => row.text);
}

/** The names of everyone in a post of an organisation or below it on a day, to take them out of texts. One query. */
export async function namesWithin(db: Db<any>, organisation: string, on: Day): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct h.full_name as name from registry.below(${organisation}, ${on}) b
    join registry.post p on p.organisation = b.organisation
    join registry.assignment a on a.post = p.id and (a.to_day is null or a.to_day > ${on})
    join registry.person h on h.id = a.person`.execute(db);
  return rows.map((row) => row.name);
}
