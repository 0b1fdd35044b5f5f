/** `inteko backup` and `inteko restore`: everything into one file, and out of it again. */
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { runMigrations } from "graphile-worker";
import { perform } from "#kernel/access/act.ts";
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { keysFolder, openSealKey, originOfLog } from "#kernel/seal/key.ts";
import { formatVerifierKey, verifierOf } from "#methods/proofs/note.ts";
import { sha256, type Part } from "#platform/db/backup/archive.ts";
import { checkBackup } from "#platform/db/backup/check.ts";
import type { PartFacts } from "#platform/db/backup/manifest.ts";
import { p as backupProblem } from "#platform/db/backup/problems.ts";
import { countTables, restoreBackup, restoreJobs, type RestoreResult } from "#platform/db/backup/restore.ts";
import { Problem } from "#platform/problems/problem.ts";
import { canonical } from "#platform/journal/canonical.ts";
import { formatBytes, formatNumber } from "#platform/ui/format.ts";
import { fingerprintOf, keep, noteBackup, rowsOf } from "./keep.ts";
import { openPlace, type Place } from "./place.ts";
import { p } from "./problems.ts";

const n = (value: number): string => formatNumber(value, "en");

/** Says whether the keys went along, and what to do about them. */
function keysSentence(wanted: boolean, there: boolean): string {
  if (there)
    return "The keys are in it: whoever has this file can sign in the association's name. Keep it in a safe, not on a shared drive.";
  if (wanted) return "The folder keys holds no keys yet, so none are in it: they are made when the server starts for the first time.";
  return "The keys (folder keys) are not in it. Keep a copy of that folder elsewhere, or use --with-keys for a file that goes into a safe.";
}

async function backup(context: CommandContext): Promise<0 | 1 | 2> {
  const { print, complain, args } = context;
  const names = args.filter((arg) => arg !== "--with-keys");
  const [name] = names;
  if (name === undefined || names.length !== 1 || name.startsWith("--")) {
    complain(`Usage: inteko ${backupCommand.usage}`);
    return 2;
  }
  const path = resolve(name);
  const withKeys = args.includes("--with-keys");
  const place = await openPlace(context.dataFolder, process.env["DATABASE_URL"]);
  try {
    const result = await keep(place.pool, { path, root: context.root, dataFolder: context.dataFolder, withKeys, now: context.now });
    await note(context, place, result, path);
    if (context.json) {
      print(canonical({ file: path, bytes: result.bytes, rows: rowsOf(result), tables: result.manifest.tables.length, withKeys }));
      return 0;
    }
    print(
      `Wrote ${path}: ${formatBytes(result.bytes, "en")}, ${n(rowsOf(result))} rows of ${n(result.manifest.tables.length)} tables, as of ${result.manifest.made}.`,
    );
    print(keysSentence(withKeys, result.manifest.files.length > 0));
    print("It holds personal data in the open. Keep it where only those may reach it who may see everything.");
    return 0;
  } finally {
    await place.close();
  }
}

/** Remembers the backup in the database, where that has the table for it: an older database is backed up before it is migrated. */
async function note(context: CommandContext, place: Place, result: Awaited<ReturnType<typeof keep>>, path: string): Promise<void> {
  const { rows } = await place.pool.query<{ ready: boolean }>("select to_regclass('operations.backup') is not null as ready");
  if (rows[0]?.ready !== true) return;
  await perform(place.db, { actor: null, now: context.now, pack: context.pack }, (act) => noteBackup(act, result, path, "command"));
}

interface RestoreOptions {
  readonly file: string;
  readonly replace: string | null;
  readonly withQueue: boolean;
  readonly check: boolean;
}

function restoreOptions(args: readonly string[]): RestoreOptions | null {
  const rest = [...args];
  const take = (flag: string): boolean => {
    const at = rest.indexOf(flag);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  };
  const check = take("--check");
  const withQueue = take("--with-queue");
  const at = rest.indexOf("--replace");
  const replace = at < 0 ? null : (rest.splice(at, 2)[1] ?? "");
  const [file] = rest;
  return file === undefined || rest.length !== 1 || file.startsWith("--") || replace === ""
    ? null
    : { file: resolve(file), replace, withQueue, check };
}

/** The code of the association whose data would be thrown away; the pack's when the database has none. */
async function codeOf(context: CommandContext, place: Place): Promise<string> {
  const { rows } = await place.pool.query<{ ready: boolean }>("select to_regclass('registry.organisation') is not null as ready");
  if (rows[0]?.ready !== true) return context.pack.association.code;
  const found = await place.pool.query<{ code: string }>("select code from registry.organisation where kind = 'association' limit 1");
  return found.rows[0]?.code ?? context.pack.association.code;
}

/** Whether the keys of the backup may be written: they are absent here, the same, or the others are to be set aside. */
async function checkKeys(folder: string, keys: readonly PartFacts[], replace: boolean): Promise<void> {
  for (const key of keys) {
    const name = basename(key.name);
    const there = await readFile(join(folder, name)).catch(() => null);
    if (there !== null && sha256(there) !== key.sha256 && !replace) throw new Problem(p.otherKeys, { file: name });
  }
}

async function writeKeys(folder: string, files: readonly Part[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const file of files) {
    const path = join(folder, basename(file.name));
    const there = await readFile(path).catch(() => null);
    if (there?.equals(file.bytes) === true) continue;
    if (there !== null) await rename(path, `${path}.before-${Date.now()}`);
    await writeFile(path, file.bytes, { mode: 0o600, flag: "wx" });
  }
}

/** Says what the keys of this folder are worth for the restored database. */
function tellKeys(context: CommandContext, result: RestoreResult): void {
  const { print, dataFolder, pack } = context;
  const wanted = result.manifest.about["keyFingerprint"];
  if (wanted === null) return;
  const folder = keysFolder(dataFolder);
  const own = existsSync(join(folder, "journal.seed"))
    ? fingerprintOf(formatVerifierKey(verifierOf(openSealKey(folder, originOfLog(pack)))))
    : null;
  if (own === wanted) print("The signing key of this folder is the one the journal was sealed with.");
  else
    print(
      `The signing key ${wanted as string} is not in the folder keys${own === null ? "" : ` (another one is: ${own})`}. Bring back your copy of that folder before you start: without it \`verify\` cannot confirm the old seals, and codes from telephones do not work.`,
    );
}

async function restoreInto(context: CommandContext, place: Place, options: RestoreOptions): Promise<RestoreResult> {
  await place.holdLease();
  const client = await place.pool.connect();
  const tables = await countTables(client).finally(() => client.release());
  const code = await codeOf(context, place);
  if (tables > 0 && options.replace === null) throw new Problem(backupProblem.notEmpty, { tables, code });
  if (options.replace !== null && options.replace !== code) throw new Problem(backupProblem.wrongCode, { code });
  return restoreBackup(place.pool, {
    path: options.file,
    migrations: join(context.root, "migrations"),
    replace: options.replace !== null,
    code,
  });
}

async function restore(context: CommandContext): Promise<0 | 1 | 2> {
  const { print, complain } = context;
  const options = restoreOptions(context.args);
  if (options === null) {
    complain(`Usage: inteko ${restoreCommand.usage}`);
    return 2;
  }
  const manifest = await checkBackup(options.file);
  if (options.check) {
    print(`The backup of ${String(manifest.about["associationName"])} of ${manifest.made} is whole: ${n(manifest.tables.length)} tables.`);
    return 0;
  }
  const place = await openPlace(context.dataFolder, process.env["DATABASE_URL"]);
  try {
    const keys = keysFolder(context.dataFolder);
    await checkKeys(keys, manifest.files, options.replace !== null);
    const result = await restoreInto(context, place, options);
    if (result.files.length > 0) await writeKeys(keys, result.files);
    await runMigrations({ pgPool: place.pool });
    const jobs = options.withQueue ? await restoreJobs(place.pool, result.jobs) : 0;
    print(
      `Restored ${String(manifest.about["associationName"])} as of ${manifest.made}: ${n(result.rows)} rows of ${n(manifest.tables.length)} tables.`,
    );
    if (jobs > 0) print(`${n(jobs)} waiting jobs are in the queue again.`);
    else if (result.jobs.length > 0)
      print(
        `${n(result.jobs.length)} jobs waited when the backup was made; they were left out, so that no message goes out twice. To have them, restore with --with-queue.`,
      );
    tellKeys(context, result);
    print("Requests for erasure that were carried out after this backup must be carried out again: see the privacy console.");
    print("Now run `inteko verify`, with a checkpoint kept elsewhere if you have one.");
    return 0;
  } finally {
    await place.close();
  }
}

export const backupCommand: Command = {
  name: "backup",
  usage: "backup FILE [--with-keys] [--json]",
  summary: "write everything into one file, out of one moment",
  database: false,
  run: backup,
};

export const restoreCommand: Command = {
  name: "restore",
  usage: "restore FILE [--check] [--replace CODE] [--with-queue]",
  summary: "put a backup into an empty database, after checking every bit of it",
  database: false,
  run: restore,
};
