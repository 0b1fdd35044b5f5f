/** Where a database lies on disk: normally below the data folder; elsewhere when root's unprivileged account cannot reach that. */
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Problem } from "#platform/problems/problem.ts";
import type { Account } from "./account.ts";
import { accountFor, canReach, isRoot, ownerOf } from "./account.ts";
import { p } from "./words.ts";

/** Where root keeps what its unprivileged account must reach. */
export const SYSTEM_FOLDER = "/var/lib/inteko";

/** A Unix socket's path holds 107 bytes; PostgreSQL's file in the folder is called `/.s.PGSQL.5432` and its lock `.lock` more. */
const LONGEST_SOCKET_FOLDER = 107 - "/.s.PGSQL.5432".length;

/** The folders of one database. `folder` is ours; `pgdata` and `logs` belong to the account that PostgreSQL runs as. */
export interface Place {
  readonly folder: string;
  readonly pgdata: string;
  readonly logs: string;
  readonly account: Account | undefined;
}

/** The file in the data folder that names the database's folder when that is elsewhere. */
const POINTER = "WHERE";

function makeDataFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    return realpathSync(dataDir);
  } catch {
    throw new Problem(p.folderNotWritable, { folder: dataDir });
  }
}

/** Gives the elsewhere its name. Of two processes at once the first writes the pointer and the other reads it. */
function pointElsewhere(dataDir: string): string {
  const place = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  // The random part: a data folder that was removed and made again starts empty, and the old data stays untouched.
  const folder = join(SYSTEM_FOLDER, `${place}-${randomBytes(3).toString("hex")}`);
  const draft = join(dataDir, `.${POINTER}.${randomBytes(4).toString("hex")}`);
  writeFileSync(draft, `${folder}\n`, { mode: 0o644 });
  try {
    linkSync(draft, join(dataDir, POINTER));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readPointer(dataDir) ?? folder;
}

function readPointer(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, POINTER), "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}

function folderFor(dataDir: string): string {
  const pointed = readPointer(dataDir);
  if (pointed !== undefined) return pointed;
  const account = accountFor(join(dataDir, "postgres"));
  if (account === undefined || canReach(dataDir, account)) return dataDir;
  // A folder that was closed later: an empty database elsewhere would look as if everything were lost.
  const pgdata = join(dataDir, "postgres");
  if (existsSync(join(pgdata, "PG_VERSION"))) throw new Problem(p.dataOutOfReach, { folder: pgdata, owner: String(account.uid) });
  return pointElsewhere(dataDir);
}

/** Makes a folder of root's under `SYSTEM_FOLDER` that other accounts can pass through, whatever the umask. */
export function makePassable(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const path of [SYSTEM_FOLDER, folder]) chmodSync(path, 0o711);
}

/** Makes a folder that belongs to `account` and is closed to all others. */
export function makePrivate(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account === undefined) return;
  chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

/**
 * The folders of the database that belongs to `dataDir` (made when missing). As root below a folder that the unprivileged
 * account cannot pass, the database lies under `/var/lib/inteko` and `<dataDir>/WHERE` names its folder.
 */
export function placeOf(dataDir: string): Place {
  const home = makeDataFolder(resolve(dataDir));
  const folder = folderFor(home);
  const pgdata = join(folder, "postgres");
  const owner = ownerOf(pgdata)?.uid;
  if (owner !== undefined && !isRoot() && owner !== process.getuid?.()) {
    throw new Problem(p.dataOfAnother, { folder: pgdata, owner: String(owner) });
  }
  const account = accountFor(pgdata);
  const logs = join(folder, "postgres-log");
  try {
    if (folder !== home) makePassable(folder);
    if (!existsSync(logs)) makePrivate(logs, account);
  } catch {
    throw new Problem(p.folderNotWritable, { folder });
  }
  return { folder, pgdata, logs, account };
}

function isPrivateTo(folder: string, account: Account | undefined): boolean {
  const found = lstatSync(folder);
  const uid = account?.uid ?? process.getuid?.() ?? found.uid;
  return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
}

/**
 * The folder of the socket, closed to all others because whoever can reach the socket is let in. It is beside the data, the
 * same at each start, unless that path is too long for a socket: then a short one in the system's temporary folder.
 */
export function socketFolder(place: Place): string {
  const beside = join(place.folder, "socket");
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER) {
    makePrivate(beside, place.account);
    return beside;
  }
  const name = `inteko-${createHash("sha256").update(place.folder).digest("hex").slice(0, 12)}`;
  const short = join(Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : "/tmp", name);
  if (!existsSync(short)) makePrivate(short, place.account);
  if (isPrivateTo(short, place.account)) return short;
  // Somebody else made a folder of that name.
  const fresh = mkdtempSync(`${short}-`);
  makePrivate(fresh, place.account);
  return fresh;
}
