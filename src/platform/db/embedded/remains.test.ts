import { spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountFor, isRoot } from "./account.ts";
import type { Cluster } from "./cluster.ts";
import { openCluster } from "./cluster.ts";
import { placeOf } from "./place.ts";
import { inspect } from "./postmaster.ts";
import { processFacts } from "./process.ts";
import { makeFolder, postmasterOf, removeFolder } from "./trial.ts";

let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = makeFolder();
  dataDir = join(folder, "data");
  await (await openCluster({ dataDir })).stop();
});
afterAll(() => removeFolder(folder, dataDir));

async function answers(cluster: Cluster): Promise<boolean> {
  const client = new Client(cluster.connection);
  await client.connect();
  const { rows } = await client.query<{ one: number }>("select 1 as one");
  await client.end();
  return rows[0]?.one === 1;
}

/** A living process of the account that PostgreSQL runs as, as happens when a number is used again after a restart of the machine. */
function somebodyElse() {
  const account = accountFor(join(dataDir, "postgres"));
  return spawn("/bin/sleep", ["600"], { ...account, stdio: "ignore" });
}

const owned = (path: string, text: string) => {
  writeFileSync(path, text, { mode: 0o600 });
  const { uid, gid } = statSync(join(dataDir, "postgres"));
  chownSync(path, uid, gid);
};

test("after a power cut Marie's lock file names a number that another program has by now, and the database starts", async () => {
  const other = somebodyElse();
  const now = Math.floor(Date.now() / 1000);
  const socket = join(dataDir, "socket");
  const lines = `${other.pid}\n${join(dataDir, "postgres")}\n${now}\n5432\n${socket}\n\n  1234567 1\nready   \n`;
  owned(join(dataDir, "postgres", "postmaster.pid"), lines);
  owned(join(socket, ".s.PGSQL.5432.lock"), `${other.pid}\n${join(dataDir, "postgres")}\n${now}\n5432\n${socket}\n`);
  expect(inspect(join(dataDir, "postgres")).state).toBe("absent");
  const cluster = await openCluster({ dataDir });
  expect(await answers(cluster)).toBe(true);
  expect(processFacts(other.pid ?? 0)).toBeDefined();
  await cluster.stop();
  other.kill();
});

test("the socket's lock names another living program, and the database starts all the same", async () => {
  const other = somebodyElse();
  const socket = join(dataDir, "socket");
  owned(join(socket, ".s.PGSQL.5432"), "");
  owned(join(socket, ".s.PGSQL.5432.lock"), `${other.pid}\n/elsewhere\n1\n5432\n${socket}\n`);
  const cluster = await openCluster({ dataDir });
  expect(await answers(cluster)).toBe(true);
  await cluster.stop();
  other.kill();
});

test("after a power cut the lock file is empty, and the database starts all the same", async () => {
  owned(join(dataDir, "postgres", "postmaster.pid"), "");
  const cluster = await openCluster({ dataDir });
  expect(await answers(cluster)).toBe(true);
  await cluster.stop();
});

test("a killed PostgreSQL leaves a child at work on a long query, which is ended by the next start", async () => {
  const cluster = await openCluster({ dataDir });
  const client = new Client(cluster.connection);
  client.on("error", () => undefined);
  await client.connect();
  const work = client.query("select count(*) from generate_series(1, 1e12::bigint)").catch(() => "cut off");
  const admin = new Client(cluster.connection);
  admin.on("error", () => undefined);
  await admin.connect();
  const busy = "select count(*)::int as n from pg_stat_activity where state = 'active' and query like '%generate_series%'";
  await expect.poll(async () => (await admin.query<{ n: number }>(busy)).rows[0]?.n).toBe(2);
  const stopped = cluster.stop();
  process.kill(postmasterOf(dataDir), "SIGKILL");
  await stopped;
  const next = await openCluster({ dataDir });
  expect(await answers(next)).toBe(true);
  expect(await work).toBe("cut off");
  await next.stop();
  await admin.end().catch(() => undefined);
});

test("Joseph closes the data folder later: root names its database and makes no empty one elsewhere, its owner goes on", () => {
  const closed = join(folder, "closed-later");
  mkdirSync(join(closed, "postgres"), { recursive: true });
  writeFileSync(join(closed, "postgres", "PG_VERSION"), "18\n");
  chmodSync(closed, 0o700);
  if (isRoot()) expect(() => placeOf(closed)).toThrow(/dataOutOfReach/);
  else expect(placeOf(closed).pgdata).toBe(join(closed, "postgres"));
  expect(readdirSync(closed).filter((name) => name !== "postgres-log")).toEqual(["postgres"]);
  chmodSync(closed, 0o711);
  expect(placeOf(closed).pgdata).toBe(join(closed, "postgres"));
});

test("Joseph installs below a folder that only he may enter: as root the database lies elsewhere and WHERE says so", async () => {
  const closed = join(folder, "closed");
  mkdirSync(closed);
  chmodSync(closed, 0o700);
  const inside = join(closed, "data");
  const cluster = await openCluster({ dataDir: inside });
  expect(await answers(cluster)).toBe(true);
  await cluster.stop();
  if (isRoot()) {
    const where = readFileSync(join(inside, "WHERE"), "utf8").trim();
    expect(where).toMatch(/^\/var\/lib\/inteko\/[0-9a-f]{12}-[0-9a-f]{6}$/);
    expect(readdirSync(where)).toContain("postgres");
  } else {
    expect(readdirSync(inside)).toContain("postgres");
  }
  const again = await openCluster({ dataDir: inside });
  expect(again.connection.host).toBe(cluster.connection.host);
  await again.stop();
  removeFolder(closed, inside);
});

test("nobody but the database's own account can enter the folders of its data, its log and its socket", () => {
  for (const name of ["postgres", "postgres-log", "socket"]) {
    const found = statSync(join(dataDir, name));
    expect(found.mode & 0o777, name).toBe(0o700);
    expect(found.uid, name).toBe(isRoot() ? 65534 : process.getuid?.());
  }
});
