/** The ground under all other tests: the installation, sign-in as somebody, and an act without a journal entry. */
import { expect, test } from "vitest";
import { UnjournaledAct } from "#kernel/access/act.ts";
import { newId } from "#platform/db/ids.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { TODAY } from "./support/fixed.ts";
import { typedInJournal, useWorld } from "./support/world.ts";

const world = useWorld();

test("the pack installs 28 members and shows 31 places", async () => {
  const shown = await membersOn(world.db, TODAY);
  expect(shown.filter((member) => member.via === null)).toHaveLength(28);
  expect(shown).toHaveLength(31);
});

test("Claudine acts as the capacity-building manager of the association", async () => {
  const claudine = await world.actor("claudine");
  expect(claudine.postType).toBe("CBM");
  expect(claudine.organisation).toBe(world.association);
  expect(claudine.roles).toContain("capacity_manager");
});

test("an act that finds nothing to do needs no entry", async () => {
  const done = world.act("claudine", async (act) => {
    await act.tx.selectFrom("registry.person").select("id").limit(1).execute();
    return "nothing to do";
  });
  expect(await done).toBe("nothing to do");
});

test("an act that forgets its journal entry leaves nothing behind", async () => {
  const id = newId();
  const forgetful = world.act("claudine", async (act) => {
    await act.tx.insertInto("registry.person").values({ id, full_name: "Nobody", sort_name: "nobody" }).execute();
  });
  await expect(forgetful).rejects.toThrow(UnjournaledAct);
  const left = await world.db.selectFrom("registry.person").selectAll().where("id", "=", id).execute();
  expect(left).toEqual([]);
});

test("a visitor who opens an address that does not exist reads a sentence in her language", async () => {
  const visitor = await world.browser(null);
  const answer = await visitor.get("/nothing?lang=fr");
  expect(answer.status).toBe(404);
  expect(answer.text).toContain("Il n’y a pas de page à cette adresse");
});

test("a form that is shown again links to the page it came from, not to the address that takes forms alone", async () => {
  const claudine = await world.browser("claudine");
  const page = await claudine.post("/account/password", { now: "guess", password: "short", again: "other" }, "/account?from=form");
  expect([page.status, page.text.includes('href="/account?from=form&amp;lang=fr"')]).toEqual([422, true]);
});

test("words that somebody typed are found in a public payload; ids, codes and days are not", async () => {
  const note = (kind: string, payload: Record<string, unknown>) =>
    world.act("claudine", (act) => act.journal({ kind, subject: { kind: "test", id: newId() }, payload }));
  await note("test.typed", { why: { note: "She was ill" } });
  await note("test.coded", { code: "too_late", day: "2025-11-17", id: newId(), many: [1, 2] });
  const found = await typedInJournal(world.db);
  expect(found).toContain("test.typed (“She was ill”)");
  expect(found.filter((one) => one.startsWith("test.coded"))).toEqual([]);
});
