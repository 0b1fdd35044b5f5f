/** A respondent with an old phone and no script answers a questionnaire in Kinyarwanda, stops, goes on, and sends it in. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
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

const path = (page: Page): string => decodeURIComponent(new URL(page.url()).pathname);

/** Ticks one level, one wish and one importance on the page of a field. */
async function rate(page: Page, field: string, current: string, desired: string): Promise<void> {
  for (const [question, value] of [
    ["current", current],
    ["desired", desired],
    ["importance", "high"],
  ]) {
    await page.check(`input[name="/${field}/${field}_level/${field}_${question}"][value="${value}"]`);
  }
  await page.click("main form button.govuk-button >> nth=0");
}

test("Béata answers without script at 360 px, is told what is missing, stops, goes on, and sends in", { timeout: 60_000 }, async () => {
  const page = await signedInByCookie(world, site, "beata", { javaScriptEnabled: false, viewport: PHONE });
  await page.goto(`/answer/start/test.round/${round.id}?lang=rw`);
  await page.click("main form button");
  await page.check('input[value="serve"]');
  await page.click("main form button.govuk-button >> nth=0");
  // Nothing chosen: three sentences, each a link to its question.
  await page.click("main form button.govuk-button >> nth=0");
  expect(await page.locator(".govuk-error-summary li").count()).toBe(3);
  await page.click(".govuk-error-summary a >> nth=0");
  expect(page.url()).toContain("#q1");
  await rate(page, "LDG", "2", "4");
  expect(path(page)).toMatch(/~LDG~LDG_why~LDG_cause$/);
  await page.check('input[value="staffing"]');
  await page.click("main form button.govuk-button >> nth=1");
  expect(path(page)).toBe("/my-answers");
  await page.click("main .govuk-task-list a >> nth=0");
  expect(path(page)).toMatch(/~PLN~PLN_level~PLN_current$/);
  for (const field of ["PLN", "BUD", "PRC", "SVC", "CMP"]) {
    await rate(page, field, "4", "4");
    await page.click("main form button.govuk-button >> nth=0");
  }
  await page.click("main form button.govuk-button >> nth=0");
  expect(path(page)).toMatch(/\/check$/);
  await page.click("main form button.govuk-button");
  expect(path(page)).toMatch(/\/done$/);
  const id = path(page).split("/")[2] ?? "";
  const sitting = await sittingOf(world.db, id);
  expect(sitting?.state).toBe("submitted");
  expect(sitting?.answered?.language).toBe("rw");
  expect(sitting?.answered?.answers["/LDG/LDG_why/LDG_cause"]).toBe("staffing");
});

test.each([
  ["rw", PHONE],
  ["en", DESK],
  ["fr", PHONE],
] as const)("every page on the way is sound in %s", { timeout: 60_000 }, async (language, viewport) => {
  const page = await signedInByCookie(world, site, language === "rw" ? "esperance" : language === "en" ? "olivier" : "chantal", {
    viewport,
  });
  await page.goto(`/my-answers?lang=${language}`);
  await expectSound(page);
  await page.goto(`/answer/start/test.round/${round.id}`);
  await expectSound(page);
  await page.click("main form button");
  await expectSound(page);
  const id = path(page).split("/")[2] ?? "";
  await page.goto(`/answer/${id}/~LDG~LDG_level~LDG_current`);
  await page.click("main form button.govuk-button >> nth=0");
  expect(await page.locator(".govuk-error-summary").count()).toBe(1);
  await expectSound(page);
  await rate(page, "LDG", "2", "4");
  await expectSound(page);
  await page.goto(`/answer/${id}/check`);
  await expectSound(page);
});

test("the library, a version and its preview are sound on a desk and on a phone", { timeout: 60_000 }, async () => {
  for (const viewport of [DESK, PHONE]) {
    const page = await signedInByCookie(world, site, "claudine", { viewport });
    await page.goto("/questionnaires?lang=en");
    await expectSound(page);
    await page.click("main tbody a >> nth=0");
    await expectSound(page);
    await page.click("main tbody a >> nth=0");
    await expectSound(page);
    await page.click("text=See every page as a respondent");
    await expectSound(page);
    await page.goto("/questionnaires/new");
    await expectSound(page);
  }
});
