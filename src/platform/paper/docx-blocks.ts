/** The blocks of a paper as paragraphs and tables of Word. */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  PageBreak,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from "docx";
import { codeImage } from "./code.ts";
import { imageSize } from "./image-size.ts";
import type { Align, Bars, Block, Facts, Figures, Signatures, Table, Wording } from "./paper.ts";
import { longest } from "./pdf-bars.ts";
import { spansOf } from "./lines.ts";

/** The face by name; Word takes the nearest one where it is not installed. */
export const face = "Noto Sans";

const aligned = { start: AlignmentType.START, centre: AlignmentType.CENTER, end: AlignmentType.END } as const;
const headings = { Title: HeadingLevel.TITLE, H1: HeadingLevel.HEADING_1, H2: HeadingLevel.HEADING_2, H3: HeadingLevel.HEADING_3 } as const;

interface Look {
  /** Half-points. */
  readonly size?: number;
  readonly align?: Align;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly heading?: keyof typeof headings;
  /** Twentieths of a point. */
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  /** The line above a table or bars: Word lists them by this style. */
  readonly caption?: boolean;
}

/** A paragraph in the paper’s face. */
export function paragraph(text: Wording, look: Look = {}): Paragraph {
  return new Paragraph({
    heading: look.heading === undefined ? undefined : headings[look.heading],
    alignment: aligned[look.align ?? "start"],
    ...(look.caption === true && { style: "Caption" }),
    keepNext: look.keepNext,
    spacing: { before: look.before, after: look.after ?? 80 },
    children: runs(text, look),
  });
}

function runs(text: Wording, { size = 20, bold, colour }: Look): TextRun[] {
  return spansOf(text, bold).flatMap((span) =>
    span.text
      .split("\n")
      .map(
        (line, i) =>
          new TextRun({ text: line, break: i > 0 ? 1 : undefined, font: face, size, bold: span.bold, italics: span.italic, color: colour }),
      ),
  );
}

const hair = { style: BorderStyle.SINGLE, size: 4, color: "B8BFC6" } as const;
const none = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" } as const;
const bare = { top: none, bottom: none, left: none, right: none } as const;
const ruled = { top: none, bottom: hair, left: none, right: none } as const;
/** Text width of an upright A4 page with our margins, in twips. */
const textWidth = 9638;

/** Plain rows side by side, without lines. */
function bareTable(rows: readonly (readonly Paragraph[][])[], shares: readonly number[]): WordTable {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.round((share / whole) * textWidth));
  return new WordTable({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...bare, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) => new TableCell({ children, borders: bare, width: { size: widths[i] ?? 0, type: WidthType.DXA } }),
          ),
        }),
    ),
  });
}

function table(block: Table): FileChild[] {
  const shares = block.head.map((_, i) => block.widths?.[i] ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.round((share / whole) * textWidth));
  const numeric = new Set(block.numeric ?? []);
  const row = (cells: readonly string[], bold: boolean, head: boolean) =>
    new TableRow({
      ...(head && { tableHeader: true }),
      cantSplit: true,
      children: block.head.map(
        (_, i) =>
          new TableCell({
            width: { size: widths[i] ?? 0, type: WidthType.DXA },
            borders: ruled,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            shading: head ? { fill: "EEF2F6" } : undefined,
            children: [paragraph(cells[i] ?? "", { size: 17, bold, align: numeric.has(i) ? "end" : "start", after: 0 })],
          }),
      ),
    });
  return [
    captionOf(block.caption),
    new WordTable({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        row(block.head, true, true),
        ...block.rows.map((cells) => row(cells, false, false)),
        ...(block.total === undefined ? [] : [row(block.total, true, false)]),
      ],
    }),
    ...(block.note === undefined ? [] : [paragraph(block.note, { size: 17, colour: "4A5259", before: 60, after: 160 })]),
  ];
}

/** The line above a table or bars. It brings its own room, so that no empty line is needed beneath what stands before it. */
const captionOf = (text: string): Paragraph => paragraph(text, { bold: true, keepNext: true, caption: true, before: 200 });

/** A line of a point’s height: two tables that touch become one in Word, and a file does not end with a table. */
export const apart = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: "exact" }, children: [] });

/** Bars as letters: full, half and hollow blocks, so that they stay text that can be edited. */
function bars(block: Bars): FileChild[] {
  const most = longest(block);
  const signs = { strong: "█", soft: "▒", hollow: "░" } as const;
  const drawn = (bar: Bars["bars"][number]): string =>
    bar.parts.map(({ value, tone }) => signs[tone].repeat(Math.round((value / most) * 24))).join("");
  const key = (block.key ?? []).map(({ tone, text }) => `${tone === "target" ? "┆" : signs[tone]} ${text}`).join("   ");
  const withTarget = (bar: Bars["bars"][number]): string => {
    if (bar.target === undefined) return drawn(bar);
    const place = Math.round((bar.target / most) * 24);
    const row = drawn(bar).padEnd(place, " ");
    return `${row.slice(0, place)}┆${row.slice(place)}`;
  };
  const rows = block.bars.map((bar) => [
    [paragraph(bar.label, { size: 18, after: 0 })],
    [
      new Paragraph({
        spacing: { after: 0 },
        children: [new TextRun({ text: withTarget(bar), font: "Courier New", size: 16, color: "1D4F91" })],
      }),
    ],
    [paragraph(bar.text, { size: 18, bold: true, after: 0 })],
  ]);
  const notes = [key, block.note ?? ""].filter((text) => text !== "").map((text) => paragraph(text, { size: 17, colour: "4A5259" }));
  return [captionOf(block.caption), bareTable(rows, [3, 4, 3]), ...notes];
}

function figures({ figures: list }: Figures): FileChild[] {
  const cells = list.map(({ value, label, note }) => [
    paragraph(value, { size: 44, bold: true, after: 0 }),
    paragraph(label, { bold: true, after: 0 }),
    ...(note === undefined ? [] : [paragraph(note, { size: 17, colour: "4A5259" })]),
  ]);
  const across = Math.min(3, cells.length);
  const rows = Array.from({ length: Math.ceil(cells.length / Math.max(1, across)) }, (_, i) => {
    const row = cells.slice(i * across, (i + 1) * across);
    return [...row, ...Array.from({ length: across - row.length }, () => [paragraph("")])];
  });
  return cells.length === 0
    ? []
    : [
        bareTable(
          rows,
          Array.from({ length: across }, () => 1),
        ),
      ];
}

function facts({ facts: list }: Facts): FileChild[] {
  const rows = list.map(({ term, text }) => [[paragraph(term, { bold: true, after: 40 })], [paragraph(text, { after: 40 })]]);
  return list.length === 0 ? [] : [bareTable(rows, [3, 7])];
}

function image(bytes: Uint8Array, widthMm: number, words: string, align?: Align): Paragraph {
  const size = imageSize(bytes);
  // Word’s pictures are measured in pixels of 1/96 inch.
  const width = (widthMm / 25.4) * 96;
  return new Paragraph({
    alignment: aligned[align ?? "start"],
    children: [
      new ImageRun({
        type: size.type,
        data: Buffer.from(bytes),
        transformation: { width: Math.round(width), height: Math.round((width * size.height) / size.width) },
        altText: { title: words, description: words, name: words },
      }),
    ],
  });
}

function signatures({ labels, signatories }: Signatures): FileChild[] {
  const cells = signatories.map(({ post, name, date, scan, note }) => [
    paragraph(post, { bold: true }),
    paragraph(`${labels.name}: ${name ?? ""}`),
    paragraph(`${labels.date}: ${date ?? ""}`),
    paragraph(`${labels.signature}:`),
    ...(scan === undefined ? [paragraph("")] : [image(scan, 34, `${labels.signature}: ${name ?? post}`)]),
    paragraph("______________________"),
    ...(note === undefined ? [] : [paragraph(note, { size: 16 })]),
  ]);
  return cells.length === 0
    ? []
    : [
        bareTable(
          [cells],
          cells.map(() => 1),
        ),
      ];
}

const textSizes = { display: 48, lead: 25, body: 20, small: 17 } as const;

/** One block of a paper for Word. */
export async function docxBlock(block: Block): Promise<FileChild[]> {
  switch (block.kind) {
    case "heading":
      return [
        paragraph(block.text, { heading: `H${block.level}`, size: { 1: 30, 2: 25, 3: 21 }[block.level], bold: true, align: block.align }),
      ];
    case "text": {
      const size = block.size ?? "body";
      const colour = size === "small" ? "4A5259" : undefined;
      return [
        paragraph(block.text, { size: textSizes[size], bold: size === "display", align: block.align, colour, before: 60, after: 120 }),
      ];
    }
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({
            ...(block.ordered ? { numbering: { reference: "ordered", level: 0 } } : { bullet: { level: 0 } }),
            spacing: { after: 40 },
            children: runs(item, {}),
          }),
      );
    case "figures":
      return figures(block);
    case "facts":
      return facts(block);
    case "table":
      return table(block);
    case "bars":
      return bars(block);
    case "signatures":
      return signatures(block);
    case "code":
      return [image(await codeImage(block.content), 28, block.text, block.align), paragraph(block.text, { size: 17, align: block.align })];
    case "image":
      return [image(block.bytes, block.width, block.words, block.align)];
    case "gap":
      return [new Paragraph({ spacing: { before: Math.round(block.height * 56.7), after: 0 }, children: [] })];
    case "break":
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}
