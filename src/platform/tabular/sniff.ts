/** Tells what an upload is by its first bytes, whatever its name says. */

/** Kinds of file that are told apart. `text` is text that looks like no table; `other` is nothing we know. */
export type FileKind =
  | "csv"
  | "docx"
  | "encrypted"
  | "geojson"
  | "html"
  | "jpeg"
  | "json"
  | "ods"
  | "odt"
  | "pdf"
  | "png"
  | "pptx"
  | "text"
  | "webp"
  | "xls"
  | "xlsb"
  | "xlsm"
  | "xlsx"
  | "xml"
  | "zip"
  | "empty"
  | "other";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN_DOCUMENT = "application/vnd.oasis.opendocument";

/** Media type of each kind (IANA registry); what must never be shown by a browser is `application/octet-stream`. */
export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  csv: "text/csv",
  docx: `${OFFICE}.wordprocessingml.document`,
  encrypted: "application/octet-stream",
  geojson: "application/geo+json",
  html: "application/octet-stream",
  jpeg: "image/jpeg",
  json: "application/json",
  ods: `${OPEN_DOCUMENT}.spreadsheet`,
  odt: `${OPEN_DOCUMENT}.text`,
  pdf: "application/pdf",
  png: "image/png",
  pptx: `${OFFICE}.presentationml.presentation`,
  text: "text/plain",
  webp: "image/webp",
  xls: "application/vnd.ms-excel",
  xlsb: "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  xml: "application/octet-stream",
  zip: "application/zip",
  empty: "application/octet-stream",
  other: "application/octet-stream",
};

/** Bytes of text that are looked at; a table or a JSON document shows itself long before. */
const LOOKED_AT = 65_536;

/** The kind of a file by its content alone. */
export function sniff(bytes: Uint8Array): FileKind {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length === 0) return "empty";
  if (starts(data, "504b0304") || starts(data, "504b0506")) return kindOfZip(data);
  if (starts(data, "d0cf11e0a1b11ae1")) return kindOfCompound(data);
  if (data.subarray(0, 1024).includes("%PDF-")) return "pdf";
  if (starts(data, "89504e470d0a1a0a")) return "png";
  if (starts(data, "ffd8ff")) return "jpeg";
  if (starts(data, "52494646") && data.subarray(8, 12).equals(Buffer.from("WEBP"))) return "webp";
  return kindOfText(data);
}

function starts(data: Buffer, hex: string): boolean {
  return data.subarray(0, hex.length / 2).equals(Buffer.from(hex, "hex"));
}

/** Old Office documents and encrypted new ones share one container [MS-CFB]; an encrypted one has this stream [MS-OFFCRYPTO]. */
function kindOfCompound(data: Buffer): FileKind {
  const holds = (stream: string) => data.includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage")) return "encrypted";
  return holds("Workbook") || holds("Book") ? "xls" : "other";
}

/** Looks at the names in the zip's directory (at its end), never at what its parts contain. */
function kindOfZip(data: Buffer): FileKind {
  const end = data.lastIndexOf(Buffer.from("504b0506", "hex"));
  if (end < 0 || end + 20 > data.length) return "zip";
  const directory = data.subarray(data.readUInt32LE(end + 16), end);
  const lists = (name: string) => directory.includes(name);
  if (lists("xl/vbaProject.bin")) return "xlsm";
  if (lists("xl/workbook.bin")) return "xlsb";
  if (lists("xl/workbook.xml") || (lists("xl/") && lists("[Content_Types].xml"))) return "xlsx";
  if (lists("word/document.xml")) return "docx";
  if (lists("ppt/presentation.xml")) return "pptx";
  // An OpenDocument file begins with its type, stored uncompressed (OpenDocument 1.3 part 2, 3.3).
  const opening = data.subarray(30, 120).toString("latin1");
  if (opening.startsWith(`mimetype${OPEN_DOCUMENT}.spreadsheet`)) return "ods";
  if (opening.startsWith(`mimetype${OPEN_DOCUMENT}.text`)) return "odt";
  return "zip";
}

function kindOfText(data: Buffer): FileKind {
  const text = openingText(data);
  if (text === undefined) return "other";
  const opening = text.trimStart();
  if (/^<(!doctype html|html|head|body|table|script)\b/i.test(opening)) return "html";
  if (/^<[?!a-z]/i.test(opening)) return /<html\b/i.test(opening) ? "html" : "xml";
  if (/^[[{]/.test(opening) && looksLikeJson(opening)) return isGeoJson(opening) ? "geojson" : "json";
  return looksLikeTable(text) ? "csv" : "text";
}

/** The first characters when the bytes are text (UTF-16 told by its mark or its zeros), otherwise undefined. */
function openingText(data: Buffer): string | undefined {
  const head = data.subarray(0, LOOKED_AT);
  const wide = utf16Of(head);
  if (wide !== undefined) return new TextDecoder(wide).decode(head);
  // Control characters other than tab, line ends, form feed and escape are in no text.
  const text = head.toString("latin1");
  let strange = 0;
  for (const byte of head) if (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) strange += 1;
  return strange * 100 > head.length ? undefined : text.replace(/^\u00ef\u00bb\u00bf/, "");
}

/** UTF-16 by its byte order mark or, without one, because every other byte of European text is zero. */
export function utf16Of(head: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros: [number, number] = [0, 0];
  const looked = Math.min(head.length, 4096);
  for (let at = 0; at < looked; at += 1) if (head[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const many = looked * 0.3;
  if (zeros[1] > many && zeros[0] < looked * 0.05) return "utf-16le";
  if (zeros[0] > many && zeros[1] < looked * 0.05) return "utf-16be";
  return undefined;
}

function looksLikeJson(opening: string): boolean {
  return /^(\{\s*("|\})|\[\s*([[{"\d\-\]]|true|false|null))/.test(opening);
}

/** RFC 7946: the top object's `type` is one of these; it may stand after other members. */
function isGeoJson(opening: string): boolean {
  return (
    opening.startsWith("{") &&
    /"type"\s*:\s*"(FeatureCollection|Feature|GeometryCollection|(Multi)?(Point|LineString|Polygon))"/.test(opening)
  );
}

function looksLikeTable(text: string): boolean {
  const [first = "", second] = text.split(/\r\n|\r|\n/, 2);
  return /[,;\t|]/.test(first) && (second === undefined || second === "" || /[,;\t|]/.test(second));
}
