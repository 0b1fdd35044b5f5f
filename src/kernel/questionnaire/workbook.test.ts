/** Authors bring workbooks and are told, cell by cell, what is wrong with them. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { speak } from "#platform/i18n/text.ts";
import type { Cell, Sheet } from "#platform/tabular/workbook.ts";
import type { Question } from "./model.ts";
import { modelOf, sheet } from "./sample-sheets.ts";
import { checkWorkbook } from "./workbook.ts";

const HEAD = ["type", "name", "label"];
const choices = sheet("choices", ["list_name", "name", "label"], ["yn", "yes", "Yes"], ["yn", "no", "No"]);

function found(...sheets: Sheet[]): string[] {
  return checkWorkbook(sheets).problems.map(
    ({ severity, sheet: name, column, row, code }) => `${severity} ${name}!${column}${row} ${code}`,
  );
}

/** Findings of a survey of one row below the given header. */
function oneRow(header: string[], row: Cell[], ...more: Sheet[]): string[] {
  return found(sheet("survey", [...HEAD, ...header], row), ...more);
}

describe("Claudine brings a workbook and is told which cell is wrong", () => {
  test.each<[string, string[], Cell[], string]>([
    ["an unknown type", [], ["txt", "a", "A"], "error survey!A2 typeUnknown"],
    ["a type from elsewhere", [], ["include", "a", "A"], "error survey!A2 typeRefused"],
    ["an external XML file", [], ["xml-external", "a", ""], "error survey!A2 typeRefused"],
    ["no type", [], [null, "a", "A"], "error survey!A2 typeMissing"],
    ["no name", [], ["text", null, "A"], "error survey!B2 nameMissing"],
    ["a name with a space", [], ["text", "my name", "A"], "error survey!B2 nameInvalid"],
    ["no label", [], ["text", "a", null], "error survey!C2 labelMissing"],
    ["a select without list", [], ["select_one", "a", "A"], "error survey!A2 listMissing"],
    ["a list that is not there", [], ["select_one towns", "a", "A"], "error survey!A2 listUnknown"],
    ["choices from a geojson file", [], ["select_one_from_file a.geojson", "a", "A"], "error survey!A2 fileUnsupported"],
    ["choices from answers", [], ["select_one ${a}", "a", "A"], "error survey!A2 listFromAnswers"],
    ["a wrong reference in a condition", ["relevant"], ["text", "a", "A", "${b} = 1"], "error survey!D2 referenceUnknown"],
    ["a wrong reference in a label", [], ["text", "a", "Dear ${b}"], "error survey!C2 referenceUnknown"],
    ["the answers of last time", ["default"], ["text", "a", "A", "${last-saved#a}"], "error survey!D2 expression.lastSaved"],
    ["a constraint that stops early", ["constraint"], ["integer", "a", "A", ". > "], "error survey!D2 expression.endsEarly"],
    ["an unknown function", ["calculation"], ["calculate", "a", null, "frob(1)"], "error survey!D2 expression.unknownFunction"],
    [
      "an unsupported function",
      ["calculation"],
      ["calculate", "a", null, "digest('a','MD5')"],
      "error survey!D2 expression.refusedFunction",
    ],
    ["too few values", ["calculation"], ["calculate", "a", null, "if(1)"], "error survey!D2 expression.tooFewArguments"],
    ["a calculation that is missing", ["calculation"], ["calculate", "a", null, null], "error survey!D2 calculationMissing"],
    [
      "a list that instance() does not find",
      ["calculation"],
      ["calculate", "a", null, "instance('x')/root/item/label"],
      "error survey!D2 instanceUnknown",
    ],
    ["choices searched in a file", ["appearance"], ["text", "a", "A", "search('towns')"], "error survey!D2 searchUnsupported"],
    ["a broken parameter", ["parameters"], ["range", "a", "A", "start=1 end"], "error survey!D2 parameterUnreadable"],
    ["a range in words", ["parameters"], ["range", "a", "A", "start=one"], "error survey!D2 parameterNotNumber"],
    ["a trigger in words", ["trigger"], ["text", "a", "A", "b"], "error survey!D2 triggerUnreadable"],
    ["a text without quotes", ["relevant"], ["text", "a", "A", "yes = 1"], "warning survey!D2 pathNowhere"],
    ["an unknown appearance", ["appearance"], ["text", "a", "A", "sparkling"], "warning survey!D2 appearanceUnknown"],
    ["an unknown parameter", ["parameters"], ["text", "a", "A", "colour=red"], "warning survey!D2 parameterUnknown"],
    ["an unknown column", ["remark"], ["text", "a", "A", "x"], "warning survey!D1 columnKept"],
    ["a row of remarks", ["remark"], [null, null, null, "x"], "warning survey!A2 rowIgnored"],
    ["a filter without choices", ["choice_filter"], ["text", "a", "A", "1 = 1"], "warning survey!D2 filterWithoutChoices"],
    ["a message without rule", ["constraint_message"], ["text", "a", "A", "No!"], "warning survey!D2 messageWithoutRule"],
    ["a trigger", ["trigger"], ["text", "a", "A", "${a}"], "warning survey!D2 triggerAlways"],
    ["an audit", [], ["audit", "a", null], "warning survey!A2 notRecorded"],
    ["a table to attach", ["calculation"], ["calculate", "a", null, "pulldata('t', 'x', 'y', '1')"], "warning survey!D2 tableNeeded"],
    ["a cell without header", [], ["text", "a", "A", "stray"], "warning survey!D2 noHeader"],
  ])("%s", (_title, header, row, expected) => {
    expect(oneRow(header, row)).toContain(expected);
  });

  test("merged headers, doubled columns and formulas without value", () => {
    const merged = {
      ...sheet("survey", HEAD, ["text", "a", "A"]),
      merged: [
        { row: 1, column: 2, rows: 1, columns: 2 },
        { row: 2, column: 1, rows: 2, columns: 1 },
      ],
    };
    expect(found(merged)).toEqual(["error survey!B1 headerMerged", "warning survey!A2 cellsMerged"]);
    expect(oneRow(["caption"], ["text", "a", "A", "B"])).toContain("error survey!D1 columnTwice");
    const formula = { ...sheet("survey", HEAD, ["text", "a", "A", null]), formulas: [{ row: 2, column: 4 }] };
    expect(found(formula)).toEqual(["warning survey!D2 formulaEmpty"]);
  });

  test("groups that do not close as they open", () => {
    const survey = (...rows: Cell[][]) => found(sheet("survey", HEAD, ...rows));
    const question = ["text", "a", "A"];
    expect(survey(["begin group", "g", "G"], question)).toContain("error survey!A2 notClosed");
    expect(survey(question, ["end group"])).toContain("error survey!A3 endAlone");
    expect(survey(["begin repeat", "g", "G"], question, ["end group"])).toContain("error survey!A4 endOther");
    expect(survey(["begin group", "g", "G"], ["end_group"])).toEqual(["warning survey!A2 sectionEmpty"]);
  });

  test("a thousand groups inside one another are refused, not walked", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ["begin group", `g${index}`, "G"]);
    const ends = rows.map(() => ["end group"]);
    expect(found(sheet("survey", HEAD, ...rows, ["text", "a", "A"], ...ends))).toContain("error survey!A52 nestedTooDeep");
  });

  test("a phone number brings its own rule and hint", () => {
    const model = modelOf(
      sheet("survey", ["type", "name", "label::French (fr)"], ["phone number", "p", "P"]),
      sheet("settings", ["default_language"], ["French (fr)"]),
    );
    expect(model.items[0]).toMatchObject({
      type: "text",
      constraint: "regex(., '^\\d*$')",
      hint: { "French (fr)": "Écrivez seulement des chiffres." },
    });
  });

  test("names used twice, and references that could mean two questions", () => {
    const survey = (...rows: Cell[][]) => found(sheet("survey", HEAD, ...rows));
    expect(survey(["text", "a", "A"], ["text", "a", "B"])).toEqual(["error survey!B3 nameTwice"]);
    const twice: Cell[][] = [
      ["begin group", "g", "G"],
      ["text", "a", "A"],
      ["end group"],
      ["begin group", "h", "H"],
      ["text", "a", "A"],
      ["end group"],
    ];
    expect(survey(...twice)).toEqual([]);
    expect(survey(...twice, ["note", "n", "Dear ${a}"])).toEqual(["error survey!C8 referenceAmbiguous"]);
  });

  test("questions that wait for each other", () => {
    const { problems } = checkWorkbook([
      sheet(
        "survey",
        [...HEAD, "calculation", "relevant"],
        ["calculate", "a", null, "${b} + 1"],
        ["calculate", "b", null, "${c} + 1"],
        ["calculate", "c", null, "1", "${a} > 1"],
      ),
    ]);
    expect(problems.map((problem) => [problem.code, problem.values["names"]])).toEqual([["circle", "a → b → c → a"]]);
    expect(oneRow(["calculation"], ["calculate", "a", null, "${a} + 1"])).toEqual(["error survey!D2 circle"]);
  });

  test("two circles in one form are both named", () => {
    const rows: Cell[][] = [
      ["calculate", "a", null, "${b} + 1"],
      ["calculate", "b", null, "${a} + 1"],
      ["integer", "c", "C", null],
      ["calculate", "d", null, "${d} + ${c}"],
    ];
    expect(found(sheet("survey", [...HEAD, "calculation"], ...rows))).toEqual(["error survey!D2 circle", "error survey!D5 circle"]);
  });

  test("a group that is shown when a question inside it is answered waits for itself", () => {
    const rows: Cell[][] = [["begin group", "g", "G", "${a} = 1"], ["text", "a", "A"], ["end group"]];
    expect(found(sheet("survey", [...HEAD, "relevant"], ...rows))).toEqual(["error survey!D2 circle"]);
  });

  test("choices that nobody could pick or tell apart", () => {
    const survey = (type: string) => sheet("survey", HEAD, [type, "a", "A"]);
    const list = (...rows: Cell[][]) => sheet("choices", ["list_name", "name", "label"], ...rows);
    expect(found(survey("select_one l"), list(["l", null, "X"]))).toContain("error choices!B2 choiceWithoutName");
    expect(found(survey("select_one l"), list(["l", "x", "X"], ["l", "x", "Y"]))).toEqual(["error choices!B3 choiceTwice"]);
    expect(
      found(survey("select_one l"), list(["l", "x", "X"], ["l", "x", "Y"]), sheet("settings", ["allow_choice_duplicates"], ["yes"])),
    ).toEqual([]);
    expect(found(survey("select_multiple l"), list(["l", "x y", "X"]))).toEqual(["error survey!A2 choiceWithSpace"]);
    expect(found(survey("select_one l"), list(["l", "x", null], [null, "y", "Y"]))).toEqual([
      "warning choices!C2 choiceWithoutLabel",
      "warning choices!A3 choiceWithoutList",
    ]);
    expect(found(survey("select_one l"), sheet("choices", ["name"], ["x"]))).toContain("error choices!A1 columnMissing");
  });

  test("a workbook without survey sheet, and sheets that are not read", () => {
    expect(found(sheet("a"), sheet("b"))).toContain("error a!A1 surveyMissing");
    expect(found(sheet("survey", HEAD, ["text", "a", "A"]), sheet("stettings", ["x"]), sheet("_mine", ["x"]), sheet("blank"))).toEqual([
      "warning stettings!A1 sheetIgnored",
    ]);
  });

  test("texts that are missing in a language are counted once per column", () => {
    const survey = sheet(
      "survey",
      ["type", "name", "label::English (en)", "label::Kinyarwanda (rw)"],
      ["text", "a", "A", "A"],
      ["text", "b", "B"],
      ["text", "c", "C"],
    );
    const { problems, languages } = checkWorkbook([survey]);
    expect(languages).toEqual(["English (en)", "Kinyarwanda (rw)"]);
    expect(problems.map(({ code, row, values }) => [code, row, values["n"]])).toEqual([["translationMissing", 3, 2]]);
  });

  test("every finding is a whole sentence with its cell and header, in three languages", () => {
    const [problem] = checkWorkbook([sheet("survey", [...HEAD, "relevant"], ["text", "a", "A", "${b} = 1"])]).problems;
    const says = (["en", "fr", "rw"] as const).map((language) => speak(language)(problem!.text, problem!.values));
    expect(says[0]).toBe("Cell D2 (column “relevant”): No question is called “b”.");
    expect(says[1]).toContain("D2");
    expect(says[2]).toMatch(/^Akazu D2/);
  });
});

describe("What a workbook says is in the model", () => {
  test("aliases, languages, media and curly quotes are understood", () => {
    const model = modelOf(
      sheet(
        "Survey",
        [
          "Type",
          "Name",
          "LABEL:English",
          "label::French (fr)",
          "media::image::English",
          "audio",
          "Relevance",
          "requiredMsg",
          "required",
          "read only",
          "bind::constraint",
        ],
        ["select1 yn", "ok", "Fine?", "Bien ?", "a.png", "a.mp3", null, "Say!", true, false, ". != ‘no’"],
        ["trigger", "seen", "Seen", "Vu", null, null, "${ok} = “yes”"],
      ),
      choices,
    );
    const [ok, seen] = model.items as [Question, Question];
    expect(ok).toMatchObject({
      type: "select_one",
      list: "yn",
      required: "true()",
      readonly: "",
      constraint: ". != 'no'",
      label: { English: "Fine?", "French (fr)": "Bien ?" },
    });
    expect(ok.media).toEqual({ image: { English: "a.png" }, audio: { default: "a.mp3" } });
    expect(ok.requiredMessage).toEqual({ default: "Say!" });
    expect(seen).toMatchObject({ type: "acknowledge", relevant: '${ok} = "yes"' });
  });

  test("or_other adds its choice and its question", () => {
    const model = modelOf(sheet("survey", HEAD, ["select_multiple yn or_other", "a", "A"]), choices);
    expect(model.items.map((item) => [item.name, item.relevant])).toEqual([
      ["a", ""],
      ["a_other", "selected(../a, 'other')"],
    ]);
    expect(model.lists["yn"]?.map((choice) => choice.name)).toEqual(["yes", "no", "other"]);
  });

  test("a loop asks its questions once per choice", () => {
    const model = modelOf(
      sheet("survey", HEAD, ["begin loop over yn", "l", null], ["integer", "n", "How many %(label)s?"], ["end loop"]),
      choices,
    );
    const [loop] = model.items;
    expect(loop?.kind === "group" && loop.items.map((item) => item.kind === "group" && item.items[0]?.label["default"])).toEqual([
      "How many Yes?",
      "How many No?",
    ]);
  });

  test("unknown columns and settings are kept, and numbers and truths read as a spreadsheet shows them", () => {
    const model = modelOf(
      sheet("survey", [...HEAD, "body::rows", "default"], ["text", false, 1, 12, 3.5]),
      sheet("settings", ["form_title", "form_id", "public_key"], ["T", "t", "KEY"]),
    );
    expect(model.items[0]).toMatchObject({ name: "FALSE", label: { default: "1" }, default: "3.5", extra: { "body::rows": "12" } });
    expect(model.settings).toMatchObject({ title: "T", id: "t", extra: { public_key: "KEY" } });
  });

  test("lists of the same name on three sheets stay three lists", () => {
    const list = (name: string) => sheet(name, ["list_name", "name", "label"], ["c", `from_${name}`, "X"]);
    const model = modelOf(
      sheet("survey", HEAD, ["select_one c", "a", "A"], ["select_one_external c", "b", "B"], ["osm c", "d", "D"]),
      list("choices"),
      list("external_choices"),
      list("osm"),
    );
    expect(Object.keys(model.lists)).toEqual(["c", "external:c", "osm:c"]);
  });

  test("the model survives being stored as JSON", () => {
    const model = modelOf(
      sheet("survey", [...HEAD, "calculation"], ["select_one yn", "a", "A"], ["calculate", "b", null, "${a}"]),
      choices,
    );
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  test("no workbook makes the check throw", () => {
    const word = fc.constantFrom<Cell>(
      "type",
      "name",
      "label",
      "relevant",
      "begin group",
      "end group",
      "begin repeat",
      "select_one yn",
      "text",
      "calculate",
      "${a}",
      "a",
      "__proto__",
      "constructor",
      "list_name",
      "yn",
      null,
      3,
      true,
      new Date(0),
      "label::fr",
      "choice_filter",
      "begin loop over yn",
      "end loop",
    );
    const grid = fc.array(fc.array(fc.oneof(word, fc.string()), { maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("survey", "choices", "settings", "entities", "x"), grid), { maxLength: 4 }),
        (sheets) => {
          checkWorkbook(sheets.map(([name, rows]) => sheet(name, ...rows)));
        },
      ),
      { numRuns: 500 },
    );
  });
});
