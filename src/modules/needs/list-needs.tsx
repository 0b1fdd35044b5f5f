/** The list of needs: its filters, its page, and the same rows as a file. */
import { within, may, type Request } from "#kernel/access/asked.ts";
import {
  choiceFilter,
  codeFilter,
  linkedFilter,
  listed,
  listedFile,
  recordFilter,
  type FilterAsked,
  type List,
} from "#kernel/access/list.ts";
import { holds } from "#kernel/access/verb.ts";
import { addDays, dayOf, startOfDay } from "#kernel/calendar/day.ts";
import { nameOf, optionsOf, postTypeName } from "#kernel/pack/shown.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { formatAsked, type ListColumn } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { NEED_STATES, needFlow, type RoundState } from "./flows.ts";
import { paths } from "./paths.ts";
import { everyNeed, LEVEL_SORTS, listNeeds, NEED_SORTS, type NeedFilter, type NeedSort } from "./queries-needs.ts";
import { listRounds, type RoundRow } from "./queries.ts";
import { hiddenInList, judgeFor, shownNeed, type ShownNeed } from "./results-needs.ts";
import { followsAll, ownResultsVisible, verbs } from "./rules.ts";
import { gapOf, hiddenText, needTitle, NeedsView } from "./views/needs.tsx";
import { w } from "./words-needs.ts";
import { w as results } from "./words-results.ts";

/** The newest rounds that concern the actor. */
async function roundsHere(r: Request): Promise<readonly RoundRow[]> {
  const ask = { within: await within(r, verbs.read), state: null, fiscalYearStart: null, kind: null };
  return (await listRounds(r.db, ask, { offset: 0, limit: 50 })).rows;
}

async function organisationsHere(r: Request) {
  const reach = await within(r, verbs.read);
  return (await membersOn(r.db, r.today)).filter((one) => holds(reach, one.id)).map((one) => ({ value: one.id, text: one.name }));
}

const FILTERS = {
  organisation: recordFilter(organisationsHere, { label: w.organisation, any: w.anyOrganisation }),
  domain: choiceFilter((r) => optionsOf(r.say, r.pack, "capacity_domain"), { label: w.field, any: w.anyField }),
  // What is found and not shared yet is offered to those who follow every round, and to nobody else.
  state: choiceFilter(
    (r) => [
      { value: "waiting", text: r.say(w.waiting) },
      ...NEED_STATES.filter((state) => state !== "found" || (r.actor !== null && followsAll(r.actor))).map((state) => ({
        value: state,
        text: r.say(needFlow.states[state].title),
      })),
    ],
    { label: w.state, any: w.anyState },
  ),
  cause: choiceFilter((r) => optionsOf(r.say, r.pack, "gap_cause"), { label: w.cause, any: w.anyCause }),
  round: recordFilter(async (r: Request) => (await roundsHere(r)).map((row) => ({ value: row.id, text: row.title })), {
    label: w.round,
    any: w.anyRound,
    folded: true,
  }),
  kind: codeFilter(["gap", "service_problem"], {
    label: w.kind,
    any: w.anyKind,
    folded: true,
    text: (kind, r) => r.say(kind === "gap" ? w.kindGap : w.kindProblem),
  }),
  /** Days that a need has waited for a response. */
  waited: linkedFilter((text) => (/^[1-9]\d{0,2}$|^[1-3]\d{3}$/.test(text ?? "") ? Number(text) : null)),
};

async function filterOf(r: Request, { domain, waited, ...filter }: FilterAsked<typeof FILTERS>): Promise<NeedFilter> {
  return {
    ...filter,
    within: await within(r, verbs.read),
    sharedOnly: !followsAll(r.actor),
    domains: domain === null ? [] : [domain],
    // A need of exactly so many days counts, whatever the hour it was accepted at.
    waitingSince: waited === null ? null : startOfDay(addDays(r.today, 1 - waited), r.pack.timeZone),
  };
}

/** The columns of the list as a file. */
function columnsOf(r: Request): readonly ListColumn<ShownNeed>[] {
  return [
    { name: "need", head: w.need, cell: (need) => needTitle(r, need) },
    { name: "organisation", head: w.organisation, cell: (need) => need.organisationName },
    { name: "field", head: w.field, cell: (need) => nameOf(r.say, r.pack, "capacity_domain", need.domain) },
    { name: "kind", head: w.kind, cell: (need) => r.say(need.kind === "gap" ? w.kindGap : w.kindProblem) },
    { name: "gap", head: w.gap, kind: { kind: "decimal", places: 2 }, cell: gapOf },
    { name: "cause", head: w.cause, cell: (need) => (need.cause === null ? null : nameOf(r.say, r.pack, "gap_cause", need.cause)) },
    { name: "posts", head: w.posts, cell: (need) => need.postTypes.map((type) => postTypeName(r.say, r.pack, type)).join("; ") },
    { name: "certainty", head: w.sure, cell: (need) => nameOf(r.say, r.pack, "certainty", need.certainty) },
    { name: "state", head: w.state, cell: (need) => r.say(needFlow.states[need.state].title) },
    { name: "raised", head: w.raised, kind: { kind: "date" }, cell: (need) => dayOf(need.raisedAt, r.pack.timeZone) },
    { name: "responses", head: w.responses, kind: { kind: "integer" }, cell: (need) => need.responses },
    { name: "note", head: results.noteHead, cell: (need) => hiddenText(r, need) },
  ];
}

const LIST: List<Request, typeof FILTERS, ShownNeed, NeedSort> = {
  name: "needs",
  path: () => paths.needs,
  filters: FILTERS,
  sorts: NEED_SORTS,
  first: () => ({ sort: "raised", descending: true }),
  rows: async (r, { filter, ...order }, part) => {
    const ask = await filterOf(r, filter);
    const hidden = LEVEL_SORTS.has(order.sort) ? await hiddenInList(r, ask) : [];
    const { rows, total } = await listNeeds(r.db, ask, { ...order, ...part, hidden });
    const judge = judgeFor(r);
    return { rows: await Promise.all(rows.map((need) => shownNeed(need, judge))), total };
  },
  every: async function* (r, { filter }) {
    const judge = judgeFor(r);
    for await (const need of everyNeed(r.db, await filterOf(r, filter))) yield shownNeed(need, judge);
  },
  result: (r, total, { waited }) => (waited === null ? r.say(w.result, { total }) : r.say(w.resultWaited, { total, days: waited })),
  columns: columnsOf,
};

/** The list of needs, as a page or as the file that the address asks for. */
export async function needs(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, LIST);
  const list = await listed(r, LIST);
  return show(<NeedsView shell={r.shell} list={list} mayReport={may(r, verbs.report)} results={await newestResults(r)} />);
}

/** The pictures of the newest round whose results this actor may see. */
async function newestResults(r: Request): Promise<string | null> {
  const all = followsAll(r.actor);
  const early = (state: RoundState): boolean => state === "open" || state === "validation" || state === "moderated";
  const found = (await roundsHere(r)).find((row) => ownResultsVisible(row.state) || (all && early(row.state)));
  return found === undefined ? null : paths.results(found.id);
}
