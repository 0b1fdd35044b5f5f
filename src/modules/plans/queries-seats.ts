/** How many posts of target groups each member has, itself and everything below it: what seats are proposed from. */
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import { groupOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { postTypesOfGroup } from "#kernel/registry/groups.ts";
import type { Db } from "#platform/db/handle.ts";

/**
 * Posts of some groups by the member whose territory they lie in; posts of the association count for the association.
 * Groups are told by type and tier of post alone: a condition on the person (sex, age, time in post) cannot be told before somebody is nominated. One query.
 */
export async function postsByMember(db: Db<any>, pack: Pack, groups: readonly string[], on: Day): Promise<ReadonlyMap<string, number>> {
  if (groups.length === 0) return new Map();
  const wanted = groups.map((code) => {
    const group = groupOf(pack, code);
    const types = postTypesOfGroup(pack, group);
    return sql`(${types === null ? sql`true` : sql`p.post_type = any(${types}::text[])`} and ${group.tiers.length === 0 ? sql`true` : sql`o.tier = any(${[...group.tiers]}::text[])`})`;
  });
  const { rows } = await sql<{ member: string; posts: number }>`
    with recursive counted as (
      select p.organisation, count(*)::int as posts from registry.post p join registry.organisation o on o.id = p.organisation
      where p.from_day <= ${on} and (p.to_day is null or p.to_day > ${on}) and (${sql.join(wanted, sql` or `)})
      group by p.organisation
    ), member as (
      select m.member, g.territory from registry.membership m
      join registry.governs g on g.organisation = m.member and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
      where m.from_day <= ${on} and (m.to_day is null or m.to_day > ${on})
    ), up (organisation, territory, found) as (
      select c.organisation, g.territory, (select m.member from member m where m.territory = g.territory limit 1)
      from counted c join registry.governs g on g.organisation = c.organisation and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
      union all
      select u.organisation, v.parent, (select m.member from member m where m.territory = v.parent limit 1)
      from up u join registry.territory_version v on v.territory = u.territory and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
      where u.found is null and v.parent is not null
    )
    select coalesce(u.found, o.id) as member, sum(c.posts)::int as posts
    from counted c join registry.organisation o on o.id = c.organisation left join up u on u.organisation = c.organisation and u.found is not null
    where u.found is not null or o.kind = 'association'
    group by 1`.execute(db);
  return new Map(rows.map((row) => [row.member, row.posts]));
}
