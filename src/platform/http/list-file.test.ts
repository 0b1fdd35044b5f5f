/** Lists as files: one set of columns gives CSV, workbook and JSON, read page by page. */
import { describe, expect, it } from "vitest";
import { plainText, speak } from "#platform/i18n/text.ts";
import { readWorkbook } from "#platform/tabular/workbook.ts";
import type { Download } from "./reply.ts";
import { fileLinks, formatAsked, inPages, listFile, type ListColumn } from "./list-file.ts";

interface Paid {
  readonly person: string;
  readonly francs: number;
  readonly on: string;
}

const PAID: readonly Paid[] = [
  { person: "Pacifique Tuyisenge", francs: 1500, on: "2025-11-17" },
  { person: "Béata Kamikazi", francs: 250, on: "2025-11-18" },
  { person: "=Solange()", francs: 0, on: "2025-11-19" },
];

const columns: readonly ListColumn<Paid>[] = [
  { name: "person", head: { en: "Person", fr: "Personne", rw: "Umuntu" }, cell: (row) => row.person },
  { name: "francs", head: plainText("Francs"), kind: { kind: "integer" }, cell: (row) => row.francs },
  { name: "on", kind: { kind: "date" }, cell: (row) => row.on },
];

const asked = (query: string, language: "en" | "fr" = "en") => ({ query: new URLSearchParams(query), say: speak(language) });

async function bytesOf(reply: Download): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of reply.body as AsyncIterable<Uint8Array>) parts.push(part);
  return Buffer.concat(parts);
}

async function allOf<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const textOf = async (reply: Download): Promise<string> => (await bytesOf(reply)).toString("utf8");

describe("what Pacifique takes along", () => {
  it("is CSV with a mark for Excel and headings in the language, unless the address asks for something else", async () => {
    const reply = listFile(asked("", "fr"), { name: "paid", columns, rows: PAID });
    expect([reply.name, reply.type, reply.cacheSeconds]).toEqual(["paid.csv", "text/csv; charset=utf-8", undefined]);
    expect(await textOf(reply)).toBe(
      "\ufeffPersonne,Francs,on\r\nPacifique Tuyisenge,1500,2025-11-17\r\nBéata Kamikazi,250,2025-11-18\r\n'=Solange(),0,2025-11-19\r\n",
    );
  });

  it("is a workbook with numbers and dates as such", async () => {
    const reply = listFile(asked("format=xlsx"), { name: "paid", sheet: "Paid", columns, rows: PAID });
    expect([reply.name, reply.type]).toEqual(["paid.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]);
    const book = await readWorkbook(new Uint8Array(await bytesOf(reply)));
    if (!book.ok) throw new Error("not a workbook");
    expect(book.sheets[0]?.name).toBe("Paid");
    expect(book.sheets[0]?.rows.slice(0, 2)).toEqual([
      ["Person", "Francs", "on"],
      ["Pacifique Tuyisenge", 1500, new Date("2025-11-17T00:00:00Z")],
    ]);
  });

  it("is JSON with the names for programs as keys", async () => {
    const reply = listFile(asked("format=json"), { name: "paid", columns, rows: PAID, cacheSeconds: 300 });
    expect([reply.name, reply.type, reply.cacheSeconds]).toEqual(["paid.json", "application/json", 300]);
    expect(JSON.parse(await textOf(reply))[1]).toEqual({ person: "Béata Kamikazi", francs: 250, on: "2025-11-18" });
  });

  it("has no mark when it is for programs, and a format that the route chose wins over the address", async () => {
    const reply = listFile(asked("format=xlsx"), { name: "paid", columns, rows: [], plain: true }, "csv");
    expect([reply.name, await textOf(reply)]).toEqual(["paid.csv", "Person,Francs,on\r\n"]);
  });

  it.each([
    ["", null],
    ["format=csv", "csv"],
    ["format=json", "json"],
    ["format=exe", null],
    ["format=", null],
  ])("an address with %j asks for %j", (query, format) => {
    expect(formatAsked(new URLSearchParams(query))).toBe(format);
  });

  it("has a link for each format of the list", () => {
    expect(fileLinks((format) => `/paid?format=${format}`)).toEqual([
      { href: "/paid?format=csv", format: "CSV" },
      { href: "/paid?format=xlsx", format: "XLSX" },
    ]);
  });
});

describe("a list that is longer than one page", () => {
  const NUMBERS = [9, 8, 7, 6, 5, 4];

  it.each([
    [4, 2],
    [6, 2],
    [2, 4],
    [7, 1],
  ])("read %i rows at a time is asked for %i times, by the last row or by how many were read", async (size, times) => {
    const calls: (number | null)[] = [];
    const byKey = inPages<number>(size, ({ last, limit }) => {
      calls.push(last);
      return Promise.resolve(NUMBERS.filter((n) => last === null || n < last).slice(0, limit));
    });
    expect(await allOf(byKey)).toEqual(NUMBERS);
    expect(calls).toHaveLength(times);
    const byCount = inPages<number>(size, ({ offset, limit }) => Promise.resolve(NUMBERS.slice(offset, offset + limit)));
    expect(await allOf(byCount)).toEqual(NUMBERS);
  });

  it("is not read any further when the reader goes away", async () => {
    let pages = 0;
    const rows = inPages<Paid>(3, () => {
      pages += 1;
      return Promise.resolve(PAID);
    });
    const reply = listFile(asked("format=json"), { name: "paid", columns, rows });
    for await (const part of reply.body as AsyncIterable<Uint8Array>) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
    const before = pages;
    expect((await rows.next()).done).toBe(true);
    expect(pages).toBe(before);
  });
});
