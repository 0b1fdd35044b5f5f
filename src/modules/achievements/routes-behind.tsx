/** The lists behind the figures of achievements: people, what they took part in, sessions, payments, each with its files. */
import { within, type Request } from "#kernel/access/asked.ts";
import { listed, listedFile, type List, type Listed } from "#kernel/access/list.ts";
import { page } from "#kernel/access/route.ts";
import { reachOf as verbReach, type Organisations } from "#kernel/access/verb.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { applicationOf } from "#modules/followups";
import { SESSION } from "#modules/sessions";
import { testResultsOf } from "#modules/tests";
import { formatAsked, inPages, type ListColumn } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { patternOf } from "#platform/i18n/text.ts";
import { gainOf, heldCount, heldSessions } from "./held.ts";
import { namerFor } from "./names.ts";
import { paidLines, type PaidLine } from "./paid.ts";
import { paths } from "./paths.ts";
import { reachedEntries, reachedPeople, reachOf, type ReachedEntry, type ReachedPerson } from "./reach.ts";
import { verbs } from "./rules.ts";
import { NONE, planOn, scopeAsked, type Scope } from "./scope.ts";
import { EntriesView, PaidView, PeopleView, PlacesView, SessionsView, type CountedPlace, type SessionRow } from "./views/behind.tsx";
import { w } from "./words.ts";

/** Rows of a file are read so many at a time: each time counts everybody anew. */
const BATCH = 5000;

/** What a reader may count: the scope of the address, and the members whose people she sees. */
export interface Counted {
  readonly scope: Scope;
  readonly within: Organisations;
}

/** The scope that the address asks for. */
export async function countedFor(r: Request): Promise<Counted> {
  return { scope: scopeAsked(r.query, await planOn(r.db, r.today), r.today), within: await within(r, verbs.read) };
}

/** Whether the reader sees names of everybody she may count. */
const seesNames = (r: Request): boolean => verbReach(r.actor, verbs.names) !== null;

/** A list behind a figure. The figure’s own link says its scope in full, so that no box filters it; every link of the list keeps it. */
function behind<Row>(
  name: string,
  path: string,
  how: Pick<List<Request, Record<never, never>, Row, "as_counted">, "rows" | "every" | "columns">,
): List<Request, Record<never, never>, Row, "as_counted"> {
  return {
    name,
    path: () => path,
    filters: {},
    sorts: ["as_counted"],
    first: () => ({ sort: "as_counted", descending: false }),
    result: () => "",
    ...how,
  };
}

/** What every view of such a list shows. */
async function shownOf<Row>(r: Request, list: Listed<Row>) {
  const { scope } = await countedFor(r);
  return { shell: r.shell, scope, list, namer: await namerFor(r.db, r.pack, [], r.today) };
}

const PEOPLE = behind<ReachedPerson>("people", paths.people, {
  rows: async (r, _, part) => {
    const counted = await countedFor(r);
    const { people: total } = await reachOf(r.db, r.pack, counted.scope, counted.within, r.today);
    return { total, rows: await reachedPeople(r.db, counted.scope, counted.within, r.today, { order: "name", ...part }) };
  },
  every: async function* (r) {
    const counted = await countedFor(r);
    yield* inPages(BATCH, (part) => reachedPeople(r.db, counted.scope, counted.within, r.today, { order: "name", ...part }));
  },
  columns: () => [
    { name: "name", head: w.name, cell: (row) => row.name },
    { name: "sex", head: w.sex, cell: (row) => row.sex },
    { name: "organisation", head: w.organisation, cell: (row) => row.organisationName },
    { name: "district", head: w.district, cell: (row) => row.districtName },
    { name: "tier", head: w.tier, cell: (row) => row.tier },
    { name: "times", head: w.times, kind: { kind: "integer" }, cell: (row) => row.entries },
    { name: "last", head: w.last, kind: { kind: "date" }, cell: (row) => row.last },
    { name: "certainty", head: w.sure, cell: (row) => row.certainty },
  ],
});

/** Counts by district, for readers without names and for files that travel. */
async function places(r: Request): Promise<readonly (CountedPlace & { readonly name: string })[]> {
  const counted = await countedFor(r);
  const reach = await reachOf(r.db, r.pack, counted.scope, counted.within, r.today);
  const groups = Map.groupBy(reach.cells, (cell) => cell.district ?? NONE);
  const namer = await namerFor(r.db, r.pack, [...groups.keys()], r.today);
  return [...groups]
    .map(([district, cells]) => ({
      district,
      name: namer.name("district", district)[r.language],
      people: cells.reduce((sum, cell) => sum + cell.people, 0),
    }))
    .toSorted((a, b) => b.people - a.people || (a.district < b.district ? -1 : 1));
}

const PLACES = behind<CountedPlace & { readonly name: string }>("people", paths.people, {
  rows: async (r, _, { offset, limit }) => {
    const rows = await places(r);
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  },
  columns: () => [
    { name: "district", head: w.district, cell: (row) => row.name },
    { name: "people", head: w.people, kind: { kind: "integer" }, cell: (row) => row.people },
  ],
});

async function people(r: Request): Promise<Reply> {
  if (seesNames(r)) {
    if (formatAsked(r.query) !== null) return listedFile(r, PEOPLE);
    const shown = await shownOf(r, await listed(r, PEOPLE));
    return show(<PeopleView {...shown} total={shown.list.total} mayTell={verbReach(r.actor, verbs.tell) !== null} />);
  }
  if (formatAsked(r.query) !== null) return listedFile(r, PLACES);
  const total = (await places(r)).reduce((sum, place) => sum + place.people, 0);
  return show(<PlacesView {...await shownOf(r, await listed(r, PLACES))} total={total} />);
}

const ENTRIES = behind<ReachedEntry>("participations", paths.entries, {
  rows: async (r, _, part) => {
    const counted = await countedFor(r);
    const { entries: total } = await reachOf(r.db, r.pack, counted.scope, counted.within, r.today);
    return { total, rows: await reachedEntries(r.db, counted.scope, counted.within, r.today, part) };
  },
  every: async function* (r) {
    const counted = await countedFor(r);
    yield* inPages(BATCH, (part) => reachedEntries(r.db, counted.scope, counted.within, r.today, part));
  },
  columns: (r) => [
    { name: "activity", head: w.activity, cell: (row) => row.title },
    { name: "name", head: w.name, cell: (row) => (seesNames(r) ? row.name : null) },
    { name: "modality", head: w.modality, cell: (row) => row.modality },
    { name: "programme", head: w.programme, cell: (row) => row.programme },
    { name: "from", head: w.from, kind: { kind: "date" }, cell: (row) => row.from },
    { name: "to", head: w.to, kind: { kind: "date" }, cell: (row) => row.to },
    { name: "outcome", head: w.outcome, cell: (row) => row.outcome },
    { name: "certainty", head: w.sure, cell: (row) => row.certainty },
    { name: "source", head: w.source, cell: (row) => row.source },
  ],
});

async function entries(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, ENTRIES);
  const shown = await shownOf(r, await listed(r, ENTRIES));
  const about = shown.list.rows.map((row) => ({ kind: row.aboutKind, id: row.about }));
  const named = await r.house.name(r.db, r.actor, about, r.language, r.today);
  return show(
    <EntriesView {...shown} total={shown.list.total} names={seesNames(r)} hrefOf={(row) => named.get(row.about)?.href ?? null} />,
  );
}

/** Sessions with what came of them; application and gain only where the reader counts everybody. */
async function withOutcomes(r: Request, { scope, within: reach }: Counted, part: { readonly limit: number; readonly offset: number }) {
  const held = await heldSessions(r.db, scope, reach, r.today, part);
  const ids = held.map((one) => one.session);
  const applied = reach === "all" ? await applicationOf(r.db, ids) : null;
  const scores = reach === "all" ? Map.groupBy(await testResultsOf(r.db, ids), (score) => score.session) : null;
  return held.map((one) => ({ ...one, applied: applied?.get(one.session) ?? null, gain: gainOf(scores?.get(one.session) ?? []) }));
}

const SESSIONS = behind<SessionRow>("sessions", paths.sessions, {
  rows: async (r, _, part) => {
    const counted = await countedFor(r);
    const total = await heldCount(r.db, counted.scope, counted.within, r.today);
    return { total, rows: await withOutcomes(r, counted, part) };
  },
  every: async function* (r) {
    const counted = await countedFor(r);
    yield* inPages(1000, (part) => withOutcomes(r, counted, part));
  },
  columns: () => [
    { name: "session", head: w.session, cell: (row) => row.title },
    { name: "modality", head: w.modality, cell: (row) => row.modality },
    { name: "programme", head: w.programme, cell: (row) => row.programme },
    { name: "from", head: w.from, kind: { kind: "date" }, cell: (row) => row.from },
    { name: "to", head: w.to, kind: { kind: "date" }, cell: (row) => row.to },
    { name: "people", head: w.people, kind: { kind: "integer" }, cell: (row) => row.people },
    { name: "passed", head: w.passed, kind: { kind: "integer" }, cell: (row) => row.competent },
    { name: "tasks", head: w.tasks, kind: { kind: "integer" }, cell: (row) => row.applied?.tasks ?? null },
    { name: "verified", head: w.tasksVerified, kind: { kind: "integer" }, cell: (row) => row.applied?.verified ?? null },
    { name: "tested", head: w.bothTests, kind: { kind: "integer" }, cell: (row) => row.gain?.people ?? null },
    {
      name: "gain",
      head: w.gain,
      cell: (row) => (row.gain === null ? null : Math.round((row.gain.after - row.gain.before) * 10) / 10),
    },
  ],
});

async function sessions(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, SESSIONS);
  const shown = await shownOf(r, await listed(r, SESSIONS));
  const about = shown.list.rows.map((row) => ({ kind: SESSION, id: row.session }));
  const named = await r.house.name(r.db, r.actor, about, r.language, r.today);
  return show(<SessionsView {...shown} total={shown.list.total} hrefOf={(id) => named.get(id)?.href ?? null} />);
}

function itemNames(r: Request): (code: string) => string {
  const items = new Map(codesOf(r.pack, "cost_kind").map((code) => [code.code, patternOf(code.names, r.language)]));
  return (code) => items.get(code) ?? code;
}

function paidColumns(r: Request): readonly ListColumn<PaidLine>[] {
  const itemName = itemNames(r);
  return [
    { name: "line", head: w.line, cell: (row) => row.title },
    { name: "item", head: w.item, cell: (row) => itemName(row.item) },
    { name: "programme", head: w.programme, cell: (row) => row.programme },
    { name: "payments", head: w.payments, kind: { kind: "integer" }, cell: (row) => row.payments },
    { name: "currency", cell: (row) => row.currency },
    { name: "minor", head: w.amount, kind: { kind: "integer" }, cell: (row) => row.minor },
    { name: "certainty", head: w.sure, cell: (row) => row.certainty },
  ];
}

const PAID = behind<PaidLine>("paid", paths.paid, {
  rows: async (r, _, { offset, limit }) => {
    const counted = await countedFor(r);
    const rows = counted.within === "all" ? await paidLines(r.db, counted.scope) : [];
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  },
  columns: paidColumns,
});

async function paid(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, PAID);
  const shown = await shownOf(r, await listed(r, PAID));
  return show(<PaidView {...shown} total={shown.list.total} itemName={itemNames(r)} />);
}

export const behindRoutes = [
  page(paths.people, verbs.read, people),
  page(paths.entries, verbs.read, entries),
  page(paths.sessions, verbs.read, sessions),
  page(paths.paid, verbs.read, paid),
];
