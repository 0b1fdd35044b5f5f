/** How JSON columns are typed: read as unknown and parsed by their owner, written as text that is JSON. */
import type { ColumnType } from "kysely";

/** A `jsonb` column. What is read is unknown until its owner parses it; what is written comes from `json()`. */
export type Json = ColumnType<unknown, string, string>;

/** A `jsonb` column that the database fills when nothing is given. */
export type JsonWithDefault = ColumnType<unknown, string | undefined, string>;

/** A value as the text of a JSON column; pg would turn a bare array into a PostgreSQL array. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}
