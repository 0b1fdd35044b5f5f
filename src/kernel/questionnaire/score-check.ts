/** Checks the columns that make a question part of a test, cell by cell. */
import { columnLetters } from "#platform/tabular/table-problem.ts";
import type { Sheet } from "#platform/tabular/workbook.ts";
import { headerKey } from "./capacity.ts";
import { eachItem } from "./model.ts";
import type { Item, Model } from "./model.ts";
import { correctOf, scoreCell, type ScoreColumn } from "./score.ts";
import { w } from "./score-words.ts";
import { typeOf } from "./types.ts";
import type { QuestionnaireProblem } from "./workbook.ts";

const POINTS = /^(?:[1-9]\d?|100)$/;

/** What is wrong with the key of a test: a choice that the list has not, points that are no number from 1 to 100. A workbook without the columns has nothing to check. */
export function checkScores(model: Model, sheets: readonly Sheet[]): QuestionnaireProblem[] {
  const survey = sheets.find((sheet) => sheet.name === model.items[0]?.origin.sheet);
  const headers = (survey?.rows[0] ?? []).map((cell) => (typeof cell === "string" ? cell : ""));
  const problems: QuestionnaireProblem[] = [];
  const add = (code: keyof typeof w, item: Item, column: ScoreColumn, values: Record<string, string> = {}): void => {
    const index = headers.findIndex((header) => headerKey(header) === column);
    const letters = columnLetters(index + 1);
    const cell = `${letters}${item.origin.row}`;
    problems.push({
      sheet: item.origin.sheet,
      row: item.origin.row,
      column: letters,
      code: `score.${code}`,
      severity: "error",
      text: w[code],
      values: { ...values, cell, header: headers[index] ?? column },
    });
  };
  eachItem(model.items, (item, _path, ancestors) => {
    const correct = item.kind === "question" ? correctOf(item) : scoreCell(item, "correct") === "" ? [] : ["?"];
    const points = scoreCell(item, "points");
    if (points !== "" && !POINTS.test(points)) add("pointsStrange", item, "points", { given: points });
    if (points !== "" && correct.length === 0) add("pointsWithoutKey", item, "points");
    if (correct.length === 0) return;
    const answer = item.kind === "question" ? typeOf(item.type).answer : "none";
    if (item.kind !== "question" || item.list === "" || (answer !== "one" && answer !== "many")) {
      add("notChoices", item, "correct");
      return;
    }
    if (ancestors.some((each) => each.kind === "repeat")) add("inRepeat", item, "correct");
    if (answer === "one" && correct.length > 1) add("oneOnly", item, "correct", { given: correct.join(" ") });
    const names = (model.lists[item.list] ?? []).map((choice) => choice.name);
    const stray = correct.find((name) => !names.includes(name));
    if (stray !== undefined) add("choiceUnknown", item, "correct", { given: stray, list: item.list, names: names.join(", ") });
  });
  return problems;
}
