/** Takes a list of territorial units into the registry: what is new is added with its posts, what is known is brought up to date. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { tierOf } from "#kernel/pack/lookup.ts";
import type { Pack, Tier } from "#kernel/pack/pack.ts";
import { addPlaces, openPosts, postTypesOfTier } from "#kernel/registry/bulk.ts";
import { KNOWN_SINCE } from "#kernel/registry/install.ts";
import type { RegistryTables } from "#kernel/registry/tables.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Columns } from "#platform/tabular/headers.ts";
import { readTable } from "#platform/tabular/table.ts";
import type { TableProblem } from "#platform/tabular/table-problem.ts";
import { checkUnits, keyOf, tierNamed, type GoodUnit, type HeldUnit, type UnitRow } from "./unit-check.ts";
import { fileFinding, unknownFinding, type Finding } from "./findings.ts";

/** The columns of a list of units. */
export const UNIT_COLUMNS = {
  level: { name: { en: "Level", fr: "Échelon", rw: "Urwego" }, aliases: ["tier", "niveau"], required: true },
  code: { name: { en: "Code", fr: "Code", rw: "Kode" }, aliases: ["unit code", "id"], required: true },
  name: { name: { en: "Name", fr: "Nom", rw: "Izina" }, required: true },
  parent: { name: { en: "Parent code", fr: "Code parent", rw: "≈Kode y’urwego rwo hejuru" }, aliases: ["parent_code", "parent"] },
  population: { name: { en: "Population", fr: "Population", rw: "Abaturage" }, aliases: ["people", "habitants"] },
  households: { name: { en: "Households", fr: "Ménages", rw: "Ingo" }, aliases: ["household", "menage"] },
} as const satisfies Columns<string>;

/** A held unit with its ids. */
export interface HeldPlace extends HeldUnit {
  readonly territory: string;
}

/** Every territory the registry holds on a day, by level and code. One query. */
export async function heldUnits(db: Db<RegistryTables>, pack: Pack, on: Day): Promise<Map<string, HeldPlace>> {
  const { rows } = await sql<HeldPlace>`
    select t.id as territory, t.tier, v.code, v.name, up.code as above, v.population, v.households
    from registry.territory t
    join registry.territory_version v on v.territory = t.id and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
    left join registry.territory_version up on up.territory = v.parent and up.from_day <= ${on} and (up.to_day is null or up.to_day > ${on})`.execute(
    db,
  );
  return new Map(rows.map((row) => [keyOf(tierOf(pack, row.tier).level ?? 0, row.code), row]));
}

/** What an import of units would do, before anything is written. */
export interface UnitPlan {
  readonly headers: readonly string[];
  readonly added: readonly GoodUnit[];
  readonly updated: readonly GoodUnit[];
  readonly unchanged: number;
  readonly findings: readonly Finding[];
  /** Why nothing of the file can be used; then everything else is empty. */
  readonly problems: readonly TableProblem[];
  readonly held: ReadonlyMap<string, HeldPlace>;
  /** The words of the levels that the file names or that a list of units usually has, in the order of the tiers. */
  readonly levels: readonly string[];
}

/** The word for a level in results: the tier’s English name in lower case. */
const wordOf = (unit: GoodUnit): string => unit.named.names.en.toLowerCase();

/** Whether results name a level even where the file has none of it: the first tier of each level below the country. */
function usual(pack: Pack, tier: Tier): boolean {
  const level = tier.kind === "territory" ? (tier.level ?? 0) : 0;
  return level > 0 && pack.tiers.find((other) => other.kind === "territory" && other.level === level) === tier;
}

function changed(unit: GoodUnit, held: HeldUnit): boolean {
  return (
    (unit.population !== null && unit.population !== held.population) || (unit.households !== null && unit.households !== held.households)
  );
}

/** Reads and judges a file against the registry. Writes nothing. */
export async function planUnits(db: Db<RegistryTables>, pack: Pack, today: Day, bytes: Uint8Array, fileName: string): Promise<UnitPlan> {
  const held = await heldUnits(db, pack, today);
  const table = await readTable(bytes, fileName, { columns: UNIT_COLUMNS, rows: 500_000 });
  const rows = table.rows.map(({ row, cells }): UnitRow => ({ row, ...cells }));
  const sources = new Map(table.rows.map((row) => [row.row, row.source]));
  const unread = table.rejected.map(({ row, cells }) => ({ row, level: cells?.["level"] ?? "", code: cells?.["code"] ?? "" }));
  const { good, findings } = checkUnits(pack, rows, held, unread);
  const named = new Set(rows.map((row) => tierNamed(pack, row.level)?.code));
  return {
    headers: table.headers,
    added: good.filter((unit) => !held.has(unit.key)),
    updated: good.filter((unit) => held.has(unit.key) && changed(unit, held.get(unit.key) as HeldUnit)),
    unchanged: good.filter((unit) => held.has(unit.key) && !changed(unit, held.get(unit.key) as HeldUnit)).length,
    findings: [
      ...table.warnings.map(fileFinding),
      ...table.rejected.map((one) => ({ ...unknownFinding(one), code: one.cells?.["code"] ?? "" })),
      ...findings.map((one) => ({ ...one, source: one.rejected ? (sources.get(one.row) ?? []) : [] })),
    ].toSorted((a, b) => a.row - b.row),
    problems: table.problems,
    held,
    levels: pack.tiers.filter((tier) => named.has(tier.code) || usual(pack, tier)).map((tier) => tier.names.en.toLowerCase()),
  };
}

/** What was taken of each level, by its word; usual levels and those that the file names stand even with none. */
export function countsOf(plan: UnitPlan): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(plan.levels.map((word) => [word, 0]));
  for (const unit of [...plan.added, ...plan.updated]) counts[wordOf(unit)] = (counts[wordOf(unit)] ?? 0) + 1;
  return counts;
}

/** Called after each batch with how many units are done so far. */
export type Advance = (done: number) => Promise<void>;

const BATCH = 4000;

function* batches<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += BATCH) yield list.slice(at, at + BATCH);
}

/** One batch of an import: units of one level to add, or known units to bring up to date. */
export type UnitBatch = { readonly kind: "add" | "update"; readonly units: readonly GoodUnit[] };

/** The batches of a plan in the order in which they must be written: every parent before its children. */
export function batchesOf(plan: UnitPlan): UnitBatch[] {
  const levels = Map.groupBy(plan.added, (unit) => unit.level);
  const adding = [...levels]
    .sort(([a], [b]) => a - b)
    .flatMap(([, units]) => [...batches(units)].map((units): UnitBatch => ({ kind: "add", units })));
  return [...[...batches(plan.updated)].map((units): UnitBatch => ({ kind: "update", units })), ...adding];
}

async function addUnits(
  act: Act<RegistryTables>,
  plan: UnitPlan,
  places: Map<string, string>,
  units: readonly GoodUnit[],
  source: string,
): Promise<void> {
  const territoryOf = (key: string | null): string | null =>
    key === null ? null : (places.get(key) ?? plan.held.get(key)?.territory ?? null);
  const added = await addPlaces(
    act.tx,
    units.map((unit) => ({
      code: unit.code,
      name: unit.name,
      tier: unit.tier,
      parent: territoryOf(unit.above),
      kind: "administration" as const,
      population: unit.population,
      households: unit.households,
    })),
    KNOWN_SINCE,
    source,
  );
  units.forEach((unit, index) => places.set(unit.key, added[index]?.territory ?? ""));
  const hosts = units.map((unit, index) => ({
    organisation: added[index]?.organisation ?? "",
    types: postTypesOfTier(act.pack, unit.tier),
  }));
  await openPosts(act.tx, hosts, KNOWN_SINCE);
}

/** New figures of known units: filled in where none were, else from today on, so that older figures can still be asked for. */
async function updateUnits(act: Act<RegistryTables>, plan: UnitPlan, units: readonly GoodUnit[], source: string): Promise<void> {
  const territories = units.map((unit) => plan.held.get(unit.key)?.territory ?? null);
  const population = units.map((unit) => unit.population);
  const households = units.map((unit) => unit.households);
  await sql`
    with given as (
      select * from unnest(${territories}::uuid[], ${population}::integer[], ${households}::integer[]) as g (territory, population, households)
    ), current as (
      select v.*, g.population as new_population, g.households as new_households,
        (v.from_day = ${act.today}::date or (v.population is null and v.households is null)) as in_place
      from given g join registry.territory_version v on v.territory = g.territory and v.to_day is null
    ), dated as (
      insert into registry.territory_version (territory, from_day, code, name, parent, population, households, source)
      select territory, ${act.today}::date, code, name, parent, coalesce(new_population, population), coalesce(new_households, households), ${source}
      from current where not in_place
    )
    update registry.territory_version v set
      to_day = case when c.in_place then null else ${act.today}::date end,
      population = case when c.in_place then coalesce(c.new_population, v.population) else v.population end,
      households = case when c.in_place then coalesce(c.new_households, v.households) else v.households end
    from current c where v.territory = c.territory and v.from_day = c.from_day`.execute(act.tx);
}

/** Writes one batch of a plan. `places` remembers the territories added by earlier batches of the same import. */
export async function writeBatch(
  act: Act<RegistryTables>,
  plan: UnitPlan,
  batch: UnitBatch,
  places: Map<string, string>,
  source: string,
): Promise<void> {
  if (batch.kind === "update") await updateUnits(act, plan, batch.units, source);
  else await addUnits(act, plan, places, batch.units, source);
}
