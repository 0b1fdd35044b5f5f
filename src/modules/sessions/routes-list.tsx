/** The list of sessions, its files, the calendar, and a person's own sessions. */
import { sql } from "kysely";
import { nameIn } from "#kernel/registry/organisations.ts";
import { page, type Route } from "#kernel/access/route.ts";
import { addDays, addMonths, isDay, lastDateOf, monthOf, yearOf, dayFrom, type Day } from "#kernel/calendar/day.ts";
import { isWorkingDay } from "#kernel/calendar/calendar.ts";
import { publishedCourses } from "#modules/courses";
import { addressOf } from "#platform/http/address.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import type { Option } from "#platform/ui/forms.tsx";
import { asked, may, type Request } from "#kernel/access/asked.ts";
import { codeFilter, dayFilter, listed, listedFile, recordFilter, wordsFilter, type List } from "#kernel/access/list.ts";
import { calendarOf, CALENDAR } from "./events.ts";
import { SESSION_STATES, sessionFlow, SEATED } from "./flows.ts";
import { paths } from "./paths.ts";
import { enrolmentsOfPerson, sessionsByIds } from "./public.ts";
import { listSessions, OPEN_SESSION, SESSION_SORTS, type SessionFilter, type SessionRow, type SessionSort } from "./queries.ts";
import { verbs } from "./rules.ts";
import { CalendarView, SessionsView } from "./views/list.tsx";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { aboutStrip, StripSvg, type StripProps } from "./views/strip.tsx";
import { MODES } from "./views/common.tsx";
import { MineView } from "./views/people.tsx";
import { w } from "./words-pages.ts";

const MODE_CODES = ["physical", "online", "hybrid"] as const;

/** The regions that members lie in, for the filter. */
async function regionsOf(r: Request): Promise<readonly Option[]> {
  const { rows } = await sql<Option>`
    select distinct s.region as value, ${nameIn("o", r.language)} as text from sessions.session s
    join registry.governs g on g.territory = s.region and g.to_day is null join registry.organisation o on o.id = g.organisation order by 2`.execute(
    r.db,
  );
  return rows;
}

/** The courses of the catalogue, for the filter. */
async function coursesOffered(r: Request): Promise<readonly Option[]> {
  return (await publishedCourses(r.db, r.pack)).map((course) => ({ value: course.id, text: r.say(course.title) }));
}

const STATES = ["coming", "past", ...SESSION_STATES] as const;

const FILTERS = {
  words: wordsFilter({ label: w.words }),
  state: codeFilter(STATES, {
    label: w.state,
    any: w.anyState,
    text: (state, r) => r.say(state === "coming" ? w.coming : state === "past" ? w.past : sessionFlow.states[state].title),
  }),
  course: recordFilter(coursesOffered, { label: w.course, any: w.anyCourse }),
  region: recordFilter(regionsOf, { label: w.region, any: w.anyRegion }),
  mode: codeFilter(MODE_CODES, { label: w.mode, any: w.anyMode, folded: true, text: (mode, r) => r.say(MODES[mode]) }),
  from: dayFilter({ label: w.from, folded: true }),
  to: dayFilter({ label: w.to, folded: true }),
};

const LIST: List<Request, typeof FILTERS, SessionRow, SessionSort> = {
  name: "sessions",
  path: () => paths.sessions,
  file: () => paths.files,
  filters: FILTERS,
  sorts: SESSION_SORTS,
  first: ({ state }) => ({ sort: "day", descending: state !== "coming" }),
  rows: (r, { filter, ...order }, part) =>
    listSessions(r.db, { actor: r.actor, today: r.today }, filter, { ...order, ...part, language: r.language }),
  result: (r, total) => r.say(w.result, { total }),
  columns: (r) => [
    { name: "reference", cell: (row) => row.reference },
    { name: "title", head: w.session, cell: (row) => row.title },
    { name: "first_day", head: w.from, kind: { kind: "date" }, cell: (row) => row.from },
    { name: "last_day", head: w.to, kind: { kind: "date" }, cell: (row) => row.to },
    { name: "place", head: w.place, cell: (row) => row.place },
    { name: "region", head: w.region, cell: (row) => row.province },
    { name: "mode", head: w.mode, cell: (row) => r.say(MODES[row.mode]) },
    { name: "state", head: w.state, cell: (row) => r.say(sessionFlow.states[row.state].title) },
    { name: "places", cell: (row) => row.places, kind: { kind: "integer" } },
    { name: "named", head: w.named, cell: (row) => row.named, kind: { kind: "integer" } },
    { name: "attended", head: w.attended, cell: (row) => row.attended, kind: { kind: "integer" } },
    { name: "women", cell: (row) => row.women, kind: { kind: "integer" } },
    { name: "trainers", head: w.trainers, cell: (row) => row.trainers },
  ],
};

async function list(r: Request): Promise<Reply> {
  return show(<SessionsView shell={r.shell} list={await listed(r, LIST)} mayPlan={may(r, verbs.run)} />);
}

const EMPTY: SessionFilter = { state: null, course: null, region: null, mode: null, from: null, to: null, words: null };

/** The first and last day of the month or quarter that the address asks for. */
function periodOf(r: Request): { readonly from: Day; readonly to: Day; readonly span: "month" | "quarter" } {
  const span = asked(r, "span") === "month" ? "month" : "quarter";
  const wanted = asked(r, "from") ?? "";
  const start = isDay(wanted) ? wanted : r.today;
  const from = dayFrom(yearOf(start), monthOf(start), 1);
  const last = addMonths(from, span === "month" ? 0 : 2);
  return { from, to: dayFrom(yearOf(last), monthOf(last), lastDateOf(yearOf(last), monthOf(last))), span };
}

/** The sessions of a period as the drawing needs them. */
async function stripOf(r: Request): Promise<StripProps> {
  const { from, to } = periodOf(r);
  const seen = { actor: r.actor, today: r.today };
  const { rows } = await listSessions(
    r.db,
    seen,
    { ...EMPTY, from, to },
    { sort: "day", descending: false, offset: 0, limit: 120, language: r.language },
  );
  const free: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (!isWorkingDay(r.pack.calendar, day)) free.push(day);
  return { shell: r.shell, rows, from, to, today: r.today, holidays: free };
}

async function calendar(r: Request): Promise<Reply> {
  const { from, span } = periodOf(r);
  const step = span === "month" ? 1 : 3;
  const at = (start: Day, other: "month" | "quarter"): string => addressOf(paths.calendar, { from: start, span: other });
  return show(
    <CalendarView
      {...await stripOf(r)}
      span={span}
      earlier={at(addMonths(from, -step), span)}
      later={at(addMonths(from, step), span)}
      other={at(from, span === "month" ? "quarter" : "month")}
      drawing={addressOf(paths.drawing, { from, span })}
    />,
  );
}

async function drawing(r: Request): Promise<Reply> {
  const strip = await stripOf(r);
  return download("calendar.svg", "image/svg+xml", svgFile(r.say, aboutStrip(strip), <StripSvg {...strip} />));
}

async function feed(r: Request): Promise<Reply> {
  const seen = { actor: r.actor, today: r.today };
  const filter = { ...EMPTY, from: addDays(r.today, -30) };
  const { rows } = await listSessions(r.db, seen, filter, { sort: "day", descending: false, offset: 0, limit: 500 });
  const events = rows.map((row) => ({
    id: row.id,
    title: row.title,
    from: row.from,
    to: row.to,
    place: row.place,
    cancelled: row.state === "cancelled",
    url: r.origin + paths.session(row.id),
  }));
  return download("sessions.ics", CALENDAR, calendarOf(r.say(w.sessions), events, r.now));
}

async function mine(r: Request): Promise<Reply> {
  const own = (await enrolmentsOfPerson(r.db, r.actor.person)).filter(
    (row) => (SEATED as readonly string[]).includes(row.state) || row.state === "declined",
  );
  const sessions = await sessionsByIds(
    r.db,
    own.map((row) => row.session),
  );
  const tokens = await r.db
    .selectFrom("sessions.enrolment")
    .select(["id", "token"])
    .where("id", "in", [...own.map((row) => row.id), "00000000-0000-0000-0000-000000000000"])
    .execute();
  const token = new Map(tokens.map((row: { id: string; token: string }) => [row.id, row.token]));
  return show(
    <MineView
      shell={r.shell}
      rows={own.flatMap((enrolment) => {
        const session = sessions.get(enrolment.session);
        if (session === undefined) return [];
        const open = ["invited", "confirmed", "declined"].includes(enrolment.state) && OPEN_SESSION.includes(session.state);
        return [{ enrolment, session, answerHref: open ? paths.invitation(token.get(enrolment.id) ?? "") : null }];
      })}
    />,
  );
}

export const listRoutes: readonly Route[] = [
  page(paths.sessions, verbs.read, list),
  page(paths.files, verbs.read, (r: Request) => listedFile(r, LIST)),
  page(paths.calendar, verbs.read, calendar),
  page(paths.drawing, verbs.read, drawing),
  page(paths.feed, verbs.read, feed),
  page(paths.mine, "signed-in", mine),
];
