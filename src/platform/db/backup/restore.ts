/** Puts a backup into an empty database, in one transaction: either all of it stands afterwards, or nothing was changed. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type pg from "pg";
import { Problem } from "#platform/problems/problem.ts";
import { readArchive, sha256, type Part } from "./archive.ts";
import { PLAIN_VALUES } from "./backup.ts";
import { checkBackup } from "./check.ts";
import { copyIn } from "./copy.ts";
import type { Manifest, PartFacts, TableFacts } from "./manifest.ts";
import { p } from "./problems.ts";
import { qualified, quoted, readForeignKeys, readSchemas, readStoredViews, readTables } from "./shape.ts";

const expand = promisify(gunzip);

/** What is restored and where to. `migrations` is the folder of the program's own migrations: no SQL is taken from the file. */
export interface RestoreOrder {
  readonly path: string;
  readonly migrations: string;
  /** Throw away what the database holds; only after the caller has asked for it by name. */
  readonly replace: boolean;
  /** The code that must be repeated to throw away what is there; named in the refusal. */
  readonly code: string;
}

/** What was restored. `files` and `jobs` are parts that the caller decides about. */
export interface RestoreResult {
  readonly manifest: Manifest;
  readonly rows: number;
  readonly files: readonly Part[];
  readonly jobs: readonly Readonly<Record<string, unknown>>[];
}

/** How many tables of ours a database holds. */
export async function countTables(client: pg.ClientBase): Promise<number> {
  return (await readTables(client)).length;
}

/** Connections of this program to this database other than the asking one. */
async function countOthers(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    "select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'inteko'",
  );
  return rows[0]?.n ?? 0;
}

/** Tries before a connection counts as in use: one that was just closed takes the server a moment to let go. */
const TRIES = 15;

async function mustBeAlone(client: pg.ClientBase): Promise<void> {
  for (let left = TRIES; ; left--) {
    const others = await countOthers(client);
    if (others === 0) return;
    if (left === 0) throw new Problem(p.inUse, { others });
    await pause(100);
  }
}

async function dropEverything(client: pg.ClientBase): Promise<void> {
  for (const schema of await readSchemas(client)) await client.query(`drop schema ${quoted(schema)} cascade`);
  for (const table of await readTables(client)) await client.query(`drop table ${qualified(table)} cascade`);
}

/** The program's SQL for exactly the migrations of the backup. Throws `backup.newerProgram` for one it does not have in that form. */
async function readSql(manifest: Manifest, folder: string): Promise<string[]> {
  const known = new Set(await readdir(folder));
  const texts: string[] = [];
  for (const { name, hash } of manifest.migrations) {
    const text = known.has(name) ? await readFile(join(folder, name), "utf8") : null;
    if (text === null || createHash("sha256").update(text).digest("hex") !== hash) throw new Problem(p.newerProgram, { migration: name });
    texts.push(text);
  }
  return texts;
}

async function makeShape(client: pg.ClientBase, sql: readonly string[]): Promise<void> {
  for (const text of sql) await client.query(text);
  await client.query(
    "create table if not exists public.migration (name text primary key, hash text not null, applied_at timestamptz not null default now())",
  );
}

/** Every table of the backup is in the database with the same columns, and the other way round. */
async function compareShapes(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  const key = (table: { schema: string; table: string; columns: readonly string[] }): string =>
    `${table.schema}.${table.table} ${[...table.columns].sort().join(",")}`;
  const here = new Map((await readTables(client)).map((table) => [key(table), `${table.schema}.${table.table}`]));
  for (const table of manifest.tables)
    if (!here.delete(key(table))) throw new Problem(p.differentShape, { table: `${table.schema}.${table.table}` });
  const [missing] = here.values();
  if (missing !== undefined) throw new Problem(p.differentShape, { table: missing });
}

/** Takes parts one after the other and hands each table its own. */
class PartReader {
  private readonly parts: AsyncGenerator<Part>;

  constructor(path: string) {
    this.parts = readArchive(path);
  }

  /** The next part, which must be the promised one: the file is read a second time, so it is compared a second time. */
  async take(promise: PartFacts): Promise<Part> {
    const { value } = await this.parts.next();
    const part = value as Part | undefined;
    if (part === undefined || part.name !== promise.name || sha256(part.bytes) !== promise.sha256)
      throw new Problem(p.damaged, { part: promise.name });
    return part;
  }

  async *expanded(promises: readonly PartFacts[]): AsyncGenerator<Buffer> {
    for (const promise of promises) yield await expand((await this.take(promise)).bytes);
  }

  async close(): Promise<void> {
    await this.parts.return(undefined);
  }
}

async function loadTable(client: pg.ClientBase, reader: PartReader, table: TableFacts): Promise<void> {
  const name = qualified(table);
  // Triggers would write what the backup holds already, such as what waits for its seal.
  await client.query(`alter table ${name} disable trigger user`);
  await client.query(`delete from ${name}`);
  if (table.parts.length > 0) {
    const statement = `copy ${name} (${table.columns.map(quoted).join(", ")}) from stdin with (format csv, encoding 'utf8')`;
    const rows = await copyIn(client, statement, reader.expanded(table.parts));
    if (rows !== table.rows) throw new Problem(p.damaged, { part: table.parts[0]?.name ?? table.table });
  }
  await client.query(`alter table ${name} enable trigger user`);
}

async function loadAll(client: pg.ClientBase, manifest: Manifest, reader: PartReader): Promise<void> {
  const keys = await readForeignKeys(client);
  for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${quoted(key.name)}`);
  for (const table of manifest.tables) await loadTable(client, reader, table);
  for (const key of keys) await client.query(`alter table ${key.table} add constraint ${quoted(key.name)} ${key.definition}`);
  for (const sequence of manifest.sequences)
    await client.query("select setval(format('%I.%I', $1::text, $2::text)::regclass, $3::bigint, $4)", [
      sequence.schema,
      sequence.sequence,
      sequence.last,
      sequence.called,
    ]);
  for (const view of await readStoredViews(client)) await client.query(`refresh materialized view ${view}`);
}

async function readRest(manifest: Manifest, reader: PartReader): Promise<Pick<RestoreResult, "files" | "jobs">> {
  const jobs: Record<string, unknown>[] = [];
  if (manifest.queue !== null)
    for await (const text of reader.expanded([manifest.queue]))
      for (const line of text.toString().split("\n")) if (line !== "") jobs.push(JSON.parse(line) as Record<string, unknown>);
  const files: Part[] = [];
  for (const promise of manifest.files) files.push(await reader.take(promise));
  return { jobs, files };
}

/**
 * Restores a backup. The whole file is checked first; then everything happens in one transaction.
 * Throws `backup.*` with a sentence when the file, the program or the database does not fit.
 */
export async function restoreBackup(pool: pg.Pool, order: RestoreOrder): Promise<RestoreResult> {
  const manifest = await checkBackup(order.path);
  const sql = await readSql(manifest, order.migrations);
  const client = await pool.connect();
  const reader = new PartReader(order.path);
  let broken = true;
  try {
    await mustBeAlone(client);
    await client.query("begin");
    await client.query(PLAIN_VALUES);
    if (order.replace) await dropEverything(client);
    const tables = await countTables(client);
    if (tables > 0) throw new Problem(p.notEmpty, { tables, code: order.code });
    await makeShape(client, sql);
    await compareShapes(client, manifest);
    await loadAll(client, manifest, reader);
    const rest = await readRest(manifest, reader);
    await client.query("commit");
    broken = false;
    await client.query("analyze");
    return { manifest, rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0), ...rest };
  } finally {
    await reader.close();
    client.release(broken);
  }
}

/** Puts the waiting jobs of a backup back into the queue, whose tables must be there. Returns how many. */
export async function restoreJobs(pool: pg.Pool, jobs: RestoreResult["jobs"]): Promise<number> {
  for (const job of jobs)
    await pool.query(
      "select graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, job_key => $4, max_attempts => $5::integer)",
      [job["job"], JSON.stringify(job["payload"] ?? {}), job["runAt"], job["key"], job["maxAttempts"]],
    );
  return jobs.length;
}
