/** A paper as a tagged PDF (PDF 1.7, structure per ISO 14289-1) with embedded faces. */
import type { Block, Paper } from "./paper.ts";
import { drawBars } from "./pdf-bars.ts";
import { drawCode, drawCodeBlock, drawPicture, drawSignatures } from "./pdf-parts.ts";
import { drawTable } from "./pdf-table.ts";
import { drawFacts, drawFigures, drawHeading, drawList, drawParagraph, flow } from "./pdf-text.ts";
import { spansOf } from "./lines.ts";
import { ink, leading, mm, Sheet } from "./sheet.ts";

function drawBlock(sheet: Sheet, block: Block, framed: boolean): void {
  switch (block.kind) {
    case "heading":
      return drawHeading(sheet, block);
    case "text":
      return drawParagraph(sheet, block);
    case "list":
      return drawList(sheet, block);
    case "figures":
      return drawFigures(sheet, block);
    case "facts":
      return drawFacts(sheet, block);
    case "table":
      return drawTable(sheet, block);
    case "bars":
      return drawBars(sheet, block);
    case "signatures":
      return drawSignatures(sheet, block, framed ? "centre" : "start");
    case "code":
      return drawCodeBlock(sheet, block);
    case "image":
      return drawPicture(sheet, block);
    case "gap":
      sheet.y += block.height * mm;
      return;
    case "break":
      return sheet.turn();
  }
}

function drawTop(sheet: Sheet, paper: Paper): void {
  const align = paper.framed ? "centre" : "start";
  if (paper.framed) sheet.y += 6 * mm;
  flow(sheet, "P", paper.issuer, { size: 10, align, colour: ink.quiet });
  sheet.y += 2;
  if (!paper.titleHidden) {
    flow(sheet, "H1", paper.title, { size: paper.framed ? 26 : 20, align, bold: true });
    sheet.y += 4;
  }
  if (paper.lead !== undefined) {
    flow(sheet, "P", paper.lead, { size: 12.5, align });
    sheet.y += 8;
  }
}

function frame(sheet: Sheet): void {
  const { width, height } = sheet.doc.page;
  sheet.doc
    .rect(8 * mm, 8 * mm, width - 16 * mm, height - 16 * mm)
    .lineWidth(1.5)
    .stroke(ink.strong);
}

/** The foot of every page, once their number is known. */
function drawFeet(sheet: Sheet, paper: Paper): void {
  const { foot } = paper;
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    sheet.doc.switchToPage(page);
    sheet.ornament(() => {
      if (paper.framed) frame(sheet);
      const top = sheet.bottom + (paper.framed ? 0 : 4) * mm;
      const code = foot.code !== undefined && page === start ? 15 * mm : 0;
      const number = foot.page.replace("{page}", String(page + 1)).replace("{pages}", String(count));
      const width = sheet.width - code;
      const line = `${foot.reference} · ${number}`;
      sheet.setAll(sheet.lines(spansOf(line, true), 8, width), { x: sheet.left, y: top, width }, { size: 8 });
      if (foot.note !== undefined) {
        const lines = sheet.lines(spansOf(foot.note), 8, width).slice(0, 2);
        sheet.setAll(lines, { x: sheet.left, y: top + leading(8), width }, { size: 8, colour: ink.quiet });
      }
      if (foot.code !== undefined && code > 0) drawCode(sheet, foot.code, sheet.left + sheet.width - code, top - 3 * mm, code);
    });
  }
}

/** The PDF of a paper; the same bytes for the same paper. */
export async function toPdf(paper: Paper): Promise<Uint8Array> {
  const sheet = new Sheet(paper);
  drawTop(sheet, paper);
  for (const block of paper.blocks) drawBlock(sheet, block, paper.framed ?? false);
  drawFeet(sheet, paper);
  return sheet.finish();
}
