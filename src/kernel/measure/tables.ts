/** The tables of the schema "measure", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface AliasTable {
  indicator: string;
  frame: string;
  code: string;
  names: Json;
}

export interface IndicatorTable {
  id: string;
  code: string;
  kind: string;
  names: Json;
  definition: Json;
  unit: string;
  better: string;
  decimals: Generated<number>;
  source: string;
  frequency: string;
  domain: string | null;
  owner: string | null;
  state: string;
  recorded_at: Date;
  public: Generated<boolean>;
}

export interface ObservationTable {
  id: string;
  indicator: string;
  organisation: string | null;
  territory: string | null;
  from_day: string;
  to_day: string;
  value: string;
  numerator: string | null;
  denominator: string | null;
  sex: string | null;
  tier: string | null;
  baseline: Generated<boolean>;
  certainty: string;
  source: string;
  file: string | null;
  post: string | null;
  verified_by: string | null;
  verified_at: Date | null;
  replaces: string | null;
  recorded_at: Date;
  reason: string | null;
}

export interface OwnerTable {
  indicator: string;
  organisation: string;
  post: string;
  publishes: Generated<boolean>;
  recorded_at: Date;
}

export interface TargetTable {
  id: string;
  indicator: string;
  organisation: string | null;
  from_day: string;
  to_day: string;
  value: string;
  source: string;
  recorded_at: Date;
}

/** The tables of "measure" by their qualified names. */
export interface MeasureTables {
  "measure.alias": AliasTable;
  "measure.indicator": IndicatorTable;
  "measure.observation": ObservationTable;
  "measure.owner": OwnerTable;
  "measure.target": TargetTable;
}
