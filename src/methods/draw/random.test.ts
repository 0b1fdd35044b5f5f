/** The generator against published vectors, and the draws against their laws. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { murmur3, seeded, xoshiro128 } from "./random.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("published test vectors:", () => {
  test("xoshiro128** 1.1 from the state 1, 2, 3, 4", () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test.each([
    ["", 0, 0],
    ["", 1, 0x514e28b7],
    ["", 0xffffffff, 0x81f16f39],
    ["test", 0, 0xba6bd213],
    ["test", 0x9747b28c, 0x704b81dc],
    ["Hello, world!", 0, 0xc0363e43],
    ["Hello, world!", 0x9747b28c, 0x24884cba],
    ["The quick brown fox jumps over the lazy dog", 0, 0x2e4ff723],
    ["The quick brown fox jumps over the lazy dog", 0x9747b28c, 0x2fa826cd],
    ["aaaa", 0x9747b28c, 0x5a97808a],
    ["aaa", 0x9747b28c, 0x283e0130],
    ["aa", 0x9747b28c, 0x5d211726],
    ["a", 0x9747b28c, 0x7fa09ea6],
  ])("MurmurHash3 of %j with seed %i", (text, seed, hash) => {
    expect(murmur3(bytes(text), seed)).toBe(hash);
  });
});

describe("a seeded stream", () => {
  test("is the same today as on the day it was written", () => {
    const random = seeded("Nyagatare 2026");
    expect([random.uniform(), random.uniform()]).toEqual([0.4286197524476386, 0.8794200314601303]);
    expect(Array.from({ length: 8 }, () => random.integer(1, 6))).toEqual([1, 3, 1, 5, 3, 6, 5, 6]);
    expect(random.shuffle(["a", "b", "c", "d", "e"]).join("")).toBe("bedac");
    expect([random.normal(), random.normal(10, 2)]).toEqual([-0.9014352482138827, 8.660233216998677]);
    expect(random.fork("names").integer(0, 999_999)).toBe(245397);
  });

  test("differs for seeds that differ by a letter and is equal for equal seeds", () => {
    const run = (seed: string) => Array.from({ length: 5 }, seeded(seed).uniform);
    expect(run("x")).toEqual(run("x"));
    expect(run("x")).not.toEqual(run("y"));
    expect(run("")).not.toEqual(run("0"));
  });

  test("forks without disturbing itself, and by label", () => {
    const one = seeded("s");
    const two = seeded("s");
    one.fork("a").uniform();
    expect(one.uniform()).toBe(two.uniform());
    expect(one.fork("a").uniform()).not.toBe(one.fork("b").uniform());
    expect(seeded("s").fork("a/b").uniform()).not.toBe(seeded("s").fork("a").fork("b").uniform());
  });

  test("throws every face of a die about equally often (χ² below its 0.1 % point)", () => {
    const random = seeded("die");
    const counts = Array.from({ length: 6 }, () => 0);
    for (let i = 0; i < 60_000; i++) {
      const face = random.integer(1, 6);
      counts[face - 1] = (counts[face - 1] ?? 0) + 1;
    }
    const chi = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chi).toBeLessThan(20.515);
  });

  test("draws normals whose moments and tails are those of the normal law", () => {
    const random = seeded("bell");
    const draws = Array.from({ length: 100_000 }, () => random.normal());
    const moment = (k: number) => draws.reduce((sum, x) => sum + x ** k, 0) / draws.length;
    expect(moment(1)).toBeCloseTo(0, 1.7);
    expect(moment(2)).toBeCloseTo(1, 1.7);
    expect(moment(3)).toBeCloseTo(0, 1.2);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.1);
    const beyond = draws.filter((x) => Math.abs(x) > 1.959964).length / draws.length;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.003);
  });

  test("shuffles every order of three about equally often", () => {
    const random = seeded("three");
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = random.shuffle([1, 2, 3]).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test("keeps what is shuffled or sampled, and never changes the list given", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), fc.nat(), (seed, list, k) => {
        const before = [...list];
        const random = seeded(seed);
        const byValue = (a: number, b: number) => a - b;
        expect(random.shuffle(list).toSorted(byValue)).toEqual(list.toSorted(byValue));
        const places = random.sample([...list.keys()], k % (list.length + 1));
        expect(new Set(places).size).toBe(k % (list.length + 1));
        expect(list).toEqual(before);
      }),
    );
  });

  test("keeps within the bounds it was given, also wide and negative ones", () => {
    const random = seeded("bounds");
    expect(random.integer(5, 5)).toBe(5);
    for (let i = 0; i < 100; i++) {
      const wide = random.integer(-(2 ** 50), 2 ** 50);
      expect(Number.isSafeInteger(wide) && Math.abs(wide) <= 2 ** 50).toBe(true);
      const u = random.uniform();
      expect(u >= 0 && u < 1).toBe(true);
    }
  });

  test("refuses what cannot be drawn", () => {
    const random = seeded("no");
    expect(() => random.integer(2, 1)).toThrow(RangeError);
    expect(() => random.integer(0, 1.5)).toThrow(RangeError);
    expect(() => random.integer(-(2 ** 53) + 1, 2 ** 53 - 1)).toThrow(RangeError);
    expect(() => random.pick([])).toThrow(RangeError);
    expect(() => random.sample([1], 2)).toThrow(RangeError);
  });
});
