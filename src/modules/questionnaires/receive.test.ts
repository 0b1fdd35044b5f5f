/** What the phone sends: each answer once however often it comes, beside those of other devices, and only with a session and its token. */
import { beforeAll, describe, expect, test } from "vitest";
import { actorFor, closeSessions, formTokenOf, openSession, SESSION_COOKIE } from "#kernel/access/session.ts";
import { exampleSheets } from "#kernel/questionnaire/example.ts";
import { eventsOf } from "#kernel/questionnaire/events.ts";
import { sittingOf } from "#kernel/questionnaire/sittings.ts";
import { publishVersion, addVersion } from "#kernel/questionnaire/store.ts";
import { workbookBytes } from "#kernel/questionnaire/example.ts";
import { newId } from "#platform/db/ids.ts";
import { useWorld } from "#test/support/world.ts";
import type { CastName } from "#test/support/cast.ts";
import { filled } from "./form.fixture.ts";
import { module } from "./module.ts";
import { messageOf, type Receipt } from "./receive.ts";
import { openRound, sheetsOf, type TestRound } from "./testing.fixture.ts";

const world = useWorld([module]);
const CHOICES = [
  ["list_name", "name", "label"],
  ["yn", "yes", "Yes"],
  ["yn", "no", "No"],
];
const SHEETS = sheetsOf(
  [
    ["type", "name", "label", "required"],
    ["select_one yn", "keep", "Keep a register?", "yes"],
    ["integer", "count", "How many?", null],
  ],
  CHOICES,
);

let round: TestRound;
beforeAll(async () => {
  round = await world.act("claudine", (act) => openRound(act, world.association, SHEETS));
});

interface Phone {
  readonly sitting: string;
  sync(
    events: readonly Record<string, unknown>[],
    more?: Record<string, unknown>,
    token?: string,
  ): Promise<{ status: number; body: Receipt & { code?: string } }>;
}

/** A phone of a person of the cast who has begun the round. */
async function phone(name: CastName, of: TestRound = round): Promise<Phone & { cookie: string; account: string }> {
  const account = await world.db.selectFrom("access.account").select(["id", "person"]).where("login", "=", name).executeTakeFirstOrThrow();
  const actor = await actorFor(world.db, world.pack, account.person, "2025-11-17");
  const token = await world.db.transaction().execute((tx) => openSession(tx, account.id, actor.assignment, world.now, true));
  const begun = await (await world.browser(name)).post(`/answer/start/test.round/${of.id}`);
  const sitting = begun.location?.split("/")[2] ?? "";
  return {
    sitting,
    cookie: token,
    account: account.id,
    sync: async (events, more = {}, formToken = formTokenOf(token)) => {
      const response = await world.app.request("http://localhost:8080/offline/sync", {
        method: "POST",
        headers: { cookie: `${SESSION_COOKIE}=${token}`, "content-type": "application/json", "x-form-token": formToken },
        body: JSON.stringify({ sitting, events, submitAt: null, ...more }),
      });
      return { status: response.status, body: (await response.json()) as Receipt & { code?: string } };
    },
  };
}

const answer = (path: string, value: string | null, answeredAt = "2025-11-17T06:10:00.000Z", event = newId()) => ({
  event,
  path,
  value,
  answeredAt,
  device: "tel-1",
});

describe("sending", () => {
  test("Béata’s phone sends the same answers three times, because the acknowledgement was lost: they are there once", async () => {
    const beata = await phone("beata");
    const events = [answer("/keep", "yes"), answer("/count", "14", "2025-11-17T06:11:00.000Z")];
    for (let time = 0; time < 3; time += 1) {
      const { status, body } = await beata.sync(events);
      expect(status).toBe(200);
      expect(body.known).toEqual(events.map((event) => event.event));
    }
    expect((await eventsOf(world.db, beata.sitting)).map((event) => event.value)).toEqual(["yes", "14"]);
  });

  test("an older answer that arrives later does not undo a newer one, and neither is lost", async () => {
    const beata = await phone("beata");
    const browser = await world.browser("beata");
    const path = `/answer/${beata.sitting}/~keep`;
    const page = await browser.get(path);
    await browser.post(path, filled(page.text, { "/count": "20" }));
    const { body } = await beata.sync([answer("/count", "9", "2025-11-17T06:30:00.000Z")]);
    expect(body.events.filter((event) => event.path === "/count").map((event) => event.value)).toEqual(["14", "9", "20"]);
    expect((await browser.get(path)).text).toContain('value="20"');
  });

  test("a phone whose clock is a year ahead does not win for a year, and its answers keep their order", async () => {
    const beata = await phone("beata");
    await beata.sync([answer("/count", "32", "2026-11-17T06:01:00.000Z"), answer("/count", "31", "2026-11-17T06:00:00.000Z")]);
    const [earlier, last] = (await eventsOf(world.db, beata.sitting)).slice(-2);
    expect([earlier?.value, last?.value]).toEqual(["31", "32"]);
    expect(Date.parse(last?.answeredAt ?? "") - world.now.getTime()).toBeLessThan(1000);
  });

  test("an answer to a question of another version is refused by itself; the others are taken", async () => {
    const beata = await phone("beata");
    const [good, bad] = [answer("/count", "15"), answer("/nothing", "x")];
    const { body } = await beata.sync([good, bad]);
    expect(body.known).toEqual([good.event]);
    expect(body.refused).toEqual([{ event: bad.event, code: "questionnaire.badPath" }]);
  });

  test("a new version is published meanwhile: Béata’s sitting stays with its questions", async () => {
    const beata = await phone("beata");
    const before = await sittingOf(world.db, beata.sitting);
    await world.act("claudine", async (act) => {
      const { instrument } = await act.tx
        .selectFrom("questionnaire.version")
        .select("instrument")
        .where("id", "=", round.version)
        .executeTakeFirstOrThrow();
      const bytes = await workbookBytes(
        sheetsOf([
          ["type", "name", "label"],
          ["text", "other", "Other"],
        ]),
      );
      const { version } = await addVersion(act, instrument, { bytes, fileName: "next.xlsx" });
      await publishVersion(act, version);
    });
    const { status } = await beata.sync([answer("/count", "16", "2025-11-17T06:59:00.000Z")]);
    expect(status).toBe(200);
    expect((await sittingOf(world.db, beata.sitting))?.version).toBe(before?.version);
  });

  test("sent in from the phone: the answers count, and what is missing keeps it open with its number", async () => {
    const esperance = await phone("esperance");
    const early = await esperance.sync([], { submitAt: "2025-11-17T06:40:00.000Z" });
    expect(early.body).toMatchObject({ state: "open", failures: 1 });
    const sent = await esperance.sync([answer("/keep", "no")], { submitAt: "2025-11-17T06:41:00.000Z" });
    expect(sent.body).toMatchObject({ state: "submitted", failures: 0 });
    expect(await sittingOf(world.db, esperance.sitting)).toMatchObject({ state: "submitted", channel: "offline" });
    // The same again: known, and nothing new is taken.
    const late = await esperance.sync([answer("/keep", "yes")]);
    expect(late.body).toMatchObject({ state: "submitted", known: [] });
    expect(late.body.refused).toHaveLength(1);
    expect(late.body.reason).not.toBe("");
  });
});

describe("the end of the round", () => {
  test("what Pacifique answered before the end arrives two days after it and is taken; after four days it is not", async () => {
    const pacifique = await phone("pacifique");
    const before = world.now;
    round.closes = "2025-11-17";
    world.now = new Date("2025-11-19T07:00:00.000Z");
    const beforeEnd = answer("/keep", "yes", "2025-11-17T20:00:00.000Z");
    const token = await phoneAgain("pacifique", pacifique.sitting);
    expect((await token.sync([beforeEnd], { submitAt: "2025-11-17T20:01:00.000Z" })).body).toMatchObject({ state: "submitted" });
    world.now = before;
    round.closes = "2025-11-28";
    const vestine = await phone("vestine");
    round.closes = "2025-11-17";
    world.now = new Date("2025-11-21T23:00:00.000Z");
    const late = await (await phoneAgain("vestine", vestine.sitting)).sync([answer("/keep", "yes", "2025-11-17T20:00:00.000Z")]);
    expect(late.body).toMatchObject({ state: "closed", known: [] });
    world.now = before;
    round.closes = "2025-11-28";
  });
});

/** The same person with a session of today. */
async function phoneAgain(name: CastName, sitting: string): Promise<Phone> {
  const account = await world.db.selectFrom("access.account").select(["id", "person"]).where("login", "=", name).executeTakeFirstOrThrow();
  const token = await world.db.transaction().execute((tx) => openSession(tx, account.id, null, world.now, true));
  await world.db
    .updateTable("access.session")
    .set({ assignment: (await actorFor(world.db, world.pack, account.person, "2025-11-17")).assignment })
    .where("account", "=", account.id)
    .execute();
  return {
    sitting,
    sync: async (events, more = {}) => {
      const response = await world.app.request("http://localhost:8080/offline/sync", {
        method: "POST",
        headers: { cookie: `${SESSION_COOKIE}=${token}`, "content-type": "application/json", "x-form-token": formTokenOf(token) },
        body: JSON.stringify({ sitting, events, submitAt: null, ...more }),
      });
      return { status: response.status, body: (await response.json()) as Receipt };
    },
  };
}

describe("who may not", () => {
  test("without the session’s token nothing is taken, and a revoked session is told to sign in", async () => {
    const olivier = await phone("olivier");
    expect((await olivier.sync([answer("/keep", "yes")], {}, "forged")).status).toBe(403);
    await world.db.transaction().execute((tx) => closeSessions(tx, olivier.account));
    expect((await olivier.sync([answer("/keep", "yes")])).status).toBe(401);
    expect(await eventsOf(world.db, olivier.sitting)).toEqual([]);
  });

  test("Chantal’s phone cannot write into Béata’s sitting, nor read it", async () => {
    const [beata, chantal] = [await phone("beata"), await phone("chantal")];
    const before = (await eventsOf(world.db, beata.sitting)).length;
    expect((await chantal.sync([answer("/keep", "no")], { sitting: beata.sitting })).status).toBe(404);
    expect((await eventsOf(world.db, beata.sitting)).length).toBe(before);
    expect((await (await world.browser("chantal")).get(`/offline/forms/${beata.sitting}`)).status).toBe(404);
  });

  test("what is offered to take along is one’s own and open", async () => {
    const example = await world.act("claudine", (act) => openRound(act, world.association, exampleSheets(act.pack)));
    const chantal = await phone("chantal", example);
    const list = JSON.parse((await (await world.browser("chantal")).get("/offline/forms")).text) as { sittings: { id: string }[] };
    expect(list.sittings.map((each) => each.id)).toContain(chantal.sitting);
    const one = JSON.parse((await (await world.browser("chantal")).get(`/offline/forms/${chantal.sitting}`)).text) as {
      sitting: { offset: string };
    };
    expect(one.sitting.offset).toBe("+02:00");
  });
});

test.each([
  ["no JSON", "x"],
  ["a list", "[]"],
  ["no sitting", JSON.stringify({ sitting: "1", events: [] })],
  ["an event without a time", JSON.stringify({ sitting: newId(), events: [{ event: newId(), path: "/a", value: "1" }] })],
  [
    "a value that is a number",
    JSON.stringify({ sitting: newId(), events: [{ event: newId(), path: "/a", value: 1, answeredAt: "2025-11-17T06:00:00Z" }] }),
  ],
  [
    "an answer of a book’s length",
    JSON.stringify({
      sitting: newId(),
      events: [{ event: newId(), path: "/a", value: "x".repeat(20_001), answeredAt: "2025-11-17T06:00:00Z" }],
    }),
  ],
])("%s is no message", (_, text) => {
  expect(messageOf(new TextEncoder().encode(text))).toBeNull();
});
