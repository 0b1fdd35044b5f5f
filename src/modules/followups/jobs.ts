/** The daily work of follow-ups: sessions that are over ask their learners, and questions whose day has come are put. */
import type { JobContext, JobHandler } from "#kernel/access/module.ts";
import { addDays, dayOf } from "#kernel/calendar/day.ts";
import { Problem } from "#platform/problems/problem.ts";
import { enrolmentsOf, sessionsWhere } from "#modules/sessions";
import { askTasks, LEARNERS } from "./actions.ts";
import { askDue } from "./ask-work.ts";
import { knownEnrolments } from "./queries.ts";

export const JOBS = { daily: "followups.daily" } as const;

/** Sessions that ended longer ago are not asked any more by the clock; their coordinator still can. */
const WITHIN_DAYS = 45;

/** Asks the learners of sessions that are over and who were not asked yet. A session nobody of whom is left to ask is passed over. */
async function askLearners(context: JobContext): Promise<void> {
  const today = dayOf(context.now, context.pack.timeZone);
  const states = ["delivered", "evaluated", "follow_up"] as const;
  const sessions = await sessionsWhere(context.db, { states, from: addDays(today, -WITHIN_DAYS), to: today, limit: 500, offset: 0 });
  const there = (
    await enrolmentsOf(
      context.db,
      sessions.map((session) => session.id),
    )
  ).filter((one) => (LEARNERS as readonly string[]).includes(one.state));
  const known = await knownEnrolments(
    context.db,
    there.map((one) => one.id),
  );
  const open = new Set(there.filter((one) => !known.has(one.id)).map((one) => one.session));
  for (const id of open)
    try {
      await context.act((act) => askTasks(act, id, context.origin));
    } catch (error) {
      // Somebody pressed the button in the same moment: nobody is left to ask.
      if (!(error instanceof Problem)) throw error;
    }
}

const daily: JobHandler = async (context) => {
  await askLearners(context);
  await askDue(context);
};

export const jobs: Readonly<Record<string, JobHandler>> = { [JOBS.daily]: daily };
