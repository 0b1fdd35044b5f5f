/** What a respondent owes: a questionnaire that was begun in her post and not sent in, until its purpose closes. */
import { sql } from "kysely";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { purposeFacts } from "#kernel/questionnaire/purpose.ts";
import type { Db } from "#platform/db/handle.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import { paths } from "./paths.ts";
import { w } from "./words-answer.ts";

interface Row {
  readonly id: string;
  readonly post: string;
  readonly title: string;
  readonly purposeKind: string;
  readonly purpose: string;
  readonly startedAt: Date;
}

/** Sittings that the present holder of a post began in it. A successor begins her own. */
async function begun(db: Db<any>, posts: readonly string[], today: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.id, s.post, s.title, s.purpose_kind as "purposeKind", s.purpose, s.started_at as "startedAt"
    from questionnaire.sitting s
    where s.post = any(${[...posts]}::uuid[]) and s.state = 'open' and s.person is not null
      and exists (select 1 from registry.assignment a where a.post = s.post and a.person = s.person
        and a.from_day <= ${today} and (a.to_day is null or a.to_day > ${today}))
    order by s.started_at, s.id limit 500`.execute(db);
  return rows;
}

/** The duties of some posts: one query, and one for each kind of purpose. */
export async function duties(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  const rows = await begun(
    db,
    question.posts.map((each) => each.post),
    question.today,
  );
  const facts = await purposeFacts(db, rows, question.today);
  return rows.flatMap((row): Duty[] => {
    const known = facts.get(row.purpose);
    if (known === undefined || !known.open || known.closes === null) return [];
    return [
      {
        key: `questionnaire.sitting:${row.id}`,
        post: row.post,
        title: { text: w.dutyTitle, values: { title: known.title } },
        why: { text: w.dutyWhy, values: { day: formatDate(dayOf(row.startedAt, question.pack.timeZone)) } },
        record: { kind: "questionnaire.sitting", id: row.id },
        href: paths.answer(row.id),
        due: known.closes,
        action: w.goOn,
      },
    ];
  });
}
