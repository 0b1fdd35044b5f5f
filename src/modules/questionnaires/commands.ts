/** The commands of this module: check a workbook, and evaluate answers against one, on files alone. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { canonicalJson } from "#methods/proofs/canonical.ts";
import { seeded } from "#methods/draw/random.ts";
import { checkUpload } from "#kernel/questionnaire/check-upload.ts";
import type { AttachedTable } from "#kernel/questionnaire/attached-tables.ts";
import type { Answers } from "#kernel/questionnaire/evaluate.ts";
import { modelLanguage } from "#kernel/questionnaire/state.ts";
import { answerReport, checkReport, type AnswerReport, type CheckReport } from "#kernel/questionnaire/summary.ts";
import { speak } from "#platform/i18n/text.ts";
import { readCsv } from "#platform/tabular/csv.ts";

const say = speak("en");

/** The clock of a command stands still unless it is told the time, so that the same files give the same bytes. */
const STILL = "2000-01-01T12:00:00.000+00:00";

const CHECK_USAGE = "questionnaire check FILE.xlsx [--json]";
const ANSWER_USAGE =
  "questionnaire answer FILE.xlsx --answers FILE.json [--table NAME=FILE.csv]… [--now MOMENT] [--language CODE] [--seed TEXT] [--json]";

/** Arguments as files and options; null when an option is unknown, lacks its value, or there is not exactly one file. */
export function optionsOf(
  args: readonly string[],
  known: readonly string[],
): { readonly file: string; readonly options: ReadonlyMap<string, readonly string[]> } | null {
  const files: string[] = [];
  const options = new Map<string, string[]>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    if (!arg.startsWith("--")) files.push(arg);
    else {
      const [name = "", own] = arg.slice(2).split(/=(.*)/s);
      const value = own ?? args[(at += 1)];
      if (!known.includes(name) || value === undefined) return null;
      options.set(name, [...(options.get(name) ?? []), value]);
    }
  }
  const [file] = files;
  return file === undefined || files.length > 1 ? null : { file, options };
}

function usage(context: CommandContext, text: string): 2 {
  context.complain(`Usage: inteko ${text}`);
  return 2;
}

/** The bytes of a file, or null after saying why it cannot be read. */
async function bytesOf(context: CommandContext, path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    context.complain(`The file ${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`);
    return null;
  }
}

function printCheck(context: CommandContext, file: string, report: CheckReport): void {
  for (const { sheet, row, column, severity, message, code } of report.problems) {
    const place = sheet === "" ? "" : `${sheet} ${column}${row}  `;
    context.print(`${severity === "error" ? "error  " : "warning"}  ${place}${code}  ${message}`);
  }
  const counts = Object.entries(report.questions).map(([type, count]) => `${count} ${type}`);
  context.print(
    `${basename(file)}: ${report.ok ? "in order" : "has errors"}. ${counts.join(", ")}. Languages: ${report.languages.join(", ") || "none named"}.`,
  );
}

const check: Command = {
  name: "questionnaire check",
  usage: CHECK_USAGE,
  summary: "check an XLSForm workbook cell by cell",
  database: false,
  async run(context) {
    const asked = optionsOf(context.args, []);
    if (asked === null) return usage(context, CHECK_USAGE);
    const bytes = await bytesOf(context, asked.file);
    if (bytes === null) return 2;
    const { model, report } = await checkUpload(context.pack, bytes);
    const result = checkReport({ ...report, model }, say);
    if (context.json) context.print(canonicalJson(result));
    else printCheck(context, asked.file, result);
    return result.ok ? 0 : 1;
  },
};

/** JSON of an answers file, or null after saying what is wrong with it. */
function answersIn(context: CommandContext, path: string, bytes: Uint8Array): Answers | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Answers;
    context.complain(`The file ${path} must hold one JSON object: answers by the names of their questions.`);
  } catch {
    context.complain(`The file ${path} is not JSON.`);
  }
  return null;
}

async function tablesIn(context: CommandContext, wanted: readonly string[]): Promise<Record<string, AttachedTable> | null> {
  const tables: Record<string, AttachedTable> = {};
  for (const each of wanted) {
    const [name = "", path = ""] = each.split(/=(.*)/s);
    const bytes = await bytesOf(context, path);
    const read = bytes === null ? null : await readCsv(bytes);
    if (read === null || !read.ok) return null;
    const [header, ...rows] = read.rows;
    tables[name] = rows.map(({ cells }) => Object.fromEntries((header?.cells ?? []).map((column, index) => [column, cells[index] ?? ""])));
  }
  return tables;
}

function printAnswers(context: CommandContext, report: AnswerReport): void {
  context.print(JSON.stringify(report.values, null, 2));
  for (const { path, kind, message } of report.failures) context.print(`${kind}  ${path}  ${message}`);
  for (const { path, column, message } of report.faults) context.print(`fault  ${path} ${column}  ${message}`);
  for (const path of report.unknown) context.print(`unknown  ${path}  no question asks for this`);
  context.print(report.ok ? "The answers are complete and right." : `${report.failures.length + report.faults.length} to correct.`);
}

const answer: Command = {
  name: "questionnaire answer",
  usage: ANSWER_USAGE,
  summary: "evaluate answers against a workbook: relevance, calculations, what is missing or wrong",
  database: false,
  async run(context) {
    const asked = optionsOf(context.args, ["answers", "table", "now", "language", "seed"]);
    const one = (name: string): string | undefined => asked?.options.get(name)?.at(-1);
    const answersFile = one("answers");
    const now = one("now") ?? STILL;
    if (asked === null || answersFile === undefined || Number.isNaN(Date.parse(now))) return usage(context, ANSWER_USAGE);
    const [workbook, given] = [await bytesOf(context, asked.file), await bytesOf(context, answersFile)];
    if (workbook === null || given === null) return 2;
    const { model, report } = await checkUpload(context.pack, workbook);
    if (model === null) {
      if (context.json) context.print(canonicalJson(checkReport({ ...report, model }, say)));
      else printCheck(context, asked.file, checkReport({ ...report, model }, say));
      return 1;
    }
    const answers = answersIn(context, answersFile, given);
    if (answers === null) return 1;
    const tables = await tablesIn(context, asked.options.get("table") ?? []);
    if (tables === null) return 2;
    const random = seeded(one("seed") ?? "inteko");
    const language = modelLanguage(model, one("language") ?? "");
    const result = answerReport(model, answers, { now, random: () => random.uniform(), language, tables }, say);
    if (context.json) context.print(canonicalJson(result));
    else printAnswers(context, result);
    return result.ok ? 0 : 1;
  },
};

export const commands: readonly Command[] = [check, answer];
