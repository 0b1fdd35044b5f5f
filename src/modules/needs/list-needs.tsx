/** The list of needs: its filters, its page, and the same rows as a file. */
import { holds } from "#kernel/access/verb.ts";
import { addDays, dayOf, startOfDay } from "#kernel/calendar/day.ts";
import { codesOf, postTypeOf } from "#kernel/pack/lookup.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { fileLinks, formatAsked, listFile, type ListColumn } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import type { Option } from "#platform/ui/forms.tsx";
import { asked, askedId, hrefWith, may, pageOf, within, type Request } from "#kernel/access/asked.ts";
import { NEED_STATES, needFlow } from "./flows.ts";
import { paths } from "./paths.ts";
import { everyNeed, LEVEL_SORTS, listNeeds, NEED_SORTS, type NeedFilter } from "./queries-needs.ts";
import { listRounds } from "./queries.ts";
import { hiddenInList, judgeFor, shownNeed, type ShownNeed } from "./results-needs.ts";
import { followsAll, verbs } from "./rules.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { gapOf, hiddenText, needTitle, NeedsView } from "./views/needs.tsx";
import { w } from "./words-needs.ts";
import { w as results } from "./words-results.ts";

/** What the address asks for, within what the actor may see. */
async function filterOf(r: Request): Promise<NeedFilter & { readonly waitedDays: number | null }> {
  const days = Number(asked(r, "waited") ?? "");
  const waitedDays = Number.isInteger(days) && days > 0 && days < 4000 ? days : null;
  const domain = asked(r, "domain");
  return {
    within: await within(r, verbs.read),
    sharedOnly: !followsAll(r.actor),
    round: askedId(r, "round"),
    organisation: askedId(r, "organisation"),
    domains: domain === null ? [] : [domain],
    state: asked(r, "state"),
    cause: asked(r, "cause"),
    kind: asked(r, "kind"),
    waitedDays,
    // A need of exactly so many days counts, whatever the hour it was accepted at.
    waitingSince: waitedDays === null ? null : startOfDay(addDays(r.today, 1 - waitedDays), r.pack.timeZone),
  };
}

async function filtersOf(r: Request, ask: Awaited<ReturnType<typeof filterOf>>, total: number) {
  const organisations = await membersOn(r.db, r.today);
  const visible = organisations.filter((one) => holds(ask.within, one.id));
  const roundsHere = await listRounds(
    r.db,
    { within: ask.within, state: null, fiscalYearStart: null, kind: null },
    { offset: 0, limit: 50 },
  );
  const codes = (list: string): Option[] => codesOf(r.pack, list).map((code) => ({ value: code.code, text: r.say(code.names) }));
  const filtered = ["round", "organisation", "domain", "state", "cause", "kind", "waited"].some((name) => asked(r, name) !== null);
  return {
    action: paths.needs,
    result: ask.waitedDays === null ? r.say(w.result, { total }) : r.say(w.resultWaited, { total, days: ask.waitedDays }),
    ...(filtered && { clearHref: paths.needs }),
    keep: { sort: asked(r, "sort") ?? undefined, waited: asked(r, "waited") ?? undefined },
    fields: [
      {
        name: "organisation",
        label: r.say(w.organisation),
        value: ask.organisation ?? "",
        options: [{ value: "", text: r.say(w.anyOrganisation) }, ...visible.map((one) => ({ value: one.id, text: one.name }))],
      },
      {
        name: "domain",
        label: r.say(w.field),
        value: ask.domains?.[0] ?? "",
        options: [{ value: "", text: r.say(w.anyField) }, ...codes("capacity_domain")],
      },
      {
        name: "state",
        label: r.say(w.state),
        value: ask.state ?? "",
        options: [
          { value: "", text: r.say(w.anyState) },
          { value: "waiting", text: r.say(w.waiting) },
          ...NEED_STATES.filter((state) => state !== "found" || !ask.sharedOnly).map((state) => ({
            value: state,
            text: r.say(needFlow.states[state].title),
          })),
        ],
      },
      {
        name: "cause",
        label: r.say(w.cause),
        value: ask.cause ?? "",
        options: [{ value: "", text: r.say(w.anyCause) }, ...codes("gap_cause")],
      },
    ],
    more: [
      {
        name: "round",
        label: r.say(w.round),
        value: ask.round ?? "",
        options: [{ value: "", text: r.say(w.anyRound) }, ...roundsHere.rows.map((row) => ({ value: row.id, text: row.title }))],
      },
      {
        name: "kind",
        label: r.say(w.kind),
        value: ask.kind ?? "",
        options: [
          { value: "", text: r.say(w.anyKind) },
          { value: "gap", text: r.say(w.kindGap) },
          { value: "service_problem", text: r.say(w.kindProblem) },
        ],
      },
    ],
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
    { name: "posts", head: w.posts, cell: (need) => need.postTypes.map((type) => r.say(postTypeOf(r.pack, type).names)).join("; ") },
    { name: "certainty", head: w.sure, cell: (need) => nameOf(r.say, r.pack, "certainty", need.certainty) },
    { name: "state", head: w.state, cell: (need) => r.say(needFlow.states[need.state].title) },
    { name: "raised", head: w.raised, kind: { kind: "date" }, cell: (need) => dayOf(need.raisedAt, r.pack.timeZone) },
    { name: "responses", head: w.responses, kind: { kind: "integer" }, cell: (need) => need.responses },
    { name: "note", head: results.noteHead, cell: (need) => hiddenText(r, need) },
  ];
}

async function* allOf(r: Request, ask: NeedFilter): AsyncGenerator<ShownNeed> {
  const judge = judgeFor(r);
  for await (const need of everyNeed(r.db, ask)) yield shownNeed(need, judge);
}

/** The list of needs, as a page or as the file that the address asks for. */
export async function needs(r: Request): Promise<Reply> {
  const ask = await filterOf(r);
  if (formatAsked(r.query) !== null) return listFile(r, { name: "needs", columns: columnsOf(r), rows: allOf(r, ask) });
  const at = pageOf(r);
  const [key = "raised", direction = "down"] = (asked(r, "sort") ?? "raised-down").split("-");
  const sort = NEED_SORTS.find((one) => one === key) ?? "raised";
  const descending = direction !== "up";
  const hidden = LEVEL_SORTS.has(sort) ? await hiddenInList(r, ask) : [];
  const { rows, total } = await listNeeds(r.db, ask, { sort, descending, offset: at.offset, limit: at.limit, hidden });
  const judge = judgeFor(r);
  return show(
    <NeedsView
      shell={r.shell}
      rows={await Promise.all(rows.map((need) => shownNeed(need, judge)))}
      filters={await filtersOf(r, ask, total)}
      sort={{ key: sort, descending }}
      sortHref={(next) => hrefWith(r, { sort: `${next.key}-${next.descending ? "down" : "up"}`, page: null })}
      pages={at.links(total)}
      downloads={fileLinks((format) => hrefWith(r, { page: null, format }))}
      mayReport={may(r, verbs.report)}
      results={await newestResults(r, ask)}
    />,
  );
}

/** The pictures of the newest round whose results this actor may see. */
async function newestResults(r: Request, ask: NeedFilter): Promise<string | null> {
  const { rows } = await listRounds(r.db, { within: ask.within, state: null, fiscalYearStart: null, kind: null }, { offset: 0, limit: 20 });
  const shown = new Set(
    followsAll(r.actor) ? ["open", "validation", "moderated", "shared", "planning", "closed"] : ["shared", "planning", "closed"],
  );
  const found = rows.find((row) => shown.has(row.state));
  return found === undefined ? null : paths.results(found.id);
}
