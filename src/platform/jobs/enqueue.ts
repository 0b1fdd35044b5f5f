/** Queues a job inside the caller's transaction: it exists only if the transaction commits. */
import { sql } from "kysely";
import type { Tx } from "#platform/db/handle.ts";

/** When to run, and a key under which at most one job waits. */
export interface JobOptions {
  readonly runAt?: Date;
  readonly key?: string;
  readonly maxAttempts?: number;
}

/** A job's name as the queue spells it: its crontab takes no dots. */
export const queueName = (job: string): string => job.replaceAll(".", ":");

/** Adds a job for the worker. The payload holds ids, never personal data. */
export async function enqueue(
  tx: Tx<any>,
  job: string,
  payload: Readonly<Record<string, unknown>>,
  options: JobOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${queueName(job)}, ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz,
    job_key => ${options.key ?? null}::text,
    max_attempts => ${options.maxAttempts ?? 12}::integer)`.execute(tx);
}
