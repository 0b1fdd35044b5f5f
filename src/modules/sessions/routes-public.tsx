/** The public list of sessions, its files and its calendar. */
import type { Visit } from "#kernel/access/asked.ts";
import { choiceFilter, codeFilter, listed, listedFile, type List } from "#kernel/access/list.ts";
import { page, type Route } from "#kernel/access/route.ts";
import { addDays } from "#kernel/calendar/day.ts";
import { optionsOf } from "#kernel/pack/shown.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { calendarOf, CALENDAR } from "./events.ts";
import { sessionFlow } from "./flows.ts";
import { paths } from "./paths.ts";
import { publicSessions, type PublicSession } from "./public-sessions.ts";
import { PublicView } from "./views/public.tsx";
import { w } from "./words-invitation.ts";
import { w as data } from "./words-records.ts";

const FILTERS = {
  when: codeFilter(["held"], { label: w.when_filter, any: w.coming, text: (_, r) => r.say(w.held) }),
  domain: choiceFilter((r) => optionsOf(r.say, r.pack, "capacity_domain"), { label: w.field, any: w.anyField }),
  group: choiceFilter((r) => r.pack.groups.map((group) => ({ value: group.code, text: r.say(group.names) })), {
    label: w.group,
    any: w.anyGroup,
  }),
};

const LIST: List<Visit, typeof FILTERS, PublicSession, "when"> = {
  name: "training-sessions",
  path: () => paths.public,
  file: () => paths.publicFile,
  filters: FILTERS,
  sorts: ["when"],
  first: ({ when }) => ({ sort: "when", descending: when === "held" }),
  rows: (r, { filter: { when, domain, group }, descending }, part) => {
    const period = when === "held" ? { to: addDays(r.today, -1) } : { from: r.today };
    return publicSessions(r.db, { ...period, domain, group, descending, language: r.language, ...part }, r.today);
  },
  result: (r, total) => r.say(w.publicResult, { total }),
  columns: (r) => [
    { name: "reference", head: data.dataReference, cell: (row) => row.reference },
    { name: "title", head: data.dataTitle, cell: (row) => row.title },
    { name: "first_day", head: data.dataFrom, kind: { kind: "date" }, cell: (row) => row.from },
    { name: "last_day", head: data.dataTo, kind: { kind: "date" }, cell: (row) => row.to },
    { name: "mode", head: data.dataMode, cell: (row) => row.mode },
    { name: "region", head: data.dataRegion, cell: (row) => row.region },
    { name: "state", head: data.dataState, cell: (row) => r.say(sessionFlow.states[row.state].title) },
    { name: "places", head: data.dataPlaces, kind: { kind: "integer" }, cell: (row) => row.places },
    { name: "attended", head: data.dataAttended, kind: { kind: "integer" }, cell: (row) => row.attended },
    { name: "women", head: data.dataWomen, kind: { kind: "integer" }, cell: (row) => row.women },
  ],
};

async function publicFeed(r: Visit): Promise<Reply> {
  const { rows } = await publicSessions(r.db, { from: addDays(r.today, -30), limit: 500, offset: 0 }, r.today);
  const events = rows.map((row) => ({
    id: row.id,
    title: row.title,
    from: row.from,
    to: row.to,
    place: row.region,
    cancelled: false,
    url: r.origin + paths.public,
  }));
  return download("training-calendar.ics", CALENDAR, calendarOf(r.say(w.publicTitle), events, r.now), 300);
}

export const publicRoutes: readonly Route[] = [
  page(paths.publicFile, "public", async (r: Visit) => ({ ...(await listedFile(r, LIST)), cacheSeconds: 300 })),
  page(paths.publicFeed, "public", publicFeed),
  page(paths.public, "public", async (r: Visit) => show(<PublicView shell={r.shell} list={await listed(r, LIST)} />)),
];
