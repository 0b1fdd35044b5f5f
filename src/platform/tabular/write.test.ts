/** Tables to take away: safe in a spreadsheet, the same bytes for the same rows, of any length. */
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, guarded, unguarded, writeCsv, writeJson } from "./write.ts";

const gather = async (stream: AsyncIterable<Uint8Array>) => (await buffer(stream)).toString();

describe("writeCsv", () => {
  it("writes RFC 4180 with a mark for Excel when asked", async () => {
    const rows = [
      ["Huye, South", 'the "old" town'],
      ["two\nlines", null],
      [" padded", undefined],
    ];
    expect(await gather(writeCsv(["a", "b"], rows, { mark: true }))).toBe(
      '\ufeffa,b\r\n"Huye, South","the ""old"" town"\r\n"two\nlines",\r\n" padded",\r\n',
    );
    expect(await gather(writeCsv(["a"], [], { delimiter: ";" }))).toBe("a\r\n");
  });

  it.each([
    [1e-7, "0.0000001"],
    [-1.5e21, "-1500000000000000000000"],
    [12_345_678_901_234_567_890n, "12345678901234567890"],
    [true, "true"],
    [new Date("2025-07-01T00:00Z"), "2025-07-01"],
    [new Date("2025-07-01T08:30Z"), "2025-07-01T08:30"],
    ["a;b", "a;b"],
  ])("writes %s as %s", (value, text) => {
    expect(csvLine([value])).toBe(`${text}\r\n`);
  });

  it("quotes a lone empty cell, which would otherwise be a blank row", () => {
    expect(csvLine([""])).toBe('""\r\n');
  });

  it.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    [" =1+1", "' =1+1"],
    ["\uff1d1+1", "'\uff1d1+1"],
    ["'=1+1", "''=1+1"],
    ["-12.5", "-12.5"],
    ["+250788123456", "+250788123456"],
    ["-3,25", "-3,25"],
    ["a=b", "a=b"],
    ["it's", "it's"],
  ])("guards %j as %j", (text, safe) => {
    expect(guarded(text)).toBe(safe);
    expect(unguarded(safe)).toBe(text);
  });

  it("gives every text back after guarding", () => {
    fc.assert(fc.property(fc.string(), (text) => unguarded(guarded(text)) === text || text.startsWith("'")));
    fc.assert(fc.property(fc.stringMatching(/^['=+\-@ \t1a]{0,6}$/), (text) => unguarded(guarded(text)) === text));
  });

  it("passes an error of the source on", async () => {
    async function* failing() {
      yield ["1"];
      throw new Error("connection lost");
    }
    await expect(gather(writeCsv(["a"], failing()))).rejects.toThrow("connection lost");
  });
});

describe("writeJson", () => {
  it("keeps the given order of keys, sorts nested ones, and leaves no key out", async () => {
    const rows = [{ b: 1, a: "x" }, { a: { z: 1, y: [true, null] }, b: 9_007_199_254_740_993n }, { b: new Date(0) }];
    const text = await gather(writeJson(["a", "b"], rows));
    expect(text).toBe('[\n{"a":"x","b":1},\n{"a":{"y":[true,null],"z":1},"b":"9007199254740993"},\n{"a":null,"b":"1970-01-01"}\n]\n');
    expect(JSON.parse(text)).toHaveLength(3);
  });

  it("writes an empty array for no rows", async () => {
    expect(await gather(writeJson(["a"], []))).toBe("[]\n");
  });
});
