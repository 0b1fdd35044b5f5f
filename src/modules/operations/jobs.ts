/** The nightly backup. */
import type { JobContext } from "#kernel/access/module.ts";
import { Problem } from "#platform/problems/problem.ts";
import { keepNightly, noteBackup } from "./keep.ts";
import { operationsSettings } from "./settings.ts";

/** Makes a backup beside the data. Where another process made one this very minute there is nothing left to do. */
export async function backUp(job: JobContext): Promise<void> {
  const settings = operationsSettings();
  if (settings === null) return;
  try {
    const { result, path } = await keepNightly(settings.pool, settings, job.now);
    await job.act((act) => noteBackup(act, result, path, "timer"));
  } catch (error) {
    if (error instanceof Problem && error.kind.code === "backup.exists") return;
    throw error;
  }
}
