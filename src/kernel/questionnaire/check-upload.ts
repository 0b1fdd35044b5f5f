/** Checks an uploaded workbook as a whole: the file, its cells, and the columns that tie questions to capacities or make them a test. */
import { Buffer } from "node:buffer";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { readWorkbook } from "#platform/tabular/workbook.ts";
import type { Sheet, TableProblem } from "#platform/tabular/workbook.ts";
import { checkCapacity, isCapacityColumn } from "./capacity-check.ts";
import type { Model } from "./model.ts";
import { checkScores } from "./score-check.ts";
import { isScoreColumn } from "./score.ts";
import { checkWorkbook } from "./workbook.ts";
import type { QuestionnaireProblem } from "./workbook.ts";

/** What is kept of a check beside the version: problems with the texts of their day. */
export interface UploadReport {
  readonly ok: boolean;
  readonly questions: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
  readonly problems: readonly QuestionnaireProblem[];
}

/** A problem of the file itself, told like one of its cells. */
function ofFile(problem: TableProblem, severity: "error" | "warning"): QuestionnaireProblem {
  const { code, sheet = "", row = 0, column = "", text, values = {} } = problem;
  return { sheet, row, column, code, severity, text: text as Text, values: values as Values };
}

/** Columns that mean something here although XLSForm does not know them. */
const isOurs = (header: string): boolean => isCapacityColumn(header) || isScoreColumn(header);

/** Checks the sheets of a workbook. The warning that a column is only kept is left out for the columns of capacities and of tests. */
export function checkSheets(pack: Pack, sheets: readonly Sheet[]): { readonly model: Model | null; readonly report: UploadReport } {
  const result = checkWorkbook(sheets);
  const known = result.problems.filter((problem) => problem.code !== "columnKept" || !isOurs(String(problem.values["header"] ?? "")));
  const own = result.model === null ? [] : [...checkCapacity(pack, result.model, sheets), ...checkScores(result.model, sheets)];
  const problems = [...known, ...own];
  const ok = problems.every((problem) => problem.severity !== "error");
  return { model: ok ? result.model : null, report: { ok, questions: result.questions, languages: result.languages, problems } };
}

/** Checks a workbook from its bytes. Never throws for what a file may contain. */
export async function checkUpload(pack: Pack, bytes: Uint8Array): Promise<{ readonly model: Model | null; readonly report: UploadReport }> {
  const read = await readWorkbook(Buffer.from(bytes));
  if (!read.ok) {
    const problems = read.problems.map((problem) => ofFile(problem, "error"));
    return { model: null, report: { ok: false, questions: {}, languages: [], problems } };
  }
  const { model, report } = checkSheets(pack, read.sheets);
  // A formula that was calculated is no news to the author of a questionnaire.
  return { model, report };
}
