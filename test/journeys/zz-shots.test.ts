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
  for (const [lang, name, viewport] of [["rw","beata",PHONE],["en","olivier",DESK]] as const) {
    const page = await signedInByCookie(world, site, name, { viewport });
    const shot = (n: string) => page.screenshot({ path: `${out}/${n}-${lang}-${viewport.width}.png`, fullPage: true });
    await page.goto(`/my-answers?lang=${lang}`); await shot("mine-empty");
    await page.goto(`/answer/start/test.round/${round.id}`); await shot("start");
    await page.click("main form button"); await shot("first");
    const id = new URL(page.url()).pathname.split("/")[2];
    await page.goto(`/answer/${id}/~CMP~CMP_level~CMP_current`);
    await page.fill('input[inputmode="numeric"]', "cumi na bine");
    await page.click("main form button.govuk-button >> nth=0"); await shot("error");
    for (const [q,v] of [["current","2"],["desired","4"],["importance","high"]]) await page.check(`input[name="/CMP/CMP_level/CMP_${q}"][value="${v}"]`);
    await page.fill('input[inputmode="numeric"]', "14");
    await page.click("main form button.govuk-button >> nth=0"); await shot("why");
    await page.goto(`/answer/${id}/check`); await shot("check");
    await page.goto(`/my-answers`); await shot("mine");
  }
  for (const viewport of [PHONE, DESK]) {
    const page = await signedInByCookie(world, site, "claudine", { viewport });
    const shot = (n: string) => page.screenshot({ path: `${out}/${n}-en-${viewport.width}.png`, fullPage: true });
    await page.goto("/questionnaires?lang=en"); await shot("library");
    await page.goto(`/questionnaires/versions/${round.version}`); await shot("version");
    await page.goto(`/questionnaires/versions/${broken}`); await shot("broken");
    await page.goto(`/questionnaires/versions/${round.version}/preview?page=3`); await shot("preview");
    await page.goto(`/questionnaires/new`); await shot("upload");
    await page.goto("/questionnaires"); await page.click("main tbody a >> nth=1"); await shot("instrument");
  }
});
