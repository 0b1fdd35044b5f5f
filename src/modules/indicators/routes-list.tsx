/** The lists of indicators, of what waits to be verified, and of names in partners’ reports, each with its files. */
import { asked, may, within, type Request } from "#kernel/access/asked.ts";
import { choiceFilter, codeFilter, listed, listedFile, type Filter, type List } from "#kernel/access/list.ts";
import { page, type Route } from "#kernel/access/route.ts";
import { holds } from "#kernel/access/verb.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { aliasesOf, claimedFigures, indicatorsByIds, indicatorsWhere, ownersOf } from "#kernel/measure/queries.ts";
import type { Alias, Indicator } from "#kernel/measure/schema.ts";
import { nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { formatAsked, type ListColumn } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { mayVerify } from "./ask.ts";
import { PROGRESS, unitText } from "./format.ts";
import { paths } from "./paths.ts";
import { seesAll, verbs, WORST_FIRST } from "./rules.ts";
import { standings } from "./standing.ts";
import { FramesView } from "./views/frames.tsx";
import { ListView, type ListRow } from "./views/list.tsx";
import { ToVerifyView, type Waiting } from "./views/to-verify.tsx";
import { w } from "./words.ts";
import { w as more } from "./words-more.ts";

/** The organisation that the list is read for: the one asked for within reach, the reader’s own, or all together (null). */
const placeFilter: Filter<string | null> = {
  folded: false,
  read: async (visit, name) => {
    const r = visit as Request;
    const reach = await within(r, verbs.read);
    const owners = [...new Set((await ownersOf(r.db, {})).map((one) => one.organisation))].filter((id) => holds(reach, id));
    const places = owners.length === 0 ? [] : await organisationsOn(r.db, { ids: owners, on: r.today, language: r.language });
    const wanted = asked(r, name);
    const own = !seesAll(r.actor) && places.some((one) => one.id === r.actor.organisation) ? r.actor.organisation : null;
    const value = places.some((one) => one.id === wanted) ? wanted : wanted === "all" ? null : own;
    const options = [{ value: "all", text: r.say(w.everywhere) }, ...places.map((one) => ({ value: one.id, text: one.name }))];
    return { value, set: wanted !== null, field: { name, label: r.say(w.place), value: value ?? "all", options } };
  },
};

const FILTERS = {
  place: placeFilter,
  domain: choiceFilter((r) => optionsOf(r.say, r.pack, "capacity_domain"), { label: w.field, any: w.anyField }),
  state: codeFilter(WORST_FIRST, { label: w.stands, any: w.anyState, text: (state, r) => r.say(PROGRESS[state].word) }),
};

function columnsOf(r: Request): ListColumn<ListRow>[] {
  return [
    { name: "code", head: w.code, cell: (row) => row.indicator.code },
    { name: "indicator", head: w.indicator, cell: (row) => r.say(row.indicator.names) },
    {
      name: "field",
      head: w.field,
      cell: (row) => (row.indicator.domain === null ? null : nameOf(r.say, r.pack, "capacity_domain", row.indicator.domain)),
    },
    { name: "unit", head: w.unit, cell: (row) => unitText(r.shell, row.indicator.unit) },
    { name: "baseline", head: w.from, kind: { kind: "decimal", places: 2 }, cell: (row) => row.baseline?.value ?? null },
    { name: "latest", head: w.now, kind: { kind: "decimal", places: 2 }, cell: (row) => row.latest?.value ?? null },
    { name: "latest_to", head: w.period, kind: { kind: "date" }, cell: (row) => row.latest?.to ?? null },
    {
      name: "certainty",
      head: w.sure,
      cell: (row) => (row.latest === null ? null : nameOf(r.say, r.pack, "certainty", row.latest.certainty)),
    },
    { name: "target", head: w.target, kind: { kind: "decimal", places: 2 }, cell: (row) => row.target?.value ?? null },
    { name: "progress", head: w.stands, cell: (row) => r.say(PROGRESS[row.progress].word) },
  ];
}

/** Part of rows that came all at once, turned round when asked. */
function partOf<Row>(rows: readonly Row[], descending: boolean, { offset, limit }: { readonly offset: number; readonly limit: number }) {
  return { rows: (descending ? rows.toReversed() : rows).slice(offset, offset + limit), total: rows.length };
}

const LIST: List<Request, typeof FILTERS, ListRow, "stands" | "name"> = {
  name: "indicators",
  path: () => paths.indicators,
  filters: FILTERS,
  sorts: ["stands", "name"],
  first: () => ({ sort: "stands", descending: false }),
  rows: async (r, { filter: { place, domain, state }, sort, descending }, part) => {
    const indicators = await indicatorsWhere(r.db, { ...(domain !== null && { domain }) });
    const standing = await standings(r.db, indicators, { today: r.today, ...(place !== null && { organisations: [place] }) });
    const rows = indicators.flatMap((indicator): ListRow[] => {
      const here = standing.get(indicator.id);
      return here === undefined || (state !== null && here.progress !== state) ? [] : [{ indicator, ...here }];
    });
    const byName = (one: ListRow, other: ListRow): number =>
      r.say(one.indicator.names).localeCompare(r.say(other.indicator.names), r.language);
    const byState = (one: ListRow, other: ListRow): number =>
      WORST_FIRST.indexOf(one.progress) - WORST_FIRST.indexOf(other.progress) || byName(one, other);
    return partOf(rows.toSorted(sort === "name" ? byName : byState), descending, part);
  },
  result: (r, total) => r.say(w.result, { total }),
  columns: columnsOf,
};

async function list(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, LIST);
  const found = await listed(r, LIST);
  return show(
    <ListView
      shell={r.shell}
      list={found}
      place={found.ask.filter.place}
      may={{ define: may(r, verbs.define), verify: may(r, verbs.verify), take: may(r, verbs.take) }}
    />,
  );
}

const asking = new WeakMap<Request["query"], Promise<readonly Waiting[]>>();

/** Everything that waits for the reader; read once a request, for the filters and the rows alike. */
function waitingFor(r: Request): Promise<readonly Waiting[]> {
  const known = asking.get(r.query) ?? readWaiting(r);
  asking.set(r.query, known);
  return known;
}

/** Hers to look up, and not what she recorded. */
async function readWaiting(r: Request): Promise<readonly Waiting[]> {
  const reach = await within(r, verbs.verify);
  const figures = await claimedFigures(r.db, { limit: 5000, ...(reach !== "all" && { organisations: [...reach] }) });
  const mine = figures.filter((figure) => mayVerify(r, figure, reach));
  const indicators = await indicatorsByIds(r.db, [...new Set(mine.map((one) => one.indicator))]);
  const ids = [...new Set(mine.flatMap((one) => one.organisation ?? []))];
  const places = ids.length === 0 ? [] : await organisationsOn(r.db, { ids, on: r.today, language: r.language });
  const names = new Map(places.map((one) => [one.id, one.name]));
  return mine.flatMap((figure) => {
    const indicator = indicators.get(figure.indicator);
    return indicator === undefined ? [] : [{ figure, indicator, place: names.get(figure.organisation ?? "") ?? r.say(w.everywhere) }];
  });
}

const byText = (one: { readonly text: string }, other: { readonly text: string }): number => one.text.localeCompare(other.text);

/** Each value once, as options by name. */
function onceOf<Row>(rows: readonly Row[], value: (row: Row) => string, text: (row: Row) => string) {
  return [...new Map(rows.map((row) => [value(row), text(row)]))].map(([id, name]) => ({ value: id, text: name })).toSorted(byText);
}

const WAITING = {
  indicator: choiceFilter(
    async (r) =>
      onceOf(
        await waitingFor(r as Request),
        (row) => row.indicator.id,
        (row) => r.say(row.indicator.names),
      ),
    { label: w.indicator, any: more.anyIndicator },
  ),
  place: choiceFilter(
    async (r) =>
      onceOf(
        await waitingFor(r as Request),
        (row) => row.figure.organisation ?? "",
        (row) => row.place,
      ).filter((one) => one.value !== ""),
    { label: w.place, any: more.anyPlace },
  ),
};

const TO_VERIFY: List<Request, typeof WAITING, Waiting, "indicator" | "recorded"> = {
  name: "figures-to-verify",
  path: () => paths.toVerify,
  filters: WAITING,
  sorts: ["indicator", "recorded"],
  // One indicator after another, so that each source is opened once.
  first: () => ({ sort: "indicator", descending: false }),
  rows: async (r, { filter, sort, descending }, part) => {
    const rows = (await waitingFor(r)).filter(
      ({ figure }) =>
        (filter.indicator === null || figure.indicator === filter.indicator) &&
        (filter.place === null || figure.organisation === filter.place),
    );
    const key = ({ figure, indicator, place }: Waiting): string => `${r.say(indicator.names)} ${figure.to} ${place} ${figure.sex ?? ""}`;
    const byIndicator = (one: Waiting, other: Waiting): number => key(one).localeCompare(key(other), r.language);
    return partOf(sort === "recorded" ? rows : rows.toSorted(byIndicator), descending, part);
  },
  result: (r, total) => r.say(more.verifyResult, { total }),
  columns: (r) => [
    { name: "code", head: w.code, cell: (row) => row.indicator.code },
    { name: "indicator", head: w.indicator, cell: (row) => r.say(row.indicator.names) },
    { name: "organisation", head: w.place, cell: (row) => row.place },
    { name: "from", kind: { kind: "date" }, cell: (row) => row.figure.from },
    { name: "to", kind: { kind: "date" }, cell: (row) => row.figure.to },
    { name: "sex", cell: (row) => row.figure.sex },
    { name: "tier", cell: (row) => row.figure.tier },
    { name: "value", head: w.value, kind: { kind: "decimal", places: 2 }, cell: (row) => row.figure.value },
    { name: "source", head: w.source, cell: (row) => row.figure.source },
    { name: "recorded", head: more.recorded, kind: { kind: "date" }, cell: (row) => dayOf(row.figure.recordedAt, r.pack.timeZone) },
  ],
};

async function toVerify(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, TO_VERIFY);
  const kept = ["indicator", "place", "sort", "page"].flatMap((name) => {
    const value = asked(r, name);
    return value === null ? [] : [[name, value]];
  });
  return show(<ToVerifyView shell={r.shell} list={await listed(r, TO_VERIFY)} kept={Object.fromEntries(kept)} />);
}

/** A partner’s name for an indicator of ours. */
interface Named {
  readonly alias: Alias;
  readonly indicator: Indicator;
}

const FRAMES_FILTERS = {
  frame: choiceFilter(
    async (r) =>
      onceOf(
        await aliasesOf(r.db, {}),
        (one) => one.frame,
        (one) => one.frame,
      ),
    { label: w.frame, any: w.everywhere },
  ),
};

const FRAMES: List<Request, typeof FRAMES_FILTERS, Named, "theirs" | "ours"> = {
  name: "indicator-names",
  path: () => paths.frames,
  filters: FRAMES_FILTERS,
  sorts: ["theirs", "ours"],
  first: () => ({ sort: "theirs", descending: false }),
  rows: async (r, { filter: { frame }, sort, descending }, part) => {
    const [all, indicators] = await Promise.all([aliasesOf(r.db, {}), indicatorsWhere(r.db)]);
    const byId = new Map(indicators.map((one) => [one.id, one]));
    const rows = all.flatMap((alias) => {
      const indicator = byId.get(alias.indicator);
      return indicator === undefined || (frame !== null && alias.frame !== frame) ? [] : [{ alias, indicator }];
    });
    const key = ({ alias, indicator }: Named): string => (sort === "ours" ? r.say(indicator.names) : `${alias.frame} ${alias.code}`);
    return partOf(
      rows.toSorted((one, other) => key(one).localeCompare(key(other), r.language, { numeric: true })),
      descending,
      part,
    );
  },
  result: (r, total) => r.say(more.framesResult, { total }),
  columns: (r) => [
    { name: "frame", head: w.frame, cell: (row) => row.alias.frame },
    { name: "their_code", head: more.dataCode, cell: (row) => row.alias.code },
    { name: "their_name", cell: (row) => r.say(row.alias.names) },
    { name: "code", head: w.code, cell: (row) => row.indicator.code },
    { name: "indicator", head: w.indicator, cell: (row) => r.say(row.indicator.names) },
    { name: "unit", head: w.unit, cell: (row) => unitText(r.shell, row.indicator.unit) },
  ],
};

async function frames(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, FRAMES);
  return show(<FramesView shell={r.shell} list={await listed(r, FRAMES)} />);
}

export const listRoutes: readonly Route[] = [
  page(paths.indicators, verbs.read, list),
  page(paths.toVerify, verbs.verify, toVerify),
  page(paths.frames, verbs.read, frames),
];
