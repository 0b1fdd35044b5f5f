/** Evaluates answers against a questionnaire: what is relevant, what is calculated, which choices are open, and what is wrong. */
import { shownAnswer } from "./answers.ts";
import type { Answers } from "./answers.ts";
import { failuresOf } from "./failures.ts";
import type { Failure } from "./failures.ts";
import { loadForm } from "./form.ts";
import type { FormNode } from "./form.ts";
import type { Model } from "./model.ts";
import { startRun } from "./run.ts";
import type { Environment, Fault, Run } from "./run.ts";
import { settle } from "./settle.ts";
import { fillText } from "./texts.ts";
import { blankInstance } from "./tree.ts";
import type { AnswerNode } from "./tree.ts";

export type { Answers, GivenAnswer } from "./answers.ts";
export type { Failure } from "./failures.ts";
export type { Environment, Fault } from "./run.ts";

/** Values by name, in the shape of the answers. */
export interface Values {
  [name: string]: string | number | string[] | Values | Values[];
}

/** What the answers come to. Paths name the place in each repeat from 1: `/household[2]/age`. */
export interface Evaluation {
  /** Relevant answers and calculations in the shape of the form; empty ones are left out. Calculations are text, as XForms has it. */
  readonly values: Values;
  /** Whether each group, repeat, instance of a repeat and question is asked; a repeat also stands under its path without a place. */
  readonly relevant: Readonly<Record<string, boolean>>;
  /** The text of every relevant calculation. */
  readonly calculated: Readonly<Record<string, string>>;
  /** What keeps the answers from being complete and right, in the order of the form. */
  readonly failures: readonly Failure[];
  /** Names of the choices that each relevant select offers, in the order to show them. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Answers to questions that are not asked (any more): kept, not counted. */
  readonly aside: Readonly<Record<string, string>>;
  /** Paths of what was given and no question asks for. */
  readonly unknown: readonly string[];
  /** Expressions that failed; the form is at fault, not the person. Such a condition counts as met. */
  readonly faults: readonly Fault[];
  /** Name of the submission, by the form’s own expression; empty when it has none. */
  readonly instanceName: string;
}

const runs = new WeakMap<Evaluation, Run>();

/**
 * Evaluates answers. The result depends on the arguments alone: clock, dice and tables come with `env`. Never throws for any answers; throws an
 * ExpressionProblem only when the model itself holds an unreadable expression.
 */
export function evaluate(model: Model, answers: Answers, env: Environment): Evaluation {
  const form = loadForm(model);
  const run = startRun(form, answers, env);
  settle(run);
  const failures = failuresOf(run);
  const evaluation: Evaluation = {
    values: valuesOf(run.tree.root),
    ...recordsOf(run),
    failures,
    choices: Object.fromEntries(run.choices),
    unknown: run.tree.unknown,
    instanceName: form.instanceName === null ? "" : run.text(form.instanceName, run.tree.root, "instanceName"),
    faults: [...run.faults.values()],
  };
  runs.set(evaluation, run);
  return evaluation;
}

function valuesOf(node: AnswerNode): Values {
  const entries: [string, Values[string]][] = [];
  const repeats = new Map<string, Values[]>();
  for (const child of node.children) {
    const { item } = child.form;
    if (!child.relevant || item === null) continue;
    if (item.kind === "question") {
      if (child.value !== "") entries.push([child.name, shownAnswer(item, child.value)]);
    } else if (item.kind === "group") {
      const inside = valuesOf(child);
      if (Object.keys(inside).length > 0) entries.push([child.name, inside]);
    } else {
      const known = repeats.get(child.name);
      if (known === undefined) {
        const instances = [valuesOf(child)];
        repeats.set(child.name, instances);
        entries.push([child.name, instances]);
      } else known.push(valuesOf(child));
    }
  }
  return Object.fromEntries(entries);
}

function recordsOf(run: Run): Pick<Evaluation, "relevant" | "calculated" | "aside"> {
  const relevant: [string, boolean][] = [];
  const calculated: [string, string][] = [];
  const aside: [string, string][] = [];
  const visit = (node: AnswerNode): void => {
    for (const form of node.form.children) {
      if (form.item?.kind !== "repeat") continue;
      relevant.push([`${node.path}/${form.name}`, isRepeatRelevant(run, node, form)]);
    }
    for (const child of node.children) {
      relevant.push([child.path, child.relevant]);
      const { item, expressions } = child.form;
      if (item?.kind === "question") {
        if (child.relevant && expressions.calculation) calculated.push([child.path, child.value]);
        if (!child.relevant && child.given && child.value !== "") aside.push([child.path, child.value]);
      }
      visit(child);
    }
  };
  visit(run.tree.root);
  return {
    relevant: Object.fromEntries(relevant),
    calculated: Object.fromEntries(calculated),
    aside: Object.fromEntries(aside),
  };
}

/** Whether a repeat is asked at all, also while it has no instance yet. */
function isRepeatRelevant(run: Run, parent: AnswerNode, form: FormNode): boolean {
  const instances = parent.children.filter((child) => child.form === form);
  if (instances.length > 0) return instances.some((instance) => instance.relevant);
  const { relevant } = form.expressions;
  if (!parent.relevant || relevant === undefined) return parent.relevant;
  return run.truth(relevant, blankInstance(parent, form), "relevant", true);
}

/** A text of the form with every `${name}` in it replaced by the answer that the place at `path` sees. */
export function fill(evaluation: Evaluation, path: string, text: string): string {
  const run = runs.get(evaluation);
  if (run === undefined || !text.includes("${")) return text;
  return fillText(run, nodeAt(run.tree.root, path) ?? run.tree.root, text);
}

function nodeAt(root: AnswerNode, path: string): AnswerNode | undefined {
  let node: AnswerNode | undefined = root;
  while (node !== undefined && node.path !== path) {
    node = node.children.find((child): boolean => path === child.path || path.startsWith(`${child.path}/`));
  }
  return node;
}
