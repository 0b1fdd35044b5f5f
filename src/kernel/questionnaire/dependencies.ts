/** Finds, without any answers, which questions an expression looks at: the ground for checking names, finding circles and ordering calculations. */
import type { Expression, Step } from "./expression/syntax.ts";
import type { FormNode } from "./form.ts";

/** What an expression looks at. */
export interface Dependencies {
  /** Items whose value or visibility matters; the owner itself is left out where it is reached by `.` or through a condition in brackets. */
  readonly items: ReadonlySet<FormNode>;
  /** Names in `${…}` that no item has. */
  readonly unknown: readonly string[];
  /** Names in `${…}` that several items have. */
  readonly ambiguous: readonly string[];
  /** Paths that lead nowhere, as their author would recognise them. */
  readonly nowhere: readonly string[];
}

interface Search {
  readonly owner: FormNode;
  readonly form: {
    readonly root: FormNode;
    readonly named: ReadonlyMap<string, readonly FormNode[]>;
  };
  readonly rootNames: ReadonlySet<string>;
  readonly items: Set<FormNode>;
  readonly unknown: string[];
  readonly ambiguous: string[];
  readonly nowhere: string[];
  /** True inside square brackets and `indexed-repeat`, where looking at another instance of oneself is no circle. */
  sideways: boolean;
}

/** Nodes an expression may stand for, or null when it is not about the form’s items (a value, a table). */
type Found = readonly FormNode[] | null;

function note(search: Search, nodes: readonly FormNode[]): void {
  for (const node of nodes) {
    if (node.item === null || (node === search.owner && search.sideways)) continue;
    search.items.add(node);
  }
}

function reference(search: Search, name: string): Found {
  const nodes = search.form.named.get(name);
  if (nodes === undefined) {
    search.unknown.push(name);
    return null;
  }
  if (nodes.length > 1) search.ambiguous.push(name);
  return nodes;
}

function below(node: FormNode, name: string): FormNode[] {
  return node.children.flatMap((child) => [...(name === "*" || child.name === name ? [child] : []), ...below(child, name)]);
}

function reach(node: FormNode, step: Step): readonly FormNode[] {
  switch (step.axis) {
    case "self":
      return [node];
    case "parent":
      return node.parent === null ? [] : [node.parent];
    case "child":
      return node.children.filter((child) => step.name === "*" || child.name === step.name);
    case "descendant":
      return below(node, step.name);
  }
}

function predicates(search: Search, expressions: readonly Expression[], here: Found): void {
  const before = search.sideways;
  search.sideways = true;
  for (const predicate of expressions) {
    const found = look(search, predicate, here);
    if (found !== null) note(search, found);
  }
  search.sideways = before;
}

/** The steps of a path as text, for messages. */
function written(steps: readonly Step[]): string {
  return steps.map((step) => (step.axis === "parent" ? ".." : step.axis === "self" ? "." : step.name)).join("/");
}

function start(search: Search, path: Expression & { kind: "path" }, here: Found): Found {
  if (path.from === "here") return here;
  if (path.from === "root") return [search.form.root];
  return look(search, path.from, here);
}

function path(search: Search, expression: Expression & { kind: "path" }, here: Found): Found {
  let nodes = start(search, expression, here);
  if (expression.predicates.length > 0) predicates(search, expression.predicates, nodes);
  const sideways = expression.predicates.length > 0 || expression.steps.some((step) => step.predicates.length > 0);
  let { steps } = expression;
  const first = steps[0];
  const isRooted = expression.from === "root" && first?.axis === "child";
  if (isRooted && search.rootNames.has(first.name)) steps = steps.slice(1);
  for (const step of steps) {
    nodes = nodes?.flatMap((node) => reach(node, step)) ?? null;
    predicates(search, step.predicates, nodes);
  }
  if (nodes?.length === 0) search.nowhere.push(written(expression.steps));
  // `.` and sets filtered by conditions may hold the owner without making a circle.
  if (sideways || isSelf(expression)) nodes = nodes?.filter((node) => node !== search.owner) ?? null;
  return nodes;
}

function isSelf(expression: Expression & { kind: "path" }): boolean {
  return expression.from === "here" && expression.steps.every((step) => step.axis === "self");
}

function call(search: Search, expression: Expression & { kind: "call" }, here: Found): Found {
  if (expression.name === "current") return [search.owner];
  const before = search.sideways;
  if (expression.name === "indexed-repeat") search.sideways = true;
  for (const argument of expression.args) {
    const found = look(search, argument, here);
    if (found !== null) note(search, found);
  }
  search.sideways = before;
  return null;
}

function look(search: Search, expression: Expression, here: Found): Found {
  switch (expression.kind) {
    case "reference":
      return reference(search, expression.name);
    case "path":
      return path(search, expression, here);
    case "call":
      return call(search, expression, here);
    case "negative":
      note(search, look(search, expression.of, here) ?? []);
      return null;
    case "binary":
      note(search, look(search, expression.left, here) ?? []);
      note(search, look(search, expression.right, here) ?? []);
      return null;
    default:
      return null;
  }
}

/**
 * What an expression of `owner` looks at. `here` false says that paths start at something outside the form, as in a choice filter, whose names
 * are columns of the list.
 */
export function dependenciesOf(
  expression: Expression,
  owner: FormNode,
  form: Search["form"],
  rootNames: ReadonlySet<string>,
  here = true,
): Dependencies {
  const search: Search = {
    owner,
    form,
    rootNames,
    items: new Set(),
    unknown: [],
    ambiguous: [],
    nowhere: [],
    sideways: false,
  };
  note(search, look(search, expression, here ? [owner] : null) ?? []);
  return search;
}

/** A circle among items, each looking at the next and the last at the first; null when there is none. */
export function circleIn(nodes: readonly FormNode[], inputs: ReadonlyMap<FormNode, ReadonlySet<FormNode>>): FormNode[] | null {
  const done = new Set<FormNode>();
  for (const first of nodes) {
    const trail: { node: FormNode; next: FormNode[] }[] = [];
    const on = new Map<FormNode, number>();
    let entering: FormNode | undefined = first;
    while (entering !== undefined || trail.length > 0) {
      if (entering !== undefined) {
        const place = on.get(entering);
        if (place !== undefined) return trail.slice(place).map((step) => step.node);
        if (!done.has(entering)) {
          on.set(entering, trail.length);
          trail.push({ node: entering, next: [...(inputs.get(entering) ?? [])] });
        }
      }
      const top = trail.at(-1);
      entering = top?.next.shift();
      if (top !== undefined && entering === undefined) {
        trail.pop();
        on.delete(top.node);
        done.add(top.node);
      }
    }
  }
  return null;
}
