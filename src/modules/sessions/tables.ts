/** The tables of the schema "sessions", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";

export interface EnrolmentTable {
  id: string;
  session: string;
  person: string;
  post: string | null;
  post_type: string | null;
  organisation: string;
  entity: string;
  tier: string | null;
  sex: string | null;
  age_band: string | null;
  learner: string;
  supervisor: string | null;
  state: string;
  waiting: Generated<boolean>;
  outcome: string | null;
  mode: string;
  access_needs: Generated<string[]>;
  disability: string | null;
  transport_band: string | null;
  token: string;
  replaces: string | null;
  nominated_by: string | null;
  nominated_post: string | null;
  decided_by: string | null;
  decided_post: string | null;
  reason: string | null;
  reason_language: string | null;
  nominated_at: Date;
  decided_at: Date | null;
  invited_at: Date | null;
  reminded_at: Date | null;
  answered_at: Date | null;
  settled_at: Date | null;
}

export interface SeatTable {
  session: string;
  organisation: string;
  seats: number;
  told_at: Date | null;
}

export interface SessionTable {
  id: string;
  reference: string;
  title: string;
  language: string;
  course: string;
  organisation: string;
  gathering: string;
  plan_line: string | null;
  mandate: string | null;
  mandate_language: string | null;
  state: string;
  mode: string;
  from_day: string;
  to_day: string;
  place: string | null;
  territory: string | null;
  region: string | null;
  venue_access: Generated<string[]>;
  link: string | null;
  places: number;
  groups: Generated<string[]>;
  funder: string | null;
  modality: string;
  domain: string | null;
  programme: string | null;
  nominations_close: string;
  nominations_closed_at: Date | null;
  runner: string | null;
  reason: string | null;
  reason_language: string | null;
  opened_at: Date | null;
  confirmed_at: Date | null;
  delivered_at: Date | null;
  settled_at: Date | null;
  recorded_at: Date;
}

export interface TrainerTable {
  id: string;
  session: string;
  person: string;
  post: string | null;
  state: string;
  token: string;
  reason: string | null;
  reason_language: string | null;
  invited_at: Date | null;
  answered_at: Date | null;
}

/** The tables of "sessions" by their qualified names. */
export interface SessionsTables {
  "sessions.enrolment": EnrolmentTable;
  "sessions.seat": SeatTable;
  "sessions.session": SessionTable;
  "sessions.trainer": TrainerTable;
}
