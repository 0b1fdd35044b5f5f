/** What the tests of this folder share: trial folders, and child processes of their own that can be killed. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { inspect } from "./postmaster.ts";

const CHECKOUT = fileURLToPath(new URL("../../../../", import.meta.url));

/** A new folder that every account may pass through, and that is removed by `removeFolder`. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "inteko-trial-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes a trial folder, and the place of its database when that is elsewhere. */
export function removeFolder(folder: string, dataDir: string): void {
  let elsewhere: string | undefined;
  try {
    elsewhere = readFileSync(join(dataDir, "WHERE"), "utf8").trim();
  } catch {
    // The database was in the data folder.
  }
  if (elsewhere !== undefined) rmSync(elsewhere, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** The number of the postmaster that runs below `dataDir`; throws when none does. */
export function postmasterOf(dataDir: string): number {
  const seen = inspect(join(dataDir, "postgres"));
  if (seen.state !== "running") throw new Error(`no postmaster runs on ${dataDir}`);
  return seen.pid;
}

/** A child process running a piece of TypeScript; `lines` are those of its output. */
export interface Child {
  readonly process: ChildProcess;
  readonly lines: AsyncIterableIterator<string>;
  readonly ended: Promise<unknown>;
}

/** Runs `source` as a program of the checkout in a process of its own, with `args` after its name. */
export function runChild(source: string, args: readonly string[]): Child {
  const options = ["--input-type=module-typescript", "-e", source, "--", ...args];
  const child = spawn(process.execPath, options, {
    cwd: CHECKOUT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return { process: child, lines, ended };
}

/** Kills a child with -9 and waits until it is gone. */
export async function killHard(child: Child): Promise<void> {
  child.process.kill("SIGKILL");
  await child.ended;
}
