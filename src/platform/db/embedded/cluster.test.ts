import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client, type QueryResultRow } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { speak } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Cluster } from "./cluster.ts";
import { openCluster } from "./cluster.ts";
import { inspect } from "./postmaster.ts";
import { killHard, makeFolder, postmasterOf, removeFolder, runChild } from "./trial.ts";

let folder: string;
let dataDir: string;
const isRunning = () => inspect(join(dataDir, "postgres")).state === "running";

beforeAll(() => {
  folder = makeFolder();
  dataDir = join(folder, "data");
});
afterAll(() => removeFolder(folder, dataDir));

async function ask<R extends QueryResultRow>(cluster: Cluster, sql: string): Promise<R[]> {
  const client = new Client(cluster.connection);
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw new Error(`no problem but ${String(error)}`);
}

const SERVER = `
  import { openCluster } from "#platform/db/embedded/cluster.ts";
  const cluster = await openCluster({ dataDir: process.argv[1] });
  await cluster.holdServerLease();
  console.log("serving");
  setInterval(() => undefined, 60_000);
`;

test("Jean starts the server, stops it, starts it again and finds what he wrote", async () => {
  const first = await openCluster({ dataDir });
  expect(first.owned).toBe(true);
  expect(first.version).toMatch(/^18\./);
  await ask(first, "create table visit (name text)");
  await ask(first, "insert into visit values ('Jean')");
  await first.stop();
  expect(isRunning()).toBe(false);

  const second = await openCluster({ dataDir });
  expect(second.owned).toBe(true);
  expect(await ask(second, "select name from visit")).toEqual([{ name: "Jean" }]);
  await second.stop();
});

test("Aline starts a second server on the same data folder and is told which folder is taken", async () => {
  const server = await openCluster({ dataDir });
  await server.holdServerLease();
  const second = await openCluster({ dataDir });
  const problem = await problemOf(second.holdServerLease());
  expect(problem.kind.code).toBe("embedded.serverRunning");
  expect(speak("en")(problem.kind.text, problem.values)).toContain(dataDir);
  await server.stop();
  // The first server is gone: now the folder is free.
  await second.holdServerLease();
  await second.stop();
});

test("Eric's command joins the running server and leaves it running; who leaves last stops it", async () => {
  const server = await openCluster({ dataDir });
  const command = await openCluster({ dataDir });
  expect([server.owned, command.owned]).toEqual([true, false]);
  await command.stop();
  expect(await ask(server, "select 1 as one")).toEqual([{ one: 1 }]);

  const longCommand = await openCluster({ dataDir });
  await server.stop();
  expect(await ask(longCommand, "select 1 as one")).toEqual([{ one: 1 }]);
  await longCommand.stop();
  await longCommand.stop();
  expect(isRunning()).toBe(false);
});

test("Grace's server is killed with -9: her next start adopts its PostgreSQL and gets the lease", async () => {
  const child = runChild(SERVER, [dataDir]);
  expect((await child.lines.next()).value).toBe("serving");
  const orphan = postmasterOf(dataDir);
  await killHard(child);
  expect(postmasterOf(dataDir)).toBe(orphan);

  const next = await openCluster({ dataDir });
  expect(next.owned).toBe(false);
  await next.holdServerLease();
  expect(postmasterOf(dataDir)).toBe(orphan);
  await next.stop();
  expect(isRunning()).toBe(false);
});

test("Callixte's PostgreSQL is killed under his running server, which starts it again and keeps the lease", async () => {
  const lines: string[] = [];
  const server = await openCluster({ dataDir, log: (line) => lines.push(line) });
  await server.holdServerLease();
  const killed = postmasterOf(dataDir);
  process.kill(killed, "SIGKILL");
  await expect.poll(() => isRunning() && postmasterOf(dataDir) !== killed, { timeout: 10_000 }).toBe(true);
  await expect.poll(() => ask(server, "select 1 as one").catch(() => "not yet"), { timeout: 10_000 }).toEqual([{ one: 1 }]);
  const rival = await openCluster({ dataDir });
  expect((await problemOf(rival.holdServerLease())).kind.code).toBe("embedded.serverRunning");
  expect(lines.join()).toContain("joining it again");
  await rival.stop();
  await server.stop();
  expect(isRunning()).toBe(false);
});

test("five commands of Diane start at once in an empty folder and find one database between them", async () => {
  const fresh = join(folder, "fresh");
  const clusters = await Promise.all([1, 2, 3, 4, 5].map(() => openCluster({ dataDir: fresh })));
  expect(clusters.filter((cluster) => cluster.owned)).toHaveLength(1);
  expect(new Set(clusters.map((cluster) => cluster.connection.host)).size).toBe(1);
  await Promise.all(clusters.map((cluster) => cluster.stop()));
  expect(inspect(join(fresh, "postgres")).state).toBe("absent");
});

test("commands of Diane that come and go at every moment never fail and leave nothing running", async () => {
  const users = Array.from({ length: 4 }, async (_unused, user) => {
    for (let round = 0; round < 6; round++) {
      const cluster = await openCluster({ dataDir });
      if ((round + user) % 2 === 0) await ask(cluster, "select 1 as one");
      await cluster.stop();
    }
  });
  await Promise.all(users);
  expect(isRunning()).toBe(false);
});

test("a query of the product cannot read files, run programs or make databases, and sorts by ICU collations", async () => {
  const cluster = await openCluster({ dataDir });
  await expect(ask(cluster, "copy (select 1) to program 'true'")).rejects.toThrow(/permission denied/);
  await expect(ask(cluster, "select pg_read_file('PG_VERSION')")).rejects.toThrow(/permission denied/);
  await expect(ask(cluster, "create database another")).rejects.toThrow(/permission denied/);
  const sorted = await ask(cluster, `select string_agg(x, '' order by x collate "und-x-icu") as s from unnest(array['z','é','e']) x`);
  expect(sorted).toEqual([{ s: "eéz" }]);
  const facts = await ask(
    cluster,
    "select current_setting('server_encoding') as e, current_setting('fsync') as f, current_setting('synchronous_commit') as s, current_setting('listen_addresses') as l",
  );
  expect(facts).toEqual([{ e: "UTF8", f: "on", s: "on", l: "" }]);
  await cluster.stop();
});

test("Paul names a data folder whose path is too long for a socket and holds a comma, a quote and an accent", async () => {
  const long = join(folder, "a, b", `it's "é" ${"x".repeat(90)}`, "data");
  const cluster = await openCluster({ dataDir: long });
  expect(Buffer.byteLength(cluster.connection.host)).toBeLessThan(90);
  expect(await ask(cluster, "select 1 as one")).toEqual([{ one: 1 }]);
  await cluster.stop();
  rmSync(cluster.connection.host, { recursive: true });
  const odd = join(folder, 'c, "d"');
  const beside = await openCluster({ dataDir: odd });
  expect(beside.connection.host).toBe(join(odd, "socket"));
  expect(await ask(beside, "select 1 as one")).toEqual([{ one: 1 }]);
  await beside.stop();
});

test("a data folder with the database of another major is refused with both numbers", async () => {
  const old = join(folder, "old");
  const cluster = await openCluster({ dataDir: old });
  await cluster.stop();
  writeFileSync(join(old, "postgres", "PG_VERSION"), "17\n");
  const problem = await problemOf(openCluster({ dataDir: old }));
  expect(problem.kind.code).toBe("embedded.otherMajor");
  expect(problem.values).toMatchObject({ found: "17", ours: "18" });
});

test("a data folder that cannot be made is refused by its name", async () => {
  const file = join(folder, "a-file");
  mkdirSync(file);
  writeFileSync(join(file, "x"), "");
  const problem = await problemOf(openCluster({ dataDir: join(file, "x", "data") }));
  expect(problem.kind.code).toBe("embedded.folderNotWritable");
});
