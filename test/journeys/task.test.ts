/** From a training to what is seen at work: Béata writes her task by her own link, and her supervisor says ninety days later that he saw it. */
import { sql } from "kysely";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { jobs, JOBS } from "../../src/modules/followups/jobs.ts";
import { paths } from "../../src/modules/followups/paths.ts";
import { jobContext, linksTo, workScene, type WorkScene } from "../../src/modules/followups/work.fixture.ts";
import { signedInByCookie } from "../support/cookie.ts";
import { DESK, expectSound, PHONE, useSite } from "../support/site.ts";
import { useWorld } from "../support/world.ts";

const world = useWorld();
const site = useSite(world);

const WHAT = "I answer every complaint within five working days.";
const SUCCESS = "The register of complaints shows both days";
/** A phone whose browser runs no script. */
const BARE = { viewport: PHONE, javaScriptEnabled: false };

const mainOf = async (page: Page): Promise<string> => (await page.innerText("main")).replaceAll(/\s+/g, " ");

let scene: WorkScene;
let mirror: Page;
/** What the mirror shows next. */
const shown = { address: "", body: "" };
beforeAll(async () => {
  scene = await workScene(world);
  mirror = await site.visitor({ viewport: PHONE, serviceWorkers: "block" });
  // One route for all pages: to set and lift it around each visit races with the requests of the page before.
  await mirror.route(
    (url) => url.href === shown.address,
    (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: shown.body }),
  );
});

const known = new Set<string>();

/**
 * Finds what a browser without scripts shows sound: the same markup at the same address, where scripts may look at it.
 * A page that says the same was looked at before.
 */
async function lookAt(page: Page): Promise<void> {
  const kind = await mainOf(page);
  if (known.has(kind)) return;
  known.add(kind);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${page.url()} scrolls sideways`).toBeLessThanOrEqual(
    PHONE.width,
  );
  Object.assign(shown, { address: page.url(), body: await page.content() });
  await mirror.goto(shown.address);
  await expectSound(mirror);
}

/** Presses the button of the form and finds the page that comes sound. */
async function press(page: Page, words: string): Promise<string> {
  await page.locator("main").getByRole("button", { name: words, exact: true }).click();
  await page.waitForLoadState();
  await lookAt(page);
  return mainOf(page);
}

/** Who holds the post that Béata’s post answers to. */
async function supervisorNow(): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select p.full_name as name from registry.assignment a join registry.person p on p.id = a.person where a.post = ${scene.supervisor}`.execute(
    world.db,
  );
  return rows[0]?.name ?? "";
}

/** Béata follows her own link; returns it. */
async function beataWrites(): Promise<string> {
  await jobs[JOBS.daily]?.(jobContext(world), {});
  const [link = ""] = await linksTo(world, "beata", "followups.ask");
  const phone = await site.visitor(BARE);
  await phone.goto(link);
  await lookAt(phone);
  expect(await mainOf(phone)).toContain("One thing that others can see, after “Faster answers to complaints”.");

  expect(await press(phone, "Continue")).toContain("Write what you will do, in a few words.");
  await phone.fill('[name="what"]', WHAT);
  // Another language keeps what is typed, here as later on.
  for (const [language, heading] of [
    ["Français", "Que ferez-vous autrement au travail"],
    ["English", "What will you do differently at work?"],
  ] as const) {
    await phone.getByRole("button", { name: language, exact: true }).click();
    await phone.waitForLoadState();
    await lookAt(phone);
    expect(await mainOf(phone)).toContain(heading);
    expect(await phone.inputValue('[name="what"]')).toBe(WHAT);
  }
  expect(await press(phone, "Continue")).toContain("How will one see that it is done?");
  await phone.fill('[name="success"]', SUCCESS);
  expect(await press(phone, "Continue")).toContain("By when?");

  await phone.check('[name="when"][value="day"]');
  for (const [part, value] of [
    ["day", "31"],
    ["month", "2"],
    ["year", "2026"],
  ])
    await phone.fill(`[name="due-${part}"]`, value ?? "");
  expect(await press(phone, "Continue")).toContain("Choose a day within a year.");
  expect(await phone.inputValue('[name="due-day"]')).toBe("31");
  await phone.check('[name="when"][value="60"]');

  // Her supervisor’s post is chosen already, with the name of whoever holds it now.
  expect(await press(phone, "Continue")).toContain("Who will see it at work?");
  expect(await phone.locator('[name="verifier"]:checked').getAttribute("value")).toBe(scene.supervisor);
  expect(await mainOf(phone)).toContain(await supervisorNow());
  const checked = await press(phone, "Continue");
  for (const words of ["Is this right?", WHAT, SUCCESS, "16/01/2026", await supervisorNow()]) expect(checked).toContain(words);

  // Back and forth nothing that was typed is lost.
  expect(await press(phone, "Back")).toContain("Who will see it at work?");
  expect(await press(phone, "Continue")).toContain(WHAT);
  const sent = await press(phone, "Send my task");
  for (const words of ["Your task is sent", "We shall ask you on 10/02/2026", WHAT]) expect(sent).toContain(words);
  await phone.goto(link);
  expect(await mainOf(phone)).toContain("Your task is sent");
  return link;
}

/** The address of Béata’s task as her list shows it, and what that list says. */
async function beatasList(standing: string): Promise<string> {
  const beata = await signedInByCookie(world, site, "beata", { viewport: PHONE });
  await beata.goto(paths.mine);
  await expectSound(beata);
  for (const words of [WHAT, standing]) expect(await mainOf(beata)).toContain(words);
  return (await beata.getByRole("link", { name: WHAT }).getAttribute("href")) ?? "";
}

async function supervisorAnswers(task: string): Promise<void> {
  world.now = new Date("2026-02-11T08:00:00.000Z");
  await jobs[JOBS.daily]?.(jobContext(world), {});
  const [link = ""] = await linksTo(world, "vestine", "followups.seen", task);
  const phone = await site.visitor(BARE);
  await phone.goto(link);
  await lookAt(phone);
  for (const words of ["Have you seen Béata Kamikazi do this?", WHAT, "A “no” is no mark against anybody."])
    expect(await mainOf(phone)).toContain(words);
  expect(await press(phone, "Send the answer")).toContain("Choose yes, partly or no.");
  await phone.check('[name="answer"][value="no"]');
  expect(await press(phone, "Send the answer")).toContain("Choose what stood in the way.");
  await phone.check('[name="answer"][value="yes"]');
  const thanks = await press(phone, "Send the answer");
  for (const words of ["Thank you. Your answer is noted.", "You said: yes."]) expect(thanks).toContain(words);
}

/** Béata’s link, her task and the session all say that it was seen. */
async function allSay(link: string, task: string): Promise<void> {
  const bare = await site.visitor(BARE);
  await bare.goto(link);
  for (const words of [WHAT, "Seen by a supervisor", "We shall ask you on 11/05/2026"]) expect(await mainOf(bare)).toContain(words);
  await lookAt(bare);
  await beatasList("Seen by a supervisor");
  const beata = await signedInByCookie(world, site, "beata", { viewport: PHONE });
  await beata.goto(paths.task(task));
  await expectSound(beata);
  expect(await mainOf(beata)).toContain("Seen by a supervisor");
  const answers = (await beata.locator("main tbody tr", { hasText: "The supervisor" }).allInnerTexts()).map((row) =>
    row.replaceAll(/\s+/g, " "),
  );
  expect(answers[0]).toMatch(/^10\/02\/2026 .*yes/i);
  expect(answers[1]).toContain("asked from");
  for (const viewport of [DESK, PHONE]) {
    const solange = await signedInByCookie(world, site, "solange", { viewport });
    await solange.goto(paths.session(scene.session));
    await expectSound(solange);
    const said = await mainOf(solange);
    expect(await solange.innerText("h1")).toContain("Seen at work: Faster answers to complaints");
    for (const words of ["1 verified by a supervisor", "1 of 1 tasks whose first question is due were seen done.", "Béata Kamikazi"])
      expect(said).toContain(words);
    expect((await solange.locator("main tbody tr", { hasText: WHAT }).innerText()).replaceAll(/\s+/g, " ")).toContain(
      "Seen by a supervisor",
    );
  }
}

test(
  "Béata writes on a phone without script what she will do, and ninety days later her supervisor’s yes verifies it",
  { timeout: 60_000 },
  async () => {
    const link = await beataWrites();
    const task = (await beatasList("No answer yet")).split("/").at(-1) ?? "";
    await supervisorAnswers(task);
    await allSay(link, task);
  },
);
