/** The list of sessions with tests, filtered and as a file. */
import { page, type Route } from "#kernel/access/route.ts";
import { organisationsFor } from "#kernel/access/verb.ts";
import { fiscalYearAfter, fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { publishedCourses } from "#modules/courses";
import { isId } from "#platform/db/ids.ts";
import { changedQuery, pageAsked } from "#platform/http/address.ts";
import { fileLinks, FORMATS, inPages, listFile, type ListColumn } from "#platform/http/list-file.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import type { Request } from "./ask.ts";
import { sessionsWithTests, summariesOf, type ListQuestion, type SessionSummary } from "./list.ts";
import { paths } from "./paths.ts";
import { verbs } from "./rules.ts";
import { ListView } from "./views/list.tsx";
import { w } from "./words.ts";

const PAGE = 25;
const YEARS = 3;

const yearsOf = (r: Request) => {
  const now = fiscalYearOf(r.pack.calendar, r.today);
  return Array.from({ length: YEARS }, (_, back) => fiscalYearAfter(r.pack.calendar, now, -back));
};

function questionOf(r: Request): ListQuestion {
  const course = r.query.get("course") ?? undefined;
  const year = yearsOf(r).find((one) => one.start === r.query.get("year"));
  return { course: isId(course) ? course : null, from: year?.start ?? null, to: year?.end ?? null };
}

async function list(r: Request): Promise<Reply> {
  // The list compares classes of everywhere; whoever reads only her own people goes through a session.
  if ((await organisationsFor(r.db, r.actor, verbs.read, r.today)) !== "all") return go(paths.mine);
  const ask = questionOf(r);
  const sessions = await sessionsWithTests(r.db, ask);
  const last = Math.max(1, Math.ceil(sessions.length / PAGE));
  const current = pageAsked(r.query, last);
  const courses = await publishedCourses(r.db, r.pack);
  const href = (changes: Readonly<Record<string, string | number | null>>, path: string = paths.tests): string =>
    changedQuery(path, r.query, changes);
  return show(
    <ListView
      shell={r.shell}
      rows={await summariesOf(r.db, sessions.slice((current - 1) * PAGE, current * PAGE), r.today)}
      filters={{
        action: paths.tests,
        result: r.say(w.listResult, { count: sessions.length }),
        ...((ask.course !== null || ask.from !== null) && { clearHref: paths.tests }),
        fields: [
          {
            name: "course",
            label: r.say(w.course),
            value: ask.course ?? "",
            options: [{ value: "", text: r.say(w.anyCourse) }, ...courses.map((one) => ({ value: one.id, text: r.say(one.title) }))],
          },
          {
            name: "year",
            label: r.say(w.year),
            value: ask.from ?? "",
            options: [{ value: "", text: r.say(w.anyYear) }, ...yearsOf(r).map((one) => ({ value: one.start, text: one.label }))],
          },
        ],
      }}
      pages={{ current, last, href: (at) => href({ page: at === 1 ? null : at }) }}
      downloads={fileLinks((format) => href({ page: null, format }, paths.files), FORMATS)}
    />,
  );
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

async function file(r: Request): Promise<Reply> {
  if ((await organisationsFor(r.db, r.actor, verbs.read, r.today)) !== "all") return go(paths.mine);
  const sessions = await sessionsWithTests(r.db, questionOf(r));
  const rows = inPages<SessionSummary>(100, ({ offset, limit }) => summariesOf(r.db, sessions.slice(offset, offset + limit), r.today));
  return listFile(r, { name: "tests", sheet: r.say(w.module), columns: COLUMNS, rows });
}

export const listRoutes: readonly Route[] = [page(paths.tests, verbs.read, list), page(paths.files, verbs.read, file)];
