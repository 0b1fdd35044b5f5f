/** Tells fiscal years and their quarters; ranges are stored, labels such as 2025/2026 are only shown. */
import type { Calendar } from "./calendar.ts";
import { addDays, addMonths, dayFrom, monthOf, yearOf } from "./day.ts";
import type { Day } from "./day.ts";

/** A fiscal year from its first to its last day; the label names the calendar years it touches. */
export interface FiscalYear {
  readonly start: Day;
  readonly end: Day;
  readonly label: string;
}

/** A quarter of a fiscal year. */
export interface Quarter {
  readonly number: 1 | 2 | 3 | 4;
  readonly start: Day;
  readonly end: Day;
}

/** The part of the calendar that fixes fiscal years. */
export type FiscalCalendar = Pick<Calendar, "fiscalYearStartMonth">;

/** The fiscal year that begins in a calendar year. */
export function fiscalYearStarting(calendar: FiscalCalendar, year: number): FiscalYear {
  const start = dayFrom(year, calendar.fiscalYearStartMonth, 1);
  const end = addDays(addMonths(start, 12), -1);
  const label = yearOf(end) === year ? String(year) : `${year}/${yearOf(end)}`;
  return { start, end, label };
}

/** The fiscal year a day belongs to. */
export function fiscalYearOf(calendar: FiscalCalendar, day: Day): FiscalYear {
  const begun = monthOf(day) >= calendar.fiscalYearStartMonth;
  return fiscalYearStarting(calendar, begun ? yearOf(day) : yearOf(day) - 1);
}

/** The fiscal year `n` years after another; `n` may be negative. */
export function fiscalYearAfter(calendar: FiscalCalendar, year: FiscalYear, n = 1): FiscalYear {
  return fiscalYearStarting(calendar, yearOf(year.start) + n);
}

/** Reads a label as people write it: 2025/2026, 2025/26, 2025-26, or 2025 where the year is a calendar year. Null when it names no fiscal year. */
export function parseFiscalYear(calendar: FiscalCalendar, text: string): FiscalYear | null {
  const match = /^\s*(\d{4})(?:\s*[/–-]\s*(\d{2}|\d{4}))?\s*$/.exec(text);
  if (match === null) return null;
  const found = fiscalYearStarting(calendar, Number(match[1]));
  const end = match[2];
  if (end === undefined) return found.label === match[1] ? found : null;
  return found.label.includes("/") && found.label.endsWith(end) ? found : null;
}

/** The four quarters of a fiscal year. */
export function quartersOf(year: FiscalYear): readonly Quarter[] {
  return ([1, 2, 3, 4] as const).map((number) => {
    const start = addMonths(year.start, (number - 1) * 3);
    return { number, start, end: addDays(addMonths(start, 3), -1) };
  });
}

/** The quarter a day belongs to. */
export function quarterOf(calendar: FiscalCalendar, day: Day): Quarter {
  const year = fiscalYearOf(calendar, day);
  return quartersOf(year).find(({ end }) => day <= end) as Quarter;
}
