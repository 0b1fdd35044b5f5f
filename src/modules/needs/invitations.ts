/** Who a round invites: the posts of its groups in the organisations that take part, each under the nearest of them. */
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import { groupOf } from "#kernel/pack/lookup.ts";
import type { Group, Pack } from "#kernel/pack/pack.ts";
import { groupMembers, postTypesOfGroup } from "#kernel/registry/groups.ts";
import type { RegistryTables } from "#kernel/registry/tables.ts";
import type { Db } from "#platform/db/handle.ts";

/** What a round says about whom it asks. */
export interface Audience {
  readonly groups: readonly string[];
  /** Empty: every member and every place shown beside the members. */
  readonly organisations: readonly string[];
}

/** How many posts of one type a round invites in one organisation, and how many of them are held. */
export interface InvitedCount {
  readonly organisation: string;
  readonly name: string;
  readonly postType: string;
  readonly posts: number;
  readonly held: number;
}

const inForce = (alias: RawBuilder<unknown>, on: Day): RawBuilder<unknown> =>
  sql`${alias}.from_day <= ${on} and (${alias}.to_day is null or ${alias}.to_day > ${on})`;

/** A group that asks about the holder, not only about the post: it can only invite posts that are held. */
function isPersonal(group: Group): boolean {
  return group.sex !== null || group.ageMax !== null || group.withDisability || group.maxMonthsInPost !== null;
}

/** The posts of groups about posts, as a condition over post `p` and organisation `o`. */
function plainCondition(pack: Pack, groups: readonly Group[]): RawBuilder<unknown> {
  const parts = groups.map((group) => {
    const types = postTypesOfGroup(pack, group);
    return sql`(true ${types === null ? sql`` : sql`and p.post_type = any(${types}::text[])`}
      ${group.tiers.length === 0 ? sql`` : sql`and o.tier = any(${[...group.tiers]}::text[])`})`;
  });
  return parts.length === 0 ? sql`false` : sql.join(parts, sql` or `);
}

/** Posts found through their holders: one query for each such group, whatever the number of organisations. */
async function personalPosts(db: Db<RegistryTables>, pack: Pack, groups: readonly Group[], on: Day): Promise<string[]> {
  const found = await Promise.all(groups.map((group) => groupMembers(db, pack, group.code, on)));
  return [...new Set(found.flat().map((member) => member.post))];
}

/**
 * The common part of both questions: `invited (post, organisation, post_type)` on a day. Each territory belongs to the
 * nearest organisation above it that takes part: a post of a city’s district is the district’s, not the city’s too.
 */
async function invited(db: Db<RegistryTables>, pack: Pack, audience: Audience, on: Day): Promise<RawBuilder<unknown>> {
  const groups = audience.groups.map((code) => groupOf(pack, code));
  const personal = await personalPosts(db, pack, groups.filter(isPersonal), on);
  const chosen = audience.organisations.length === 0 ? sql`` : sql`and m.member = any(${[...audience.organisations]}::uuid[])`;
  return sql`
    with recursive part (organisation) as (
      select distinct m.member from registry.membership m where ${inForce(sql`m`, on)} ${chosen}
    ), own (territory, organisation) as (
      select g.territory, g.organisation from registry.governs g join part on part.organisation = g.organisation where ${inForce(sql`g`, on)}
    ), under (territory, organisation) as (
      select territory, organisation from own
      union all
      select v.territory, u.organisation from under u
      join registry.territory_version v on v.parent = u.territory and ${inForce(sql`v`, on)}
      where not exists (select from own where own.territory = v.territory)
    ), host (organisation, under) as (
      select g.organisation, u.organisation from under u join registry.governs g on g.territory = u.territory and ${inForce(sql`g`, on)}
    ), invited (post, organisation, post_type) as (
      select distinct on (p.id) p.id, h.under, p.post_type
      from host h join registry.post p on p.organisation = h.organisation join registry.organisation o on o.id = p.organisation
      where ${inForce(sql`p`, on)} and (${plainCondition(
        pack,
        groups.filter((group) => !isPersonal(group)),
      )} or p.id = any(${personal}::uuid[]))
      order by p.id, h.under
    )`;
}

/** How many posts a round would invite, by organisation and type of post; organisations without any are left out. */
export async function countInvited(db: Db<RegistryTables>, pack: Pack, audience: Audience, on: Day): Promise<InvitedCount[]> {
  const { rows } = await sql<InvitedCount>`
    ${await invited(db, pack, audience, on)}
    select i.organisation, o.name, i.post_type as "postType", count(*)::integer as posts,
      count(*) filter (where exists (select from registry.assignment a where a.post = i.post and ${inForce(sql`a`, on)}))::integer as held
    from invited i join registry.organisation o on o.id = i.organisation
    group by 1, 2, 3 order by 2, 1, 3`.execute(db);
  return rows;
}

/** Writes the invitations and the participations of a round in two statements. Returns how many posts are invited. */
export async function invite(db: Db<any>, pack: Pack, round: string, audience: Audience, on: Day): Promise<number> {
  const { numAffectedRows } = await sql`
    ${await invited(db, pack, audience, on)}
    insert into needs.invitation (round, post, organisation, post_type)
    select ${round}::uuid, post, organisation, post_type from invited`.execute(db);
  await sql`
    insert into needs.participation (round, organisation, state, invited)
    select round, organisation, 'invited', count(*) from needs.invitation where round = ${round} group by 1, 2`.execute(db);
  return Number(numAffectedRows ?? 0);
}
