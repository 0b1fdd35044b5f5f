/** The page of an organisation in a round as its readers meet it, and the page of a need beside it. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { useWorld } from "#test/support/world.ts";
import { addResponse } from "./actions-response.ts";
import { module } from "./module.ts";
import { needLine } from "./rules.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { paths } from "./paths.ts";
import { openedRound, sharedRound, whoIs } from "./rounds.fixture.ts";

const world = useWorld([module]);

async function shared(): Promise<{ id: string; huye: string; need: string }> {
  const id = await sharedRound(world);
  const { rows } = await sql<{ id: string }>`select id from needs.need where round = ${id}`.execute(world.db);
  return { id, huye: await world.organisation("Huye"), need: rows[0]?.id ?? "" };
}
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll("&#39;", "’");

describe("Huye’s page while its result waits for a reply", () => {
  test("Vestine reads that it waits for her, by when, and has the button; Claudine has no button but Vestine’s name", async () => {
    const { id, huye } = await shared();
    const vestine = textOf((await (await world.browser("vestine")).get(paths.organisation(id, huye))).text);
    expect(vestine).toContain("One need was found in Huye. Huye has not replied yet.");
    expect(vestine).toContain("Accept or contest the need");
    expect(vestine).toContain("This waits for you.");
    expect(vestine).toContain("By 01/12/2025");
    const claudine = await world.browser("claudine");
    const page = (await claudine.get(paths.organisation(id, huye))).text;
    expect(page).not.toContain(`href="${paths.reply(id, huye)}"`);
    expect(textOf(page)).toContain("District Executive Secretary, Huye");
    expect(page).toContain("Vestine Mukandayisenga");
  });

  test("what Vestine contests and what Claudine answers stand in the need’s own row, before any fold", async () => {
    const { id, huye, need } = await shared();
    const vestine = await world.browser("vestine");
    await vestine.post(paths.reply(id, huye), { [`reply-${need}`]: "contest", [`contest-${need}`]: "The plan was revised in October" });
    const claudine = await world.browser("claudine");
    const asked = await claudine.get(paths.organisation(id, huye));
    expect(asked.text).toContain(`href="${paths.answerContest(need)}"`);
    expect(asked.text).toContain("The association has not answered yet.");
    await claudine.post(paths.answerContest(need), { outcome: "keep", answer: "Both are printed" });
    const html = (await vestine.get(paths.organisation(id, huye))).text;
    const row = html.slice(html.indexOf(`id="need-${need}"`), html.indexOf("<details", html.indexOf(`id="need-${need}"`)));
    expect(textOf(row)).toContain("Huye contests: The plan was revised in October");
    expect(textOf(row)).toContain("The association answers: Both are printed");
    expect(row).toContain("Level now 2.0, wanted 4.0: 2.0 levels short");
  });

  test("where too few answered, Vestine’s row has the reason in place of levels and drawing", async () => {
    const { id, huye, need } = await shared();
    await sql`update needs.need set respondents = 3 where id = ${need}`.execute(world.db);
    const html = (await (await world.browser("vestine")).get(paths.organisation(id, huye))).text;
    expect(html).toContain("Procurement and contracts");
    expect(html).not.toContain("Level now 2.0");
    expect(html).not.toContain("in-dumb");
    const page = (await (await world.browser("vestine")).get(paths.need(need))).text;
    expect(page).not.toContain("now 2.0");
    expect(page).not.toContain("suffer from it");
  });

  test("Jean-Bosco confirmed who answered, and the page says so with his post and day", async () => {
    const { id, huye } = await shared();
    expect(textOf((await (await world.browser("claudine")).get(paths.organisation(id, huye))).text)).toMatch(
      /Confirmed by Director of human resources[^.]*, Huye on 17\/11\/2025\./,
    );
  });

  test("while the round is open Claudine is told how many posts can still answer", async () => {
    const id = await openedRound(world, { organisations: [await world.organisation("Huye")], title: "Open in Huye" });
    expect((await (await world.browser("claudine")).get(paths.organisation(id, await world.organisation("Huye")))).text).toContain(
      "posts can still answer until 28/11/2025",
    );
  });
});

describe("the page of a need", () => {
  async function responded(): Promise<string> {
    const { id, need } = await shared();
    await world.act("claudine", async (act) => {
      await sql`update needs.need set state = 'accepted' where id = ${need}`.execute(act.tx);
      await sql`update needs.round set state = 'planning' where id = ${id}`.execute(act.tx);
      return addResponse(act, {
        need,
        type: "training",
        what: "Three days",
        language: "en",
        estimateMinor: null,
        currency: "RWF",
        owner: (await whoIs(world, "vestine")).post,
        due: "2026-03-01",
        addressee: null,
      });
    });
    return need;
  }

  test("Claudine reads that the response is planned, not running, and how many answered once", async () => {
    const need = await responded();
    const page = textOf((await (await world.browser("claudine")).get(paths.need(need))).text);
    expect(page).toContain("Done: 0. Running: 0. Planned: 1.");
    expect(page).toMatch(/ 8 respondents/);
    expect(page).not.toMatch(/8 8 respondents/);
  });

  test("Vestine is named as the one who answers, also where no telephone is known; an empty post is called vacant", async () => {
    const need = await responded();
    const { person, post } = await whoIs(world, "vestine");
    await sql`delete from registry.contact where person = ${person}`.execute(world.db);
    const claudine = await world.browser("claudine");
    expect(textOf((await claudine.get(paths.need(need))).text)).toContain("District Executive Secretary, Huye (Vestine Mukandayisenga)");
    const { rows } = await sql<{ id: string }>`
      update registry.assignment set to_day = '2025-11-01' where post = ${post} and to_day is null returning id`.execute(world.db);
    expect(textOf((await claudine.get(paths.need(need))).text)).toContain("District Executive Secretary, Huye; the post is vacant");
    await sql`update registry.assignment set to_day = null where id = any(${rows.map((row) => row.id)}::uuid[])`.execute(world.db);
  });

  test.each([
    ["refused", "There will be no response. The reason stands above.", "None; the reason is stated"],
    ["withdrawn", "no response is owed", "None; the need was withdrawn"],
  ])("a need that is %s does not promise a response", async (state, says, step) => {
    const { need } = await shared();
    await sql`update needs.need set state = ${state}, refusal = 'Done by the district' where id = ${need}`.execute(world.db);
    const page = (await (await world.browser("claudine")).get(paths.need(need))).text;
    expect(page).toContain(says);
    expect(page).toContain(step);
    expect(page).not.toContain("Nothing is planned for this need yet");
  });
});

test("from which gap on something is a need is a parameter of the rule set; a rule set older than the parameter is not stopped", async () => {
  const rules = await ruleSetFor(world.db, "needs_round", "2025-11-17");
  expect(needLine(rules)).toBe(1);
  const { need_gap: own, ...others } = rules.parameters;
  expect(own?.value).toBe(1);
  expect(needLine({ ...rules, parameters: { ...others, need_gap: { ...own!, value: 1.5 } } })).toBe(1.5);
  expect(needLine({ ...rules, parameters: { ...others, bottleneck_gap: { ...others["bottleneck_gap"]!, value: 3 } } })).toBe(1.5);
});
