/** A visitor on the portal: finds a district, sees who holds which office, takes the list along, and checks the record. */
import { beforeAll, expect, test } from "vitest";
import { sealPending } from "#kernel/seal/sequence.ts";
import { sceneIn } from "../../src/modules/needs/results-scene.fixture.ts";
import { DESK, expectSound, PHONE, useSite } from "../support/site.ts";
import { useWorld } from "../support/world.ts";

const world = useWorld();
const site = useSite(world);

beforeAll(async () => {
  await sealPending(world.db, { name: "inteko/test", seed: new Uint8Array(32).fill(7) }, () => world.now);
});

test("a resident with a phone and no script finds who the mayor of Huye is", async () => {
  const page = await site.visitor({ javaScriptEnabled: false });
  await page.goto("/?lang=en");
  await page.fill("#find", "huy");
  await page.click(".in-find button");
  await page.click('main table a:has-text("Huye") >> nth=0');
  expect(await page.textContent("h1")).toBe("Huye");
  expect(await page.textContent("main")).toContain("Innocent Rugamba");
});

test.each([
  ["rw", PHONE],
  ["en", DESK],
  ["fr", PHONE],
] as const)("every public page is sound in %s", async (language, viewport) => {
  const page = await site.visitor({ viewport });
  for (const path of ["/", "/members", "/journal", "/data", "/accessibility", "/privacy", "/nothing-here"]) {
    await page.goto(`${path}?lang=${language}`);
    await expectSound(page);
    expect(await page.getAttribute("html", "lang")).toBe(language);
  }
});

test("a journalist takes the public offices along as CSV, Excel, JSON and a feed", async () => {
  const page = await site.visitor({ viewport: DESK });
  const csv = await (await page.request.get("/data/offices.csv")).text();
  expect(csv).toContain("Innocent Rugamba");
  const json = (await (await page.request.get("/data/offices.json")).json()) as { holder: string | null }[];
  expect(json.some((row) => row.holder === "Innocent Rugamba")).toBe(true);
  expect((await page.request.get("/data/offices.xlsx")).headers()["content-type"]).toContain("spreadsheetml");
  expect(await (await page.request.get("/members.atom")).text()).toContain("<feed");
});

test("a doubter keeps the checkpoint and gets the proof of an entry", async () => {
  const page = await site.visitor();
  await page.goto("/journal?lang=en");
  await page.fill("#entry", "1");
  await page.click("text=Get the proof");
  expect(await page.textContent("body")).toContain('"checkpoint"');
  expect(await (await page.request.get("/journal/checkpoint")).text()).toContain("inteko/test");
});

test("a journalist takes the plot of what districts need along once a round is shared; before that there is none", async () => {
  const visitor = await world.browser(null);
  expect((await visitor.get("/public-needs.svg?lang=en")).status).toBe(404);
  await sceneIn(world);
  expect((await visitor.get("/public-needs?lang=en")).text).toContain('href="/public-needs.svg?lang=en"');
  const drawing = await visitor.get("/public-needs.svg?lang=en");
  expect(drawing.headers.get("content-type")).toBe("image/svg+xml");
  expect(drawing.text).toMatch(/^<svg[^>]*xmlns=/);
  expect(drawing.text).toContain("Complaints and mediation");
});
