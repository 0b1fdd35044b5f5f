import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { Client, type ClientConfig } from "pg";
import { expect, test } from "vitest";
import { processFacts } from "./process.ts";
import { sweepTestClusters, testCluster } from "./test-cluster.ts";
import { killHard, runChild } from "./trial.ts";

async function ask(connection: ClientConfig, sql: string): Promise<unknown[]> {
  const client = new Client(connection);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test.each([18, 15] as const)("Solange's test gets a PostgreSQL %i that is gone afterwards", async (major) => {
  const cluster = await testCluster({ major });
  expect(cluster.version).toMatch(new RegExp(`^${major}\\.`));
  const version = await ask(cluster.connection, "select current_setting('server_version_num')::int / 10000 as major");
  expect(version).toEqual([{ major }]);
  await ask(cluster.connection, "create database copy_of_mine template inteko");
  expect(await ask(cluster.connection, `select 'É' ilike 'é' collate "und-x-icu" as same`)).toEqual([{ same: true }]);
  await cluster.stop();
  expect(existsSync(cluster.connection.host)).toBe(false);
});

const KILLED_RUN = `
  import { testCluster } from "#platform/db/embedded/test-cluster.ts";
  const cluster = await testCluster();
  console.log(cluster.connection.host);
  const { postmasterOf } = await import("#platform/db/embedded/trial.ts");
  const { dirname } = await import("node:path");
  console.log(postmasterOf(dirname(cluster.connection.host)));
  setInterval(() => undefined, 60_000);
`;

test("a test run of Solange's is killed: the next one stops and removes what it left, and nothing else", async () => {
  const mine = await testCluster();
  const child = runChild(KILLED_RUN, []);
  const folder = dirname(String((await child.lines.next()).value));
  const postmaster = Number((await child.lines.next()).value);
  await killHard(child);
  expect(existsSync(folder)).toBe(true);
  await sweepTestClusters();
  expect(existsSync(folder)).toBe(false);
  expect(processFacts(postmaster)).toBeUndefined();
  expect(await ask(mine.connection, "select 1 as one")).toEqual([{ one: 1 }]);
  await mine.stop();
});
