/** Gaps, ranking, Borich’s score, causes and change. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, rational, toNumber } from "#methods/exact/rational.ts";
import { borich } from "./borich.ts";
import { causeShares } from "./causes.ts";
import { roundChange } from "./change.ts";
import { classify, gap, priority } from "./gap.ts";
import { equalWeights, placeRanges, rankNeeds, weightGrid } from "./ranking.ts";
import type { Need } from "./ranking.ts";

const need = (id: string, parts: Partial<Need>): Need => ({
  id,
  desired: 4,
  current: 2,
  importance: 3,
  reach: 10,
  cost: 100,
  ...parts,
});

describe("a gap", () => {
  const lines = { bottleneckGap: 2, strengthLevel: 4 };
  test.each([
    ["Ngoma’s budgeting, wanted 4, now 4", 4, 4, 0, "strength"],
    ["Ngoma’s archives, wanted 3, now 3", 3, 3, 0, "met"],
    ["Ngoma’s procurement, wanted 4, now 3", 4, 3, 1, "gap"],
    ["Ngoma’s land records, wanted 5, now 2", 5, 2, 3, "bottleneck"],
    ["Ngoma’s hygiene, wanted 3, now 5", 3, 5, -2, "strength"],
    ["a mean of answers between levels", 4, 2.5, 1.5, "gap"],
    ["a gap of exactly two in tenths", 4.1, 2.1, 2, "bottleneck"],
  ] as const)("of %s is classified", (_, desired, current, distance, standing) => {
    expect(gap({ desired, current })).toBe(distance);
    expect(classify({ desired, current }, lines)).toBe(standing);
  });

  test("is refused for a level that the scale does not have", () => {
    for (const level of [0, 6, Number.NaN]) {
      expect(() => gap({ desired: level, current: 1 })).toThrow(RangeError);
      expect(() => gap({ desired: 3, current: level })).toThrow(RangeError);
    }
  });
});

describe("priority", () => {
  test("is gap × importance × reach ÷ cost, exactly", () => {
    expect(priority({ gap: 2, importance: 3, reach: 10, cost: 100 })).toEqual(rational(3, 5));
    expect(priority({ gap: 0.3, importance: 0.1, reach: 1, cost: 1 })).toEqual(rational(3, 100));
    expect(() => priority({ gap: 1, importance: 1, reach: 1, cost: 0 })).toThrow(RangeError);
  });

  test("ranks needs and lets those that tie exactly share their places", () => {
    const { ranked, unranked } = rankNeeds([
      need("archives", { importance: 1 }),
      need("budget", { importance: 5 }),
      need("land", { desired: 3.2, current: 2.9, importance: 2, reach: 100 }),
      need("roads", { desired: 4.1, current: 3.8, importance: 2, reach: 100 }),
      need("met", { current: 4 }),
      need("nobody", { reach: 0 }),
      need("free", { cost: 0 }),
      need("unimportant", { importance: 0 }),
    ]);
    expect(ranked.map(({ id, place, placeEnd }) => [id, place, placeEnd])).toEqual([
      ["budget", 1, 1],
      ["land", 2, 3],
      ["roads", 2, 3],
      ["archives", 4, 4],
    ]);
    expect(unranked).toEqual([
      { id: "met", reason: "no-gap" },
      { id: "nobody", reason: "no-reach" },
      { id: "free", reason: "no-cost" },
      { id: "unimportant", reason: "no-importance" },
    ]);
  });

  const partOf = fc.integer({ min: 1, max: 50 });
  const anyNeeds = fc
    .array(
      fc.record({
        importance: partOf,
        reach: partOf,
        cost: partOf,
        current: fc.integer({ min: 1, max: 3 }),
      }),
      {
        maxLength: 12,
      },
    )
    .map((list) => list.map((parts, i) => need(`need ${i}`, parts)));

  test("gives the order of the exact products, whatever order the needs come in", () => {
    fc.assert(
      fc.property(anyNeeds, (needs) => {
        const { ranked } = rankNeeds(needs);
        const exact = new Map(needs.map((n) => [n.id, priority({ ...n, gap: gap(n) })]));
        for (const [i, a] of ranked.entries()) {
          const b = ranked[i + 1];
          if (b === undefined) continue;
          const order = compare(exact.get(a.id)!, exact.get(b.id)!);
          expect(order).toBe(a.place === b.place ? 0 : 1);
        }
        const places = new Map(rankNeeds(needs.toReversed()).ranked.map((n) => [n.id, n.place]));
        for (const { id, place } of ranked) expect(places.get(id)).toBe(place);
      }),
    );
  });

  test("does not depend on the unit in which cost or reach is counted", () => {
    fc.assert(
      fc.property(anyNeeds, fc.integer({ min: 2, max: 1000 }), (needs, unit) => {
        const other = needs.map((n) => ({ ...n, cost: n.cost * unit, reach: n.reach * unit }));
        const grid = weightGrid({ steps: 6 });
        const strip = (list: readonly Need[]) => placeRanges(list, grid).map(({ id, best, worst }) => ({ id, best, worst }));
        expect(strip(other)).toEqual(strip(needs));
      }),
      { numRuns: 20 },
    );
  });
});

describe("the range of places", () => {
  test("is exact on the grid: the dear need with wide reach is first only while reach counts", () => {
    const needs = [need("wide and dear", { reach: 1000, cost: 2000 }), need("narrow and cheap", { reach: 10, cost: 10 })];
    const ranges = placeRanges(needs, weightGrid({ steps: 4 }));
    expect(ranges.map(({ id, best, worst }) => [id, best, worst])).toEqual([
      ["narrow and cheap", 1, 2],
      ["wide and dear", 1, 2],
    ]);
    // Reach ratio 100^r against cost ratio 200^c: wide wins when r > c·ln200/ln100 ≈ 1.15 c; both tie when r = c = 0.
    const grid = weightGrid({ steps: 4 });
    const wins = grid.filter(({ reach, cost }) => 100n ** BigInt(reach) >= 200n ** BigInt(cost));
    expect(ranges[1]?.firstShare).toEqual(rational(wins.length, grid.length));
  });

  test("of a need that is best in everything never leaves first place", () => {
    const ranges = placeRanges(
      [need("best", { importance: 5, reach: 99, cost: 1, current: 1 }), need("other", {})],
      weightGrid({ steps: 8, minimum: 1 }),
    );
    expect(ranges[0]).toMatchObject({ id: "best", best: 1, worst: 1, firstShare: rational(1) });
    expect(ranges[1]).toMatchObject({ id: "other", best: 2, worst: 2, firstShare: rational(0) });
  });

  test("of needs that are equal in everything is shared", () => {
    const ranges = placeRanges([need("a", {}), need("b", {}), need("c", {})], [equalWeights]);
    expect(ranges.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 3],
      [1, 3],
      [1, 3],
    ]);
  });

  test("counts every composition once", () => {
    expect(weightGrid({ steps: 8, minimum: 1 })).toHaveLength(35);
    expect(weightGrid({ steps: 10 })).toHaveLength(286);
    expect(new Set(weightGrid({ steps: 5 }).map((w) => JSON.stringify(w))).size).toBe(56);
    expect(() => weightGrid({ steps: 3, minimum: 1 })).toThrow(RangeError);
    expect(() => placeRanges([], [])).toThrow(RangeError);
    expect(() => rankNeeds([], { gap: 0, importance: 0, reach: 0, cost: 0 })).toThrow(RangeError);
    expect(() => rankNeeds([], { ...equalWeights, gap: 0.5 })).toThrow(RangeError);
  });
});

describe("Borich’s score", () => {
  test("follows the published procedure: discrepancy, weighted by the group’s mean importance, averaged", () => {
    const result = borich([
      { importance: 5, competence: 2 },
      { importance: 4, competence: 4 },
      { importance: 3, competence: 1 },
    ]);
    // Mean importance 4: weighted discrepancies 12, 0 and 8.
    expect(result).toMatchObject({ n: 3, meanImportance: 4, meanDiscrepancy: 5 / 3 });
    expect(result?.score).toBeCloseTo(20 / 3, 12);
    expect(borich([])).toBeNull();
  });

  test("equals mean importance times the difference of the means", () => {
    const rating = fc.record({
      importance: fc.integer({ min: 1, max: 5 }),
      competence: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(rating, { minLength: 1 }), (ratings) => {
        const result = borich(ratings);
        if (result === null) throw new Error("no score");
        const { meanImportance, meanCompetence, score } = result;
        expect(score).toBeCloseTo(meanImportance * (meanImportance - meanCompetence), 10);
      }),
    );
  });
});

describe("causes", () => {
  test("other than knowledge and skill are counted apart, with their interval", () => {
    const needs = ["skill", "tools", "money", "tools", "skill", "mandate"].map((cause, i) => ({
      id: String(i),
      cause,
    }));
    const shares = causeShares(needs, ["skill"]);
    expect(shares.byCause).toEqual([
      { cause: "skill", count: 2 },
      { cause: "tools", count: 2 },
      { cause: "mandate", count: 1 },
      { cause: "money", count: 1 },
    ]);
    expect(shares).toMatchObject({ total: 6, notTrainable: 4, share: rational(2, 3) });
    expect(shares.interval?.estimate).toBeCloseTo(toNumber(rational(2, 3)), 12);
    expect(causeShares([], ["skill"])).toMatchObject({ total: 0, share: null, interval: null });
  });
});

describe("the change between rounds", () => {
  /** Student (1908): hours of sleep of ten patients with two drugs; mean difference 1.58, 95 % 0.70 to 2.46. */
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const round = (values: number[]) => values.map((value, i) => ({ unit: `patient ${i}`, value }));

  test("is Student’s own paired answer", () => {
    const { pairs, change } = roundChange(round(first), round(second).toReversed());
    expect(pairs).toBe(10);
    expect(change?.estimate).toBeCloseTo(1.58, 10);
    expect(change?.low).toBeCloseTo(0.7001, 4);
    expect(change?.high).toBeCloseTo(2.4599, 4);
  });

  test("names those who dropped out and those who joined", () => {
    const before = [
      { unit: "Gicumbi", value: 2 },
      { unit: "Gakenke", value: 1 },
    ];
    const after = [
      { unit: "Gicumbi", value: 1 },
      { unit: "Burera", value: 1 },
    ];
    expect(roundChange(before, after)).toEqual({
      pairs: 1,
      onlyBefore: ["Gakenke"],
      onlyAfter: ["Burera"],
      change: null,
    });
    expect(() => roundChange([...before, ...before], after)).toThrow(RangeError);
  });
});
