/** Names, numbers and matches: tables of cases, and the same answer in any order. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "#methods/draw/random.ts";
import type { PersonRecord } from "./evidence.ts";
import { suggestMatches } from "./match.ts";
import type { MatchOptions } from "./match.ts";
import { compareTokens, editDistance, nameTokens, pairTokens, skeleton } from "./names.ts";
import { normalisePhone, normalisePhones } from "./phone.ts";

const plan = { callingCode: "250", trunk: "0", nationalLength: 9 };

describe("the words of a name", () => {
  test.each([
    ["UWIMANA  Marie-Claire ", ["uwimana", "marie", "claire"]],
    ["Émile Ndayishimiye", ["emile", "ndayishimiye"]],
    ["N’Diaye Awa", ["ndiaye", "awa"]],
    ["MUKAMANA J. d'Arc", ["mukamana", "j", "darc"]],
    ["Dr. HABIMANA\tJean\u00a0Bosco", ["habimana", "jean", "bosco"]],
    ["", []],
  ])("of %j", (name, tokens) => {
    expect(nameTokens(name, ["dr"])).toEqual(tokens);
  });

  /** Known distances: Levenshtein’s kitten–sitting, and what a swap counts in optimal string alignment. */
  test.each([
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
    ["saturday", "sunday", 3],
    ["uwimana", "uwiamna", 1],
    ["", "abc", 3],
    ["abc", "abc", 0],
  ])("%j and %j are so far apart", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  test.each([
    ["mukamana", "mukamana", "same"],
    ["nshimiyimana", "nshimyimana", "similar"],
    ["ndayishimiye", "ndayishimie", "similar"],
    ["j", "jean", "initial"],
    ["j", "paul", "different"],
    ["ana", "ada", "different"],
    ["mukamana", "mukarwego", "different"],
    ["uwera", "uwase", "different"],
  ])("%s and %s are %s", (a, b, likeness) => {
    expect(compareTokens(a, b)).toBe(likeness);
    expect(compareTokens(b, a)).toBe(likeness);
  });

  test("are paired in any order, joined where the other list joins them", () => {
    expect(pairTokens(["uwase", "jean", "paul"], ["jeanpaul", "uwase"])).toEqual({
      pairs: [
        { a: "jeanpaul", b: "jeanpaul", likeness: "same" },
        { a: "uwase", b: "uwase", likeness: "same" },
      ],
      onlyA: [],
      onlyB: [],
    });
    expect(pairTokens(["j", "jean"], ["jean"])).toMatchObject({ onlyA: ["j"], onlyB: [] });
  });

  test("keep their skeleton when vowels and doubled letters vary", () => {
    expect(skeleton("mukamana")).toBe(skeleton("mukkamaana"));
    expect(skeleton("nshimiyimana")).toBe(skeleton("nshimyimana"));
    expect(skeleton("uwimana")).toBe("umn");
  });
});

describe("a telephone number", () => {
  test.each([
    ["0788 123 456", "+250788123456"],
    ["+250 788-123-456", "+250788123456"],
    ["00250788123456", "+250788123456"],
    ["250788123456", "+250788123456"],
    ["788123456", "+250788123456"],
    ["+250 (0) 788 123 456", "+250788123456"],
    ["+256 772 123456", "+256772123456"],
    ["078812345", null],
    ["07881234567", null],
    ["+2507881234", null],
    ["n/a", null],
    ["", null],
  ])("typed %j", (typed, number) => {
    expect(normalisePhone(typed, plan)).toBe(number);
  });

  test("shares a cell with others", () => {
    expect(normalisePhones("0788123456 / 0722 333 444; 0788123456 or none", plan)).toEqual(["+250788123456", "+250722333444"]);
  });
});

const options: MatchOptions = { threshold: 8, strong: 14 };
const person = (name: string, more: Partial<PersonRecord> = {}): PersonRecord => ({
  id: "1",
  list: "payroll",
  name,
  ...more,
});

/** The verdict on two records that stand alone, so that every word counts as rare. */
function verdict(a: PersonRecord, b: PersonRecord): string {
  const [found] = suggestMatches([a, { ...b, list: "council list" }], options);
  return found?.strength ?? "none";
}

describe("two records", () => {
  const phone = { phones: ["+250788123456"] };
  const other = { phones: ["+250722000111"] };
  const burera = { entity: "Burera" };
  test.each([
    ["the same name in another order", person("UWIMANA Claudine"), person("Claudine Uwimana"), "strong"],
    ["a name with and without its accents", person("Émile Nkurunziza"), person("NKURUNZIZA Emile"), "strong"],
    ["an initial, the same phone", person("J. Habimana", phone), person("Habimana Jean", phone), "strong"],
    ["an initial, nothing else", person("J. Habimana"), person("Habimana Jean"), "possible"],
    ["one letter apart, same district", person("Mukamana Diane", burera), person("Mukamanna Diane", burera), "strong"],
    ["a third name on one list", person("Niyonzima Eric"), person("Niyonzima Eric Patrick"), "strong"],
    ["one shared name, other given names", person("Uwimana Claudine"), person("Uwimana Patrick"), "none"],
    ["one shared name, other given names, a family phone", person("Uwimana Claudine", phone), person("Uwimana Patrick", phone), "possible"],
    ["nothing shared but the phone", person("Uwase Alice", phone), person("Gasana Paul", phone), "none"],
    [
      "the same name, born years apart, other phones",
      person("Uwase Alice", { birthYear: 1980, ...phone }),
      person("Alice Uwase", { birthYear: 1995, ...other }),
      "possible",
    ],
    [
      "the same name, other sex and years",
      person("Uwase Alice", { birthYear: 1980, sex: "f" }),
      person("Alice Uwase", { birthYear: 1995, sex: "m" }),
      "none",
    ],
    ["Jean-Paul in one word", person("Mugisha Jeanpaul"), person("Jean-Paul Mugisha"), "strong"],
    ["no name on one list", person(""), person("Mugisha"), "none"],
  ])("with %s", (_, a, b, expected) => {
    expect(verdict(a, b)).toBe(expected);
    expect(verdict(b, a)).toBe(expected);
  });

  test("come with every reason, strongest first, adding up to the score", () => {
    const [found] = suggestMatches(
      [
        person("J. Habimana", {
          ...phone,
          ...burera,
          post: "Executive Secretary",
          birthYear: 1980,
          sex: "m",
        }),
        person("Habimana Jean Bosco", {
          ...phone,
          entity: "Gakenke",
          post: "Executive Secretary",
          birthYear: 1981,
          sex: "m",
          list: "forum",
        }),
      ],
      options,
    );
    expect(found?.reasons.map(({ code, about }) => [code, about])).toEqual([
      ["phone-same", "+250788123456"],
      ["name-same", "habimana"],
      ["post-same", "Executive Secretary"],
      ["entity-differs", ""],
      ["name-initial", "j ~ jean"],
      ["name-extra", "bosco"],
      ["sex-same", "m"],
      ["birth-year-near", ""],
    ]);
    const sum = found?.reasons.reduce((total, { bits }) => total + bits, 0) ?? 0;
    expect(found?.score).toBeCloseTo(sum, 9);
  });

  test("weigh less on a name that half the country bears", () => {
    const crowd = Array.from({ length: 600 }, (_, i) => person(`Uwimana Name${i}x`, { id: `c${i}` }));
    const pair = [person("Uwimana Zilpa", { id: "a" }), person("Zilpa Uwimana", { id: "b", list: "forum" })];
    const alone = suggestMatches(pair, options)[0]?.score ?? 0;
    const crowded = suggestMatches([...crowd, ...pair], options).find(({ b }) => b.id === "a" || b.id === "b");
    expect(crowded?.score).toBeLessThan(alone - 5);
  });

  test("that an office phone joins are not suggested on that alone", () => {
    const letters = (i: number) => [7, 11, 13, 17, 19].map((k) => String.fromCharCode(97 + ((i * k + k) % 26))).join("");
    const office = Array.from({ length: 60 }, (_, i) =>
      person(`${letters(i)} ${letters(i + 500)}`, {
        id: String(i),
        ...phone,
        list: i % 2 === 0 ? "x" : "y",
      }),
    );
    expect(suggestMatches(office, options)).toEqual([]);
  });

  test("on one list are compared only when asked", () => {
    const twice = [person("Uwase Alice", { id: "1" }), person("Alice Uwase", { id: "2" })];
    expect(suggestMatches(twice, options)).toEqual([]);
    expect(suggestMatches(twice, { ...options, withinLists: true })).toHaveLength(1);
  });

  test("must not have the same id on the same list", () => {
    expect(() => suggestMatches([person("a"), person("b")], options)).toThrow("stands twice");
  });
});

const given = ["Claudine", "Eric", "Diane", "Patrick", "Alice", "Jean", "Aline", "Paul", "Grace", "Emile"];
const family = ["Uwimana", "Mukamana", "Habimana", "Niyonzima", "Nkurunziza", "Uwase", "Gasana", "Mugisha"];

describe("suggestions", () => {
  const record = fc.record({
    name: fc.tuple(fc.constantFrom(...family), fc.constantFrom(...given)).map((parts) => parts.join(" ")),
    list: fc.constantFrom("x", "y"),
    phones: fc.array(fc.constantFrom("+250788000001", "+250788000002", "+250788000003"), {
      maxLength: 1,
    }),
    entity: fc.constantFrom("Burera", "Huye", undefined),
    birthYear: fc.constantFrom(1980, 1981, 1990, undefined),
  });
  const records = fc.array(record, { maxLength: 25 }).map((list) => list.map((fields, i): PersonRecord => ({ ...fields, id: String(i) })));

  test("are the same in whatever order the lists are read", () => {
    fc.assert(
      fc.property(records, fc.string(), fc.boolean(), (list, seed, withinLists) => {
        const asked = { ...options, threshold: 3, withinLists };
        expect(suggestMatches(seeded(seed).shuffle(list), asked)).toEqual(suggestMatches(list, asked));
      }),
    );
  });

  test("are symmetric: renaming the lists swaps the two records and nothing else", () => {
    fc.assert(
      fc.property(records, (list) => {
        const swapped = list.map((r) => ({ ...r, list: r.list === "x" ? "y" : "x" }));
        const key = (a: PersonRecord, b: PersonRecord, score: number) => `${[a.id, b.id].sort().join()} ${score}`;
        const found = (all: PersonRecord[]) =>
          suggestMatches(all, { ...options, threshold: 3 })
            .map(({ a, b, score }) => key(a, b, score))
            .sort();
        expect(found(swapped)).toEqual(found(list));
      }),
    );
  });

  test("find most of the people on two lists of 1,500 whose names were reordered, shortened and misspelt", () => {
    const random = seeded("two lists");
    const syllables = ["mu", "ka", "ni", "yo", "ha", "bi", "ma", "na", "ga", "sa", "tu", "zi", "ro", "ke"];
    const word = (parts: number) => Array.from({ length: parts }, () => random.pick(syllables)).join("");
    const families = Array.from({ length: 400 }, () => word(random.integer(3, 4)));
    const first = Array.from({ length: 1500 }, (_, i): PersonRecord => ({
      id: String(i),
      list: "payroll",
      name: `${random.pick(families)} ${random.pick(given)} ${word(2)}`,
      phones: random.uniform() < 0.7 ? [`+25078${random.integer(1_000_000, 9_999_999)}`] : [],
      entity: `district ${random.integer(1, 30)}`,
    }));
    const second = first.map((r): PersonRecord => {
      const words = r.name.split(" ");
      if (random.uniform() < 0.2) words.pop();
      if (random.uniform() < 0.2) words[0] = words[0]?.replace("a", "aa") ?? "";
      return {
        ...r,
        list: "forum",
        name: random.shuffle(words).join(" "),
        phones: random.uniform() < 0.5 ? r.phones : [],
      };
    });
    const found = suggestMatches([...first, ...second], options);
    const right = new Set(found.filter(({ a, b }) => a.id === b.id).map(({ a }) => a.id));
    expect(right.size / 1500).toBeGreaterThan(0.95);
    const strong = found.filter(({ strength }) => strength === "strong");
    const wrong = strong.filter(({ a, b }) => a.id !== b.id);
    expect(wrong.length / strong.length).toBeLessThan(0.02);
  });
});
