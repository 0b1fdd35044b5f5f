/** The operator's mistakes: two servers on one folder, a port that is taken, demonstration and real data mixed up, a server open to the world. */
import { createServer, type Server as Listener } from "node:net";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ConfigError, readConfig } from "#app/config.ts";
import { modules } from "#app/modules.ts";
import { SESSION_COOKIE } from "#kernel/access/session.ts";
import { DEMO_PASSWORD, openDemoAccount } from "#modules/account";
import { json } from "#platform/db/json.ts";
import { makeFolder, removeFolder } from "#platform/db/embedded/trial.ts";
import { ROOT } from "#test/support/fixed.ts";
import { castSession, command, startServer, withDatabase, type Server } from "./server.ts";

let folder: string;
let dataFolder: string;
let taken: Listener;
let takenPort: number;
let server: Server;
beforeAll(async () => {
  folder = makeFolder();
  dataFolder = join(folder, "data");
  taken = createServer();
  takenPort = await new Promise((done) => {
    taken.listen(0, "127.0.0.1", () => done((taken.address() as { port: number }).port));
  });
  server = await startServer(dataFolder, { args: ["--clean"], env: { PORT: String(takenPort) } });
}, 120_000);
afterAll(async () => {
  await server.stop();
  taken.close();
  removeFolder(folder, dataFolder);
}, 60_000);

const isUp = async (): Promise<boolean> => (await fetch(server.address)).ok;

test("a server whose port is taken listens on the next free one and says which", async () => {
  expect(server.port).toBeGreaterThan(takenPort);
  expect(server.port).toBeLessThanOrEqual(takenPort + 20);
  expect(await isUp()).toBe(true);
});

test("a second server on the same data folder is refused with a sentence, and the first goes on", async () => {
  const { status, output } = await command(["start"], dataFolder);
  expect(status).toBe(1);
  expect(output).toContain(
    `Another server already runs on the data folder ${dataFolder}. Stop it first, or give this one a data folder of its own.`,
  );
  expect(output).not.toMatch(/\n\s+at /);
  expect(await isUp()).toBe(true);
}, 60_000);

test("a command joins the running server’s database and leaves it running", async () => {
  const { status, output } = await command(["verify"], dataFolder);
  expect([status, output]).toEqual([0, expect.stringContaining("Nothing was found to be changed.")]);
  expect(await isUp()).toBe(true);
}, 60_000);

test("a command that does not exist is wrong usage", async () => {
  expect((await command(["no-such-command"], dataFolder)).status).toBe(2);
});

test("invented people are not added to a real association", async () => {
  const { status, output } = await command(["demo"], dataFolder);
  expect([status, output]).toEqual([1, expect.stringContaining("This is a clean association; invented people have no place in it.")]);
}, 60_000);

async function signIn(login: string, password: string): Promise<{ status: number; signedIn: boolean }> {
  const answer = await fetch(`${server.address}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ login, password }),
    redirect: "manual",
  });
  return { status: answer.status, signedIn: answer.headers.getSetCookie().some((line) => line.startsWith(SESSION_COOKIE)) };
}

test("the known password of the demonstration opens nothing in a real association, even where a demonstration account was left", async () => {
  await withDatabase(dataFolder, async (database, act) => {
    await castSession(database, act, "claudine");
    await act(async (writing) => {
      const person = await writing.tx
        .selectFrom("registry.person")
        .select("id")
        .where("full_name", "=", "Pacifique Tuyisenge")
        .executeTakeFirstOrThrow();
      await writing.tx.deleteFrom("access.account").where("person", "=", person.id).execute();
      await openDemoAccount(writing, person.id, "left-over");
    });
  });
  expect(await signIn("left-over", DEMO_PASSWORD)).toEqual({ status: 422, signedIn: false });
  await withDatabase(dataFolder, (database) =>
    database.db
      .insertInto("setting.fact")
      .values({ name: "demonstration", value: json({ made: [] }) })
      .execute(),
  );
  expect(await signIn("left-over", DEMO_PASSWORD)).toEqual({ status: 303, signedIn: true });
  await withDatabase(dataFolder, (database) => database.db.deleteFrom("setting.fact").where("name", "=", "demonstration").execute());
  expect(await signIn("left-over", DEMO_PASSWORD)).toEqual({ status: 422, signedIn: false });
}, 60_000);

test("the server’s log names nobody", () => {
  expect(server.output()).not.toMatch(/Claudine|Mukamana|Tuyisenge|@inteko\.example/);
});

test("a folder that holds a demonstration cannot be started as a real association", async () => {
  const other = makeFolder();
  const otherData = join(other, "data");
  await withDatabase(otherData, (database) =>
    database.db
      .insertInto("setting.fact")
      .values({ name: "demonstration", value: json({ made: modules.map((module) => module.name) }) })
      .execute(),
  );
  const { status, output } = await command(["start", "--clean"], otherData);
  expect([status, output]).toEqual([
    1,
    expect.stringContaining("This data folder holds demonstration data. Start a clean association in another folder"),
  ]);
  removeFolder(other, otherData);
}, 60_000);

const HTTPS = "https://inteko.example";

const REFUSED: readonly [what: string, env: Record<string, string>, sentence: RegExp][] = [
  ["every address without an https origin", { HOST: "0.0.0.0" }, /HOST is 0\.0\.0\.0, so the server would answer beyond this machine/],
  ["every IPv6 address without an https origin", { HOST: "::" }, /would answer beyond this machine/],
  ["an address of the network without an https origin", { HOST: "192.168.1.10" }, /would answer beyond this machine/],
  ["a name that only begins like this machine", { HOST: "localhost.evil.example" }, /would answer beyond this machine/],
  [
    "an address with a plain http origin",
    { HOST: "0.0.0.0", INTEKO_ORIGIN: "http://inteko.example" },
    /plain http beyond this machine would send passwords in the open/,
  ],
  ["a plain http origin, even behind this machine", { INTEKO_ORIGIN: "http://inteko.example" }, /plain http beyond this machine/],
  ["an origin with a path", { INTEKO_ORIGIN: "https://inteko.example/app" }, /without a path/],
  ["an origin that is no address", { INTEKO_ORIGIN: "inteko.example" }, /must be an address/],
  ["an origin of another kind", { INTEKO_ORIGIN: "ftp://inteko.example" }, /must be an address/],
  ["a host that only begins with 127 in its name", { HOST: "127.evil.example" }, /would answer beyond this machine/],
  ["a port that is no number", { PORT: "eighty" }, /PORT must be a number/],
  ["a port beyond the last", { PORT: "65536" }, /PORT must be a number/],
];

test.each(REFUSED)("%s is refused", (_, env, sentence) => {
  expect(() => readConfig(env, ROOT)).toThrow(ConfigError);
  expect(() => readConfig(env, ROOT)).toThrow(sentence);
});

test.each([
  ["this machine alone", {}],
  ["this machine by name", { HOST: "localhost" }],
  ["this machine by IPv6", { HOST: "::1" }],
  ["every address behind https", { HOST: "0.0.0.0", INTEKO_ORIGIN: HTTPS }],
  ["a proxy with https on this machine", { INTEKO_ORIGIN: HTTPS }],
  ["plain http that stays on this machine", { INTEKO_ORIGIN: "http://[::1]:8080" }],
  ["another number of this machine", { HOST: "127.0.0.53" }],
])("%s is served", (_, env: Record<string, string>) => {
  expect(readConfig(env, ROOT).host).toBe(env["HOST"] ?? "127.0.0.1");
});

test("a server open to the world without https does not start, and says what to set", async () => {
  const { status, output } = await command(["start"], join(folder, "never"), { HOST: "0.0.0.0" });
  expect([status, output.trim()]).toEqual([
    1,
    "HOST is 0.0.0.0, so the server would answer beyond this machine: set INTEKO_ORIGIN to its https:// address too.",
  ]);
});

test("Gilbert restores without the keys: the start is refused, a new key only signs when he says so, and what the lost one signed is still proved", async () => {
  await server.stop();
  rmSync(join(dataFolder, "keys", "journal.seed"));
  const { status, output } = await command(["start"], dataFolder);
  expect([status, output]).toEqual([1, expect.stringContaining("signed with a key that is not in")]);
  expect(output).not.toMatch(/\n\s+at /);
  server = await startServer(dataFolder, { args: ["--clean", "--new-key"], env: { PORT: String(takenPort) } });
  const verified = await command(["verify", "--json"], dataFolder);
  expect([verified.status, verified.output]).toEqual([0, expect.stringContaining('"tampering":[]')]);
  rmSync(join(dataFolder, "keys", "journal.before"));
  const without = await command(["verify"], dataFolder);
  expect([without.status, without.output]).toEqual([1, expect.stringContaining("is not signed by this installation's key")]);
}, 120_000);
