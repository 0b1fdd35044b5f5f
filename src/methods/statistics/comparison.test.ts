/** Intervals of shares, funnels, peers and shrinkage against published answers and simulation. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "#methods/draw/random.ts";
import { binomialProbability } from "./distributions.ts";
import { medianAbsoluteDeviation, percentileRank, placeIntervals, robustZ } from "./peers.ts";
import { funnelLimits, funnelPosition, wilson } from "./proportion.ts";
import { shrink } from "./shrinkage.ts";

describe("Wilson’s interval", () => {
  /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is Newcombe’s", (r, n, low, high) => {
    const interval = wilson(r, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test("stays between 0 and 1, holds the share, and mirrors", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (n, k) => {
        const r = k % (n + 1);
        const one = wilson(r, n);
        const other = wilson(n - r, n);
        if (one === null || other === null) throw new Error("no interval");
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low <= one.estimate && one.estimate <= one.high).toBe(true);
        expect(one.low).toBeCloseTo(1 - other.high, 12);
      }),
    );
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(0.5, 2)).toThrow(RangeError);
  });
});

describe("the funnel", () => {
  test("for 20 cases at one half follows from the binomial table, interpolated", () => {
    const expected = (6 - (0.0577 - 0.025) / (0.0577 - 0.0207)) / 20;
    const { low, high } = funnelLimits(0.5, 20);
    expect(low).toBeCloseTo(expected, 3);
    expect(high).toBeCloseTo(1 - expected, 3);
  });

  test("calls outside exactly those counts whose exact binomial tail is below 2.5 %", () => {
    for (const [n, target] of [
      [20, 0.5],
      [30, 0.2],
      [75, 0.9],
      [11, 0.05],
    ] as const) {
      for (let k = 0; k <= n; k++) {
        const upTo = binomialProbability(k, n, target);
        const from = 1 - binomialProbability(k - 1, n, target);
        const exact = upTo < 0.025 ? "below" : from < 0.025 ? "above" : "within";
        expect(funnelPosition(k, n, target), `${k} of ${n} at ${target}`).toBe(exact);
      }
    }
  });

  test("narrows as units grow, towards the target", () => {
    const widths = [10, 50, 250, 1250, 6250].map((n) => {
      const { low, high } = funnelLimits(0.3, n, 0.998);
      return high - low;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(widths.at(-1)).toBeLessThan(0.04);
  });

  test("calls out a district with 2 of 40 inducted against a target of 30 %, not one with 2 of 6", () => {
    expect(funnelPosition(2, 40, 0.3)).toBe("below");
    expect(funnelPosition(2, 6, 0.3)).toBe("within");
    expect(funnelPosition(30, 40, 0.3)).toBe("above");
    expect(funnelPosition(0, 0, 0.3)).toBe("none");
    expect(() => funnelLimits(1, 20)).toThrow(RangeError);
    expect(() => funnelLimits(0.5, 0)).toThrow(RangeError);
  });

  test("is left by about one unit in twenty when chance alone is at work", () => {
    const random = seeded("funnel");
    let outside = 0;
    for (let i = 0; i < 4000; i++) {
      let hits = 0;
      for (let j = 0; j < 60; j++) hits += random.uniform() < 0.3 ? 1 : 0;
      if (funnelPosition(hits, 60, 0.3) !== "within") outside += 1;
    }
    expect(outside / 4000).toBeGreaterThan(0.02);
    expect(outside / 4000).toBeLessThan(0.08);
  });
});

describe("among peers", () => {
  test("one reading of 63.1 among 6.3s stands out (Rousseeuw and Hubert 2011: 1.483·MAD = 0.044)", () => {
    const readings = [6.27, 6.34, 6.25, 63.1, 6.28];
    expect(1.483 * medianAbsoluteDeviation(readings)).toBeCloseTo(0.044, 3);
    expect(robustZ(63.1, readings)).toBeGreaterThan(1000);
    expect(robustZ(6.28, readings)).toBe(0);
    expect(robustZ(6.34, readings)).toBeCloseTo(1.349, 3);
  });

  test("nobody stands out when more than half agree exactly", () => {
    expect(robustZ(9, [3, 3, 3, 3, 9])).toBeNull();
  });

  test("the percentile rank counts ties half", () => {
    expect(percentileRank(3, [1, 2, 3, 3, 4])).toBe(60);
    expect(percentileRank(0, [1, 2])).toBe(0);
    expect(percentileRank(9, [1, 2])).toBe(100);
  });

  test("places are certain only where intervals do not touch", () => {
    const units = [
      { id: "Huye", estimate: 80, standardError: 1 },
      { id: "Karongi", estimate: 60, standardError: 1 },
      { id: "Rubavu", estimate: 61, standardError: 1 },
      { id: "Bugesera", estimate: 20, standardError: 1 },
    ];
    expect(placeIntervals(units)).toEqual([
      { id: "Huye", best: 1, worst: 1 },
      { id: "Karongi", best: 2, worst: 3 },
      { id: "Rubavu", best: 2, worst: 3 },
      { id: "Bugesera", best: 4, worst: 4 },
    ]);
    expect(placeIntervals([])).toEqual([]);
  });

  test("places hold the true order of all units in at least 95 of 100 simulated rounds", () => {
    const random = seeded("places");
    let held = 0;
    for (let round = 0; round < 400; round++) {
      const truth = Array.from({ length: 10 }, (_, i) => 10 - i * 0.7);
      const units = truth.map((centre, i) => ({
        id: String(i),
        estimate: random.normal(centre, 1),
        standardError: 1,
      }));
      const places = placeIntervals(units);
      if (places.every(({ best, worst }, i) => best <= i + 1 && i + 1 <= worst)) held += 1;
    }
    expect(held / 400).toBeGreaterThanOrEqual(0.95);
  });
});

describe("shrinkage", () => {
  const unit = (estimate: number, standardError: number, i: number) => ({
    id: String(i),
    estimate,
    standardError,
  });

  test("of Rubin’s eight schools finds no variance beyond chance and the pooled 7.7 ± 4.1 (Gelman et al. §5.5)", () => {
    const effects = [28, 8, -3, 7, -1, 1, 18, 12];
    const errors = [15, 10, 16, 11, 9, 11, 10, 18];
    const result = shrink(effects.map((effect, i) => unit(effect, errors[i] ?? 1, i)));
    expect(result?.mean).toBeCloseTo(7.7, 1);
    expect((result?.meanError ?? 0) ** 2).toBeCloseTo(16.6, 1);
    expect(result?.betweenVariance).toBe(0);
    expect(result?.units.every(({ shrunk }) => shrunk === result.mean)).toBe(true);
  });

  /** Colditz et al. (1994), thirteen trials of the BCG vaccine: cases and others, vaccinated then control. */
  const bcg = [
    [4, 119, 11, 128],
    [6, 300, 29, 274],
    [3, 228, 11, 209],
    [62, 13536, 248, 12619],
    [33, 5036, 47, 5761],
    [180, 1361, 372, 1079],
    [8, 2537, 10, 619],
    [505, 87886, 499, 87892],
    [29, 7470, 45, 7232],
    [17, 1699, 65, 1600],
    [186, 50448, 141, 27197],
    [5, 2493, 3, 2338],
    [27, 16886, 29, 17825],
  ].map(([a = 0, b = 0, c = 0, d = 0], i) =>
    unit(Math.log(a / (a + b) / (c / (c + d))), Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)), i),
  );

  test("of the BCG trials gives DerSimonian and Laird’s published τ² = 0.3088, mean −0.7141 (se 0.1787), Q = 152.2330", () => {
    const result = shrink(bcg);
    expect(result?.q).toBeCloseTo(152.233, 3);
    expect(result?.betweenVariance).toBeCloseTo(0.3088, 4);
    expect(result?.mean).toBeCloseTo(-0.7141, 4);
    expect(result?.meanError).toBeCloseTo(0.1787, 4);
  });

  test("moves every unit towards the mean, the uncertain ones most", () => {
    const result = shrink(bcg);
    const moved = result?.units.map(({ estimate, shrunk, weight }) => {
      expect(shrunk).toBeGreaterThanOrEqual(Math.min(estimate, result.mean) - 1e-12);
      expect(shrunk).toBeLessThanOrEqual(Math.max(estimate, result.mean) + 1e-12);
      return weight;
    });
    const byError = bcg.map(({ standardError }, i) => ({ standardError, weight: moved?.[i] ?? 0 }));
    const sorted = byError.toSorted((a, b) => a.standardError - b.standardError);
    expect(sorted.map(({ weight }) => weight)).toEqual(sorted.map(({ weight }) => weight).toSorted((a, b) => b - a));
  });

  test("covers the truth about 95 times in 100 and errs less than the raw estimates", () => {
    const random = seeded("shrinkage");
    let covered = 0;
    let raw = 0;
    let shrunkError = 0;
    for (let round = 0; round < 100; round++) {
      const truth = Array.from({ length: 30 }, () => random.normal(50, 5));
      const units = truth.map((value, i) => {
        const standardError = 1 + 9 * random.uniform();
        return unit(random.normal(value, standardError), standardError, i);
      });
      for (const [i, { low, high, shrunk, estimate }] of (shrink(units)?.units ?? []).entries()) {
        const value = truth[i] ?? 0;
        if (low <= value && value <= high) covered += 1;
        raw += (estimate - value) ** 2;
        shrunkError += (shrunk - value) ** 2;
      }
    }
    expect(covered / 3000).toBeGreaterThan(0.92);
    expect(covered / 3000).toBeLessThan(0.97);
    expect(shrunkError).toBeLessThan(0.6 * raw);
  });

  test("needs two units with usable errors", () => {
    expect(shrink([unit(1, 1, 0)])).toBeNull();
    expect(() => shrink([unit(1, 0, 0), unit(2, 1, 1)])).toThrow(RangeError);
    expect(() => shrink([unit(Number.NaN, 1, 0), unit(2, 1, 1)])).toThrow(RangeError);
  });
});
