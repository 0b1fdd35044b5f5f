/** Reads of posts, organisations and people for this module’s pages: limited by reach, a fixed number of queries each. */
import { containing } from "#platform/db/like.ts";
import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import { organisationsFor, reachOf, type Organisations, type Verb } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import { postsOn, type PostRow } from "#kernel/registry/posts.ts";
import type { Db } from "#platform/db/handle.ts";

/** How a post stands on a day. */
export const POST_STATES = ["held", "acting", "vacant"] as const;
export type PostState = (typeof POST_STATES)[number];

/** What a list of posts is sorted by. */
export const POST_SORTS = ["organisation", "post", "holder", "since"] as const;
export type PostSort = (typeof POST_SORTS)[number];

/** Which posts a list shows. `types` are the types whose name answers the search words. */
export interface PostsQuestion {
  readonly within: Organisations;
  readonly words?: string | null;
  readonly typesNamed?: readonly string[];
  /** With everything below it. */
  readonly under?: string | null;
  readonly postType?: string | null;
  readonly state?: PostState | null;
  readonly sort: PostSort;
  readonly descending: boolean;
  /** Tiers from the highest down: organisations are listed by tier, then by name. */
  readonly tierOrder: readonly string[];
  /** Post types in the order of their names in the reader’s language. */
  readonly typeOrder: readonly string[];
  readonly on: Day;
}

const current = (on: Day): RawBuilder<unknown> => sql`a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on})`;

function conditions(ask: PostsQuestion): RawBuilder<unknown> {
  const { on } = ask;
  const held = (acting: boolean): RawBuilder<unknown> =>
    sql`exists (select 1 from registry.assignment a where a.post = p.id and a.acting = ${acting} and ${current(on)})`;
  const parts = [sql`p.from_day <= ${on} and (p.to_day is null or p.to_day > ${on})`];
  if (ask.within !== "all") parts.push(sql`p.organisation = any(${[...ask.within]}::uuid[])`);
  if (ask.under) parts.push(sql`p.organisation in (select organisation from registry.below(${ask.under}, ${on}))`);
  if (ask.postType) parts.push(sql`p.post_type = ${ask.postType}`);
  if (ask.state === "held") parts.push(held(false));
  if (ask.state === "acting") parts.push(sql`${held(true)} and not ${held(false)}`);
  if (ask.state === "vacant") parts.push(sql`not exists (select 1 from registry.assignment a where a.post = p.id and ${current(on)})`);
  const words = sortNameOf(ask.words ?? "");
  if (words !== "") {
    const like = containing(words);
    parts.push(sql`(p.post_type = any(${[...(ask.typesNamed ?? [])]}::text[]) or lower(o.name) like ${like}
      or p.id in (select a.post from registry.assignment a join registry.person h on h.id = a.person where h.sort_name like ${like} and ${current(on)}))`);
  }
  return sql.join(parts, sql` and `);
}

function order(ask: PostsQuestion): RawBuilder<unknown> {
  const type = sql`array_position(${[...ask.typeOrder]}::text[], p.post_type)`;
  const way = ask.descending ? sql`desc` : sql`asc`;
  if (ask.sort === "organisation")
    return sql`array_position(${[...ask.tierOrder]}::text[], o.tier) ${way}, o.name ${way}, o.id, ${type}, p.seat`;
  if (ask.sort === "post") return sql`${type} ${way}, o.name, o.id, p.seat`;
  return sql`${ask.sort === "holder" ? sql`h.sort_name` : sql`a.from_day`} ${way} nulls last, o.name, p.id`;
}

/** The ids of the posts of a list in order. One query. */
async function postIds(db: Db<any>, ask: PostsQuestion, limit: number, offset: number): Promise<string[]> {
  const holder = sql`left join lateral (select * from registry.assignment a where a.post = p.id and ${current(ask.on)} order by a.acting, a.from_day desc limit 1) a on true
    left join registry.person h on h.id = a.person`;
  const { rows } = await sql<{ id: string }>`
    select p.id from registry.post p join registry.organisation o on o.id = p.organisation
    ${ask.sort === "holder" || ask.sort === "since" ? holder : sql``}
    where ${conditions(ask)} order by ${order(ask)} limit ${limit} offset ${offset}`.execute(db);
  return rows.map((row) => row.id);
}

async function inOrder(db: Db<any>, ids: readonly string[], on: Day): Promise<PostRow[]> {
  const byId = new Map((await postsOn(db, { posts: ids, on })).map((row) => [row.post, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** One page of posts with their holders, and how many there are in all. Three queries. */
export async function postPage(
  db: Db<any>,
  ask: PostsQuestion,
  limit: number,
  offset: number,
): Promise<{ readonly rows: PostRow[]; readonly total: number }> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from registry.post p join registry.organisation o on o.id = p.organisation where ${conditions(ask)}`.execute(
    db,
  );
  return { rows: await inOrder(db, await postIds(db, ask, limit, offset), ask.on), total: rows[0]?.total ?? 0 };
}

/** All posts of a list, for a file: fetched a few thousand at a time. */
export async function* allPosts(db: Db<any>, ask: PostsQuestion): AsyncGenerator<PostRow> {
  const ids = await postIds(db, ask, 1_000_000, 0);
  for (let at = 0; at < ids.length; at += 2000) yield* await inOrder(db, ids.slice(at, at + 2000), ask.on);
}

/** An organisation with where it lies, on a day. */
export interface OrganisationFacts {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly tier: string | null;
  readonly territoryCode: string | null;
  readonly population: number | null;
  readonly households: number | null;
  readonly figuresFrom: string | null;
  readonly parent: string | null;
  readonly parentName: string | null;
}

/** Organisations by id on a day. One query. */
export async function organisationFacts(db: Db<any>, ids: readonly string[], on: Day): Promise<OrganisationFacts[]> {
  const { rows } = await sql<OrganisationFacts>`
    select o.id, o.code, o.kind, o.name, o.tier, v.code as "territoryCode", v.population, v.households, v.source as "figuresFrom", up.id as parent, up.name as "parentName"
    from registry.organisation o
    left join registry.governs g on g.organisation = o.id and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
    left join registry.territory_version v on v.territory = g.territory and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
    left join registry.governs ug on ug.territory = v.parent and ug.from_day <= ${on} and (ug.to_day is null or ug.to_day > ${on})
    left join registry.organisation up on up.id = ug.organisation
    where o.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}

/** An organisation below another, with its own posts counted. */
export interface ChildRow {
  readonly id: string;
  readonly name: string;
  readonly tier: string | null;
  readonly posts: number;
  readonly vacant: number;
  readonly acting: number;
}

/** The organisations directly below one on a day, by name. One query. */
export async function childrenOf(db: Db<any>, organisation: string, on: Day): Promise<ChildRow[]> {
  const { rows } = await sql<ChildRow>`
    with child as (
      select distinct c.organisation as id from registry.governs g
      join registry.territory_version v on v.parent = g.territory and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
      join registry.governs c on c.territory = v.territory and c.from_day <= ${on} and (c.to_day is null or c.to_day > ${on})
      where g.organisation = ${organisation} and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
    ), stand as (
      select p.organisation, bool_or(not a.acting) as held, bool_or(a.acting) as acted
      from child c join registry.post p on p.organisation = c.id and p.from_day <= ${on} and (p.to_day is null or p.to_day > ${on})
      left join registry.assignment a on a.post = p.id and ${current(on)}
      group by p.organisation, p.id
    )
    select o.id, o.name, o.tier, count(s.organisation)::integer as posts,
      count(*) filter (where s.organisation is not null and s.held is null)::integer as vacant,
      count(*) filter (where s.acted and not s.held)::integer as acting
    from child c join registry.organisation o on o.id = c.id left join stand s on s.organisation = c.id
    group by o.id, o.name, o.tier order by o.name, o.id`.execute(db);
  return rows;
}

/** One holding of a post, as its history shows it. */
export interface HolderRow {
  readonly assignment: string;
  readonly person: string;
  readonly name: string;
  readonly acting: boolean;
  readonly from: Day;
  readonly precision: "year" | "month" | "day";
  readonly to: Day | null;
  readonly reasonLeft: string | null;
}

/** Everyone who held a post, newest first. One query. */
export async function holdersOf(db: Db<any>, post: string): Promise<HolderRow[]> {
  const { rows } = await sql<HolderRow>`
    select a.id as assignment, coalesce(h.merged_into, h.id) as person, h.full_name as name, a.acting, a.from_day as "from", a.from_precision as precision, a.to_day as "to", a.reason_left as "reasonLeft"
    from registry.assignment a join registry.person h on h.id = a.person
    where a.post = ${post} order by a.from_day desc, a.acting, a.id`.execute(db);
  return rows;
}

/** A person who can be put into a post: whoever holds one at the same body or one directly above it. One query. */
export async function candidatesFor(
  db: Db<any>,
  organisation: string,
  on: Day,
): Promise<{ person: string; name: string; postType: string; organisation: string }[]> {
  const { rows } = await sql<{ person: string; name: string; postType: string; organisation: string }>`
    with host as (
      select ${organisation}::uuid as id, 0 as depth
      union
      select ug.organisation, 1 from registry.governs g
      join registry.territory_version v on v.territory = g.territory and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
      join registry.governs ug on ug.territory = v.parent and ug.from_day <= ${on} and (ug.to_day is null or ug.to_day > ${on})
      where g.organisation = ${organisation} and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
    )
    select distinct on (x.depth, h.sort_name, h.id) h.id as person, h.full_name as name, p.post_type as "postType", o.name as organisation
    from host x join registry.organisation o on o.id = x.id
    join registry.post p on p.organisation = o.id
    join registry.assignment a on a.post = p.id and ${current(on)}
    join registry.person q on q.id = a.person join registry.person h on h.id = coalesce(q.merged_into, q.id)
    order by x.depth, h.sort_name, h.id, a.acting limit 400`.execute(db);
  return rows;
}

/** A person with everything her page shows. */
export interface PersonFacts {
  readonly id: string;
  readonly fullName: string;
  readonly sex: "F" | "M" | null;
  readonly birthYear: number | null;
  readonly language: string;
  readonly mergedInto: string | null;
  readonly contacts: readonly { readonly kind: string; readonly value: string; readonly shared: boolean }[];
  readonly qualifications: readonly {
    readonly level: string;
    readonly field: string | null;
    readonly title: string | null;
    readonly year: number | null;
    readonly certainty: string;
    readonly source: string;
  }[];
  readonly doubles: readonly { readonly id: string; readonly name: string }[];
}

/** One person, her merged doubles’ contacts and qualifications included; null when there is none. One query. */
export async function personFacts(db: Db<any>, id: string): Promise<PersonFacts | null> {
  const { rows } = await sql<PersonFacts>`
    select h.id, h.full_name as "fullName", h.sex, h.birth_year as "birthYear", h.language, h.merged_into as "mergedInto",
      (select coalesce(json_agg(json_build_object('kind', c.kind, 'value', c.value, 'shared', c.shared) order by c.kind desc, c.from_day desc), '[]')
        from registry.contact c join registry.person d on d.id = c.person where (d.id = h.id or d.merged_into = h.id) and c.to_day is null) as contacts,
      (select coalesce(json_agg(json_build_object('level', q.level, 'field', q.field, 'title', q.title, 'year', q.year, 'certainty', q.certainty, 'source', q.source) order by q.year desc nulls last), '[]')
        from registry.qualification q join registry.person d on d.id = q.person where d.id = h.id or d.merged_into = h.id) as qualifications,
      (select coalesce(json_agg(json_build_object('id', d.id, 'name', d.full_name) order by d.full_name), '[]') from registry.person d where d.merged_into = h.id) as doubles
    from registry.person h where h.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Which of these people an actor may see with a verb: herself, those whose posts (now or before) lie in her reach. Two queries at most. */
export async function visiblePeople(
  db: Db<any>,
  actor: Actor | null,
  verb: Verb,
  ids: readonly string[],
  today: Day,
): Promise<ReadonlySet<string>> {
  if (actor === null) return new Set();
  const reach: Organisations = reachOf(actor, verb) === null ? new Set() : await organisationsFor(db, actor, verb, today);
  if (reach === "all") {
    const { rows } = await sql<{ id: string }>`select id from registry.person where id = any(${[...ids]}::uuid[])`.execute(db);
    return new Set(rows.map((row) => row.id));
  }
  const { rows } = await sql<{ id: string }>`
    select h.id from registry.person h where h.id = any(${[...ids]}::uuid[]) and (h.id = ${actor.person} or exists (
      select 1 from registry.assignment a join registry.person d on d.id = a.person join registry.post p on p.id = a.post
      where (d.id = h.id or d.merged_into = h.id) and p.organisation = any(${[...reach]}::uuid[])))`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** People whose name answers a search, with what they hold now; limited by reach. One query. */
export async function peopleNamed(
  db: Db<any>,
  within: Organisations,
  words: string,
  limit: number,
  on: Day,
): Promise<{ id: string; name: string; postType: string | null; organisation: string | null }[]> {
  const wanted = sortNameOf(words);
  if (wanted === "") return [];
  const like = containing(wanted);
  const { rows } = await sql<{ id: string; name: string; postType: string | null; organisation: string | null }>`
    select h.id, h.full_name as name, x.post_type as "postType", x.name as organisation
    from registry.person h
    left join lateral (
      select p.post_type, o.name, p.organisation from registry.assignment a join registry.person d on d.id = a.person
      join registry.post p on p.id = a.post join registry.organisation o on o.id = p.organisation
      where (d.id = h.id or d.merged_into = h.id) and a.from_day <= ${on} order by a.to_day is null desc, a.acting, a.from_day desc limit 1) x on true
    where h.merged_into is null and h.sort_name like ${like}
      ${within === "all" ? sql`` : sql`and x.organisation = any(${[...within]}::uuid[])`}
    order by h.sort_name, h.id limit ${limit}`.execute(db);
  return rows;
}

/** Organisations for a filter: members and bodies of the higher tiers within reach, by name. One query. */
export async function organisationChoices(
  db: Db<any>,
  within: Organisations,
  tiers: readonly string[],
  on: Day,
): Promise<{ id: string; name: string; tier: string }[]> {
  const { rows } = await sql<{ id: string; name: string; tier: string }>`
    select id, name, tier from registry.organisation
    where tier = any(${[...tiers]}::text[]) and from_day <= ${on} and (to_day is null or to_day > ${on})
      ${within === "all" ? sql`` : sql`and id = any(${[...within]}::uuid[])`}
    order by name, id limit 600`.execute(db);
  return rows;
}
