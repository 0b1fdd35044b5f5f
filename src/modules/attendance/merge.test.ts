/** Phones at two doors send late, twice, in pieces and in any order: every row is kept once, and the minutes are always the same. */
import { beforeAll, expect, test } from "vitest";
import { partsOf, type Part } from "#kernel/gathering/gatherings.ts";
import { noteOf, presenceOf, presenceRows, recordPresence, type NewPresence } from "#kernel/gathering/presence.ts";
import { presenceIn } from "#methods/presence/presence.ts";
import { seeded, type Random } from "#methods/draw/random.ts";
import { useWorld } from "#test/support/world.ts";
import { module } from "#modules/attendance";
import { openMeeting, type TestMeeting } from "./meeting.fixture.ts";
import { standingOf, type KeptRow } from "./offline/state.ts";

const world = useWorld([module]);
const LONG = process.env["INTEKO_LONG"] === "1";
const MERGES = LONG ? 10_000 : 600;
const AT_DATABASE = LONG ? 400 : 25;
const seed = process.env["INTEKO_SEED"] ?? "doors";

const MORNING = { from: Date.parse("2025-11-17T06:30:00Z"), to: Date.parse("2025-11-17T10:30:00Z") };

function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.integer(0, 15).toString(16)).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** What one phone notes about some people in a morning, with some of it taken back. */
function phone(random: Random, part: string, people: readonly string[]): NewPresence[] {
  const rows: NewPresence[] = [];
  for (let count = random.integer(1, 8); count > 0; count--) {
    const target = rows.length > 0 && random.uniform() < 0.2 ? random.pick(rows) : undefined;
    const base = {
      id: uuid(random),
      part,
      method: "name",
      mode: "physical",
      to: null,
      certainty: "verified",
      source: "",
      device: "d",
    } as const;
    const from = new Date(MORNING.from + random.integer(-30, 250) * 60_000);
    if (target !== undefined && target.kind !== "void")
      rows.push({ ...base, participant: target.participant, kind: "void", from, voids: target.id, reason: "pressed by mistake" });
    else
      rows.push({
        ...base,
        participant: random.pick(people),
        kind: random.uniform() < 0.7 ? "arrived" : "left",
        from,
        voids: null,
        reason: null,
      });
  }
  return rows;
}

/** The rows that stand, from a bag of rows in which some came twice. */
function standing(rows: readonly NewPresence[]): NewPresence[] {
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  const back = new Set(once.flatMap((row) => row.voids ?? []));
  return once.filter((row) => row.kind !== "void" && !back.has(row.id));
}

const minutesOf = (rows: readonly NewPresence[], person: string): number =>
  presenceIn(
    MORNING,
    standing(rows)
      .filter((row) => row.participant === person)
      .flatMap((row) => noteOf(row) ?? []),
  ).minutes;

test(
  `${MERGES} merges of two phones give the same minutes in any order and any number of times (seed ${seed})`,
  { timeout: 120_000 },
  () => {
    for (let merge = 0; merge < MERGES; merge++) {
      const random = seeded(`${seed} ${merge}`);
      const people = ["a", "b", "c"];
      const all = [...phone(random, "p", people), ...phone(random, "p", people)];
      const mixed = random.shuffle([...all, ...all.filter(() => random.uniform() < 0.4)]);
      for (const person of people) expect([seed, merge, minutesOf(mixed, person)]).toEqual([seed, merge, minutesOf(all, person)]);
      // The phone’s own view of who is here does not depend on the order either.
      const kept = (rows: readonly NewPresence[]): KeptRow[] =>
        rows.map((row) => ({
          ...row,
          gathering: "g",
          at: row.from.toISOString(),
          until: null,
          method: "name",
          waiting: 1,
          refused: "",
          participant: row.participant,
        }));
      const own = all.filter((row) => row.participant === "a");
      expect([seed, merge, standingOf(kept(random.shuffle(own))).since]).toEqual([seed, merge, standingOf(kept(own)).since]);
    }
  },
);

let meeting: TestMeeting;
let part: Part | undefined;
beforeAll(async () => {
  const trainer = (await world.actor("jeanbosco")).person;
  const owner = (await world.actor("solange")).post ?? "";
  meeting = await world.act("solange", async (act) => {
    const made = await openMeeting(act, {
      organisation: world.association,
      trainer,
      owner,
      day: "2025-11-17",
      names: ["Aline U", "Bosco H", "Chantal M"],
    });
    await act.journal({ kind: "test.meeting", subject: { kind: "attendance.list", id: made.id }, payload: {} });
    return made;
  });
  part = (await partsOf(world.db, [meeting.id]))[0];
});

const send = (rows: readonly NewPresence[]) =>
  world.act("solange", async (act) => {
    const taken = await recordPresence(act, meeting.id, rows);
    await act.journal({ kind: "test.sent", subject: { kind: "attendance.list", id: meeting.id }, payload: {} });
    return taken;
  });

test(
  `${AT_DATABASE} pairs of phones send pieces, twice and at the same moment: nothing is lost or doubled (seed ${seed})`,
  { timeout: 240_000 },
  async () => {
    const people = meeting.people.map((each) => each.id);
    const everything: NewPresence[] = [];
    for (let pair = 0; pair < AT_DATABASE; pair++) {
      const random = seeded(`${seed} database ${pair}`);
      const phones = [phone(random, part?.id ?? "", people), phone(random, part?.id ?? "", people)];
      for (const rows of phones) everything.push(...rows);
      const pieces = phones.flatMap((rows) => {
        const cut = random.integer(0, rows.length);
        // The first piece is lost on the way back and sent again with the rest.
        return [rows.slice(0, cut), rows].filter((piece) => piece.length > 0);
      });
      const answers = await Promise.all(pieces.map(send));
      expect([seed, pair, answers.flatMap((answer) => answer.refused)]).toEqual([seed, pair, []]);
    }
    const kept = await presenceRows(world.db, [meeting.id]);
    expect(kept.map((row) => row.id).toSorted()).toEqual(everything.map((row) => row.id).toSorted());
    const presence = await presenceOf(world.db, meeting.id);
    for (const person of people)
      expect(presence.find((each) => each.participant === person)?.parts[0]?.minutes).toBe(minutesOf(everything, person));
  },
);

test("a row under a known id that says something else is refused, and so is one about somebody who is not on the list", async () => {
  const random = seeded("refusals");
  const [aline, bosco] = meeting.people.map((each) => each.id);
  const [row] = phone(random, part?.id ?? "", [aline ?? ""]);
  if (row === undefined) throw new Error("no row");
  await send([row]);
  expect((await send([{ ...row, participant: bosco ?? "" }])).refused).toEqual([{ id: row.id, why: "other_row" }]);
  const stranger = { ...row, id: uuid(random), participant: uuid(random) };
  expect((await send([stranger])).refused).toEqual([{ id: stranger.id, why: "unknown_participant" }]);
  const elsewhere = { ...row, id: uuid(random), part: uuid(random) };
  expect((await send([elsewhere])).refused).toEqual([{ id: elsewhere.id, why: "unknown_part" }]);
  const nothing = { ...row, id: uuid(random), kind: "void" as const, voids: uuid(random), reason: "x" };
  expect((await send([nothing])).refused).toEqual([{ id: nothing.id, why: "unknown_row" }]);
});
