/** Reads of inductions from the table of who owes one: people new in a post, counted or listed; set-valued throughout. */
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { nameIn } from "#kernel/registry/organisations.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";
import { refreshOwed } from "./owed.ts";
import type { CoveragePart, InductionCoverage, InductionFilter, NewPerson } from "./schema.ts";

/** A day on which a version or a governing holds. */
const on = (alias: string, day: Day): RawBuilder<unknown> =>
  sql`${sql.ref(`${alias}.from_day`)} <= ${day} and (${sql.ref(`${alias}.to_day`)} is null or ${sql.ref(`${alias}.to_day`)} > ${day})`;

/** Where somebody stands on a day. */
const standing = (today: Day): RawBuilder<unknown> =>
  sql`case when w.inducted_on is not null then 'inducted' when w.due < ${today}::date then 'late' else 'waiting' end`;

const STANDING: Readonly<Record<NonNullable<InductionFilter["which"]>, (today: Day) => RawBuilder<unknown>>> = {
  late: (today) => sql`and w.inducted_on is null and w.due < ${today}::date`,
  waiting: (today) => sql`and w.inducted_on is null and w.due >= ${today}::date`,
  inducted: () => sql`and w.inducted_on is not null`,
  due: (today) => sql`and (w.inducted_on is not null or w.due < ${today}::date)`,
};

/**
 * The people new in a post whose day due lies in a period, each once, at her newest post of the period. Who left before she was due
 * without an induction is not among them.
 */
const asked = (
  ask: InductionFilter,
  today: Day,
): RawBuilder<unknown> => sql`w.counted and w.due between ${ask.from}::date and ${ask.to}::date
  and (not w.followed or not exists (
    select from inductions.owed l where l.person = w.person and (l.since, l.assignment) > (w.since, w.assignment) and l.due between ${ask.from}::date and ${ask.to}::date))
  ${ask.within === "all" ? sql`` : sql`and w.organisation = any(${[...ask.within]}::uuid[])`}
  ${ask.which ? STANDING[ask.which](today) : sql``}
  ${ask.tier ? sql`and o.tier = ${ask.tier}` : sql``}
  ${ask.track ? sql`and w.track = ${ask.track}` : sql``}
  ${ask.sex ? sql`and w.sex = ${ask.sex}` : sql``}
  ${ask.inPost === true ? sql`and (w.left_on is null or w.left_on > ${today}::date)` : sql``}`;

const counts = (today: Day): RawBuilder<unknown> => sql`
  count(*) filter (where w.inducted_on is not null or w.due < ${today}::date)::int as due,
  count(*) filter (where w.inducted_on is null and w.due < ${today}::date)::int as late,
  count(*) filter (where w.certainty = 'verified')::int as verified, count(*) filter (where w.certainty = 'imported')::int as imported`;

interface CountRow {
  due: number;
  late: number;
  verified: number;
  imported: number;
}
const coverageOf = ({ due, late, verified, imported }: CountRow): InductionCoverage => ({ due, late, inducted: { verified, imported } });

const ORGANISATION = sql`join registry.organisation o on o.id = w.organisation`;
const PERSON = sql`join registry.person h on h.id = w.person`;

/** How many were due in a period and were inducted, verified and imported apart. Three queries. */
export async function coverage(db: Db<any>, pack: Pack, ask: InductionFilter, today: Day): Promise<InductionCoverage> {
  await refreshOwed(db, pack, today);
  const { rows } = await sql<CountRow>`
    select ${counts(today)} from inductions.owed w ${ask.tier ? ORGANISATION : sql``} where ${asked(ask, today)}`.execute(db);
  return coverageOf(rows[0] ?? { due: 0, late: 0, verified: 0, imported: 0 });
}

/** Which member each organisation stands under on a day: itself, or the nearest one above. */
const members = (today: Day): RawBuilder<unknown> => sql`
  down (member, territory, depth) as (
    select s.member, g.territory, 0 from registry.membership s join registry.governs g on g.organisation = s.member and ${on("g", today)} where ${on("s", today)}
    union all
    select d.member, v.territory, d.depth + 1 from down d join registry.territory_version v on v.parent = d.territory and ${on("v", today)}
  ), placed as (
    select distinct on (g.organisation) g.organisation, d.member from down d join registry.governs g on g.territory = d.territory and ${on("g", today)}
    order by g.organisation, d.depth
  )`;

/** What coverage is split by, each split summing up to the whole. */
export const SPLITS = ["member", "tier", "sex", "track"] as const;
export type Split = (typeof SPLITS)[number];

/** Coverage by member, by tier, by sex and by track at once; every person stands in one part of each. Three queries. */
export async function coverageParts(
  db: Db<any>,
  pack: Pack,
  ask: InductionFilter,
  today: Day,
): Promise<{ readonly whole: InductionCoverage; readonly parts: Readonly<Record<Split, readonly CoveragePart[]>> }> {
  await refreshOwed(db, pack, today);
  const { rows } = await sql<
    CountRow & { split: number; member: string | null; tier: string | null; sex: string | null; track: string | null }
  >`
    with recursive ${members(today)}, counted as (
      select w.organisation, w.sex, w.track, ${counts(today)}
      from inductions.owed w ${ask.tier ? ORGANISATION : sql``} where ${asked(ask, today)} group by w.organisation, w.sex, w.track
    )
    select coalesce(sum(w.due), 0)::int as due, coalesce(sum(w.late), 0)::int as late, coalesce(sum(w.verified), 0)::int as verified, coalesce(sum(w.imported), 0)::int as imported,
      grouping(m.member, o.tier, w.sex, w.track) as split, m.member, o.tier, w.sex, w.track
    from counted w ${ORGANISATION} left join placed m on m.organisation = w.organisation
    group by grouping sets ((m.member), (o.tier), (w.sex), (w.track), ()) order by split desc`.execute(db);
  // PostgreSQL's grouping(): a bit is 0 for the column that the row is grouped by, the first column being the highest bit.
  const MASK: Readonly<Record<Split, number>> = { member: 0b0111, tier: 0b1011, sex: 0b1101, track: 0b1110 };
  const parts = (split: Split): CoveragePart[] =>
    rows.filter((row) => row.split === MASK[split] && row.due > 0).map((row) => ({ key: row[split] ?? "", ...coverageOf(row) }));
  const whole = rows.find((row) => row.split === 0b1111);
  return {
    whole: coverageOf(whole ?? { due: 0, late: 0, verified: 0, imported: 0 }),
    parts: { member: parts("member"), tier: parts("tier"), sex: parts("sex"), track: parts("track") },
  };
}

export const SORTS = ["due", "name", "organisation", "since", "state"] as const;
export type SortKey = (typeof SORTS)[number];

const orderOf = (key: SortKey, today: Day): RawBuilder<unknown> =>
  ({
    due: sql`w.due`,
    name: sql`h.sort_name`,
    organisation: sql`o.name`,
    since: sql`w.since`,
    state: standing(today),
  })[key];

/** One page of people and how many there are. Four queries. */
export async function people(
  db: Db<any>,
  pack: Pack,
  ask: InductionFilter,
  page: {
    readonly sort: SortKey;
    readonly descending: boolean;
    readonly offset: number;
    readonly limit: number;
    readonly language: Language;
  },
  today: Day,
): Promise<{ readonly rows: NewPerson[]; readonly total: number }> {
  await refreshOwed(db, pack, today);
  const direction = page.descending ? sql`desc` : sql`asc`;
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from inductions.owed w ${ask.tier ? ORGANISATION : sql``} where ${asked(ask, today)}`.execute(db);
  // Names and phones are looked up for the page’s rows alone.
  const { rows } = await sql<NewPerson>`
    with found as (
      select w.*, row_number() over () as place from (
        select w.* from inductions.owed w ${ask.tier || page.sort === "organisation" ? ORGANISATION : sql``} ${page.sort === "name" ? PERSON : sql``} where ${asked(ask, today)}
        order by ${orderOf(page.sort, today)} ${direction}, w.due, w.person limit ${page.limit} offset ${page.offset}) w
    )
    select w.person, w.sex, w.post, w.post_type as "postType", w.organisation, ${nameIn("o", page.language)} as "organisationName", o.tier, w.track,
      w.since, w.due, case when w.left_on <= ${today}::date then w.left_on end as "leftOn", ${standing(today)} as standing,
      w.inducted_on as "inductedOn", w.certainty, h.full_name as name,
      (select value from registry.contact c where c.person = h.id and c.kind = 'phone' and c.to_day is null and not c.shared
        order by c.from_day desc limit 1) as phone
    from found w ${ORGANISATION} ${PERSON} order by w.place`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** Whom each member has to call about its people: the holder of a kind of post, with her phone. One query. */
export async function callsFor(
  db: Db<any>,
  organisations: readonly string[],
  postTypes: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, { readonly name: string; readonly phone: string | null }>> {
  const { rows } = await sql<{ organisation: string; name: string; phone: string | null }>`
    select distinct on (p.organisation) p.organisation, h.full_name as name,
      (select value from registry.contact c where c.person = h.id and c.kind = 'phone' and c.to_day is null and not c.shared order by c.from_day desc limit 1) as phone
    from registry.post p join registry.assignment a on a.post = p.id and ${on("a", today)}
    join registry.person q on q.id = a.person join registry.person h on h.id = coalesce(q.merged_into, q.id)
    where p.organisation = any(${[...organisations]}::uuid[]) and p.post_type = any(${[...postTypes]}::text[])
    order by p.organisation, a.acting, a.from_day desc`.execute(db);
  return new Map(rows.map(({ organisation, ...call }) => [organisation, call]));
}

/** One organisation and all below it on a day. One query. */
export async function organisationsBelow(db: Db<any>, organisation: string, today: Day): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ organisation: string }>`select organisation from registry.below(${organisation}, ${today})`.execute(db);
  return new Set(rows.map((row) => row.organisation));
}
