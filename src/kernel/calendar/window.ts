/** Places the recurring windows of a year (budget weeks, commemoration, examinations) on dates and finds clashes with a plan. */
import type { Calendar, Window } from "./calendar.ts";
import { dayFrom, lastDateOf, yearOf } from "./day.ts";
import type { Day } from "./day.ts";

/** One year's turn of a window. */
export interface WindowTurn {
  readonly window: Window;
  readonly start: Day;
  readonly end: Day;
}

function dayIn(year: number, { month, date }: { month: number; date: number }): Day {
  return dayFrom(year, month, Math.min(date, lastDateOf(year, month)));
}

function turnIn(window: Window, year: number): WindowTurn {
  const start = dayIn(year, window.from);
  const sameYear = dayIn(year, window.to);
  return { window, start, end: sameYear < start ? dayIn(year + 1, window.to) : sameYear };
}

/** All turns of windows that touch the days from `from` to `to`, earliest first. */
export function windowsBetween(calendar: Calendar, from: Day, to: Day): readonly WindowTurn[] {
  const turns: WindowTurn[] = [];
  for (let year = yearOf(from) - 1; year <= yearOf(to); year += 1) {
    for (const window of calendar.windows) {
      const turn = turnIn(window, year);
      if (turn.start <= to && from <= turn.end) turns.push(turn);
    }
  }
  return turns.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** The windows to avoid that an event on these days would run into. */
export function clashesWith(calendar: Calendar, from: Day, to: Day): readonly WindowTurn[] {
  return windowsBetween(calendar, from, to).filter(({ window }) => window.use === "avoid");
}
