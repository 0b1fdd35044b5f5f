/** The key of a test: read from a workbook, checked cell by cell, scored, and never sent to whoever is tested. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadPack } from "#kernel/pack/load.ts";
import type { Cell } from "#platform/tabular/workbook.ts";
import { checkSheets } from "./check-upload.ts";
import { sheet } from "./sample-sheets.ts";
import { scoredQuestions, scoreOf, withoutKey } from "./score.ts";

const pack = loadPack(join(import.meta.dirname, "../../../packs/rwanda"));

const workbook = (...rows: Cell[][]) => [
  sheet("survey", ["type", "name", "label", "Correct", "points"], ...rows),
  sheet(
    "choices",
    ["list_name", "name", "label"],
    ["quorum", "half", "Half of the members"],
    ["quorum", "thirds", "Two thirds of the members"],
    ["papers", "minutes", "Minutes"],
    ["papers", "list", "List of those present"],
    ["papers", "photo", "A photograph"],
  ),
];

const checked = (...rows: Cell[][]) => checkSheets(pack, workbook(...rows));

const TEST = checked(
  ["select_one quorum", "q1", "When may the council decide?", "thirds", "2"],
  ["select_multiple papers", "q2", "What does the secretary keep?", "minutes list", null],
  ["text", "q3", "What else?", null, null],
);

test("Pacifique’s test has two scored questions, and its columns are no surprise to the check", () => {
  expect(TEST.report.problems).toEqual([]);
  expect(scoredQuestions(TEST.model!).map(({ path, many, correct, points, choices }) => [path, many, correct, points, choices])).toEqual([
    ["/q1", false, ["thirds"], 2, ["half", "thirds"]],
    ["/q2", true, ["minutes", "list"], 1, ["minutes", "list", "photo"]],
  ]);
});

test.each([
  [{ "/q1": "thirds", "/q2": "list minutes" }, 3, 100],
  [{ "/q1": "thirds", "/q2": "minutes" }, 2, 67],
  [{ "/q1": "half", "/q2": "minutes list photo" }, 0, 0],
  [{ "/q3": "thirds" }, 0, 0],
])("answers %j score %d of 3 points, %d percent", (answers: Record<string, string>, points, percent) => {
  expect(scoreOf(TEST.model!, { answers })).toMatchObject({ points, most: 3, percent });
});

test("an unanswered question is told apart from a wrong one", () => {
  expect(scoreOf(TEST.model!, { answers: { "/q1": "half" } }).items).toEqual([
    { path: "/q1", given: ["half"], right: false, points: 0 },
    { path: "/q2", given: null, right: false, points: 0 },
  ]);
});

test("a questionnaire without a key scores nothing, rather than zero", () => {
  const { model } = checked(["select_one quorum", "q1", "When?", null, null]);
  expect(scoreOf(model!, { answers: { "/q1": "half" } })).toEqual({ items: [], points: 0, most: 0, percent: null });
});

test("what is sent to a phone holds the questions and not the key", () => {
  const sent = withoutKey(TEST.model!);
  expect(scoredQuestions(sent)).toEqual([]);
  expect(sent.items.map((item) => item.name)).toEqual(["q1", "q2", "q3"]);
  expect(JSON.stringify(sent).toLowerCase()).not.toContain('"correct"');
});

test.each<[Cell[], string, string]>([
  [["select_one quorum", "q1", "When?", "all", null], "score.choiceUnknown", "D2"],
  [["select_one quorum", "q1", "When?", "half thirds", null], "score.oneOnly", "D2"],
  [["integer", "q1", "How many?", "5", null], "score.notChoices", "D2"],
  [["select_one quorum", "q1", "When?", "half", "0"], "score.pointsStrange", "E2"],
  [["select_one quorum", "q1", "When?", null, "2"], "score.pointsWithoutKey", "E2"],
])("the row %j is refused as %s in cell %s", (row, code, cell) => {
  const { model, report } = checked(row);
  expect(model).toBeNull();
  expect(report.problems.map((problem) => [problem.code, problem.values["cell"]])).toEqual([[code, cell]]);
});

test("a question inside a repeat is no part of a test", () => {
  const { report } = checked(
    ["begin repeat", "visit", "Visit", null, null],
    ["select_one quorum", "q1", "When?", "half", null],
    ["end repeat", null, null, null, null],
  );
  expect(report.problems.map((problem) => problem.code)).toEqual(["score.inRepeat"]);
});
