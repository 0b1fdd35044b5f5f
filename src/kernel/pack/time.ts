/** Reads what a pack says about time: holidays, planning windows, rhythms and allowances. */
import type { Calendar, DatedHoliday, HolidayRule, WeekendHoliday, Window } from "#kernel/calendar/calendar.ts";
import type { Allowance } from "#kernel/calendar/clock.ts";
import { lastDateOf } from "#kernel/calendar/day.ts";
import type { Weekday } from "#kernel/calendar/day.ts";
import type { Rhythm } from "#kernel/calendar/rhythm.ts";
import type { Findings } from "./findings.ts";
import { readJson } from "./read.ts";
import type { RecordReader } from "./read.ts";

const DEADLINE_UNITS = ["working_days", "days", "months", "hours"] as const;

/** An allowance such as `{"amount": 30, "unit": "days"}`. */
export function readAllowance(row: RecordReader): Allowance {
  return { amount: row.integerFrom("amount", 0, 10_000), unit: row.oneOf("unit", DEADLINE_UNITS) };
}

/** A rhythm such as `{"every": "quarter", "within": {…}}`. */
export function readRhythm(row: RecordReader): Rhythm {
  const every = row.oneOf("every", ["year", "half_year", "quarter", "month", "date", "change"]);
  if (every === "change") return { every };
  if (every === "date") return { every, ...dateOfYear(row) };
  return { every, within: readAllowance(row.inner("within")) };
}

function dateOfYear(row: RecordReader): { month: number; date: number } {
  const month = row.integerFrom("month", 1, 12);
  // 29 February is a date of the year; in other years its last day stands for it.
  return { month, date: row.integerFrom("date", 1, lastDateOf(2024, month)) };
}

function datedDays(row: RecordReader): DatedHoliday[] {
  return row.list("days").map((each) => {
    const day = each.day("day");
    if (day === null) each.wrong("day", "is empty");
    return { day: day ?? "1900-01-01", unconfirmed: each.flag("unconfirmed") };
  });
}

function readHoliday(row: RecordReader): HolidayRule {
  const name = { code: row.required("code"), names: row.texts("names"), ...row.validity() };
  const kind = row.oneOf("kind", ["fixed", "easter", "nth_weekday", "dated"]);
  if (kind === "dated") return { ...name, kind, days: datedDays(row) };
  if (kind === "easter") return { ...name, kind, offset: row.integerFrom("offset", -70, 70) };
  if (kind === "fixed") return { ...name, kind, ...dateOfYear(row) };
  const month = row.integerFrom("month", 1, 12);
  const weekday = row.integerFrom("weekday", 1, 7) as Weekday;
  const nth = row.integerFrom("nth", -1, 5);
  if (nth === 0) row.wrong("nth", "counts 1, 2 … or −1 for the last");
  return { ...name, kind: "nth_weekday", month, weekday, nth };
}

function readWeekendRule(row: RecordReader, codes: ReadonlySet<string>): WeekendHoliday {
  const except = row.words("except");
  for (const code of except) if (!codes.has(code)) row.wrong("except", `there is no holiday ${code}`);
  return {
    moves: row.flag("moves"),
    except,
    consecutiveShareOne: row.flag("consecutiveShareOne"),
    coincidingMovesOne: row.flag("coincidingMovesOne"),
    ...row.sourced(),
  };
}

function readWindow(row: RecordReader): Window {
  return {
    code: row.required("code"),
    names: row.texts("names"),
    use: row.oneOf("use", ["avoid", "phase"]),
    from: dateOfYear(row.inner("from")),
    to: dateOfYear(row.inner("to")),
    ...row.sourced(),
  };
}

/** The calendar of a pack from holidays.json and calendar.json. */
export function readCalendar(dir: string, timeZone: string, fiscalYearStartMonth: number, findings: Findings): Calendar {
  const file = readJson(dir, "holidays.json", findings);
  const holidays = file.list("holidays").map((row) => ({ place: row.place, rule: readHoliday(row) }));
  noSameTime(holidays, findings);
  const codes = new Set(holidays.map(({ rule }) => rule.code));
  const plan = readJson(dir, "calendar.json", findings);
  const windows = plan.list("windows").map((row) => ({ place: row.place, window: readWindow(row) }));
  findings.unique(windows, "code", ({ window }) => window.code);
  return {
    timeZone,
    workingWeek: workingWeek(plan),
    fiscalYearStartMonth,
    holidayRules: holidays.map(({ rule }) => rule),
    weekendHoliday: readWeekendRule(file.inner("weekendHoliday"), codes),
    windows: windows.map(({ window }) => window),
  };
}

function noSameTime(
  holidays: readonly { place: { file: string; row: number | string | null }; rule: HolidayRule }[],
  findings: Findings,
): void {
  // A holiday may have several rules one after the other in time, so its start belongs to the key.
  findings.unique(holidays, "code", ({ rule }) => `${rule.code}${rule.validFrom === null ? "" : ` from ${rule.validFrom}`}`);
}

function workingWeek(plan: RecordReader): readonly Weekday[] {
  const days = plan.raw("workingWeek");
  const valid = Array.isArray(days) && days.length > 0 && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  if (!valid) plan.wrong("workingWeek", "must list the worked weekdays, 1 for Monday to 7 for Sunday");
  return valid ? (days as Weekday[]) : [1, 2, 3, 4, 5];
}
