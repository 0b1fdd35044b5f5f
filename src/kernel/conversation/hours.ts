/** Quiet hours: when the next message may leave. */
import { addDays, dayOf, startOfDay } from "#kernel/calendar/day.ts";

/** The hours of the day in which people may be written to, from the first until before the second, in the association's time. */
export interface Hours {
  readonly from: number;
  readonly until: number;
}

const HOUR = 3_600_000;

/** The hour of the day at an instant, with its fraction, in a time zone. */
export function hourOf(now: Date, timeZone: string): number {
  return (now.getTime() - startOfDay(dayOf(now, timeZone), timeZone).getTime()) / HOUR;
}

/** `now`, when people may be written to now; else the next moment when they may. */
export function allowedFrom(now: Date, hours: Hours, timeZone: string): Date {
  const hour = hourOf(now, timeZone);
  if (hour >= hours.from && hour < hours.until) return now;
  const day = dayOf(now, timeZone);
  const start = startOfDay(hour < hours.from ? day : addDays(day, 1), timeZone);
  return new Date(start.getTime() + hours.from * HOUR);
}
