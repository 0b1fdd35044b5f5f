/** The tree that an expression's text is parsed into, and the limits within which it must stay. */

/** Longest expression in characters; the longest seen in published forms is about 6,000. */
export const MAX_LENGTH = 16_000;
/** Deepest nesting of brackets, calls, predicates and signs. */
export const MAX_DEPTH = 60;
/** Most tree steps and node visits that all expressions of one evaluation may take together: about a second. A form of 200 questions takes some thousands. */
export const MAX_WORK = 5_000_000;

/** Operators with two sides. */
export type Operator = "or" | "and" | "=" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "div" | "mod" | "|";

/** One step of a path: where to go, which names to keep there, and the conditions in square brackets. */
export interface Step {
  readonly axis: "child" | "parent" | "self" | "descendant";
  /** A name, or `*` for any. */
  readonly name: string;
  readonly predicates: readonly Expression[];
}

/** A parsed expression. `at` is the 1-based place of its first character. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "reference"; readonly name: string; readonly at: number }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly args: readonly Expression[];
      readonly at: number;
    }
  | { readonly kind: "negative"; readonly of: Expression }
  | {
      readonly kind: "binary";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "path";
      /** Where the path starts: the root of the answers, the node at hand, or the nodes of another expression. */
      readonly from: "root" | "here" | Expression;
      /** Conditions on the start, as in `${name}[1]`. */
      readonly predicates: readonly Expression[];
      readonly steps: readonly Step[];
      readonly at: number;
    };

/** Calls `visit` for an expression and everything inside it, outermost first. */
export function walk(expression: Expression, visit: (part: Expression) => void): void {
  visit(expression);
  for (const part of partsOf(expression)) walk(part, visit);
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "call":
      return expression.args;
    case "negative":
      return [expression.of];
    case "binary":
      return [expression.left, expression.right];
    case "path": {
      const start = typeof expression.from === "string" ? [] : [expression.from];
      const inSteps = expression.steps.flatMap((step) => step.predicates);
      return [...start, ...expression.predicates, ...inSteps];
    }
    default:
      return [];
  }
}
