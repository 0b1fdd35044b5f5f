/** Judges a list of territorial units: which rows can be taken, and everything in them that does not agree. Pure; guesses nothing. */
import type { Pack, Tier } from "#kernel/pack/pack.ts";
import { LANGUAGES, patternOf, type Text, type Values } from "#platform/i18n/text.ts";
import { comparable } from "#platform/tabular/headers.ts";
import { w } from "./words-units.ts";

/** A row of the list as it stands in the file. */
export interface UnitRow {
  readonly row: number;
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string;
  readonly population: string;
  readonly households: string;
}

/** A unit that the registry holds. `above` is the code of the unit it lies in. */
export interface HeldUnit {
  readonly tier: string;
  readonly code: string;
  readonly name: string;
  readonly above: string | null;
  readonly population: number | null;
  readonly households: number | null;
}

/** A row that can be taken: `tier` is the held unit’s own, or the one its level names; `above` the key of the unit it lies in. */
export interface GoodUnit {
  readonly row: number;
  readonly key: string;
  readonly named: Tier;
  readonly tier: string;
  readonly level: number;
  readonly code: string;
  readonly name: string;
  /** The code the file gives for the unit above; empty when it gives none. */
  readonly parent: string;
  readonly above: string | null;
  readonly population: number | null;
  readonly households: number | null;
}

/** What kind of thing is wrong; each has its sentence in `words-units.ts`. */
export type FindingKind = Exclude<keyof typeof w, "people" | "households">;

/** One thing wrong with one row. A rejected row is not taken; the others are, and the finding is a warning. */
export interface UnitFinding {
  readonly row: number;
  readonly code: string;
  readonly kind: FindingKind;
  readonly rejected: boolean;
  readonly text: Text;
  readonly values: Values;
}

/** What a list of units comes to. */
export interface UnitJudgement {
  readonly good: readonly GoodUnit[];
  readonly findings: readonly UnitFinding[];
}

function finding(
  at: { readonly row: number; readonly code: string },
  kind: FindingKind,
  rejected: boolean,
  values: Values = {},
): UnitFinding {
  return { row: at.row, code: at.code, kind, rejected, text: w[kind], values };
}

/** Level and code: what makes a unit the same unit, because tiers number their units separately and some tiers share a level. */
export function keyOf(level: number, code: string): string {
  return `${level}:${code}`;
}

/** The tiers that are territories, with their level. */
function territories(pack: Pack): (Tier & { readonly level: number })[] {
  return pack.tiers.filter((tier): tier is Tier & { readonly level: number } => tier.kind === "territory" && tier.level !== null);
}

/** The tier that a level word means: its code, or its name in one of the languages, one or many. */
export function tierNamed(pack: Pack, word: string): (Tier & { readonly level: number }) | undefined {
  const wanted = comparable(word);
  const names = (tier: Tier): string[] => [
    tier.code,
    ...LANGUAGES.flatMap((language) => [patternOf(tier.names, language), patternOf(tier.plural, language)]),
  ];
  return territories(pack).find((tier) => names(tier).some((name) => comparable(name) === wanted));
}

/** The English words of the levels, for the sentence that refuses one. */
export function levelWords(pack: Pack): string {
  return territories(pack)
    .map((tier) => tier.names.en.toLowerCase())
    .join(", ");
}

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Why a code cannot be one, or null. `usual` is the length that the codes of its level have, when they agree on one. */
export function codeProblem(row: UnitRow, usual: number | undefined): UnitFinding | null {
  if (row.code === "") return finding(row, "code_missing", true);
  if (!CODE.test(row.code)) return finding(row, "malformed_code", true, { code: row.code });
  if (usual === undefined || row.code.length === usual) return null;
  return finding(row, "code_length", true, { code: row.code, length: row.code.length, usual });
}

/** The length of the codes of a level when nine in ten of at least ten share it; small lists settle nothing. */
export function usualLength(codes: readonly string[]): number | undefined {
  if (codes.length < 10) return undefined;
  const counts = Map.groupBy(codes, (code) => code.length);
  const [length, having] = [...counts].reduce((most, one) => (one[1].length > most[1].length ? one : most));
  return having.length * 10 >= codes.length * 9 ? length : undefined;
}

/** A whole number that is not negative, null for an empty cell, or undefined when the cell holds something else. */
export function wholeNumber(text: string): number | null | undefined {
  if (text === "") return null;
  if (!/^\d{1,3}([ ,.\u202f\u00a0]\d{3})+$|^\d+$/.test(text)) return undefined;
  const value = Number(text.replaceAll(/\D/g, ""));
  return value <= 2_147_483_647 ? value : undefined;
}

function numberProblem(row: UnitRow, what: "population" | "households"): UnitFinding | null {
  if (wholeNumber(row[what]) !== undefined) return null;
  const name = what === "population" ? w.people : w.households;
  const told = finding(row, "bad_number", true, { value: row[what] });
  const fill = (language: "en" | "fr" | "rw"): string => told.text[language].replaceAll("{what}", patternOf(name, language));
  return { ...told, text: { en: fill("en"), fr: fill("fr"), rw: fill("rw") } };
}

/** The rows that repeat the level and code of an earlier one: the earlier stands, nobody guesses which is right. */
export function duplicates(units: readonly Pick<GoodUnit, "row" | "key" | "code">[]): UnitFinding[] {
  const first = new Map<string, number>();
  return units.flatMap((unit) => {
    const earlier = first.get(unit.key);
    if (earlier !== undefined) return [finding(unit, "duplicate_code", true, { code: unit.code, first: earlier })];
    first.set(unit.key, unit.row);
    return [];
  });
}

/** Units whose code begins like another unit’s children: filed under the wrong parent. Silent where codes do not build on each other. */
export function wrongParents(units: readonly GoodUnit[]): UnitFinding[] {
  const found: UnitFinding[] = [];
  for (const peers of Map.groupBy(
    units.filter((unit) => unit.parent !== ""),
    (unit) => unit.level,
  ).values()) {
    const strays = peers.filter((unit) => !unit.code.startsWith(unit.parent));
    // Codes build on each other at this level only when most of them do.
    if (strays.length * 2 >= peers.length) continue;
    for (const unit of strays)
      found.push(
        finding(unit, "wrong_parent", false, { code: unit.code, parent: unit.parent, expected: unit.code.slice(0, unit.parent.length) }),
      );
  }
  return found;
}

/** Units whose population or households are not the sum of those below them, where the file gives all of these. */
export function sums(units: readonly GoodUnit[]): UnitFinding[] {
  const below = Map.groupBy(units, (unit) => unit.above);
  return units.flatMap((unit) => {
    const parts = below.get(unit.key) ?? [];
    if (parts.length === 0) return [];
    const compare = (what: "population" | "households", kind: FindingKind): UnitFinding[] => {
      const stated = unit[what];
      if (stated === null || parts.some((part) => part[what] === null)) return [];
      const sum = parts.reduce((total, part) => total + (part[what] ?? 0), 0);
      if (sum === stated) return [];
      return [finding(unit, kind, false, { name: unit.name, stated, sum, children: parts.length, difference: sum - stated })];
    };
    return [...compare("population", "population_sum"), ...compare("households", "household_sum")];
  });
}

/** Units that share their name with an earlier one under the same unit. */
export function repeatedNames(units: readonly GoodUnit[]): UnitFinding[] {
  const first = new Map<string, GoodUnit>();
  return units.flatMap((unit) => {
    const key = `${unit.level} ${unit.above} ${comparable(unit.name)}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, unit);
      return [];
    }
    return [finding(unit, "repeated_name", false, { name: unit.name, other: earlier.code, parent: unit.parent })];
  });
}

/** Units without people, and units with more households than people. */
export function oddFigures(units: readonly GoodUnit[]): UnitFinding[] {
  return units.flatMap((unit) => {
    const { name, population, households } = unit;
    if (population === 0) return [finding(unit, "zero_population", false, { name })];
    if (population !== null && households !== null && households > population)
      return [finding(unit, "households_exceed", false, { name, population, households })];
    return [];
  });
}

/** Units without any unit below them, in a level where others have some. */
export function childless(units: readonly GoodUnit[]): UnitFinding[] {
  const parents = new Set(units.map((unit) => unit.above));
  const levels = new Set(units.filter((unit) => parents.has(unit.key)).map((unit) => unit.level));
  return units
    .filter((unit) => levels.has(unit.level) && !parents.has(unit.key))
    .map((unit) => finding(unit, "no_children", false, { name: unit.name }));
}

/** Where a list and the registry disagree about a unit that both know; the registry stands. */
export function differences(units: readonly GoodUnit[], held: ReadonlyMap<string, HeldUnit>): UnitFinding[] {
  return units.flatMap((unit) => {
    const known = held.get(unit.key);
    if (known === undefined) return [];
    const { code, name, parent } = unit;
    const named =
      comparable(name) === comparable(known.name) ? [] : [finding(unit, "name_differs", false, { code, name, held: known.name })];
    const placed =
      parent === "" || known.above === null || parent === known.above
        ? []
        : [finding(unit, "parent_differs", false, { code, parent, held: known.above })];
    return [...named, ...placed];
  });
}

interface Placed {
  readonly good: GoodUnit[];
  readonly findings: UnitFinding[];
}

/** Finds the unit above each one, level by level; a unit whose parent cannot be found has no place and is rejected, and so is everything below it. */
function place(units: readonly GoodUnit[], held: ReadonlyMap<string, HeldUnit>, rejected: ReadonlySet<string>): Placed {
  const known = new Set(held.keys());
  const lost = new Set(rejected);
  const levels = Map.groupBy(units, (unit) => unit.level);
  const good: GoodUnit[] = [];
  const findings: UnitFinding[] = [];
  for (const level of [...levels.keys()].sort((a, b) => a - b)) {
    const above = [...known].filter((key) => key.startsWith(`${level - 1}:`));
    const sole = above.length === 1 ? above[0] : undefined;
    for (const unit of levels.get(level) ?? []) {
      const above = parentKey(unit, known, held, sole);
      if (above !== undefined) {
        good.push({ ...unit, above });
        known.add(unit.key);
        continue;
      }
      const cascades = Array.from({ length: level }, (_, up) => keyOf(up, unit.parent)).some((key) => lost.has(key));
      const kind = unit.parent === "" ? "parent_not_given" : cascades ? "parent_rejected" : "parent_missing";
      findings.push(finding(unit, kind, true, { parent: unit.parent }));
      lost.add(unit.key);
    }
  }
  return { good, findings };
}

/** The key of the unit above, from the nearest level up; null at the top; undefined when there is none. `sole` is the only unit one level up: a row need not name it. */
function parentKey(
  unit: GoodUnit,
  known: ReadonlySet<string>,
  held: ReadonlyMap<string, HeldUnit>,
  sole: string | undefined,
): string | null | undefined {
  if (unit.level === 0) return null;
  if (unit.parent === "") {
    const own = held.get(unit.key)?.above;
    return own == null ? sole : keyOf(unit.level - 1, own);
  }
  for (let level = unit.level - 1; level >= 0; level--) if (known.has(keyOf(level, unit.parent))) return keyOf(level, unit.parent);
  return undefined;
}

/** Reads each row by itself: level, code, name and numbers. */
function readRows(pack: Pack, rows: readonly UnitRow[], held: ReadonlyMap<string, HeldUnit>): Placed {
  const tiers = new Map([...new Set(rows.map((row) => row.level))].map((word) => [word, tierNamed(pack, word)]));
  const lengths = new Map([...Map.groupBy(rows, (row) => row.level)].map(([word, all]) => [word, usualLength(all.map((row) => row.code))]));
  const good: GoodUnit[] = [];
  const findings: UnitFinding[] = [];
  for (const row of rows) {
    const tier = tiers.get(row.level);
    const problem =
      (tier === undefined ? finding(row, "bad_level", true, { level: row.level, levels: levelWords(pack) }) : null) ??
      codeProblem(row, lengths.get(row.level)) ??
      (row.name === "" ? finding(row, "name_missing", true) : null) ??
      numberProblem(row, "population") ??
      numberProblem(row, "households");
    if (problem !== null || tier === undefined) {
      if (problem !== null) findings.push(problem);
      continue;
    }
    const key = keyOf(tier.level, row.code);
    good.push({
      row: row.row,
      key,
      named: tier,
      tier: held.get(key)?.tier ?? tier.code,
      level: tier.level,
      code: row.code,
      name: row.name,
      parent: row.parent,
      above: null,
      population: wholeNumber(row.population) ?? null,
      households: wholeNumber(row.households) ?? null,
    });
  }
  return { good, findings };
}

/**
 * Judges a whole list against what the registry holds. Findings come in the order of the rows. `unread` are the rows of the same file that
 * could not be read: what lies below such a unit is told that its row was not taken, not that there is none.
 */
export function checkUnits(
  pack: Pack,
  rows: readonly UnitRow[],
  held: ReadonlyMap<string, HeldUnit>,
  unread: readonly Pick<UnitRow, "row" | "level" | "code">[] = [],
): UnitJudgement {
  const read = readRows(pack, rows, held);
  const doubled = duplicates(read.good);
  const twice = new Set(doubled.map((one) => one.row));
  const all = [...rows, ...unread];
  const byWord = new Map([...new Set(all.map((row) => row.level))].map((word) => [word, tierNamed(pack, word)?.level]));
  const levels = new Map(all.map((row) => [row.row, byWord.get(row.level)]));
  const bad = new Set(
    [...read.findings, ...unread].flatMap((one) => (levels.get(one.row) === undefined ? [] : [keyOf(levels.get(one.row) ?? 0, one.code)])),
  );
  const placed = place(
    read.good.filter((unit) => !twice.has(unit.row)),
    held,
    bad,
  );
  const inOrder = placed.good.toSorted((a, b) => a.row - b.row);
  const findings = [
    ...read.findings,
    ...doubled,
    ...placed.findings,
    ...wrongParents(inOrder),
    ...sums(inOrder),
    ...repeatedNames(inOrder),
    ...oddFigures(inOrder),
    ...childless(inOrder),
    ...differences(inOrder, held),
  ];
  return { good: placed.good, findings: findings.toSorted((a, b) => a.row - b.row) };
}
