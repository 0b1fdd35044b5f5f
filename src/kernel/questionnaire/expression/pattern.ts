/** Matches text against a pattern in time that grows only linearly with the text: states are walked all at once, never tried one after the other. */
import { ExpressionProblem } from "./problem.ts";

/** Longest pattern in characters. */
const MAX_PATTERN = 1000;
/** Most states a pattern may unfold to; `{1,500}` repeats its part 500 times. */
const MAX_STATES = 2000;
/** Most states × characters that one match may look at: about a tenth of a second. */
const MAX_LOOKS = 4_000_000;

type Node =
  | { readonly kind: "char"; readonly test: RegExp }
  | { readonly kind: "edge"; readonly at: "start" | "end" | "word" | "inside" }
  | { readonly kind: "all"; readonly parts: readonly Node[] }
  | { readonly kind: "any"; readonly parts: readonly Node[] }
  | { readonly kind: "repeat"; readonly of: Node; readonly min: number; readonly max: number };

interface State {
  readonly kind: "char" | "edge" | "split" | "match";
  readonly test?: RegExp;
  readonly at?: "start" | "end" | "word" | "inside";
  next: number;
  other: number;
}

interface Reader {
  readonly source: string;
  at: number;
  depth: number;
}

function broken(reader: Reader): ExpressionProblem {
  return new ExpressionProblem("patternBroken", { pattern: reader.source });
}

/** One character or class becomes a native expression that is only ever asked about a single character: it cannot backtrack. */
function single(reader: Reader, source: string): Node {
  try {
    return { kind: "char", test: new RegExp(`^(?:${source})$`, "us") };
  } catch {
    try {
      return { kind: "char", test: new RegExp(`^(?:${source})$`, "s") };
    } catch {
      throw broken(reader);
    }
  }
}

function readAny(reader: Reader): Node {
  const parts = [readAll(reader)];
  while (reader.source.charAt(reader.at) === "|") {
    reader.at += 1;
    parts.push(readAll(reader));
  }
  return parts.length === 1 ? parts[0]! : { kind: "any", parts };
}

function readAll(reader: Reader): Node {
  const parts: Node[] = [];
  while (reader.at < reader.source.length && !"|)".includes(reader.source.charAt(reader.at))) {
    parts.push(readRepeated(reader));
  }
  return { kind: "all", parts };
}

const COUNT = /\{(\d+)(?:(,)(\d*))?\}/y;

function readRepeated(reader: Reader): Node {
  let node = readAtom(reader);
  for (;;) {
    const sign = reader.source.charAt(reader.at);
    COUNT.lastIndex = reader.at;
    const count = sign === "{" ? COUNT.exec(reader.source) : null;
    let min = sign === "+" ? 1 : 0;
    let max = sign === "?" ? 1 : Infinity;
    if (count !== null) {
      min = Number(count[1]);
      max = count[2] === undefined ? min : count[3] === "" ? Infinity : Number(count[3]);
      if (max < min) throw broken(reader);
    } else if (!["*", "+", "?"].includes(sign)) return node;
    reader.at += count?.[0].length ?? 1;
    // A lazy or possessive sign changes which match is found, never whether there is one.
    if ("?+".includes(reader.source.charAt(reader.at) || "x")) reader.at += 1;
    node = { kind: "repeat", of: node, min, max };
  }
}

function readGroup(reader: Reader): Node {
  const look = /^\(\?(<?[=!]|<|.)/.exec(reader.source.slice(reader.at, reader.at + 4));
  if (look !== null && look[1] !== ":") {
    throw new ExpressionProblem("patternUnsupported", { found: look[0] });
  }
  reader.at += look === null ? 1 : 3;
  reader.depth += 1;
  if (reader.depth > 50) throw new ExpressionProblem("patternTooLarge");
  const inside = readAny(reader);
  reader.depth -= 1;
  if (reader.source.charAt(reader.at) !== ")") throw broken(reader);
  reader.at += 1;
  return inside;
}

const CLASS = /\[\^?(?:\\.|[^\]\\])*\]/suy;
const ESCAPE = /\\(?:[pP]\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/suy;

function readEscape(reader: Reader): Node {
  ESCAPE.lastIndex = reader.at;
  const escape = ESCAPE.exec(reader.source)?.[0];
  if (escape === undefined) throw broken(reader);
  reader.at += escape.length;
  if (escape === "\\b") return { kind: "edge", at: "word" };
  if (escape === "\\B") return { kind: "edge", at: "inside" };
  if (/^\\[1-9k]$/.test(escape)) throw new ExpressionProblem("patternUnsupported", { found: escape });
  return single(reader, escape);
}

function readAtom(reader: Reader): Node {
  const sign = reader.source.charAt(reader.at);
  if (sign === "(") return readGroup(reader);
  if (sign === "\\") return readEscape(reader);
  if (sign === "[") {
    CLASS.lastIndex = reader.at;
    const found = CLASS.exec(reader.source)?.[0];
    if (found === undefined) throw broken(reader);
    reader.at += found.length;
    return single(reader, found);
  }
  if ("*+?".includes(sign)) throw broken(reader);
  if (sign === "^" || sign === "$") {
    reader.at += 1;
    return { kind: "edge", at: sign === "^" ? "start" : "end" };
  }
  const character = String.fromCodePoint(reader.source.codePointAt(reader.at) ?? 0);
  reader.at += character.length;
  return single(reader, character === "." ? "." : character.replace(/[{}\]/]/, "\\$&"));
}

/** Unfolds the tree into states, last part first, so that each knows what follows it (Thompson 1968). Returns the entry state. */
function unfold(states: State[], node: Node, next: number): number {
  if (states.length > MAX_STATES) throw new ExpressionProblem("patternTooLarge");
  switch (node.kind) {
    case "char":
      return states.push({ kind: "char", test: node.test, next, other: -1 }) - 1;
    case "edge":
      return states.push({ kind: "edge", at: node.at, next, other: -1 }) - 1;
    case "all":
      return node.parts.reduceRight((after, part) => unfold(states, part, after), next);
    case "any": {
      const entries = node.parts.map((part) => unfold(states, part, next));
      return entries.reduceRight((other, entry) => split(states, entry, other));
    }
    case "repeat":
      return unfoldRepeat(states, node, next);
  }
}

function split(states: State[], next: number, other: number): number {
  return states.push({ kind: "split", next, other }) - 1;
}

function unfoldRepeat(states: State[], node: Node & { kind: "repeat" }, next: number): number {
  if (node.min > MAX_STATES || (node.max !== Infinity && node.max > MAX_STATES)) {
    throw new ExpressionProblem("patternTooLarge");
  }
  let entry = next;
  if (node.max === Infinity) {
    entry = split(states, -1, next);
    states[entry]!.next = unfold(states, node.of, entry);
  } else {
    for (let extra = node.min; extra < node.max; extra += 1) {
      entry = split(states, unfold(states, node.of, entry), next);
    }
  }
  for (let needed = 0; needed < node.min; needed += 1) {
    const size = states.length;
    entry = unfold(states, node.of, entry);
    // Repeating what is empty adds nothing, however often: `(){999}{999}{999}` must not be counted out.
    if (states.length === size) break;
  }
  return entry;
}

interface Program {
  readonly states: readonly State[];
  readonly start: number;
}

const programs = new Map<string, Program>();

function programOf(source: string): Program {
  const known = programs.get(source);
  if (known !== undefined) return known;
  if (source.length > MAX_PATTERN) throw new ExpressionProblem("patternTooLarge");
  const reader: Reader = { source, at: 0, depth: 0 };
  const tree = readAny(reader);
  if (reader.at < source.length) throw broken(reader);
  const states: State[] = [{ kind: "match", next: -1, other: -1 }];
  const program = { states, start: unfold(states, tree, 0) };
  // Patterns come from forms, of which there are few; a pattern built from answers must not fill the memory.
  if (programs.size > 500) programs.clear();
  programs.set(source, program);
  return program;
}

const WORD = /\w/;

function edgeHolds(at: State["at"], before: string, after: string): boolean {
  if (at === "start") return before === "";
  if (at === "end") return after === "";
  const onEdge = WORD.test(before) !== WORD.test(after);
  return at === "word" ? onEdge : !onEdge;
}

/** Adds a state and all that it leads to without reading a character. Returns true when the pattern is matched. */
function follow(states: readonly State[], from: number, active: Set<number>, before: string, after: string): boolean {
  const waiting = [from];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const state = states[index];
    if (state === undefined || active.has(index)) continue;
    active.add(index);
    if (state.kind === "match" && after === "") return true;
    if (state.kind === "split") waiting.push(state.other, state.next);
    if (state.kind === "edge" && edgeHolds(state.at, before, after)) waiting.push(state.next);
  }
  return false;
}

/**
 * True when the pattern matches the whole text, as `regex()` does in ODK Collect (JavaRosa asks Java’s `Pattern.matches`) and as the ODK
 * documentation says (“an exact and complete match”); programs that look for the pattern anywhere agree when it is written with `^` and `$`.
 * Understands literals, classes, escapes, groups, alternatives, repetitions and edges; refuses look-around and back-references with an
 * ExpressionProblem, since those are what makes matching explode. Time: states × characters.
 */
export function matchesPattern(text: string, source: string): boolean {
  const { states, start } = programOf(source);
  if (text.length * states.length > MAX_LOOKS) throw new ExpressionProblem("patternTooLarge");
  const characters = [...text];
  let active = new Set<number>();
  let before = "";
  for (let at = 0; at <= characters.length; at += 1) {
    const character = characters[at] ?? "";
    if (at === 0 && follow(states, start, active, before, character)) return true;
    if (character === "" || active.size === 0) break;
    const reached = new Set<number>();
    const after = characters[at + 1] ?? "";
    for (const index of active) {
      const state = states[index]!;
      if (state.kind !== "char" || !state.test!.test(character)) continue;
      if (follow(states, state.next, reached, character, after)) return true;
    }
    active = reached;
    before = character;
  }
  return false;
}
