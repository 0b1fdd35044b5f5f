/** Published XLSForm workbooks load whole: compared, where the collection is at hand, with the forms that the reference converter makes of them. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "#platform/tabular/workbook.ts";
import { evaluate } from "./evaluate.ts";
import { eachItem } from "./model.ts";
import type { Item, Model, Translations } from "./model.ts";
import { modelOf, sheet } from "./sample-sheets.ts";
import { checkWorkbook } from "./workbook.ts";

const FOLDER = resolve("../shared/data/xlsform/pyxform/tests");
const WORKBOOKS = existsSync(FOLDER) ? readdirSync(`${FOLDER}/example_xls`).filter((file) => file.endsWith(".xlsx")) : [];

/** Refused by the converter or by the form validator behind it; we refuse them for the cell named. */
const REFUSED: Readonly<Record<string, string>> = {
  "include.xlsx": "A3 typeRefused",
  "include_json.xlsx": "A2 typeRefused",
  "bad_calc.xlsx": "D2 expression.textNotClosed",
};

function plain(text: string): string {
  return text
    .replaceAll(/<output\s+value="[^"]*?([\w.-]+)\s*"\s*\/>/g, "${$1}")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/\s+/g, "");
}

function textsOf(model: Model): Set<string> {
  const texts = new Set<string>();
  const add = (...all: Translations[]): void => {
    for (const text of all.flatMap((each) => Object.values(each))) texts.add(plain(text));
  };
  eachItem(model.items, (item) => {
    add(item.label, item.hint, ...Object.values(item.media));
    if (item.kind === "question") add(item.constraintMessage, item.requiredMessage, item.guidance);
  });
  for (const choice of Object.values(model.lists).flat()) add(choice.label, ...Object.values(choice.media));
  return texts;
}

const COLUMNS = { relevant: "relevant", constraint: "constraint", calculate: "calculation", readonly: "readonly" } as const;

/** What an XForm has and the model lacks: questions, rules, texts, media. Generated helpers of the converter are left out. */
function missing(xform: string, model: Model): string[] {
  const items = new Map<string, { item: Item; above: readonly Item[] }>();
  eachItem(model.items, (item, _path, above) => items.set(item.name, { item, above }));
  const lost: string[] = [];
  for (const [bind] of xform.matchAll(/<bind\b[^>]*>/g)) {
    const attribute = (name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(bind)?.[1] ?? "";
    const path = attribute("nodeset");
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (path.includes("/meta/") || name.endsWith("_count") || name.startsWith("reserved_name_")) continue;
    const found = items.get(name);
    if (found === undefined) lost.push(path);
    else lost.push(...lostRules(found, attribute).map((rule) => `${path} ${rule}`));
  }
  const texts = textsOf(model);
  for (const [, text = ""] of xform.matchAll(/<(?:value|label|hint)(?:\s[^>]*)?>((?:[^<]|<output[^>]*>)+)<\/(?:value|label|hint)>/g)) {
    const said = plain(text.replace(/^jr:\/\/\w+\//, ""));
    if (said !== "" && said !== "-" && !texts.has(said)) lost.push(`text ${text}`);
  }
  return lost;
}

function lostRules({ item, above }: { item: Item; above: readonly Item[] }, attribute: (name: string) => string): string[] {
  const values = item as unknown as Readonly<Record<string, string>>;
  const lost: string[] = Object.entries(COLUMNS)
    .filter(([name, column]) => attribute(name) !== "" && !values[column])
    .map(([name]) => name)
    // A flat form writes a group’s condition on each question; notes are read-only by their type.
    .filter((name) => !(name === "relevant" && above.some((each) => each.relevant !== "")))
    .filter((name) => !(name === "readonly" && values["type"] === "note"));
  if (attribute("required") === "true()" && values["required"] !== "true()") lost.push("required");
  return lost;
}

describe("The comparison itself sees what is lost", () => {
  const model = modelOf(sheet("survey", ["type", "name", "label", "relevant"], ["text", "a", "Dear ${a}", "1 = 1"]));
  test("a form that is whole", () => {
    expect(missing('<bind nodeset="/data/a" relevant="1"/><value>Dear <output value=" /data/a "/></value>', model)).toEqual([]);
  });
  test("a lost question, a lost rule, a lost text", () => {
    expect(
      missing('<bind nodeset="/data/b"/><bind nodeset="/data/a" constraint="1" required="true()"/><value>Gone</value>', model),
    ).toEqual(["/data/b", "/data/a constraint", "/data/a required", "text Gone"]);
  });
});

describe("Every published workbook loads whole or is refused for a cell", () => {
  test(`${WORKBOOKS.length} workbooks`, async () => {
    for (const file of WORKBOOKS) {
      const book = await readWorkbook(readFileSync(`${FOLDER}/example_xls/${file}`));
      if (!book.ok) throw new Error(`${file} ${JSON.stringify(book.problems)}`);
      const { ok, model, problems } = checkWorkbook(book.sheets);
      const errors = problems.filter(({ severity }) => severity === "error").map(({ column, row, code }) => `${column}${row} ${code}`);
      expect([file, errors]).toEqual([file, REFUSED[file] === undefined ? [] : [REFUSED[file]]]);
      expect([file, ok]).toEqual([file, REFUSED[file] === undefined]);
      if (model === null) continue;
      expect([file, JSON.parse(JSON.stringify(model))]).toEqual([file, model]);
      const xform = `${FOLDER}/test_expected_output/${file.replace("xlsx", "xml")}`;
      if (existsSync(xform)) expect([file, missing(readFileSync(xform, "utf8"), model)]).toEqual([file, []]);
      const { faults } = evaluate(model, {}, { now: "2026-03-31T09:05:00.000+02:00", random: () => 0.5 });
      expect([file, faults.map((fault) => fault.code)]).toEqual([file, file === "pull_data.xlsx" ? ["expression.unknownTable"] : []]);
    }
  });
});
