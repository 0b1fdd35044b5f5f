/** Documents that live in versions: a draft, its way through approval, the one in force, and those it replaced. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { canonical } from "#platform/journal/canonical.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import type { DocumentTables } from "./tables.ts";

export const VERSION_STATES = ["draft", "in_approval", "in_force", "superseded", "withdrawn"] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** A version with its content as it was frozen. `hash` is SHA-256 over the canonical JSON (RFC 8785) of the content. */
export interface Version {
  readonly id: string;
  readonly document: string;
  readonly number: number;
  readonly state: VersionState;
  readonly content: unknown;
  readonly hash: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly reason: string | null;
  readonly recordedAt: Date;
}

/** The hash by which the content of a version is told: 64 hexadecimal signs. */
export function contentHash(content: unknown): string {
  return createHash("sha256").update(canonical(content)).digest("hex");
}

/** True when a version still has the content it was frozen with. */
export function isIntact(version: Version): boolean {
  return contentHash(version.content) === version.hash;
}

/** What a document is: its kind, the record it belongs to, who answers for it, and the law it rests on. */
export interface NewDocument {
  readonly kind: string;
  readonly about: { readonly kind: string; readonly id: string };
  readonly organisation: string;
  readonly legalBasis: string | null;
}

/** The document of a kind of a record; made when there is none yet. Returns its id. */
export async function openDocument(act: Act<DocumentTables>, made: NewDocument): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into document.document (id, kind, about_kind, about, organisation, legal_basis, recorded_at)
    values (${newId()}, ${made.kind}, ${made.about.kind}, ${made.about.id}, ${made.organisation}, ${made.legalBasis}, ${act.now})
    on conflict (about, kind) do update set kind = excluded.kind returning id`.execute(act.tx);
  return (rows[0] as { id: string }).id;
}

const VERSION = sql`v.id, v.document, v.number, v.state, v.content, encode(v.content_hash, 'hex') as hash, v.in_force_from as "from",
  v.in_force_to as "to", v.reason, v.recorded_at as "recordedAt"`;

/** The versions of a document, newest first. One query. */
export async function versionsOf(db: Db<any>, document: string): Promise<Version[]> {
  const { rows } =
    await sql<Version>`select ${VERSION} from document.version v where v.document = ${document} order by v.number desc`.execute(db);
  return rows;
}

/** The version in force of some documents on no particular day: at most one each. One query. */
export async function versionsInForce(db: Db<any>, documents: readonly string[]): Promise<ReadonlyMap<string, Version>> {
  const { rows } = await sql<Version>`
    select ${VERSION} from document.version v where v.document = any(${[...documents]}::uuid[]) and v.state = 'in_force'`.execute(db);
  return new Map(rows.map((row) => [row.document, row]));
}

async function lockVersion(act: Act<any>, id: string, states: readonly VersionState[]): Promise<Version> {
  const { rows } = await sql<Version>`select ${VERSION} from document.version v where v.id = ${id} for update`.execute(act.tx);
  const found = rows[0];
  if (found === undefined) throw new Problem(p.noVersion);
  if (!states.includes(found.state)) throw new Problem(p.notNow);
  return found;
}

/** Writes a draft: a new number, or the open draft written anew. Returns the version. What is in approval cannot be written over. */
export async function draftVersion(
  act: Act<DocumentTables>,
  document: string,
  content: unknown,
  reason: string | null = null,
): Promise<{ readonly id: string; readonly number: number; readonly hash: string }> {
  await sql`select id from document.document where id = ${document} for update`.execute(act.tx);
  const newest = (await versionsOf(act.tx, document))[0];
  if (newest?.state === "in_approval") throw new Problem(p.inApproval);
  const hash = contentHash(content);
  const columns = { content: json(content), content_hash: Buffer.from(hash, "hex"), reason, recorded_at: act.now };
  if (newest?.state === "draft") {
    await act.tx.updateTable("document.version").set(columns).where("id", "=", newest.id).execute();
    return { id: newest.id, number: newest.number, hash };
  }
  const id = newId();
  const number = (newest?.number ?? 0) + 1;
  await act.tx
    .insertInto("document.version")
    .values({ id, document, number, state: "draft", ...columns })
    .execute();
  return { id, number, hash };
}

async function move(
  act: Act<DocumentTables>,
  id: string,
  columns: Partial<{ state: VersionState; in_force_from: Day; in_force_to: Day; reason: string }>,
) {
  await act.tx.updateTable("document.version").set(columns).where("id", "=", id).execute();
}

/** Hands a draft in: from now on its content stands still until it is adopted or comes back. */
export async function handIn(act: Act<DocumentTables>, id: string): Promise<void> {
  await lockVersion(act, id, ["draft"]);
  await move(act, id, { state: "in_approval" });
}

/** Gives a version back to its authors: it is a draft again. */
export async function giveBack(act: Act<DocumentTables>, id: string): Promise<void> {
  await lockVersion(act, id, ["in_approval"]);
  await move(act, id, { state: "draft" });
}

/** Puts an approved version in force on a day; the one before it is superseded from that day on. Throws when its content was changed. */
export async function putInForce(act: Act<DocumentTables>, id: string, from: Day): Promise<Version> {
  const version = await lockVersion(act, id, ["in_approval"]);
  if (!isIntact(version)) throw new Problem(p.changed);
  await sql`
    update document.version set state = 'superseded', in_force_to = greatest(${from}::date, in_force_from)
    where document = ${version.document} and state = 'in_force'`.execute(act.tx);
  await move(act, id, { state: "in_force", in_force_from: from });
  return { ...version, state: "in_force", from };
}

/** Withdraws a version that nobody will follow any more; the reason is kept with it. */
export async function withdrawVersion(act: Act<DocumentTables>, id: string, reason: string, day: Day): Promise<void> {
  const { state } = await lockVersion(act, id, ["draft", "in_approval", "in_force"]);
  await move(act, id, { state: "withdrawn", reason, ...(state === "in_force" && { in_force_to: day }) });
}
