/** Checkpoints (C2SP tlog-checkpoint): a signed note that states a log's size and root. */
import { fromBase64, toBase64 } from "./encoding.ts";
import type { Hash } from "./merkle.ts";
import { openNote, signNote } from "./note.ts";
import type { NoteRefusal, SigningKey, VerifierKey } from "./note.ts";

/** What a log states about itself: who it is, how many leaves it has and their root. Extension lines are not recommended by the specification. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  readonly extensions?: readonly string[];
}

/** Why a checkpoint is refused. */
export type CheckpointRefusal = NoteRefusal | "not-a-checkpoint" | "other-origin";

/** An opened checkpoint and the trusted keys that signed it. */
export type OpenedCheckpoint =
  | {
      readonly ok: true;
      readonly checkpoint: Checkpoint;
      readonly verified: readonly VerifierKey[];
      readonly unknown: number;
    }
  | { readonly ok: false; readonly code: CheckpointRefusal };

const isLine = (text: string): boolean => text !== "" && [...text].every((sign) => sign >= " ");

/** The note text: origin, size and base64 root, one per line, then any extension lines. Throws RangeError when a part cannot stand on a line. */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`not a tree size: ${size}`);
  if (root.length !== 32) throw new RangeError("a root has 32 bytes");
  if (![origin, ...extensions].every(isLine)) {
    throw new RangeError("the origin and each extension are one line of text");
  }
  return [origin, String(size), toBase64(root), ...extensions, ""].join("\n");
}

/** Reads the note text of a checkpoint; null when it is none (leading zeroes, empty lines, a root that is not 32 bytes …). */
export function parseCheckpoint(text: string): Checkpoint | null {
  const lines = text.split("\n");
  if (lines.pop() !== "" || lines.length < 3 || !lines.every(isLine)) return null;
  const [origin = "", digits = "", encoded = "", ...extensions] = lines;
  const size = Number(digits);
  if (!/^(?:0|[1-9][0-9]*)$/.test(digits) || !Number.isSafeInteger(size)) return null;
  try {
    const root = fromBase64(encoded);
    if (root.length !== 32) return null;
    return { origin, size, root, ...(extensions.length > 0 && { extensions }) };
  } catch {
    return null;
  }
}

/** A checkpoint signed by the log's key and any others. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly SigningKey[]): string {
  return signNote(formatCheckpoint(checkpoint), signers);
}

/** Opens a signed checkpoint of the log `origin`. A good signature over another log's checkpoint is refused: the origin is part of what is trusted. */
export function openCheckpoint(note: string, trusted: readonly VerifierKey[], origin: string): OpenedCheckpoint {
  const opened = openNote(note, trusted);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpoint(opened.text);
  if (checkpoint === null) return { ok: false, code: "not-a-checkpoint" };
  if (checkpoint.origin !== origin) return { ok: false, code: "other-origin" };
  return { ok: true, checkpoint, verified: opened.verified, unknown: opened.unknown };
}
