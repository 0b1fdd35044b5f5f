/** The list of attendance lists and its files. */
import { askedDay, type Request } from "#kernel/access/asked.ts";
import { askOf, codeFilter, listed, listedFile, wordsFilter, type Filter, type List } from "#kernel/access/list.ts";
import { page, type Route } from "#kernel/access/route.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { paths } from "./paths.ts";
import { listGatherings, usualPeriod } from "./queries.ts";
import { verbs } from "./rules.ts";
import { STATES, type ListedGathering } from "./schema.ts";
import { daysLabel } from "./views/common.tsx";
import { ListsView } from "./views/lists.tsx";
import { w } from "./words.ts";

/** An end of the period; without one in the address it is the usual period’s, and says so in its box. */
const endOfPeriod = (name: "from" | "to"): Filter<Day> => ({
  folded: false,
  read: async (r) => {
    const given = askedDay(r, name);
    const value = given ?? usualPeriod(r.today)[name];
    return { value, set: given !== null, field: { name, label: r.say(w[name]), type: "date", value } };
  },
});

const FILTERS = {
  state: codeFilter(STATES, { label: w.state, any: w.all, text: (state, r) => r.say(w[state]) }),
  q: wordsFilter({ label: w.search }),
  from: endOfPeriod("from"),
  to: endOfPeriod("to"),
};

const SORTS = ["what", "days", "state", "due"] as const;
type Key = (typeof SORTS)[number];

const KEYS: Readonly<Record<Key, (row: ListedGathering) => string | number>> = {
  what: (row) => sortNameOf(row.facts.title),
  days: (row) => row.gathering.firstDay,
  state: (row) => STATES.indexOf(row.state),
  due: (row) => row.due.getTime(),
};

function compared(key: Key, descending: boolean): (a: ListedGathering, b: ListedGathering) => number {
  const way = descending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [KEYS[key](a), KEYS[key](b)];
    return x < y ? -way : x > y ? way : 0;
  };
}

/** The list over the gatherings of its period, which stand in memory. */
const over = (r: Request, all: readonly ListedGathering[]): List<Request, typeof FILTERS, ListedGathering, Key> => ({
  name: r.say(w.module),
  path: () => paths.list,
  file: () => paths.file,
  filters: FILTERS,
  sorts: SORTS,
  first: () => ({ sort: "days", descending: true }),
  rows: async (_, { filter, sort, descending }, { offset, limit }) => {
    const wanted = sortNameOf(filter.q ?? "");
    const rows = all.filter(
      (row) =>
        (filter.state === null || row.state === filter.state) &&
        (wanted === "" || sortNameOf(`${row.facts.title} ${row.facts.reference} ${row.gathering.place ?? ""}`).includes(wanted)),
    );
    return { rows: rows.toSorted(compared(sort, descending)).slice(offset, offset + limit), total: rows.length };
  },
  result: (_, total) => r.say(w.result, { shown: total, all: all.length }),
  columns: () => [
    { name: "reference", cell: (row) => row.facts.reference },
    { name: "meeting", head: w.what, cell: (row) => row.facts.title },
    { name: "days", head: w.days, cell: (row) => daysLabel(row.gathering.firstDay, row.gathering.lastDay) },
    { name: "state", head: w.state, cell: (row) => r.say(w[row.state]) },
    { name: "here", head: w.here, kind: { kind: "integer" }, cell: (row) => row.here },
    { name: "expected", kind: { kind: "integer" }, cell: (row) => row.expected },
    { name: "undecided", head: w.undecided, kind: { kind: "integer" }, cell: (row) => row.undecided },
    { name: "close_by", head: w.closeBy, kind: { kind: "date" }, cell: (row) => row.due },
  ],
});

async function gatherings(r: Request): Promise<readonly ListedGathering[]> {
  const { from, to } = (await askOf(r, over(r, []))).filter;
  return listGatherings(r.db, r.actor, { from, to, now: r.now, today: r.today, timeZone: r.pack.timeZone });
}

async function lists(r: Request): Promise<Reply> {
  const all = await gatherings(r);
  const open = all.filter((row) => row.state === "to_close").length;
  const now = all.find((row) => row.state === "today" && row.mayRecord) ?? null;
  return show(<ListsView shell={r.shell} list={await listed(r, over(r, all))} open={open} now={now} />);
}

export const listRoutes: readonly Route[] = [
  page(paths.list, verbs.read, lists),
  page(paths.file, verbs.read, async (r: Request) => listedFile(r, over(r, await gatherings(r)))),
];
