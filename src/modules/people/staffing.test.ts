/** The staffing profile: rates of a small body worked out by hand, small numbers hidden from everybody but those who keep the staff records. */
import { describe, expect, it } from "vitest";
import { join } from "node:path";
import { loadPack } from "#kernel/pack/load.ts";
import { ROOT } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { module } from "./module.ts";
import { breakdown, isManagement, profileOf, type ProfileData, type ProfilePerson } from "./staffing.ts";

const pack = loadPack(join(ROOT, "packs/rwanda"));
const world = useWorld([module]);

const person = (id: string, sex: "F" | "M" | null, level: string | null = null): ProfilePerson => ({
  person: id,
  sex,
  birthYear: 1985,
  level,
  field: null,
});
const post = (id: string, postType: string, funded = true): ProfileData["posts"][number] => ({
  post: id,
  postType,
  funded,
  organisation: "o",
  organisationName: "O",
  from: "2006-01-01",
  to: null,
});

describe("a body of four funded posts, worked out by hand", () => {
  const data: ProfileData = {
    posts: [post("des", "DES"), post("dhr", "DHR"), post("dfn", "DFN"), post("dpl", "DPL"), post("extra", "LND", false)],
    assignments: [
      { post: "des", person: "a", acting: false, from: "2020-01-01", to: null },
      { post: "dhr", person: "b", acting: false, from: "2024-12-01", to: null },
      { post: "dfn", person: "a", acting: true, from: "2025-01-01", to: null },
      { post: "dpl", person: "c", acting: false, from: "2020-01-01", to: "2025-06-30" },
    ],
    people: [person("a", "F"), person("b", "M")],
  };
  const profile = profileOf(pack, data, "2025-11-17", { actingDays: 90, smallest: 0 });

  it("two of four are filled, one is acted in, one is vacant; the post without a budget stands aside", () => {
    expect(profile.fill).toMatchObject({ posts: 4, substantive: 2, actingOnly: 1, vacant: 1, rate: 0.5 });
    expect(profile.unfunded).toBe(1);
  });

  it("vacant days are those without a substantive holder in twelve months; an interim covers some of them", () => {
    // 17/11/2024–17/11/2025, both included: 366 days. dhr 14 before it was filled, dfn 366, dpl 141 from 30/06 on.
    expect([profile.postDays, profile.vacantDays]).toEqual([4 * 366, 14 + 366 + 141]);
    expect(profile.byType.map((one) => [one.postType, one.days])).toEqual([
      ["DFN", 366],
      ["DPL", 141],
      ["DHR", 14],
    ]);
  });

  it("one interim lasts longer than ninety days, one person left, one came", () => {
    expect(profile.acting.map((one) => one.post)).toEqual(["dfn"]);
    expect([profile.turnover.leavers, profile.turnover.joiners]).toEqual([1, 1]);
  });

  it("half of management are women", () => {
    expect(profile.managers).toEqual({ women: 1, known: 2 });
  });
});

describe("small numbers", () => {
  const people = [
    ...Array.from({ length: 12 }, (_, index) => person(`m${index}`, "M", "bachelor")),
    ...Array.from({ length: 9 }, (_, index) => person(`f${index}`, "F", "bachelor")),
    person("x", "F", "doctorate"),
  ];
  const parts = (smallest: number) => breakdown(people, ["bachelor", "doctorate"], (one) => one.level ?? "–", smallest);

  it("the one doctor is hidden, and so is what would give her away", () => {
    const { table } = parts(5);
    expect(table.cells.flat()).not.toContain(1);
    expect(table.rowTotals).not.toContain(1);
    const hidden = [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals].filter((value) => value === null);
    expect(hidden.length).toBeGreaterThan(1);
  });

  it("who keeps the staff records sees her", () => {
    expect(parts(0).table.rowTotals).toEqual([21, 1]);
  });

  it("shares of women are hidden in both directions", () => {
    const data: ProfileData = {
      posts: [],
      assignments: [],
      people: [...Array.from({ length: 9 }, (_, index) => person(String(index), "F")), person("m", "M")],
    };
    const profile = profileOf(pack, { ...data, posts: [post("a", "DES")] }, "2025-11-17", { actingDays: 90, smallest: 5 });
    expect([profile.women, profile.known]).toEqual([null, null]);
  });
});

describe("what counts as management comes from the pack’s roles", () => {
  it.each([
    ["MAY", true],
    ["DES", true],
    ["SES", true],
    ["DHR", true],
    ["PRO", false],
    ["CLR", false],
  ])("%s: %s", (code, expected) => {
    const type = pack.postTypes.find((one) => one.code === code);
    expect(type !== undefined && isManagement(type)).toBe(expected);
  });
});

describe("the page", () => {
  it("Jean-Bosco sees exact numbers of Huye, Vestine the protected ones, Olivier nothing, Béata is refused", async () => {
    const path = `/people/organisations/${await world.organisation("Huye")}/staffing`;
    expect((await (await world.browser("jeanbosco")).get(path)).text).toContain("You see exact numbers");
    expect((await (await world.browser("vestine")).get(path)).text).toContain("Numbers of fewer than 5 people are hidden");
    expect((await (await world.browser("olivier")).get(path)).status).toBe(404);
    expect((await (await world.browser("beata")).get(path)).status).toBe(403);
  });

  it("paper travels, so the printed profile hides small numbers for Jean-Bosco too; files carry every measure", async () => {
    const path = `/people/organisations/${await world.organisation("Huye")}/staffing`;
    const browser = await world.browser("jeanbosco");
    expect((await browser.get(`${path}/print`)).text).toContain("fewer than 5, not shown");
    const file = await browser.get(`${path}?format=csv&below=1&everyone=1`);
    for (const words of ["Fill rate", "Vacancy days in 12 months", "Women in management"]) expect(file.text).toContain(words);
    expect((await browser.get(`${path}?format=xlsx`)).status).toBe(200);
  });

  it("Jean-Bosco takes every drawing of the page along; Vestine’s drawing holds no number that is hidden from her; Béata gets none", async () => {
    const path = `/people/organisations/${await world.organisation("Huye")}/staffing`;
    const browser = await world.browser("jeanbosco");
    const page = (await browser.get(`${path}?below=1&everyone=1&lang=en`)).text;
    const hrefs = [...page.matchAll(/href="([^"]*format=svg[^"]*)"/g)].map(([, href]) => (href ?? "").replaceAll("&amp;", "&"));
    expect(hrefs.map((href) => new URL(href, "http://x").searchParams.get("drawing"))).toEqual(expect.arrayContaining(["level", "age"]));
    expect(page.match(/<figure/g)).toHaveLength(hrefs.length);
    for (const href of hrefs) {
      const drawing = await browser.get(href);
      expect([drawing.status, drawing.headers.get("content-type")], href).toEqual([200, "image/svg+xml"]);
      expect(drawing.text).toMatch(/^<svg[^>]*xmlns=/);
    }
    expect((await browser.get(`${path}?format=svg&drawing=nothing`)).status).toBe(404);
    expect((await (await world.browser("beata")).get(`${path}?format=svg&drawing=level`)).status).toBe(403);
    const protectedOne = await (await world.browser("vestine")).get(`${path}?format=svg&drawing=level&lang=en`);
    expect([200, 404]).toContain(protectedOne.status);
    expect(protectedOne.text).not.toMatch(/: [1-4]</);
  });
});
