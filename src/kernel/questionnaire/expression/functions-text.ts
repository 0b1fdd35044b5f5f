/** Functions on texts, truths and choices. */
import { matchesPattern } from "./pattern.ts";
import { define } from "./scope.ts";
import type { Arguments, ExpressionFunction, Scope } from "./scope.ts";
import { isNodeSet, textOfNode, toText, toTruth } from "./value.ts";

/** Texts of the values from `first` on; a node-set gives one text per node. */
function allTexts(args: Arguments, first: number): string[] {
  const texts: string[] = [];
  for (let index = first; index < args.count; index += 1) {
    const value = args.value(index);
    if (!isNodeSet(value)) texts.push(toText(value));
    else for (const node of value.nodes) texts.push(textOfNode(node));
  }
  return texts;
}

/** The items of a space-separated list. */
function items(list: string): string[] {
  return list.split(/\s+/).filter((item) => item !== "");
}

/** XPath 1.0 §4.2 `translate`: the first of two equal characters counts, characters without a partner are dropped. */
function translate(text: string, from: string, to: string): string {
  const targets = [...to];
  const map = new Map<string, string>();
  for (const [index, character] of [...from].entries()) {
    if (!map.has(character)) map.set(character, targets[index] ?? "");
  }
  return [...text].map((character) => map.get(character) ?? character).join("");
}

/** Zero-based and with negative places counted from the end. */
function substr(args: Arguments): string {
  const start = args.number(1);
  const end = args.count > 2 ? args.number(2) : Infinity;
  if (Number.isNaN(start) || Number.isNaN(end)) return "";
  return args.text(0).slice(start, end === Infinity ? undefined : end);
}

/** XPath 1.0 §4.2 `substring`: one-based, both numbers rounded, so that `substring("12345", 1.5, 2.6)` is “234”. */
function substring(args: Arguments): string {
  const start = Math.round(args.number(1));
  const end = args.count > 2 ? start + Math.round(args.number(2)) : Infinity;
  return [...args.text(0)].filter((_, index) => index + 1 >= start && index + 1 < end).join("");
}

function before(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? "" : text.slice(0, at);
}

function after(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? "" : text.slice(at + mark.length);
}

/** Random version 4 identifier (RFC 9562), or so many random letters and digits. */
function uuid(args: Arguments, scope: Scope): string {
  const draw = (range: number): number => Math.floor(scope.world.random() * range);
  if (args.count > 0) {
    const length = Math.min(Math.max(args.number(0) || 0, 0), 1000);
    return Array.from({ length }, () => draw(36).toString(36)).join("");
  }
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replaceAll(/[xy]/g, (sign) => (sign === "x" ? draw(16) : 8 + draw(4)).toString(16));
}

const QUESTION_IN_TEXT = /(?:\$\{\s*([^}]+?)\s*\}|([^/]+))\s*$/;

/** Labels of one or several chosen values. The question is named by a text, `'${name}'` or a path, as XLSForm has it. */
function choiceName(args: Arguments, scope: Scope): string {
  const source = args.source(1);
  const named = source?.kind === "reference" ? source.name : undefined;
  const found = QUESTION_IN_TEXT.exec(named ?? args.text(1));
  const question = found?.[1] ?? found?.[2] ?? "";
  const labels = items(args.text(0)).map((choice) => scope.world.choiceLabel(question, choice) ?? choice);
  return labels.join(", ");
}

/** The value that the node already has wins; only an empty one is computed. */
function once(args: Arguments, scope: Scope): string {
  const kept = scope.owner.value;
  return kept === "" ? args.text(0) : kept;
}

/** Functions whose sources are XPath 1.0 §4.2 and §4.3 and the string, boolean and select tables of the ODK XForms specification. */
export const textFunctions: Readonly<Record<string, ExpressionFunction>> = {
  string: define(0, 1, (args, scope) => (args.count > 0 ? args.text(0) : textOfNode(scope.here))),
  concat: define(0, Infinity, (args) => allTexts(args, 0).join("")),
  join: define(1, Infinity, (args) => allTexts(args, 1).join(args.text(0))),
  substr: define(2, 3, substr),
  substring: define(2, 3, substring),
  "substring-before": define(2, 2, (args) => before(args.text(0), args.text(1))),
  "substring-after": define(2, 2, (args) => after(args.text(0), args.text(1))),
  "string-length": define(0, 1, (args, scope) => [...(args.count > 0 ? args.text(0) : textOfNode(scope.here))].length),
  contains: define(2, 2, (args) => args.text(0).includes(args.text(1))),
  "starts-with": define(2, 2, (args) => args.text(0).startsWith(args.text(1))),
  "ends-with": define(2, 2, (args) => args.text(0).endsWith(args.text(1))),
  "normalize-space": define(0, 1, (args, scope) => items(args.count > 0 ? args.text(0) : textOfNode(scope.here)).join(" ")),
  translate: define(3, 3, (args) => translate(args.text(0), args.text(1), args.text(2))),
  "upper-case": define(1, 1, (args) => args.text(0).toUpperCase()),
  "lower-case": define(1, 1, (args) => args.text(0).toLowerCase()),
  uuid: define(0, 1, uuid),
  regex: define(2, 2, (args) => matchesPattern(args.text(0), args.text(1))),
  if: define(3, 3, (args) => args.value(args.truth(0) ? 1 : 2)),
  coalesce: define(1, Infinity, (args) => {
    for (let index = 0; index < args.count; index += 1) {
      // What could not be computed is as good as nothing, as in JavaRosa: coalesce(${a} + 1, 0).
      if (Number.isNaN(args.value(index))) continue;
      const text = args.text(index);
      if (text !== "") return text;
    }
    return "";
  }),
  once: define(1, 1, once),
  not: define(1, 1, (args) => !args.truth(0)),
  true: define(0, 0, () => true),
  false: define(0, 0, () => false),
  boolean: define(1, 1, (args) => toTruth(args.value(0))),
  "boolean-from-string": define(1, 1, (args) => ["true", "1"].includes(args.text(0))),
  selected: define(2, 2, (args) => items(args.text(0)).includes(args.text(1).trim())),
  "selected-at": define(2, 2, (args) => items(args.text(0))[Math.trunc(args.number(1))] ?? ""),
  "count-selected": define(1, 1, (args) => items(args.text(0)).length),
  "jr:choice-name": define(2, 2, choiceName),
};
