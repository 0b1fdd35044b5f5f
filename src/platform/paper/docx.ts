/** A paper as a Word file (ECMA-376), its dates and file order fixed so that the same paper gives the same bytes. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TextRun,
  convertMillimetersToTwip,
  type FileChild,
} from "docx";
import { fromBufferPromise } from "yauzl";
import { zipStream } from "#platform/tabular/zip-stream.ts";
import { apart, docxBlock, face, paragraph } from "./docx-blocks.ts";
import type { Paper } from "./paper.ts";

const languageTag: Readonly<Record<string, string>> = { en: "en-GB", fr: "fr-FR", rw: "rw-RW" };

/** Styles of the headings; Word’s own names, so that its navigation and readers know them. */
function styles(language: string) {
  const heading = (size: number) => ({
    run: { font: face, size, bold: true, color: "1B1F24" },
    paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
  });
  return {
    default: {
      document: { run: { font: face, size: 20, language: { value: languageTag[language] ?? language } } },
      title: heading(40),
      heading1: heading(30),
      heading2: heading(25),
      heading3: heading(21),
      // Word’s own caption is small and blue.
      caption: { run: { font: face, size: 20, bold: true, color: "1B1F24" }, paragraph: { keepNext: true } },
    },
  };
}

function footer({ foot }: Paper): Footer {
  const [before = "", rest = ""] = foot.page.split("{page}");
  const [between = "", after = ""] = rest.split("{pages}");
  const run = { font: face, size: 16 };
  const line = new Paragraph({
    children: [
      new TextRun({ ...run, bold: true, text: `${foot.reference} · ${before}` }),
      new TextRun({ ...run, bold: true, children: [PageNumber.CURRENT] }),
      new TextRun({ ...run, bold: true, text: between }),
      new TextRun({ ...run, bold: true, children: [PageNumber.TOTAL_PAGES] }),
      new TextRun({ ...run, bold: true, text: after }),
    ],
  });
  return new Footer({ children: foot.note === undefined ? [line] : [line, paragraph(foot.note, { size: 16 })] });
}

async function body(paper: Paper): Promise<FileChild[]> {
  const align = paper.framed ? "centre" : "start";
  const children: FileChild[] = [paragraph(paper.issuer, { size: 20, align, colour: "4A5259" })];
  if (!paper.titleHidden) children.push(paragraph(paper.title, { heading: "Title", size: paper.framed ? 52 : 40, align, bold: true }));
  if (paper.lead !== undefined) children.push(paragraph(paper.lead, { size: 25, align, after: 200 }));
  for (const block of paper.blocks) children.push(...(await docxBlock(block)));
  if (paper.foot.code !== undefined) {
    const code = { kind: "code", content: paper.foot.code, text: paper.foot.note ?? paper.foot.reference, align: "end" } as const;
    children.push(...(await docxBlock(code)));
  }
  return children.flatMap((child, index) => {
    const next = children[index + 1];
    return child instanceof Table && (next === undefined || next instanceof Table) ? [child, apart()] : [child];
  });
}

function page({ orientation, framed }: Paper) {
  const side = { style: BorderStyle.SINGLE, size: 12, color: "1D4F91", space: 12 };
  return {
    page: {
      // The package turns the sheet itself when it lies.
      size: {
        width: convertMillimetersToTwip(210),
        height: convertMillimetersToTwip(297),
        orientation: orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: convertMillimetersToTwip(18),
        bottom: convertMillimetersToTwip(24),
        left: convertMillimetersToTwip(20),
        right: convertMillimetersToTwip(20),
      },
      ...(framed ? { borders: { pageBorderTop: side, pageBorderRight: side, pageBorderBottom: side, pageBorderLeft: side } } : {}),
    },
  } as const;
}

/** Numbered lists count on across the file unless each has an instance; the level text is Word’s `%1.`. */
const numbering = {
  config: [
    {
      reference: "ordered",
      levels: [
        {
          level: 0,
          format: "decimal",
          text: "%1.",
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 400, hanging: 400 } } },
        },
      ],
    },
  ],
} as const;

/** Puts the files of the package in order with fixed dates, and the paper’s moment in its properties. */
async function settle(bytes: Uint8Array, at: Date): Promise<Uint8Array> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts: { name: string; bytes: Buffer }[] = [];
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    let content: Buffer = Buffer.concat(chunks);
    if (entry.fileName === "word/document.xml") content = Buffer.from(numbered(content.toString("utf8")));
    if (entry.fileName === "docProps/core.xml") content = Buffer.from(dated(content.toString("utf8"), at));
    parts.push({ name: entry.fileName, bytes: content });
  }
  parts.sort((a, b) => order(a.name) - order(b.name) || (a.name < b.name ? -1 : 1));
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(parts.map((part) => ({ name: part.name, content: one(part.bytes) })))) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

// Readers expect the list of content types first (ECMA-376 part 2).
const order = (name: string): number => (name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2);

async function* one(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Pictures are numbered from 1 in this file: the package counts on over all files it has ever made. */
function numbered(xml: string): string {
  let count = 0;
  return xml.replaceAll(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++count}"`);
}

const dated = (xml: string, at: Date): string =>
  xml.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, at.toISOString().replace(/\.\d+Z$/, "Z"));

/** The Word file of a paper; the same bytes for the same paper. */
export async function toDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: paper.issuer,
    lastModifiedBy: paper.issuer,
    subject: paper.foot.reference,
    styles: styles(paper.language),
    numbering,
    sections: [{ properties: page(paper), footers: { default: footer(paper) }, children: await body(paper) }],
  });
  return settle(new Uint8Array(await Packer.toBuffer(document)), paper.at);
}
