/** A trainer takes the attendance of a hybrid day at the hotel door, on a phone without signal; the coordinator closes it in the evening. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import qrcode from "qrcode";
import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { partsOf, type Part } from "#kernel/gathering/gatherings.ts";
import { participantsOf } from "#kernel/gathering/participants.ts";
import { presenceOf, presenceRows } from "#kernel/gathering/presence.ts";
import { attendancePaths, module as attendance } from "#modules/attendance";
import { module as questionnaires } from "#modules/questionnaires";
import { crowd, openMeeting, type TestMeeting } from "../../src/modules/attendance/meeting.fixture.ts";
import { markOf, readCode } from "../../src/modules/attendance/offline/scan.ts";
import { markOf as markAtServer } from "../../src/modules/attendance/routes-open.tsx";
import { checkIn, quantile, slowDown } from "../../bench/check-in-page.ts";
import { launchChromium } from "#platform/ui/testing/browser.ts";
import { cookieOf, signedInByCookie } from "../support/cookie.ts";
import { filmOf } from "../support/film.ts";
import { expectSound, PHONE, useSite } from "../support/site.ts";
import { useWorld } from "../support/world.ts";

const world = useWorld([questionnaires, attendance]);
const site = useSite(world);
const NAMES = ["Aline Uwase", "Bosco Habineza", "Consolée Mutesi", "Damien Niyonsaba", "Émilienne Umutoni"];

/** The day on the phone’s own clock: the app notes moments, so that the half-days lie around now. */
const TODAY = new Date().toISOString().slice(0, 10);

let meeting: TestMeeting;
let parts: readonly Part[];
beforeAll(async () => {
  world.now = new Date(`${TODAY}T08:20:00+02:00`);
  const trainer = (await world.actor("jeanbosco")).person;
  const owner = (await world.actor("solange")).post ?? "";
  meeting = await world.act("solange", async (act) => {
    const made = await openMeeting(act, { organisation: world.association, trainer, owner, day: TODAY, names: NAMES, online: 1 });
    await act.journal({ kind: "test.meeting", subject: { kind: "attendance.list", id: made.id }, payload: {} });
    return made;
  });
  parts = await partsOf(world.db, [meeting.id]);
});

const said = (page: Page): Promise<string | null> => page.textContent("#offline-app .in-said");

async function takeAlong(page: Page): Promise<void> {
  await page.goto("/offline/app?lang=en");
  await page.click("[data-room=door] button");
  await page.waitForSelector(".in-names li");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Goes to a half-day, and waits until its own screen stands. */
async function goToHalf(page: Page, part: string): Promise<void> {
  await page.evaluate(() => document.querySelector(".in-names")?.setAttribute("data-before", ""));
  await page.selectOption("#part", part);
  await page.evaluate((id) => {
    if (!location.hash.endsWith(id)) throw new Error("The address did not follow the choice.");
  }, part);
  await page.waitForSelector(".in-names:not([data-before]) li");
}

async function code(page: Page, typed: string): Promise<void> {
  await page.fill("#find", typed);
  await page.click("#offline-app form button.govuk-button");
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#find")?.value === "");
}

test(
  "Jean-Bosco notes people without signal by code and by name, takes one back, closes the app; nothing is lost",
  { timeout: 120_000 },
  async () => {
    const page = await signedInByCookie(world, site, "jeanbosco", { viewport: PHONE });
    // Eight in the morning is the phone’s time, wherever this test runs.
    await page.clock.install({ time: new Date(`${TODAY}T08:31:00+02:00`) });
    await takeAlong(page);
    await expectSound(page);
    await page.context().setOffline(true);
    const [aline, bosco, consolee, damien] = meeting.people;
    await goToHalf(page, parts[0]?.id ?? "");
    await code(page, (bosco?.code ?? "").toLowerCase());
    expect(await said(page)).toContain("Bosco Habineza: here at");
    await page.fill("#find", "consolee");
    await page.click(".in-names li button");
    await expect.poll(() => page.textContent("#offline-app .in-fig")).toContain("2 of 5 here");
    // Who is noted already is not noted twice.
    await code(page, bosco?.code ?? "");
    expect(await said(page)).toContain("is noted already");
    await code(page, damien?.code ?? "");
    await page.click(".in-said button");
    await page.click(".in-said button");
    await expect.poll(() => said(page)).toContain("taken back");
    await expect.poll(() => page.textContent("#offline-app .in-fig")).toContain("2 of 5 here");
    expect(await page.textContent("[data-kept]")).toContain("4 on this phone");
    await expectSound(page);
    expect(await presenceRows(world.db, [meeting.id])).toEqual([]);

    // The phone runs out of battery in the middle of nowhere, and comes back.
    await page.close();
    const again = await page.context().newPage();
    await again.clock.install({ time: new Date(`${TODAY}T10:31:00+02:00`) });
    await again.goto(`/offline/app#/door/${meeting.id}/${parts[0]?.id}`);
    await expect.poll(() => again.textContent("#offline-app .in-fig")).toContain("2 of 5 here");
    await again.check('input[name="direction"] >> nth=1');
    await code(again, consolee?.code ?? "");
    expect(await said(again)).toContain("Consolée Mutesi: left at");

    await again.context().setOffline(false);
    await again.evaluate(() => dispatchEvent(new Event("online")));
    await again.clock.runFor(15_000);
    await expect.poll(async () => (await presenceRows(world.db, [meeting.id])).length, { timeout: 30_000 }).toBe(5);
    const minutes = new Map((await presenceOf(world.db, meeting.id)).map((each) => [each.participant, each.parts[0]?.minutes]));
    // The phone’s clock goes on while the test presses: a minute or two either way.
    expect(minutes.get(bosco?.id ?? "")).toBeGreaterThan(230);
    expect(Math.abs((minutes.get(consolee?.id ?? "") ?? 0) - 120)).toBeLessThan(5);
    expect(minutes.get(damien?.id ?? "")).toBe(0);
    expect(minutes.get(aline?.id ?? "")).toBe(0);
  },
);

test(
  "a phone that was sent late finds the list closed: it keeps its rows and says why, and they go once the list is open",
  { timeout: 90_000 },
  async () => {
    const page = await signedInByCookie(world, site, "jeanbosco", { viewport: PHONE });
    await page.clock.install({ time: new Date(`${TODAY}T14:05:00+02:00`) });
    await takeAlong(page);
    await page.context().setOffline(true);
    await goToHalf(page, parts[1]?.id ?? "");
    await code(page, meeting.people[0]?.code ?? "");
    await world.db.updateTable("gathering.gathering").set({ closed_at: new Date() }).where("id", "=", meeting.id).execute();
    await page.context().setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.clock.runFor(15_000);
    await page.goto(`/offline/app#/`);
    await page.goto(`/offline/app#/door/${meeting.id}/${parts[1]?.id}`);
    await expect.poll(() => page.textContent("#offline-app"), { timeout: 20_000 }).toContain("The list is closed");
    const before = (await presenceRows(world.db, [meeting.id])).length;
    await world.db.updateTable("gathering.gathering").set({ closed_at: null }).where("id", "=", meeting.id).execute();
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.clock.runFor(15_000);
    await expect.poll(async () => (await presenceRows(world.db, [meeting.id])).length, { timeout: 20_000 }).toBe(before + 1);
  },
);

const LONG = process.env["INTEKO_LONG"] === "1";
const QUEUE = LONG ? 1000 : 60;

test(
  `a queue of ${QUEUE} at one phone six times slower, without signal: each fits an hour of a thousand, all arrive once`,
  { timeout: 240_000 },
  async () => {
    const queue = await world.act("solange", async (act) => {
      const made = await openMeeting(act, {
        organisation: world.association,
        trainer: (await world.actor("jeanbosco")).person,
        owner: "",
        day: TODAY,
        names: [],
      });
      await crowd(act, made.id, world.association, QUEUE);
      await act.journal({ kind: "test.meeting", subject: { kind: "attendance.list", id: made.id }, payload: {} });
      return made.id;
    });
    const codes = (await participantsOf(world.db, [queue])).map((each) => each.code);
    const page = await signedInByCookie(world, site, "jeanbosco", { viewport: PHONE });
    await page.goto(`/offline/app?lang=rw#/door/${queue}`);
    await page.waitForSelector("#find");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await slowDown(page);
    await page.context().setOffline(true);
    const times = await checkIn(page, codes);
    console.info(`${QUEUE} check-ins: p50 ${Math.round(quantile(times, 0.5))} ms, p95 ${Math.round(quantile(times, 0.95))} ms`);
    expect(quantile(times, 0.95)).toBeLessThan(3600);
    await slowDown(page, 1);
    await page.context().setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await expect.poll(async () => (await presenceRows(world.db, [queue])).length, { timeout: 60_000 }).toBe(QUEUE);
    expect(new Set((await presenceRows(world.db, [queue])).map((row) => row.participant)).size).toBe(QUEUE);
    await expect.poll(() => page.textContent("[data-kept]")).toContain("0 ");
  },
);

test("a code drawn on a badge is read from its picture, and known by its mark alone", async () => {
  const { token } = meeting.people[0] ?? { token: "" };
  const address = `${site.base}${attendancePaths.personal(token)}`;
  const { size, data } = qrcode.create(address, { errorCorrectionLevel: "M" }).modules;
  const side = (size + 8) * 6;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const row = Math.floor(y / 6) - 4;
      const column = Math.floor(x / 6) - 4;
      if (row < 0 || column < 0 || row >= size || column >= size || data[row * size + column] !== 1) continue;
      pixels.set([0, 0, 0], (y * side + x) * 4);
    }
  expect(readCode({ width: side, height: side, data: pixels })).toBe(address);
  expect(await markOf(address)).toBe(markAtServer(token));
  expect(readCode({ width: side, height: side, data: new Uint8ClampedArray(side * side * 4).fill(255) })).toBeNull();
});

test(
  "Jean-Bosco holds Aline’s badge before the camera: the loop reads it, notes her once, and it is sent as read by code",
  { timeout: 90_000 },
  async () => {
    const queue = await world.act("solange", async (act) => {
      const trainer = (await world.actor("jeanbosco")).person;
      const made = await openMeeting(act, { organisation: world.association, trainer, owner: "", day: TODAY, names: NAMES });
      await act.journal({ kind: "test.meeting", subject: { kind: "attendance.list", id: made.id }, payload: {} });
      return made;
    });
    const folder = await mkdtemp(join(tmpdir(), "inteko-camera-"));
    await writeFile(join(folder, "badge.y4m"), filmOf(`${site.base}${attendancePaths.personal(queue.people[0]?.token ?? "")}`));
    const browser = await launchChromium(undefined, [
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${join(folder, "badge.y4m")}`,
    ]);
    try {
      const context = await browser.newContext({ baseURL: site.base, viewport: PHONE, locale: "en", permissions: ["camera"] });
      await context.addCookies([await cookieOf(world, site, "jeanbosco")]);
      const page = await context.newPage();
      await page.goto(`/offline/app?lang=en#/door/${queue.id}`);
      await page.click(".in-scan button");
      await expect.poll(() => said(page), { timeout: 30_000 }).toContain("Aline Uwase: here at");
      await expect.poll(() => page.textContent("#offline-app .in-fig")).toContain("1 of 5 here");
      // The badge is still before the camera: it is read again and said to be known, and not noted twice.
      await expect.poll(() => said(page), { timeout: 20_000 }).toContain("is noted already");
      await expect
        .poll(async () => (await presenceRows(world.db, [queue.id])).map((row) => row.method), { timeout: 20_000 })
        .toEqual(["qr"]);
      await page.evaluate(() => void (location.hash = "#/"));
      await expect.poll(() => page.evaluate(() => document.querySelector("video")?.srcObject ?? null)).toBeNull();
    } finally {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);

test("what a phone takes along holds names and codes, and no way to reach or to be anybody", async () => {
  const page = await signedInByCookie(world, site, "jeanbosco", { viewport: PHONE });
  const text = await (await page.request.get(`/offline/attendance/${meeting.id}`)).text();
  expect(text).toContain("Aline Uwase");
  for (const person of meeting.people) expect(text).not.toContain(person.token);
  expect(text).not.toMatch(/\+2507|@/);
});

test("the app with its rooms is one script of at most 60 kB", async () => {
  const page = await signedInByCookie(world, site, "jeanbosco", { viewport: PHONE });
  await page.goto("/offline/app?lang=en");
  const script = await page.evaluate(() => document.querySelector("script")?.getAttribute("src") ?? "");
  const body = await (await page.request.get(script)).body();
  expect(gzipSync(body, { level: 9 }).length).toBeLessThan(60_000);
});
