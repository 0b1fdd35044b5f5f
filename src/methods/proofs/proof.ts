/** Proofs that an entry is in a tree, and that a tree is the beginning of another: made from stored subtrees, checked without any (RFC 9162 §2.1.3, §2.1.4). */
import { checkSize, peakPlaces } from "./compact.ts";
import type { NodePlace, NodeStore } from "./compact.ts";
import { sameBytes } from "./encoding.ts";
import { hashNode, splitPoint } from "./merkle.ts";
import type { Hash } from "./merkle.ts";

/** A run of leaves [start, end), as RFC 9162 writes D[start:end]. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** The runs whose roots make the inclusion path of leaf `index` (PATH, RFC 9162 §2.1.3.1), bottom first. */
function inclusionRuns(index: number, size: number): Run[] {
  const runs: Run[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      runs.push({ start: middle, end });
      end = middle;
    } else {
      runs.push({ start, end: middle });
      start = middle;
    }
  }
  return runs.reverse();
}

/** The runs of SUBPROOF (RFC 9162 §2.1.4.1) between two sizes, bottom first. */
function consistencyRuns(size1: number, size2: number): Run[] {
  const runs: Run[] = [];
  let start = 0;
  let end = size2;
  let whole = true;
  while (size1 !== end) {
    const middle = start + splitPoint(end - start);
    if (size1 <= middle) {
      runs.push({ start: middle, end });
      end = middle;
    } else {
      runs.push({ start, end: middle });
      start = middle;
      whole = false;
    }
  }
  if (!whole) runs.push({ start, end });
  return runs.reverse();
}

/** The complete subtrees that make up a run, which starts at a multiple of its own width as every run above does. */
function runPlaces({ start, end }: Run): NodePlace[] {
  return peakPlaces(end - start).map(({ level, index }) => ({
    level,
    index: start / 2 ** level + index,
  }));
}

function runRoot(store: NodeStore, run: Run): Hash {
  const hashes = runPlaces(run).map(({ level, index }) => store.get(level, index));
  return hashes.reduceRight((right, left) => hashNode(left, right));
}

function checkIndex(index: number, size: number): void {
  checkSize(size);
  checkSize(index);
  if (index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
}

function checkSizes(size1: number, size2: number): void {
  checkSize(size1);
  checkSize(size2);
  if (size1 < 1 || size1 > size2) throw new RangeError(`no tree of ${size1} begins one of ${size2}`);
}

/** Which stored nodes an inclusion proof reads: O(log n), so that one query can fetch them all. Throws RangeError unless index < size. */
export function inclusionPlaces(index: number, size: number): NodePlace[] {
  checkIndex(index, size);
  return inclusionRuns(index, size).flatMap(runPlaces);
}

/** Which stored nodes a consistency proof reads. Throws RangeError unless 1 ≤ size1 ≤ size2. */
export function consistencyPlaces(size1: number, size2: number): NodePlace[] {
  checkSizes(size1, size2);
  return consistencyRuns(size1, size2).flatMap(runPlaces);
}

/** The audit path of leaf `index` in the tree of `size` leaves, bottom first (RFC 9162 §2.1.3.1). Throws RangeError unless index < size. */
export function proveInclusion(store: NodeStore, index: number, size: number): Hash[] {
  checkIndex(index, size);
  return inclusionRuns(index, size).map((run) => runRoot(store, run));
}

/** The proof that the tree of `size1` leaves begins the tree of `size2` (RFC 9162 §2.1.4.1); empty when the sizes are equal. Throws RangeError unless 1 ≤ size1 ≤ size2. */
export function proveConsistency(store: NodeStore, size1: number, size2: number): Hash[] {
  checkSizes(size1, size2);
  return consistencyRuns(size1, size2).map((run) => runRoot(store, run));
}

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isOdd = (value: number): boolean => value % 2 === 1;
const halve = (value: number): number => Math.floor(value / 2);

/** What a person holds who wants to know that their entry is in a published tree. */
export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

/** Whether the proof shows the leaf at that place of the tree with that root (RFC 9162 §2.1.3.2). Needs nothing but its arguments; never throws. */
export function verifyInclusion({ index, size, leafHash, proof, root }: InclusionClaim): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  if (leafHash.length !== 32 || root.length !== 32) return false;
  let node = index;
  let last = size - 1;
  let hash = leafHash;
  for (const step of proof) {
    if (last === 0 || step.length !== 32) return false;
    if (isOdd(node) || node === last) {
      hash = hashNode(step, hash);
      while (!isOdd(node) && node !== 0) {
        node = halve(node);
        last = halve(last);
      }
    } else {
      hash = hashNode(hash, step);
    }
    node = halve(node);
    last = halve(last);
  }
  return last === 0 && sameBytes(hash, root);
}

/** Two published trees and the proof that the first is the beginning of the second. */
export interface ConsistencyClaim {
  readonly size1: number;
  readonly size2: number;
  readonly root1: Hash;
  readonly root2: Hash;
  readonly proof: readonly Hash[];
}

/**
 * Whether the first tree is the beginning of the second (RFC 9162 §2.1.4.2). Never throws.
 * Every tree begins with no leaves, so a proof from `size1 = 0` would show nothing: it is refused.
 */
export function verifyConsistency({ size1, size2, root1, root2, proof }: ConsistencyClaim): boolean {
  if (!isSize(size1) || !isSize(size2) || size1 < 1 || size1 > size2) return false;
  if (size1 === size2) return proof.length === 0 && sameBytes(root1, root2);
  if (![root1, root2, ...proof].every((hash) => hash.length === 32)) return false;
  if (proof.length === 0) return false;
  // A tree of 2^k leaves is itself a node of the larger tree, so its root stands in for the first step.
  const steps = Number.isInteger(Math.log2(size1)) ? [root1, ...proof] : proof;
  return foldConsistency(size1, size2, root1, root2, steps);
}

function foldConsistency(size1: number, size2: number, root1: Hash, root2: Hash, [first, ...rest]: readonly Hash[]): boolean {
  if (first === undefined) return false;
  let node = size1 - 1;
  let last = size2 - 1;
  while (isOdd(node)) {
    node = halve(node);
    last = halve(last);
  }
  let hash1 = first;
  let hash2 = first;
  for (const step of rest) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash1 = hashNode(step, hash1);
      hash2 = hashNode(step, hash2);
      while (!isOdd(node) && node !== 0) {
        node = halve(node);
        last = halve(last);
      }
    } else {
      hash2 = hashNode(hash2, step);
    }
    node = halve(node);
    last = halve(last);
  }
  return last === 0 && sameBytes(hash1, root1) && sameBytes(hash2, root2);
}
