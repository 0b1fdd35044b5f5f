/** What posts owe: outcomes of sessions that are over, and exceptions that wait. A fixed number of queries. */
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { addDays, dayOf, type Day } from "#kernel/calendar/day.ts";
import { numberOn } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import { formatDate } from "#platform/ui/format.ts";
import { enrolmentsOf, SESSION, sessionsWhere } from "#modules/sessions";
import { paths } from "./paths.ts";
import { openExceptions } from "./queries.ts";
import { EXCEPTION } from "./schema.ts";
import { w } from "./words-more.ts";

/** Sessions longer ago are no work of the morning; they stay on their own pages. */
const WITHIN_DAYS = 120;

/** When what began on a day is to be decided: the rule set `training` as it stood then says in how many working days. */
const decidedBy = (pack: Pack, since: Day): Day =>
  addWorkingDays(pack.calendar, since, numberOn(pack, "training", "outcomes_within", since));

async function outcomesOwed(db: Db<any>, { posts, today, pack }: DutyQuestion): Promise<Duty[]> {
  const coordinators = posts.filter((post) => post.roles.includes("training_coordinator"));
  if (coordinators.length === 0) return [];
  const states = ["delivered", "evaluated", "follow_up"] as const;
  const sessions = await sessionsWhere(db, { states, from: addDays(today, -WITHIN_DAYS), to: today, limit: 200, offset: 0 });
  const undecided = new Map<string, number>();
  for (const one of await enrolmentsOf(
    db,
    sessions.map((session) => session.id),
  ))
    if (one.outcome === null && ["invited", "confirmed", "attended"].includes(one.state))
      undecided.set(one.session, (undecided.get(one.session) ?? 0) + 1);
  return sessions.flatMap((session) => {
    const count = undecided.get(session.id) ?? 0;
    if (count === 0) return [];
    return coordinators.map((post) => ({
      key: `certificates.outcomes:${session.id}`,
      post: post.post,
      title: { text: w.decideDuty, values: { session: session.title } },
      why: { text: w.decideWhy, values: { count, day: formatDate(session.to) } },
      record: { kind: SESSION, id: session.id },
      href: paths.session(session.id),
      due: decidedBy(pack, session.to),
      action: w.decideAction,
      many: { text: w.decideMany },
    }));
  });
}

async function exceptionsOwed(db: Db<any>, { posts, pack }: DutyQuestion): Promise<Duty[]> {
  const heads = posts.filter((post) => post.roles.includes("deputy_secretary_general") || post.roles.includes("capacity_manager"));
  if (heads.length === 0) return [];
  return (await openExceptions(db)).flatMap((exception) => {
    const day = dayOf(exception.askedAt, pack.timeZone);
    return heads
      .filter((post) => post.post !== exception.askedPost)
      .map((post) => ({
        key: `certificates.exception:${exception.id}`,
        post: post.post,
        title: { text: w.exceptionDuty },
        why: { text: w.exceptionWhy, values: { day: formatDate(day) } },
        record: { kind: EXCEPTION, id: exception.id },
        href: paths.exception(exception.id),
        due: decidedBy(pack, day),
        action: w.decideAction,
        many: { text: w.exceptionMany },
      }));
  });
}

/** What these posts owe to certificates. */
export async function dutiesOf(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  return [...(await outcomesOwed(db, question)), ...(await exceptionsOwed(db, question))];
}
