/** Makes the files of a new PostgreSQL cluster. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "#platform/problems/problem.ts";
import type { Binaries } from "./binaries.ts";
import type { Place } from "./place.ts";
import { makePrivate } from "./place.ts";
import { initArguments } from "./settings.ts";
import type { Purpose } from "./settings.ts";
import { p } from "./words.ts";

const ASIDE = "postgres.new-";
const ABANDONED_MS = 60 * 60 * 1000;

/** The environment of PostgreSQL's programs: nothing of ours (PGPORT, PGOPTIONS, LD_…) may change what they do. */
export const CLEAN_ENVIRONMENT = { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin" };

/** Removes what a killed `initdb` left behind. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(ASIDE))) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > ABANDONED_MS) rmSync(path, { recursive: true, force: true });
  }
}

function runInitdb(binaries: Binaries, place: Place, args: string[]): Promise<void> {
  const child = spawn(join(binaries.folder, "bin", "initdb"), args, {
    ...place.account,
    cwd: "/",
    env: CLEAN_ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString("utf8")));
  return new Promise((resolve, reject) => {
    const refuse = (reason: string) => reject(new Problem(p.initFailed, { folder: place.folder, reason: reason.trim() }));
    child.on("error", (error) => refuse(error.message));
    child.on("close", (code) => (code === 0 ? resolve() : refuse(words || `initdb: ${code}`)));
  });
}

/** Gives the finished folder its name, for good. When another process was faster, its cluster stays and ours goes. */
function settle(aside: string, place: Place): void {
  try {
    renameSync(aside, place.pgdata);
  } catch (error) {
    if (!existsSync(join(place.pgdata, "PG_VERSION"))) throw error;
    return;
  }
  const folder = openSync(place.folder, "r");
  fsyncSync(folder);
  closeSync(folder);
}

/**
 * Makes the cluster of `place` unless it is there, complete or not at all. Throws a Problem when it was written by another
 * major of PostgreSQL, or when `initdb` fails.
 */
export async function ensureInitialised(binaries: Binaries, place: Place, purpose: Purpose): Promise<void> {
  const file = join(place.pgdata, "PG_VERSION");
  if (existsSync(file)) {
    const found = readFileSync(file, "utf8").trim();
    if (found === String(binaries.major)) return;
    throw new Problem(p.otherMajor, { folder: place.pgdata, found, ours: String(binaries.major) });
  }
  removeAbandoned(place.folder);
  const aside = join(place.folder, `${ASIDE}${randomBytes(4).toString("hex")}`);
  makePrivate(aside, place.account);
  try {
    await runInitdb(binaries, place, initArguments(purpose, binaries.major, aside));
    settle(aside, place);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
