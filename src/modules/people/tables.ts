/** The tables of the schema "people", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json, JsonWithDefault } from "#platform/db/json.ts";

export interface HandoverTable {
  id: string;
  post: string;
  organisation: string;
  reason: string;
  event_day: string;
  note: Generated<string>;
  state: string;
  outgoing: string;
  outgoing_assignment: string;
  outgoing_acting: boolean;
  outgoing_absent: Generated<boolean>;
  incoming: string | null;
  incoming_assignment: string | null;
  incoming_acting: boolean | null;
  supervisor: string | null;
  witness: string | null;
  named_at: Date | null;
  file_due: string;
  meeting_due: string;
  check_due: string | null;
  compiled: Json | null;
  moved: Json | null;
  gaps: JsonWithDefault;
  completed_by_post: string | null;
  completed_by: string | null;
  completed_because: string | null;
  completed_at: Date | null;
  meeting_day: string | null;
  meeting_place: string | null;
  sheet: string | null;
  outcome: string | null;
  reservations: string | null;
  accepted_at: Date | null;
  checked: Json | null;
  closed_at: Date | null;
  made_at: Date;
}

export interface ImportFindingTable {
  run: string;
  position: number;
  row: number;
  code: string;
  kind: string;
  rejected: boolean;
  told: Json;
  source: JsonWithDefault;
}

export interface ImportPersonTable {
  run: string;
  row: number;
  person: string;
}

export interface ImportRunTable {
  id: string;
  kind: string;
  state: string;
  file: string;
  file_name: string;
  post: string | null;
  person: string | null;
  summary: JsonWithDefault;
  headers: JsonWithDefault;
  done: Generated<number>;
  total: Generated<number>;
  failure: string | null;
  made_at: Date;
  settled_at: Date | null;
}

export interface MatchTable {
  id: string;
  one: string;
  other: string;
  strength: string;
  bits: string;
  reasons: Json;
  state: Generated<string>;
  kept: string | null;
  decided_by_post: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  found_at: Date;
}

/** The tables of "people" by their qualified names. */
export interface PeopleTables {
  "people.handover": HandoverTable;
  "people.import_finding": ImportFindingTable;
  "people.import_person": ImportPersonTable;
  "people.import_run": ImportRunTable;
  "people.match": MatchTable;
}
