/** What the clock does with rounds: opens and closes them on their days, ends the time to reply, and reminds. Each job notices when it has run before. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { JobContext, JobHandler } from "#kernel/access/module.ts";
import { dayOf, type Day } from "#kernel/calendar/day.ts";
import { sendMessages } from "#kernel/conversation/send.ts";
import type { MessageTemplate } from "#kernel/conversation/template.ts";
import { startLink } from "#kernel/questionnaire/sitting.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { formatDate } from "#platform/ui/format.ts";
import { beginPlanning, closeAnswers, openRound } from "./actions-round.ts";
import { reminderDays, RULES } from "./due.ts";
import { ROUND_KIND } from "./purpose.ts";
import { theRound } from "./queries.ts";
import type { Round } from "./schema.ts";
import { w } from "./words-reminder.ts";

/** The names of this module’s jobs. */
export const JOBS = { clock: "needs.clock", remind: "needs.remind" } as const;

async function idsOf(
  context: JobContext,
  state: string,
  column: "opens" | "closes" | "reply_by",
  reached: (day: Day, today: Day) => boolean,
): Promise<string[]> {
  const today = dayOf(context.now, context.pack.timeZone);
  const { rows } = await sql<{
    id: string;
    day: Day | null;
  }>`select id, ${sql.ref(column)} as day from needs.round where state = ${state} order by id`.execute(context.db);
  return rows.flatMap((row) => (row.day !== null && reached(row.day, today) ? [row.id] : []));
}

/** Runs an act for a round, unless somebody took the step by hand in the meantime. */
async function ifStill(context: JobContext, id: string, state: string, work: (act: Act) => Promise<void>): Promise<void> {
  const round = await theRound(context.db, id);
  if (round.state === state) await context.act(work);
}

/** Takes every round whose day has come one step on. A round that nobody answered stays open: its manager sees it as late. */
const clock: JobHandler = async (context) => {
  for (const id of await idsOf(context, "launched", "opens", (day, today) => day <= today))
    await ifStill(context, id, "launched", (act) => openRound(act, id));
  for (const id of await idsOf(context, "open", "closes", (day, today) => day < today))
    if (await anybodyAnswered(context, id)) await ifStill(context, id, "open", (act) => closeAnswers(act, id));
  for (const id of await idsOf(context, "shared", "reply_by", (day, today) => day < today))
    await ifStill(context, id, "shared", (act) => beginPlanning(act, id));
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

/** The words of a reminder. */
const REMINDER: MessageTemplate = { name: "needs.reminder", title: w.title, body: w.body, sms: w.sms };

/** Posts written to in one act: a long list does not hold one transaction open. */
const AT_ONCE = 500;

interface Reminded {
  readonly post: string;
  readonly person: string | null;
}

/** Marks the next posts that have not answered, and writes to whoever holds them. Returns how many posts it was. */
async function remindSome(act: Act, round: Round, organisation: string | null, link: string): Promise<number> {
  const { rows } = await sql<Reminded>`
    with due as (
      select i.post from needs.invitation i
      where i.round = ${round.id} and i.sitting is null ${organisation === null ? sql`` : sql`and i.organisation = ${organisation}`}
        and (i.reminded_at is null or (i.reminded_at at time zone ${act.pack.timeZone})::date < ${act.today}::date)
      order by i.post limit ${AT_ONCE} for update of i
    ), marked as (
      update needs.invitation i set reminded_at = ${act.now} from due where i.round = ${round.id} and i.post = due.post returning i.post
    )
    select m.post, (select a.person from registry.assignment a where a.post = m.post and a.from_day <= ${act.today} and (a.to_day is null or a.to_day > ${act.today})
      order by a.acting, a.from_day desc limit 1) as person
    from marked m order by m.post`.execute(act.tx);
  if (rows.length === 0) return 0;
  const values = { round: round.title, day: round.closes === null ? "" : formatDate(round.closes) };
  const subject = { kind: ROUND_KIND, id: round.id };
  const messages = rows.flatMap(({ post, person }) =>
    person === null ? [] : [{ person, template: REMINDER, values, link, subject, key: `needs.reminder:${round.id}:${post}:${act.today}` }],
  );
  await sendMessages(act, messages);
  await act.journal({ kind: "needs.round.reminded", subject, member: organisation, payload: { posts: rows.length } });
  return rows.length;
}

/**
 * Reminds the posts of a round that have not answered: on the morning page, and by message to their holders. With an organisation only
 * its posts. A post is reminded once a day at most, however often the job runs.
 */
const remind: JobHandler = async (context, payload) => {
  const round = await theRound(context.db, String(payload["round"]));
  if (round.state !== "open") return;
  const organisation = typeof payload["organisation"] === "string" ? payload["organisation"] : null;
  const link = context.origin + startLink(ROUND_KIND, round.id);
  while (await anybodyDue(context, round.id, organisation)) await context.act((act) => remindSome(act, round, organisation, link));
};

async function anybodyDue(context: JobContext, round: string, organisation: string | null): Promise<boolean> {
  const today = dayOf(context.now, context.pack.timeZone);
  const { rows } = await sql`
    select from needs.invitation where round = ${round} and sitting is null ${organisation === null ? sql`` : sql`and organisation = ${organisation}`}
      and (reminded_at is null or (reminded_at at time zone ${context.pack.timeZone})::date < ${today}::date) limit 1`.execute(context.db);
  return rows.length > 0;
}

export const jobs: Readonly<Record<string, JobHandler>> = { [JOBS.clock]: clock, [JOBS.remind]: remind };
