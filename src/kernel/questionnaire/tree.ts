/** The tree of answers to one form: a node per group, per instance of a repeat and per question, filled from what was given. */
import { readAnswer } from "./answers.ts";
import type { Answers, ReadAnswer } from "./answers.ts";
import type { TreeNode } from "./expression/value.ts";
import type { FormNode } from "./form.ts";

/** One place of an answer. */
export interface AnswerNode extends TreeNode {
  readonly form: FormNode;
  readonly parent: AnswerNode | null;
  readonly children: AnswerNode[];
  /** Names from the root with the place in each repeat from 1: `/household[2]/age`. */
  readonly path: string;
  /** True when something was given here, even an empty text. */
  readonly given: boolean;
  /** What is wrong with the answer as given. */
  readonly problem: ReadAnswer["problem"];
  /** True for an instance beyond the number that the form asks for: it is kept aside. */
  surplus: boolean;
}

/** A tree and what was given that no question asks for. */
export interface Tree {
  readonly root: AnswerNode;
  readonly unknown: readonly string[];
  /** Nodes by item, in document order. Made anew by `index` when instances are added. */
  nodes: ReadonlyMap<FormNode, readonly AnswerNode[]>;
}

function isRecord(value: unknown): value is Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ownValue(answers: unknown, name: string): unknown {
  return isRecord(answers) && Object.hasOwn(answers, name) ? answers[name] : undefined;
}

function nodeOf(form: FormNode, parent: AnswerNode | null, path: string): AnswerNode {
  const rest = { value: "", relevant: true, given: false, problem: null, surplus: false };
  return { name: form.name, form, parent, children: [], path, ...rest };
}

function questionNode(form: FormNode, parent: AnswerNode, answer: unknown): AnswerNode {
  const node = nodeOf(form, parent, `${parent.path}/${form.name}`);
  const { item } = form;
  if (answer === undefined || item?.kind !== "question") return node;
  const read = readAnswer(item, answer);
  return { ...node, value: read.text, given: true, problem: read.problem };
}

function fill(node: AnswerNode, answers: unknown, unknown: string[]): void {
  for (const form of node.form.children) {
    const answer = ownValue(answers, form.name);
    if (form.item?.kind === "repeat") {
      if (answer !== undefined && !Array.isArray(answer)) unknown.push(`${node.path}/${form.name}`);
      for (const [place, each] of (Array.isArray(answer) ? answer : []).entries()) {
        node.children.push(instanceOf(node, form, place + 1, each, unknown));
      }
    } else if (form.item?.kind === "group") {
      if (answer !== undefined && !isRecord(answer)) unknown.push(`${node.path}/${form.name}`);
      const group = nodeOf(form, node, `${node.path}/${form.name}`);
      node.children.push(group);
      fill(group, answer, unknown);
    } else node.children.push(questionNode(form, node, answer));
  }
  if (!isRecord(answers)) return;
  for (const name of Object.keys(answers)) {
    if (!node.form.children.some((form) => form.name === name)) unknown.push(`${node.path}/${name}`);
  }
}

function instanceOf(parent: AnswerNode, form: FormNode, place: number, answers: unknown, unknown: string[]): AnswerNode {
  const node = nodeOf(form, parent, `${parent.path}/${form.name}[${place}]`);
  if (answers !== undefined && !isRecord(answers)) unknown.push(node.path);
  fill(node, answers, unknown);
  return node;
}

/** Adds an empty instance of a repeat after the others, where the repeat stands in the form. */
export function addInstance(parent: AnswerNode, form: FormNode): void {
  const before = parent.children.filter((child) => child.form === form).length;
  const places = parent.form.children;
  const own = places.indexOf(form);
  const next = parent.children.findIndex((child) => places.indexOf(child.form) > own);
  const node = instanceOf(parent, form, before + 1, undefined, []);
  parent.children.splice(next < 0 ? parent.children.length : next, 0, node);
}

/** An empty instance that stands nowhere: for asking whether a repeat would be relevant before it has an instance. */
export function blankInstance(parent: AnswerNode, form: FormNode): AnswerNode {
  return instanceOf(parent, form, 1, undefined, []);
}

/** The nodes of a tree by the item they belong to. */
export function index(root: AnswerNode): ReadonlyMap<FormNode, readonly AnswerNode[]> {
  const nodes = new Map<FormNode, AnswerNode[]>();
  const visit = (node: AnswerNode): void => {
    const known = nodes.get(node.form);
    if (known === undefined) nodes.set(node.form, [node]);
    else known.push(node);
    for (const child of node.children) visit(child);
  };
  visit(root);
  return nodes;
}

/** The tree of a form filled with answers. Nothing given is lost: what no question asks for is listed in `unknown`. */
export function plant(form: FormNode, answers: Answers): Tree {
  const root = nodeOf(form, null, "");
  const unknown: string[] = [];
  fill(root, answers, unknown);
  return { root, unknown, nodes: index(root) };
}

/** The nodes of an item seen from a node: those below the nearest ancestor that both share. A repeat is seen whole from inside itself. */
export function nearest(tree: Tree, target: FormNode, from: AnswerNode): readonly AnswerNode[] {
  const all = tree.nodes.get(target) ?? [];
  if (all.length < 2) return all;
  for (let at: AnswerNode | null = from; at !== null; at = at.parent) {
    if (at.form === target && target.item?.kind !== "repeat") return [at];
    if (target.path.startsWith(`${at.form.path}/`)) return descend(at, target);
  }
  return all;
}

function descend(from: AnswerNode, target: FormNode): readonly AnswerNode[] {
  const line: FormNode[] = [];
  for (let form: FormNode | null = target; form !== null && form !== from.form; form = form.parent) line.unshift(form);
  let nodes: readonly AnswerNode[] = [from];
  for (const form of line) nodes = nodes.flatMap((node) => node.children.filter((child) => child.form === form));
  return nodes;
}
