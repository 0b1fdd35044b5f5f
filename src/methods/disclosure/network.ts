/**
 * Published totals as a flow: every sum (parts = whole) is a node, every count an arc, and the counts that fit what is
 * published are the circulations. On this, bounds are exact: a flow with whole-number limits has whole-number extremes.
 */

/** The nodes that an arc joins. */
interface Ends {
  readonly from: number;
  readonly to: number;
}

/** One count. It flows from a whole to a part; `low` and `high` are what a reader knows of it (equal when it is published). */
export interface Arc extends Ends {
  readonly low: number;
  readonly high: number;
}

/** One step along an arc: `forward` raises its count, backward lowers it. */
interface Step {
  readonly arc: number;
  readonly forward: boolean;
}

type Leaving = readonly (readonly Step[])[];

function leavingSteps(arcs: readonly Ends[]): Leaving {
  const nodes = arcs.reduce((most, { from, to }) => Math.max(most, from, to), 0) + 1;
  const leaving: Step[][] = Array.from({ length: nodes }, () => []);
  for (const [arc, { from, to }] of arcs.entries()) {
    leaving[from]?.push({ arc, forward: true });
    leaving[to]?.push({ arc, forward: false });
  }
  return leaving;
}

/** A table or tree as arcs, with some circulation that fits what is published. */
export interface Network {
  readonly arcs: readonly Arc[];
  readonly flow: readonly number[];
}

function room(arcs: readonly Arc[], flow: readonly number[], { arc, forward }: Step): number {
  const { low, high } = arcs[arc] as Arc;
  const value = flow[arc] ?? 0;
  return forward ? high - value : value - low;
}

/** The shortest way with room from one node to another without the arc `without`; null when there is none. */
function wayBetween(
  arcs: readonly Arc[],
  leaving: Leaving,
  flow: readonly number[],
  ends: { readonly from: number; readonly to: number; readonly without: number },
): Step[] | null {
  const reached = new Map<number, Step | null>([[ends.from, null]]);
  const queue = [ends.from];
  for (const node of queue) {
    if (node === ends.to) break;
    for (const step of leaving[node] ?? []) {
      if (step.arc === ends.without || room(arcs, flow, step) <= 0) continue;
      const { from, to } = arcs[step.arc] as Arc;
      const next = step.forward ? to : from;
      if (!reached.has(next)) {
        reached.set(next, step);
        queue.push(next);
      }
    }
  }
  return reached.has(ends.to) ? stepsBack(arcs, reached, ends.to) : null;
}

function stepsBack(arcs: readonly Ends[], reached: ReadonlyMap<number, Step | null>, end: number): Step[] {
  const steps: Step[] = [];
  let node = end;
  for (let step = reached.get(node); step; step = reached.get(node)) {
    steps.push(step);
    const { from, to } = arcs[step.arc] as Ends;
    node = step.forward ? from : to;
  }
  return steps.reverse();
}

/** Sends up to `wanted` units between two nodes, changing `flow`; returns how many went, Infinity when nothing limits them. */
function send(
  arcs: readonly Arc[],
  leaving: Leaving,
  flow: number[],
  ends: { readonly from: number; readonly to: number; readonly without: number },
  wanted: number,
): number {
  let sent = 0;
  while (sent < wanted) {
    const way = wayBetween(arcs, leaving, flow, ends);
    if (way === null) return sent;
    const amount = Math.min(wanted - sent, ...way.map((step) => room(arcs, flow, step)));
    if (amount === Infinity) return Infinity;
    for (const { arc, forward } of way) flow[arc] = (flow[arc] ?? 0) + (forward ? amount : -amount);
    sent += amount;
  }
  return sent;
}

/** A circulation within all bounds; null when what is published contradicts itself. */
export function fit(arcs: readonly Arc[]): Network | null {
  const ground = arcs.reduce((most, { from, to }) => Math.max(most, from, to), 0) + 1;
  const surplus = Array.from({ length: ground }, () => 0);
  for (const { from, to, low } of arcs) {
    surplus[to] = (surplus[to] ?? 0) + low;
    surplus[from] = (surplus[from] ?? 0) - low;
  }
  // Every arc starts at its lower bound; what a node then has too much of must find its way to where it lacks.
  const feeds = surplus.flatMap((amount, node): Arc[] => {
    if (amount > 0) return [{ from: ground, to: node, low: 0, high: amount }];
    return amount < 0 ? [{ from: node, to: ground + 1, low: 0, high: -amount }] : [];
  });
  const all = [...arcs, ...feeds];
  const flow = [...arcs.map(({ low }) => low), ...feeds.map(() => 0)];
  const due = surplus.reduce((sum, amount) => sum + Math.max(0, amount), 0);
  const ends = { from: ground, to: ground + 1, without: -1 };
  if (due > 0 && send(all, leavingSteps(all), flow, ends, due) < due) return null;
  return { arcs, flow: flow.slice(0, arcs.length) };
}

/** The smallest and the largest count an arc can have, given everything published; `enough` stops early once they are that far apart. */
export function bounds({ arcs, flow }: Network, arc: number, enough = Infinity): { low: number; high: number } {
  const { from, to, low, high } = arcs[arc] as Arc;
  const value = flow[arc] ?? 0;
  const leaving = leavingSteps(arcs);
  const up = send(arcs, leaving, [...flow], { from: to, to: from, without: arc }, Math.min(enough, high - value));
  const rest = Math.min(Math.max(0, enough - up), value - low);
  const down = send(arcs, leaving, [...flow], { from, to, without: arc }, rest);
  return { low: value - Math.min(down, value - low), high: value + Math.min(up, high - value) };
}

/** A count that is to be published or hidden. */
export interface Count extends Ends {
  readonly value: number;
  /** What hiding it costs the reader; the dearest counts are hidden last. */
  readonly cost: number;
}

/** What counts as small, and how well it must be hidden. */
export interface Protection {
  /** Counts below this are hidden. */
  readonly threshold: number;
  /** Whether counts of zero are hidden like other small ones, or published because they name nobody. */
  readonly zeros: "hidden" | "shown";
  /** How far apart the smallest and largest possible value of every hidden count must be at least; 1 when not given. */
  readonly width?: number;
}

/** The counts that are hidden because they are small themselves. */
export function isSmall(value: number, { threshold, zeros }: Protection): boolean {
  return value < threshold && (value > 0 || zeros === "hidden");
}

interface Search {
  readonly counts: readonly Count[];
  readonly leaving: Leaving;
  readonly hidden: ReadonlySet<number>;
  readonly protection: Protection;
}

/** What it costs to let a count move by the required width in that direction: 0 when it is hidden anyway, Infinity when it cannot. */
function stepCost({ counts, hidden, protection }: Search, { arc, forward }: Step): number {
  const { value, cost } = counts[arc] as Count;
  const floor = protection.zeros === "shown" ? 1 : 0;
  if (value < floor) return Infinity;
  if (!forward && value - floor < (protection.width ?? 1)) return Infinity;
  return hidden.has(arc) ? 0 : cost;
}

/** The cheapest way between two nodes that avoids one arc (Dijkstra; ties by the order of the nodes and counts). */
function cheapestWay(search: Search, from: number, to: number, without: number): { cost: number; steps: Step[] } | null {
  const costs = new Map<number, number>([[from, 0]]);
  const reached = new Map<number, Step | null>([[from, null]]);
  const done = new Set<number>();
  for (;;) {
    let node = -1;
    for (const [candidate, cost] of costs) {
      const best = costs.get(node) ?? Infinity;
      if (!done.has(candidate) && (cost < best || (cost === best && candidate < node))) node = candidate;
    }
    if (node === -1) return null;
    const cost = costs.get(node) ?? 0;
    if (node === to) return { cost, steps: stepsBack(search.counts, reached, to) };
    done.add(node);
    for (const step of search.leaving[node] ?? []) {
      const total = step.arc === without ? Infinity : cost + stepCost(search, step);
      const count = search.counts[step.arc] as Count;
      const next = step.forward ? count.to : count.from;
      if (total < (costs.get(next) ?? Infinity)) {
        costs.set(next, total);
        reached.set(next, step);
      }
    }
  }
}

/** The cheapest round on which this count can rise, or fall, by the required width while every sum stays as it is. */
function cheapestRound(search: Search, arc: number): Step[] {
  const { from, to } = search.counts[arc] as Count;
  const up = cheapestWay(search, to, from, arc);
  const canFall = stepCost(search, { arc, forward: false }) < Infinity;
  const down = canFall ? cheapestWay(search, from, to, arc) : null;
  if (up === null && down === null) throw new RangeError("the counts cannot be protected");
  if (down !== null && (up === null || down.cost < up.cost)) return down.steps;
  return up?.steps ?? [];
}

/**
 * Which counts to hide so that none of them can be worked out: the small ones, and for each of them the cheapest round of
 * counts that can all move together (the shortest-path method for complementary suppression; Cox, Operations Research 43,
 * 1995). Since the true counts and the moved ones both fit all that is published, every hidden count has two possible
 * values at least `width` apart: this is the proof that `recoverable` checks.
 */
export function chooseHidden(counts: readonly Count[], protection: Protection): Set<number> {
  const leaving = leavingSteps(counts);
  const small = [...counts.keys()].filter((arc) => isSmall(counts[arc]?.value ?? 0, protection));
  const hidden = new Set(small);
  for (const arc of small) {
    for (const step of cheapestRound({ counts, leaving, hidden, protection }, arc)) hidden.add(step.arc);
  }
  return hidden;
}
