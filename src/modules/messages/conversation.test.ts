/** Messages out and in, over a real database: queued with their reason, carried out, answered, stopped. */
import { sql } from "kysely";
import { runOnce } from "graphile-worker";
import { beforeEach, expect, test } from "vitest";
import { handlersOf } from "#app/server.ts";
import { houseOf } from "#kernel/access/house.ts";
import { BACKOFF_MINUTES } from "#kernel/conversation/deliver.ts";
import { receiveMessage } from "#kernel/conversation/receive.ts";
import { sendMessage, sendMessages } from "#kernel/conversation/send.ts";
import { queueName } from "#platform/jobs/enqueue.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { NOW } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { INVITATION, jobContext, later, NOTICE, onlyPhone, rowsWhere, setUp, type Remembering } from "./office.fixture.ts";
import { freshCourse, invitationOf } from "./invitation.fixture.ts";
import { module } from "./module.ts";

const world = useWorld([module]);

let mail: Remembering;
let sms: Remembering;
let beata: string;
beforeEach(async () => {
  ({ mail, sms, beata } = await freshCourse(world));
});

const ask = (subject?: string, key?: string) => invitationOf(beata, subject, key);

const runWorker = async (): Promise<void> => {
  const { db, pack, association, pool } = world;
  const handlers = handlersOf(
    { db, modules: [module], pack, association, clock: () => world.now },
    houseOf([module]),
    () => "https://inteko.example",
  );
  const taskList = Object.fromEntries(Object.entries(handlers).map(([name, handle]) => [queueName(name), handle as never]));
  await runOnce({ pgPool: pool, taskList, noHandleSignals: true, logger: quiet() });
};

function quiet(): never {
  const logger = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined, scope: () => logger };
  return logger as never;
}

const deliver = (ids: readonly string[]): Promise<void> => module.jobs["messages.deliver"]!(jobContext(world, [module]), { messages: ids });
const write = (text: string, from = "+250788000143", providerId = newId()) =>
  world.act(null, (act) => receiveMessage(act, { channel: "sms", from, text, providerId }));
const queuedJobs = async () =>
  (
    await sql<{ run_at: Date }>`select run_at from graphile_worker.jobs where task_identifier = 'messages:deliver' order by run_at`.execute(
      world.db,
    )
  ).rows;

test("Béata, who has only a telephone, gets one text message in her language, carried out by the real worker", async () => {
  const sending = await world.act("claudine", (act) => sendMessage(act, { ...ask(), language: "rw" }));
  expect(sending).toMatchObject({ state: "queued", channel: "sms", again: false, reason: null });
  expect(sms.letters).toEqual([]);
  await runWorker();
  expect(sms.letters).toEqual([
    {
      id: sending.id,
      to: "+250788000143",
      language: "rw",
      text: `RALGA: Béata Kamikazi, uzaza ku wa 24/11/2025? 1 yego, 2 oya, ${sending.code}`,
    },
  ]);
  expect((await rowsWhere(world, "id", sending.id))[0]).toMatchObject({
    state: "sent",
    alphabet: "gsm",
    parts: 1,
    cost_minor: null,
    provider_id: "there-1",
  });
});

test("Claudine’s act fails after she invited: nothing was queued and nobody is told", async () => {
  const failing = world.act("claudine", async (act) => {
    await sendMessage(act, ask());
    throw new Error("the plan was refused");
  });
  await expect(failing).rejects.toThrow("the plan was refused");
  await runWorker();
  expect(sms.letters).toEqual([]);
  expect(await rowsWhere(world, "channel", "sms")).toEqual([]);
});

test("who has an e-mail address is written to there, with the way to end mail below", async () => {
  const jeanbosco = (await world.actor("jeanbosco")).person;
  const { id } = await world.act("claudine", (act) => sendMessage(act, { ...ask(), person: jeanbosco }));
  await deliver([id]);
  expect(mail.letters[0]).toMatchObject({ to: "jeanbosco@inteko.example", subject: "Procurement training", language: "en" });
  expect(mail.letters[0]?.text).toContain(
    "Dear Jean-Bosco Nkurunziza, will you come on 24/11/2025? Write 1 or 2. https://inteko.example/learning/1",
  );
  expect(mail.letters[0]?.text).toContain("To get no more of these e-mails: https://inteko.example/stop/");
  expect(mail.letters[0]?.stopLink).toMatch(/^https:\/\/inteko\.example\/stop\/[\w-]{22}\.[\w-]{22}$/);
});

test("a telephone that the family shares learns that a message waits, and nothing about an appeal or whose it is", async () => {
  await onlyPhone(world, beata, "0788000143", true);
  const sending = await world.act("claudine", (act) => sendMessage(act, { ...ask(), template: NOTICE, language: "en" }));
  await deliver([sending.id]);
  expect(sending.code).toBeNull();
  expect(sms.letters[0]?.text).toBe("RALGA: a message waits for a person who uses this telephone. Please sign in, or ask at your office.");
});

test("the cost of a text message is its parts times the price of the rule set, and unknown without one", async () => {
  const price = {
    parameters: { sms_part_price: { code: "sms_part_price", names: {}, value: 11, unit: "money", source: "", unconfirmed: true } },
    steps: [],
    article: "",
  };
  await world.db
    .insertInto("rules.rule_set")
    .values({
      code: "messages",
      from_day: "2025-01-01",
      to_day: null,
      value: json(price),
      title: json({}),
      source: "test",
      unconfirmed: true,
    })
    .execute();
  const long = { ...NOTICE, sms: { en: "a".repeat(200), fr: "", rw: "" } };
  const { id } = await world.act("claudine", (act) => sendMessage(act, { person: beata, template: long, language: "en" }));
  expect((await rowsWhere(world, "id", id))[0]).toMatchObject({ parts: 2, cost_minor: 22, currency: "RWF" });
});

test("the same key says the same thing once, however often the act is repeated", async () => {
  const first = await world.act("claudine", (act) => sendMessage(act, ask(newId(), "invite:1")));
  const second = await world.act("claudine", async (act) => {
    await act.journal({ kind: "test.again", subject: { kind: "test", id: newId() }, payload: {} });
    return sendMessages(act, [ask(newId(), "invite:1"), ask(newId(), "invite:2"), ask(newId(), "invite:2")]);
  });
  expect(second.map((sending) => [sending.id === first.id, sending.again])).toEqual([
    [true, true],
    [false, false],
    [false, true],
  ]);
  expect(await rowsWhere(world, "direction", "out")).toHaveLength(2);
});

test("an evening message waits until seven in the morning, an urgent one does not", async () => {
  world.now = new Date("2025-11-17T18:30:00Z");
  const patient = await world.act("claudine", (act) => sendMessage(act, ask()));
  const urgent = await world.act("claudine", (act) => sendMessage(act, { ...ask(), template: { ...INVITATION, urgent: true } }));
  expect((await queuedJobs()).map((job) => job.run_at.toISOString())).toEqual(["2025-11-17T18:30:00.000Z", "2025-11-18T05:00:00.000Z"]);
  await deliver([patient.id, urgent.id]);
  expect(sms.letters.map((letter) => letter.id)).toEqual([urgent.id]);
  world.now = new Date("2025-11-18T05:00:00Z");
  await deliver([patient.id]);
  expect(sms.letters).toHaveLength(2);
});

test("a person without any address is kept as held back, with the reason, and so is a number that is none", async () => {
  await sql`delete from registry.contact where person = ${beata}`.execute(world.db);
  expect(await world.act("claudine", (act) => sendMessage(act, ask()))).toMatchObject({ state: "held", reason: "no_address", code: null });
  await onlyPhone(world, beata, "078");
  expect(await world.act("claudine", (act) => sendMessage(act, ask()))).toMatchObject({ state: "held", reason: "bad_address" });
  expect(await queuedJobs()).toEqual([]);
});

test("a gateway that is busy is asked again after one minute, then five, and the message leaves once", async () => {
  sms.answer = () => (sms.letters.length < 3 ? { ok: false, why: "busy", detail: "HTTP 503", later: true } : { ok: true, reference: "x" });
  const { id } = await world.act("claudine", (act) => sendMessage(act, ask()));
  await deliver([id]);
  expect((await rowsWhere(world, "id", id))[0]).toMatchObject({
    state: "queued",
    attempts: 1,
    reason: "busy",
    reason_detail: "HTTP 503",
    claimed_at: null,
  });
  expect((await queuedJobs()).at(-1)?.run_at).toEqual(new Date(NOW.getTime() + 60_000));
  later(world, 1);
  await deliver([id]);
  expect((await queuedJobs()).at(-1)?.run_at).toEqual(new Date(world.now.getTime() + 5 * 60_000));
  later(world, 5);
  await deliver([id]);
  await deliver([id]);
  expect(sms.letters).toHaveLength(3);
  expect((await rowsWhere(world, "id", id))[0]).toMatchObject({ state: "sent", reason: null, attempts: 3 });
});

test("a gateway that never answers makes the message fail after its last try, with a reason Claudine can read", async () => {
  sms.answer = () => ({ ok: false, why: "unreachable", detail: "ECONNREFUSED", later: true });
  const { id } = await world.act("claudine", (act) => sendMessage(act, { ...ask(), template: { ...INVITATION, urgent: true } }));
  for (const _ of [0, ...BACKOFF_MINUTES]) {
    await deliver([id]);
    later(world, 721);
  }
  expect(sms.letters).toHaveLength(BACKOFF_MINUTES.length + 1);
  expect((await rowsWhere(world, "id", id))[0]).toMatchObject({ state: "failed", reason: "unreachable", reason_detail: "ECONNREFUSED" });
});

test("two workers that take the same message at once send it once", async () => {
  const { id } = await world.act("claudine", (act) => sendMessage(act, ask()));
  await Promise.all([deliver([id]), deliver([id])]);
  expect(sms.letters).toHaveLength(1);
});

test("without a gateway, and in every demonstration, messages are kept and nothing leaves", async () => {
  setUp(null, null);
  const one = await world.act("claudine", (act) => sendMessage(act, ask()));
  await deliver([one.id]);
  setUp(mail, sms);
  await world.db
    .insertInto("setting.fact")
    .values({ name: "demonstration", value: json({ made: [] }) })
    .execute();
  const two = await world.act("claudine", (act) => sendMessage(act, ask()));
  await deliver([two.id]);
  expect((await rowsWhere(world, "direction", "out")).map((row) => row.state)).toEqual(["kept", "kept"]);
  expect(sms.letters).toEqual([]);
});

test("neither address nor text stands in the journal’s public payloads", async () => {
  await world.act("claudine", (act) => sendMessage(act, ask()));
  await write("Ndi Béata wo mu murenge wa Ngoma");
  const { rows } = await sql<{ payload: unknown }>`select payload from journal.entry where kind like 'conversation.%'`.execute(world.db);
  expect(rows.length).toBeGreaterThan(2);
  expect(JSON.stringify(rows)).not.toMatch(/788000143|Béata|Ngoma/);
});

test("two hundred invitations are queued with a fixed number of queries and eight jobs", async () => {
  const people = await sql<{ person: string }>`select id as person from registry.person limit 13`.execute(world.db);
  const list = Array.from({ length: 200 }, (_, index) => ({
    ...ask(newId()),
    person: people.rows[index % people.rows.length]?.person ?? beata,
    key: `bulk:${index}`,
  }));
  const sendings = await world.act("claudine", (act) => sendMessages(act, list));
  expect(new Set(sendings.map((sending) => sending.id)).size).toBe(200);
  expect(await queuedJobs()).toHaveLength(8);
});
