/** Appends to the journal inside the transaction that makes the change: audit trail, job source and public proof in one row. */
import { createHash, randomBytes } from "node:crypto";
import { canonical } from "./canonical.ts";
import type { Tx } from "#platform/db/handle.ts";
import { json } from "#platform/db/json.ts";
import type { JournalTables } from "./tables.ts";

/** Who acted: a post and the person holding it, or neither for the system's own acts and for visitors. */
export interface Author {
  readonly post: string | null;
  readonly person: string | null;
}

/** One thing that was done. `payload` is public proof and holds no personal data; `personal` can be erased by law. */
export interface NewEntry {
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The member organisation concerned; absent for acts of the association as a whole. */
  readonly member?: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly personal?: Readonly<Record<string, unknown>>;
}

/** Stands for "no single member" in keys that carry the member. */
export const WHOLE = "00000000-0000-0000-0000-000000000000";

/** SHA-256 over 0x02, a salt and canonical content (as #methods/proofs/commitment.ts): binds the entry to content that is kept outside it. */
export function commitmentOf(salt: Buffer, content: unknown): Buffer {
  return createHash("sha256").update(Uint8Array.of(2)).update(salt).update(canonical(content)).digest();
}

const rowOf = (author: Author, entry: NewEntry, now: Date, commitment: Buffer | null) => ({
  year: now.getUTCFullYear(),
  member: entry.member ?? WHOLE,
  recorded_at: now,
  kind: entry.kind,
  subject_kind: entry.subject.kind,
  subject: entry.subject.id,
  post: author.post,
  person: author.person,
  payload: json(entry.payload),
  commitment,
});

/**
 * Appends one entry and returns its number. Call it once for each thing done, in the transaction that does it;
 * a write route whose transaction appended nothing is rolled back.
 */
export async function append(tx: Tx<JournalTables>, author: Author, entry: NewEntry, now: Date = new Date()): Promise<number> {
  const salt = entry.personal === undefined ? null : randomBytes(32);
  const commitment = salt === null ? null : commitmentOf(salt, entry.personal);
  canonical(entry.payload);
  const { entry: number } = await tx
    .insertInto("journal.entry")
    .values(rowOf(author, entry, now, commitment))
    .returning("entry")
    .executeTakeFirstOrThrow();
  if (salt !== null)
    await tx
      .insertInto("journal.personal")
      .values({ entry: number, salt, content: json(entry.personal) })
      .execute();
  return number;
}

/** Entries of one statement, far below the most parameters that PostgreSQL takes. */
const AT_ONCE = 1000;

/** Appends many entries of one author and moment, in their order, a thousand in one statement. None may hold personal content. */
export async function appendAll(
  tx: Tx<JournalTables>,
  author: Author,
  entries: readonly Omit<NewEntry, "personal">[],
  now: Date,
): Promise<void> {
  const rows = entries.map((entry) => {
    canonical(entry.payload);
    return rowOf(author, entry, now, null);
  });
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await tx
      .insertInto("journal.entry")
      .values(rows.slice(at, at + AT_ONCE))
      .execute();
}
