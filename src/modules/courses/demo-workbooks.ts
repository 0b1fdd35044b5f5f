/** Workbooks of the demonstration: tests with their key in the columns `correct` and `points`, and the evaluation at the end of a course. */
import { workbookBytes } from "#kernel/questionnaire/example.ts";
import { seeded } from "#methods/draw/random.ts";
import type { Language } from "#platform/i18n/text.ts";
import type { Cell, Sheet } from "#platform/tabular/workbook.ts";
import type { DemoTest } from "./demo-shapes.ts";
import type { Wording } from "./schema.ts";
import { w } from "./words-evaluation.ts";

const COLUMNS: readonly (readonly [Language, string])[] = [
  ["en", "English (en)"],
  ["fr", "Français (fr)"],
  ["rw", "Kinyarwanda (rw)"],
];

const sheet = (name: string, rows: Cell[][]): Sheet => ({ name, rows, merged: [], formulas: [] });
const said = (wording: Wording, language: Language): string | null => wording[language]?.replace(/^≈/u, "") ?? null;

/** The languages that every question and answer of a test is written in. */
function languagesOf(test: DemoTest): typeof COLUMNS {
  const texts = [test.title, ...test.questions.flat()];
  return COLUMNS.filter(([language]) => texts.every((text) => (text as Wording)[language] !== undefined));
}

/** The sheets of a test as its author would type them. Choices are shuffled the same way each time, so that the right one is not always first. */
export function testSheets(test: DemoTest): Sheet[] {
  const columns = languagesOf(test);
  const labels = (wording: Wording): Cell[] => columns.map(([language]) => said(wording, language));
  const survey: Cell[][] = [];
  const choices: Cell[][] = [];
  test.questions.forEach(([question, ...answers], index) => {
    const name = `q${String(index + 1).padStart(2, "0")}`;
    const order = seeded(`${test.code} ${name}`).sample([...answers.keys()], answers.length);
    const letters = order.map((_, place) => "abcd".charAt(place));
    survey.push([`select_one ${name}`, name, ...labels(question), "yes", letters[order.indexOf(0)] ?? "a", "1"]);
    order.forEach((answer, place) => {
      const text = answers[answer];
      if (text !== undefined) choices.push([name, letters[place] ?? "a", ...labels(text)]);
    });
  });
  const heads = columns.map(([, column]) => `label::${column}`);
  return [
    sheet("survey", [["type", "name", ...heads, "required", "correct", "points"], ...survey]),
    sheet("choices", [["list_name", "name", ...heads], ...choices]),
    sheet("settings", [
      ["form_title", "form_id", "version", "default_language"],
      [said(test.title, "en"), `test_${test.code.toLowerCase()}`, "1", columns[0]?.[1] ?? "English (en)"],
    ]),
  ];
}

/** The questions of the evaluation by name: what summaries of sessions read. The first four are 1 to 5. */
export const EVALUATION_RATINGS = ["relevance", "delivery", "logistics", "usefulness"] as const;

/** The sheets of the evaluation at the end of any course. */
export function evaluationSheets(): Sheet[] {
  const labels = (text: Wording): Cell[] => COLUMNS.map(([language]) => said(text, language));
  const marks = [w.mark1, w.mark2, w.mark3, w.mark4, w.mark5];
  const heads = COLUMNS.map(([, column]) => `label::${column}`);
  return [
    sheet("survey", [
      ["type", "name", ...heads, "required", "appearance"],
      ...EVALUATION_RATINGS.map((name): Cell[] => ["select_one mark", name, ...labels(w[name]), "yes", null]),
      ["text", "useful_part", ...labels(w.useful_part), null, "multiline"],
      ["text", "change", ...labels(w.change), null, "multiline"],
      ["text", "missing", ...labels(w.missing), null, "multiline"],
    ]),
    sheet("choices", [
      ["list_name", "name", ...heads],
      ...marks.map((text, index): Cell[] => ["mark", String(index + 1), ...labels(text)]),
    ]),
    sheet("settings", [
      ["form_title", "form_id", "version", "default_language"],
      [said(w.title, "en"), "course_evaluation", "1", "English (en)"],
    ]),
  ];
}

/** A test as an .xlsx file. */
export const testWorkbook = (test: DemoTest): Promise<Uint8Array> => workbookBytes(testSheets(test));

/** The evaluation as an .xlsx file. */
export const evaluationWorkbook = (): Promise<Uint8Array> => workbookBytes(evaluationSheets());
