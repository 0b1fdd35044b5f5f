/** Dates and times of forms: reading them, counting them in days, writing them out. Pure arithmetic on the proleptic Gregorian calendar. */

/** Minutes that the clock of the place is ahead of UTC, as in `+02:00`. */
export interface Zone {
  readonly minutesAhead: number;
}

const DAY = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** The parts of a moment, as its text says them. `offset` is minutes ahead of UTC, or null where the text names none. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly offset: number | null;
}

/** Midnight UTC of a calendar date in milliseconds, or NaN where there is no such date (31 June, 29 February 2025). */
export function utcOfDate(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : Number.NaN;
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return text.startsWith("-") ? -minutes : minutes;
}

/** The time of day of `HH:MM`, `HH:MM:SS`, with optional milliseconds and offset; null where the text is none. */
export function timeOf(text: string): Pick<Moment, "hour" | "minute" | "second" | "millisecond" | "offset"> | null {
  const found = TIME.exec(text);
  if (found === null) return null;
  const [, hour = "0", minute = "0", second = "0", fraction = "0", offset] = found;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.padEnd(3, "0")),
    offset: offsetOf(offset),
  };
}

/** The moment that an ISO 8601 date, or date `T` time, speaks of; null where the text is none. */
export function momentOf(text: string): Moment | null {
  const [dateText = "", timeText, more] = text.trim().split("T");
  const found = DATE.exec(dateText);
  if (found === null || more !== undefined) return null;
  const year = Number(found[1]);
  const month = Number(found[2]);
  const day = Number(found[3]);
  if (Number.isNaN(utcOfDate(year, month, day))) return null;
  const midnight = { hour: 0, minute: 0, second: 0, millisecond: 0, offset: null };
  const time = timeText === undefined ? midnight : timeOf(timeText);
  return time === null ? null : { year, month, day, ...time };
}

/**
 * Days since 1 January 1970, midnight, by the clock of the place; NaN for other texts. A plain date is therefore a whole number, and dates and
 * times compare as people expect. With a UTC clock this is the count that the ODK XForms specification names for `decimal-date-time`.
 */
export function daysOf(text: string, zone: Zone): number {
  const moment = momentOf(text);
  if (moment === null) return Number.NaN;
  const shift = moment.offset === null ? 0 : zone.minutesAhead - moment.offset;
  const minutes = moment.hour * 60 + moment.minute + shift;
  const inDay = minutes * 60_000 + moment.second * 1000 + moment.millisecond;
  return (utcOfDate(moment.year, moment.month, moment.day) + inDay) / DAY;
}

/** The moment, by the clock of the place, that lies so many days after 1 January 1970; null outside years 0 to 9999. */
export function momentOfDays(days: number): Moment | null {
  const date = new Date(Math.round(days * DAY));
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year < 0 || year > 9999) return null;
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    offset: null,
  };
}

function padded(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}

/** `YYYY-MM-DD`. */
export function dateText(moment: Pick<Moment, "year" | "month" | "day">): string {
  return `${padded(moment.year, 4)}-${padded(moment.month)}-${padded(moment.day)}`;
}

/** `+HH:MM` or `-HH:MM`. */
export function offsetText(minutesAhead: number): string {
  const size = Math.abs(minutesAhead);
  return `${minutesAhead < 0 ? "-" : "+"}${padded(Math.floor(size / 60))}:${padded(size % 60)}`;
}

/** `YYYY-MM-DDTHH:MM:SS.mmm+HH:MM`. */
export function dateTimeText(moment: Moment, zone: Zone): string {
  const clock = [moment.hour, moment.minute, moment.second].map((part) => padded(part)).join(":");
  const offset = offsetText(moment.offset ?? zone.minutesAhead);
  return `${dateText(moment)}T${clock}.${padded(moment.millisecond, 3)}${offset}`;
}

/** Short names of months and days in one language, for `%b` and `%a`. */
export interface CalendarNames {
  readonly months: readonly string[];
  readonly days: readonly string[];
}

/** Writes a moment by the pattern of `format-date` and `format-date-time` of the ODK XForms specification; unknown letters stay as they are. */
export function formatMoment(moment: Moment, pattern: string, names: CalendarNames): string {
  const weekday = new Date(utcOfDate(moment.year, moment.month, moment.day)).getUTCDay();
  const parts: Readonly<Record<string, string>> = {
    Y: padded(moment.year, 4),
    y: padded(moment.year % 100),
    m: padded(moment.month),
    n: String(moment.month),
    b: names.months[moment.month - 1] ?? "",
    d: padded(moment.day),
    e: String(moment.day),
    a: names.days[weekday] ?? "",
    H: padded(moment.hour),
    h: String(moment.hour),
    M: padded(moment.minute),
    S: padded(moment.second),
    "3": padded(moment.millisecond, 3),
    "%": "%",
  };
  return pattern.replaceAll(/%(.)/g, (whole, letter: string) => parts[letter] ?? whole);
}
