/** The nightly sweep of what has had its time: sessions, steps and counters. */
import type { JobHandler } from "#kernel/access/module.ts";

/** A counter is of no use once its window has long passed. */
const COUNTERS_KEPT_HOURS = 24;

export const sweep: JobHandler = async ({ db, now }) => {
  await db.deleteFrom("access.session").where("expires_at", "<", now).execute();
  await db.deleteFrom("access.step").where("expires_at", "<", now).execute();
  await db
    .deleteFrom("access.attempt")
    .where("window_start", "<", new Date(now.getTime() - COUNTERS_KEPT_HOURS * 3_600_000))
    .execute();
};
