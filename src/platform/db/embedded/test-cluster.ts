/** Throw-away clusters for tests: fast, in the temporary folder, gone at the end, and swept up later when the test run was killed. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRoot, ownerOf } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import type { Major } from "./binaries.ts";
import { connectionOf } from "./cluster.ts";
import type { Connection } from "./cluster.ts";
import { ensureDatabase } from "./database.ts";
import { placeOf } from "./place.ts";
import { inspect, stopPostmaster } from "./postmaster.ts";
import { processFacts } from "./process.ts";
import { joinCluster } from "./running.ts";

/** A running throw-away cluster. Its role may create databases. */
export interface TestCluster {
  readonly connection: Connection;
  /** PostgreSQL's version, such as `15.18`. */
  readonly version: string;
  /** Ends the cluster without ceremony and removes its files. */
  stop(): Promise<void>;
}

const PREFIX = "inteko-test-";
const OWNER_FILE = "owner";
const DAY_MS = 24 * 60 * 60 * 1000;

/** A process by number and start, so that the number's next user is not taken for it. */
const nameOf = (pid: number): string => `${pid}\t${processFacts(pid)?.start ?? ""}`;

/** True when the test run that made `folder` has ended; without its name, when the folder is older than a day. */
function isLeftover(folder: string): boolean {
  try {
    const owner = readFileSync(join(folder, OWNER_FILE), "utf8");
    return nameOf(Number(owner.split("\t")[0])) !== owner;
  } catch {
    return Date.now() - statSync(folder).mtimeMs > DAY_MS;
  }
}

async function discard(folder: string): Promise<void> {
  const pgdata = join(folder, "postgres");
  const seen = inspect(pgdata);
  if (seen.state === "running") await stopPostmaster(seen.pid, pgdata, "SIGQUIT");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** For a test run that ends without stopping its cluster: nothing can be waited for then. */
function discardNow(pid: number, folder: string): void {
  try {
    process.kill(pid, "SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Gone already, or still writing: the next test run sweeps the files.
  }
}

/** Stops and removes the clusters of this user's killed test runs. */
export async function sweepTestClusters(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (ownerOf(folder)?.uid === process.getuid?.() && isLeftover(folder)) await discard(folder);
    } catch (error) {
      // Another test run sweeps at the same moment.
      if (existsSync(folder)) throw error;
    }
  }
}

/** Starts an empty throw-away cluster of PostgreSQL 18, or of 15 as the oldest that the SQL must suit. Takes about a second. */
export async function testCluster(options: { readonly major?: Major } = {}): Promise<TestCluster> {
  await sweepTestClusters();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  if (isRoot()) chmodSync(folder, 0o711);
  writeFileSync(join(folder, OWNER_FILE), nameOf(process.pid));
  const place = placeOf(folder);
  const binaries = findBinaries(options.major ?? 18, place.account);
  const plan = { binaries, place, purpose: "fleeting", log: () => undefined } as const;
  const joined = await joinCluster(plan, () => undefined);
  await ensureDatabase(joined.gate, { mayCreateDatabases: true });
  const endNow = () => discardNow(joined.pid, folder);
  process.once("exit", endNow);
  const stop = async () => {
    process.off("exit", endNow);
    await joined.gate.close();
    await discard(folder);
  };
  return { connection: connectionOf(joined), version: binaries.version, stop };
}
