/** Several posts sign one content: its hash is fixed when the sheet is opened, each place is signed once, and the sheet closes with the last signature. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { canonicalJson } from "#methods/proofs/canonical.ts";
import { sha256, toHex, utf8 } from "#methods/proofs/encoding.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import type { SignatureTables } from "./tables.ts";

/** A place to sign: which part (“outgoing”, “witness”), which post or person it is for. A place with neither is signed on paper. */
export interface NewPlace {
  readonly part: string;
  readonly post?: string | null;
  readonly person?: string | null;
}

/** What is signed, and the record it belongs to. `content` is JSON; its canonical bytes (RFC 8785) are hashed with SHA-256. */
export interface NewSheet {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly member?: string | null;
  readonly content: unknown;
  readonly places: readonly NewPlace[];
}

/** A place as it stands. `how` is null until it is signed. */
export interface Place {
  readonly position: number;
  readonly part: string;
  readonly post: string | null;
  readonly person: string | null;
  readonly signedByPost: string | null;
  readonly signedBy: string | null;
  readonly signedByName: string | null;
  readonly signedAt: Date | null;
  readonly paper: string | null;
  readonly insteadBecause: string | null;
  readonly reservation: string | null;
}

/** A sheet with its places in order. */
export interface Sheet {
  readonly id: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly hash: string;
  readonly content: unknown;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly places: readonly Place[];
}

/** SHA-256 over the canonical bytes of a content. */
export function contentHash(content: unknown): Uint8Array {
  return sha256(utf8(canonicalJson(content)));
}

/** Opens a sheet over a content and returns its id. */
export async function openSheet(act: Act<SignatureTables>, sheet: NewSheet): Promise<string> {
  if (sheet.places.length === 0) throw new RangeError("A sheet needs a place to sign.");
  const id = newId();
  const hash = contentHash(sheet.content);
  await act.tx
    .insertInto("signature.sheet")
    .values({
      id,
      subject_kind: sheet.subject.kind,
      subject: sheet.subject.id,
      content_hash: Buffer.from(hash),
      content: canonicalJson(sheet.content),
      opened_at: act.now,
    })
    .execute();
  await act.tx
    .insertInto("signature.place")
    .values(
      sheet.places.map((place, index) => ({
        sheet: id,
        position: index + 1,
        part: place.part,
        post: place.post ?? null,
        person: place.person ?? null,
      })),
    )
    .execute();
  await act.journal({
    kind: "signature.sheet.opened",
    subject: sheet.subject,
    member: sheet.member,
    payload: { sheet: id, sha256: toHex(hash), parts: sheet.places.map((place) => place.part) },
  });
  return id;
}

interface LockedPlace {
  position: number;
  part: string;
  post: string | null;
  person: string | null;
  signed_at: Date | null;
}

/** Locks a sheet that is still open, with its places. Two signatures of one sheet wait for each other here. */
async function lockSheet(
  act: Act<SignatureTables>,
  id: string,
): Promise<{ subject: { kind: string; id: string }; hash: string; places: LockedPlace[] }> {
  const sheet = await act.tx.selectFrom("signature.sheet").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (sheet === undefined) throw new Problem(p.noSheet);
  if (sheet.closed_at !== null) throw new Problem(p.closed);
  const places = await act.tx
    .selectFrom("signature.place")
    .select(["position", "part", "post", "person", "signed_at"])
    .where("sheet", "=", id)
    .orderBy("position")
    .execute();
  return { subject: { kind: sheet.subject_kind, id: sheet.subject }, hash: toHex(sheet.content_hash), places };
}

/** True when a place is for this actor: as the person named, or as the post named. */
export function isFor(place: { readonly post: string | null; readonly person: string | null }, actor: Actor): boolean {
  return place.person === null ? place.post !== null && place.post === actor.post : place.person === actor.person;
}

/** How a place is signed. */
export type Signing =
  | { readonly by: "oneself"; readonly reservation?: string | null }
  /** The caller has decided that this actor may sign for the absent one. */
  | { readonly by: "instead"; readonly because: string }
  /** A scan of the signed paper, kept as a file. */
  | { readonly by: "paper"; readonly file: string; readonly reservation?: string | null };

/**
 * Signs one place, and closes the sheet with the last one. Returns true when this was the last.
 * Throws when the sheet is closed, the place is signed, or it is not the actor’s to sign by herself.
 */
export async function signPlace(
  act: Act<SignatureTables>,
  sheet: string,
  position: number,
  how: Signing,
  member: string | null = null,
): Promise<boolean> {
  const { subject, hash, places } = await lockSheet(act, sheet);
  const place = places.find((one) => one.position === position);
  if (place === undefined) throw new Problem(p.noSheet);
  if (place.signed_at !== null) throw new Problem(p.signedAlready);
  if (how.by === "oneself" && (act.actor === null || !isFor(place, act.actor))) throw new Problem(p.notYours);
  if (how.by === "instead" && how.because.trim() === "") throw new Problem(p.sayWhy);
  await act.tx
    .updateTable("signature.place")
    .set({
      signed_at: act.now,
      signed_by_post: act.author.post,
      signed_by: act.author.person,
      on_paper: how.by === "paper" ? how.file : null,
      instead_because: how.by === "instead" ? how.because : null,
      reservation: how.by === "instead" ? null : (how.reservation ?? null),
    })
    .where("sheet", "=", sheet)
    .where("position", "=", position)
    .execute();
  const last = places.every((one) => one.position === position || one.signed_at !== null);
  if (last) await act.tx.updateTable("signature.sheet").set({ closed_at: act.now }).where("id", "=", sheet).execute();
  await act.journal({
    kind: "signature.place.signed",
    subject,
    member,
    payload: { sheet, sha256: hash, part: place.part, by: how.by, last },
  });
  return last;
}

/** Sets a sheet aside unsigned, because its content has changed: what was signed stays recorded, nothing more can be. */
export async function withdrawSheet(act: Act<SignatureTables>, sheet: string, member: string | null = null): Promise<void> {
  const { subject, hash } = await lockSheet(act, sheet);
  await act.tx.updateTable("signature.sheet").set({ closed_at: act.now }).where("id", "=", sheet).execute();
  await act.journal({ kind: "signature.sheet.withdrawn", subject, member, payload: { sheet, sha256: hash } });
}

/** Sheets by id with their places. Two queries. */
export async function sheetsByIds(db: Db<SignatureTables>, ids: readonly string[]): Promise<ReadonlyMap<string, Sheet>> {
  if (ids.length === 0) return new Map();
  const sheets = await db
    .selectFrom("signature.sheet")
    .selectAll()
    .where("id", "in", [...ids])
    .execute();
  const { rows } = await sql<Place & { sheet: string }>`
    select s.sheet, s.position, s.part, s.post, s.person, s.signed_by_post as "signedByPost", s.signed_by as "signedBy", h.full_name as "signedByName",
      s.signed_at as "signedAt", s.on_paper as paper, s.instead_because as "insteadBecause", s.reservation
    from signature.place s left join registry.person h on h.id = s.signed_by
    where s.sheet = any(${[...ids]}::uuid[]) order by s.sheet, s.position`.execute(db);
  const places = Map.groupBy(rows, (row) => row.sheet);
  return new Map(
    sheets.map((sheet) => [
      sheet.id,
      {
        id: sheet.id,
        subject: { kind: sheet.subject_kind, id: sheet.subject },
        hash: toHex(sheet.content_hash),
        content: sheet.content,
        openedAt: sheet.opened_at,
        closedAt: sheet.closed_at,
        places: places.get(sheet.id) ?? [],
      },
    ]),
  );
}

/** A signature that a post owes. */
export interface Waiting {
  readonly sheet: string;
  readonly post: string;
  readonly part: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly openedAt: Date;
}

/** The open places of posts, on sheets that are still open. One query. */
export async function signaturesWaiting(db: Db<SignatureTables>, posts: readonly string[]): Promise<Waiting[]> {
  const { rows } = await sql<{ sheet: string; post: string; part: string; subject_kind: string; subject: string; opened_at: Date }>`
    select s.id as sheet, l.post, l.part, s.subject_kind, s.subject, s.opened_at
    from signature.place l join signature.sheet s on s.id = l.sheet
    where l.post = any(${[...posts]}::uuid[]) and l.signed_at is null and s.closed_at is null
    order by s.opened_at, s.id`.execute(db);
  return rows.map((row) => ({
    sheet: row.sheet,
    post: row.post,
    part: row.part,
    subject: { kind: row.subject_kind, id: row.subject },
    openedAt: row.opened_at,
  }));
}

/** True when a stored content still has the hash it was signed under. */
export function isIntact(sheet: Pick<Sheet, "hash" | "content">): boolean {
  return toHex(contentHash(sheet.content)) === sheet.hash;
}
