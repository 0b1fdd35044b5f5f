/** The tables of the schema "publication", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Json } from "#platform/db/json.ts";

export interface ReleaseTable {
  id: string;
  kind: string;
  about: string;
  number: number;
  state: string;
  title: Json;
  period_from: string | null;
  period_to: string | null;
  reply_until: string | null;
  content: Json;
  definitions: Json;
  content_hash: Buffer;
  reason: string | null;
  withdrawn_why: string | null;
  replaces: string | null;
  post: string | null;
  recorded_at: Date;
  released_at: Date | null;
}

export interface ReplyTable {
  id: string;
  release: string;
  organisation: string;
  post: string | null;
  text: string;
  language: string;
  recorded_at: Date;
}

/** The tables of "publication" by their qualified names. */
export interface PublicationTables {
  "publication.release": ReleaseTable;
  "publication.reply": ReplyTable;
}
