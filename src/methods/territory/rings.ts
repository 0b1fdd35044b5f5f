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
  const turned = (ring: Ring, counterClockwise: boolean): Ring =>
    signedArea(ring) > 0 === counterClockwise ? ring : ring.toReversed();
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

/** A point inside the largest area, for a label: its centroid, or the middle of the widest stretch at that height where the centroid falls outside. */
export function labelPoint(areas: readonly Area[]): Position {
  const largest = areas.reduce((best, area) => (areaOf(area) > areaOf(best) ? area : best));
  const middle = centroid(largest[0] ?? []);
  if (isInside(largest, middle)) return middle;
  const line = crossings(largest, middle[1]);
  let best: Position = middle;
  let widest = 0;
  for (let i = 0; i + 1 < line.length; i += 2) {
    const [left, right] = [line[i] ?? 0, line[i + 1] ?? 0];
    if (right - left > widest) {
      widest = right - left;
      best = [(left + right) / 2, middle[1]];
    }
  }
  return best;
}
