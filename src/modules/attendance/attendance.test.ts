/** A training day in Huye: the door, the number in the room, paper, the call, closing, the per-diem; and who may not. */
import { expect, beforeAll, test } from "vitest";
import { partsOf, type Part } from "#kernel/gathering/gatherings.ts";
import { presenceOf, presenceRowsOf } from "#kernel/gathering/presence.ts";
import { useWorld } from "#test/support/world.ts";
import { attendancePaths as paths, module } from "#modules/attendance";
import { openMeeting, type TestMeeting } from "./meeting.fixture.ts";
import { duties } from "./duties.ts";

const world = useWorld([module]);
const DAY = "2025-11-17";
const NAMES = ["Aline Uwase", "Bosco Habineza", "Consolée Mutesi", "Damien Niyonsaba", "Émilienne Umutoni", "Faustin Kayitare"];

let meeting: TestMeeting;
let parts: readonly Part[];

const open = async (names = NAMES, online = 0): Promise<TestMeeting> => {
  const trainer = (await world.actor("jeanbosco")).person;
  const owner = (await world.actor("solange")).post ?? "";
  return world.act("solange", async (act) => {
    const made = await openMeeting(act, { organisation: world.association, trainer, owner, day: DAY, names, online });
    await act.journal({ kind: "test.meeting", subject: { kind: "attendance.list", id: made.id }, payload: {} });
    return made;
  });
};

const at = (clock: string, day = DAY): Date => new Date(`${day}T${clock}:00+02:00`);
const who = (name: string, of = meeting) => {
  const found = of.people.find((each) => each.name.startsWith(name));
  if (found === undefined) throw new Error(name);
  return found;
};
const minutesOf = async (name: string, of = meeting): Promise<number[]> => {
  const own = (await presenceOf(world.db, of.id)).find((each) => each.participant === who(name, of).id);
  return own?.parts.map((part) => part.minutes) ?? [];
};

beforeAll(async () => {
  meeting = await open();
  parts = await partsOf(world.db, [meeting.id]);
});

test("Jean-Bosco, who teaches, notes Aline by her code, and the page says how many are here", async () => {
  world.now = at("08:25");
  const browser = await world.browser("jeanbosco");
  const page = await browser.get(paths.door(meeting.id));
  expect(page.status).toBe(200);
  expect(page.text).toContain("0 of 6 here");
  const noted = await browser.post(paths.door(meeting.id), { part: parts[0]?.id ?? "", find: who("Aline").code.toLowerCase() });
  expect(noted.status).toBe(303);
  const after = await browser.get(noted.location ?? "");
  expect(after.text).toContain("1 of 6 here");
  expect(after.text).toContain("Aline Uwase: noted at 08:25.");
  expect(await minutesOf("Aline")).toEqual([240, 0]);
});

test("while the day is under way its sheet begins with the door: who is here, the field, the number; the people come after", async () => {
  world.now = at("08:26");
  const page = await (await world.browser("jeanbosco")).get(paths.one(meeting.id));
  const places = ["1 of 6 here", 'name="find"', parts[0]?.pin ?? "", "morning, 08:30 to 12:30: 1 of 6 came", "Minutes and share"].map(
    (text) => page.text.indexOf(text),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  // The day after, the first thing is to decide and to close.
  world.now = at("08:00", "2025-11-18");
  const after = await (await world.browser("jeanbosco")).get(paths.one(meeting.id));
  expect(after.text).toContain("need a decision before the list can be closed");
  expect(after.text).not.toContain('name="find"');
  world.now = at("08:25");
});

test("he types part of a name, and gets the one line with its button; an unknown name is said to be none", async () => {
  const browser = await world.browser("jeanbosco");
  const found = await browser.post(paths.door(meeting.id), { part: parts[0]?.id ?? "", find: "habineza" });
  expect(found.text).toContain("Bosco Habineza");
  expect(found.text).not.toContain("Consolée");
  const none = await browser.post(paths.door(meeting.id), { part: parts[0]?.id ?? "", find: "Zzz" });
  expect(none.status).toBe(422);
  expect(none.text).toContain("Nobody on this list has this code or name");
});

test("Bosco comes an hour late and leaves early: 120 minutes; what was pressed by mistake is taken back with a reason", async () => {
  const browser = await world.browser("jeanbosco");
  const press = { part: parts[0]?.id ?? "", participant: who("Bosco").id };
  world.now = at("09:30");
  await browser.post(paths.door(meeting.id), { ...press, kind: "arrived" });
  world.now = at("11:30");
  await browser.post(paths.door(meeting.id), { ...press, kind: "left" });
  expect(await minutesOf("Bosco")).toEqual([120, 0]);
  const left = (await presenceRowsOf(world.db, [who("Bosco").id])).find((row) => row.kind === "left");
  const nameless = await browser.post(`/attendance/${meeting.id}/take-back`, {
    participant: who("Bosco").id,
    row: left?.id ?? "",
    reason: "",
  });
  expect(nameless.status).toBe(422);
  expect(nameless.text).toContain("Say in a few words why it is taken back.");
  await browser.post(`/attendance/${meeting.id}/take-back`, { participant: who("Bosco").id, row: left?.id ?? "", reason: "It was Damien" });
  expect(await minutesOf("Bosco")).toEqual([180, 0]);
  const page = await browser.get(`/attendance/${meeting.id}/participant/${who("Bosco").id}`);
  expect(page.text).toContain("taken back: It was Damien");
});

test("Consolée signs herself in with the number in the room, only while the half-day takes it, and not by trying numbers", async () => {
  const token = who("Consolée").token;
  const visitor = await world.browser(null);
  const pin = parts[0]?.pin ?? "";
  world.now = at("07:30");
  expect((await visitor.get(`/attend/${token}`)).text).toContain("You can note your arrival from 08:00");
  expect((await visitor.post(`/attend/${token}/pin`, { pin })).location).toContain("refused=noHalfDay");
  world.now = at("08:40");
  const wrong = pin === "1111" ? "2222" : "1111";
  const refused = await visitor.post(`/attend/${token}/pin`, { pin: wrong });
  expect((await visitor.get(refused.location ?? "")).text).toContain("This is not the number shown in the room.");
  await visitor.post(`/attend/${token}/pin`, { pin });
  await visitor.post(`/attend/${token}/pin`, { pin });
  const rows = await presenceRowsOf(world.db, [who("Consolée").id]);
  expect(rows.map((row) => [row.method, row.certainty])).toEqual([["pin", "claimed"]]);
  expect((await visitor.get(`/attend/${token}`)).text).toContain("You are noted as present since 08:40");
  expect(await minutesOf("Consolée")).toEqual([230, 0]);
  // Damien tries one number after another.
  const other = who("Damien").token;
  for (let tries = 0; tries < 5; tries++) await visitor.post(`/attend/${other}/pin`, { pin: wrong });
  expect((await visitor.post(`/attend/${other}/pin`, { pin })).location).toContain("refused=tooOften");
  world.now = at("08:56");
  expect((await visitor.post(`/attend/${other}/pin`, { pin })).location).toBe(`/attend/${other}`);
});

test("Émilienne goes into the call through our link: her arrival is claimed, and the call’s own address shows after it", async () => {
  const visitor = await world.browser(null);
  const { token } = who("Émilienne");
  const now = world.now;
  world.now = at("07:30");
  const early = await visitor.get(`/join/${token}`);
  expect(early.text).toContain("You can note your arrival from 08:00");
  expect(early.text).not.toContain("<button");
  world.now = now;
  const before = await visitor.get(`/join/${token}`);
  expect(before.text).not.toContain("call.example");
  // Behind a personal link stand the association, the languages and the page, no menu.
  expect(before.text).toContain("Rwanda Association of Local Government Authorities");
  expect(before.text).not.toContain('href="/sign-in"');
  const pressed = await visitor.get((await visitor.post(`/join/${token}`)).location ?? "");
  expect(pressed.text).toContain('http-equiv="refresh" content="0; url=https://call.example/huye"');
  // Coming back later does not throw her into the call again.
  expect((await visitor.get(`/join/${token}`)).text).not.toContain("http-equiv");
  expect((await visitor.get(`/join/${token}`)).text).toContain("https://call.example/huye");
  const presence = (await presenceOf(world.db, meeting.id)).find((each) => each.participant === who("Émilienne").id);
  expect([presence?.physical, presence?.online]).toEqual([0, 214]);
  expect((await visitor.get("/join/nobody")).status).toBe(404);
});

test("Solange types the paper list of the afternoon in, with its day and its scan; a time outside the afternoon is told", async () => {
  world.now = at("18:00");
  const browser = await world.browser("solange");
  const printed = await browser.get(`${paths.paper(meeting.id, parts[1]?.id)}`);
  for (const name of NAMES) expect(printed.text).toContain(name);
  const scan = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])], { type: "image/jpeg" });
  const form = {
    part: parts[1]?.id ?? "",
    signedOn: DAY,
    [`is-${who("Aline").id}`]: "here",
    [`is-${who("Bosco").id}`]: "here",
    [`is-${who("Faustin").id}`]: "absent",
  };
  const bad = await browser.post(paths.typed(meeting.id), { ...form, [`at-${who("Bosco").id}`]: "09:00" });
  expect(bad.status).toBe(422);
  expect(bad.text).toContain("Write the time as 09:15, within the half-day.");
  const good = await browser.post(paths.typed(meeting.id), { ...form, [`at-${who("Bosco").id}`]: "15:00", scan });
  expect(good.status).toBe(303);
  expect(await minutesOf("Aline")).toEqual([240, 180]);
  expect(await minutesOf("Bosco")).toEqual([180, 120]);
  const later = await browser.post(paths.typed(meeting.id), { ...form, signedOn: "2025-11-30" });
  expect(later.text).toContain("not later than today");
});

test("the call’s log is looked through before anything counts: who is found, who is not, and which line cannot be read", async () => {
  const browser = await world.browser("solange");
  const csv = [
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)",
    "Damien N.,person3@huye.example,11/17/2025 02:00:00 PM,11/17/2025 04:00:00 PM,120",
    "Kayitare Faustin,,11/17/2025 02:30:00 PM,11/17/2025 05:30:00 PM,180",
    "Galaxy A12,,11/17/2025 02:00:00 PM,11/17/2025 05:00:00 PM,180",
    "Somebody,,17 November,5 o’clock,",
  ].join("\n");
  const brought = await browser.post(paths.call(meeting.id), { file: new File([csv], "zoom.csv", { type: "text/csv" }) });
  expect(brought.status).toBe(303);
  const log = brought.location ?? "";
  const page = await browser.get(log);
  expect(page.text).toContain("2 of 4 lines belong to people on the list; 1 to nobody we know, 1 cannot be read.");
  expect(page.text).toContain("Galaxy A12");
  expect(page.text).toContain("The time “17 November” cannot be read");
  expect(await minutesOf("Faustin")).toEqual([0, 0]);
  const number = /name="row-(\d+)"/.exec(page.text)?.[1] ?? "";
  await browser.post(`${log}/match`, { [`row-${number}`]: who("Émilienne").id });
  await browser.post(`${log}/take`);
  expect(await minutesOf("Damien")).toEqual([214, 120]);
  expect(await minutesOf("Faustin")).toEqual([0, 150]);
  expect(await minutesOf("Émilienne")).toEqual([214, 180]);
  expect((await browser.post(`${log}/take`)).status).toBe(409);
});

test("the list closes when every name is decided, calls its kind, takes nothing more, and is opened again with a reason", async () => {
  const browser = await world.browser("jeanbosco");
  expect((await browser.post(paths.closing(meeting.id))).status).toBe(409);
  const page = await browser.get(paths.closing(meeting.id));
  expect(page.text).toContain("Faustin Kayitare");
  await browser.post(`/attendance/${meeting.id}/decide`, { [`is-${who("Consolée").id}-${parts[1]?.id}`]: "here" });
  expect(await minutesOf("Consolée")).toEqual([230, 180]);
  await browser.post(`/attendance/${meeting.id}/decide`, { rest: "absent" });
  expect((await browser.post(paths.closing(meeting.id))).status).toBe(303);
  expect(meeting.closings()).toBe(1);
  const refused = await browser.post(paths.door(meeting.id), { part: parts[0]?.id ?? "", participant: who("Faustin").id, kind: "arrived" });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("The attendance list is closed.");
  expect((await browser.post(`/attendance/${meeting.id}/reopen`, { reason: "late phone" })).status).toBe(403);
  const solange = await world.browser("solange");
  expect((await solange.post(`/attendance/${meeting.id}/reopen`, { reason: "" })).status).toBe(422);
  expect((await solange.post(`/attendance/${meeting.id}/reopen`, { reason: "A phone came back late" })).status).toBe(303);
  // The same sent twice, as from two windows, is told and changes nothing.
  expect((await solange.post(`/attendance/${meeting.id}/reopen`, { reason: "A phone came back late" })).status).toBe(409);
  expect((await solange.get(paths.closing(meeting.id))).text).toContain("Every name is decided.");
});

test("the per-diem sheet counts days in the room, asks for the rate and where it comes from, and goes out as a file", async () => {
  const browser = await world.browser("solange");
  expect((await browser.get(paths.perDiem(meeting.id))).text).toContain("No rate is entered yet.");
  const bad = await browser.post(paths.perDiem(meeting.id), { amount: "ten", source: "" });
  expect(bad.status).toBe(422);
  expect((await browser.post(paths.perDiem(meeting.id), { amount: "10,000", source: "Instruction 2 of 2024" })).status).toBe(303);
  const page = await browser.get(paths.perDiem(meeting.id));
  // Aline, Bosco, Consolée and Damien were in the room; Émilienne and Faustin only in the call.
  expect(page.text).toContain("4 people, 4 days present");
  expect(page.text).not.toContain("Faustin");
  const csv = await browser.get(`${paths.perDiem(meeting.id)}/file?format=csv`);
  expect(csv.text).toContain("10000");
  const olivier = await world.browser("jeanbosco");
  expect((await olivier.post(paths.perDiem(meeting.id), { amount: "1", source: "x" })).status).toBe(403);
});

test("the sheet shows minutes, share and the rule of the certificate; it goes out as file and as drawing", async () => {
  const browser = await world.browser("claudine");
  const page = await browser.get(paths.one(meeting.id));
  expect(page.text).toContain("334 of 420");
  expect(page.text).toContain("The certificate needs 80% of the minutes offered");
  expect(page.text).toContain("79%");
  expect(page.text).toContain("not enough");
  const few = await browser.get(`${paths.one(meeting.id)}?show=few`);
  expect(few.text).not.toContain("Aline Uwase");
  const csv = await browser.get(`${paths.one(meeting.id)}/file?format=csv`);
  expect(csv.text).toContain("Aline Uwase");
  const drawing = await browser.get(`${paths.one(meeting.id)}/presence.svg`);
  expect(drawing.text).toContain("<svg");
  expect((await browser.get(paths.list)).text).toContain("MTG-1");
});

test("the list is owed within 48 hours of the last half-day by the post that runs it", async () => {
  const { post } = await world.actor("solange");
  const question = {
    posts: [{ post: post ?? "", postType: "TRC", organisation: world.association, roles: [] }],
    today: "2025-11-18",
    pack: world.pack,
    association: world.association,
  };
  const owed = await duties(world.db, question);
  expect(owed.map((duty) => [duty.post, duty.due])).toContainEqual([post, "2025-11-19"]);
});

test("people without a part in it get no list: another district’s director, a visitor, a role without the right", async () => {
  const olivier = await world.browser("olivier");
  for (const path of [
    paths.one(meeting.id),
    paths.door(meeting.id),
    paths.paper(meeting.id),
    paths.perDiem(meeting.id),
    `/offline/attendance/${meeting.id}`,
  ])
    expect([path, (await olivier.get(path)).status]).toEqual([path, 404]);
  expect((await (await world.browser("pacifique")).get(paths.list)).status).toBe(403);
  expect((await (await world.browser(null)).get(paths.one(meeting.id))).location).toContain("/sign-in");
});
