/** What posts owe about achievements: releasing a frozen copy, and deciding about a checked list. */
import { sql } from "kysely";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import type { Role } from "#kernel/pack/roles.ts";
import type { Db } from "#platform/db/handle.ts";
import { PAST_LIST } from "./past-lists.ts";
import { paths } from "./paths.ts";
import { REPORT } from "./reports.ts";
import { w as list } from "./words-list.ts";
import { w as report } from "./words-report.ts";
import { w as verbs } from "./words-verbs.ts";

/** Working days within which a frozen copy is released and a checked list decided. */
const WITHIN = 5;

const holding = (question: DutyQuestion, roles: readonly Role[]) =>
  question.posts.filter((post) => post.roles.some((role) => roles.includes(role)) && post.organisation === question.association);

async function releases(db: Db<any>, question: DutyQuestion): Promise<Duty[]> {
  const posts = holding(question, ["secretary_general"]);
  if (posts.length === 0) return [];
  const { rows } = await sql<{ report: string; reference: string; number: number; at: Date }>`
    select r.id as report, r.reference, c.number, c.recorded_at as at from publication.release c join achievements.report r on r.id = c.about
    where c.state = 'draft' order by c.recorded_at limit 20`.execute(db);
  return rows.flatMap((row) =>
    posts.map((post): Duty => ({
      key: `achievements.release:${row.report}:${row.number}:${post.post}`,
      post: post.post,
      title: { text: report.dutyRelease, values: { reference: row.reference, number: row.number } },
      why: { text: report.dutyReleaseWhy },
      record: { kind: REPORT, id: row.report },
      href: paths.report(row.report),
      due: addWorkingDays(question.pack.calendar, dayOf(row.at, question.pack.timeZone), WITHIN),
      action: verbs.release,
    })),
  );
}

async function waitingLists(db: Db<any>, question: DutyQuestion): Promise<Duty[]> {
  const posts = new Set(holding(question, ["capacity_manager", "monitoring_officer"]).map((post) => post.post));
  if (posts.size === 0) return [];
  const { rows } = await sql<{ id: string; file_name: string; post: string | null; at: Date }>`
    select id, file_name, post, checked_at as at from achievements.past_list where state = 'ready' and post = any(${[...posts]}::uuid[]) limit 20`.execute(
    db,
  );
  return rows.flatMap((row) =>
    row.post === null
      ? []
      : [
          {
            key: `achievements.list:${row.id}`,
            post: row.post,
            title: { text: list.dutyDecide, values: { file: row.file_name } },
            record: { kind: PAST_LIST, id: row.id },
            href: paths.list(row.id),
            due: addWorkingDays(question.pack.calendar, dayOf(row.at, question.pack.timeZone), WITHIN),
          },
        ],
  );
}

/** What these posts owe. Two queries. */
export async function duties(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  return [...(await releases(db, question)), ...(await waitingLists(db, question))];
}
