/** Evaluates a parsed expression against a tree of answers, by the rules of XPath 1.0. */
import { functionOf } from "./functions.ts";
import { ExpressionProblem } from "./problem.ts";
import type { Arguments, Scope, World } from "./scope.ts";
import { MAX_WORK } from "./syntax.ts";
import type { Expression, Step } from "./syntax.ts";
import { compare, isNodeSet, toNumber, toText, toTruth } from "./value.ts";
import type { NodeSet, TreeNode, Value } from "./value.ts";

function spend(scope: Scope, amount: number): void {
  scope.budget.left -= amount;
  if (scope.budget.left < 0) throw new ExpressionProblem("tooMuchWork", { limit: MAX_WORK });
}

/** The set without what conditions hide. A set that is hidden altogether is marked, so that it reads as an empty text. */
function visible(nodes: readonly TreeNode[]): NodeSet {
  const seen = nodes.every((node) => node.relevant) ? nodes : nodes.filter((node) => node.relevant);
  return { nodes: seen, hidden: nodes.length > 0 && seen.length === 0 };
}

function argumentsOf(expressions: readonly Expression[], scope: Scope, name: string): Arguments {
  const { zone } = scope.world;
  const known: (Value | undefined)[] = [];
  const value = (index: number): Value => (known[index] ??= evaluatePart(expressions[index]!, scope));
  return {
    count: expressions.length,
    value,
    text: (index) => toText(value(index)),
    number: (index) => toNumber(value(index), zone),
    truth: (index) => toTruth(value(index)),
    nodes: (index) => {
      const found = value(index);
      if (!isNodeSet(found)) throw new ExpressionProblem("notNodes", { name });
      return found;
    },
    source: (index) => expressions[index],
  };
}

function arithmetic(operator: string, left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "div":
      return left / right;
    default:
      return left % right;
  }
}

function evaluateBinary(expression: Expression & { kind: "binary" }, scope: Scope): Value {
  const { operator } = expression;
  const left = evaluatePart(expression.left, scope);
  if (operator === "or") return toTruth(left) || toTruth(evaluatePart(expression.right, scope));
  if (operator === "and") return toTruth(left) && toTruth(evaluatePart(expression.right, scope));
  const right = evaluatePart(expression.right, scope);
  const { zone } = scope.world;
  switch (operator) {
    case "|": {
      if (!isNodeSet(left) || !isNodeSet(right)) throw new ExpressionProblem("notNodes", { name: "|" });
      const nodes = [...new Set([...left.nodes, ...right.nodes])];
      return { nodes, hidden: nodes.length === 0 && (left.hidden || right.hidden) };
    }
    case "=":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compare(operator, left, right, zone);
    default:
      return arithmetic(operator, toNumber(left, zone), toNumber(right, zone));
  }
}

function evaluateReference(name: string, scope: Scope): NodeSet {
  const nodes = scope.world.named(name, scope.owner);
  if (nodes === null) throw new ExpressionProblem("unknownName", { name });
  spend(scope, nodes.length);
  return visible(nodes);
}

function filtered(nodes: readonly TreeNode[], predicates: readonly Expression[], scope: Scope): readonly TreeNode[] {
  let left = nodes;
  for (const predicate of predicates) {
    spend(scope, left.length);
    left = left.filter((here, index) => {
      const position = index + 1;
      const value = evaluatePart(predicate, { ...scope, here, position });
      return typeof value === "number" ? value === position : toTruth(value);
    });
  }
  return left;
}

function below(node: TreeNode, name: string, found: TreeNode[]): void {
  for (const child of node.children) {
    if (name === "*" || child.name === name) found.push(child);
    below(child, name, found);
  }
}

function reach(node: TreeNode, step: Step): readonly TreeNode[] {
  if (step.axis === "self") return step.name === "*" || step.name === node.name ? [node] : [];
  if (step.axis === "parent") {
    const { parent } = node;
    if (parent === null) return [];
    return step.name === "*" || step.name === parent.name ? [parent] : [];
  }
  if (step.axis === "child") {
    return node.children.filter((child) => step.name === "*" || child.name === step.name);
  }
  const found: TreeNode[] = [];
  below(node, step.name, found);
  return found;
}

function follow(start: readonly TreeNode[], steps: readonly Step[], scope: Scope): readonly TreeNode[] {
  let nodes = start;
  for (const step of steps) {
    const next = new Set<TreeNode>();
    for (const node of nodes) {
      const reached = reach(node, step);
      spend(scope, reached.length + 1);
      for (const found of filtered(reached, step.predicates, scope)) next.add(found);
    }
    nodes = [...next];
  }
  return nodes;
}

/**
 * Nodes of an absolute path without conditions, seen from where the expression stands: inside a repeat they mean this instance, as the ODK XForms
 * specification deviates from XForms 1.0. Null when the path must be walked from the root.
 */
function nearby(steps: readonly Step[], world: World, owner: TreeNode): readonly TreeNode[] | null {
  const names: string[] = [];
  for (const step of steps) {
    if (step.axis !== "child" || step.name === "*" || step.predicates.length > 0) return null;
    names.push(step.name);
  }
  const line: TreeNode[] = [];
  for (let at: TreeNode | null = owner; at !== null; at = at.parent) line.unshift(at);
  if (line[0] !== world.root) return null;
  let shared = 0;
  // The last name is never shared: an absolute path to a repeat means all its instances, even from inside one.
  while (shared + 1 < names.length && line[shared + 1]?.name === names[shared]) shared += 1;
  let nodes: readonly TreeNode[] = [line[shared]!];
  for (const name of names.slice(shared)) {
    nodes = nodes.flatMap((node) => node.children.filter((child) => child.name === name));
  }
  return nodes;
}

function evaluatePath(expression: Expression & { kind: "path" }, scope: Scope): NodeSet {
  const { world } = scope;
  let { steps } = expression;
  if (expression.from === "here") return visible(follow([scope.here], steps, scope));
  if (expression.from === "root") {
    const first = steps[0];
    if (first?.axis === "child" && world.rootNames.has(first.name)) {
      steps = steps.slice(1);
      const near = nearby(steps, world, scope.owner);
      if (near !== null) {
        spend(scope, near.length);
        return visible(near);
      }
    } else if (first?.axis === "child") return { nodes: [], hidden: false };
    return visible(follow([world.root], steps, scope));
  }
  const start = evaluatePart(expression.from, scope);
  if (!isNodeSet(start)) throw new ExpressionProblem("notNodes", { name: "/" });
  const nodes = filtered(start.nodes, expression.predicates, scope);
  const found = visible(follow(nodes, steps, scope));
  return { nodes: found.nodes, hidden: found.hidden || (start.hidden && found.nodes.length === 0) };
}

function evaluatePart(expression: Expression, scope: Scope): Value {
  spend(scope, 1);
  switch (expression.kind) {
    case "number":
    case "text":
      return expression.value;
    case "reference":
      return evaluateReference(expression.name, scope);
    case "negative":
      return -toNumber(evaluatePart(expression.of, scope), scope.world.zone);
    case "binary":
      return evaluateBinary(expression, scope);
    case "path":
      return evaluatePath(expression, scope);
    case "call": {
      const found = functionOf(expression.name);
      if (found === undefined) throw new ExpressionProblem("unknownFunction", { name: expression.name });
      return found.call(argumentsOf(expression.args, scope, expression.name), scope);
    }
  }
}

/**
 * Evaluates an expression for the node it belongs to. Deterministic: clock, dice and tables come with `world`.
 * `here` is another node for the expressions that look at a choice instead; `budget` is the work left, shared by the expressions of one form.
 * Throws an ExpressionProblem and nothing else.
 */
export function evaluateExpression(
  expression: Expression,
  world: World,
  owner: TreeNode,
  here: TreeNode = owner,
  budget: Scope["budget"] = { left: MAX_WORK },
): Value {
  return evaluatePart(expression, {
    world,
    owner,
    here,
    position: 1,
    budget,
  });
}
