/** Exact fractions against the rules of arithmetic. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, compare, divide, fromDecimal, multiply, one, power, rational, subtract, sum, toNumber, zero } from "./rational.ts";

const fraction = fc.tuple(fc.bigInt({ min: -999n, max: 999n }), fc.bigInt({ min: 1n, max: 999n })).map(([num, den]) => rational(num, den));

describe("an exact fraction", () => {
  test.each([
    [6, -4, { num: -3n, den: 2n }],
    [0, 7, { num: 0n, den: 1n }],
    [-9, -3, { num: 3n, den: 1n }],
  ])("%i/%i is kept in lowest terms with a positive denominator", (num, den, expected) => {
    expect(rational(num, den)).toEqual(expected);
  });

  test.each([
    [0.1, 1n, 10n],
    ["2.50", 5n, 2n],
    [-0.125, -1n, 8n],
    [1e-7, 1n, 10_000_000n],
    [1.5e21, 1_500_000_000_000_000_000_000n, 1n],
    ["0012", 12n, 1n],
  ])("is the decimal %s as written", (value, num, den) => {
    expect(fromDecimal(value)).toEqual({ num, den });
  });

  test("sums three tenths exactly, where floating point does not", () => {
    const tenths = sum([fromDecimal(0.1), fromDecimal(0.2)]);
    expect(compare(tenths, fromDecimal(0.3))).toBe(0);
    expect(0.1 + 0.2 === 0.3).toBe(false);
  });

  test("obeys the rules of a field and of order", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.num !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
        expect(compare(a, b)).toBe(Math.sign(toNumber(subtract(a, b))));
        expect(power(a, 3)).toEqual(multiply(a, multiply(a, a)));
      }),
    );
  });

  test("becomes the nearest number", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1 }), (num, den) => {
        expect(toNumber(rational(num, den))).toBeCloseTo(num / den, 12);
      }),
    );
    expect(toNumber(rational(1, 3))).toBe(1 / 3);
    expect(toNumber(rational(10n ** 400n, 10n ** 399n))).toBe(10);
    expect(toNumber(zero)).toBe(0);
  });

  test("is refused for a zero denominator and for what is no decimal", () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => divide(one, zero)).toThrow(RangeError);
    expect(() => power(zero, -1)).toThrow(RangeError);
    for (const value of ["", "1,5", "0x1", "Infinity", Number.NaN, "1e999"]) {
      expect(() => fromDecimal(value), String(value)).toThrow(RangeError);
    }
    expect(() => rational(1.5)).toThrow(RangeError);
  });
});
