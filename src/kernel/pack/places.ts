/** Reads the places of a pack: tiers, units, memberships, contexts and map tiles. */
import type { Text } from "#platform/i18n/text.ts";
import type { Findings, Place } from "./findings.ts";
import type { Membership, Tier, TierKind, Tile, Unit, UnitContext } from "./pack.ts";
import { readCsv } from "./read.ts";
import type { RecordReader } from "./read.ts";

const KINDS = ["territory", "association", "service", "outside"] as const satisfies readonly TierKind[];

/** Tiers by code. */
export function readTiers(dir: string, findings: Findings): Map<string, Tier> {
  const columns = ["code", "kind", "level", "en", "fr", "rw", "en_plural", "fr_plural", "rw_plural"];
  const rows = readCsv(dir, "tiers.csv", columns, findings).map((row) => {
    const kind = row.oneOf("kind", KINDS);
    const level = row.integer("level");
    if ((kind === "territory") !== (level !== null)) row.wrong("level", "a territory has a level and no other tier has one");
    const tier: Tier = {
      code: row.required("code"),
      names: row.text(),
      plural: row.text("_plural"),
      kind,
      level,
    };
    return { place: row.place, tier };
  });
  findings.unique(rows, "code", ({ tier }) => tier.code);
  return new Map(rows.map(({ tier }) => [tier.code, tier]));
}

function unitNames(row: RecordReader): Text {
  const en = row.required("name");
  return { en, fr: row.optional("name_fr") || en, rw: row.optional("name_rw") || en };
}

/** Units by code; every parent must exist and lie on a higher tier. */
export function readUnits(dir: string, tiers: ReadonlyMap<string, Tier>, findings: Findings): Map<string, Unit> {
  const columns = ["code", "name", "name_fr", "name_rw", "tier", "parent_code", "valid_from", "valid_to"];
  const rows = readCsv(dir, "units.csv", columns, findings).map((row) => ({
    row,
    place: row.place,
    unit: {
      code: row.required("code"),
      names: unitNames(row),
      tier: row.required("tier"),
      parent: row.optional("parent_code") || null,
      ...row.validity(),
    } satisfies Unit,
  }));
  findings.unique(rows, "code", ({ unit }) => unit.code);
  const units = new Map<string, Unit>(rows.map(({ unit }) => [unit.code, unit]));
  for (const { row, unit } of rows) checkUnit(row, unit, units, tiers);
  return units;
}

function checkUnit(row: RecordReader, unit: Unit, units: ReadonlyMap<string, Unit>, tiers: ReadonlyMap<string, Tier>): void {
  const level = tiers.get(unit.tier)?.level;
  if (level === undefined || level === null) {
    return row.wrong("tier", `${JSON.stringify(unit.tier)} is no territorial tier of tiers.csv`);
  }
  if (unit.parent === null) {
    if (level !== 0) row.wrong("parent_code", "is empty; only the state has no parent");
    return;
  }
  const parent = units.get(unit.parent);
  if (parent === undefined) return row.wrong("parent_code", `there is no unit ${unit.parent}`);
  const above = tiers.get(parent.tier)?.level ?? -1;
  if (above >= level) row.wrong("parent_code", `${parent.names.en} is no unit above tier ${unit.tier}`);
}

/** Memberships; the times of one unit may not overlap. */
export function readMembers(dir: string, units: ReadonlyMap<string, Unit>, findings: Findings): Membership[] {
  const columns = ["unit_code", "is_member", "member_via", "has_legal_personality", "valid_from", "valid_to", "unconfirmed", "source"];
  const rows = readCsv(dir, "members.csv", columns, findings).map((row) => {
    const member: Membership = {
      unit: unitIn(row, "unit_code", units),
      isMember: row.flag("is_member"),
      memberVia: row.optional("member_via") === "" ? null : unitIn(row, "member_via", units),
      hasLegalPersonality: row.flag("has_legal_personality"),
      ...row.validity(),
      ...row.sourced(),
    };
    if (member.isMember && member.memberVia !== null) row.wrong("member_via", "a member in its own right takes part through nobody");
    return { place: row.place, member };
  });
  noOverlap(
    rows.map(({ place, member }) => ({ place, key: member.unit, fact: member })),
    "valid_from",
    findings,
  );
  return rows.map(({ member }) => member);
}

/** What {@link noOverlap} compares: facts about the same key. */
export interface Dated {
  readonly place: Place;
  readonly key: string;
  readonly fact: { readonly validFrom: string | null; readonly validTo: string | null };
}

/** Notes facts about one key that hold at the same time. */
export function noOverlap(rows: readonly Dated[], column: string, findings: Findings): void {
  const byKey = Map.groupBy(rows, (row) => row.key);
  for (const [key, facts] of byKey) {
    facts.forEach((a, index) => {
      for (const b of facts.slice(index + 1)) {
        const apart =
          (a.fact.validTo !== null && b.fact.validFrom !== null && a.fact.validTo <= b.fact.validFrom) ||
          (b.fact.validTo !== null && a.fact.validFrom !== null && b.fact.validTo <= a.fact.validFrom);
        if (!apart)
          findings.add(
            b.place,
            column,
            `${key} is already given for this time in ${typeof a.place.row === "number" ? "row " : ""}${a.place.row}`,
          );
      }
    });
  }
}

function unitIn(row: RecordReader, column: string, units: ReadonlyMap<string, Unit>): string {
  const code = row.required(column);
  if (code !== "" && !units.has(code)) row.wrong(column, `there is no unit ${code} in units.csv`);
  return code;
}

/** Contexts; groups and sizes are codes of the lists given. */
export function readContexts(
  dir: string,
  units: ReadonlyMap<string, Unit>,
  lists: { readonly group: ReadonlySet<string>; readonly size: ReadonlySet<string> },
  findings: Findings,
): UnitContext[] {
  const columns = ["unit_code", "context_group", "size_class", "unconfirmed", "source"];
  const rows = readCsv(dir, "contexts.csv", columns, findings).map((row) => {
    const context: UnitContext = {
      unit: unitIn(row, "unit_code", units),
      group: row.required("context_group"),
      size: row.required("size_class"),
      ...row.sourced(),
    };
    if (!lists.group.has(context.group)) row.wrong("context_group", `${context.group} is no code of list context_group`);
    if (!lists.size.has(context.size)) row.wrong("size_class", `${context.size} is no code of list size_class`);
    return { place: row.place, context };
  });
  findings.unique(rows, "unit_code", ({ context }) => context.unit);
  return rows.map(({ context }) => context);
}

/** Tiles; codes and squares are used once. */
export function readTiles(dir: string, units: ReadonlyMap<string, Unit>, findings: Findings): Tile[] {
  const rows = readCsv(dir, "tiles.csv", ["unit_code", "code", "column", "row"], findings).map((row) => ({
    place: row.place,
    tile: {
      unit: unitIn(row, "unit_code", units),
      code: row.required("code"),
      column: row.integerFrom("column", 1, 99),
      row: row.integerFrom("row", 1, 99),
    } satisfies Tile,
  }));
  findings.unique(rows, "unit_code", ({ tile }) => tile.unit);
  findings.unique(rows, "code", ({ tile }) => tile.code);
  findings.unique(rows, "row", ({ tile }) => `The square in column ${tile.column} of row ${tile.row}`);
  return rows.map(({ tile }) => tile);
}
