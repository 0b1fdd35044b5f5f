/** From needs that wait to the calendar on a visitor’s phone: Claudine drafts, organs decide, and she who drafted does not record their decision. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { needIn } from "../../src/modules/plans/plans.fixture.ts";
import { signedInByCookie } from "../support/cookie.ts";
import type { CastName } from "../support/cast.ts";
import { DESK, expectSound, PHONE, useSite } from "../support/site.ts";
import { useWorld } from "../support/world.ts";

const world = useWorld();
const site = useSite(world);

const PLAN = "Capacity-building plan 2026/2027";
const LINE = "Tender files that are not sent back";
const MINUTES = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

const pathOf = (page: Page): string => new URL(page.url()).pathname;
const mainOf = async (page: Page): Promise<string> => (await page.innerText("main")).replaceAll(/\s+/g, " ");
const at = (name: CastName): Promise<Page> => signedInByCookie(world, site, name, { viewport: DESK });
const button = (page: Page, words: string | RegExp) =>
  page
    .locator("main")
    .getByRole("button", { name: words })
    .or(page.locator("main").getByRole("link", { name: words }))
    .first();

const known = new Set<string>();

/** Finds a page sound; one with the same address but for its ids, the same heading and width, was looked at before. */
async function lookAt(page: Page): Promise<void> {
  const errors = await page.locator(".govuk-error-summary").count();
  const kind = `${pathOf(page).replaceAll(/[0-9a-f-]{36}/g, ":id")} ${await page.innerText("h1")} ${errors} ${page.viewportSize()?.width}`;
  if (known.has(kind)) return;
  await expectSound(page);
  known.add(kind);
}

/** Opens a page and finds it sound. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await lookAt(page);
}

/** Presses a button or follows a link of the content, and finds the page that comes sound. */
async function press(page: Page, words: string | RegExp): Promise<void> {
  await button(page, words).click();
  await page.waitForLoadState();
  await lookAt(page);
}

async function fillDays(page: Page, days: Readonly<Record<string, readonly [string, string, string]>>): Promise<void> {
  for (const [field, parts] of Object.entries(days))
    for (const [index, part] of ["day", "month", "year"].entries()) await page.fill(`[name="${field}-${part}"]`, parts[index] ?? "");
}

/** Starts the plan, puts two needs together, compares two ways and chooses one; returns the plan and its line. */
async function poolAndChoose(page: Page): Promise<{ readonly plan: string; readonly line: string }> {
  const needs = [await needIn(world, "Huye"), await needIn(world, "Musanze")];
  await visit(page, "/plans");
  await press(page, "Start a plan");
  await page.check('[name="year"][value="2026-07-01"]');
  await page.fill("#purpose", "Fewer tender files come back.");
  await button(page, "Start a plan").click();
  await page.waitForURL(/\/pool$/);
  await lookAt(page);
  for (const words of [PLAN, "2 needs wait"]) expect(await mainOf(page)).toContain(words);
  const plan = pathOf(page).split("/")[2] ?? "";

  await press(page, "Put together");
  expect(await mainOf(page)).toContain("Tick at least one need, or write the mandate.");
  for (const need of needs) await page.check(`#need-${need}`);
  await page.fill("#title", LINE);
  await page.click("text=Target groups");
  await page.check('[name="groups"][value="procurement_officers"]');
  await press(page, "Put together");
  expect(await mainOf(page)).toContain("2 needs of 2 organisations");

  for (const [modality, places, cost] of [
    ["short_course", "24", "2 400 000"],
    ["coaching", "12", "3 600 000"],
  ] as const) {
    await page.click("summary:has-text('Add a way')");
    await page.locator('[name="modality"]').selectOption(modality);
    await page.locator('[name="places"]').fill(places);
    await page.locator('[name="days"]').fill("3");
    await page.locator('[name="cost"]').fill(cost);
    await press(page, "Add a way");
  }
  const table = (await page.locator("main table").innerText()).replaceAll(/\s+/g, " ");
  expect(table).toContain("100,000");
  expect(table).toContain("300,000");
  await press(page, /^Choose .*course/);
  await expect.poll(() => pathOf(page)).toMatch(/^\/plans\/lines\//);
  return { plan, line: pathOf(page).split("/").at(-1) ?? "" };
}

/** Completes the line part by part; each part that cannot be taken says why. */
async function writeLine(page: Page, plan: string, line: string): Promise<void> {
  await visit(page, `/plans/${plan}/edit/new/what`);
  await page.fill("#title", "A course because we had one last year");
  await page.selectOption("#modality", "short_course");
  await press(page, "Save");
  expect(await page.innerText(".govuk-error-summary")).toContain("Tick at least one need, or write the mandate.");

  await visit(page, `/plans/lines/${line}`);
  await press(page, "Change: What and for whom");
  await page.fill("#change", "Files leave the district complete.");
  await page.fill("#indicatorWords", "Files sent back by the regulator");
  await page.selectOption("#responsible", (await world.actor("solange")).post ?? "");
  await press(page, "Save");

  await press(page, "Change: When and where");
  await fillDays(page, { from: ["8", "4", "2027"], to: ["9", "4", "2027"] });
  await press(page, "Save");
  expect(await mainOf(page)).toContain("Commemoration week, 07/04/2027 to 13/04/2027: these days may not be taken.");
  expect(await page.innerText(".govuk-error-summary")).toContain("Choose others.");
  await fillDays(page, { from: ["17", "8", "2026"], to: ["19", "8", "2026"] });
  await press(page, "Save");
  expect(await mainOf(page)).toContain("Evaluation of performance contracts, expected 15/07/2026 to 15/09/2026");
  expect(await page.innerText(".govuk-error-summary")).toContain("Write why they stay, or choose others.");
  await fillDays(page, { from: ["12", "10", "2026"], to: ["14", "10", "2026"] });
  await page.fill("#venue", "Huye district hall");
  await press(page, "Save");
  expect(await mainOf(page)).not.toContain("Clashes with the year");

  await press(page, "Change: Places");
  const [huye, musanze] = [await world.organisation("Huye"), await world.organisation("Musanze")];
  await page.fill(`#seat-${huye}`, "14");
  await page.fill(`#seat-${musanze}`, "10");
  await press(page, "Save");
  await press(page, "Change: Cost and means");
  await page.fill('[name="cost-venue"]', "900 000");
  await page.fill('[name="cost-meals"]', "a lot");
  await press(page, "Save");
  expect(await mainOf(page)).toContain("Write the amount in figures");
  await page.fill('[name="cost-meals"]', "1 500 000");
  await page.selectOption('[name="means-0-source"]', "own");
  await page.fill('[name="means-0-amount"]', "1 400 000");
  await press(page, "Save");
  const said = await mainOf(page);
  for (const words of ["Places by organisation 24", "2 organisations", "Venue", "Meals", "Without money"]) expect(said).toContain(words);
  expect(said).not.toContain("Still to say");
}

/** Records a decision in its form, with a scan of the minutes. */
async function decide(
  page: Page,
  plan: string,
  what: string | RegExp,
  number: string,
  day: readonly [string, string, string],
): Promise<void> {
  await visit(page, `/plans/${plan}`);
  await press(page, what);
  await page.fill("#number", number);
  await fillDays(page, { on: day });
  if (!(await page.locator('[name="outcome"]:checked').count())) await page.check('[name="outcome"][value="adopted"]');
  await page.setInputFiles("#file", { name: `${number.replaceAll("/", "-")}.pdf`, mimeType: "application/pdf", buffer: MINUTES });
  await press(page, "Record the decision");
  expect(pathOf(page)).toBe(`/plans/${plan}`);
}

async function organsDecide(plan: string): Promise<void> {
  world.now = new Date("2025-12-08T07:00:00.000Z");
  const claudine = await at("claudine");
  await decide(claudine, plan, "Record the commissions’ comments", "COM/2025/07", ["2", "12", "2025"]);
  const aimable = await at("aimable");
  await decide(aimable, plan, "Approve for the Executive Committee", "SG/2025/112", ["4", "12", "2025"]);
  // She drafted it: what the Executive Committee decides is recorded by somebody else, on the page and behind it.
  await visit(claudine, `/plans/${plan}`);
  expect(await mainOf(claudine)).toContain("You wrote at this plan yourself. Somebody else records what was decided on it.");
  expect(await claudine.locator(`a[href="/plans/${plan}/decide/confirm"]`).count()).toBe(0);
  await visit(claudine, `/plans/${plan}/decide/confirm`);
  await claudine.fill("#number", "EC/2025/14");
  await fillDays(claudine, { on: ["8", "12", "2025"] });
  await claudine.check('[name="outcome"][value="adopted"]');
  await press(claudine, "Record the decision");
  expect(await claudine.innerText("#main")).toContain("You wrote at this plan yourself.");
  await decide(aimable, plan, "Record the Executive Committee’s decision", "EC/2025/14", ["5", "12", "2025"]);
  await decide(aimable, plan, "Record the General Assembly’s decision", "GA/2025/03", ["8", "12", "2025"]);
  const rows = (await aimable.locator("section:has(#decisions) tbody tr, #decisions tbody tr").allInnerTexts()).map((row) =>
    row.replaceAll(/\s+/g, " "),
  );
  expect(rows).toHaveLength(4);
  for (const [index, words] of ["COM/2025/07", "SG/2025/112", "EC/2025/14", "GA/2025/03"].entries()) {
    expect(rows[index]).toContain(words);
    expect(rows[index]).toContain(`${words.replaceAll("/", "-")}.pdf`);
  }
  expect(await mainOf(aimable)).toContain("Adopted");
  await visit(claudine, `/plans/${plan}/words`);
  await claudine.fill("#title-fr", "Plan de renforcement des capacités 2026/2027");
  await claudine.locator('form:has(#title-fr) button[value="complete"]').click();
  await claudine.waitForLoadState();
  expect(await mainOf(claudine)).toContain("Write the summary.");
  expect(await claudine.inputValue("#title-fr")).toContain("renforcement");
}

/** The lines of an iCalendar text, unfolded, checked to nest (RFC 5545, 3.1 and 3.6). */
function eventsIn(text: string): readonly ReadonlyMap<string, string>[] {
  expect(text.endsWith("\r\n")).toBe(true);
  const open: string[] = [];
  const events: Map<string, string>[] = [];
  for (const line of text
    .replaceAll(/\r\n[ \t]/g, "")
    .trimEnd()
    .split("\r\n")) {
    const [, name = "", value = ""] = /^([A-Z-]+(?:;[^:]*)?):(.*)$/.exec(line) ?? [];
    expect(name, line).not.toBe("");
    if (name === "BEGIN") open.push(value);
    if (name === "BEGIN" && value === "VEVENT") events.push(new Map());
    if (name === "END") expect(open.pop()).toBe(value);
    else if (open.at(-1) === "VEVENT") events.at(-1)?.set(name, value);
  }
  expect(open).toEqual([]);
  return events;
}

async function visitorFinds(line: string): Promise<void> {
  const phone = await site.visitor({ viewport: PHONE });
  await visit(phone, "/calendar?group=procurement_officers");
  const said = await mainOf(phone);
  for (const words of [LINE, "12/10/2026 – 14/10/2026", "24"]) expect(said).toContain(words);
  for (const secret of ["1,400,000", "Solange"]) expect(said).not.toContain(secret);
  const href = (await phone.locator(`main a[href*="${line}"]`).first().getAttribute("href")) ?? "";
  const answer = await phone.request.get(href);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  const [event, ...more] = eventsIn(await answer.text());
  expect(more).toEqual([]);
  expect(event?.get("SUMMARY")).toBe(LINE);
  expect(event?.get("DTSTART;VALUE=DATE")).toBe("20261012");
  expect(event?.get("DTEND;VALUE=DATE")).toBe("20261015");
  expect(event?.get("LOCATION")).toContain("Huye district hall");
  const feed = eventsIn(await (await phone.request.get("/calendar.ics")).text());
  expect(feed.map((one) => one.get("UID"))).toContain(event?.get("UID"));
}

test(
  "Claudine takes needs to a plan that the General Assembly adopts, and a visitor takes its line along on a phone",
  { timeout: 120_000 },
  async () => {
    const claudine = await at("claudine");
    const { plan, line } = await poolAndChoose(claudine);
    await writeLine(claudine, plan, line);
    await visit(claudine, `/plans/${plan}`);
    for (const step of ["Go on to compare options", "Go on to the draft", "Open for comments"]) await press(claudine, step);
    expect(await mainOf(claudine)).toContain("Open for comments");
    await organsDecide(plan);
    await visitorFinds(line);
  },
);
