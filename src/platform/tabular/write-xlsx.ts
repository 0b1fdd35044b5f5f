/** Writes Excel workbooks (.xlsx) as a stream: typed columns, a bold header that stays in view, one or several sheets. */
import { defineProblems, Problem } from "#platform/problems/problem.ts";
import { serialOfDate } from "./number-format.ts";
import { columnLetters } from "./table-problem.ts";
import { inChunks, type Rows, type Value } from "./write.ts";
import { w } from "./words.ts";
import {
  contentTypes,
  escapeXml,
  FIXED_FORMATS,
  MAIN,
  relations,
  sheetRelation,
  STYLE,
  stylesXml,
  validXml,
  workbookXml,
  XML,
} from "./xlsx-parts.ts";
import { zipStream, type ZipPart } from "./zip-stream.ts";

/** What a column holds. Money is given in minor units (integers); `exponent` is the currency's by ISO 4217. */
export type ColumnKind =
  | { readonly kind: "text" | "integer" | "date" }
  | { readonly kind: "decimal"; readonly places?: number }
  | { readonly kind: "money"; readonly currency: string; readonly exponent: number };

/** A column of a sheet; `width` in characters, told from kind and name when absent. */
export type XlsxColumn = ColumnKind & { readonly name: string; readonly width?: number };

/** A sheet to be written. Dates are `Date` or ISO text; what does not fit its column's kind is written as text. */
export interface XlsxSheet {
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: Rows<readonly Value[]>;
}

/** Rows of a sheet in any Excel since 2007, the header included. */
export const EXCEL_ROWS = 1_048_576;
/** Characters of a cell. */
const EXCEL_TEXT = 32_767;

/** Refusals of writers. */
export const p = defineProblems("tabular", {
  tooManyRowsForExcel: { status: 422, text: w.tooManyRowsForExcel },
});

/** True when so many rows and a header fit on a sheet; otherwise offer CSV, whose length has no limit. */
export function fitsExcel(rows: number): boolean {
  return rows < EXCEL_ROWS;
}

/**
 * A workbook piece by piece (ECMA-376 part 1), the same bytes for the same rows. Text is never taken for a formula.
 * Throws `tabular.tooManyRowsForExcel` in the middle when {@link fitsExcel} was not asked before.
 */
export function writeXlsx(sheets: readonly XlsxSheet[]): AsyncGenerator<Uint8Array> {
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  const formats = formatCodes(sheets);
  const parts: [string, Rows<string>][] = [
    ["[Content_Types].xml", [contentTypes(names)]],
    ["_rels/.rels", [relations([["officeDocument", "xl/workbook.xml"]])]],
    ["xl/workbook.xml", [workbookXml(names)]],
    ["xl/_rels/workbook.xml.rels", [relations([...names.map(sheetRelation), ["styles", "styles.xml"]])]],
    ["xl/styles.xml", [stylesXml(formats)]],
    ...sheets.map((sheet, index): [string, Rows<string>] => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, formats)]),
  ];
  return zipStream(parts.map(([name, texts]): ZipPart => ({ name, content: inChunks(texts) })));
}

/** Names that Excel accepts: at most 31 characters, none of []:*?/\, no apostrophe at the ends, each once whatever its case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const clean = validXml(name)
      .replace(/[[\]:*?/\\\s]+/g, " ")
      .replace(/^[' ]+|[' ]+$/g, "");
    const base = clean === "" || /^history$/i.test(clean) ? `${clean} ${index + 1}`.trim() : clean;
    let unique = base.slice(0, 31).trim();
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1) unique = `${base.slice(0, 27).trim()} ${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function formatOf(column: XlsxColumn): string {
  if (column.kind === "decimal") return column.places === undefined ? "General" : `#,##0${decimals(column.places)}`;
  if (column.kind !== "money") return "General";
  return `#,##0${decimals(column.exponent)} "${column.currency.replace(/[^A-Z]/g, "")}"`;
}

function decimals(places: number): string {
  return places > 0 ? `.${"0".repeat(places)}` : "";
}

function formatCodes(sheets: readonly XlsxSheet[]): string[] {
  return [...new Set([...FIXED_FORMATS, ...sheets.flatMap((sheet) => sheet.columns.map(formatOf))])];
}

async function* sheetXml(sheet: XlsxSheet, formats: readonly string[]): AsyncGenerator<string> {
  const columns = sheet.columns.map((column, index) => ({
    column,
    letters: columnLetters(index + 1),
    style: formats.indexOf(formatOf(column)),
  }));
  yield (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${sheet.columns.map(widthXml).join("")}</cols><sheetData>`
  );
  const header = columns.map((one) => textCell(`${one.letters}1`, one.column.name, STYLE.header));
  yield `<row r="1">${header.join("")}</row>`;
  let row = 1;
  for await (const values of sheet.rows) {
    row += 1;
    if (row > EXCEL_ROWS) throw new Problem(p.tooManyRowsForExcel, { limit: EXCEL_ROWS });
    const cells = columns.map((one, index) => cellXml(one.letters + row, values[index], one.column, one.style));
    yield `<row r="${row}">${cells.join("")}</row>`;
  }
  yield "</sheetData></worksheet>";
}

function widthXml(column: XlsxColumn, index: number): string {
  const usual = column.kind === "text" ? 24 : 14;
  const width = column.width ?? Math.min(48, Math.max(usual, column.name.length + 2));
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}

function cellXml(place: string, value: Value, column: XlsxColumn, style: number): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (value instanceof Date || column.kind === "date") return dateCell(place, value);
  if (column.kind === "text") return textCell(place, String(value));
  const number = numberXml(value, column);
  if (number === undefined) return textCell(place, String(value));
  return `<c r="${place}" s="${column.kind === "integer" ? STYLE.integer : style}"><v>${number}</v></c>`;
}

/** The number as XML, or undefined when it is none or has more digits than Excel keeps. */
function numberXml(value: string | number | bigint, column: XlsxColumn): string | undefined {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?(e[+-]\d+)?$/.test(text)) return undefined;
  if (column.kind === "integer" && text.replace(/\D/g, "").length > 15) return undefined;
  if (column.kind !== "money") return text;
  return /^-?\d+$/.test(text) ? inMajorUnits(text, column.exponent) : undefined;
}

/** Minor units as major ones by moving the point, without arithmetic that could round. */
function inMajorUnits(minor: string, exponent: number): string {
  if (exponent === 0) return minor;
  const sign = minor.startsWith("-") ? "-" : "";
  const digits = minor.replace("-", "").padStart(exponent + 1, "0");
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

function dateCell(place: string, value: string | number | bigint | Date): string {
  const isoDay = typeof value === "string" && /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z?)?$/.test(value);
  const date = value instanceof Date ? value : isoDay ? new Date(utcOf(value)) : undefined;
  const serial = date === undefined ? undefined : serialOfDate(date);
  if (serial === undefined) return textCell(place, value instanceof Date ? value.toISOString() : String(value));
  return `<c r="${place}" s="${Number.isInteger(serial) ? STYLE.date : STYLE.moment}"><v>${serial}</v></c>`;
}

function utcOf(text: string): string {
  return text.includes("T") && !text.endsWith("Z") ? `${text}Z` : text;
}

function textCell(place: string, text: string, style: number = STYLE.general): string {
  const cut = text.length > EXCEL_TEXT ? `${text.slice(0, EXCEL_TEXT - 1)}…` : text;
  const styled = style === STYLE.general ? "" : ` s="${style}"`;
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cut)}</t></is></c>`;
}
