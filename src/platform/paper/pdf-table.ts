/** Tables of a paper, drawn as PDF: the head again on every page, rows whole, tags for every cell. */
import type { Table } from "./paper.ts";
import { flow } from "./pdf-text.ts";
import { spansOf, type Line } from "./lines.ts";
import { ink, leading, type Sheet, type Tag } from "./sheet.ts";

const size = 8.5;
const pad = 3;

interface Columns {
  readonly x: readonly number[];
  readonly width: readonly number[];
  readonly numeric: ReadonlySet<number>;
}

function columnsOf(sheet: Sheet, table: Table): Columns {
  const shares = table.head.map((_, i) => table.widths?.[i] ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const width = shares.map((share) => (share / whole) * sheet.width);
  const x = width.map((_, i) => sheet.left + width.slice(0, i).reduce((sum, one) => sum + one, 0));
  return { x, width, numeric: new Set(table.numeric ?? []) };
}

interface Row {
  readonly cells: readonly (readonly Line[])[];
  readonly height: number;
}

function rowOf(sheet: Sheet, columns: Columns, cells: readonly string[], bold: boolean): Row {
  const set = columns.width.map((width, i) => sheet.lines(spansOf(cells[i] ?? "", bold), size, width - 2 * pad));
  return { cells: set, height: Math.max(...set.map((lines) => lines.length)) * leading(size) + 2 * pad };
}

function drawCells(sheet: Sheet, columns: Columns, row: Row, each: (column: number, draw: () => void) => void): void {
  for (const [i, lines] of row.cells.entries()) {
    const box = { x: (columns.x[i] ?? 0) + pad, y: sheet.y + pad, width: (columns.width[i] ?? 0) - 2 * pad };
    each(i, () => sheet.setAll(lines, box, { size, align: columns.numeric.has(i) ? "end" : "start" }));
  }
}

function rule(sheet: Sheet, y: number, weight: number): void {
  sheet.ornament(() =>
    sheet.doc
      .moveTo(sheet.left, y)
      .lineTo(sheet.left + sheet.width, y)
      .lineWidth(weight)
      .stroke(ink.line),
  );
}

function drawRow(
  sheet: Sheet,
  columns: Columns,
  row: Row,
  tags: { readonly under: Tag; readonly first: string; readonly head?: boolean },
): void {
  if (tags.head) sheet.ornament(() => sheet.doc.rect(sheet.left, sheet.y, sheet.width, row.height).fill(ink.shade));
  sheet.group(
    "TR",
    (tr) =>
      drawCells(sheet, columns, row, (column, draw) => {
        if (tags.head) sheet.tag("TH", draw, tr, { scope: "Column" });
        else if (column === 0) sheet.tag(tags.first, draw, tr, { scope: "Row" });
        else sheet.tag("TD", draw, tr);
      }),
    tags.under,
  );
  sheet.y += row.height;
  rule(sheet, sheet.y, 0.5);
}

/** Draws a table; the repeated head is an ornament, so that it is read out once. */
export function drawTable(sheet: Sheet, table: Table): void {
  const columns = columnsOf(sheet, table);
  const head = rowOf(sheet, columns, table.head, true);
  sheet.room(head.height * 3 + leading(10));
  sheet.y += 4;
  flow(sheet, "P", table.caption, { size: 10, bold: true });
  sheet.y += 3;
  sheet.group("Table", (tag) => {
    drawRow(sheet, columns, head, { under: tag, first: "TH", head: true });
    const rows = table.rows.map((cells) => rowOf(sheet, columns, cells, false));
    if (table.total !== undefined) rows.push(rowOf(sheet, columns, table.total, true));
    for (const row of rows) {
      if (sheet.room(row.height)) {
        sheet.ornament(() => {
          sheet.doc.rect(sheet.left, sheet.y, sheet.width, head.height).fill(ink.shade);
          drawCells(sheet, columns, head, (_, draw) => draw());
        });
        sheet.y += head.height;
      }
      drawRow(sheet, columns, row, { under: tag, first: "TH" });
    }
  });
  sheet.y += 4;
  if (table.note !== undefined) flow(sheet, "P", table.note, { size: 8.5, colour: ink.quiet });
  sheet.y += 6;
}
