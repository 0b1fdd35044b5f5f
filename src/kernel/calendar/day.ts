/** Counts with local dates written as yyyy-mm-dd, and finds which date an instant falls on in a time zone. */

/** A local date without a time zone, `yyyy-mm-dd`. Earlier and later are `<` and `>`. */
export type Day = string;

/** Monday is 1 and Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** The day of a year, a month (1–12) and a date; the numbers must name a real date. */
export function dayFrom(year: number, month: number, date: number): Day {
  return isoOf(Date.UTC(year, month - 1, date));
}

function isoOf(utc: number): Day {
  return new Date(utc).toISOString().slice(0, 10);
}

/** Milliseconds at midnight UTC, or NaN for a text that is no date. Called for every day of every deadline, so it does not build texts. */
function utcOrNaN(day: string): number {
  if (!SHAPE.test(day)) return Number.NaN;
  const date = Number(day.slice(8, 10));
  const utc = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, date);
  // A 31 June would come out as 1 July and a month 13 as January.
  const real = new Date(utc);
  const exists = real.getUTCDate() === date && real.getUTCMonth() === Number(day.slice(5, 7)) - 1;
  return exists && real.getUTCFullYear() === Number(day.slice(0, 4)) ? utc : Number.NaN;
}

/** Milliseconds at midnight UTC of a day. Throws a RangeError for a text that is no date. */
function utcOf(day: Day): number {
  const utc = utcOrNaN(day);
  if (Number.isNaN(utc)) {
    throw new RangeError(`${JSON.stringify(day)} is no date; a date is written yyyy-mm-dd`);
  }
  return utc;
}

/** True for a text that is a real date: 2024-02-29 is, 2025-02-29 is not. */
export function isDay(value: unknown): value is Day {
  return typeof value === "string" && !Number.isNaN(utcOrNaN(value));
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The month of a day, 1–12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** The day of the week, Monday being 1. */
export function weekdayOf(day: Day): Weekday {
  const sundayFirst = new Date(utcOf(day)).getUTCDay();
  return (sundayFirst === 0 ? 7 : sundayFirst) as Weekday;
}

/** The day `n` calendar days later; `n` may be negative. */
export function addDays(day: Day, n: number): Day {
  return isoOf(utcOf(day) + n * DAY_MS);
}

/** The same date `n` months later, or the last day of that month when the month is shorter. */
export function addMonths(day: Day, n: number): Day {
  const at = new Date(utcOf(day));
  const months = at.getUTCFullYear() * 12 + at.getUTCMonth() + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayFrom(year, month, Math.min(at.getUTCDate(), lastDateOf(year, month)));
}

/** How many days a month has. */
export function lastDateOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MS);
}

/** Whole months that have passed from one day to a later one; 31 January to 28 February counts as one. */
export function monthsBetween(from: Day, to: Day): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return addMonths(from, months) > to ? months - 1 : months;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local date of an instant in an IANA time zone. */
export function dayOf(instant: Date, timeZone: string): Day {
  let format = formats.get(timeZone);
  if (format === undefined) {
    // The Swedish locale writes a date as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

/** Today's date in a time zone. `now` is given, never read here, so that a rule can be tested at any date. */
export function today(now: Date, timeZone: string): Day {
  return dayOf(now, timeZone);
}

/** The first instant of a local day. Where summer time begins at midnight that is one o'clock by the wall clock. */
export function startOfDay(day: Day, timeZone: string): Date {
  // No zone is further from UTC than 14 hours, so the first instant lies in this span.
  let before = utcOf(day) - 15 * 3_600_000;
  let reached = utcOf(day) + 15 * 3_600_000;
  const quarter = 900_000;
  // Offsets are whole quarters of an hour since the 1970s: search on that grid.
  while (reached - before > quarter) {
    const middle = before + Math.floor((reached - before) / quarter / 2) * quarter;
    if (dayOf(new Date(middle), timeZone) >= day) reached = middle;
    else before = middle;
  }
  return new Date(reached);
}
