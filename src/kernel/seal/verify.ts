/** Checks the whole journal against its checkpoints, and against one kept elsewhere; says what is wrong and what it cannot prove. */
import { sql } from "kysely";
import { openCheckpoint, type Checkpoint } from "#methods/proofs/checkpoint.ts";
import { opensCommitment } from "#methods/proofs/commitment.ts";
import { appendLeaves, emptyTree, treeRoot, type Tree } from "#methods/proofs/compact.ts";
import { sameBytes, toBase64 } from "#methods/proofs/encoding.ts";
import type { Hash } from "#methods/proofs/merkle.ts";
import type { VerifierKey } from "#methods/proofs/note.ts";
import type { Db } from "#platform/db/handle.ts";
import type { JournalTables } from "#platform/journal/tables.ts";
import { leafHashOf, sealedRows, type EntryRow, type SealedRow } from "./leaf.ts";

/** One thing that is wrong. `place` is the place in the tree, `entry` the entry's number, where they are known. */
export interface Tampering {
  readonly code:
    | "entry-edited"
    | "entry-deleted"
    | "place-missing"
    | "entry-smuggled"
    | "personal-content-changed"
    | "checkpoint-forged"
    | "root-differs"
    | "journal-truncated"
    | "journal-rewritten"
    | "checkpoint-unreadable";
  readonly place?: number;
  readonly entry?: number;
  readonly detail: string;
}

/** What verification found. `unproved` says in words what could not be shown without a checkpoint kept elsewhere. */
export interface Verification {
  readonly ok: boolean;
  readonly entries: number;
  readonly waiting: number;
  readonly checkpoints: number;
  readonly root: string;
  readonly tampering: readonly Tampering[];
  readonly unproved: readonly string[];
}

const BATCH = 5_000;

interface Walk {
  tree: Tree;
  readonly found: Tampering[];
  /** Sizes at which the root is wanted, and the roots found there. */
  readonly wanted: ReadonlySet<number>;
  readonly roots: Map<number, Hash>;
}

function checkRow(row: SealedRow, place: number, found: Tampering[]): void {
  if (row.seq !== place) found.push({ code: "place-missing", place, detail: `Place ${place} of the tree is empty.` });
  if (row.entry === null) {
    found.push({ code: "entry-deleted", place: row.seq, entry: row.leaf_entry, detail: `Entry ${row.leaf_entry} is gone.` });
    return;
  }
  if (!sameBytes(leafHashOf(row as EntryRow), new Uint8Array(row.hash)))
    found.push({
      code: "entry-edited",
      place: row.seq,
      entry: row.entry,
      detail: `Entry ${row.entry} is not what was sealed at place ${row.seq}.`,
    });
}

/** Appends the row as it stands now, and keeps the root where one is wanted. */
function grow(walk: Walk, row: SealedRow): void {
  const hash = row.entry === null ? new Uint8Array(row.hash) : leafHashOf(row as EntryRow);
  walk.tree = appendLeaves(walk.tree, [hash]).tree;
  if (walk.wanted.has(walk.tree.size)) walk.roots.set(walk.tree.size, treeRoot(walk.tree));
}

async function walkEntries(db: Db<JournalTables>, walk: Walk): Promise<number> {
  let place = 0;
  for (;;) {
    const rows = await sealedRows(db, place, BATCH);
    for (const row of rows) {
      checkRow(row, place, walk.found);
      grow(walk, row);
      place = row.seq + 1;
    }
    if (rows.length < BATCH) return place;
  }
}

interface StoredCheckpoint {
  readonly size: number;
  readonly root: Hash | null;
}

/** The name that all keys of one journal have. */
const originOf = (keys: readonly VerifierKey[]): string => keys[0]?.name ?? "";

/** The stored checkpoints; the root is null where the note is not by this installation's key as it stands. */
async function readCheckpoints(db: Db<JournalTables>, keys: readonly VerifierKey[]): Promise<StoredCheckpoint[]> {
  const rows = await db.selectFrom("journal.checkpoint").selectAll().orderBy("size").execute();
  return rows.map((row) => {
    const opened = openCheckpoint(row.note, keys, originOf(keys));
    const genuine = opened.ok && opened.checkpoint.size === row.size && sameBytes(opened.checkpoint.root, new Uint8Array(row.root));
    return { size: row.size, root: genuine ? opened.checkpoint.root : null };
  });
}

function checkStored(checkpoints: readonly StoredCheckpoint[], size: number, roots: ReadonlyMap<number, Hash>): Tampering[] {
  return checkpoints.flatMap((stored): Tampering[] => {
    if (stored.root === null)
      return [
        {
          code: "checkpoint-forged",
          place: stored.size,
          detail: `The checkpoint over ${stored.size} entries is not signed by this installation's key as it stands.`,
        },
      ];
    if (stored.size > size)
      return [
        { code: "journal-truncated", place: stored.size, detail: `A checkpoint covers ${stored.size} entries; the journal holds ${size}.` },
      ];
    const root = roots.get(stored.size);
    if (root === undefined || !sameBytes(root, stored.root))
      return [
        {
          code: "root-differs",
          place: stored.size,
          detail: `The first ${stored.size} entries do not give the root of the checkpoint over them.`,
        },
      ];
    return [];
  });
}

/** Entries that are neither sealed nor waiting to be: written past the journal's own way. */
async function smuggled(db: Db<JournalTables>): Promise<Tampering[]> {
  const { rows } = await sql<{ entry: number }>`
    select e.entry from journal.entry e
    where not exists (select 1 from journal.leaf l where l.entry = e.entry)
      and not exists (select 1 from journal.pending p where p.entry = e.entry)
    order by e.entry limit 100`.execute(db);
  return rows.map(({ entry }) => ({
    code: "entry-smuggled",
    entry,
    detail: `Entry ${entry} was never given a place and does not wait for one.`,
  }));
}

async function changedContent(db: Db<JournalTables>): Promise<Tampering[]> {
  const found: Tampering[] = [];
  for (let after = 0; ;) {
    const { rows } = await sql<{ entry: number; salt: Buffer; content: unknown; commitment: Buffer | null }>`
      select p.entry, p.salt, p.content, e.commitment from journal.personal p left join journal.entry e on e.entry = p.entry
      where p.entry > ${after} order by p.entry limit ${BATCH}`.execute(db);
    for (const row of rows)
      if (row.commitment === null || !opensCommitment(new Uint8Array(row.commitment), new Uint8Array(row.salt), row.content))
        found.push({
          code: "personal-content-changed",
          entry: row.entry,
          detail: `The personal content beside entry ${row.entry} is not what the entry committed to.`,
        });
    if (rows.length < BATCH) return found;
    after = rows.at(-1)?.entry ?? after;
  }
}

/** Compares a checkpoint kept elsewhere: shorter means the tail was cut, another root means history was rewritten. */
function checkOutside(outside: Checkpoint, size: number, root: Hash | undefined): Tampering[] {
  if (outside.size > size)
    return [{ code: "journal-truncated", detail: `The checkpoint given covers ${outside.size} entries; the journal holds ${size}.` }];
  const there = outside.size === 0 ? treeRoot(emptyTree) : root;
  if (there === undefined || !sameBytes(there, outside.root))
    return [
      { code: "journal-rewritten", detail: `The first ${outside.size} entries are not those that the checkpoint given was signed over.` },
    ];
  return [];
}

const UNPROVED =
  "Whoever holds both the database and the signing key could have cut the tail or rewritten everything; give a checkpoint kept elsewhere (--checkpoint FILE) to rule that out.";

/** The checkpoints in a file kept elsewhere: one, or all of `checkpoints/all`; a copy may have passed through mail or another system’s line ends. */
function notesIn(file: string): string[] {
  const text = `${file
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r\n?/g, "\n")
    .trim()}\n`;
  const notes = text.match(/\S[^\n]*\n(?:[^\n]+\n)*\n(?:— [^\n]*\n)+/g);
  return notes === null || notes.join("").length < text.replaceAll(/(?<=\n)\n(?!— )/g, "").length ? [text] : notes;
}

/**
 * Verifies everything. `outside` is the text of one or more checkpoints kept elsewhere; each must be signed by one of `keys`, of which the newest is the first.
 * Memory stays flat: entries are read in batches.
 */
export async function verifyJournal(db: Db<JournalTables>, keys: readonly VerifierKey[], outside?: string): Promise<Verification> {
  const stored = await readCheckpoints(db, keys);
  const opened = outside === undefined ? [] : notesIn(outside).map((note) => openCheckpoint(note, keys, originOf(keys)));
  const given = opened.flatMap((one) => (one.ok ? [one.checkpoint] : []));
  const wanted = new Set([...stored, ...given].map((checkpoint) => checkpoint.size));
  const walk: Walk = { tree: emptyTree, found: [], wanted, roots: new Map() };
  const size = await walkEntries(db, walk);
  const tampering = [...walk.found, ...checkStored(stored, size, walk.roots)];
  for (const one of opened)
    if (!one.ok)
      tampering.push({ code: "checkpoint-unreadable", detail: `The checkpoint given is not one of this installation (${one.code}).` });
  for (const one of given) tampering.push(...checkOutside(one, size, walk.roots.get(one.size)));
  tampering.push(...(await smuggled(db)), ...(await changedContent(db)));
  const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from journal.pending`.execute(db);
  return {
    ok: tampering.length === 0,
    entries: size,
    waiting: rows[0]?.waiting ?? 0,
    checkpoints: stored.length,
    root: toBase64(treeRoot(walk.tree)),
    tampering,
    unproved: outside === undefined ? [UNPROVED] : [],
  };
}
