import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./day.ts";
import { certainlyBefore, comparePartial, earliestDay, exactly, formatPartial, latestDay, parsePartial, sayPartial } from "./partial.ts";
import type { PartialDate } from "./partial.ts";

const read = (text: string) => parsePartial(text) as PartialDate;

describe("Jean-Bosco types a date as he remembers it", () => {
  test.each([
    ["2021", "year", "2021-01-01", "2021-12-31", "2021"],
    ["06/2021", "month", "2021-06-01", "2021-06-30", "06/2021"],
    ["6/2021", "month", "2021-06-01", "2021-06-30", "06/2021"],
    ["02-2024", "month", "2024-02-01", "2024-02-29", "02/2024"],
    ["2021-06", "month", "2021-06-01", "2021-06-30", "06/2021"],
    ["14/06/2021", "day", "2021-06-14", "2021-06-14", "14/06/2021"],
    ["1.6.2021", "day", "2021-06-01", "2021-06-01", "01/06/2021"],
    ["2021-06-14", "day", "2021-06-14", "2021-06-14", "14/06/2021"],
    [" 29/02/2024 ", "day", "2024-02-29", "2024-02-29", "29/02/2024"],
  ])("%j is known to the %s", (text, precision, first, last, shown) => {
    const date = read(text);
    expect(date.precision).toBe(precision);
    expect([earliestDay(date), latestDay(date), formatPartial(date)]).toEqual([first, last, shown]);
  });

  test.each(["", "21", "13/2021", "29/02/2025", "06/14/2021", "31/04/2025", "June 2021", "1899", "2201", "2021-6", "00/2021"])(
    "%j is not understood",
    (text) => {
      expect(parsePartial(text)).toBeNull();
    },
  );

  test("what is shown can be typed again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), fc.constantFrom("year", "month", "day"), (n, precision) => {
        const day = addDays("1950-01-01", n);
        const start = precision === "day" ? day : precision === "month" ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
        const date = { precision, start } as PartialDate;
        expect(parsePartial(formatPartial(date))).toEqual(date);
      }),
    );
  });

  test.each([
    ["2021", "en", "2021"],
    ["06/2021", "en", "June 2021"],
    ["06/2021", "fr", "juin 2021"],
    ["06/2021", "rw", "Kamena 2021"],
    ["14/06/2021", "en", "14 June 2021"],
    ["01/06/2021", "fr", "1er juin 2021"],
    ["14/06/2021", "rw", "14 Kamena 2021"],
  ] as const)("%s is said in %s: %s", (text, language, said) => {
    expect(sayPartial(read(text), language)).toBe(said);
  });

  test("a list is in order, the vaguer first", () => {
    const dates = ["14/06/2021", "06/2021", "2022", "2021", "01/01/2021"].map(read);
    expect(dates.sort(comparePartial).map(formatPartial)).toEqual(["2021", "01/01/2021", "06/2021", "14/06/2021", "2022"]);
    expect(comparePartial(read("2021"), read("2021"))).toBe(0);
  });

  test.each([
    ["2020", "2021", true],
    ["2021", "06/2021", false],
    ["05/2021", "14/06/2021", true],
    ["06/2021", "14/06/2021", false],
    ["14/06/2021", "14/06/2021", false],
  ])("%s was certainly before %s: %s", (a, b, expected) => {
    expect(certainlyBefore(read(a), read(b))).toBe(expected);
  });

  test("a full date is exact", () => {
    expect(exactly("2021-06-14")).toEqual(read("14/06/2021"));
  });
});
