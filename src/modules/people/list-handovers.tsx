/** The list of handovers. */
import type { Request } from "#kernel/access/asked.ts";
import { codeFilter, listed, listedFile, type List } from "#kernel/access/list.ts";
import { formatAsked } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { dueOf, HANDOVER_SORTS, handoversFor, type Handover, type HandoverSort } from "./handover-queries.ts";
import { handoverFlow, type HandoverState } from "./handover-rules.ts";
import { paths } from "./paths.ts";
import { postName } from "./people-format.ts";
import { HandoversPage } from "./views/handovers.tsx";
import { w } from "./words-handover.ts";
import { w as people } from "./words.ts";

const FILTERS = {
  state: codeFilter(Object.keys(handoverFlow.states) as HandoverState[], {
    label: w.state,
    any: w.anyState,
    text: (state, r) => r.say(handoverFlow.states[state].title),
  }),
};

const LIST: List<Request, typeof FILTERS, Handover, HandoverSort> = {
  name: "handovers",
  path: () => paths.handovers(),
  filters: FILTERS,
  sorts: HANDOVER_SORTS,
  first: () => ({ sort: "due", descending: false }),
  rows: (r, { filter, ...order }, part) => handoversFor(r.db, r.actor, { ...filter, ...order, ...part }, r.today),
  result: (r, total) => r.say(w.handoversCount, { total }),
  columns: ({ say, pack }) => [
    { name: "post", head: people.post, cell: (row) => postName(pack, say, row) },
    { name: "organisation", head: people.organisation, cell: (row) => row.organisationName },
    { name: "from", head: w.from, cell: (row) => row.outgoingName },
    { name: "to", head: w.to, cell: (row) => row.incomingName },
    { name: "state", head: w.state, cell: (row) => say(handoverFlow.states[row.state].title) },
    { name: "day", head: w.day, kind: { kind: "date" }, cell: (row) => row.eventDay },
    { name: "due", head: w.due, kind: { kind: "date" }, cell: (row) => dueOf(row) },
  ],
};

/** The handovers that an actor may read, as a page or as the file that the address asks for. */
export async function handovers(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, LIST);
  return show(<HandoversPage shell={r.shell} today={r.today} list={await listed(r, LIST)} />);
}
