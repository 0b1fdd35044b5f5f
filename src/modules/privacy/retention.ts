/** Retention: what may no longer be kept is counted first, by rehearsing its erasure, and erased only when the officer says so. */
import type { Act } from "#kernel/access/act.ts";
import type { JobContext, PersonalData } from "#kernel/access/module.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import type { Db } from "#platform/db/handle.ts";
import { Problem } from "#platform/problems/problem.ts";
import { rehearse } from "./collect.ts";
import { keptFrom, retentionOf } from "./inventory.ts";
import { p } from "./problems.ts";
import type { Tables } from "./schema.ts";

/** One thing that would go, or went: rows of a table kept for a purpose since before a day. */
export interface PlanLine {
  readonly table: string;
  readonly purpose: string;
  readonly before: Day;
  readonly rows: number;
}

const keyOf = (line: { readonly table: string; readonly purpose: string }): string => `${line.table} ${line.purpose}`;

/** The declarations that know how to expire and whose purpose has an end, each with the day before which it ends. */
function ending(declared: readonly PersonalData[], pack: Pack, today: Day): { one: PersonalData; before: Day }[] {
  return declared.flatMap((one) => {
    const purpose = retentionOf(pack, one.purpose);
    const before = purpose === undefined ? null : keptFrom(purpose, today);
    return before === null || one.expire === undefined ? [] : [{ one, before }];
  });
}

/** What a run today would erase, exactly: the erasure is carried out in a transaction that is undone. */
export async function planOf(db: Db<Tables>, declared: readonly PersonalData[], pack: Pack, today: Day): Promise<PlanLine[]> {
  const lines: PlanLine[] = [];
  for (const { one, before } of ending(declared, pack, today)) {
    const rows = await rehearse(db, async (tx) => (await one.expire?.(tx, before)) ?? 0);
    lines.push({ table: one.table, purpose: one.purpose, before, rows });
  }
  return lines;
}

/** Writes a plan down; returns its id. */
export async function writePlan(act: Act<Tables>, plan: readonly PlanLine[]): Promise<string> {
  const id = newId();
  await act.tx
    .insertInto("privacy.retention_run")
    .values({ id, planned_at: act.now, planned_by: act.actor?.person ?? null, as_of: act.today, plan: json(plan), state: "planned" })
    .execute();
  await act.journal({
    kind: "privacy.retention_planned",
    subject: { kind: "privacy.retention_run", id },
    payload: { rows: plan.reduce((sum, line) => sum + line.rows, 0) },
  });
  return id;
}

async function leavePlanned(act: Act<Tables>, id: string, state: "running" | "dropped"): Promise<void> {
  const row = await act.tx
    .updateTable("privacy.retention_run")
    .set({ state })
    .where("id", "=", id)
    .where("state", "=", "planned")
    .returning("id")
    .executeTakeFirst();
  if (row === undefined) throw new Problem(p.runNotPlanned);
}

/** Starts a planned run; the erasing itself is a job. */
export async function startRun(act: Act<Tables>, id: string): Promise<void> {
  await leavePlanned(act, id, "running");
  await act.journal({ kind: "privacy.retention_started", subject: { kind: "privacy.retention_run", id }, payload: {} });
  await act.later("privacy.retain", { run: id });
}

/** Drops a planned run: nothing is erased. */
export async function dropRun(act: Act<Tables>, id: string): Promise<void> {
  await leavePlanned(act, id, "dropped");
  await act.journal({ kind: "privacy.retention_dropped", subject: { kind: "privacy.retention_run", id }, payload: {} });
}

/** The job: erases line by line, each its own act, so that a run that stops goes on where it was. */
export async function retain(job: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const id = String(payload["run"]);
  const db = job.db as Db<Tables>;
  const run = await db.selectFrom("privacy.retention_run").selectAll().where("id", "=", id).executeTakeFirst();
  if (run === undefined || run.state !== "running") return;
  const done: PlanLine[] = [...((run.counts as PlanLine[] | null) ?? [])];
  const finished = new Set(done.map(keyOf));
  const planned = new Set((run.plan as PlanLine[]).map(keyOf));
  for (const { one, before } of ending(job.house.personalData, job.pack, run.as_of)) {
    if (finished.has(keyOf(one)) || !planned.has(keyOf(one))) continue;
    await job.act(async (act) => {
      const rows = (await one.expire?.(act.tx, before)) ?? 0;
      done.push({ table: one.table, purpose: one.purpose, before, rows });
      await act.tx
        .updateTable("privacy.retention_run")
        .set({ counts: json(done) })
        .where("id", "=", id)
        .execute();
      await act.journal({
        kind: "privacy.expired",
        subject: { kind: "privacy.retention_run", id },
        payload: { table: one.table, purpose: one.purpose, before, rows },
      });
    });
  }
  await job.act(async (act) => {
    await act.tx.updateTable("privacy.retention_run").set({ state: "done", finished_at: act.now }).where("id", "=", id).execute();
    await act.journal({
      kind: "privacy.retention_done",
      subject: { kind: "privacy.retention_run", id },
      payload: { rows: done.reduce((sum, line) => sum + line.rows, 0) },
    });
  });
}
