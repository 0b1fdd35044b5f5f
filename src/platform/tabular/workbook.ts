/** Reads an Excel workbook (.xlsx) that nobody has vetted: every sheet with its own row numbers, or the reasons why not. */
import { readPackage } from "./package-parts.ts";
import { readSharedTexts, readStyles, readWorkbookPart, type SheetPart } from "./workbook-parts.ts";
import { SheetReader } from "./sheet-reader.ts";
import { sniff, type FileKind } from "./sniff.ts";
import { cellName, found, megabytes, Refusal, refuse, type Finding, type TableProblem } from "./table-problem.ts";

export type { TableProblem } from "./table-problem.ts";

/** One cell. Dates are wall-clock times kept in UTC; a time of day alone is on 30 December 1899, as Excel counts. */
export type Cell = string | number | boolean | Date | null;

/** One sheet; `rows[0]` is row 1 and blank rows are kept. All places are counted from 1. */
export interface Sheet {
  name: string;
  rows: Cell[][];
  merged: { row: number; column: number; rows: number; columns: number }[];
  formulas: { row: number; column: number }[];
  /** True when the author hid the sheet. */
  hidden?: boolean;
}

/** What is accepted of a workbook; sizes in bytes. */
export interface WorkbookLimits {
  /** Size of the file itself. */
  readonly bytes: number;
  /** Size of all parts once inflated, declared and actual. */
  readonly inflatedBytes: number;
  /** Inflated size over compressed size of one part. */
  readonly ratio: number;
  /** Number of parts in the package. */
  readonly parts: number;
  readonly rows: number;
  readonly columns: number;
  /** Filled cells in the whole workbook. */
  readonly cells: number;
  /** Characters of one text. */
  readonly text: number;
  /** `refuse`: a cell showing an error, or a formula that was never calculated, refuses the workbook. `keep`: it is read as empty and listed among the warnings. */
  readonly brokenCells: "refuse" | "keep";
}

/** What is accepted unless the caller says otherwise. */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  bytes: 20_000_000,
  inflatedBytes: 150_000_000,
  ratio: 200,
  parts: 2_000,
  rows: 100_000,
  columns: 500,
  cells: 2_000_000,
  text: 100_000,
  brokenCells: "refuse",
};

/** A workbook that was read, or why it was refused. */
export type WorkbookResult = { ok: true; sheets: Sheet[]; warnings: TableProblem[] } | { ok: false; problems: TableProblem[] };

/**
 * Reads all worksheets of an .xlsx file in their order (ECMA-376 part 1, transitional and strict).
 * The file is judged before anything is inflated; formulas give the value that was last calculated, with a warning.
 * Never throws for what a file may contain: the answer says what is wrong.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Promise<WorkbookResult> {
  const bounds = { ...WORKBOOK_LIMITS, ...limits };
  try {
    refuseByContent(bytes, bounds.bytes);
    return await readSheets(bytes, bounds);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** What a file is told when it is no .xlsx; archives are judged by their parts. */
const REFUSED_KINDS: Partial<Record<FileKind, Finding>> = {
  empty: "emptyFile",
  xls: "oldExcel",
  encrypted: "passwordProtected",
  html: "webPage",
  csv: "textFile",
  text: "textFile",
};

function refuseByContent(bytes: Uint8Array, limit: number): void {
  if (bytes.length > limit) refuse("tooLarge", { size: megabytes(bytes.length), limit: megabytes(limit) });
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!zipped) refuse(REFUSED_KINDS[sniff(bytes)] ?? "notWorkbook");
}

async function readSheets(bytes: Uint8Array, limits: WorkbookLimits): Promise<WorkbookResult> {
  const parts = await readPackage(bytes, limits);
  const book = await readWorkbookPart(parts);
  const shared = await readSharedTexts(parts, book, limits);
  const styles = await readStyles(parts, book);
  const budget = { cells: limits.cells };
  const sheets: Sheet[] = [];
  const broken: TableProblem[] = [];
  for (const part of book.sheets) {
    const reader = new SheetReader(part.name, { shared, styles, date1904: book.date1904 }, limits, budget);
    await parts.parse(part.path, reader);
    sheets.push(sheetOf(part, reader));
    for (const problem of reader.broken) broken.push(problem);
  }
  if (limits.brokenCells === "refuse" && broken.length > 0) return { ok: false, problems: broken };
  return { ok: true, sheets, warnings: [...broken, ...formulaWarnings(sheets)] };
}

function sheetOf(part: SheetPart, reader: SheetReader): Sheet {
  const { rows, merged, formulas } = reader;
  return { name: part.name, rows, merged, formulas, ...(part.hidden ? { hidden: true } : {}) };
}

/** One warning per sheet, because a calculated column would otherwise give thousands. */
function formulaWarnings(sheets: readonly Sheet[]): TableProblem[] {
  return sheets.flatMap(({ name, formulas: [first, ...others] }) => {
    if (first === undefined) return [];
    const values = { n: others.length + 1, cell: cellName(first.row, first.column), sheet: name };
    return [found("formulasRead", values, { sheet: name, row: first.row })];
  });
}
