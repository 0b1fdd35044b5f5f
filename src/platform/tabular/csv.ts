/** Reads text tables (CSV and its relatives) as people's programs write them, from bytes or as a stream. */
import { isAscii, isUtf8 } from "node:buffer";
import { Readable, pipeline } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { CsvError, parse } from "csv-parse";
import {
  declaredDelimiter,
  findDelimiter,
  findEncoding,
  wholeCharacters,
  type Delimiter,
  type Encoding,
  type EncodingFinding,
} from "./csv-format.ts";
import { sniff } from "./sniff.ts";
import { found, megabytes, Refusal, refuse, type TableProblem } from "./table-problem.ts";

/** One record; `row` counts records from 1 as a spreadsheet shows them, blank ones included. */
export interface CsvRow {
  readonly row: number;
  readonly cells: string[];
}

/** What is accepted, and what the caller knows already. Sizes in bytes, characters and counts. */
export interface CsvOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly bytes?: number;
  readonly rows?: number;
  readonly columns?: number;
  /** Characters of one record. */
  readonly record?: number;
}

const LIMITS = { bytes: 50_000_000, rows: 500_000, columns: 500, record: 1_000_000 };
/** Bytes from which encoding and separator are told. */
const HEAD = 65_536;
/** Records by which the usual number of cells is told. */
const SAMPLE = 200;

/** A record set aside, with the reason. */
export interface CsvAside extends CsvRow {
  readonly problem: TableProblem;
}

/** A text table that was read, or why it was refused. Blank records are left out; broken ones stand aside. */
export type CsvResult =
  | {
      ok: true;
      encoding: Encoding;
      delimiter: Delimiter;
      rows: CsvRow[];
      aside: CsvAside[];
      warnings: TableProblem[];
    }
  | { ok: false; problems: TableProblem[] };

/**
 * Reads a whole text table (RFC 4180, with the liberties programs take: other separators and encodings, any line ends,
 * Excel's `sep=` line, stray quotation marks). Cells stay text as written. Never throws for what a file may contain.
 */
export async function readCsv(bytes: Uint8Array, options: CsvOptions = {}): Promise<CsvResult> {
  const limit = options.bytes ?? LIMITS.bytes;
  try {
    if (bytes.length > limit) refuse("tooLarge", { size: megabytes(bytes.length), limit: megabytes(limit) });
    refuseOtherFiles(bytes);
    const encoding = encodingOf(bytes, options);
    const stream = await decodedRows(inSlices(bytes), encoding, options);
    const all: CsvRow[] = [];
    for await (const row of stream.rows) if (row.cells.some((cell) => cell.trim() !== "")) all.push(row);
    const { encoding: name } = encoding;
    return {
      ok: true,
      encoding: name,
      delimiter: stream.delimiter,
      ...setAside(all),
      warnings: warningsOf(encoding),
    };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** A text table that is being read; `warnings` is complete once `rows` has ended. */
export interface CsvStream {
  readonly delimiter: Delimiter;
  readonly warnings: readonly TableProblem[];
  readonly rows: AsyncIterable<CsvRow>;
}

/**
 * Reads a text table of any size in constant memory; records come as they are, blank and ragged ones too.
 * The encoding is told from the beginning; a file that is plain ASCII there and no UTF-8 later turns out as Windows-1252.
 * Throws {@link Refusal} from here or while `rows` is read.
 */
export async function streamCsv(source: AsyncIterable<Uint8Array>, options: CsvOptions = {}): Promise<CsvStream> {
  const { head, rest } = await takeHead(source);
  refuseOtherFiles(head);
  const encoding = encodingOf(head.length < HEAD ? head : wholeCharacters(head), options);
  return decodedRows(rest, encoding, options);
}

function refuseOtherFiles(bytes: Uint8Array): void {
  const kind = sniff(bytes);
  if (kind === "empty") refuse("emptyFile");
  if (kind === "html") refuse("webPage");
  if (kind !== "csv" && kind !== "text") refuse("binaryText");
}

function encodingOf(bytes: Uint8Array, options: CsvOptions): EncodingFinding {
  return options.encoding ? { encoding: options.encoding, doubt: "none" } : findEncoding(bytes);
}

function warningsOf({ encoding, doubt }: EncodingFinding): TableProblem[] {
  if (doubt === "guessed") return [found("encodingGuessed", { encoding: "Windows-1252 (Latin-1)" })];
  return doubt === "broken" ? [found("brokenLetters", { encoding })] : [];
}

async function* inSlices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += HEAD) {
    yield bytes.subarray(at, at + HEAD);
    // Parsing runs on without a pause otherwise: other requests get their turn after each slice.
    await setImmediate();
  }
}

/** Reads until there is enough to judge by; the rest gives the beginning again. */
async function takeHead(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  for (let size = 0; size < HEAD;) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(chunks);
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head, rest: rest() };
}

async function decodedRows(source: AsyncIterable<Uint8Array>, encoding: EncodingFinding, options: CsvOptions): Promise<CsvStream> {
  const warnings = warningsOf(encoding);
  const text = decode(source, encoding, warnings);
  const first = await text.next();
  const opening = first.done ? "" : first.value;
  const declared = declaredDelimiter(opening);
  const delimiter = options.delimiter ?? declared?.delimiter ?? findDelimiter(opening);
  async function* whole(): AsyncGenerator<string> {
    yield opening.slice(declared?.length ?? 0);
    yield* text;
  }
  return { delimiter, warnings, rows: parseRows(whole(), delimiter, options) };
}

/**
 * Decodes piece by piece, each cut before its last letters beyond ASCII. UTF-8 that was certain only of an ASCII beginning
 * turns into Windows-1252, with a warning, at the first byte that does not fit; after other letters it is damaged UTF-8.
 */
async function* decode(
  source: AsyncIterable<Uint8Array>,
  { encoding, doubt }: EncodingFinding,
  warnings: TableProblem[],
): AsyncGenerator<string> {
  if (encoding === "utf-16le" || encoding === "utf-16be") return yield* decodeWide(source, encoding);
  let finding: EncodingFinding = { encoding, doubt };
  let onlyAscii = true;
  for await (const piece of inWholeCharacters(source)) {
    if (finding.encoding === "utf-8" && finding.doubt === "none" && !isUtf8(piece)) {
      finding = onlyAscii ? { encoding: "windows-1252", doubt: "guessed" } : { encoding: "utf-8", doubt: "broken" };
      warnings.push(...warningsOf(finding));
    }
    onlyAscii &&= isAscii(piece);
    yield new TextDecoder(finding.encoding).decode(piece);
  }
}

async function* decodeWide(source: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* inWholeCharacters(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let carried: Uint8Array = new Uint8Array();
  for await (const chunk of source) {
    const joined = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const whole = wholeCharacters(joined);
    carried = joined.subarray(whole.length);
    yield whole;
  }
  if (carried.length > 0) yield carried;
}

async function* parseRows(text: AsyncIterable<string>, delimiter: Delimiter, options: CsvOptions): AsyncGenerator<CsvRow> {
  const limits = { ...LIMITS, ...options };
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.record,
  });
  pipeline(Readable.from(text), parser, () => undefined);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row > limits.rows) refuse("tooManyRows", { limit: limits.rows, sheet: "none" }, { row });
      if (cells.length > limits.columns) {
        refuse("tooManyColumns", { limit: limits.columns, sheet: "none" }, { row });
      }
      yield { row, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) refuseRecord(error, row + 1);
    throw error;
  } finally {
    parser.destroy();
  }
}

/** What the parser could not get past, by its own codes. */
function refuseRecord(error: CsvError, row: number): never {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") refuse("quoteNotClosed", { row }, { row });
  refuse("rowTooLong", { row }, { row });
}

/** Keeps the records of the usual width; surplus empty cells are dropped, everything else stands aside. */
function setAside(all: readonly CsvRow[]): { rows: CsvRow[]; aside: CsvAside[] } {
  const expected = usualWidth(all);
  const rows: CsvRow[] = [];
  const aside: CsvAside[] = [];
  for (const { row, cells } of all) {
    const kept = trimmed(cells, expected);
    if (kept.some((cell) => cell.includes("\0"))) {
      aside.push({ row, cells: kept, problem: found("nulByte", { row }, { row }) });
    } else if (kept.length !== expected) {
      const problem = found("raggedRow", { row, cells: kept.length, expected }, { row });
      aside.push({ row, cells: kept, problem });
    } else {
      rows.push({ row, cells: kept });
    }
  }
  return { rows, aside };
}

/** The commonest number of cells in the first records, the larger of equals: a title above the table does not set it. */
function usualWidth(all: readonly CsvRow[]): number {
  const byWidth = new Map<number, number>();
  for (const { cells } of all.slice(0, SAMPLE)) byWidth.set(cells.length, (byWidth.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of byWidth) {
    const bestCount = byWidth.get(best) ?? 0;
    if (count > bestCount || (count === bestCount && width > best)) best = width;
  }
  return best;
}

/** Drops empty cells beyond the expected width, which spreadsheets like to append. */
export function trimmed(cells: string[], expected: number): string[] {
  let length = cells.length;
  while (length > expected && cells[length - 1]?.trim() === "") length -= 1;
  return length === cells.length ? cells : cells.slice(0, length);
}
