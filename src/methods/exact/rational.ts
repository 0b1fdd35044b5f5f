/** Exact fractions, for wherever a comparison decides something: floating point never does. */

/** A fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

const divisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

const whole = (value: bigint | number): bigint => BigInt(value);

/** num/den in lowest terms. Throws RangeError for a denominator of 0 or a number that is not whole. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  const [top, bottom] = [whole(num), whole(den)];
  if (bottom === 0n) throw new RangeError("division by zero");
  const shared = divisor(top, bottom);
  const sign = bottom < 0n ? -1n : 1n;
  return { num: (sign * top) / shared, den: (sign * bottom) / shared };
}

/** 0. */
export const zero: Rational = { num: 0n, den: 1n };
/** 1. */
export const one: Rational = { num: 1n, den: 1n };

/** The decimal as it is written: 0.1 is one tenth, not the binary number nearest to it. Takes 2, "2.50", 1e-7. Throws RangeError for anything else. */
export function fromDecimal(value: number | string): Rational {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(value).trim());
  if (parts === null) throw new RangeError(`not a decimal number: ${value}`);
  const [, sign = "", before = "0", after = "", exponent = "0"] = parts;
  const power = Number(exponent) - after.length;
  if (Math.abs(power) > 400) throw new RangeError(`out of range: ${value}`);
  const digits = BigInt(sign + before + after);
  const scale = 10n ** BigInt(Math.abs(power));
  return power >= 0 ? rational(digits * scale) : rational(digits, scale);
}

/** a + b. */
export function add(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

/** a − b. */
export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}

/** a × b. */
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

/** a/b. Throws RangeError when b is 0. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num);
}

/** r to a whole power, which may be negative. Throws RangeError for 0 to a negative power. */
export function power(r: Rational, exponent: number): Rational {
  const size = BigInt(Math.abs(exponent));
  const raised: Rational = { num: r.num ** size, den: r.den ** size };
  return exponent < 0 ? divide(one, raised) : raised;
}

/** −1, 0 or 1 as a is smaller than, equal to or larger than b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const [left, right] = [a.num * b.den, b.num * a.den];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The sum of a list; 0 when it is empty. */
export function sum(list: Iterable<Rational>): Rational {
  let total = zero;
  for (const item of list) total = add(total, item);
  return total;
}

/** The nearest double, also for fractions whose parts are larger than any double; for showing, not for deciding. */
export function toNumber({ num, den }: Rational): number {
  const size = num < 0n ? -num : num;
  const shift = BigInt(size.toString(2).length - den.toString(2).length - 64);
  const scaled = shift < 0n ? (size << -shift) / den : size / (den << shift);
  const value = Number(scaled) * 2 ** Number(shift);
  return num < 0n ? -value : value;
}
