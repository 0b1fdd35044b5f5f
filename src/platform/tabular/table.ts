/** The step that every import shares: from a file somebody brings to rows of known columns, bad rows set aside with reasons. */
import { setImmediate } from "node:timers/promises";
import type { Say } from "#platform/i18n/text.ts";
import { readCsv } from "./csv.ts";
import { bestRow, findHeader, type Columns, type Grid, type GridRow } from "./headers.ts";
import { sniff } from "./sniff.ts";
import { found, Refusal, refuse, type TableProblem } from "./table-problem.ts";
import { RowJudge, type RejectedRow, type Source, type TableRow } from "./row-judge.ts";
import { readWorkbook, type Sheet } from "./workbook.ts";
import { unguarded, writeCsv } from "./write.ts";
import { w } from "./words.ts";

export type { RejectedRow, TableRow } from "./row-judge.ts";

/** A table that was read. With `problems` nothing of it can be used and `rows` is empty. */
export interface Table<C extends string> {
  readonly sheet?: string;
  readonly headerRow: number;
  /** The names of all columns as written in the file. */
  readonly headers: readonly string[];
  readonly rows: readonly TableRow<C>[];
  readonly rejected: readonly RejectedRow[];
  readonly problems: readonly TableProblem[];
  readonly warnings: readonly TableProblem[];
}

/** What a table must have. `sheet` names the sheet of a workbook; without it the one whose header fits best is read. */
export interface TableOptions<C extends string> {
  readonly columns: Columns<C>;
  readonly sheet?: string;
  /** Rows accepted; 100,000 unless said otherwise. */
  readonly rows?: number;
}

const MOST_ROWS = 100_000;
/** Rows judged before other requests get their turn. */
const ROWS_AT_ONCE = 1_000;
/**
 * Reads a CSV or XLSX file by its content into rows of known columns. The name decides only what a file of neither kind
 * is told. Never throws for what a file may contain: see `problems`, `rejected` and `warnings`.
 */
export async function readTable<C extends string>(bytes: Uint8Array, filename: string, options: TableOptions<C>): Promise<Table<C>> {
  try {
    const source = isText(bytes, filename) ? await csvSource(bytes, options) : await workbookSource(bytes, options);
    return await tableOf(source, options);
  } catch (error) {
    if (error instanceof Refusal) return unusable<C>(error.problems);
    throw error;
  }
}

function unusable<C extends string>(problems: readonly TableProblem[]): Table<C> {
  return { headerRow: 0, headers: [], rows: [], rejected: [], problems, warnings: [] };
}

function isText(bytes: Uint8Array, filename: string): boolean {
  const kind = sniff(bytes);
  if (kind === "csv" || kind === "text") return true;
  const archive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return !archive && /\.(csv|tsv|txt)$/i.test(filename);
}

async function csvSource<C extends string>(bytes: Uint8Array, options: TableOptions<C>): Promise<Source> {
  const read = await readCsv(bytes, { rows: options.rows ?? MOST_ROWS });
  if (!read.ok) throw new Refusal(...read.problems);
  const aside = read.aside.map(({ row, cells, problem }): GridRow => {
    return problem.code === "tabular.raggedRow" ? { row, cells } : { row, cells, problem };
  });
  const rows = [...read.rows, ...aside].toSorted((one, other) => one.row - other.row);
  const bare = rows.map((one) => ({
    ...one,
    cells: one.cells.map((cell) => unguarded(String(cell))),
  }));
  return { grid: { rows: bare, merged: [] }, broken: [], warnings: read.warnings, even: true };
}

async function workbookSource<C extends string>(bytes: Uint8Array, options: TableOptions<C>): Promise<Source> {
  const read = await readWorkbook(bytes, { rows: options.rows ?? MOST_ROWS, brokenCells: "keep" });
  if (!read.ok) throw new Refusal(...read.problems);
  const sheet = options.sheet === undefined ? likeliest(read.sheets, options.columns) : named(read.sheets, options.sheet);
  const here = read.warnings.filter((warning) => warning.sheet === sheet.name);
  const broken = here.filter((warning) => warning.column !== undefined);
  const warnings = here.filter((warning) => warning.column === undefined);
  const others = read.sheets.filter((one) => one !== sheet && !one.hidden && one.rows.length > 0);
  if (options.sheet === undefined && others.length > 0) {
    const sheets = others.map((one) => one.name).join(", ");
    warnings.push(found("otherSheets", { sheet: sheet.name, sheets }, { sheet: sheet.name }));
  }
  return { grid: gridOf(sheet), broken, warnings, even: false };
}

function gridOf(sheet: Sheet): Grid {
  const rows = sheet.rows.map((cells, index) => ({ row: index + 1, cells }));
  return {
    sheet: sheet.name,
    rows: rows.filter((one) => one.cells.length > 0),
    merged: sheet.merged,
  };
}

function named(sheets: readonly Sheet[], wanted: string): Sheet {
  const same = (sheet: Sheet) => sheet.name.trim().toLowerCase() === wanted.trim().toLowerCase();
  return sheets.find(same) ?? refuse("sheetNotFound", { wanted, sheets: sheets.map((one) => one.name).join(", ") });
}

/** The sheet whose header names most columns; sheets in view come before hidden ones. */
function likeliest<C extends string>(sheets: readonly Sheet[], columns: Columns<C>): Sheet {
  const inView = sheets.filter((sheet) => !sheet.hidden);
  const ranked = [...inView, ...sheets.filter((sheet) => sheet.hidden)]
    .map((sheet) => ({ sheet, score: bestRow(gridOf(sheet), columns).score }))
    .toSorted((one, other) => other.score - one.score);
  return ranked[0]?.sheet ?? refuse("noSheet");
}

async function tableOf<C extends string>(source: Source, options: TableOptions<C>): Promise<Table<C>> {
  const { grid } = source;
  const header = findHeader(grid, options.columns);
  const base = {
    ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }),
    headerRow: header.row,
    headers: header.names,
    warnings: [...source.warnings, ...header.warnings],
  };
  if (header.problems.length > 0) return { ...base, rows: [], rejected: [], problems: header.problems };
  const judge = new RowJudge(source, header, options.columns);
  const rows: TableRow<C>[] = [];
  const rejected: RejectedRow[] = [];
  for (const [index, one] of grid.rows.entries()) {
    if (one.row <= header.row) continue;
    if (index % ROWS_AT_ONCE === 0) await setImmediate();
    const judged = judge.judge(one);
    if (judged === undefined) continue;
    if ("reasons" in judged) rejected.push(judged);
    else rows.push(judged);
  }
  const problems = rows.length + rejected.length === 0 ? [found("noRows")] : [];
  return { ...base, rows, rejected, problems };
}

/** Rejects a good row for a reason that only the import knows. */
export function reject<C extends string>(row: TableRow<C>, ...reasons: readonly TableProblem[]): RejectedRow {
  return { row: row.row, source: row.source, reasons };
}

/**
 * The file of rejected rows to download (CSV for Excel): the columns as brought, then the row number and the reasons in the
 * reader's language. Corrected, it can be brought again as it is.
 */
export function rejectedCsv(table: Pick<Table<string>, "headers">, rejected: readonly RejectedRow[], say: Say): AsyncGenerator<Uint8Array> {
  const width = rejected.reduce((most, one) => Math.max(most, one.source.length), table.headers.length);
  const pad = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? "");
  const reasonsOf = (one: RejectedRow) => one.reasons.map((reason) => say(reason.text, reason.values)).join(" ");
  function* lines() {
    for (const one of rejected) yield [...pad(one.source), one.row, reasonsOf(one)];
  }
  return writeCsv([...pad(table.headers), say(w.rowColumn), say(w.reasonColumn)], lines(), {
    mark: true,
  });
}
