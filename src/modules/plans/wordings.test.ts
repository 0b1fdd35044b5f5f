/** A plan’s words in three languages: who translates, who reviews, who approves, and what a reader then sees. */
import { describe, expect, it } from "vitest";
import { module as needs } from "#modules/needs";
import { useWorld } from "#test/support/world.ts";
import { module } from "./module.ts";
import { paths } from "./paths.ts";
import { adoptedPlan, opened, planWith } from "./plans.fixture.ts";
import { takeWords, wordsOfPlan, writeWords } from "./wordings.ts";
import { thePlan } from "./queries.ts";

const world = useWorld([needs, module]);

const FRENCH = { title: "Plan de renforcement 2026", body: "Combler les écarts les plus larges." };
const statusOf = async (plan: string, language: string) =>
  (await wordsOfPlan(world.db, await thePlan(world.db, plan)))?.languages.find((one) => one.language === language)?.now?.status;

describe("a plan’s words in three languages", () => {
  it("Claudine translates, Solange reviews, Aimable approves, and a French reader sees the French title", async () => {
    const { plan } = await adoptedPlan(world);
    const claudine = await world.browser("claudine");
    expect((await claudine.get(paths.wordings(plan))).text).toContain("No words yet");
    const empty = await claudine.post(paths.wording(plan, "fr"), { do: "complete", title: "", body: "" });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('href="#title-fr"')]);
    expect(empty.text).toContain("Write the summary.");
    expect((await claudine.post(paths.wording(plan, "fr"), { do: "draft", title: FRENCH.title })).status).toBe(303);
    expect(await statusOf(plan, "fr")).toBe("draft");
    expect((await claudine.post(paths.wording(plan, "fr"), { do: "complete", ...FRENCH })).status).toBe(303);
    const own = await claudine.get(paths.wordings(plan));
    expect(own.text).toContain("You wrote this wording yourself; somebody else looks at it.");
    await expect(world.act("claudine", (act) => takeWords(act, plan, "fr", "review"))).rejects.toThrow(/flow\.refused/);
    await expect(world.act("solange", (act) => takeWords(act, plan, "fr", "approve"))).rejects.toThrow(/flow\./);
    const solange = await world.browser("solange");
    expect((await solange.post(paths.wordingStep(plan, "fr", "review"))).status).toBe(303);
    const aimable = await world.browser("aimable");
    expect((await aimable.post(paths.wordingStep(plan, "fr", "approve"))).status).toBe(303);
    expect(await statusOf(plan, "fr")).toBe("approved");
    expect((await aimable.get(`${paths.plan(plan)}?lang=fr`)).text).toContain(FRENCH.title);
    expect((await aimable.get(`${paths.plan(plan)}?lang=en`)).text).not.toContain(FRENCH.title);
    await expect(
      world.act("claudine", (act) => writeWords(act, { plan, language: "fr", ...FRENCH, title: "Autre", complete: true })),
    ).rejects.toThrow(/document\.approvedWording/);
  });

  it("before the plan is adopted, words are reviewed but not approved; the plan’s own language is written with the plan", async () => {
    const { plan } = await opened(world);
    await world.act("claudine", (act) => writeWords(act, { plan, language: "rw", title: "Igenamigambi", body: "Intego", complete: true }));
    await world.act("solange", (act) => takeWords(act, plan, "rw", "review"));
    expect((await (await world.browser("aimable")).get(paths.wordings(plan))).text).toContain("The plan is not adopted yet.");
    await expect(world.act("aimable", (act) => takeWords(act, plan, "rw", "approve"))).rejects.toThrow(/flow\.refused/);
    await expect(
      world.act("claudine", (act) => writeWords(act, { plan, language: "en", title: "Other", body: "", complete: true })),
    ).rejects.toThrow(/plans\.noPlan/);
    expect(await statusOf(plan, "rw")).toBe("reviewed");
  });

  it("Vestine reads the words of an open plan and is offered nothing to write; a draft is not hers to see", async () => {
    const { plan } = await opened(world);
    const vestine = await world.browser("vestine");
    const page = await vestine.get(paths.wordings(plan));
    expect([page.status, page.text.includes("<textarea")]).toEqual([200, false]);
    expect((await vestine.post(paths.wording(plan, "fr"), { do: "draft", ...FRENCH })).status).toBe(403);
    expect((await vestine.post(paths.wordingStep(plan, "fr", "approve"))).status).toBeGreaterThanOrEqual(403);
    const draft = await planWith(world);
    expect((await vestine.get(paths.wordings(draft.plan))).status).toBe(404);
    expect((await (await world.browser("claudine")).get(paths.wordings(draft.plan))).text).toContain("Open the plan for comments first");
  });
});
