/** Sees, starts and stops the main process of a PostgreSQL cluster (the postmaster). */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ownerOf } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { CLEAN_ENVIRONMENT } from "./initdb.ts";
import type { Place } from "./place.ts";
import { processFacts } from "./process.ts";
import type { Settings } from "./settings.ts";

const POLL_MS = 10;

/** What `postmaster.pid` says, checked against the processes of the machine. */
export type Postmaster =
  /** No cluster runs. `formerPid`: whom the file still names; that number may be a zombie's or another program's by now. */
  | { readonly state: "absent"; readonly formerPid?: number }
  /** It runs; `ready` once it takes connections. */
  | {
      readonly state: "running";
      readonly pid: number;
      readonly socketFolder: string;
      readonly ready: boolean;
    };

/** True when process `pid` is a postmaster on `pgdata`, run by the account that owns it. */
function isPostmasterOf(pid: number, pgdata: string): boolean {
  const facts = processFacts(pid);
  if (facts === undefined || facts.uid !== ownerOf(pgdata)?.uid) return false;
  const program = facts.command[0] ?? "";
  return /(^|\/)postgres$/.test(program) && facts.command.includes(pgdata);
}

/** Looks whether a postmaster runs on `pgdata`. */
export function inspect(pgdata: string): Postmaster {
  let lines: string[];
  try {
    lines = readFileSync(join(pgdata, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return { state: "absent" };
  }
  // The number is negative for a server in single-user mode.
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isSafeInteger(pid) || pid < 2) return { state: "absent" };
  if (!isPostmasterOf(pid, pgdata)) {
    return processFacts(pid) === undefined ? { state: "absent" } : { state: "absent", formerPid: pid };
  }
  return {
    state: "running",
    pid,
    socketFolder: lines[4] ?? "",
    ready: lines[7]?.trim() === "ready",
  };
}

/** A postmaster just started: `ended` is its last words once it has ended, while it is still starting. */
export interface Starting {
  readonly pid: number | undefined;
  readonly ended: Promise<string>;
  /** Lets this process forget the postmaster, which then lives on by itself. */
  release(): void;
}

/**
 * PostgreSQL takes any living process for the postmaster that a lock file names, unless it is its own “grandparent” (pg_ctl
 * uses this): so we vouch that the number is another's by now. Were it not, its check of the shared memory would still refuse.
 */
function environmentFor(formerPid: number | undefined): Record<string, string> {
  if (formerPid === undefined) return CLEAN_ENVIRONMENT;
  return { ...CLEAN_ENVIRONMENT, PG_GRANDPARENT_PID: String(formerPid) };
}

/**
 * Starts a postmaster that outlives this process and is not in its terminal's group, so that neither our death nor an
 * interrupt key stops it in the middle of something.
 */
export function startPostmaster(binaries: Binaries, place: Place, settings: Settings, formerPid: number | undefined): Starting {
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(join(binaries.folder, "bin", "postgres"), ["-D", place.pgdata, ...options], {
    ...place.account,
    cwd: "/",
    env: environmentFor(formerPid),
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => (words = (words + chunk.toString("utf8")).slice(-4000)));
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (_code, signal) => signal !== null && resolve(`postgres: ${signal}`));
    child.on("close", (code) => resolve(words.trim() || `postgres: ${code}`));
  });
  const release = () => {
    child.stderr.destroy();
    child.unref();
  };
  return { pid: child.pid, ended, release };
}

/** Resolves when `isDone` holds, false when it does not within `limitMs`. */
export async function until(isDone: () => boolean, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!isDone()) {
    if (performance.now() > end) return false;
    await pause(POLL_MS);
  }
  return true;
}

/** Ends process `pid` on `pgdata`: `SIGINT` rolls back what is open and writes everything out; `SIGQUIT` just ends, and the next start recovers. */
export async function stopPostmaster(pid: number, pgdata: string, signal: "SIGINT" | "SIGQUIT"): Promise<void> {
  const isGone = () => !isPostmasterOf(pid, pgdata);
  if (isGone()) return;
  process.kill(pid, signal);
  if (await until(isGone, 60_000)) return;
  process.kill(pid, "SIGQUIT");
  await until(isGone, 10_000);
}
