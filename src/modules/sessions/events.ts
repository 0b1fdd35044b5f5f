/** Sessions as calendar files (RFC 5545), for the phone's own calendar. */
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { addDays, type Day } from "#kernel/calendar/day.ts";

/** What stands in a calendar. */
export interface Event {
  readonly id: string;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  readonly place: string | null;
  readonly cancelled: boolean;
  readonly url: string;
  readonly description?: string;
}

/** A calendar file. `now` stamps its events, so that the same list gives the same file. */
export function calendarOf(name: string, events: readonly Event[], now: Date): string {
  const calendar = ical({ name, prodId: { company: "Inteko", product: "Inteko" }, method: ICalCalendarMethod.PUBLISH });
  for (const event of events)
    calendar.createEvent({
      id: `${event.id}@inteko`,
      start: event.from,
      end: addDays(event.to, 1),
      allDay: true,
      stamp: now,
      summary: event.title,
      location: event.place ?? undefined,
      description: event.description,
      url: event.url,
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  // Every line of a calendar ends in CRLF, the last one too (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`;
}

/** The media type of a calendar file. */
export const CALENDAR = "text/calendar; charset=utf-8";
