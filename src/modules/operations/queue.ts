/** The job queue as administrators see it: what failed, what waits, and trying again. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { p as flowProblem } from "#kernel/flow/problems.ts";
import type { Db } from "#platform/db/handle.ts";
import { containing } from "#platform/db/like.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Tables } from "./schema.ts";

/** A job that failed at least once. `given` means: given up, nobody tries any more. */
export interface JobRow {
  readonly id: string;
  readonly name: string;
  readonly attempts: number;
  readonly most: number;
  readonly error: string;
  readonly runAt: Date;
  readonly createdAt: Date;
  readonly given: boolean;
}

/** What a list of failed jobs is limited to and sorted by. */
export const JOBS_SHOWN = ["given", "again"] as const;
export const JOB_SORTS = ["next", "job"] as const;

/** Which failed jobs, in which order. */
export interface JobsQuestion {
  readonly q: string | null;
  readonly state: (typeof JOBS_SHOWN)[number] | null;
  readonly sort: (typeof JOB_SORTS)[number];
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** One page of failed jobs, those given up first, and how many there are. One query. */
export async function listJobs(db: Db<any>, ask: JobsQuestion): Promise<{ readonly rows: JobRow[]; readonly total: number }> {
  const by = ask.sort === "job" ? sql`task_identifier` : sql`run_at`;
  const { rows } = await sql<JobRow & { total: number }>`
    select id::text, task_identifier as name, attempts, max_attempts as most, split_part(coalesce(last_error, ''), E'\n', 1) as error,
      run_at as "runAt", created_at as "createdAt", attempts >= max_attempts as given, count(*) over () as total
    from graphile_worker.jobs where (last_error is not null or attempts >= max_attempts)
      ${ask.q === null ? sql`` : sql`and (task_identifier ilike ${containing(ask.q)} or last_error ilike ${containing(ask.q)})`}
      ${ask.state === null ? sql`` : sql`and (attempts >= max_attempts) = ${ask.state === "given"}`}
    order by (attempts >= max_attempts) desc, ${by} ${ask.descending ? sql`desc` : sql`asc`}, id limit ${ask.limit} offset ${ask.offset}`.execute(
    db,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

/** How many jobs wait, and how many run. One query. */
export async function jobCounts(db: Db<any>): Promise<{ readonly waiting: number; readonly running: number }> {
  const { rows } = await sql<{ waiting: number; running: number }>`
    select count(*) filter (where attempts < max_attempts and locked_at is null) as waiting, count(*) filter (where locked_at is not null) as running
    from graphile_worker.jobs`.execute(db);
  return rows[0] ?? { waiting: 0, running: 0 };
}

/** How many jobs were given up. */
export async function givenUp(db: Db<any>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from graphile_worker.jobs where attempts >= max_attempts`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Lets a job be tried again, now and as often as a new one. Throws `flow.notFound` when it is done or running. */
export async function retryJob(act: Act<Tables>, job: string): Promise<void> {
  if (!/^\d{1,18}$/.test(job)) throw new Problem(flowProblem.notFound);
  const { rows } = await sql<{ name: string }>`
    select t.identifier as name from graphile_worker.reschedule_jobs(array[${job}::bigint], run_at => ${act.now}, attempts => 0) j
    join graphile_worker._private_tasks t on t.id = j.task_id`.execute(act.tx);
  const name = rows[0]?.name;
  if (name === undefined) throw new Problem(flowProblem.notFound);
  const { rows: subject } = await sql<{ id: string }>`select md5(${`job/${job}`})::uuid::text as id`.execute(act.tx);
  await act.journal({
    kind: "operations.job_retried",
    subject: { kind: "operations.job", id: subject[0]?.id ?? "" },
    payload: { job: Number(job), name },
  });
}
