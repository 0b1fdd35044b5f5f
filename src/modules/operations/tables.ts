/** The tables of the schema "operations", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface BackupTable {
  id: string;
  made_at: Date;
  way: string;
  file_name: string;
  size: number;
  row_count: number;
  sealed_entries: number;
  with_keys: boolean;
}

export interface ExportTable {
  id: string;
  asked_by: string;
  asked_post: string | null;
  asked_at: Date;
  purpose: string;
  with_personal: boolean;
  state: string;
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
  done: Generated<number>;
  total: Generated<number>;
  size: number | null;
  failure: string | null;
  finished_at: Date | null;
}

export interface ExportPieceTable {
  export: string;
  position: number;
  bytes: Buffer;
}

export interface RuleChangeTable {
  id: string;
  rule_set: string;
  from_day: string;
  value: Json;
  source: string;
  unconfirmed: boolean;
  reason: string;
  state: string;
  proposed_by: string;
  proposed_post: string | null;
  proposed_at: Date;
  decided_by: string | null;
  decided_post: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
}

/** The tables of "operations" by their qualified names. */
export interface OperationsTables {
  "operations.backup": BackupTable;
  "operations.export": ExportTable;
  "operations.export_piece": ExportPieceTable;
  "operations.rule_change": RuleChangeTable;
}
