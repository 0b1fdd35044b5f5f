/** Finds the row of column names in a table and says which column stands where, by any of its names in three languages. */
import { LANGUAGES, patternOf, type Text } from "#platform/i18n/text.ts";
import { cellText } from "./cell-text.ts";
import { cellName, columnLetters, found, withText, type TableProblem } from "./table-problem.ts";
import type { Cell, Sheet } from "./workbook.ts";
import { w } from "./words.ts";

/** A column that an import knows. Its key in the record of columns is one of its names too. */
export interface ColumnSpec {
  /** What the column is called, in three languages; all three are recognised. */
  readonly name: Text;
  /** Other names people use. Case, accents and punctuation are ignored everywhere. */
  readonly aliases?: readonly string[];
  /** The table must have the column. */
  readonly required?: boolean;
  /** Every row must fill it. */
  readonly filled?: boolean;
}

/** The columns of an import by their key. */
export type Columns<C extends string> = Readonly<Record<C, ColumnSpec>>;

/** A table before its header is known. */
export interface Grid {
  readonly sheet?: string;
  readonly rows: readonly GridRow[];
  readonly merged: Sheet["merged"];
}

/** One row with its number; `problem` when it could not be cut into cells properly. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly problem?: TableProblem;
}

/** The header of a table: its row, its names as written, and the index (from 0) of each known column. */
export interface Header<C extends string> {
  readonly row: number;
  readonly names: readonly string[];
  /** Cells of the header row up to its last name. */
  readonly width: number;
  readonly places: ReadonlyMap<C, number>;
  readonly problems: readonly TableProblem[];
  readonly warnings: readonly TableProblem[];
}

/** Rows from the top among which the header is sought. */
const SOUGHT = 30;

/** A name as it is compared: without case, accents, punctuation and doubled spaces. */
export function comparable(name: string): string {
  const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** The key of each recognised name. Throws when two columns share a name: the import could not tell them apart. */
function knownNames<C extends string>(columns: Columns<C>): Map<string, C> {
  const names = new Map<string, C>();
  for (const key of keysOf(columns)) {
    const spec = columns[key];
    const spoken = LANGUAGES.map((language) => patternOf(spec.name, language));
    for (const name of [key, ...spoken, ...(spec.aliases ?? [])].map(comparable)) {
      const other = names.get(name);
      if (other !== undefined && other !== key) throw new Error(`Columns ${other} and ${key} share the name ${name}`);
      names.set(name, key);
    }
  }
  return names;
}

/** Keys of the columns in their order. */
export function keysOf<C extends string>(columns: Columns<C>): C[] {
  return Object.keys(columns) as C[];
}

/** The row among the first ones with most names of known columns, and how many those are. */
export function bestRow<C extends string>(grid: Grid, columns: Columns<C>): { row: GridRow | undefined; score: number } {
  const names = knownNames(columns);
  let best: GridRow | undefined;
  let score = 0;
  for (const row of grid.rows.slice(0, SOUGHT)) {
    const matches = row.cells.filter((cell) => names.has(comparable(cellText(cell)))).length;
    if (matches > score) {
      best = row;
      score = matches;
    }
  }
  // One word in common is chance when many columns are wanted.
  const enough = keysOf(columns).length >= 3 ? 2 : 1;
  return score >= enough ? { row: best, score } : { row: undefined, score: 0 };
}

/** Reads the header: missing, repeated and merged names are problems; unknown and absent ones are warnings. */
export function findHeader<C extends string>(grid: Grid, columns: Columns<C>): Header<C> {
  const { row } = bestRow(grid, columns);
  if (row === undefined) {
    return {
      row: 0,
      names: [],
      width: 0,
      places: new Map(),
      problems: [notFound(grid, columns)],
      warnings: [],
    };
  }
  const names = row.cells.map(cellText);
  const { places, problems, warnings } = placeNames(grid, row.row, names, columns);
  const missing = keysOf(columns).filter((key) => columns[key].required && !places.has(key));
  const at = { ...sheetOf(grid), row: row.row };
  return {
    row: row.row,
    names,
    width: names.findLastIndex((name) => name !== "") + 1,
    places,
    problems: [
      ...mergedNames(grid, row.row),
      ...problems,
      ...missing.map((key) => withText(found("headerMissing", { row: row.row }, at), "name", columns[key].name)),
    ],
    warnings: [...warnings, ...namelessColumns(grid, row.row, names)],
  };
}

function sheetOf(grid: Grid): { sheet?: string } {
  return grid.sheet === undefined ? {} : { sheet: grid.sheet };
}

function notFound<C extends string>(grid: Grid, columns: Columns<C>): TableProblem {
  const wanted = keysOf(columns).filter((key) => columns[key].required);
  const keys = wanted.length > 0 ? wanted : keysOf(columns);
  const list = (language: keyof Text) => keys.map((key) => patternOf(columns[key].name, language)).join(", ");
  const names = { en: list("en"), fr: list("fr"), rw: list("rw") };
  return withText(found("headerNotFound", undefined, sheetOf(grid)), "names", names);
}

/** The columns that a file of rejected rows adds; they come back when the corrected file is brought. */
const OWN_NAMES = new Set([w.rowColumn, w.reasonColumn].flatMap((text) => LANGUAGES.map((one) => comparable(patternOf(text, one)))));

function placeNames<C extends string>(grid: Grid, row: number, names: readonly string[], columns: Columns<C>) {
  const known = knownNames(columns);
  const places = new Map<C, number>();
  const problems: TableProblem[] = [];
  const warnings: TableProblem[] = [];
  for (const [index, name] of names.entries()) {
    if (name === "") continue;
    const key = known.get(comparable(name));
    const place = { ...sheetOf(grid), row, column: columnLetters(index + 1) };
    const cell = cellName(row, index + 1);
    const earlier = key === undefined ? undefined : places.get(key);
    if (key === undefined) {
      if (!OWN_NAMES.has(comparable(name))) warnings.push(found("headerUnknown", { name, cell }, place));
    } else if (earlier === undefined) {
      places.set(key, index);
    } else {
      const values = { first: cellName(row, earlier + 1), second: cell };
      problems.push(withText(found("headerRepeated", values, place), "name", columns[key].name));
    }
  }
  return { places, problems, warnings };
}

/** Merged cells among the names: nobody can tell which column each name belongs to. */
function mergedNames(grid: Grid, row: number): TableProblem[] {
  return grid.merged
    .filter((area) => area.row <= row && row < area.row + area.rows)
    .map((area) => {
      const place = { ...sheetOf(grid), row: area.row, column: columnLetters(area.column) };
      return found("headerMerged", { range: rangeName(area) }, place);
    });
}

/** Name of an area as a spreadsheet writes it: A3:C3. */
export function rangeName(area: Sheet["merged"][number]): string {
  const last = cellName(area.row + area.rows - 1, area.column + area.columns - 1);
  return `${cellName(area.row, area.column)}:${last}`;
}

function namelessColumns(grid: Grid, headerRow: number, names: readonly string[]): TableProblem[] {
  const nameless = new Set<number>();
  for (const { row, cells, problem } of grid.rows) {
    if (row <= headerRow || problem !== undefined) continue;
    for (const [index, cell] of cells.entries()) {
      if (!names[index] && cellText(cell) !== "") nameless.add(index);
    }
  }
  return [...nameless]
    .toSorted((one, other) => one - other)
    .map((index) => {
      const column = columnLetters(index + 1);
      return found("headerBlank", { column }, { ...sheetOf(grid), row: headerRow, column });
    });
}
