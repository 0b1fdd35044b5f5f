/** A plan as a document: its versions, its words in three languages, and what organs decided on it. */
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Act } from "#kernel/access/act.ts";
import { newId } from "#platform/db/ids.ts";
import { useWorld } from "#test/support/world.ts";
import { decide, decisionsOf, type NewDecision } from "./decisions.ts";
import {
  contentHash,
  draftVersion,
  giveBack,
  handIn,
  isIntact,
  openDocument,
  putInForce,
  versionsInForce,
  versionsOf,
  withdrawVersion,
} from "./versions.ts";
import { moveWording, wordingFor, wordingsOf, writeWording } from "./wordings.ts";

const world = useWorld([]);
const about = () => ({ kind: "trial.plan", id: newId() });

const doing = <R>(work: (act: Act) => Promise<R>): Promise<R> =>
  world.act("claudine", async (act) => {
    const result = await work(act);
    await act.journal({ kind: "trial.document", subject: about(), payload: {} });
    return result;
  });

const opened = (of = about()) =>
  doing((act) => openDocument(act, { kind: "plan", about: of, organisation: world.association, legalBasis: null }));

describe("versions", () => {
  it("a record has one document of a kind, however often it is opened", async () => {
    const of = about();
    expect(await opened(of)).toBe(await opened(of));
  });

  it("a draft is written anew under its number; in approval it stands still; in force it supersedes the one before", async () => {
    const document = await opened();
    const first = await doing((act) => draftVersion(act, document, { lines: 1 }));
    const again = await doing((act) => draftVersion(act, document, { lines: 2 }));
    expect([again.id, again.number, again.hash]).toEqual([first.id, 1, contentHash({ lines: 2 })]);
    await doing((act) => handIn(act, first.id));
    await expect(doing((act) => draftVersion(act, document, { lines: 3 }))).rejects.toThrow(/document\.inApproval/);
    await doing((act) => putInForce(act, first.id, "2025-06-20"));
    const second = await doing((act) => draftVersion(act, document, { lines: 3 }, "Two courses moved"));
    await doing((act) => handIn(act, second.id));
    await doing((act) => putInForce(act, second.id, "2025-11-10"));
    expect((await versionsOf(world.db, document)).map(({ number, state, from, to, reason }) => [number, state, from, to, reason])).toEqual([
      [2, "in_force", "2025-11-10", null, "Two courses moved"],
      [1, "superseded", "2025-06-20", "2025-11-10", null],
    ]);
    expect((await versionsInForce(world.db, [document])).get(document)?.id).toBe(second.id);
  });

  it("a version that comes back is a draft again under the same number, and a withdrawn one keeps its reason", async () => {
    const document = await opened();
    const { id } = await doing((act) => draftVersion(act, document, {}));
    await doing((act) => handIn(act, id));
    await expect(doing((act) => handIn(act, id))).rejects.toThrow(/document\.notNow/);
    await doing((act) => giveBack(act, id));
    expect((await doing((act) => draftVersion(act, document, { lines: 1 }))).id).toBe(id);
    await doing((act) => withdrawVersion(act, id, "The year was merged with the next", "2025-11-17"));
    expect((await versionsOf(world.db, document))[0]).toMatchObject({ state: "withdrawn", reason: "The year was merged with the next" });
  });

  it("content that somebody changed in the database behind the organs’ back is not put in force", async () => {
    const document = await opened();
    const { id } = await doing((act) => draftVersion(act, document, { cost: 100 }));
    await doing((act) => handIn(act, id));
    await sql`update document.version set content = '{"cost": 900}' where id = ${id}`.execute(world.db);
    const [planted] = await versionsOf(world.db, document);
    expect(planted !== undefined && isIntact(planted)).toBe(false);
    await expect(doing((act) => putInForce(act, id, "2025-11-17"))).rejects.toThrow(/document\.changed/);
  });

  it("the hash does not depend on the order of keys", () => {
    expect(contentHash({ a: 1, b: [2] })).toBe(contentHash({ b: [2], a: 1 }));
  });
});

describe("wordings", () => {
  it("each language has a status of its own, moves on only, and an approved one is not written over", async () => {
    const { id: version } = await doing(async (act) =>
      draftVersion(act, await openDocument(act, { kind: "plan", about: about(), organisation: world.association, legalBasis: null }), {}),
    );
    await doing((act) => writeWording(act, { version, language: "en", title: "Plan", body: "" }));
    await doing((act) => writeWording(act, { version, language: "rw", title: "Igenamigambi", body: "", status: "translated" }));
    await expect(doing((act) => moveWording(act, version, "rw", "draft"))).rejects.toThrow(/document\.notNow/);
    await expect(doing((act) => moveWording(act, version, "fr", "approved"))).rejects.toThrow(/document\.noWording/);
    await doing((act) => moveWording(act, version, "en", "approved"));
    await expect(doing((act) => writeWording(act, { version, language: "en", title: "Other", body: "" }))).rejects.toThrow(
      /document\.approvedWording/,
    );
    const words = await wordingsOf(world.db, [version]);
    expect(words.map((one) => [one.language, one.status])).toEqual([
      ["en", "approved"],
      ["rw", "translated"],
    ]);
    expect([wordingFor(words, "rw")?.title, wordingFor(words, "fr")?.title, wordingFor([], "fr")]).toEqual(["Igenamigambi", "Plan", null]);
  });
});

describe("decisions", () => {
  const decision = (more: Partial<NewDecision> = {}): NewDecision => ({
    about: about(),
    version: null,
    step: "assembly",
    organ: "general_assembly",
    on: "2025-11-14",
    number: "GA/2025/03",
    outcome: "adopted",
    reasons: null,
    language: null,
    file: null,
    ...more,
  });

  it("Claudine records what the General Assembly decided, and it is read back with her post", async () => {
    const made = decision();
    await doing((act) => decide(act, made));
    expect((await decisionsOf(world.db, [made.about.id]))[0]).toMatchObject({
      organ: "general_assembly",
      on: "2025-11-14",
      number: "GA/2025/03",
      postType: "CBM",
    });
  });

  it.each([
    ["an organ the association does not have", { organ: "senate" }, "document.noOrgan"],
    ["no number", { number: " " }, "document.noNumber"],
    ["a day still to come", { on: "2025-11-18" }, "document.future"],
    ["returned without a reason", { outcome: "returned" as const }, "document.noReasons"],
  ])("%s is refused", async (_title, more, code) => {
    await expect(doing((act) => decide(act, decision(more)))).rejects.toThrow(code);
  });
});
