/** A list of units is judged row by row; nothing that does not agree passes in silence, and nothing is guessed. */
import { describe, expect, it } from "vitest";
import { join } from "node:path";
import { loadPack } from "#kernel/pack/load.ts";
import { tierOf } from "#kernel/pack/lookup.ts";
import { ROOT } from "#test/support/fixed.ts";
import { checkUnits, keyOf, tierNamed, usualLength, wholeNumber, type HeldUnit, type UnitRow } from "./unit-check.ts";

const pack = loadPack(join(ROOT, "packs/rwanda"));

const held = (units: readonly (readonly [string, string, string, string | null, number?])[]): Map<string, HeldUnit> =>
  new Map(
    units.map(([tier, code, name, above, population]) => [
      keyOf(tierOf(pack, tier).level ?? 0, code),
      { tier, code, name, above, population: population ?? null, households: null },
    ]),
  );

const HELD = held([
  ["NAT", "RW", "Rwanda", null],
  ["CIT", "1", "City of Kigali", "RW"],
  ["PRV", "2", "South", "RW"],
  ["DIS", "24", "Huye", "2"],
  ["DIS", "21", "Nyanza", "2"],
  ["SEC", "2409", "Ngoma", "24"],
]);

let next = 1;
const row = (level: string, code: string, name: string, parent = "", population = "", households = ""): UnitRow => ({
  row: ++next,
  level,
  code,
  name,
  parent,
  population,
  households,
});
const kinds = (rows: readonly UnitRow[], registry = HELD): string[] =>
  checkUnits(pack, rows, registry).findings.map((one) => `${one.code} ${one.kind}${one.rejected ? " rejected" : ""}`);

describe("the words of levels come from the pack", () => {
  it.each([
    ["village", "VIL"],
    ["Imidugudu", "VIL"],
    ["CEL", "CEL"],
    ["Secteur", "SEC"],
    ["DISTRICTS", "DIS"],
    ["commune", undefined],
    ["association", undefined],
  ])("“%s” means %s", (word, code) => {
    expect(tierNamed(pack, word)?.code).toBe(code);
  });
});

describe("single rows", () => {
  it.each<[string, UnitRow, string[]]>([
    ["a level that does not exist", row("commune", "2401", "X", "24"), ["2401 bad_level rejected"]],
    ["a code that is missing", row("sector", "", "X", "24"), [" code_missing rejected"]],
    ["a code with a blank in it", row("sector", "24 01", "X", "24"), ["24 01 malformed_code rejected"]],
    ["a name that is missing", row("sector", "2401", "", "24"), ["2401 name_missing rejected"]],
    ["people in words", row("sector", "2401", "X", "24", "many"), ["2401 bad_number rejected"]],
    ["fewer people than none", row("sector", "2401", "X", "24", "-5"), ["2401 bad_number rejected"]],
    ["a parent that nobody knows", row("sector", "9901", "X", "99"), ["9901 parent_missing rejected"]],
    ["no parent where there are several", row("sector", "2401", "X"), ["2401 parent_not_given rejected"]],
    ["no people", row("sector", "2401", "X", "24", "0", "0"), ["2401 zero_population"]],
    ["more households than people", row("sector", "2401", "X", "24", "4", "9"), ["2401 households_exceed"]],
    ["a name other than ours", row("sector", "2409", "Butare", "24"), ["2409 name_differs"]],
    ["a place other than ours", row("sector", "2409", "Ngoma", "21"), ["2409 wrong_parent", "2409 parent_differs"]],
    ["a province under a state that need not be named", row("province", "1", "City of Kigali"), []],
    ["a good row", row("sector", "2401", "Gishamvu", "24", "12 345", "3000"), []],
  ])("%s", (_, one, expected) => {
    // A well-behaved neighbour settles that codes build on each other here.
    const neighbours = one.level === "sector" ? [row("sector", "2402", "Karama", "24"), row("sector", "2403", "Kigoma", "24")] : [];
    expect(kinds([...neighbours, one])).toEqual(expected);
  });
});

describe("rows that do not agree with each other", () => {
  it("the second row with a code is set aside and names the first; the first stands", () => {
    const first = row("sector", "2401", "Gishamvu", "24");
    const judged = checkUnits(pack, [first, row("sector", "2401", "Karama", "24")], HELD);
    expect(judged.good.map((unit) => unit.name)).toEqual(["Gishamvu"]);
    expect(judged.findings).toMatchObject([{ kind: "duplicate_code", rejected: true, values: { first: first.row } }]);
  });

  it("a village whose code begins like another cell’s is kept where its row says, and shown", () => {
    const rows = [
      row("cell", "240901", "Butare", "2409"),
      row("cell", "240902", "Kaburemera", "2409"),
      row("village", "24090101", "A", "240901"),
      row("village", "24090102", "B", "240901"),
      row("village", "24090201", "C", "240902"),
      row("village", "24090103", "D", "240902"),
    ];
    const judged = checkUnits(pack, rows, HELD);
    expect(judged.findings.map((one) => [one.code, one.kind])).toEqual([["24090103", "wrong_parent"]]);
    expect(judged.good.find((unit) => unit.code === "24090103")?.above).toBe(keyOf(4, "240902"));
  });

  it("where codes do not build on each other, a different beginning means nothing", () => {
    expect(kinds([row("sector", "A7", "One", "24"), row("sector", "B1", "Two", "24"), row("sector", "C9", "Three", "21")])).toEqual([]);
  });

  it("sums of people and households are compared where every part has a figure", () => {
    const cells = [row("cell", "240901", "Butare", "2409", "100", "20"), row("cell", "240902", "Kaburemera", "2409", "50", "11")];
    const judged = checkUnits(pack, [row("sector", "2409", "Ngoma", "24", "160", "31"), ...cells], HELD);
    expect(judged.findings).toMatchObject([{ kind: "population_sum", values: { stated: 160, sum: 150, difference: -10, children: 2 } }]);
    expect(
      kinds([row("sector", "2409", "Ngoma", "24", "160", "31"), ...cells.slice(0, 1), row("cell", "240903", "Matyazo", "2409")]),
    ).toEqual([]);
  });

  it("two villages of one name in one cell are both taken, and shown; in two cells they are nothing special", () => {
    const cells = [row("cell", "240901", "Butare", "2409"), row("cell", "240902", "Kaburemera", "2409")];
    const villages = (second: string): UnitRow[] => [
      row("village", "24090101", "Kigarama", "240901"),
      row("village", `${second}02`, "KIGARAMA", second),
    ];
    expect(kinds([...cells.slice(0, 1), ...villages("240901")])).toEqual(["24090102 repeated_name"]);
    expect(kinds([...cells, ...villages("240902")])).toEqual([]);
  });

  it("a unit without anything below it is shown when its neighbours have something", () => {
    expect(
      kinds([row("cell", "240901", "A", "2409"), row("cell", "240902", "B", "2409"), row("village", "24090101", "V", "240901")]),
    ).toEqual(["240902 no_children"]);
  });

  it("what lies below a rejected row is rejected with it, and says why", () => {
    expect(kinds([row("cell", "240901", "", "2409"), row("village", "24090101", "V", "240901")])).toEqual([
      "240901 name_missing rejected",
      "24090101 parent_rejected rejected",
    ]);
  });

  it("children may stand before their parents", () => {
    expect(kinds([row("village", "24090101", "V", "240901"), row("cell", "240901", "A", "2409")])).toEqual([]);
  });
});

describe("small parts", () => {
  it("a lost leading zero is seen only where the other codes agree on a length", () => {
    const codes = Array.from({ length: 12 }, (_, index) => row("sector", `24${String(index + 10)}`, `S${index}`, "24"));
    expect(kinds([...codes, row("sector", "241", "Short", "24")])).toEqual(["241 code_length rejected"]);
    expect(usualLength(["1", "22", "333"])).toBeUndefined();
  });

  it.each([
    ["", null],
    ["730", 730],
    ["1,234", 1234],
    ["1 234 567", 1234567],
    ["12.5", undefined],
    ["1e3", undefined],
    ["99999999999", undefined],
  ])("“%s” reads as %s", (text, value) => {
    expect(wholeNumber(text)).toBe(value);
  });
});
