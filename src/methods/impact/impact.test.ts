/** Least squares and differences against published answers and sums done by hand. */
import { existsSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "#methods/draw/random.ts";
import { claimFor, gradeOf } from "./claim.ts";
import { beforeAfter, differenceInDifferences, panelDifference, parallelLook, type Outcome } from "./difference.ts";
import { Collinear, leastSquares } from "./ols.ts";

/** Two districts’ answers to complaints in days, by hand: trained 20, 22 → 10, 12; others 19, 21 → 18, 20. d = (11 − 21) − (19 − 20) = −9. */
const BY_HAND: readonly Outcome[] = [
  ...[20, 22].map((y) => ({ y, treated: true, post: false })),
  ...[10, 12].map((y) => ({ y, treated: true, post: true })),
  ...[19, 21].map((y) => ({ y, treated: false, post: false })),
  ...[18, 20].map((y) => ({ y, treated: false, post: true })),
];

describe("Claudine compares two trained districts with two that were not", () => {
  test("the difference is minus nine, and its classic error is two", () => {
    const d = differenceInDifferences(BY_HAND, { errors: "classic" });
    // Every residual is ±1, so s² = 8/4 = 2 and Var d = 2·(4 × ½) = 4.
    expect(d.estimate).toBeCloseTo(-9, 12);
    expect(d.se).toBeCloseTo(2, 12);
    expect(d.df).toBe(4);
    expect(d.low).toBeCloseTo(-9 - 2.7764451 * 2, 5);
  });

  test("with equal spread HC1 says the same", () => {
    expect(differenceInDifferences(BY_HAND, { errors: "HC1" }).se).toBeCloseTo(2, 12);
  });

  test("without anybody untrained there is nothing to compare, and it says so", () => {
    const trained = BY_HAND.filter(({ treated }) => treated);
    expect(() => differenceInDifferences([...trained, ...trained])).toThrow(Collinear);
  });

  test("units followed over time give the same difference, counted by unit", () => {
    const unit = (id: string, treated: boolean, before: number[], after: number[]) => ({ id, treated, before, after });
    const units = [
      unit("Huye", true, [20, 20, 20], [10, 10]),
      unit("Karongi", true, [22], [12]),
      unit("Nyanza", false, [19], [18]),
      unit("Gicumbi", false, [21], [21]),
    ];
    const d = panelDifference(units, { errors: "classic" });
    expect(d.estimate).toBeCloseTo(-9.5, 12);
    expect(d.change).toEqual({ treated: -10, compared: -0.5 });
    expect(d.df).toBe(2);
    expect(() => panelDifference(units.slice(1))).toThrow(RangeError);
  });
});

describe("published answers", () => {
  const file = (name: string): string => `../shared/data/stats/datasets/${name}.csv`;
  const read = (name: string): Record<string, number>[] => {
    const [head = "", ...lines] = readFileSync(file(name), "utf8").trim().split("\n");
    const names = head.split(",").map((one) => one.replaceAll('"', "").trim());
    return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", Number(cell.replaceAll('"', ""))])));
  };

  /** The published data is not part of the product: where it does not lie beside it, nothing is left to test. */
  const present = (name: string): string[] => (existsSync(file(name)) ? [name] : []);

  test.each(present("wooldridge__kielmc"))("Wooldridge’s incinerator, example 13.3: %s", (name) => {
    const rows = read(name);
    const d = differenceInDifferences(
      rows.map((row) => ({ y: row["rprice"] ?? Number.NaN, post: row["y81"] === 1, treated: row["nearinc"] === 1 })),
      { errors: "classic" },
    );
    expect(rows).toHaveLength(321);
    expect(d.estimate).toBeCloseTo(-11863.903, 3);
    expect(d.se).toBeCloseTo(7456.646, 3);
  });

  test.each(present("causaldata__nsw_mixtape"))("LaLonde’s trial with both kinds of errors: %s", (name) => {
    const rows = read(name);
    const fit = (errors: "classic" | "HC1") =>
      leastSquares(
        rows.map((row) => row["re78"] ?? Number.NaN),
        { constant: rows.map(() => 1), treat: rows.map((row) => row["treat"] ?? Number.NaN) },
        { errors },
      ).coefficients[1];
    expect(fit("classic")?.estimate).toBeCloseTo(1794.342, 3);
    expect(fit("classic")?.se).toBeCloseTo(632.853, 3);
    expect(fit("HC1")?.se).toBeCloseTo(670.824, 3);
  });

  /** Longley’s economy (NIST StRD, higher difficulty): certified coefficients and standard errors of the first and last column. */
  test("Longley’s data, on which normal equations lose every digit", () => {
    const rows = [
      [60323, 83, 234289, 2356, 1590, 107608, 1947],
      [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
      [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
      [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
      [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
      [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
      [64989, 99, 365385, 1870, 3547, 115094, 1953],
      [63761, 100, 363112, 3578, 3350, 116219, 1954],
      [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
      [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
      [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
      [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
      [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
      [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
      [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
      [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
    ] as const;
    const column = (j: number) => rows.map((row) => row[j] ?? Number.NaN);
    const x = { constant: rows.map(() => 1), x1: column(1), x2: column(2), x3: column(3), x4: column(4), x5: column(5), x6: column(6) };
    const { coefficients } = leastSquares(column(0), x, { errors: "classic" });
    const [constant, , , , , , year] = coefficients;
    expect((constant?.estimate ?? 0) / -3482258.63459582).toBeCloseTo(1, 8);
    expect((constant?.se ?? 0) / 890420.383607373).toBeCloseTo(1, 8);
    expect((year?.estimate ?? 0) / 1829.15146461355).toBeCloseTo(1, 8);
    expect((year?.se ?? 0) / 455.478499142212).toBeCloseTo(1, 8);
  });
});

describe("least squares", () => {
  test("gives back the line it was drawn from, whatever the units", () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), fc.constantFrom(1e-6, 1, 1e6), (a, b, unit) => {
        const x = [1, 2, 3, 5, 8].map((value) => value * unit);
        const [constant, slope] = leastSquares(
          x.map((value) => a + (b * value) / unit),
          { constant: x.map(() => 1), slope: x },
        ).coefficients;
        expect(constant?.estimate).toBeCloseTo(a, 8);
        expect((slope?.estimate ?? Number.NaN) * unit).toBeCloseTo(b, 8);
      }),
    );
  });

  test("refuses a column that follows from the others, a hole, and as many columns as rows", () => {
    const x = [1, 2, 3, 4, 5];
    expect(() => leastSquares([1, 2, 3, 4, 6], { one: x.map(() => 1), x, twice: x.map((value) => 2 * value + 1) })).toThrow(Collinear);
    expect(() => leastSquares([1, 2, 3], { one: [1, 1, 1], zero: [0, 0, 0] })).toThrow(Collinear);
    expect(() => leastSquares([1, Number.NaN, 3], { one: [1, 1, 1] })).toThrow(RangeError);
    expect(() => leastSquares([1, 2], { one: [1, 1], x: [1, 2] })).toThrow(RangeError);
  });

  test("robust intervals of units followed over time hold the truth nineteen times in twenty", () => {
    const random = seeded("impact coverage");
    let held = 0;
    for (let round = 0; round < 600; round++) {
      const units = Array.from({ length: 24 }, (_, i) => {
        const level = random.normal(20, 4);
        const at = (shift: number) => Array.from({ length: 5 }, () => random.normal(level + shift, 2));
        return { id: String(i), treated: i < 9, before: at(0), after: at(i < 9 ? -6 : -1) };
      });
      const { low, high } = panelDifference(units);
      if (low <= -5 && -5 <= high) held += 1;
    }
    expect(held / 600).toBeGreaterThan(0.915);
    expect(held / 600).toBeLessThan(0.98);
  });
});

describe("before and after", () => {
  test("Welch’s interval of Student’s sleep data: 1.58 with 17.776 degrees of freedom", () => {
    const one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const d = beforeAfter(one, two);
    expect(d.estimate).toBeCloseTo(1.58, 10);
    expect(d.df).toBeCloseTo(17.776, 3);
    expect(d.low).toBeCloseTo(-0.2054832, 6);
    expect(d.high).toBeCloseTo(3.3654832, 6);
  });

  test("figures that never vary have an interval of no width, and one figure has none", () => {
    expect(beforeAfter([5, 5], [3, 3])).toMatchObject({ estimate: -2, low: -2, high: -2 });
    expect(() => beforeAfter([5], [3, 4])).toThrow(RangeError);
  });
});

describe("the trends before", () => {
  const series = (treated: boolean, slope: number) =>
    [0, 1, 2, 3, 4, 5].flatMap((at) => [0, 1].map((unit) => ({ at, treated, y: 20 + slope * at + (unit === 0 ? 0.4 : -0.4) })));

  test("that run side by side are alike, and their slopes are told", () => {
    const look = parallelLook([...series(true, -0.5), ...series(false, -0.5)]);
    expect(look?.alike).toBe(true);
    expect(look?.treated).toBeCloseTo(-0.5, 10);
    expect(look?.compared).toBeCloseTo(-0.5, 10);
  });

  test("that part before anything was done make the comparison doubtful", () => {
    const look = parallelLook([...series(true, -2), ...series(false, 0)]);
    expect(look?.alike).toBe(false);
    expect(look?.apart.estimate).toBeCloseTo(-2, 10);
  });

  test("two periods tell no trend", () => {
    expect(parallelLook(series(true, 1).filter(({ at }) => at < 2))).toBeNull();
  });
});

describe("words", () => {
  test.each([
    ["chosen", "contribution"],
    ["staggered", "effect"],
    ["random", "effect"],
  ] as const)("%s assignment allows “%s”", (assignment, claim) => {
    expect(claimFor(assignment)).toBe(claim);
  });

  test.each([
    [true, true, true, "A"],
    [false, true, true, "B"],
    [false, false, true, "C"],
    [false, false, false, "D"],
  ] as const)("comparison %s, before and after %s, opinion %s is grade %s", (comparison, change, documentedOpinion, grade) => {
    expect(gradeOf({ comparison, beforeAfter: change, documentedOpinion })).toBe(grade);
  });
});
