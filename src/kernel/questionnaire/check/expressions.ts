/** Checks every expression of a form: that it can be read, that the names in it exist, that lists and tables are there, that nothing goes in circles. */
import { circleIn, dependenciesOf } from "#kernel/questionnaire/dependencies.ts";
import type { Dependencies } from "#kernel/questionnaire/dependencies.ts";
import { parseExpression } from "#kernel/questionnaire/expression/parser.ts";
import { ExpressionProblem } from "#kernel/questionnaire/expression/problem.ts";
import { walk } from "#kernel/questionnaire/expression/syntax.ts";
import type { Expression } from "#kernel/questionnaire/expression/syntax.ts";
import { inputsOf, treeOf } from "#kernel/questionnaire/form.ts";
import type { ExpressionColumn, FormNode } from "#kernel/questionnaire/form.ts";
import type { Item, Translations } from "#kernel/questionnaire/model.ts";
import { shownList } from "./lists.ts";
import type { ListDraft } from "./lists.ts";
import type { Cell, Report } from "./report.ts";
import type { Row, Table } from "./table.ts";

/** The sheet’s column of each expression. */
const COLUMN: Readonly<Record<ExpressionColumn, string>> = {
  relevant: "relevant",
  constraint: "constraint",
  calculation: "calculation",
  required: "required",
  readonly: "readonly",
  choiceFilter: "choice_filter",
  count: "repeat_count",
  default: "default",
};

interface Check {
  readonly survey: Table;
  readonly lists: ReadonlyMap<string, ListDraft>;
  readonly rootNames: ReadonlySet<string>;
  readonly report: Report;
  /** Tables that must be attached, found so far, with the first cell that needs each. */
  readonly tables: Map<string, Cell>;
  readonly external: ReadonlySet<string>;
  readonly form: ReturnType<typeof treeOf>;
}

/** Parses an expression; what is wrong with it is reported for its cell. */
export function parseCell(text: string, cell: Cell, report: Report): Expression | undefined {
  try {
    return parseExpression(text);
  } catch (problem) {
    if (!(problem instanceof ExpressionProblem)) throw problem;
    report.add("error", `expression.${problem.code}`, problem.text, cell, problem.values);
    return undefined;
  }
}

/** Checks all expressions and references of the survey and of the given further cells. Returns the tables the form needs. */
export function checkExpressions(
  items: readonly Item[],
  survey: Table,
  lists: ReadonlyMap<string, ListDraft>,
  rootNames: ReadonlySet<string>,
  further: readonly { text: string; cell: Cell }[],
  report: Report,
): string[] {
  const at = (item: Item, column: ExpressionColumn): Cell => survey.cell(item.origin.row, COLUMN[column]);
  const form = treeOf(items, (item, column, text) => parseCell(text, at(item, column), report));
  const external = new Set(
    form.nodes.filter((node) => node.item?.kind === "question" && node.item.type === "csv-external").map((node) => node.name),
  );
  const check: Check = { survey, lists, rootNames, report, tables: new Map(), external, form };
  for (const node of form.nodes) checkNode(check, node);
  for (const { text, cell } of further) {
    const expression = parseCell(text, cell, report);
    if (expression === undefined) continue;
    reportDependencies(check, dependenciesOf(expression, form.root, form, rootNames), cell);
    checkCalls(check, expression, cell);
  }
  checkLabels(check);
  checkCircles(check);
  for (const [name, cell] of check.tables) report.warning("tableNeeded", cell, { name });
  return [...check.tables.keys()].toSorted();
}

function checkNode(check: Check, node: FormNode): void {
  const item = node.item!;
  for (const [column, expression] of Object.entries(node.expressions) as [ExpressionColumn, Expression][]) {
    const cell = check.survey.cell(item.origin.row, COLUMN[column]);
    const here = column !== "choiceFilter";
    const found = dependenciesOf(expression, node, check.form, check.rootNames, here);
    reportDependencies(check, found, cell);
    checkCalls(check, expression, cell);
    if (!here && item.kind === "question") checkFilter(check, expression, item.list, cell);
  }
  if (item.kind !== "question") return;
  const type = check.survey.cell(item.origin.row, "type");
  if (item.type === "csv-external") need(check, item.name, type);
  if (item.file !== "") need(check, item.file, type);
  for (const name of item.trigger) checkName(check, name, check.survey.cell(item.origin.row, "trigger"));
}

function need(check: Check, file: string, cell: Cell): void {
  const name = file.replace(/\.csv$/i, "");
  if (!check.tables.has(name)) check.tables.set(name, cell);
}

function reportDependencies(check: Check, found: Dependencies, cell: Cell): void {
  for (const name of found.unknown) check.report.error("referenceUnknown", cell, { name });
  for (const name of found.ambiguous) check.report.error("referenceAmbiguous", cell, { name });
  for (const path of found.nowhere) check.report.warning("pathNowhere", cell, { path });
}

function checkName(check: Check, name: string, cell: Cell): void {
  const nodes = check.form.named.get(name);
  if (name.startsWith("last-saved#")) check.report.error("referenceLastSaved", cell, { name });
  else if (nodes === undefined) check.report.error("referenceUnknown", cell, { name });
  else if (nodes.length > 1) check.report.error("referenceAmbiguous", cell, { name });
}

/** Looks at the calls that name a table or a list by a fixed text. */
function checkCalls(check: Check, expression: Expression, cell: Cell): void {
  walk(expression, (part) => {
    if (part.kind !== "call" || !["pulldata", "instance"].includes(part.name)) return;
    const [first] = part.args;
    if (first?.kind !== "text") return;
    const name = first.value.replace(/\.csv$/i, "");
    if (part.name === "pulldata") need(check, name, cell);
    else if (!check.lists.has(name) && !check.external.has(name)) {
      check.report.error("instanceUnknown", cell, { name });
    }
  });
}

/** Bare names in a choice filter are columns of the list: one that is none is most often a text without quotes. */
function checkFilter(check: Check, filter: Expression, list: string, cell: Cell): void {
  const columns = check.lists.get(list)?.columns;
  if (columns === undefined) return;
  walk(filter, (part) => {
    if (part.kind !== "path" || part.from !== "here" || part.steps.length !== 1) return;
    const [step] = part.steps;
    if (step === undefined || step.axis !== "child" || step.name === "*" || columns.has(step.name)) return;
    check.report.warning("filterColumnUnknown", cell, { name: step.name, list: shownList(list) });
  });
}

const REFERENCE = /\$\{([^}]*)\}/g;

function checkTexts(check: Check, texts: Translations, cell: Cell): void {
  const names = Object.values(texts).flatMap((text) => [...text.matchAll(REFERENCE)].map(([, name = ""]) => name.trim()));
  for (const name of new Set(names)) checkName(check, name, cell);
}

function checkLabels(check: Check): void {
  for (const { item } of check.form.nodes) {
    if (item === null) continue;
    const cell = (key: string): Cell => check.survey.cell(item.origin.row, key);
    checkTexts(check, item.label, cell("label"));
    checkTexts(check, item.hint, cell("hint"));
    if (item.kind !== "question") continue;
    checkTexts(check, item.guidance, cell("guidance_hint"));
    checkTexts(check, item.constraintMessage, cell("constraint_message"));
    checkTexts(check, item.requiredMessage, cell("required_message"));
  }
  for (const list of check.lists.values()) {
    for (const row of list.rows) checkTexts(check, row.translations("label"), row.cell("label"));
  }
}

/** Circles that are told at once; a form with more is none that a person wrote. */
const MOST_CIRCLES = 50;

function checkCircles(check: Check): void {
  const { form } = check;
  const inputs = new Map(form.nodes.map((node) => [node, inputsOf(node, form, check.rootNames)]));
  for (const node of form.nodes) {
    // What is inside a group or repeat is hidden with it: the group’s condition is an input of each item.
    if (node.parent?.item) inputs.get(node)?.add(node.parent);
  }
  // Each circle is reported and then cut, until none is left: an author corrects all of them at once.
  for (let told = 0; told < MOST_CIRCLES; told += 1) {
    const circle = circleIn(form.nodes, inputs);
    if (circle === null) return;
    reportCircle(check, circle);
    for (const node of circle) inputs.delete(node);
  }
}

function reportCircle({ report, survey }: Check, circle: readonly FormNode[]): void {
  const [first] = circle;
  if (first?.item == null) return;
  const names = [...circle, first].map((node) => node.name).join(" → ");
  const rows = circle.map((node) => node.item?.origin.row ?? 0).join(", ");
  const column = first.expressions.calculation ? "calculation" : first.expressions.count ? "repeat_count" : "relevant";
  report.error("circle", survey.cell(first.item.origin.row, column), { names, rows });
}

/** The further cells that hold expressions: the name of a submission and the columns of the entities sheet. */
export function furtherCells(settings: Row | undefined, entities: readonly Row[]): { text: string; cell: Cell }[] {
  const found: { text: string; cell: Cell }[] = [];
  const instanceName = settings?.text("instance_name") ?? "";
  if (settings !== undefined && instanceName !== "") {
    found.push({ text: instanceName, cell: settings.cell("instance_name") });
  }
  for (const row of entities) {
    for (const key of ["label", "entity_id", "create_if", "update_if"]) {
      if (row.text(key) !== "") found.push({ text: row.text(key), cell: row.cell(key) });
    }
  }
  return found;
}
