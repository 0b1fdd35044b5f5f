/** What posts and people owe to follow-ups: answers of supervisors, one’s own answer or task, overdue follow-ups. A fixed number of queries. */
import { sql } from "kysely";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { addDays, dayOf, type Day } from "#kernel/calendar/day.ts";
import { numberOn } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import { sessionsByIds, SESSION } from "#modules/sessions";
import { shortened } from "./actions.ts";
import { paths } from "./paths.ts";
import { tasksWhere } from "./queries.ts";
import { TASK } from "./schema.ts";
import { w } from "./words-rates.ts";

/** Days in which an answer is expected, as the rule set `training` stood on the day of the question; afterwards it is late. */
const within = (pack: Pack, asked: Day): number => numberOn(pack, "training", "follow_up_answer_within", asked);

const dueAfter = (pack: Pack, asked: Day): Day => addDays(asked, within(pack, asked));

interface OpenRow {
  id: string;
  commitment: string;
  verifier: string;
  due: Day;
  person: string;
  what: string;
  owner: string;
}

async function answersOwed(db: Db<any>, { posts, today, pack }: DutyQuestion): Promise<Duty[]> {
  const { rows } = await sql<OpenRow>`
    select r.id, r.commitment, c.verifier, r.due, p.full_name as person, c.what, p.id as owner
    from commitment.reading r join commitment.commitment c on c.id = r.commitment join followups.task t on t.id = c.id
    join registry.person q on q.id = t.person join registry.person p on p.id = coalesce(q.merged_into, q.id)
    where c.verifier = any(${posts.map((post) => post.post)}::uuid[]) and r.side = 'verifier' and r.answered_at is null and r.lapsed_at is null
      and r.due <= ${today} and not exists (select from registry.assignment a where a.post = c.verifier and a.person = p.id
        and a.from_day <= ${today} and (a.to_day is null or a.to_day > ${today}))
    order by r.due, r.id limit 500`.execute(db);
  return rows.map((row) => ({
    key: `followups.answer:${row.id}`,
    post: row.verifier,
    title: { text: w.answerDuty, values: { person: row.person } },
    why: { text: w.answerWhy, values: { what: shortened(row.what) } },
    record: { kind: TASK, id: row.commitment },
    href: paths.answer(row.commitment, row.id),
    due: dueAfter(pack, row.due),
    action: w.answerAction,
    many: { text: w.answerMany, href: paths.asked },
  }));
}

async function lateOnes(db: Db<any>, { posts, today, pack }: DutyQuestion): Promise<Duty[]> {
  const coordinators = posts.filter((post) => post.roles.includes("training_coordinator"));
  if (coordinators.length === 0) return [];
  // Which questions are late is one number for all of them, today’s; when the work about them is due is counted by the day of the oldest.
  const before = addDays(today, -within(pack, today));
  const { rows } = await sql<{ session: string; count: number; since: Day }>`
    select t.session, count(*)::int as count, min(r.due) as since from commitment.reading r join followups.task t on t.id = r.commitment
    where r.side = 'verifier' and r.answered_at is null and r.lapsed_at is null and r.due <= ${before}
      and (r.reminded_at is null or r.reminded_at < ${before}::date)
    group by t.session order by 3, 1 limit 100`.execute(db);
  const sessions = await sessionsByIds(
    db,
    rows.map((row) => row.session),
  );
  return rows.flatMap((row) =>
    coordinators.map((post) => ({
      key: `followups.late:${row.session}`,
      post: post.post,
      title: { text: w.lateDuty, values: { count: row.count, session: sessions.get(row.session)?.title ?? "" } },
      why: { text: w.lateWhy, values: { days: within(pack, today) } },
      record: { kind: SESSION, id: row.session },
      href: paths.session(row.session),
      due: addDays(row.since, 2 * within(pack, row.since)),
      action: w.lateAction,
      many: { text: w.lateMany, href: paths.followups() },
    })),
  );
}

/** What these posts owe to follow-ups. */
export async function dutiesOf(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  return [...(await answersOwed(db, question)), ...(await lateOnes(db, question))];
}

/** What a learner owes herself: the task she was asked for, and the answer whether she did it. */
export async function ownDutiesOf(
  db: Db<any>,
  { person, today, pack }: { readonly person: string; readonly today: Day; readonly pack: Pack },
): Promise<readonly Duty[]> {
  const tasks = await tasksWhere(db, today, { person });
  const unwritten = tasks.filter((task) => task.writtenAt === null && task.askedAt !== null);
  const sessions = await sessionsByIds(
    db,
    unwritten.map((task) => task.session),
  );
  const { rows } = await sql<{ id: string; commitment: string; due: Day }>`
    select id, commitment, due from commitment.reading where side = 'self' and answered_at is null and lapsed_at is null and due <= ${today}
      and commitment = any(${tasks.map((task) => task.id)}::uuid[]) order by due, id`.execute(db);
  const what = new Map(tasks.map((task) => [task.id, task.what ?? ""]));
  return [
    ...unwritten.map((task) => ({
      key: `followups.write:${task.id}`,
      post: "",
      title: { text: w.writeDuty },
      why: { text: w.writeWhy, values: { session: sessions.get(task.session)?.title ?? "" } },
      record: { kind: SESSION, id: task.session },
      href: paths.mineWrite(task.enrolment),
      due: dueAfter(pack, dayOf(task.askedAt ?? new Date(0), pack.timeZone)),
      action: w.writeAction,
      many: { text: w.writeMany, href: paths.mine },
    })),
    ...rows.map((row) => ({
      key: `followups.own:${row.id}`,
      post: "",
      title: { text: w.ownDuty, values: { what: shortened(what.get(row.commitment) ?? "") } },
      record: { kind: TASK, id: row.commitment },
      href: paths.answer(row.commitment, row.id),
      due: dueAfter(pack, row.due),
      action: w.answerAction,
      many: { text: w.ownMany, href: paths.mine },
    })),
  ];
}
