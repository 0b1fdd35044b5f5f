/** Reads a pack’s CSV and JSON files into records whose values are taken out with a check each. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { isDay } from "#kernel/calendar/day.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { UNREVIEWED } from "#platform/i18n/text.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { Findings, Place } from "./findings.ts";
import type { Validity } from "./pack.ts";

/** Stands in the Kinyarwanda column until somebody supplies the term; the English one is then said, marked for review. */
const MISSING = "—";

/** One row of a CSV file or one object of a JSON file. A value that is wrong is noted and replaced by a harmless one. */
export class RecordReader {
  readonly place: Place;
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #findings: Findings;

  constructor(place: Place, values: Readonly<Record<string, unknown>>, findings: Findings) {
    this.place = place;
    this.#values = values;
    this.#findings = findings;
  }

  /** Notes a mistake in a column of this record. */
  wrong(column: string | null, sentence: string): void {
    this.#findings.add(this.place, column, sentence);
  }

  /** The value as it stands in the file. */
  raw(column: string): unknown {
    return this.#values[column];
  }

  /** A text; empty when absent. */
  optional(column: string): string {
    const value = this.#values[column];
    if (value === undefined || value === null) return "";
    if (typeof value !== "string") this.wrong(column, `must be a text, but is ${JSON.stringify(value)}`);
    return String(value).trim();
  }

  /** A text that must be there. */
  required(column: string): string {
    const value = this.optional(column);
    if (value === "") this.wrong(column, "is empty");
    return value;
  }

  /** A text of a fixed set. */
  oneOf<const T extends readonly string[]>(column: string, allowed: T, fallback?: T[number]): T[number] {
    const value = this.optional(column);
    if (value === "" && fallback !== undefined) return fallback;
    if (!allowed.includes(value)) this.wrong(column, `${JSON.stringify(value)} is none of ${allowed.join(", ")}`);
    return value as T[number];
  }

  /** Words separated by spaces, or a JSON list of texts. */
  words(column: string): readonly string[] {
    const value = this.#values[column];
    if (Array.isArray(value)) return value.map(String);
    return this.optional(column)
      .split(/\s+/)
      .filter((word) => word !== "");
  }

  /** `yes` or `no` in CSV, true or false in JSON; absent means no. */
  flag(column: string): boolean {
    const value = this.#values[column];
    if (typeof value === "boolean") return value;
    return this.oneOf(column, ["yes", "no"], "no") === "yes";
  }

  /** A whole number, or null when absent. */
  integer(column: string): number | null {
    const value = this.#values[column];
    if (value === undefined || value === null || value === "") return null;
    const number = typeof value === "number" ? value : Number(value);
    if (Number.isInteger(number)) return number;
    this.wrong(column, `${JSON.stringify(value)} is not a whole number`);
    return null;
  }

  /** A whole number within bounds that must be there. */
  integerFrom(column: string, least: number, most: number): number {
    const value = this.integer(column);
    if (value !== null && value >= least && value <= most) return value;
    this.wrong(column, `must be a whole number from ${least} to ${most}`);
    return least;
  }

  /** A date written yyyy-mm-dd, or null when absent. */
  day(column: string): Day | null {
    const value = this.optional(column);
    if (value === "") return null;
    if (isDay(value)) return value;
    this.wrong(column, `${JSON.stringify(value)} is no date; a date is written yyyy-mm-dd`);
    return null;
  }

  /** `valid_from` and `valid_to` (CSV) or `validFrom` and `validTo` (JSON). */
  validity(): Validity {
    const [from, to] = "validFrom" in this.#values || "validTo" in this.#values ? ["validFrom", "validTo"] : ["valid_from", "valid_to"];
    const validFrom = this.day(from);
    const validTo = this.day(to);
    if (validFrom !== null && validTo !== null && validTo <= validFrom) {
      this.wrong(to, `${validTo} must lie after ${validFrom}; it is the first day on which the fact no longer holds`);
    }
    return { validFrom, validTo };
  }

  /** Where the fact comes from and whether it must still be confirmed. */
  sourced(): { source: string; unconfirmed: boolean } {
    return { source: this.required("source"), unconfirmed: this.flag("unconfirmed") };
  }

  /** Three versions of a text from the columns `en`, `fr`, `rw` with an optional suffix. */
  text(suffix = ""): Text {
    const [en, fr, rw] = (["en", "fr", "rw"] as const).map((language) => this.#version(`${language}${suffix}`));
    return {
      en: en as string,
      fr: fr as string,
      rw: rw === MISSING ? `${UNREVIEWED}${en}` : (rw as string),
    };
  }

  /** Three versions of a text from a JSON object. */
  texts(column: string): Text {
    const value = this.#values[column];
    if (typeof value !== "object" || value === null) {
      this.wrong(column, "must hold the three versions en, fr and rw");
      return { en: "", fr: "", rw: "" };
    }
    const place = { ...this.place, row: `${this.place.row ?? ""}.${column}`.replace(/^\./, "") };
    return new RecordReader(place, value as Record<string, unknown>, this.#findings).text();
  }

  #version(column: string): string {
    const value = this.required(column);
    if (value.includes("'")) this.wrong(column, "has a straight apostrophe; write ’ instead");
    if (value.includes("{") || value.includes("}")) this.wrong(column, "has a brace; a term is plain text");
    if (value.lastIndexOf(UNREVIEWED) > 0) this.wrong(column, `has ${UNREVIEWED} inside; the mark stands first`);
    return value;
  }

  /** The records of a list inside this one. */
  list(column: string): RecordReader[] {
    const value = this.#values[column];
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.wrong(column, "must be a list");
      return [];
    }
    const prefix = this.place.row === null ? "" : `${this.place.row}.`;
    return value.map((item, index) => this.#child(`${prefix}${column}[${index}]`, item));
  }

  /** The record inside this one. */
  inner(column: string): RecordReader {
    const prefix = this.place.row === null ? "" : `${this.place.row}.`;
    return this.#child(`${prefix}${column}`, this.#values[column]);
  }

  #child(row: string, value: unknown): RecordReader {
    const place = { file: this.place.file, row };
    const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isRecord) this.#findings.add(place, null, "is missing or is not an object");
    return new RecordReader(place, isRecord ? (value as Record<string, unknown>) : {}, this.#findings);
  }
}

function contentOf(dir: string, file: string, findings: Findings): string | null {
  const path = join(dir, file);
  if (existsSync(path)) return readFileSync(path, "utf8");
  findings.add({ file, row: null }, null, "this file is missing from the pack");
  return null;
}

/** The rows of a CSV file; every column named here must be in its header and no other may be. */
export function readCsv(dir: string, file: string, columns: readonly string[], findings: Findings): RecordReader[] {
  const content = contentOf(dir, file, findings);
  if (content === null) return [];
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(content, { bom: true, info: true, skip_empty_lines: true }) as never;
  } catch (error) {
    findings.add({ file, row: null }, null, `cannot be read: ${(error as Error).message}`);
    return [];
  }
  const header = rows[0]?.record ?? [];
  for (const column of columns) {
    if (!header.includes(column)) findings.add({ file, row: 1 }, column, "this column is missing");
  }
  for (const column of header) {
    if (!columns.includes(column)) findings.add({ file, row: 1 }, column, "this column is not known");
  }
  return rows.slice(1).map(({ record, info }) => {
    const values = Object.fromEntries(header.map((column, index) => [column, record[index]]));
    return new RecordReader({ file, row: info.lines }, values, findings);
  });
}

/** A JSON file whose outermost value is an object. */
export function readJson(dir: string, file: string, findings: Findings): RecordReader {
  const content = contentOf(dir, file, findings);
  let value: unknown = {};
  if (content !== null) {
    try {
      value = JSON.parse(content);
    } catch (error) {
      findings.add({ file, row: null }, null, `is not JSON: ${(error as Error).message}`);
    }
  }
  return new RecordReader({ file, row: null }, value as Record<string, unknown>, findings);
}
