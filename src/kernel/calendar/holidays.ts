/** Finds the date of each holiday of a year before any is moved: fixed, by Easter, by weekday, or announced. */
import type { Calendar, Holiday, HolidayRule } from "./calendar.ts";
import { addDays, dayFrom, lastDateOf, weekdayOf, yearOf } from "./day.ts";
import type { Day, Weekday } from "./day.ts";

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (J. Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayFrom(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The first, second … weekday of a month; `nth` −1 is the last one. */
export function nthWeekday(year: number, month: number, weekday: Weekday, nth: number): Day {
  if (nth < 0) {
    const last = dayFrom(year, month, lastDateOf(year, month));
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7);
  }
  const first = dayFrom(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

function datesOf(rule: HolidayRule, year: number): { day: Day; unconfirmed: boolean }[] {
  const certain = (day: Day) => [{ day, unconfirmed: false }];
  switch (rule.kind) {
    case "fixed":
      return rule.date > lastDateOf(year, rule.month) ? [] : certain(dayFrom(year, rule.month, rule.date));
    case "easter":
      return certain(addDays(easterSunday(year), rule.offset));
    case "nth_weekday":
      return certain(nthWeekday(year, rule.month, rule.weekday, rule.nth));
    case "dated":
      return rule.days.filter(({ day }) => yearOf(day) === year);
  }
}

/** The holidays of one year on their own dates, in order; two may share a date. */
export function naturalHolidays(calendar: Calendar, year: number): Holiday[] {
  return calendar.holidayRules
    .flatMap((rule) =>
      datesOf(rule, year)
        .filter(({ day }) => (rule.validFrom ?? day) <= day && (rule.validTo === null || day < rule.validTo))
        .map(({ day, unconfirmed }) => ({
          code: rule.code,
          day,
          names: rule.names,
          movedFrom: null,
          unconfirmed,
        })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
