/** Who was reached: different people counted from portfolio entries alone, doubles once, in one pass over an index. */
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Organisations } from "#kernel/access/verb.ts";
import { fiscalYearAfter, fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { Db } from "#platform/db/handle.ts";
import { kept } from "./kept.ts";
import { membersOf, type Members } from "./members.ts";
import { CERTAINTIES, NONE, type Certainty, type Scope } from "./scope.ts";

/** People who share district, sex, tier and sureness. `district` and `tier` are null where no entry says one. */
export interface Cell {
  readonly district: string | null;
  readonly sex: "F" | "M" | null;
  readonly tier: string | null;
  readonly certainty: Certainty;
  readonly people: number;
  readonly entries: number;
  readonly competent: number;
  /** Entries recorded here: imported lists do not say who passed. */
  readonly assessed: number;
}

/** A share of the reached that may overlap with others: who took part in two modalities stands in both. */
export interface Overlapping {
  readonly code: string;
  readonly people: number;
}

/** Who was reached within a scope. */
export interface Reach {
  readonly people: number;
  readonly entries: number;
  readonly competent: number;
  /** Entries that say whether somebody passed. */
  readonly assessed: number;
  /** Every person stands in exactly one cell. */
  readonly cells: readonly Cell[];
  readonly byModality: readonly Overlapping[];
  readonly byProgramme: readonly Overlapping[];
  /** By fiscal year; the code is its first day. */
  readonly byYear: readonly Overlapping[];
}

/** What limits entries, in SQL over `portfolio.entry e`. */
export function entryLimits(scope: Scope): RawBuilder<unknown> {
  const parts = [sql`e.to_day between ${scope.from} and ${scope.to}`];
  if (scope.programme !== null) parts.push(scope.programme === NONE ? sql`e.programme is null` : sql`e.programme = ${scope.programme}`);
  if (scope.modality !== null) parts.push(sql`e.modality = ${scope.modality}`);
  if (scope.outcome !== null) parts.push(sql`e.outcome = ${scope.outcome}`);
  return sql.join(parts, sql` and `);
}

/** What limits people, in SQL over `reached r`. `within` are the members whose people may be counted. */
export function personLimits(scope: Scope, within: Organisations): RawBuilder<unknown> {
  const parts = [sql`true`];
  const equal = (column: string, value: string): RawBuilder<unknown> =>
    value === NONE ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)}::text = ${value}`;
  if (within !== "all") parts.push(sql`r.district = any(${[...within]}::uuid[])`);
  if (scope.sex !== null) parts.push(equal("r.sex", scope.sex));
  if (scope.district !== null) parts.push(equal("r.district", scope.district));
  if (scope.tier !== null) parts.push(equal("r.tier", scope.tier));
  if (scope.certainty !== null) parts.push(sql`r.sure = ${SURE[scope.certainty]}`);
  return sql.join(parts, sql` and `);
}

/** True for a scope without limits on people: what is kept by session may be counted too. */
export function isWide(scope: Scope, within: Organisations): boolean {
  return within === "all" && scope.sex === null && scope.district === null && scope.tier === null && scope.certainty === null;
}

const SURE: Readonly<Record<Certainty, number>> = { verified: 3, claimed: 2, imported: 1 };
const certaintyOf = (sure: number): Certainty => CERTAINTIES.find((one) => SURE[one] === sure) ?? "imported";

/** Codes as bits of a number: who took part in what is kept in one number a person while she is gathered. */
interface Bits {
  readonly modality: readonly string[];
  readonly programme: readonly string[];
  readonly year: readonly Day[];
}

const bit = (list: readonly string[], value: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`1::bigint << coalesce(array_position(${[...list]}::text[], ${value}), 0)`;

/**
 * The table `reached`: one row a person, with the organisation and tier of her latest entry that says one. Entries are read in
 * the order of persons from the index alone; only people with doubles are gathered a second time, under the one who is kept.
 */
export function reached(scope: Scope, members: Members, bits: Bits): RawBuilder<unknown> {
  // The first day of each year as an array: how many of them have begun is the number of the year.
  const year = sql`1::bigint << width_bucket(e.to_day, ${[...bits.year]}::date[])`;
  return sql`
    seen as (
      select e.person, max(e.to_day) as last, count(*) as entries, count(*) filter (where e.outcome = 'competent') as competent,
        count(*) filter (where e.certainty <> 'imported') as assessed,
        (array_agg(e.organisation order by e.to_day desc, e.id) filter (where e.organisation is not null))[1] as organisation,
        (array_agg(e.tier order by e.to_day desc, e.id) filter (where e.tier is not null))[1] as tier,
        max(case e.certainty when 'verified' then 3 when 'claimed' then 2 else 1 end) as sure,
        bit_or(${bit(bits.modality, sql`e.modality`)}) as modalities, bit_or(${bit(bits.programme, sql`e.programme`)}) as programmes,
        bit_or(${year}) as years
      from portfolio.entry e where ${entryLimits(scope)} group by e.person
    ), twin as (
      select id, merged_into as root from registry.person where merged_into is not null
    ), kin as (
      select id as person from twin union select root from twin
    ), family as (
      select coalesce(t.root, s.person) as person, max(s.last) as last, sum(s.entries) as entries, sum(s.competent) as competent,
        sum(s.assessed) as assessed,
        (array_agg(s.organisation order by s.last desc, s.person) filter (where s.organisation is not null))[1] as organisation,
        (array_agg(s.tier order by s.last desc, s.person) filter (where s.tier is not null))[1] as tier,
        max(s.sure) as sure, bit_or(s.modalities) as modalities, bit_or(s.programmes) as programmes, bit_or(s.years) as years
      from seen s left join twin t on t.id = s.person
      where exists (select from kin k where k.person = s.person) group by 1
    ), gathered as (
      select * from seen s where not exists (select from kin k where k.person = s.person)
      union all select * from family
    ), place as (
      select * from unnest(${members.organisations}::uuid[], ${members.members}::uuid[]) as x (organisation, district)
    ), reached as (
      select g.*, p.sex, x.district from gathered g join registry.person p on p.id = g.person left join place x on x.organisation = g.organisation
    )`;
}

async function bitsOf(db: Db<any>, pack: Pack, scope: Scope): Promise<Bits> {
  const { rows } = await sql<{ programme: string }>`
    select distinct programme from portfolio.entry where programme is not null and to_day between ${scope.from} and ${scope.to} order by 1 limit 60`.execute(
    db,
  );
  const years: Day[] = [];
  for (
    let year = fiscalYearOf(pack.calendar, scope.from);
    year.start <= scope.to && years.length < 60;
    year = fiscalYearAfter(pack.calendar, year)
  )
    years.push(year.start);
  return {
    modality: [...new Set(codesOf(pack, "modality").map(({ code }) => code))],
    programme: rows.map((row) => row.programme),
    year: years,
  };
}

interface GroupRow {
  kind: number;
  district: string | null;
  sex: "F" | "M" | null;
  tier: string | null;
  sure: number;
  modalities: string | null;
  programmes: string | null;
  years: string | null;
  people: number;
  entries: number;
  competent: number;
  assessed: number;
}

/** People by each bit of a mask: a person counts under every bit she has. */
function unfold(rows: readonly GroupRow[], mask: "modalities" | "programmes" | "years", codes: readonly string[]): Overlapping[] {
  return codes
    .map((code, place) => ({
      code,
      people: rows.reduce((sum, row) => (((BigInt(row[mask] ?? 0) >> BigInt(place)) & 1n) === 1n ? sum + row.people : sum), 0),
    }))
    .filter(({ people }) => people > 0);
}

/** Counts a scope, for the members an actor may count. Three queries. */
async function countReach(db: Db<any>, pack: Pack, scope: Scope, within: Organisations, today: Day): Promise<Reach> {
  const members = await membersOf(db, today);
  const bits = await bitsOf(db, pack, scope);
  const { rows } = await sql<GroupRow>`
    with ${reached(scope, members, bits)}
    select grouping(r.district, r.modalities, r.programmes, r.years) as kind, r.district, r.sex, r.tier, r.sure,
      r.modalities::text, r.programmes::text, r.years::text, count(*)::int as people, sum(r.entries)::int as entries, sum(r.competent)::int as competent,
      sum(r.assessed)::int as assessed
    from reached r where ${personLimits(scope, within)}
    group by grouping sets ((r.district, r.sex, r.tier, r.sure), (r.modalities), (r.programmes), (r.years))`.execute(db);
  // `grouping` sets a bit for each column that a row is not grouped by; the first named is the highest.
  const of = (kind: number): GroupRow[] => rows.filter((row) => row.kind === kind);
  const cells = of(0b0111).map((row): Cell => ({
    district: row.district,
    sex: row.sex,
    tier: row.tier,
    certainty: certaintyOf(row.sure),
    people: row.people,
    entries: row.entries,
    competent: row.competent,
    assessed: row.assessed,
  }));
  const sum = (pick: (cell: Cell) => number): number => cells.reduce((total, cell) => total + pick(cell), 0);
  return {
    people: sum((cell) => cell.people),
    entries: sum((cell) => cell.entries),
    competent: sum((cell) => cell.competent),
    assessed: sum((cell) => cell.assessed),
    cells,
    byModality: unfold(of(0b1011), "modalities", [NONE, ...bits.modality]),
    byProgramme: unfold(of(0b1101), "programmes", [NONE, ...bits.programme]),
    byYear: unfold(of(0b1110), "years", [NONE, ...bits.year]),
  };
}

/** Who was reached within a scope. One query when nothing moved since it was last asked; four otherwise. */
export async function reachOf(db: Db<any>, pack: Pack, scope: Scope, within: Organisations, today: Day): Promise<Reach> {
  const question = ["reach", today, scope, within === "all" ? "all" : [...within].toSorted()];
  return kept(db, "reach", question, () => countReach(db, pack, scope, within, today));
}

/** A person behind a figure. */
export interface ReachedPerson {
  readonly person: string;
  readonly name: string;
  readonly sex: "F" | "M" | null;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly districtName: string | null;
  readonly tier: string | null;
  readonly entries: number;
  readonly last: Day;
  readonly certainty: Certainty;
}

export const PEOPLE_ORDERS = ["name", "entries", "last"] as const;
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

const ORDER: Readonly<Record<PeopleOrder, RawBuilder<unknown>>> = {
  name: sql`p.sort_name, r.person`,
  entries: sql`r.entries desc, p.sort_name, r.person`,
  last: sql`r.last desc, p.sort_name, r.person`,
};

/** For questions that do not ask in which of several lists a person stands. */
export const noBits: Bits = { modality: [], programme: [], year: ["1900-01-01"] };

/** The people behind a figure, a page at a time. Two queries. */
export async function reachedPeople(
  db: Db<any>,
  scope: Scope,
  within: Organisations,
  today: Day,
  page: { readonly order: PeopleOrder; readonly limit: number; readonly offset: number },
): Promise<ReachedPerson[]> {
  const members = await membersOf(db, today);
  const { rows } = await sql<Omit<ReachedPerson, "certainty"> & { sure: number }>`
    with ${reached(scope, members, noBits)}
    select r.person, p.full_name as name, r.sex, r.organisation, coalesce(o.short_name, o.name) as "organisationName",
      coalesce(d.short_name, d.name) as "districtName", r.tier, r.entries::int as entries, r.last, r.sure
    from (
      select r.*, row_number() over (order by ${ORDER[page.order]}) as place from reached r join registry.person p on p.id = r.person
      where ${personLimits(scope, within)} order by ${ORDER[page.order]} limit ${page.limit} offset ${page.offset}
    ) r join registry.person p on p.id = r.person
    left join registry.organisation o on o.id = r.organisation left join registry.organisation d on d.id = r.district
    order by r.place`.execute(db);
  return rows.map(({ sure, ...row }) => ({ ...row, certainty: certaintyOf(sure) }));
}

/** One thing that somebody took part in, behind a figure. */
export interface ReachedEntry {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly modality: string;
  readonly programme: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly outcome: "attended" | "competent";
  readonly certainty: Certainty;
  readonly source: string;
  readonly aboutKind: string;
  readonly about: string;
}

/** What people took part in, newest first, a page at a time. Two queries. */
export async function reachedEntries(
  db: Db<any>,
  scope: Scope,
  within: Organisations,
  today: Day,
  page: { readonly limit: number; readonly offset: number },
): Promise<ReachedEntry[]> {
  const members = await membersOf(db, today);
  const { rows } = await sql<ReachedEntry>`
    with ${reached(scope, members, noBits)}
    select e.id, r.person, h.full_name as name, e.title, e.language, e.modality, e.programme, e.from_day as "from", e.to_day as "to", e.outcome,
      e.certainty, e.source, e.about_kind as "aboutKind", e.about
    from portfolio.entry e join registry.person p on p.id = e.person join reached r on r.person = coalesce(p.merged_into, p.id)
    join registry.person h on h.id = r.person
    where ${entryLimits(scope)} and ${personLimits(scope, within)}
    order by e.to_day desc, e.id limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}
