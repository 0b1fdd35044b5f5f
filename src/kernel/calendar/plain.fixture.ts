/** Calendars for tests: one with the working week and clock of central Africa, one whose clocks change in summer. */
import type { Calendar, HolidayRule, WeekendHoliday } from "./calendar.ts";

const names = { en: "Holiday", fr: "Jour férié", rw: "≈Ikiruhuko" };
const always = { names, validFrom: null, validTo: null };

/** Never moves a holiday. */
export const STAYS: WeekendHoliday = {
  moves: false,
  except: [],
  consecutiveShareOne: false,
  coincidingMovesOne: false,
  unconfirmed: false,
  source: "Invented",
};

/** A fixed holiday. */
export function fixed(code: string, month: number, date: number): HolidayRule {
  return { ...always, code, kind: "fixed", month, date };
}

/** Monday to Friday at two hours ahead of UTC all year, fiscal year from July, with Good Friday, Easter Monday and a few fixed days. */
export const plain: Calendar = {
  timeZone: "Africa/Kigali",
  workingWeek: [1, 2, 3, 4, 5],
  fiscalYearStartMonth: 7,
  holidayRules: [
    fixed("new_year", 1, 1),
    fixed("april", 4, 7),
    { ...always, code: "good_friday", kind: "easter", offset: -2 },
    { ...always, code: "easter_monday", kind: "easter", offset: 1 },
    fixed("july", 7, 4),
    fixed("christmas", 12, 25),
    fixed("boxing", 12, 26),
  ],
  weekendHoliday: STAYS,
  windows: [],
};

/** The same in a zone with summer time: 30 March 2025 has 23 hours and 26 October 2025 has 25. */
export const summery: Calendar = { ...plain, timeZone: "Europe/Paris" };
