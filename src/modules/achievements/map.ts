/** People by district as a map of equal tiles: counts alone, with women and men in the table behind it. */
import type { Pack } from "#kernel/pack/pack.ts";
import { organisationCode } from "#kernel/registry/bulk.ts";
import type { MemberRow } from "#kernel/registry/organisations.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import type { About } from "#platform/ui/charts/frame.tsx";
import { quarterBreaks, stepWords } from "#platform/ui/charts/steps.ts";
import type { Tile, TileMapProps } from "#platform/ui/charts/tile-map.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import { NONE } from "./scope.ts";
import { w } from "./words.ts";

/** People of one district; null where the number is hidden. `code` is the organisation. */
export interface MappedRow {
  readonly code: string;
  readonly name: string;
  readonly women: number | null;
  readonly men: number | null;
  readonly unknown: number | null;
  readonly people: number | null;
}

export interface MapInput {
  readonly say: Say;
  readonly language: Language;
  readonly pack: Pack;
  /** Members and the places shown under them. */
  readonly members: readonly MemberRow[];
  readonly rows: readonly MappedRow[];
  readonly about: Pick<About, "source" | "date" | "svgHref">;
  /** The list behind a district’s figure; absent where there is none to open. */
  readonly href?: (code: string) => string;
}

/** Fewer districts than this are read faster as a list. */
const FEWEST = 4;

function tilesOf({ pack, members, rows, href }: MapInput): Tile[] {
  const tier = pack.units.find((unit) => unit.code === pack.tiles[0]?.unit)?.tier ?? "";
  const byCode = new Map(members.map((member) => [member.code, member]));
  const byDistrict = new Map(rows.map((row) => [row.code, row]));
  return pack.tiles.flatMap((tile): Tile[] => {
    const member = byCode.get(organisationCode(tier, tile.unit));
    if (member === undefined) return [];
    const row = byDistrict.get(member.id);
    return [
      {
        code: tile.code,
        name: member.name,
        column: tile.column,
        row: tile.row,
        value: row === undefined ? 0 : row.people,
        outlined: member.via !== null,
        ...(row !== undefined && href !== undefined && { href: href(row.code) }),
      },
    ];
  });
}

/** The map; null where so few districts have a figure that a list says it better. */
export function districtMap(input: MapInput): TileMapProps | null {
  const { say, language, members, rows, about } = input;
  const tiles = tilesOf(input);
  const format = (value: number): string => formatNumber(value, language);
  if (tiles.filter((tile) => tile.value !== 0).length < FEWEST) return null;
  const named = new Set(tiles.map((tile) => tile.name));
  const elsewhere = rows.filter((row) => row.code === NONE || !named.has(row.name));
  const missing = elsewhere.some((row) => row.people === null) ? null : elsewhere.reduce((sum, row) => sum + (row.people ?? 0), 0);
  const breaks = quarterBreaks(tiles.flatMap((tile) => tile.value ?? []));
  const via = members.find((member) => member.via !== null)?.via;
  const city = members.find((member) => member.id === via)?.name;
  const unknown = rows.some((row) => row.unknown !== 0);
  const cell = (value: number | null): string => (value === null ? "–" : format(value));
  return {
    say,
    about: { ...about, title: say(w.byDistrict), unit: say(w.mapUnit), label: say(w.mapLabel, { n: tiles.length }) },
    tiles,
    breaks,
    steps: stepWords(breaks, format),
    keyTitle: say(w.people),
    keyAt: { column: 5, row: 5 },
    format,
    heads: [say(w.district), say(w.people)],
    heading: "none",
    figures: {
      head: [say(w.district), say(w.women), say(w.men), ...(unknown ? [say(w.unknown)] : []), say(w.people)],
      rows: rows.map((row) => [row.name, cell(row.women), cell(row.men), ...(unknown ? [cell(row.unknown)] : []), cell(row.people)]),
    },
    ...(city !== undefined && { outlineNote: say(w.mapOutline, { city }) }),
    ...(elsewhere.length > 0 &&
      missing !== 0 && { note: missing === null ? say(w.mapElsewhere) : say(w.mapElsewhereCount, { n: missing }) }),
  };
}
