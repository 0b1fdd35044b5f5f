/** Makes a backup of this installation and remembers that it did; the nightly ones beside the data, the newest seven kept. */
import { createHash } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type pg from "pg";
import type { Act } from "#kernel/access/act.ts";
import { keysFolder } from "#kernel/seal/key.ts";
import { makeBackup, type BackupResult } from "#platform/db/backup/backup.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import type { Tables } from "./schema.ts";

/** How many nightly backups stay. What was erased lives on in them for so many days and no longer. */
export const NIGHTLY_KEPT = 7;

/** Where the nightly backups lie. */
export const backupsFolder = (dataFolder: string): string => join(dataFolder, "backups");

/** The program's version. */
export function programVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return version;
}

/** A key's fingerprint: enough to recognise it, worth nothing for signing. */
export const fingerprintOf = (verifierKey: string): string => createHash("sha256").update(verifierKey).digest("hex").slice(0, 16);

/** What the backup says about its installation, read in its own snapshot. */
async function aboutOf(client: pg.ClientBase, program: string): Promise<Readonly<Record<string, string | number | boolean | null>>> {
  const { rows: found } = await client.query<{ ready: boolean }>(
    "select to_regclass('registry.organisation') is not null and to_regclass('journal.checkpoint') is not null as ready",
  );
  if (found[0]?.ready !== true) throw new Problem(p.nothingToKeep);
  const { rows } = await client.query<{
    code: string | null;
    name: string | null;
    note: string | null;
    size: number | null;
    key: unknown;
    demonstration: boolean;
  }>(
    `select o.code, o.name, c.note, c.size, (select value from setting.fact where name = 'journal_key') as key,
       exists (select 1 from setting.fact where name = 'demonstration') as demonstration
     from (select 1) one left join registry.organisation o on o.kind = 'association'
     left join lateral (select note, size from journal.checkpoint order by size desc limit 1) c on true order by o.from_day limit 1`,
  );
  const row = rows[0];
  return {
    program,
    association: row?.code ?? null,
    associationName: row?.name ?? null,
    demonstration: row?.demonstration ?? false,
    checkpoint: row?.note ?? null,
    sealedEntries: row?.size ?? 0,
    keyFingerprint: typeof row?.key === "string" ? fingerprintOf(row.key) : null,
  };
}

/** The files of the keys folder, as paths. */
async function keyFiles(dataFolder: string): Promise<string[]> {
  const folder = keysFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name === "journal.seed" || name === "secrets.key").map((name) => join(folder, name));
}

/** What to back up and where to. */
export interface KeepOrder {
  readonly path: string;
  readonly root: string;
  readonly dataFolder: string;
  readonly withKeys: boolean;
  readonly now: Date;
}

/** Writes one backup. Throws a Problem with a sentence when it cannot. */
export async function keep(pool: pg.Pool, order: KeepOrder): Promise<BackupResult> {
  const program = programVersion(order.root);
  const files = order.withKeys ? await keyFiles(order.dataFolder) : [];
  return makeBackup(pool, { path: order.path, now: order.now, files, about: (client) => aboutOf(client, program) });
}

/** Rows in a backup. */
export const rowsOf = (result: BackupResult): number => result.manifest.tables.reduce((sum, table) => sum + table.rows, 0);

/** Writes into the database and the journal that a copy of everything was made, and whether the keys are in it. */
export async function noteBackup(act: Act<Tables>, result: BackupResult, path: string, way: "command" | "timer"): Promise<void> {
  const id = newId();
  const { manifest, bytes } = result;
  const withKeys = manifest.files.length > 0;
  const sealed = Number(manifest.about["sealedEntries"] ?? 0);
  await act.tx
    .insertInto("operations.backup")
    .values({
      id,
      made_at: act.now,
      way,
      file_name: basename(path),
      size: bytes,
      row_count: rowsOf(result),
      sealed_entries: sealed,
      with_keys: withKeys,
    })
    .execute();
  await act.journal({
    kind: "operations.backup_made",
    subject: { kind: "operations.backup", id },
    payload: { way, bytes, rows: rowsOf(result), sealed_entries: sealed, with_keys: withKeys },
  });
}

const NIGHTLY = /^inteko-\d{8}-\d{4}\.tar$/;

/** Makes the nightly backup and throws away the oldest beyond seven. Only files of the nightly pattern are ever removed. */
export async function keepNightly(
  pool: pg.Pool,
  place: { readonly root: string; readonly dataFolder: string },
  now: Date,
): Promise<{ result: BackupResult; path: string }> {
  const folder = backupsFolder(place.dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stamp = now.toISOString().slice(0, 16).replaceAll(/[-:]/g, "").replace("T", "-");
  const path = join(folder, `inteko-${stamp}.tar`);
  const result = await keep(pool, { path, ...place, withKeys: false, now });
  const nightly = (await readdir(folder)).filter((name) => NIGHTLY.test(name)).sort();
  for (const name of nightly.slice(0, -NIGHTLY_KEPT)) await rm(join(folder, name));
  return { result, path };
}
