/** Who may do what with needs, and what a district sees of others. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { useWorld } from "#test/support/world.ts";
import type { CastName } from "#test/support/cast.ts";
import { TODAY } from "#test/support/fixed.ts";
import { addResponse } from "./actions-response.ts";
import { module } from "./module.ts";
import { openNeeds } from "./public.ts";
import { paths } from "./paths.ts";
import { roundPurpose } from "./purpose.ts";
import { records } from "./records.ts";
import { verbs } from "./rules.ts";
import { sharedRound, openedRound, whoIs } from "./rounds.fixture.ts";

const world = useWorld([module]);

describe("who may do what", () => {
  const ROUND_PAGES: readonly [
    verb: keyof typeof verbs,
    who: CastName,
    path: (id: string, huye: string) => string,
    form?: Record<string, string>,
  ][] = [
    ["read", "pacifique", () => paths.needs],
    ["read", "gilbert", () => paths.rounds],
    ["design", "jeanbosco", () => paths.newRound],
    ["launch", "vestine", (id) => paths.launch(id)],
    ["open", "aimable", (id) => paths.step(id, "open"), {}],
    ["close", "vestine", (id) => paths.step(id, "close"), {}],
    ["cancel", "aimable", (id) => paths.step(id, "cancel"), { reason: "x" }],
    ["extend", "aimable", (id) => paths.step(id, "extend"), {}],
    ["finishModeration", "vestine", (id) => paths.step(id, "finishModeration"), {}],
    ["share", "jeanbosco", (id) => paths.step(id, "share"), {}],
    ["plan", "solange", (id) => paths.step(id, "plan"), {}],
    ["finish", "aimable", (id) => paths.step(id, "finish"), {}],
    ["remind", "vestine", (id) => paths.remind(id), {}],
    ["record", "vestine", (id, huye) => paths.evidence(id, huye)],
    ["validate", "claudine", (id, huye) => paths.validate(id, huye)],
    ["moderate", "jeanbosco", (id, huye) => paths.moderate(id, huye, "PRC")],
    ["reply", "jeanbosco", (id, huye) => paths.reply(id, huye)],
    ["reply", "claudine", (id, huye) => paths.reply(id, huye)],
    ["report", "claudine", () => paths.report],
  ];
  test.each(ROUND_PAGES)("%s is denied to %s", async (_verb, who, path, form) => {
    const id = await openedRound(world, { title: `Denied ${_verb} ${who}` });
    const browser = await world.browser(who);
    const address = path(id, await world.organisation("Huye"));
    const answered = form === undefined ? await browser.get(address) : await browser.post(address, form);
    expect(answered.status).toBe(403);
  });

  test("Claudine sends the cancellation again from a second tab, without a reason: she reads that it no longer applies, not a failure", async () => {
    const id = await openedRound(world, { title: "Cancelled in another tab" });
    const claudine = await world.browser("claudine");
    expect((await claudine.post(paths.step(id, "cancel"), { reason: "" })).status).toBe(422);
    expect((await claudine.post(paths.step(id, "cancel"), { reason: "The budget was moved" })).status).toBe(303);
    expect((await claudine.post(paths.step(id, "cancel"), { reason: "" })).status).toBe(409);
  });

  test("responses, refusals, objections and ends of needs are denied to Pacifique, and refusals to Vestine", async () => {
    const id = await sharedRound(world);
    const [need] = (await sql<{ id: string }>`select id from needs.need where round = ${id}`.execute(world.db)).rows;
    const pacifique = await world.browser("pacifique");
    const vestine = await world.browser("vestine");
    for (const path of [paths.respond, paths.refuse, paths.answerContest])
      expect((await pacifique.get(path(need?.id ?? ""))).status).toBe(403);
    expect((await pacifique.post(paths.meet(need?.id ?? ""))).status).toBe(403);
    expect((await vestine.post(paths.refuse(need?.id ?? ""), { reason: "x" })).status).toBe(403);
    expect((await world.browser(null).then((browser) => browser.get(paths.needs))).status).not.toBe(200);
  });

  test("Gilbert’s post is not invited, and Olivier cannot say how a response of Huye stands", async () => {
    const id = await sharedRound(world);
    const open = await openedRound(world, { title: "Not for Gilbert" });
    expect(await roundPurpose.open(world.db, await world.actor("gilbert"), open, TODAY)).toMatchObject({ allowed: false });
    expect(await roundPurpose.open(world.db, await world.actor("beata"), open, TODAY)).toMatchObject({
      allowed: true,
      organisation: await world.organisation("Huye"),
    });
    const [need] = (await sql<{ id: string }>`select id from needs.need where round = ${id}`.execute(world.db)).rows;
    const response = await world.act("claudine", async (act) => {
      await sql`update needs.need set state = 'accepted' where id = ${need?.id ?? ""}`.execute(act.tx);
      return addResponse(act, {
        need: need?.id ?? "",
        type: "training",
        what: "Three days",
        language: "en",
        estimateMinor: 6_400_000,
        currency: "RWF",
        owner: (await whoIs(world, "vestine")).post,
        due: "2026-03-01",
        addressee: null,
      });
    });
    const olivier = await world.browser("olivier");
    expect((await olivier.post(paths.response(need?.id ?? "", response), { step: "begin" })).status).toBe(403);
    const vestine = await world.browser("vestine");
    expect((await vestine.post(paths.response(need?.id ?? "", response), { step: "complete", note: "Held in February" })).location).toBe(
      paths.need(need?.id ?? ""),
    );
    expect((await vestine.get(paths.need(need?.id ?? ""))).text).toContain("Held in February");
    expect((await (await world.browser("vestine")).get(`${paths.need(need?.id ?? "")}?lang=fr`)).text).toContain(
      "6\u202f400\u202f000\u00a0RWF",
    );
    expect((await (await world.browser("claudine")).post(paths.meet(need?.id ?? ""))).location).toBe(paths.need(need?.id ?? ""));
  });

  test("every verb of this module names somebody, and none names a role that the pack gives to no post", () => {
    const given = new Set(world.pack.postTypes.flatMap((type) => type.roles));
    for (const verb of Object.values(verbs)) {
      expect(Object.keys(verb.roles).length, verb.name).toBeGreaterThan(0);
      for (const role of Object.keys(verb.roles)) expect(given.has(role as never), `${verb.name} ${role}`).toBe(true);
    }
  });

  test("Chantal of Musanze finds nothing of Huye: no result, no need, no evidence, in lists neither", async () => {
    const huye = await world.organisation("Huye");
    const id = await sharedRound(world);
    const [need] = (await sql<{ id: string }>`select id from needs.need where round = ${id}`.execute(world.db)).rows;
    const chantal = await world.browser("chantal");
    for (const path of [
      paths.round(id),
      paths.organisation(id, huye),
      paths.need(need?.id ?? ""),
      paths.ofOrganisation(huye),
      paths.reply(id, huye),
      paths.validate(id, huye),
      paths.coverage(id),
      paths.waiting(id),
      paths.respond(need?.id ?? ""),
    ])
      expect((await chantal.get(path)).status, path).toBe(404);
    expect((await chantal.get(`${paths.needs}?organisation=${huye}`)).text).toContain("No need matches");
    expect((await (await world.browser("chantal")).get(`${paths.needs}?format=csv`)).text).not.toContain("Huye");
    const seen = await records["needs.need"]?.visible(world.db, await world.actor("chantal"), [need?.id ?? ""], TODAY);
    expect(seen?.size).toBe(0);
    expect((await records["needs.need"]?.visible(world.db, await world.actor("vestine"), [need?.id ?? ""], TODAY))?.size).toBe(1);
    expect((await records["needs.need"]?.visible(world.db, null, [need?.id ?? ""], TODAY))?.size).toBe(0);
  });

  test("Huye keeps its result to itself: Claudine sees how many answered and no more", async () => {
    const huye = await world.organisation("Huye");
    const id = await sharedRound(world, "none");
    const [need] = (await sql<{ id: string }>`select id from needs.need where round = ${id}`.execute(world.db)).rows;
    const claudine = await world.browser("claudine");
    const page = await claudine.get(paths.organisation(id, huye));
    expect(page.text).toContain("keeps its result to itself");
    expect(page.text).not.toContain("What each source says");
    expect((await claudine.get(paths.need(need?.id ?? ""))).status).toBe(404);
    expect((await claudine.get(`${paths.needs}?round=${id}`)).text).toContain("No need matches");
    expect((await (await world.browser("vestine")).get(paths.organisation(id, huye))).text).toContain("Procurement and contracts");
    expect((await openNeeds(world.db, world.pack, {})).map((one) => one.round)).not.toContain(id);
  });
});
