/** Reads the settings and entities sheets. */
import { DEFAULT_LANGUAGE } from "#kernel/questionnaire/model.ts";
import type { Entity, Settings } from "#kernel/questionnaire/model.ts";
import type { Sheet } from "#platform/tabular/workbook.ts";
import { expressionOf } from "./items.ts";
import type { Report } from "./report.ts";
import { checkLayout, Table } from "./table.ts";
import type { Row } from "./table.ts";

/** Settings by which other programs are steered; they are kept and have no effect here. */
const READ = new Set(["form_title", "form_id", "version", "default_language", "style", "instance_name", "allow_choice_duplicates", "name"]);

/** The settings, and the language that columns without one are in. */
export interface SettingsDraft {
  readonly settings: Settings;
  readonly defaultLanguage: string;
  readonly row: Row | undefined;
}

/** Reads the first row of the settings sheet; without a sheet the form is called `data`. */
export function readSettings(sheet: Sheet | undefined, report: Report): SettingsDraft {
  const table = sheet === undefined ? undefined : new Table("settings", sheet);
  if (table !== undefined && sheet !== undefined) checkLayout(table, sheet, report);
  const row = table?.rows[0];
  const text = (key: string): string => row?.text(key) ?? "";
  for (const more of table?.rows.slice(1) ?? []) report.warning("settingsRow", more.cell("form_title"));
  for (const column of table?.columns ?? []) {
    if (row === undefined || READ.has(column.key) || row.text(column.key) === "") continue;
    report.warning("settingKept", row.cell(column.key), { name: column.header });
  }
  const id = text("form_id") || text("form_title") || "data";
  return {
    settings: {
      title: text("form_title") || id,
      id,
      version: text("version"),
      style: text("style"),
      instanceName: expressionOf(text("instance_name")),
      allowChoiceDuplicates: ["yes", "true", "true()"].includes(text("allow_choice_duplicates").toLowerCase()),
      extra: row?.others((column) => !READ.has(column.key) || column.key === "name") ?? {},
    },
    defaultLanguage: text("default_language") || DEFAULT_LANGUAGE,
    row,
  };
}

/** Reads the entities sheet. Each row names a data set; which columns have a meaning is the ODK Entities specification’s. */
export function readEntities(sheet: Sheet | undefined, report: Report): { entities: Entity[]; rows: Row[] } {
  if (sheet === undefined) return { entities: [], rows: [] };
  const table = new Table("entities", sheet);
  checkLayout(table, sheet, report);
  for (const row of table.rows) {
    if (row.text("dataset") === "") report.error("entityWithoutDataset", row.cell("dataset"));
    report.warning("entityKept", row.cell("dataset"), { name: row.text("dataset") });
  }
  return { entities: table.rows.map((row) => row.others(() => true)), rows: [...table.rows] };
}
