/** Functions on numbers: sums, rounding, powers, angles, checklists, areas and distances. */
import { areaOf, distanceOf, pointsOf } from "./geography.ts";
import type { Point } from "./geography.ts";
import { ExpressionProblem } from "./problem.ts";
import { define } from "./scope.ts";
import type { Arguments, ExpressionFunction, Scope } from "./scope.ts";
import { isNodeSet, textOfNode, toNumber } from "./value.ts";

/** Numbers of the values from `first` on; a node-set gives one number per node. What is no number may be among them, as NaN. */
function allNumbers(args: Arguments, scope: Scope, first: number): number[] {
  const numbers: number[] = [];
  for (let index = first; index < args.count; index += 1) {
    const value = args.value(index);
    if (!isNodeSet(value)) numbers.push(toNumber(value, scope.world.zone));
    else for (const node of value.nodes) numbers.push(toNumber(textOfNode(node), scope.world.zone));
  }
  return numbers;
}

/** The same without what is no number: one question without an answer does not spoil a total (as in JavaRosa). */
function givenNumbers(args: Arguments, scope: Scope): number[] {
  return allNumbers(args, scope, 0).filter((number) => !Number.isNaN(number));
}

/** The smallest or largest number; NaN where there is none. */
function extreme(pick: (left: number, right: number) => number): ExpressionFunction["call"] {
  return (args, scope) => {
    const numbers = givenNumbers(args, scope);
    return numbers.length === 0 ? Number.NaN : numbers.reduce((a, b) => pick(a, b));
  };
}

/** XPath 1.0 §4.4: halves go up (−2.5 becomes −2); with decimals, the point is moved in the text so that 1.005 rounds as it reads. */
export function roundTo(value: number, decimals: number): number {
  if (!Number.isFinite(value) || Number.isNaN(decimals)) return value;
  const places = Math.max(-20, Math.min(20, Math.trunc(decimals)));
  const shift = (number: number, by: number): number => {
    const [digits, exponent = "0"] = String(number).split("e");
    return Number(`${digits}e${Number(exponent) + by}`);
  };
  return shift(Math.round(shift(value, places)), -places);
}

/** Whether the (weighted) count of the values above 0 lies between the two first values; −1 leaves that side open. */
function checklist(args: Arguments, scope: Scope, weighted: boolean): boolean {
  let total = 0;
  if (weighted) {
    if (args.count % 2 !== 0) throw new ExpressionProblem("pairedArguments", { name: "weighted-checklist" });
    for (let index = 2; index < args.count; index += 2) {
      if (args.number(index) > 0) total += args.number(index + 1);
    }
  } else {
    total = allNumbers(args, scope, 2).filter((number) => number > 0).length;
  }
  const [min, max] = [args.number(0), args.number(1)];
  return (min === -1 || total >= min) && (max === -1 || total <= max);
}

/** The points of a geotrace or geoshape, or of one geopoint per node. NaN reading: null. */
function points(args: Arguments): Point[] | null {
  const value = args.value(0);
  if (isNodeSet(value)) return pointsOf(value.nodes.map(textOfNode).join(";"));
  return pointsOf(args.text(0));
}

const one = (compute: (value: number) => number): ExpressionFunction => define(1, 1, (args) => compute(args.number(0)));

/** Functions whose sources are XPath 1.0 §4.4, XPath 3.0 “math” and the number and geography tables of the ODK XForms specification. */
export const numberFunctions: Readonly<Record<string, ExpressionFunction>> = {
  number: define(0, 1, (args, scope) => (args.count > 0 ? args.number(0) : toNumber(textOfNode(scope.here), scope.world.zone))),
  int: one(Math.trunc),
  round: define(1, 2, (args) => roundTo(args.number(0), args.count > 1 ? args.number(1) : 0)),
  floor: one(Math.floor),
  ceiling: one(Math.ceil),
  sum: define(1, 1, (args, scope) => {
    args.nodes(0);
    return givenNumbers(args, scope).reduce((total, number) => total + number, 0);
  }),
  min: define(1, Infinity, extreme(Math.min)),
  max: define(1, Infinity, extreme(Math.max)),
  abs: one(Math.abs),
  pow: define(2, 2, (args) => args.number(0) ** args.number(1)),
  sqrt: one(Math.sqrt),
  exp: one(Math.exp),
  exp10: one((value) => 10 ** value),
  log: one(Math.log),
  log10: one(Math.log10),
  sin: one(Math.sin),
  cos: one(Math.cos),
  tan: one(Math.tan),
  asin: one(Math.asin),
  acos: one(Math.acos),
  atan: one(Math.atan),
  atan2: define(2, 2, (args) => Math.atan2(args.number(0), args.number(1))),
  pi: define(0, 0, () => Math.PI),
  random: define(0, 0, (_, scope) => scope.world.random()),
  checklist: define(2, Infinity, (args, scope) => checklist(args, scope, false)),
  "weighted-checklist": define(2, Infinity, (args, scope) => checklist(args, scope, true)),
  area: define(1, 1, (args) => areaOf(points(args))),
  distance: define(1, 1, (args) => distanceOf(points(args))),
};
