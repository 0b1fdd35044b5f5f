/** Text tables as programs write them in three continents: encodings, separators, and rows that do not fit. */
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readCsv, streamCsv, type CsvOptions } from "./csv.ts";
import { csvLine } from "./write.ts";

const utf8 = (text: string) => Buffer.from(text);

async function rowsOf(bytes: Uint8Array, options: CsvOptions = {}) {
  const read = await readCsv(bytes, options);
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.code).join());
  return read;
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("encodings", () => {
  const text = "Akarere,Umuyobozi\r\nNyagatare,Félicité Ngabiré\r\n";
  it.each([
    ["utf-8", utf8(text), []],
    ["utf-8", utf8(`\ufeff${text}`), []],
    ["utf-16le", iconv.encode(text, "utf-16le", { addBOM: true }), []],
    ["utf-16be", iconv.encode(text, "utf-16be", { addBOM: true }), []],
    ["utf-16le", iconv.encode(text, "utf-16le"), []],
    ["windows-1252", iconv.encode(text, "latin1"), ["tabular.encodingGuessed"]],
  ])("reads Félicité's name from %s", async (encoding, bytes, warnings) => {
    const read = await rowsOf(bytes);
    expect(read.encoding).toBe(encoding);
    expect(read.rows.map((row) => row.cells)).toEqual([
      ["Akarere", "Umuyobozi"],
      ["Nyagatare", "Félicité Ngabiré"],
    ]);
    expect(read.warnings.map((warning) => warning.code)).toEqual(warnings);
  });

  it("reads the euro sign and curly quotes that Windows puts where Latin-1 has none", async () => {
    const read = await rowsOf(iconv.encode("a;b\n“5 €”;é\n", "windows-1252"));
    expect(read.rows[1]?.cells).toEqual(["“5 €”", "é"]);
  });

  it("keeps UTF-8 when one letter among many is damaged, and says so", async () => {
    const bytes = Buffer.concat([utf8("nom,ville\nRené,Évry\nAn"), Buffer.from([0xe9]), utf8("e,Orléans\n")]);
    const read = await rowsOf(bytes);
    expect(read.warnings.map((warning) => warning.code)).toEqual(["tabular.brokenLetters"]);
    expect(read.rows[1]?.cells).toEqual(["René", "Évry"]);
  });
});

describe("separators", () => {
  it.each([
    [",", "a,b\n1,2\n"],
    [";", "nom;montant\nHuye;1,5\nRubavu;2,25\n"],
    [";", "nom;montant;part\nHuye;1,5;2,5\n"],
    ["\t", "a\tb, c\n1\t2, 3\n"],
    ["|", "a|b\n1|2\n"],
    [",", "a\n1\n2\n"],
    [";", "Report 2025, all districts\n\na;b;c\n1;2;3\n4;5;6\n"],
    [";", 'a;b\n"x,y,z";"1,2,3"\n'],
    [";", "sep=;\na,x;b\n1;2\n"],
  ] as const)("recognises %j in %j", async (delimiter, text) => {
    expect((await rowsOf(utf8(text))).delimiter).toBe(delimiter);
  });

  it("leaves decimal commas as text", async () => {
    expect((await rowsOf(utf8("nom;montant\nHuye;1 234,50\n"))).rows[1]?.cells).toEqual(["Huye", "1 234,50"]);
  });

  it("does not count Excel's separator line as a row", async () => {
    expect((await rowsOf(utf8("sep=;\r\na;b\r\n"))).rows).toEqual([{ row: 1, cells: ["a", "b"] }]);
  });
});

describe("rows", () => {
  it("reads quoted separators, doubled quotes, line breaks inside cells and all line ends", async () => {
    const read = await rowsOf(utf8('a,b\r\n"x,1","say ""yes"""\n"two\r\nlines",5" pipe\r'));
    const cells = read.rows.map((row) => row.cells);
    expect(cells).toEqual([
      ["a", "b"],
      ["x,1", 'say "yes"'],
      ["two\r\nlines", '5" pipe'],
    ]);
  });

  it("numbers rows as a spreadsheet shows them, blank ones included", async () => {
    const read = await rowsOf(utf8("a,b\n\n1,2\n,\n3,4\n"));
    expect(read.rows.map((row) => row.row)).toEqual([1, 3, 5]);
  });

  it("sets ragged rows aside by number and forgives empty cells at the end", async () => {
    const read = await rowsOf(utf8("a,b\n1,2,,\n3\n4,5,6\n7,8\n"));
    expect(read.rows.map((row) => row.cells)).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["7", "8"],
    ]);
    expect(read.aside).toMatchObject([
      {
        row: 3,
        cells: ["3"],
        problem: { code: "tabular.raggedRow", values: { row: 3, cells: 1, expected: 2 } },
      },
      { row: 4, cells: ["4", "5", "6"] },
    ]);
  });

  it("sets rows with NUL bytes aside", async () => {
    const read = await rowsOf(utf8(`a,b\n${"1,2\n".repeat(60)}x\0,3\n`));
    expect(read.aside).toMatchObject([{ row: 62, problem: { code: "tabular.nulByte" } }]);
  });

  it.each<[string, string, string, CsvOptions]>([
    ["an empty file", "emptyFile", "", {}],
    ["a quotation mark that is never closed", "quoteNotClosed", 'a,b\n1,2\n"3,4\n5,6\n', {}],
    ["an endless row", "rowTooLong", `a,b\n${"x".repeat(5000)},1\n`, { record: 1000 }],
    ["too many rows", "tooManyRows", "a\n1\n2\n3\n", { rows: 2 }],
    ["too many columns", "tooManyColumns", "a,b,c\n", { columns: 2 }],
    ["too many bytes", "tooLarge", "a,b,c\n", { bytes: 2 }],
    ["a picture", "binaryText", "\u0089PNG\r\n\u0001\u0002\u0003", {}],
    ["a web page", "webPage", "<!DOCTYPE html><html>", {}],
  ])("refuses %s with %s", async (_what, code, text, options) => {
    const read = await readCsv(Buffer.from(text, "latin1"), options);
    expect(read).toMatchObject({ ok: false, problems: [{ code: `tabular.${code}` }] });
  });

  it("gives a header without rows as it is", async () => {
    expect((await rowsOf(utf8("a,b\n"))).rows).toEqual([{ row: 1, cells: ["a", "b"] }]);
  });
});

describe("streamCsv", () => {
  const gather = async (bytes: Uint8Array, size: number) => {
    const stream = await streamCsv(inPieces(bytes, size));
    const rows: string[][] = [];
    for await (const row of stream.rows) rows.push(row.cells);
    return { rows, codes: stream.warnings.map((warning) => warning.code) };
  };

  it.each([1, 2, 3, 7, 1000])("reads letters and line ends cut into pieces of %d bytes", async (size) => {
    const { rows } = await gather(utf8('nom;ville\r\n"Zoë; Aimé";Évry\r\n'), size);
    expect(rows).toEqual([
      ["nom", "ville"],
      ["Zoë; Aimé", "Évry"],
    ]);
  });

  it("finds out late that a file with a plain beginning is Windows-1252", async () => {
    const plain = "Huye;1\r\n".repeat(20_000);
    const { rows, codes } = await gather(Buffer.concat([utf8(plain), iconv.encode("Orléans;2\r\n", "latin1")]), 4096);
    expect(rows.at(-1)).toEqual(["Orléans", "2"]);
    expect(codes).toEqual(["tabular.encodingGuessed"]);
  });

  it("ends quietly when the reader stops early", async () => {
    const stream = await streamCsv(inPieces(utf8("a,b\n".repeat(50_000)), 1000));
    for await (const row of stream.rows) {
      if (row.row === 3) break;
    }
    expect(stream.delimiter).toBe(",");
  });
});

it("reads back whatever cells were written", async () => {
  const cell = fc
    .string({ unit: "binary", maxLength: 12 })
    .filter((text) => !/[\0\ufeff]|\p{Cs}|\p{Cc}/u.test(text) && !text.startsWith("'"));
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const text = ["name,b,c\r\n", ...rows.map((row) => csvLine(["n", ...row.slice(1)]))].join("");
      const read = await rowsOf(utf8(text), { delimiter: "," });
      const guardless = read.rows.slice(1).map((row) => row.cells.map((one) => one.replace(/^'/, "")));
      expect(guardless).toEqual(rows.map((row) => ["n", ...row.slice(1)]));
    }),
    { numRuns: 60 },
  );
});
