/** The tables of the schema "signature", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface PlaceTable {
  sheet: string;
  position: number;
  part: string;
  post: string | null;
  person: string | null;
  signed_by_post: string | null;
  signed_by: string | null;
  signed_at: Date | null;
  on_paper: string | null;
  instead_because: string | null;
  reservation: string | null;
}

export interface SheetTable {
  id: string;
  subject_kind: string;
  subject: string;
  content_hash: Buffer;
  content: Json;
  opened_at: Generated<Date>;
  closed_at: Date | null;
}

/** The tables of "signature" by their qualified names. */
export interface SignatureTables {
  "signature.place": PlaceTable;
  "signature.sheet": SheetTable;
}
