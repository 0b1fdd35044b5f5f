/** Reads boundaries out of a GeoJSON document (RFC 7946) and says, by code, what is wrong with it. */

/** Longitude and latitude in degrees (WGS 84). */
export type Position = readonly [number, number];
/** A closed line: the last position repeats the first. */
export type Ring = readonly Position[];
/** An outer ring and the rings of its holes. */
export type Area = readonly Ring[];

/** A territory: one or more areas, and whatever the file says about it. */
export interface Boundary {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly areas: readonly Area[];
}

/** What can be wrong with a file of boundaries. */
export type TerritoryCode =
  | "not-geojson"
  | "no-features"
  | "wrong-crs"
  | "no-geometry"
  | "not-an-area"
  | "empty-geometry"
  | "bad-position"
  | "short-ring"
  | "open-ring";

/** One thing wrong. `feature` is the number of the feature, from 1; absent for the document as a whole. */
export interface TerritoryProblem {
  readonly code: TerritoryCode;
  readonly feature?: number;
}

/** The boundaries, or why there are none. */
export type CheckedBoundaries =
  | { readonly ok: true; readonly boundaries: readonly Boundary[]; readonly warnings: readonly TerritoryProblem[] }
  | { readonly ok: false; readonly problems: readonly TerritoryProblem[] };

/** Thrown inside this file only, to leave a deep list at the first thing wrong with it. */
class Wrong extends Error {
  readonly code: TerritoryCode;
  constructor(code: TerritoryCode) {
    super(code);
    this.code = code;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Wrong("bad-position");
  if (value.length === 0) throw new Wrong("empty-geometry");
  return value;
}

function readPosition(value: unknown): Position {
  const [longitude, latitude] = listOf(value);
  if (typeof longitude !== "number" || typeof latitude !== "number") throw new Wrong("bad-position");
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) throw new Wrong("bad-position");
  // Metres of a national grid, not degrees.
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) throw new Wrong("wrong-crs");
  return [longitude, latitude];
}

const samePosition = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];

function readRing(value: unknown, warn: (code: TerritoryCode) => void): Ring {
  const ring = listOf(value).map(readPosition);
  const first = ring[0];
  if (first !== undefined && !samePosition(first, ring.at(-1))) {
    ring.push(first);
    warn("open-ring");
  }
  const different = ring.filter((position, i) => i > 0 && !samePosition(position, ring[i - 1]));
  if (different.length < 3) throw new Wrong("short-ring");
  return ring;
}

function readAreas(geometry: unknown, warn: (code: TerritoryCode) => void): Area[] {
  if (geometry === null || geometry === undefined) throw new Wrong("no-geometry");
  if (!isObject(geometry) || typeof geometry["type"] !== "string") throw new Wrong("not-geojson");
  const { type, coordinates } = geometry;
  const readArea = (area: unknown): Area => listOf(area).map((ring) => readRing(ring, warn));
  if (type === "Polygon") return [readArea(coordinates)];
  if (type === "MultiPolygon") return listOf(coordinates).map(readArea);
  throw new Wrong("not-an-area");
}

/** Whether an old-style `crs` member (GeoJSON 2008) names anything but degrees on WGS 84. */
function namesOtherCrs({ crs }: Record<string, unknown>): boolean {
  if (crs === undefined || crs === null) return false;
  const name = isObject(crs) && isObject(crs["properties"]) ? String(crs["properties"]["name"]) : "";
  return !/(?:CRS:?84|EPSG:+4326)$/iu.test(name);
}

function featuresOf(input: unknown): readonly unknown[] {
  if (!isObject(input)) throw new Wrong("not-geojson");
  if (namesOtherCrs(input)) throw new Wrong("wrong-crs");
  if (input["type"] === "Feature") return [input];
  if (input["type"] !== "FeatureCollection" || !Array.isArray(input["features"])) throw new Wrong("not-geojson");
  if (input["features"].length === 0) throw new Wrong("no-features");
  return input["features"];
}

function codeOf(error: unknown): TerritoryCode {
  if (error instanceof Wrong) return error.code;
  throw error;
}

/**
 * The boundaries of a FeatureCollection (or one Feature) of Polygons and MultiPolygons, or every problem, one per feature at
 * most. Open rings are closed and warned about. Takes parsed JSON, however wrong.
 */
export function checkBoundaries(input: unknown): CheckedBoundaries {
  let features: readonly unknown[];
  try {
    features = featuresOf(input);
  } catch (error) {
    return { ok: false, problems: [{ code: codeOf(error) }] };
  }
  const boundaries: Boundary[] = [];
  const problems: TerritoryProblem[] = [];
  const warnings: TerritoryProblem[] = [];
  for (const [i, feature] of features.entries()) {
    const warned = new Set<TerritoryCode>();
    try {
      if (!isObject(feature) || feature["type"] !== "Feature") throw new Wrong("not-geojson");
      const areas = readAreas(feature["geometry"], (code) => warned.add(code));
      const properties = isObject(feature["properties"]) ? feature["properties"] : {};
      boundaries.push({ properties, areas });
    } catch (error) {
      problems.push({ code: codeOf(error), feature: i + 1 });
    }
    for (const code of warned) warnings.push({ code, feature: i + 1 });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, boundaries, warnings };
}
