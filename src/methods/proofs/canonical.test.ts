/** Canonical JSON and commitments against RFC 8785’s own examples. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NotJson, canonicalBytes, canonicalJson } from "./canonical.ts";
import { commit, opensCommitment } from "./commitment.ts";
import { concatBytes, fromBase64, fromHex, sha256, toBase64, toHex, utf8 } from "./encoding.ts";

describe("canonical JSON", () => {
  test("is RFC 8785’s own example, byte for byte (§3.2.2–3.2.4)", () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(toHex(canonicalBytes(value))).toBe(
      "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a" +
        "5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c" +
        "22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d",
    );
  });

  test("orders names by UTF-16 code unit, as RFC 8785 §3.2.3 shows", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7);
    expect([...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map((found) => found[1])).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  /** RFC 8785 Appendix B, by the bits of the number. */
  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("writes the number with the bits %s as %s", (bits, text) => {
    const number = new DataView(fromHex(bits).buffer).getFloat64(0);
    expect(canonicalJson(number)).toBe(text);
  });

  test("does not depend on the order in which Claudine’s fields were set", () => {
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe(canonicalJson({ a: { c: 3, d: 2 }, b: 1 }));
  });

  test("reads back as the value for any JSON value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  const circle: Record<string, unknown> = {};
  circle["self"] = { circle };
  test.each([
    ["undefined", undefined, "", "undefined"],
    ["a field that is undefined", { a: { b: undefined } }, "/a/b", "undefined"],
    ["an undefined list item", [1, undefined], "/1", "undefined"],
    // oxlint-disable-next-line no-sparse-arrays
    ["a hole", [1, , 2], "/1", "hole"],
    ["NaN", { "a/b": [Number.NaN] }, "/a~1b/0", "not-finite"],
    ["infinity", -Infinity, "", "not-finite"],
    ["a big integer", { amount: 1n }, "/amount", "bigint"],
    ["a function", { f: () => 1 }, "/f", "function"],
    ["a symbol", [Symbol("x")], "/0", "symbol"],
    ["a symbol for a name", { [Symbol("x")]: 1 }, "", "symbol"],
    ["a date", { on: new Date(0) }, "/on", "not-plain"],
    ["a map", new Map(), "", "not-plain"],
    ["bytes", { hash: new Uint8Array(2) }, "/hash", "not-plain"],
    ["an object with toJSON", { toJSON: () => 1 }, "", "not-plain"],
    ["a boxed number", Object(1), "", "not-plain"],
    ["a lone surrogate", { "~": "\ud800" }, "/~0", "lone-surrogate"],
    ["a lone surrogate in a name", { "\udfff": 1 }, "/\udfff", "lone-surrogate"],
    ["a circle", circle, "/self/circle", "circular"],
  ])("refuses %s and says where", (_, value, path, reason) => {
    let caught: unknown;
    try {
      canonicalJson(value);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(NotJson);
    expect(caught).toMatchObject({ path, reason });
  });

  test("takes the same object twice, which is no circle", () => {
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });
});

describe("a commitment", () => {
  const salt = new Uint8Array(32).fill(1);
  test("is SHA-256 over 0x02, the salt and the canonical bytes", () => {
    const expected = sha256(concatBytes(Uint8Array.of(2), salt, utf8('{"name":"Diane"}')));
    expect(commit(salt, { name: "Diane" })).toEqual(expected);
  });

  test("opens with its salt and value only", () => {
    const commitment = commit(salt, { name: "Diane", marks: [61, 70] });
    expect(opensCommitment(commitment, salt, { marks: [61, 70], name: "Diane" })).toBe(true);
    expect(opensCommitment(commitment, salt, { marks: [61, 71], name: "Diane" })).toBe(false);
    expect(opensCommitment(commitment, salt.with(31, 2), { name: "Diane", marks: [61, 70] })).toBe(false);
  });

  test("takes no shorter or longer salt and no value that JSON would change", () => {
    expect(() => commit(salt.slice(1), 1)).toThrow(RangeError);
    expect(() => commit(new Uint8Array(33), 1)).toThrow(RangeError);
    expect(() => commit(salt, { when: new Date(0) })).toThrow(NotJson);
  });
});

describe("text forms of bytes", () => {
  test("go there and back", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(fromHex(toHex(bytes))).toEqual(bytes);
      }),
    );
  });

  test.each(["A", "AA", "AAA", "AAE", "AB==", "A A=", "AA==\n", "AA-_", "====", "A==="])(
    "refuse the second spelling %j of base64",
    (text) => {
      expect(() => fromBase64(text)).toThrow(RangeError);
    },
  );

  test("refuse capitals and odd lengths in hexadecimal and lone surrogates in text", () => {
    for (const text of ["A0", "a", "0x", "zz"]) expect(() => fromHex(text)).toThrow(RangeError);
    expect(() => utf8("\ud83d")).toThrow(RangeError);
  });
});
