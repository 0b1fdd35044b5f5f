/** Target groups of the pack as queries over posts: who belongs to one on a day, asked in one query. */
import { sql, type RawBuilder } from "kysely";
import { addMonths, yearOf, type Day } from "#kernel/calendar/day.ts";
import { groupOf } from "#kernel/pack/lookup.ts";
import type { Group, Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";

/** Somebody who belongs to a group through a post. A person with two such posts stands twice. */
export interface GroupMember {
  readonly person: string;
  readonly name: string;
  readonly sex: "F" | "M" | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly assignment: string;
  readonly acting: boolean;
  readonly since: Day;
  readonly post: string;
  readonly postType: string;
  readonly organisation: string;
  readonly organisationName: string;
}

/** The types of post that a group asks for: those it names, and those that carry one of its roles. Null: any. */
export function postTypesOfGroup(pack: Pack, group: Group): string[] | null {
  if (group.postTypes.length === 0 && group.roles.length === 0) return null;
  const byRole = pack.postTypes.filter((type) => type.roles.some((role) => group.roles.includes(role))).map((type) => type.code);
  if (group.postTypes.length === 0) return byRole;
  if (group.roles.length === 0) return [...group.postTypes];
  return group.postTypes.filter((type) => byRole.includes(type));
}

/** The conditions of a group over assignment `a`, person `h`, post `p` and organisation `o`. */
function conditionsOf(pack: Pack, group: Group, on: Day, within: ReadonlySet<string> | undefined): RawBuilder<unknown> {
  const types = postTypesOfGroup(pack, group);
  const parts = [
    sql`p.from_day <= ${on} and (p.to_day is null or p.to_day > ${on})`,
    sql`a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on})`,
    ...(types === null ? [] : [sql`p.post_type = any(${types}::text[])`]),
    ...(group.tiers.length === 0 ? [] : [sql`o.tier = any(${[...group.tiers]}::text[])`]),
    ...(group.sex === null ? [] : [sql`h.sex = ${group.sex}`]),
    // Only the year of birth is known: who turns the limit's next age this year is still within it.
    ...(group.ageMax === null ? [] : [sql`h.birth_year >= ${yearOf(on) - group.ageMax}`]),
    ...(group.withDisability ? [sql`h.disability`] : []),
    // Half a year in the post counts from the first day of this holding; a change from acting to substantive counts anew.
    ...(group.maxMonthsInPost === null ? [] : [sql`a.from_day > ${addMonths(on, -group.maxMonthsInPost)} and a.from_precision = 'day'`]),
    ...(within === undefined ? [] : [sql`p.organisation = any(${[...within]}::uuid[])`]),
  ];
  return sql.join(parts, sql` and `);
}

const FROM = sql`
  from registry.assignment a
  join registry.person q on q.id = a.person
  join registry.person h on h.id = coalesce(q.merged_into, q.id)
  join registry.post p on p.id = a.post
  join registry.organisation o on o.id = p.organisation`;

/** Everyone in a group on a day, by organisation and name. `within` limits it to organisations. One query. */
export async function groupMembers(db: Db<any>, pack: Pack, group: string, on: Day, within?: ReadonlySet<string>): Promise<GroupMember[]> {
  const { rows } = await sql<GroupMember>`
    select h.id as person, h.full_name as name, h.sex, a.id as assignment, a.acting, a.from_day as since,
      p.id as post, p.post_type as "postType", o.id as organisation, o.name as "organisationName",
      (select value from registry.contact c where c.person = h.id and c.kind = 'phone' and c.to_day is null and not c.shared order by c.from_day desc limit 1) as phone,
      (select value from registry.contact c where c.person = h.id and c.kind = 'email' and c.to_day is null order by c.from_day desc limit 1) as email
    ${FROM} where ${conditionsOf(pack, groupOf(pack, group), on, within)}
    order by o.name, o.id, h.sort_name, a.id`.execute(db);
  return rows;
}

/** How many different people are in each group on a day, and how many of them are women. One query for all groups. */
export async function groupSizes(
  db: Db<any>,
  pack: Pack,
  on: Day,
  within?: ReadonlySet<string>,
): Promise<ReadonlyMap<string, { readonly people: number; readonly women: number }>> {
  if (pack.groups.length === 0) return new Map();
  const counts = pack.groups.map(
    (
      group,
    ) => sql`select ${group.code}::text as code, count(distinct h.id)::integer as people, count(distinct h.id) filter (where h.sex = 'F')::integer as women
      ${FROM} where ${conditionsOf(pack, group, on, within)}`,
  );
  const { rows } = await sql<{ code: string; people: number; women: number }>`${sql.join(counts, sql` union all `)}`.execute(db);
  return new Map(rows.map((row) => [row.code, { people: row.people, women: row.women }]));
}
