/** Computes conditions, calculations, defaults and repeat counts until nothing changes any more. */
import { readAnswer } from "./answers.ts";
import { toNumber } from "./expression/value.ts";
import type { FormNode } from "./form.ts";
import type { Question } from "./model.ts";
import type { Run } from "./run.ts";
import { addInstance, index } from "./tree.ts";
import type { AnswerNode } from "./tree.ts";
import { typeOf } from "./types.ts";
import { w } from "./words.ts";

/** Items come in the order of their dependencies, so that one round does and a second confirms; only looks between instances need more. */
const MAX_ROUNDS = 100;
/** Most instances that a form may ask for by a count. */
export const MAX_REPEATS = 1000;

/** Settles a run: afterwards every node has its value and its relevance. Gives up with a fault when the form never comes to rest. */
export function settle(run: Run): void {
  prepare(run);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    run.faults.clear();
    if (!settleOnce(run)) return;
  }
  const [first] = run.form.nodes;
  const path = first?.path ?? "";
  run.faults.set("", { path, column: "", code: "unsettled", text: w.unsettled, values: {} });
}

function settleOnce(run: Run): boolean {
  let changed = false;
  for (const form of run.form.order) {
    const { count } = form.expressions;
    if (count !== undefined && sizeRepeat(run, form)) changed = true;
    for (const node of run.tree.nodes.get(form) ?? []) {
      if (settleNode(run, node)) changed = true;
    }
  }
  return changed;
}

function settleNode(run: Run, node: AnswerNode): boolean {
  const { expressions, item } = node.form;
  let relevant = (node.parent?.relevant ?? true) && !node.surplus;
  if (relevant && expressions.relevant) {
    relevant = run.truth(expressions.relevant, node, "relevant", true);
  }
  const { value } = node;
  const before = node.relevant;
  node.relevant = relevant;
  if (relevant && item?.kind === "question") {
    if (expressions.calculation) node.value = run.text(expressions.calculation, node, "calculation");
    else if (expressions.default && !node.given) {
      node.value = readAnswer(item, run.text(expressions.default, node, "default")).text;
    }
  }
  return before !== relevant || value !== node.value;
}

/** Gives each parent as many instances as the count asks for; instances beyond it are kept aside. */
function sizeRepeat(run: Run, form: FormNode): boolean {
  let changed = false;
  for (const parent of run.tree.nodes.get(form.parent!) ?? []) {
    const wanted = wantedOf(run, form, parent);
    const instances = parent.children.filter((child) => child.form === form);
    for (const [place, instance] of instances.entries()) {
      const surplus = place >= wanted;
      changed ||= surplus !== instance.surplus;
      instance.surplus = surplus;
    }
    for (let have = instances.length; have < wanted; have += 1) {
      addInstance(parent, form);
      changed = true;
    }
  }
  if (changed) {
    run.tree.nodes = index(run.tree.root);
    prepare(run);
  }
  return changed;
}

function wantedOf(run: Run, form: FormNode, parent: AnswerNode): number {
  const value = run.value(form.expressions.count!, parent, "count");
  if (value === undefined) return parent.children.filter((child) => child.form === form).length;
  const wanted = Math.max(0, Math.trunc(toNumber(value, run.world.zone)) || 0);
  if (wanted > MAX_REPEATS) {
    const path = `${parent.path}/${form.name}`;
    const values = { wanted, limit: MAX_REPEATS };
    run.faults.set(path, { path, column: "count", code: "tooManyRepeats", text: w.tooManyRepeats, values });
  }
  return Math.min(wanted, MAX_REPEATS);
}

/** Writes fixed defaults and what the client knows into the nodes to which nothing was given. */
function prepare(run: Run): void {
  for (const [form, nodes] of run.tree.nodes) {
    const { item } = form;
    if (item?.kind !== "question") continue;
    const text = initial(run, item);
    if (text === "") continue;
    for (const node of nodes) if (!node.given && node.value === "") node.value = text;
  }
}

function initial(run: Run, item: Question): string {
  if (typeOf(item.type).answer === "device") {
    const known = run.env.device?.[item.type];
    if (known !== undefined) return known;
    if (item.type === "today") return run.env.now.slice(0, 10);
    return item.type === "start" || item.type === "end" ? run.env.now : "";
  }
  if (item.default === "" || item.defaultComputed) return "";
  return readAnswer(item, item.default).text;
}
