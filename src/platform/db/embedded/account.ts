/** Which account PostgreSQL runs as: it refuses root, so root steps down to an unprivileged one. */
import { statSync } from "node:fs";
import { dirname } from "node:path";

/** The user and group that a child process is given; undefined leaves it our own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account “nobody” of Linux systems: it owns nothing else. */
const NOBODY: Account = { uid: 65534, gid: 65534 };

/** True when this process runs as root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The owner of a folder; undefined when there is no such folder. */
export function ownerOf(path: string): Account | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { uid: found.uid, gid: found.gid };
}

/** The account for a database folder: as root its present owner, so that it can be used with and without root, else “nobody”. */
export function accountFor(pgdata: string): Account | undefined {
  if (!isRoot()) return undefined;
  const owner = ownerOf(pgdata);
  return owner !== undefined && owner.uid !== 0 ? owner : NOBODY;
}

/** True when `account` may pass through every folder above `path` and through `path` itself. A missing folder counts as passable: we make it so. */
export function canReach(path: string, account: Account): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  const passes = found === undefined || (found.mode & passBit(found, account)) !== 0;
  return passes && (dirname(path) === path || canReach(dirname(path), account));
}

function passBit(found: { uid: number; gid: number }, account: Account): number {
  if (found.uid === account.uid) return 0o100;
  return found.gid === account.gid ? 0o010 : 0o001;
}
