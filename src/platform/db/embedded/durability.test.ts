import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCluster } from "./cluster.ts";
import { killHard, makeFolder, postmasterOf, removeFolder, runChild } from "./trial.ts";

let folder: string;
let dataDir: string;
beforeAll(() => {
  folder = makeFolder();
  dataDir = join(folder, "data");
});
afterAll(() => removeFolder(folder, dataDir));

/** Four writers; each prints a number once PostgreSQL has acknowledged it. */
const WRITER = `
  import pg from "pg";
  import { openCluster } from "#platform/db/embedded/cluster.ts";
  const [dataDir, round] = process.argv.slice(1);
  const cluster = await openCluster({ dataDir });
  await cluster.holdServerLease();
  const pool = new pg.Pool({ ...cluster.connection, max: 4 });
  pool.on("error", () => undefined);
  await pool.query("create table if not exists mark (n bigint primary key, note text)");
  let next = Number(round) * 1_000_000;
  const write = async () => {
    for (;;) {
      const n = next++;
      await pool.query("insert into mark values ($1, $2)", [n, "x".repeat(n % 500)]);
      process.stdout.write(n + "\\n");
    }
  };
  await Promise.all([write(), write(), write(), write()]).catch(() => undefined);
`;

/** Numbers in [0, 1) from a seed (Park and Miller's generator). */
function randomFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Lets the writers run until `count` numbers are acknowledged, then kills them, PostgreSQL, or both. Returns the acknowledged numbers. */
async function writeAndKill(round: number, count: number, victim: "app" | "both" | "postgres"): Promise<string[]> {
  const child = runChild(WRITER, [dataDir, String(round)]);
  const acknowledged: string[] = [];
  for await (const line of child.lines) {
    acknowledged.push(line);
    if (acknowledged.length !== count) continue;
    if (victim !== "app") process.kill(postmasterOf(dataDir), "SIGKILL");
    await killHard(child);
  }
  return acknowledged;
}

async function stored(): Promise<Set<string>> {
  const cluster = await openCluster({ dataDir });
  const client = new Client(cluster.connection);
  await client.connect();
  const { rows } = await client.query<{ n: string }>("select n::text as n from mark");
  await client.end();
  await cluster.stop();
  return new Set(rows.map((row) => row.n));
}

const isLong = process.env["INTEKO_LONG"] === "1";
const ROUNDS = isLong ? 20 : 3;

test(`Vestine's server is killed with -9 in the middle of writing, ${ROUNDS} times, and no acknowledged row is lost`, async () => {
  const seed = Number(process.env["INTEKO_SEED"] ?? Date.now() % 1_000_000);
  const random = randomFrom(seed);
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const victim = (["app", "both", "postgres"] as const)[round % 3] ?? "app";
    const count = 1 + Math.floor(random() * 1500);
    acknowledged.push(...(await writeAndKill(round, count, victim)));
    // Every other time the next writers find what the kill left, and not a database that was opened and closed in between.
    if (round % 2 === 1 || round === ROUNDS - 1) {
      const rows = await stored();
      const lost = acknowledged.filter((n) => !rows.has(n));
      expect(lost, `seed ${seed} (INTEKO_SEED), round ${round}, ${acknowledged.length} acknowledged`).toEqual([]);
    }
  }
  console.info(`seed ${seed}: ${acknowledged.length} acknowledged rows, none lost in ${ROUNDS} kills`);
}, 240_000);
