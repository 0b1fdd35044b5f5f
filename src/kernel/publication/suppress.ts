/** What may be told of small numbers of people: one gate for every table before it goes public. */
import { chooseHidden, type Count } from "#methods/disclosure/network.ts";
import { suppressTable, type CountTable, type PublishedTable } from "#methods/disclosure/table.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { numberOf } from "#kernel/rules/rules.ts";

/** The rule set that says which numbers are small. */
export const DISCLOSURE = "disclosure";

/** The fewest people that a public figure may be about, by the rule set `disclosure`. */
export function smallestCell(rules: RuleSet): number {
  return numberOf(rules, "smallest_cell");
}

/** People by row and column; every person stands in one cell. */
export type PeopleTable = CountTable;

/** The same as it may be told; null is hidden. A count of zero is told: it is about nobody. */
export type ToldTable = PublishedTable;

/**
 * A table of people as the public may see it: counts below `floor` are hidden, and as few others as it takes that no
 * subtraction brings them back. Where nothing can protect them everything is hidden. Throws RangeError for a table that is none.
 */
export function toldTable(table: PeopleTable, floor: number): ToldTable {
  try {
    return suppressTable(table, { threshold: floor, zeros: "shown" }).published;
  } catch (error) {
    if (!(error instanceof RangeError) || !error.message.includes("cannot be protected")) throw error;
    return {
      rows: table.rows,
      columns: table.columns,
      cells: table.counts.map((row) => row.map(() => null)),
      rowTotals: table.counts.map(() => null),
      columnTotals: table.columns.map(() => null),
      total: null,
    };
  }
}

/**
 * One list of counts as the public may see it. `parts`: every person stands in one of them, so that they sum up to their total
 * and a second one is hidden with a first; `overlapping`: a person may stand in several, and each is judged alone.
 */
export function toldList(
  counts: Readonly<Record<string, number>>,
  floor: number,
  kind: "parts" | "overlapping",
): { readonly counts: Readonly<Record<string, number | null>>; readonly total: number | null } {
  const names = Object.keys(counts);
  if (kind === "overlapping")
    return { counts: Object.fromEntries(names.map((name) => [name, toldCount(counts[name] ?? 0, floor)])), total: null };
  const told = toldTable({ rows: names, columns: ["all"], counts: names.map((name) => [counts[name] ?? 0]) }, floor);
  return { counts: Object.fromEntries(names.map((name, row) => [name, told.rowTotals[row] ?? null])), total: told.total };
}

/** One count about people that stands alone. */
export function toldCount(count: number, floor: number): number | null {
  return count > 0 && count < floor ? null : count;
}

/**
 * One part of a known whole, such as how many passed: hidden when the part or the rest is about fewer than `floor` people,
 * because each gives the other away.
 */
export function toldPart(part: number, whole: number, floor: number): number | null {
  return toldCount(part, floor) === null || toldCount(whole - part, floor) === null || toldCount(whole, floor) === null ? null : part;
}

/** A sum of a larger web of sums: people flow from one node to another, and what flows in flows out. */
export interface PeopleSum {
  /** Null where no page prints it, but it can be worked out from. */
  readonly key: string | null;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** What hiding it costs readers; larger is hidden later. Its count when absent. */
  readonly cost?: number;
}

/**
 * The keys that stay hidden of sums that hang together in any shape, such as totals by post, by kind of district and over all
 * at once. Throws RangeError when nothing can protect them: then print none of them.
 */
export function hiddenSums(sums: readonly PeopleSum[], floor: number): ReadonlySet<string> {
  const nodes = new Map<string, number>();
  const node = (name: string): number => {
    const known = nodes.get(name) ?? nodes.size;
    nodes.set(name, known);
    return known;
  };
  const counts = sums.map(({ from, to, count, cost }): Count => ({
    from: node(from),
    to: node(to),
    value: count,
    cost: cost ?? count + 1,
  }));
  const hidden = chooseHidden(counts, { threshold: floor, zeros: "shown" });
  return new Set([...hidden].flatMap((index) => sums[index]?.key ?? []));
}
