/** What the officer owes: answers by their day, notices by their hour, reading exceptional accesses. */
import { sql } from "kysely";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { addDays, dayOf, type Day } from "#kernel/calendar/day.ts";
import { referenceOf } from "#platform/db/ids.ts";
import type { Db } from "#platform/db/handle.ts";
import { paths } from "./paths.ts";
import { w } from "./words-duties.ts";

interface Open {
  readonly what: "request" | "breach" | "access";
  readonly id: string;
  readonly organisation: string | null;
  readonly due: Day | null;
  readonly dueAt: Date | null;
}

/** Everything that waits, in one query; small by nature. */
async function openThings(db: Db<any>): Promise<readonly Open[]> {
  const { rows } = await sql<Open>`
    select 'request' as what, id, organisation, due_day as due, null::timestamptz as "dueAt" from privacy.subject_request where state in ('received', 'waiting', 'checked')
    union all select 'breach', id, organisation, null, due_at from privacy.breach where state = 'open'
    union all select 'access', id, null, null, opened_at from privacy.break_glass where seen_at is null
    order by 1, 2 limit 500`.execute(db);
  return rows;
}

const TEXTS = {
  request: { title: w.request, action: w.answer, href: paths.request },
  breach: { title: w.breach, action: w.notify, href: paths.breach },
  access: { title: w.access, action: w.read, href: () => paths.glass },
} as const;

function dutyOf(open: Open, post: string, question: DutyQuestion): Duty {
  const { title, action, href } = TEXTS[open.what];
  const moment = open.dueAt === null ? question.today : dayOf(open.dueAt, question.pack.timeZone);
  // An access is to be read within two days of being opened.
  const due = open.due ?? (open.what === "access" ? addDays(moment, 2) : moment);
  return {
    key: `privacy.${open.what}.${open.id}`,
    post,
    title: { text: title, values: { reference: referenceOf(open.id) } },
    record: {
      kind: open.what === "request" ? "privacy.subject_request" : open.what === "breach" ? "privacy.breach" : "privacy.break_glass",
      id: open.id,
    },
    href: href(open.id),
    due,
    action,
  };
}

/** The duties of the posts asked for: an officer's own organisation, all of them for the association's; breaches also for its Secretary General. */
export async function duties(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  const officers = question.posts.filter((post) => post.roles.includes("data_protection_officer"));
  const heads = question.posts.filter((post) => post.roles.includes("secretary_general") && post.organisation === question.association);
  if (officers.length + heads.length === 0) return [];
  const open = await openThings(db);
  const forOfficer = officers.flatMap((post) =>
    open
      .filter((one) => post.organisation === question.association || one.organisation === post.organisation)
      .map((one) => dutyOf(one, post.post, question)),
  );
  return [
    ...forOfficer,
    ...heads.flatMap((post) => open.filter((one) => one.what === "breach").map((one) => dutyOf(one, post.post, question))),
  ];
}
