/** Reports: computed, frozen, released by another post, compared, printed; and what a donor reads of them. */
import { describe, expect, test } from "vitest";
import { addPerson } from "#kernel/registry/people.ts";
import { json } from "#platform/db/json.ts";
import { newId } from "#platform/db/ids.ts";
import { module as people } from "#modules/people";
import { useWorld } from "#test/support/world.ts";
import { module } from "./module.ts";
import { copiesOf } from "./reports.ts";
import { attended } from "./testing.fixture.ts";

const world = useWorld([people, module]);

/** So many new people of Huye took part in something. */
async function reach(women: number, men: number, programme: string | null, day = "2024-10-01"): Promise<void> {
  const huye = await world.organisation("Huye");
  await world.act("claudine", async (act) => {
    for (let index = 0; index < women + men; index++) {
      const sex = index < women ? "F" : "M";
      const person = await addPerson(act, { fullName: `Invented ${programme ?? "own"} ${newId()}`, sex }, "test");
      await attended(act, person, { organisation: huye, programme, from: day, to: day });
    }
  });
}

/** Makes a report as Claudine does, and gives its address. */
async function make(form: Record<string, string>): Promise<string> {
  const answer = await (
    await world.browser("claudine")
  ).post("/achievements/reports/new", { language: "en", view: "association", ...form });
  expect(answer.status).toBe(303);
  return answer.location ?? "";
}

const idOf = (address: string): string => address.split("/").at(-1) ?? "";

describe("the report for the General Assembly", () => {
  test("Claudine freezes it, may not release it herself; Aimable does, and everybody reads it without an account", async () => {
    await reach(14, 9, null);
    const address = await make({ period: "2024-07-01_2025-06-30" });
    const claudine = await world.browser("claudine");
    expect((await claudine.post(`${address}/freeze`)).status).toBe(303);
    expect((await claudine.post(`${address}/release`)).status).toBe(403);
    expect((await (await world.browser("aimable")).post(`${address}/release`)).status).toBe(303);
    const page = await (await world.browser(null)).get("/key-achievements");
    expect(page.status).toBe(200);
    expect(page.text).toContain("23 different people");
    expect(page.text).toContain("14 were women and 9 men");
  });

  test("a second copy needs a reason, says it, and lists each figure that changed with what explains it", async () => {
    const address = await make({ period: "2024-07-01_2025-06-30" });
    const claudine = await world.browser("claudine");
    await claudine.post(`${address}/freeze`);
    await (await world.browser("aimable")).post(`${address}/release`);
    world.now = new Date(world.now.getTime() + 60_000);
    await reach(6, 0, null);
    expect((await claudine.post(`${address}/freeze`, { reason: "" })).status).toBe(422);
    const draft = await claudine.get(address);
    expect(draft.text).toContain("6 participations of the earlier period were recorded after the earlier copy");
    await claudine.post(`${address}/freeze`, { reason: "Six people of a late session were added." });
    const [second, first] = await copiesOf(world.db, idOf(address));
    expect(second?.content.people).toBe((first?.content.people ?? 0) + 6);
    expect(second?.reason).toBe("Six people of a late session were added.");
  });

  test("it prints in three languages as PDF, Word, workbook and JSON, and the same copy gives the same bytes", async () => {
    const visitor = await world.browser(null);
    const copy = /href="(\/key-achievements\/[\da-f-]{36})"/.exec((await visitor.get("/key-achievements")).text)?.[1] ?? "";
    for (const language of ["en", "fr", "rw"])
      for (const [ending, head] of [
        ["pdf", "%PDF-"],
        ["docx", "PK"],
        ["xlsx", "PK"],
      ] as const) {
        const file = await visitor.get(`${copy}/report-${language}.${ending}`);
        expect({ language, ending, status: file.status, head: file.text.startsWith(head) }).toEqual({
          language,
          ending,
          status: 200,
          head: true,
        });
      }
    expect((await visitor.get(`${copy}/report-fr.docx`)).text).toBe((await visitor.get(`${copy}/report-fr.docx`)).text);
    expect(JSON.parse((await visitor.get(`${copy}/report.json`)).text)).toMatchObject({
      content: { form: 1 },
      definitions: expect.any(Array),
    });
    expect((await visitor.get(`${copy}/report-xx.pdf`)).status).toBe(404);
  });

  test("a copy that is not released is nobody’s but the secretariat’s", async () => {
    const address = await make({ period: "2023-07-01_2024-06-30" });
    await (await world.browser("claudine")).post(`${address}/freeze`);
    const [copy] = await copiesOf(world.db, idOf(address));
    expect((await (await world.browser(null)).get(`/key-achievements/${copy?.id}`)).status).toBe(404);
    expect((await (await world.browser("jeanbosco")).get(`/achievements/copies/${copy?.id}`)).status).toBe(403);
    expect((await (await world.browser("jeanbosco")).post(`${address}/release`)).status).toBe(403);
  });
});

describe("a donor reading achievements", () => {
  test("the view of its programme counts its own people alone and calls figures by the donor’s names", async () => {
    await reach(11, 8, "GIZ", "2022-10-01");
    await reach(20, 20, "EU", "2022-10-01");
    const indicator = newId();
    await world.db
      .insertInto("measure.indicator")
      .values({
        id: indicator,
        code: "achievements.people",
        kind: "strategic",
        names: json({ en: "People", fr: "Personnes", rw: "Abantu" }),
        definition: json({}),
        unit: "people",
        better: "up",
        source: "",
        frequency: "year",
        state: "active",
        recorded_at: world.now,
      })
      .execute();
    const names = { en: "Staff with strengthened capacity", fr: "Agents aux capacités renforcées", rw: "Abakozi bongerewe ubushobozi" };
    await world.db
      .insertInto("measure.alias")
      .values({ indicator, frame: "GIZ", code: "O1.2", names: json(names) })
      .execute();
    const address = await make({ view: "partner", programme: "GIZ", frame: "GIZ", period: "2022-07-01_2023-06-30" });
    await (await world.browser("claudine")).post(`${address}/freeze`);
    await (await world.browser("aimable")).post(`${address}/release`);
    const [copy] = await copiesOf(world.db, idOf(address));
    const page = (await (await world.browser(null)).get(`/key-achievements/${copy?.id}`)).text;
    expect(copy?.content).toMatchObject({ people: 19, women: 11, men: 8, plan: null });
    expect(page).toContain("O1.2 Staff with strengthened capacity");
    expect(page).not.toContain("strategic plan’s 28,000");
  });

  test("three people of a programme are not printed: neither their number nor what would give it away", async () => {
    await reach(2, 1, "Tiny", "2022-11-01");
    const address = await make({ view: "partner", programme: "Tiny", period: "2022-07-01_2023-06-30" });
    await (await world.browser("claudine")).post(`${address}/freeze`);
    const [copy] = await copiesOf(world.db, idOf(address));
    const { people: all, women, men, districts, tiers, entries } = copy?.content ?? {};
    expect({ all, women, men, entries }).toEqual({ all: null, women: null, men: null, entries: null });
    expect([...(districts ?? []), ...(tiers ?? [])].every((row) => row.people === null)).toBe(true);
  });
});

describe("stories", () => {
  const form = {
    place: "Procurement officer, South",
    changed: "Tenders no longer come back.",
    language: "en",
    day: "2024-11-01",
    way: "tick",
    consentDay: "2024-11-01",
  };

  test("Claudine records one with consent, and it is printed; taken back, it is off the page and the copy says so", async () => {
    const claudine = await world.browser("claudine");
    const told = await claudine.post("/achievements/stories/new", { ...form, consent: "anonymous" });
    expect(told.status).toBe(303);
    const address = await make({ period: "2024-07-01_2025-06-30" });
    await claudine.post(`${address}/freeze`);
    await (await world.browser("aimable")).post(`${address}/release`);
    const [copy] = await copiesOf(world.db, idOf(address));
    const visitor = await world.browser(null);
    expect((await visitor.get(`/key-achievements/${copy?.id}`)).text).toContain("Tenders no longer come back.");
    await claudine.post(`${told.location}/withdraw`);
    const after = await visitor.get(`/key-achievements/${copy?.id}`);
    expect(after.text).not.toContain("Tenders no longer come back.");
    expect(after.text).toContain("This story was withdrawn on 17/11/2025.");
    expect((await claudine.post(`${told.location}/withdraw`)).status).toBe(409);
    const next = await make({ period: "2024-07-01_2025-06-30" });
    await claudine.post(`${next}/freeze`);
    expect((await copiesOf(world.db, idOf(next)))[0]?.content.stories).toEqual([]);
  });

  test("a name needs a person, a scan needs a file, and what is missing is told beside the field", async () => {
    const answer = await (
      await world.browser("claudine")
    ).post("/achievements/stories/new", { ...form, changed: "", consent: "named", way: "scan" });
    expect(answer.status).toBe(422);
    for (const text of ["Write what changed.", "To name her, open this form from her line", "Add the scan"])
      expect(answer.text).toContain(text);
  });

  test("Jean-Bosco, who records none, is refused", async () => {
    expect((await (await world.browser("jeanbosco")).get("/achievements/stories")).status).toBe(403);
  });
});
