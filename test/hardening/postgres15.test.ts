/** An operator with a PostgreSQL 15 of her own: every migration runs there, the demonstration is made, and pages, writes, seals and commands work through DATABASE_URL. */
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modules } from "#app/modules.ts";
import { DEMO_PASSWORD } from "#modules/account";
import { testCluster, type TestCluster } from "#platform/db/embedded/test-cluster.ts";
import { makeFolder, removeFolder } from "#platform/db/embedded/trial.ts";
import { CSRF_FIELD } from "#platform/ui/buttons.tsx";
import { filled, nameOf, placesOf, routesOf, type SignedIn } from "./probe.ts";
import { command, signInAt, startServer, withDatabase, type Server } from "./server.ts";

let cluster: TestCluster;
let folder: string;
let dataFolder: string;
let env: Record<string, string>;
let server: Server;
/** One demonstration person of each of a few kinds of post. */
const people: SignedIn[] = [];
beforeAll(async () => {
  cluster = await testCluster({ major: 15 });
  folder = makeFolder();
  dataFolder = join(folder, "data");
  const { host, user, database } = cluster.connection;
  env = { DATABASE_URL: `postgresql:///${database}?host=${encodeURIComponent(host)}&user=${user}` };
  server = await startServer(dataFolder, { env });
  const logins = await withDatabase(
    dataFolder,
    async ({ db }) =>
      (
        await sql<{ login: string }>`
    select min(c.login) as login from access.account c join registry.assignment a on a.person = c.person and a.to_day is null
    join registry.post t on t.id = a.post where c.demonstration and t.post_type in ('CBM', 'DHR', 'DES', 'SYS') group by t.post_type`.execute(
          db,
        )
      ).rows,
    env,
  );
  for (const { login } of logins) people.push(await signInAt(server.address, login, DEMO_PASSWORD));
}, 240_000);
afterAll(async () => {
  await server.stop();
  await cluster.stop();
  removeFolder(folder, dataFolder);
}, 60_000);

async function statusOf(path: string, as: SignedIn | null): Promise<number> {
  const answer = await fetch(server.address + path, { headers: { ...(as && { cookie: as.cookie }) }, redirect: "manual" });
  await answer.arrayBuffer();
  return answer.status;
}

test("the server is a PostgreSQL 15, and no other was started", async () => {
  const { rows } = await withDatabase(dataFolder, ({ pool }) => pool.query<{ server_version: string }>("show server_version"), env);
  expect(rows[0]?.server_version).toMatch(/^15\./);
});

test("every address without a place in it answers a visitor and the people of the demonstration without an error of ours", async () => {
  expect(people.length).toBeGreaterThan(1);
  const broken: string[] = [];
  for (const route of routesOf(modules)) {
    if (route.method !== "GET" || placesOf(route.path).length > 0) continue;
    for (const as of [null, ...people]) {
      const status = await statusOf(filled(route.path), as);
      if (status >= 500) broken.push(`${nameOf(route)}: ${status}`);
    }
  }
  expect([broken, server.output().match(/error [0-9a-f]{8}.*/g)]).toEqual([[], null]);
}, 120_000);

test("a person of the demonstration chooses her language, and the journal holds it sealed", async () => {
  const [somebody] = people;
  const form = new URLSearchParams({ [CSRF_FIELD]: somebody?.formToken ?? "", language: "fr" });
  const saved = await fetch(`${server.address}/account/language`, {
    method: "POST",
    body: form,
    headers: { cookie: somebody?.cookie ?? "" },
    redirect: "manual",
  });
  expect(saved.status).toBe(303);
  const verified = await command(["verify", "--json"], dataFolder, env);
  expect([verified.status, JSON.parse(verified.output)]).toEqual([0, expect.objectContaining({ ok: true, waiting: 0, tampering: [] })]);
}, 60_000);

test("migrating again finds nothing left to do", async () => {
  expect(await command(["migrate"], dataFolder, env)).toEqual({ status: 0, output: "The database has its newest shape.\n" });
}, 60_000);
