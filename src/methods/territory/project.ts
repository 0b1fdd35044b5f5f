/** Boundaries as paths of an SVG drawing. */
import type { Boundary, Position, Ring } from "./check.ts";
import { labelPoint } from "./rings.ts";

/** The size and fineness of a drawing. */
export interface Sheet {
  /** Width of the drawing in its own units; the height follows. */
  readonly width: number;
  readonly margin?: number;
  /** Decimals of the units that are kept; 0 is enough for a small map 600 wide. */
  readonly decimals?: number;
}

/** One territory: the `d` of its path (fill rule even–odd or non-zero), and a point inside it for a label. */
export interface Shape {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly centre: Position;
}

/** A drawing: put `viewBox` on the svg element and each `path` on a path element. */
export interface Drawing {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

interface Extent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function extentOf(boundaries: readonly Boundary[]): Extent {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { areas } of boundaries) {
    for (const [x, y] of areas.flat(2)) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  if (!(west <= east)) throw new RangeError("nothing to draw");
  return { west, east, south, north };
}

/** Numbers for a path: no leading zero, no needless sign or space. */
function numbers(values: readonly number[], decimals: number): string {
  let text = "";
  for (const value of values) {
    const short = String(value / 10 ** decimals).replace(/^(-?)0\./u, "$1.");
    text += text !== "" && !short.startsWith("-") ? ` ${short}` : short;
  }
  return text;
}

/** A ring on the grid of whole steps as a relative path, positions that coincide left out; empty when it has no area left. */
function ringPath(ring: Ring, decimals: number): string {
  const steps = ring.slice(0, -1).filter(([x, y], i) => {
    const [beforeX, beforeY] = (i === 0 ? undefined : ring[i - 1]) ?? [Number.NaN, Number.NaN];
    return x !== beforeX || y !== beforeY;
  });
  const [first] = steps;
  if (first === undefined || new Set(steps.map(([x, y]) => `${x} ${y}`)).size < 3) return "";
  const moves = steps.slice(1).flatMap(([x, y], i) => {
    const [beforeX, beforeY] = steps[i] ?? first;
    return [x - beforeX, y - beforeY];
  });
  return `M${numbers(first, decimals)}l${numbers(moves, decimals)}z`;
}

/**
 * Draws boundaries on a flat map: equirectangular with true scale at the mean latitude (Snyder 1987, p. 90), good to 1 % for
 * a country some degrees high. Positions are rounded on one grid, so shared borders stay shared. A territory too small for
 * the grid becomes a square of one step, so that none disappears. Throws RangeError without positions.
 */
export function drawBoundaries(boundaries: readonly Boundary[], { width, margin = 0, decimals = 0 }: Sheet): Drawing {
  const { west, east, south, north } = extentOf(boundaries);
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const across = Math.max((east - west) * squeeze, Number.MIN_VALUE);
  const scale = (width - 2 * margin) / across;
  const height = Math.ceil((north - south) * scale + 2 * margin);
  const unit = 10 ** decimals;
  const step = ([x, y]: Position): Position => [
    Math.round((margin + (x - west) * squeeze * scale) * unit),
    Math.round((margin + (north - y) * scale) * unit),
  ];
  const shapes = boundaries.map(({ properties, areas }): Shape => {
    const placed = areas.map((area) => area.map((ring) => ring.map(step)));
    const [x, y] = labelPoint(placed);
    const path = placed
      .flat()
      .map((ring) => ringPath(ring, decimals))
      .join("");
    const [left, top] = placed[0]?.[0]?.[0] ?? [0, 0];
    const dot = `M${numbers([left, top], decimals)}l${numbers([1, 0, 0, 1, -1, 0], decimals)}z`;
    const centre: Position = [Math.round(x) / unit, Math.round(y) / unit];
    return { properties, path: path === "" ? dot : path, centre };
  });
  return { viewBox: `0 0 ${width} ${height}`, width, height, shapes };
}
