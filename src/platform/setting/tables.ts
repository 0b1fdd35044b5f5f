/** The tables of the schema "setting", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Json } from "#platform/db/json.ts";

export interface FactTable {
  name: string;
  value: Json;
}

/** The tables of "setting" by their qualified names. */
export interface SettingTables {
  "setting.fact": FactTable;
}
