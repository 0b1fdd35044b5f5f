/** What posts and people owe to sessions: names, approvals, trainers, invitations, replacements and the close; a fixed number of queries. */
import { sql } from "kysely";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { addDays, dayOf, type Day } from "#kernel/calendar/day.ts";
import type { Pack, RuleSet } from "#kernel/pack/pack.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import { formatDate } from "#platform/ui/format.ts";
import { OPEN_SESSION } from "./queries.ts";
import { SEATED, type SessionState } from "./flows.ts";
import { paths } from "./paths.ts";
import { fewestNames } from "./rules.ts";
import { SESSION } from "./schema.ts";
import { w } from "./words-duties.ts";

type Posts = DutyQuestion["posts"];
const withRole = (posts: Posts, ...roles: Role[]): Posts => posts.filter((post) => post.roles.some((role) => roles.includes(role)));
const organisationsOf = (posts: Posts): string[] => [...new Set(posts.map((post) => post.organisation))];

interface EntityRow {
  session: string;
  title: string;
  organisation: string;
  state: SessionState;
  from: Day;
  closes: Day;
  closed: boolean;
  seats: number;
  free: number;
  toApprove: number;
  declined: number;
  since: Date | null;
}

async function entityRows(db: Db<any>, organisations: readonly string[], today: Day): Promise<readonly EntityRow[]> {
  const { rows } = await sql<EntityRow>`
    select s.id as session, s.title, k.organisation, s.state, s.from_day as "from", s.nominations_close as closes,
      (s.nominations_closed_at is not null or s.nominations_close < ${today} or s.state <> 'nominations_open') as closed, k.seats,
      k.seats - c.named as free, c.to_approve as "toApprove", c.declined, c.since
    from sessions.seat k join sessions.session s on s.id = k.session
    left join lateral (
      select count(*) filter (where not e.waiting and e.state = any(${[...SEATED]}::text[]))::int as named,
        count(*) filter (where not e.waiting and e.state = 'nominated')::int as to_approve,
        count(*) filter (where e.state = 'declined')::int as declined,
        min(e.nominated_at) filter (where not e.waiting and e.state = 'nominated') as since
      from sessions.enrolment e where e.session = s.id and e.entity = k.organisation) c on true
    where k.organisation = any(${[...organisations]}::uuid[]) and s.state = any(${[...OPEN_SESSION]}::text[]) and s.from_day >= ${today}
    order by s.from_day, s.id`.execute(db);
  return rows;
}

/** Names to give, and replacements for those who said that they do not come. */
function namesOwed(rows: readonly EntityRow[], { pack }: DutyQuestion, posts: Posts): Duty[] {
  return rows.flatMap((row) => {
    const wanted = row.closed ? Math.min(row.free, row.declined) : row.free;
    if (wanted <= 0) return [];
    return withRole(posts, "hr_director")
      .filter((post) => post.organisation === row.organisation)
      .map((post) => ({
        key: `sessions.${row.closed ? "replace" : "names"}:${row.session}:${row.organisation}`,
        post: post.post,
        title: { text: row.closed ? w.replace : w.names, values: { session: row.title, count: wanted } },
        why: { text: row.closed ? w.replaceWhy : w.namesWhy, values: { seats: row.seats, free: wanted, day: formatDate(row.from) } },
        record: { kind: SESSION, id: row.session },
        href: paths.nominate(row.session, row.organisation),
        due: row.closed ? addWorkingDays(pack.calendar, row.from, -3) : row.closes,
        action: row.closed ? w.replaceAction : w.namesAction,
      }));
  });
}

function approvalsOwed(rows: readonly EntityRow[], { pack }: DutyQuestion, posts: Posts, rules: RuleSet): Duty[] {
  return rows.flatMap((row) =>
    row.toApprove === 0 || row.since === null
      ? []
      : withRole(posts, "executive_secretary", "secretary_general")
          .filter((post) => post.organisation === row.organisation)
          .map((post) => ({
            key: `sessions.approve:${row.session}:${row.organisation}`,
            post: post.post,
            title: { text: w.approve, values: { session: row.title, count: row.toApprove } },
            why: { text: w.approveWhy, values: { day: formatDate(row.from) } },
            record: { kind: SESSION, id: row.session },
            href: paths.approve(row.session, row.organisation),
            due: addWorkingDays(pack.calendar, dayOf(row.since as Date, pack.timeZone), numberOf(rules, "approval_within")),
            action: w.approveAction,
          })),
  );
}

interface RunRow {
  id: string;
  title: string;
  runner: string | null;
  state: SessionState;
  from: Day;
  to: Day;
  closes: Day;
  places: number;
  named: number;
  approved: number;
  unanswered: number;
  undecided: number;
  trainers: number;
  silent: number;
}

async function runRows(db: Db<any>, posts: Posts, today: Day): Promise<readonly RunRow[]> {
  const unowned = withRole(posts, "training_coordinator").length > 0;
  const { rows } = await sql<RunRow>`
    select s.id, s.title, s.runner, s.state, s.from_day as "from", s.to_day as "to", s.nominations_close as closes, s.places,
      c.named, c.approved, c.unanswered, c.undecided, t.trainers, t.silent
    from sessions.session s
    left join lateral (
      select count(*) filter (where not e.waiting and e.state = any(${[...SEATED]}::text[]))::int as named,
        count(*) filter (where e.state = 'approved')::int as approved, count(*) filter (where e.state = 'invited')::int as unanswered,
        count(*) filter (where e.state in ('invited', 'confirmed'))::int as undecided
      from sessions.enrolment e where e.session = s.id) c on true
    left join lateral (
      select count(*) filter (where x.state = 'confirmed')::int as trainers, count(*) filter (where x.state in ('named', 'invited'))::int as silent
      from sessions.trainer x where x.session = s.id) t on true
    where s.state not in ('closed', 'cancelled') and (s.runner = any(${posts.map((post) => post.post)}::uuid[]) or (s.runner is null and ${unowned}))
      and (s.state <> 'planned' or s.from_day <= ${addDays(today, 90)}::date)
    order by s.from_day, s.id limit 500`.execute(db);
  return rows;
}

/** Working days before the close at which too few names become a reason to call. */
const ALARM = 5;

interface Owed {
  readonly row: RunRow;
  readonly post: string;
  readonly pack: Pack;
  readonly today: Day;
  readonly rules: RuleSet;
}

function beforeSession({ row, post, pack, today, rules }: Owed): Duty[] {
  const about = { post, record: { kind: SESSION, id: row.id }, href: paths.session(row.id) };
  const cal = pack.calendar;
  const values = { session: row.title, day: formatDate(row.from), places: row.places, named: row.named };
  const few = fewestNames(rules, row.places);
  const found: Duty[] = [];
  const tooFew = row.state === "nominations_open" && row.named < few && addWorkingDays(cal, today, ALARM) >= row.closes;
  if (tooFew)
    found.push({
      ...about,
      key: `sessions.few:${row.id}`,
      title: { text: w.few, values },
      why: { text: w.fewWhy, values: { ...values, few } },
      due: row.closes,
    });
  if (row.state !== "running" && (row.trainers === 0 || row.silent > 0) && addWorkingDays(cal, today, 20) >= row.from)
    found.push({
      ...about,
      key: `sessions.trainers:${row.id}`,
      title: { text: w.trainers, values },
      why: { text: row.silent > 0 ? w.trainersSilent : w.trainersNone, values: { count: row.silent } },
      href: paths.trainers(row.id),
      due: addWorkingDays(cal, row.from, -10),
      action: w.trainersAction,
    });
  if (row.approved > 0 && OPEN_SESSION.includes(row.state) && row.closes < today)
    found.push({
      ...about,
      key: `sessions.invite:${row.id}`,
      title: { text: w.invite, values: { ...values, count: row.approved } },
      due: addWorkingDays(cal, row.closes, 2),
      action: w.inviteAction,
    });
  if (row.unanswered > 0 && OPEN_SESSION.includes(row.state))
    found.push({
      ...about,
      key: `sessions.unanswered:${row.id}`,
      title: { text: w.unanswered, values: { ...values, count: row.unanswered } },
      why: { text: w.unansweredWhy, values },
      due: addWorkingDays(cal, row.from, -5),
      action: w.unansweredAction,
    });
  return found;
}

function afterSession({ row, post, pack, today, rules }: Owed): Duty[] {
  const about = { post, record: { kind: SESSION, id: row.id }, href: paths.session(row.id) };
  const values = { session: row.title };
  // While names are undecided, the attendance list says so itself.
  if (row.state === "delivered" && row.undecided === 0)
    return [
      { ...about, key: `sessions.evaluate:${row.id}`, title: { text: w.evaluate, values }, due: addWorkingDays(pack.calendar, row.to, 5) },
    ];
  const until = addDays(row.to, numberOf(rules, "follow_up_second"));
  if (row.state === "follow_up" && until <= today)
    return [
      {
        ...about,
        key: `sessions.finish:${row.id}`,
        title: { text: w.finish, values },
        why: { text: w.finishWhy, values: { day: formatDate(until) } },
        due: addWorkingDays(pack.calendar, until, 10),
      },
    ];
  return [];
}

/** Everything that posts owe here. At most three queries. */
export async function dutiesOf(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  const { posts, today, pack } = question;
  const own = withRole(posts, "hr_director", "executive_secretary", "secretary_general");
  const running = withRole(posts, "training_coordinator", "capacity_manager");
  if (own.length === 0 && running.length === 0) return [];
  const rules = await ruleSetFor(db, "training", today);
  const entities = own.length === 0 ? [] : await entityRows(db, organisationsOf(own), today);
  const sessions = running.length === 0 ? [] : await runRows(db, running, today);
  const coordinator = withRole(running, "training_coordinator")[0]?.post;
  return [
    ...namesOwed(entities, question, own),
    ...approvalsOwed(entities, question, own, rules),
    ...sessions.flatMap((row) => {
      const post = row.runner ?? coordinator;
      return post === undefined
        ? []
        : [...beforeSession({ row, post, pack, today, rules }), ...afterSession({ row, post, pack, today, rules })];
    }),
  ];
}

/** What a person owes herself: an answer to her invitations. One query. */
export async function ownDutiesOf(
  db: Db<any>,
  { person, today }: { readonly person: string; readonly today: Day },
): Promise<readonly Duty[]> {
  const { rows } = await sql<{ id: string; session: string; title: string; post: string | null; from: Day; token: string }>`
    select e.id, e.session, s.title, e.post, s.from_day as "from", e.token from sessions.enrolment e join sessions.session s on s.id = e.session
    where e.person in (select id from registry.person where id = ${person} or merged_into = ${person}) and e.state = 'invited' and s.from_day >= ${today}
      and s.state = any(${[...OPEN_SESSION]}::text[]) order by s.from_day, e.id`.execute(db);
  return rows.map((row) => ({
    key: `sessions.answer:${row.id}`,
    post: row.post ?? "",
    title: { text: w.answer, values: { session: row.title } },
    why: { text: w.answerWhy, values: { day: formatDate(row.from) } },
    record: { kind: SESSION, id: row.session },
    href: paths.invitation(row.token),
    due: addDays(row.from, -7),
    action: w.answerAction,
  }));
}
