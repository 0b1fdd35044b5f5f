/** Minutes of presence, as tables of cases from a training in Huye on 17/11/2025. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { meets, offeredMinutes, presenceIn, shareOf, totalOf, type Mode, type Note } from "./presence.ts";

const at = (clock: string): number => Date.parse(`2025-11-17T${clock}:00+02:00`);
const MORNING = { from: at("08:30"), to: at("12:30") };

const came = (clock: string, mode: Mode = "physical"): Note => ({ kind: "arrived", mode, at: at(clock) });
const left = (clock: string, mode: Mode = "physical"): Note => ({ kind: "left", mode, at: at(clock) });
const stayed = (from: string, to: string, mode: Mode = "physical"): Note => ({ kind: "stayed", mode, at: at(from), until: at(to) });
const absent: Note = { kind: "absent" };

const CASES: readonly [who: string, notes: readonly Note[], minutes: number, physical: number, online: number][] = [
  ["nobody noted anything about Olivier", [], 0, 0, 0],
  ["Chantal is said to be absent", [absent], 0, 0, 0],
  ["Béata comes at the beginning and nobody sees her leave: she stayed", [came("08:30")], 240, 240, 0],
  ["Béata comes early: minutes begin with the half-day", [came("08:05")], 240, 240, 0],
  ["Pacifique comes an hour late: minutes begin when he comes", [came("09:30")], 180, 180, 0],
  ["Pacifique comes late and leaves early", [came("09:30"), left("11:30")], 120, 120, 0],
  ["Vestine goes out for half an hour and comes back", [came("08:30"), left("10:00"), came("10:30")], 210, 210, 0],
  ["two phones at two doors note Vestine, a minute apart", [came("08:30"), came("08:31")], 240, 240, 0],
  ["two phones note her, one sees her leave", [came("08:30"), came("08:31"), left("10:30")], 120, 120, 0],
  ["she is seen to leave twice, once after she is gone", [came("08:30"), left("10:30"), left("10:31")], 120, 120, 0],
  ["coming and leaving at one moment counts nothing", [came("09:00"), left("09:00")], 0, 0, 0],
  ["Innocent leaves and nobody saw him come", [left("10:00")], 0, 0, 0],
  ["Espérance follows the call from her office", [stayed("08:20", "12:45", "online")], 240, 0, 240],
  ["her call breaks off for ten minutes", [stayed("08:30", "10:00", "online"), stayed("10:10", "12:30", "online")], 230, 0, 230],
  ["a log with the same time twice counts it once", [stayed("08:30", "10:00", "online"), stayed("09:00", "10:30", "online")], 120, 0, 120],
  ["she sits in the room with the call open: here once", [came("08:30"), stayed("08:30", "12:30", "online")], 240, 240, 0],
  ["the morning begins in the call and goes on in the room", [stayed("08:30", "10:00", "online"), came("09:45")], 240, 165, 75],
  ["leaving the room does not end the call", [came("08:30"), left("10:00"), came("09:00", "online")], 240, 90, 150],
  ["the paper list says the whole morning, the phone half of it", [stayed("08:30", "12:30"), came("08:30"), left("10:30")], 240, 240, 0],
  ["a time before and after the morning counts nothing", [stayed("06:00", "08:30"), stayed("12:30", "14:00")], 0, 0, 0],
  ["absent and a time: the time was seen", [absent, came("09:30")], 180, 180, 0],
];

test.each(CASES)("%s", (_, notes, minutes, physical, online) => {
  const presence = presenceIn(MORNING, notes);
  expect(presence).toMatchObject({ minutes, physical, online, offered: 240 });
  expect(presenceIn(MORNING, notes.toReversed())).toEqual(presence);
  expect(presenceIn(MORNING, [...notes, ...notes])).toEqual(presence);
});

test("a name is decided by a time or by “absent”, not by a departure that nobody saw begin", () => {
  const decided = (...notes: Note[]): boolean => presenceIn(MORNING, notes).decided;
  expect([decided(), decided(left("10:00")), decided(came("09:00")), decided(absent)]).toEqual([false, false, true, true]);
  expect(presenceIn(MORNING, [left("10:00")]).unclear).toBe(true);
  expect(presenceIn(MORNING, [came("09:00"), left("10:00")]).unclear).toBe(false);
});

test("seconds are cut once, at the end: two stays of half a minute are one minute", () => {
  const half = { from: 0, to: 240 * 60_000 };
  const notes: Note[] = [
    { kind: "stayed", mode: "online", at: 0, until: 30_000 },
    { kind: "stayed", mode: "online", at: 60_000, until: 90_000 },
  ];
  expect(presenceIn(half, notes).minutes).toBe(1);
});

test("exactly 80 % is enough, one minute less is not, and nothing offered is never enough", () => {
  const offered = 960;
  expect(meets({ minutes: 768, offered }, 80)).toBe(true);
  expect(meets({ minutes: 767, offered }, 80)).toBe(false);
  expect(meets({ minutes: 0, offered: 0 }, 80)).toBe(false);
  expect(shareOf({ minutes: 0, offered: 0 })).toBe(0);
  // 29 / 100 is not a binary fraction: decided on whole numbers it is exact.
  expect(meets({ minutes: 29, offered: 100 }, 29)).toBe(true);
});

test("a missed half-day offers its minutes all the same", () => {
  const parts = [presenceIn(MORNING, [came("08:30")]), presenceIn(MORNING, [])];
  expect(totalOf(parts)).toEqual({ minutes: 240, offered: 480 });
  expect(offeredMinutes(MORNING)).toBe(240);
});

const mode = fc.constantFrom<Mode>("physical", "online");
const moment = fc.integer({ min: -60, max: 300 }).map((minute) => MORNING.from + minute * 60_000);
const note: fc.Arbitrary<Note> = fc.oneof(
  fc.record({ kind: fc.constantFrom("arrived" as const, "left" as const), mode, at: moment }),
  fc
    .tuple(moment, moment, mode)
    .map(([one, other, how]): Note => ({ kind: "stayed", mode: how, at: Math.min(one, other), until: Math.max(one, other) })),
  fc.constant(absent),
);

test("minutes never exceed what is offered, physical and online make the sum, and no order of the notes matters", () => {
  fc.assert(
    fc.property(fc.array(note, { maxLength: 12 }), fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 12 }), (notes, places) => {
      const presence = presenceIn(MORNING, notes);
      const shuffled = [...notes];
      for (const [index, place] of places.entries()) {
        const one = shuffled[index];
        const other = shuffled[place];
        if (one !== undefined && other !== undefined) [shuffled[index], shuffled[place]] = [other, one];
      }
      return (
        presence.minutes >= 0 &&
        presence.minutes <= presence.offered &&
        presence.physical + presence.online === presence.minutes &&
        JSON.stringify(presenceIn(MORNING, shuffled)) === JSON.stringify(presence)
      );
    }),
  );
});
