/** Boundaries: what is wrong with a file, shared borders, and the drawing. */
import * as fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkBoundaries } from "./check.ts";
import type { Boundary, Position, Ring } from "./check.ts";
import { drawBoundaries } from "./project.ts";
import { areaOf, clearance, isInside, labelPoint, orient, signedArea } from "./rings.ts";
import { simplifyBoundaries } from "./simplify.ts";

const square = (x: number, y: number, size = 1): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const polygon = (...coordinates: unknown[]) => ({ type: "Polygon", coordinates });
const feature = (geometry: unknown, properties: unknown = { name: "Kigali" }) => ({ type: "Feature", properties, geometry });
const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });
const boundary = (...areas: Ring[][]): Boundary => ({ properties: {}, areas });

describe("a file of boundaries", () => {
  test("with polygons and multipolygons is read", () => {
    const read = checkBoundaries(
      collection(
        feature(polygon(square(30, -2))),
        feature({ type: "MultiPolygon", coordinates: [[square(29, -2)], [square(28, -1)]] }, null),
      ),
    );
    expect(read).toMatchObject({
      ok: true,
      boundaries: [{ properties: { name: "Kigali" } }, { properties: {} }],
      warnings: [],
    });
    expect(read.ok && read.boundaries[1]?.areas).toHaveLength(2);
    expect(checkBoundaries(feature(polygon(square(30, -2)))).ok).toBe(true);
    expect(
      checkBoundaries({
        ...collection(feature(polygon(square(30, -2)))),
        crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } },
      }).ok,
    ).toBe(true);
  });

  const whole: [string, unknown, string][] = [
    ["that is a spreadsheet’s rows", [["a", 1]], "not-geojson"],
    ["that is nothing", null, "not-geojson"],
    ["that is a topology", { type: "Topology", objects: {} }, "not-geojson"],
    ["whose features are no list", { type: "FeatureCollection", features: {} }, "not-geojson"],
    ["without features", collection(), "no-features"],
    [
      "that names another reference system",
      { ...collection(feature(polygon(square(0, 0)))), crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::32735" } } },
      "wrong-crs",
    ],
  ];
  test.each(whole)("%s is refused", (_, input, code) => {
    expect(checkBoundaries(input)).toEqual({ ok: false, problems: [{ code }] });
  });

  const single: [string, unknown, string][] = [
    ["has no geometry", null, "no-geometry"],
    ["is a point", { type: "Point", coordinates: [30, -2] }, "not-an-area"],
    [
      "is a line",
      {
        type: "LineString",
        coordinates: [
          [30, -2],
          [31, -2],
        ],
      },
      "not-an-area",
    ],
    [
      "is in metres",
      polygon([
        [500_000, 9_780_000],
        [510_000, 9_780_000],
        [510_000, 9_790_000],
        [500_000, 9_780_000],
      ]),
      "wrong-crs",
    ],
    [
      "has latitudes beyond the pole",
      polygon([
        [30, 91],
        [31, 91],
        [31, 92],
        [30, 91],
      ]),
      "wrong-crs",
    ],
    ["is empty", polygon(), "empty-geometry"],
    ["has an empty ring", polygon([]), "empty-geometry"],
    ["is an empty multipolygon", { type: "MultiPolygon", coordinates: [] }, "empty-geometry"],
    [
      "has a ring of two points",
      polygon([
        [30, -2],
        [31, -2],
        [30, -2],
      ]),
      "short-ring",
    ],
    [
      "has one point over and over",
      polygon([
        [30, -2],
        [30, -2],
        [30, -2],
        [30, -2],
      ]),
      "short-ring",
    ],
    [
      "has words for numbers",
      polygon([
        ["30", "-2"],
        [31, -2],
        [31, -1],
        ["30", "-2"],
      ]),
      "bad-position",
    ],
    ["has a missing latitude", polygon([[30], [31, -2], [31, -1], [30]]), "bad-position"],
    ["has positions without brackets", polygon([30, -2, 31, -2]), "bad-position"],
    ["has no coordinates", { type: "Polygon" }, "bad-position"],
    ["has a geometry without a type", {}, "not-geojson"],
  ];
  test.each(single)("whose second feature %s is refused and says which", (_, geometry, code) => {
    const input = collection(feature(polygon(square(30, -2))), feature(geometry));
    expect(checkBoundaries(input)).toEqual({ ok: false, problems: [{ code, feature: 2 }] });
  });

  test("with an open ring is closed, with a warning", () => {
    const read = checkBoundaries(collection(feature(polygon(square(30, -2).slice(0, -1)))));
    expect(read).toMatchObject({ ok: true, warnings: [{ code: "open-ring", feature: 1 }] });
    expect(read.ok && read.boundaries[0]?.areas[0]?.[0]).toEqual(square(30, -2));
  });

  test("may be anything at all without an exception", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (any, geometry) => {
        expect(checkBoundaries(any)).toHaveProperty("ok");
        expect(checkBoundaries(collection(feature(geometry)))).toHaveProperty("ok", false);
        expect(checkBoundaries(collection(feature({ type: "Polygon", coordinates: any })))).toHaveProperty("ok");
      }),
    );
  });
});

describe("rings", () => {
  test("have the surveyor’s area, signed by direction", () => {
    expect(signedArea(square(0, 0, 2))).toBe(4);
    expect(signedArea(square(0, 0, 2).toReversed())).toBe(-4);
    expect(areaOf([square(0, 0, 4), square(1, 1)])).toBe(15);
  });

  test("turn counter-clockwise outside and clockwise inside (RFC 7946 §3.1.6)", () => {
    const turned = orient(boundary([square(0, 0, 4).toReversed(), square(1, 1)]));
    expect(turned.areas[0]?.map((ring) => signedArea(ring) > 0)).toEqual([true, false]);
  });

  test("hold a label inside, also in the bend of a horseshoe and beside a hole", () => {
    const horseshoe: Ring = [
      [0, 0],
      [9, 0],
      [9, 9],
      [6, 9],
      [6, 2],
      [3, 2],
      [3, 9],
      [0, 9],
      [0, 0],
    ];
    const pot = [square(0, 0, 10), square(2, 2, 6)];
    for (const area of [[horseshoe], pot, [square(5, 5)]]) {
      const point = labelPoint([[square(50, 50, 0.1)], area]);
      expect(isInside(area, point)).toBe(true);
      expect(clearance(area, point)).toBeGreaterThan(0.4);
    }
    expect(labelPoint([[square(0, 0, 2)]])).toEqual([1, 1]);
    expect(clearance([square(0, 0, 2)], [3, 1])).toBe(-1);
  });
});

/** Two districts with a wavy border between them, which each draws in its own direction, and a lake island. */
const wave: Position[] = Array.from({ length: 101 }, (_, i) => [30 + 0.05 * Math.sin(i / 3) + 0.01 * Math.sin(i * 2), -2 + i / 100]);
const west = boundary([[[29, -1], [29, -2], ...wave, [29, -1]]]);
const east = boundary([[[31, -2], [31, -1], ...wave.toReversed(), [31, -2]]], [square(30.4, -1.6, 0.02)]);

const sides = ({ areas }: Boundary): string[] =>
  areas.flat().flatMap((ring) => ring.slice(1).map((end, i) => [String(ring[i]), String(end)].sort().join(" | ")));

describe("simplified boundaries", () => {
  test("lose positions and keep the border shared, side by side", () => {
    const [left, right] = simplifyBoundaries([west, east], { points: 20 });
    if (!left || !right) throw new Error("lost a district");
    expect(left.areas.flat(2).length).toBeLessThan(30);
    const shared = sides(left).filter((side) => sides(right).includes(side));
    expect(shared.length).toBeGreaterThan(5);
    // Only the three straight outer sides of the western district are not shared.
    expect(sides(left).length - shared.length).toBeLessThanOrEqual(3);
    const total = (list: Boundary[]) => list.flatMap(({ areas }) => areas).reduce((sum, area) => sum + areaOf(area), 0);
    expect(total([left, right])).toBeCloseTo(2 + 0.0004, 3);
  });

  test("keep every territory a ring, however few points are asked for", () => {
    const simple = simplifyBoundaries([west, east], { points: 1 });
    for (const { areas } of simple) {
      expect(areas.length).toBeGreaterThan(0);
      for (const area of areas) expect(areaOf(area)).toBeGreaterThan(0);
    }
    expect(simple[1]?.areas).toHaveLength(2);
  });

  test("share a border that two surveys drew a hand’s breadth apart", () => {
    const shifted = boundary(east.areas[0]?.map((ring) => ring.map(([x, y]): Position => [x + 1e-7, y])) ?? []);
    const [left, right] = simplifyBoundaries([west, shifted], { points: 60, grid: 10_000 });
    if (!left || !right) throw new Error("lost a district");
    expect(sides(left).filter((side) => sides(right).includes(side)).length).toBeGreaterThan(30);
  });

  test("keep what the file says about each territory, and their order", () => {
    const named = [
      { ...west, properties: { code: 7 } },
      { ...east, properties: { code: 8 } },
    ];
    expect(simplifyBoundaries(named, { points: 9 }).map(({ properties }) => properties)).toEqual([{ code: 7 }, { code: 8 }]);
    expect(simplifyBoundaries([], { points: 9 })).toEqual([]);
    expect(() => simplifyBoundaries(named, { points: 0 })).toThrow(RangeError);
  });

  test("are drawn from real districts, when present, in under 60 kB", () => {
    const file = "../shared/data/rwanda/district.geojson";
    if (!existsSync(file)) return;
    const read = checkBoundaries(JSON.parse(readFileSync(file, "utf8")));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const simple = simplifyBoundaries(read.boundaries, { points: 1000 });
    const { shapes } = drawBoundaries(simple, { width: 600 });
    expect(shapes).toHaveLength(30);
    expect(shapes.reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(60_000);
    const before = read.boundaries.flatMap(({ areas }) => areas).reduce((sum, area) => sum + areaOf(area), 0);
    const after = simple.flatMap(({ areas }) => areas).reduce((sum, area) => sum + areaOf(area), 0);
    expect(Math.abs(after / before - 1)).toBeLessThan(0.005);
  });
});

describe("a drawing", () => {
  test("puts north up and west left, at true proportions at its latitude", () => {
    const drawing = drawBoundaries([boundary([square(10, 59.5)])], { width: 100, margin: 10 });
    // At 60° north a degree of longitude is half as long as one of latitude: 80 wide, 160 high.
    expect(drawing).toMatchObject({ viewBox: "0 0 100 180", height: 180 });
    expect(drawing.shapes[0]?.path).toBe("M10 170l80 0 0-160-80 0z");
    expect(drawing.shapes[0]?.centre).toEqual([50, 90]);
  });

  test("writes decimals without needless signs", () => {
    const thirds: Ring = [
      [0, 0],
      [3, 0],
      [3, 1],
      [1, 1],
      [0, 0],
    ];
    const { shapes } = drawBoundaries([boundary([thirds])], { width: 1, decimals: 1 });
    expect(shapes[0]?.path).toBe("M0 .3l1 0 0-.3-.7 0z");
  });

  test("keeps a territory that is smaller than one step visible, and drops its smaller islands", () => {
    const dot = boundary([square(0.5, 0.5, 0.0001)]);
    const { shapes } = drawBoundaries([boundary([square(0, 0)], [square(0.2, 0.2, 0.0001)]), dot], { width: 100 });
    expect(shapes[0]?.path.match(/M/g)).toHaveLength(1);
    expect(shapes[1]?.path).toMatch(/^M\d+ \d+l1 0 0 1-1 0z$/);
  });

  test("keeps shared borders shared after rounding", () => {
    const { shapes } = drawBoundaries([west, east], { width: 300 });
    const points = (path: string) => {
      const list = (path.match(/-?\d+/g) ?? []).map(Number);
      let [x, y] = [0, 0];
      return list.flatMap((step, i) => {
        if (i % 2 === 0) x = i === 0 ? step : x + step;
        else y = i === 1 ? step : y + step;
        return i % 2 === 1 ? [`${x} ${y}`] : [];
      });
    };
    const right = new Set(points(shapes[1]?.path.split("z")[0] ?? ""));
    const left = points(shapes[0]?.path ?? "");
    expect(left.filter((point) => right.has(point)).length).toBeGreaterThanOrEqual(left.length - 3);
  });

  test("of nothing is refused", () => {
    expect(() => drawBoundaries([], { width: 100 })).toThrow(RangeError);
  });
});
