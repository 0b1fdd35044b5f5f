/** Who sees what of a plan, who is stopped where, and who finds which step in the morning. */
import { describe, expect, it, test } from "vitest";
import { module as needs } from "#modules/needs";
import type { CastName } from "#test/support/cast.ts";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { makePlan, recordDecision, startPlan } from "./actions-plan.ts";
import { dutiesOf } from "./duties.ts";
import { module } from "./module.ts";
import { paths } from "./paths.ts";
import { adoptedPlan, decision, on, opened, planWith } from "./plans.fixture.ts";
import { records } from "./records.ts";

const world = useWorld([needs, module]);

describe("who sees what", () => {
  it("a draft is not there for Vestine; from the comments on she reads it with Huye’s places; a visitor meets it in the calendar once adopted", async () => {
    const draft = await planWith(world, [{ title: "Hidden line" }]);
    const vestine = await world.browser("vestine");
    expect((await vestine.get(paths.plan(draft.plan))).status).toBe(404);
    expect((await vestine.get(paths.line(draft.lines[0] ?? ""))).status).toBe(404);
    const open = await opened(world, [{ title: "Shown to members" }]);
    expect((await vestine.get(paths.plan(open.plan))).text).toContain("Places for Huye");
    const visitor = await world.browser(null);
    expect((await visitor.get(`${paths.calendar}?year=2026-07-01`)).text).not.toContain("Shown to members");
    const adopted = await adoptedPlan(world, [{ title: "Shown to everyone" }]);
    const address = `${paths.calendar}?year=2026-07-01`;
    expect((await visitor.get(address)).text).toContain("Shown to everyone");
    expect((await visitor.get(paths.data)).text).toContain("Shown to everyone");
    const feed = await visitor.get(paths.feed);
    expect(feed.text).toContain("SUMMARY:Shown to everyone");
    expect(feed.text).toContain("DTSTART;VALUE=DATE:20261012");
    expect((await visitor.get(paths.event(adopted.lines[0] ?? ""))).status).toBe(200);
    expect((await visitor.get(paths.event(open.lines[0] ?? ""))).status).toBe(404);
    expect(await records["plans.line"]?.visible(world.db, null, [...adopted.lines, ...open.lines], TODAY)).toEqual(new Set(adopted.lines));
  });

  test.each<[string, CastName, (plan: string, line: string) => readonly [string, Record<string, string>?]]>([
    ["read", "pacifique", () => [paths.plans]],
    ["draft", "aimable", () => [paths.newPlan]],
    ["draft", "vestine", (plan, line) => [paths.edit(plan, line, "what")]],
    ["comment", "solange", (plan) => [paths.comments(plan), { text: "x" }]],
    ["settle", "vestine", (_plan, line) => [paths.settle(line), { note: "x" }]],
    ["account", "vestine", (_plan, line) => [paths.account(line), {}]],
    ["invite", "aimable", (plan) => [paths.step(plan, "invite"), {}]],
    ["compare", "vestine", (plan) => [paths.step(plan, "compare"), {}]],
    ["write", "vestine", (plan) => [paths.step(plan, "write"), {}]],
    ["takeBack", "vestine", (plan) => [paths.step(plan, "takeBack"), { reason: "x" }]],
    ["start", "aimable", (plan) => [paths.step(plan, "start"), {}]],
    ["revise", "vestine", (plan) => [paths.step(plan, "revise"), {}]],
    ["submitRevision", "vestine", (plan) => [paths.step(plan, "submitRevision"), {}]],
    ["abandonRevision", "vestine", (plan) => [paths.step(plan, "abandonRevision"), { reason: "x" }]],
    ["close", "vestine", (plan) => [paths.step(plan, "close"), { reason: "x" }]],
  ])("%s is denied to %s", async (_verb, who, ask) => {
    const { plan, lines } = await opened(world);
    const [path, form] = ask(plan, lines[0] ?? "");
    const browser = await world.browser(who);
    expect((form === undefined ? await browser.get(path) : await browser.post(path, form)).status).toBe(403);
  });

  test.each(["forward", "endorse", "confirm", "adopt", "adoptRevision"] as const)("%s is denied to Vestine", async (step) => {
    const { plan } = await opened(world);
    const form = { organ: "secretariat", "on-day": "17", "on-month": "11", "on-year": "2025", number: "1", outcome: "adopted" };
    expect((await (await world.browser("vestine")).post(paths.decide(plan, step), form)).status).toBe(403);
  });

  it("one plan a year: a second is refused; the closing of one needs its year to be over or its lines settled", async () => {
    await planWith(world, [], "2027-07-01");
    const again = { organisation: world.association, fiscalYearStart: "2027-07-01", title: "Twice", language: "en" as const, purpose: "" };
    await expect(world.act("claudine", (act) => makePlan(act, again))).rejects.toThrow(/plans\.yearTaken/);
    const { plan } = await adoptedPlan(world);
    await expect(world.act("claudine", (act) => startPlan(act, plan))).rejects.toThrow(/flow\.refused/);
  });

  it("Claudine, Aimable and Vestine each find their own step on the morning page, in a fixed number of queries", async () => {
    const { plan } = await opened(world, [{ title: "Waits for the secretariat" }]);
    await on(world, "claudine", "2025-12-08", (act) => recordDecision(act, plan, "forward", decision("commission", { outcome: "noted" })));
    await opened(world, [{ title: "Waits for comments" }]);
    const question = async (name: CastName) => {
      const actor = await world.actor(name);
      const post = { post: actor.post ?? "", postType: actor.postType ?? "", organisation: actor.organisation ?? "", roles: actor.roles };
      return dutiesOf(world.db, { posts: [post], today: TODAY, pack: world.pack, association: world.association });
    };
    expect((await question("vestine")).map((duty) => duty.key.split(":")[0])).toContain("plans.comment");
    expect((await question("claudine")).map((duty) => duty.key.split(":")[0])).toContain("plans.closing");
    expect((await question("aimable")).map((duty) => duty.key.split(":")[0])).toContain("plans.endorse");
    expect(await question("pacifique")).toEqual([]);
  });
});
