/** Rows of a list of people are judged one by one; places and posts are recognised as people write them. */
import { describe, expect, it } from "vitest";
import { join } from "node:path";
import { loadPack } from "#kernel/pack/load.ts";
import { ROOT } from "#test/support/fixed.ts";
import { indexOrganisations, judgePerson, readActing, type KnownOrganisation, type PersonCells } from "./people-check.ts";

const pack = loadPack(join(ROOT, "packs/rwanda"));
const place = (id: string, tier: string, code: string, name: string, above: readonly string[]): KnownOrganisation => ({
  id,
  code: `${tier}-${code}`,
  territoryCode: code,
  name,
  tier,
  above,
});
const index = indexOrganisations([
  place("huye", "DIS", "24", "Huye", ["South", "Rwanda"]),
  place("huye-sector", "SEC", "2404", "Huye", ["Huye", "South", "Rwanda"]),
  place("ngoma", "SEC", "2409", "Ngoma", ["Huye", "South", "Rwanda"]),
  place("ngoma-nyaruguru", "SEC", "2309", "Ngoma", ["Nyaruguru", "South", "Rwanda"]),
]);

const EMPTY: PersonCells = {
  name: "Aline Uwase",
  sex: "",
  birthYear: "",
  phone: "",
  email: "",
  organisation: "Huye",
  post: "Mayor",
  seat: "",
  acting: "",
  from: "",
  qualification: "",
  field: "",
};
const judge = (cells: Partial<PersonCells>, reach: (id: string) => boolean = () => true) =>
  judgePerson(pack, index, reach, 2, { ...EMPTY, ...cells }, "2025-11-17");
const kindsOf = (cells: Partial<PersonCells>, reach?: (id: string) => boolean): string[] => {
  const judged = judge(cells, reach);
  return "row" in judged ? [] : judged.map((one) => one.kind);
};

describe("places and posts", () => {
  it.each<[string, Partial<PersonCells>, string, string]>([
    ["“Huye” with the mayor is the district", {}, "huye", "MAY"],
    ["“Huye” with the sector’s secretary is the sector", { post: "Sector Executive Secretary" }, "huye-sector", "SES"],
    ["a path from below", { organisation: "Ngoma/Huye", post: "SES" }, "ngoma", "SES"],
    ["a path from above", { organisation: "Huye > Ngoma", post: "ses" }, "ngoma", "SES"],
    ["an official code", { organisation: "2309", post: "SES" }, "ngoma-nyaruguru", "SES"],
    ["our own code", { organisation: "dis-24", post: "MAY" }, "huye", "MAY"],
    ["a post in French", { post: "Maire" }, "huye", "MAY"],
    ["a post in Kinyarwanda", { post: "Umunyamabanga Nshingwabikorwa w'Akarere" }, "huye", "DES"],
  ])("%s", (_, cells, organisation, postType) => {
    const judged = judge(cells);
    expect("row" in judged && [judged.organisation.id, judged.postType.code]).toEqual([organisation, postType]);
  });

  it.each<[string, Partial<PersonCells>, string]>([
    ["a sector whose name two districts have", { organisation: "Ngoma", post: "SES" }, "several_organisations"],
    ["a place nobody knows", { organisation: "Atlantis" }, "no_organisation"],
    ["a post nobody knows", { post: "Pharaoh" }, "no_post_type"],
    ["a post that the place does not have", { organisation: "Ngoma/Huye", post: "Mayor" }, "post_elsewhere"],
  ])("%s is explained", (_, cells, kind) => {
    expect(kindsOf(cells)).toEqual([kind]);
  });

  it("Jean-Bosco cannot bring people of a district that is not his", () => {
    expect(kindsOf({}, (id) => id !== "huye")).toEqual(["out_of_reach"]);
  });
});

describe("cells", () => {
  it.each<[string, Partial<PersonCells>, string[]]>([
    ["one word is no full name", { name: "Aline" }, ["bad_name"]],
    ["sex in another word", { sex: "X" }, ["bad_sex"]],
    ["sex in French", { sex: "Femme" }, []],
    ["a year of birth of a child", { birthYear: "2019" }, ["bad_birth_year"]],
    ["a telephone of another country’s length", { phone: "12345" }, ["bad_phone"]],
    ["a telephone as people write it", { phone: "0788 000 143" }, []],
    ["an e-mail without a place", { email: "aline" }, ["bad_email"]],
    ["a date in the future", { from: "01/01/2031" }, ["bad_from"]],
    ["a date known to the year", { from: "2021" }, []],
    ["a date that does not exist", { from: "31/02/2021" }, ["bad_from"]],
    ["a seat beyond the last", { post: "Councillor", seat: "18" }, ["bad_seat"]],
    ["acting or not, nobody knows", { acting: "perhaps" }, ["bad_acting"]],
    ["a qualification by its name", { qualification: "Master’s degree" }, []],
    ["a qualification nobody knows", { qualification: "wizard" }, ["bad_qualification"]],
    ["everything wrong is told at once", { sex: "X", phone: "1", from: "soon" }, ["bad_sex", "bad_phone", "bad_from"]],
  ])("%s", (_, cells, expected) => {
    expect(kindsOf(cells)).toEqual(expected);
  });

  it("a telephone is kept in international form", () => {
    const judged = judge({ phone: "0788 000 143" });
    expect("row" in judged && judged.phone).toBe("+250788000143");
  });

  it.each([
    ["yego", true],
    ["Par intérim", true],
    ["", false],
    ["Oya", false],
    ["?!", false],
    ["soon", undefined],
  ])("“%s” says acting: %s", (text, acting) => {
    expect(readActing(text)).toBe(acting);
  });
});
