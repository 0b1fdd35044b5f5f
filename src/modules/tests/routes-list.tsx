/** The list of sessions with tests, filtered and as a file. */
import { within, type Request } from "#kernel/access/asked.ts";
import { choiceFilter, listed, listedFile, recordFilter, type FilterAsked, type List } from "#kernel/access/list.ts";
import { page, type Route } from "#kernel/access/route.ts";
import { fiscalYearAfter, fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { publishedCourses } from "#modules/courses";
import type { ListColumn } from "#platform/http/list-file.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { sessionsWithTests, SORTS, summariesOf, type ListQuestion, type SessionSummary } from "./list.ts";
import { paths } from "./paths.ts";
import { verbs } from "./rules.ts";
import { ListView } from "./views/list.tsx";
import { w } from "./words.ts";

const YEARS = 3;

const yearsOf = (r: Pick<Request, "pack" | "today">) => {
  const now = fiscalYearOf(r.pack.calendar, r.today);
  return Array.from({ length: YEARS }, (_, back) => fiscalYearAfter(r.pack.calendar, now, -back));
};

const FILTERS = {
  course: recordFilter<Request>(
    async (r) => (await publishedCourses(r.db, r.pack)).map((one) => ({ value: one.id, text: r.say(one.title) })),
    {
      label: w.course,
      any: w.anyCourse,
    },
  ),
  year: choiceFilter((r) => yearsOf(r).map((one) => ({ value: one.start, text: one.label })), { label: w.year, any: w.anyYear }),
};

function sessionsAsked(r: Request, filter: FilterAsked<typeof FILTERS>): Pick<ListQuestion, "course" | "from" | "to"> {
  const year = yearsOf(r).find((one) => one.start === filter.year);
  return { course: filter.course, from: year?.start ?? null, to: year?.end ?? null };
}

const share = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(3)));
const DECIMAL = { kind: "decimal", places: 3 } as const;
const INTEGER = { kind: "integer" } as const;

const COLUMNS: readonly ListColumn<SessionSummary>[] = [
  { name: "reference", cell: (row) => row.session.reference },
  { name: "session", head: w.session, cell: (row) => row.session.title },
  { name: "from", cell: (row) => row.session.from },
  { name: "to", head: w.when, cell: (row) => row.session.to },
  { name: "sat_both", head: w.sat, kind: INTEGER, cell: (row) => row.both },
  { name: "pre", head: w.before, kind: DECIMAL, cell: (row) => share(row.pre) },
  { name: "post", head: w.after, kind: DECIMAL, cell: (row) => share(row.post) },
  { name: "gain", head: w.gain, kind: DECIMAL, cell: (row) => share(row.gain) },
  { name: "passed", head: w.passedShare, kind: DECIMAL, cell: (row) => share(row.passed) },
  { name: "evaluation", head: w.evaluation, kind: DECIMAL, cell: (row) => share(row.satisfaction) },
  { name: "evaluations", kind: INTEGER, cell: (row) => row.answers },
  { name: "id", cell: (row) => row.session.id },
];

const LIST: List<Request, typeof FILTERS, SessionSummary, (typeof SORTS)[number]> = {
  name: "tests",
  path: () => paths.tests,
  file: () => paths.files,
  filters: FILTERS,
  sorts: SORTS,
  first: () => ({ sort: "when", descending: true }),
  rows: async (r, { filter, ...order }, { offset, limit }) => {
    const sessions = await sessionsWithTests(r.db, { ...sessionsAsked(r, filter), ...order });
    return { rows: await summariesOf(r.db, sessions.slice(offset, offset + limit), r.today), total: sessions.length };
  },
  result: (r, count) => r.say(w.listResult, { count }),
  columns: () => COLUMNS,
  sheet: w.module,
};

/** The list compares classes of everywhere; whoever reads only her own people goes through a session. */
async function ofAll(r: Request, answer: () => Promise<Reply>): Promise<Reply> {
  return (await within(r, verbs.read)) === "all" ? answer() : go(paths.mine);
}

export const listRoutes: readonly Route[] = [
  page(paths.tests, verbs.read, (r: Request) => ofAll(r, async () => show(<ListView shell={r.shell} list={await listed(r, LIST)} />))),
  page(paths.files, verbs.read, (r: Request) => ofAll(r, () => listedFile(r, LIST))),
];
