/** Tiers and separately published groups: nothing comes back by subtraction. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differencing } from "./differencing.ts";
import { recoverableInTree, suppressTree } from "./tree.ts";
import type { CountTree, PublishedTree } from "./tree.ts";

const strict = { threshold: 5, zeros: "hidden" } as const;
const leaf = (key: string, count: number): CountTree => ({ key, count, parts: [] });
const whole = (key: string, parts: CountTree[]): CountTree => ({
  key,
  parts,
  count: parts.reduce((sum, part) => sum + part.count, 0),
});

describe("tiers", () => {
  const country = whole("country", [
    whole("North", [leaf("Burera", 12), leaf("Gakenke", 2), leaf("Gicumbi", 9)]),
    whole("South", [leaf("Huye", 20), leaf("Gisagara", 30)]),
  ]);
  const flatten = (tree: PublishedTree): [string, number | null][] => [[tree.key, tree.count], ...tree.parts.flatMap(flatten)];

  test("hide Gakenke’s 2 and the smallest neighbour, not the province", () => {
    expect(flatten(suppressTree(country, strict))).toEqual([
      ["country", 73],
      ["North", 23],
      ["Burera", 12],
      ["Gakenke", null],
      ["Gicumbi", null],
      ["South", 50],
      ["Huye", 20],
      ["Gisagara", 30],
    ]);
  });

  test("give a lone hidden district away, and the verifier says so", () => {
    const published: PublishedTree = {
      key: "North",
      count: 23,
      parts: [
        { key: "Burera", count: 12, parts: [] },
        { key: "Gakenke", count: null, parts: [] },
        { key: "Gicumbi", count: 9, parts: [] },
      ],
    };
    expect(recoverableInTree(published, strict)).toEqual([{ key: "Gakenke", low: 2, high: 2 }]);
    expect(() => recoverableInTree({ ...published, count: 5 }, strict)).toThrow("contradict");
  });

  test("leave nothing recoverable in any tree", () => {
    const { node } = fc.letrec<{ node: CountTree }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.integer({ min: 0, max: 12 }).map((count) => leaf("x", count)),
        fc.array(tie("node"), { minLength: 1, maxLength: 4 }).map((parts) => whole("x", parts)),
      ),
    }));
    fc.assert(
      fc.property(node, fc.constantFrom("hidden", "shown"), (tree, zeros) => {
        const protection = { threshold: 5, zeros: zeros as "hidden" | "shown" };
        expect(recoverableInTree(suppressTree(tree, protection), protection)).toEqual([]);
      }),
    );
  });

  test("are refused when a whole is not the sum of its parts", () => {
    expect(() => suppressTree({ ...country, count: 1 }, strict)).toThrow("sum of its parts");
    expect(() => suppressTree(leaf("x", -1), strict)).toThrow(RangeError);
  });
});

describe("groups published separately", () => {
  const people = (from: number, to: number) => new Set(Array.from({ length: to - from }, (_, i) => `person ${from + i}`));

  test("give away the three executives between all staff and staff without executives", () => {
    const groups = [
      { key: "all staff", members: people(0, 40) },
      { key: "without executives", members: people(3, 40) },
    ];
    expect(differencing(groups, 5)).toEqual([{ whole: "all staff", parts: ["without executives"], remainder: 3 }]);
  });

  test("give away what two parts together leave over", () => {
    const groups = [
      { key: "district", members: people(0, 50) },
      { key: "offices", members: people(0, 30) },
      { key: "health posts", members: people(30, 48) },
    ];
    expect(differencing(groups, 5)).toEqual([{ whole: "district", parts: ["offices", "health posts"], remainder: 2 }]);
  });

  test("give nothing away when parts cover everybody, overlap, or leave enough", () => {
    expect(
      differencing(
        [
          { key: "a", members: people(0, 20) },
          { key: "b", members: people(0, 15) },
        ],
        5,
      ),
    ).toEqual([]);
    expect(
      differencing(
        [
          { key: "a", members: people(0, 20) },
          { key: "b", members: people(0, 20) },
        ],
        5,
      ),
    ).toEqual([]);
    const overlapping = [
      { key: "a", members: people(0, 30) },
      { key: "b", members: people(0, 20) },
      { key: "c", members: people(9, 28) },
    ];
    expect(differencing(overlapping, 5)).toEqual([]);
    expect(differencing([], 5)).toEqual([]);
  });

  test("are searched fast for a country of thirty districts", () => {
    const districts = Array.from({ length: 30 }, (_, i) => ({
      key: `district ${i}`,
      members: people(i * 20, (i + 1) * 20),
    }));
    const country = { key: "country", members: people(0, 603) };
    expect(differencing([country, ...districts], 5)).toMatchObject([{ whole: "country", remainder: 3 }]);
    expect(differencing([{ ...country, members: people(0, 600) }, ...districts], 5)).toEqual([]);
  });
});
