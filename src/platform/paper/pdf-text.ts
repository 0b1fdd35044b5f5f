/** Headings, paragraphs, lists, facts and figures of a paper, drawn as PDF. */
import type { Facts, Figures, Heading, List, Paragraph, Wording } from "./paper.ts";
import { spansOf } from "./lines.ts";
import { ink, leading, type Sheet, type Tag } from "./sheet.ts";

const sizes = { display: 24, lead: 12.5, body: 10, small: 8.5 } as const;
const headingSizes = { 1: 15, 2: 12.5, 3: 10.5 } as const;

/** Sets text under a tag and goes on to further pages when it is long; leaves the place below it. */
export function flow(
  sheet: Sheet,
  type: string,
  text: Wording,
  look: {
    readonly size: number;
    readonly align?: Paragraph["align"];
    readonly colour?: string;
    readonly bold?: boolean;
    readonly indent?: number;
  },
  under?: Tag,
): void {
  const indent = look.indent ?? 0;
  const lines = sheet.lines(spansOf(text, look.bold), look.size, sheet.width - indent);
  const height = leading(look.size);
  // Two lines at least stay together at the foot of a page.
  sheet.room(Math.min(lines.length, 2) * height);
  sheet.tag(
    type,
    () => {
      for (const line of lines) {
        if (!sheet.fits(height)) sheet.turnWithin();
        sheet.setAll([line], { x: sheet.left + indent, y: sheet.y, width: sheet.width - indent }, look);
        sheet.y += height;
      }
    },
    under,
  );
}

/** A heading stays with what follows it. */
export function drawHeading(sheet: Sheet, { level, text, align }: Heading): void {
  const size = headingSizes[level];
  sheet.y += size * 0.9;
  sheet.room(leading(size) + 60);
  // The paper’s title is H1.
  flow(sheet, `H${level + 1}`, text, { size, align, bold: true });
  sheet.y += size * 0.25;
}

export function drawParagraph(sheet: Sheet, { text, size = "body", align }: Paragraph): void {
  flow(sheet, "P", text, { size: sizes[size], align, bold: size === "display", colour: size === "small" ? ink.quiet : ink.text });
  sheet.y += sizes[size] * 0.55;
}

export function drawList(sheet: Sheet, { items, ordered = false }: List): void {
  sheet.group("L", (list) => {
    for (const [i, item] of items.entries()) {
      sheet.group(
        "LI",
        (entry) => {
          sheet.room(leading(sizes.body));
          const mark = ordered ? `${i + 1}.` : "•";
          sheet.tag("Lbl", () => setAt(sheet, mark, sheet.left + 4, sheet.y), entry);
          flow(sheet, "LBody", item, { size: sizes.body, indent: 18 }, entry);
        },
        list,
      );
      sheet.y += 2;
    }
  });
  sheet.y += 5;
}

function setAt(sheet: Sheet, text: string, x: number, y: number): void {
  sheet.setAll(sheet.lines([{ text }], sizes.body, 60), { x, y, width: 60 }, { size: sizes.body });
}

/** Terms beside what they are; a row stays on one page unless it is longer than one. */
export function drawFacts(sheet: Sheet, { facts }: Facts): void {
  const first = sheet.width * 0.3;
  sheet.group("L", (list) => {
    for (const { term, text } of facts) {
      const termLines = sheet.lines(spansOf(term, true), sizes.body, first - 10);
      const lines = sheet.lines(spansOf(text), sizes.body, sheet.width - first);
      const height = Math.max(termLines.length, lines.length) * leading(sizes.body);
      sheet.room(height);
      sheet.group(
        "LI",
        (entry) => {
          const draw = (shown: typeof lines, x: number, width: number) => () =>
            sheet.setAll(shown, { x, y: sheet.y, width }, { size: sizes.body });
          sheet.tag("Lbl", draw(termLines, sheet.left, first), entry);
          sheet.tag("LBody", draw(lines, sheet.left + first, sheet.width - first), entry);
        },
        list,
      );
      sheet.y += height + 2;
    }
  });
  sheet.y += 5;
}

/** Large figures side by side, three in a row. */
export function drawFigures(sheet: Sheet, { figures }: Figures): void {
  const gap = 12;
  const across = Math.min(3, figures.length);
  const width = (sheet.width - gap * (across - 1)) / Math.max(across, 1);
  for (let i = 0; i < figures.length; i += across) {
    const row = figures.slice(i, i + across).map((figure) => ({
      value: sheet.lines(spansOf(figure.value, true), 22, width - 12),
      label: sheet.lines(spansOf(figure.label, true), sizes.body, width - 12),
      note: figure.note === undefined ? [] : sheet.lines(spansOf(figure.note), sizes.small, width - 12),
    }));
    const heights = row.map(
      ({ value, label, note }) => value.length * leading(22) + label.length * leading(sizes.body) + note.length * leading(sizes.small) + 6,
    );
    const height = Math.max(...heights);
    sheet.room(height + 6);
    for (const [column, { value, label, note }] of row.entries()) {
      const x = sheet.left + column * (width + gap);
      const box = { x: x + 8, width: width - 12 };
      sheet.ornament(() => sheet.doc.rect(x, sheet.y, 2.5, height - 4).fill(ink.strong));
      sheet.tag("P", () => {
        let y = sheet.y;
        sheet.setAll(value, { ...box, y }, { size: 22 });
        y += value.length * leading(22);
        sheet.setAll(label, { ...box, y }, { size: sizes.body });
        y += label.length * leading(sizes.body);
        sheet.setAll(note, { ...box, y }, { size: sizes.small, colour: ink.quiet });
      });
    }
    sheet.y += height + 6;
  }
}
