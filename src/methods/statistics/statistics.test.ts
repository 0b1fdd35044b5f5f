/** Distributions, means and quantiles against certified and tabulated values. */
import * as fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { binomialProbability, normalProbability, normalQuantile, regularisedBeta, tProbability, tQuantile } from "./distributions.ts";
import { lagOneAutocorrelation, mean, meanInterval, sampleVariance, standardDeviation, sumOf, weightedMean } from "./mean.ts";
import { median, medianInterval, quantile } from "./quantile.ts";

/** How many digits agree with a certified value: NIST’s log relative error. */
function digits(computed: number, certified: number): number {
  if (computed === certified) return 16;
  return -Math.log10(Math.abs(computed - certified) / Math.abs(certified));
}

describe("the distributions agree with published values:", () => {
  /** The check values of AS 241 and further ones of the normal table. */
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
    [0.975, 1.959963984540054],
    [0.5, 0],
  ])("the normal quantile of %f", (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 13);
  });

  test.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1.96, 0.0249978951482204],
    [3, 0.99865010196837],
    [-5, 2.866515718791939e-7],
    [-8, 6.22096057427178e-16],
    [4.5, 0.999996602326875],
  ])("the normal probability up to %f", (z, p) => {
    expect(digits(normalProbability(z), p)).toBeGreaterThan(12);
  });

  /** Fisher and Yates’ table of t, two-sided 5 % and 1 %, one-sided 5 %. */
  test.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 5, 2.571],
    [0.975, 10, 2.228],
    [0.975, 29, 2.045],
    [0.975, 120, 1.98],
    [0.995, 1, 63.657],
    [0.995, 7, 3.499],
    [0.995, 60, 2.66],
    [0.95, 3, 2.353],
    [0.9995, 4, 8.61],
  ])("Student’s t at %f with %i degrees of freedom", (p, df, t) => {
    expect(Math.abs(tQuantile(p, df) - t)).toBeLessThanOrEqual(0.000501);
    expect(tQuantile(1 - p, df)).toBeCloseTo(-tQuantile(p, df), 8);
  });

  test("Student’s t with 1 and 2 degrees of freedom, which have closed forms", () => {
    for (const p of [0.001, 0.1, 0.3, 0.5, 0.77, 0.999]) {
      expect(tQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 8);
      const two = (2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p)));
      expect(tQuantile(p, 2)).toBeCloseTo(two, 10);
    }
    expect(tProbability(0, 5)).toBe(0.5);
  });

  test("the binomial table for 20 trials at one half", () => {
    expect(binomialProbability(4, 20, 0.5)).toBeCloseTo(0.0059, 4);
    expect(binomialProbability(5, 20, 0.5)).toBeCloseTo(0.0207, 4);
    expect(binomialProbability(6, 20, 0.5)).toBeCloseTo(0.0577, 4);
    expect(binomialProbability(-1, 20, 0.5)).toBe(0);
    expect(binomialProbability(20, 20, 0.5)).toBe(1);
  });

  test("the beta function in its closed forms", () => {
    expect(regularisedBeta(0.3, 1, 1)).toBeCloseTo(0.3, 14);
    expect(regularisedBeta(0.3, 2, 1)).toBeCloseTo(0.09, 14);
    expect(regularisedBeta(0.3, 2, 2)).toBeCloseTo(3 * 0.09 - 2 * 0.027, 14);
    expect(() => regularisedBeta(1.1, 1, 1)).toThrow(RangeError);
    for (const p of [0, 1, -1, 2, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
    expect(() => tQuantile(0.5, 0)).toThrow(RangeError);
  });
});

/** NIST StRD univariate sets that are made by rule (numacc1 to numacc4). */
const alternating = (first: number, low: number, high: number): number[] => [
  first,
  ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? low : high)),
];
const made = [
  {
    name: "NumAcc1",
    values: [10000001, 10000003, 10000002],
    certified: [10000002, 1, -0.5],
    least: [16, 16, 16],
  },
  {
    name: "NumAcc2",
    values: alternating(1.2, 1.1, 1.3),
    certified: [1.2, 0.1, -0.999],
    least: [15, 14, 13],
  },
  {
    name: "NumAcc3",
    values: alternating(1000000.2, 1000000.1, 1000000.3),
    certified: [1000000.2, 0.1, -0.999],
    least: [15, 9, 9],
  },
  {
    name: "NumAcc4",
    values: alternating(10000000.2, 10000000.1, 10000000.3),
    certified: [10000000.2, 0.1, -0.999],
    least: [15, 8, 8],
  },
] as const;

describe("NIST’s certified values:", () => {
  test.each(made)("$name to the digits its input still holds", ({ values, certified, least }) => {
    expect(digits(mean(values), certified[0])).toBeGreaterThanOrEqual(least[0]);
    expect(digits(standardDeviation(values), certified[1])).toBeGreaterThanOrEqual(least[1]);
    expect(digits(lagOneAutocorrelation(values), certified[2])).toBeGreaterThanOrEqual(least[2]);
  });

  const folder = "../shared/data/stats/nist";
  test("the observed sets, when present, to 13 digits (8 where the input holds no more)", () => {
    if (!existsSync(folder)) return;
    const rows = readFileSync(`${folder}/certified.csv`, "utf8").trim().split("\n").slice(1);
    for (const row of rows) {
      const [name = "", n, ...values] = row.split(",");
      if (!existsSync(`${folder}/${name}.csv`)) continue;
      const [centre = 0, spread = 0, lag = 0] = values.map(Number);
      const text = readFileSync(`${folder}/${name}.csv`, "utf8").trim().split("\n").slice(1);
      const data = text.map(Number);
      expect(data.length, name).toBe(Number(n));
      expect(digits(mean(data), centre), name).toBeGreaterThan(13);
      expect(digits(standardDeviation(data), spread), name).toBeGreaterThan(12);
      expect(digits(lagOneAutocorrelation(data), lag), name).toBeGreaterThan(11);
    }
  });
});

describe("a sum", () => {
  test("keeps the small terms beside large ones that cancel", () => {
    expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
    expect(sumOf([])).toBe(0);
  });
});

describe("the mean and its interval", () => {
  test("of Student’s sleep data (1908): 1.58 more hours, 95 % from 0.70 to 2.46", () => {
    const gain = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const interval = meanInterval(gain);
    expect(interval?.estimate).toBeCloseTo(1.58, 10);
    expect(interval?.low).toBeCloseTo(0.7001142, 6);
    expect(interval?.high).toBeCloseTo(2.4598858, 6);
  });

  test("need two values; a mean needs one; and all must be numbers", () => {
    expect(meanInterval([1])).toBeNull();
    expect(() => mean([])).toThrow(RangeError);
    expect(() => mean([1, Number.NaN])).toThrow(RangeError);
    expect(() => sampleVariance([1])).toThrow(RangeError);
  });

  test("weighted by enrolment counts every pupil once", () => {
    expect(weightedMean([40, 60], [300, 100])).toBe(45);
    expect(() => weightedMean([1], [0])).toThrow(RangeError);
    expect(() => weightedMean([1, 2], [1])).toThrow(RangeError);
    expect(() => weightedMean([1, 2], [1, -1])).toThrow(RangeError);
  });
});

describe("quantiles", () => {
  /** NIST/SEMATECH e-Handbook §7.2.6.2: twelve gauge readings and their 90th percentile by (N+1)p and by the spreadsheet rule. */
  const gauge = [95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.061, 95.1591, 95.1195, 95.1065, 95.0925, 95.199, 95.1682];
  test("of NIST’s gauge readings are the handbook’s", () => {
    expect(quantile(gauge, 0.9, 6)).toBeCloseTo(95.1981, 4);
    expect(quantile(gauge, 0.9, 7)).toBeCloseTo(95.1957, 4);
  });

  test.each([
    [6, 1.25],
    [7, 1.75],
    [8, 1.4166666666666667],
  ] as const)("of 1, 2, 3, 4 at one quarter by type %i are R’s", (type, answer) => {
    expect(quantile([3, 1, 4, 2], 0.25, type)).toBeCloseTo(answer, 14);
  });

  test("hit a value exactly where rounding would miss it", () => {
    const ten = [10, 20, 30, 40, 50, 60, 70, 80, 90];
    expect(quantile(ten, 0.7, 6)).toBe(70);
    expect(quantile(ten, 0.1, 6)).toBe(10);
  });

  test("stay within the sample, rise with p and do not mind the order", () => {
    const sample = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sample, fc.constantFrom(6, 7, 8), (values, type) => {
        const answers = [0, 0.1, 0.25, 0.5, 0.9, 1].map((p) => quantile(values, p, type as 6 | 7 | 8));
        expect(answers).toEqual(answers.toSorted((a, b) => a - b));
        expect(answers[0]).toBe(Math.min(...values));
        expect(answers.at(-1)).toBe(Math.max(...values));
        expect(quantile(values.toReversed(), 0.25, 8)).toBe(answers[2] === undefined ? 0 : quantile(values, 0.25, 8));
      }),
    );
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
  });
});

describe("the median’s interval", () => {
  /** Conover’s and others’ tables of order statistics for a 95 % interval of the median. */
  test.each([
    [6, 1, 0.96875],
    [10, 2, 0.9785],
    [15, 4, 0.9648],
    [20, 6, 0.9586],
    [25, 8, 0.9567],
    [50, 18, 0.9672],
  ])("of %i values runs from number %i and covers %f", (n, k, covers) => {
    const values = Array.from({ length: n }, (_, i) => i + 1);
    const interval = medianInterval(values);
    expect(interval).toMatchObject({ low: k, high: n + 1 - k, estimate: median(values), n });
    expect(interval?.confidence).toBeCloseTo(covers, 4);
  });

  test("does not exist for five values at 95 %, and does at 90 %", () => {
    expect(medianInterval([1, 2, 3, 4, 5])).toBeNull();
    expect(medianInterval([1, 2, 3, 4, 5], 0.9)).toMatchObject({ low: 1, high: 5 });
    expect(medianInterval([7], 0.5)).toBeNull();
  });
});
