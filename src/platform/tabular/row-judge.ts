/** Decides about each row below the header: good, blank, or rejected with its reasons. */
import { cellText, isShortened } from "./cell-text.ts";
import { trimmed } from "./csv.ts";
import { keysOf, rangeName, type Columns, type Grid, type GridRow, type Header } from "./headers.ts";
import { columnLetters, found, refuse, withText, type TableProblem } from "./table-problem.ts";

/** A good row: its number in the file, the text of each known column ("" when empty), and all cells as brought. */
export interface TableRow<C extends string> {
  readonly row: number;
  readonly cells: Readonly<Record<C, string>>;
  readonly source: readonly string[];
}

/** A row that was not taken, with at least one reason. */
export interface RejectedRow {
  readonly row: number;
  readonly source: readonly string[];
  readonly reasons: readonly TableProblem[];
  /** The text of each known column, where the row could be cut into cells; a cell at fault may be empty. */
  readonly cells?: Readonly<Record<string, string>>;
}

/** A table before its header is sought. `broken`: cells without a usable value. `even`: rows must be as wide as the header. */
export interface Source {
  readonly grid: Grid;
  readonly broken: readonly TableProblem[];
  readonly warnings: readonly TableProblem[];
  readonly even: boolean;
}

/** Cells of merged areas that are followed; areas that overlap without end are an attack. */
const MOST_MERGED = 5_000_000;

/** Decides about each row below the header. */
export class RowJudge<C extends string> {
  private readonly source: Source;
  private readonly header: Header<C>;
  private readonly columns: Columns<C>;
  private readonly keys: readonly C[];
  private readonly broken = new Map<number, TableProblem[]>();
  private readonly merged: ReadonlyMap<number, TableProblem>;

  constructor(source: Source, header: Header<C>, columns: Columns<C>) {
    this.source = source;
    this.header = header;
    this.columns = columns;
    this.keys = keysOf(columns);
    const letters = new Set([...header.places.values()].map((index) => columnLetters(index + 1)));
    for (const problem of source.broken) {
      const { row = 0, column = "" } = problem;
      if (letters.has(column)) this.broken.set(row, [...(this.broken.get(row) ?? []), problem]);
    }
    this.merged = mergedRows(source.grid, header);
  }

  /** The row, the row rejected, or undefined for a blank one. */
  judge(one: GridRow): TableRow<C> | RejectedRow | undefined {
    const { row } = one;
    const texts = one.cells.map(cellText);
    const source = this.source.even ? trimmed(texts, this.header.names.length) : texts;
    const reasons = [...(this.broken.get(row) ?? [])];
    if (reasons.length === 0 && source.every((text) => text === "")) return undefined;
    if (one.problem !== undefined) return { row, source, reasons: [one.problem] };
    if (this.source.even && (source.length < this.header.width || source.length > this.header.names.length)) {
      const values = { row, cells: source.length, expected: this.header.width };
      return { row, source, reasons: [found("raggedRow", values, { row })] };
    }
    const merged = this.merged.get(row);
    if (merged !== undefined) reasons.push(merged);
    const cells = {} as Record<C, string>;
    for (const key of this.keys) {
      const index = this.header.places.get(key);
      cells[key] = index === undefined ? "" : (source[index] ?? "");
      if (index !== undefined) reasons.push(...this.judgeCell(one, key, index, cells[key], reasons));
    }
    return reasons.length > 0 ? { row, source, reasons, cells } : { row, cells, source };
  }

  private judgeCell(one: GridRow, key: C, index: number, text: string, before: readonly TableProblem[]): TableProblem[] {
    const { name, filled } = this.columns[key];
    const { sheet } = this.source.grid;
    const place = {
      ...(sheet === undefined ? {} : { sheet }),
      row: one.row,
      column: columnLetters(index + 1),
    };
    const reason = (code: "cellShortened" | "cellLettersBroken" | "cellMissing") =>
      withText(found(code, { value: text }, place), "name", name);
    if (isShortened(one.cells[index])) return [reason("cellShortened")];
    if (text.includes("\ufffd")) return [reason("cellLettersBroken")];
    // A cell that shows an error, or that a merged area swallowed, is not called empty as well.
    const explained = before.some((other) => other.column === place.column || other.code === "tabular.cellMerged");
    return filled && text === "" && !explained ? [reason("cellMissing")] : [];
  }
}

/** Rows below the header that a merged area over a known column touches. */
function mergedRows<C extends string>(grid: Grid, header: Header<C>): Map<number, TableProblem> {
  const touched = new Map<number, TableProblem>();
  const places = [...header.places.values()];
  const last = grid.rows.at(-1)?.row ?? 0;
  let followed = 0;
  for (const area of grid.merged) {
    if (!places.some((index) => index + 1 >= area.column && index + 1 < area.column + area.columns)) continue;
    const problem = found(
      "cellMerged",
      { range: rangeName(area) },
      { ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }), row: area.row },
    );
    for (let row = Math.max(area.row, header.row + 1); row < area.row + area.rows && row <= last; row += 1) {
      followed += 1;
      if (followed > MOST_MERGED) refuse("damaged", { part: rangeName(area) });
      if (!touched.has(row)) touched.set(row, problem);
    }
  }
  return touched;
}
