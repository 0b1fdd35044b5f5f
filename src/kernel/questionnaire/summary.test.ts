/** The reports of the two commands hold the same bytes for the same input. */
import { expect, test } from "vitest";
import { speak } from "#platform/i18n/text.ts";
import { modelOf, sheet } from "./sample-sheets.ts";
import { answerReport, checkReport } from "./summary.ts";
import { checkWorkbook } from "./workbook.ts";

const say = speak("en");
const survey = sheet(
  "survey",
  ["type", "name", "label", "constraint"],
  ["integer", "z", "Z", ". > 3"],
  ["text", "a", "A"],
  ["text", "b", "B"],
);

test("Eric checks a workbook and gets counts by type, languages and findings", () => {
  const report = checkReport(checkWorkbook([survey, sheet("other", ["x"])]), say);
  expect(JSON.stringify(report)).toBe(
    '{"ok":true,"questions":{"integer":1,"text":2},"languages":["default"],"problems":[{"sheet":"other","row":1,"column":"A","code":"sheetIgnored","severity":"warning","message":"Cell A1 (column “–”): The sheet “other” is not part of a questionnaire and is not read."}]}',
  );
});

test("the order in which answers were given does not show in the report", () => {
  const model = modelOf(survey);
  const env = { now: "2026-03-31T09:05:00.000+02:00", random: () => 0.5 };
  const one = JSON.stringify(answerReport(model, { z: 1, a: "x" }, env, say));
  expect(JSON.stringify(answerReport(model, { a: "x", z: "1" }, env, say))).toBe(one);
  expect(JSON.parse(one)).toMatchObject({
    ok: false,
    values: { a: "x", z: 1 },
    relevant: { "/a": true },
    failures: [{ path: "/z", kind: "constraint", message: "This answer does not meet the condition set for the question." }],
  });
  expect(Object.keys(JSON.parse(one) as object)).toEqual(Object.keys(JSON.parse(one) as object).toSorted());
});
