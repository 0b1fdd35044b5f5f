/** Reads the lists of choices and reports choices nobody could pick or tell apart. */
import type { Choice } from "#kernel/questionnaire/model.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { Report } from "./report.ts";
import type { Row, Table } from "./table.ts";
import { writtenIn } from "./words.ts";

/** A list while the workbook is read: its choices, and the cells they came from. */
export interface ListDraft {
  readonly name: string;
  readonly choices: Choice[];
  readonly rows: Row[];
  readonly columns: ReadonlySet<string>;
}

const OWN = new Set(["list_name", "name", "label"]);

function isExtra(key: string): boolean {
  return !OWN.has(key) && !key.startsWith("media::");
}

function choiceOf(row: Row): Choice {
  return {
    name: row.text("name"),
    label: row.translations("label"),
    media: row.media(),
    extra: row.others((column) => isExtra(column.key)),
  };
}

/** Before the names of lists on the `external_choices` and `osm` sheets: the same name may stand on several sheets. */
export const EXTERNAL = "external:";
export const OSM = "osm:";

/** The name under which the list of a question type is kept. */
export function listKey(type: string, list: string): string {
  if (list === "") return "";
  return (type === "osm" ? OSM : type === "select_one_external" ? EXTERNAL : "") + list;
}

/** A list’s name as its author knows it. */
export function shownList(key: string): string {
  return key.replace(/^(?:external|osm):/, "");
}

/** Reads the lists of a `choices`, `external_choices` or `osm` sheet; `prefix` goes before their names. */
export function readLists(table: Table, prefix: string, allowDuplicates: boolean, report: Report): Map<string, ListDraft> {
  const lists = new Map<string, ListDraft>();
  const columns = new Set(table.columns.map((column) => column.key).filter((key) => key !== "list_name"));
  for (const key of ["list_name", "name"]) {
    if (!table.has(key) && table.rows.length > 0) {
      report.error("columnMissing", table.cell(1, ""), { name: key });
      return lists;
    }
  }
  for (const row of table.rows) {
    if (row.text("list_name") === "") {
      report.warning("choiceWithoutList", row.cell("list_name"));
      continue;
    }
    const name = prefix + row.text("list_name");
    const list = lists.get(name) ?? { name, choices: [], rows: [], columns };
    lists.set(name, list);
    checkChoice(list, row, allowDuplicates, report);
    list.choices.push(choiceOf(row));
    list.rows.push(row);
  }
  return lists;
}

function checkChoice(list: ListDraft, row: Row, allowDuplicates: boolean, report: Report): void {
  const name = row.text("name");
  if (name === "") report.error("choiceWithoutName", row.cell("name"), { list: shownList(list.name) });
  else if (!allowDuplicates && list.choices.some((choice) => choice.name === name)) {
    report.error("choiceTwice", row.cell("name"), { name, list: shownList(list.name) });
  }
  const hasMedia = Object.keys(row.media()).length > 0;
  if (Object.keys(row.translations("label")).length === 0 && !hasMedia) {
    report.warning("choiceWithoutLabel", row.cell("label"), { name });
  }
}

/** A text that the engine writes into a form, in each of the form’s languages. */
export function inEach(text: Text, languages: readonly [name: string, code: string][]): Record<string, string> {
  return Object.fromEntries(languages.map(([name, code]) => [name, writtenIn(text, code)]));
}
