/** Clients that hang up half-way, while sending, while reading, while their write runs: nothing of them stays open, and the next person is served. */
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { modules } from "#app/modules.ts";
import { startServer, type RunningServer } from "#app/server.ts";
import { readConfig } from "#app/config.ts";
import { act, page } from "#kernel/access/route.ts";
import type { Module } from "#kernel/access/module.ts";
import { newId } from "#platform/db/ids.ts";
import { data, download } from "#platform/http/reply.ts";
import { CSRF_FIELD } from "#platform/ui/buttons.tsx";
import { ROOT } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { makeFolder, removeFolder } from "#platform/db/embedded/trial.ts";
import { signIn, type SignedIn } from "./probe.ts";

const CLIENTS = process.env["INTEKO_LONG"] === "1" ? 1000 : 100;

const world = useWorld();

/** Rows enough that no socket's buffer holds them. */
const ROWS = 400_000;

/** Downloads that were begun, and those of them that were read to their end. */
const downloads = { begun: 0, finished: 0 };

/** Reads rows through a cursor in a transaction of its own: what is worst to leave in the middle. */
async function* rows(): AsyncGenerator<Uint8Array> {
  const client = await world.pool.connect();
  downloads.begun++;
  try {
    await client.query("begin");
    await client.query(`declare lines no scroll cursor for select repeat('x', 200) || generate_series(1, ${ROWS}) as line`);
    for (;;) {
      const batch = await client.query<{ line: string }>("fetch 2000 from lines");
      if (batch.rows.length === 0) {
        downloads.finished++;
        return;
      }
      yield Buffer.from(batch.rows.map((row) => `${row.line}\n`).join(""));
    }
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** The three shapes in which a handler can be left in the middle. */
const trial: Module = {
  ...(modules[0] as Module),
  name: "trial",
  menu: [],
  records: {},
  jobs: {},
  timers: [],
  routes: [
    page("/trial/rows", "public", () => Promise.resolve(download("rows.csv", "text/csv", rows()))),
    act("/trial/upload", "signed-in", () => Promise.resolve(data({})), { maxBody: 64 * 1024 * 1024 }),
    act("/trial/write", "signed-in", async (r) => {
      await sql`select pg_sleep(0.05)`.execute(r.act.tx);
      await r.act.journal({ kind: "test.written", subject: { kind: "note", id: newId() }, payload: {} });
      return data({ done: true });
    }),
  ],
};

let folder: string;
let server: RunningServer;
let claudine: SignedIn;
let watcher: pg.Client;
beforeAll(async () => {
  folder = makeFolder();
  const config = readConfig({ INTEKO_DATA: join(folder, "data"), PORT: "0" }, ROOT);
  const parts = {
    config,
    db: world.db,
    readDb: world.db,
    pool: world.pool,
    modules: [...modules, trial],
    pack: world.pack,
    association: world.association,
    clock: () => world.now,
  };
  server = await startServer({ ...parts, sealKey: { name: "inteko/test", seed: new Uint8Array(32).fill(7) }, complain: () => undefined });
  claudine = await signIn(world, "claudine");
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.db);
  watcher = new pg.Client({ ...inject("server"), database: rows[0]?.name });
  await watcher.connect();
});
afterAll(async () => {
  await watcher.end();
  await server.stop();
  removeFolder(folder, join(folder, "data"));
});

/** Sends the beginning of a request and waits until `enough` says that the moment to hang up has come. */
function hangUp(head: string, enough: (socket: Socket, received: number) => boolean, abrupt: boolean): Promise<void> {
  return new Promise((done) => {
    let received = 0;
    const socket = connect(server.port, "127.0.0.1", () => socket.write(head));
    const look = (): void => {
      if (!enough(socket, received)) return;
      // A reset as from a dead phone, or a close as from a person who goes away.
      if (abrupt) socket.resetAndDestroy();
      else socket.destroy();
    };
    socket.on("data", (part: Buffer) => {
      received += part.length;
      look();
    });
    socket.on("drain", look);
    socket.on("error", () => undefined);
    socket.on("close", () => done());
    socket.setTimeout(20, look);
  });
}

const headers = (length: number): string =>
  `Host: localhost\r\nOrigin: ${server.address}\r\nCookie: ${claudine.cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${length}\r\n\r\n`;

const form = (): string => `${CSRF_FIELD}=${encodeURIComponent(claudine.formToken)}`;

/** Hangs up in the middle of an upload: half of it is sent. */
const duringUpload = (abrupt: boolean): Promise<void> =>
  hangUp(
    `POST /trial/upload HTTP/1.1\r\n${headers(2_000_000)}${form()}&filler=${"x".repeat(300_000)}`,
    (socket) => socket.writableLength === 0,
    abrupt,
  );

/** Hangs up when the first kilobytes of a long download have come. */
const duringDownload = (abrupt: boolean): Promise<void> =>
  hangUp(`GET /trial/rows HTTP/1.1\r\nHost: localhost\r\n\r\n`, (_, received) => received > 2000, abrupt);

/** Hangs up while the write is at work: everything is sent, nothing has come back. */
const duringWrite = (abrupt: boolean): Promise<void> =>
  hangUp(`POST /trial/write HTTP/1.1\r\n${headers(form().length)}${form()}`, (socket) => socket.writableLength === 0, abrupt);

/** Connections of this world's database that are in a transaction, and connections checked out of the pool. */
async function stillOpen(): Promise<{ readonly transactions: number; readonly checkedOut: number; readonly waiting: number }> {
  const { rows } = await watcher.query<{ n: string }>(
    "select count(*) as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (state like 'idle in transaction%' or (state = 'active' and backend_type = 'client backend'))",
  );
  return { transactions: Number(rows[0]?.n), checkedOut: world.pool.totalCount - world.pool.idleCount, waiting: world.pool.waitingCount };
}

/** Long enough for every write that was under way to end; the pool of these tests has five connections. */
const PATIENCE_MS = 10_000 + CLIENTS * 60;

/** Waits until the handlers that were under way have ended; what is still open then stays open. */
async function settled(): Promise<Awaited<ReturnType<typeof stillOpen>>> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const open = await stillOpen();
    if ((open.transactions === 0 && open.checkedOut <= listening && open.waiting === 0) || performance.now() > end) return open;
    await watcher.query("select pg_sleep(0.05)");
  }
}

/** The queue's worker keeps one connection to listen on. */
const listening = 1;

const SHAPES: readonly [what: string, leave: (abrupt: boolean) => Promise<void>][] = [
  ["in the middle of an upload", duringUpload],
  ["in the middle of a download", duringDownload],
  ["while their write is at work", duringWrite],
];

test.each(SHAPES)(
  `${CLIENTS} phones that lose the network %s leave nothing open`,
  async (_, leave) => {
    const AT_ONCE = 20;
    for (let start = 0; start < CLIENTS; start += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, (__, index) => leave((start + index) % 2 === 0)));
    const open = await settled();
    expect([open.transactions, open.waiting, open.checkedOut <= listening]).toEqual([0, 0, true]);
    const next = await fetch(`http://127.0.0.1:${server.port}/trial/write`, {
      method: "POST",
      headers: { cookie: claudine.cookie, origin: server.address, "content-type": "application/x-www-form-urlencoded" },
      body: form(),
    });
    expect([next.status, await next.json()]).toEqual([200, { done: true }]);
  },
  30_000 + CLIENTS * 200,
);

test("a whole download still arrives, and those that were broken off were not read to their end for nobody", async () => {
  expect(downloads).toEqual({ begun: CLIENTS, finished: 0 });
  const answer = await fetch(`http://127.0.0.1:${server.port}/trial/rows`);
  expect((await answer.text()).split("\n")).toHaveLength(ROWS + 1);
});

test("a transaction that somebody leaves open is found", async () => {
  const client = await world.pool.connect();
  try {
    await client.query("begin");
    const open = await stillOpen();
    expect([open.transactions > 0, open.checkedOut > listening]).toEqual([true, true]);
  } finally {
    await client.query("rollback");
    client.release();
  }
});
