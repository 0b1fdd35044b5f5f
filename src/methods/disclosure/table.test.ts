/** Tables: the verifier against trying every table, and suppression against the verifier. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recoverable, suppressTable, tableBounds } from "./table.ts";
import type { CountTable, PublishedTable } from "./table.ts";

const table = (counts: number[][]): CountTable => ({
  rows: counts.map((_, i) => `row ${i}`),
  columns: (counts[0] ?? []).map((_, j) => `column ${j}`),
  counts,
});

/** A table published with only some cells blanked, as somebody careless would. */
function blanked(counts: number[][], hide: (i: number, j: number) => boolean): PublishedTable {
  const { rows, columns } = table(counts);
  const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
  return {
    rows,
    columns,
    cells: counts.map((row, i) => row.map((count, j) => (hide(i, j) ? null : count))),
    rowTotals: counts.map(sum),
    columnTotals: columns.map((_, j) => sum(counts.map((row) => row[j] ?? 0))),
    total: sum(counts.flat()),
  };
}

const strict = { threshold: 5, zeros: "hidden" } as const;
const counts = [
  [20, 50, 10, 19],
  [8, 19, 22, 12],
  [17, 32, 12, 3],
  [9, 11, 40, 30],
];

describe("the verifier", () => {
  test("works out a lone hidden cell by subtraction", () => {
    const careless = blanked(counts, (i, j) => i === 2 && j === 3);
    expect(recoverable(careless, strict)).toEqual([{ row: "row 2", column: "column 3", low: 3, high: 3 }]);
  });

  test("works out four cells of which each line has two, but one line has none to spare", () => {
    // Two hidden in row 0 and two in row 1, but in three columns: column 0 alone gives the first away, and so the rest.
    const careless = blanked(counts, (i, j) => (i === 0 && j < 2) || (i === 1 && (j === 1 || j === 2)));
    expect(recoverable(careless, strict).map(({ low }) => low)).toEqual([20, 50, 19, 22]);
  });

  test("works out hidden cells whose sum is nothing, because nobody is fewer than nobody", () => {
    const careless = blanked(
      [
        [0, 0, 9],
        [0, 0, 9],
        [7, 7, 7],
      ],
      (i, j) => i < 2 && j < 2,
    );
    expect(recoverable(careless, strict)).toHaveLength(4);
  });

  test("works out two hidden ones when zeros are shown, because neither can be a zero", () => {
    const careless = blanked(
      [
        [1, 1, 9],
        [1, 1, 9],
        [7, 7, 7],
      ],
      (i, j) => i < 2 && j < 2,
    );
    expect(recoverable(careless, { zeros: "shown" })).toHaveLength(4);
    expect(recoverable(careless, { zeros: "hidden" })).toHaveLength(0);
  });

  test("gives the exact bounds of a square of hidden cells", () => {
    // The square 22 12 / 12 3 keeps its sums: the smallest may fall to 0 and rise to 15.
    const square = blanked(counts, (i, j) => (i === 1 || i === 2) && j >= 2);
    expect(tableBounds(square, "hidden")).toEqual([
      { row: "row 1", column: "column 2", low: 19, high: 34 },
      { row: "row 1", column: "column 3", low: 0, high: 15 },
      { row: "row 2", column: "column 2", low: 0, high: 15 },
      { row: "row 2", column: "column 3", low: 0, high: 15 },
    ]);
  });

  test("refuses figures that contradict one another", () => {
    const wrong = { ...blanked(counts, () => false), total: 1 };
    expect(() => recoverable(wrong, strict)).toThrow("contradict");
  });

  const small = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([r, c]) =>
    fc.record({
      counts: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: c, maxLength: c }), {
        minLength: r,
        maxLength: r,
      }),
      hide: fc.array(fc.array(fc.boolean(), { minLength: c, maxLength: c }), {
        minLength: r,
        maxLength: r,
      }),
    }),
  );

  test("gives the same bounds as trying every table that fits", () => {
    fc.assert(
      fc.property(small, ({ counts: truth, hide }) => {
        const published = blanked(truth, (i, j) => hide[i]?.[j] ?? false);
        const places = truth.flatMap((row, i) => row.flatMap((_, j) => (hide[i]?.[j] ? [[i, j] as const] : [])));
        const ranges = places.map(() => ({ low: Infinity, high: -Infinity }));
        const trial = truth.map((row) => [...row]);
        const fits = () =>
          trial.every((row, i) => row.reduce((a, b) => a + b, 0) === published.rowTotals[i]) &&
          (trial[0] ?? []).every((_, j) => trial.reduce((a, row) => a + (row[j] ?? 0), 0) === published.columnTotals[j]);
        const attempt = (k: number): void => {
          if (k === places.length) {
            if (!fits()) return;
            for (const [p, [i, j]] of places.entries()) {
              const range = ranges[p];
              const value = trial[i]?.[j] ?? 0;
              if (range)
                Object.assign(range, {
                  low: Math.min(range.low, value),
                  high: Math.max(range.high, value),
                });
            }
            return;
          }
          const [i, j] = places[k] ?? [0, 0];
          const row = trial[i] ?? [];
          for (let value = 0; value <= (published.rowTotals[i] ?? 0); value++) {
            row[j] = value;
            if (row.reduce((a, b) => a + b, 0) - value <= 99) attempt(k + 1);
          }
        };
        fc.pre(places.length <= 5);
        attempt(0);
        expect(tableBounds(published, "hidden").map(({ low, high }) => ({ low, high }))).toEqual(ranges);
      }),
      { numRuns: 150 },
    );
  });
});

describe("suppression", () => {
  test("hides the cell of 3 and the cheapest square around it, and no total", () => {
    const { published, primary, secondary } = suppressTable(table(counts), strict);
    expect(primary).toBe(1);
    expect(secondary).toBe(3);
    expect(published.cells[2]?.[3]).toBeNull();
    expect(published.rowTotals).toEqual([99, 61, 64, 90]);
    expect(published.total).toBe(314);
    expect(recoverable(published, strict)).toEqual([]);
  });

  test("leaves a table without small cells as it is", () => {
    const { published, primary, secondary } = suppressTable(
      table([
        [9, 8],
        [7, 6],
      ]),
      strict,
    );
    expect([primary, secondary]).toEqual([0, 0]);
    expect(published.cells).toEqual([
      [9, 8],
      [7, 6],
    ]);
  });

  test("hides everything where one cell is the whole table", () => {
    const { published } = suppressTable(table([[2]]), strict);
    expect(published).toMatchObject({ cells: [[null]], rowTotals: [null], total: null });
    expect(recoverable(published, strict)).toEqual([]);
  });

  test("publishes zeros when they may be shown, and never uses one to protect", () => {
    const { published } = suppressTable(
      table([
        [0, 3, 9],
        [8, 0, 9],
        [0, 7, 9],
      ]),
      { threshold: 5, zeros: "shown" },
    );
    expect(published.cells.map((row) => row.map((cell) => cell === 0))).toEqual([
      [true, false, false],
      [false, true, false],
      [true, false, false],
    ]);
    expect(recoverable(published, { zeros: "shown" })).toEqual([]);
  });

  const anyTable = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 6 }), fc.constantFrom(3, 10, 60))
    .chain(([r, c, high]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: high }), { minLength: c, maxLength: c }), {
        minLength: r,
        maxLength: r,
      }),
    );

  test.each([
    ["zeros hidden", { threshold: 5, zeros: "hidden" }],
    ["zeros shown", { threshold: 5, zeros: "shown" }],
    ["every hidden count at least 5 wide", { threshold: 5, zeros: "hidden", width: 5 }],
    ["a threshold of 10", { threshold: 10, zeros: "hidden" }],
  ] as const)("leaves nothing recoverable in any table, with %s", (_, protection) => {
    fc.assert(
      fc.property(anyTable, (cells) => {
        const { published } = suppressTable(table(cells), protection);
        expect(recoverable(published, protection)).toEqual([]);
        const shown = [published.cells.flat(), published.rowTotals, published.columnTotals, published.total].flat();
        for (const value of shown) {
          if (value === null || (value === 0 && protection.zeros === "shown")) continue;
          expect(value).toBeGreaterThanOrEqual(protection.threshold);
        }
        for (const [i, row] of published.cells.entries()) {
          for (const [j, value] of row.entries()) if (value !== null) expect(value).toBe(cells[i]?.[j]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("would be caught if it forgot one of its complementary cells", () => {
    fc.assert(
      fc.property(anyTable, fc.nat(), (cells, pick) => {
        const { published, secondary } = suppressTable(table(cells), strict);
        fc.pre(secondary > 0 && published.rowTotals.every((total) => total !== null));
        fc.pre(published.columnTotals.every((total) => total !== null));
        // In the row of a single hidden cell beside it, the forgotten cell gives that one away.
        const row = published.cells.findIndex((line) => line.filter((cell) => cell === null).length === 2);
        fc.pre(row >= 0);
        const line = published.cells[row] ?? [];
        const hidden = line.flatMap((cell, j) => (cell === null ? [j] : []));
        const forgotten = hidden[pick % 2] ?? 0;
        const careless = {
          ...published,
          cells: published.cells.map((other, i) =>
            i === row ? other.map((cell, j) => (j === forgotten ? (cells[i]?.[j] ?? 0) : cell)) : other,
          ),
        };
        expect(recoverable(careless, strict).length).toBeGreaterThan(0);
      }),
    );
  });

  test("takes only tables of whole counts with as many as it names", () => {
    expect(() => suppressTable(table([[1, 2], [3]]), strict)).toThrow(RangeError);
    expect(() => suppressTable(table([[1.5]]), strict)).toThrow(RangeError);
    expect(() => suppressTable(table([[-1]]), strict)).toThrow(RangeError);
  });
});
