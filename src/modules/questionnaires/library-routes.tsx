/** The library of questionnaires: list, upload, check, preview, compare, publish, retire. */
import { may, param, type Request, type Write } from "#kernel/access/asked.ts";
import { codeFilter, listed, listedFile, wordsFilter, type List } from "#kernel/access/list.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import { compareModels } from "#kernel/questionnaire/compare.ts";
import { itemsOf } from "#kernel/questionnaire/capacity.ts";
import { exampleWorkbook } from "#kernel/questionnaire/example.ts";
import { p as kernel } from "#kernel/questionnaire/problems.ts";
import {
  addVersion,
  attachTable,
  importInstrument,
  modelOf,
  publishVersion,
  retireVersion,
  versionOf,
  versionsOf,
} from "#kernel/questionnaire/store.ts";
import type { Version } from "#kernel/questionnaire/store.ts";
import { fileFacts, streamFile } from "#platform/files/store.ts";
import { formatAsked } from "#platform/http/list-file.ts";
import { p as http } from "#platform/http/problems.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { pageAsked } from "#platform/http/address.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { readCsv } from "#platform/tabular/csv.ts";
import { MEDIA_TYPES } from "#platform/tabular/sniff.ts";
import { writeCsv } from "#platform/tabular/write.ts";
import { dayOf } from "#platform/ui/format.ts";
import { instrumentIn, refuseKey } from "./library-access.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { previewOf } from "./preview.ts";
import { answersByVersion, instrumentOf, library, LIBRARY_SORTS, type LibraryRow, type LibrarySort } from "./queries.ts";
import { readingOf } from "./reading.ts";
import { verbs } from "./rules.ts";
import { readUpload, workbookOf } from "./schema.ts";
import { bodyOf } from "./streams.ts";
import { CompareView } from "./views/compare.tsx";
import { InstrumentView } from "./views/instrument.tsx";
import { LibraryView } from "./views/library.tsx";
import { PreviewView } from "./views/preview.tsx";
import { UploadView } from "./views/upload.tsx";
import { VersionView } from "./views/version.tsx";
import { w } from "./words.ts";

/** Largest workbook with what a form adds to it. */
const LARGEST = 21 * 1024 * 1024;

const FILTERS = {
  q: wordsFilter({ label: w.find }),
  state: codeFilter(["published", "draft"], {
    label: w.state,
    any: w.anyState,
    text: (state, r) => r.say(state === "published" ? w.published : w.noneYet),
  }),
};

const LIST: List<Request, typeof FILTERS, LibraryRow, LibrarySort> = {
  name: "questionnaires",
  sheet: w.module,
  path: () => paths.questionnaires,
  filters: FILTERS,
  sorts: LIBRARY_SORTS,
  first: () => ({ sort: "title", descending: false }),
  rows: async (r, { filter, ...order }, part) =>
    library(r.db, { ...filter, ...order, ...part, reading: await readingOf(r.db, r.actor, r.today) }),
  result: (r, total) => r.say(w.count, { count: total }),
  columns: (r) => [
    { name: "code", head: w.code, cell: (row) => row.code },
    { name: "title", head: w.title, cell: (row) => row.title },
    {
      name: "published",
      head: w.published,
      cell: ({ publishedNumber, publishedAt }) =>
        publishedNumber === null ? "" : `${publishedNumber}, ${publishedAt === null ? "" : dayOf(publishedAt, r.pack.timeZone)}`,
    },
    { name: "languages", head: w.languages, cell: (row) => row.languages.join(" ") },
    { name: "answers", head: w.answers, kind: { kind: "integer" }, cell: (row) => row.answers },
  ],
};

async function list(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, LIST);
  return show(<LibraryView shell={r.shell} list={await listed(r, LIST)} mayAdd={may(r, verbs.keep)} />);
}

const uploadForm = (r: Request): Promise<Reply> => Promise.resolve(show(<UploadView shell={r.shell} values={{}} problems={[]} />));

async function template(r: Request): Promise<Reply> {
  return download("questionnaire.xlsx", MEDIA_TYPES.xlsx, await exampleWorkbook(r.pack));
}

async function upload(r: Write): Promise<Reply> {
  const { value, problems } = await readUpload(r.form);
  const again = (all: readonly FieldProblem[]): Reply => show(<UploadView shell={r.shell} values={r.form.values()} problems={all} />, 422);
  if (value === null) return again(problems);
  const taken = await r.act.tx
    .selectFrom("questionnaire.instrument")
    .select("id")
    .where("organisation", "=", r.association)
    .where("code", "=", value.code)
    .executeTakeFirst();
  if (taken !== undefined) return again([{ field: "code", text: kernel.codeTaken.text, values: { code: value.code } }]);
  const { version } = await importInstrument(r.act, { ...value, organisation: r.association });
  return go(paths.version(version));
}

async function instrument(r: Request, problems: readonly FieldProblem[] = [], status = 200): Promise<Reply> {
  const found = await instrumentIn(r);
  const [versions, answers] = [await versionsOf(r.db, found.id), await answersByVersion(r.db, found.id)];
  const mays = { mayKeep: may(r, verbs.keep), mayExport: may(r, verbs.export) };
  return show(
    <InstrumentView shell={r.shell} instrument={found} versions={versions} answers={answers} {...mays} problems={problems} />,
    status,
  );
}

async function nextVersion(r: Write): Promise<Reply> {
  const found = await instrumentOf(r.act.tx, param(r, "id"));
  if (found === null) throw new Problem(p.notFound);
  const { value, problem } = await workbookOf(r.form);
  if (value === null) return instrument(r, [problem], 422);
  const { version } = await addVersion(r.act, found.id, value);
  return go(paths.version(version));
}

async function versionIn(r: Request | Write): Promise<Version> {
  const found = await versionOf(r.db, r.params["versionId"] ?? "");
  if (found === null) throw new Problem(p.notFound);
  await refuseKey(r, { version: found.id });
  return found;
}

async function version(r: Request | Write, fieldProblems: readonly FieldProblem[] = [], status = 200): Promise<Reply> {
  const found = await versionIn(r);
  const model = found.report.ok ? await modelOf(r.db, found.id) : null;
  return show(
    <VersionView
      shell={r.shell}
      version={found}
      model={model}
      items={model === null ? [] : itemsOf(model)}
      mayKeep={may(r, verbs.keep)}
      mayTypeIn={may(r, verbs.type_in)}
      fieldProblems={fieldProblems}
    />,
    status,
  );
}

async function preview(r: Request): Promise<Reply> {
  const found = await versionIn(r);
  if (!found.report.ok) throw new Problem(p.notFound);
  const made = await previewOf(r, found, pageAsked(r.query));
  if (made === null) throw new Problem(http.notFound);
  return show(<PreviewView shell={r.shell} version={found} {...made} />);
}

async function workbook(r: Request): Promise<Reply> {
  const found = await versionIn(r);
  const file = (await fileFacts(r.db, [found.workbook])).get(found.workbook);
  if (file === undefined) throw new Problem(p.notFound);
  return download(file.name, file.mediaType, streamFile(r.db, file));
}

async function problemList(r: Request): Promise<Reply> {
  const found = await versionIn(r);
  const header = [w.sheet, w.cell, w.severity, w.problem].map((text) => r.say(text));
  const rows = found.report.problems.map((each) => [
    each.sheet,
    `${each.column}${each.row || ""}`,
    r.say(each.severity === "error" ? w.error : w.warning),
    r.say(each.text, each.values),
  ]);
  return download(
    `${found.code}-${found.number}.csv`,
    MEDIA_TYPES.csv,
    bodyOf(
      writeCsv(
        [...header, "code"],
        rows.map((row, index) => [...row, found.report.problems[index]?.code]),
        { mark: true },
      ),
    ),
  );
}

async function compare(r: Request): Promise<Reply> {
  const versions = await versionsOf(r.db, (await instrumentIn(r)).id);
  const pick = (name: string): Version => {
    const found = versions.find((each) => each.id === r.query.get(name));
    if (found === undefined) throw new Problem(p.notFound);
    return found;
  };
  const [before, after] = [pick("before"), pick("after")].toSorted((a, b) => a.number - b.number) as [Version, Version];
  const models = { before: await modelOf(r.db, before.id), after: await modelOf(r.db, after.id) };
  return show(
    <CompareView shell={r.shell} before={before} after={after} models={models} changes={compareModels(models.before, models.after)} />,
  );
}

async function publish(r: Write): Promise<Reply> {
  const { id } = await publishVersion(r.act, (await versionIn(r)).id);
  return go(paths.version(id));
}

async function retire(r: Write): Promise<Reply> {
  const { id } = await versionIn(r);
  await retireVersion(r.act, id);
  return go(paths.version(id));
}

async function table(r: Write): Promise<Reply> {
  const found = await versionIn(r);
  const name = r.form.text("name");
  const file = r.form.file("file");
  const model = await modelOf(r.act.tx, found.id);
  if (!model.tables.includes(name)) throw new Problem(p.notFound);
  const read = file === null ? null : await readCsv(file.bytes);
  if (read === null || !read.ok || read.rows.length < 2) return version(r, [{ field: `table-${name}`, text: w.badTable }], 422);
  const [header, ...rows] = read.rows;
  const names = header?.cells ?? [];
  await attachTable(
    r.act,
    found.id,
    name,
    rows.map(({ cells }) => Object.fromEntries(names.map((column, index) => [column, cells[index] ?? ""]))),
  );
  return go(paths.version(found.id));
}

export const listRoutes: readonly Route[] = [
  page(paths.questionnaires, verbs.read, list),
  page(paths.upload, verbs.keep, uploadForm),
  act(paths.upload, verbs.keep, upload, { maxBody: LARGEST }),
  page(paths.template, verbs.read, template),
  page("/questionnaires/versions/:versionId", verbs.read, (r: Request) => version(r)),
  page("/questionnaires/versions/:versionId/preview", verbs.read, preview),
  page("/questionnaires/versions/:versionId/workbook", verbs.read, workbook),
  page("/questionnaires/versions/:versionId/problems.csv", verbs.read, problemList),
  act("/questionnaires/versions/:versionId/publish", verbs.keep, publish),
  act("/questionnaires/versions/:versionId/retire", verbs.keep, retire),
  act("/questionnaires/versions/:versionId/table", verbs.keep, table, { maxBody: LARGEST }),
  page("/questionnaires/:id", verbs.read, (r: Request) => instrument(r)),
  act("/questionnaires/:id/versions", verbs.keep, nextVersion, { maxBody: LARGEST }),
  page("/questionnaires/:id/compare", verbs.read, compare),
];
