/** Builds small workbooks and archives for tests, byte by byte, so that the readers meet what other programs write. */
import { crc32, deflateRawSync } from "node:zlib";

/** One file of a test archive; `declared` lies about its inflated size. */
export interface SampleEntry {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly declared?: number;
  readonly stored?: boolean;
}

/** A zip archive of the entries. */
export function sampleZip(entries: readonly SampleEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = Buffer.from(entry.data);
    const packed = entry.stored ? data : deflateRawSync(data);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(entry.stored ? 0 : 8, 4);
    fixed.writeUInt32LE(crc32(data), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(entry.declared ?? data.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), fixed, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("504b01021400", "hex"), fixed, tail, name]));
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}

/** What a test workbook holds; `data` is the XML between the sheetData tags, `after` what follows them. */
export interface SampleSheet {
  readonly name: string;
  readonly data: string;
  readonly after?: string;
  readonly state?: string;
}

/** Options of a test workbook. `formats`: number format codes of cell styles 1, 2, …; `shared`: the si elements. */
export interface SampleOptions {
  readonly shared?: string;
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  readonly extra?: readonly SampleEntry[];
  readonly prolog?: string;
}

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function relations(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(([type, target], at) => {
    return `<Relationship Id="r${at}" Type="${RELATION}/${type}" Target="${target}"/>`;
  });
  return `<Relationships>${all.join("")}</Relationships>`;
}

/** The entries of a test workbook, for tests that add to them or spoil them. */
export function sampleEntries(sheets: readonly SampleSheet[], options: SampleOptions = {}): SampleEntry[] {
  const listed = sheets.map((sheet, at) => {
    return `<sheet name="${sheet.name}" sheetId="${at + 1}" r:id="r${at}" state="${sheet.state ?? "visible"}"/>`;
  });
  const formats = (options.formats ?? []).map((code, at) => {
    return `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', "&quot;")}"/>`;
  });
  const styles = formats.map((_format, at) => `<xf numFmtId="${164 + at}"/>`);
  return [
    { name: "[Content_Types].xml", data: "<Types/>" },
    { name: "_rels/.rels", data: relations([["officeDocument", "xl/workbook.xml"]]) },
    {
      name: "xl/workbook.xml",
      data: `<workbook xmlns:r="x"><workbookPr date1904="${options.date1904 ? 1 : 0}"/><sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: relations([
        ...sheets.map((_sheet, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`] as const),
        ["sharedStrings", "/xl/sharedStrings.xml"],
        ["styles", "styles.xml"],
      ]),
    },
    { name: "xl/sharedStrings.xml", data: `<sst>${options.shared ?? ""}</sst>` },
    {
      name: "xl/styles.xml",
      data: `<styleSheet><numFmts>${formats.join("")}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join("")}</cellXfs></styleSheet>`,
    },
    ...sheets.map((sheet, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: `${options.prolog ?? ""}<worksheet><sheetData>${sheet.data}</sheetData>${sheet.after ?? ""}</worksheet>`,
    })),
    ...(options.extra ?? []),
  ];
}

/** A test workbook. */
export function sampleWorkbook(sheets: readonly SampleSheet[], options: SampleOptions = {}): Buffer {
  return sampleZip(sampleEntries(sheets, options));
}

/** Rows of inline texts, numbers as numbers and nulls left out, as XML from the given row on. */
export function sampleRows(rows: readonly (readonly (string | number | null)[])[], from = 1): string {
  return rows
    .map((cells, at) => {
      const row = from + at;
      const xml = cells.map((cell, index) => {
        const place = `${String.fromCharCode(65 + index)}${row}`;
        if (cell === null) return "";
        if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
        return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
      });
      return `<row r="${row}">${xml.join("")}</row>`;
    })
    .join("");
}
