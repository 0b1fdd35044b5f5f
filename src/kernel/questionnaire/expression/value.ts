/** The four kinds of XPath 1.0 values and how one becomes another: numbers, texts, truths and node-sets. */
import { daysOf } from "./time.ts";
import type { Zone } from "./time.ts";

/** One place in the tree of answers, or in an attached table. */
export interface TreeNode {
  readonly name: string;
  readonly parent: TreeNode | null;
  readonly children: TreeNode[];
  /** The answer as text; the empty text when there is none. A node with children has no value of its own. */
  value: string;
  /** False while a condition hides the node; expressions then do not see it. */
  relevant: boolean;
}

/** Nodes in document order. `hidden` tells that there were nodes but every one of them is irrelevant: the set then reads as an empty text. */
export interface NodeSet {
  readonly nodes: readonly TreeNode[];
  readonly hidden: boolean;
}

/** What an expression gives. */
export type Value = string | number | boolean | NodeSet;

/** True for a node-set. */
export function isNodeSet(value: Value): value is NodeSet {
  return typeof value === "object";
}

/** The string-value of a node: its own text, or that of everything below it in document order (XPath 1.0 §5.2). */
export function textOfNode(node: TreeNode): string {
  if (node.children.length === 0) return node.relevant ? node.value : "";
  return node.children.map(textOfNode).join("");
}

/** XPath 1.0 §4.2 `string()`: the first node of a set; numbers without exponent; `NaN`, `Infinity`. */
export function toText(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number") return textOfNumber(value);
  const first = value.nodes[0];
  return first === undefined ? "" : textOfNode(first);
}

function textOfNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) >= 1e21) return BigInt(value).toString();
  const text = Object.is(value, -0) ? "0" : String(value);
  const exponent = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (exponent === null) return text;
  const [, sign = "", whole = "", fraction = "", zeros = "0"] = exponent;
  return `${sign}0.${"0".repeat(Number(zeros) - 1)}${whole}${fraction}`;
}

const NUMERAL = /^[ \t\r\n]*-?(?:\d+(?:\.\d*)?|\.\d+)[ \t\r\n]*$/;

/**
 * XPath 1.0 §4.4 `number()`, extended as the ODK XForms specification does: the text of a date or of a date with time becomes days since
 * 1 January 1970. The empty text is NaN, never 0.
 */
export function toNumber(value: Value, zone: Zone): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const text = toText(value);
  return NUMERAL.test(text) ? Number(text) : daysOf(text, zone);
}

/** XPath 1.0 §4.3 `boolean()`: a node-set is true when it holds a node, whatever the node's text. */
export function toTruth(value: Value): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0 && !Number.isNaN(value);
  if (typeof value === "string") return value.length > 0;
  return value.nodes.length > 0;
}

/** The sign of a comparison. */
export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

function compareNumbers(sign: Comparison, left: number, right: number): boolean {
  switch (sign) {
    case "=":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    default:
      return left >= right;
  }
}

/** XPath 1.0 §3.4 for two plain values: truth beats number beats text for `=`; `<` and its kin are always about numbers. */
function comparePlain(sign: Comparison, left: string | number | boolean, right: string | number | boolean, zone: Zone): boolean {
  const same = sign === "=" || sign === "!=";
  if (same && (typeof left === "boolean" || typeof right === "boolean")) {
    return (toTruth(left) === toTruth(right)) === (sign === "=");
  }
  if (same && typeof left === "string" && typeof right === "string") {
    return (left === right) === (sign === "=");
  }
  return compareNumbers(sign, toNumber(left, zone), toNumber(right, zone));
}

/** The texts that a side of a comparison stands for: one plain value, or one per node. A hidden set reads as one empty text. */
function sides(value: Value): readonly (string | number | boolean)[] {
  if (!isNodeSet(value)) return [value];
  if (value.nodes.length === 0) return value.hidden ? [""] : [];
  return value.nodes.map(textOfNode);
}

/**
 * XPath 1.0 §3.4: a comparison with a node-set is true when it is true for one of its nodes, so that both `=` and `!=` can be true, and
 * neither is for an empty set; against a truth, the set counts as one truth.
 */
export function compare(sign: Comparison, left: Value, right: Value, zone: Zone): boolean {
  if (isNodeSet(left) && typeof right === "boolean") {
    return comparePlain(sign, toTruth(left), right, zone);
  }
  if (isNodeSet(right) && typeof left === "boolean") {
    return comparePlain(sign, left, toTruth(right), zone);
  }
  const rights = sides(right);
  return sides(left).some((a) => rights.some((b) => comparePlain(sign, a, b, zone)));
}
