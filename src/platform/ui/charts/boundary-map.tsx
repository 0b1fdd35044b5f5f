/** Areas with their true borders, shaded by amount; the figures stand in the table beneath. */
import { extent } from "d3-array";
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Key } from "#platform/ui/marks.tsx";
import { AMOUNT, type Breaks, EDGE, stepOf } from "./colour.ts";
import { type About, at, Frame } from "./frame.tsx";

/** A closed line of projected positions; its last point may repeat the first. */
export type Ring = readonly (readonly [number, number])[];

export interface Area {
  readonly name: string;
  /** Outer rings and holes, already projected and simplified. */
  readonly rings: readonly Ring[];
  /** `null` when there is no figure, or it is hidden. */
  readonly value: number | null;
  /** Instead of the figure: `<5`, “–”. */
  readonly text?: string;
}

export interface BoundaryMapProps {
  readonly say: Say;
  readonly about: About;
  readonly areas: readonly Area[];
  readonly breaks: Breaks;
  readonly steps: readonly [string, string, string, string, string];
  /** North is where y grows (as in most projections), unless the rings are already on screen coordinates. */
  readonly screen?: boolean;
  readonly format: (value: number) => string;
  readonly heads: readonly [string, string];
  readonly heading?: 2 | 3 | 4 | "none";
}

const WIDTH = 640;
const MARGIN = 6;

/** Fits all rings into the drawing's width, keeping their proportions. Throws `RangeError` when there is nothing to fit. */
function fit(
  areas: readonly Area[],
  screen: boolean,
): { readonly height: number; readonly place: (point: readonly [number, number]) => string } {
  const points = areas.flatMap((area) => area.rings.flat());
  const [left, right] = extent(points, (p) => p[0]);
  const [low, high] = extent(points, (p) => p[1]);
  if (left === undefined || right === undefined || low === undefined || high === undefined || right === left) {
    throw new RangeError("no boundaries to draw");
  }
  const scale = (WIDTH - 2 * MARGIN) / (right - left);
  return {
    height: Math.ceil((high - low) * scale + 2 * MARGIN),
    place: ([x, y]) => `${at(MARGIN + (x - left) * scale)} ${at(MARGIN + (screen ? y - low : high - y) * scale)}`,
  };
}

/** The map alone; an area without a figure is left hatched by a dotted edge. */
export function BoundaryMapSvg({ about, areas, breaks, screen = false }: BoundaryMapProps): VNode {
  const { height, place } = fit(areas, screen);
  const pathOf = (ring: Ring): string => `M${ring.map(place).join("L")}Z`;
  return (
    <svg class="in-boundaries" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={about.label}>
      {areas.map((area) => (
        <path
          d={area.rings.map(pathOf).join("")}
          fill={area.value === null ? "#f1f5f3" : AMOUNT[stepOf(area.value, breaks)]}
          fill-rule="evenodd"
          stroke={EDGE}
          stroke-dasharray={area.value === null ? "3 3" : undefined}
          stroke-linejoin="round"
        />
      ))}
    </svg>
  );
}

/** Map, key and table. */
export function BoundaryMap(map: BoundaryMapProps): VNode {
  const { say, about, areas, steps, format, heads, heading } = map;
  const rows = areas
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((area) => [area.name, area.text ?? (area.value === null ? "–" : format(area.value))]);
  return (
    <Frame say={say} about={about} heading={heading} figures={{ head: heads, rows }}>
      <BoundaryMapSvg {...map} />
      <Key>
        {steps.map((step, index) => (
          <span>
            <i class={`in-sw in-a${index}`} />
            {step}
          </span>
        ))}
      </Key>
    </Frame>
  );
}
