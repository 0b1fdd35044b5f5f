/** The tables of the schema "portfolio", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";

export interface EntryTable {
  id: string;
  person: string;
  kind: string;
  about_kind: string;
  about: string;
  title: string;
  language: string;
  course: string | null;
  modality: string;
  domain: string | null;
  programme: string | null;
  post: string | null;
  post_type: string | null;
  organisation: string | null;
  tier: string | null;
  age_band: string | null;
  from_day: string;
  from_precision: Generated<string>;
  to_day: string;
  minutes: number | null;
  outcome: string;
  certainty: string;
  source: string;
  recorded_at: Date;
}

/** The tables of "portfolio" by their qualified names. */
export interface PortfolioTables {
  "portfolio.entry": EntryTable;
}
