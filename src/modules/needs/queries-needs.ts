/** Reads of needs and responses: lists, one need with what is done about it, and what waits. */
import { beginningWith, containing } from "#platform/db/like.ts";
import { sql, type RawBuilder } from "kysely";
import type { Organisations } from "#kernel/access/verb.ts";
import type { Db } from "#platform/db/handle.ts";
import { Problem } from "#platform/problems/problem.ts";
import { OWED, type NeedFacts } from "./flows.ts";
import type { Need, Response } from "./schema.ts";
import { p } from "./problems.ts";

const NEED = sql`
  n.id, n.round, r.title as "roundTitle", n.organisation, o.name as "organisationName", n.kind, n.domain, n.statement, n.language,
  n.desired::float8 as desired, n.current::float8 as current, n.importance::float8 as importance, n.reach, n.cost_minor as "costMinor", n.currency,
  n.cause, n.cause_share::float8 as "causeShare", n.causes, n.bottleneck, n.place, n.service, n.sufferers, n.measure,
  n.measure_value::float8 as "measureValue", n.measure_unit as "measureUnit", n.measured_on as "measuredOn", n.since, n.since_precision as "sincePrecision",
  n.post_types as "postTypes", n.respondents, n.certainty, n.state, n.refusal, n.refusal_language as "refusalLanguage", n.contest, n.contest_language as "contestLanguage",
  n.contest_answer as "contestAnswer", n.contest_answer_language as "contestAnswerLanguage",
  n.accepted_at as "acceptedAt", n.replied_at as "repliedAt", n.responded_at as "respondedAt", n.raised_at as "raisedAt",
  (select count(*) from needs.response x where x.need = n.id and x.state <> 'dropped')::int as responses`;
const FROM = sql`from needs.need n join registry.organisation o on o.id = n.organisation left join needs.round r on r.id = n.round`;

/** Which needs are wanted. `search` looks in statements, services and names. */
export interface NeedFilter {
  readonly within: Organisations;
  /** Leave out what is not shared yet: members never see it. */
  readonly sharedOnly: boolean;
  readonly round?: string | null;
  readonly organisation?: string | null;
  readonly domains?: readonly string[];
  readonly state?: string | null;
  readonly cause?: string | null;
  readonly kind?: string | null;
  /** Owed a response for at least so many days. */
  readonly waitingSince?: Date | null;
  readonly ids?: readonly string[];
  readonly search?: string;
}

/** What a list of needs is sorted by. */
export const NEED_SORTS = ["raised", "gap", "organisation", "domain", "importance"] as const;
export type NeedSort = (typeof NEED_SORTS)[number];

/** Needs whose levels are hidden have none to be ordered by either. */
const known = (value: RawBuilder<unknown>, hidden: readonly string[]): RawBuilder<unknown> =>
  hidden.length === 0 ? value : sql`case when n.id = any(${[...hidden]}::uuid[]) then null else ${value} end`;

const ORDER: Readonly<Record<NeedSort, (hidden: readonly string[]) => RawBuilder<unknown>>> = {
  raised: () => sql`n.raised_at`,
  gap: (hidden) => known(sql`n.desired - n.current`, hidden),
  organisation: () => sql`o.name`,
  domain: () => sql`n.domain`,
  importance: (hidden) => known(sql`n.importance`, hidden),
};

/** Orders that levels decide. */
export const LEVEL_SORTS: ReadonlySet<NeedSort> = new Set(["gap", "importance"]);

/** From when a need has waited for a response: the reply, or the day it was raised. */
const WAITED = sql`coalesce(n.replied_at, n.accepted_at, n.raised_at)`;

/** Needs that an organisation keeps to itself: the association does not read them. */
export const WITHHELD = sql`exists (select from needs.participation x join needs.round y on y.id = x.round
  where x.round = n.round and x.organisation = n.organisation and coalesce(x.consent, y.share_consent) = 'none')`;

const conditions = (ask: NeedFilter): RawBuilder<unknown> => sql`true
  ${ask.within === "all" ? sql`and not ${WITHHELD}` : sql`and n.organisation = any(${[...ask.within]}::uuid[])`}
  ${ask.sharedOnly ? sql`and n.state <> 'found'` : sql``}
  ${ask.round ? sql`and n.round = ${ask.round}` : sql``}
  ${ask.organisation ? sql`and n.organisation = ${ask.organisation}` : sql``}
  ${ask.domains === undefined || ask.domains.length === 0 ? sql`` : sql`and n.domain = any(${[...ask.domains]}::text[])`}
  ${ask.state ? (ask.state === "waiting" ? sql`and n.state = any(${[...OWED]}::text[])` : sql`and n.state = ${ask.state}`) : sql``}
  ${ask.cause ? sql`and n.cause = ${ask.cause}` : sql``}
  ${ask.kind ? sql`and n.kind = ${ask.kind}` : sql``}
  ${ask.waitingSince ? sql`and n.state = any(${[...OWED]}::text[]) and ${WAITED} < ${ask.waitingSince}` : sql``}
  ${ask.ids === undefined ? sql`` : sql`and n.id = any(${[...ask.ids]}::uuid[])`}
  ${ask.search ? sql`and (n.statement ilike ${containing(ask.search)} or o.name ilike ${containing(ask.search)})` : sql``}`;

/** What decides whether the levels of the needs of a list may be seen. One query. */
export async function listedLevels(
  db: Db<any>,
  ask: NeedFilter,
): Promise<Pick<Need, "id" | "round" | "kind" | "organisation" | "domain" | "respondents">[]> {
  const { rows } = await sql<Pick<Need, "id" | "round" | "kind" | "organisation" | "domain" | "respondents">>`
    select n.id, n.round, n.kind, n.organisation, n.domain, n.respondents ${FROM} where ${conditions(ask)} and n.kind = 'gap' and n.round is not null`.execute(
    db,
  );
  return rows;
}

/** One page of needs in an order, and how many there are; `hidden` needs count as without levels. Two queries. */
export async function listNeeds(
  db: Db<any>,
  ask: NeedFilter,
  page: {
    readonly sort: NeedSort;
    readonly descending: boolean;
    readonly offset: number;
    readonly limit: number;
    readonly hidden?: readonly string[];
  },
): Promise<{ rows: Need[]; total: number }> {
  const direction = page.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<Need>`
    select ${NEED} ${FROM} where ${conditions(ask)}
    order by ${ORDER[page.sort](page.hidden ?? [])} ${direction}, n.raised_at desc, n.id limit ${page.limit} offset ${page.offset}`.execute(
    db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total ${FROM} where ${conditions(ask)}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** Needs for a file, page by page so that a long list costs no memory. */
export async function* everyNeed(db: Db<any>, ask: NeedFilter): AsyncGenerator<Need> {
  let after: { at: Date; id: string } | null = null;
  for (;;) {
    const behind: RawBuilder<unknown> = after === null ? sql`` : sql`and (n.raised_at, n.id) < (${after.at}, ${after.id}::uuid)`;
    const { rows }: { rows: Need[] } = await sql<Need>`
      select ${NEED} ${FROM} where ${conditions(ask)} ${behind} order by n.raised_at desc, n.id desc limit 500`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < 500) return;
    after = { at: last.raisedAt, id: last.id };
  }
}

/** A need by its id; with `lock` held until the act ends. */
export async function theNeed(db: Db<any>, id: string, lock = false): Promise<Need> {
  const { rows } = await sql<Need>`select ${NEED} ${FROM} where n.id = ${id} ${lock ? sql`for update of n` : sql``}`.execute(db);
  const found = rows[0];
  if (found === undefined) throw new Problem(p.noNeed);
  return found;
}

/** The needs of one organisation in one round, the widest gap first. One query. */
export async function needsFound(db: Db<any>, round: string, organisation: string, lock = false): Promise<Need[]> {
  const { rows } = await sql<Need>`
    select ${NEED} ${FROM} where n.round = ${round} and n.organisation = ${organisation}
    order by n.desired - n.current desc, n.domain ${lock ? sql`for update of n` : sql``}`.execute(db);
  return rows;
}

const RESPONSE = sql`x.id, x.need, x.type, x.what, x.language, x.estimate_minor as "estimateMinor", x.currency, x.owner, x.due, x.state,
  x.addressee, x.note, x.raised_at as "raisedAt", x.settled_at as "settledAt"`;

/** The responses to some needs, oldest first. One query. */
export async function responsesTo(db: Db<any>, needs: readonly string[]): Promise<Response[]> {
  if (needs.length === 0) return [];
  const { rows } = await sql<Response>`
    select ${RESPONSE} from needs.response x where x.need = any(${[...needs]}::uuid[]) order by x.raised_at, x.id`.execute(db);
  return rows;
}

/** Some responses by id, in one query; an id without one is left out. */
export async function responsesByIds(db: Db<any>, ids: readonly string[]): Promise<Response[]> {
  const { rows } = await sql<Response>`select ${RESPONSE} from needs.response x where x.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}

/** A response by its id; with `lock` held until the act ends. */
export async function theResponse(db: Db<any>, id: string, lock = false): Promise<Response> {
  const { rows } =
    await sql<Response>`select ${RESPONSE} from needs.response x where x.id = ${id} ${lock ? sql`for update of x` : sql``}`.execute(db);
  const found = rows[0];
  if (found === undefined) throw new Problem(p.noNeed);
  return found;
}

/** What the steps of a need are decided on. One query. */
export async function needFacts(db: Db<any>, need: string): Promise<NeedFacts> {
  const { rows } = await sql<NeedFacts>`
    select count(*) filter (where state = 'planned')::int as planned, count(*) filter (where state = 'running')::int as running, count(*) filter (where state = 'done')::int as done
    from needs.response where need = ${need}`.execute(db);
  return rows[0] ?? { planned: 0, running: 0, done: 0 };
}

/** A territory that a search found, with the names of what lies above it. */
export interface FoundPlace {
  readonly territory: string;
  readonly name: string;
  readonly tier: string;
  readonly above: string;
}

/** Places below an organisation whose name begins with the words; all tiers down to the lowest. One query. */
export async function findPlaces(db: Db<any>, organisation: string, words: string, on: string, limit: number): Promise<FoundPlace[]> {
  const { rows } = await sql<FoundPlace>`
    with recursive inside (territory, above, depth) as (
      select g.territory, null::text, 0 from registry.governs g
      where g.organisation = ${organisation} and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
      union all
      select v.territory, case when i.depth = 0 then null else concat_ws(', ', u.name, i.above) end, i.depth + 1 from inside i
      join registry.territory_version v on v.parent = i.territory and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
      left join registry.territory_version u on u.territory = i.territory and u.from_day <= ${on} and (u.to_day is null or u.to_day > ${on})
    )
    select i.territory, v.name, t.tier, coalesce(i.above, '') as above
    from inside i
    join registry.territory t on t.id = i.territory
    join registry.territory_version v on v.territory = i.territory and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
    where lower(v.name) like ${beginningWith(words.toLowerCase())}
    order by i.depth, v.name, i.territory limit ${limit}`.execute(db);
  return rows;
}

/** The name of a place with what lies above it, such as “Kabuga, Ngoma”. Null when there is none. */
export async function placeName(db: Db<any>, territory: string, on: string): Promise<{ name: string; tier: string } | null> {
  const { rows } = await sql<{ name: string; tier: string }>`
    select concat_ws(', ', v.name, u.name) as name, t.tier from registry.territory t
    join registry.territory_version v on v.territory = t.id and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
    left join registry.territory_version u on u.territory = v.parent and u.from_day <= ${on} and (u.to_day is null or u.to_day > ${on})
    where t.id = ${territory}`.execute(db);
  return rows[0] ?? null;
}

/** True when a place lies in what an organisation governs on a day. */
export async function liesWithin(db: Db<any>, organisation: string, territory: string, on: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive up (territory) as (
      select ${territory}::uuid
      union
      select v.parent from up join registry.territory_version v on v.territory = up.territory
      where v.parent is not null and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
    )
    select from up join registry.governs g on g.territory = up.territory
    where g.organisation = ${organisation} and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})`.execute(db);
  return rows.length > 0;
}
