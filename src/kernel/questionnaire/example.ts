/** An example workbook on six fields of capacity in three languages: a template to begin with, and what demonstrations and tests answer. */
import { codeOf, codesOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { patternOf } from "#platform/i18n/text.ts";
import type { Language, Text } from "#platform/i18n/text.ts";
import type { Cell, Sheet } from "#platform/tabular/workbook.ts";
import { writeXlsx } from "#platform/tabular/write-xlsx.ts";
import { w } from "./example-words.ts";

/** The languages of the workbook in the order of its columns. */
const SPOKEN: readonly (readonly [Language, string])[] = [
  ["en", "English (en)"],
  ["fr", "Français (fr)"],
  ["rw", "Kinyarwanda (rw)"],
];

/** Texts of an example come in three languages; a code without a Kinyarwanda name keeps its English one. */
function said(text: Text, language: Language): string {
  const own = patternOf(text, language);
  return own === "—" || own === "" ? patternOf(text, "en") : own;
}

const TRANSLATED = ["label", "hint", "constraint_message", "required_message"] as const;
const PLAIN = ["relevant", "constraint", "required", "appearance", "capacity_domain", "capacity_item", "capacity_role"] as const;

type SurveyRow = { readonly type: string; readonly name?: string } & Partial<Record<(typeof TRANSLATED)[number], Text>> &
  Partial<Record<(typeof PLAIN)[number], string>>;

/** The six fields: code, name of the capacity, and the question for its present level. */
export const EXAMPLE_FIELDS = [
  { domain: "LDG", item: "guiding_staff", text: w.ldg },
  { domain: "PLN", item: "planning_from_figures", text: w.pln },
  { domain: "BUD", item: "own_revenue", text: w.bud },
  { domain: "PRC", item: "purchasing_plan", text: w.prc },
  { domain: "SVC", item: "service_times", text: w.svc },
  { domain: "CMP", item: "complaints", text: w.cmp },
] as const;

const END: SurveyRow = { type: "end_group" };

function levelRows(code: string, text: Text): SurveyRow[] {
  const required = "yes";
  return [
    { type: "begin_group", name: `${code}_level`, appearance: "field-list" },
    {
      type: "select_one level",
      name: `${code}_current`,
      label: text,
      hint: w.chooseOne,
      required,
      required_message: w.chooseLevel,
      capacity_role: "current",
    },
    {
      type: "select_one level",
      name: `${code}_desired`,
      label: w.desired,
      required,
      required_message: w.chooseDesired,
      capacity_role: "desired",
    },
    {
      type: "select_one importance",
      name: `${code}_importance`,
      label: w.importance,
      required,
      required_message: w.chooseImportance,
      capacity_role: "importance",
    },
    ...(code === "CMP" ? [complaintsRow] : []),
    END,
  ];
}

const complaintsRow: SurveyRow = {
  type: "integer",
  name: "complaints_last_month",
  label: w.complaints,
  hint: w.complaintsHint,
  constraint: ". >= 0 and . <= 5000",
  constraint_message: w.complaintsRange,
};

function gapRows(code: string): SurveyRow[] {
  const required = "yes";
  return [
    {
      type: "begin_group",
      name: `${code}_why`,
      label: w.why,
      appearance: "field-list",
      relevant: `\${${code}_desired} > \${${code}_current}`,
    },
    { type: "select_one cause", name: `${code}_cause`, label: w.cause, required, required_message: w.chooseCause, capacity_role: "cause" },
    {
      type: "text",
      name: `${code}_bottleneck`,
      label: w.bottleneck,
      hint: w.bottleneckHint,
      appearance: "multiline",
      capacity_role: "bottleneck",
    },
    { type: "text", name: `${code}_evidence`, label: w.evidence, hint: w.evidenceHint, capacity_role: "evidence" },
    { type: "select_one confidence", name: `${code}_confidence`, label: w.confidence, capacity_role: "confidence" },
    END,
    { type: "begin_group", name: `${code}_strong`, label: w.strong, appearance: "field-list", relevant: `\${${code}_current} >= 4` },
    { type: "select_one yes_no", name: `${code}_strength`, label: w.strength, capacity_role: "strength" },
    END,
  ];
}

function surveyRows(pack: Pack): SurveyRow[] {
  const fields = EXAMPLE_FIELDS.flatMap(({ domain, item, text }): SurveyRow[] => [
    {
      type: "begin_group",
      name: domain,
      label: codeOf(pack, "capacity_domain", domain).names,
      capacity_domain: domain,
      capacity_item: item,
    },
    ...levelRows(domain, text),
    ...gapRows(domain),
    END,
  ]);
  return [
    { type: "begin_group", name: "about", label: w.about },
    { type: "note", name: "welcome", label: w.welcome },
    { type: "select_multiple work", name: "work", label: w.work, hint: w.workHint },
    END,
    ...fields,
    { type: "begin_group", name: "close", label: w.close },
    { type: "select_multiple format or_other", name: "formats", label: w.formats, hint: w.workHint },
    { type: "text", name: "anything", label: w.anything, hint: w.bottleneckHint, appearance: "multiline" },
    END,
  ];
}

function choiceRows(pack: Pack): (readonly [list: string, name: string, text: Text])[] {
  const levels = [w.level1, w.level2, w.level3, w.level4, w.level5];
  const fromPack = (list: string, as: string) => codesOf(pack, list).map((code) => [as, code.code, code.names] as const);
  return [
    ...levels.map((text, index) => ["level", String(index + 1), text] as const),
    ...fromPack("importance", "importance"),
    ...fromPack("gap_cause", "cause"),
    ...fromPack("confidence", "confidence"),
    ["yes_no", "yes", w.yes],
    ["yes_no", "no", w.no],
    ["work", "plan", w.workPlan],
    ["work", "serve", w.workServe],
    ["work", "money", w.workMoney],
    ["work", "lead", w.workLead],
    ["format", "course", w.formatCourse],
    ["format", "mentor", w.formatMentor],
    ["format", "visit", w.formatVisit],
    ["format", "manual", w.formatManual],
  ];
}

function sheet(name: string, rows: Cell[][]): Sheet {
  return { name, rows, merged: [], formulas: [] };
}

/** The sheets of the example as an author would type them. */
export function exampleSheets(pack: Pack): Sheet[] {
  const header = ["type", "name", ...TRANSLATED.flatMap((column) => SPOKEN.map(([, language]) => `${column}::${language}`)), ...PLAIN];
  const survey = surveyRows(pack).map((row): Cell[] => [
    row.type,
    row.name ?? null,
    ...TRANSLATED.flatMap((column) => SPOKEN.map(([code]) => (row[column] === undefined ? null : said(row[column], code)))),
    ...PLAIN.map((column) => row[column] ?? null),
  ]);
  const choices = choiceRows(pack).map(([list, name, text]): Cell[] => [list, name, ...SPOKEN.map(([code]) => said(text, code))]);
  const settings: Cell[][] = [
    ["form_title", "form_id", "version", "default_language"],
    [said(w.title, "en"), "capacity_short", "1", "English (en)"],
  ];
  return [
    sheet("survey", [header, ...survey]),
    sheet("choices", [["list_name", "name", ...SPOKEN.map(([, language]) => `label::${language}`)], ...choices]),
    sheet("settings", settings),
  ];
}

/** Sheets as the bytes of an .xlsx file, every cell as text. */
export async function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const written = writeXlsx(
    sheets.map(({ name, rows }) => ({
      name,
      columns: (rows[0] ?? []).map((cell) => ({ name: String(cell ?? ""), kind: "text" as const })),
      rows: rows.slice(1),
    })),
  );
  for await (const part of written) parts.push(part);
  return Buffer.concat(parts);
}

/** The example as an .xlsx file. */
export function exampleWorkbook(pack: Pack): Promise<Uint8Array> {
  return workbookBytes(exampleSheets(pack));
}
