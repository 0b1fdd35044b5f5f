import { describe, expect, test } from "vitest";
import { plain } from "./plain.fixture.ts";
import { dueDays } from "./rhythm.ts";
import type { Rhythm } from "./rhythm.ts";

const days = (amount: number) => ({ amount, unit: "days" }) as const;

describe("Vestine sees when publications fall due in a calendar year", () => {
  test.each<[string, Rhythm, string[]]>([
    ["thirty days after each quarter", { every: "quarter", within: days(30) }, ["2025-01-30", "2025-04-30", "2025-07-30", "2025-10-30"]],
    ["on the last day of each quarter", { every: "quarter", within: days(0) }, ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]],
    ["two months after the fiscal year", { every: "year", within: { amount: 2, unit: "months" } }, ["2025-08-31"]],
    ["twelve months after the fiscal year", { every: "year", within: { amount: 12, unit: "months" } }, ["2025-06-30"]],
    [
      "five working days after each half-year",
      { every: "half_year", within: { amount: 5, unit: "working_days" } },
      ["2025-01-08", "2025-07-08"],
    ],
    ["on 30 June", { every: "date", month: 6, date: 30 }, ["2025-06-30"]],
    ["on 29 February, or the last day there is", { every: "date", month: 2, date: 29 }, ["2025-02-28"]],
    ["only when something changes", { every: "change" }, []],
  ])("%s", (_what, rhythm, expected) => {
    expect(dueDays(rhythm, plain, "2025-01-01", "2025-12-31")).toEqual(expected);
  });

  test("twelve monthly days, one a month", () => {
    const due = dueDays({ every: "month", within: days(10) }, plain, "2025-01-01", "2025-12-31");
    expect(due).toHaveLength(12);
    expect(due[1]).toBe("2025-02-10");
  });
});
