/** The tables of the schema "indicators", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Json } from "#platform/db/json.ts";

export interface ComparisonTable {
  indicator: string;
  course: string;
  post: string | null;
  recorded_at: Date;
}

export interface EventTable {
  id: string;
  indicator: string;
  organisation: string | null;
  day: string;
  text: string;
  language: string;
  post: string | null;
  recorded_at: Date;
}

export interface ImportRunTable {
  id: string;
  file_name: string;
  file_hash: string;
  headers: Json;
  rows: Json;
  rejected: Json;
  state: string;
  taken: number | null;
  unchanged: number | null;
  post: string | null;
  made_at: Date;
  settled_at: Date | null;
}

/** The tables of "indicators" by their qualified names. */
export interface IndicatorsTables {
  "indicators.comparison": ComparisonTable;
  "indicators.event": EventTable;
  "indicators.import_run": ImportRunTable;
}
