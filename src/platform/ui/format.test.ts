/** Dates, numbers and money as each language writes them, as tables of cases. */
import { assert, maxSafeInteger, property } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayOf,
  fiscalYearLabel,
  formatBytes,
  formatDate,
  formatDateTime,
  formatMoney,
  formatMoneyShort,
  formatNumber,
  formatPartialDate,
  formatPercent,
  formatTime,
} from "./format.ts";

describe("numbers", () => {
  it.each([
    [1234, "en", undefined, "1,234"],
    [1234, "rw", undefined, "1,234"],
    [1234, "fr", undefined, "1\u202f234"],
    [1234567.891, "en", undefined, "1,234,567.89"],
    [1234567.891, "fr", undefined, "1\u202f234\u202f567,89"],
    [2, "en", 1, "2.0"],
    [0.05, "fr", 1, "0,1"],
    [999, "en", undefined, "999"],
    [-1234, "en", undefined, "\u22121,234"],
    [-0.001, "en", 1, "0.0"],
    [12345678901234567890n, "en", undefined, "12,345,678,901,234,567,890"],
  ] as const)("Claudine reads %s in %s (decimals %s) as %s", (value, lang, decimals, text) => {
    expect(formatNumber(value, lang, decimals)).toBe(text);
  });

  it("refuses what is no number, so that no page says NaN", () => {
    expect(() => formatNumber(Number.NaN, "en")).toThrow(RangeError);
  });

  it("never loses or adds a digit of a whole number", () => {
    assert(property(maxSafeInteger(), (n) => formatNumber(n, "fr").replaceAll("\u202f", "").replace("\u2212", "-") === String(n)));
  });

  it("a share reads 39% in English and 39 % with a narrow space in French", () => {
    expect(formatPercent(0.3901, "en")).toBe("39%");
    expect(formatPercent(0.3901, "fr", 1)).toBe("39,0\u202f%");
  });
});

describe("money", () => {
  const rwf = { minor: 18_400_000, currency: "RWF", exponent: 0 };
  it.each([
    [rwf, "en", undefined, "RWF\u00a018,400,000"],
    [rwf, "fr", "FRW", "18\u202f400\u202f000\u00a0FRW"],
    [{ minor: 150_005, currency: "EUR", exponent: 2 }, "en", undefined, "EUR\u00a01,500.05"],
    [{ minor: 5, currency: "EUR", exponent: 2 }, "fr", undefined, "0,05\u00a0EUR"],
    [{ minor: -5, currency: "EUR", exponent: 2 }, "en", undefined, "EUR\u00a0\u22120.05"],
    [{ minor: 90071992547409930n, currency: "RWF", exponent: 0 }, "en", undefined, "RWF\u00a090,071,992,547,409,930"],
  ] as const)("the accountant reads %o in %s as written there", (money, lang, label, text) => {
    expect(formatMoney(money, lang, label)).toBe(text);
  });

  it("running text rounds to millions and says so", () => {
    expect(formatMoneyShort(rwf, "en")).toBe("RWF\u00a018.4\u00a0m");
    expect(formatMoneyShort(rwf, "fr", "FRW")).toBe("18,4\u202fM\u00a0FRW");
    expect(formatMoneyShort({ ...rwf, minor: 42_800_000_000 }, "en")).toBe("RWF\u00a042.8\u00a0bn");
    expect(formatMoneyShort({ ...rwf, minor: 950_000 }, "en")).toBe("RWF\u00a0950,000");
  });

  it("half a franc cannot be shown, because it cannot be paid", () => {
    expect(() => formatMoney({ minor: 0.5, currency: "RWF", exponent: 0 }, "en")).toThrow(RangeError);
  });
});

describe("dates", () => {
  it("Solange reads the day first in every language", () => {
    expect(formatDate("2025-11-28")).toBe("28/11/2025");
    expect(formatPartialDate("2019")).toBe("2019");
    expect(formatPartialDate("2019-07")).toBe("07/2019");
    expect(formatPartialDate("2019-07-04")).toBe("04/07/2019");
    expect(() => formatDate("28/11/2025")).toThrow(RangeError);
  });

  it("a moment late in the evening in London is the next day in Kigali", () => {
    const moment = new Date("2025-11-28T22:30:00Z");
    expect(formatDateTime(moment, "Africa/Kigali")).toBe("29/11/2025 00:30");
    expect(formatTime(moment, "Africa/Kigali")).toBe("00:30");
    expect(dayOf(moment, "Africa/Kigali")).toBe("2025-11-29");
    expect(dayOf(moment, "Europe/London")).toBe("2025-11-28");
  });

  it("a fiscal year is named by the years of its first and last day", () => {
    expect(fiscalYearLabel({ from: "2025-07-01", to: "2026-06-30" })).toBe("2025/2026");
    expect(fiscalYearLabel({ from: "2025-01-01", to: "2025-12-31" })).toBe("2025");
  });

  it("a file’s size is in powers of a thousand", () => {
    expect(formatBytes(999, "en")).toBe("999\u00a0B");
    expect(formatBytes(12_540, "en")).toBe("12.5\u00a0kB");
    expect(formatBytes(3_000_000, "fr")).toBe("3\u00a0Mo");
  });
});
