/** The last parts of a backup: what it holds, row by row counts and hashes, and the seal over that list. */
import { canonical } from "#platform/journal/canonical.ts";
import { Problem } from "#platform/problems/problem.ts";
import { sha256, type Part } from "./archive.ts";
import { p } from "./problems.ts";
import type { SequenceState } from "./shape.ts";

export const FORMAT = "inteko-backup/1";
export const MANIFEST = "manifest.json";
export const MANIFEST_SUM = "manifest.sha256";

/** One part by its name, its bytes as kept, and their SHA-256. */
export interface PartFacts {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** One table: its rows stand in `parts`, in this order, as gzipped CSV without a header. */
export interface TableFacts {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly transient: boolean;
  readonly parts: readonly PartFacts[];
}

/** Everything a backup says about itself. */
export interface Manifest {
  readonly format: string;
  /** ISO 8601, UTC. */
  readonly made: string;
  /** What the program adds: association, versions, the journal's checkpoint, the key's fingerprint. */
  readonly about: Readonly<Record<string, string | number | boolean | null>>;
  readonly postgres: string;
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
  readonly tables: readonly TableFacts[];
  readonly sequences: readonly SequenceState[];
  /** Jobs that waited, as JSON lines; null when the database has no queue. */
  readonly queue: (PartFacts & { readonly jobs: number }) | null;
  /** Files of the installation that were asked for beside the database, such as its keys. */
  readonly files: readonly PartFacts[];
}

/** The two closing parts. */
export function sealManifest(manifest: Manifest): Part[] {
  const bytes = Buffer.from(`${canonical(manifest)}\n`);
  return [
    { name: MANIFEST, bytes },
    { name: MANIFEST_SUM, bytes: Buffer.from(`${sha256(bytes)}  ${MANIFEST}\n`) },
  ];
}

/** Reads the closing parts. Throws `backup.damaged` when the seal does not fit, `backup.notABackup` for another format. */
export function openManifest(manifest: Buffer | undefined, sum: Buffer | undefined): Manifest {
  if (manifest === undefined || sum === undefined) throw new Problem(p.cut, { part: manifest === undefined ? MANIFEST : MANIFEST_SUM });
  if (sum.toString() !== `${sha256(manifest)}  ${MANIFEST}\n`) throw new Problem(p.damaged, { part: MANIFEST });
  const read = JSON.parse(manifest.toString()) as Manifest;
  if (read.format !== FORMAT) throw new Problem(p.notABackup);
  return read;
}

/** The parts that a manifest promises, in the order in which they stand in the file. */
export function promised(manifest: Manifest): PartFacts[] {
  return [...manifest.tables.flatMap((table) => table.parts), ...(manifest.queue === null ? [] : [manifest.queue]), ...manifest.files];
}
