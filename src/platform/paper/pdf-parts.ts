/** Signature blocks, codes and images of a paper, drawn as PDF. */
import type { Align, Code, Picture, Signatures } from "./paper.ts";
import { squares } from "./code.ts";
import { spansOf } from "./lines.ts";
import { ink, leading, mm, type Sheet } from "./sheet.ts";

/** Draws a QR code with a side of so many points, black on white with its quiet zone. */
export function drawCode(sheet: Sheet, content: string, x: number, y: number, side: number): void {
  const rows = squares(content);
  const unit = side / (rows.length + 8);
  sheet.doc.rect(x, y, side, side).fill("#ffffff");
  for (const [row, cells] of rows.entries()) {
    for (const [column, dark] of cells.entries()) {
      if (dark) sheet.doc.rect(x + (column + 4) * unit, y + (row + 4) * unit, unit, unit);
    }
  }
  sheet.doc.fill("#000000");
}

const shift = (align: Align | undefined, spare: number): number => (align === "centre" ? spare / 2 : align === "end" ? spare : 0);

/** A code of 28 mm with its words under it. */
export function drawCodeBlock(sheet: Sheet, { content, text, align }: Code): void {
  const side = 28 * mm;
  const lines = sheet.lines(spansOf(text), 8.5, sheet.width);
  sheet.room(side + lines.length * leading(8.5));
  const top = sheet.y;
  sheet.tag("Figure", () => drawCode(sheet, content, sheet.left + shift(align, sheet.width - side), top, side), sheet.root, { alt: text });
  sheet.y += side;
  sheet.tag("P", () => sheet.setAll(lines, { x: sheet.left, y: sheet.y, width: sheet.width }, { size: 8.5, align, colour: ink.quiet }));
  sheet.y += lines.length * leading(8.5) + 6;
}

/** An image as wide as told, never higher than the page. */
export function drawPicture(sheet: Sheet, { bytes, words, width, align }: Picture): void {
  // `openImage` is public in the package’s manual and missing in its types.
  const { openImage } = sheet.doc as unknown as { openImage(bytes: Buffer): { width: number; height: number } };
  const image = openImage.call(sheet.doc, Buffer.from(bytes));
  const wide = Math.min(width * mm, sheet.width);
  const high = (image.height / image.width) * wide;
  sheet.room(high);
  const draw = () => void sheet.doc.image(image as never, sheet.left + shift(align, sheet.width - wide), sheet.y, { width: wide });
  sheet.tag("Figure", draw, sheet.root, { alt: words });
  sheet.y += high + 6;
}

function drawSignatory(sheet: Sheet, block: Signatures, i: number, box: { readonly x: number; readonly width: number }): void {
  const { labels } = block;
  const one = block.signatories[i];
  if (one === undefined) return;
  const { x, width } = box;
  const text = (words: string, y: number, bold = false, size = 9) =>
    sheet.setAll(sheet.lines(spansOf(words, bold), size, width), { x, y, width }, { size });
  const postLines = sheet.lines(spansOf(one.post, true), 10, width);
  sheet.tag("P", () => {
    let y = sheet.y;
    sheet.setAll(postLines, { x, y, width }, { size: 10 });
    y += postLines.length * leading(10) + 2;
    text(`${labels.name}: ${one.name ?? ""}`, y);
    text(`${labels.date}: ${one.date ?? ""}`, y + 15);
    text(`${labels.signature}:`, y + 30);
    if (one.note !== undefined) text(one.note, y + 66, false, 8);
  });
  const base = sheet.y + postLines.length * leading(10) + 62;
  sheet.ornament(() =>
    sheet.doc
      .moveTo(x, base)
      .lineTo(x + width, base)
      .lineWidth(0.7)
      .stroke(ink.quiet),
  );
  const { scan } = one;
  if (scan !== undefined) {
    const draw = () => void sheet.doc.image(Buffer.from(scan), x + width * 0.35, base - 36, { fit: [width * 0.6, 34] });
    sheet.tag("Figure", draw, sheet.root, { alt: `${labels.signature}: ${one.name ?? one.post}` });
  }
}

/** Up to three signatories side by side, never parted from each other; in the middle of a framed page. */
export function drawSignatures(sheet: Sheet, block: Signatures, align?: Align): void {
  const across = Math.min(3, Math.max(1, block.signatories.length));
  const gap = 18;
  const width = Math.min(230, (sheet.width - gap * (across - 1)) / across);
  const height = 118;
  for (let i = 0; i < block.signatories.length; i += across) {
    sheet.room(height);
    const count = Math.min(across, block.signatories.length - i);
    const from = sheet.left + shift(align, sheet.width - count * width - (count - 1) * gap);
    for (let j = 0; j < count; j++) drawSignatory(sheet, block, i + j, { x: from + j * (width + gap), width });
    sheet.y += height;
  }
}
