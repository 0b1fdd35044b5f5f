/** Keeps instruments and their versions: a workbook checked cell by cell, a draft, one published version, old ones that keep their questions. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { storeFile } from "#platform/files/store.ts";
import { Problem } from "#platform/problems/problem.ts";
import { MEDIA_TYPES } from "#platform/tabular/sniff.ts";
import { checkUpload } from "./check-upload.ts";
import type { UploadReport } from "./check-upload.ts";
import { languageCode } from "./model.ts";
import type { Model } from "./model.ts";
import { p } from "./problems.ts";
import type { AttachedTable } from "./attached-tables.ts";

/** How a version stands. */
export const VERSION_STATES = ["draft", "published", "retired"] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** A version with its instrument, without its questions. */
export interface Version {
  readonly id: string;
  readonly instrument: string;
  readonly organisation: string;
  readonly code: string;
  readonly title: string;
  readonly language: string;
  readonly number: number;
  readonly state: VersionState;
  readonly report: UploadReport;
  readonly workbook: string;
  readonly tableNames: readonly string[];
  readonly uploadedAt: Date;
  readonly publishedAt: Date | null;
}

const COLUMNS = sql`
  v.id, v.instrument, i.organisation, i.code, i.title, i.language, v.number, v.state, v.report, v.workbook,
  array(select jsonb_object_keys(v.tables)) as "tableNames", v.uploaded_at as "uploadedAt", v.published_at as "publishedAt"`;

/** A workbook as it came, and what it is to be. */
export interface NewWorkbook {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** An instrument to begin. */
export interface NewInstrument extends NewWorkbook {
  readonly organisation: string;
  readonly code: string;
  readonly title: string;
  /** The language its title is written in. */
  readonly language: string;
}

/** Begins an instrument with the first version of its workbook. Throws when the code is taken. */
export async function importInstrument(
  act: Act,
  wanted: NewInstrument,
): Promise<{ readonly instrument: string; readonly version: string; readonly report: UploadReport }> {
  const instrument = newId();
  const made = await act.tx
    .insertInto("questionnaire.instrument")
    .values({
      id: instrument,
      organisation: wanted.organisation,
      code: wanted.code,
      title: wanted.title,
      language: wanted.language,
      created_at: act.now,
    })
    .onConflict((conflict) => conflict.columns(["organisation", "code"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (made === undefined) throw new Problem(p.codeTaken, { code: wanted.code });
  return { instrument, ...(await addVersion(act, instrument, wanted)) };
}

/** Adds a version from a workbook: a draft, with the model when the workbook has no error. The workbook is kept as it came either way. */
export async function addVersion(
  act: Act,
  instrument: string,
  wanted: NewWorkbook,
): Promise<{ readonly version: string; readonly report: UploadReport }> {
  const { model, report } = await checkUpload(act.pack, wanted.bytes);
  await act.tx.selectFrom("questionnaire.instrument").select("id").where("id", "=", instrument).forUpdate().executeTakeFirstOrThrow();
  const { last } = await act.tx
    .selectFrom("questionnaire.version")
    .select((version) => version.fn.coalesce(version.fn.max("number"), sql<number>`0`).as("last"))
    .where("instrument", "=", instrument)
    .executeTakeFirstOrThrow();
  const version = newId();
  const workbook = await storeFile(act.tx, {
    name: wanted.fileName,
    mediaType: MEDIA_TYPES.xlsx,
    purpose: "questionnaire.workbook",
    subject: { kind: "questionnaire.version", id: version },
    uploadedBy: act.author.person,
    bytes: wanted.bytes,
  });
  await act.tx
    .insertInto("questionnaire.version")
    .values({
      id: version,
      instrument,
      number: last + 1,
      state: "draft",
      model: model === null ? null : json(model),
      report: json(report),
      workbook,
      uploaded_at: act.now,
    })
    .execute();
  await act.journal({
    kind: "questionnaire.version.uploaded",
    subject: { kind: "questionnaire.version", id: version },
    payload: { instrument, number: last + 1, ok: report.ok, problems: report.problems.length },
  });
  return { version, report };
}

async function lockVersion(act: Act, id: string): Promise<Version> {
  const { rows } = await sql<Version>`
    select ${COLUMNS} from questionnaire.version v join questionnaire.instrument i on i.id = v.instrument where v.id = ${id} for update`.execute(
    act.tx,
  );
  const found = rows[0];
  if (found === undefined) throw new Problem(p.noVersion);
  return found;
}

/** Publishes a draft without errors; the version published before is retired. Throws when a table it looks up is not attached. */
export async function publishVersion(act: Act, id: string): Promise<Version> {
  const version = await lockVersion(act, id);
  if (version.state !== "draft" || !version.report.ok) throw new Problem(p.notDraft);
  const { tables } = await modelOf(act.tx, id);
  const missing = tables.find((name) => !version.tableNames.includes(name));
  if (missing !== undefined) throw new Problem(p.tableMissing, { name: missing });
  await act.tx
    .updateTable("questionnaire.version")
    .set({ state: "retired" })
    .where("instrument", "=", version.instrument)
    .where("state", "=", "published")
    .execute();
  await act.tx.updateTable("questionnaire.version").set({ state: "published", published_at: act.now }).where("id", "=", id).execute();
  await act.journal({
    kind: "questionnaire.version.published",
    subject: { kind: "questionnaire.version", id },
    payload: { instrument: version.instrument, number: version.number },
  });
  return { ...version, state: "published", publishedAt: act.now };
}

/** Retires a published version: no new sitting begins with it, those begun go on with its questions. */
export async function retireVersion(act: Act, id: string): Promise<void> {
  const version = await lockVersion(act, id);
  if (version.state !== "published") throw new Problem(p.notPublished);
  await act.tx.updateTable("questionnaire.version").set({ state: "retired" }).where("id", "=", id).execute();
  await act.journal({
    kind: "questionnaire.version.retired",
    subject: { kind: "questionnaire.version", id },
    payload: { instrument: version.instrument, number: version.number },
  });
}

/** Attaches a table that the questions look up to a draft; one of the same name is replaced. */
export async function attachTable(act: Act, id: string, name: string, rows: AttachedTable): Promise<void> {
  const version = await lockVersion(act, id);
  if (version.state !== "draft") throw new Problem(p.notDraft);
  await sql`update questionnaire.version set tables = tables || jsonb_build_object(${name}::text, ${json(rows)}::jsonb) where id = ${id}`.execute(
    act.tx,
  );
  await act.journal({
    kind: "questionnaire.version.table_attached",
    subject: { kind: "questionnaire.version", id },
    payload: { name, rows: rows.length },
  });
}

/** A version by its id. */
export async function versionOf(db: Db<any>, id: string): Promise<Version | null> {
  const { rows } = await sql<Version>`
    select ${COLUMNS} from questionnaire.version v join questionnaire.instrument i on i.id = v.instrument where v.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The versions of an instrument, newest first. */
export async function versionsOf(db: Db<any>, instrument: string): Promise<Version[]> {
  const { rows } = await sql<Version>`
    select ${COLUMNS} from questionnaire.version v join questionnaire.instrument i on i.id = v.instrument
    where v.instrument = ${instrument} order by v.number desc`.execute(db);
  return rows;
}

/** A published version, for choosing one. */
export interface PublishedVersion {
  readonly version: string;
  readonly instrument: string;
  readonly code: string;
  readonly title: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly languages: readonly string[];
}

/** Every published version by title. One query. */
export async function publishedVersions(db: Db<any>): Promise<PublishedVersion[]> {
  const { rows } = await sql<PublishedVersion>`
    select v.id as version, v.instrument, i.code, i.title, v.number, v.published_at as "publishedAt", v.model -> 'languages' as languages
    from questionnaire.version v join questionnaire.instrument i on i.id = v.instrument
    where v.state = 'published' order by i.title, v.number desc`.execute(db);
  return rows.map((row) => ({ ...row, languages: row.languages.map(languageCode).filter((code) => code !== "") }));
}

/** Models and tables that were read last. A version’s questions never change once it is stored, so another process cannot make these stale. */
const models = new Map<string, Model>();
const KEPT_MODELS = 50;

/** The questions of a version. Throws when there is no such version or its workbook has errors. */
export async function modelOf(db: Db<any>, version: string): Promise<Model> {
  const known = models.get(version);
  if (known !== undefined) return known;
  const { rows } = await sql<{ model: Model | null }>`select model from questionnaire.version where id = ${version}`.execute(db);
  const model = rows[0]?.model ?? null;
  if (model === null) throw new Problem(p.noVersion);
  const oldest = models.keys().next().value;
  if (models.size >= KEPT_MODELS && oldest !== undefined) models.delete(oldest);
  models.set(version, model);
  return model;
}

/** The tables attached to a version; no query when its questions look none up. */
export async function tablesOf(db: Db<any>, version: string, model: Model): Promise<Readonly<Record<string, AttachedTable>>> {
  if (model.tables.length === 0) return {};
  const { rows } = await sql<{
    tables: Record<string, AttachedTable>;
  }>`select tables from questionnaire.version where id = ${version}`.execute(db);
  return rows[0]?.tables ?? {};
}
