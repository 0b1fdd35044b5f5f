/** Reads of posts and who holds them on a day. */
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";
import { nameIn } from "./organisations.ts";

/** A post with its organisation and, on the day asked, its holder; acting when only an acting person holds it. */
export interface PostRow {
  readonly post: string;
  readonly postType: string;
  readonly seat: number;
  readonly funded: boolean;
  readonly organisation: string;
  readonly organisationName: string;
  readonly tier: string | null;
  readonly assignment: string | null;
  readonly person: string | null;
  readonly personName: string | null;
  readonly phone: string | null;
  readonly acting: boolean;
  readonly since: Day | null;
}

/** Which posts are wanted; absent limits do not limit. */
export interface PostQuestion {
  readonly posts?: readonly string[];
  readonly organisations?: readonly string[];
  readonly postTypes?: readonly string[];
  readonly on: Day;
  /** The reader's language, for names that differ; English when absent. */
  readonly language?: Language;
}

/** Posts that exist on a day, with their holders, ordered by organisation, type and seat. One query. */
export async function postsOn(db: Db<any>, ask: PostQuestion): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`
    select p.id as post, p.post_type as "postType", p.seat, p.funded, p.organisation,
      ${nameIn("o", ask.language)} as "organisationName", o.tier,
      a.id as assignment, coalesce(h.merged_into, h.id) as person, h.full_name as "personName",
      c.value as phone, coalesce(a.acting, false) as acting, a.from_day as since
    from registry.post p
    join registry.organisation o on o.id = p.organisation
    left join lateral (
      select * from registry.assignment a
      where a.post = p.id and a.from_day <= ${ask.on} and (a.to_day is null or a.to_day > ${ask.on})
      order by a.acting, a.from_day desc limit 1) a on true
    left join registry.person h on h.id = a.person
    left join lateral (
      select value from registry.contact c
      where c.person = h.id and c.kind = 'phone' and c.to_day is null and not c.shared
      order by c.from_day desc limit 1) c on true
    where p.from_day <= ${ask.on} and (p.to_day is null or p.to_day > ${ask.on})
      ${ask.posts === undefined ? sql`` : sql`and p.id = any(${[...ask.posts]}::uuid[])`}
      ${ask.organisations === undefined ? sql`` : sql`and p.organisation = any(${[...ask.organisations]}::uuid[])`}
      ${ask.postTypes === undefined ? sql`` : sql`and p.post_type = any(${[...ask.postTypes]}::text[])`}
    order by o.name, o.id, p.post_type, p.seat`.execute(db);
  return rows;
}

/** One dated holding of a post by a person. */
export interface Holding {
  readonly assignment: string;
  readonly post: string;
  readonly postType: string;
  readonly seat: number;
  readonly organisation: string;
  readonly organisationName: string;
  readonly acting: boolean;
  readonly from: Day;
  readonly to: Day | null;
}

/** The posts a person holds on a day (her merged doubles included), substantive ones first. One query. */
export async function holdingsOf(db: Db<any>, person: string, on: Day): Promise<Holding[]> {
  const { rows } = await sql<Holding>`
    select a.id as assignment, p.id as post, p.post_type as "postType", p.seat, p.organisation,
      ${nameIn("o")} as "organisationName", a.acting, a.from_day as "from", a.to_day as "to"
    from registry.assignment a
    join registry.person h on h.id = a.person
    join registry.post p on p.id = a.post
    join registry.organisation o on o.id = p.organisation
    where (h.id = ${person} or h.merged_into = ${person})
      and a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on})
    order by a.acting, a.from_day`.execute(db);
  return rows;
}

/** A person's whole history of posts, newest first. One query. */
export async function historyOf(db: Db<any>, person: string): Promise<(Holding & { reasonLeft: string | null })[]> {
  const { rows } = await sql<Holding & { reasonLeft: string | null }>`
    select a.id as assignment, p.id as post, p.post_type as "postType", p.seat, p.organisation,
      ${nameIn("o")} as "organisationName", a.acting, a.from_day as "from", a.to_day as "to", a.reason_left as "reasonLeft"
    from registry.assignment a
    join registry.person h on h.id = a.person
    join registry.post p on p.id = a.post
    join registry.organisation o on o.id = p.organisation
    where h.id = ${person} or h.merged_into = ${person}
    order by a.from_day desc, a.acting`.execute(db);
  return rows;
}
