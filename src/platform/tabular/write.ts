/** Writes tables as CSV and JSON streams of any length in constant memory. */
import { setImmediate } from "node:timers/promises";
import canonicalize from "canonicalize";
import { dateText, plainNumber } from "./cell-text.ts";

/** A value to be written. Dates are wall-clock times kept in UTC. */
export type Value = string | number | bigint | boolean | Date | null | undefined;

/** Rows at hand or as they come from the database. */
export type Rows<R> = Iterable<R> | AsyncIterable<R>;

/** How a CSV file is written. */
export interface CsvStyle {
  /** Begin with the byte order mark by which Excel knows UTF-8. */
  readonly mark?: boolean;
  /** `,` unless said otherwise; Excel in French opens `;` directly. */
  readonly delimiter?: "," | ";" | "\t";
}

/** Characters gathered before they are passed on. */
const CHUNK = 65_536;

/** What spreadsheets take for a formula at the start of a cell (OWASP, CSV injection), also after our own apostrophe. */
const FORMULA = /^'*(\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;
const NUMERIC = /^[+-]?\d+([.,]\d+)?$/;

/** Text that no spreadsheet takes for a formula: a leading apostrophe is put before what looks like one, numbers excepted. */
export function guarded(text: string): string {
  return FORMULA.test(text) && !NUMERIC.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of {@link guarded} away again, so that a file we wrote comes back as it was. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

function csvCell(value: Value, delimiter: string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return plainNumber(value);
  if (value instanceof Date) return dateText(value);
  if (typeof value !== "string") return String(value);
  const text = guarded(value);
  const quoted = text.includes('"') || text.includes(delimiter) || /[\r\n]|^\s|\s$/.test(text);
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record of a CSV file (RFC 4180), with its line end. A lone empty cell is quoted, as the record would look blank. */
export function csvLine(cells: readonly Value[], delimiter = ","): string {
  const line = cells.map((cell) => csvCell(cell, delimiter)).join(delimiter);
  return `${line === "" ? '""' : line}\r\n`;
}

/** A CSV file in UTF-8, header first, piece by piece. */
export function writeCsv(header: readonly string[], rows: Rows<readonly Value[]>, style: CsvStyle = {}): AsyncGenerator<Uint8Array> {
  async function* lines() {
    yield (style.mark ? "\ufeff" : "") + csvLine(header, style.delimiter);
    for await (const row of rows) yield csvLine(row, style.delimiter);
  }
  return inChunks(lines());
}

/** A JSON array of records (RFC 8259): keys in the given order, nested values with sorted keys (RFC 8785), absent ones null. */
export function writeJson<K extends string>(
  keys: readonly K[],
  rows: Rows<Readonly<Partial<Record<K, unknown>>>>,
): AsyncGenerator<Uint8Array> {
  async function* pieces() {
    let before = "[\n";
    for await (const row of rows) {
      const members = keys.map((key) => `${JSON.stringify(key)}:${jsonValue(row[key])}`);
      yield `${before}{${members.join(",")}}`;
      before = ",\n";
    }
    yield before === "[\n" ? "[]\n" : "\n]\n";
  }
  return inChunks(pieces());
}

/** JSON of one value; integers beyond the safe ones become text, because readers would round them. */
function jsonValue(value: unknown): string {
  if (value === undefined || value === null) return "null";
  if (value instanceof Date) return JSON.stringify(dateText(value));
  if (typeof value === "bigint") {
    return Number.isSafeInteger(Number(value)) ? String(value) : JSON.stringify(String(value));
  }
  return canonicalize(value) ?? "null";
}

/** UTF-8 in pieces of a useful size. */
export async function* inChunks(texts: Rows<string>): AsyncGenerator<Uint8Array> {
  let gathered = "";
  for await (const text of texts) {
    gathered += text;
    if (gathered.length < CHUNK) continue;
    yield Buffer.from(gathered);
    gathered = "";
    // Rows at hand come without a pause: other requests get their turn after each piece.
    await setImmediate();
  }
  if (gathered !== "") yield Buffer.from(gathered);
}
