/** What a database is made of, read from its own catalogue: tables with their columns, sequences, keys and views. Nothing is listed by hand. */
import type pg from "pg";

/** A table to keep. `transient` tables hold work in progress that can be made again: their rows stay behind, and their comment says so. */
export interface TableShape {
  readonly schema: string;
  readonly table: string;
  /** Stored columns in their order; computed ones are left out because the database computes them again. */
  readonly columns: readonly string[];
  readonly transient: boolean;
}

/** A sequence and where it stands. */
export interface SequenceState {
  readonly schema: string;
  readonly sequence: string;
  readonly last: string;
  readonly called: boolean;
}

/** A foreign key: dropped before rows are loaded and made again after, so that their order does not matter. */
export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Schemas of the server and of the job queue, whose waiting jobs are kept in a form of their own. */
export const FOREIGN_SCHEMAS = ["pg_catalog", "information_schema", "graphile_worker"] as const;

const OURS = `n.nspname <> all($1::text[]) and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp%'
  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`;

/** An identifier as it stands in SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table's qualified name as it stands in SQL. */
export const qualified = (table: { readonly schema: string; readonly table: string }): string =>
  `${quoted(table.schema)}.${quoted(table.table)}`;

/** Every table of every schema, by name. Partitions come with their parent. */
export async function readTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname as schema, c.relname as table,
       coalesce(obj_description(c.oid, 'pg_class') like 'Transient:%', false) as transient,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and ${OURS}
     order by n.nspname collate "C", c.relname collate "C"`,
    [FOREIGN_SCHEMAS],
  );
  return rows;
}

/** Where every sequence stands. */
export async function readSequences(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ schema: string; sequence: string }>(
    `select n.nspname as schema, c.relname as sequence from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${OURS} order by n.nspname collate "C", c.relname collate "C"`,
    [FOREIGN_SCHEMAS],
  );
  const states: SequenceState[] = [];
  for (const { schema, sequence } of rows) {
    const found = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quoted(schema)}.${quoted(sequence)}`,
    );
    states.push({ schema, sequence, last: found.rows[0]?.last ?? "1", called: found.rows[0]?.called ?? false });
  }
  return states;
}

/** Every foreign key, with the text that makes it again. */
export async function readForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select format('%I.%I', n.nspname, c.relname) as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and ${OURS} order by k.oid`,
    [FOREIGN_SCHEMAS],
  );
  return rows;
}

/** Views whose rows are stored, in an order in which they can be filled. */
export async function readStoredViews(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'm' and ${OURS} order by c.oid`,
    [FOREIGN_SCHEMAS],
  );
  return rows.map((row) => row.name);
}

/** The schemas that hold anything of ours, the queue's included. */
export async function readSchemas(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace n where nspname not in ('pg_catalog', 'information_schema', 'public') and nspname not like 'pg\\_%' order by nspname`,
  );
  return rows.map((row) => row.name);
}
