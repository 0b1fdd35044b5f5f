/** Functions on dates and times; the clock is the one injected. */
import { define } from "./scope.ts";
import type { Arguments, ExpressionFunction, Scope } from "./scope.ts";
import { dateText, dateTimeText, daysOf, formatMoment, momentOf, momentOfDays, timeOf } from "./time.ts";
import type { CalendarNames, Moment } from "./time.ts";
import { isNodeSet, toText } from "./value.ts";
import { calendarNames } from "./words.ts";

/** The moment, by the clock of the place, that a date, a date with time, or a number of days stands for. */
function momentAt(args: Arguments, scope: Scope): Moment | null {
  const value = args.value(0);
  const text = isNodeSet(value) ? toText(value) : value;
  if (typeof text === "number") return momentOfDays(text);
  const moment = momentOf(String(text));
  if (moment === null) {
    const days = args.number(0);
    return Number.isNaN(days) ? null : momentOfDays(days);
  }
  if (moment.offset === null) return moment;
  return momentOfDays(daysOf(String(text), scope.world.zone));
}

function namesIn(language: string): CalendarNames {
  const code = language === "fr" || language === "rw" ? language : "en";
  const list = (text: string): string[] => text.replace("≈", "").split(" ");
  return { months: list(calendarNames.months[code]), days: list(calendarNames.days[code]) };
}

function format(args: Arguments, scope: Scope): string {
  const moment = momentAt(args, scope);
  return moment === null ? "" : formatMoment(moment, args.text(1), namesIn(scope.world.language));
}

/** Fraction of the day, by the clock of the place: noon is 0.5. */
function decimalTime(args: Arguments, scope: Scope): number {
  const time = timeOf(args.text(0).trim());
  if (time === null) return Number.NaN;
  const shift = time.offset === null ? 0 : scope.world.zone.minutesAhead - time.offset;
  const minutes = time.hour * 60 + time.minute + shift + (time.second + time.millisecond / 1000) / 60;
  return (((minutes / 1440) % 1) + 1) % 1;
}

/** Functions whose source is the date and time table of the ODK XForms specification. A text that is no date gives the empty text. */
export const clockFunctions: Readonly<Record<string, ExpressionFunction>> = {
  today: define(0, 0, (_, scope) => scope.world.now.slice(0, 10)),
  now: define(0, 0, (_, scope) => scope.world.now),
  date: define(1, 1, (args, scope) => {
    const moment = momentAt(args, scope);
    return moment === null ? "" : dateText(moment);
  }),
  "date-time": define(1, 1, (args, scope) => {
    const moment = momentAt(args, scope);
    return moment === null ? "" : dateTimeText(moment, scope.world.zone);
  }),
  "decimal-date-time": define(1, 1, (args) => args.number(0)),
  "decimal-time": define(1, 1, decimalTime),
  "format-date": define(2, 2, format),
  "format-date-time": define(2, 2, format),
};
