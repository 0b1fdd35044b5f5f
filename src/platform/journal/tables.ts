/** The tables of the schema "journal", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface CheckpointTable {
  size: number;
  root: Buffer;
  note: string;
  signed_at: Generated<Date>;
}

export interface EntryTable {
  year: number;
  member: string;
  entry: Generated<number>;
  recorded_at: Generated<Date>;
  kind: string;
  subject_kind: string;
  subject: string;
  post: string | null;
  person: string | null;
  payload: Json;
  commitment: Buffer | null;
}

export interface LeafTable {
  seq: number;
  entry: number;
  hash: Buffer;
}

export interface PendingTable {
  entry: number;
}

export interface PersonalTable {
  entry: number;
  salt: Buffer;
  content: Json;
}

export interface SubtreeTable {
  level: number;
  position: number;
  hash: Buffer;
}

/** The tables of "journal" by their qualified names. */
export interface JournalTables {
  "journal.checkpoint": CheckpointTable;
  "journal.entry": EntryTable;
  "journal.leaf": LeafTable;
  "journal.pending": PendingTable;
  "journal.personal": PersonalTable;
  "journal.subtree": SubtreeTable;
}
