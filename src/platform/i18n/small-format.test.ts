/** The small formatter says what the large one says, for every kind of place that our texts have. */
import { IntlMessageFormat as Large } from "intl-messageformat";
import { expect, test } from "vitest";
import { IntlMessageFormat as Small } from "./small-format.ts";

const LOCALES = { en: "en-GB", fr: "fr-FR", rw: "en-GB" } as const;

const PATTERNS: readonly [pattern: string, values: Record<string, string | number>][] = [
  ["No place", {}],
  ["Dear {name}, {name}", { name: "Béata" }],
  ["{count, plural, =0 {none} one {one name} other {# names}}", { count: 0 }],
  ["{count, plural, =0 {none} one {one name} other {# names}}", { count: 1 }],
  ["{count, plural, =0 {none} one {one name} other {# names}}", { count: 1234 }],
  ["{who, select, F {she} M {he} other {they}} came", { who: "F" }],
  ["{who, select, F {she} M {he} other {they}} came", { who: "X" }],
  ["{n, number} of {m, number}", { n: 12345, m: 0 }],
  ["{a, plural, one {{b, plural, one {1/1} other {1/#}}} other {#/{b}}}", { a: 1, b: 3 }],
  ["'{'quoted'}' {name}", { name: "x" }],
  ["# outside a plural", {}],
];

test.each(PATTERNS)("“%s”", (pattern, values) => {
  for (const locale of new Set(Object.values(LOCALES)))
    expect(new Small(pattern, locale).format(values)).toBe(String(new Large(pattern, locale).format(values)));
});

test("a value that is missing is an error in both", () => {
  expect(() => new Small("{name}", "en-GB").format({})).toThrow("name");
});
