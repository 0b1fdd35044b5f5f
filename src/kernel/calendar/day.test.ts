import { describe, expect, test } from "vitest";
import { addDays, addMonths, dayOf, daysBetween, isDay, monthsBetween, startOfDay, today, weekdayOf } from "./day.ts";

describe("Béata’s diary counts days as people do", () => {
  test.each([
    ["2024-02-29", true],
    ["2025-02-29", false],
    ["2100-02-29", false],
    ["2000-02-29", true],
    ["2025-13-01", false],
    ["2025-1-1", false],
    ["2025-06-31", false],
    ["", false],
  ])("%j is a date: %s", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  test.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2024-02-28", 2, "2024-03-01"],
    ["2025-02-28", 1, "2025-03-01"],
    ["2025-12-31", 1, "2026-01-01"],
    ["2026-01-01", -1, "2025-12-31"],
  ])("%s and %i days is %s", (day, n, expected) => {
    expect(addDays(day, n)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(n);
  });

  test.each([
    ["2025-01-31", 1, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2025-03-31", -1, "2025-02-28"],
    ["2025-11-30", 3, "2026-02-28"],
    ["2025-11-15", -12, "2024-11-15"],
    ["2024-02-29", 12, "2025-02-28"],
  ])("%s and %i months is %s", (day, n, expected) => {
    expect(addMonths(day, n)).toBe(expected);
  });

  test.each([
    ["2025-05-17", "2025-11-17", 6],
    ["2025-05-18", "2025-11-17", 5],
    ["2025-01-31", "2025-02-28", 1],
    ["2025-01-31", "2025-02-27", 0],
  ])("from %s to %s %i whole months have passed", (from, to, expected) => {
    expect(monthsBetween(from, to)).toBe(expected);
  });

  test("17 November 2025 is a Monday and the day before a Sunday", () => {
    expect(weekdayOf("2025-11-17")).toBe(1);
    expect(weekdayOf("2025-11-16")).toBe(7);
  });

  test("a date that does not exist is refused with a sentence", () => {
    expect(() => addDays("2025-02-29", 1)).toThrow('"2025-02-29" is no date; a date is written yyyy-mm-dd');
  });
});

describe("One instant is two dates on two sides of the world", () => {
  test.each([
    ["2025-11-16T21:59:59Z", "Africa/Kigali", "2025-11-16"],
    ["2025-11-16T22:00:00Z", "Africa/Kigali", "2025-11-17"],
    ["2025-07-01T22:00:00Z", "Europe/Paris", "2025-07-02"],
    ["2025-12-01T22:59:59Z", "Europe/Paris", "2025-12-01"],
    ["2025-11-16T12:00:00Z", "Pacific/Kiritimati", "2025-11-17"],
  ])("%s in %s is %s", (instant, zone, expected) => {
    expect(dayOf(new Date(instant), zone)).toBe(expected);
    expect(today(new Date(instant), zone)).toBe(expected);
  });

  test.each([
    ["2025-11-17", "Africa/Kigali", "2025-11-16T22:00:00.000Z"],
    ["2025-03-30", "Europe/Paris", "2025-03-29T23:00:00.000Z"],
    ["2025-03-31", "Europe/Paris", "2025-03-30T22:00:00.000Z"],
    ["2025-10-27", "Europe/Paris", "2025-10-26T23:00:00.000Z"],
    ["2024-04-26", "Africa/Cairo", "2024-04-25T22:00:00.000Z"], // begins at one o’clock: summer time starts at midnight
    ["2025-11-17", "Asia/Kathmandu", "2025-11-16T18:15:00.000Z"],
    ["2025-11-17", "Pacific/Kiritimati", "2025-11-16T10:00:00.000Z"],
    ["2025-11-17", "Pacific/Pago_Pago", "2025-11-17T11:00:00.000Z"],
  ])("%s begins in %s at %s", (day, zone, expected) => {
    expect(startOfDay(day, zone).toISOString()).toBe(expected);
  });
});
