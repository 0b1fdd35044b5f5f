/** Commitments of any module in the database: made, asked about, answered, dropped. */
import { describe, expect, it } from "vitest";
import { newId } from "#platform/db/ids.ts";
import { useWorld } from "#test/support/world.ts";
import { NOW } from "#test/support/fixed.ts";
import { addEvidence, commitmentsAbout, commitmentsByIds, dropCommitment, evidenceOf, makeCommitment } from "./commitments.ts";
import { answerReading, dueReadings, markAsked, readingByToken, readingsOf, verify, type NewAnswer } from "./readings.ts";

const world = useWorld([]);

async function action(kind: string) {
  const [beata, vestine] = [await world.actor("beata"), await world.actor("vestine")];
  const about = newId();
  const id = await world.act("beata", async (act) => {
    const made = await makeCommitment(act, {
      kind,
      about,
      what: "Copy the register of Musanze",
      language: "en",
      success: null,
      person: beata.person,
      post: beata.post,
      organisation: beata.organisation ?? world.association,
      verifier: vestine.post,
      due: "2025-12-01",
      steps: [
        { step: "first", due: "2025-11-10", sides: ["self", "verifier"] },
        { step: "second", due: "2026-02-10", sides: ["verifier"] },
      ],
    });
    await act.journal({ kind: "test.made", subject: { kind, id: made }, payload: {} });
    return made;
  });
  return { id, about, beata, vestine };
}

const answer = (by: NewAnswer["by"], value: NewAnswer["answer"] = "yes"): NewAnswer => ({
  answer: value,
  barrier: value === "yes" ? null : "no_time",
  note: null,
  language: null,
  channel: "workspace",
  by,
});

async function answered(reading: string, given: NewAnswer, at: Date = NOW) {
  world.now = at;
  try {
    return await world.act(null, async (act) => {
      const taken = await answerReading(act, reading, given);
      await act.journal({ kind: "test.answered", subject: { kind: "test", id: taken.commitment }, payload: {} });
      return taken;
    });
  } finally {
    world.now = NOW;
  }
}

describe("a commitment", () => {
  it("asks its owner and whoever holds the verifying post, only once their day has come", async () => {
    const { id, about, beata, vestine } = await action("tours.action");
    expect((await commitmentsAbout(world.db, [about])).map((one) => one.id)).toEqual([id]);
    const due = await dueReadings(world.db, "tours.action", "2025-11-17");
    expect(due.map((one) => [one.side, one.ask]).sort()).toEqual(
      [
        ["self", beata.person],
        ["verifier", vestine.person],
      ].sort(),
    );
    expect(await dueReadings(world.db, "tours.action", "2025-11-09")).toEqual([]);
    expect((await dueReadings(world.db, "tours.action", "2026-02-10")).length).toBe(3);
  });

  it("is verified by Vestine and never by Béata herself; her earlier link is dead once another is asked", async () => {
    const { id, beata, vestine } = await action("tours.verified");
    const reading = (await readingsOf(world.db, [id])).find((one) => one.side === "verifier" && one.step === "first");
    if (reading === undefined) throw new Error("no reading");
    await expect(answered(reading.id, answer({ person: beata.person, post: beata.post }))).rejects.toThrow(/ownVerifier/u);
    await world.act(null, async (act) => {
      await markAsked(act, [{ id: reading.id, person: vestine.person, token: "fresh-token" }]);
      await act.journal({ kind: "test.asked", subject: { kind: "test", id }, payload: {} });
    });
    expect(await readingByToken(world.db, reading.token)).toBeUndefined();
    expect((await readingByToken(world.db, "fresh-token"))?.id).toBe(reading.id);
    expect(await answered(reading.id, answer({ person: vestine.person, post: vestine.post }))).toMatchObject({
      before: "open",
      state: "verified",
    });
  });

  it("takes a changed answer for two weeks; then the first one stands", async () => {
    const { id, vestine } = await action("tours.changed");
    const reading = (await readingsOf(world.db, [id]))[0]?.id ?? "";
    const by = { person: vestine.person, post: vestine.post };
    await answered(reading, answer(by, "no"));
    await answered(reading, answer(by, "partly"), new Date("2025-11-30T07:00:00Z"));
    await expect(answered(reading, answer(by, "yes"), new Date("2025-12-20T07:00:00Z"))).rejects.toThrow(/answered/u);
    expect((await commitmentsByIds(world.db, [id])).get(id)?.state).toBe("doing");
  });

  it("can be verified outright before its day, and holds evidence until it is dropped", async () => {
    const { id, vestine } = await action("tours.outright");
    await world.act("vestine", async (act) => {
      await verify(act, id, answer({ person: vestine.person, post: vestine.post }));
      await addEvidence(act, { commitment: id, day: act.today, text: "Seen on Monday", language: "en", file: null, certainty: "verified" });
      await dropCommitment(act, id);
      await act.journal({ kind: "test.dropped", subject: { kind: "test", id }, payload: {} });
    });
    expect((await evidenceOf(world.db, [id])).map((one) => one.text)).toEqual(["Seen on Monday"]);
    expect((await dueReadings(world.db, "tours.outright", "2026-12-01")).length).toBe(0);
    await expect(
      world.act("vestine", (act) =>
        addEvidence(act, { commitment: id, day: act.today, text: "x", language: "en", file: null, certainty: "claimed" }),
      ),
    ).rejects.toThrow(/ended/u);
  });
});
