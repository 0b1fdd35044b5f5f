/** Whether the days of a line clash with the year: windows to avoid, holidays, and other lines for the same people. Pure. */
import type { Calendar } from "#kernel/calendar/calendar.ts";
import { holidayOn, isWorkingDay } from "#kernel/calendar/calendar.ts";
import { addDays, daysBetween, type Day } from "#kernel/calendar/day.ts";
import { windowsBetween } from "#kernel/calendar/window.ts";
import type { Text } from "#platform/i18n/text.ts";

/** A clash. `refused`: these days cannot be taken; else they can, when somebody writes why. */
export type Clash =
  | {
      readonly kind: "window";
      readonly names: Text;
      readonly from: Day;
      readonly to: Day;
      readonly unconfirmed: boolean;
      readonly refused: boolean;
    }
  | { readonly kind: "holiday"; readonly names: Text; readonly day: Day; readonly refused: false }
  | { readonly kind: "no_working_day"; readonly refused: true }
  | {
      readonly kind: "same_people";
      readonly line: string;
      readonly number: number;
      readonly title: string;
      readonly groups: readonly string[];
      readonly refused: false;
    };

/** What is looked at of a line. */
export interface Dated {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly groups: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Longer than so many days, a line runs beside other work: only its first and last day are looked at. */
export function isLong(from: Day, to: Day, longest: number): boolean {
  return daysBetween(from, to) + 1 > longest;
}

const touches = (a: { from: Day; to: Day }, b: { from: Day; to: Day }): boolean => a.from <= b.to && b.from <= a.to;

function windows(calendar: Calendar, stretch: { from: Day; to: Day }): Clash[] {
  return windowsBetween(calendar, stretch.from, stretch.to)
    .filter(({ window }) => window.use === "avoid")
    .map(({ window, start, end }) => ({
      kind: "window",
      names: window.names,
      from: start,
      to: end,
      unconfirmed: window.unconfirmed,
      // A window whose dates are only expected may move; one that is certain may not be crossed.
      refused: !window.unconfirmed,
    }));
}

function days(calendar: Calendar, { from, to }: { from: Day; to: Day }): Clash[] {
  const clashes: Clash[] = [];
  let worked = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) worked++;
    const holiday = holidayOn(calendar, day);
    if (holiday !== undefined) clashes.push({ kind: "holiday", names: holiday.names, day, refused: false });
  }
  return worked === 0 ? [{ kind: "no_working_day", refused: true }, ...clashes] : clashes;
}

/**
 * The clashes of a line, refusals first. `others` are the other lines of the plan; a line without days clashes with nothing.
 * `longest` is the number of days up to which every day of a line is looked at.
 */
export function clashesOf(calendar: Calendar, line: Dated, others: readonly Dated[], longest: number): readonly Clash[] {
  const { from, to } = line;
  if (from === null || to === null || to < from) return [];
  const long = isLong(from, to, longest);
  const stretches = long
    ? [
        { from, to: from },
        { from: to, to },
      ]
    : [{ from, to }];
  const found = stretches.flatMap((stretch) => [...windows(calendar, stretch), ...(long ? [] : days(calendar, stretch))]);
  const people = long
    ? []
    : others.flatMap((other): Clash[] => {
        if (other.id === line.id || other.from === null || other.to === null) return [];
        if (isLong(other.from, other.to, longest) || !touches({ from, to }, { from: other.from, to: other.to })) return [];
        const groups = other.groups.filter((group) => line.groups.includes(group));
        return groups.length === 0
          ? []
          : [{ kind: "same_people", line: other.id, number: other.number, title: other.title, groups, refused: false }];
      });
  return [...found, ...people].sort((a, b) => Number(b.refused) - Number(a.refused));
}
