/** What the clock does with rounds: opens and closes them on their days, ends the time to reply, and reminds. Each job notices when it has run before. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { JobContext, JobHandler } from "#kernel/access/module.ts";
import { dayOf, type Day } from "#kernel/calendar/day.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { beginPlanning, closeAnswers, openRound } from "./actions-round.ts";
import { reminderDays, RULES } from "./due.ts";
import { theRound } from "./queries.ts";

/** The names of this module’s jobs. */
export const JOBS = { clock: "needs.clock", remind: "needs.remind" } as const;

async function idsOf(context: JobContext, state: string, column: "opens" | "closes" | "reply_by", reached: (day: Day, today: Day) => boolean): Promise<string[]> {
  const today = dayOf(context.now, context.pack.timeZone);
  const { rows } = await sql<{ id: string; day: Day | null }>`select id, ${sql.ref(column)} as day from needs.round where state = ${state} order by id`.execute(context.db);
  return rows.flatMap((row) => (row.day !== null && reached(row.day, today) ? [row.id] : []));
}

/** Runs an act for a round, unless somebody took the step by hand in the meantime. */
async function ifStill(context: JobContext, id: string, state: string, work: (act: Act) => Promise<void>): Promise<void> {
  const round = await theRound(context.db, id);
  if (round.state === state) await context.act(work);
}

/** Takes every round whose day has come one step on. A round that nobody answered stays open: its manager sees it as late. */
const clock: JobHandler = async (context) => {
  for (const id of await idsOf(context, "launched", "opens", (day, today) => day <= today)) await ifStill(context, id, "launched", (act) => openRound(act, id));
  for (const id of await idsOf(context, "open", "closes", (day, today) => day < today))
    if (await anybodyAnswered(context, id)) await ifStill(context, id, "open", (act) => closeAnswers(act, id));
  for (const id of await idsOf(context, "shared", "reply_by", (day, today) => day < today)) await ifStill(context, id, "shared", (act) => beginPlanning(act, id));
  for (const id of await idsOf(context, "open", "closes", (day, today) => day >= today)) await remindOnItsDay(context, id);
};

async function anybodyAnswered(context: JobContext, round: string): Promise<boolean> {
  const { rows } = await sql`select from needs.invitation where round = ${round} and sitting is not null limit 1`.execute(context.db);
  return rows.length > 0;
}

async function remindOnItsDay(context: JobContext, id: string): Promise<void> {
  const round = await theRound(context.db, id);
  const today = dayOf(context.now, context.pack.timeZone);
  if (round.closes === null) return;
  const days = reminderDays(context.pack.calendar, await ruleSetFor(context.db, RULES, today), round.closes);
  if (days.includes(today)) await remind(context, { round: id });
}

/**
 * Marks the posts of a round that have not answered as reminded today: the mark shows on their morning page. With an organisation only
 * its posts. A post is reminded once a day at most.
 */
const remind: JobHandler = async (context, payload) => {
  const round = String(payload["round"]);
  const organisation = typeof payload["organisation"] === "string" ? payload["organisation"] : null;
  const today = dayOf(context.now, context.pack.timeZone);
  const due = sql`round = ${round} and sitting is null ${organisation === null ? sql`` : sql`and organisation = ${organisation}`}
    and (reminded_at is null or (reminded_at at time zone ${context.pack.timeZone})::date < ${today}::date)`;
  const { rows } = await sql`select from needs.invitation where ${due} limit 1`.execute(context.db);
  if (rows.length === 0) return;
  await context.act(async (act) => {
    const { numAffectedRows } = await sql`update needs.invitation set reminded_at = ${act.now} where ${due}`.execute(act.tx);
    await act.journal({ kind: "needs.round.reminded", subject: { kind: "needs.round", id: round }, member: organisation, payload: { posts: Number(numAffectedRows ?? 0) } });
  });
};

export const jobs: Readonly<Record<string, JobHandler>> = { [JOBS.clock]: clock, [JOBS.remind]: remind };
