/** What a training coordinator owes: reading the messages that nothing understood. */
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import type { Db } from "#platform/db/handle.ts";
import { paths } from "./paths.ts";
import { waiting } from "./queries.ts";
import { w } from "./words.ts";

/** Somebody who wrote is answered by the end of the next working day. */
const READ_WITHIN_WORKING_DAYS = 1;

/** One duty for each coordinator's post while messages wait. One query, none when no coordinator is asked about. */
export async function duties(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  const posts = question.posts.filter((post) => post.roles.includes("training_coordinator"));
  if (posts.length === 0) return [];
  const { count, oldest } = await waiting(db);
  if (oldest === null) return [];
  const since = dayOf(oldest.at, question.pack.timeZone);
  return posts.map(({ post }) => ({
    key: "messages.waiting",
    post,
    title: { text: w.dutyTitle, values: { n: count } },
    why: { text: w.dutyWhy },
    record: { kind: "message", id: oldest.id },
    href: paths.waiting,
    due: addWorkingDays(question.pack.calendar, since, READ_WITHIN_WORKING_DAYS),
    action: w.dutyAction,
  }));
}
