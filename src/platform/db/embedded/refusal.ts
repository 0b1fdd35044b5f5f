/** What PostgreSQL said when it refused to start, and the remedies for what a crash leaves behind. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, readdirSync, readlinkSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { ownerOf } from "./account.ts";
import type { Place } from "./place.ts";
import { processFacts } from "./process.ts";

const TAIL_BYTES = 4_000;
const KILLED = /^postgres: SIG/;
const IN_THE_WAY = /lock file ".*" (already exists|is empty)|pre-existing shared memory block/;

/** The end of a file that is not a link: the folder belongs to the account that PostgreSQL runs as. */
function tailOf(path: string): string {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString("utf8");
  } finally {
    closeSync(file);
  }
}

/** What the log gained since `since` (milliseconds of the clock), at most its last part. */
function logSince(logs: string, since: number): string {
  try {
    const files = readdirSync(logs).map((name) => join(logs, name));
    const newest = files
      .filter((file) => statSync(file).mtimeMs >= since - 1_000)
      .sort()
      .at(-1);
    return newest === undefined ? "" : tailOf(newest);
  } catch {
    return "";
  }
}

/** PostgreSQL's reasons: its FATAL and PANIC lines from the error stream and, once it writes there, from its log. */
export function reasonsOf(errors: string, place: Place, since: number): string {
  if (KILLED.test(errors)) return errors;
  const words = `${errors}\n${logSince(place.logs, since)}`;
  const isReason = /\b(FATAL|PANIC):\s+(?!\s|terminating|the database system is)/;
  const lines = words.split("\n").filter((line) => isReason.test(line));
  const reasons = lines.map((line) => line.slice(line.search(isReason)).replace(isReason, ""));
  return reasons.length > 0 ? [...new Set(reasons)].slice(-3).join("; ") : errors.trim();
}

/** True when trying again helps: a lock that a crash or another start left, or a postmaster killed while it started. */
export function isWorthRetrying(words: string): boolean {
  return IN_THE_WAY.test(words) || KILLED.test(words);
}

/** Ends the children of a killed postmaster: while one still works on a long query, PostgreSQL does not start. */
function endOrphans(pgdata: string): void {
  if (process.platform !== "linux") return;
  const owner = ownerOf(pgdata)?.uid;
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  for (const pid of pids.map(Number)) {
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) !== pgdata) continue;
      const facts = processFacts(pid);
      if (facts?.uid === owner && facts?.command[0]?.startsWith("postgres: ")) process.kill(pid, "SIGQUIT");
    } catch {
      // Ended meanwhile, or not ours to look at.
    }
  }
}

function removeIfEmpty(path: string): void {
  try {
    if (readFileSync(path, "utf8") === "") rmSync(path);
  } catch {
    // Not there: nothing stands in the way.
  }
}

/**
 * Clears what keeps PostgreSQL from starting although no postmaster of `place` lives and trying again did not help: children
 * of a killed one, lock files emptied by a power cut, a socket's lock that names some other program.
 */
export function clearRemains(words: string, place: Place, socket: string): void {
  endOrphans(place.pgdata);
  removeIfEmpty(join(place.pgdata, "postmaster.pid"));
  // Only who holds the lock of the data comes to the socket's lock, so nobody else is there.
  if (!/lock file ".*\.s\.PGSQL\.\d+\.lock"/.test(words)) return;
  for (const name of readdirSync(socket).filter((entry) => entry.startsWith(".s.PGSQL."))) {
    rmSync(join(socket, name), { force: true });
  }
}
