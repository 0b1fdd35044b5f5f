/** What the post owes as a calendar file (RFC 5545), for the phone's own calendar. */
import ical, { ICalCalendarMethod } from "ical-generator";
import type { Duty } from "#kernel/access/module.ts";
import { addDays } from "#kernel/calendar/day.ts";
import type { Say } from "#platform/i18n/text.ts";

/** A calendar with one all-day event for each duty. `origin` makes the links whole; `now` stamps the events. */
export function calendarOf(
  duties: readonly Duty[],
  told: { readonly say: Say; readonly name: string; readonly origin: string; readonly now: Date },
): string {
  const calendar = ical({ name: told.name, prodId: { company: "Inteko", product: "Inteko" }, method: ICalCalendarMethod.PUBLISH });
  for (const duty of duties)
    calendar.createEvent({
      id: `${duty.key}@inteko`,
      start: duty.due,
      end: addDays(duty.due, 1),
      allDay: true,
      stamp: told.now,
      summary: told.say(duty.title.text, duty.title.values),
      description: duty.why === undefined ? undefined : told.say(duty.why.text, duty.why.values),
      url: told.origin + duty.href,
    });
  // Every line of a calendar ends in CRLF, the last one too (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`;
}
