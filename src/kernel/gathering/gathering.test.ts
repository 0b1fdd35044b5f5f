/** A gathering and its half-days: made, changed, and who is expected at it. */
import { beforeAll, expect, test } from "vitest";
import type { Act } from "#kernel/access/act.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { newId } from "#platform/db/ids.ts";
import { useWorld } from "#test/support/world.ts";
import { changeGathering, createGathering, gatheringsByIds, partsOf, type NewPart } from "./gatherings.ts";
import { registerGathering, gatheringKind } from "./kinds.ts";
import { expectParticipants, participantByToken, participantsOf, withdrawParticipant } from "./participants.ts";
import { presenceOf, recordPresence } from "./presence.ts";

const world = useWorld([]);

const half = (
  day: string,
  which: "morning" | "afternoon",
  from = which === "morning" ? "08:30" : "14:00",
  to = which === "morning" ? "12:30" : "17:00",
): NewPart => ({
  day,
  half: which,
  startsAt: new Date(`${day}T${from}:00+02:00`),
  endsAt: new Date(`${day}T${to}:00+02:00`),
});

const as = <R>(work: (act: Act) => Promise<R>): Promise<R> =>
  world.act("solange", async (act) => {
    const answer = await work(act);
    await act.journal({ kind: "test.gathering", subject: { kind: "test", id: newId() }, payload: {} });
    return answer;
  });

const make = (parts: readonly NewPart[]): Promise<string> =>
  as((act) =>
    createGathering(act, {
      kind: "test",
      about: newId(),
      organisation: world.association,
      mode: "hybrid",
      place: "Huye",
      territory: null,
      link: null,
      parts,
    }),
  );

let id: string;
beforeAll(async () => {
  id = await make([half("2025-11-18", "morning"), half("2025-11-17", "afternoon"), half("2025-11-17", "morning")]);
});

test("Solange’s half-days stand in order, each with a number of four digits of its own", async () => {
  const parts = await partsOf(world.db, [id]);
  expect(parts.map((part) => [part.position, part.day, part.half])).toEqual([
    [1, "2025-11-17", "morning"],
    [2, "2025-11-17", "afternoon"],
    [3, "2025-11-18", "morning"],
  ]);
  expect(new Set(parts.map((part) => part.pin)).size).toBe(3);
  for (const part of parts) expect(part.pin).toMatch(/^\d{4}$/);
});

test.each([
  ["no half-day at all", []],
  ["one that ends before it begins", [half("2025-11-17", "morning", "12:30", "08:30")]],
  ["the same morning twice", [half("2025-11-17", "morning"), half("2025-11-17", "morning", "09:00")]],
])("%s is refused", async (_, parts) => {
  await expect(make(parts)).rejects.toThrow(/gathering\.(noParts|partTwice)/);
});

test("a half-day that moves keeps its id and number; one with names on its list stays", async () => {
  const before = await partsOf(world.db, [id]);
  await as((act) =>
    changeGathering(act, id, { place: "Musanze", parts: [half("2025-11-17", "morning", "09:00"), half("2025-11-19", "morning")] }),
  );
  const after = await partsOf(world.db, [id]);
  expect(after.map((part) => part.day)).toEqual(["2025-11-17", "2025-11-19"]);
  expect([after[0]?.id, after[0]?.pin]).toEqual([before[0]?.id, before[0]?.pin]);
  expect((await gatheringsByIds(world.db, [id])).get(id)).toMatchObject({
    place: "Musanze",
    firstDay: "2025-11-17",
    lastDay: "2025-11-19",
  });
  const person = await as((act) => addPerson(act, { fullName: "Aline Uwase" }, "test"));
  const participant = newId();
  const [row] = after;
  const codes = await as((act) =>
    expectParticipants(act, id, [{ id: participant, person, post: null, organisation: null, mode: "physical" }]),
  );
  const noted = {
    id: newId(),
    part: row?.id ?? "",
    participant,
    kind: "arrived",
    method: "qr",
    mode: "physical",
    from: row?.startsAt ?? new Date(),
    to: null,
    certainty: "verified",
    source: "",
    device: null,
    voids: null,
    reason: null,
  } as const;
  expect((await as((act) => recordPresence(act, id, [noted, noted]))).fresh).toEqual([noted.id]);
  await expect(as((act) => changeGathering(act, id, { parts: [half("2025-11-19", "morning")] }))).rejects.toThrow("gathering.partUsed");
  expect((await presenceOf(world.db, id))[0]?.parts.map((part) => part.minutes)).toEqual([210, 0]);
  expect((await participantByToken(world.db, codes.get(participant)?.token ?? ""))?.name).toBe("Aline Uwase");
  // Withdrawn and expected again: her badge stays good.
  await as((act) => withdrawParticipant(act, participant));
  expect(await participantsOf(world.db, [id])).toEqual([]);
  const again = await as((act) =>
    expectParticipants(act, id, [{ id: participant, person, post: null, organisation: null, mode: "physical" }]),
  );
  expect(again.get(participant)).toEqual(codes.get(participant));
});

test("a kind of gathering is registered once", () => {
  const kind = { kind: "test.once", title: { en: "x", fr: "x", rw: "x" } } as never;
  registerGathering(kind);
  registerGathering(kind);
  expect(gatheringKind("test.once")).toBe(kind);
  expect(() => registerGathering({ kind: "test.once" } as never)).toThrow("Two gatherings");
});
