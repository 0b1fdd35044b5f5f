/** What an export holds: every table with what its columns mean, which of them are about people, and which are secrets that never leave. */
import { sql } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import type { Db } from "#platform/db/handle.ts";

/** A column as the dictionary describes it. */
export interface ColumnShape {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly comment: string | null;
  /** The table and column it leads to, or null. */
  readonly references: string | null;
  /** The words it may hold, where the database limits them. */
  readonly check: string | null;
  readonly personal: boolean;
}

export interface TableShape {
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly ColumnShape[];
  readonly key: readonly string[];
}

/** Hashes, keys and tokens open doors and tell nobody anything: they are in no export. Nor are bytes, which are files or hashes. */
const SECRET = /(^|_)(hash|secret|token|sealed|totp)(_|$)/;

/** Written in forms of their own (journal, files), work in progress, or the program's own bookkeeping. */
const LEFT_OUT = /^(journal\.|public\.|files\.blob$|access\.(session|step|attempt|recovery_code|passkey)$)/;

interface CatalogueColumn {
  readonly table: string;
  readonly tableComment: string | null;
  readonly transient: boolean;
  readonly about: boolean;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly comment: string | null;
  readonly references: string | null;
  readonly check: string | null;
  readonly key: boolean;
}

/** `about`: the table is about people, because it leads to a person or an account by another column than “done by”. */
const CATALOGUE = sql<CatalogueColumn>`
  select n.nspname || '.' || c.relname as "table", obj_description(c.oid, 'pg_class') as "tableComment",
    coalesce(obj_description(c.oid, 'pg_class') like 'Transient:%', false) as transient,
    c.oid = 'registry.person'::regclass or exists (
      select 1 from pg_constraint k join pg_attribute b on b.attrelid = c.oid and b.attnum = k.conkey[1]
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid in ('registry.person'::regclass, 'access.account'::regclass) and b.attname not like '%\\_by') as about,
    a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable, col_description(c.oid, a.attnum) as comment,
    (select k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.conkey[1] = a.attnum limit 1) as "references",
    (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as "check",
    exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey)) as key
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname not like 'pg\\_toast%'
  order by n.nspname collate "C", c.relname collate "C", a.attnum`;

/**
 * The tables of an export, from the database's own catalogue. A column is personal when a module declares it, or when its
 * table is about people and it is neither a key nor a link: what nobody declared is not given away by mistake.
 */
export async function exportTables(db: Db<any>, declared: readonly PersonalData[]): Promise<TableShape[]> {
  const { rows } = await CATALOGUE.execute(db);
  const named = new Set(declared.flatMap((one) => one.columns.map((column) => `${one.table}.${column}`)));
  const open = rows.filter((row) => !row.transient && !LEFT_OUT.test(row.table) && !SECRET.test(row.name) && row.type !== "bytea");
  return [...Map.groupBy(open, (row) => row.table)].map(([name, columns]) => ({
    name,
    comment: columns[0]?.tableComment ?? null,
    key: columns.filter((column) => column.key).map((column) => column.name),
    columns: columns.map(({ name: column, type, nullable, comment, references, check, about, key }) => ({
      name: column,
      type,
      nullable,
      comment,
      references,
      check,
      personal: named.has(`${name}.${column}`) || (about && !key && references === null),
    })),
  }));
}

const JSON_TYPES: readonly [RegExp, Readonly<Record<string, unknown>>][] = [
  [/^(smallint|integer|bigint)$/, { type: "integer" }],
  [/^(numeric|real|double)/, { type: "number" }],
  [/^boolean$/, { type: "boolean" }],
  [/^uuid$/, { type: "string", format: "uuid" }],
  [/^date$/, { type: "string", format: "date" }],
  [/^timestamp/, { type: "string", format: "date-time" }],
  [/^jsonb?$/, { description: "JSON as text" }],
  [/\[\]$/, { description: "A JSON array as text" }],
];

/** The dictionary of an export as one JSON Schema (draft 2020-12): one definition for the rows of each table. */
export function dictionaryOf(tables: readonly TableShape[], withPersonal: boolean): unknown {
  const definitionOf = (table: TableShape): unknown => ({
    type: "object",
    ...(table.comment !== null && { description: table.comment }),
    "x-file": `tables/${table.name}.csv`,
    "x-primaryKey": table.key,
    properties: Object.fromEntries(
      table.columns.map((column) => [
        column.name,
        {
          ...(JSON_TYPES.find(([pattern]) => pattern.test(column.type))?.[1] ?? { type: "string" }),
          ...(column.comment !== null && { description: column.comment }),
          "x-type": column.type,
          ...(column.references !== null && { "x-references": column.references }),
          ...(column.check !== null && { "x-check": column.check }),
          ...(column.personal && { "x-personal": withPersonal ? "included" : "left empty" }),
        },
      ]),
    ),
    required: table.columns.filter((column) => !column.nullable && (withPersonal || !column.personal)).map((column) => column.name),
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Inteko export",
    $defs: Object.fromEntries(tables.map((table) => [table.name, definitionOf(table)])),
  };
}
