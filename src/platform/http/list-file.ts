/** A list as a file: the same rows as CSV, workbook or JSON, as the address asks, read page by page while they are sent. */
import type { Say, Text } from "#platform/i18n/text.ts";
import { MEDIA_TYPES } from "#platform/tabular/sniff.ts";
import { writeCsv, writeJson, type Rows, type Value } from "#platform/tabular/write.ts";
import { writeXlsx, type ColumnKind } from "#platform/tabular/write-xlsx.ts";
import { download, type Download } from "./reply.ts";

/** The formats of a list. */
export const FORMATS = ["csv", "xlsx", "json"] as const;

export type Format = (typeof FORMATS)[number];

/** The format that an address asks for (`?format=xlsx`); null when it asks for none that there is. */
export function formatAsked(query: URLSearchParams): Format | null {
  return FORMATS.find((format) => format === query.get("format")) ?? null;
}

/** A column: its name for programs, its heading for people (the name when absent), what it holds (text when absent), and its cell of a row. */
export interface ListColumn<Row> {
  readonly name: string;
  readonly head?: Text;
  readonly kind?: ColumnKind;
  readonly cell: (row: Row) => Value;
}

/** What is written. */
export interface ListFile<Row> {
  /** The file's name without its ending. */
  readonly name: string;
  /** The name of the sheet; the file's name when absent. */
  readonly sheet?: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: Rows<Row>;
  /** CSV without the byte order mark, for programs; with it Excel knows UTF-8. */
  readonly plain?: true;
  /** Anybody may keep it for so long; absent: private. */
  readonly cacheSeconds?: number;
}

const TEXT: ColumnKind = { kind: "text" };

async function* eachRow<Row, To>(rows: Rows<Row>, to: (row: Row) => To): AsyncGenerator<To> {
  for await (const row of rows) yield to(row);
}

/** The answer that is a list's file. `format` is the address's unless given; CSV when it asks for none. JSON has the columns' names as keys. */
export function listFile<Row>(
  ask: { readonly query: URLSearchParams; readonly say: Say },
  file: ListFile<Row>,
  format: Format = formatAsked(ask.query) ?? "csv",
): Download {
  const { name, sheet, columns, rows, plain, cacheSeconds } = file;
  const heads = columns.map((column) => (column.head === undefined ? column.name : ask.say(column.head)));
  const cells = eachRow(rows, (row) => columns.map((column) => column.cell(row)));
  const reply = (type: string, body: Download["body"]): Download => download(`${name}.${format}`, type, body, cacheSeconds);
  if (format === "csv") return reply(`${MEDIA_TYPES.csv}; charset=utf-8`, writeCsv(heads, cells, { mark: plain !== true }));
  if (format === "json") {
    const records = eachRow(rows, (row) => Object.fromEntries(columns.map((column) => [column.name, column.cell(row)])));
    return reply(
      MEDIA_TYPES.json,
      writeJson(
        columns.map((column) => column.name),
        records,
      ),
    );
  }
  const kinds = columns.map((column, index) => ({ name: heads[index] ?? column.name, ...(column.kind ?? TEXT) }));
  return reply(MEDIA_TYPES.xlsx, writeXlsx([{ name: sheet ?? name, columns: kinds, rows: cells }]));
}

/**
 * All rows of a list, read page by page as they are taken. `read` is given the last row of the page before (null at first), for a list in the
 * order of a key, and how many rows were read, for one that is not.
 */
export async function* inPages<Row>(
  size: number,
  read: (page: { readonly last: Row | null; readonly offset: number; readonly limit: number }) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let last: Row | null = null;
  for (let offset = 0; ;) {
    const rows: readonly Row[] = await read({ last, offset, limit: size });
    yield* rows;
    offset += rows.length;
    last = rows.at(-1) ?? null;
    if (rows.length < size) return;
  }
}

/** The links to a list as files, in the order people know. */
export function fileLinks(
  href: (format: Format) => string,
  formats: readonly Format[] = ["csv", "xlsx"],
): readonly { readonly href: string; readonly format: string }[] {
  return formats.map((format) => ({ href: href(format), format: format.toUpperCase() }));
}
