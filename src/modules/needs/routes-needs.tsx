/** The pages of needs: the list and its files, one need with its chain, and an organisation’s own view. */
import { ownName } from "#platform/i18n/own-names.ts";
import { page, type Route } from "#kernel/access/route.ts";
import { holds } from "#kernel/access/verb.ts";
import { offers } from "#kernel/flow/flow.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { chainFor } from "#kernel/trace/chain-view.tsx";
import { show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { may, param, timelineOf, within, type Request } from "#kernel/access/asked.ts";
import { readNeed } from "./ask.ts";
import { RULES } from "./due.ts";
import { needFlow } from "./flows.ts";
import { paths } from "./paths.ts";
import { shownResponses } from "./responses-shown.ts";
import { bottlenecksOf } from "./queries-answers.ts";
import { listNeeds, needFacts, placeName, responsesTo, type NeedFilter, type NeedSort } from "./queries-needs.ts";
import { listRounds } from "./queries.ts";
import { judgeFor, shownNeed } from "./results-needs.ts";
import { followsAll, verbs } from "./rules.ts";
import { needs } from "./list-needs.tsx";
import { NeedView } from "./views/need.tsx";
import { OwnNeedsView } from "./views/needs.tsx";
import { p } from "./problems.ts";

async function need(r: Request): Promise<Reply> {
  const found = await shownNeed(await readNeed(r), judgeFor(r));
  const responses = await responsesTo(r.db, [found.id]);
  const fewest = numberOf(await ruleSetFor(r.db, RULES, r.today), "minimum_respondents");
  const reachable = needFlow.steps;
  const offered = offers(needFlow, found.state, await needFacts(r.db, found.id), { actor: r.actor });
  const inReach = await Promise.all(offered.map(async (offer) => holds(await within(r, reachable[offer.step].verb), found.organisation)));
  const enough = found.round !== null && found.hidden === undefined && (found.respondents ?? 0) >= fewest;
  const place = found.place === null ? null : await placeName(r.db, found.place, r.today);
  return show(
    <NeedView
      shell={r.shell}
      need={found}
      chain={await chainFor(r, "needs.need", found.id)}
      panels={await r.house.panels(r, "needs.need", found.id)}
      responses={await shownResponses(r, responses)}
      offers={offered.filter((_, index) => inReach[index])}
      bottlenecks={enough ? await bottlenecksOf(r.db, found.round ?? "", found.organisation, found.domain) : []}
      place={place?.name ?? null}
      history={await timelineOf(r, [found.id, ...responses.map((response) => response.id)], r.query.get("all") === "yes" ? 500 : 8)}
      printed={{ issuer: r.say(r.pack.association.names), day: formatDate(r.today), language: ownName(r.language) }}
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
  const judge = judgeFor(r);
  const taking = await listRounds(
    r.db,
    { within: new Set([id]), state: null, fiscalYearStart: null, kind: null },
    { offset: 0, limit: 50 },
  );
  return show(
    <OwnNeedsView
      shell={r.shell}
      organisation={organisation}
      needs={await Promise.all(rows.map((need) => shownNeed(need, judge)))}
      rounds={taking.rows}
      mayReport={may(r, verbs.report) && r.actor.organisation === id}
    />,
  );
}

export const needRoutes: readonly Route[] = [
  page(paths.needs, verbs.read, needs),
  page(paths.ofOrganisation(":organisationId"), verbs.read, ofOrganisation),
  page(paths.need(":id"), "signed-in", need),
];
