/** The whole server is killed with -9 while people write: nothing that was answered with "done" is lost, and the journal still verifies. */
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#platform/db/ids.ts";
import { makeFolder, postmasterOf, removeFolder } from "#platform/db/embedded/trial.ts";
import { CSRF_FIELD } from "#platform/ui/buttons.tsx";
import type { SignedIn } from "./probe.ts";
import { castSession, command, startServer, withDatabase, type Server } from "./server.ts";

const ROUNDS = process.env["INTEKO_LONG"] === "1" ? 20 : 3;
const WRITERS = 4;
const MOST = 60;

let folder: string;
let dataFolder: string;
let gilbert: SignedIn;
const people: string[] = [];
/** Sign-in names of those whose invitation was answered as done. */
const acknowledged: string[] = [];
beforeAll(async () => {
  folder = makeFolder();
  dataFolder = join(folder, "data");
  await withDatabase(dataFolder, async (database, act) => {
    gilbert = await castSession(database, act, "gilbert");
    for (let number = 0; number < ROUNDS * (MOST + 4 * WRITERS); number++) people.push(newId());
    await sql`insert into registry.person (id, full_name, sort_name) select id, 'Invited ' || n, 'invited ' || n from unnest(${people}::uuid[]) with ordinality as t (id, n)`.execute(
      database.db,
    );
    await sql`insert into setting.fact (name, value) values ('clean', 'true')`.execute(database.db);
  });
}, 120_000);
afterAll(() => removeFolder(folder, dataFolder));

/** Numbers in [0, 1) from a seed (Park and Miller's generator). */
function randomFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Invites one person after another until the server is gone; notes each sign-in name that was acknowledged. */
async function invite(server: Server, onEach: () => void): Promise<void> {
  for (;;) {
    const person = people.pop();
    if (person === undefined) return;
    const login = `invited-${person}`;
    try {
      const answer = await fetch(`${server.address}/admin/accounts/new/${person}`, {
        method: "POST",
        headers: { cookie: gilbert.cookie, origin: server.address },
        body: new URLSearchParams({ [CSRF_FIELD]: gilbert.formToken, login }),
        redirect: "manual",
      });
      if (answer.status !== 303) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
      acknowledged.push(login);
      onEach();
    } catch (error) {
      // The kill ends every connection; any other failure would be hidden by it.
      if (!(error instanceof TypeError)) throw error;
      return;
    }
  }
}

/** One round: writers at work, and a kill after `count` acknowledged writes; with `all`, PostgreSQL is killed at the same moment. */
async function writeAndKill(count: number, all: boolean): Promise<void> {
  const server = await startServer(dataFolder);
  const before = acknowledged.length;
  let killing: Promise<void> | undefined;
  const onEach = (): void => {
    if (acknowledged.length - before < count || killing !== undefined) return;
    if (all) process.kill(postmasterOf(dataFolder), "SIGKILL");
    killing = server.kill();
  };
  await Promise.all(Array.from({ length: WRITERS }, () => invite(server, onEach)));
  await killing;
}

/** What of the acknowledged writes is missing, and which writes are there by half. */
function damage(): Promise<{ readonly lost: string[]; readonly halves: string[] }> {
  return withDatabase(dataFolder, async ({ db }) => {
    const stored = await sql<{ login: string }>`select login from access.account`.execute(db);
    const known = new Set(stored.rows.map((row) => row.login));
    // The same act makes the account, its journal entry and the link for its password.
    const { rows } = await sql<{ login: string }>`
      select login from access.account a where login like 'invited-%' and not (
        exists (select 1 from journal.entry e where e.subject = a.id and e.kind = 'access.account_opened')
        and exists (select 1 from access.step s where s.account = a.id))`.execute(db);
    return { lost: acknowledged.filter((login) => !known.has(login)), halves: rows.map((row) => row.login) };
  });
}

test(
  `Gilbert’s server is killed ${ROUNDS} times while he invites people, and nobody whom it confirmed is missing`,
  async () => {
    const seed = Number(process.env["INTEKO_SEED"] ?? Date.now() % 1_000_000);
    const random = randomFrom(seed);
    for (let round = 0; round < ROUNDS; round++) await writeAndKill(1 + Math.floor(random() * MOST), round % 2 === 1);
    const note = `seed ${seed} (repeat with INTEKO_SEED), ${acknowledged.length} acknowledged`;
    expect(acknowledged.length, note).toBeGreaterThanOrEqual(ROUNDS);
    expect(await damage(), note).toEqual({ lost: [], halves: [] });
    const verified = await command(["verify", "--json"], dataFolder);
    expect([verified.status, JSON.parse(verified.output)], note).toEqual([
      0,
      expect.objectContaining({ ok: true, waiting: 0, tampering: [] }),
    ]);
    console.info(`seed ${seed}: ${acknowledged.length} acknowledged writes, none lost in ${ROUNDS} kills`);
  },
  60_000 + ROUNDS * 20_000,
);

test("a confirmed invitation that is gone is found, and one that is there by half", async () => {
  const [gone, half] = acknowledged;
  await withDatabase(dataFolder, async ({ db }) => {
    await sql`delete from access.account where login = ${gone ?? ""}`.execute(db);
    await sql`delete from access.step where account = (select id from access.account where login = ${half ?? ""})`.execute(db);
  });
  expect(await damage()).toEqual({ lost: [gone], halves: [half] });
});
