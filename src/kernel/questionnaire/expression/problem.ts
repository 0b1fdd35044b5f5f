/** The one thing the expression engine throws: a sentence in three languages and the place in the expression it speaks of. */
import type { Text, Values } from "#platform/i18n/text.ts";
import { w } from "./words.ts";

/** The closed list of what can be wrong with an expression. */
export type ExpressionCode = keyof typeof w;

/** Thrown by parsing and by evaluating; nothing else leaves the engine, whatever text it is given. `values.at` is a 1-based place. */
export class ExpressionProblem extends Error {
  readonly code: ExpressionCode;
  readonly text: Text;
  readonly values: Values;
  constructor(code: ExpressionCode, values: Values = {}) {
    super(`expression.${code} ${JSON.stringify(values)}`);
    this.name = "ExpressionProblem";
    this.code = code;
    this.text = w[code];
    this.values = values;
  }
}
