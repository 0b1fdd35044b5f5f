/** A cell officer takes a questionnaire along, answers it where there is no signal, and it goes out when the signal returns. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { closeSessions, openSession, SESSION_COOKIE } from "#kernel/access/session.ts";
import { eventsOf } from "#kernel/questionnaire/events.ts";
import { exampleSheets } from "#kernel/questionnaire/example.ts";
import { sittingOf } from "#kernel/questionnaire/sittings.ts";
import { module as questionnaires } from "#modules/questionnaires";
import { openRound, type TestRound } from "../../src/modules/questionnaires/testing.fixture.ts";
import { signedInByCookie } from "../support/cookie.ts";
import { DESK, expectSound, PHONE, useSite } from "../support/site.ts";
import { useWorld } from "../support/world.ts";

const world = useWorld([questionnaires]);
const site = useSite(world);

let round: TestRound;
beforeAll(async () => {
  round = await world.act("claudine", (act) =>
    openRound(act, world.association, exampleSheets(act.pack), "2025-11-28", "Ubushobozi bw’ibiro byacu 2026"),
  );
});

const title = (page: Page): Promise<string | null> => page.textContent("#offline-app h1");

/** Starts the round while there is signal, and keeps it on the phone. Returns the sitting. */
async function takeAlong(page: Page): Promise<string> {
  await page.goto(`/answer/start/test.round/${round.id}?lang=rw`);
  await page.click("main form button");
  const id = new URL(page.url()).pathname.split("/")[2] ?? "";
  await page.goto("/offline");
  await page.click("#offline-app section button");
  await page.waitForSelector("#offline-app .govuk-task-list");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return id;
}

async function next(page: Page): Promise<void> {
  const before = await page.evaluate(() => location.hash);
  await page.click("#offline-app form button.govuk-button");
  await page.waitForFunction((hash) => location.hash !== hash, before);
}

async function rate(page: Page, field: string, current: string, desired: string): Promise<void> {
  for (const [question, value] of [
    ["current", current],
    ["desired", desired],
    ["importance", "high"],
  ]) {
    await page.check(`input[name="/${field}/${field}_level/${field}_${question}"][value="${value}"]`);
  }
  await next(page);
}

test(
  "Béata answers without signal, closes the app, opens it again without signal, sends in, and it goes out later",
  { timeout: 90_000 },
  async () => {
    const page = await signedInByCookie(world, site, "beata", { viewport: PHONE });
    const id = await takeAlong(page);
    await expectSound(page);
    await page.context().setOffline(true);
    await page.click("#offline-app .govuk-task-list a");
    await page.waitForSelector("#offline-app form");
    await page.check('input[value="serve"]');
    await next(page);
    // Nothing chosen: told what to do, also without signal.
    await page.click("#offline-app form button.govuk-button");
    await page.waitForSelector(".govuk-error-summary");
    expect(await page.locator(".govuk-error-summary li").count()).toBe(3);
    await expectSound(page);
    await rate(page, "LDG", "2", "4");
    expect(await page.textContent("#offline-app [role=status]")).toContain("byabitswe kuri iyi telefoni");
    await page.check('input[value="staffing"]');
    await next(page);
    expect(await eventsOf(world.db, id)).toEqual([]);

    // The app is closed and opened again in the middle of nowhere.
    await page.close();
    const again = await page.context().newPage();
    await again.goto("/offline/app");
    await again.waitForSelector("#offline-app .govuk-task-list");
    await again.click("#offline-app .govuk-task-list a");
    await again.waitForSelector('input[name="/PLN/PLN_level/PLN_current"]');
    for (const field of ["PLN", "BUD", "PRC", "SVC", "CMP"]) {
      await rate(again, field, "4", "4");
      await next(again);
    }
    await next(again);
    await again.waitForSelector(".govuk-summary-list");
    await expectSound(again);
    await again.click("#offline-app .govuk-button-group button");
    await again.waitForSelector("#offline-app .govuk-task-list");
    expect((await sittingOf(world.db, id))?.state).toBe("open");

    await again.context().setOffline(false);
    await expect.poll(async () => (await sittingOf(world.db, id))?.state, { timeout: 30_000 }).toBe("submitted");
    await again.waitForFunction(() => document.querySelector("#offline-app .govuk-task-list a") === null);
    expect(await again.textContent("#offline-app .govuk-task-list")).toContain("Ibisubizo byawe byoherejwe");
    const sitting = await sittingOf(world.db, id);
    expect(sitting?.channel).toBe("offline");
    expect(sitting?.answered?.answers["/LDG/LDG_why/LDG_cause"]).toBe("staffing");
  },
);

test("Espérance’s session is ended from afar: her answers stay on the phone until she signs in again", { timeout: 60_000 }, async () => {
  const page = await signedInByCookie(world, site, "esperance", { viewport: PHONE });
  const id = await takeAlong(page);
  await page.context().setOffline(true);
  await page.click("#offline-app .govuk-task-list a");
  await page.waitForSelector("#offline-app form");
  await page.check('input[value="lead"]');
  await next(page);
  const actor = await world.actor("esperance");
  await world.db.transaction().execute((tx) => closeSessions(tx, actor.account));
  await page.context().setOffline(false);
  await page.waitForSelector("#offline-app a[href^='/sign-in']");
  expect(await eventsOf(world.db, id)).toEqual([]);
  await expectSound(page);
  const token = await world.db.transaction().execute((tx) => openSession(tx, actor.account, actor.assignment, world.now, true));
  await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: site.base, httpOnly: true, sameSite: "Lax" }]);
  await page.goto("/offline/app");
  await expect.poll(async () => (await eventsOf(world.db, id)).length, { timeout: 10_000 }).toBe(1);
});

test("on a shared phone nobody sees another’s questionnaires, and one’s own can be removed", { timeout: 60_000 }, async () => {
  const page = await signedInByCookie(world, site, "pacifique", { viewport: PHONE });
  await takeAlong(page);
  const olivier = await world.actor("olivier");
  const token = await world.db.transaction().execute((tx) => openSession(tx, olivier.account, olivier.assignment, world.now, true));
  await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: site.base, httpOnly: true, sameSite: "Lax" }]);
  await page.goto("/offline/app");
  await page.waitForSelector("#offline-app .in-empty");
  expect(await page.locator("#offline-app .govuk-task-list").count()).toBe(0);
  const back = await world.actor("pacifique");
  const own = await world.db.transaction().execute((tx) => openSession(tx, back.account, back.assignment, world.now, true));
  await page.context().addCookies([{ name: SESSION_COOKIE, value: own, url: site.base, httpOnly: true, sameSite: "Lax" }]);
  await page.goto("/offline/app");
  await page.waitForSelector("#offline-app .govuk-task-list");
  await page.click("#offline-app .in-sec:has(> .in-small) button");
  await page.waitForFunction(() => document.querySelector("#offline-app .govuk-task-list") === null);
  expect(await title(page)).not.toBe("");
  const left = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const open = indexedDB.open("inteko-questionnaires");
        open.addEventListener("success", () => {
          const count = open.result.transaction("sittings").objectStore("sittings").count();
          count.addEventListener("success", () => resolve(count.result));
        });
      }),
  );
  expect(left).toBe(0);
});

test("the app is one script of at most 60 kB, and its page is sound on a desk", async () => {
  const page = await signedInByCookie(world, site, "claudine", { viewport: DESK });
  const sizes: number[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/offline/app.js")) sizes.push(Number(response.headers()["content-length"] ?? 0));
  });
  await page.goto("/offline/app?lang=en");
  await page.waitForSelector("#offline-app .in-empty");
  await expectSound(page);
  const script = await page.evaluate(() => document.querySelector("script")?.getAttribute("src") ?? "");
  const packed = await page.request.get(script, { headers: { "accept-encoding": "gzip" } });
  expect(packed.status()).toBe(200);
  const { gzipSync } = await import("node:zlib");
  expect(gzipSync(await packed.body(), { level: 9 }).length).toBeLessThan(60_000);
  expect(await page.locator("script").count()).toBe(1);
});
