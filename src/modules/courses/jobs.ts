/** The clock of courses: a published version whose day has come is due for revision. */
import { sql } from "kysely";
import type { JobHandler } from "#kernel/access/module.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { comeDue } from "./actions.ts";
import { findVersion } from "./queries.ts";

export const JOBS = { clock: "courses.clock" } as const;

const clock: JobHandler = async (context) => {
  const today = dayOf(context.now, context.pack.timeZone);
  const due = sql<{
    id: string;
  }>`select id from courses.version where state = 'published' and revision_on <= ${today} order by revision_on, id`;
  for (const { id } of (await due.execute(context.db)).rows)
    if ((await findVersion(context.db, id))?.state === "published") await context.act((act) => comeDue(act, id));
};

export const jobs: Readonly<Record<string, JobHandler>> = { [JOBS.clock]: clock };
