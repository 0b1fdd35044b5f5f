/** A donor reads what was achieved: the figures, what they mean, and files that say the same, without signing in anywhere. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { addPerson } from "#kernel/registry/people.ts";
import { beginReport, freezeReport, releaseReport, type Copy } from "../../src/modules/achievements/reports.ts";
import { attended } from "../../src/modules/achievements/testing.fixture.ts";
import { DESK, expectSound, PHONE, useSite } from "../support/site.ts";
import { useWorld } from "../support/world.ts";

const world = useWorld();
const site = useSite(world);

const PAGE = "/key-achievements";
/** Women and men of each district who took part, and who paid. */
const REACHED = [
  ["Huye", 14, 9, null],
  ["Musanze", 8, 12, "GIZ"],
  ["Gisagara", 7, 6, "GIZ"],
  ["Nyanza", 11, 5, null],
  ["Rubavu", 6, 10, null],
] as const;
const [WOMEN, MEN] = [46, 42];

const mainOf = async (page: Page): Promise<string> => (await page.innerText("main")).replaceAll(/\s+/g, " ");

let copy: string;
beforeAll(async () => {
  for (const [district, women, men, programme] of REACHED) {
    const organisation = await world.organisation(district);
    await world.act("claudine", async (act) => {
      for (let index = 0; index < women + men; index++) {
        const person = await addPerson(act, { fullName: `Invented ${district} ${index}`, sex: index < women ? "F" : "M" }, "test");
        await attended(act, person, { organisation, programme, from: "2024-10-01", to: "2024-10-01" });
      }
    });
  }
  const report = await world.act("claudine", (act) =>
    beginReport(act, world.association, {
      view: "association",
      programme: null,
      frame: null,
      from: "2024-07-01",
      to: "2025-06-30",
      language: "en",
      compares: null,
    }),
  );
  copy = await world.act("claudine", (act) => freezeReport(act, report, ""));
  await world.act("aimable", (act) => releaseReport(act, report));
});

/** The rows of the table about districts, as the page prints them: name, women, men, people. */
async function districtsOn(page: Page): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await page.locator("main section:has(#who) table, main #who table").evaluateAll((tables) =>
    tables
      .filter((table) => /Women/.test(table.querySelector("thead")?.textContent ?? "") && /District/.test(table.textContent ?? ""))
      .slice(0, 1)
      .flatMap((table) => [...table.querySelectorAll("tbody tr")])
      .map((row) => [...row.children].map((cell) => (cell.textContent ?? "").trim())),
  );
  return new Map(rows.map(([name = "", ...cells]) => [name, cells.map((cell) => Number(/\d+$/.exec(cell)?.[0]))]));
}

/** The file says what the page says, and its parts add up to its wholes. */
async function fileAgrees(page: Page): Promise<void> {
  const href = (await page.locator('main a[href$="report.json"]').first().getAttribute("href")) ?? "";
  const answer = await page.request.get(href);
  expect(answer.headers()["content-type"]).toContain("application/json");
  const { content, definitions } = (await answer.json()) as Pick<Copy, "content" | "definitions">;
  expect(content).toMatchObject({ people: WOMEN + MEN, women: WOMEN, men: MEN });
  const printed = await districtsOn(page);
  expect([...printed.keys()].sort()).toEqual(REACHED.map(([name]) => name).sort());
  for (const row of content.districts) expect(printed.get(row.names.en), row.names.en).toEqual([row.women, row.men, row.people]);
  for (const rows of [content.districts, content.tiers])
    for (const key of ["women", "men", "people"] as const) expect(rows.reduce((sum, row) => sum + (row[key] ?? 0), 0)).toBe(content[key]);
  const meant = await page.locator("main details dl").last().textContent();
  for (const one of definitions) expect(meant).toContain(one.meaning.en);
}

const opened = new Set<string>();

/** Every address the page leads to opens for a visitor; none sends her to sign in. Each is opened once. */
async function opensEverything(page: Page): Promise<void> {
  const links = await page
    .locator("main a[href]")
    .evaluateAll((found) => [
      ...new Set(found.map((one) => new URL((one as HTMLAnchorElement).href)).map((url) => url.href.split("#")[0])),
    ]);
  const own = links.filter((href) => href?.startsWith(site.base));
  expect(own.length).toBeGreaterThanOrEqual(6);
  for (const href of own) {
    if (href === undefined || opened.has(href)) continue;
    opened.add(href);
    const answer = await page.request.get(href);
    expect({ href, status: answer.status() }).toEqual({ href, status: 200 });
    expect(new URL(answer.url()).pathname, href).not.toMatch(/^\/sign-in/);
  }
  expect(await page.locator('main a[href*="sign-in"], main form[method="post"]').count()).toBe(0);
}

test.each([
  ["a desk", DESK],
  ["a phone", PHONE],
] as const)(
  "a donor at %s reads the released figures, what they mean and a file that agrees, and needs no account",
  { timeout: 60_000 },
  async (_, viewport) => {
    const donor = await site.visitor({ viewport });
    await donor.goto(`${PAGE}?lang=en`);
    await expectSound(donor);
    for (const words of [`${WOMEN + MEN} different people`, `${WOMEN} were women and ${MEN} men.`, "Counted on 17/11/2025"])
      expect(await mainOf(donor)).toContain(words);

    await donor.getByText("What the figures mean").click();
    await expectSound(donor);
    await fileAgrees(donor);
    await opensEverything(donor);

    await donor.locator("main").getByRole("link", { name: "Key achievements, 01/07/2024 – 30/06/2025" }).click();
    await donor.waitForURL(`**${PAGE}/${copy}*`);
    await expectSound(donor);
    for (const words of [`${WOMEN + MEN} different people`, "Released on 17/11/2025", "SHA-256"])
      expect(await mainOf(donor)).toContain(words);
    await fileAgrees(donor);
    await opensEverything(donor);

    await donor.goto(PAGE);
    await donor.getByRole("link", { name: "Kinyarwanda", exact: true }).first().click();
    await donor.waitForURL(/lang=rw/);
    expect(await donor.getAttribute("html", "lang")).toBe("rw");
    await expectSound(donor);
    const said = await mainOf(donor);
    for (const words of ["Abagore", "Abagabo", `Abagore bari ${WOMEN}, abagabo bari ${MEN}.`]) expect(said).toContain(words);
    expect(said).not.toContain("≈");
  },
);
