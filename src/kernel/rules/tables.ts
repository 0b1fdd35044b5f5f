/** The tables of the schema "rules", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Json, JsonWithDefault } from "#platform/db/json.ts";

export interface CodeTable {
  list: string;
  code: string;
  position: number;
  names: Json;
  flags: JsonWithDefault;
  from_day: string;
  to_day: string | null;
}

export interface RuleSetTable {
  code: string;
  from_day: string;
  to_day: string | null;
  value: Json;
  title: Json;
  source: string;
  unconfirmed: boolean;
}

/** The tables of "rules" by their qualified names. */
export interface RulesTables {
  "rules.code": CodeTable;
  "rules.rule_set": RuleSetTable;
}
