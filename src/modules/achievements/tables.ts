/** The tables of the schema "achievements", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface MovedTable {
  id: Generated<number>;
  what: string;
}

export interface PastListTable {
  id: string;
  file: string;
  file_name: string;
  digest: Buffer;
  programme: string | null;
  modality: string;
  state: string;
  summary: Json;
  headers: Json;
  post: string | null;
  person: string | null;
  checked_at: Date;
  settled_at: Date | null;
}

export interface PastRowTable {
  list: string;
  position: number;
  row: number;
  outcome: string;
  name: Generated<string>;
  told: Json;
  source: Json;
  entry: string | null;
  person: string | null;
}

export interface ReportTable {
  id: string;
  reference: string;
  organisation: string;
  view: string;
  programme: string | null;
  frame: string | null;
  from_day: string;
  to_day: string;
  language: string;
  compares: string | null;
  post: string | null;
  recorded_at: Date;
}

export interface StoryTable {
  id: string;
  organisation: string;
  person: string | null;
  post: string | null;
  place: string;
  changed: string;
  language: string;
  domain: string | null;
  programme: string | null;
  about_kind: string | null;
  about: string | null;
  day: string;
  consent: string;
  asked: string;
  consent_way: string;
  consent_day: string;
  file: string | null;
  withdrawn_on: string | null;
  told_by: string | null;
  recorded_at: Date;
}

/** The tables of "achievements" by their qualified names. */
export interface AchievementsTables {
  "achievements.moved": MovedTable;
  "achievements.past_list": PastListTable;
  "achievements.past_row": PastRowTable;
  "achievements.report": ReportTable;
  "achievements.story": StoryTable;
}
