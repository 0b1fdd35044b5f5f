/** Turns “within 30 days of the end of each quarter” into due days. */
import { addWorkingDays } from "./calendar.ts";
import type { Calendar } from "./calendar.ts";
import type { Allowance } from "./clock.ts";
import { addDays, addMonths, dayFrom, lastDateOf, monthOf, yearOf } from "./day.ts";
import type { Day } from "./day.ts";
import { fiscalYearOf } from "./fiscal-year.ts";

/**
 * How often something is owed. Periods are those of the fiscal year and end with it; `date` is a fixed date of
 * the year; `change` is owed only when something changes and has no due days of its own.
 */
export type Rhythm =
  | { readonly every: "year" | "half_year" | "quarter" | "month"; readonly within: Allowance }
  | { readonly every: "date"; readonly month: number; readonly date: number }
  | { readonly every: "change" };

const MONTHS = { year: 12, half_year: 6, quarter: 3, month: 1 } as const;

function after(calendar: Calendar, day: Day, { amount, unit }: Allowance): Day {
  if (unit === "working_days") return addWorkingDays(calendar, day, amount);
  if (unit === "months") {
    // A period ends on the last day of a month, and so does the period one or more months later.
    const target = addMonths(day, amount);
    return dayFrom(yearOf(target), monthOf(target), lastDateOf(yearOf(target), monthOf(target)));
  }
  return addDays(day, unit === "hours" ? Math.ceil(amount / 24) : amount);
}

/** The due days from `from` to `to`, both included, in order. */
export function dueDays(rhythm: Rhythm, calendar: Calendar, from: Day, to: Day): readonly Day[] {
  if (rhythm.every === "change") return [];
  const days: Day[] = [];
  if (rhythm.every === "date") {
    for (let year = yearOf(from); year <= yearOf(to); year += 1) {
      days.push(dayFrom(year, rhythm.month, Math.min(rhythm.date, lastDateOf(year, rhythm.month))));
    }
  } else {
    const length = MONTHS[rhythm.every];
    // An allowance can be longer than a period, so the search starts well before.
    let start = fiscalYearOf(calendar, addMonths(from, -24)).start;
    while (start <= to) {
      const next = addMonths(start, length);
      days.push(after(calendar, addDays(next, -1), rhythm.within));
      start = next;
    }
  }
  return days.filter((day) => from <= day && day <= to);
}
