/** Exports asked for on the page: asking, deciding, writing in the background, handing out, forgetting. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { JobContext } from "#kernel/access/module.ts";
import { p as flowProblem } from "#kernel/flow/problems.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { zipStream } from "#platform/tabular/zip-stream.ts";
import { inSnapshot, prepareExport } from "./export-write.ts";
import { p } from "./problems.ts";
import { EXPORT_DAYS, type ExportState } from "./rules.ts";
import type { Tables } from "./schema.ts";

/** An export as the page shows it. */
export interface ExportRow {
  readonly id: string;
  readonly askedBy: string;
  readonly askerName: string;
  readonly askerPost: string | null;
  readonly askedAt: Date;
  readonly purpose: string;
  readonly withPersonal: boolean;
  readonly state: ExportState;
  readonly deciderName: string | null;
  readonly decisionReason: string | null;
  readonly done: number;
  readonly total: number;
  readonly size: number | null;
  readonly failure: string | null;
  readonly finishedAt: Date | null;
}

const EXPORT = sql`
  select e.id, e.asked_by as "askedBy", p.full_name as "askerName", t.post_type as "askerPost", e.asked_at as "askedAt", e.purpose, e.with_personal as "withPersonal",
    e.state, d.full_name as "deciderName", e.decision_reason as "decisionReason", e.done, e.total, e.size, e.failure, e.finished_at as "finishedAt"
  from operations.export e join registry.person p on p.id = e.asked_by left join registry.post t on t.id = e.asked_post left join registry.person d on d.id = e.decided_by`;

/** The last exports, the newest first. */
export async function listExports(db: Db<Tables>): Promise<ExportRow[]> {
  return (await sql<ExportRow>`${EXPORT} order by e.asked_at desc, e.id limit 30`.execute(db)).rows;
}

export async function exportById(db: Db<Tables>, id: string): Promise<ExportRow | undefined> {
  return (await sql<ExportRow>`${EXPORT} where e.id = ${id}`.execute(db)).rows[0];
}

/** Asks for an export. Without personal data it is written at once; with it, the data protection officer decides first. */
export async function askExport(act: Act<Tables>, purpose: string, withPersonal: boolean): Promise<string> {
  if (act.actor === null) throw new Problem(flowProblem.notYours);
  const id = newId();
  const state: ExportState = withPersonal ? "asked" : "approved";
  await act.tx
    .insertInto("operations.export")
    .values({ id, asked_by: act.actor.person, asked_post: act.actor.post, asked_at: act.now, purpose, with_personal: withPersonal, state })
    .execute();
  await act.journal({
    kind: "operations.export_asked",
    subject: { kind: "operations.export", id },
    payload: { with_personal: withPersonal },
    personal: { purpose },
  });
  if (!withPersonal) await act.later("operations.export", { export: id }, { maxAttempts: 3 });
  return id;
}

/** The officer decides whether personal data may leave for this purpose. Nobody decides on her own wish. */
export async function decideExport(act: Act<Tables>, id: string, allowed: boolean, reason: string): Promise<void> {
  const row = await act.tx
    .selectFrom("operations.export")
    .select(["state", "asked_by"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || act.actor === null) throw new Problem(flowProblem.notFound);
  if (row.state !== "asked") throw new Problem(flowProblem.notNow);
  if (row.asked_by === act.actor.person) throw new Problem(p.sameProposer);
  const state: ExportState = allowed ? "approved" : "refused";
  await act.tx
    .updateTable("operations.export")
    .set({ state, decided_by: act.actor.person, decided_at: act.now, decision_reason: reason === "" ? null : reason })
    .where("id", "=", id)
    .execute();
  await act.journal({ kind: `operations.export_${state}`, subject: { kind: "operations.export", id }, payload: {}, personal: { reason } });
  if (allowed) await act.later("operations.export", { export: id }, { maxAttempts: 3 });
}

const PIECE = 1024 * 1024;

/** Pieces of one size out of chunks of any. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Writes the pieces on a connection of their own, so that progress is seen while the snapshot is still being read. */
async function writePieces(job: JobContext, id: string, withPersonal: boolean): Promise<number> {
  const db = job.db as Db<Tables>;
  await db.deleteFrom("operations.export_piece").where("export", "=", id).execute();
  let done = 0;
  return inSnapshot(db, async (tx) => {
    const counted = (rows: number): void => void (done += rows);
    const prepared = await prepareExport(tx, { pack: job.pack, declared: job.house.personalData, withPersonal, now: job.now, counted });
    await db
      .updateTable("operations.export")
      .set({ state: "running", total: prepared.total, done: 0, failure: null })
      .where("id", "=", id)
      .execute();
    let size = 0;
    let position = 0;
    for await (const bytes of inPieces(zipStream(prepared.parts))) {
      await db.insertInto("operations.export_piece").values({ export: id, position: position++, bytes }).execute();
      size += bytes.length;
      await db.updateTable("operations.export").set({ done }).where("id", "=", id).execute();
    }
    return size;
  });
}

/** The job: writes one export. One that is killed midway is written again from the start. */
export async function writeExport(job: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const id = String(payload["export"]);
  const row = await exportById(job.db as Db<Tables>, id);
  if (row === undefined || (row.state !== "approved" && row.state !== "running")) return;
  try {
    const size = await writePieces(job, id, row.withPersonal);
    await finish(job, id, { state: "ready", size });
  } catch (error) {
    await finish(job, id, { state: "failed", failure: error instanceof Error ? error.message.slice(0, 300) : String(error) });
  }
}

async function finish(
  job: JobContext,
  id: string,
  end: { state: "ready"; size: number } | { state: "failed"; failure: string },
): Promise<void> {
  await job.act(async (act) => {
    const { tx } = act as Act<Tables>;
    await tx
      .updateTable("operations.export")
      .set({ ...end, finished_at: act.now })
      .where("id", "=", id)
      .execute();
    if (end.state === "ready") await sql`update operations.export set done = total where id = ${id}`.execute(tx);
    await act.journal({
      kind: `operations.export_${end.state}`,
      subject: { kind: "operations.export", id },
      payload: end.state === "ready" ? { bytes: end.size } : {},
    });
  });
}

/** The file of an export piece by piece. Throws `operations.exportGone` when it is not there any more. */
export async function readExport(db: Db<Tables>, id: string): Promise<AsyncGenerator<Uint8Array>> {
  const row = await exportById(db, id);
  if (row?.state !== "ready") throw new Problem(p.exportGone);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let position = 0; ; position++) {
      const piece = await db
        .selectFrom("operations.export_piece")
        .select("bytes")
        .where("export", "=", id)
        .where("position", "=", position)
        .executeTakeFirst();
      if (piece === undefined) return;
      yield piece.bytes;
    }
  }
  return pieces();
}

/** The daily job: files of exports are gone after a week. */
export async function forgetExports(job: JobContext): Promise<void> {
  const before = new Date(job.now.getTime() - EXPORT_DAYS * 86_400_000);
  const old = await (job.db as Db<Tables>)
    .selectFrom("operations.export")
    .select("id")
    .where("state", "=", "ready")
    .where("finished_at", "<", before)
    .execute();
  for (const { id } of old)
    await job.act(async (act) => {
      const { tx } = act as Act<Tables>;
      await tx.deleteFrom("operations.export_piece").where("export", "=", id).execute();
      await tx.updateTable("operations.export").set({ state: "expired" }).where("id", "=", id).execute();
      await act.journal({ kind: "operations.export_expired", subject: { kind: "operations.export", id }, payload: {} });
    });
}
