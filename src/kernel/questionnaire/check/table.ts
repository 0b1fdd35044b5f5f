/** Reads one sheet of a workbook as rows of named, possibly translated cells. */
import { DEFAULT_LANGUAGE } from "#kernel/questionnaire/model.ts";
import type { Translations } from "#kernel/questionnaire/model.ts";
import { cellText } from "#platform/tabular/cell-text.ts";
import { columnLetters } from "#platform/tabular/table-problem.ts";
import type { Sheet } from "#platform/tabular/workbook.ts";
import { headingOf } from "./headers.ts";
import type { Heading, SheetKind } from "./headers.ts";
import type { Cell, Report } from "./report.ts";

interface Column extends Heading {
  readonly index: number;
  readonly header: string;
}

/** The text of any cell; TRUE and FALSE as a spreadsheet shows them, which is how a question can be named FALSE. */
export function textOf(cell: Sheet["rows"][number][number] | undefined): string {
  return typeof cell === "boolean" ? String(cell).toUpperCase() : cellText(cell);
}

/** One row below the header. */
export class Row {
  readonly table: Table;
  readonly row: number;
  readonly cells: readonly string[];
  constructor(table: Table, row: number, cells: readonly string[]) {
    this.table = table;
    this.row = row;
    this.cells = cells;
  }

  /** The text of a column without language; empty when there is no such column or nothing in it. */
  text(key: string): string {
    for (const column of this.table.columns) {
      const text = this.cells[column.index] ?? "";
      if (column.key === key && column.language === "" && text !== "") return text;
    }
    return "";
  }

  /** The texts of a translated column by language. */
  translations(key: string): Translations {
    const texts: Record<string, string> = {};
    for (const column of this.table.columns) {
      const text = this.cells[column.index] ?? "";
      if (column.key !== key || text === "") continue;
      texts[column.language === "" ? this.table.plainLanguage : column.language] = text;
    }
    return texts;
  }

  /** The media columns, by kind and language. */
  media(): Record<string, Translations> {
    const kinds = ["image", "audio", "video", "big-image"];
    const found = kinds.map((kind) => [kind, this.translations(`media::${kind}`)] as const);
    return Object.fromEntries(found.filter(([, texts]) => Object.keys(texts).length > 0));
  }

  /** The cells of the columns that `wanted` picks, by header. */
  others(wanted: (column: Heading) => boolean): Record<string, string> {
    const found: Record<string, string> = {};
    for (const column of this.table.columns) {
      const text = this.cells[column.index] ?? "";
      if (wanted(column) && text !== "") found[column.key] = text;
    }
    return found;
  }

  /** The cell of a column, for messages; of the first column when the sheet does not have it. */
  cell(key: string): Cell {
    return this.table.cell(this.row, key);
  }
}

/** A sheet with its header understood. */
export class Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The language of columns that name none. */
  readonly plainLanguage: string;

  constructor(kind: SheetKind, sheet: Sheet, plainLanguage = DEFAULT_LANGUAGE) {
    this.name = sheet.name;
    this.plainLanguage = plainLanguage;
    const headers = (sheet.rows[0] ?? []).map(textOf);
    this.columns = headers.flatMap((header, index) => (header === "" ? [] : [{ ...headingOf(kind, header), index, header }]));
    this.rows = sheet.rows.slice(1).flatMap((cells, index) => {
      const texts = cells.map(textOf);
      return texts.every((text) => text === "") ? [] : [new Row(this, index + 2, texts)];
    });
  }

  /** True when the sheet has the column. */
  has(key: string): boolean {
    return this.columns.some((column) => column.key === key);
  }

  /** A cell by row and column key. */
  cell(row: number, key: string): Cell {
    const column = this.columns.find((candidate) => candidate.key === key);
    return {
      sheet: this.name,
      row,
      column: columnLetters((column?.index ?? 0) + 1),
      header: column?.header ?? "",
    };
  }

  /** Languages in the order of their columns. */
  languages(): string[] {
    const translated = this.columns.filter((column) => column.known && isTranslated(column.key));
    const names = translated.map((column) => column.language || this.plainLanguage);
    return [...new Set(names)];
  }
}

function isTranslated(key: string): boolean {
  return ["label", "hint", "guidance_hint", "constraint_message", "required_message"].includes(key) || key.startsWith("media::");
}

/** Reports merged cells, columns given twice, columns without header and formulas without value. */
export function checkLayout(table: Table, sheet: Sheet, report: Report): void {
  for (const area of sheet.merged) {
    const cell = cellAt(table, area.row, area.column);
    if (area.row === 1) report.error("headerMerged", cell);
    else report.warning("cellsMerged", cell);
  }
  const seen = new Map<string, Column>();
  for (const column of table.columns) {
    const same = `${column.key}\n${column.language}`;
    const other = seen.get(same);
    if (other !== undefined) {
      const values = { other: other.header, otherColumn: columnLetters(other.index + 1) };
      report.error("columnTwice", cellAt(table, 1, column.index + 1), values);
    }
    seen.set(same, column);
  }
  checkStrayCells(table, sheet, report);
}

function checkStrayCells(table: Table, sheet: Sheet, report: Report): void {
  const headed = new Set(table.columns.map((column) => column.index));
  const reported = new Set<number>();
  for (const row of table.rows) {
    for (const [index, text] of row.cells.entries()) {
      if (text === "" || headed.has(index) || reported.has(index)) continue;
      reported.add(index);
      report.warning("noHeader", cellAt(table, row.row, index + 1));
    }
  }
  for (const formula of sheet.formulas) {
    if (textOf(sheet.rows[formula.row - 1]?.[formula.column - 1]) !== "") continue;
    report.warning("formulaEmpty", cellAt(table, formula.row, formula.column));
  }
}

/** A cell by row and column number, both from 1. */
function cellAt(table: Table, row: number, column: number): Cell {
  const header = table.columns.find((candidate) => candidate.index === column - 1)?.header ?? "";
  return { sheet: table.name, row, column: columnLetters(column), header };
}

/** Reports columns that have no meaning here; they are kept with the questions. */
export function warnUnknownColumns(table: Table, report: Report): void {
  for (const column of table.columns) {
    if (!column.known) report.warning("columnKept", cellAt(table, 1, column.index + 1));
  }
}
