/** The sheet a PDF is drawn on: margins, the place reached on the page, text set line by line, and the tags of what is drawn. */
import PDFDocument from "pdfkit";
import type { Align, Paper, Span } from "./paper.ts";
import { fontFile } from "./fonts.ts";
import { linesOf, type Line, type Run } from "./lines.ts";

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** Ink of the papers; 7:1 on white for text. */
export const ink = { text: "#1b1f24", quiet: "#4a5259", line: "#b8bfc6", strong: "#1d4f91", soft: "#8fb0d8", shade: "#eef2f6" } as const;

/** A tag of the document's structure (PDF 32000-1, 14.8.4). */
export type Tag = PDFKit.PDFStructureElement;

/** What a tag may say of itself; `scope` is which cells a table head is over. */
export type TagOptions = PDFKit.Mixins.StructureElementOptions & { readonly scope?: "Column" | "Row" };

/** Space above the text of the page, in points. */
const margin = { side: 20 * mm, top: 18 * mm, bottom: 24 * mm } as const;

/** One PDF being drawn. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Tag;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  y: number;
  private readonly widths = new Map<string, number>();
  private readonly embedded = new Set<string>();

  constructor(paper: Paper) {
    this.doc = new PDFDocument({
      size: "A4",
      layout: paper.orientation ?? "portrait",
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      bufferPages: true,
      tagged: true,
      lang: paper.language,
      displayTitle: true,
      pdfVersion: "1.7",
      // Never the moment of drawing: the same paper gives the same bytes.
      info: { Title: paper.title, Author: paper.issuer, Subject: paper.foot.reference, CreationDate: paper.at, ModDate: paper.at },
    });
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
    this.left = margin.side;
    this.width = this.doc.page.width - 2 * margin.side;
    this.bottom = this.doc.page.height - margin.bottom;
    this.y = margin.top;
  }

  private face(run: Pick<Run, "weight" | "part">, size: number): void {
    const name = `${run.weight}-${run.part}`;
    if (!this.embedded.has(name)) {
      this.doc.registerFont(name, fontFile(run.weight, run.part));
      this.embedded.add(name);
    }
    this.doc.font(name, size);
  }

  private readonly measure = (run: Run, size: number): number => {
    const key = `${run.weight}${run.part}${size}${run.text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    this.face(run, size);
    const width = this.doc.widthOfString(run.text);
    this.widths.set(key, width);
    return width;
  };

  /** The lines of some text within a width. */
  lines(spans: readonly Span[], size: number, width: number): readonly Line[] {
    return linesOf(spans, size, width, this.measure);
  }

  /** Sets one line with its top at `y`. */
  set(line: Line, x: number, y: number, size: number, colour: string): void {
    let at = x;
    for (const run of line.runs) {
      this.face(run, size);
      this.doc.fillColor(colour).text(run.text, at, y, { lineBreak: false });
      at += this.measure(run, size);
    }
  }

  /** Sets lines from `y` down, within a width; the height is `leading` a line. */
  setAll(
    lines: readonly Line[],
    box: { readonly x: number; readonly y: number; readonly width: number },
    look: { readonly size: number; readonly align?: Align; readonly colour?: string },
  ): void {
    for (const [i, line] of lines.entries()) {
      const spare = box.width - line.width;
      const shift = look.align === "centre" ? spare / 2 : look.align === "end" ? spare : 0;
      this.set(line, box.x + shift, box.y + i * leading(look.size), look.size, look.colour ?? ink.text);
    }
  }

  /** Whether so many points still fit on the page. */
  fits(height: number): boolean {
    return this.y + height <= this.bottom;
  }

  /** Goes to a new page unless so many points fit; never from within a tag’s drawing. */
  room(height: number): boolean {
    if (this.fits(height) || this.y <= margin.top) return false;
    this.turn();
    return true;
  }

  /** A new page. */
  turn(): void {
    this.doc.addPage();
    this.y = margin.top;
  }

  /** A new page while something tagged is being drawn: its tag goes on there. */
  turnWithin(): void {
    this.doc.continueOnNewPage();
    this.y = margin.top;
  }

  /** Draws something under a tag; `under` is the tag above it. */
  tag(type: string, draw: () => void, under: Tag = this.root, options: TagOptions = {}): void {
    const element = this.doc.struct(type, options, draw);
    under.add(element);
    element.end();
  }

  /** A tag that holds other tags. */
  group(type: string, fill: (tag: Tag) => void, under: Tag = this.root, options: TagOptions = {}): void {
    const element = this.doc.struct(type, options);
    under.add(element);
    fill(element);
    element.end();
  }

  /** Draws what carries no meaning: lines, shades, the foot. */
  ornament(draw: () => void): void {
    this.doc.markContent("Artifact");
    draw();
    this.doc.endMarkedContent();
  }

  /** The finished file. */
  finish(): Promise<Uint8Array> {
    this.root.end();
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      this.doc.on("data", (chunk: Buffer) => chunks.push(chunk));
      this.doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
      this.doc.on("error", reject);
      this.doc.end();
    });
  }
}

/** Height of a line at a size, in points. */
export const leading = (size: number): number => size * 1.42;
