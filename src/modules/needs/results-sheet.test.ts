/** An organisation’s result on paper: one side of one sheet, with the signature that was given on the screen. */
import { expect, test } from "vitest";
import { codesOf } from "#kernel/pack/lookup.ts";
import { openSheet, signPlace } from "#kernel/signature/sheet.ts";
import { useSite } from "#test/support/site.ts";
import { useWorld } from "#test/support/world.ts";
import { addNeed, addResults, resultsAlone } from "./results.fixture.ts";
import { cookieOf } from "./results-scene.fixture.ts";
import { roomOnSheet } from "./results-sheet.ts";

const world = useWorld([resultsAlone]);
const site = useSite(world);
const LONG =
  "Our own review of the year says otherwise, and the auditors of the ministry agreed with it in writing before the round began. ";

/** Huye with every subject of the list, none of which a course closes and one of which too few answered, and a contested need for each. */
async function fullHuye(): Promise<{ readonly round: string; readonly huye: string; readonly subjects: number }> {
  const huye = await world.organisation("Huye");
  const subjects = codesOf(world.pack, "capacity_domain").map((code) => code.code);
  const line = { organisation: huye, post: "SES", current: 2, desired: 4, cause: "tools_system" };
  const round = await addResults(world.db, {
    organisations: [huye],
    lines: subjects.map((domain) => ({ ...line, domain, n: domain === "SDG" ? 3 : 8 })),
  });
  for (const domain of subjects)
    await addNeed(world.db, {
      round,
      organisation: huye,
      domain,
      current: 2,
      desired: 4,
      importance: 3,
      reach: 14,
      respondents: 8,
      statement: `${domain}: ${LONG}`,
      state: "contested",
      contest: LONG.repeat(3),
    });
  await world.db
    .updateTable("needs.participation")
    .set({ reply: LONG.repeat(8), reply_language: "en", replied_at: world.now })
    .where("round", "=", round)
    .execute();
  return { round, huye, subjects: subjects.length };
}

test.each([
  { fields: [1, 1], needs: [1, 1], room: 10, shown: { fields: 2, needs: 2 } },
  { fields: [1, 1, 1, 1, 1, 1], needs: [1], room: 5.7, shown: { fields: 3, needs: 1 } },
  { fields: [1, 1, 1, 1], needs: [2, 2, 2, 2], room: 7, shown: { fields: 2, needs: 1 } },
  { fields: [], needs: [1, 1, 1], room: 2.8, shown: { fields: 0, needs: 2 } },
])("subjects of $fields and needs of $needs lines on $room lines: $shown", ({ fields, needs, room, shown }) => {
  expect(roomOnSheet(fields, needs, room)).toEqual(shown);
});

test("Vestine prints the fullest result there can be: one side of one sheet in every language, and it says how much more there is", async () => {
  const { round, huye, subjects } = await fullHuye();
  const page = await site.visitor();
  const [name = "", value = ""] = (await cookieOf(world, "vestine")).split("=");
  await page.context().addCookies([{ name, value, url: site.base }]);
  for (const lang of ["en", "fr", "rw"]) {
    await page.goto(`/needs/rounds/${round}/results/${huye}?lang=${lang}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page[^s]/g), lang).toHaveLength(1);
  }
  await page.goto(`/needs/rounds/${round}/results/${huye}?lang=en`);
  await page.emulateMedia({ media: "print" });
  const printed = await page.locator("#needs + table tbody tr:visible").count();
  expect(printed).toBeGreaterThan(2);
  expect(await page.getByText("more needs, see the page").innerText()).toContain(`and ${subjects - printed} more needs`);
  await page.emulateMedia({ media: "screen" });
  expect(await page.locator("#needs + table tbody tr:visible").count()).toBe(subjects);
});

test("Vestine prints a result that is still to be answered: boxes beside each need, one for all the others, lines to write on, on one side of one sheet", async () => {
  const { round, huye } = await fullHuye();
  await world.db
    .updateTable("needs.need")
    .set({ state: "shared", contest: null, contest_language: null })
    .where("round", "=", round)
    .execute();
  await world.db.updateTable("needs.participation").set({ reply: null, replied_at: null }).where("round", "=", round).execute();
  const page = await site.visitor();
  const [name = "", value = ""] = (await cookieOf(world, "vestine")).split("=");
  await page.context().addCookies([{ name, value, url: site.base }]);
  const boxes = { en: "accepted", fr: "accepté", rw: "biremewe" };
  for (const lang of ["en", "fr", "rw"] as const) {
    await page.emulateMedia({ media: null });
    await page.goto(`/needs/rounds/${round}/results/${huye}?lang=${lang}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page[^s]/g), lang).toHaveLength(1);
    expect(await page.locator("#reply svg").first().isVisible(), lang).toBe(false);
    await page.emulateMedia({ media: "print" });
    const printed = page.locator("#needs + table tbody tr:visible");
    const rows = await printed.count();
    expect(rows, lang).toBeGreaterThan(3);
    for (const text of await printed.allInnerTexts()) expect(text, lang).toContain(boxes[lang]);
    expect(await printed.locator("rect:visible").count(), lang).toBe(2 * rows);
    expect(await page.locator("#reply ~ div rect:visible").count(), lang).toBe(2);
    expect(await page.locator("#reply ~ div > svg:visible").count(), lang).toBe(1);
  }
  // Once a need is answered, or the time is over, nothing is left to tick.
  await world.db.updateTable("needs.need").set({ state: "accepted" }).where("round", "=", round).execute();
  await page.goto(`/needs/rounds/${round}/results/${huye}?lang=en`);
  expect(await page.locator("#needs + table rect:visible").count()).toBe(0);
  expect(await page.getByText("No reply has been given yet.").isVisible()).toBe(true);
});

test("the sheet names Vestine, the day and what she signed where she signed on the screen, and leaves lines where nobody did", async () => {
  const { round, huye } = await fullHuye();
  const claudine = await world.browser("claudine");
  const at = `/needs/rounds/${round}/results/${huye}?lang=en`;
  expect((await claudine.get(at)).text).not.toContain("given on screen");
  const sheet = await world.act("vestine", async (act) => {
    const places = [{ part: "executive_secretary", post: act.author.post }];
    const id = await openSheet(act, { subject: { kind: "needs.round", id: round }, member: huye, content: { round, huye }, places });
    await signPlace(act, id, 1, { by: "oneself" }, huye);
    return id;
  });
  await world.db.updateTable("needs.participation").set({ sheet, reply: null }).where("round", "=", round).execute();
  const signed = await claudine.get(at);
  const { content_hash: hash } = await world.db
    .selectFrom("signature.sheet")
    .select("content_hash")
    .where("id", "=", sheet)
    .executeTakeFirstOrThrow();
  expect(signed.text).toContain("District Executive Secretary, Huye");
  expect(signed.text).toContain("Name: Vestine Mukandayisenga");
  expect(signed.text).toContain("Date: 17/11/2025");
  expect(signed.text).toContain(`given on screen, content ${hash.toString("hex").slice(0, 12)}…`);
  expect(signed.text).toContain("the reply signed; no comment was added");
  // The association has not signed.
  expect(signed.text.match(/____\/____\/________/g)).toHaveLength(1);
});
