/** Dates that are known only to the year or the month, as people remember them: 2021, 06/2021, 14/06/2021. */
import type { Language } from "#platform/i18n/text.ts";
import { addDays, addMonths, dayFrom, isDay, lastDateOf } from "./day.ts";
import type { Day } from "./day.ts";

/** How much of a date is known. */
export type Precision = "year" | "month" | "day";

/** A date and how much of it is known. `start` is the first day it can be, and is what the database stores beside the precision. */
export interface PartialDate {
  readonly precision: Precision;
  readonly start: Day;
}

const YEAR = /^(\d{4})$/;
const YEAR_MONTH = /^(?:(\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2}))$/;
const FULL = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

function made(precision: Precision, year: number, month: number, date: number): PartialDate | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return null;
  if (date < 1 || date > lastDateOf(year, month)) return null;
  return { precision, start: dayFrom(year, month, date) };
}

/**
 * Reads what a person writes: 2021, 06/2021, 6/2021, 2021-06, 14/06/2021, 14.6.2021 or 2021-06-14. The day comes
 * before the month. Null for anything else, for dates that do not exist and for years before 1900 or after 2200.
 */
export function parsePartial(text: string): PartialDate | null {
  const written = text.trim();
  const year = YEAR.exec(written);
  if (year) return made("year", Number(year[1]), 1, 1);
  const month = YEAR_MONTH.exec(written);
  if (month) return made("month", Number(month[2] ?? month[3]), Number(month[1] ?? month[4]), 1);
  const full = FULL.exec(written);
  if (full) return made("day", Number(full[3]), Number(full[2]), Number(full[1]));
  if (!isDay(written)) return null;
  const [y, m, d] = written.split("-").map(Number);
  return made("day", y as number, m as number, d as number);
}

/** A full date as a partial one. */
export function exactly(day: Day): PartialDate {
  return { precision: "day", start: day };
}

/** The first day it can be. */
export function earliestDay(date: PartialDate): Day {
  return date.start;
}

/** The last day it can be. */
export function latestDay({ precision, start }: PartialDate): Day {
  if (precision === "day") return start;
  return addDays(addMonths(start, precision === "year" ? 12 : 1), -1);
}

/** Orders for a list: by first possible day, and the less exact first when those agree. Says nothing about which came first; see {@link certainlyBefore}. */
export function comparePartial(a: PartialDate, b: PartialDate): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  const [endA, endB] = [latestDay(a), latestDay(b)];
  return endA === endB ? 0 : endA > endB ? -1 : 1;
}

/** True when the first was over before the second can have begun. */
export function certainlyBefore(a: PartialDate, b: PartialDate): boolean {
  return latestDay(a) < b.start;
}

/** In figures, the same in the three languages: 2021, 06/2021 or 14/06/2021. {@link parsePartial} reads it back. */
export function formatPartial({ precision, start }: PartialDate): string {
  const [year, month, date] = start.split("-") as [string, string, string];
  if (precision === "year") return year;
  return precision === "month" ? `${month}/${year}` : `${date}/${month}/${year}`;
}

/** Month names in running text. Node has none for Kinyarwanda. */
const MONTH_NAMES: Record<Language, readonly string[]> = {
  en: "January February March April May June July August September October November December".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  rw: "Mutarama Gashyantare Werurwe Mata Gicurasi Kamena Nyakanga Kanama Nzeri Ukwakira Ugushyingo Ukuboza".split(" "),
};

/** In words: 2021, June 2021, 14 June 2021; juin 2021, 1er juin 2021; Kamena 2021, 14 Kamena 2021. */
export function sayPartial({ precision, start }: PartialDate, language: Language): string {
  const [year, month, date] = start.split("-").map(Number) as [number, number, number];
  if (precision === "year") return String(year);
  const named = `${MONTH_NAMES[language][month - 1]} ${year}`;
  if (precision === "month") return named;
  return `${date}${language === "fr" && date === 1 ? "er" : ""} ${named}`;
}
