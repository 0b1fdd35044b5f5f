/** The tables of the schema "document", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface DecisionTable {
  id: string;
  about_kind: string;
  about: string;
  version: string | null;
  step: string;
  organ: string;
  decided_on: string;
  number: string;
  outcome: string;
  reasons: string | null;
  language: string | null;
  file: string | null;
  post: string | null;
  recorded_at: Date;
}

export interface DocumentTable {
  id: string;
  kind: string;
  about_kind: string;
  about: string;
  organisation: string;
  legal_basis: string | null;
  recorded_at: Date;
}

export interface VersionTable {
  id: string;
  document: string;
  number: number;
  state: string;
  content: Json;
  content_hash: Buffer;
  in_force_from: string | null;
  in_force_to: string | null;
  reason: string | null;
  recorded_at: Date;
}

export interface WordingTable {
  version: string;
  language: string;
  status: string;
  title: string;
  body: Generated<string>;
  file: string | null;
}

/** The tables of "document" by their qualified names. */
export interface DocumentTables {
  "document.decision": DecisionTable;
  "document.document": DocumentTable;
  "document.version": VersionTable;
  "document.wording": WordingTable;
}
