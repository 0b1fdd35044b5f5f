/** The tables of the schema "inductions", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface OwedTable {
  assignment: string;
  person: string;
  sex: string | null;
  post: string;
  organisation: string;
  post_type: string;
  track: string;
  since: string;
  left_on: string | null;
  due: string;
  inducted_on: string | null;
  certainty: string | null;
  counted: boolean;
  followed: boolean;
}

export interface RenewedTable {
  single: Generated<boolean>;
  rules: Json;
}

export interface TouchedTable {
  person: string;
}

/** The tables of "inductions" by their qualified names. */
export interface InductionsTables {
  "inductions.owed": OwedTable;
  "inductions.renewed": RenewedTable;
  "inductions.touched": TouchedTable;
}
