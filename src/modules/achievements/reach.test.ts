/** Counting people: over three lists, over doubles, by what is known of them; and every number of the page against its list. */
import { describe, expect, test } from "vitest";
import { addPerson, mergePeople, partPeople } from "#kernel/registry/people.ts";
import { module as people } from "#modules/people";
import { useWorld } from "#test/support/world.ts";
import { module } from "./module.ts";
import { reachOf } from "./reach.ts";
import { wholeOf } from "./scope.ts";
import { attended, csv, HEAD, takeFile } from "./testing.fixture.ts";

const world = useWorld([people, module]);
const TODAY = "2025-11-17";
const year = wholeOf("2025-07-01", "2025-11-17");
const count = async (scope = year) => reachOf(world.db, world.pack, scope, "all", TODAY);
const actor = async (name: "claudine" | "innocent") => (await world.actor(name)).person;

describe("Claudine brings three lists on which the same people stand", () => {
  test("a person on three lists, once with her telephone written otherwise, counts once; her three courses count three times", async () => {
    const before = await count();
    await world.act("claudine", (act) =>
      takeFile(
        act,
        "one.csv",
        csv(
          HEAD,
          "Yvonne Zaninka,F,PRO,Huye,0788 414 141,Budgeting,04/08/2025,06/08/2025,GIZ",
          "Fidèle Ruhinda,M,PRO,Huye,0788 515 151,Budgeting,04/08/2025,06/08/2025,GIZ",
        ),
      ),
    );
    await world.act("claudine", (act) =>
      takeFile(act, "two.csv", csv(HEAD, "ZANINKA Yvonne,F,PRO,Huye,+250788414141,Procurement,01/09/2025,02/09/2025,EU")),
    );
    const third = await world.act("claudine", (act) =>
      takeFile(
        act,
        "three.csv",
        csv(HEAD, "Yvonne ZANINKA,F,PRO,Huye,250788414141,Ethics,10/2025,,EU", "Odile Mukarwego,F,PRO,Musanze,,Ethics,10/2025,,EU"),
      ),
    );
    const after = await count();
    expect(third.joined).toBe(1);
    expect(after.people - before.people).toBe(3);
    expect(after.entries - before.entries).toBe(5);
    expect(after.cells.reduce((sum, cell) => sum + cell.people, 0)).toBe(after.people);
  });

  test("what the registry knows already is joined too, and parting her again counts her twice", async () => {
    const known = await world.act("claudine", (act) =>
      addPerson(act, { fullName: "Théogène Rukara", sex: "M", phone: "+250788616161" }, "test"),
    );
    await world.act("claudine", (act) => attended(act, known));
    const before = await count();
    const taken = await world.act("claudine", (act) =>
      takeFile(act, "four.csv", csv(HEAD, "Theogene RUKARA,M,,,0788616161,Ethics,11/08/2025,,")),
    );
    expect(taken).toMatchObject({ people: 1, joined: 1, open: 0 });
    expect((await count()).people).toBe(before.people);
    const double = await world.db.selectFrom("registry.person").select("id").where("merged_into", "=", known).executeTakeFirstOrThrow();
    await world.act("claudine", (act) => partPeople(act, double.id));
    expect((await count()).people).toBe(before.people + 1);
  });

  test("two of one name without anything else in common stay two, and wait for a person to say", async () => {
    const before = await count();
    const taken = await world.act("claudine", (act) =>
      takeFile(act, "five.csv", csv(HEAD, "Jeannine Uwera,F,,Huye,,Ethics,11/08/2025,,", "Jeannine Uwera,F,,Musanze,,Ethics,12/08/2025,,")),
    );
    expect(taken.joined).toBe(0);
    expect((await count()).people - before.people).toBe(2);
  });
});

describe("a person counts once, under the surest of what is known", () => {
  test("imported and verified by the same person are one verified person", async () => {
    const person = await world.act("claudine", (act) => addPerson(act, { fullName: "Godelive Mukantagara", sex: "F" }, "test"));
    const scope = wholeOf("2023-07-01", "2024-06-30");
    await world.act("claudine", (act) =>
      attended(act, person, { from: "2023-09-01", to: "2023-09-02", certainty: "imported", outcome: "attended" }),
    );
    await world.act("claudine", (act) => attended(act, person, { from: "2023-10-01", to: "2023-10-02" }));
    const reach = await count(scope);
    expect(reach.cells).toEqual([
      { district: null, sex: "F", tier: "DIS", certainty: "verified", people: 1, entries: 2, competent: 1, assessed: 1 },
    ]);
  });

  test("she stands in the district of her latest activity that names one, and under both programmes", async () => {
    const huye = await world.organisation("Huye");
    const musanze = await world.organisation("Musanze");
    const person = await world.act("claudine", (act) => addPerson(act, { fullName: "Immaculée Nyirabahizi", sex: "F" }, "test"));
    const days = (day: string) => ({ from: `2022-${day}`, to: `2022-${day}` });
    await world.act("claudine", (act) => attended(act, person, { ...days("08-01"), organisation: huye, programme: "GIZ" }));
    await world.act("claudine", (act) => attended(act, person, { ...days("09-01"), organisation: musanze, programme: "EU" }));
    await world.act("claudine", (act) => attended(act, person, { ...days("10-01"), organisation: null, programme: null }));
    const reach = await count(wholeOf("2022-07-01", "2023-06-30"));
    expect(reach.cells.map((cell) => cell.district)).toEqual([musanze]);
    expect(reach.byProgramme.map((one) => [one.code, one.people])).toEqual([
      ["none", 1],
      ["EU", 1],
      ["GIZ", 1],
    ]);
    expect((await count({ ...wholeOf("2022-07-01", "2023-06-30"), programme: "GIZ" })).cells[0]?.district).toBe(huye);
  });

  test("people joined after they were counted are counted anew at once", async () => {
    const scope = wholeOf("2021-07-01", "2022-06-30");
    const [one, other] = await world.act("claudine", async (act) => [
      await addPerson(act, { fullName: "Pascal Rwema", sex: "M" }, "test"),
      await addPerson(act, { fullName: "Paskali Rwema", sex: "M" }, "test"),
    ]);
    for (const person of [one, other])
      await world.act("claudine", (act) => attended(act, person ?? "", { from: "2021-09-01", to: "2021-09-01" }));
    expect((await count(scope)).people).toBe(2);
    await world.act("claudine", (act) => mergePeople(act, one ?? "", other ?? "", ["name-similar"]));
    expect((await count(scope)).people).toBe(1);
  });
});

/** Links of a page whose text is a number and whose address is one of the lists. */
function numbersOf(html: string): { readonly value: number; readonly href: string }[] {
  return [...html.matchAll(/<a href="(\/achievements\/(?:people|entries|sessions)[^"]*)">([\d,]+)<\/a>/g)].map(
    ([, href = "", text = ""]) => ({
      value: Number(text.replaceAll(",", "")),
      href: href.replaceAll("&amp;", "&"),
    }),
  );
}

describe("every number opens the list it was counted from", () => {
  test("Claudine opens each number of the page, and the rows of its list are as many", async () => {
    const browser = await world.browser("claudine");
    for (const address of ["/achievements", "/achievements?period=2020-07-01_2025-11-17"]) {
      const numbers = numbersOf((await browser.get(address)).text);
      expect(numbers.length).toBeGreaterThan(8);
      for (const { value, href } of numbers) {
        const file = JSON.parse((await browser.get(`${href}&format=json`)).text) as readonly unknown[];
        expect({ href, rows: file.length }).toEqual({ href, rows: value });
      }
    }
  });

  test("Innocent, a mayor, sees the people of his district only, as counts that sum up to the number", async () => {
    const huye = await world.organisation("Huye");
    const person = await actor("innocent");
    await world.act("claudine", (act) => attended(act, person, { organisation: huye }));
    const browser = await world.browser("innocent");
    const numbers = numbersOf((await browser.get("/achievements")).text).filter(({ href }) => href.includes("/people"));
    expect(numbers.length).toBeGreaterThan(3);
    for (const { value, href } of numbers) {
      const rows = JSON.parse((await browser.get(`${href}&format=json`)).text) as readonly { district: string; people: number }[];
      expect({ href, people: rows.reduce((sum, row) => sum + row.people, 0) }).toEqual({ href, people: value });
      expect(new Set(rows.map((row) => row.district))).toEqual(new Set(["Huye"]));
    }
    expect((await browser.get("/achievements/people?from=2025-07-01&to=2025-11-17")).text).not.toContain("Innocent Rugamba</th>");
  });

  test("Pacifique, who reads no achievements, is refused; a visitor is sent to sign in", async () => {
    expect((await (await world.browser("pacifique")).get("/achievements")).status).toBe(403);
    expect([302, 303, 401]).toContain((await (await world.browser(null)).get("/achievements/people")).status);
  });
});
