/** Workbooks to take away: written, read back, and judged by another reader than our own. */
import { buffer } from "node:stream/consumers";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { Problem } from "#platform/problems/problem.ts";
import { readPackage, type Attributes } from "./package-parts.ts";
import { readWorkbook, WORKBOOK_LIMITS } from "./workbook.ts";
import { EXCEL_ROWS, fitsExcel, p, sheetNames, writeXlsx, type XlsxColumn, type XlsxSheet } from "./write-xlsx.ts";

const write = (...sheets: XlsxSheet[]) => buffer(writeXlsx(sheets));

const columns: XlsxColumn[] = [
  { name: "Name", kind: "text" },
  { name: "People", kind: "integer" },
  { name: "Share", kind: "decimal", places: 2 },
  { name: "Day", kind: "date" },
  { name: "Cost", kind: "money", currency: "USD", exponent: 2 },
  { name: "Budget", kind: "money", currency: "RWF", exponent: 0 },
];
const rows = [
  ['=1+1 <b> & "q" _x0041_\u0001é 🙂', 12, 0.125, "2025-07-01", 1999, 2_400_000_000n],
  ["0788123456", "1199780012345678", "n/a", new Date("2025-07-01T08:30Z"), -5, "7"],
  [null, undefined, "", "soon", 0.5, true],
];

async function readBack(bytes: Uint8Array) {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.code).join());
  return read.sheets;
}

describe("writeXlsx", () => {
  it("writes each column in its kind, and as text what does not fit it", async () => {
    const [sheet] = await readBack(await write({ name: "Districts", columns, rows }));
    const day = new Date("2025-07-01T00:00Z");
    expect(sheet?.rows).toEqual([
      columns.map((column) => column.name),
      [rows[0]?.[0], 12, 0.125, day, 19.99, 2_400_000_000],
      ["0788123456", "1199780012345678", "n/a", new Date("2025-07-01T08:30Z"), -0.05, 7],
      [null, null, null, "soon", "0.5", true],
    ]);
    expect(sheet?.formulas).toEqual([]);
  });

  it("is read alike by another program's reader", async () => {
    const bytes = await write({
      name: "Districts",
      columns: columns.slice(0, 4),
      rows: [["Huye", 3, 0.5, "2025-07-01"]],
    });
    const sheets = await readExcelFile(bytes);
    expect(JSON.stringify(sheets)).toContain('["Huye",3,0.5,"2025-07-01T00:00:00.000Z"]');
  });

  it("holds several sheets under names that Excel accepts", async () => {
    const empty = (name: string) => ({ name, columns: columns.slice(0, 1), rows: [] });
    const sheets = await readBack(await write(empty("Needs: 2025/26"), empty("needs  2025/26"), empty("")));
    expect(sheets.map((sheet) => sheet.name)).toEqual(["Needs 2025 26", "needs 2025 26 2", "3"]);
    expect(sheetNames(["History", "'quoted'", "x".repeat(40), "x".repeat(35)])).toEqual([
      "History 1",
      "quoted",
      "x".repeat(31),
      `${"x".repeat(27)} 2`,
    ]);
  });

  it("freezes the header, writes it bold, and gives the same bytes for the same rows", async () => {
    const first = await write({ name: "A", columns, rows });
    const parts = await readPackage(first, WORKBOOK_LIMITS);
    const seen: string[] = [];
    const note = (name: string, attributes: Attributes) => void seen.push(`${name} ${JSON.stringify(attributes)}`);
    await parts.parse("xl/worksheets/sheet1.xml", { open: note });
    await parts.parse("xl/styles.xml", { open: note });
    expect(seen.find((one) => one.startsWith("pane"))).toContain('"ySplit":"1"');
    expect(seen).toContain('c {"r":"A1","s":"1","t":"inlineStr"}');
    expect(seen).toContain("b {}");
    expect(seen.join()).toContain('#,##0.00 \\"USD\\"');
    expect(first.equals(await write({ name: "A", columns, rows }))).toBe(true);
  });

  it("says how many rows Excel holds, so that CSV can be offered instead", async () => {
    expect([fitsExcel(EXCEL_ROWS - 1), fitsExcel(EXCEL_ROWS)]).toEqual([true, false]);
    expect(p.tooManyRowsForExcel.status).toBe(422);
    // The generator counts rows from 2; a source that never ends is stopped at the limit.
    function* endless() {
      for (;;) yield [];
    }
    const written = async () => {
      for await (const chunk of writeXlsx([{ name: "A", columns: [], rows: endless() }])) void chunk;
    };
    await expect(written()).rejects.toThrow(Problem);
  }, 20_000);

  it("passes an error of the source on instead of ending the file early", async () => {
    async function* failing() {
      yield ["1"];
      throw new Error("connection lost");
    }
    await expect(write({ name: "A", columns, rows: failing() })).rejects.toThrow("connection lost");
  });

  it("cuts a text that no cell of Excel can hold", async () => {
    const [sheet] = await readBack(await write({ name: "A", columns, rows: [["x".repeat(40_000)]] }));
    expect(String(sheet?.rows[1]?.[0])).toHaveLength(32_767);
  });
});
