/** The map of districts as a picture: tiles where the pack has them, true borders where an operator imported them. */
import { BoundaryMap, BoundaryMapSvg, type BoundaryMapProps } from "#platform/ui/charts/boundary-map.tsx";
import { TileMap, TileMapSvg, type Tile, type TileMapProps } from "#platform/ui/charts/tile-map.tsx";
import type { About } from "#platform/ui/charts/frame.tsx";
import type { Breaks } from "#platform/ui/charts/colour.ts";
import { unitOf } from "#kernel/pack/lookup.ts";
import { formatPercent } from "#platform/ui/format.ts";
import { codeName, countText, hiddenWords, type Picture, type PictureTable, type Voice } from "./picture.ts";
import type { Origin } from "./picture-spread.tsx";
import { breaksOf, cornerOf, outlinedIn, codeOfTile, type DrawnArea, type MapCount, type MapPlace } from "./results-map.ts";
import { w } from "./words-results.ts";

export interface MapPictureProps extends Origin {
  readonly places: readonly MapPlace[];
  readonly count: MapCount;
  /** Requests of one field; null for all. */
  readonly domain: string | null;
  readonly floor: number;
  readonly today: string;
  readonly areas: readonly DrawnArea[] | null;
  readonly hrefOf: (organisation: string) => string | undefined;
  readonly heading?: 2 | 3 | "none";
}

type Five = readonly [string, string, string, string, string];

function breaksFor({ places, count }: MapPictureProps): Breaks {
  if (count === "coverage") return [0.2, 0.4, 0.6, 0.8];
  return breaksOf(places.flatMap((place) => place.count ?? []));
}

function textFor(voice: Voice, count: MapCount, value: number): string {
  return count === "coverage" ? formatPercent(value, voice.language) : countText(voice, value);
}

function stepsFor(voice: Voice, count: MapCount, [a, b, c, d]: Breaks): Five {
  const text = (value: number): string => textFor(voice, count, value);
  if (count === "coverage")
    return [
      voice.say(w.under, { value: text(a) }),
      ...(
        [
          [a, b],
          [b, c],
          [c, d],
        ] as const
      ).map(([from, to]) => voice.say(w.fromUnder, { from: text(from), to: text(to) })),
      voice.say(w.orMore, { value: text(d) }),
    ] as unknown as Five;
  const range = (from: number, to: number): string => (from === to ? text(from) : `${text(from)}–${text(to)}`);
  return [range(0, a - 1), range(a, b - 1), range(b, c - 1), range(c, d - 1), voice.say(w.orMore, { value: text(d) })];
}

function aboutOf(props: MapPictureProps): About {
  const { voice, count, domain, source, date, svgHref } = props;
  const { say } = voice;
  const field = domain === null ? null : codeName(voice, "capacity_domain", domain);
  const title = {
    answers: say(w.mapAnswers),
    coverage: say(w.mapCoverage),
    requests: field === null ? say(w.mapRequests) : say(w.mapRequestsField, { field }),
  }[count];
  const unit = { answers: say(w.mapAnswersUnit), coverage: say(w.mapCoverageUnit), requests: say(w.mapRequestsUnit) }[count];
  return { title, unit, source, date, label: title, svgHref };
}

function tilesOf(props: MapPictureProps, outlined: ReadonlySet<string>): Tile[] {
  const { voice, places, floor, hrefOf } = props;
  const byCode = new Map(places.map((place) => [place.organisation.code, place]));
  return voice.pack.tiles.map((tile) => {
    const place = byCode.get(codeOfTile(voice.pack, tile.unit));
    const known = place === undefined ? null : place.count;
    return {
      code: tile.code,
      name: place?.organisation.name ?? voice.say(unitOf(voice.pack, tile.unit).names),
      column: tile.column,
      row: tile.row,
      value: known,
      text: place?.few === true ? `<${floor}` : undefined,
      href: place === undefined ? undefined : hrefOf(place.organisation.id),
      outlined: outlined.has(tile.unit),
    };
  });
}

function tableOf(props: MapPictureProps): PictureTable {
  const { voice, places, count, floor } = props;
  const { say } = voice;
  const head = { answers: w.answered, coverage: w.shareHead, requests: w.needsHead }[count];
  return {
    columns: [
      { name: say(w.organisation), kind: "text" },
      { name: say(w.areaHead), kind: "text" },
      { name: say(head), kind: count === "coverage" ? "text" : "integer" },
      { name: say(w.noteHead), kind: "text" },
    ],
    rows: places.map(({ organisation, count: value, few }) => [
      organisation.name,
      organisation.areaName ?? "",
      value === null ? null : count === "coverage" ? formatPercent(value, voice.language) : value,
      few ? hiddenWords(voice, "few", floor) : "",
    ]),
  };
}

function boundaryProps(props: MapPictureProps, about: About, breaks: Breaks, steps: Five): BoundaryMapProps | null {
  const { voice, areas, places, count, floor } = props;
  if (areas === null || areas.length === 0) return null;
  const byId = new Map(places.map((place) => [place.organisation.id, place]));
  return {
    say: voice.say,
    about: { ...about, title: voice.say(w.mapBorders) },
    areas: areas.flatMap((area) => {
      const place = byId.get(area.organisation);
      return place === undefined
        ? []
        : [{ name: place.organisation.name, rings: area.rings, value: place.count, text: place.few ? `<${floor}` : undefined }];
    }),
    breaks,
    steps,
    format: (value) => textFor(voice, count, value),
    heads: [voice.say(w.organisation), about.title],
  };
}

/** The map. Its drawing as a file has true borders when there are any. */
export function mapPicture(props: MapPictureProps): Picture {
  const { voice, count, heading } = props;
  const { say, pack } = voice;
  const about = aboutOf(props);
  const breaks = breaksFor(props);
  const steps = stepsFor(voice, count, breaks);
  const { units, through } = outlinedIn(pack, props.today);
  const onMap = new Set(pack.tiles.map((tile) => codeOfTile(pack, tile.unit)));
  const offMap = props.places.filter((place) => !onMap.has(place.organisation.code) && place.count !== null);
  const notes = [
    ...through.map((unit) => say(w.outlined, { member: say(unitOf(pack, unit).names) })),
    ...offMap.map((place) => say(w.besideMap, { name: place.organisation.name, value: textFor(voice, count, place.count ?? 0) })),
  ];
  const map: TileMapProps = {
    say,
    about,
    heading,
    tiles: tilesOf(props, units),
    breaks,
    steps,
    keyTitle: { answers: say(w.keyPeople), coverage: say(w.keyShare), requests: say(w.keyNeeds) }[count],
    keyAt: cornerOf(pack.tiles),
    outlineNote: notes.length === 0 ? undefined : notes.join(" "),
    format: (value) => textFor(voice, count, value),
    heads: [say(w.organisation), about.title],
  };
  const borders = boundaryProps(props, about, breaks, steps);
  return {
    about,
    html: (
      <>
        {map.tiles.length > 0 && <TileMap {...map} />}
        {borders !== null && <BoundaryMap {...borders} />}
      </>
    ),
    svg: borders !== null ? <BoundaryMapSvg {...borders} /> : map.tiles.length > 0 ? <TileMapSvg {...map} /> : null,
    table: tableOf(props),
  };
}
