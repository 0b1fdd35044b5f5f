/** Uploads are known by their first bytes, whatever name they come under. */
import { expect, it } from "vitest";
import { MEDIA_TYPES, sniff, type FileKind } from "./sniff.ts";
import { sampleRows, sampleWorkbook, sampleZip } from "./workbook.sample.ts";

const text = (content: string) => Buffer.from(content);
const hex = (content: string) => Buffer.from(content, "hex");
const archive = (...names: string[]) => sampleZip(names.map((name) => ({ name, data: "xl/workbook.xml" })));
const openDocument = (type: string) => sampleZip([{ name: "mimetype", data: `application/vnd.oasis.opendocument.${type}`, stored: true }]);
const compound = (stream: string) => Buffer.concat([hex("d0cf11e0a1b11ae1"), Buffer.alloc(500), Buffer.from(stream, "utf16le")]);

it.each<[FileKind, string, Uint8Array]>([
  ["empty", "nothing", new Uint8Array()],
  ["csv", "a table with commas", text("a,b\n1,2\n")],
  ["csv", "a table with a mark and semicolons", text("\ufeffnom;ville\nRené;Évry\n")],
  ["csv", "a table in UTF-16", Buffer.from("\ufeffa\tb\n1\t2\n", "utf16le")],
  ["csv", "a table in Latin-1", Buffer.from("nom;\u00e9t\u00e9\n1;2\n", "latin1")],
  ["text", "a letter", text("Dear all\nwe meet on Monday\n")],
  ["xlsx", "a workbook", sampleWorkbook([{ name: "a", data: sampleRows([["a"]]) }])],
  ["xlsm", "a workbook with macros", archive("xl/workbook.xml", "xl/vbaProject.bin")],
  ["xlsb", "a binary workbook", archive("xl/workbook.bin")],
  ["docx", "a Word document", archive("word/document.xml")],
  ["pptx", "a presentation", archive("ppt/presentation.xml")],
  ["ods", "an OpenDocument sheet", openDocument("spreadsheet")],
  ["odt", "an OpenDocument text", openDocument("text")],
  ["zip", "an archive whose content merely speaks of workbooks", archive("photo.jpg")],
  ["xls", "an old workbook", compound("Workbook")],
  ["encrypted", "a workbook with a password", compound("EncryptedPackage")],
  ["pdf", "a PDF", text("%PDF-1.7\n")],
  ["png", "a PNG", hex("89504e470d0a1a0a0000")],
  ["jpeg", "a photograph", hex("ffd8ffe000104a46")],
  ["webp", "a WebP", Buffer.concat([hex("5249464600000000"), text("WEBPVP8 ")])],
  ["json", "a JSON document", text('{"name": "Huye"}')],
  ["json", "a JSON list", text("[1, 2]")],
  ["geojson", "boundaries", text('{"name":"x","type":"FeatureCollection","features":[]}')],
  ["html", "a web page", text("<!DOCTYPE html><p>")],
  ["html", "a script", text("  <script>alert(1)</script>")],
  ["xml", "a drawing that can carry scripts", text('<svg xmlns="x"><script/></svg>')],
  ["other", "bytes of no known kind", hex("000102030405060708")],
])("says %s for %s", (kind, _what, bytes) => {
  expect(sniff(bytes)).toBe(kind);
});

it("gives what could run in a browser no type that a browser runs", () => {
  expect(MEDIA_TYPES[sniff(text("<html><script>"))]).toBe("application/octet-stream");
  expect(MEDIA_TYPES[sniff(text("<svg>"))]).toBe("application/octet-stream");
});
