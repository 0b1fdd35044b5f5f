/** The tables of the schema "files", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";

export interface BlobTable {
  hash: Buffer;
  bytes: Buffer;
  size: number;
}

export interface FileTable {
  id: string;
  hash: Buffer;
  name: string;
  media_type: string;
  purpose: string;
  subject_kind: string;
  subject: string;
  uploaded_by: string | null;
  uploaded_at: Generated<Date>;
}

/** The tables of "files" by their qualified names. */
export interface FilesTables {
  "files.blob": BlobTable;
  "files.file": FileTable;
}
