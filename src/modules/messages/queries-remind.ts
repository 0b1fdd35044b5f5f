/** Reads for the daily reminders, each over many posts at once. */
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { postsOn, type PostRow } from "#kernel/registry/posts.ts";
import type { Db } from "#platform/db/handle.ts";
import type { TakenStep } from "./ladder.ts";

/** A post whose holder can be reminded. */
export interface HeldPost {
  readonly post: string;
  readonly postType: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly person: string;
}

/** The next posts by id after one, whose holder (the substantive one, else the acting one) has an account or a contact. One query. */
export async function heldPosts(db: Db<any>, on: Day, after: string, limit: number): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    select p.id as post, p.post_type as "postType", p.organisation, o.name as "organisationName", h.person
    from registry.post p
    join registry.organisation o on o.id = p.organisation
    join lateral (
      select coalesce(q.merged_into, q.id) as person from registry.assignment a join registry.person q on q.id = a.person
      where a.post = p.id and a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on})
      order by a.acting, a.from_day desc limit 1) h on true
    where p.id > ${after} and p.from_day <= ${on} and (p.to_day is null or p.to_day > ${on})
      and (exists (select 1 from registry.contact c where c.person = h.person and c.to_day is null)
        or exists (select 1 from access.account a where a.person = h.person and a.disabled_at is null))
    order by p.id limit ${limit}`.execute(db);
  return rows;
}

/** The steps taken before for some posts. One query. */
export async function takenSteps(db: Db<any>, posts: readonly string[]): Promise<TakenStep[]> {
  const { rows } = await sql<TakenStep>`
    select duty, post, due, step, recipient from conversation.reminder where post = any(${[...posts]}::uuid[])`.execute(db);
  return rows;
}

/** The posts of the organisations' heads and of those with some roles, with their holders. One query. */
export async function leadersOf(
  db: Db<any>,
  pack: Pack,
  organisations: readonly string[],
  roles: readonly string[],
  on: Day,
): Promise<PostRow[]> {
  const postTypes = pack.postTypes
    .filter((type) => type.isHead || type.roles.some((role) => roles.includes(role)))
    .map((type) => type.code);
  return organisations.length === 0 || postTypes.length === 0 ? [] : postsOn(db, { organisations, postTypes, on });
}

/** On how many days of a week some people were reminded. One query. */
export async function remindedDays(db: Db<any>, people: readonly string[], since: Day): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ person: string; days: number }>`
    select person, count(distinct on_day)::integer as days from conversation.reminder
    where person = any(${[...people]}::uuid[]) and on_day > ${since} group by person`.execute(db);
  return new Map(rows.map((row) => [row.person, row.days]));
}
