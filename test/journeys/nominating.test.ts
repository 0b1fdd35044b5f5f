/** A district names people for a session: within its seats and groups, approved by another, invited by message, answered on a phone. */
import { sql } from "kysely";
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { addPerson } from "#kernel/registry/people.ts";
import { assign, endHolding } from "#kernel/registry/holders.ts";
import { runningPlan } from "../../src/modules/plans/plans.fixture.ts";
import { assignmentOf, newHolder, tick } from "../../src/modules/sessions/sessions.fixture.ts";
import { signedInByCookie } from "../support/cookie.ts";
import { makeCourses } from "../support/courses.ts";
import type { CastName } from "../support/cast.ts";
import { DESK, expectSound, PHONE, useSite } from "../support/site.ts";
import { useWorld } from "../support/world.ts";

const world = useWorld();
const site = useSite(world);

const TITLE = "Minutes that hold in an appeal";
const OFFICE = { groups: ["sector_executive_secretaries"], title: TITLE, from: "2026-02-10", to: "2026-02-11" } as const;
const [BEATA, JOSIANE, DENISE, CLAIRE, ODETTE] = [
  "Béata Kamikazi",
  "Josiane Mukeshimana",
  "Denise Uwamahoro",
  "Claire Ingabire",
  "Odette Nyirahabimana",
] as const;

const pathOf = (page: Page): string => new URL(page.url()).pathname;
const mainOf = async (page: Page): Promise<string> => (await page.innerText("main")).replaceAll(/\s+/g, " ");
const at = (name: CastName, options: BrowserContextOptions = { viewport: DESK }): Promise<Page> =>
  signedInByCookie(world, site, name, options);
const known = new Set<string>();

/** Finds a page sound; one with the same address but for its ids, the same heading and width, was looked at before. */
async function lookAt(page: Page): Promise<void> {
  const kind = `${pathOf(page).replaceAll(/[0-9a-f-]{36}|[\w-]{20,}/g, ":id")} ${await page.innerText("h1")} ${page.viewportSize()?.width}`;
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
  const content = page.locator("main");
  await content
    .getByRole("button", { name: words })
    .or(content.getByRole("link", { name: words }))
    .first()
    .click();
  await page.waitForLoadState();
  await lookAt(page);
}

/** The choice of a person among candidates. */
const choice = (page: Page, name: string) => page.locator(`label:has-text("${name}")`).first();

let huye: string;
let line: string;
beforeAll(async () => {
  huye = await world.organisation("Huye");
  const musanze = await world.organisation("Musanze");
  const courses = await makeCourses(world, [{ code: "DEC-1", title: TITLE, groups: OFFICE.groups }]);
  const seats = [
    { organisation: huye, places: 2 },
    { organisation: musanze, places: 1 },
  ];
  [line = ""] = (await runningPlan(world, [{ ...OFFICE, seats, course: courses.get("DEC-1") ?? null, domain: "DEC" }])).lines;
  for (const name of [JOSIANE, DENISE, CLAIRE]) await newHolder(world, name, "SES", huye);
  world.now = new Date("2025-12-11T07:00:00.000Z");
});

/** Solange opens a session from the line of the plan; returns its id. */
async function openSession(): Promise<string> {
  const solange = await at("solange");
  await visit(solange, `/plans/lines/${line}`);
  await press(solange, "Plan a session");
  expect(await solange.inputValue("#title")).toBe(TITLE);
  await solange.locator("main form button").click();
  await solange.waitForURL(/\/sessions\/[0-9a-f-]{36}$/);
  await lookAt(solange);
  expect(await mainOf(solange)).toContain("0 / 2");
  await press(solange, "Open nominations");
  await solange.locator("main form button").click();
  await solange.waitForLoadState();
  expect(await mainOf(solange)).toContain("0 of 3 places have a name");
  return pathOf(solange).split("/")[2] ?? "";
}

/** Jean-Bosco names within the seats on his PC, and one more on a phone without script, who waits. */
async function nameThem(session: string): Promise<void> {
  const desk = await at("jeanbosco");
  await visit(desk, `/sessions/${session}`);
  await press(desk, "Name people");
  expect(await mainOf(desk)).toContain("Huye has 2 seats, 2 still free.");
  expect(await mainOf(desk)).not.toContain("Innocent Rugamba");
  await press(desk, "Give these names");
  expect(await desk.innerText(".govuk-error-summary")).toContain("Choose at least one person.");

  // A name of another target group, written into the form by hand, is refused.
  const { assignment } = await assignmentOf(world, "innocent");
  await choice(desk, BEATA).click();
  await desk.evaluate(
    (mayor) => document.querySelector<HTMLInputElement>('[name="assignment"]:checked')!.setAttribute("value", mayor),
    assignment,
  );
  await press(desk, "Give these names");
  expect(await desk.innerText("#main")).toContain("Choose people who hold a post of the session’s target groups");

  await visit(desk, `/sessions/${session}/names/${huye}`);
  for (const name of [BEATA, JOSIANE]) await choice(desk, name).click();
  await press(desk, "Give these names");
  expect(await mainOf(desk)).toContain("2 names were given. Somebody else of your organisation approves now.");

  const phone = await at("jeanbosco", { viewport: PHONE, javaScriptEnabled: false });
  await phone.goto(`/sessions/${session}/names/${huye}`);
  expect(await mainOf(phone)).toContain("Huye has 2 seats, 0 still free.");
  await choice(phone, DENISE).click();
  await phone.click("main form button:has-text('Give these names')");
  expect(await mainOf(phone)).toContain("1 name was given; 1 waits.");
  expect(await mainOf(phone)).toContain("waits for a seat");
  await phone.goto(`/sessions/${session}`);
  expect(await mainOf(phone)).toContain("2 of 3 places have a name");
  // The same page with script, for axe and the width.
  await visit(await at("jeanbosco", { viewport: PHONE }), `/sessions/${session}/names/${huye}`);
}

/** Vestine approves what waits for her; Solange invites who has no invitation yet. */
async function approveAndInvite(session: string, names: readonly string[]): Promise<void> {
  const vestine = await at("vestine");
  await visit(vestine, `/sessions/${session}/approval/${huye}`);
  for (const name of names) expect(await mainOf(vestine)).toContain(name);
  await press(vestine, "Approve the names that are ticked");
  const solange = await at("solange");
  await visit(solange, `/sessions/${session}`);
  await press(solange, /^Send \d+ invitations?$/);
  expect(await mainOf(solange)).toContain("Each person gets a link of her own");
}

/** The link of the last message to somebody, as she gets it. */
async function linkTo(name: string, template: string): Promise<string> {
  const { rows } = await sql<{ link: string }>`
    select m.link from conversation.message m join registry.person p on p.id = m.person
    where p.full_name = ${name} and m.template = ${template} and m.direction = 'out' order by m.recorded_at desc, m.id desc limit 1`.execute(
    world.db,
  );
  expect(rows, `${name} has no message ${template}`).toHaveLength(1);
  return new URL(rows[0]?.link ?? "").pathname;
}

/** Answers an invitation at its link, on a phone, without an account. */
async function answer(name: string, comes: boolean, template = "sessions.invitation"): Promise<Page> {
  const phone = await site.visitor({ viewport: PHONE });
  await visit(phone, await linkTo(name, template));
  expect(await mainOf(phone)).toContain(`${name}, you have a place in this session.`);
  await phone.check(`[name="comes"][value="${comes ? "yes" : "no"}"]`);
  return phone;
}

async function everybodyAnswers(session: string): Promise<void> {
  const beata = await answer(BEATA, true);
  await beata.click("summary");
  await beata.check('[name="needs"][value="childcare"]');
  await press(beata, "Send the answer");
  expect(await mainOf(beata)).toContain("Thank you. We expect you.");

  const josiane = await answer(JOSIANE, false);
  await josiane.fill('[name="reason"]', "An audit visits that week");
  await press(josiane, "Send the answer");
  expect(await mainOf(josiane)).toContain("Your place can go to somebody else.");

  // Denise, who waited, moves up; she cannot come either, and now nobody waits.
  await approveAndInvite(session, [DENISE]);
  await press(await answer(DENISE, false), "Send the answer");
  const desk = await at("jeanbosco");
  await visit(desk, `/sessions/${session}/names/${huye}`);
  await desk.locator(`li:has-text("${DENISE}") a:has-text("Replace")`).click();
  await lookAt(desk);
  expect(await mainOf(desk)).toContain("The seat stays in its target group: Sector Executive Secretaries");
  expect(await mainOf(desk)).not.toContain("Innocent Rugamba");
  await choice(desk, CLAIRE).click();
  await press(desk, "Replace");
  await approveAndInvite(session, [CLAIRE]);
}

/** The session shows who is missing, what people need, and prints the list for the door. */
async function prepareRoom(session: string): Promise<void> {
  const solange = await at("solange");
  await visit(solange, `/sessions/${session}`);
  const said = await mainOf(solange);
  for (const words of ["1 missing", "Childcare or a place to breastfeed: 1", "2 of 3 places have a name"]) expect(said).toContain(words);
  const huyeRow = (await solange.locator("tr", { hasText: "Huye" }).first().innerText()).replaceAll(/\s+/g, " ");
  expect(huyeRow).toContain("2 / 2");
  await visit(solange, `/sessions/${session}/people?state=invited`);
  expect(await solange.innerText("main table")).toContain(CLAIRE);
  expect(await solange.innerText("main table")).not.toContain(BEATA);
  await visit(solange, `/sessions/${session}`);
  await press(solange, "Paper lists");
  await solange.emulateMedia({ media: "print" });
  const paper = await solange.innerText("main table");
  for (const name of [BEATA, CLAIRE]) expect(paper).toContain(name);
  for (const name of [JOSIANE, DENISE]) expect(paper).not.toContain(name);
}

/** The calendar and the places of the session on a phone, and the dates that everybody may see. */
async function onPhones(session: string): Promise<void> {
  const solange = await at("solange", { viewport: PHONE });
  await visit(solange, "/sessions/calendar?from=2026-01-01");
  expect(await mainOf(solange)).toMatch(new RegExp(`February 2026 ?1.*10/02/2026 – 11/02/2026.*${TITLE}`));
  await visit(solange, `/sessions/${session}/edit/people`);
  expect(await solange.inputValue(`#seat-${huye}`)).toBe("2");
  const visitor = await site.visitor({ viewport: PHONE });
  await visit(visitor, "/public/sessions");
  expect(await mainOf(visitor)).toContain(TITLE);
  expect(await mainOf(visitor)).not.toContain("Béata");
}

/** Béata’s post gets another holder before the session: the seat passes to her, the leaver’s answer stands as replaced. */
async function postChangesHands(session: string): Promise<void> {
  world.now = new Date("2026-01-15T07:00:00.000Z");
  const { post } = await assignmentOf(world, "beata");
  await world.act(null, async (act) => {
    await endHolding(act, { post, acting: false, on: "2026-01-15", reason: "transfer" });
    const person = await addPerson(act, { fullName: ODETTE, sex: "F", email: "odette@inteko.example", language: "en" }, "test");
    await assign(act, { post, person, acting: false, from: "2026-01-15" });
  });
  await tick(world);
  await press(await answer(ODETTE, true, "sessions.seat_offered"), "Send the answer");
  const solange = await at("solange");
  await visit(solange, `/sessions/${session}/people`);
  const row = async (name: string): Promise<string> =>
    (await solange.locator("main tbody tr", { hasText: name }).innerText()).replaceAll(/\s+/g, " ");
  expect(await row(ODETTE)).toContain("Comes");
  expect(await row(BEATA)).toContain("Replaced");
}

test(
  "Huye names people within its seats, another approves, they answer on a phone, and a seat follows its post",
  { timeout: 120_000 },
  async () => {
    const session = await openSession();
    await nameThem(session);
    await approveAndInvite(session, [BEATA, JOSIANE]);
    const outbox = await at("claudine");
    await visit(outbox, "/messages");
    for (const name of [BEATA, JOSIANE]) expect(await mainOf(outbox)).toContain(name);
    await everybodyAnswers(session);
    await prepareRoom(session);
    await onPhones(session);
    await postChangesHands(session);
  },
);
