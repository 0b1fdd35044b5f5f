/** The tables of the schema "courses", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json, JsonWithDefault } from "#platform/db/json.ts";

export interface CourseTable {
  id: string;
  organisation: string;
  code: string;
  recorded_at: Date;
}

export interface MaterialTable {
  id: string;
  version: string;
  title: string;
  language: string;
  licence: string;
  author: Generated<string>;
  file: string;
  recorded_at: Date;
}

export interface ModuleTable {
  id: string;
  version: string;
  position: number;
  title: Json;
  objective: JsonWithDefault;
  minutes: number;
  practical_minutes: number;
  method: string;
}

export interface ReviewTable {
  id: string;
  version: string;
  aspect: string;
  decision: string;
  note: Generated<string>;
  language: string;
  post: string | null;
  round: number;
  recorded_at: Date;
}

export interface VersionTable {
  id: string;
  course: string;
  number: number;
  state: string;
  title: Json;
  summary: JsonWithDefault;
  outcomes: JsonWithDefault;
  prerequisites: JsonWithDefault;
  modality: string;
  domain: string;
  other_domains: Generated<string[]>;
  programme: string | null;
  languages: Generated<string[]>;
  target_groups: Generated<string[]>;
  assessment: string | null;
  pass_mark: number | null;
  attendance_minimum: number | null;
  pre_test: string | null;
  post_test: string | null;
  evaluation: string | null;
  asked_at: Date | null;
  published_at: Date | null;
  revision_on: string | null;
  ended_at: Date | null;
  reason: string | null;
  reason_language: string | null;
  recorded_at: Date;
}

/** The tables of "courses" by their qualified names. */
export interface CoursesTables {
  "courses.course": CourseTable;
  "courses.material": MaterialTable;
  "courses.module": ModuleTable;
  "courses.review": ReviewTable;
  "courses.version": VersionTable;
}
