/** Functions on node-sets: counting, places among siblings, repeats, attached tables and shuffling. */
import { ExpressionProblem } from "./problem.ts";
import { define } from "./scope.ts";
import type { Arguments, ExpressionFunction, Scope } from "./scope.ts";
import { textOfNode } from "./value.ts";
import type { TreeNode, Value } from "./value.ts";

/** Place of a node among its siblings of the same name, from 1. */
export function placeOf(node: TreeNode): number {
  let place = 0;
  for (const sibling of node.parent?.children ?? [node]) {
    if (sibling.name === node.name) place += 1;
    if (sibling === node) break;
  }
  return place;
}

function position(args: Arguments, scope: Scope): number {
  if (args.count === 0) return scope.position;
  const node = args.nodes(0).nodes[0];
  return node === undefined ? Number.NaN : placeOf(node);
}

/** The nodes that an argument names anywhere in the form: inside a repeat, `${name}` would mean this instance only. */
function everywhere(args: Arguments, index: number, scope: Scope): readonly TreeNode[] {
  const source = args.source(index);
  if (source?.kind === "reference") {
    const nodes = scope.world.everywhere(source.name);
    if (nodes === null) throw new ExpressionProblem("unknownName", { name: source.name });
    return nodes;
  }
  const last = source?.kind === "path" ? source.steps.at(-1) : undefined;
  const named = last?.axis === "child" ? scope.world.everywhere(last.name) : null;
  return named ?? args.nodes(index).nodes;
}

/** The value of the question in the given instance of each repeat around it, from 1; up to three repeats deep. */
function indexedRepeat(args: Arguments, scope: Scope): string {
  if (args.count % 2 === 0) throw new ExpressionProblem("pairedArguments", { name: "indexed-repeat" });
  let nodes = everywhere(args, 0, scope).filter((node) => node.relevant);
  for (let index = 1; index < args.count; index += 2) {
    const repeats = new Set(everywhere(args, index, scope));
    const wanted = args.number(index + 1);
    nodes = nodes.filter((node) => {
      for (let at: TreeNode | null = node; at !== null; at = at.parent) {
        if (repeats.has(at)) return placeOf(at) === wanted;
      }
      return false;
    });
  }
  return nodes[0] === undefined ? "" : textOfNode(nodes[0]);
}

function tableOf(name: string, scope: Scope): TreeNode {
  const table = scope.world.table(name);
  if (table === null) throw new ExpressionProblem("unknownTable", { name });
  return table;
}

function columnOf(row: TreeNode, column: string): TreeNode | undefined {
  return row.children.find((child) => child.name === column);
}

/** The wanted column of the first row whose key column holds the key; the empty text where no row does. */
function pulldata(args: Arguments, scope: Scope): string {
  const [name, wanted, keyColumn] = [args.text(0), args.text(1), args.text(2)];
  const rows = tableOf(name, scope).children;
  const first = rows[0];
  for (const column of [wanted, keyColumn]) {
    if (first !== undefined && columnOf(first, column) === undefined) {
      throw new ExpressionProblem("unknownColumn", { name, column });
    }
  }
  const key = args.text(3);
  scope.budget.left -= rows.length;
  const row = rows.find((candidate) => columnOf(candidate, keyColumn)?.value === key);
  return row === undefined ? "" : (columnOf(row, wanted)?.value ?? "");
}

/** `instance('list')`: a node whose only child is the `root` of the list, as paths of the form `instance('list')/root/item` expect. */
function instance(args: Arguments, scope: Scope): Value {
  const root = tableOf(args.text(0), scope);
  return { nodes: root.parent === null ? [root] : [root.parent], hidden: false };
}

/** Park and Miller’s minimal standard generator (1988), as the ODK XForms specification names it for seeded shuffles. */
export function parkMiller(seed: number): () => number {
  let state = Math.trunc(seed) % 2_147_483_647;
  if (state <= 0) state += 2_147_483_646;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}

/** Fisher and Yates’ shuffle, “inside-out” variant, on a copy. */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const result: T[] = [];
  for (const [index, value] of values.entries()) {
    const place = Math.floor(random() * (index + 1));
    if (place !== index) result[index] = result[place]!;
    result[place] = value;
  }
  return result;
}

/** Functions whose sources are XPath 1.0 §4.1 and the node-set and repeat tables of the ODK XForms specification. */
export const nodeFunctions: Readonly<Record<string, ExpressionFunction>> = {
  count: define(1, 1, (args) => args.nodes(0).nodes.length),
  "count-non-empty": define(1, 1, (args) => args.nodes(0).nodes.filter((node) => textOfNode(node) !== "").length),
  position: define(0, 1, position),
  current: define(0, 0, (_, scope) => ({ nodes: [scope.owner], hidden: false })),
  instance: define(1, 1, instance),
  "indexed-repeat": define(3, 7, indexedRepeat),
  pulldata: define(4, 4, pulldata),
  randomize: define(1, 2, (args, scope) => {
    const random = args.count > 1 ? parkMiller(args.number(1) || 0) : scope.world.random;
    return { nodes: shuffled(args.nodes(0).nodes, random), hidden: false };
  }),
};
