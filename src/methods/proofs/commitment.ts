/** Salted commitments: a proof keeps the hash of a personal value, while the value and its salt can be erased. */
import { canonicalBytes } from "./canonical.ts";
import { concatBytes, sameBytes, sha256 } from "./encoding.ts";
import type { Hash } from "./merkle.ts";

/** How many random bytes a salt has. A fixed length leaves no doubt where the salt ends; 32 make guessing hopeless even for a value with few possibilities. */
export const saltLength = 32;

/** Keeps a commitment from being read as a leaf (0x00) or a node (0x01) of the tree. */
const commitmentPrefix = Uint8Array.of(2);

/**
 * SHA-256(0x02 ‖ salt ‖ RFC 8785 bytes of the value). Binding because SHA-256 is collision-resistant; hiding while the
 * salt is secret, and for ever once it is erased (a hash commitment with randomness: Halevi and Micali 1996).
 * Throws RangeError for a salt of another length and NotJson for a value that JSON cannot carry.
 */
export function commit(salt: Uint8Array, value: unknown): Hash {
  if (salt.length !== saltLength) throw new RangeError(`a salt has ${saltLength} bytes`);
  return sha256(concatBytes(commitmentPrefix, salt, canonicalBytes(value)));
}

/** Whether the salt and the value are the ones that were committed to. */
export function opensCommitment(commitment: Hash, salt: Uint8Array, value: unknown): boolean {
  return sameBytes(commitment, commit(salt, value));
}
