/** Rings on the plane: area, direction and whether a point is inside. */
import type { Area, Boundary, Position, Ring } from "./check.ts";

/** The area within a ring by the surveyor’s formula, positive when it runs counter-clockwise; in squared units of its positions. */
export function signedArea(ring: Ring): number {
  let double = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0, 0];
    double += x * nextY - nextX * y;
  }
  return double / 2;
}

/** The area of an outer ring less its holes. */
export function areaOf([outer = [], ...holes]: Area): number {
  return Math.abs(signedArea(outer)) - holes.reduce((sum, hole) => sum + Math.abs(signedArea(hole)), 0);
}

/** The same boundary with outer rings counter-clockwise and holes clockwise, as RFC 7946 §3.1.6 asks. */
export function orient({ properties, areas }: Boundary): Boundary {
  const turned = (ring: Ring, counterClockwise: boolean): Ring => (signedArea(ring) > 0 === counterClockwise ? ring : ring.toReversed());
  return { properties, areas: areas.map((area) => area.map((ring, i) => turned(ring, i === 0))) };
}

/** Where a horizontal line crosses the rings, from left to right: between the first and the second it is inside, and so on. */
export function crossings(rings: readonly Ring[], y: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    for (const [i, [x2, y2]] of ring.entries()) {
      const [x1, y1] = ring[i - 1] ?? ring.at(-1) ?? [0, 0];
      if (y1 > y !== y2 > y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  return found.sort((a, b) => a - b);
}

/** Whether a point is inside the rings of an area (even–odd rule). */
export function isInside(rings: readonly Ring[], [x, y]: Position): boolean {
  return crossings(rings, y).filter((at) => at < x).length % 2 === 1;
}

function centroid(ring: Ring): Position {
  // Measured from the first position, or small rings far from the origin would lose their digits.
  const [x0, y0] = ring[0] ?? [0, 0];
  let [sumX, sumY, double] = [0, 0, 0];
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0, 0];
    const cross = (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
    double += cross;
    sumX += cross * (x - x0 + nextX - x0);
    sumY += cross * (y - y0 + nextY - y0);
  }
  return double === 0 ? [x0, y0] : [x0 + sumX / (3 * double), y0 + sumY / (3 * double)];
}

function distanceToSide([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** How far a point is from the nearest side of an area; negative outside. */
export function clearance(area: Area, point: Position): number {
  let nearest = Infinity;
  for (const ring of area) {
    for (const [i, end] of ring.entries()) {
      nearest = Math.min(nearest, distanceToSide(point, ring[i - 1] ?? end, end));
    }
  }
  return isInside(area, point) ? nearest : -nearest;
}

interface Cell {
  readonly point: Position;
  readonly half: number;
  readonly clear: number;
}

/** The point farthest from every side (pole of inaccessibility; Garcia-Castellanos and Lombardo 2007), by halving squares that may still hold a better one. */
function farthestInside(area: Area): Cell {
  const xs = (area[0] ?? []).map(([x]) => x);
  const ys = (area[0] ?? []).map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const size = Math.max(Math.max(...xs) - left, Math.max(...ys) - top);
  const cell = (point: Position, half: number): Cell => ({ point, half, clear: clearance(area, point) });
  let best = cell([left + size / 2, top + size / 2], size / 2);
  let open = [best];
  for (let round = 0; round < 8 && open.length > 0; round++) {
    open = open.flatMap(({ point: [x, y], half }) =>
      [-half / 2, half / 2].flatMap((dx) => [-half / 2, half / 2].map((dy) => cell([x + dx, y + dy], half / 2))),
    );
    for (const one of open) if (one.clear > best.clear) best = one;
    open = open.filter(({ clear, half }) => clear + half * Math.SQRT2 > best.clear + size / 500);
  }
  return best;
}

/** A point well inside the largest area, for a label: its centroid where that keeps clear of the sides, else the point farthest from them. */
export function labelPoint(areas: readonly Area[]): Position {
  const largest = areas.reduce((best, area) => (areaOf(area) > areaOf(best) ? area : best));
  const middle = centroid(largest[0] ?? []);
  const farthest = farthestInside(largest);
  return clearance(largest, middle) >= 0.5 * farthest.clear ? middle : farthest.point;
}
