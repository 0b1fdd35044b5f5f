/** Bars of a paper, drawn as PDF: a figure with words for those who do not see it. */
import type { Bars } from "./paper.ts";
import { flow } from "./pdf-text.ts";
import { spansOf } from "./lines.ts";
import { ink, leading, type Sheet } from "./sheet.ts";

const size = 9;
const height = 11;

/** The value that is as long as the widest bar. */
export function longest(bars: Bars): number {
  const all = bars.bars.flatMap(({ parts, target }) => [parts.reduce((sum, { value }) => sum + value, 0), target ?? 0]);
  return bars.most ?? Math.max(1, ...all);
}

function fillPart(sheet: Sheet, x: number, y: number, width: number, tone: "strong" | "soft" | "hollow"): void {
  if (width <= 0) return;
  if (tone === "hollow") {
    sheet.doc
      .rect(x + 0.5, y + 0.5, Math.max(0, width - 1), height - 1)
      .lineWidth(1)
      .stroke(ink.strong);
  } else sheet.doc.rect(x, y, width, height).fill(tone === "strong" ? ink.strong : ink.soft);
}

function dash(sheet: Sheet, x: number, y: number): void {
  sheet.doc
    .moveTo(x, y - 3)
    .lineTo(x, y + height + 3)
    .lineWidth(1.2)
    .dash(2.5, { space: 2 })
    .stroke(ink.text)
    .undash();
}

function drawBar(sheet: Sheet, bar: Bars["bars"][number], most: number, label: number, room: number): void {
  const lines = sheet.lines(spansOf(bar.label), size, label - 8);
  const rowHeight = Math.max(lines.length * leading(size), height + 6);
  if (!sheet.fits(rowHeight)) sheet.turnWithin();
  const y = sheet.y + 2;
  sheet.setAll(lines, { x: sheet.left, y: sheet.y, width: label - 8 }, { size });
  const from = sheet.left + label;
  let x = from;
  for (const { value, tone } of bar.parts) {
    const width = (value / most) * room;
    fillPart(sheet, x, y, width, tone);
    x += width;
  }
  if (bar.target !== undefined) dash(sheet, from + (bar.target / most) * room, y);
  const end = Math.max(x, bar.target === undefined ? 0 : from + (bar.target / most) * room);
  sheet.setAll(sheet.lines(spansOf(bar.text, true), size, 200), { x: end + 6, y: sheet.y, width: 200 }, { size });
  sheet.y += rowHeight + 3;
}

function drawKey(sheet: Sheet, key: NonNullable<Bars["key"]>): void {
  let x = sheet.left;
  for (const { tone, text } of key) {
    const lines = sheet.lines(spansOf(text), 8.5, 220);
    const width = 30 + Math.max(...lines.map((line) => line.width));
    if (x + width > sheet.left + sheet.width) {
      x = sheet.left;
      sheet.y += leading(8.5) + 3;
    }
    if (tone === "target") dash(sheet, x + 6, sheet.y);
    else fillPart(sheet, x, sheet.y, 12, tone);
    sheet.setAll(lines, { x: x + 16, y: sheet.y, width: 220 }, { size: 8.5, colour: ink.quiet });
    x += width;
  }
  sheet.y += leading(8.5) + 3;
}

/** Draws the bars as one figure. */
export function drawBars(sheet: Sheet, bars: Bars): void {
  const most = longest(bars);
  const label = sheet.width * 0.32;
  const texts = bars.bars.map(({ text }) => sheet.lines(spansOf(text, true), size, 200)[0]?.width ?? 0);
  const room = sheet.width - label - Math.max(0, ...texts) - 10;
  sheet.room(Math.min(bars.bars.length, 4) * (height + 9) + 2 * leading(10));
  sheet.y += 4;
  flow(sheet, "P", bars.caption, { size: 10, bold: true });
  sheet.y += 4;
  const alt = bars.bars.map(({ label: name, text }) => `${name}: ${text}`).join("; ");
  sheet.tag(
    "Figure",
    () => {
      for (const bar of bars.bars) drawBar(sheet, bar, most, label, room);
      if (bars.key !== undefined) drawKey(sheet, bars.key);
    },
    sheet.root,
    { alt: `${bars.caption}. ${alt}` },
  );
  if (bars.note !== undefined) flow(sheet, "P", bars.note, { size: 8.5, colour: ink.quiet });
  sheet.y += 6;
}
