import { describe, expect, test } from "vitest";
import { fiscalYearAfter, fiscalYearOf, parseFiscalYear, quarterOf, quartersOf } from "./fiscal-year.ts";

const july = { fiscalYearStartMonth: 7 };
const january = { fiscalYearStartMonth: 1 };

describe("Jean-Bosco names the fiscal year of a day", () => {
  test.each([
    ["2025-06-30", "2024/2025", "2024-07-01", "2025-06-30", 4],
    ["2025-07-01", "2025/2026", "2025-07-01", "2026-06-30", 1],
    ["2025-12-31", "2025/2026", "2025-07-01", "2026-06-30", 2],
    ["2026-01-01", "2025/2026", "2025-07-01", "2026-06-30", 3],
    ["2024-02-29", "2023/2024", "2023-07-01", "2024-06-30", 3],
  ])("%s lies in %s", (day, label, start, end, quarter) => {
    expect(fiscalYearOf(july, day)).toEqual({ start, end, label });
    expect(quarterOf(july, day).number).toBe(quarter);
  });

  test("where the fiscal year is the calendar year its label is one number", () => {
    expect(fiscalYearOf(january, "2025-06-30")).toEqual({
      start: "2025-01-01",
      end: "2025-12-31",
      label: "2025",
    });
  });

  test("the quarters of 2025/2026 follow each other without a gap", () => {
    expect(quartersOf(fiscalYearOf(july, "2025-11-17"))).toEqual([
      { number: 1, start: "2025-07-01", end: "2025-09-30" },
      { number: 2, start: "2025-10-01", end: "2025-12-31" },
      { number: 3, start: "2026-01-01", end: "2026-03-31" },
      { number: 4, start: "2026-04-01", end: "2026-06-30" },
    ]);
  });

  test("the year before and the year after", () => {
    const year = fiscalYearOf(july, "2025-11-17");
    expect(fiscalYearAfter(july, year).label).toBe("2026/2027");
    expect(fiscalYearAfter(july, year, -1).label).toBe("2024/2025");
  });

  test.each([
    ["2025/2026", "2025-07-01"],
    ["2025/26", "2025-07-01"],
    ["2025-26", "2025-07-01"],
    [" 2025 – 2026 ", "2025-07-01"],
    ["2025/2027", null],
    ["2025", null],
    ["FY 25", null],
  ])("people write %j", (text, start) => {
    expect(parseFiscalYear(july, text)?.start ?? null).toBe(start);
  });

  test("a calendar year is written as one number", () => {
    expect(parseFiscalYear(january, "2025")?.end).toBe("2025-12-31");
    expect(parseFiscalYear(january, "2025/2026")).toBeNull();
  });
});
