/** What an import found wrong with rows of a file, in one shape for units, boundaries and people. */
import type { Say, Text, Values } from "#platform/i18n/text.ts";
import type { RejectedRow } from "#platform/tabular/row-judge.ts";

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

/** A row that could not even be read as a row of known columns. */
export function unknownFinding(rejected: RejectedRow): Finding {
  const [first] = rejected.reasons;
  if (first === undefined) throw new RangeError("A rejected row has a reason.");
  const join = (language: keyof Text): string => rejected.reasons.map((reason) => reason.text[language]).join(" ");
  const values = Object.assign({}, ...rejected.reasons.map((reason) => reason.values ?? {})) as Values;
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
