/** Past lists on the page and by command: bad rows named, nothing counted twice, doubles joined and parted. */
import { describe, expect, test } from "vitest";
import { loadPack } from "#kernel/pack/load.ts";
import { module as people } from "#modules/people";
import { ROOT } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { indexOrganisations } from "#modules/people";
import { join } from "node:path";
import { module } from "./module.ts";
import { judgePast, type PastCells } from "./past-check.ts";
import { pastLists, planList } from "./past-lists.ts";
import { csv, HEAD, oldBytes, takeFile } from "./testing.fixture.ts";

const world = useWorld([people, module]);
const settings = { programme: null, modality: "short_course" };
const pack = await loadPack(join(ROOT, "packs/rwanda"));
const index = indexOrganisations([
  { id: "a0000000-0000-4000-8000-000000000001", code: "DIS-24", territoryCode: "24", name: "Huye", tier: "DIS", above: [] },
]);

const row = (change: Partial<PastCells>): PastCells => ({
  name: "Yvonne Zaninka",
  sex: "F",
  post: "",
  district: "Huye",
  phone: "0788414141",
  course: "Budgeting",
  from: "14/06/2024",
  to: "",
  funder: "",
  ...change,
});

describe("each row is judged on its own", () => {
  test.each<[string, Partial<PastCells>, string]>([
    ["a name of one word", { name: "Yvonne" }, "bad_name"],
    ["a sex that is none", { sex: "x?" }, "bad_sex"],
    ["a district that is none", { district: "Kivu-Nord" }, "no_district"],
    ["no date at all", { from: "" }, "day_missing"],
    ["a date that is none", { from: "31/02/2024" }, "no_day"],
    ["a day that has not come", { from: "14/06/2026" }, "day_future"],
    ["an end before its beginning", { to: "13/06/2024" }, "days_turned"],
  ])("%s is not taken and says why", (_, change, kind) => {
    expect(judgePast(pack, index, 2, row(change), null, "2025-11-17")).toMatchObject({ good: null, wrong: [{ kind }] });
  });

  test.each<[string, Partial<PastCells>, object]>([
    ["a year alone", { from: "2024" }, { from: { precision: "year", start: "2024-01-01" }, to: "2024-12-31" }],
    ["this year, which is not over", { from: "2025" }, { to: "2025-11-17" }],
    ["“Akarere ka Huye” written “District Huye”", { district: "District Huye" }, { tier: "DIS" }],
    ["“Gabo”", { sex: "Gabo" }, { sex: "M" }],
    ["a telephone that is none: the row is taken without it", { phone: "12" }, { phone: null }],
  ])("%s is understood", (_, change, good) => {
    expect(judgePast(pack, index, 2, row(change), null, "2025-11-17").good).toMatchObject(good);
  });
});

describe("Claudine brings a list", () => {
  test("the preview names each bad row and the row it doubles; nothing is written before she takes it", async () => {
    const bytes = csv(
      HEAD,
      "Yvonne Zaninka,F,PRO,Huye,0788 414 141,Budgeting,04/08/2024,06/08/2024,GIZ",
      "Yvonne Zaninka,F,PRO,Huye,0788 414 141,Budgeting,04/08/2024,06/08/2024,GIZ",
      "Fidèle Ruhinda,M,PRO,Atlantis,0788 515 151,Budgeting,04/08/2024,06/08/2024,GIZ",
    );
    const browser = await world.browser("claudine");
    const sent = await browser.post("/achievements/past-lists", {
      file: new File([bytes as BlobPart], "2024.csv", { type: "text/csv" }),
      modality: "short_course",
    });
    expect(sent.status).toBe(303);
    const page = (await browser.get(sent.location ?? "")).text;
    expect(page).toContain("The same person, course and days stand in row 2.");
    expect(page).toContain("No place is called “Atlantis”.");
    const { count } = await world.db
      .selectFrom("portfolio.entry")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(0);
    expect((await browser.post(`${sent.location}/drop`)).status).toBe(303);
    expect((await browser.post(`${sent.location}/take`)).status).toBe(409);
  });

  test("the same list again adds nothing, and the same file is refused with the day it was taken", async () => {
    const bytes = csv(HEAD, "Odile Mukarwego,F,,Huye,0788 717 171,Ethics,2023,,");
    expect(await world.act("claudine", (act) => takeFile(act, "a.csv", bytes))).toMatchObject({ fresh: 1, people: 1 });
    const again = await planList(
      world.db,
      world.pack,
      "2025-11-17",
      { name: "copy of a.csv", bytes: csv(HEAD, "ODILE Mukarwego ,F,,District Huye,+250788717171,ETHICS,2023,,") },
      settings,
    );
    expect({ fresh: again.fresh.length, same: again.same }).toEqual({ fresh: 0, same: 1 });
    await expect(world.act("claudine", (act) => takeFile(act, "a.csv", bytes))).rejects.toThrow("achievements.listTakenBefore");
  });

  test("a list in an old encoding with its title above the heads is read with its accents", async () => {
    const bytes = oldBytes(
      "LISTE DES FORMATIONS 2022;;;\r\n;;;\r\nNom;Genre;Formation;Date\r\nBéatrice Nyirabagenzi;Femme;Éthique;12/09/2022\r\n",
    );
    const plan = await planList(world.db, world.pack, "2025-11-17", { name: "liste.csv", bytes }, settings);
    expect(plan.fresh).toMatchObject([{ name: "Béatrice Nyirabagenzi", sex: "F", course: "Éthique" }]);
  });

  test("Jean-Bosco, who imports no lists, is refused", async () => {
    const browser = await world.browser("jeanbosco");
    expect((await browser.get("/achievements/past-lists")).status).toBe(403);
    expect((await browser.post("/achievements/past-lists", {})).status).toBe(403);
    expect((await pastLists(world.db, 10)).every((list) => list.fileName !== "x.csv")).toBe(true);
  });
});
