/** Turns what is wrong with a form into the error summary and the message at each field. */
import type { Say } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import type { SummaryError } from "#platform/ui/forms.tsx";

/** The lines of the error summary, each a link to its field. */
export function summaryOf(say: Say, problems: readonly FieldProblem[]): SummaryError[] {
  return problems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` }));
}

/** The message at one field. */
export function errorOf(say: Say, problems: readonly FieldProblem[], field: string): string | undefined {
  const problem = problems.find((candidate) => candidate.field === field);
  return problem && say(problem.text, problem.values);
}
