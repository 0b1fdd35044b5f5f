/** The tables of the schema "attendance", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface AttemptTable {
  participant: string;
  at: Date;
}

export interface EvidenceTable {
  id: string;
  gathering: string;
  part: string | null;
  kind: string;
  name: string;
  file: string | null;
  signed_on: string;
  state: string;
  post: string | null;
  recorded_at: Date;
}

export interface LogRowTable {
  evidence: string;
  number: number;
  name: string;
  email: string;
  phone: string;
  from_at: Date | null;
  to_at: Date | null;
  participant: string | null;
  found_by: string | null;
  problem: Json | null;
  left_out: Generated<boolean>;
}

export interface RateTable {
  id: string;
  gathering: string;
  amount: number;
  currency: string;
  source: string;
  post: string | null;
  recorded_at: Date;
}

/** The tables of "attendance" by their qualified names. */
export interface AttendanceTables {
  "attendance.attempt": AttemptTable;
  "attendance.evidence": EvidenceTable;
  "attendance.log_row": LogRowTable;
  "attendance.rate": RateTable;
}
