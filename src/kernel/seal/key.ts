/** The key that signs the journal's checkpoints: made once, kept in a file outside the database. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromBase64, toBase64 } from "#methods/proofs/encoding.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { SigningKey } from "#methods/proofs/note.ts";

/** The signing key of an installation from its keys folder; made on first use, readable by its owner only. `name` is the log's origin. */
export function openSealKey(folder: string, name: string): SigningKey {
  const path = join(folder, "journal.seed");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${toBase64(randomBytes(32))}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return { name, seed: fromBase64(readFileSync(path, "utf8").trim()) };
}

/** Whether the folder holds a signing key; where it does not, whoever only looks must not make one. */
export function hasSealKey(folder: string): boolean {
  return existsSync(join(folder, "journal.seed"));
}

/** The name under which an association's journal signs: the log's origin in the C2SP sense. */
export function originOfLog(pack: Pack): string {
  return `inteko/${pack.code}`;
}

/** Where an installation keeps its keys: beside its data, outside the database. */
export function keysFolder(dataFolder: string): string {
  return join(dataFolder, "keys");
}
