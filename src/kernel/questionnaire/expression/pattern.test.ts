/** The pattern matcher agrees with the language’s own on what it supports, refuses the rest, and never explodes. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesPattern } from "./pattern.ts";
import { ExpressionProblem } from "./problem.ts";

describe("A text is matched as the native matcher would", () => {
  const patterns = [
    "[0-9]+",
    "^\\d*$",
    "^[A-Z][a-z]+$",
    "a|bc|",
    "^(ab|cd){2,3}$",
    "x{0}y",
    "(a*)*b",
    "^.{3}$",
    "\\bcat\\b",
    "\\Bat",
    "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,4}",
    "^\\+?250[0-9]{9}$",
    "^(?:a|b)??c",
    "a{,3}",
    "^\\p{L}+$",
    "[^a]",
    "^$",
    "\\.",
    "[\\]]",
    "^[\\w\\-]+$",
    "colou?r",
    "(^a|b$)",
    "]",
    "é",
  ];
  const texts = [
    "",
    "a",
    "abcd",
    "ababab",
    "cat",
    "a cat sat",
    "concat",
    "Kabeza",
    "umu@inteko.rw",
    "+250788123456",
    "ac",
    "bb",
    "y",
    "a{,3}",
    "É",
    "été",
    "1 2",
    ".",
    "]",
    "a-b",
    "color",
    "aaaa\nb",
  ];
  test.each(patterns)("%s", (pattern) => {
    let native: RegExp;
    try {
      native = new RegExp(pattern, "u");
    } catch {
      native = new RegExp(pattern);
    }
    for (const text of texts)
      expect([text, matchesPattern(text, pattern)]).toEqual([text, new RegExp(`^(?:${native.source})$`, `${native.flags}s`).test(text)]);
  });

  test("texts made at random", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "1"), maxLength: 12 });
    const atom = fc.constantFrom("a", "b", "[ab]", ".", "(a|b)", "(ab)", "\\d", "c");
    const piece = fc.tuple(atom, fc.constantFrom("", "*", "+", "?", "{2}", "{1,2}", "{0,}", "*?")).map((parts) => parts.join(""));
    const pattern = fc
      .tuple(fc.constantFrom("", "^"), fc.array(piece, { maxLength: 5 }), fc.constantFrom("", "$"), fc.constantFrom("", "|b"))
      .map(([start, parts, end, other]) => start + parts.join("") + end + other);
    fc.assert(
      fc.property(pattern, text, (source, given) => matchesPattern(given, source) === new RegExp(`^(?:${source})$`, "s").test(given)),
      { numRuns: 1500 },
    );
  });
});

describe("A pattern that cannot be trusted is refused", () => {
  test.each(["(?=a)", "(?!a)", "(?<=a)b", "(a)\\1", "(?<n>a)"])("%s is not supported", (pattern) => {
    expect(() => matchesPattern("a", pattern)).toThrow(/patternUnsupported/);
  });
  test.each(["(", "a)", "[a", "*a", "a{3,1}", "\\", "[b-a]"])("%s is broken", (pattern) => {
    expect(() => matchesPattern("a", pattern)).toThrow(/patternBroken/);
  });
  test.each(["a{5000}", "(a{100}){100}", "((a{1,50}){1,50}){1,50}", "a".repeat(1500)])("%s is too large", (pattern) => {
    expect(() => matchesPattern("a", pattern)).toThrow(/patternTooLarge/);
  });
  test("repeating nothing many times costs nothing", () => {
    expect(matchesPattern("", "^(((){999}){999}){999}$")).toBe(true);
  });
  test("the pattern that hangs a backtracking matcher answers at once", () => {
    expect(matchesPattern("a".repeat(2000) + "!", "^(a+)+$")).toBe(false);
    expect(matchesPattern("a".repeat(2000) + "b", "^(a|a)*b$")).toBe(true);
  });
  test("any pattern on any text either answers or is refused", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab()[]{}*+?|^$\\.,-19dwpu"), maxLength: 20 }),
        fc.string({ maxLength: 20 }),
        (pattern, text) => {
          try {
            matchesPattern(text, pattern);
          } catch (error) {
            if (!(error instanceof ExpressionProblem)) throw error;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
