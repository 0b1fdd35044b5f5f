/** The results of the two questionnaire commands as plain JSON: the same input gives the same bytes. */
import { evaluate } from "./evaluate.ts";
import type { Answers, Environment, Evaluation } from "./evaluate.ts";
import type { Model } from "./model.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import type { CheckResult } from "./workbook.ts";

/** Says a problem in the language of the one who asked. */
type Say = (text: Text, values?: Values) => string;

/** What the check of a workbook comes to. `message` is in the language of `say`. */
export interface CheckReport {
  readonly ok: boolean;
  readonly questions: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
  readonly problems: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column: string;
    readonly code: string;
    readonly severity: "error" | "warning";
    readonly message: string;
  }[];
}

/** Keys in code-unit order, all the way down. */
function ordered<T>(value: T): T {
  if (Array.isArray(value)) return value.map(ordered) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inside]) => [key, ordered(inside)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) as T;
}

/** The result of checking a workbook, as `inteko questionnaire check --json` prints it. */
export function checkReport(result: CheckResult, say: Say): CheckReport {
  const problems = result.problems.map(({ sheet, row, column, code, severity, text, values }) => ({
    sheet,
    row,
    column,
    code,
    severity,
    message: say(text, values),
  }));
  const { ok, questions, languages } = result;
  return { ok, questions: ordered(questions), languages: [...languages], problems };
}

/** What evaluated answers come to: values, relevance, failures in sentences. */
export type AnswerReport = Pick<Evaluation, "values" | "relevant" | "calculated" | "choices" | "aside" | "unknown" | "instanceName"> & {
  /** True when nothing failed. */
  readonly ok: boolean;
  readonly failures: readonly { readonly path: string; readonly kind: string; readonly message: string }[];
  readonly faults: readonly { readonly path: string; readonly column: string; readonly code: string; readonly message: string }[];
};

/** The result of evaluating answers, as `inteko questionnaire evaluate --json` prints it. The author’s own message, in the form’s language, goes before ours. */
export function answerReport(model: Model, answers: Answers, env: Environment, say: Say): AnswerReport {
  const evaluation = evaluate(model, answers, env);
  const { failures, faults, ...rest } = evaluation;
  const language = env.language ?? model.defaultLanguage;
  return ordered({
    ok: failures.length === 0 && faults.length === 0,
    ...rest,
    failures: failures.map(({ path, kind, text, values, message }) => ({
      path,
      kind,
      message: message?.[language] ?? message?.[model.defaultLanguage] ?? say(text, values),
    })),
    faults: faults.map(({ path, column, code, text, values }) => ({ path, column, code, message: say(text, values) })),
  });
}
