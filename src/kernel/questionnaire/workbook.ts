/** Checks an XLSForm workbook cell by cell and turns it into a questionnaire model. Source: the XLSForm reference (xlsform.org) and the ODK XForms specification. */
import type { Sheet } from "#platform/tabular/workbook.ts";
import { checkExpressions, furtherCells } from "./check/expressions.ts";
import { EXTERNAL, OSM, readLists } from "./check/lists.ts";
import type { ListDraft } from "./check/lists.ts";
import { Report } from "./check/report.ts";
import type { QuestionnaireProblem } from "./check/report.ts";
import { readEntities, readSettings } from "./check/settings.ts";
import { readSurvey } from "./check/survey.ts";
import { checkLayout, Table, textOf, warnUnknownColumns } from "./check/table.ts";
import { checkTranslations } from "./check/translations.ts";
import { rootNamesOf } from "./form.ts";
import { questionCounts } from "./model.ts";
import type { Choice, Model } from "./model.ts";

export type { QuestionnaireProblem } from "./check/report.ts";

/** What a workbook holds and what is wrong with it. `ok` is false, and the model null, as soon as one problem is an error. */
export interface CheckResult {
  readonly ok: boolean;
  readonly model: Model | null;
  readonly problems: readonly QuestionnaireProblem[];
  /** How many questions of each type; groups and repeats are not questions. */
  readonly questions: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
}

const SHEETS = ["survey", "choices", "settings", "entities", "external_choices", "osm"] as const;
type SheetName = (typeof SHEETS)[number];

function sheetName(sheet: Sheet): string {
  return sheet.name.trim().toLowerCase().replaceAll(" ", "_");
}

/** The sheets by what they are for. A workbook of one sheet needs no name for it. Sheets that are not read are reported unless they are empty or start with `_`. */
function sheetsByName(sheets: readonly Sheet[], report: Report): Map<SheetName, Sheet> {
  const found = new Map<SheetName, Sheet>();
  for (const sheet of sheets) {
    const name = SHEETS.find((known) => known === sheetName(sheet));
    if (name !== undefined && !found.has(name)) found.set(name, sheet);
    else if (sheets.length === 1) found.set("survey", sheet);
    else if (!sheet.name.startsWith("_") && sheet.rows.some((row) => row.some((cell) => textOf(cell) !== ""))) {
      report.warning("sheetIgnored", { sheet: sheet.name, row: 1, column: "A", header: "" }, { name: sheet.name });
    }
  }
  return found;
}

function listTable(sheet: Sheet | undefined, plain: string, report: Report): Table | undefined {
  if (sheet === undefined) return undefined;
  const table = new Table("choices", sheet, plain);
  checkLayout(table, sheet, report);
  return table;
}

function listsOf(table: Table | undefined, prefix: string, allowDuplicates: boolean, report: Report): Map<string, ListDraft> {
  return table === undefined ? new Map() : readLists(table, prefix, allowDuplicates, report);
}

function choicesOf(drafts: Iterable<ListDraft>): Record<string, readonly Choice[]> {
  return Object.fromEntries([...drafts].map((list) => [list.name, list.choices]));
}

/**
 * Checks a workbook. Nothing of it is dropped silently: what has no meaning here is kept in the model and reported as a warning, what cannot be
 * supported is an error that names its cell. Never throws for anything a workbook may contain.
 */
export function checkWorkbook(sheets: readonly Sheet[]): CheckResult {
  const report = new Report();
  const found = sheetsByName(sheets, report);
  const surveySheet = found.get("survey");
  if (surveySheet === undefined) {
    const names = sheets.map((sheet) => sheet.name).join(", ");
    report.error("surveyMissing", { sheet: sheets[0]?.name ?? "survey", row: 1, column: "A", header: "" }, { names });
    return { ok: false, model: null, problems: report.problems, questions: {}, languages: [] };
  }
  const model = modelOf(found, surveySheet, report);
  const ok = report.clean;
  const questions = questionCounts(model);
  const { languages } = model;
  return { ok, model: ok ? model : null, problems: sorted(report.problems, sheets), questions, languages };
}

function modelOf(found: ReadonlyMap<SheetName, Sheet>, surveySheet: Sheet, report: Report): Model {
  const draft = readSettings(found.get("settings"), report);
  const plain = draft.defaultLanguage;
  const survey = new Table("survey", surveySheet, plain);
  checkLayout(survey, surveySheet, report);
  warnUnknownColumns(survey, report);
  for (const name of ["type", "name"]) {
    if (!survey.has(name)) report.error("columnMissing", survey.cell(1, ""), { name });
  }
  const choices = listTable(found.get("choices"), plain, report);
  const external = listTable(found.get("external_choices"), plain, report);
  const osm = listTable(found.get("osm"), plain, report);
  const duplicates = draft.settings.allowChoiceDuplicates;
  const lists = new Map([
    ...listsOf(choices, "", duplicates, report),
    ...listsOf(external, EXTERNAL, true, report),
    ...listsOf(osm, OSM, true, report),
  ]);
  const languages = languagesOf([survey, choices, external, osm]);
  const items = readSurvey(survey, lists, languages, report);
  const { entities, rows } = readEntities(found.get("entities"), report);
  const head = { format: 1 as const, settings: draft.settings, languages, defaultLanguage: plain };
  const lead = { ...head, items, entities, lists: choicesOf(lists.values()) };
  const rootNames = rootNamesOf({ ...lead, tables: [] });
  const further = furtherCells(draft.row, rows);
  const tables = checkExpressions(items, survey, lists, rootNames, further, report);
  checkTranslations(survey, choices, languages, draft, report);
  return { ...lead, defaultLanguage: spoken(plain, languages), tables };
}

/** The default language if a column has it, else the first there is. */
function spoken(wanted: string, languages: readonly string[]): string {
  return languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
}

function languagesOf(tables: readonly (Table | undefined)[]): string[] {
  return [...new Set(tables.flatMap((table) => table?.languages() ?? []))];
}

/** Problems by sheet, row and column, so that an author can walk down the workbook. */
function sorted(problems: readonly QuestionnaireProblem[], sheets: readonly Sheet[]): QuestionnaireProblem[] {
  const place = new Map(sheets.map((sheet, index) => [sheet.name, index]));
  const width = (problem: QuestionnaireProblem): string => problem.column.padStart(4);
  return problems.toSorted(
    (a, b) =>
      (place.get(a.sheet) ?? 0) - (place.get(b.sheet) ?? 0) || a.row - b.row || (width(a) < width(b) ? -1 : width(a) > width(b) ? 1 : 0),
  );
}
