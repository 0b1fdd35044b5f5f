/** Writes small workbooks as sheets for tests: rows as arrays, the way a spreadsheet shows them. */
import type { Cell, Sheet } from "#platform/tabular/workbook.ts";
import type { Model } from "./model.ts";
import { checkWorkbook } from "./workbook.ts";

/** A sheet without merged cells or formulas. */
export function sheet(name: string, ...rows: Cell[][]): Sheet {
  return { name, rows, merged: [], formulas: [] };
}

/** The model of a workbook that has no errors; throws with the findings otherwise, so that a test shows them. */
export function modelOf(...sheets: Sheet[]): Model {
  const { model, problems } = checkWorkbook(sheets);
  if (model === null) throw new Error(JSON.stringify(problems.map(({ code, values }) => [code, values])));
  return model;
}
