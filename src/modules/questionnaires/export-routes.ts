/** Downloads of answers without names: CSV, XLSX with a sheet of labels, JSON, and the labels alone. */
import { type Request } from "#kernel/access/asked.ts";
import { page } from "#kernel/access/route.ts";
import type { Route } from "#kernel/access/route.ts";
import type { Model } from "#kernel/questionnaire/model.ts";
import { modelOf, versionsOf } from "#kernel/questionnaire/store.ts";
import { listFile } from "#platform/http/list-file.ts";
import { download, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { MEDIA_TYPES } from "#platform/tabular/sniff.ts";
import { writeCsv, writeJson, type Value } from "#platform/tabular/write.ts";
import { fitsExcel, writeXlsx, type XlsxColumn } from "#platform/tabular/write-xlsx.ts";
import { answerColumns, cellsOf, FACTS, labelRows, submittedRows, type AnswerColumn } from "./export.ts";
import { instrumentIn } from "./library-access.ts";
import { p } from "./problems.ts";
import { answersByVersion, type Instrument } from "./queries.ts";
import { verbs } from "./rules.ts";
import { bodyOf } from "./streams.ts";

interface Table {
  readonly instrument: Instrument;
  readonly models: readonly Model[];
  readonly columns: readonly AnswerColumn[];
  readonly count: number;
}

/** The columns of an instrument: of every version that was published, the newest first. */
async function tableOf(r: Request): Promise<Table> {
  const instrument = await instrumentIn(r);
  const versions = (await versionsOf(r.db, instrument.id)).filter((version) => version.state !== "draft");
  if (versions.length === 0) throw new Problem(p.noVersions);
  const models = await Promise.all(versions.map((version) => modelOf(r.db, version.id)));
  const counts = await answersByVersion(r.db, instrument.id);
  return { instrument, models, columns: answerColumns(models), count: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

async function* cells(r: Request, table: Table): AsyncGenerator<readonly Value[]> {
  for await (const row of submittedRows(r.db, table.instrument.id)) yield cellsOf(row, table.columns);
}

async function* records(r: Request, table: Table): AsyncGenerator<Record<string, unknown>> {
  for await (const row of submittedRows(r.db, table.instrument.id)) {
    const facts = cellsOf(row, []);
    yield { ...Object.fromEntries(FACTS.map((name, index) => [name, facts[index]])), answers: row.answers };
  }
}

async function csv(r: Request): Promise<Reply> {
  const table = await tableOf(r);
  const header = [...FACTS, ...table.columns.map((column) => column.name)];
  return download(`${table.instrument.code}.csv`, MEDIA_TYPES.csv, bodyOf(writeCsv(header, cells(r, table), { mark: true })));
}

async function json(r: Request): Promise<Reply> {
  const table = await tableOf(r);
  return download(`${table.instrument.code}.json`, MEDIA_TYPES.json, bodyOf(writeJson([...FACTS, "answers"], records(r, table))));
}

async function xlsx(r: Request): Promise<Reply> {
  const table = await tableOf(r);
  if (!fitsExcel(table.count)) throw new Problem(p.tooManyForExcel);
  const facts = FACTS.map((name): XlsxColumn => ({ name, kind: name === "version" || name === "years_in_post" ? "integer" : "text" }));
  const columns = table.columns.map(({ name, kind }): XlsxColumn => ({ name, kind }) as XlsxColumn);
  const labels = labelRows(table.models, table.columns);
  const sheets = [
    { name: "answers", columns: [...facts, ...columns], rows: cells(r, table) },
    { name: "labels", columns: labels.header.map((name): XlsxColumn => ({ name, kind: "text" })), rows: labels.rows },
  ];
  return download(`${table.instrument.code}.xlsx`, MEDIA_TYPES.xlsx, bodyOf(writeXlsx(sheets)));
}

async function labels(r: Request): Promise<Reply> {
  const table = await tableOf(r);
  const { header, rows } = labelRows(table.models, table.columns);
  const columns = header.map((name, index) => ({ name, cell: (row: readonly string[]) => row[index] }));
  return listFile(r, { name: `${table.instrument.code}-labels`, columns, rows }, "csv");
}

export const exportRoutes: readonly Route[] = [
  page("/questionnaires/:id/answers.csv", verbs.export, csv),
  page("/questionnaires/:id/answers.json", verbs.export, json),
  page("/questionnaires/:id/answers.xlsx", verbs.export, xlsx),
  page("/questionnaires/:id/labels.csv", verbs.export, labels),
];
