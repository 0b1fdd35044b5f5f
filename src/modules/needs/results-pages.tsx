/** Handlers of the pages of results: each reads, builds its pictures and shows one view. */
import { type Reply, go, show } from "#platform/http/reply.ts";
import type { Text } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { FilterField } from "#platform/ui/lists.tsx";
import { paths } from "./paths.ts";
import { codeName, countText } from "./picture.ts";
import {
  buildChange,
  buildEstimates,
  buildMap,
  buildSpread,
  buildTurnout,
  domainFor,
  groupFor,
  leastPeers,
  mapCountOf,
} from "./results-build-more.tsx";
import {
  type Facts,
  type PictureRequest,
  answersIn,
  buildHeat,
  buildRanked,
  choicesIn,
  dayOf,
  factsOf,
  heardIn,
  heatChoicesOf,
  needsFor,
  rankedListOf,
  turnoutFor,
  voiceOf,
} from "./results-build.tsx";
import { domainField, groupField, heatFilters } from "./results-filters.ts";
import type { Heat } from "./results-heat.ts";
import { MAP_COUNTS } from "./results-map.ts";
import { resultPaths, withChoices } from "./results-paths.ts";
import { GRID_SIZE } from "./results-ranked.ts";
import { type Request, type Scope, homeOf, scopeOf, tallyFor } from "./results-scope.ts";
import { ChangeView } from "./views/results-change.tsx";
import { NotSharedView, RESULT_PAGES, type ResultsShell } from "./views/results-frame.tsx";
import { MapView } from "./views/results-map.tsx";
import { MethodView } from "./views/results-method.tsx";
import { OverviewView } from "./views/results-overview.tsx";
import { RankedView } from "./views/results-ranked.tsx";
import { SpreadView } from "./views/results-spread.tsx";
import { w } from "./words-results.ts";

/** What every view of a round knows. */
function shellFor(r: Request, scope: Scope): ResultsShell {
  const home = homeOf(scope, r.actor)?.id ?? null;
  return { shell: r.shell, round: scope.round, home, pages: RESULT_PAGES.filter((page) => page !== "own" || home !== null) };
}

/** Runs a page once its round is open to the reader; before that it says when that will be. */
export function whenOpen(handle: (ask: PictureRequest, results: ResultsShell) => Promise<Reply>): (r: Request) => Promise<Reply> {
  return async (r) => {
    const scope = await scopeOf(r, r.params["id"] ?? "");
    const results = shellFor(r, scope);
    return scope.open ? handle({ r, scope, voice: voiceOf(r) }, results) : show(<NotSharedView results={results} />);
  };
}

function leadOf({ r, scope, voice }: PictureRequest, facts: Facts): string | null {
  const answers = answersIn(scope, facts.turnout);
  if (answers < scope.floor) return null;
  const from = formatDate(scope.round.opens ?? scope.round.fiscalYearStart);
  return r.say(w.lead, {
    answers: countText(voice, answers),
    organisations: heardIn(scope, facts.turnout),
    from,
    to: dayOf(r, scope.round),
  });
}

function resultLine({ r }: PictureRequest, heat: Heat): string {
  const cells = heat.rows.flatMap((row) => row.cells).filter((cell) => cell.shown.kind !== "absent");
  const hidden = cells.filter((cell) => cell.shown.kind === "hidden").length;
  return r.say(w.cellsShown, { all: cells.length, shown: cells.length - hidden, hidden });
}

function emptyOf({ r, scope }: PictureRequest, facts: Facts) {
  if (facts.tally.domains.length > 0) return null;
  const still = scope.round.state === "open" && scope.round.closes !== null;
  return {
    text: still ? r.say(w.emptyOpen, { day: formatDate(scope.round.closes ?? r.today) }) : r.say(w.emptyClosed),
    action: {
      href: scope.audience === "association" ? paths.coverage(scope.round.id) : paths.rounds,
      text: r.say(scope.audience === "association" ? w.emptyAction : w.notSharedAction),
    },
  };
}

/** The first page of a round’s results. */
export async function overview(r: Request): Promise<Reply> {
  const wanted = r.query.get("round");
  if (wanted !== null && wanted !== "" && wanted !== r.params["id"]) return go(withChoices(resultPaths.overview(wanted), choicesIn(r)));
  return whenOpen(async (ask, results) => {
    const { scope } = ask;
    const choices = heatChoicesOf(r, scope);
    const facts = await factsOf(r, scope, choices);
    const { heat, picture } = buildHeat(ask, facts, choices);
    const ranked = buildRanked(ask, facts, { list: "fields", page: { from: 1, size: 5 }, heading: "none" });
    const spread = buildSpread(ask, facts, groupFor(r, scope), "none");
    const map = await buildMap(ask, facts, { count: "answers", borders: false, heading: "none" });
    return show(
      <OverviewView
        results={results}
        lead={leadOf(ask, facts)}
        view={choices.view}
        canName={scope.named.size > 0}
        filters={heatFilters(ask, choices)}
        choices={choicesIn(r)}
        filtered={choices.area.of !== "all" || choices.source !== null || choices.response !== null}
        result={resultLine(ask, heat)}
        heat={picture.html}
        ranked={ranked.ranking.placed.length === 0 ? null : { picture: ranked.picture.html, count: ranked.ranking.placed.length }}
        map={map.html}
        spread={spread?.html ?? null}
        empty={emptyOf(ask, facts)}
      />,
    );
  })(r);
}

/** Needs on one page of the ranked list. */
const PAGE = 20;

/** Ranked needs, with weights that a reader may move. */
export const ranked = whenOpen(async (ask, results) => {
  const { r, scope, voice } = ask;
  const [tally, turnout, needs] = await Promise.all([tallyFor(r, scope, null), turnoutFor(r, scope), needsFor(r, scope)]);
  const list = rankedListOf(r, scope);
  const number = Math.max(1, Math.min(1000, Number.parseInt(r.query.get("page") ?? "1", 10) || 1));
  const built = buildRanked(
    ask,
    { tally, turnout, needs },
    { list, figures: true, heading: "none", page: { from: (number - 1) * PAGE + 1, size: PAGE } },
  );
  const { ranking } = built;
  const names = new Map(scope.participants.map((one) => [one.id, one.name]));
  const nameOf = (unit: (typeof ranking.left)[number]["unit"]): string =>
    [codeName(voice, "capacity_domain", unit.domain), unit.need === null ? "" : (names.get(unit.need.organisation) ?? "")]
      .filter((part) => part !== "")
      .join(", ");
  return show(
    <RankedView
      results={results}
      finding={built.picture.about.title}
      picture={built.picture.html}
      count={ranking.placed.length}
      pages={{
        current: number,
        last: Math.ceil(ranking.placed.length / PAGE),
        href: (page) => withChoices(resultPaths.ranked(scope.round.id), { ...choicesIn(r), page }),
      }}
      list={list}
      canName={scope.named.size > 0}
      own={built.own}
      tried={built.tried}
      moved={ranking.placed.filter((placed) => placed.place !== placed.ownPlace).length}
      costNote={
        ranking.costCounts || ranking.placed.length === 0
          ? null
          : r.say(w.costNote, { costed: ranking.costed, needs: ranking.placed.length })
      }
      left={ranking.left.map(({ unit, reason }) => ({
        name: nameOf(unit),
        reason: r.say(
          {
            "no-gap": w.leftNoGap,
            "no-importance": w.leftNoImportance,
            "no-reach": w.leftNoReach,
            "no-cost": w.leftNoCost,
            few: w.leftFew,
            protects: w.hiddenProtects,
          }[reason],
        ),
      }))}
      choices={choicesIn(r)}
    />,
  );
});

/** How far apart organisations of one kind are. */
export const spread = whenOpen(async (ask, results) => {
  const { r, scope } = ask;
  const [tally, turnout] = await Promise.all([tallyFor(r, scope, "self"), turnoutFor(r, scope)]);
  const facts: Facts = { tally, turnout, needs: [] };
  const group = groupFor(r, scope);
  const domain = domainFor(r, tally) ?? tally.domains[0] ?? null;
  return show(
    <SpreadView
      results={results}
      filters={[groupField(ask, group), domainField(ask, tally.domains, domain, false)]}
      choices={choicesIn(r)}
      strips={buildSpread(ask, facts, group)?.html ?? null}
      estimates={buildEstimates(ask, facts, group, domain)?.html ?? null}
      turnout={buildTurnout(ask, facts)?.html ?? null}
      least={leastPeers(r)}
    />,
  );
});

/** This round against the last. */
export const change = whenOpen(async (ask, results) => {
  const { r, scope, voice } = ask;
  const built = await buildChange(ask);
  const sentences = (asked: NonNullable<typeof built>["asked"]): string[] => {
    if (asked === null) return [r.say(w.askedSame)];
    if (asked === "unknown") return [r.say(w.askedUnknown)];
    const line =
      (text: Text) =>
      (item: { domain: string; label: string }): string =>
        r.say(text, { field: codeName(voice, "capacity_domain", item.domain), label: item.label });
    return [
      r.say(w.askedChanged, { before: asked.before, after: asked.after }),
      ...asked.added.map(line(w.askedAdded)),
      ...asked.removed.map(line(w.askedRemoved)),
    ];
  };
  const view =
    built === null
      ? null
      : {
          lead: r.say(w.changeLead, { before: built.previous.title, after: scope.round.title, pairs: built.pairs }),
          picture: built.picture?.html ?? null,
          trend: built.trend?.html ?? null,
          asked: sentences(built.asked),
        };
  return show(<ChangeView results={results} change={view} choices={choicesIn(r)} />);
});

/** The map of districts. */
export const map = whenOpen(async (ask, results) => {
  const { r, scope } = ask;
  const [tally, turnout, needs] = await Promise.all([tallyFor(r, scope, "self"), turnoutFor(r, scope), needsFor(r, scope)]);
  const count = mapCountOf(r);
  const picture = await buildMap(ask, { tally, turnout, needs }, { count, borders: true, heading: "none" });
  const names = { answers: w.mapAnswers, coverage: w.mapCoverage, requests: w.mapRequests };
  const counts: FilterField = {
    name: "count",
    label: r.say(w.mapCount),
    value: count,
    options: MAP_COUNTS.map((name) => ({ value: name, text: r.say(names[name]) })),
  };
  return show(
    <MapView
      results={results}
      filters={[counts, domainField(ask, tally.domains, domainFor(r, tally), true)]}
      choices={choicesIn(r)}
      finding={picture.about.title}
      map={picture.html}
    />,
  );
});

/** How a gap is measured. */
export const method = whenOpen(({ scope }, results) =>
  Promise.resolve(show(<MethodView results={results} floor={scope.floor} grid={GRID_SIZE} />)),
);
