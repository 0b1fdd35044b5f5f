/** Turns the XML of one worksheet into rows of cells while it streams by. */
import { dateOfSerial, type FormatKind } from "./number-format.ts";
import type { Attributes, PartReader } from "./package-parts.ts";
import { RichText, unescapeText } from "./workbook-parts.ts";
import { cellName, columnLetters, found, refuse, type TableProblem } from "./table-problem.ts";
import type { Cell, Sheet, WorkbookLimits } from "./workbook.ts";

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly shared: readonly string[];
  readonly styles: readonly FormatKind[];
  readonly date1904: boolean;
}

/** Broken cells named when they refuse the workbook; more would only repeat them. */
const MOST_BROKEN = 100;

/** Reads one worksheet part; afterwards `rows`, `merged`, `formulas` and `broken` hold what it said. */
export class SheetReader implements PartReader {
  readonly rows: Cell[][] = [];
  readonly merged: Sheet["merged"] = [];
  readonly formulas: Sheet["formulas"] = [];
  readonly broken: TableProblem[] = [];
  private readonly name: string;
  private readonly context: CellContext;
  private readonly limits: WorkbookLimits;
  private readonly budget: { cells: number };
  private readonly inline: RichText;
  private row = 0;
  private column = 0;
  private type = "n";
  private style = 0;
  private value: string | undefined;
  private inValue = false;
  private inInline = false;
  private hasInline = false;
  private hasFormula = false;

  constructor(name: string, context: CellContext, limits: WorkbookLimits, budget: { cells: number }) {
    this.name = name;
    this.context = context;
    this.limits = limits;
    this.budget = budget;
    this.inline = new RichText(limits.text);
  }

  open(name: string, attributes: Attributes): void {
    if (this.inInline) return this.inline.open(name);
    if (name === "c") return this.startCell(attributes);
    if (name === "v") {
      this.value = "";
      this.inValue = true;
    } else if (name === "f") {
      this.hasFormula = true;
    } else if (name === "is") {
      this.inInline = true;
      this.hasInline = true;
      this.inline.start();
    } else if (name === "row") {
      this.row = wholeNumber(attributes["r"]) ?? this.row + 1;
      this.column = 0;
    } else if (name === "mergeCell") {
      this.addMerged(attributes["ref"] ?? "");
    }
  }

  text(text: string): void {
    if (this.inInline) this.inline.add(text);
    else if (this.inValue) this.addToValue(text);
  }

  close(name: string): void {
    if (name === "is") this.inInline = false;
    else if (this.inInline) this.inline.close(name);
    else if (name === "v") this.inValue = false;
    else if (name === "c") this.endCell();
  }

  private addToValue(text: string): void {
    this.value += text;
    if ((this.value?.length ?? 0) > this.limits.text) refuse("textTooLong");
  }

  private startCell(attributes: Attributes): void {
    const place = placeOf(attributes["r"] ?? "");
    if (place === undefined) {
      this.column += 1;
    } else {
      this.row = place.row;
      this.column = place.column;
    }
    this.type = attributes["t"] ?? "n";
    this.style = wholeNumber(attributes["s"]) ?? 0;
    this.value = undefined;
    this.inValue = false;
    this.hasInline = false;
    this.hasFormula = false;
  }

  private endCell(): void {
    if (this.hasFormula) this.formulas.push({ row: this.row, column: this.column });
    const cell = this.cell();
    if (cell !== null) this.keep(cell);
  }

  private cell(): Cell {
    const raw = this.hasInline ? this.inline.value() : this.value;
    if (this.hasFormula && (raw === undefined || (raw === "" && this.type === "n"))) {
      return this.reportBroken("formulaWithoutValue", "");
    }
    if (raw === undefined || raw === "") return null;
    if (this.type === "s") return this.context.shared[Number(raw)] || null;
    if (this.type === "str") return unescapeText(raw);
    if (this.type === "inlineStr") return raw;
    if (this.type === "b") return raw === "1" || raw === "true";
    if (this.type === "e") return this.reportBroken("errorCell", raw);
    if (this.type === "d") return dateOfText(raw);
    return this.numberCell(raw);
  }

  private numberCell(raw: string): Cell {
    const value = Number(raw);
    if (!Number.isFinite(value)) return raw;
    const kind = this.context.styles[this.style];
    if (kind === "date") return dateOfSerial(value, this.context.date1904) ?? value;
    if (typeof kind === "object" && Number.isSafeInteger(value) && value >= 0) {
      return String(value).padStart(kind.zeros, "0");
    }
    return value;
  }

  private reportBroken(name: "errorCell" | "formulaWithoutValue", error: string): null {
    if (this.limits.brokenCells === "keep" || this.broken.length < MOST_BROKEN) {
      this.spend();
      const place = { sheet: this.name, row: this.row, column: columnLetters(this.column) };
      const values = { cell: cellName(this.row, this.column), sheet: this.name, error };
      this.broken.push(found(name, values, place));
    }
    return null;
  }

  /** Only filled cells count against the limits: many workbooks are formatted down to the last row. */
  private keep(cell: Cell): void {
    const { rows, columns } = this.limits;
    if (this.row > rows) refuse("tooManyRows", { limit: rows, sheet: this.name }, { sheet: this.name });
    if (this.column > columns) refuse("tooManyColumns", { limit: columns, sheet: this.name }, { sheet: this.name });
    this.spend();
    while (this.rows.length < this.row) this.rows.push([]);
    const row = this.rows[this.row - 1] ?? [];
    while (row.length < this.column - 1) row.push(null);
    row[this.column - 1] = cell;
  }

  private spend(): void {
    this.budget.cells -= 1;
    if (this.budget.cells < 0) refuse("tooManyCells", { limit: this.limits.cells });
  }

  private addMerged(reference: string): void {
    const [from = "", to = from] = reference.split(":");
    const first = placeOf(from);
    const last = placeOf(to);
    if (first === undefined || last === undefined) return;
    const rows = last.row - first.row + 1;
    const columns = last.column - first.column + 1;
    if (rows > 1 || columns > 1) this.merged.push({ ...first, rows, columns });
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Row and column of a reference such as C5, both from 1. */
function placeOf(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]), column };
}

/** A date cell of a strict file, which holds ISO 8601 without a zone. */
function dateOfText(text: string): Cell {
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes("T") ? text : `${text}Z`;
  const date = new Date(zoned);
  return Number.isNaN(date.getTime()) ? text : date;
}
