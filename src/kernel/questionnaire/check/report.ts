/** Gathers what is wrong with a workbook, each finding with its cell and its sentence. */
import type { Text, Values } from "#platform/i18n/text.ts";
import { w } from "./words.ts";

/** One finding. `row` counts from 1; `column` is the sheet’s letters; the sentence names the header too. An error keeps the form from being used. */
export interface QuestionnaireProblem {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly text: Text;
  readonly values: Values;
}

/** A cell that a finding points at. `header` is the first cell of its column, as written. */
export interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly header: string;
}

/** The closed list of findings. */
export type Finding = keyof typeof w;

/** The findings so far. */
export class Report {
  readonly problems: QuestionnaireProblem[] = [];

  /** Adds a finding that refuses the workbook. */
  error(code: Finding, cell: Cell, values: Values = {}): void {
    this.add("error", code, w[code], cell, values);
  }

  /** Adds a finding that the author should see but that does not stop the form. */
  warning(code: Finding, cell: Cell, values: Values = {}): void {
    this.add("warning", code, w[code], cell, values);
  }

  /** Adds a finding whose sentence comes from elsewhere, such as an expression’s. The cell’s place and header are put before it. */
  add(severity: QuestionnaireProblem["severity"], code: string, text: Text, cell: Cell, values: Values): void {
    const { sheet, row, column, header } = cell;
    this.problems.push({
      sheet,
      row,
      column,
      code,
      severity,
      text: placed(text),
      values: { ...values, cell: `${column}${row}`, header: header === "" ? "–" : header },
    });
  }

  /** True when nothing refuses the workbook. */
  get clean(): boolean {
    return this.problems.every((problem) => problem.severity !== "error");
  }
}

/** The sentence with the cell and its column before it, in each language. */
function placed(text: Text): Text {
  return {
    en: `Cell {cell} (column “{header}”): ${text.en}`,
    fr: `Cellule {cell} (colonne «\u202f{header}\u202f »)\u202f: ${text.fr}`,
    rw: `≈Akazu {cell} (inkingi “{header}”): ${text.rw.replace("≈", "")}`,
  };
}
