/** The Merkle tree of RFC 9162 §2.1: how leaves and nodes are hashed, and the root of a whole list. */
import { concatBytes, sha256 } from "./encoding.ts";

/** A SHA-256 value, 32 bytes. */
export type Hash = Uint8Array;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The hash of one entry: SHA-256(0x00 ‖ entry), RFC 9162 §2.1.1. The prefix keeps an entry from being mistaken for a node. */
export function hashLeaf(entry: Uint8Array): Hash {
  return sha256(concatBytes(leafPrefix, entry));
}

/** The hash of two subtrees: SHA-256(0x01 ‖ left ‖ right), RFC 9162 §2.1.1. */
export function hashNode(left: Hash, right: Hash): Hash {
  return sha256(concatBytes(nodePrefix, left, right));
}

/** The root of the tree without leaves: SHA-256 of nothing. */
export function emptyRoot(): Hash {
  return sha256(new Uint8Array());
}

/** The largest power of two smaller than `size` (≥ 2): where RFC 9162 splits a tree. */
export function splitPoint(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** The root over leaf hashes in order, by the recursive definition of RFC 9162 §2.1.1; O(n), the yardstick that the incremental tree is tested against. */
export function rootOf(leafHashes: readonly Hash[]): Hash {
  const only = leafHashes[0];
  if (only === undefined) return emptyRoot();
  if (leafHashes.length === 1) return only;
  const half = splitPoint(leafHashes.length);
  return hashNode(rootOf(leafHashes.slice(0, half)), rootOf(leafHashes.slice(half)));
}
