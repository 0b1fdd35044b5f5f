/** What an import found wrong with rows of a file, in one shape for units, boundaries and people. */
import type { Say, Text, Values } from "#platform/i18n/text.ts";
import type { RejectedRow } from "#platform/tabular/row-judge.ts";
import type { TableProblem } from "#platform/tabular/table-problem.ts";

/** One thing wrong with one row. `source` are the cells as they were brought, kept for rows that were not taken. */
export interface Finding {
  readonly row: number;
  readonly code: string;
  readonly kind: string;
  readonly rejected: boolean;
  readonly text: Text;
  readonly values: Values;
  readonly source: readonly string[];
}

/** The reason with the names of its values made its own, so that several can stand in one sentence: two cells at fault are told as two. */
function ownNames(reason: TableProblem, place: number): TableProblem {
  const names = Object.keys(reason.values ?? {});
  if (place === 0 || names.length === 0) return reason;
  const renamed = (pattern: string): string =>
    pattern.replaceAll(/\{(\w+)(?=[,}])/g, (found, name: string) => (names.includes(name) ? `{${name}${place}` : found));
  const { en, fr, rw } = reason.text;
  return {
    ...reason,
    text: { en: renamed(en), fr: renamed(fr), rw: renamed(rw) },
    values: Object.fromEntries(Object.entries(reason.values ?? {}).map(([name, value]) => [`${name}${place}`, value])),
  };
}

/** A row that could not even be read as a row of known columns. */
export function unknownFinding(rejected: RejectedRow): Finding {
  const [first] = rejected.reasons;
  if (first === undefined) throw new RangeError("A rejected row has a reason.");
  const reasons = rejected.reasons.map(ownNames);
  const join = (language: keyof Text): string => reasons.map((reason) => reason.text[language]).join(" ");
  const values = Object.assign({}, ...reasons.map((reason) => reason.values ?? {})) as Values;
  return {
    row: rejected.row,
    code: "",
    kind: first.code,
    rejected: true,
    text: { en: join("en"), fr: join("fr"), rw: join("rw") },
    values,
    source: rejected.source,
  };
}

/** What is odd about the file as a whole: a column nobody knows, a guessed encoding, further sheets. Row 0 where it has no row. */
export function fileFinding(warning: TableProblem): Finding {
  const { code, text, values = {}, row = 0 } = warning;
  return { row, code: "", kind: code, rejected: false, text, values, source: [] };
}

/** A finding’s kind as programs read it: `duplicate-code`, `ragged-row`. */
export function kindWord(kind: string): string {
  return kind
    .replace(/^\w+\./, "")
    .replaceAll("_", "-")
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A finding in one language. */
export function sayFinding(say: Say, finding: Pick<Finding, "text" | "values">): string {
  return say(finding.text, finding.values);
}
