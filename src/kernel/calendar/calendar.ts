/** Says which days are worked and counts working days; what is a holiday comes from a country pack. */
import type { Text } from "#platform/i18n/text.ts";
import { addDays, daysBetween, weekdayOf, yearOf } from "./day.ts";
import type { Day, Weekday } from "./day.ts";
import { naturalHolidays } from "./holidays.ts";

/** How a holiday's date is found each year. */
export type HolidayRule = HolidayName &
  (
    | { readonly kind: "fixed"; readonly month: number; readonly date: number }
    | { readonly kind: "easter"; readonly offset: number }
    | {
        readonly kind: "nth_weekday";
        readonly month: number;
        readonly weekday: Weekday;
        readonly nth: number;
      }
    | { readonly kind: "dated"; readonly days: readonly DatedHoliday[] }
  );

/** What all holiday rules have. A rule applies from `validFrom` until the day before `validTo`; null leaves that side open. */
export interface HolidayName {
  readonly code: string;
  readonly names: Text;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/** One announced or expected date of a holiday that no formula fixes. */
export interface DatedHoliday {
  readonly day: Day;
  readonly unconfirmed: boolean;
}

/** What happens when a holiday falls on a day that is not worked, or two on one day. */
export interface WeekendHoliday {
  /** The next working day becomes a holiday instead. */
  readonly moves: boolean;
  /** Codes of the holidays that never move. */
  readonly except: readonly string[];
  /** Holidays on consecutive days of one weekend are made up by one working day together. */
  readonly consecutiveShareOne: boolean;
  /** When two fall on one working day, the next working day makes up for the second. */
  readonly coincidingMovesOne: boolean;
  readonly unconfirmed: boolean;
  readonly source: string;
}

/** A stretch of every year that matters for planning. The end may lie in the following year. */
export interface Window {
  readonly code: string;
  readonly names: Text;
  /** `avoid`: nothing should be planned across it; `phase`: it only says where the year stands. */
  readonly use: "avoid" | "phase";
  readonly from: { readonly month: number; readonly date: number };
  readonly to: { readonly month: number; readonly date: number };
  readonly unconfirmed: boolean;
  readonly source: string;
}

/** Everything about time that a country pack fixes. */
export interface Calendar {
  readonly timeZone: string;
  readonly workingWeek: readonly Weekday[];
  readonly fiscalYearStartMonth: number;
  readonly holidayRules: readonly HolidayRule[];
  readonly weekendHoliday: WeekendHoliday;
  readonly windows: readonly Window[];
}

/** One day without work. `movedFrom` is the date the holiday has by itself when another day makes up for it. */
export interface Holiday {
  readonly code: string;
  readonly day: Day;
  readonly names: Text;
  readonly movedFrom: Day | null;
  readonly unconfirmed: boolean;
}

// A pure memory: a calendar is frozen data, so a year of it never changes.
const years = new WeakMap<Calendar, Map<number, ReadonlyMap<Day, Holiday>>>();

function isWeekday(calendar: Calendar, day: Day): boolean {
  return calendar.workingWeek.includes(weekdayOf(day));
}

function nextFree(calendar: Calendar, day: Day, taken: ReadonlyMap<Day, Holiday>): Day {
  let next = addDays(day, 1);
  while (!isWeekday(calendar, next) || taken.has(next)) next = addDays(next, 1);
  return next;
}

/** The holidays that must be made up on another day, one for each day to add. */
function toMakeUp(calendar: Calendar, natural: readonly Holiday[]): Holiday[] {
  const rule = calendar.weekendHoliday;
  const moving: Holiday[] = [];
  let sharedUntil: Day | null = null;
  const seen = new Set<Day>();
  for (const holiday of natural) {
    const worked = isWeekday(calendar, holiday.day);
    const coincides = seen.has(holiday.day);
    seen.add(holiday.day);
    if (worked && coincides && rule.coincidingMovesOne) moving.push(holiday);
    if (worked || !rule.moves || rule.except.includes(holiday.code)) continue;
    const shares = sharedUntil !== null && daysBetween(sharedUntil, holiday.day) <= 1;
    if (!(shares && rule.consecutiveShareOne)) moving.push(holiday);
    sharedUntil = holiday.day;
  }
  return moving;
}

function holidayMap(calendar: Calendar, year: number): ReadonlyMap<Day, Holiday> {
  let known = years.get(calendar);
  if (known === undefined) years.set(calendar, (known = new Map()));
  let map = known.get(year);
  if (map === undefined) known.set(year, (map = computeYear(calendar, year)));
  return map;
}

/** A holiday of late December can be made up in January, so the neighbouring years are looked at too. */
function computeYear(calendar: Calendar, year: number): ReadonlyMap<Day, Holiday> {
  const natural = [year - 1, year, year + 1].flatMap((each) => naturalHolidays(calendar, each));
  const all = new Map<Day, Holiday>();
  for (const holiday of natural) if (!all.has(holiday.day)) all.set(holiday.day, holiday);
  for (const holiday of toMakeUp(calendar, natural)) {
    const day = nextFree(calendar, holiday.day, all);
    const unconfirmed = holiday.unconfirmed || calendar.weekendHoliday.unconfirmed;
    all.set(day, { ...holiday, day, movedFrom: holiday.day, unconfirmed });
  }
  return new Map([...all].filter(([day]) => yearOf(day) === year));
}

/** The holidays of one calendar year in the order of their dates, made-up days included. */
export function holidaysOf(calendar: Calendar, year: number): readonly Holiday[] {
  return [...holidayMap(calendar, year).values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The holiday on a day, if there is one. */
export function holidayOn(calendar: Calendar, day: Day): Holiday | undefined {
  return holidayMap(calendar, yearOf(day)).get(day);
}

/** True when offices work on that day. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return isWeekday(calendar, day) && holidayOn(calendar, day) === undefined;
}

/**
 * The `n`-th working day after a day, or before it when `n` is negative. The day itself never counts,
 * so a request of Friday with three working days is due on Wednesday. With 0 the day is returned as it is.
 */
export function addWorkingDays(calendar: Calendar, day: Day, n: number): Day {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let at = day;
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkingDay(calendar, at)) left -= 1;
  }
  return at;
}

/** Working days `d` with `from < d <= to`; negative, and counted the other way round, when `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) {
    if (isWorkingDay(calendar, at)) count += 1;
  }
  return count;
}

/** The day itself when it is worked, otherwise the next one that is. */
export function workingDayFrom(calendar: Calendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1);
}
