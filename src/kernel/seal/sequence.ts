/** The sequencer: gives committed entries their place in the Merkle tree and signs a checkpoint over them. */
import { sql } from "kysely";
import { signCheckpoint } from "#methods/proofs/checkpoint.ts";
import { appendLeaves, emptyTree, peakPlaces, treeFrom, treeRoot, storeOf, type StoredNode, type Tree } from "#methods/proofs/compact.ts";
import type { SigningKey } from "#methods/proofs/note.ts";
import type { Db, Tx } from "#platform/db/handle.ts";
import { transact } from "#platform/db/transact.ts";
import type { JournalTables } from "#platform/journal/tables.ts";
import { leafHashOf, type EntryRow } from "./leaf.ts";

const LOCK = 7_402_100_002;
const BATCH = 5_000;

/** The nodes at some places: level 0 from the leaves, the others from the complete subtrees. One query. */
export async function nodesAt(
  db: Db<JournalTables>,
  places: readonly { readonly level: number; readonly index: number }[],
): Promise<StoredNode[]> {
  const { rows } = await sql<{ level: number; index: number; hash: Buffer }>`
    select g.level, g.position as index, coalesce(s.hash, l.hash) as hash
    from unnest(${places.map((place) => place.level)}::smallint[], ${places.map((place) => place.index)}::bigint[]) as g (level, position)
    left join journal.subtree s on s.level = g.level and s.position = g.position
    left join journal.leaf l on g.level = 0 and l.seq = g.position`.execute(db);
  return rows
    .filter((row) => row.hash !== null)
    .map((row) => ({ level: row.level, index: Number(row.index), hash: new Uint8Array(row.hash) }));
}

/** The tree as it is stored. */
export async function storedTree(db: Db<JournalTables>): Promise<Tree> {
  const { rows } = await sql<{ size: number | null }>`select max(seq) + 1 as size from journal.leaf`.execute(db);
  const size = rows[0]?.size ?? 0;
  return size === 0 ? emptyTree : treeFrom(size, storeOf(await nodesAt(db, peakPlaces(size))));
}

async function pendingEntries(tx: Tx<JournalTables>): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.entry, e.recorded_at, e.kind, e.subject_kind, e.subject, e.member, e.post, e.person, e.payload, e.commitment
    from journal.pending p join journal.entry e on e.entry = p.entry
    order by p.entry limit ${BATCH}`.execute(tx);
  return rows;
}

async function storeNodes(tx: Tx<JournalTables>, entries: readonly EntryRow[], nodes: readonly StoredNode[]): Promise<void> {
  const leaves = nodes.filter((node) => node.level === 0);
  const inner = nodes.filter((node) => node.level > 0);
  await sql`
    insert into journal.leaf (seq, entry, hash)
    select * from unnest(${leaves.map((leaf) => leaf.index)}::bigint[], ${entries.map((entry) => entry.entry)}::bigint[], ${leaves.map((leaf) => Buffer.from(leaf.hash))}::bytea[])`.execute(
    tx,
  );
  await sql`
    insert into journal.subtree (level, position, hash)
    select * from unnest(${inner.map((node) => node.level)}::smallint[], ${inner.map((node) => node.index)}::bigint[], ${inner.map((node) => Buffer.from(node.hash))}::bytea[])`.execute(
    tx,
  );
  await sql`delete from journal.pending where entry = any(${entries.map((entry) => entry.entry)}::bigint[])`.execute(tx);
}

/** Seals one batch; null when another process seals at this moment. */
async function sealBatch(tx: Tx<JournalTables>, key: SigningKey, now: Date): Promise<number | null> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as got`.execute(tx);
  if (rows[0]?.got !== true) return null;
  const entries = await pendingEntries(tx);
  if (entries.length === 0) return 0;
  const before = await storedTree(tx);
  const { tree, nodes } = appendLeaves(before, entries.map(leafHashOf));
  await storeNodes(tx, entries, nodes);
  const root = treeRoot(tree);
  const note = signCheckpoint({ origin: key.name, size: tree.size, root }, [key]);
  await tx
    .insertInto("journal.checkpoint")
    .values({ size: tree.size, root: Buffer.from(root), note, signed_at: now })
    .execute();
  return entries.length;
}

/** Seals every committed entry that is not sealed yet. Any number of processes may call it; one works, the others return at once. Returns how many. */
export async function sealPending(db: Db<JournalTables>, key: SigningKey, now: () => Date): Promise<number> {
  let sealed = 0;
  for (;;) {
    const batch = await transact(db, (tx) => sealBatch(tx, key, now()));
    if (batch === null || batch === 0) return sealed;
    sealed += batch;
  }
}

/** The newest checkpoint, or null before the first. */
export async function lastCheckpoint(db: Db<JournalTables>): Promise<{ size: number; root: Buffer; note: string; signedAt: Date } | null> {
  const row = await db.selectFrom("journal.checkpoint").selectAll().orderBy("size", "desc").limit(1).executeTakeFirst();
  return row === undefined ? null : { size: row.size, root: row.root, note: row.note, signedAt: row.signed_at };
}
