/** What posts owe to plans: the next step, comments while they are open, lines that nobody answers for. At most four queries. */
import { sql } from "kysely";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { addDays, addMonths, type Day } from "#kernel/calendar/day.ts";
import type { Role } from "#kernel/pack/roles.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import type { PlanState } from "./flows.ts";
import { paths } from "./paths.ts";
import { verbs } from "./verbs.ts";
import { w } from "./words-form.ts";

type Posts = DutyQuestion["posts"];

interface PlanDue {
  readonly id: string;
  readonly title: string;
  readonly state: PlanState;
  readonly fiscalYearStart: Day;
  readonly commentUntil: Day | null;
  readonly due: Day | null;
  readonly nobody: number;
  readonly comments: number;
  readonly unanswered: number;
}

const withRole = (posts: Posts, ...roles: Role[]): Posts => posts.filter((post) => post.roles.some((role) => roles.includes(role)));

function duty(
  plan: PlanDue,
  post: string,
  kind: string,
  title: Text,
  due: Day,
  why: Text,
  values: Values = {},
  href = paths.plan(plan.id),
): Duty {
  return {
    key: `plans.${kind}:${plan.id}:${plan.state}`,
    post,
    title: { text: title, values: { plan: plan.title, ...values } },
    why: { text: why, values },
    record: { kind: "plans.plan", id: plan.id },
    href,
    due,
    action: w.look,
  };
}

/** The manager's next step with a plan. */
function managerOwes(plan: PlanDue, post: string, today: Day): Duty[] {
  const due = plan.due ?? addMonths(plan.fiscalYearStart, 6);
  const values = { count: plan.nobody, comments: plan.comments, open: plan.unanswered };
  const nobody =
    plan.nobody > 0 && ["draft", "running", "revised"].includes(plan.state)
      ? [duty(plan, post, "nobody", w.dutyNobody, due, w.dutyNobodyWhy, values, `${paths.lines(plan.id)}?show=incomplete`)]
      : [];
  switch (plan.state) {
    case "pooling":
    case "options":
    case "draft":
      return [duty(plan, post, "pool", w.dutyPool, due, w.dutyPoolWhy, values), ...nobody];
    case "comment":
      return [duty(plan, post, "closing", w.dutyClosing, plan.commentUntil ?? due, w.dutyClosingWhy, values, paths.comments(plan.id))];
    case "running":
    case "revised": {
      const ends = addMonths(plan.fiscalYearStart, 12);
      if (today >= ends) return [duty(plan, post, "close", w.dutyClose, addDays(ends, 30), w.dutyMidYearWhy, values)];
      const half = addMonths(plan.fiscalYearStart, 6);
      return plan.state === "running" && addDays(half, -45) <= today
        ? [duty(plan, post, "mid_year", w.dutyMidYear, half, w.dutyMidYearWhy, values), ...nobody]
        : nobody;
    }
    default:
      return [];
  }
}

async function plansDue(db: Db<any>): Promise<PlanDue[]> {
  const { rows } = await sql<PlanDue>`
    select p.id, p.title, p.state, p.fiscal_year_start as "fiscalYearStart", p.comment_until as "commentUntil", p.due,
      (select count(*) from plans.line l where l.plan = p.id and l.state = 'planned' and l.responsible is null)::int as nobody,
      (select count(*) from plans.comment c where c.plan = p.id)::int as comments,
      (select count(*) from plans.comment c where c.plan = p.id and c.answer is null)::int as unanswered
    from plans.plan p where p.state <> 'closed' order by p.fiscal_year_start`.execute(db);
  return rows;
}

/** Members who may comment: with the places that the plan keeps for them. */
async function commentsOwed(db: Db<any>, plans: readonly PlanDue[], posts: Posts): Promise<Duty[]> {
  const open = plans.filter((plan) => plan.state === "comment");
  const sayers = withRole(posts, "executive_secretary", "commission_member");
  if (open.length === 0 || sayers.length === 0) return [];
  const { rows } = await sql<{ plan: string; organisation: string; places: number; said: boolean }>`
    select p.id as plan, o.id as organisation,
      (select coalesce(sum(s.places), 0) from plans.line l join plans.seat s on s.line = l.id and s.organisation = o.id where l.plan = p.id)::int as places,
      exists (select from plans.comment c where c.plan = p.id and c.organisation = o.id) as said
    from plans.plan p cross join registry.organisation o
    where p.id = any(${open.map((plan) => plan.id)}::uuid[]) and o.id = any(${sayers.map((post) => post.organisation)}::uuid[])`.execute(
    db,
  );
  return open.flatMap((plan) =>
    sayers.flatMap((post): Duty[] => {
      const own = rows.find((row) => row.plan === plan.id && row.organisation === post.organisation);
      if (own === undefined || own.said) return [];
      const due = plan.commentUntil ?? plan.fiscalYearStart;
      return [duty(plan, post.post, "comment", w.dutyComment, due, w.dutyCommentWhy, { places: own.places }, paths.comments(plan.id))];
    }),
  );
}

/** Lines near their first day with no event behind them, owed by the posts that answer for them. */
async function linesOwed(db: Db<any>, { posts, today }: DutyQuestion): Promise<Duty[]> {
  const { rows } = await sql<{ id: string; title: string; post: string; from: Day }>`
    select l.id, l.title, l.responsible as post, l.from_day as "from" from plans.line l join plans.plan p on p.id = l.plan
    where l.responsible = any(${posts.map((post) => post.post)}::uuid[]) and l.state = 'planned' and p.state in ('running', 'revised', 'revision')
      and l.from_day between ${addDays(today, -60)} and ${addDays(today, 30)}
      and not exists (select from trace.link k where k.from_id = l.id and k.relation = 'delivered_by')
    order by l.from_day, l.id`.execute(db);
  return rows.map((row) => ({
    key: `plans.line:${row.id}`,
    post: row.post,
    title: { text: w.dutyLine, values: { title: row.title } },
    why: { text: w.dutyLineWhy },
    record: { kind: "plans.line", id: row.id },
    href: paths.line(row.id),
    due: row.from,
    action: w.look,
    many: { text: w.dutyLines },
  }));
}

/** Everything that posts owe here. */
export async function dutiesOf(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  const { posts, today } = question;
  if (posts.length === 0) return [];
  const plans = await plansDue(db);
  const managers = withRole(posts, "capacity_manager");
  const leaders = posts.filter((post) => post.roles.some((role) => verbs.endorse.roles[role] !== undefined));
  const steps = plans.flatMap((plan) => [
    ...managers.flatMap((post) => managerOwes(plan, post.post, today)),
    ...leaders.flatMap((post): Duty[] => {
      const due = plan.due ?? plan.fiscalYearStart;
      if (plan.state === "secretariat") return [duty(plan, post.post, "endorse", w.dutyEndorse, due, w.dutyRecordWhy)];
      if (plan.state === "executive" || plan.state === "assembly")
        return [duty(plan, post.post, "record", w.dutyRecord, due, w.dutyRecordWhy)];
      return [];
    }),
  ]);
  return [...steps, ...(await commentsOwed(db, plans, posts)), ...(await linesOwed(db, question))];
}
