/** The bytes of one journal entry as the Merkle tree holds them, and the rows they are made from. */
import { sql } from "kysely";
import { canonicalBytes } from "#methods/proofs/canonical.ts";
import { toBase64 } from "#methods/proofs/encoding.ts";
import { hashLeaf, type Hash } from "#methods/proofs/merkle.ts";
import type { Db } from "#platform/db/handle.ts";
import type { JournalTables } from "#platform/journal/tables.ts";

/** An entry as it stands in the database. */
export interface EntryRow {
  readonly entry: number;
  readonly recorded_at: Date;
  readonly kind: string;
  readonly subject_kind: string;
  readonly subject: string;
  readonly member: string;
  readonly post: string | null;
  readonly person: string | null;
  readonly payload: unknown;
  readonly commitment: Buffer | null;
}

/** The public content of an entry: this, in canonical JSON (RFC 8785), is the leaf. */
export function leafOf(row: EntryRow): Readonly<Record<string, unknown>> {
  return {
    v: 1,
    entry: row.entry,
    at: row.recorded_at.toISOString(),
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject },
    member: row.member,
    post: row.post,
    person: row.person,
    payload: row.payload,
    commitment: row.commitment === null ? null : toBase64(row.commitment),
  };
}

/** The RFC 9162 leaf hash of an entry. */
export function leafHashOf(row: EntryRow): Hash {
  return hashLeaf(canonicalBytes(leafOf(row)));
}

/** A sealed entry with its place in the tree; `kind` is null when the entry itself is gone. */
export type SealedRow = { readonly seq: number; readonly hash: Buffer; readonly leaf_entry: number } & {
  readonly [K in keyof EntryRow]: EntryRow[K] | null;
};

/** Sealed entries by place, `limit` from `from` on. */
export async function sealedRows(db: Db<JournalTables>, from: number, limit: number): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`
    select l.seq, l.hash, l.entry as leaf_entry, e.entry, e.recorded_at, e.kind, e.subject_kind, e.subject, e.member, e.post, e.person, e.payload, e.commitment
    from journal.leaf l left join journal.entry e on e.entry = l.entry
    where l.seq >= ${from} order by l.seq limit ${limit}`.execute(db);
  return rows;
}
