/** The gate for small numbers, each case planted and seen hidden. */
import { describe, expect, test } from "vitest";
import { recoverable } from "#methods/disclosure/table.ts";
import { hiddenSums, toldCount, toldList, toldPart, toldTable } from "./suppress.ts";

const FLOOR = 5;

describe("Claudine publishes a table of people", () => {
  const table = {
    rows: ["Huye", "Musanze", "Gisagara"],
    columns: ["women", "men"],
    counts: [
      [20, 3],
      [12, 18],
      [9, 14],
    ],
  };

  test("three men of Huye are hidden, and another number with them, so that no subtraction brings them back", () => {
    const told = toldTable(table, FLOOR);
    expect(told.cells[0]?.[1]).toBeNull();
    expect(told.cells.flat().filter((cell) => cell === null).length).toBeGreaterThan(1);
    expect(recoverable(told, { zeros: "shown" })).toEqual([]);
    expect(told.total).toBe(76);
  });

  test("hiding the three men alone would give them away", () => {
    const careless = {
      ...toldTable(table, FLOOR),
      cells: table.counts.map((row, i) => row.map((n, j) => (i === 0 && j === 1 ? null : n))),
    };
    expect(recoverable({ ...careless, rowTotals: [23, 30, 23], columnTotals: [41, 35] }, { zeros: "shown" })).toHaveLength(1);
  });

  test("a single row of small numbers that nothing can protect is hidden with its totals", () => {
    expect(toldTable({ rows: ["Huye"], columns: ["women"], counts: [[2]] }, FLOOR)).toMatchObject({
      cells: [[null]],
      rowTotals: [null],
      total: null,
    });
  });

  test("a table without rows stays one", () => {
    expect(toldTable({ rows: [], columns: ["women"], counts: [] }, FLOOR).rows).toEqual([]);
  });
});

describe("lists and parts", () => {
  test("of three kinds that sum up to all, a small one takes a second one with it", () => {
    const { counts, total } = toldList({ verified: 90, claimed: 3, imported: 12 }, FLOOR, "parts");
    expect(counts).toEqual({ verified: 90, claimed: null, imported: null });
    expect(total).toBe(105);
  });

  test("of rows that overlap each is judged alone", () => {
    expect(toldList({ EU: 3, GIZ: 40, none: 0 }, FLOOR, "overlapping").counts).toEqual({ EU: null, GIZ: 40, none: 0 });
  });

  test.each([
    [0, 0],
    [4, null],
    [5, 5],
  ])("a count of %i is told as %s", (count, told) => expect(toldCount(count, FLOOR)).toBe(told));

  test.each([
    [38, 40, null],
    [30, 40, 30],
    [3, 40, null],
    [40, 40, 40],
  ])("%i of %i passed is told as %s: the rest gives the part away", (part, whole, told) => expect(toldPart(part, whole, FLOOR)).toBe(told));

  test("in sums of any shape a small one is hidden together with what would give it away", () => {
    const sum = (key: string, from: string, to: string, count: number) => ({ key, from, to, count });
    const hidden = hiddenSums(
      [
        sum("all", "end", "start", 60),
        sum("a", "start", "mid", 3),
        sum("b", "start", "mid", 27),
        sum("c", "start", "mid", 30),
        sum("mid", "mid", "end", 60),
      ],
      FLOOR,
    );
    expect(hidden.has("a")).toBe(true);
    expect(hidden.size).toBe(2);
  });
});
