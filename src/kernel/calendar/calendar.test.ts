import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addWorkingDays, holidaysOf, isWorkingDay, workingDayFrom, workingDaysBetween } from "./calendar.ts";
import type { Calendar } from "./calendar.ts";
import { addDays, weekdayOf } from "./day.ts";
import { easterSunday, nthWeekday } from "./holidays.ts";
import { fixed, plain, STAYS } from "./plain.fixture.ts";

describe("The date of Easter (J. Meeus, Astronomical Algorithms, chapter 8, and the table of the US Naval Observatory)", () => {
  test.each([
    [1818, "1818-03-22"], // the earliest there can be
    [1943, "1943-04-25"], // the latest there can be
    [1991, "1991-03-31"],
    [1992, "1992-04-19"],
    [1993, "1993-04-11"],
    [1954, "1954-04-18"],
    [2000, "2000-04-23"],
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2038, "2038-04-25"],
  ])("%i: %s", (year, expected) => {
    expect(easterSunday(year)).toBe(expected);
  });
});

describe("A weekday of a month", () => {
  test.each([
    [2025, 8, 5, 1, "2025-08-01"],
    [2026, 8, 5, 1, "2026-08-07"],
    [2027, 8, 5, 1, "2027-08-06"],
    [2025, 11, 6, -1, "2025-11-29"],
    [2025, 11, 7, -1, "2025-11-30"],
    [2025, 11, 1, 3, "2025-11-17"],
    [2025, 11, 7, -2, "2025-11-23"],
  ] as const)("in %i, month %i, weekday %i, number %i: %s", (year, month, weekday, nth, expected) => {
    expect(nthWeekday(year, month, weekday, nth)).toBe(expected);
  });
});

describe("Vestine counts working days", () => {
  test.each([
    ["a Monday and three days", "2025-11-17", 3, "2025-11-20"],
    ["a Friday and three days", "2025-11-14", 3, "2025-11-19"],
    ["a Saturday counts from Monday", "2025-11-15", 1, "2025-11-17"],
    ["over Easter and 7 April", "2026-04-02", 2, "2026-04-09"],
    ["over Christmas and New Year", "2025-12-24", 3, "2025-12-31"],
    ["over New Year", "2025-12-31", 1, "2026-01-02"],
    ["backwards", "2025-11-17", -1, "2025-11-14"],
    ["backwards over Easter", "2026-04-07", -1, "2026-04-02"],
    ["nought is the day itself", "2025-11-15", 0, "2025-11-15"],
    ["over a leap day", "2024-02-28", 2, "2024-03-01"],
  ])("%s", (_what, day, n, expected) => {
    expect(addWorkingDays(plain, day, n)).toBe(expected);
  });

  test.each([
    ["2025-11-14", "2025-11-19", 3],
    ["2025-11-14", "2025-11-16", 0],
    ["2025-11-19", "2025-11-14", -3],
    ["2026-04-02", "2026-04-09", 2],
  ])("from %s to %s are %i", (from, to, expected) => {
    expect(workingDaysBetween(plain, from, to)).toBe(expected);
  });

  test("the next day that is worked, the day itself included", () => {
    expect(workingDayFrom(plain, "2025-11-15")).toBe("2025-11-17");
    expect(workingDayFrom(plain, "2025-11-17")).toBe("2025-11-17");
  });

  test("whatever the day, adding and counting agree", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 60 }), (start, n) => {
        const day = addDays("2020-01-01", start);
        const due = addWorkingDays(plain, day, n);
        expect(isWorkingDay(plain, due)).toBe(true);
        expect(workingDaysBetween(plain, day, due)).toBe(n);
        expect(addWorkingDays(plain, addDays(due, 1), -1)).toBe(due);
      }),
    );
  });
});

describe("Holidays that fall on a weekend follow the pack’s rule", () => {
  const moves = { ...STAYS, moves: true };
  const days = (calendar: Calendar, year: number) => holidaysOf(calendar, year).map(({ day }) => day.slice(5));
  const only = (...holidayRules: Calendar["holidayRules"]) => ({ ...plain, holidayRules });

  test.each([
    ["they stay", STAYS, ["12-25", "12-26"]],
    ["each moves", moves, ["12-25", "12-26", "12-27", "12-28"]],
    ["both share one day", { ...moves, consecutiveShareOne: true }, ["12-25", "12-26", "12-27"]],
    ["one never moves", { ...moves, except: ["christmas"] }, ["12-25", "12-26", "12-27"]],
  ])("Saturday 25 and Sunday 26 December 2027: %s", (_what, weekendHoliday, expected) => {
    const calendar = {
      ...only(fixed("christmas", 12, 25), fixed("boxing", 12, 26)),
      weekendHoliday,
    };
    expect(days(calendar, 2027)).toEqual(expected);
  });

  test("Sunday 31 December 2028 is made up on 2 January 2029, because the 1st is a holiday itself", () => {
    const calendar = {
      ...only(fixed("eve", 12, 31), fixed("new_year", 1, 1)),
      weekendHoliday: { ...moves, unconfirmed: true },
    };
    expect(days(calendar, 2028)).toEqual(["01-01", "01-03", "12-31"]);
    expect(holidaysOf(calendar, 2029)[1]).toMatchObject({
      code: "eve",
      day: "2029-01-02",
      movedFrom: "2028-12-31",
      unconfirmed: true,
    });
  });

  test("two holidays on one working day: the second is made up when the pack says so", () => {
    const two = [fixed("one", 5, 6), fixed("two", 5, 6)];
    expect(days({ ...only(...two), weekendHoliday: moves }, 2025)).toEqual(["05-06"]);
    expect(days({ ...only(...two), weekendHoliday: { ...moves, coincidingMovesOne: true } }, 2025)).toEqual(["05-06", "05-07"]);
  });

  test("a holiday holds only in its years and 29 February only in leap years", () => {
    const leap = fixed("leap", 2, 29);
    const once = { ...fixed("once", 3, 3), validFrom: "2024-01-01", validTo: "2025-03-03" };
    expect(days(only(leap, once), 2024)).toEqual(["02-29", "03-03"]);
    expect(days(only(leap, once), 2025)).toEqual([]);
  });

  test("a week from Sunday to Thursday is as good as any", () => {
    const gulf: Calendar = { ...plain, workingWeek: [7, 1, 2, 3, 4] };
    expect(addWorkingDays(gulf, "2025-11-13", 1)).toBe("2025-11-16");
    expect(weekdayOf("2025-11-16")).toBe(7);
  });
});
