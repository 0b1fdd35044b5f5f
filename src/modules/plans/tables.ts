/** The tables of the schema "plans", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface BundleTable {
  id: string;
  plan: string;
  title: string;
  language: string;
  domain: string | null;
  groups: string[];
  mandate: string | null;
  left_out: string | null;
  recorded_at: Date;
}

export interface BundleNeedTable {
  bundle: string;
  need: string;
}

export interface ChangeTable {
  id: string;
  plan: string;
  version: number;
  kind: string;
  line: string;
  content: Json | null;
  reason: string;
  language: string;
  recorded_at: Date;
}

export interface CommentTable {
  id: string;
  plan: string;
  line: string | null;
  organisation: string;
  post: string | null;
  text: string;
  language: string;
  answer: string | null;
  answer_language: string | null;
  recorded_at: Date;
}

export interface LineTable {
  id: string;
  plan: string;
  number: number;
  title: string;
  language: string;
  modality: string;
  mode: string;
  domain: string | null;
  programme: string | null;
  course: string | null;
  groups: string[];
  mandate: string | null;
  from_day: string | null;
  to_day: string | null;
  region: string | null;
  venue: string | null;
  provider: string | null;
  change: Generated<string>;
  indicator: string | null;
  indicator_words: string | null;
  responsible: string | null;
  clash_reason: string | null;
  state: string;
  settled_on: string | null;
  settlement: string | null;
  recorded_at: Date;
}

export interface LineNeedTable {
  line: string;
  need: string;
}

export interface OptionTable {
  id: string;
  bundle: string;
  modality: string;
  places: number;
  days: number;
  cost: number;
  currency: string;
  note: Generated<string>;
  line: string | null;
  recorded_at: Date;
}

export interface PlanTable {
  id: string;
  organisation: string;
  fiscal_year_start: string;
  title: string;
  language: string;
  purpose: Generated<string>;
  state: string;
  document: string | null;
  comment_from: string | null;
  comment_until: string | null;
  returned: string | null;
  returned_on: string | null;
  due: string | null;
  closing: string | null;
  recorded_at: Date;
}

export interface SeatTable {
  line: string;
  organisation: string;
  places: number;
}

/** The tables of "plans" by their qualified names. */
export interface PlansTables {
  "plans.bundle": BundleTable;
  "plans.bundle_need": BundleNeedTable;
  "plans.change": ChangeTable;
  "plans.comment": CommentTable;
  "plans.line": LineTable;
  "plans.line_need": LineNeedTable;
  "plans.option": OptionTable;
  "plans.plan": PlanTable;
  "plans.seat": SeatTable;
}
