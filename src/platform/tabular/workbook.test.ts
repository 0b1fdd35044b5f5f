/** Workbooks as people bring them: read with their own row numbers, or refused with a sentence that says what to do. */
import { describe, expect, it } from "vitest";
import { LANGUAGES, speak } from "#platform/i18n/text.ts";
import { readWorkbook, type WorkbookLimits } from "./workbook.ts";
import { sampleEntries, sampleRows, sampleWorkbook, sampleZip, type SampleOptions } from "./workbook.sample.ts";

async function sheetsOf(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}) {
  const read = await readWorkbook(bytes, limits);
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.code).join());
  return read.sheets;
}

async function codesOf(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}) {
  const read = await readWorkbook(bytes, limits);
  const listed = read.ok ? read.warnings : read.problems;
  for (const problem of listed) {
    for (const language of LANGUAGES) expect(speak(language)(problem.text, problem.values)).not.toBe("");
  }
  return {
    ok: read.ok,
    codes: listed.map((problem) => problem.code.replace("tabular.", "")),
    listed,
  };
}

const oneSheet = (data: string, options: SampleOptions = {}, after = "") => sampleWorkbook([{ name: "survey", data, after }], options);

describe("readWorkbook", () => {
  it("gives Claudine every sheet by name, with blank rows kept so that row numbers are the sheet's own", async () => {
    const bytes = sampleWorkbook([
      { name: "survey", data: sampleRows([["type", "name"]]) + sampleRows([["note", "a"]], 4) },
      { name: "choices", data: "", state: "hidden" },
    ]);
    const [survey, choices] = await sheetsOf(bytes);
    expect(survey).toMatchObject({
      name: "survey",
      rows: [["type", "name"], [], [], ["note", "a"]],
    });
    expect(choices).toMatchObject({ name: "choices", rows: [], hidden: true });
  });

  it("keeps the kind of each cell: shared, rich and inline text, numbers, booleans and dates by their number format", async () => {
    const data =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r></is></c>' +
      '<c r="D1"><v>12.5</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" s="1"><v>45200</v></c><c r="G1" s="2"><v>788123456</v></c>' +
      '<c r="H1" s="3"><v>1234.5</v></c><c r="I1" s="4"><v>0.5</v></c><c r="J1" t="d"><v>2025-07-01T08:30:00</v></c><c r="K1" s="5"><v>1.25</v></c></row>';
    const shared = "<si><t>Akarere</t></si><si><r><rPr><b/></rPr><t>Ru</t></r><r><t>bavu_x000D_</t></r><rPh><t>guide</t></rPh></si>";
    const formats = ["yyyy\\-mm\\-dd;@", "0000000000", '#,##0 "days"', "[$-F400]h:mm:ss AM/PM", "[h]:mm"];
    const [sheet] = await sheetsOf(oneSheet(data, { shared, formats }));
    const at = (text: string) => new Date(`${text}Z`);
    const expected = ["Akarere", "Rubavu\r", "a b", 12.5, true, at("2023-10-01T00:00"), "0788123456", 1234.5];
    expect(sheet?.rows[0]).toEqual([...expected, at("1899-12-30T12:00"), at("2025-07-01T08:30"), 1.25]);
  });

  it.each([
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [61, false, "1900-03-01"],
    [0, true, "1904-01-01"],
    [2_958_465, false, "9999-12-31"],
  ])("counts day %d as Excel does (1904 system: %s), giving %s", async (serial, date1904, day) => {
    const data = `<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>`;
    const [sheet] = await sheetsOf(oneSheet(data, { formats: ["dd/mm/yyyy"], date1904 }));
    expect(sheet?.rows[0]?.[0]).toEqual(new Date(`${day}T00:00Z`));
  });

  it("reads cells and rows that carry no reference, and elements with a prefix, as some programs write them", async () => {
    const data = "<x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>3</x:v></x:c></x:row><row><c><v>4</v></c></row>";
    const bytes = oneSheet(data).toString("latin1");
    expect(bytes).toContain("xl/workbook.xml");
    const [sheet] = await sheetsOf(oneSheet(data));
    expect(sheet?.rows).toEqual([[1, null, 3], [4]]);
  });

  it("says which cells are merged", async () => {
    const after = '<mergeCells><mergeCell ref="B2:C4"/><mergeCell ref="A1:A1"/></mergeCells>';
    const [sheet] = await sheetsOf(oneSheet(sampleRows([["a"]]), {}, after));
    expect(sheet?.merged).toEqual([{ row: 2, column: 2, rows: 3, columns: 2 }]);
  });

  it("uses the value a formula last gave and warns once per sheet", async () => {
    const data = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c></row>';
    const read = await readWorkbook(oneSheet(data));
    expect(read).toMatchObject({
      ok: true,
      sheets: [
        {
          rows: [[2]],
          formulas: [
            { row: 1, column: 1 },
            { row: 1, column: 2 },
          ],
        },
      ],
      warnings: [{ code: "tabular.formulasRead", sheet: "survey", values: { n: 2, cell: "A1" } }],
    });
  });

  it.each([
    ["errorCell", '<c r="C5" t="e"><v>#REF!</v></c>'],
    ["formulaWithoutValue", '<c r="C5"><f>SUM(A1:A4)</f></c>'],
    ["formulaWithoutValue", '<c r="C5"><f>SUM(A1:A4)</f><v/></c>'],
  ])("refuses a workbook with %s in C5 unless the caller keeps the rest", async (code, cell) => {
    const bytes = oneSheet(`<row r="5">${cell}<c r="D5"><v>1</v></c></row>`);
    const refused = await codesOf(bytes);
    expect(refused).toMatchObject({
      ok: false,
      codes: [code],
      listed: [{ sheet: "survey", row: 5, column: "C" }],
    });
    const kept = await codesOf(bytes, { brokenCells: "keep" });
    expect(kept.ok).toBe(true);
    expect(kept.codes).toContain(code);
  });
});

describe("files that are no plain workbook", () => {
  const compound = (stream: string) =>
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(stream, "utf16le")]);
  const archive = (...names: string[]) => sampleZip(names.map((name) => ({ name, data: "x" })));
  const macros = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
  it.each<[string, string, Uint8Array]>([
    ["an empty file", "emptyFile", Buffer.alloc(0)],
    ["an old .xls", "oldExcel", compound("Workbook")],
    ["a workbook with a password", "passwordProtected", compound("EncryptedPackage")],
    ["an old Word document", "notWorkbook", compound("WordDocument")],
    ["a PDF", "notWorkbook", Buffer.from("%PDF-1.7")],
    ["a CSV renamed", "textFile", Buffer.from("a,b\n1,2\n")],
    ["a web page that a portal calls .xls", "webPage", Buffer.from("<html><table>")],
    ["a workbook with macros", "macros", archive("[Content_Types].xml", "xl/vbaProject.bin")],
    ["one declared to have macros", "macros", sampleZip([{ name: "[Content_Types].xml", data: macros }])],
    ["a binary workbook", "binaryWorkbook", archive("xl/workbook.bin")],
    ["an OpenDocument sheet", "openDocument", archive("mimetype", "content.xml")],
    ["a Word document", "otherDocument", archive("[Content_Types].xml", "word/document.xml")],
    ["a plain archive", "otherArchive", archive("photos/1.jpg")],
    ["half a workbook", "damagedZip", oneSheet(sampleRows([["a"]])).subarray(0, 300)],
    ["a path that climbs out of the archive", "damagedZip", archive("../../etc/passwd")],
    ["a sheet with broken XML", "damaged", oneSheet("<row><c>")],
    ["a workbook without sheets", "noSheet", sampleWorkbook([])],
  ])("refuses %s with %s", async (_what, code, bytes) => {
    expect(await codesOf(bytes)).toMatchObject({ ok: false, codes: [code] });
  });

  it("refuses a file of 100 MB by its size alone and names both sizes", async () => {
    // Only the length is looked at: the pages of an untouched allocation are never filled.
    const huge = new Uint8Array(Buffer.allocUnsafeSlow(100_000_000).buffer);
    const { listed } = await codesOf(huge);
    const [problem] = listed;
    expect(problem && speak("en")(problem.text, problem.values)).toContain("The file has 100 MB. At most 20 MB");
  });
});

describe("workbooks made to do harm", () => {
  const spoiled = (name: string, data: string | Uint8Array, declared?: number) => {
    const entries = sampleEntries([{ name: "a", data: "" }]).filter((entry) => entry.name !== name);
    return sampleZip([...entries, { name, data, ...(declared === undefined ? {} : { declared }) }]);
  };
  const sheet = "xl/worksheets/sheet1.xml";
  const bomb = `<worksheet>${"<row/>".repeat(400_000)}</worksheet>`;

  it("refuses a zip bomb by what it declares, before anything is inflated", async () => {
    const { codes } = await codesOf(spoiled(sheet, "<worksheet/>", 4_000_000_000));
    expect(codes).toEqual(["inflatesTooMuch"]);
  });

  it("refuses a zip bomb by its ratio, and by the total of all parts", async () => {
    expect((await codesOf(spoiled(sheet, bomb))).codes).toEqual(["inflatesTooMuch"]);
    const { codes } = await codesOf(spoiled(sheet, bomb), {
      ratio: 5_000,
      inflatedBytes: 2_000_000,
    });
    expect(codes).toEqual(["inflatesTooMuch"]);
    expect((await codesOf(spoiled(sheet, bomb), { ratio: 5_000 })).ok).toBe(true);
  });

  it("refuses a zip bomb that lies about its size", async () => {
    expect((await codesOf(spoiled(sheet, bomb, 500))).ok).toBe(false);
  });

  it("refuses entities that multiply (billion laughs), as any document type", async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>';
    expect((await codesOf(spoiled(sheet, laughs))).codes).toEqual(["doctype"]);
  });

  it("refuses elements nested without end and one text without end", async () => {
    expect((await codesOf(spoiled(sheet, "<a>".repeat(1000)))).codes).toEqual(["damaged"]);
    const noise = Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 99_991).join("");
    const long = `<worksheet><sheetData><row><c t="str"><v>${noise}</v></c></row></sheetData></worksheet>`;
    expect((await codesOf(spoiled(sheet, long))).codes).toEqual(["textTooLong"]);
  });

  it.each<[string, Partial<WorkbookLimits>, string]>([
    ["tooManyRows", { rows: 2 }, sampleRows([["a"], ["b"], ["c"]])],
    ["tooManyColumns", { columns: 2 }, sampleRows([["a", "b", "c"]])],
    ["tooManyCells", { cells: 2 }, sampleRows([["a", "b", "c"]])],
    ["tooManyParts", { parts: 3 }, ""],
  ])("refuses %s with its limit", async (code, limits, data) => {
    expect((await codesOf(oneSheet(data), limits)).codes).toEqual([code]);
  });

  it("does not count cells that are only formatted, down to the last row a sheet has", async () => {
    const data = `${sampleRows([["a"]])}<row r="1048576"><c r="XFD1048576" s="1"/></row>`;
    expect((await sheetsOf(oneSheet(data)))[0]?.rows).toEqual([["a"]]);
  });
});
