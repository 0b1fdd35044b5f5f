/** The inventory: which personal data is held for which purpose, on what basis and how long; and what nobody has declared. */
import { sql } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import type { Pack, RetentionPurpose } from "#kernel/pack/pack.ts";
import { addMonths, type Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";

/** The pack's entry for a purpose, or undefined for a purpose it does not know. */
export function retentionOf(pack: Pack, purpose: string): RetentionPurpose | undefined {
  return pack.retention.find((one) => one.code === purpose);
}

/** One purpose with what is held for it. */
export interface PurposeRow {
  readonly purpose: RetentionPurpose;
  readonly declared: readonly PersonalData[];
}

/** The pack's purposes, each with what the modules hold for it. */
export function purposesOf(pack: Pack, declared: readonly PersonalData[]): PurposeRow[] {
  return pack.retention.map((purpose) => ({ purpose, declared: declared.filter((one) => one.purpose === purpose.code) }));
}

/** Before this day a purpose no longer allows keeping; null when the pack sets no end. */
export function keptFrom(purpose: RetentionPurpose, today: Day): Day | null {
  if (purpose.keep === null) return null;
  const { amount, unit } = purpose.keep;
  return addMonths(today, -amount * (unit === "years" ? 12 : 1));
}

/** Columns about people that no module declares, or a declaration that the pack or the database does not know. */
export interface Gap {
  readonly table: string;
  readonly columns: readonly string[];
  readonly reason: "undeclared" | "unknown_purpose" | "unknown_column";
}

interface CatalogueRow {
  readonly table: string;
  readonly columns: string[];
  readonly people: boolean;
}

/**
 * Every table with its columns that are neither its key nor lead to another table, and whether it refers to people:
 * by a foreign key to a person or an account, or by a column named for one.
 */
async function readCatalogue(db: Db<any>): Promise<CatalogueRow[]> {
  const { rows } = await sql<CatalogueRow>`
    select n.nspname || '.' || c.relname as "table",
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'f') and a.attnum = any (k.conkey))
        order by a.attnum) as columns,
      (c.oid = 'registry.person'::regclass
        or exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid in ('registry.person'::regclass, 'access.account'::regclass))
        or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'uuid'::regtype
          and (a.attname in ('person', 'author') or a.attname like '%\\_by'))) as people
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public')
    order by 1`.execute(db);
  return rows;
}

/** What is missing from the inventory. A declaration counts for every column it names, in its own table or in `table.column` form. */
export async function findGaps(db: Db<any>, pack: Pack, declared: readonly PersonalData[]): Promise<Gap[]> {
  const catalogue = await readCatalogue(db);
  const named = Map.groupBy(declared, (one) => one.table);
  const gaps: Gap[] = [];
  for (const { table, columns, people } of catalogue) {
    const known = new Set((named.get(table) ?? []).flatMap((one) => one.columns));
    const missing = people ? columns.filter((column) => !known.has(column)) : [];
    if (missing.length > 0) gaps.push({ table, columns: missing, reason: "undeclared" });
  }
  for (const one of declared) {
    if (retentionOf(pack, one.purpose) === undefined) gaps.push({ table: one.table, columns: [one.purpose], reason: "unknown_purpose" });
    const there = await columnsOf(db, one.table);
    const lost = one.columns.filter((column) => !there.has(column));
    if (lost.length > 0) gaps.push({ table: one.table, columns: lost, reason: "unknown_column" });
  }
  return gaps;
}

async function columnsOf(db: Db<any>, table: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    column: string;
  }>`select attname::text as "column" from pg_attribute where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped`.execute(
    db,
  );
  return new Set(rows.map((row) => row.column));
}
