/** Parses the XPath subset of the ODK XForms specification, with `${name}`, into an expression tree. */
import { arityOf, isRefused } from "./functions.ts";
import { ExpressionProblem } from "./problem.ts";
import { MAX_DEPTH } from "./syntax.ts";
import type { Expression, Operator, Step } from "./syntax.ts";
import { tokensOf } from "./tokens.ts";
import type { Token } from "./tokens.ts";

/** Operators from the loosest to the tightest (XPath 1.0 §3.1 to §3.5); `|` binds tighter than a minus sign. */
const LEVELS: readonly (readonly string[])[] = [["or"], ["and"], ["=", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "div", "mod"]];
const AXES: Readonly<Record<string, Step["axis"]>> = {
  child: "child",
  parent: "parent",
  self: "self",
};

interface Reader {
  readonly tokens: readonly Token[];
  next: number;
  depth: number;
}

function peek(reader: Reader, ahead = 0): Token {
  return reader.tokens[reader.next + ahead] ?? reader.tokens.at(-1)!;
}

function isMark(token: Token, value: string): boolean {
  return token.kind === "mark" && token.value === value;
}

function unexpected(token: Token): ExpressionProblem {
  if (token.kind === "end") return new ExpressionProblem("endsEarly");
  return new ExpressionProblem("unexpected", { found: token.value, at: token.at });
}

function expectMark(reader: Reader, value: string): void {
  if (!isMark(peek(reader), value)) throw unexpected(peek(reader));
  reader.next += 1;
}

function takeMark(reader: Reader, value: string): boolean {
  if (!isMark(peek(reader), value)) return false;
  reader.next += 1;
  return true;
}

function deeper<T>(reader: Reader, read: () => T): T {
  reader.depth += 1;
  if (reader.depth > MAX_DEPTH) throw new ExpressionProblem("tooDeep", { limit: MAX_DEPTH });
  const result = read();
  reader.depth -= 1;
  return result;
}

function readLevel(reader: Reader, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return readSigned(reader);
  let left = readLevel(reader, level + 1);
  let height = 0;
  for (;;) {
    const token = peek(reader);
    if (token.kind !== "operator" || !operators.includes(token.value)) break;
    reader.next += 1;
    height += 1;
    // A chain such as a+b+c+… leans left and is walked by recursion: its length counts as depth, generously.
    if (height > MAX_DEPTH * 8) throw new ExpressionProblem("tooDeep", { limit: MAX_DEPTH * 8 });
    const right = readLevel(reader, level + 1);
    left = { kind: "binary", operator: token.value as Operator, left, right };
  }
  return left;
}

function readSigned(reader: Reader): Expression {
  const token = peek(reader);
  if (token.kind === "operator" && token.value === "-") {
    reader.next += 1;
    return { kind: "negative", of: deeper(reader, () => readSigned(reader)) };
  }
  return readUnion(reader);
}

function readUnion(reader: Reader): Expression {
  let left = readPath(reader);
  let height = 0;
  while (peek(reader).kind === "operator" && peek(reader).value === "|") {
    reader.next += 1;
    height += 1;
    if (height > MAX_DEPTH * 8) throw new ExpressionProblem("tooDeep", { limit: MAX_DEPTH * 8 });
    left = { kind: "binary", operator: "|", left, right: readPath(reader) };
  }
  return left;
}

function startsStep(token: Token): boolean {
  if (token.kind === "name") return true;
  return token.kind === "mark" && ["*", ".", "..", "@"].includes(token.value);
}

function isPrimary(reader: Reader): boolean {
  const token = peek(reader);
  if (["number", "text", "reference"].includes(token.kind) || isMark(token, "(")) return true;
  if (token.kind !== "name" || !isMark(peek(reader, 1), "(")) return false;
  return !["node", "text"].includes(token.value);
}

function readPath(reader: Reader): Expression {
  const { at } = peek(reader);
  if (isPrimary(reader)) {
    const from = readPrimary(reader);
    const predicates = readPredicates(reader);
    const steps = readMoreSteps(reader);
    if (predicates.length === 0 && steps.length === 0) return from;
    return { kind: "path", from, predicates, steps, at };
  }
  if (isMark(peek(reader), "//")) {
    return { kind: "path", from: "root", predicates: [], steps: readMoreSteps(reader), at };
  }
  if (takeMark(reader, "/")) {
    const steps = startsStep(peek(reader)) ? [readStep(reader, "child"), ...readMoreSteps(reader)] : [];
    return { kind: "path", from: "root", predicates: [], steps, at };
  }
  const steps = [readStep(reader, "child"), ...readMoreSteps(reader)];
  return { kind: "path", from: "here", predicates: [], steps, at };
}

function readMoreSteps(reader: Reader): Step[] {
  const steps: Step[] = [];
  for (;;) {
    if (takeMark(reader, "//")) steps.push(readStep(reader, "descendant"));
    else if (takeMark(reader, "/")) steps.push(readStep(reader, "child"));
    else return steps;
  }
}

function readStep(reader: Reader, axis: Step["axis"]): Step {
  const token = peek(reader);
  if (isMark(token, "@")) throw new ExpressionProblem("axis", { found: "@" });
  if (!startsStep(token)) throw unexpected(token);
  reader.next += 1;
  if (isMark(token, ".")) return { axis: "self", name: "*", predicates: readPredicates(reader) };
  if (isMark(token, "..")) return { axis: "parent", name: "*", predicates: readPredicates(reader) };
  if (takeMark(reader, "::")) {
    const named = AXES[token.value];
    if (named === undefined) throw new ExpressionProblem("axis", { found: `${token.value}::` });
    return readStep(reader, named);
  }
  let name = token.value;
  if (isMark(peek(reader), "(")) {
    reader.next += 1;
    expectMark(reader, ")");
    if (name !== "node") throw new ExpressionProblem("axis", { found: `${name}()` });
    name = "*";
  }
  return { axis, name, predicates: readPredicates(reader) };
}

function readPredicates(reader: Reader): Expression[] {
  const predicates: Expression[] = [];
  while (takeMark(reader, "[")) {
    predicates.push(deeper(reader, () => readLevel(reader, 0)));
    expectMark(reader, "]");
  }
  return predicates;
}

function readPrimary(reader: Reader): Expression {
  const token = peek(reader);
  reader.next += 1;
  if (token.kind === "number") return { kind: "number", value: Number(token.value) };
  if (token.kind === "text") return { kind: "text", value: token.value };
  if (token.kind === "reference") return { kind: "reference", name: token.value, at: token.at };
  if (token.kind === "mark") {
    const inside = deeper(reader, () => readLevel(reader, 0));
    expectMark(reader, ")");
    return inside;
  }
  reader.next += 1;
  const args: Expression[] = [];
  if (!takeMark(reader, ")")) {
    do args.push(deeper(reader, () => readLevel(reader, 0)));
    while (takeMark(reader, ","));
    expectMark(reader, ")");
  }
  checkCall(token.value, args.length);
  return { kind: "call", name: token.value, args, at: token.at };
}

function checkCall(name: string, given: number): void {
  if (isRefused(name)) throw new ExpressionProblem("refusedFunction", { name });
  const arity = arityOf(name);
  if (arity === undefined) throw new ExpressionProblem("unknownFunction", { name });
  const { min, max } = arity;
  if (given < min) throw new ExpressionProblem("tooFewArguments", { name, min, given });
  if (given > max) throw new ExpressionProblem("tooManyArguments", { name, max, given });
}

/**
 * Parses an expression. Function names and the number of their values are checked here, so that a form is refused before anybody answers it.
 * Throws an ExpressionProblem and nothing else. Source: ODK XForms specification, “XPath”; XPath 1.0 §2 and §3.
 */
export function parseExpression(source: string): Expression {
  const reader: Reader = { tokens: tokensOf(source), next: 0, depth: 0 };
  if (peek(reader).kind === "end") throw new ExpressionProblem("empty");
  const expression = readLevel(reader, 0);
  if (peek(reader).kind !== "end") throw unexpected(peek(reader));
  return expression;
}
