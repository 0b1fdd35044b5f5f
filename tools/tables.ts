/** Writes each schema's table types beside its owner, from a migrated database, and says which files differ. */
import { readFile, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";

interface Column {
  schema: string;
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  defaulted: boolean;
}

const TYPES: Record<string, string> = {
  uuid: "string",
  text: "string",
  bpchar: "string",
  varchar: "string",
  date: "string",
  numeric: "string",
  int2: "number",
  int4: "number",
  int8: "number",
  float4: "number",
  float8: "number",
  bool: "boolean",
  timestamptz: "Date",
  bytea: "Buffer",
  jsonb: "Json",
  _text: "string[]",
  _uuid: "string[]",
  _int4: "number[]",
};

const COLUMNS = `
  select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type,
         not a.attnotnull as nullable, (a.atthasdef or a.attidentity <> '') as defaulted
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v', 'm')
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
  where a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker')
    and n.nspname not like 'pg_toast%'
  order by n.nspname, c.relname, a.attnum`;

/** The folder that owns a schema: platform, then kernel, then modules. */
function ownerOf(root: string, schema: string): string {
  const owners = ["src/platform", "src/kernel", "src/modules"].map((layer) => join(layer, schema));
  const owner = owners.find((folder) => existsSync(join(root, folder)));
  if (owner === undefined)
    throw new Error(`No folder owns the schema “${schema}”. Make src/modules/${schema} (or src/kernel/${schema}) first, then run this again.`);
  return owner;
}

function typeOf(column: Column): string {
  const base = TYPES[column.type];
  if (base === undefined)
    throw new Error(`${column.schema}.${column.table}.${column.column}: type ${column.type} is not known`);
  if (base === "Json" && column.defaulted) return "JsonWithDefault";
  const full = column.nullable ? `${base} | null` : base;
  return column.defaulted ? `Generated<${full}>` : full;
}

const pascal = (name: string): string =>
  name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

function fileOf(schema: string, columns: Column[]): string {
  const tables = Map.groupBy(columns, (column) => column.table);
  const bodies = [...tables].map(([table, list]) => {
    const lines = list.map((column) => `  ${column.column}: ${typeOf(column)};`);
    return `export interface ${pascal(table)}Table {\n${lines.join("\n")}\n}\n`;
  });
  const text = bodies.join("\n");
  const json = ["Json", "JsonWithDefault"].filter((name) => new RegExp(`: ${name}\\b`).test(text));
  const names = [
    ...(text.includes("Generated<") ? ['import type { Generated } from "kysely";'] : []),
    ...(json.length > 0 ? [`import type { ${json.join(", ")} } from "#platform/db/json.ts";`] : []),
  ];
  const all = [...tables.keys()].map((table) => `  "${schema}.${table}": ${pascal(table)}Table;`);
  return `/** The tables of the schema "${schema}", written from the database by tools/tables.ts; edit the migrations instead. */
${names.join("\n")}

${text}
/** The tables of "${schema}" by their qualified names. */
export interface ${pascal(schema)}Tables {
${all.join("\n")}
}
`;
}

/** Compares the types on disk with the database; with `write` it mends them. Returns the files that differed. */
export async function syncTables(pool: pg.Pool, root: string, write: boolean): Promise<string[]> {
  const { rows } = await pool.query<Column>(COLUMNS);
  const differing: string[] = [];
  for (const [schema, columns] of Map.groupBy(rows, (row) => row.schema)) {
    const path = join(ownerOf(root, schema), "tables.ts");
    const wanted = fileOf(schema, columns);
    const found = await readFile(join(root, path), "utf8").catch(() => "");
    if (found === wanted) continue;
    differing.push(path);
    if (write) await writeFile(join(root, path), wanted);
  }
  return differing;
}
