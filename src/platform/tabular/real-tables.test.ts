/** Tables that real offices have published, read when they lie beside the checkout. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { readCsv } from "./csv.ts";
import { readTable } from "./table.ts";
import { readWorkbook } from "./workbook.ts";

const data = resolve("../shared/data");
const present = (path: string) => [resolve(data, path)].filter((file) => existsSync(file));

it("reads every workbook of form authors by name of sheet, and refuses each old one with the way out", async () => {
  for (const file of globSync(`${data}/xlsform/**/*.{xlsx,xls}`)) {
    const read = await readWorkbook(readFileSync(file));
    if (file.endsWith(".xls")) expect(read, file).toMatchObject({ problems: [{ code: "tabular.oldExcel" }] });
    else expect(read, file).toMatchObject({ ok: true });
  }
});

it("reads Madrid's budget in Latin-1 with semicolons, decimal commas untouched", async () => {
  for (const file of present("fiscal/madrid-es/municipio/2017/gastos.csv")) {
    const read = await readCsv(readFileSync(file));
    if (!read.ok) throw new Error("refused");
    expect([read.encoding, read.delimiter, read.rows.length, read.aside.length]).toEqual(["windows-1252", ";", 6912, 0]);
    expect(read.rows[1]?.cells).toContain("PROMOCIÓN PLAN DERECHOS HUMANOS");
  }
});

it("reads Rwanda's 17,413 administrative units by their columns", async () => {
  for (const file of present("rwanda/units.csv")) {
    const text = (en: string) => ({ name: { en, fr: en, rw: en } });
    const columns = {
      level: text("Level"),
      code: text("Code"),
      name: text("Name"),
      parent: text("Parent code"),
    };
    const table = await readTable(readFileSync(file), "units.csv", { columns });
    expect([table.rows.length, table.rejected.length, table.problems.length]).toEqual([17_413, 0, 0]);
  }
});
