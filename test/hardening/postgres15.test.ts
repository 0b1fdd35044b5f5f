/** An operator with a PostgreSQL 15 of her own: every migration runs there, and every page, write, seal and command works through DATABASE_URL. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "#app/config.ts";
import { openDatabase, type OpenDatabase } from "#app/database.ts";
import { makeDemonstration } from "#app/demo.ts";
import { prepare } from "#app/installation.ts";
import { modules } from "#app/modules.ts";
import { startServer, type RunningServer } from "#app/server.ts";
import { configureModules } from "#app/wiring.ts";
import { perform } from "#kernel/access/act.ts";
import { openSealKey, keysFolder, originOfLog } from "#kernel/seal/key.ts";
import { sealPending } from "#kernel/seal/sequence.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { testCluster, type TestCluster } from "#platform/db/embedded/test-cluster.ts";
import { makeFolder, removeFolder } from "#platform/db/embedded/trial.ts";
import { CSRF_FIELD } from "#platform/ui/buttons.tsx";
import { PASSWORD, type CastName } from "#test/support/cast.ts";
import { ROOT } from "#test/support/fixed.ts";
import { filled, nameOf, placesOf, routesOf, type SignedIn } from "./probe.ts";
import { castSession, command } from "./server.ts";

let cluster: TestCluster;
let folder: string;
let env: Record<string, string>;
let database: OpenDatabase;
let server: RunningServer;
let pack: Pack;
const complaints: string[] = [];
beforeAll(async () => {
  cluster = await testCluster({ major: 15 });
  folder = makeFolder();
  const { host, user, database: name } = cluster.connection;
  env = { INTEKO_DATA: join(folder, "data"), DATABASE_URL: `postgresql:///${name}?host=${encodeURIComponent(host)}&user=${user}`, PORT: "0" };
  const config = readConfig(env, ROOT);
  database = await openDatabase(config, () => undefined);
  const now = new Date();
  const installation = await prepare(database.db, database.pool, { root: ROOT, pack: config.packFolder }, now);
  pack = installation.pack;
  await configureModules(config, database);
  await makeDemonstration(database.db, pack, modules, now);
  const sealKey = openSealKey(keysFolder(config.dataFolder), originOfLog(pack));
  const parts = { config, db: database.db, readDb: database.read.db, pool: database.pool, modules, pack, association: installation.association };
  server = await startServer({ ...parts, clock: () => new Date(), sealKey, complain: (text) => complaints.push(text) });
}, 180_000);
afterAll(async () => {
  await server.stop();
  await database.close();
  await cluster.stop();
  removeFolder(folder, join(folder, "data"));
}, 60_000);

const session = (login: CastName): Promise<SignedIn> => castSession(database, (work) => perform(database.db, { actor: null, now: new Date(), pack }, work), login);

async function get(path: string, as: SignedIn | null = null): Promise<Response> {
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { ...(as && { cookie: as.cookie }) }, redirect: "manual" });
  await answer.arrayBuffer();
  return answer;
}

test("the server is a PostgreSQL 15", async () => {
  const { rows } = await database.pool.query<{ server_version: string }>("show server_version");
  expect(rows[0]?.server_version).toMatch(/^15\./);
});

test("every address without ids answers, to a visitor and to Claudine, without an error of ours", async () => {
  const claudine = await session("claudine");
  const broken: string[] = [];
  for (const route of routesOf(modules)) {
    if (route.method !== "GET" || placesOf(route.path).length > 0) continue;
    for (const as of [null, claudine]) {
      const { status } = await get(filled(route.path), as);
      if (status >= 500) broken.push(`${nameOf(route)}: ${status}`);
    }
  }
  expect([broken, complaints]).toEqual([[], []]);
});

test("Vestine signs in with her password, chooses her language, and it is sealed in the journal", async () => {
  const form = (values: Record<string, string>): RequestInit => ({ method: "POST", body: new URLSearchParams(values), redirect: "manual" });
  const address = `http://127.0.0.1:${server.port}`;
  const signedIn = await fetch(`${address}/sign-in`, form({ login: "vestine", password: PASSWORD }));
  expect([signedIn.status, signedIn.headers.get("location")]).toEqual([303, "/today"]);
  const cookie = (signedIn.headers.getSetCookie().find((line) => line.startsWith("inteko_session")) ?? "").split(";")[0] ?? "";
  const page = await (await fetch(`${address}/account/language`, { headers: { cookie } })).text();
  const token = new RegExp(`name="${CSRF_FIELD}" value="([^"]*)"`).exec(page)?.[1] ?? "";
  const saved = await fetch(`${address}/account/language`, { ...form({ [CSRF_FIELD]: token, language: "fr" }), headers: { cookie } });
  expect(saved.status).toBe(303);
  await sealPending(database.db, openSealKey(keysFolder(join(folder, "data")), originOfLog(pack)), () => new Date());
  const verified = await command(["verify", "--json"], join(folder, "data"), env);
  expect([verified.status, JSON.parse(verified.output)]).toEqual([0, expect.objectContaining({ ok: true, tampering: [] })]);
}, 60_000);

test("the command that migrates finds nothing left to do", async () => {
  expect(await command(["migrate"], join(folder, "data"), env)).toEqual({ status: 0, output: "The database has its newest shape.\n" });
}, 60_000);
