/** One round from the workbook to its close: Claudine asks, people answer, Huye replies, and every need gets an answer. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { itemsOf } from "#kernel/questionnaire/capacity.ts";
import { closeSitting, type Answered } from "#kernel/questionnaire/sittings.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { begin, holders, whoIs } from "../../src/modules/needs/rounds.fixture.ts";
import { signedInByCookie } from "../support/cookie.ts";
import { DESK, expectSound, PHONE, useSite } from "../support/site.ts";
import { useWorld } from "../support/world.ts";

const world = useWorld();
const site = useSite(world);

const TITLE = "Capacity needs 2025/2026";
const REPLY = "Huye thanks the round and will put revenue first in its plan.";
const OBJECTION = "Two complaint officers took office in October, after the answers.";

/** What Huye says of each field: level now, level wanted, importance, and why where there is a gap. Buying, revenue and complaints are short. */
const SHORT = {
  LDG: ["4", "4", "medium"],
  PLN: ["4", "4", "medium"],
  BUD: ["2", "4", "high", "tools_system"],
  PRC: ["2", "4", "medium", "knowledge_skill"],
  SVC: ["4", "4", "medium"],
  CMP: ["3", "4", "critical", "staffing"],
} as const;
type Field = keyof typeof SHORT;
type Said = Readonly<Record<Field, readonly [now: string, wanted: string, importance: string, cause?: string]>>;
const CONTENT = Object.fromEntries(Object.keys(SHORT).map((field) => [field, ["4", "4", "medium"]])) as unknown as Said;

const pathOf = (page: Page): string => decodeURIComponent(new URL(page.url()).pathname);
const mainOf = async (page: Page): Promise<string> => (await page.innerText("main")).replaceAll(/\s+/g, " ");

const known = new Set<string>();

/** Finds a page sound; one with the same address but for its ids, and the same heading, was looked at before. */
async function lookAt(page: Page): Promise<void> {
  const kind = `${pathOf(page).replaceAll(/[0-9a-f-]{36}/g, ":id")} ${await page.innerText("h1")}`;
  if (known.has(kind)) return;
  await expectSound(page);
  known.add(kind);
}

/** Opens a page and finds it sound. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await lookAt(page);
}

/** Presses a button or follows a link of the content by its words, and finds the page that comes sound. */
async function press(page: Page, words: string | RegExp): Promise<void> {
  await page
    .locator("main")
    .getByRole("button", { name: words })
    .or(page.locator("main").getByRole("link", { name: words }))
    .first()
    .click();
  await page.waitForLoadState();
  await lookAt(page);
}

async function writeDay(page: Page, field: string, day: readonly [string, string, string]): Promise<void> {
  for (const [index, part] of ["day", "month", "year"].entries()) await page.fill(`[name="${field}-${part}"]`, day[index] ?? "");
}

const at = (name: "claudine" | "vestine"): Promise<Page> => signedInByCookie(world, site, name, { viewport: DESK });

async function publishWorkbook(page: Page): Promise<void> {
  await visit(page, "/questionnaires/new");
  const buffer = await (await page.request.get("/questionnaires/template.xlsx")).body();
  await page.fill('[name="title"]', "Where our offices stand");
  await page.fill('[name="code"]', "CNA-2025");
  await page.setInputFiles('[name="workbook"]', {
    name: "cna.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer,
  });
  await press(page, "Upload and check");
  expect(await mainOf(page)).toContain("Every cell is in order.");
  await press(page, "Publish version 1");
  expect(await mainOf(page)).toContain("Published");
}

async function fillDesign(page: Page, part: string, work: () => Promise<unknown>): Promise<void> {
  const round = pathOf(page);
  await visit(page, `${round}/design/${part}`);
  await work();
  await page.click("main form button");
  await page.waitForURL(`**${round}`);
}

/** Designs the round in eight parts and returns its id. */
async function design(page: Page): Promise<string> {
  await visit(page, "/needs/rounds/new");
  await page.fill('[name="title"]', TITLE);
  await press(page, "Begin the design");
  const tick = async (name: string, values: readonly string[]): Promise<void> => {
    for (const value of values) await page.check(`[name="${name}"][value="${value}"]`);
  };
  await fillDesign(page, "title", () => tick("kind", ["annual_light"]));
  await fillDesign(page, "why", async () => {
    await page.fill('[name="purpose"]', "To plan the year on what offices lack");
    await page.fill('[name="whom"]', "Districts and their sectors");
    await page.fill('[name="what"]', "Serve residents without delay");
  });
  await fillDesign(page, "scope", () => tick("scope", ["entity"]));
  await fillDesign(page, "people", async () => {
    await tick("groups", ["hr_directors", "district_executive_secretaries", "procurement_officers", "sector_executive_secretaries"]);
    await tick("take", ["some"]);
    for (const district of ["Huye", "Musanze", "Rubavu"]) await page.getByLabel(district, { exact: true }).check();
  });
  await fillDesign(page, "methods", async () => {
    await tick("methods", ["self_assessment"]);
    await page.selectOption('[name="version"]', { label: "Where our offices stand" });
  });
  await fillDesign(page, "dates", async () => {
    await writeDay(page, "opens", ["17", "11", "2025"]);
    await writeDay(page, "closes", ["28", "11", "2025"]);
  });
  await fillDesign(page, "levels", () => page.fill('[name="needGap"]', "1"));
  await fillDesign(page, "sharing", () => tick("consent", ["aggregate"]));
  return pathOf(page).split("/").at(-1) ?? "";
}

async function launchAndOpen(page: Page, round: string): Promise<void> {
  await visit(page, `/needs/rounds/${round}/launch`);
  expect(await mainOf(page)).toContain("Sector Executive Secretary");
  await press(page, /^Launch: invite \d+ posts$/);
  await step(page, round, "open");
  expect(await mainOf(page)).toContain("Open for answers");
}

/** Béata finds the questionnaire on her morning page and answers it on a phone without script. */
async function answerInBrowser(round: string): Promise<void> {
  const sound = await signedInByCookie(world, site, "beata", { viewport: PHONE });
  await visit(sound, "/today");
  await visit(sound, `/answer/start/needs.round/${round}`);
  const page = await signedInByCookie(world, site, "beata", { viewport: PHONE, javaScriptEnabled: false });
  await page.goto("/today");
  await page.click(`main a[href*="${round}"] >> nth=0`);
  expect(pathOf(page)).toBe(`/answer/start/needs.round/${round}`);
  await page.click("main form button");
  await page.check('input[value="serve"]');
  const go = (): Promise<void> => page.click("main form button.govuk-button >> nth=0");
  await go();
  for (const [field, [now, wanted, importance, cause]] of Object.entries(SHORT as Said)) {
    for (const [question, value] of [
      ["current", now],
      ["desired", wanted],
      ["importance", importance],
    ])
      await page.check(`[name="/${field}/${field}_level/${field}_${question}"][value="${value}"]`);
    await go();
    if (cause !== undefined) await page.check(`[name="/${field}/${field}_why/${field}_cause"][value="${cause}"]`);
    await go();
  }
  await go();
  expect(pathOf(page)).toMatch(/\/check$/);
  await visit(sound, pathOf(page));
  await go();
  expect(pathOf(page)).toMatch(/\/done$/);
}

/** Everybody else answers at the same places of the questionnaire. */
async function answerAs(round: string, who: { readonly post: string; readonly person: string }, said: Said): Promise<void> {
  const sitting = await begin(world, round, who);
  await world.act(null, async (act) => {
    const items = itemsOf(await modelOf(act.tx, sitting.version));
    const answers = items.flatMap(({ domain, paths }): [string, string][] => {
      const [now, wanted, importance, cause] = said[domain as Field];
      const pairs = [
        [paths.current, now],
        [paths.desired, wanted],
        [paths.importance, importance],
        [paths.cause, cause],
      ] as const;
      return pairs.flatMap(([path, value]): [string, string][] => (path === undefined || value === undefined ? [] : [[path, value]]));
    });
    const answered: Answered = { format: 1, language: "en", values: {}, answers: Object.fromEntries(answers), aside: {}, instanceName: "" };
    await closeSitting(act, sitting, answered);
  });
}

async function everybodyAnswers(round: string, huye: string, rubavu: string): Promise<void> {
  await answerInBrowser(round);
  for (const name of ["pacifique", "vestine", "jeanbosco"] as const) await answerAs(round, await whoIs(world, name), SHORT);
  for (const who of await holders(world, huye, "SES", 4)) await answerAs(round, who, SHORT);
  for (const name of ["chantal", "olivier"] as const) await answerAs(round, await whoIs(world, name), SHORT);
  for (const who of await holders(world, rubavu, "SES", 5)) await answerAs(round, who, CONTENT);
}

/** Takes a step of the round on its own page. */
async function step(page: Page, round: string, name: string): Promise<void> {
  await visit(page, `/needs/rounds/${round}/steps/${name}`);
  await page.click("main form button");
  await page.waitForLoadState();
  await lookAt(page);
  expect(pathOf(page)).toBe(`/needs/rounds/${round}`);
}

/** Vestine confirms who answered; Claudine sets one level otherwise and says why; when the others had their time, she shares. */
async function moderateAndShare(round: string, huye: string): Promise<void> {
  const own = `/needs/rounds/${round}/organisations/${huye}`;
  await step(await at("claudine"), round, "close");
  const vestine = await at("vestine");
  await visit(vestine, `${own}/validate`);
  await press(vestine, /^Confirm as /);
  const claudine = await at("claudine");
  await visit(claudine, `/needs/rounds/${round}`);
  expect(await mainOf(claudine)).toContain("2 organisations have until");
  await visit(claudine, `${own}/moderate/PRC`);
  await claudine.fill('[name="level"]', "2.5");
  await claudine.fill('[name="reason"]', "The tender files of the year show a plan in use");
  await press(claudine, "Set this level");
  expect(await mainOf(claudine)).toContain("The tender files of the year show a plan in use");
  world.now = new Date("2025-12-15T07:00:00.000Z");
  const later = await at("claudine");
  await step(later, round, "finishModeration");
  await step(later, round, "share");
}

async function needsOf(round: string): Promise<Readonly<Record<string, string>>> {
  const rows = await world.db.selectFrom("needs.need").select(["id", "domain"]).where("round", "=", round).execute();
  return Object.fromEntries(rows.map((row) => [row.domain, row.id]));
}

/** Vestine accepts two needs and contests one, and signs. */
async function reply(round: string, huye: string, needs: Readonly<Record<string, string>>): Promise<void> {
  const vestine = await at("vestine");
  await visit(vestine, `/needs/rounds/${round}/organisations/${huye}/reply`);
  for (const field of ["BUD", "PRC"]) await vestine.check(`[name="reply-${needs[field]}"][value="accept"]`);
  await vestine.check(`[name="reply-${needs["CMP"]}"][value="contest"]`);
  await vestine.fill(`[name="contest-${needs["CMP"]}"]`, OBJECTION);
  await vestine.fill('[name="comment"]', REPLY);
  await press(vestine, /^Sign/);
  expect(await mainOf(vestine)).toContain("Accepted in part");
}

/** A figure for Huye and none for Musanze; the reply on paper beside the result; another order under another weight. */
async function readResults(round: string, huye: string): Promise<void> {
  const page = await at("claudine");
  const results = `/needs/rounds/${round}/results`;
  await visit(page, `${results}?view=organisations`);
  const row = (name: string): Promise<string> =>
    page
      .locator("main tr", { has: page.getByRole("rowheader", { name, exact: true }) })
      .first()
      .innerText();
  expect(await row("Huye")).toContain("2.0");
  expect(await row("Huye")).not.toContain("<5");
  expect(await row("Musanze")).toContain("<5");
  expect(await row("Musanze")).not.toMatch(/\d\.\d/);
  await visit(page, results);
  await visit(page, `${results}/ranked?list=needs`);
  const orders = async (): Promise<string[]> =>
    (await page.locator("main .in-rank > li").allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
  const before = await orders();
  await page.selectOption("#weight-gap", "5");
  await page.locator("main form.in-filter button").click();
  await page.waitForLoadState();
  await lookAt(page);
  const after = await orders();
  expect(after).toHaveLength(before.length);
  expect(after[1]).toContain("Was 3, now 2.");
  await visit(page, `${results}/${huye}`);
  // The reason of a corrected level stands on the page; the one printed side says that it does.
  expect(await page.getByText("The tender files of the year show a plan in use").first().isVisible()).toBe(true);
  await page.emulateMedia({ media: "print" });
  for (const words of [REPLY, OBJECTION]) expect(await page.getByText(words).first().isVisible(), words).toBe(true);
}

/** Fills in a response of a kind and sends it. */
async function respond(page: Page, need: string, type: string, what: string): Promise<void> {
  await visit(page, `/needs/${need}/respond`);
  await page.check(`[name="type"][value="${type}"]`);
  await page.fill('[name="what"]', what);
  await page.selectOption('[name="owner"]', (await whoIs(world, "vestine")).post);
  await writeDay(page, "due", ["31", "3", "2026"]);
  await press(page, "Add a response");
}

async function answerEveryNeed(round: string, needs: Readonly<Record<string, string>>): Promise<void> {
  world.now = new Date("2026-01-20T07:00:00.000Z");
  const page = await at("claudine");
  const { BUD = "", PRC = "", CMP = "" } = needs;
  await step(page, round, "plan");
  await respond(page, BUD, "training", "Three days on revenue");
  expect(await mainOf(page)).toContain("A course will not close this gap");
  expect(await mainOf(page)).toContain("Tools or system");
  await respond(page, BUD, "equipment", "Lend the revenue ledger of Musanze");
  await visit(page, `/needs/rounds/${round}`);
  expect(await mainOf(page)).toContain(
    "One of 3 needs has neither a response nor a stated refusal, and one objection waits for the association’s answer.",
  );
  await visit(page, `/needs/${CMP}/contest`);
  await page.check('[name="outcome"][value="keep"]');
  await page.fill('[name="answer"]', "The answers came before October; both are printed.");
  await press(page, "Send the answer");
  await respond(page, PRC, "training", "Two days on the purchasing plan");
  await visit(page, `/needs/${CMP}/refuse`);
  await page.fill('[name="reason"]', "The district fills these posts from its own budget");
  await page.click("main form button");
  await page.waitForLoadState();
  await step(page, round, "finish");
  expect(await mainOf(page)).toContain("Closed");
  await visit(page, `/needs/${BUD}`);
  const chain = (await page.locator("main .in-chain").first().innerText()).replaceAll(/\s+/g, " ");
  expect(await mainOf(page)).toContain(TITLE);
  expect(chain).toContain("Equipment: Lend the revenue ledger of Musanze");
  for (const words of ["31/03/2026", "District Executive Secretary, Huye"]) expect(await mainOf(page)).toContain(words);
}

test(
  "Claudine takes a round from its workbook to its close; Béata answers on a phone, Vestine replies, every need gets an answer",
  { timeout: 120_000 },
  async () => {
    const claudine = await at("claudine");
    const [huye, rubavu] = [await world.organisation("Huye"), await world.organisation("Rubavu")];
    await publishWorkbook(claudine);
    const round = await design(claudine);
    await launchAndOpen(claudine, round);
    await everybodyAnswers(round, huye, rubavu);
    await moderateAndShare(round, huye);
    const needs = await needsOf(round);
    expect(Object.keys(needs).sort()).toEqual(["BUD", "CMP", "PRC"]);
    await reply(round, huye, needs);
    await readResults(round, huye);
    await answerEveryNeed(round, needs);
  },
);
