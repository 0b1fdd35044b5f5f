/** The key that signs the journal's checkpoints: made once, kept in a file outside the database. */
import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromBase64, toBase64 } from "#methods/proofs/encoding.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { parseVerifierKey, type SigningKey, type VerifierKey } from "#methods/proofs/note.ts";

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

const before = (folder: string): string => join(folder, "journal.before");

/** Keeps the public part of a key that was lost, beside the key that follows it: what it signed is still checked by it. */
export function keepLostKey(folder: string, verifierKey: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  appendFileSync(before(folder), `${verifierKey}\n`, { mode: 0o600 });
}

/** The public parts of keys that were lost, as the folder keeps them: the database is not believed about its own keys. */
export function lostKeys(folder: string): readonly VerifierKey[] {
  if (!existsSync(before(folder))) return [];
  return readFileSync(before(folder), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(parseVerifierKey);
}

/** The name under which an association's journal signs: the log's origin in the C2SP sense. */
export function originOfLog(pack: Pack): string {
  return `inteko/${pack.code}`;
}

/** Where an installation keeps its keys: beside its data, outside the database. */
export function keysFolder(dataFolder: string): string {
  return join(dataFolder, "keys");
}
