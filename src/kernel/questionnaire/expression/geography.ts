/** Area and length on a sphere with the Earth's equatorial radius, for geopoints as forms record them. */

/** Degrees north and east. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Metres; the equatorial radius of WGS 84, which the ODK XForms specification asks for. */
const RADIUS = 6_378_137;
const RADIANS = Math.PI / 180;

/** The points of a `;`-separated list of “latitude longitude [altitude [accuracy]]”; null where one is none. */
export function pointsOf(text: string): Point[] | null {
  const points: Point[] = [];
  for (const part of text.split(";")) {
    if (part.trim() === "") continue;
    const [latitude = Number.NaN, longitude = Number.NaN, ...more] = part.trim().split(/\s+/).map(Number);
    const inside = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    if (!inside || more.length > 2 || more.some((number) => Number.isNaN(number))) return null;
    points.push({ latitude, longitude });
  }
  return points;
}

/** Length of the line through the points, in metres (haversine formula); 0 for fewer than two points, NaN where a point is unreadable. */
export function distanceOf(points: readonly Point[] | null): number {
  if (points === null) return Number.NaN;
  let total = 0;
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined) continue;
    const north = Math.sin(((to.latitude - from.latitude) * RADIANS) / 2) ** 2;
    const east = Math.sin(((to.longitude - from.longitude) * RADIANS) / 2) ** 2;
    const across = north + Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS) * east;
    total += 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(across)));
  }
  return total;
}

/** Area inside the points in square metres; the ring is closed when it is not; 0 for fewer than three points. Chamberlain & Duquette, JPL 07-03 (2007). */
export function areaOf(points: readonly Point[] | null): number {
  if (points === null) return Number.NaN;
  if (points.length < 3) return 0;
  let total = 0;
  for (const [index, from] of points.entries()) {
    const to = points[(index + 1) % points.length]!;
    total += (to.longitude - from.longitude) * RADIANS * (2 + Math.sin(from.latitude * RADIANS) + Math.sin(to.latitude * RADIANS));
  }
  return Math.abs((total * RADIUS * RADIUS) / 2);
}
