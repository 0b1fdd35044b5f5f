/** The mayor of Huye is dismissed: everything moves with the post the same day, and the handover is written, signed for him, and accepted. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openSession, SESSION_COOKIE } from "#kernel/access/session.ts";
import { assign, openPost } from "#kernel/registry/holders.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { openSheet } from "#kernel/signature/sheet.ts";
import { newId } from "#platform/db/ids.ts";
import { replaceHolder } from "../../src/modules/people/handover-begin.ts";
import type { CastName } from "../support/cast.ts";
import { signedInByCookie } from "../support/cookie.ts";
import { TODAY } from "../support/fixed.ts";
import { DESK, expectSound, PHONE, useSite } from "../support/site.ts";
import { useWorld } from "../support/world.ts";

const world = useWorld();
const site = useSite(world);

const SUPERVISOR = "Xaverine Mukagasana";
const RESERVATION = "The key of the archive is missing";
const BECAUSE = "He left the district and cannot be reached";

const pathOf = (page: Page): string => new URL(page.url()).pathname;
const mainOf = async (page: Page): Promise<string> => (await page.innerText("main")).replaceAll(/\s+/g, " ");

/** Opens a page and finds it sound. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectSound(page);
}

/** Presses a button of the content by its words, and finds the page that comes sound. */
async function press(page: Page, words: string | RegExp): Promise<void> {
  await page
    .locator("main")
    .getByRole("button", { name: words })
    .or(page.locator("main").getByRole("link", { name: words }))
    .first()
    .click();
  await page.waitForLoadState();
  await expectSound(page);
}

const at = (name: CastName, viewport: BrowserContextOptions["viewport"]): Promise<Page> =>
  signedInByCookie(world, site, name, { viewport });

/** A person who is not of the cast takes a post of Huye; returns the post and the person with the holding. */
async function seat(postType: string, fullName: string): Promise<{ post: string; person: string; assignment: string }> {
  const organisation = await world.organisation("Huye");
  const free = await world.db
    .selectFrom("registry.post")
    .select("id")
    .where("organisation", "=", organisation)
    .where("post_type", "=", postType)
    .executeTakeFirst();
  return world.act(null, async (act) => {
    const post = free?.id ?? (await openPost(act, { organisation, postType, from: "2006-01-01" }));
    const person = await addPerson(act, { fullName, sex: "F", language: "en" }, "test");
    return { post, person, assignment: await assign(act, { post, person, acting: false, from: "2024-02-03" }) };
  });
}

/** Signs in the president of the council, who supervises the mayor and is not of the cast. */
async function president(who: { readonly person: string; readonly assignment: string }): Promise<Page> {
  const account = newId();
  await world.db.insertInto("access.account").values({ id: account, person: who.person, login: "xaverine" }).execute();
  const token = await world.db.transaction().execute((tx) => openSession(tx, account, who.assignment, world.now, true));
  const page = await site.visitor({ viewport: DESK });
  await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: site.base, httpOnly: true, sameSite: "Lax" }]);
  return page;
}

let supervisor: Awaited<ReturnType<typeof seat>>;
let mayor: { readonly post: string; readonly person: string };

beforeAll(async () => {
  supervisor = await seat("DCP", SUPERVISOR);
  const innocent = await world.actor("innocent");
  mayor = { post: innocent.post ?? "", person: innocent.person };
  // On the mayor’s post wait an interim to be named below him, and a signature.
  const vice = await seat("VME", "Clément Hakizimana");
  const other = await world.act("jeanbosco", (act) =>
    replaceHolder(act, { ...vice, reason: "transfer", day: TODAY, note: "", outgoingAbsent: false, successor: { kind: "nobody" } }),
  );
  await world.act(null, (act) =>
    openSheet(act, {
      subject: { kind: "handover", id: other },
      content: { handover: other },
      places: [{ part: "witness", post: mayor.post }],
    }),
  );
});

/** Jean-Bosco says why and when, names Espérance, and reads what moved. Returns the address of the handover. */
async function replace(): Promise<string> {
  const page = await at("jeanbosco", DESK);
  await visit(page, `/people/posts/${mayor.post}`);
  await press(page, "Replace the holder");
  await page.check('[name="reason"][value="dismissal"]');
  await page.fill('[name="day"]', "17/11/2025");
  await page.check('[name="absent"]');
  await press(page, "Continue");
  expect(await mainOf(page)).toContain("One task waits on this post");
  await page.selectOption('[name="person"]', (await world.actor("esperance")).person);
  await page.check('[name="how"][value="acting"]');
  await press(page, "Record the change");
  expect(await page.innerText("body")).toContain("One task and one signature moved to Espérance Nyiraneza, acting.");
  expect(await mainOf(page)).toContain("Dismissal by the council");
  return pathOf(page);
}

/** Innocent’s open session: what he could do as mayor this morning he cannot any more. */
async function losesRights(page: Page): Promise<void> {
  await visit(page, "/today");
  expect(await mainOf(page)).not.toContain("Name an interim");
  expect((await page.goto("/people"))?.status()).toBe(403);
  await expectSound(page);
}

/** The president of the council writes what Innocent would have written, and says why she does. */
async function writeFile(page: Page, handover: string): Promise<void> {
  await visit(page, handover);
  await press(page, "Write what only the leaver knows");
  await page.fill('[name="five_1"]', "The council meets on Friday about the market");
  await page.fill('[name="risks"]', "none known");
  await page.fill('[name="promises"]', "A road to Rusatira");
  await page.fill('[name="because"]', BECAUSE);
  await press(page, "Save");
  await press(page, "Declare the file complete");
  expect(await mainOf(page)).toContain("To be signed");
}

/** Espérance acts as mayor: her morning page holds what the post owes and the handover. */
async function startsAsMayor(): Promise<Page> {
  const page = await at("esperance", PHONE);
  await visit(page, "/acting-as");
  await page.getByRole("radio", { name: /^Mayor/ }).check();
  await page.click("main form button");
  await page.waitForLoadState();
  await visit(page, "/today");
  const words = await mainOf(page);
  for (const duty of ["Name an interim: Vice Mayor, economic development", "Handover to sign: Mayor"]) expect(words).toContain(duty);
  return page;
}

/** Three blocks to sign, in Kinyarwanda. */
async function readPaper(page: Page, handover: string): Promise<void> {
  await visit(page, `${handover}/print?lang=rw`);
  await page.emulateMedia({ media: "print" });
  expect(await page.getAttribute("html", "lang")).toBe("rw");
  expect(await page.innerText("h1 >> visible=true")).toContain("Ihererekanyabubasha");
  expect(await page.locator(".in-sign__block").count()).toBe(3);
  expect(await page.locator(".in-sign__block").last().isVisible()).toBe(true);
  expect(await page.innerText("body")).toContain("Umutangabuhamya");
  await page.emulateMedia({ media: "screen" });
  await page.goto(`${handover}?lang=en`);
}

/** The president signs for Innocent and says why; Espérance and Jean-Bosco sign for themselves. */
async function sign(council: Page, esperance: Page, handover: string): Promise<void> {
  await visit(council, handover);
  const outgoing = council.locator(".in-row", { hasText: "Outgoing: Innocent Rugamba" });
  await outgoing.locator("summary", { hasText: "Sign instead of Innocent Rugamba" }).click();
  await outgoing.getByLabel("Why the person does not sign").fill(BECAUSE);
  await outgoing.getByRole("button", { name: "Sign instead" }).click();
  await council.waitForLoadState();
  await expectSound(council);
  expect(await mainOf(council)).toContain(`${SUPERVISOR} signed instead: ${BECAUSE}`);
  await visit(esperance, handover);
  await press(esperance, "Sign as Taking over");
  const jeanbosco = await at("jeanbosco", DESK);
  await visit(jeanbosco, handover);
  await press(jeanbosco, "Sign as Witness");
  expect(await mainOf(jeanbosco)).toContain("Signed, to be accepted");
}

async function accept(page: Page, handover: string): Promise<void> {
  await visit(page, "/today");
  expect(await mainOf(page)).toContain("Handover to accept: Mayor");
  await visit(page, `${handover}/accept`);
  await page.fill('[name="reservations"]', RESERVATION);
  await press(page, /^Accept as /);
  for (const words of ["Accepted, check to come", "With reservations", RESERVATION]) expect(await mainOf(page)).toContain(words);
  await visit(page, `${handover}/print`);
  expect(await page.locator(".in-sign__block").first().innerText()).toContain(`${SUPERVISOR} signed instead: ${BECAUSE}`);
}

test(
  "Jean-Bosco replaces Innocent, Espérance acts the same day, and the handover is signed and accepted",
  { timeout: 120_000 },
  async () => {
    const innocent = await at("innocent", PHONE);
    await visit(innocent, "/today");
    expect(await mainOf(innocent)).toContain("Name an interim");
    expect((await innocent.goto("/people"))?.status()).toBe(200);
    const handover = await replace();
    await losesRights(innocent);
    const council = await president(supervisor);
    await writeFile(council, handover);
    const esperance = await startsAsMayor();
    await readPaper(esperance, handover);
    await sign(council, esperance, handover);
    await accept(esperance, handover);
  },
);
