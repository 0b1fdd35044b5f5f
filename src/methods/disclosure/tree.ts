/** Counts of wholes and their parts in several tiers (country, province, district …): hiding small ones so that no subtraction brings them back. */
import { bounds, chooseHidden, fit } from "./network.ts";
import type { Arc, Count, Protection } from "./network.ts";

/** A whole with its parts. A whole with parts counts exactly what they count together. */
export interface CountTree {
  readonly key: string;
  readonly count: number;
  readonly parts: readonly CountTree[];
}

/** The same tree as it may be published: null stands for a hidden count. */
export interface PublishedTree {
  readonly key: string;
  readonly count: number | null;
  readonly parts: readonly PublishedTree[];
}

interface Placed<T> {
  readonly tree: T;
  readonly from: number;
  readonly to: number;
  readonly hasParts: boolean;
}

/** Every count as an arc, wholes before their parts. Node 0 is outside: roots come from it and leaves go to it. */
function placed<T extends { readonly parts: readonly T[] }>(root: T): Placed<T>[] {
  const list: Placed<T>[] = [];
  let nodes = 0;
  const visit = (tree: T, from: number): void => {
    const hasParts = tree.parts.length > 0;
    const to = hasParts ? (nodes += 1) : 0;
    list.push({ tree, from, to, hasParts });
    for (const part of tree.parts) visit(part, to);
  };
  visit(root, 0);
  return list;
}

function checkTree(tree: CountTree): void {
  if (!Number.isSafeInteger(tree.count) || tree.count < 0) throw new RangeError(`not a count: ${tree.key}`);
  const together = tree.parts.reduce((sum, { count }) => sum + count, 0);
  if (tree.parts.length > 0 && together !== tree.count) {
    throw new RangeError(`${tree.key} is not the sum of its parts`);
  }
  for (const part of tree.parts) checkTree(part);
}

/** The tree with its small counts hidden, and as few others as protecting them takes; wholes are hidden only when no parts can protect. */
export function suppressTree(tree: CountTree, protection: Protection): PublishedTree {
  checkTree(tree);
  const list = placed(tree);
  const most = tree.count + list.length;
  const counts: Count[] = list.map(({ from, to, hasParts, tree: { count } }) => ({
    from,
    to,
    value: count,
    cost: count + 1 + (hasParts ? most * list.length : 0),
  }));
  const hidden = chooseHidden(counts, protection);
  const hiddenTrees = new Set(list.filter((_, arc) => hidden.has(arc)).map((place) => place.tree));
  const publish = (node: CountTree): PublishedTree => ({
    key: node.key,
    count: hiddenTrees.has(node) ? null : node.count,
    parts: node.parts.map(publish),
  });
  return publish(tree);
}

/** The hidden counts of a published tree whose exact range is narrower than `width` (1: known exactly). */
export function recoverableInTree(
  tree: PublishedTree,
  { zeros, width = 1 }: Pick<Protection, "zeros" | "width">,
): { readonly key: string; readonly low: number; readonly high: number }[] {
  const list = placed(tree);
  const floor = zeros === "shown" ? 1 : 0;
  const arcs: Arc[] = list.map(({ from, to, tree: { count } }) => ({
    from,
    to,
    low: count ?? floor,
    high: count ?? Infinity,
  }));
  const network = fit(arcs);
  if (network === null) throw new RangeError("the published figures contradict one another");
  return list.flatMap(({ tree: { key, count } }, arc) => {
    if (count !== null) return [];
    const range = bounds(network, arc, width);
    return range.high - range.low < width ? [{ key, ...range }] : [];
  });
}
