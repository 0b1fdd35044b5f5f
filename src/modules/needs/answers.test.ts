/** Whose answer counts, what happens when a post changes hands, and that sums are the sums of answers. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { addDays } from "#kernel/calendar/day.ts";
import { assign, endHolding } from "#kernel/registry/holders.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { closeSitting, withdrawSitting, sittingOf } from "#kernel/questionnaire/sittings.ts";
import { useWorld } from "#test/support/world.ts";
import { TODAY } from "#test/support/fixed.ts";
import { closeAnswers } from "./actions-round.ts";
import { countAnswers } from "./actions-answers.ts";
import { countAnew } from "./demo-answers.ts";
import { module } from "./module.ts";
import { roundPurpose } from "./purpose.ts";
import { owes, cellsOf, answer, answersOf, begin, holders, openedRound, whoIs } from "./rounds.fixture.ts";

const world = useWorld([module]);

describe("a post, not a person, is invited", () => {
  test("Pacifique is invited, leaves before he answers, and his successor Rose owes the answer and gives it", async () => {
    const id = await openedRound(world, { title: "Changing hands" });
    const { post, person } = await whoIs(world, "pacifique");
    const pacifique = await world.actor("pacifique");
    expect((await owes(world, post)).map((duty) => duty.record.id)).toContain(id);
    const draft = await begin(world, id, { post, person });
    const rose = await world.act("jeanbosco", async (act) => {
      await endHolding(act, { post, acting: false, on: TODAY, reason: "transfer" });
      const successor = await addPerson(act, { fullName: "Rose Uwimbabazi", sex: "F" }, "test");
      await assign(act, { post, person: successor, acting: false, from: TODAY });
      return successor;
    });
    // The duty stayed with the post.
    expect((await owes(world, post)).map((duty) => duty.record.id)).toContain(id);
    // Pacifique cannot send in what he began: the post is Rose’s now.
    await expect(
      world.act(null, async (act) => closeSitting(act, draft, await answersOf(act, draft.version, { current: 1, desired: 5 }))),
    ).rejects.toThrow("needs.postChanged");
    await answer(world, id, { post, person: rose }, { current: 3, desired: 4 });
    expect((await owes(world, post)).filter((duty) => duty.record.id === id)).toEqual([]);
    const opening = await roundPurpose.open(world.db, { ...pacifique, person }, id, TODAY);
    expect(opening).toMatchObject({ allowed: false });
    expect(new Set((await cellsOf(world, id)).map((cell) => cell.respondents))).toEqual(new Set([1]));
    await world.act("jeanbosco", async (act) => {
      await endHolding(act, { post, acting: false, on: addDays(TODAY, 1), reason: "other" });
      await assign(act, { post, person, acting: false, from: addDays(TODAY, 1) });
    });
  });

  test("Béata’s acting colleague cannot answer a second time for her post", async () => {
    const id = await openedRound(world, { title: "Twice" });
    const beata = await whoIs(world, "beata");
    const acting = await world.act("jeanbosco", async (act) => {
      const person = await addPerson(act, { fullName: "Théogène Mugabo", sex: "M" }, "test");
      await assign(act, { post: beata.post, person, acting: true, from: "2025-11-01" });
      return person;
    });
    await answer(world, id, beata, { current: 2, desired: 4 });
    await expect(answer(world, id, { post: beata.post, person: acting }, { current: 5, desired: 5 })).rejects.toThrow(
      "needs.answeredAlready",
    );
  });
});

describe("answers and sums", () => {
  test("Béata’s answers counted twice by a repeated job are counted once", async () => {
    const id = await openedRound(world, { title: "Idempotent" });
    const sitting = await answer(world, id, await whoIs(world, "beata"), { current: { CMP: 1 }, desired: 4, cause: "staffing" });
    const before = await cellsOf(world, id);
    await world.act(null, async (act) => {
      await countAnswers(act, sitting, await answersOf(act, sitting.version, { current: { CMP: 1 }, desired: 4 }));
      await act.journal({ kind: "needs.test.repeated", subject: { kind: "needs.round", id }, payload: {} });
    });
    expect(await cellsOf(world, id)).toEqual(before);
    expect(before.find((cell) => cell.domain === "CMP")).toEqual({ domain: "CMP", respondents: 1, gap: 3, causes: { staffing: 1 } });
  });

  test("what Béata takes back leaves no trace in the sums, and her post may answer anew", async () => {
    const id = await openedRound(world, { title: "Withdrawn" });
    const beata = await whoIs(world, "beata");
    await answer(world, id, await whoIs(world, "vestine"), { current: 2, desired: 3 });
    const others = await cellsOf(world, id);
    const sitting = await answer(world, id, beata, { current: 1, desired: 5 });
    expect(await cellsOf(world, id)).not.toEqual(others);
    await world.act("beata", async (act) => withdrawSitting(act, (await sittingOf(act.tx, sitting.id)) ?? sitting));
    expect(await cellsOf(world, id)).toEqual(others);
    await answer(world, id, beata, { current: 3, desired: 4 });
    expect((await sql<{ n: number }>`select count(*)::int as n from needs.rating where round = ${id}`.execute(world.db)).rows[0]?.n).toBe(
      12,
    );
  });

  test("after the answers are closed Béata can neither answer nor take back", async () => {
    const id = await openedRound(world, { title: "Closed" });
    const sitting = await answer(world, id, await whoIs(world, "vestine"), { current: 2, desired: 3 });
    const late = await begin(world, id, await whoIs(world, "beata"));
    await world.act("claudine", (act) => closeAnswers(act, id));
    await expect(
      world.act(null, async (act) => closeSitting(act, late, await answersOf(act, late.version, { current: 1, desired: 5 }))),
    ).rejects.toThrow("needs.notOpen");
    await expect(world.act("vestine", async (act) => withdrawSitting(act, sitting))).rejects.toThrow("needs.notOpen");
  });

  test("sums kept answer by answer are the sums over all answers", async () => {
    const huye = await world.organisation("Huye");
    const id = await openedRound(world, { organisations: [huye], title: "Summed" });
    const people = await holders(world, huye, "PRO", 5);
    for (const [index, who] of people.entries()) {
      const invited = await world.db
        .selectFrom("needs.invitation")
        .select("post")
        .where("round", "=", id)
        .where("post", "=", who.post)
        .executeTakeFirst();
      if (invited !== undefined)
        await answer(world, id, who, { current: (index % 4) + 1, desired: 4, cause: index % 2 === 0 ? "money" : "staffing" });
    }
    await answer(world, id, await whoIs(world, "vestine"), { current: 2, desired: 4 });
    const kept = await cellsOf(world, id);
    await world.act(null, async (act) => {
      await countAnew(act, id);
      await act.journal({ kind: "needs.test.counted", subject: { kind: "needs.round", id }, payload: {} });
    });
    expect(await cellsOf(world, id)).toEqual(kept);
  });

  test("five people who submit at the same moment are all counted", async () => {
    const huye = await world.organisation("Huye");
    const people = await holders(world, huye, "SES", 5);
    const id = await openedRound(world, { organisations: [huye], title: "At once" });
    const sittings = await Promise.all(people.map((who) => begin(world, id, who)));
    await Promise.all(
      sittings.map((sitting) =>
        world.act(null, async (act) => closeSitting(act, sitting, await answersOf(act, sitting.version, { current: 2, desired: 4 }))),
      ),
    );
    expect((await cellsOf(world, id)).map((cell) => cell.respondents)).toEqual([5, 5, 5, 5, 5, 5]);
  });
});
