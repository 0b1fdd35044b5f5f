/** Collects what is wrong with a pack’s files, each with its file, row and column, so that all of it is told at once. */

/** One mistake in a pack. Rows count from 1, the header being row 1; in JSON files `row` is the place, for example `parameters[3]`. */
export interface PackProblem {
  readonly file: string;
  readonly row: number | string | null;
  readonly column: string | null;
  /** English: it is read by whoever edits the pack, on a console, before any page can be shown. */
  readonly sentence: string;
}

/** Where in a pack a value stands. */
export interface Place {
  readonly file: string;
  readonly row: number | string | null;
}

/** One mistake as a line: file, row, column, sentence. */
export function sayProblem({ file, row, column, sentence }: PackProblem): string {
  const at = [row === null ? null : typeof row === "number" ? `row ${row}` : row, column === null ? null : `column ${column}`];
  return `${[file, ...at.filter((part) => part !== null)].join(", ")}: ${sentence}`;
}

/** Thrown when a pack cannot be used; the message lists every mistake. */
export class PackError extends Error {
  readonly problems: readonly PackProblem[];
  constructor(problems: readonly PackProblem[]) {
    super(`The country pack has ${problems.length} problem${problems.length === 1 ? "" : "s"}:\n${problems.map(sayProblem).join("\n")}`);
    this.name = "PackError";
    this.problems = problems;
  }
}

/** The list that grows while a pack is read. */
export class Findings {
  readonly problems: PackProblem[] = [];

  /** Notes one mistake. */
  add(place: Place, column: string | null, sentence: string): void {
    this.problems.push({ ...place, column, sentence });
  }

  /** Notes every row whose key was seen before. */
  unique<T extends { readonly place: Place }>(rows: readonly T[], column: string, key: (row: T) => string): void {
    const seen = new Map<string, Place>();
    for (const row of rows) {
      const value = key(row);
      const first = seen.get(value);
      if (first === undefined) seen.set(value, row.place);
      else this.add(row.place, column, `${value} is already used in ${typeof first.row === "number" ? `row ${first.row}` : first.row}`);
    }
  }
}
