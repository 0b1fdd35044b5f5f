/** Courses and inductions on a phone: the catalogue and a course for anyone, a draft with its mistakes, who is late and whom to call. */
import { sql } from "kysely";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { completeDraft } from "../../src/modules/courses/courses.fixture.ts";
import { begin, inducted } from "../../src/modules/inductions/inductions.fixture.ts";
import { COURSE_PARTS } from "../../src/modules/courses/schema.ts";
import { signedInByCookie } from "../support/cookie.ts";
import { DESK, expectSound, PHONE, useSite } from "../support/site.ts";
import { useWorld } from "../support/world.ts";

const world = useWorld();
const site = useSite(world);
const CODE = "PRO-201";
let course = "";
let draft = "";

beforeAll(async () => {
  const huye = await world.organisation("Huye");
  draft = await world.act("claudine", (act) => completeDraft(act, "PRO-202"));
  const version = await world.act("claudine", (act) => completeDraft(act, CODE));
  await sql`update courses.version set state = 'published', published_at = ${world.now} where id = ${version}`.execute(world.db);
  const { rows } = await sql<{ course: string }>`select course from courses.version where id = ${version}`.execute(world.db);
  course = rows[0]?.course ?? "";
  await world.act(null, async (act) => {
    await begin(act, { name: "Ange Keza", postType: "PRO", organisation: huye, since: "2025-03-03", phone: "+250788000123" });
    const person = await begin(act, { name: "Yves Gatera", postType: "ACC", organisation: huye, since: "2025-03-03", sex: "M" });
    await inducted(act, person, "2025-04-10");
  });
});

async function sound(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectSound(page);
}

test.each([
  ["rw", PHONE],
  ["en", PHONE],
  ["fr", DESK],
] as const)("the public catalogue, what matches nothing, and a course are sound in %s", async (language, viewport) => {
  const page = await site.visitor({ viewport });
  await sound(page, `/courses?lang=${language}`);
  expect(await page.textContent("main")).toContain(CODE);
  await sound(page, `/courses?words=nothinglikethis&lang=${language}`);
  await sound(page, `/courses/${course}?lang=${language}`);
});

test("a visitor with a phone and no script finds the course and reads what is taught", async () => {
  const page = await site.visitor({ javaScriptEnabled: false });
  await page.goto("/courses?lang=en");
  await page.click('main table a:has-text("Buying for the district")');
  expect(await page.textContent("h1")).toBe("Buying for the district");
  expect(await page.textContent("main")).toContain("Checks a bid against the notice");
});

test.each([PHONE, DESK])(
  "Claudine’s draft, each of its forms, a form with mistakes, and what she keeps are sound at %o",
  async (viewport) => {
    const page = await signedInByCookie(world, site, "claudine", { viewport });
    await sound(page, "/courses?lang=en");
    for (const part of ["", ...COURSE_PARTS.map((one) => `/parts/${one}`), "/modules/new"]) {
      const answer = await page.goto(`/courses/versions/${draft}${part}`);
      expect(answer?.status(), part).toBe(200);
      await expectSound(page);
    }
    await page.goto(`/courses/versions/${draft}/modules/new`);
    await page.click("main form button");
    expect(await page.locator(".govuk-error-summary").count()).toBe(1);
    await expectSound(page);
  },
);

test.each([
  ["en", PHONE],
  ["rw", PHONE],
  ["en", DESK],
] as const)("Jean-Bosco sees who is late and calls from the list, sound in %s", async (language, viewport) => {
  const page = await signedInByCookie(world, site, "jeanbosco", { viewport });
  await sound(page, `/inductions?lang=${language}`);
  expect(await page.textContent("main")).toContain("Ange Keza");
  expect(await page.locator('main a[href="tel:+250788000123"]').count()).toBe(1);
  await sound(page, `/inductions/people?which=due&lang=${language}`);
  expect(await page.textContent("main")).toContain("Yves Gatera");
  await sound(page, `/inductions/people?which=waiting&sex=M&lang=${language}`);
  await sound(page, `/inductions?from=2001-01-01&to=2001-02-01&lang=${language}`);
});
