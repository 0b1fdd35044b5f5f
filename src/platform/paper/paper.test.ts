/** The same paper as PDF and Word: what stands in the files, their structure, and the same bytes twice. */
import { inflateSync } from "node:zlib";
import { fromBufferPromise } from "yauzl";
import { describe, expect, test } from "vitest";
import { imageSize } from "./image-size.ts";
import { linesOf, spansOf } from "./lines.ts";
import { toDocx, toPdf, type Paper } from "./paper.ts";

const paper: Paper = {
  language: "rw",
  title: "Ibyagezweho",
  issuer: "RALGA",
  lead: "Abantu 1 245 bagezweho.",
  at: new Date("2025-11-17T08:00:00Z"),
  blocks: [
    { kind: "figures", figures: [{ value: "1 245", label: "abantu" }] },
    { kind: "heading", level: 1, text: "Uturere" },
    { kind: "text", text: [{ text: "Byemejwe n’" }, { text: "umuyobozi", bold: true }] },
    {
      kind: "table",
      caption: "Uturere",
      head: ["Akarere", "Abantu"],
      numeric: [1],
      rows: Array.from({ length: 80 }, (_, row) => [`Akarere ${row}`, String(row)]),
    },
    { kind: "bars", caption: "Intego", bars: [{ label: "Abantu", text: "12", parts: [{ value: 12, tone: "strong" }], target: 20 }] },
    { kind: "list", items: ["Rimwe", "Kabiri"], ordered: true },
    { kind: "facts", facts: [{ term: "Igihe", text: "2025" }] },
    {
      kind: "signatures",
      labels: { name: "Izina", date: "Itariki", signature: "Umukono", stamp: "Kashe" },
      signatories: [{ post: "Umunyamabanga Mukuru" }],
    },
    { kind: "code", content: "https://example.rw/v/1", text: "example.rw/v/1" },
  ],
  foot: { reference: "ACH-2025-001", page: "urupapuro {page} kuri {pages}", note: "example.rw" },
};

/** The content streams of a PDF, inflated. */
function streams(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const parts: string[] = [];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 7)) {
    try {
      parts.push(inflateSync(bytes.subarray(at + 7)).toString("latin1"));
    } catch {
      // Not a deflated stream.
    }
  }
  return parts.join("\n");
}

async function partOf(docx: Uint8Array, name: string): Promise<string> {
  const zip = await fromBufferPromise(Buffer.from(docx), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  }
  return "";
}

describe("a report as PDF", () => {
  test("it is tagged, says its language and title, and its table goes over pages with its head again", async () => {
    const text = Buffer.from(await toPdf(paper)).toString("latin1");
    expect(text).toContain("/Marked true");
    expect(text).toContain("/Lang (rw)");
    expect(text).toMatch(/\/S \/H1\b/);
    expect(text).toMatch(/\/S \/TH\b/);
    expect(text).toContain("/Alt (Intego. Abantu: 12)");
    expect(Number(/\/Type \/Pages[^>]*?\/Count (\d+)/s.exec(text)?.[1] ?? /\/Count (\d+)/.exec(text)?.[1])).toBeGreaterThan(1);
  });

  test("everything drawn belongs to a tag or is marked as an ornament", async () => {
    const drawn = streams(await toPdf(paper));
    expect(drawn).toContain("/Artifact BMC");
    let depth = 0;
    for (const line of drawn.split("\n")) {
      if (/ B(MC|DC)$/.test(line)) depth += 1;
      else if (line === "EMC") depth -= 1;
      else if (line.endsWith(" TJ")) expect(depth).toBeGreaterThan(0);
    }
  });

  test("the same paper gives the same bytes, twice over", async () => {
    expect(Buffer.compare(await toPdf(paper), await toPdf(paper))).toBe(0);
    expect(Buffer.compare(await toDocx(paper), await toDocx(paper))).toBe(0);
  });
});

describe("the same report as Word", () => {
  test("its text, headings and table head stand in the file, with the moment of the paper and not of the machine", async () => {
    const docx = await toDocx(paper);
    const document = await partOf(docx, "word/document.xml");
    expect(document).toContain("Umunyamabanga Mukuru");
    expect(document).toContain('w:val="Title"');
    expect(document).toContain("<w:tblHeader/>");
    expect(await partOf(docx, "docProps/core.xml")).toContain("2025-11-17T08:00:00Z");
    expect(await partOf(docx, "word/footer1.xml")).toContain("NUMPAGES");
  });
});

describe("lines", () => {
  const measure = (run: { text: string }) => run.text.length;
  const broken = (text: string, width: number) =>
    linesOf(spansOf(text), 10, width, measure).map((line) => line.runs.map((run) => run.text).join(""));
  test("words go to the next line when they no longer fit, and one longer than the line is cut", () => {
    expect(broken("aa bb cccccccc", 5)).toEqual(["aa bb", "ccccc", "ccc"]);
  });
  test("a line break stays, and a letter of the second half of Latin is drawn in its own face", () => {
    expect(linesOf(spansOf("a\nağ"), 10, 80, measure).map((line) => line.runs.map((run) => run.part))).toEqual([
      ["latin"],
      ["latin", "latin-ext"],
    ]);
  });
});

test("an image that is neither PNG nor JPEG is refused", () => {
  expect(() => imageSize(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toThrow("PNG or a JPEG");
});
