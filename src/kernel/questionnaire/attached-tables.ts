/** Lists of choices and attached tables as trees that expressions can walk: `root`, an `item` per row, and a node per column. */
import type { TreeNode } from "./expression/value.ts";
import { inLanguage } from "./model.ts";
import type { Choice, Model } from "./model.ts";

/** An attached table: its rows by column name, as a CSV file with a header gives them. */
export type AttachedTable = readonly Readonly<Record<string, string>>[];

interface PlainNode extends TreeNode {
  readonly parent: PlainNode | null;
  readonly children: PlainNode[];
}

function node(name: string, parent: PlainNode | null, value = ""): PlainNode {
  const made: PlainNode = { name, parent, children: [], value, relevant: true };
  parent?.children.push(made);
  return made;
}

/** A `root` node below a nameless one, with an `item` per row. */
function tree(rows: Iterable<Iterable<readonly [string, string]>>): TreeNode {
  const root = node("root", node("", null));
  for (const row of rows) {
    const item = node("item", root);
    for (const [column, value] of row) node(column, item, value);
  }
  return root;
}

function* columnsOf(choice: Choice, model: Model): Generator<[string, string]> {
  yield ["name", choice.name];
  yield ["label", inLanguage(choice.label, model.defaultLanguage, model.defaultLanguage)];
  for (const [column, value] of Object.entries(choice.extra)) yield [column, value];
}

const lists = new WeakMap<readonly Choice[], TreeNode>();
const tables = new WeakMap<AttachedTable, TreeNode>();

/** The tree of a list of choices; made once per list. */
export function listTree(choices: readonly Choice[], model: Model): TreeNode {
  const known = lists.get(choices);
  if (known !== undefined) return known;
  const made = tree(choices.map((choice) => columnsOf(choice, model)));
  lists.set(choices, made);
  return made;
}

/** The tree of an attached table; made once per table. */
export function tableTree(table: AttachedTable): TreeNode {
  const known = tables.get(table);
  if (known !== undefined) return known;
  const made = tree(table.map((row) => Object.entries(row)));
  tables.set(table, made);
  return made;
}

/** The choices that a select from a file offers; `value` and `label` parameters name other columns than `name` and `label`. */
export function fileChoices(table: AttachedTable, parameters: Readonly<Record<string, string>>): Choice[] {
  const { value = "name", label = "label" } = parameters;
  return table.map((row) => ({
    name: row[value] ?? "",
    label: { default: row[label] ?? row[value] ?? "" },
    media: {},
    extra: row,
  }));
}
