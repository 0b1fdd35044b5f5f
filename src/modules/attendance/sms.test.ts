/** Signing in by text message: the question goes out, the answer is the number from the room, and a wrong one is told. */
import { beforeAll, expect, test } from "vitest";
import { receiveMessage } from "#kernel/conversation/receive.ts";
import { partsOf, type Part } from "#kernel/gathering/gatherings.ts";
import { presenceRowsOf } from "#kernel/gathering/presence.ts";
import { useWorld } from "#test/support/world.ts";
import { module as messages } from "#modules/messages";
import { module } from "#modules/attendance";
import { openMeeting, type TestMeeting } from "./meeting.fixture.ts";
import { pinOf } from "./sms.ts";

const world = useWorld([module, messages]);
let meeting: TestMeeting;
let part: Part | undefined;

beforeAll(async () => {
  world.now = new Date("2025-11-17T08:40:00+02:00");
  const trainer = (await world.actor("jeanbosco")).person;
  meeting = await world.act("solange", async (act) => {
    const made = await openMeeting(act, {
      organisation: world.association,
      trainer,
      owner: "",
      day: "2025-11-17",
      names: ["Aline Uwase", "Bosco Habineza"],
    });
    await act.journal({ kind: "test.meeting", subject: { kind: "attendance.list", id: made.id }, payload: {} });
    return made;
  });
  part = (await partsOf(world.db, [meeting.id]))[0];
});

test.each([
  ["4821", "4821"],
  ["Ndi mu cyumba: 4821.", "4821"],
  ["311 4821", "4821"],
  ["4821 5930", null],
  ["48210", null],
  ["here", null],
])("“%s” holds the number %s", (text, pin) => {
  expect(pinOf(text)).toBe(pin);
});

test("Aline answers with the number from the room and is noted; a second question is not sent, a wrong number changes nothing", async () => {
  const solange = await world.browser("solange");
  expect((await solange.post(`/attendance/${meeting.id}/ask`, { part: part?.id ?? "" })).status).toBe(303);
  await solange.post(`/attendance/${meeting.id}/ask`, { part: part?.id ?? "" });
  const sent = await world.db
    .selectFrom("conversation.message")
    .selectAll()
    .where("template", "=", "attendance.sign_in")
    .where("direction", "=", "out")
    .execute();
  expect(sent.length).toBe(2);
  const answer = (from: string, text: string) =>
    world.act(null, (act) => receiveMessage(act, { channel: "sms", from, text, providerId: crypto.randomUUID(), inReplyTo: null }));
  const wrong = part?.pin === "1111" ? "2222" : "1111";
  await answer("+250788110000", wrong);
  expect(await presenceRowsOf(world.db, [meeting.people[0]?.id ?? ""])).toEqual([]);
  const received = await answer("+250788110000", part?.pin ?? "");
  expect(received.outcome).toBe("answered");
  const rows = await presenceRowsOf(world.db, [meeting.people[0]?.id ?? ""]);
  expect(rows.map((row) => [row.method, row.certainty, row.part])).toEqual([["sms", "claimed", part?.id]]);
  expect(await presenceRowsOf(world.db, [meeting.people[1]?.id ?? ""])).toEqual([]);
});
