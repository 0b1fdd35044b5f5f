/** Keeps files in the database by the hash of their content: the same bytes are kept once, whoever brings them. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import type { FilesTables } from "./tables.ts";

/** A file to keep. `mediaType` is what its content was found to be, never what its sender said. */
export interface NewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly purpose: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly uploadedBy: string | null;
  readonly bytes: Uint8Array;
}

/** What is known of a file without its content; `size` in bytes. */
export interface FileFacts {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly purpose: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly size: number;
}

/** Bytes read at once when a file is streamed: PostgreSQL holds this much in memory, not the file. */
const PIECE = 1024 * 1024;

/** The last part of a path, without control characters, at most 200 characters: what a download may be called. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replaceAll(/\p{Cc}/gu, "").trim();
  return clean === "" || /^\.+$/.test(clean) ? "file" : clean.slice(-200);
}

/** Keeps a file and returns its id. */
export async function storeFile(tx: Tx<FilesTables>, file: NewFile): Promise<string> {
  const hash = createHash("sha256").update(file.bytes).digest();
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  await tx
    .insertInto("files.blob")
    .values({ hash, bytes, size: bytes.length })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
  const id = newId();
  await tx
    .insertInto("files.file")
    .values({
      id,
      hash,
      name: plainName(file.name),
      media_type: file.mediaType,
      purpose: file.purpose,
      subject_kind: file.subject.kind,
      subject: file.subject.id,
      uploaded_by: file.uploadedBy,
    })
    .execute();
  return id;
}

/** What is known of some files, in one query; an id without a file is left out. */
export async function fileFacts(db: Db<FilesTables>, ids: readonly string[]): Promise<ReadonlyMap<string, FileFacts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<FileFacts>`
    select f.id, f.name, f.media_type as "mediaType", f.purpose, f.subject_kind as "subjectKind", f.subject, b.size
    from files.file f join files.blob b on b.hash = f.hash
    where f.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A whole file, or null when there is none. For files that are read by the program; pages use {@link streamFile}. */
export async function readFile(db: Db<FilesTables>, id: string): Promise<(FileFacts & { readonly bytes: Uint8Array }) | null> {
  const { rows } = await sql<FileFacts & { bytes: Buffer }>`
    select f.id, f.name, f.media_type as "mediaType", f.purpose, f.subject_kind as "subjectKind", f.subject, b.size, b.bytes
    from files.file f join files.blob b on b.hash = f.hash where f.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** A file's content piece by piece. A file that vanishes midway ends the stream with an error. */
export function streamFile(db: Db<FilesTables>, file: FileFacts): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at >= file.size) {
        controller.close();
        return;
      }
      const { rows } = await sql<{ piece: Buffer }>`
        select substring(b.bytes from ${at + 1} for ${PIECE}) as piece
        from files.file f join files.blob b on b.hash = f.hash where f.id = ${file.id}`.execute(db);
      const piece = rows[0]?.piece;
      if (piece === undefined || piece.length === 0) throw new Error(`File ${file.id} is gone`);
      at += piece.length;
      controller.enqueue(new Uint8Array(piece));
    },
  });
}

/** Removes files, and their content where no other file shares it. Returns how many were removed. */
export async function removeFiles(tx: Tx<FilesTables>, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { rows } = await sql<{ hash: Buffer }>`delete from files.file where id = any(${[...ids]}::uuid[]) returning hash`.execute(tx);
  const hashes = rows.map((row) => row.hash);
  await sql`delete from files.blob b where b.hash = any(${hashes}::bytea[])
    and not exists (select 1 from files.file f where f.hash = b.hash)`.execute(tx);
  return rows.length;
}
