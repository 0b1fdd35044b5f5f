/** A refusal that a person can act on: a code, a status and a sentence in three languages, from a closed catalogue. */
import type { Text, Values } from "#platform/i18n/text.ts";

/** One entry of a problem catalogue. `status` is the HTTP status; `text` may name the values the problem is raised with. */
export interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly text: Text;
}

/** Declares a folder's problems; the names become their codes. */
export function defineProblems<const P extends Readonly<Record<string, ProblemKind>>>(
  prefix: string,
  problems: P,
): { readonly [K in keyof P]: ProblemKind & { readonly code: string } } {
  const entries = Object.entries(problems).map(([name, kind]) => [name, { ...kind, code: `${prefix}.${name}` }]);
  return Object.fromEntries(entries) as never;
}

/** Thrown by actions and readers; the one place in the web layer that catches it answers with its status and its sentence. */
export class Problem extends Error {
  readonly kind: ProblemKind & { readonly code: string };
  readonly values: Values;
  constructor(kind: ProblemKind & { readonly code: string }, values: Values = {}) {
    super(`${kind.code} ${JSON.stringify(values)}`);
    this.name = "Problem";
    this.kind = kind;
    this.values = values;
  }
}

/** One thing wrong with a form: which field, and what to do about it. Forms are re-rendered with these, never thrown away. */
export interface FieldProblem {
  readonly field: string;
  readonly text: Text;
  readonly values?: Values;
}
