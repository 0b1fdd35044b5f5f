/** A tree that grows by appending: it keeps only the roots of its complete subtrees, and says which new nodes to store. */
import { emptyRoot, hashNode } from "./merkle.ts";
import type { Hash } from "./merkle.ts";

/** The place of a complete subtree: it covers the leaves [index·2^level, (index+1)·2^level); level 0 is a leaf. */
export interface NodePlace {
  readonly level: number;
  readonly index: number;
}

/** A complete subtree's hash. It never changes once written, so a store may keep it for ever. */
export interface StoredNode extends NodePlace {
  readonly hash: Hash;
}

/** Where complete subtrees are read from; throws when asked for one it does not hold. */
export interface NodeStore {
  get(level: number, index: number): Hash;
}

/** The state of a growing tree: how many leaves, and its complete subtrees, largest first (one per set bit of `size`). */
export interface Tree {
  readonly size: number;
  readonly peaks: readonly Hash[];
}

/** The tree without leaves. */
export const emptyTree: Tree = { size: 0, peaks: [] };

/** Throws RangeError unless the value is a whole number that JavaScript holds exactly. */
export function checkSize(value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a tree size: ${value}`);
}

/** The complete subtrees that make up a tree of `size` leaves, largest (leftmost) first. */
export function peakPlaces(size: number): NodePlace[] {
  checkSize(size);
  const places: NodePlace[] = [];
  let start = 0;
  for (let level = 52; level >= 0; level--) {
    const width = 2 ** level;
    if (size - start >= width) {
      places.push({ level, index: start / width });
      start += width;
    }
  }
  return places;
}

/**
 * The tree after appending leaf hashes, and every node that became complete, in the order it did (the leaves included).
 * Amortised two stored nodes per leaf; the old tree is not touched.
 */
export function appendLeaves(tree: Tree, leafHashes: readonly Hash[]): { readonly tree: Tree; readonly nodes: readonly StoredNode[] } {
  const peaks = [...tree.peaks];
  const nodes: StoredNode[] = [];
  let size = tree.size;
  for (const leaf of leafHashes) {
    let index = size;
    let hash = leaf;
    nodes.push({ level: 0, index, hash });
    for (let level = 1; index % 2 === 1; level++) {
      const left = peaks.pop();
      if (left === undefined) throw new RangeError("the tree lacks a peak that its size requires");
      hash = hashNode(left, hash);
      index = (index - 1) / 2;
      nodes.push({ level, index, hash });
    }
    peaks.push(hash);
    size += 1;
  }
  return { tree: { size, peaks }, nodes };
}

/** The root of a growing tree: its peaks folded from the right. */
export function treeRoot(tree: Tree): Hash {
  const last = tree.peaks.at(-1);
  if (last === undefined) return emptyRoot();
  return tree.peaks.slice(0, -1).reduceRight((right, left) => hashNode(left, right), last);
}

/** The state of a tree of `size` leaves read back from a store: at most 53 reads. */
export function treeFrom(size: number, store: NodeStore): Tree {
  return { size, peaks: peakPlaces(size).map(({ level, index }) => store.get(level, index)) };
}

/** A store over nodes held in memory, typically the answer to one query for the places a proof needs. Throws RangeError for a node it lacks. */
export function storeOf(nodes: Iterable<StoredNode>): NodeStore {
  const held = new Map<string, Hash>();
  for (const node of nodes) held.set(`${node.level}/${node.index}`, node.hash);
  return {
    get(level, index) {
      const hash = held.get(`${level}/${index}`);
      if (hash === undefined) throw new RangeError(`no stored node ${level}/${index}`);
      return hash;
    },
  };
}
