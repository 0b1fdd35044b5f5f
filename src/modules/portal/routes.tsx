/** The public portal: no account needed anywhere here. */
import { type Visit } from "#kernel/access/asked.ts";
import { choiceFilter, listed, listedFile, wordsFilter, type List } from "#kernel/access/list.ts";
import { page, type Route } from "#kernel/access/route.ts";
import { tierOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { organisationCode } from "#kernel/registry/bulk.ts";
import { membersOn, organisationsOn, type MemberRow } from "#kernel/registry/organisations.ts";
import { postsOn, type PostRow } from "#kernel/registry/posts.ts";
import { formatAsked } from "#platform/http/list-file.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { p } from "#platform/http/problems.ts";
import { Problem } from "#platform/problems/problem.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { IntervalSvg } from "#platform/ui/charts/interval.tsx";
import { TileMapSvg, type Tile, type TileMapProps } from "#platform/ui/charts/tile-map.tsx";
import { quarterBreaks, stepWords } from "#platform/ui/charts/steps.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { publicNeeds } from "#modules/needs";
import { dataset, feed } from "./downloads.tsx";
import { paths } from "./paths.ts";
import { findPlaces, heldBelow } from "./queries.ts";
import { officeOrder, publicOffices } from "./rules.ts";
import { DataView } from "./views/data.tsx";
import { HomeView } from "./views/home.tsx";
import { MembersView, type ListedPlace } from "./views/members.tsx";
import type { Officer } from "./views/officers.tsx";
import { needsPlot, NeedsView } from "./views/needs.tsx";
import { PlaceView } from "./views/place.tsx";
import { AccessibilityView, PrivacyView } from "./views/plain.tsx";
import { w } from "./words.ts";

function officersFrom(pack: Pack, posts: readonly PostRow[]): Officer[] {
  const order = officeOrder(pack);
  return [...posts]
    .sort((a, b) => order(a.postType, b.postType) || a.seat - b.seat)
    .map((post) => ({ post: post.post, postType: post.postType, name: post.personName, acting: post.acting, since: post.since }));
}

async function tilesFor(r: Visit, members: readonly MemberRow[]): Promise<Tile[]> {
  const tier = r.pack.units.find((unit) => unit.code === r.pack.tiles[0]?.unit)?.tier ?? "";
  const held = await heldBelow(r.db, tier, r.today);
  const byCode = new Map(members.map((member) => [member.code, member]));
  return r.pack.tiles.flatMap((tile) => {
    const member = byCode.get(organisationCode(tier, tile.unit));
    if (member === undefined) return [];
    return [
      {
        code: tile.code,
        name: member.name,
        column: tile.column,
        row: tile.row,
        value: held.get(member.id) ?? 0,
        href: paths.place(member.id),
        outlined: member.via !== null,
      },
    ];
  });
}

/** The map of the first page: how many posts are held in each district and its sectors. */
async function mapOf(r: Visit, members: readonly MemberRow[]): Promise<TileMapProps> {
  const { say, language } = r;
  const tiles = await tilesFor(r, members);
  const breaks = quarterBreaks(tiles.map((tile) => tile.value ?? 0));
  const format = (value: number): string => formatNumber(value, language);
  const via = members.find((member) => member.via !== null)?.via;
  const city = members.find((member) => member.id === via)?.name;
  const about = { title: say(w.mapTitle), unit: say(w.mapUnit), source: say(w.mapSource), date: formatDate(r.today) };
  return {
    say,
    about: { ...about, label: say(w.mapLabel, { n: tiles.length }), svgHref: paths.map },
    tiles,
    breaks,
    steps: stepWords(breaks, format),
    keyTitle: say(w.mapKey),
    keyAt: { column: 5, row: 5 },
    outlineNote: city === undefined ? undefined : say(w.mapOutline, { city }),
    format,
    heads: [say(w.district), say(w.mapKey)],
    heading: "none",
  };
}

async function map(r: Visit): Promise<Reply> {
  const props = await mapOf(r, await membersOn(r.db, r.today, r.language));
  return download(`districts-${r.today}.svg`, "image/svg+xml", svgFile(r.say, props.about, <TileMapSvg {...props} />), 300);
}

/** What districts need as a drawing. Throws “not found” until a round is shared. */
async function needsDrawing(r: Visit): Promise<Reply> {
  const needs = await publicNeeds(r.db, r.pack, r.today);
  const plot = needs === null ? null : needsPlot(r, needs);
  if (plot === null) throw new Problem(p.notFound);
  return download(`needs-${r.today}.svg`, "image/svg+xml", svgFile(r.say, plot.about, <IntervalSvg {...plot} />), 300);
}

async function home(r: Visit): Promise<Reply> {
  const members = await membersOn(r.db, r.today, r.language);
  const posts = await postsOn(r.db, {
    organisations: [r.association],
    postTypes: publicOffices(r.pack),
    on: r.today,
    language: r.language,
  });
  return show(
    <HomeView
      shell={r.shell}
      association={r.say(r.pack.association.names)}
      members={members.filter((member) => member.via === null).length}
      officers={officersFrom(r.pack, posts).filter((officer) => officer.name !== null)}
      map={await mapOf(r, members)}
      needsPublished={(await publicNeeds(r.db, r.pack, r.today)) !== null}
    />,
  );
}

async function listedPlaces(r: Visit, ids: readonly string[]): Promise<ListedPlace[]> {
  const organisations = await organisationsOn(r.db, { ids, on: r.today, language: r.language });
  const heads = r.pack.postTypes.filter((type) => type.isHead).map((type) => type.code);
  const posts = await postsOn(r.db, { organisations: ids, postTypes: heads, on: r.today, language: r.language });
  const headOf = new Map(posts.map((post) => [post.organisation, post]));
  const place = new Map(ids.map((id, index) => [id, index]));
  organisations.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return organisations.map((organisation) => ({
    id: organisation.id,
    name: organisation.name,
    kind: organisation.tier === null ? "" : r.say(tierOf(r.pack, organisation.tier).names),
    above: organisation.parentName,
    head: headOf.get(organisation.id)?.personName ?? null,
    since: headOf.get(organisation.id)?.since ?? null,
  }));
}

const FILTERS = {
  q: wordsFilter({ label: w.findHint }),
  in: choiceFilter(
    async (r) =>
      [...new Set((await membersOn(r.db, r.today, r.language)).flatMap((member) => member.parentName ?? []))]
        .sort()
        .map((name) => ({ value: name, text: name })),
    { label: w.above, any: w.all },
  ),
};

/** The most places that a search shows. */
const MOST_FOUND = 60;

type Key = "place" | "name" | "above" | "since";

/** Members and the places under them come in the order of the registry, and what a search found with the higher tiers first. */
const LIST: List<Visit, typeof FILTERS, ListedPlace, Key> = {
  name: "members",
  path: () => paths.members,
  filters: FILTERS,
  sorts: ["place", "name", "above", "since"],
  first: () => ({ sort: "place", descending: false }),
  rows: async (r, { filter, sort, descending }, { offset, limit }) => {
    const found =
      filter.q === null ? await membersOn(r.db, r.today, r.language) : await findPlaces(r.db, filter.q.slice(0, 60), r.today, MOST_FOUND);
    const places = await listedPlaces(
      r,
      found.map((place) => place.id),
    );
    const rows = places.filter((row) => filter.in === null || row.above === filter.in);
    const order = new Intl.Collator(r.language);
    const sorted = sort === "place" ? rows : rows.toSorted((a, b) => order.compare(a[sort] ?? "", b[sort] ?? ""));
    return { rows: (descending ? sorted.toReversed() : sorted).slice(offset, offset + limit), total: rows.length };
  },
  result: (r, total) => r.say(w.result, { n: total }),
  columns: () => [
    { name: "name", head: w.name, cell: (row) => row.name },
    { name: "kind", head: w.kind, cell: (row) => row.kind },
    { name: "above", head: w.above, cell: (row) => row.above },
    { name: "head", head: w.head, cell: (row) => row.head },
    { name: "since", head: w.since, kind: { kind: "date" }, cell: (row) => row.since },
  ],
};

async function members(r: Visit): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, LIST);
  const all = await membersOn(r.db, r.today, r.language);
  const lead = r.say(w.membersLead, {
    members: all.filter((member) => member.via === null).length,
    shown: all.length,
    association: r.say(r.pack.association.names),
  });
  return show(<MembersView shell={r.shell} lead={lead} list={await listed(r, LIST)} />);
}

async function place(r: Visit): Promise<Reply> {
  const id = r.params["id"] ?? "";
  const [organisation] = await organisationsOn(r.db, { ids: [id], on: r.today, language: r.language });
  if (organisation === undefined || organisation.tier === null) throw new Problem(p.notFound);
  const posts = await postsOn(r.db, { organisations: [id], postTypes: publicOffices(r.pack), on: r.today, language: r.language });
  const parts = await organisationsOn(r.db, { parent: id, on: r.today, language: r.language });
  const kind = r.say(tierOf(r.pack, organisation.tier).names);
  return show(
    <PlaceView
      shell={r.shell}
      name={organisation.name}
      lead={organisation.parentName === null ? kind : r.say(w.placeLead, { kind, above: organisation.parentName })}
      day={r.today}
      officers={officersFrom(r.pack, posts)}
      parts={parts.map((part) => ({ id: part.id, name: part.name }))}
    />,
  );
}

export const routes: readonly Route[] = [
  page(paths.home, "public", home),
  page(paths.map, "public", map),
  page(paths.feed, "public", feed),
  page(paths.members, "public", members),
  page(paths.place(":id"), "public", place),
  page(paths.needs, "public", async (r: Visit) => show(<NeedsView shell={r.shell} needs={await publicNeeds(r.db, r.pack, r.today)} />)),
  page("/public-needs.svg", "public", needsDrawing),
  page(paths.data, "public", (r: Visit) => Promise.resolve(show(<DataView shell={r.shell} datasets={r.house.datasets} />))),
  page("/data/:file", "public", dataset),
  page(paths.accessibility, "public", (r: Visit) => Promise.resolve(show(<AccessibilityView shell={r.shell} />))),
  page(paths.privacy, "public", (r: Visit) => Promise.resolve(show(<PrivacyView shell={r.shell} purposes={r.pack.retention} />))),
];
