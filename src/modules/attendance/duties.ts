/** What is owed about attendance: lists of meetings that are over, to be closed within the hours of the rule set. */
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { addDays, dayOf } from "#kernel/calendar/day.ts";
import { gatheringsBetween, partsOf } from "#kernel/gathering/gatherings.ts";
import { gatheringFacts } from "#kernel/gathering/kinds.ts";
import type { Db } from "#platform/db/handle.ts";
import { paths } from "./paths.ts";
import { attendanceRules, countsOf } from "./queries.ts";
import { closesBy } from "./rules.ts";
import { LIST } from "./schema.ts";
import { w } from "./words-events.ts";

/** A list that was not closed is owed for so long; then it is history. */
const OWED_DAYS = 180;

/** One duty for each open list and post that owes it. Five queries at most. */
export async function duties(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  const { today } = question;
  const over = (await gatheringsBetween(db, { from: addDays(today, -OWED_DAYS), to: today, open: true, limit: 500 })).filter(
    (each) => each.lastDay < today,
  );
  if (over.length === 0) return [];
  const asked = new Set(question.posts.map((post) => post.post));
  const facts = await gatheringFacts(db, over, today);
  const owed = over.filter((each) => {
    const known = facts.get(each.about);
    return known?.held === true && known.owners.some((post) => asked.has(post));
  });
  if (owed.length === 0) return [];
  const ids = owed.map((each) => each.id);
  const parts = Map.groupBy(await partsOf(db, ids), (part) => part.gathering);
  const counts = await countsOf(db, ids);
  const { closedWithinHours } = await attendanceRules(db, today);
  return owed.flatMap((each) => {
    const known = facts.get(each.about);
    const own = parts.get(each.id) ?? [];
    if (known === undefined || own.length === 0) return [];
    return known.owners
      .filter((post) => asked.has(post))
      .map((post): Duty => ({
        key: `attendance.close:${each.id}`,
        post,
        title: { text: w.dutyClose, values: { title: known.title } },
        why: { text: w.dutyWhy, values: { count: counts.get(each.id)?.undecided ?? 0 } },
        record: { kind: LIST, id: each.id },
        href: paths.closing(each.id),
        due: dayOf(closesBy(own, closedWithinHours), question.pack.timeZone),
        action: w.dutyAction,
      }));
  });
}
