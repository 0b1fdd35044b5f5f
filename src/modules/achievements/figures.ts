/** Everything the achievements page says, computed from records in one place; pages and reports print the same. */
import type { Organisations } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import { inductionCoverage, type InductionCoverage } from "#modules/inductions";
import { heldCount, outcomesOf, type Outcomes } from "./held.ts";
import { paidLines, paidSums } from "./paid.ts";
import { isWide, reachOf, type Cell, type Reach } from "./reach.ts";
import { CERTAINTIES, NONE, planOn, wholeOf, type Certainty, type Plan, type Scope } from "./scope.ts";

/** How many people of some cells are how sure. */
export type BySureness = Readonly<Record<Certainty, number>>;

/** The figures of a scope, with the two numbers of the strategic plan beside them. */
export interface Figures {
  readonly scope: Scope;
  readonly plan: Plan;
  /** The scope of the first number of the plan: from its first day until today. */
  readonly planScope: Scope;
  readonly planReach: Reach;
  readonly reach: Reach;
  readonly sessions: number;
  readonly outcomes: Outcomes;
  /** Null for one member alone. */
  readonly induction: InductionCoverage | null;
  readonly paid: readonly { readonly currency: string; readonly minor: number }[] | null;
}

/** People of some cells. */
export function peopleIn(cells: readonly Cell[], pick: (cell: Cell) => boolean = () => true): number {
  return cells.reduce((sum, cell) => (pick(cell) ? sum + cell.people : sum), 0);
}

/** People by sureness; the three sum up to all. */
export function bySureness(cells: readonly Cell[]): BySureness {
  return Object.fromEntries(CERTAINTIES.map((one) => [one, peopleIn(cells, (cell) => cell.certainty === one)])) as unknown as BySureness;
}

/** One row of a split: women, men and those whose sex no list says; the three sum up to all. */
export interface SplitRow {
  readonly code: string;
  readonly women: number;
  readonly men: number;
  readonly unknown: number;
  readonly people: number;
}

/** People by one of their facts; those without it stand under `none`, last. */
export function splitBy(cells: readonly Cell[], by: (cell: Cell) => string | null): SplitRow[] {
  const groups = Map.groupBy(cells, (cell) => by(cell) ?? NONE);
  return [...groups]
    .map(([code, list]) => ({
      code,
      women: peopleIn(list, (cell) => cell.sex === "F"),
      men: peopleIn(list, (cell) => cell.sex === "M"),
      unknown: peopleIn(list, (cell) => cell.sex === null),
      people: peopleIn(list),
    }))
    .toSorted((a, b) => Number(a.code === NONE) - Number(b.code === NONE) || b.people - a.people || (a.code < b.code ? -1 : 1));
}

/** The same person, and everybody, until today. */
const untilToday = (plan: Plan, today: Day): Scope =>
  wholeOf(plan.begins, today < plan.begins ? plan.begins : today > plan.ends ? plan.ends : today);

/** All figures of a scope for an actor who may count some members. */
export async function figuresOf(db: Db<any>, pack: Pack, scope: Scope, within: Organisations, today: Day): Promise<Figures> {
  const plan = await planOn(db, today);
  const planScope = untilToday(plan, today);
  const wide = isWide(scope, within);
  return {
    scope,
    plan,
    planScope,
    planReach: await reachOf(db, pack, planScope, within, today),
    reach: await reachOf(db, pack, scope, within, today),
    sessions: await heldCount(db, scope, within, today),
    outcomes: await outcomesOf(db, scope, within),
    induction: within === "all" ? await inductionCoverage(db, pack, { from: planScope.from, to: planScope.to }, today) : null,
    paid: wide ? paidSums(await paidLines(db, scope)) : null,
  };
}
