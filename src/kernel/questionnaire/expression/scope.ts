/** What an expression sees while it is evaluated: the node it belongs to, the form around it, the clock, the dice and the tables. */
import type { Expression } from "./syntax.ts";
import type { Zone } from "./time.ts";
import type { NodeSet, TreeNode, Value } from "./value.ts";

/** Everything that stays the same while one set of answers is evaluated. Nothing in it is read from the machine: the caller injects it. */
export interface World {
  /** The moment of the evaluation by the clock of the place, `YYYY-MM-DDTHH:MM:SS.mmm+HH:MM`. */
  readonly now: string;
  readonly zone: Zone;
  /** Two-letter code of the language in which months and days are written out. */
  readonly language: string;
  /** The next random number, at least 0 and below 1. */
  readonly random: () => number;
  /** The root of the answers. */
  readonly root: TreeNode;
  /** Root names that an absolute path may begin with. */
  readonly rootNames: ReadonlySet<string>;
  /** The nodes that `${name}` means, seen from a node: those within the nearest shared ancestor. Null where no question has that name. */
  readonly named: (name: string, from: TreeNode) => readonly TreeNode[] | null;
  /** All nodes of that name in the whole form. */
  readonly everywhere: (name: string) => readonly TreeNode[] | null;
  /** The root node of an attached table or list of choices, for `instance()` and `pulldata()`; null where none is attached. */
  readonly table: (name: string) => TreeNode | null;
  /** The label of a choice of the select question of that name. */
  readonly choiceLabel: (question: string, choice: string) => string | null;
}

/** One evaluation of one expression. */
export interface Scope {
  readonly world: World;
  /** The node that the expression belongs to; `current()` gives it. */
  readonly owner: TreeNode;
  /** The node at hand: the owner, or inside square brackets the node being asked about. */
  readonly here: TreeNode;
  /** Place of `here` in the set being filtered, from 1. */
  readonly position: number;
  /** Work left; shared by all parts of one evaluation. */
  readonly budget: { left: number };
}

/** Values of a call, evaluated when asked for, so that `if` looks at one branch only. */
export interface Arguments {
  readonly count: number;
  readonly value: (index: number) => Value;
  readonly text: (index: number) => string;
  readonly number: (index: number) => number;
  readonly truth: (index: number) => boolean;
  /** The node-set at that place; throws when it is none. */
  readonly nodes: (index: number) => NodeSet;
  /** The expression itself, for the functions that look at how they were called. */
  readonly source: (index: number) => Expression | undefined;
}

/** A function: how many values it takes and what it gives. */
export interface ExpressionFunction {
  readonly min: number;
  readonly max: number;
  readonly call: (args: Arguments, scope: Scope) => Value;
}

/** Declares a function of the table. `max` of Infinity takes any number. */
export function define(min: number, max: number, call: ExpressionFunction["call"]): ExpressionFunction {
  return { min, max, call };
}
