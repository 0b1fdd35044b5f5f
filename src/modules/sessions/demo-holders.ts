/** Who held which post of a demonstration's target groups on which days, with the member whose seat it would be: read once, asked for every session. */
import { sql } from "kysely";
import type { DemoContext } from "#kernel/access/module.ts";
import { addMonths, yearOf, type Day } from "#kernel/calendar/day.ts";
import { groupOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { postTypesOfGroup } from "#kernel/registry/groups.ts";
import { membersOn } from "#kernel/registry/organisations.ts";

/** One holding of a post. */
export interface Holder {
  readonly person: string;
  readonly sex: "F" | "M" | null;
  readonly birthYear: number | null;
  readonly post: string;
  readonly postType: string;
  readonly organisation: string;
  readonly tier: string | null;
  readonly from: Day;
  readonly precision: string;
  readonly to: Day | null;
  readonly entity: string;
  readonly region: string;
}

/** A member with the territories it lies in. */
export interface Host {
  readonly entity: string;
  readonly name: string;
  readonly territory: string;
  readonly region: string;
  readonly regionName: string;
  /** The region’s code in the pack. */
  readonly regionCode: string;
}

/** The members that govern a territory below another, each with the bodies beneath it. Two queries. */
export async function hostsOf(demo: DemoContext): Promise<readonly Host[]> {
  const members = await membersOn(demo.db, demo.today);
  const { rows } = await sql<Host>`
    select o.id as entity, coalesce(o.short_name, o.name) as name, g.territory, v.parent as region, pv.name as "regionName", pv.code as "regionCode"
    from registry.organisation o
    join registry.governs g on g.organisation = o.id and g.to_day is null
    join registry.territory_version v on v.territory = g.territory and v.to_day is null
    join registry.territory_version pv on pv.territory = v.parent and pv.to_day is null
    where o.id = any(${members.map((member) => member.id)}::uuid[]) order by o.name, o.id`.execute(demo.db);
  // A member above other members (a city over its districts) hosts nothing itself: its people are named by the nearest body.
  const above = new Set(rows.map((row) => row.region));
  return rows.filter((row) => !above.has(row.territory));
}

/** Every holding since a day of a post of some types, under the member it belongs to. One query. */
export async function holdersOf(
  demo: DemoContext,
  types: readonly string[],
  hosts: readonly Host[],
  since: Day,
): Promise<readonly Holder[]> {
  const { rows } = await sql<Holder>`
    with under as (
      select h.entity, h.region, b.organisation from unnest(${hosts.map((host) => host.entity)}::uuid[], ${hosts.map((host) => host.region)}::uuid[]) as h (entity, region)
      cross join lateral registry.below(h.entity, ${demo.today}) b
    )
    select distinct on (a.id) h.id as person, h.sex, h.birth_year as "birthYear", p.id as post, p.post_type as "postType", o.id as organisation, o.tier,
      a.from_day as "from", a.from_precision as precision, a.to_day as "to", u.entity, u.region
    from registry.assignment a
    join registry.person q on q.id = a.person join registry.person h on h.id = coalesce(q.merged_into, q.id)
    join registry.post p on p.id = a.post join registry.organisation o on o.id = p.organisation join under u on u.organisation = o.id
    where p.post_type = any(${[...types]}::text[]) and (a.to_day is null or a.to_day > ${since}) and not a.acting
    order by a.id, u.entity`.execute(demo.db);
  return rows.sort((a, b) => (a.post < b.post ? -1 : a.post > b.post ? 1 : a.from < b.from ? -1 : 1));
}

/** Decides whether a holding belongs to one of some groups on a day; the groups are looked up once. */
export function belonging(pack: Pack, groups: readonly string[]): (holder: Holder, on: Day) => boolean {
  const asked = groups.map((code) => {
    const group = groupOf(pack, code);
    const types = postTypesOfGroup(pack, group);
    return { ...group, types: types === null ? null : new Set(types) };
  });
  return (holder, on) =>
    holder.from <= on &&
    (holder.to === null || holder.to > on) &&
    asked.some(
      (group) =>
        (group.types === null || group.types.has(holder.postType)) &&
        (group.tiers.length === 0 || (holder.tier !== null && group.tiers.includes(holder.tier))) &&
        (group.sex === null || holder.sex === group.sex) &&
        (group.ageMax === null || (holder.birthYear !== null && yearOf(on) - holder.birthYear <= group.ageMax)) &&
        (group.maxMonthsInPost === null || (holder.precision === "day" && holder.from > addMonths(on, -group.maxMonthsInPost))),
    );
}

/** The types of post that some groups ask for; a group that asks for any type adds none. */
export function typesOf(pack: Pack, groups: readonly string[]): string[] {
  return [...new Set(groups.flatMap((code) => postTypesOfGroup(pack, groupOf(pack, code)) ?? []))];
}
