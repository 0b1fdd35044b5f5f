/** The tables of the schema "questionnaire", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json, JsonWithDefault } from "#platform/db/json.ts";

export interface AnswerTable {
  year: number;
  member: string;
  sitting: string;
  event: string;
  path: string;
  value: Json | null;
  answered_at: Date;
  received_at: Generated<Date>;
  device: string | null;
}

export interface InstrumentTable {
  id: string;
  organisation: string;
  code: string;
  title: string;
  language: string;
  created_at: Generated<Date>;
}

export interface SittingTable {
  year: number;
  member: string;
  id: string;
  version: string;
  purpose_kind: string;
  purpose: string;
  organisation: string;
  post: string | null;
  post_type: string | null;
  person: string | null;
  channel: string;
  state: string;
  language: string;
  title: string;
  sex: string | null;
  years_in_post: number | null;
  happened_on: string;
  happened_precision: Generated<string>;
  entered_by: string | null;
  started_at: Generated<Date>;
  submitted_at: Date | null;
  answered: Json | null;
}

export interface VersionTable {
  id: string;
  instrument: string;
  number: number;
  state: string;
  model: Json | null;
  report: Json;
  tables: JsonWithDefault;
  workbook: string;
  uploaded_at: Generated<Date>;
  published_at: Date | null;
}

/** The tables of "questionnaire" by their qualified names. */
export interface QuestionnaireTables {
  "questionnaire.answer": AnswerTable;
  "questionnaire.instrument": InstrumentTable;
  "questionnaire.sitting": SittingTable;
  "questionnaire.version": VersionTable;
}
