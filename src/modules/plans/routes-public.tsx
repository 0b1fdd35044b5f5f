/** The public calendar: a page, iCalendar, JSON and a drawing, without account. */
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { askOf, listed, listedFile } from "#kernel/access/list.ts";
import { page, type Asked, type Route } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { addDays, addMonths, type Day } from "#kernel/calendar/day.ts";
import { isId } from "#platform/db/ids.ts";
import { formatAsked } from "#platform/http/list-file.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { asked } from "#kernel/access/asked.ts";
import { EVENTS, questionOf } from "./list-calendar.ts";
import { paths } from "./paths.ts";
import { aboutYear, YearSvg, type YearProps } from "./picture.tsx";
import { countEvents, publicEvents, publicYears, type PublicEvent } from "./queries-public.ts";
import { lineReference } from "./rules.ts";
import { CalendarView } from "./views/calendar.tsx";
import { groupNames, nameOf } from "#kernel/pack/shown.ts";
import { regionName } from "./views/common.tsx";
import { w } from "./words-form.ts";
import { p } from "./problems.ts";

type Visit = Asked<any, Actor | null>;
/** More events than any plan holds: feeds are not paged. */
const ALL = 2000;

async function yearProps(r: Visit, years: readonly Day[]): Promise<YearProps | null> {
  const start = years.find((year) => year === asked(r, "year")) ?? years.find((year) => year <= r.today) ?? years[0];
  if (start === undefined) return null;
  const events = await publicEvents(r.db, { year: start }, { offset: 0, limit: ALL });
  return {
    say: r.say,
    language: r.language,
    pack: r.pack,
    fiscalYearStart: start,
    source: r.say(w.calendarSource),
    today: r.today,
    svgHref: `${paths.calendarPicture}?year=${start}&lang=${r.language}`,
    lines: events.map((event) => ({
      title: event.title,
      number: lineReference(event.number),
      from: event.from,
      to: event.to,
      places: event.places,
      done: event.to < r.today,
      href: null,
      kind: [event.modality, event.domain, ...event.groups].join(" "),
    })),
  };
}

async function calendar(r: Visit): Promise<Reply> {
  return show(
    <CalendarView
      shell={r.shell}
      list={await listed(r, EVENTS)}
      ahead={await countEvents(r.db, { since: r.today })}
      year={await yearProps(r, await publicYears(r.db))}
    />,
  );
}

async function picture(r: Visit): Promise<Reply> {
  const props = await yearProps(r, await publicYears(r.db));
  if (props === null) throw new Problem(p.noPlan);
  return download(`calendar-${props.fiscalYearStart}.svg`, "image/svg+xml", svgFile(r.say, aboutYear(props), <YearSvg {...props} />), 300);
}

/** The list as JSON, CSV or workbook; the address without a format gives JSON, for programs. */
const data = (r: Visit): Promise<Reply> => listedFile(r, EVENTS, formatAsked(r.query) ?? "json");

/** Events as all-day entries (RFC 5545). The id stays the same through every change, so that a subscribed calendar moves them. */
function feedOf(r: Visit, events: readonly PublicEvent[]): string {
  const feed = ical({
    name: r.say(w.calendarTitle),
    prodId: { company: "Inteko", product: "Inteko" },
    method: ICalCalendarMethod.PUBLISH,
    url: r.origin + paths.feed,
  });
  for (const event of events)
    feed.createEvent({
      id: `plan-line-${event.id}@inteko`,
      start: event.from,
      end: addDays(event.to, 1),
      allDay: true,
      stamp: event.recordedAt,
      status: ICalEventStatus.CONFIRMED,
      summary: event.title,
      location: [event.venue, regionName(r.say, r.pack, event.region)].filter((text) => text !== null && text !== "").join(", ") || null,
      description: `${nameOf(r.say, r.pack, "modality", event.modality)}. ${groupNames(r.say, r.pack, event.groups)}.`,
      url: r.origin + paths.calendar,
    });
  // Every line of a calendar ends in CRLF, the last one too (RFC 5545, 3.1).
  return `${feed.toString()}\r\n`;
}

async function feed(r: Visit): Promise<Reply> {
  const since = addMonths(r.today, -12);
  const events = await publicEvents(r.db, { ...questionOf(r, (await askOf(r, EVENTS)).filter), since }, { offset: 0, limit: ALL });
  return download("calendar.ics", "text/calendar; charset=utf-8", feedOf(r, events), 300);
}

async function event(r: Visit): Promise<Reply> {
  const id = (r.params["file"] ?? "").replace(/\.ics$/, "");
  const events = isId(id) ? await publicEvents(r.db, { ids: [id] }, { offset: 0, limit: 1 }) : [];
  if (events.length === 0) throw new Problem(p.noLine);
  return download(`${id}.ics`, "text/calendar; charset=utf-8", feedOf(r, events));
}

export const publicRoutes: readonly Route[] = [
  page(paths.calendar, "public", calendar),
  page(paths.calendarPicture, "public", picture),
  page(paths.feed, "public", feed),
  page(paths.data, "public", data),
  page("/calendar/:file", "public", event),
];
