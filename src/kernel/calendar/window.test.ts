import { describe, expect, test } from "vitest";
import type { Calendar, Window } from "./calendar.ts";
import { plain } from "./plain.fixture.ts";
import { clashesWith, windowsBetween } from "./window.ts";

const window = (code: string, use: Window["use"], from: [number, number], to: [number, number]): Window => ({
  code,
  names: { en: code, fr: code, rw: `≈${code}` },
  use,
  from: { month: from[0], date: from[1] },
  to: { month: to[0], date: to[1] },
  unconfirmed: false,
  source: "Invented",
});

const calendar: Calendar = {
  ...plain,
  windows: [
    window("april_week", "avoid", [4, 7], [4, 13]),
    window("year_end", "avoid", [12, 22], [1, 3]),
    window("planning", "phase", [2, 1], [2, 29]),
  ],
};

describe("Solange plans a session and sees what it runs into", () => {
  test.each([
    ["the day before April week", "2026-04-05", "2026-04-06", []],
    ["its first day", "2026-04-06", "2026-04-07", ["april_week 2026-04-07 2026-04-13"]],
    ["inside the year-end window, from the year before", "2026-01-02", "2026-01-02", ["year_end 2025-12-22 2026-01-03"]],
    ["a phase is no clash", "2026-02-10", "2026-02-11", []],
    [
      "a whole year",
      "2026-01-01",
      "2026-12-31",
      ["year_end 2025-12-22 2026-01-03", "april_week 2026-04-07 2026-04-13", "year_end 2026-12-22 2027-01-03"],
    ],
  ])("%s", (_what, from, to, expected) => {
    expect(clashesWith(calendar, from, to).map((turn) => `${turn.window.code} ${turn.start} ${turn.end}`)).toEqual(expected);
  });

  test("a window to the end of February ends on the 28th when there is no 29th", () => {
    expect(windowsBetween(calendar, "2026-02-01", "2026-02-01")[0]?.end).toBe("2026-02-28");
    expect(windowsBetween(calendar, "2028-02-01", "2028-02-01")[0]?.end).toBe("2028-02-29");
  });
});
