/** Reads a whole backup without touching a database, and refuses it at the first bit that is not what was written. */
import { Problem } from "#platform/problems/problem.ts";
import { readArchive, sha256 } from "./archive.ts";
import { MANIFEST, MANIFEST_SUM, openManifest, promised, type Manifest } from "./manifest.ts";
import { p } from "./problems.ts";

/**
 * What a backup says about itself, after every part was compared with its hash.
 * Throws `backup.cut`, `backup.damaged`, `backup.damagedAfter` or `backup.notABackup`, naming the part.
 */
export async function checkBackup(path: string): Promise<Manifest> {
  const found: { name: string; bytes: number; sha256: string }[] = [];
  const closing = new Map<string, Buffer>();
  for await (const part of readArchive(path)) {
    if (part.name === MANIFEST || part.name === MANIFEST_SUM) closing.set(part.name, Buffer.from(part.bytes));
    else found.push({ name: part.name, bytes: part.bytes.length, sha256: sha256(part.bytes) });
  }
  const manifest = openManifest(closing.get(MANIFEST), closing.get(MANIFEST_SUM));
  for (const [index, part] of promised(manifest).entries()) {
    const there = found[index];
    if (there === undefined) throw new Problem(p.cut, { part: part.name });
    if (there.name !== part.name || there.bytes !== part.bytes || there.sha256 !== part.sha256)
      throw new Problem(p.damaged, { part: part.name });
  }
  const more = found[promised(manifest).length];
  if (more !== undefined) throw new Problem(p.damaged, { part: more.name });
  return manifest;
}
