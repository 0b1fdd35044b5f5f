/** Frozen copies: numbers, reasons, reply window, withdrawal, and a copy changed behind its seal. */
import { describe, expect, test } from "vitest";
import { newId } from "#platform/db/ids.ts";
import { plainText } from "#platform/i18n/text.ts";
import { useWorld } from "#test/support/world.ts";
import {
  drop,
  freeze,
  openReplies,
  publicReleases,
  release,
  releaseById,
  releaseHash,
  releasesOf,
  repliesTo,
  reply,
  withdraw,
  type NewRelease,
} from "./releases.ts";

const world = useWorld([]);

const wanted = (about: string, people: number, reason?: string): NewRelease => ({
  kind: "test.copy",
  about,
  title: plainText("Key achievements"),
  period: { from: "2024-07-01", to: "2025-06-30" },
  content: { people, by: { women: 20, men: people - 20 } },
  definitions: [{ code: "people", name: plainText("People"), meaning: plainText("Different people"), source: "" }],
  reason,
});

describe("Claudine freezes figures and Aimable releases them", () => {
  test("the copy keeps its figures and definitions under a hash that anybody can compute again", async () => {
    const about = newId();
    const id = await world.act("claudine", (act) => freeze(act, wanted(about, 45)));
    await world.act("aimable", (act) => release(act, id));
    const copy = await releaseById(world.db, id);
    expect(copy).toMatchObject({ number: 1, state: "released", content: { people: 45 } });
    expect(copy?.hash).toBe(releaseHash(copy as never));
    expect((await publicReleases(world.db, "test.copy", 10)).map((one) => one.id)).toContain(id);
  });

  test("a correction is the next number and says why; without a reason it is refused", async () => {
    const about = newId();
    const first = await world.act("claudine", (act) => freeze(act, wanted(about, 45)));
    await world.act("aimable", (act) => release(act, first));
    await expect(world.act("claudine", (act) => freeze(act, wanted(about, 52)))).rejects.toThrow("publication.reasonMissing");
    const second = await world.act("claudine", (act) => freeze(act, wanted(about, 52, "A list of 2024 was imported.")));
    await expect(world.act("claudine", (act) => freeze(act, wanted(about, 53, "Again.")))).rejects.toThrow("publication.oneDraft");
    await world.act("aimable", (act) => release(act, second));
    expect((await releasesOf(world.db, about)).map((one) => [one.number, one.state, one.reason])).toEqual([
      [2, "released", "A list of 2024 was imported."],
      [1, "corrected", null],
    ]);
  });

  test("Vestine replies while the window is open; the copy is not released before it closes", async () => {
    const id = await world.act("claudine", (act) => freeze(act, wanted(newId(), 45)));
    const huye = await world.organisation("Huye");
    const answer = { organisation: huye, text: "Twelve of ours are missing.", language: "en" };
    await expect(world.act("vestine", (act) => reply(act, id, answer))).rejects.toThrow("publication.replyClosed");
    await world.act("claudine", (act) => openReplies(act, id, "2025-11-20"));
    await world.act("vestine", (act) => reply(act, id, answer));
    await expect(world.act("aimable", (act) => release(act, id))).rejects.toThrow("publication.replyOpen");
    expect(await repliesTo(world.db, id)).toMatchObject([{ organisationName: "Huye", text: "Twelve of ours are missing." }]);
  });

  test("a released copy that is taken back stays in its place and says why; a draft is dropped and its number is free", async () => {
    const about = newId();
    const id = await world.act("claudine", (act) => freeze(act, wanted(about, 45)));
    await expect(world.act("aimable", (act) => withdraw(act, id, "Wrong."))).rejects.toThrow("publication.notReleased");
    await world.act("aimable", (act) => release(act, id));
    await expect(world.act("aimable", (act) => drop(act, id))).rejects.toThrow("publication.notDraft");
    await world.act("aimable", (act) => withdraw(act, id, "Two districts were left out."));
    expect(await releaseById(world.db, id)).toMatchObject({ state: "withdrawn", withdrawnWhy: "Two districts were left out." });
    const other = await world.act("claudine", (act) => freeze(act, wanted(newId(), 45)));
    await world.act("claudine", (act) => drop(act, other));
    expect(await releaseById(world.db, other)).toBeNull();
  });

  test("somebody who changes a figure in the database is found out: the copy is not handed on", async () => {
    const id = await world.act("claudine", (act) => freeze(act, wanted(newId(), 45)));
    await world.db
      .updateTable("publication.release")
      .set({ content: JSON.stringify({ people: 9000 }) })
      .where("id", "=", id)
      .execute();
    await expect(releaseById(world.db, id)).rejects.toThrow("publication.changed");
  });
});
