/** Reads of the journal: pages of entries, one entry's proof. */
import { sql } from "kysely";
import { inclusionPlaces, proveInclusion } from "#methods/proofs/proof.ts";
import { storeOf } from "#methods/proofs/compact.ts";
import { toBase64 } from "#methods/proofs/encoding.ts";
import { nameIn } from "#kernel/registry/organisations.ts";
import type { RegistryTables } from "#kernel/registry/tables.ts";
import { leafOf, sealedRows, type EntryRow } from "#kernel/seal/leaf.ts";
import { lastCheckpoint, nodesAt } from "#kernel/seal/sequence.ts";
import type { Db } from "#platform/db/handle.ts";
import type { JournalTables } from "#platform/journal/tables.ts";

type Tables = JournalTables & RegistryTables;

/** An entry as the list shows it; `place` is null until it is sealed. */
export interface ListedEntry {
  readonly entry: number;
  readonly at: Date;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly postType: string | null;
  readonly organisationName: string | null;
  readonly place: number | null;
}

/** What a list of entries is limited to. Days are the association's own. */
export interface EntryFilter {
  readonly kind: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

const where = (filter: EntryFilter) => sql`where true
  ${filter.kind === null ? sql`` : sql`and e.kind = ${filter.kind}`}
  ${filter.from === null ? sql`` : sql`and e.recorded_at >= ${filter.from}`}
  ${filter.to === null ? sql`` : sql`and e.recorded_at < ${filter.to}`}`;

const SELECT = sql`
  select e.entry, e.recorded_at as at, e.kind, e.subject_kind as "subjectKind", e.subject,
    p.post_type as "postType", ${nameIn("o")} as "organisationName", l.seq as place
  from journal.entry e
  left join registry.post p on p.id = e.post
  left join registry.organisation o on o.id = p.organisation
  left join journal.leaf l on l.entry = e.entry`;

/** Which way a list of entries runs. */
export interface Way {
  readonly descending: boolean;
}

const inOrder = ({ descending }: Way) => sql`order by e.entry ${descending ? sql`desc` : sql`asc`}`;

/** The first entries, or those beyond one: entries are numbered in their order, so the last of a list is fetched as fast as its first. One query. */
export async function entriesBeyond(
  db: Db<Tables>,
  filter: EntryFilter,
  way: Way,
  last: number | null,
  limit: number,
): Promise<ListedEntry[]> {
  const beyond = last === null ? sql`` : way.descending ? sql`and e.entry < ${last}` : sql`and e.entry > ${last}`;
  const { rows } = await sql<ListedEntry>`${SELECT} ${where(filter)} ${beyond} ${inOrder(way)} limit ${limit}`.execute(db);
  return rows;
}

/** One page of entries, and how many there are in all. Two queries. */
export async function listEntries(
  db: Db<Tables>,
  filter: EntryFilter,
  page: Way & { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: ListedEntry[]; readonly total: number }> {
  const { rows } = await sql<ListedEntry>`
    ${SELECT} ${where(filter)} ${inOrder(page)} limit ${page.limit} offset ${page.offset}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total from journal.entry e ${where(filter)}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** The kinds of entries there are, for the filter; an index skip-scan, so a million entries cost as many steps as there are kinds. */
export async function entryKinds(db: Db<Tables>): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    with recursive kinds (kind) as (
      select min(kind) from journal.entry
      union all select (select min(kind) from journal.entry e where e.kind > k.kind) from kinds k where k.kind is not null
    ) select kind from kinds where kind is not null`.execute(db);
  return rows.map((row) => row.kind);
}

/** Everything a stranger needs to check one entry: its public content, its place, the path to the root, and the signed checkpoint. */
export interface EntryProof {
  readonly leaf: Readonly<Record<string, unknown>>;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly string[];
  readonly checkpoint: string;
}

/** The proof that an entry is in the tree of the newest checkpoint, or null when it is not sealed. Four queries. */
export async function proofOf(db: Db<Tables>, entry: number): Promise<EntryProof | null> {
  const checkpoint = await lastCheckpoint(db);
  const leaf = await db.selectFrom("journal.leaf").select("seq").where("entry", "=", entry).executeTakeFirst();
  if (checkpoint === null || leaf === undefined || leaf.seq >= checkpoint.size) return null;
  const row = (await sealedRows(db, leaf.seq, 1))[0];
  if (row === undefined || row.entry === null) return null;
  const nodes = await nodesAt(db, inclusionPlaces(leaf.seq, checkpoint.size));
  return {
    leaf: leafOf(row as EntryRow),
    index: leaf.seq,
    size: checkpoint.size,
    proof: proveInclusion(storeOf(nodes), leaf.seq, checkpoint.size).map((hash) => toBase64(hash)),
    checkpoint: checkpoint.note,
  };
}
