/** What the clock does with sessions: closes nominations on their day, begins and ends sessions, passes seats on with their posts, and reminds. */
import { sql } from "kysely";
import type { JobContext, JobHandler } from "#kernel/access/module.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { dayOf, type Day } from "#kernel/calendar/day.ts";
import { sendMessages } from "#kernel/conversation/send.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { followPosts, seatsToFollow } from "./follow-posts.ts";
import { remindUnanswered, TELL_DECLINED, tellDeclined, valuesOf } from "./invite.ts";
import { paths } from "./paths.ts";
import { SEATED } from "./flows.ts";
import { OPEN_SESSION, theSession } from "./queries.ts";
import { SESSION } from "./schema.ts";
import { takeStep } from "./steps.ts";
import { templates } from "./templates.ts";

/** The names of this module's jobs. */
export const JOBS = { clock: "sessions.clock", declined: TELL_DECLINED } as const;

async function idsWhere(context: JobContext, condition: ReturnType<typeof sql<boolean>>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select s.id from sessions.session s where ${condition} order by s.from_day, s.id`.execute(
    context.db,
  );
  return rows.map((row) => row.id);
}

/** Notes that nominations are closed, and tells whoever runs the session how many names there are. */
async function closeNames(context: JobContext, id: string): Promise<void> {
  await context.act(async (act) => {
    const { rows } = await sql<{ runner: string | null; places: number; named: number }>`
      update sessions.session s set nominations_closed_at = ${act.now} where s.id = ${id} and s.nominations_closed_at is null
      returning s.places, (select count(*) from sessions.enrolment e where e.session = s.id and not e.waiting and e.state = any(${[...SEATED]}::text[]))::int as named,
        (select a.person from registry.assignment a where a.post = s.runner and a.from_day <= ${act.today} and (a.to_day is null or a.to_day > ${act.today})
          order by a.acting, a.from_day desc limit 1) as runner`.execute(act.tx);
    const session = await theSession(act.tx as never, id);
    const [row] = rows;
    if (row !== undefined && session !== undefined && row.runner !== null)
      await sendMessages(act, [
        {
          person: row.runner,
          template: templates.namesClosed,
          values: { ...valuesOf(session), named: row.named, places: row.places },
          link: context.origin + paths.session(id),
          subject: { kind: SESSION, id },
          key: `sessions.names_closed:${id}:${session.nominationsClose}`,
        },
      ]);
    await act.journal({
      kind: "sessions.names.closed",
      subject: { kind: SESSION, id },
      member: session?.organisation ?? null,
      payload: { named: row?.named ?? 0, places: row?.places ?? 0 },
    });
  });
}

/** Sessions with an invitation that was not answered in so many working days, and was not reminded since. */
async function unanswered(context: JobContext, today: Day): Promise<readonly string[]> {
  const rules = await ruleSetFor(context.db, "training", today);
  const before = addWorkingDays(context.pack.calendar, today, -numberOf(rules, "invitation_reminder_after"));
  return idsWhere(
    context,
    sql<boolean>`s.state = any(${[...OPEN_SESSION]}::text[]) and s.from_day > ${today} and exists (
      select from sessions.enrolment e where e.session = s.id and e.state = 'invited'
        and (coalesce(e.reminded_at, e.invited_at) at time zone ${context.pack.timeZone})::date < ${before}::date)`,
  );
}

/** Runs one act after the other; a session that refuses its step stays as it is and shows as a duty. */
async function each(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
  for (const id of ids) await work(id);
}

/** Takes everything whose day has come one step on. Each part notices when it has run before. */
const clock: JobHandler = async (context) => {
  const today = dayOf(context.now, context.pack.timeZone);
  await each(
    await idsWhere(
      context,
      sql<boolean>`s.state = 'nominations_open' and s.nominations_close < ${today} and s.nominations_closed_at is null`,
    ),
    (id) => closeNames(context, id),
  );
  if (await seatsToFollow(context.db, today)) await context.act((act) => followPosts(act, context.origin));
  await each(await idsWhere(context, sql<boolean>`s.state = 'ready' and s.from_day <= ${today}`), (id) =>
    context.act((act) => takeStep(act, id, "start", { origin: context.origin })),
  );
  await each(await idsWhere(context, sql<boolean>`s.state = 'running' and s.to_day < ${today}`), (id) =>
    context.act((act) => takeStep(act, id, "deliver", { origin: context.origin })),
  );
  await each(await unanswered(context, today), async (id) => {
    await context.act(async (act) => {
      await remindUnanswered(act, id, context.origin);
    });
  });
};

const declined: JobHandler = async (context, payload) => {
  await context.act((act) => tellDeclined(act, String(payload["enrolment"]), context.origin));
};

export const jobs: Readonly<Record<string, JobHandler>> = { [JOBS.clock]: clock, [JOBS.declined]: declined };
