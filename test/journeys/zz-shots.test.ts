import { beforeAll, test } from "vitest";
import { exampleSheets, workbookBytes } from "#kernel/questionnaire/example.ts";

import { module as questionnaires } from "#modules/questionnaires";
import { openRound, sheetsOf, type TestRound } from "../../src/modules/questionnaires/testing.fixture.ts";
import { importInstrument } from "#kernel/questionnaire/store.ts";
import { signedInByCookie } from "../support/cookie.ts";
import { DESK, PHONE, useSite } from "../support/site.ts";
import { useWorld } from "../support/world.ts";
const world = useWorld([questionnaires]);
const site = useSite(world);
let round: TestRound; let broken = "";
beforeAll(async () => {
  round = await world.act("claudine", (act) => openRound(act, world.association, exampleSheets(act.pack), "2025-11-28", "Ubushobozi bw’ibiro byacu 2026"));
  broken = await world.act("claudine", async (act) => (await importInstrument(act, { organisation: world.association, code: "BAD", title: "Broken one", language: "en", fileName: "x.xlsx", bytes: await workbookBytes(sheetsOf([["type","name","label","relevant"],["integre","a","A",null],["text","b","B","${nobody} = 1"],["select_one zz","c","C",null]])) })).version);
});
test("shots", { timeout: 120_000 }, async () => {
  const out = "/tmp/qshots";
  const desk = await signedInByCookie(world, site, "claudine", { viewport: DESK });
  await desk.goto(`/questionnaires/versions/${round.version}/paper?language=rw&lang=en`); await desk.screenshot({ path: `${out}/paper-1280.png`, clip: { x: 0, y: 0, width: 1280, height: 2600 }, fullPage: true });
  await desk.pdf({ path: `${out}/paper.pdf`, format: "A4", preferCSSPageSize: true }).catch((e) => console.log(String(e).slice(0, 200)));
  await desk.emulateMedia({ media: "print" }); await desk.setViewportSize({ width: 794, height: 1123 }); await desk.screenshot({ path: `${out}/paper-print.png`, clip: { x: 0, y: 0, width: 794, height: 2250 }, fullPage: true });
  const page = await signedInByCookie(world, site, "beata", { viewport: PHONE });
  const shot = (n: string) => page.screenshot({ path: `${out}/${n}.png`, fullPage: true });
  await page.goto("/offline/app?lang=rw"); await page.waitForSelector(".in-empty"); await shot("off-empty");
  await page.goto(`/answer/start/test.round/${round.id}?lang=rw`); await page.click("main form button");
  await page.goto("/offline"); await page.click("#offline-app section button"); await page.waitForSelector("#offline-app .govuk-task-list"); await shot("off-list");
  await page.context().setOffline(true);
  await page.click("#offline-app .govuk-task-list a"); await page.waitForSelector("#offline-app form"); await page.check('input[value="serve"]'); await page.click("#offline-app form button.govuk-button"); await page.waitForSelector('input[name="/LDG/LDG_level/LDG_current"]'); await shot("off-page");
  await page.click("#offline-app form button.govuk-button"); await page.waitForSelector(".govuk-error-summary"); await shot("off-error");
  const jb = await signedInByCookie(world, site, "jeanbosco", { viewport: PHONE });
  await jb.goto(`/questionnaires/versions/${round.version}/type-in?lang=en`); await jb.screenshot({ path: `${out}/typein.png`, fullPage: true });
});
