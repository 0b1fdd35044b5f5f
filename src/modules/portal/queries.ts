/** Public reads: places by name, posts held by district, changes of office. */
import { beginningWith } from "#platform/db/like.ts";
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { RegistryTables } from "#kernel/registry/tables.ts";
import type { Db } from "#platform/db/handle.ts";

type Tables = RegistryTables;

/** How many posts are held on a day in each organisation of a tier and the territories below it; counted once where they are held, then carried upward. One query. */
export async function heldBelow(db: Db<Tables>, tier: string, on: Day): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ organisation: string; held: number }>`
    with recursive held (organisation, posts) as (
      select p.organisation, count(distinct a.post) from registry.assignment a join registry.post p on p.id = a.post
      where a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on})
      group by p.organisation
    ), up (posts, territory) as (
      select h.posts, g.territory from held h
      join registry.governs g on g.organisation = h.organisation and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
      union all
      select u.posts, v.parent from up u
      join registry.territory_version v on v.territory = u.territory and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
      where v.parent is not null
    )
    select o.id as organisation, sum(u.posts)::integer as held from up u
    join registry.governs g on g.territory = u.territory and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
    join registry.organisation o on o.id = g.organisation and o.tier = ${tier}
    group by o.id`.execute(db);
  return new Map(rows.map((row) => [row.organisation, row.held]));
}

/** A place found by the beginning of its name or of a word in it. */
export interface FoundPlace {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly parentName: string | null;
}

/** Places by name, the higher tiers first. Accents and case do not matter. One query. */
export async function findPlaces(db: Db<Tables>, words: string, on: Day, limit: number): Promise<FoundPlace[]> {
  const pattern = beginningWith(words.toLowerCase());
  const { rows } = await sql<FoundPlace>`
    select o.id, o.name, o.tier, up.name as "parentName"
    from registry.organisation o
    left join registry.governs g on g.organisation = o.id and (g.to_day is null or g.to_day > ${on})
    left join registry.territory_version v on v.territory = g.territory and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
    left join registry.governs ug on ug.territory = v.parent and (ug.to_day is null or ug.to_day > ${on})
    left join registry.organisation up on up.id = ug.organisation
    where (lower(o.name) like ${pattern} or lower(o.name) like ${`% ${pattern}`}) and o.kind in ('local_government', 'administration')
      and (o.to_day is null or o.to_day > ${on})
    order by length(o.code), o.name, o.id limit ${limit}`.execute(db);
  return rows;
}

/** Somebody who took a public office. */
export interface ChangeOfOffice {
  readonly assignment: string;
  readonly person: string;
  readonly postType: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly acting: boolean;
  readonly from: Day;
  readonly recordedAt: Date;
}

/** The newest changes in public offices. One query. */
export async function changesOfOffice(db: Db<Tables>, postTypes: readonly string[], on: Day, limit: number): Promise<ChangeOfOffice[]> {
  const { rows } = await sql<ChangeOfOffice>`
    select a.id as assignment, h.full_name as person, p.post_type as "postType", o.id as organisation, o.name as "organisationName",
      a.acting, a.from_day as "from", a.recorded_at as "recordedAt"
    from registry.assignment a
    join registry.post p on p.id = a.post and p.post_type = any(${[...postTypes]}::text[])
    join registry.person h on h.id = a.person
    join registry.organisation o on o.id = p.organisation
    where a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on})
    order by a.from_day desc, a.id limit ${limit}`.execute(db);
  return rows;
}
