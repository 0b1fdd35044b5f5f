/** The lists of the console: breaches, and exceptional accesses; each as a page and as a file. */
import type { Actor } from "#kernel/access/actor.ts";
import { codeFilter, listed, listedFile, type List } from "#kernel/access/list.ts";
import type { Asked } from "#kernel/access/route.ts";
import { postTypeName } from "#kernel/pack/shown.ts";
import { referenceOf } from "#platform/db/ids.ts";
import { formatAsked } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { formatDateTime } from "#platform/ui/format.ts";
import { ACCESS_SORTS, ACCESSES_SHOWN, listAccesses, type ListedAccess } from "./glass.ts";
import { paths } from "./paths.ts";
import { BREACH_SORTS, listBreaches, within, type BreachRow, type BreachSort } from "./queries.ts";
import { breachFlow } from "./rules.ts";
import type { BreachState, Tables } from "./schema.ts";
import { BreachesView } from "./views/breaches.tsx";
import { GlassView } from "./views/glass.tsx";
import { w } from "./words.ts";
import { w as wb } from "./words-breach.ts";

type Reading = Asked<Tables, Actor>;

const BREACH_FILTERS = {
  state: codeFilter(Object.keys(breachFlow.states) as BreachState[], {
    label: wb.state,
    any: w.anyState,
    text: (state, r) => r.say(breachFlow.states[state].title),
  }),
};

const BREACHES: List<Reading, typeof BREACH_FILTERS, BreachRow, BreachSort> = {
  name: "breaches",
  path: () => paths.breaches,
  filters: BREACH_FILTERS,
  sorts: BREACH_SORTS,
  first: () => ({ sort: "due", descending: false }),
  rows: async (r, { filter, ...order }, part) =>
    listBreaches(r.db, await within(r.db, r.actor, r.association, r.today), { ...filter, ...order, ...part }),
  result: (r, total) => r.say(wb.result, { n: total }),
  columns: ({ say, pack }) => {
    const moment = (at: Date | null) => at && formatDateTime(at, pack.timeZone);
    return [
      { name: "reference", head: wb.reference, cell: (row) => referenceOf(row.id) },
      { name: "organisation", head: wb.organisation, cell: (row) => row.organisationName },
      { name: "what", head: wb.what, cell: (row) => row.what },
      { name: "found", head: wb.found, cell: (row) => moment(row.foundAt) },
      { name: "state", head: wb.state, cell: (row) => say(breachFlow.states[row.state].title) },
      { name: "due", cell: (row) => moment(row.dueAt) },
      { name: "notified", head: wb.notice, cell: (row) => moment(row.notifiedAt) },
    ];
  },
};

/** The breaches that an officer looks after. */
export async function breaches(r: Reading): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, BREACHES);
  return show(<BreachesView shell={r.shell} list={await listed(r, BREACHES)} now={r.now} />);
}

const ACCESS_FILTERS = {
  state: codeFilter(ACCESSES_SHOWN, { label: w.read, any: w.anyAccess, text: (state, r) => r.say(state === "read" ? w.read : w.notRead) }),
};

const ACCESSES: List<Reading, typeof ACCESS_FILTERS, ListedAccess, "when"> = {
  name: "exceptional-access",
  path: () => paths.glass,
  filters: ACCESS_FILTERS,
  sorts: ACCESS_SORTS,
  first: () => ({ sort: "when", descending: true }),
  rows: (r, { filter, descending }, part) => listAccesses(r.db, filter.state, { descending, ...part }),
  result: (r, total) => r.say(w.result, { n: total }),
  columns: ({ say, pack }) => [
    { name: "who", head: w.who, cell: (row) => row.name },
    { name: "post", cell: (row) => row.postType && postTypeName(say, pack, row.postType) },
    { name: "organisation", cell: (row) => row.organisation },
    { name: "kind", head: w.record, cell: (row) => row.kind },
    { name: "record", cell: (row) => row.subject },
    { name: "reason", head: w.reason, cell: (row) => row.reason },
    { name: "opened", head: w.from, cell: (row) => formatDateTime(row.openedAt, pack.timeZone) },
    { name: "until", cell: (row) => formatDateTime(row.until, pack.timeZone) },
    { name: "read", head: w.read, cell: (row) => row.seenAt && formatDateTime(row.seenAt, pack.timeZone) },
    { name: "remark", head: w.remark, cell: (row) => row.remark },
  ],
};

/** Who opened what exceptionally, over all members. */
export async function accesses(r: Reading): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, ACCESSES);
  const list = await listed(r, ACCESSES);
  const records = list.rows.map((row) => ({ kind: row.kind, id: row.subject }));
  const names = await r.house.name(r.db, r.actor, records, r.language, r.today);
  return show(<GlassView shell={r.shell} list={list} names={names} />);
}
