import { expect, test } from "vitest";
import { formOf } from "#platform/http/form.ts";
import { dayIn, decimalFrom, moneyIn, reading, wholeFrom } from "#kernel/access/fields.ts";
import { w } from "./words-fields.ts";

const given = (fields: Record<string, string>) => reading(formOf(new Map(Object.entries(fields).map(([name, value]) => [name, [value]]))));

test.each([
  ["18,400,000", 18_400_000],
  ["18 400 000", 18_400_000],
  ["18\u202f400\u202f000", 18_400_000],
  ["18.400.000", 18_400_000],
  ["950", 950],
  ["", null],
  ["about 900", null],
  ["-5", null],
])("Claudine types %j and it is read as %j", (text, expected) => {
  expect(wholeFrom(text)).toBe(expected);
});

test.each([
  ["12,5", 12.5],
  ["12.5", 12.5],
  ["21", 21],
  ["-3", -3],
  ["twelve", null],
])("Vestine measures %j and it is read as %j", (text, expected) => {
  expect(decimalFrom(text)).toBe(expected);
});

test("francs have no minor digits: 1,250 is one thousand two hundred and fifty", () => {
  expect(moneyIn(given({ estimate: "1,250" }), "estimate", 0)).toBe(1250);
});

test("euros keep their cents without floating point", () => {
  expect(moneyIn(given({ estimate: "1,250.10" }), "estimate", 2)).toBe(125_010);
});

test.each([
  [{ "held-day": "31", "held-month": "11", "held-year": "2025" }, "there is no 31 November"],
  [{ "held-day": "4", "held-month": "", "held-year": "2025" }, "the month is missing"],
])("Jean-Bosco is told that the date cannot be when %#", (fields, _why) => {
  const reader = given(fields);
  expect(dayIn(reader, "held", w.noNumber)).toBeNull();
  expect(reader.problems).toEqual([{ field: "held-day", text: w.noDate }]);
});

test("a date typed without leading zeros is a date", () => {
  expect(dayIn(given({ "held-day": "4", "held-month": "9", "held-year": "2025" }), "held", null)).toBe("2025-09-04");
});
