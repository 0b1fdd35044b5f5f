/** The pages of needs: the list and its files, one need with its chain, and an organisation’s own view. */
import { page, type Route } from "#kernel/access/route.ts";
import { holds } from "#kernel/access/verb.ts";
import { addDays, dayOf, startOfDay } from "#kernel/calendar/day.ts";
import { offers } from "#kernel/flow/flow.ts";
import { codesOf, postTypeOf } from "#kernel/pack/lookup.ts";
import { organisationsOn, membersOn } from "#kernel/registry/organisations.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { chainOf } from "#kernel/trace/links.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { writeCsv } from "#platform/tabular/write.ts";
import { writeXlsx } from "#platform/tabular/write-xlsx.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { Option } from "#platform/ui/forms.tsx";
import { asked, askedId, hrefWith, may, pageOf, param, timelineOf, within, type Request, readNeed } from "./ask.ts";
import { chainSteps } from "./chain.ts";
import { RULES } from "./due.ts";
import { NEED_STATES, needFlow, RESPONSE_STEPS, responseFlow } from "./flows.ts";
import { paths } from "./paths.ts";
import { bottlenecksOf } from "./queries-answers.ts";
import { everyNeed, listNeeds, needFacts, NEED_SORTS, placeName, responsesTo, type NeedFilter, type NeedSort } from "./queries-needs.ts";
import { listRounds } from "./queries.ts";
import { followsAll, verbs } from "./rules.ts";
import type { Need, Response } from "./schema.ts";
import { nameOf } from "./views/common.tsx";
import { NeedView, type ShownResponse } from "./views/need.tsx";
import { gapOf, needTitle, NeedsView, OwnNeedsView } from "./views/needs.tsx";
import { w } from "./words-needs.ts";
import { p } from "./problems.ts";

const LANGUAGE_NAMES = { rw: "Kinyarwanda", en: "English", fr: "Français" } as const;

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

async function needs(r: Request): Promise<Reply> {
  const ask = await filterOf(r);
  const at = pageOf(r);
  const [key = "raised", direction = "down"] = (asked(r, "sort") ?? "raised-down").split("-");
  const sort = NEED_SORTS.find((one) => one === key) ?? "raised";
  const descending = direction !== "up";
  const { rows, total } = await listNeeds(r.db, ask, { sort, descending, offset: at.offset, limit: at.limit });
  const file = (path: string): string => path + new URL(hrefWith(r, { page: null }), r.url).search;
  return show(
    <NeedsView
      shell={r.shell}
      rows={rows}
      filters={await filtersOf(r, ask, total)}
      sort={{ key: sort, descending }}
      sortHref={(next) => hrefWith(r, { sort: `${next.key}-${next.descending ? "down" : "up"}`, page: null })}
      pages={at.links(total)}
      downloads={[
        { href: file(paths.needsCsv), format: "CSV" },
        { href: file(paths.needsXlsx), format: "XLSX" },
      ]}
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

const FILE_COLUMNS = [w.need, w.organisation, w.field, w.kind, w.gap, w.cause, w.posts, w.sure, w.state, w.raised, w.responses] as const;

function lineOf(r: Request, need: Need): (string | number | null)[] {
  const levels = gapOf(need);
  return [
    needTitle(r, need),
    need.organisationName,
    nameOf(r.say, r.pack, "capacity_domain", need.domain),
    r.say(need.kind === "gap" ? w.kindGap : w.kindProblem),
    levels,
    need.cause === null ? null : nameOf(r.say, r.pack, "gap_cause", need.cause),
    need.postTypes.map((type) => r.say(postTypeOf(r.pack, type).names)).join("; "),
    nameOf(r.say, r.pack, "certainty", need.certainty),
    r.say(needFlow.states[need.state].title),
    dayOf(need.raisedAt, r.pack.timeZone),
    need.responses,
  ];
}

async function* linesOf(r: Request): AsyncGenerator<(string | number | null)[]> {
  for await (const need of everyNeed(r.db, await filterOf(r))) yield lineOf(r, need);
}

async function needsCsv(r: Request): Promise<Reply> {
  return download(
    "needs.csv",
    "text/csv; charset=utf-8",
    writeCsv(
      FILE_COLUMNS.map((text) => r.say(text)),
      linesOf(r),
      { mark: true },
    ),
  );
}

async function needsXlsx(r: Request): Promise<Reply> {
  const columns = FILE_COLUMNS.map((text, index) => {
    const name = r.say(text);
    if (index === 4) return { name, kind: "decimal" as const, places: 2 };
    return index === 9
      ? { name, kind: "date" as const }
      : index === 10
        ? { name, kind: "integer" as const }
        : { name, kind: "text" as const };
  });
  const body = writeXlsx([{ name: r.say(w.listTitle), columns, rows: linesOf(r) }]);
  return download("needs.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body);
}

async function shownResponses(r: Request, responses: readonly Response[]): Promise<ShownResponse[]> {
  const owners = new Map((await postsOn(r.db, { posts: responses.map((one) => one.owner), on: r.today })).map((post) => [post.post, post]));
  const all = (await within(r, verbs.progress)) === "all";
  return responses.map((response) => {
    const owner = owners.get(response.owner);
    const mine = all || r.actor.post === response.owner;
    return {
      ...response,
      ownerName: owner === undefined ? "" : `${r.say(postTypeOf(r.pack, owner.postType).names)}, ${owner.organisationName}`,
      ownerPerson: owner?.personName ?? null,
      ownerPhone: owner?.phone ?? null,
      steps: mine ? RESPONSE_STEPS.filter((step) => responseFlow.steps[step].from.includes(response.state)) : [],
    };
  });
}

async function chainFor(r: Request, need: Need, responses: readonly Response[], fewest: number) {
  // Two steps suffice here: what stands directly behind the need and its responses; sittings before it are counted, not listed.
  const links = (await chainOf(r.db, need.id, 2)).filter((link) => link.from.kind !== "questionnaire.sitting");
  const places = links.map((link) => link.to);
  const names = await r.house.name(r.db, r.actor, places, r.language, r.today);
  const kinds = new Map([...r.house.records].map(([kind, record]) => [kind, record.title]));
  return chainSteps({ say: r.say, language: r.language, pack: r.pack }, { need, responses, links, names, kinds, fewest, today: r.today });
}

async function need(r: Request): Promise<Reply> {
  const found = await readNeed(r);
  const responses = await responsesTo(r.db, [found.id]);
  const fewest = numberOf(await ruleSetFor(r.db, RULES, r.today), "minimum_respondents");
  const reachable = needFlow.steps;
  const offered = offers(needFlow, found.state, await needFacts(r.db, found.id), { actor: r.actor });
  const inReach = await Promise.all(offered.map(async (offer) => holds(await within(r, reachable[offer.step].verb), found.organisation)));
  const enough = found.round !== null && (found.respondents ?? 0) >= fewest;
  const place = found.place === null ? null : await placeName(r.db, found.place, r.today);
  return show(
    <NeedView
      shell={r.shell}
      need={found}
      chain={await chainFor(r, found, responses, fewest)}
      responses={await shownResponses(r, responses)}
      offers={offered.filter((_, index) => inReach[index])}
      bottlenecks={enough ? await bottlenecksOf(r.db, found.round ?? "", found.organisation, found.domain) : []}
      place={place?.name ?? null}
      history={await timelineOf(r, [found.id, ...responses.map((response) => response.id)], r.query.get("all") === "yes" ? 500 : 8)}
      printed={{ issuer: r.say(r.pack.association.names), day: formatDate(r.today), language: LANGUAGE_NAMES[r.language] }}
    />,
  );
}

async function ofOrganisation(r: Request): Promise<Reply> {
  const id = param(r, "organisationId");
  const reach = await within(r, verbs.read);
  if (!holds(reach, id)) throw new Problem(p.noOrganisation);
  const [organisation] = await organisationsOn(r.db, { ids: [id], on: r.today });
  if (organisation === undefined) throw new Problem(p.noOrganisation);
  const filter: NeedFilter = { within: reach === "all" ? "all" : new Set([id]), organisation: id, sharedOnly: !followsAll(r.actor) };
  const { rows } = await listNeeds(r.db, filter, { sort: "raised" satisfies NeedSort, descending: true, offset: 0, limit: 200 });
  const taking = await listRounds(
    r.db,
    { within: new Set([id]), state: null, fiscalYearStart: null, kind: null },
    { offset: 0, limit: 50 },
  );
  return show(
    <OwnNeedsView
      shell={r.shell}
      organisation={organisation}
      needs={rows}
      rounds={taking.rows}
      mayReport={may(r, verbs.report) && r.actor.organisation === id}
    />,
  );
}

export const needRoutes: readonly Route[] = [
  page(paths.needs, verbs.read, needs),
  page(paths.needsCsv, verbs.read, needsCsv),
  page(paths.needsXlsx, verbs.read, needsXlsx),
  page(paths.ofOrganisation(":organisationId"), verbs.read, ofOrganisation),
  page(paths.need(":id"), "signed-in", need),
];
