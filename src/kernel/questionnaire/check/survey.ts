/** Builds the survey tree from the rows of the survey sheet: what opens, what closes, what stands between. */
import type { Choice, Group, Item, Question, Translations } from "#kernel/questionnaire/model.ts";
import { typeOf } from "#kernel/questionnaire/types.ts";
import { codedLanguages, nameOf, questionOf, sectionOf } from "./items.ts";
import { inEach, listKey, shownList } from "./lists.ts";
import type { ListDraft } from "./lists.ts";
import type { Report } from "./report.ts";
import type { Row, Table } from "./table.ts";
import { readType } from "./type-names.ts";
import type { TypeCell } from "./type-names.ts";
import { written } from "./words.ts";

/** Deepest nesting of groups and repeats; forms in use stay below ten. */
const MAX_NESTING = 50;

interface Open {
  readonly what: "group" | "repeat" | "loop";
  readonly row: Row | null;
  readonly name: string;
  readonly list: string;
  readonly items: Item[];
  /** Names used so far at this level, and the row of each. */
  readonly names: Map<string, number>;
}

interface Survey {
  readonly lists: ReadonlyMap<string, ListDraft>;
  readonly languages: readonly string[];
  readonly report: Report;
  readonly open: Open[];
}

function opened(what: Open["what"], row: Row | null, name: string, list = ""): Open {
  return { what, row, name, list, items: [], names: new Map() };
}

/** The items of the survey sheet. Lists gain the choice that `or_other` adds. */
export function readSurvey(table: Table, lists: ReadonlyMap<string, ListDraft>, languages: readonly string[], report: Report): Item[] {
  const survey: Survey = { lists, languages, report, open: [opened("group", null, "")] };
  for (const row of table.rows) {
    if (["yes", "true"].includes(row.text("disabled").toLowerCase())) continue;
    readRow(survey, row);
  }
  const root = survey.open[0]!;
  for (const left of survey.open.slice(1)) {
    if (left.row !== null) report.error("notClosed", left.row.cell("type"), { name: left.name });
  }
  return root.items;
}

function readRow(survey: Survey, row: Row): void {
  const { report } = survey;
  const text = row.text("type");
  const isDeep = survey.open.length === MAX_NESTING + 1;
  if (text === "") {
    // A row with a name or a label is a question whose type was forgotten; anything else is a remark of the author.
    const meant = row.text("name") !== "" || Object.keys(row.translations("label")).length > 0;
    if (meant) report.error("typeMissing", row.cell("type"));
    else report.warning("rowIgnored", row.cell("type"));
    return;
  }
  const type = readType(text);
  switch (type.kind) {
    case "begin":
      if (isDeep) report.error("nestedTooDeep", row.cell("type"), { limit: MAX_NESTING });
      survey.open.push(opened(type.what, row, declare(survey, row, type.what)));
      return;
    case "beginLoop":
      survey.open.push(opened("loop", row, declare(survey, row, "group"), type.list));
      return;
    case "end":
      close(survey, row, type.what);
      return;
    case "question":
      addQuestion(survey, row, type);
      return;
    case "refused":
      report.error("typeRefused", row.cell("type"), { type: type.name });
      return;
    case "unknown":
      report.error("typeUnknown", row.cell("type"), { type: text });
  }
}

/** The name of an item, reported when another at the same level has it. */
function declare(survey: Survey, row: Row, kind: Parameters<typeof nameOf>[1]): string {
  const name = nameOf(row, kind, survey.report);
  claim(survey, row, name);
  return name;
}

function claim(survey: Survey, row: Row, name: string): void {
  const { names } = survey.open.at(-1)!;
  const other = names.get(name);
  if (other !== undefined) survey.report.error("nameTwice", row.cell("name"), { name, other });
  else names.set(name, row.row);
}

function close(survey: Survey, row: Row, what: Open["what"]): void {
  const top = survey.open.at(-1)!;
  if (top.row === null || top.what !== what) {
    const cell = row.cell("type");
    if (top.row === null) survey.report.error("endAlone", cell, { what });
    else survey.report.error("endOther", cell, { what, open: top.what, name: top.name, row: top.row.row });
    return;
  }
  survey.open.pop();
  // What lies too deep was reported and is left out, so that nothing later walks thousands of levels.
  if (survey.open.length > MAX_NESTING) return;
  const parent = survey.open.at(-1)!;
  const kind = top.what === "repeat" ? "repeat" : "group";
  const items = top.what === "loop" ? unrolled(survey, top) : top.items;
  if (items.length === 0) survey.report.warning("sectionEmpty", top.row.cell("type"), { name: top.name });
  parent.items.push(sectionOf(top.row, kind, top.name, items, survey.report));
}

function addQuestion(survey: Survey, row: Row, type: TypeCell & { kind: "question" }): void {
  const { report } = survey;
  const name = declare(survey, row, type.type === "note" ? "note" : "question");
  const list = listKey(type.type, type.list);
  const question = questionOf(row, { ...type, list }, name, report);
  const parent = survey.open.at(-1)!;
  parent.items.push(question);
  checkList(survey, row, question);
  if (!type.orOther) return;
  const codes = codedLanguages(survey.languages);
  const choices = survey.lists.get(list)?.choices;
  if (choices?.every((choice) => choice.name !== "other")) {
    const label = inEach(written.other, codes);
    choices.push({ name: "other", label, media: {}, extra: {} });
  }
  claim(survey, row, `${name}_other`);
  parent.items.push(otherQuestion(question, inEach(written.specify, codes)));
}

/** The question that `or_other` adds after its select: asked when “other” is chosen. */
function otherQuestion(question: Question, label: Translations): Question {
  return {
    ...question,
    name: `${question.name}_other`,
    type: "text",
    list: "",
    file: "",
    label,
    hint: {},
    guidance: {},
    media: {},
    appearance: [],
    relevant: `selected(../${question.name}, 'other')`,
    constraint: "",
    constraintMessage: {},
    required: "",
    requiredMessage: {},
    calculation: "",
    choiceFilter: "",
    default: "",
    defaultComputed: false,
    parameters: {},
    trigger: [],
    saveTo: "",
    extra: {},
  };
}

const EXTENSION = /\.(\w+)$/;

function checkList(survey: Survey, row: Row, question: Question): void {
  const { report } = survey;
  const { type, list, file } = question;
  const cell = row.cell("type");
  if (type === "osm") {
    if (list !== "" && !survey.lists.has(list)) report.error("listUnknown", cell, { list: shownList(list) });
    return;
  }
  if (!["one", "many", "rank"].includes(typeOf(type).answer)) return;
  if (file === "" && list === "") {
    report.error("listMissing", cell, { type });
    return;
  }
  if (file !== "") {
    const extension = EXTENSION.exec(file)?.[1]?.toLowerCase() ?? "";
    if (extension !== "csv") report.error("fileUnsupported", cell, { file });
    return;
  }
  if (list.includes("${")) report.error("listFromAnswers", cell, { list: list.replaceAll(/[${}]/g, "") });
  else if (!survey.lists.has(list)) report.error("listUnknown", cell, { list: shownList(list) });
  else checkSpaces(survey, row, question);
}

/** Several answers are kept in one text with spaces between, so names of such lists must not hold any. */
function checkSpaces(survey: Survey, row: Row, question: Question): void {
  if (!["many", "rank"].includes(typeOf(question.type).answer)) return;
  const choice = survey.lists.get(question.list)?.choices.find((each) => /\s/.test(each.name));
  if (choice === undefined) return;
  survey.report.error("choiceWithSpace", row.cell("type"), { choice: choice.name, list: question.list });
}

/** A loop asks its questions once per choice of a list; `%(label)s` and `%(name)s` in them stand for the choice. */
function unrolled(survey: Survey, loop: Open): Item[] {
  const list = survey.lists.get(loop.list);
  if (list === undefined) {
    survey.report.error("listUnknown", loop.row!.cell("type"), { list: loop.list });
    return [];
  }
  return list.choices.map((choice): Group => {
    const shell = {
      name: choice.name,
      origin: { sheet: loop.row!.table.name, row: loop.row!.row },
      hint: {},
      media: choice.media,
      appearance: [],
      relevant: "",
      extra: {},
    };
    const items = loop.items.map((item) => filled(item, choice));
    return { kind: "group", ...shell, label: choice.label, items };
  });
}

function filled(item: Item, choice: Choice): Item {
  const fill = (texts: Translations): Translations =>
    Object.fromEntries(
      Object.entries(texts).map(([language, text]) => [
        language,
        text.replaceAll("%(label)s", choice.label[language] ?? choice.name).replaceAll("%(name)s", choice.name),
      ]),
    );
  const shared = { label: fill(item.label), hint: fill(item.hint) };
  if (item.kind !== "question") {
    return { ...item, ...shared, items: item.items.map((inner) => filled(inner, choice)) };
  }
  return {
    ...item,
    ...shared,
    guidance: fill(item.guidance),
    constraintMessage: fill(item.constraintMessage),
    requiredMessage: fill(item.requiredMessage),
  };
}
