/** By the clock: an adopted plan starts on the first day of its fiscal year. */
import { sql } from "kysely";
import type { JobHandler } from "#kernel/access/module.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { startPlan } from "./actions-plan.ts";

export const JOBS = { clock: "plans.clock" } as const;

const clock: JobHandler = async (job) => {
  const today = dayOf(job.now, job.pack.timeZone);
  const { rows } = await sql<{ id: string }>`
    select id from plans.plan where state = 'adopted' and fiscal_year_start <= ${today} order by fiscal_year_start`.execute(job.db);
  for (const { id } of rows) await job.act((act) => startPlan(act, id));
};

export const jobs: Readonly<Record<string, JobHandler>> = { [JOBS.clock]: clock };
