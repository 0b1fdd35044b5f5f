/** Tables of a test as people keep them: people in rows, items in columns, points or the letters that were chosen. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { speak } from "#platform/i18n/text.ts";
import { cellText } from "#platform/tabular/cell-text.ts";
import { readCsv } from "#platform/tabular/csv.ts";
import { comparable } from "#platform/tabular/headers.ts";
import { sniff } from "#platform/tabular/sniff.ts";
import { columnLetters, type TableProblem } from "#platform/tabular/table-problem.ts";
import { readWorkbook } from "#platform/tabular/workbook.ts";
import { unguarded } from "#platform/tabular/write.ts";

const say = speak("en");

/** Something wrong with a file. `row` is the file’s own row number, `column` the letters of its column and what stands above it. */
export interface Finding {
  readonly row: number | null;
  readonly column: string | null;
  readonly reason: string;
}

/** One person’s row. `id` is empty where the file has no column for it. */
export interface Line {
  readonly row: number;
  readonly id: string;
  /** One text an item, trimmed; empty for a blank. */
  readonly cells: readonly string[];
}

/** A file as a table of a test. `key` and `most` are the rows whose id says so. */
export interface TestTable {
  readonly items: readonly string[];
  /** Letters of each item’s column in the file. */
  readonly places: readonly string[];
  readonly named: boolean;
  readonly lines: readonly Line[];
  readonly key: readonly string[] | null;
  readonly most: readonly string[] | null;
  readonly findings: readonly Finding[];
}

/** A file that cannot be used at all. */
export interface Unusable {
  readonly findings: readonly Finding[];
}

interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const tell = (problem: TableProblem): Finding => ({
  row: problem.row ?? null,
  column: problem.column ?? null,
  reason: say(problem.text, problem.values),
});
const whole = (reason: string): Unusable => ({ findings: [{ row: null, column: null, reason }] });

interface Raw {
  readonly rows: readonly RawRow[];
  readonly findings: readonly Finding[];
}

async function rawRows(bytes: Uint8Array): Promise<Raw | Unusable> {
  if (sniff(bytes) === "xlsx") {
    const read = await readWorkbook(bytes);
    if (!read.ok) return { findings: read.problems.map(tell) };
    const sheet = read.sheets.find((one) => !one.hidden && one.rows.length > 0);
    const rows = (sheet?.rows ?? []).map((cells, index) => ({ row: index + 1, cells: cells.map(cellText) }));
    return { rows: rows.filter((one) => one.cells.some((cell) => cell !== "")), findings: [] };
  }
  const read = await readCsv(bytes);
  if (!read.ok) return { findings: read.problems.map(tell) };
  return {
    rows: read.rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => unguarded(cell).trim()) })),
    findings: read.aside.map(({ row, problem }) => ({ ...tell(problem), row })),
  };
}

/** More points than any test has; a longer number is a telephone or an identity number in the wrong column. */
const MOST_POINTS = 1_000_000;

const IDS = new Set([
  "person",
  "id",
  "name",
  "names",
  "student",
  "participant",
  "code",
  "nom",
  "noms",
  "personne",
  "izina",
  "amazina",
  "umuntu",
  "respondent",
  "",
]);
const KEY_WORDS = new Set(["key", "cle", "clef", "igisubizo"]);
const MOST_WORDS = new Set(["most", "max", "maximum", "points", "out of", "sur"]);

/** A number as typed, with a point or a comma; null for anything else. */
export function numberIn(text: string): number | null {
  return /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(text) ? Number(text.replace(",", ".")) : null;
}

/** True when the first column names people: by its head, or because its values are different words that are no single letters. */
function namesPeople(head: string, values: readonly string[]): boolean {
  if (IDS.has(comparable(head))) return true;
  const given = values.filter((value) => value !== "");
  const words = given.length === values.length && given.every((value) => numberIn(value) === null && value.length > 1);
  return given.length > 1 && words && new Set(given).size === given.length;
}

function repeated(ids: readonly Line[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const line of ids) if (!first.has(line.id)) first.set(line.id, line.row);
  return first;
}

function headProblem(head: readonly string[], places: readonly number[]): string | null {
  if (places.length === 0) return "The first row names no item.";
  if (places.every((place) => numberIn(head[place] ?? "") !== null && ["0", "1"].includes(head[place] ?? "")))
    return "The first row must hold the names of the items, not scores.";
  const names = places.map((place) => head[place] ?? "");
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? null : `Two items are called “${twice}”.`;
}

/** What is wrong with the row of the most points: an item is out of more than nothing. A blank leaves the most to what was reached. */
function mostProblems(line: Line, head: readonly string[], places: readonly number[]): Finding[] {
  return line.cells.flatMap((cell, index) => {
    const most = numberIn(cell);
    const fits = cell === "" || (most !== null && most > 0 && most <= MOST_POINTS);
    const place = places[index] ?? 0;
    const column = `${columnLetters(place + 1)} (${head[place] ?? ""})`;
    return fits ? [] : [{ row: line.row, column, reason: `“${cell.slice(0, 20)}” is no number of points that could be had.` }];
  });
}

/** A test’s table from the bytes of a CSV file or a workbook. */
export async function tableFrom(bytes: Uint8Array): Promise<TestTable | Unusable> {
  const raw = await rawRows(bytes);
  if (!("rows" in raw)) return raw;
  const [head, ...body] = raw.rows;
  if (head === undefined || body.length === 0)
    return { findings: [...raw.findings, ...whole("The file holds no rows beneath its first one.").findings] };
  const named = namesPeople(
    head.cells[0] ?? "",
    body.map((row) => row.cells[0] ?? ""),
  );
  const places = head.cells.flatMap((name, index) => (name === "" || (named && index === 0) ? [] : [index]));
  const problem = headProblem(head.cells, places);
  if (problem !== null) return { findings: [{ row: head.row, column: null, reason: problem }] };
  const lines = body.map((row) => ({
    row: row.row,
    id: named ? (row.cells[0] ?? "") : "",
    cells: places.map((place) => row.cells[place] ?? ""),
  }));
  const marked = (words: ReadonlySet<string>): Line | null =>
    named ? (lines.find((line) => words.has(comparable(line.id))) ?? null) : null;
  const most = marked(MOST_WORDS);
  const wrongMost = most === null ? [] : mostProblems(most, head.cells, places);
  if (wrongMost.length > 0) return { findings: wrongMost };
  const people = lines.filter((line) => !named || !(KEY_WORDS.has(comparable(line.id)) || MOST_WORDS.has(comparable(line.id))));
  const first = repeated(people);
  const twice = people.filter((line) => named && (line.id === "" || first.get(line.id) !== line.row));
  const double = (line: Line): Finding => ({
    row: line.row,
    column: "A",
    reason: line.id === "" ? "Nobody is named." : `“${line.id}” stands in row ${first.get(line.id)} already.`,
  });
  return {
    items: places.map((place) => head.cells[place] ?? ""),
    places: places.map((place) => columnLetters(place + 1)),
    named,
    lines: people.filter((line) => !twice.includes(line)),
    key: marked(KEY_WORDS)?.cells ?? null,
    most: most?.cells ?? null,
    findings: [...raw.findings, ...twice.map(double)],
  };
}

/** A table from a file. */
export async function tableIn(path: string): Promise<TestTable | Unusable> {
  try {
    return await tableFrom(await readFile(path));
  } catch (error) {
    return whole(`The file ${basename(path)} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`);
  }
}

export const isUsable = (table: TestTable | Unusable): table is TestTable => "items" in table;

/** True when most of what was filled in is no number: the letters that were chosen. */
export function holdsLetters(table: TestTable): boolean {
  const filled = table.lines.flatMap((line) => line.cells).filter((cell) => cell !== "");
  return filled.length > 0 && filled.filter((cell) => numberIn(cell) === null).length * 2 > filled.length;
}

/** A choice as it is compared: single letters without their case. */
export const choiceIn = (text: string): string => (text.length === 1 ? text.toUpperCase() : text);

/** Points by line; lines with a cell that is none are set aside with it. A blank earns nothing. */
export interface Points {
  readonly most: readonly number[];
  readonly lines: readonly { readonly row: number; readonly id: string; readonly points: readonly number[] }[];
  readonly findings: readonly Finding[];
}

function cellProblem(text: string, limit: number | null): string | null {
  const points = text === "" ? 0 : numberIn(text);
  if (points === null) return `“${text}” is no number of points.`;
  if (points < 0) return `${text} is less than 0.`;
  if (points > MOST_POINTS) return `${text.slice(0, 20)} is more than ${MOST_POINTS} points.`;
  return limit !== null && points > limit ? `${text} is more than the ${limit} that can be had.` : null;
}

/** Reads points. The most of an item is what the row `most` says, else the highest that anybody reached, at least 1. */
export function pointsIn(table: TestTable): Points {
  const limits = table.items.map((_, index) => numberIn(table.most?.[index] ?? ""));
  const findings: Finding[] = [];
  const lines = table.lines.flatMap((line) => {
    const wrong = line.cells.flatMap((cell, index): Finding[] => {
      const reason = cellProblem(cell, limits[index] ?? null);
      return reason === null ? [] : [{ row: line.row, column: `${table.places[index]} (${table.items[index]})`, reason }];
    });
    findings.push(...wrong);
    return wrong.length > 0 ? [] : [{ row: line.row, id: line.id, points: line.cells.map((cell) => numberIn(cell) ?? 0) }];
  });
  const most = table.items.map((_, index) => limits[index] ?? lines.reduce((high, line) => Math.max(high, line.points[index] ?? 0), 1));
  return { most, lines, findings };
}

/** Findings for people to read, one a line. */
export function findingLine({ row, column, reason }: Finding): string {
  const place = [row === null ? "" : `row ${row}`, column === null ? "" : `column ${column}`].filter((part) => part !== "").join(", ");
  return place === "" ? reason : `${place}: ${reason}`;
}
