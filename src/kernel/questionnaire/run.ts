/** One evaluation under way: the form, the tree of answers, the injected world, and the faults found so far. */
import type { Text, Values } from "#platform/i18n/text.ts";
import { evaluateExpression } from "./expression/evaluate.ts";
import { ExpressionProblem } from "./expression/problem.ts";
import type { World } from "./expression/scope.ts";
import { MAX_WORK } from "./expression/syntax.ts";
import type { Expression } from "./expression/syntax.ts";
import { momentOf } from "./expression/time.ts";
import { toText, toTruth } from "./expression/value.ts";
import type { TreeNode, Value } from "./expression/value.ts";
import { rootNamesOf } from "./form.ts";
import type { Form } from "./form.ts";
import { inLanguage, languageCode } from "./model.ts";
import type { Answers } from "./answers.ts";
import { fileChoices, listTree, tableTree } from "./attached-tables.ts";
import type { AttachedTable } from "./attached-tables.ts";
import { nearest, plant } from "./tree.ts";
import type { AnswerNode, Tree } from "./tree.ts";

/** Everything that an evaluation would otherwise read from the machine. */
export interface Environment {
  /** The moment by the clock of the place, ISO 8601 with offset: `2026-03-31T09:05:00.000+02:00`. */
  readonly now: string;
  /** Random numbers, at least 0 and below 1. Drawn in the order of the form, so that a seeded source gives the same result again. */
  readonly random: () => number;
  /** The form’s language that labels are wanted in; the model’s default language when left out. */
  readonly language?: string;
  /** Attached tables by name without `.csv`. */
  readonly tables?: Readonly<Record<string, AttachedTable>>;
  /** What the client knows of itself, by question type: `deviceid`, `username`, `start` … */
  readonly device?: Readonly<Record<string, string>>;
}

/** An expression that could not be evaluated. */
export interface Fault {
  readonly path: string;
  /** Which expression of the item. */
  readonly column: string;
  readonly code: string;
  readonly text: Text;
  readonly values: Values;
}

/** An evaluation under way. */
export interface Run {
  readonly form: Form;
  readonly tree: Tree;
  readonly env: Environment;
  readonly world: World;
  readonly faults: Map<string, Fault>;
  /** Names of the visible choices of each relevant select. */
  readonly choices: Map<string, readonly string[]>;
  /** The value of an expression for a node, or undefined with a fault noted. */
  readonly value: (expression: Expression, node: AnswerNode, column: string, here?: TreeNode) => Value | undefined;
  /** The same as the text that is kept: empty for what is no number, as in JavaRosa, and with a fault noted. */
  readonly text: (expression: Expression, node: AnswerNode, column: string) => string;
  /** The same as truth; `otherwise` with a fault noted. */
  readonly truth: (expression: Expression, node: AnswerNode, column: string, otherwise: boolean, here?: TreeNode) => boolean;
}

/** Random numbers that stay the same for one expression of one place, however often the evaluation comes by. */
function steadyDice(random: () => number): { begin: (place: string) => void; draw: () => number } {
  const drawn = new Map<string, number[]>();
  let place = "";
  let at = 0;
  return {
    begin: (next) => {
      place = next;
      at = 0;
    },
    draw: () => {
      const numbers = drawn.get(place) ?? [];
      drawn.set(place, numbers);
      const number = (numbers[at] ??= random());
      at += 1;
      return number;
    },
  };
}

/** The table or list that `instance()` and `pulldata()` name. */
function tableOf(form: Form, env: Environment, name: string): TreeNode | null {
  const plain = name.replace(/\.csv$/i, "");
  const tables = env.tables ?? {};
  const table = Object.hasOwn(tables, plain) ? tables[plain] : undefined;
  if (table !== undefined) return tableTree(table);
  const { lists } = form.model;
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  return list === undefined ? null : listTree(list, form.model);
}

function choiceLabel(form: Form, env: Environment, question: string, name: string): string | null {
  const item = form.named.get(question)?.[0]?.item;
  if (item?.kind !== "question") return null;
  const attached = env.tables?.[item.file.replace(/\.csv$/i, "")] ?? [];
  const choices = item.file === "" ? form.model.lists[item.list] : fileChoices(attached, item.parameters);
  const choice = choices?.find((candidate) => candidate.name === name);
  const { defaultLanguage } = form.model;
  if (choice === undefined) return null;
  return inLanguage(choice.label, env.language ?? defaultLanguage, defaultLanguage) || choice.name;
}

function worldOf(form: Form, tree: Tree, env: Environment, random: () => number): World {
  const moment = momentOf(env.now);
  if (moment === null) throw new RangeError(`Environment.now is no ISO 8601 moment: ${env.now}`);
  const find = (name: string) => form.named.get(name)?.[0];
  return {
    now: env.now,
    zone: { minutesAhead: moment.offset ?? 0 },
    language: languageCode(env.language ?? form.model.defaultLanguage) || "en",
    random,
    root: tree.root,
    rootNames: rootNamesOf(form.model),
    named: (name, from) => {
      const target = find(name);
      return target === undefined ? null : nearest(tree, target, from as AnswerNode);
    },
    everywhere: (name) => {
      const target = find(name);
      return target === undefined ? null : (tree.nodes.get(target) ?? []);
    },
    table: (name) => tableOf(form, env, name),
    choiceLabel: (question, name) => choiceLabel(form, env, question, name),
  };
}

/** Begins an evaluation: plants the tree of answers and binds the world to it. */
export function startRun(form: Form, answers: Answers, env: Environment): Run {
  const tree = plant(form.root, answers);
  const dice = steadyDice(env.random);
  const world = worldOf(form, tree, env, dice.draw);
  const faults = new Map<string, Fault>();
  const budget = { left: MAX_WORK };
  const value: Run["value"] = (expression, node, column, here) => {
    dice.begin(`${node.path}\n${column}`);
    try {
      return evaluateExpression(expression, world, node, here, budget);
    } catch (problem) {
      if (!(problem instanceof ExpressionProblem)) throw problem;
      const { code, text, values } = problem;
      faults.set(`${node.path}\n${column}`, { path: node.path, column, code: `expression.${code}`, text, values });
      return undefined;
    }
  };
  return {
    form,
    tree,
    env,
    world,
    faults,
    choices: new Map(),
    value,
    text: (expression, node, column) => {
      const found = value(expression, node, column);
      return found === undefined || Number.isNaN(found) ? "" : toText(found);
    },
    truth: (expression, node, column, otherwise, here) => {
      const found = value(expression, node, column, here);
      return found === undefined ? otherwise : toTruth(found);
    },
  };
}
