/** Opens the zip package of a workbook and parses its XML parts as a stream, within limits on what they may become. */
import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { megabytes, Refusal, refuse } from "./table-problem.ts";
import type { WorkbookLimits } from "./workbook.ts";

/** Attributes of an element by their local name. */
export type Attributes = Readonly<Record<string, string>>;

/** Listens to one XML part; element names come without their prefix. */
export interface PartReader {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The parts of a package. Names are matched without regard to case, as part names are (ECMA-376 part 2, 6.2.2.3). */
export interface Parts {
  has(path: string): boolean;
  /** Parses a part. Refuses the file when the part is missing, damaged or beyond the limits. */
  parse(path: string, reader: PartReader): Promise<void>;
}

type PackageLimits = Pick<WorkbookLimits, "inflatedBytes" | "ratio" | "parts">;

/** Small parts are allowed any ratio: an almost empty sheet of blank rows compresses very well. */
const RATIO_FROM_BYTES = 1_000_000;
/** No element of a workbook nests deeper than this; a hostile file could otherwise fill memory with open elements. */
const DEEPEST = 64;
/** Characters between two XML events: longer is no cell text but an attack on the parser's buffer. */
const LONGEST_TOKEN = 2_000_000;

const key = (path: string) => path.replace(/^\//, "").toLowerCase();

/** Lists the package and refuses it when what it declares is beyond the limits; nothing is inflated yet. */
export async function readPackage(bytes: Uint8Array, limits: PackageLimits): Promise<Parts> {
  const zip = await openZip(bytes);
  if (zip.entryCount > limits.parts) refuse("tooManyParts", { limit: limits.parts });
  const entries = await listEntries(zip, limits);
  refuseOtherKinds(entries);
  const used = { inflated: 0 };
  return {
    has: (path) => entries.has(key(path)),
    async parse(path, reader) {
      const entry = entries.get(key(path));
      if (entry === undefined) return refuse("damaged", { part: path });
      await parseEntry(zip, entry, reader, limits, used);
    },
  };
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return await fromBufferPromise(buffer, { lazyEntries: true });
  } catch {
    return refuse("damagedZip");
  }
}

async function listEntries(zip: ZipFile, limits: PackageLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let declared = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) refuse("passwordProtected");
      declared += entry.uncompressedSize;
      refuseBomb(entry, entry.uncompressedSize, declared, limits);
      entries.set(key(entry.fileName), entry);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    refuse("damagedZip");
  }
  return entries;
}

function refuseBomb(entry: Entry, size: number, total: number, limits: PackageLimits): void {
  if (total > limits.inflatedBytes) refuse("inflatesTooMuch", { limit: megabytes(limits.inflatedBytes) });
  if (size > RATIO_FROM_BYTES && size > entry.compressedSize * limits.ratio) {
    refuse("inflatesTooMuch", { limit: megabytes(limits.inflatedBytes) });
  }
}

/** Tells the packages that are no plain workbook apart, so that the person is told what to save instead. */
function refuseOtherKinds(entries: ReadonlyMap<string, Entry>): void {
  if (entries.has("xl/vbaproject.bin")) refuse("macros");
  if (entries.has("xl/workbook.bin")) refuse("binaryWorkbook");
  if (entries.has("content.xml") && entries.has("mimetype")) refuse("openDocument");
  if (entries.has("word/document.xml") || entries.has("ppt/presentation.xml")) refuse("otherDocument");
  if (!entries.has("[content_types].xml")) refuse("otherArchive");
}

async function parseEntry(
  zip: ZipFile,
  entry: Entry,
  reader: PartReader,
  limits: PackageLimits,
  used: { inflated: number },
): Promise<void> {
  const parser = new PartParser(reader);
  let size = 0;
  let stream: Readable | undefined;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      used.inflated += chunk.length;
      refuseBomb(entry, size, used.inflated, limits);
      parser.write(chunk);
    }
    parser.end();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    refuse("damaged", { part: entry.fileName });
  } finally {
    stream?.destroy();
  }
}

/** One XML part fed in pieces: refuses document types (entities could multiply), depth and endless tokens. */
class PartParser {
  private readonly sax = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  private decoder: TextDecoder | undefined;
  private sinceEvent = 0;
  private depth = 0;

  constructor(reader: PartReader) {
    this.sax.on("doctype", () => refuse("doctype"));
    this.sax.on("opentag", ({ name, attributes }) => {
      this.sinceEvent = 0;
      this.depth += 1;
      if (this.depth > DEEPEST) refuse("damaged", { part: name });
      reader.open(localName(name), localAttributes(attributes));
    });
    this.sax.on("text", (text) => reader.text?.(text));
    this.sax.on("cdata", (text) => reader.text?.(text));
    this.sax.on("closetag", ({ name }) => {
      this.sinceEvent = 0;
      this.depth -= 1;
      reader.close?.(localName(name));
    });
  }

  write(chunk: Buffer): void {
    this.decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    this.sinceEvent += chunk.length;
    this.sax.write(this.decoder.decode(chunk, { stream: true }));
    if (this.sinceEvent > LONGEST_TOKEN) refuse("textTooLong");
  }

  end(): void {
    this.sax.write(this.decoder?.decode() ?? "");
    this.sax.close();
  }
}

/** XML in a package is UTF-8 or UTF-16 (ECMA-376 part 2, 6.2.5), told by its first bytes. */
function encodingOf(chunk: Buffer): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function localAttributes(attributes: Record<string, string>): Attributes {
  const local: Record<string, string> = {};
  for (const name in attributes) {
    if (!name.startsWith("xmlns")) local[localName(name)] = attributes[name] ?? "";
  }
  return local;
}
