/** The public calendar: a page, iCalendar, JSON and a drawing, without account. */
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { page, type Asked, type Route } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { addDays, addMonths, type Day } from "#kernel/calendar/day.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { isId } from "#platform/db/ids.ts";
import { fileLinks, listFile, type ListColumn } from "#platform/http/list-file.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { fiscalYearLabel } from "#platform/ui/format.ts";
import { asked, hrefWith } from "#kernel/access/asked.ts";
import { paths } from "./paths.ts";
import { aboutYear, YearSvg, type YearProps } from "./picture.tsx";
import { countEvents, publicEvents, publicYears, type EventQuestion, type PublicEvent } from "./queries-public.ts";
import { lineReference } from "./rules.ts";
import { CalendarView } from "./views/calendar.tsx";
import { groupNames, nameOf } from "#kernel/pack/shown.ts";
import { regionName, regionsOf } from "./views/common.tsx";
import { w } from "./words-form.ts";
import { w as lineWords } from "./words-line.ts";
import { p } from "./problems.ts";

type Visit = Asked<any, Actor | null>;
/** Events on one page: on a phone each takes the height of a hand. */
const EVENTS = 20;
/** More events than any plan holds: feeds are not paged. */
const ALL = 2000;

const labelOf = (start: Day): string => fiscalYearLabel({ from: start, to: addDays(addMonths(start, 12), -1) });

/** What the address asks for; events from today on unless it names a year. */
function questionOf(r: Visit, years: readonly Day[]): EventQuestion {
  const year = years.find((one) => one === asked(r, "year"));
  return {
    ...(year === undefined ? { since: r.today } : { year }),
    group: asked(r, "group"),
    domain: asked(r, "domain"),
    region: asked(r, "region"),
  };
}

function filtersOf(r: Visit, years: readonly Day[], total: number) {
  const any = { value: "", text: r.say(lineWords.any) };
  return {
    action: paths.calendar,
    result: r.say(w.events, { total }),
    ...(["year", "group", "domain", "region"].some((name) => asked(r, name) !== null) && { clearHref: paths.calendar }),
    fields: [
      {
        name: "year",
        label: r.say(w.period),
        value: asked(r, "year") ?? "",
        options: [
          { value: "", text: r.say(w.ahead) },
          ...years.map((year) => ({ value: year, text: r.say(w.wholeYear, { year: labelOf(year) }) })),
        ],
      },
      {
        name: "group",
        label: r.say(w.forWhom),
        value: asked(r, "group") ?? "",
        options: [any, ...r.pack.groups.map((group) => ({ value: group.code, text: r.say(group.names) }))],
      },
      {
        name: "domain",
        label: r.say(lineWords.domain),
        value: asked(r, "domain") ?? "",
        options: [any, ...codesOf(r.pack, "capacity_domain").map((code) => ({ value: code.code, text: r.say(code.names) }))],
      },
      {
        name: "region",
        label: r.say(lineWords.region),
        value: asked(r, "region") ?? "",
        options: [any, ...regionsOf(r.pack).map((unit) => ({ value: unit.code, text: r.say(unit.names) }))],
      },
    ],
  };
}

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
  const years = await publicYears(r.db);
  const ask = questionOf(r, years);
  const total = await countEvents(r.db, ask);
  const last = Math.max(1, Math.ceil(total / EVENTS));
  const current = Math.max(1, Math.min(last, Math.trunc(Number(r.query.get("page") ?? 1)) || 1));
  const search = new URL(hrefWith(r, { page: null }), r.url).searchParams;
  const file = (format: string): string => {
    search.set("format", format);
    return `${paths.data}?${search}`;
  };
  return show(
    <CalendarView
      shell={r.shell}
      events={await publicEvents(r.db, ask, { offset: (current - 1) * EVENTS, limit: EVENTS })}
      ahead={await countEvents(r.db, { since: r.today })}
      filters={filtersOf(r, years, total)}
      pages={{ current, last, href: (number) => hrefWith(r, { page: number === 1 ? null : String(number) }) }}
      downloads={fileLinks(file, ["csv", "xlsx", "json"])}
      year={await yearProps(r, years)}
    />,
  );
}

async function picture(r: Visit): Promise<Reply> {
  const props = await yearProps(r, await publicYears(r.db));
  if (props === null) throw new Problem(p.noPlan);
  return download(`calendar-${props.fiscalYearStart}.svg`, "image/svg+xml", svgFile(r.say, aboutYear(props), <YearSvg {...props} />), 300);
}

const COLUMNS = (r: Visit): ListColumn<PublicEvent>[] => [
  { name: "id", cell: (event) => event.id },
  { name: "title", head: w.event, cell: (event) => event.title },
  { name: "language", cell: (event) => event.language },
  { name: "from", head: lineWords.from, kind: { kind: "date" }, cell: (event) => event.from },
  { name: "to", head: lineWords.to, kind: { kind: "date" }, cell: (event) => event.to },
  { name: "modality", head: lineWords.modality, cell: (event) => nameOf(r.say, r.pack, "modality", event.modality) },
  { name: "groups", head: w.forWhom, cell: (event) => groupNames(r.say, r.pack, event.groups) },
  {
    name: "domain",
    head: lineWords.domain,
    cell: (event) => (event.domain === null ? null : nameOf(r.say, r.pack, "capacity_domain", event.domain)),
  },
  { name: "region", head: lineWords.region, cell: (event) => regionName(r.say, r.pack, event.region) },
  { name: "places", head: lineWords.places, kind: { kind: "integer" }, cell: (event) => event.places },
  { name: "plan", cell: (event) => event.planTitle },
];

/** The list as JSON, CSV or workbook; the address without a format gives JSON, for programs. */
async function data(r: Visit): Promise<Reply> {
  const rows = await publicEvents(r.db, questionOf(r, await publicYears(r.db)), { offset: 0, limit: ALL });
  const format = r.query.get("format");
  return listFile(
    r,
    { name: "calendar", sheet: r.say(w.calendar), columns: COLUMNS(r), rows, cacheSeconds: 300 },
    format === "csv" || format === "xlsx" ? format : "json",
  );
}

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
  const events = await publicEvents(r.db, { ...questionOf(r, await publicYears(r.db)), since }, { offset: 0, limit: ALL });
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
