/** Takes boundaries (GeoJSON) into the registry: matched to units by code or name, simplified together so that neighbours still meet. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { KNOWN_SINCE } from "#kernel/registry/install.ts";
import { checkBoundaries, type Boundary } from "#methods/territory/check.ts";
import { simplifyBoundaries } from "#methods/territory/simplify.ts";
import type { Db } from "#platform/db/handle.ts";
import { json } from "#platform/db/json.ts";
import { comparable } from "#platform/tabular/headers.ts";
import type { TableProblem } from "#platform/tabular/table-problem.ts";
import type { Finding } from "./findings.ts";
import { heldUnits, type HeldPlace } from "./unit-import.ts";
import { w } from "./words-import.ts";

/** Corners kept over all areas: enough for a map on a screen, a few hundred kilobytes at most. */
const POINTS = 6000;

/** An area matched to a unit. */
export interface PlacedBoundary {
  readonly unit: HeldPlace;
  readonly boundary: Boundary;
}

/** What an import of boundaries would do. */
export interface BoundaryPlan {
  readonly placed: readonly PlacedBoundary[];
  readonly unchanged: number;
  readonly findings: readonly Finding[];
  readonly problems: readonly TableProblem[];
}

const CODE_KEYS = ["code", "id", "unit_code", "adm_code", "pcode"];
const NAME_KEYS = ["name", "nom", "izina", "district", "province", "sector"];

function property(boundary: Boundary, keys: readonly string[]): string {
  const found = Object.entries(boundary.properties).find(
    ([key, value]) => keys.includes(key.toLowerCase()) && (typeof value === "string" || typeof value === "number"),
  );
  return found === undefined ? "" : String(found[1]).trim();
}

interface Matched {
  readonly unit: HeldPlace | null;
  readonly finding: Pick<Finding, "kind" | "text" | "values" | "rejected"> | null;
}

/** The unit that an area is: by its code, else by a name that only one unit has; among several, one of the `likely` tier. */
export function unitOf(boundary: Boundary, units: readonly HeldPlace[], likely: readonly HeldPlace[] = units): Matched {
  const code = property(boundary, CODE_KEYS);
  const name = property(boundary, NAME_KEYS);
  const coded = code === "" ? [] : units.filter((unit) => unit.code === code);
  if (coded.length === 1) return { unit: coded[0] ?? null, finding: null };
  const called = name === "" ? [] : (coded.length > 1 ? coded : units).filter((unit) => comparable(unit.name) === comparable(name));
  const ofTier = called.filter((unit) => likely.includes(unit));
  const named = ofTier.length > 0 ? ofTier : called;
  const [only] = named;
  if (named.length === 1 && only !== undefined)
    return { unit: only, finding: { kind: "by_name", text: w.by_name, values: { name, code: only.code }, rejected: false } };
  const kind = named.length > 1 ? "several_units" : "no_unit";
  return { unit: null, finding: { kind, text: w[kind], values: { name: name === "" ? code : name }, rejected: true } };
}

/** The units of the one tier that most areas of a file can be: a file draws districts or sectors, seldom both. All units when two tiers are as likely. */
export function tierDrawn(boundaries: readonly Boundary[], units: readonly HeldPlace[]): readonly HeldPlace[] {
  const votes = new Map<string, number>();
  const byCode = Map.groupBy(units, (unit) => unit.code);
  const byName = Map.groupBy(units, (unit) => comparable(unit.name));
  for (const boundary of boundaries) {
    const meant = byCode.get(property(boundary, CODE_KEYS)) ?? byName.get(comparable(property(boundary, NAME_KEYS))) ?? [];
    for (const [tier, named] of Map.groupBy(meant, (unit) => unit.tier))
      if (named.length === 1) votes.set(tier, (votes.get(tier) ?? 0) + 1);
  }
  const [first, second] = [...votes].toSorted((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? units : units.filter((unit) => unit.tier === first[0]);
}

function unusable(code: string, place: string): TableProblem {
  return { code: `boundary.${code}`, text: w.badBoundaries, values: { code, place } };
}

function match(boundaries: readonly Boundary[], units: readonly HeldPlace[]): { placed: PlacedBoundary[]; findings: Finding[] } {
  const placed: PlacedBoundary[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const likely = tierDrawn(boundaries, units);
  boundaries.forEach((boundary, index) => {
    const { unit, finding } = unitOf(boundary, units, likely);
    const at = { row: index + 1, code: unit?.code ?? property(boundary, CODE_KEYS), source: [] };
    if (finding !== null) findings.push({ ...at, ...finding });
    if (unit === null) return;
    if (seen.has(unit.territory)) {
      findings.push({ ...at, kind: "twice_drawn", text: w.twice_drawn, values: { name: unit.name }, rejected: true });
      return;
    }
    seen.add(unit.territory);
    placed.push({ unit, boundary });
  });
  return { placed, findings };
}

/** Reads, checks and simplifies a file of boundaries. Writes nothing. */
export async function planBoundaries(db: Db<any>, pack: Pack, today: Day, bytes: Uint8Array): Promise<BoundaryPlan> {
  const none = { placed: [], unchanged: 0, findings: [] };
  let input: unknown;
  try {
    input = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { ...none, problems: [{ code: "boundary.not-json", text: w.notJson }] };
  }
  const checked = checkBoundaries(input);
  if (!checked.ok)
    return {
      ...none,
      problems: checked.problems
        .slice(0, 20)
        .map((one) => unusable(one.code, one.feature !== undefined ? ` (${String(one.feature)})` : "")),
    };
  const units = [...(await heldUnits(db, pack, today)).values()];
  const { placed, findings } = match(simplifyBoundaries(checked.boundaries, { points: POINTS }), units);
  const { rows } = await sql<{ territory: string; geometry: unknown }>`
    select distinct on (territory) territory, geometry from registry.boundary where territory = any(${placed.map((one) => one.unit.territory)}::uuid[]) order by territory, from_day desc`.execute(
    db,
  );
  const drawn = new Map(rows.map((row) => [row.territory, JSON.stringify(row.geometry)]));
  const changed = placed.filter((one) => !sameShape(drawn.get(one.unit.territory), one.boundary));
  return { placed: changed, unchanged: placed.length - changed.length, findings, problems: [] };
}

/** An area as GeoJSON (RFC 7946): always a MultiPolygon, so that readers meet one shape. */
const geometryOf = (boundary: Boundary) => ({ type: "MultiPolygon", coordinates: boundary.areas });

/** jsonb keeps keys in its own order, so shapes are compared by their corners. */
function sameShape(drawn: string | undefined, boundary: Boundary): boolean {
  if (drawn === undefined) return false;
  return JSON.stringify((JSON.parse(drawn) as { coordinates: unknown }).coordinates) === JSON.stringify(boundary.areas);
}

/** Stores the boundaries of a plan: a first one from the beginning, a later one from today on. */
export async function writeBoundaries(act: Act<any>, placed: readonly PlacedBoundary[], source: string): Promise<void> {
  for (const { unit, boundary } of placed)
    await sql`
      insert into registry.boundary (territory, from_day, geometry, source)
      select ${unit.territory}, case when exists (select 1 from registry.boundary where territory = ${unit.territory}) then ${act.today}::date else ${KNOWN_SINCE}::date end, ${json(geometryOf(boundary))}::jsonb, ${source}
      on conflict (territory, from_day) do update set geometry = excluded.geometry, source = excluded.source`.execute(act.tx);
}
