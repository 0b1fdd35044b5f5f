/** The list of indicators and its files; what waits to be verified; names in partners’ reports. */
import { page, type Route } from "#kernel/access/route.ts";
import { holds } from "#kernel/access/verb.ts";
import type { Progress } from "#kernel/measure/figures.ts";
import { aliasesOf, claimedFigures, indicatorsByIds, indicatorsWhere, ownersOf } from "#kernel/measure/queries.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { changedQuery, pageAsked } from "#platform/http/address.ts";
import { fileLinks, formatAsked, listFile, type ListColumn } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { may, within, type Request } from "#kernel/access/asked.ts";
import { mayVerify } from "./ask.ts";
import { nameOf, PROGRESS, unitText } from "./format.ts";
import { paths } from "./paths.ts";
import { seesAll, verbs } from "./rules.ts";
import { standings } from "./standing.ts";
import { FramesView } from "./views/frames.tsx";
import { ListView, type ListRow } from "./views/list.tsx";
import { ToVerifyView } from "./views/to-verify.tsx";
import { w } from "./words.ts";
import { w as more } from "./words-more.ts";

const PAGE = 40;
const STATES = Object.keys(PROGRESS) as Progress[];
const WORST_FIRST: readonly Progress[] = ["off_track", "watch", "no_figure", "no_target", "on_track", "reached"];

/** The organisation that the list is read for: the one asked for within reach, the reader’s own, or all together. */
async function placeAsked(
  r: Request,
): Promise<{ readonly place: string | null; readonly places: readonly { id: string; name: string }[] }> {
  const reach = await within(r, verbs.read);
  const owners = [...new Set((await ownersOf(r.db, {})).map((one) => one.organisation))].filter((id) => holds(reach, id));
  const places = owners.length === 0 ? [] : await organisationsOn(r.db, { ids: owners, on: r.today, language: r.language });
  const asked = r.query.get("place") ?? "";
  if (places.some((one) => one.id === asked)) return { place: asked, places };
  const own = !seesAll(r.actor) && places.some((one) => one.id === r.actor.organisation) ? r.actor.organisation : null;
  return { place: asked === "all" ? null : own, places };
}

interface Asked {
  readonly rows: readonly ListRow[];
  readonly place: string | null;
  readonly places: readonly { id: string; name: string }[];
  readonly sort: { readonly key: string; readonly descending: boolean };
}

async function rowsAsked(r: Request): Promise<Asked> {
  const { place, places } = await placeAsked(r);
  const domain = r.query.get("domain") ?? "";
  const indicators = await indicatorsWhere(r.db, { ...(domain !== "" && { domain }) });
  const standing = await standings(r.db, indicators, { today: r.today, ...(place !== null && { organisations: [place] }) });
  const state = r.query.get("state") ?? "";
  const rows = indicators.flatMap((indicator) => {
    const here = standing.get(indicator.id);
    return here === undefined || (STATES.includes(state as Progress) && here.progress !== state) ? [] : [{ indicator, ...here }];
  });
  const [key = "stands", direction = "up"] = (r.query.get("sort") ?? "stands-up").split("-");
  const byName = (one: ListRow, other: ListRow): number =>
    r.say(one.indicator.names).localeCompare(r.say(other.indicator.names), r.language);
  const byState = (one: ListRow, other: ListRow): number =>
    WORST_FIRST.indexOf(one.progress) - WORST_FIRST.indexOf(other.progress) || byName(one, other);
  const sorted = rows.toSorted(key === "name" ? byName : byState);
  return {
    rows: direction === "down" ? sorted.toReversed() : sorted,
    place,
    places,
    sort: { key: key === "name" ? "name" : "stands", descending: direction === "down" },
  };
}

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

function filtersOf(r: Request, { place, places, rows }: Asked) {
  const asked = (name: string): string => r.query.get(name) ?? "";
  const filtered = ["place", "domain", "state"].some((name) => asked(name) !== "");
  return {
    action: paths.indicators,
    result: r.say(w.result, { total: rows.length }),
    ...(filtered && { clearHref: paths.indicators }),
    keep: { sort: r.query.get("sort") ?? undefined },
    fields: [
      {
        name: "place",
        label: r.say(w.place),
        value: place ?? "all",
        options: [{ value: "all", text: r.say(w.everywhere) }, ...places.map((one) => ({ value: one.id, text: one.name }))],
      },
      {
        name: "domain",
        label: r.say(w.field),
        value: asked("domain"),
        options: [
          { value: "", text: r.say(w.anyField) },
          ...codesOf(r.pack, "capacity_domain").map((code) => ({ value: code.code, text: r.say(code.names) })),
        ],
      },
      {
        name: "state",
        label: r.say(w.stands),
        value: asked("state"),
        options: [{ value: "", text: r.say(w.anyState) }, ...STATES.map((state) => ({ value: state, text: r.say(PROGRESS[state].word) }))],
      },
    ],
  };
}

async function list(r: Request): Promise<Reply> {
  const asked = await rowsAsked(r);
  if (formatAsked(r.query) !== null) return listFile(r, { name: "indicators", columns: columnsOf(r), rows: asked.rows });
  const last = Math.max(1, Math.ceil(asked.rows.length / PAGE));
  const current = pageAsked(r.query, last);
  const href = (changes: Record<string, string | number | null>): string => changedQuery(paths.indicators, r.query, changes);
  return show(
    <ListView
      shell={r.shell}
      rows={asked.rows.slice((current - 1) * PAGE, current * PAGE)}
      place={asked.place}
      filters={filtersOf(r, asked)}
      sort={asked.sort}
      sortHref={(next) => href({ sort: `${next.key}-${next.descending ? "down" : "up"}`, page: null })}
      pages={{ current, last, href: (number) => href({ page: number === 1 ? null : number }) }}
      downloads={fileLinks((format) => href({ format, page: null }), ["csv", "xlsx", "json"])}
      may={{ define: may(r, verbs.define), verify: may(r, verbs.verify), take: may(r, verbs.take) }}
    />,
  );
}

async function toVerify(r: Request): Promise<Reply> {
  const reach = await within(r, verbs.verify);
  const figures = await claimedFigures(r.db, { limit: 200, ...(reach !== "all" && { organisations: [...reach] }) });
  const mine = figures.filter((figure) => mayVerify(r, figure, reach));
  const indicators = await indicatorsByIds(r.db, [...new Set(mine.map((one) => one.indicator))]);
  const ids = [...new Set(mine.flatMap((one) => one.organisation ?? []))];
  const places = ids.length === 0 ? [] : await organisationsOn(r.db, { ids, on: r.today, language: r.language });
  return show(
    <ToVerifyView shell={r.shell} figures={mine} indicators={indicators} names={new Map(places.map((one) => [one.id, one.name]))} />,
  );
}

async function frames(r: Request): Promise<Reply> {
  const frame = r.query.get("frame") ?? "";
  const [all, indicators] = await Promise.all([aliasesOf(r.db, {}), indicatorsWhere(r.db)]);
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const rows = all.flatMap((alias) => {
    const indicator = byId.get(alias.indicator);
    return indicator === undefined || (frame !== "" && alias.frame !== frame) ? [] : [{ alias, indicator }];
  });
  if (formatAsked(r.query) !== null)
    return listFile(r, {
      name: "indicator-names",
      columns: [
        { name: "frame", head: w.frame, cell: (row) => row.alias.frame },
        { name: "their_code", head: more.dataCode, cell: (row) => row.alias.code },
        { name: "their_name", cell: (row) => r.say(row.alias.names) },
        { name: "code", head: w.code, cell: (row) => row.indicator.code },
        { name: "indicator", head: w.indicator, cell: (row) => r.say(row.indicator.names) },
        { name: "unit", head: w.unit, cell: (row) => unitText(r.shell, row.indicator.unit) },
      ],
      rows,
    });
  const href = (changes: Record<string, string | null>): string => changedQuery(paths.frames, r.query, changes);
  return show(
    <FramesView
      shell={r.shell}
      rows={rows}
      frames={[...new Set(all.map((alias) => alias.frame))]}
      frame={frame}
      downloads={fileLinks((format) => href({ format }), ["csv", "xlsx", "json"])}
    />,
  );
}

export const listRoutes: readonly Route[] = [
  page(paths.indicators, verbs.read, list),
  page(paths.toVerify, verbs.verify, toVerify),
  page(paths.frames, verbs.read, frames),
];
