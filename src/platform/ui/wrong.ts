/** The problems of a form as its summary and beside its fields, in the reader’s language. */
import type { Language, Say } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import type { SummaryError } from "./fields.tsx";

/** The problems of a form as its summary, and by field. */
export interface Wrong {
  readonly errors: readonly SummaryError[];
  at(field: string): string | undefined;
}

/** Problems in the reader’s language. A summary line leads to its field. */
export function wrongOf(say: Say, problems: readonly FieldProblem[]): Wrong {
  const byField = new Map(problems.map((problem) => [problem.field, say(problem.text, problem.values)]));
  return {
    errors: problems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` })),
    at: (field) => byField.get(field),
  };
}

/** The language of a text that people wrote, when it is not the page’s: for `lang`. */
export function langOf(written: string | null, page: Language): string | undefined {
  return written === null || written === page ? undefined : written;
}
