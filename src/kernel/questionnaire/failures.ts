/** Finds what is wrong with settled answers: missing ones, unreadable ones, choices that are not open, conditions not met. */
import type { Text, Values } from "#platform/i18n/text.ts";
import { parkMiller, shuffled } from "./expression/functions-nodes.ts";
import { toNumber } from "./expression/value.ts";
import type { TreeNode } from "./expression/value.ts";
import type { Question } from "./model.ts";
import type { Run } from "./run.ts";
import { fileChoices, listTree, tableTree } from "./attached-tables.ts";
import { fillAll } from "./texts.ts";
import type { AnswerNode } from "./tree.ts";
import { hasChoices, hasManyAnswers, typeOf } from "./types.ts";
import { w } from "./words.ts";

/** One thing wrong with one answer. */
export interface Failure {
  readonly path: string;
  readonly kind: "required" | "constraint" | "type" | "choice";
  /** Our sentence. */
  readonly text: Text;
  readonly values: Values;
  /** The author’s own sentence by language of the form, answers filled in; null where the author wrote none. Show it in place of ours. */
  readonly message: Readonly<Record<string, string>> | null;
}

/** All failures in the order of the form. Notes the visible choices of every relevant select on the way. */
export function failuresOf(run: Run): Failure[] {
  const failures: Failure[] = [];
  const shared = new Map<Question, readonly string[]>();
  const visit = (node: AnswerNode): void => {
    for (const child of node.children) {
      if (!child.relevant) continue;
      const { item } = child.form;
      if (item?.kind === "question") {
        const failure = failureOf(run, child, item, shared);
        if (failure !== null) failures.push(failure);
      }
      visit(child);
    }
  };
  visit(run.tree.root);
  return failures;
}

function failureOf(run: Run, node: AnswerNode, item: Question, shared: Map<Question, readonly string[]>): Failure | null {
  const { path, value } = node;
  const { required, constraint } = node.form.expressions;
  const open = hasChoices(item.type) ? openChoices(run, node, item, shared) : null;
  if (node.problem !== null) return { path, kind: "type", ...node.problem, message: null };
  if (value === "") {
    const isDue = required && typeOf(item.type).shown && run.truth(required, node, "required", false);
    if (!isDue || typeOf(item.type).answer === "none") return null;
    const message = fillAll(run, node, item.requiredMessage);
    return { path, kind: "required", text: w.required, values: {}, message };
  }
  const stray = open === null ? undefined : strayChoice(item, value, open);
  if (stray !== undefined) return { path, kind: "choice", text: w.choice, values: { given: stray }, message: null };
  if (constraint && !run.truth(constraint, node, "constraint", true)) {
    const message = fillAll(run, node, item.constraintMessage);
    return { path, kind: "constraint", text: w.constraint, values: {}, message };
  }
  return null;
}

/** The first chosen name that is not among the open ones. */
function strayChoice(item: Question, value: string, open: readonly string[]): string | undefined {
  const names = new Set(open);
  const chosen = hasManyAnswers(item.type) ? value.split(" ") : [value];
  return chosen.find((name) => !names.has(name));
}

/** Names of the choices that a select offers, noted for its path. Null when its table is not attached: then nothing can be judged. */
function openChoices(run: Run, node: AnswerNode, item: Question, shared: Map<Question, readonly string[]>): readonly string[] | null {
  const filter = node.form.expressions.choiceFilter;
  const steady = filter === undefined && item.parameters["randomize"] === undefined;
  let names = steady ? shared.get(item) : undefined;
  if (names === undefined) {
    const rows = rowsOf(run, item);
    if (rows === null) return null;
    const kept = filter ? rows.filter(({ row }) => run.truth(filter, node, "choiceFilter", true, row)) : rows;
    names = [
      ...new Set(
        inShownOrder(
          run,
          node,
          item,
          kept.map(({ name }) => name),
        ),
      ),
    ];
    if (steady) shared.set(item, names);
  }
  run.choices.set(node.path, names);
  return names;
}

function rowsOf(run: Run, item: Question): { name: string; row: TreeNode }[] | null {
  if (item.file === "") {
    const choices = run.form.model.lists[item.list] ?? [];
    const rows = listTree(choices, run.form.model).children;
    return choices.map((choice, place) => ({ name: choice.name, row: rows[place]! }));
  }
  const table = run.env.tables?.[item.file.replace(/\.csv$/i, "")];
  if (table === undefined) return null;
  const rows = tableTree(table).children;
  return fileChoices(table, item.parameters).map(({ name }, place) => ({ name, row: rows[place]! }));
}

/** Shuffles where the form asks for it; a seed, a number or a question’s answer, makes the order the same each time. */
function inShownOrder(run: Run, node: AnswerNode, item: Question, names: string[]): string[] {
  const { randomize, seed } = item.parameters;
  if (randomize?.toLowerCase() !== "true") return names;
  if (seed === undefined) return shuffled(names, run.env.random);
  const reference = /^\$\{(.+)\}$/.exec(seed)?.[1];
  const nodes = reference === undefined ? null : run.world.named(reference, node);
  const number = toNumber(nodes === null ? seed : (nodes[0]?.value ?? ""), run.world.zone);
  return shuffled(names, parkMiller(number || 0));
}
