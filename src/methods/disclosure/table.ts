/** Two-way tables of counts with their totals: hiding small cells so that no subtraction brings them back. */
import { bounds, chooseHidden, fit, isSmall } from "./network.ts";
import type { Arc, Count, Network, Protection } from "./network.ts";

/** Counts of people by row and column; the totals follow from them. */
export interface CountTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** One list per row, one count per column. */
  readonly counts: readonly (readonly number[])[];
}

/** The table as it may be published: null stands for a hidden count. */
export interface PublishedTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

/** A published table and how much was hidden: small counts, and others hidden to protect these. Publish neither figure. */
export interface SuppressedTable {
  readonly published: PublishedTable;
  readonly primary: number;
  readonly secondary: number;
}

/** What a reader can work out about a hidden count. `row` or `column` null stands for the total over it. */
export interface CellBounds {
  readonly row: string | null;
  readonly column: string | null;
  readonly low: number;
  readonly high: number;
}

const sumUp = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0);

function checkTable({ rows, columns, counts }: CountTable): void {
  const shaped = counts.length === rows.length && counts.every((row) => row.length === columns.length);
  if (!shaped) throw new RangeError("the counts do not fit the rows and columns");
  if (!counts.flat().every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError("a count is a whole number from 0");
  }
}

/** The values of a table in the order of its arcs: cells row by row, then row totals, column totals and the total. */
function ordered<V>(cells: readonly (readonly V[])[], rowTotals: readonly V[], columnTotals: readonly V[], total: V): V[] {
  return [...cells.flat(), ...rowTotals, ...columnTotals, total];
}

/** The ends of each arc in that order. Nodes: the grand total over rows, one per row, one per column, the grand total over columns. */
function ends(rows: number, columns: number): { from: number; to: number }[] {
  const row = (i: number): number => 1 + i;
  const column = (j: number): number => 1 + rows + j;
  const last = 1 + rows + columns;
  const indices = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
  return [
    ...indices(rows).flatMap((i) => indices(columns).map((j) => ({ from: row(i), to: column(j) }))),
    ...indices(rows).map((i) => ({ from: 0, to: row(i) })),
    ...indices(columns).map((j) => ({ from: column(j), to: last })),
    { from: last, to: 0 },
  ];
}

function countsOf({ rows, columns, counts }: CountTable): Count[] {
  const rowTotals = counts.map(sumUp);
  const columnTotals = columns.map((_, j) => sumUp(counts.map((row) => row[j] ?? 0)));
  const total = sumUp(rowTotals);
  const values = ordered(counts, rowTotals, columnTotals, total);
  const cells = rows.length * columns.length;
  return ends(rows.length, columns.length).map(({ from, to }, arc) => {
    const value = values[arc] ?? 0;
    // A hidden total hurts readers more than any cells: it costs more than all of them, and the grand total most.
    const margin = arc < cells ? 0 : (total + cells) * (arc === values.length - 1 ? cells + 2 : 1);
    return { from, to, value, cost: value + 1 + margin };
  });
}

/** The table with its small counts hidden, and as few and as small others as protecting them takes. Totals are hidden only when no cells can protect. Deterministic. */
export function suppressTable(table: CountTable, protection: Protection): SuppressedTable {
  checkTable(table);
  const { rows, columns } = table;
  const counts = countsOf(table);
  const hidden = chooseHidden(counts, protection);
  const shown = counts.map(({ value }, arc) => (hidden.has(arc) ? null : value));
  const width = columns.length;
  const cells = rows.length * width;
  const primary = counts.filter(({ value }) => isSmall(value, protection)).length;
  const published: PublishedTable = {
    rows,
    columns,
    cells: rows.map((_, i) => shown.slice(i * width, (i + 1) * width)),
    rowTotals: shown.slice(cells, cells + rows.length),
    columnTotals: shown.slice(cells + rows.length, -1),
    total: shown.at(-1) ?? null,
  };
  return { published, primary, secondary: hidden.size - primary };
}

function networkOf(table: PublishedTable, zeros: Protection["zeros"]): { network: Network; shown: (number | null)[] } {
  const shown = ordered(table.cells, table.rowTotals, table.columnTotals, table.total);
  const floor = zeros === "shown" ? 1 : 0;
  const arcs: Arc[] = ends(table.rows.length, table.columns.length).map(({ from, to }, arc) => {
    const value = shown[arc] ?? null;
    return { from, to, low: value ?? floor, high: value ?? Infinity };
  });
  const network = fit(arcs);
  if (network === null) throw new RangeError("the published figures contradict one another");
  return { network, shown };
}

function boundsOfHidden(table: PublishedTable, zeros: Protection["zeros"], enough: number): CellBounds[] {
  const { network, shown } = networkOf(table, zeros);
  const { rows, columns } = table;
  const labels = ordered<{ row: string | null; column: string | null }>(
    rows.map((row) => columns.map((column) => ({ row, column }))),
    rows.map((row) => ({ row, column: null })),
    columns.map((column) => ({ row: null, column })),
    { row: null, column: null },
  );
  return shown.flatMap((value, arc) => {
    const label = labels[arc];
    return value === null && label ? [{ ...label, ...bounds(network, arc, enough) }] : [];
  });
}

/** For every hidden count the exact range that a reader of the published table can work out, knowing that counts are whole and not negative (and not zero, when zeros are shown). */
export function tableBounds(table: PublishedTable, zeros: Protection["zeros"]): CellBounds[] {
  return boundsOfHidden(table, zeros, Infinity);
}

/**
 * The hidden counts that a reader can work out after all: those whose exact range is narrower than `width` (1: known
 * exactly). Looks only at what is published, so it also checks tables that somebody else suppressed. Throws RangeError when the figures contradict one another.
 */
export function recoverable(table: PublishedTable, { zeros, width = 1 }: Pick<Protection, "zeros" | "width">): CellBounds[] {
  return boundsOfHidden(table, zeros, width).filter(({ low, high }) => high - low < width);
}
