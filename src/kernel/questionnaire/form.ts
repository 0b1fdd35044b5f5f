/** A model made ready for evaluation: its expressions parsed, its names looked up, its items in an order in which each comes after what it depends on. */
import { dependenciesOf } from "./dependencies.ts";
import { parseExpression } from "./expression/parser.ts";
import type { Expression } from "./expression/syntax.ts";
import type { Item, Model } from "./model.ts";

/** The columns that hold expressions, by the name they have in the model. */
export type ExpressionColumn = "relevant" | "constraint" | "calculation" | "required" | "readonly" | "choiceFilter" | "count" | "default";

/** One item of the survey tree with its surroundings; the root has no item. */
export interface FormNode {
  readonly name: string;
  /** Names from the root, `/household/age`; empty for the root. */
  readonly path: string;
  readonly item: Item | null;
  readonly parent: FormNode | null;
  readonly children: FormNode[];
  readonly expressions: Partial<Record<ExpressionColumn, Expression>>;
}

/** A loaded questionnaire. */
export interface Form {
  readonly model: Model;
  readonly root: FormNode;
  /** All items in the order of the workbook. */
  readonly nodes: readonly FormNode[];
  readonly named: ReadonlyMap<string, readonly FormNode[]>;
  /** All items, each after those its condition, calculation and count look at. */
  readonly order: readonly FormNode[];
  readonly instanceName: Expression | null;
}

/** The expressions of an item as text, only those that are there. */
export function expressionTexts(item: Item): [ExpressionColumn, string][] {
  const texts: [ExpressionColumn, string][] = [["relevant", item.relevant]];
  if (item.kind === "repeat") texts.push(["count", item.count]);
  if (item.kind === "question") {
    texts.push(
      ["constraint", item.constraint],
      ["calculation", item.calculation],
      ["required", item.required],
      ["readonly", item.readonly],
      ["choiceFilter", item.choiceFilter],
      ["default", item.defaultComputed ? item.default : ""],
    );
  }
  return texts.filter(([, text]) => text !== "");
}

/** The tree of a model with its expressions parsed by `parse`, which may answer undefined for a broken one. */
export function treeOf(
  items: readonly Item[],
  parse: (item: Item, column: ExpressionColumn, text: string) => Expression | undefined,
): { root: FormNode; nodes: FormNode[]; named: Map<string, FormNode[]> } {
  const nodes: FormNode[] = [];
  const named = new Map<string, FormNode[]>();
  const root: FormNode = { name: "data", path: "", item: null, parent: null, children: [], expressions: {} };
  const add = (item: Item, parent: FormNode): void => {
    const expressions: FormNode["expressions"] = {};
    for (const [column, text] of expressionTexts(item)) {
      const parsed = parse(item, column, text);
      if (parsed !== undefined) expressions[column] = parsed;
    }
    const path = `${parent.path}/${item.name}`;
    const node: FormNode = { name: item.name, path, item, parent, children: [], expressions };
    parent.children.push(node);
    nodes.push(node);
    named.set(item.name, [...(named.get(item.name) ?? []), node]);
    if (item.kind !== "question") for (const child of item.items) add(child, node);
  };
  for (const item of items) add(item, root);
  return { root, nodes, named };
}

/** Root names of absolute paths: `data`, and what the form calls itself. */
export function rootNamesOf(model: Model): ReadonlySet<string> {
  return new Set(["data", model.settings.id, model.settings.extra["name"] ?? "data"]);
}

/** The nodes whose value or visibility an item’s own ones are computed from. */
export function inputsOf(node: FormNode, form: Pick<Form, "root" | "named">, rootNames: ReadonlySet<string>): Set<FormNode> {
  const inputs = new Set<FormNode>();
  for (const column of ["relevant", "calculation", "count"] as const) {
    const expression = node.expressions[column];
    if (expression === undefined) continue;
    for (const found of dependenciesOf(expression, node, form, rootNames).items) inputs.add(found);
  }
  return inputs;
}

/** Orders items so that each follows its inputs and its parent; in a circle the order of the workbook decides. */
export function inOrder(nodes: readonly FormNode[], inputs: ReadonlyMap<FormNode, ReadonlySet<FormNode>>): FormNode[] {
  const order: FormNode[] = [];
  const entered = new Set<FormNode>();
  for (const start of nodes) {
    // An explicit stack: a chain of ten thousand calculations must not exhaust the call stack.
    const waiting: { node: FormNode; leave: boolean }[] = [{ node: start, leave: false }];
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      const { node, leave } = step;
      if (leave) {
        if (node.item !== null) order.push(node);
        continue;
      }
      if (entered.has(node)) continue;
      entered.add(node);
      waiting.push({ node, leave: true });
      if (node.parent !== null) waiting.push({ node: node.parent, leave: false });
      for (const input of inputs.get(node) ?? []) waiting.push({ node: input, leave: false });
    }
  }
  return order;
}

const loaded = new WeakMap<Model, Form>();

/**
 * Loads a model; loading the same object again costs nothing. Throws an ExpressionProblem when the model holds a broken expression, which a model
 * that `checkWorkbook` let through never does.
 */
export function loadForm(model: Model): Form {
  const known = loaded.get(model);
  if (known !== undefined) return known;
  const tree = treeOf(model.items, (_item, _column, text) => parseExpression(text));
  const rootNames = rootNamesOf(model);
  const inputs = new Map(tree.nodes.map((node) => [node, inputsOf(node, tree, rootNames)]));
  const name = model.settings.instanceName;
  const form: Form = {
    model,
    ...tree,
    order: inOrder(tree.nodes, inputs),
    instanceName: name === "" ? null : parseExpression(name),
  };
  loaded.set(model, form);
  return form;
}
