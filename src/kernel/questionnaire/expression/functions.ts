/** The functions an expression may call: their names, how many values they take, and what they give. */
import { clockFunctions } from "./functions-clock.ts";
import { nodeFunctions } from "./functions-nodes.ts";
import { numberFunctions } from "./functions-numbers.ts";
import { textFunctions } from "./functions-text.ts";
import type { ExpressionFunction } from "./scope.ts";

const FUNCTIONS: Readonly<Record<string, ExpressionFunction>> = Object.assign(
  Object.create(null),
  textFunctions,
  numberFunctions,
  nodeFunctions,
  clockFunctions,
);

/** Functions of the ODK XForms specification or of well-known clients that are refused by name, rather than called unknown. */
const REFUSED: ReadonlySet<string> = new Set([
  "digest",
  "base64-decode",
  "jr:itext",
  "property",
  "geofence",
  "intersects",
  "extract-signed",
  "comment-status",
  "depend",
  "last",
  "name",
  "local-name",
  "namespace-uri",
  "id",
  "lang",
]);

/** The function of that name, or undefined. */
export function functionOf(name: string): ExpressionFunction | undefined {
  return FUNCTIONS[name];
}

/** How many values a function takes, or undefined when there is no such function. */
export function arityOf(name: string): { min: number; max: number } | undefined {
  const found = functionOf(name);
  return found === undefined ? undefined : { min: found.min, max: found.max };
}

/** True for a function that exists elsewhere and is refused here. */
export function isRefused(name: string): boolean {
  return REFUSED.has(name);
}

/** All supported names in alphabetical order, for the documentation. */
export function functionNames(): string[] {
  return Object.keys(FUNCTIONS).toSorted();
}

/** All refused names in alphabetical order, for the documentation. */
export function refusedFunctionNames(): string[] {
  return [...REFUSED].toSorted();
}
