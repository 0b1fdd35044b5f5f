/** What can be wrong with a table somebody brings: where it is, what it is, and how it is refused. */
import { patternOf, type Text, type Values } from "#platform/i18n/text.ts";
import { w } from "./words.ts";

/** One thing wrong with a table, and its place. `row` is the sheet's own row number (from 1), `column` its letters. */
export interface TableProblem {
  readonly code: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly text: Text;
  readonly values?: Values;
}

/** Where a problem lies. */
export type Place = Pick<TableProblem, "sheet" | "row" | "column">;

/** Names of the texts that a table problem can carry; its code is `tabular.` and that name. */
export type Finding = keyof typeof w;

/** Makes the problem of a name, a place and the values its sentence speaks of. */
export function found(name: Finding, values?: Values, place: Place = {}): TableProblem {
  return { code: `tabular.${name}`, ...place, text: w[name], ...(values ? { values } : {}) };
}

/** The same problem, with a text of three languages put in its `{place}`: values alone cannot change with the reader. */
export function withText(problem: TableProblem, place: string, name: Text): TableProblem {
  const fill = (language: keyof Text) => problem.text[language].replaceAll(`{${place}}`, patternOf(name, language));
  return { ...problem, text: { en: fill("en"), fr: fill("fr"), rw: fill("rw") } };
}

/** Stops the reading of a file; caught by the readers, which answer with its problems. */
export class Refusal extends Error {
  readonly problems: TableProblem[];
  constructor(...problems: TableProblem[]) {
    super(problems.map((problem) => problem.code).join(", "));
    this.name = "Refusal";
    this.problems = problems;
  }
}

/** Refuses the whole file. Throws {@link Refusal}. */
export function refuse(name: Finding, values?: Values, place?: Place): never {
  throw new Refusal(found(name, values, place));
}

/** Letters of a column counted from 1: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Name of a cell as a spreadsheet writes it: row 5, column 3 → C5. */
export function cellName(row: number, column: number): string {
  return columnLetters(column) + row;
}

/** Megabytes with one decimal, for sentences about sizes. */
export function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}
