/** The tables of the schema "tests", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Json } from "#platform/db/json.ts";

export interface EvaluatedTable {
  test: string;
  enrolment: string;
}

export interface LinkTable {
  enrolment: string;
  session: string;
  token: string;
}

export interface OpinionTable {
  id: string;
  test: string;
  answers: Json;
  language: string;
  source: string;
}

export interface ResultTable {
  id: string;
  test: string;
  session: string;
  kind: string;
  enrolment: string;
  sitting: string | null;
  given: string[];
  earned: number[];
  points: number;
  most: number;
  happened_on: string;
  source: string;
  post: string | null;
  recorded_at: Date;
}

export interface TestTable {
  id: string;
  session: string;
  kind: string;
  version: string;
  pass_mark: number | null;
  recorded_at: Date;
}

/** The tables of "tests" by their qualified names. */
export interface TestsTables {
  "tests.evaluated": EvaluatedTable;
  "tests.link": LinkTable;
  "tests.opinion": OpinionTable;
  "tests.result": ResultTable;
  "tests.test": TestTable;
}
