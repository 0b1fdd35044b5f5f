/** The tables of the schema "privacy", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface BreachTable {
  id: string;
  organisation: string;
  found_at: Date;
  reported_at: Date;
  reported_by: string | null;
  what: string;
  data_kinds: Generated<string>;
  people_estimate: number | null;
  risk: Generated<string>;
  consequences: Generated<string>;
  measures: Generated<string>;
  state: string;
  due_at: Date;
  notified_at: Date | null;
  notice: Json | null;
  late_reason: string | null;
  people_told_at: Date | null;
  people_told_how: string | null;
  closed_at: Date | null;
  closing_reason: string | null;
}

export interface BreakGlassTable {
  id: string;
  person: string;
  post: string | null;
  subject_kind: string;
  subject: string;
  reason: string;
  opened_at: Date;
  until: Date;
  seen_by: string | null;
  seen_at: Date | null;
  remark: string | null;
}

export interface ErasureTable {
  id: string;
  request: string | null;
  person: string;
  done_at: Date;
  done_by: string | null;
  counts: Json;
}

export interface RetentionRunTable {
  id: string;
  planned_at: Date;
  planned_by: string | null;
  as_of: string;
  plan: Json;
  state: string;
  counts: Json | null;
  finished_at: Date | null;
}

export interface SubjectRequestTable {
  id: string;
  person: string | null;
  requester: string;
  reach: string | null;
  organisation: string;
  kind: string;
  wish: string;
  language: string;
  state: string;
  clock: Json;
  due_day: string;
  received_at: Date;
  recorded_by: string | null;
  identity_how: string | null;
  identity_at: Date | null;
  identity_by: string | null;
  decision: string | null;
  answer: string | null;
  answered_at: Date | null;
  answered_by: string | null;
}

/** The tables of "privacy" by their qualified names. */
export interface PrivacyTables {
  "privacy.breach": BreachTable;
  "privacy.break_glass": BreakGlassTable;
  "privacy.erasure": ErasureTable;
  "privacy.retention_run": RetentionRunTable;
  "privacy.subject_request": SubjectRequestTable;
}
