/** Checks the columns that tie questions to capacities against the country's code lists, cell by cell. */
import { codesOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { columnLetters } from "#platform/tabular/table-problem.ts";
import type { Sheet } from "#platform/tabular/workbook.ts";
import { CAPACITY_COLUMNS, CAPACITY_ROLES, capacityOf, headerKey } from "./capacity.ts";
import type { CapacityColumn, CapacityRole } from "./capacity.ts";
import { w } from "./capacity-words.ts";
import { eachItem } from "./model.ts";
import type { Item, Model, Question } from "./model.ts";
import { typeOf } from "./types.ts";
import type { QuestionnaireProblem } from "./workbook.ts";

/** True for a header of the three columns, however it is written. */
export function isCapacityColumn(header: string): boolean {
  return CAPACITY_COLUMNS.includes(headerKey(header) as CapacityColumn);
}

/** The code list that the choices of a role must come from. */
const LISTS: Partial<Record<CapacityRole, string>> = {
  current: "capacity_level",
  desired: "capacity_level",
  importance: "importance",
  cause: "gap_cause",
  confidence: "confidence",
};

interface Checking {
  readonly pack: Pack;
  readonly model: Model;
  readonly columns: ReadonlyMap<string, { readonly letters: string; readonly header: string }>;
  readonly problems: QuestionnaireProblem[];
  /** The row in which each role of each capacity was first asked. */
  readonly rows: Map<string, number>;
  readonly roles: Map<string, { readonly item: Question; readonly name: string; readonly roles: Set<string> }>;
}

function add(
  checking: Checking,
  severity: "error" | "warning",
  code: keyof typeof w,
  item: Item,
  column: CapacityColumn | "type",
  values: Values = {},
): void {
  const { letters = "A", header = column } = checking.columns.get(column) ?? {};
  const text: Text = w[code];
  checking.problems.push({
    sheet: item.origin.sheet,
    row: item.origin.row,
    column: letters,
    code: `capacity.${code}`,
    severity,
    text,
    values: { ...values, cell: `${letters}${item.origin.row}`, header },
  });
}

/** Codes of a list with their words, for a sentence that says what may be written. */
function said(pack: Pack, list: string): string {
  return codesOf(pack, list)
    .map((code) => code.code)
    .join(", ");
}

function checkChoices(checking: Checking, item: Question, role: CapacityRole): void {
  const list = LISTS[role];
  if (list === undefined) return;
  const { answer } = typeOf(item.type);
  if (answer === "computed" || ((role === "importance" || list === "capacity_level") && (answer === "integer" || item.type === "range")))
    return;
  if (answer !== "one") {
    add(checking, "error", "notOneChoice", item, "type", { role, type: item.type });
    return;
  }
  const allowed = new Set(codesOf(checking.pack, list).map((code) => code.code));
  if (role === "importance") for (const number of ["1", "2", "3", "4", "5"]) allowed.add(number);
  const stray = (checking.model.lists[item.list] ?? []).find((choice) => !allowed.has(choice.name));
  if (stray !== undefined)
    add(checking, "error", "choiceStrange", item, "type", { role, choice: stray.name, list: item.list, codes: [...allowed].join(", ") });
}

function checkQuestion(checking: Checking, item: Question, ancestors: readonly Item[]): void {
  const own = capacityOf(item, ancestors);
  const { capacity_domain: domain, capacity_item: name, capacity_role: role } = own;
  if (role === "") return;
  if (!CAPACITY_ROLES.includes(role as CapacityRole)) {
    add(checking, "error", "roleUnknown", item, "capacity_role", { given: role, roles: CAPACITY_ROLES.join(", ") });
    return;
  }
  if (domain === "") add(checking, "error", "domainMissing", item, "capacity_domain", { role });
  if (name === "") add(checking, "error", "itemMissing", item, "capacity_item", { role });
  if (ancestors.some((each) => each.kind === "repeat")) add(checking, "error", "inRepeat", item, "capacity_role");
  if (domain === "" || name === "") return;
  const key = `${domain}\n${name}\n${role}`;
  const other = checking.rows.get(key);
  if (other !== undefined) add(checking, "error", "roleTwice", item, "capacity_role", { role, item: name, other });
  else checking.rows.set(key, item.origin.row);
  const capacity = `${domain}\n${name}`;
  const known = checking.roles.get(capacity) ?? { item, name, roles: new Set<string>() };
  checking.roles.set(capacity, known);
  known.roles.add(role);
  checkChoices(checking, item, role as CapacityRole);
}

function checkDomain(checking: Checking, item: Item): void {
  const domain = capacityOf(item, []).capacity_domain;
  if (domain === "" || codesOf(checking.pack, "capacity_domain").some((code) => code.code === domain)) return;
  add(checking, "error", "domainUnknown", item, "capacity_domain", { given: domain, codes: said(checking.pack, "capacity_domain") });
}

function columnsOf(sheet: Sheet | undefined): Checking["columns"] {
  const headers = (sheet?.rows[0] ?? []).map((cell) => (typeof cell === "string" ? cell : ""));
  return new Map(headers.map((header, index) => [headerKey(header), { letters: columnLetters(index + 1), header }]));
}

/** What is wrong with the capacity columns of a workbook. A workbook without them has nothing to check. */
export function checkCapacity(pack: Pack, model: Model, sheets: readonly Sheet[]): QuestionnaireProblem[] {
  const name = model.items[0]?.origin.sheet;
  const survey = sheets.find((sheet) => sheet.name === name);
  const checking: Checking = { pack, model, columns: columnsOf(survey), problems: [], rows: new Map(), roles: new Map() };
  eachItem(model.items, (item, _path, ancestors) => {
    checkDomain(checking, item);
    if (item.kind === "question") checkQuestion(checking, item, ancestors);
    else if (capacityOf(item, []).capacity_role !== "") add(checking, "error", "roleOnGroup", item, "capacity_role");
  });
  for (const { item, name: capacity, roles } of checking.roles.values()) {
    if (!roles.has("current")) add(checking, "error", "currentMissing", item, "capacity_item", { item: capacity });
    else if (!roles.has("desired")) add(checking, "warning", "desiredMissing", item, "capacity_item", { item: capacity });
  }
  return checking.problems.toSorted((a, b) => a.row - b.row);
}
