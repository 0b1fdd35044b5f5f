/** The tables of the schema "trace", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";

export interface LinkTable {
  id: string;
  relation: string;
  from_kind: string;
  from_id: string;
  to_kind: string;
  to_id: string;
  proved: Generated<boolean>;
  made_at: Generated<Date>;
}

/** The tables of "trace" by their qualified names. */
export interface TraceTables {
  "trace.link": LinkTable;
}
