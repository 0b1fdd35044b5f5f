/** Counts for the map of districts: who answered, how many of those invited, and how many needs were found. Never a level. */
import { checkBoundaries, type Boundary } from "#methods/territory/check.ts";
import { simplifyBoundaries } from "#methods/territory/simplify.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { membershipOn, unitOf } from "#kernel/pack/lookup.ts";
import { organisationCode } from "#kernel/registry/bulk.ts";
import type { FoundNeed, Participant, Turnout } from "./results-queries.ts";
import type { BoundaryRow } from "./results-queries-more.ts";
import type { Scope } from "./results-scope.ts";

/** What the map counts. */
export const MAP_COUNTS = ["answers", "coverage", "requests"] as const;
export type MapCount = (typeof MAP_COUNTS)[number];

/** One organisation on the map. `count` is null when there is nothing to show; `few`: more than none and fewer than may be shown. */
export interface MapPlace {
  readonly organisation: Participant;
  readonly count: number | null;
  readonly few: boolean;
}

/**
 * The count of every organisation that lets itself be seen in totals. Requests are needs found; other than the association
 * sees them only where its own organisations are concerned, because a need is a statement about one organisation.
 */
export function placesOf(scope: Scope, turnout: Turnout, needs: readonly FoundNeed[], count: MapCount, domain: string | null): MapPlace[] {
  const found = needs.filter((need) => domain === null || need.domain === domain);
  return scope.participants
    .filter((one) => scope.counted.has(one.id) || scope.named.has(one.id))
    .map((organisation) => {
      const { invited = 0, answered = 0 } = turnout.organisations.get(organisation.id) ?? {};
      const few = answered > 0 && answered < scope.floor;
      if (count === "requests") {
        const visible = scope.named.has(organisation.id);
        return { organisation, count: visible ? found.filter((need) => need.organisation === organisation.id).length : null, few: false };
      }
      if (count === "coverage") return { organisation, count: few || invited === 0 ? null : answered / invited, few };
      return { organisation, count: few ? null : answered, few };
    });
}

/** Four thresholds that make five steps of about as many places each, in round numbers; whole counts need at least 1, 2, 3, 4. */
export function breaksOf(values: readonly number[]): readonly [number, number, number, number] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const round = (value: number): number => {
    const unit = value >= 200 ? 50 : value >= 50 ? 10 : value >= 20 ? 5 : 1;
    return Math.max(1, Math.round(value / unit) * unit);
  };
  const breaks: number[] = [];
  for (const share of [0.2, 0.4, 0.6, 0.8]) breaks.push(Math.max((breaks.at(-1) ?? 0) + 1, round(at(share))));
  return breaks as unknown as readonly [number, number, number, number];
}

/** The free corner of a tile map that can hold its key, three columns by two rows: the lowest, then the rightmost. */
export function cornerOf(tiles: Pack["tiles"]): { readonly column: number; readonly row: number } | undefined {
  const taken = new Set(tiles.map((tile) => `${tile.column} ${tile.row}`));
  const columns = Math.max(0, ...tiles.map((tile) => tile.column));
  const rows = Math.max(0, ...tiles.map((tile) => tile.row));
  for (let row = rows - 1; row >= 1; row--)
    for (let column = columns - 2; column >= 1; column--) {
      const cells = [0, 1, 2].flatMap((right) => [0, 1].map((down) => `${column + right} ${row + down}`));
      if (cells.every((cell) => !taken.has(cell))) return { column, row };
    }
  return undefined;
}

/** Tiles of places that take part through another member: they are outlined, and these members are named once. */
export function outlinedIn(pack: Pack, day: string): { readonly units: ReadonlySet<string>; readonly through: readonly string[] } {
  const via = pack.tiles.flatMap(({ unit }) => {
    const through = membershipOn(pack, unit, day)?.memberVia ?? null;
    return through === null ? [] : [{ unit, through }];
  });
  return { units: new Set(via.map(({ unit }) => unit)), through: [...new Set(via.map(({ through }) => through))] };
}

/** The code of the organisation that governs the territory of a tile. */
export function codeOfTile(pack: Pack, unit: string): string {
  return organisationCode(unitOf(pack, unit).tier, unit);
}

/** Points of all borders together: a map 640 wide needs no more, and a page stays small. */
const POINTS = 1500;

/** One area, its borders projected: true scale at the middle latitude, north is where y grows. */
export interface DrawnArea {
  readonly organisation: string;
  readonly rings: readonly (readonly (readonly [number, number])[])[];
}

/** Imported boundaries made light enough to draw; null when there are none or they cannot be read. */
export function drawnAreas(rows: readonly BoundaryRow[]): DrawnArea[] | null {
  if (rows.length === 0) return null;
  const features = rows.map((row) => ({ type: "Feature", properties: { organisation: row.organisation }, geometry: row.geometry }));
  const checked = checkBoundaries({ type: "FeatureCollection", features });
  if (!checked.ok) return null;
  const light: Boundary[] = simplifyBoundaries(checked.boundaries, { points: POINTS });
  const latitudes = light.flatMap((boundary) => boundary.areas.flat(2).map(([, y]) => y));
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return light.map((boundary) => ({
    organisation: String(boundary.properties["organisation"]),
    rings: boundary.areas.flatMap((area) => area.map((ring) => ring.map(([x, y]): readonly [number, number] => [x * squeeze, y]))),
  }));
}
