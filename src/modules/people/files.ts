/** Lists as files: the same rows as CSV for Excel or as a workbook. */
import { download, type Download } from "#platform/http/reply.ts";
import { writeCsv, type Rows, type Value } from "#platform/tabular/write.ts";
import { writeXlsx, type XlsxColumn } from "#platform/tabular/write-xlsx.ts";

/** True for a format that lists offer. */
export function isFormat(value: string | null): value is "csv" | "xlsx" {
  return value === "csv" || value === "xlsx";
}

/** Rows as a download. `name` is the file’s name without its ending. */
export function tableFile(format: "csv" | "xlsx", name: string, columns: readonly XlsxColumn[], rows: Rows<readonly Value[]>): Download {
  if (format === "csv") {
    const heads = columns.map((column) => column.name);
    return download(`${name}.csv`, "text/csv; charset=utf-8", writeCsv(heads, rows, { mark: true }));
  }
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return download(`${name}.xlsx`, type, writeXlsx([{ name, columns, rows }]));
}
