/** Imports as district officers meet them: the header is found, bad rows are explained, nothing is lost. */
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { LANGUAGES, speak } from "#platform/i18n/text.ts";
import { found } from "./table-problem.ts";
import { readTable, reject, rejectedCsv } from "./table.ts";
import { sampleRows, sampleWorkbook, type SampleOptions } from "./workbook.sample.ts";

const columns = {
  name: {
    name: { en: "Full name", fr: "Nom complet", rw: "≈Amazina yombi" },
    required: true,
    filled: true,
  },
  phone: {
    name: { en: "Telephone", fr: "Téléphone", rw: "Telefone" },
    aliases: ["mobile", "tel. no"],
    required: true,
  },
  born: { name: { en: "Date of birth", fr: "Date de naissance", rw: "≈Itariki y’amavuko" } },
};
const say = speak("en");

const fromCsv = (text: string) => readTable(Buffer.from(text), "people.csv", { columns });
const fromSheet = (data: string, after = "", options: SampleOptions = {}) =>
  readTable(sampleWorkbook([{ name: "People", data, after }], options), "people.xlsx", { columns });

const sentences = (problems: readonly { text: Parameters<typeof say>[0]; values?: Parameters<typeof say>[1] }[]) =>
  problems.map((problem) => say(problem.text, problem.values));

describe("the header", () => {
  it.each([
    ["Full name,Telephone", "in English"],
    ["NOM COMPLET;TELEPHONE", "in French capitals without accents"],
    ["amazina yombi|  telefone ", "in Kinyarwanda with stray spaces"],
    ["name*\tTel No.", "by key and alias with punctuation"],
  ])("is recognised as %j, %s", async (line) => {
    const row = line.replace(/[^,;|\t]+/g, "x");
    const table = await fromCsv(`${line}\n${row}\n`);
    expect(table.problems).toEqual([]);
    expect(table.rows[0]?.cells).toEqual({ name: "x", phone: "x", born: "" });
  });

  it("is found below a title, and rows keep the numbers of the file", async () => {
    const table = await fromCsv("List of councillors 2025\n\nFull name,Telephone\nAline,0788\n\nBosco,0789\n");
    expect(table).toMatchObject({
      headerRow: 3,
      rows: [{ row: 4 }, { row: 6 }],
      problems: [],
      rejected: [],
    });
  });

  it("tells Claudine which cells of her header row are merged", async () => {
    const merged = '<mergeCells><mergeCell ref="B3:C3"/></mergeCells>';
    const table = await fromSheet(sampleRows([["Staff"], [null], ["Full name", "Telephone"], ["Aline", "1"]]), merged);
    expect(table.rows).toEqual([]);
    expect(sentences(table.problems)).toEqual([
      "Cells B3:C3 among the column names are merged. Unmerge them and give every column its own name.",
    ]);
  });

  it("names what is missing, repeated, unknown or without a name, with its place", async () => {
    const table = await fromCsv("Full name,Nom complet,Salary,Row,\nAline,A,1,2,left over\n");
    expect(sentences(table.problems)).toEqual([
      "Columns A1 and B1 both stand for “Full name”. Keep one of them.",
      "Column “Telephone” is missing. The names of the columns were read from row 1.",
    ]);
    expect(sentences(table.warnings)).toEqual([
      "Column “Salary” (C1) is not known and was not read.",
      "Column E holds data but has no name; it was not read.",
    ]);
    const french = speak("fr");
    expect(table.problems.map((one) => french(one.text, one.values))[1]).toContain("«\u202fTéléphone\u202f»");
  });

  it("says which names it sought when no row has them, and when there are no rows", async () => {
    expect(sentences((await fromCsv("a,b\n1,2\n")).problems)[0]).toContain("Full name, Telephone");
    expect((await fromCsv("Full name,Telephone\n")).problems.map((one) => one.code)).toEqual(["tabular.noRows"]);
  });

  it("refuses columns of an import that share a name, because it could not tell them apart", async () => {
    const shared = { ...columns, other: { ...columns.phone } };
    const read = readTable(Buffer.from("a,b\n"), "a.csv", { columns: shared });
    await expect(read).rejects.toThrow(/share the name/);
  });
});

describe("the sheet", () => {
  const book = sampleWorkbook([
    { name: "Notes", data: sampleRows([["How to fill this in", "Telephone"]]) },
    {
      name: "Old",
      data: sampleRows([
        ["Full name", "Telephone"],
        ["Hidden", "0"],
      ]),
      state: "hidden",
    },
    {
      name: "People",
      data: sampleRows([
        ["Full name", "Telephone"],
        ["Aline", "1"],
      ]),
    },
  ]);

  it("is the one in view whose header fits best, and the others are named", async () => {
    const table = await readTable(book, "x.xlsx", { columns });
    expect(table).toMatchObject({ sheet: "People", rows: [{ cells: { name: "Aline" } }] });
    expect(sentences(table.warnings)).toEqual(["Only sheet “People” was read; the workbook also has: Notes."]);
  });

  it("can be asked for by name, and a wrong name lists the right ones", async () => {
    expect((await readTable(book, "x.xlsx", { columns, sheet: "old" })).rows[0]?.cells.name).toBe("Hidden");
    const { problems } = await readTable(book, "x.xlsx", { columns, sheet: "Staff" });
    expect(sentences(problems)).toEqual(["The workbook has no sheet named “Staff”. Its sheets are: Notes, Old, People."]);
  });
});

describe("cells", () => {
  it("become trimmed text: ISO dates, numbers in full, composed letters", async () => {
    const data =
      sampleRows([["Full name", "Telephone", "Date of birth"]]) +
      '<row r="2"><c r="A2" t="str"><v>\u00a0Ame\u0301lie\u00a0Uwase </v></c><c r="B2"><v>7.88123456E8</v></c><c r="C2" s="1"><v>32874</v></c></row>' +
      '<row r="3"><c r="A3"><v>1E-7</v></c><c r="B3"><v>0.30000000000000004</v></c><c r="C3" s="1"><v>32874.5</v></c></row>';
    const table = await fromSheet(data, "", { formats: ["dd/mm/yyyy"] });
    expect(table.rows.map((row) => row.cells)).toEqual([
      { name: "Amélie Uwase", phone: "788123456", born: "1990-01-01" },
      { name: "0.0000001", phone: "0.3", born: "1990-01-01T12:00" },
    ]);
  });

  it.each([
    ["a national number that Excel shortened in CSV", "Aline,1.19978E+15,", "cellShortened"],
    ["a missing name", ",0788,x", "cellMissing"],
    ["letters that cannot be read", "Ren\ufffd,1,x", "cellLettersBroken"],
    ["a row too short", "Aline", "raggedRow"],
    ["a row too long", "Aline,1,x,y", "raggedRow"],
  ])("reject the row for %s and keep the good ones", async (_what, line, code) => {
    const table = await fromCsv(`Full name,Telephone,Date of birth\nBosco,1,\n${line}\nChantal,2,\n`);
    expect(table.rows.map((row) => row.cells.name)).toEqual(["Bosco", "Chantal"]);
    expect(table.rejected).toMatchObject([{ row: 3, reasons: [{ code: `tabular.${code}` }] }]);
  });

  it("reject only the rows whose wanted cells show errors, are merged, or lost digits in a workbook", async () => {
    const data =
      sampleRows([
        ["Full name", "Telephone", "Total"],
        ["Aline", "1"],
      ]) +
      '<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="B3"><v>2</v></c></row>' +
      '<row r="4"><c r="A4" t="str"><v>Bosco</v></c><c r="B4"><v>1199780012345670</v></c></row>' +
      '<row r="5"><c r="A5" t="str"><v>Chantal</v></c><c r="B5"><v>5</v></c><c r="C5" t="e"><v>#N/A</v></c></row>' +
      sampleRows(
        [
          ["Diane", "6"],
          [null, "7"],
        ],
        6,
      );
    const table = await fromSheet(data, '<mergeCells><mergeCell ref="A6:A7"/></mergeCells>');
    expect(table.rows.map((row) => row.cells.name)).toEqual(["Aline", "Chantal"]);
    const reasons = table.rejected.map((one) => [one.row, ...one.reasons.map((reason) => reason.code)]);
    expect(reasons).toEqual([
      [3, "tabular.errorCell"],
      [4, "tabular.cellShortened"],
      [6, "tabular.cellMerged"],
      [7, "tabular.cellMerged"],
    ]);
  });
});

describe("files", () => {
  it.each([
    ["people.csv", Buffer.from("%PDF-1.4"), "binaryText"],
    ["people.xlsx", Buffer.from("%PDF-1.4"), "notWorkbook"],
    ["people.xls", Buffer.from("<table><tr>"), "webPage"],
    ["people.csv", Buffer.alloc(0), "emptyFile"],
  ])("named %s that are neither kind are refused with a sentence", async (filename, bytes, code) => {
    const table = await readTable(bytes, filename, { columns });
    expect(table).toMatchObject({ rows: [], problems: [{ code: `tabular.${code}` }] });
  });

  it("are read by content, whatever the name", async () => {
    const table = await readTable(Buffer.from("Full name,Telephone\nAline,1\n"), "people.xlsx", {
      columns,
    });
    expect(table.rows).toHaveLength(1);
  });
});

describe("rejectedCsv", () => {
  it.each(LANGUAGES)("gives back every rejected row with its number and reason in %s, ready to be corrected", async (language) => {
    const text = 'Full name,Telephone,Village\n,0788,"Gako, lower"\nAline,1,=1+1\nBosco,2\n';
    const table = await fromCsv(text);
    const [aline] = table.rows;
    if (aline === undefined) throw new Error("Aline was not read");
    const rejected = [...table.rejected, reject(aline, found("cellMissing", { name: "Village" }))];
    const file = await buffer(rejectedCsv(table, rejected, speak(language)));
    expect(file.subarray(0, 3).toString("hex")).toBe("efbbbf");
    const lines = file.toString().slice(1).split("\r\n");
    expect(lines[0]?.split(",").slice(0, 3)).toEqual(["Full name", "Telephone", "Village"]);
    expect(lines[1]).toMatch(/^,0788,"Gako, lower",2,/);
    expect(lines[2]).toMatch(/^Bosco,2,,4,/);
    expect(lines[3]).toMatch(/^Aline,1,'=1\+1,3,/);
    const again = await readTable(file, "corrected.csv", { columns });
    expect(again.rows.map((row) => row.source[2])).toEqual(["", "=1+1"]);
    expect(again.warnings.map((warning) => warning.values?.["name"])).toEqual(["Village"]);
  });
});
