/** Boundaries with far fewer positions, in which neighbours still share every border. */
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify } from "topojson-simplify";
import type { GeometryCollection, Objects, Topology } from "topojson-specification";
import type { Boundary, Position, Ring } from "./check.ts";
import { orient } from "./rings.ts";

/** How many positions may remain, borders between two territories counted once. Ends of borders always stay, so small numbers are exceeded. */
export interface Detail {
  readonly points: number;
  /** How many steps the grid has along the wider side, onto which positions are snapped first so that borders drawn twice become one. */
  readonly grid?: number;
}

/** A border between two meeting points; each position carries its weight (the triangle area it spans, Infinity at the ends). */
type WeightedArc = readonly (readonly [number, number, number])[];

/** The weight that the `points` heaviest positions reach. */
function leastWeight(arcs: readonly WeightedArc[], points: number): number {
  const weights = arcs.flatMap((arc) => arc.map(([, , weight]) => weight)).sort((a, b) => b - a);
  return weights.length <= points ? 0 : (weights[points - 1] ?? 0);
}

/** Which positions of each border are kept. */
type Kept = readonly Set<number>[];

function keepHeaviest(arcs: readonly WeightedArc[], least: number): Kept {
  return arcs.map((arc) => new Set([...arc.keys()].filter((i) => i === 0 || i === arc.length - 1 || (arc[i]?.[2] ?? 0) >= least)));
}

const bare = (arc: number): number => (arc < 0 ? ~arc : arc);

/** Gives back the heaviest dropped positions to rings that would otherwise be a line or a point. */
function keepRings(arcs: readonly WeightedArc[], kept: Kept, rings: readonly (readonly number[])[]): void {
  for (const ring of rings) {
    const own = [...new Set(ring.map(bare))];
    const positions = (): number => own.reduce((sum, arc) => sum + (kept[arc]?.size ?? 1) - 1, 0);
    const dropped = own
      .flatMap((arc) => [...(arcs[arc] ?? []).entries()].map(([i, [, , weight]]) => ({ arc, i, weight })))
      .filter(({ arc, i }) => !kept[arc]?.has(i))
      .sort((a, b) => b.weight - a.weight);
    for (const { arc, i } of dropped) {
      if (positions() >= 3) break;
      kept[arc]?.add(i);
    }
  }
}

const isRing = (ring: Ring): boolean => new Set(ring.map(([x, y]) => `${x} ${y}`)).size >= 3;

/** Holes and islands that the grid made a line vanish; a territory that has nothing else stays as it was. */
function rebuilt(original: Boundary, coordinates: readonly (readonly Ring[])[]): Boundary {
  const areas = coordinates.filter(([outer]) => outer !== undefined && isRing(outer)).map((area) => area.filter(isRing));
  return orient({ properties: original.properties, areas: areas.length === 0 ? original.areas : areas });
}

function mutable({ areas }: Boundary): [number, number][][][] {
  return areas.map((area) => area.map((ring) => ring.map(([x, y]): [number, number] => [x, y])));
}

/**
 * Simplifies by effective area (Visvalingam and Whyatt 1993) on a topology, so that a border is simplified once for both
 * neighbours and no gaps or overlaps open. Outer rings come out counter-clockwise. Throws RangeError for less than one point.
 */
export function simplifyBoundaries(boundaries: readonly Boundary[], { points, grid = 100_000 }: Detail): Boundary[] {
  if (!(points >= 1)) throw new RangeError(`not a number of points: ${points}`);
  if (boundaries.length === 0) return [];
  const collection = {
    type: "FeatureCollection" as const,
    features: boundaries.map((boundary) => ({
      type: "Feature" as const,
      properties: {},
      geometry: { type: "MultiPolygon" as const, coordinates: mutable(boundary) },
    })),
  };
  const weighted = presimplify(topology({ all: collection }, grid) as Topology<Objects>);
  const arcs = weighted.arcs as unknown as readonly WeightedArc[];
  const kept = keepHeaviest(arcs, leastWeight(arcs, points));
  const shapes = weighted.objects.all;
  if (shapes?.type !== "GeometryCollection") throw new RangeError("no boundaries");
  keepRings(
    arcs,
    kept,
    shapes.geometries.flatMap((shape) => ("arcs" in shape ? (shape.arcs as number[][][]).flat() : [])),
  );
  const thinned = arcs.map((arc, a) => arc.filter((_, i) => kept[a]?.has(i)).map(([x, y]): [number, number] => [x, y]));
  const thin: Topology = { type: "Topology", objects: {}, arcs: thinned };
  const simple = feature(thin, shapes as GeometryCollection);
  return boundaries.map((original, i) => {
    const geometry = simple.features[i]?.geometry;
    const coordinates = geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
    return rebuilt(original, coordinates as unknown as readonly (readonly Position[])[][]);
  });
}
