/** Cuts the text of an expression into tokens, by the lexical rules of XPath 1.0 §3.7 plus `${name}`. */
import { ExpressionProblem } from "./problem.ts";
import { MAX_LENGTH } from "./syntax.ts";

/** One token; `at` is the 1-based place of its first character. `end` closes every list. */
export interface Token {
  readonly kind: "number" | "text" | "reference" | "name" | "operator" | "mark" | "end";
  readonly value: string;
  readonly at: number;
}

const SPACE = /[\s\u00a0]+/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)/y;
const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.·-]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.·-]*)?/uy;
const OPERATOR = /!=|<=|>=|[=<>+\-|]/y;
const MARK = /\/\/|::|\.\.|[()[\],/.@*]/y;
const OPERATOR_NAMES = new Set(["and", "or", "div", "mod"]);
/** After these a name is a name and `*` is “any”; after anything else they are operators. */
const OPENERS = new Set(["@", "::", "(", "[", ",", "/", "//"]);

function match(pattern: RegExp, source: string, place: number): string {
  pattern.lastIndex = place;
  return pattern.exec(source)?.[0] ?? "";
}

function operatorIsDue(previous: Token | undefined): boolean {
  if (previous === undefined || previous.kind === "operator") return false;
  return !(previous.kind === "mark" && OPENERS.has(previous.value));
}

function quoted(source: string, place: number): Token & { length: number } {
  const end = source.indexOf(source.charAt(place), place + 1);
  if (end < 0) throw new ExpressionProblem("textNotClosed", { at: place + 1 });
  const value = source.slice(place + 1, end);
  return { kind: "text", value, at: place + 1, length: end + 1 - place };
}

function reference(source: string, place: number): Token & { length: number } {
  const end = source.indexOf("}", place);
  if (end < 0) throw new ExpressionProblem("refNotClosed", { at: place + 1 });
  const value = source.slice(place + 2, end).trim();
  if (value.startsWith("last-saved#")) throw new ExpressionProblem("lastSaved", { name: value });
  return { kind: "reference", value, at: place + 1, length: end + 1 - place };
}

/** Names, operators and marks, in the order in which XPath tells them apart. */
function plain(source: string, place: number, previous: Token | undefined): Token {
  const at = place + 1;
  const number = match(NUMBER, source, place);
  if (number !== "") return { kind: "number", value: number, at };
  const name = match(NAME, source, place);
  if (name !== "") {
    const isOperator = OPERATOR_NAMES.has(name) && operatorIsDue(previous);
    return { kind: isOperator ? "operator" : "name", value: name, at };
  }
  const operator = match(OPERATOR, source, place);
  if (operator !== "") return { kind: "operator", value: operator, at };
  const mark = match(MARK, source, place);
  if (mark === "*" && operatorIsDue(previous)) return { kind: "operator", value: "*", at };
  if (mark !== "") return { kind: "mark", value: mark, at };
  const found = String.fromCodePoint(source.codePointAt(place) ?? 0);
  throw new ExpressionProblem("character", { found, at });
}

/** The tokens of an expression, closed by one of kind `end`. Throws an ExpressionProblem on a text that is too long or has no meaning. */
export function tokensOf(source: string): Token[] {
  if (source.length > MAX_LENGTH) {
    throw new ExpressionProblem("tooLong", { length: source.length, limit: MAX_LENGTH });
  }
  const tokens: Token[] = [];
  let place = match(SPACE, source, 0).length;
  while (place < source.length) {
    const first = source.charAt(place);
    if (first === "'" || first === '"') {
      const { length, ...token } = quoted(source, place);
      tokens.push(token);
      place += length;
    } else if (source.startsWith("${", place)) {
      const { length, ...token } = reference(source, place);
      tokens.push(token);
      place += length;
    } else {
      const token = plain(source, place, tokens.at(-1));
      tokens.push(token);
      place += token.value.length;
    }
    place += match(SPACE, source, place).length;
  }
  tokens.push({ kind: "end", value: "", at: source.length + 1 });
  return tokens;
}
