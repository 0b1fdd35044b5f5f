/** Writes a whole database into one file, out of one snapshot: what is written meanwhile waits for the next backup. */
import { readFile, rename, rm, stat } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type pg from "pg";
import { Problem } from "#platform/problems/problem.ts";
import { sha256, writeArchive, type ArchiveWriter } from "./archive.ts";
import { copyOut } from "./copy.ts";
import { FORMAT, sealManifest, type Manifest, type PartFacts, type TableFacts } from "./manifest.ts";
import { p } from "./problems.ts";
import { qualified, quoted, readSequences, readTables, type TableShape } from "./shape.ts";

const compress = promisify(gzip);

/** Text of a part before it is compressed; a single row may be longer. */
const PART = 8 * 1024 * 1024;

/** What a backup is made with. `about` reads further facts in the same snapshot. */
export interface BackupOrder {
  readonly path: string;
  readonly now: Date;
  readonly about: (client: pg.ClientBase) => Promise<Manifest["about"]>;
  /** Files to put in beside the database, by their path on disk. */
  readonly files?: readonly string[];
}

/** What was written: `bytes` is the file's size. */
export interface BackupResult {
  readonly manifest: Manifest;
  readonly bytes: number;
}

async function addPart(archive: ArchiveWriter, name: string, bytes: Uint8Array): Promise<PartFacts> {
  await archive.add(name, bytes);
  return { name, bytes: bytes.length, sha256: sha256(bytes) };
}

/** Rows in pieces of about PART bytes, never cut inside a row. */
async function* pieces(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const row of rows) {
    held.push(row);
    size += row.length;
    if (size < PART) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** The statement that reads or writes a table's stored columns as CSV. A table without columns has nothing to keep. */
const columnsOf = (shape: TableShape): string => shape.columns.map(quoted).join(", ");

async function writeTable(client: pg.ClientBase, archive: ArchiveWriter, shape: TableShape): Promise<TableFacts> {
  const parts: PartFacts[] = [];
  const { schema, table, columns, transient } = shape;
  if (transient || columns.length === 0) return { schema, table, columns, transient, rows: 0, parts };
  const copy = copyOut(client, `copy (select ${columnsOf(shape)} from ${qualified(shape)}) to stdout with (format csv, encoding 'utf8')`);
  for await (const piece of pieces(copy.rows())) {
    const number = String(parts.length + 1).padStart(4, "0");
    parts.push(await addPart(archive, `tables/${schema}.${table}.${number}.csv.gz`, await compress(piece, { level: 6 })));
  }
  return { schema, table, columns, transient, rows: copy.count(), parts };
}

/** Jobs that have not been done, in words that any version of the queue understands. */
async function writeQueue(client: pg.ClientBase, archive: ArchiveWriter): Promise<Manifest["queue"]> {
  const { rows: found } = await client.query<{ found: boolean }>(
    "select to_regclass('graphile_worker._private_jobs') is not null as found",
  );
  if (found[0]?.found !== true) return null;
  const { rows } = await client.query<{ job: unknown }>(
    `select json_build_object('job', t.identifier, 'payload', j.payload, 'runAt', j.run_at, 'key', j.key, 'attempts', j.attempts, 'maxAttempts', j.max_attempts) as job
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.attempts < j.max_attempts order by j.id`,
  );
  const text = rows.map((row) => `${JSON.stringify(row.job)}\n`).join("");
  return { ...(await addPart(archive, "queue.jsonl.gz", await compress(text, { level: 6 }))), jobs: rows.length };
}

async function readMigrationNames(client: pg.ClientBase): Promise<Manifest["migrations"]> {
  const { rows } = await client.query<{ found: boolean }>("select to_regclass('public.migration') is not null as found");
  if (rows[0]?.found !== true) return [];
  return (await client.query<{ name: string; hash: string }>("select name, hash from public.migration order by name")).rows;
}

async function writeAll(client: pg.ClientBase, archive: ArchiveWriter, order: BackupOrder): Promise<Manifest> {
  const tables: TableFacts[] = [];
  for (const shape of await readTables(client)) tables.push(await writeTable(client, archive, shape));
  const queue = await writeQueue(client, archive);
  const files: PartFacts[] = [];
  for (const path of order.files ?? []) files.push(await addPart(archive, `keys/${basename(path)}`, await readFile(path)));
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
  return {
    format: FORMAT,
    made: order.now.toISOString(),
    about: await order.about(client),
    postgres: rows[0]?.version ?? "",
    migrations: await readMigrationNames(client),
    tables,
    // Read after the rows: a sequence may stand further than the snapshot, never before it.
    sequences: await readSequences(client),
    queue,
    files,
  };
}

/** Settings under which values are printed the same everywhere and to the last digit. */
export const PLAIN_VALUES =
  "set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local timezone = 'UTC'; set local extra_float_digits = 3; set local bytea_output = 'hex'; set local xmloption = 'content'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0";

/** Whether something stands at a path. */
const stands = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Writes a backup. It appears under its name only when it is whole; a run that dies leaves `<path>.partial` behind at most.
 * Throws `backup.exists` when the file is there already.
 */
export async function makeBackup(pool: pg.Pool, order: BackupOrder): Promise<BackupResult> {
  if (await stands(order.path)) throw new Problem(p.exists, { file: basename(order.path) });
  const partial = `${order.path}.partial`;
  await rm(partial, { force: true });
  const archive = await writeArchive(partial);
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(PLAIN_VALUES);
    const manifest = await writeAll(client, archive, order);
    await client.query("commit");
    broken = false;
    for (const part of sealManifest(manifest)) await archive.add(part.name, part.bytes);
    const bytes = await archive.close();
    await rename(partial, order.path);
    return { manifest, bytes };
  } catch (error) {
    await archive.abandon().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  } finally {
    // A connection that broke inside a COPY is not given to anyone else.
    client.release(broken);
  }
}
