/** Demonstration of follow-ups: tasks of most learners of every session that was held, and answers of both sides as far as their days have come. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { addDays, startOfDay, type Day } from "#kernel/calendar/day.ts";
import { newToken } from "#kernel/commitment/commitments.ts";
import { stateAfter, type Answer, type Answered } from "#kernel/commitment/standing.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { seeded, type Random } from "#methods/draw/random.ts";
import { newId } from "#platform/db/ids.ts";
import { coursesByIds } from "#modules/courses";
import { enrolmentsApplied, enrolmentsOf, sessionsWhere, type EnrolmentFacts, type SessionFacts } from "#modules/sessions";
import { LEARNERS } from "./actions.ts";
import { TASKS_BY_DOMAIN, TASKS_OF_ALL } from "./demo-tasks.ts";
import { stepsFor } from "./rules.ts";
import { COMMITMENT } from "./schema.ts";

/** Share of learners who wrote a task, and of questions put to supervisors that are answered yes, and at all. */
const WROTE = 0.86;
const SEEN_YES = 0.413;
const SEEN_ANSWERED = 0.74;
const SAID_ANSWERED = 0.82;

interface Drawn {
  readonly task: Record<string, unknown>;
  readonly commitment: Record<string, unknown> | null;
  readonly readings: readonly Record<string, unknown>[];
  readonly applied: string | null;
}

const BARRIERS = ["no_time", "no_time", "no_tools", "no_budget", "no_support", "rules", "not_relevant", "moved"] as const;

function answersOf(side: "self" | "verifier", due: Day, today: Day, random: Random): Answer | null {
  if (due > addDays(today, -3)) return null;
  const draw = random.uniform();
  if (side === "verifier") {
    if (draw < SEEN_YES) return "yes";
    return draw < SEEN_ANSWERED ? (draw < SEEN_YES + 0.17 ? "partly" : "no") : null;
  }
  return draw < 0.58 ? "yes" : draw < 0.72 ? "partly" : draw < SAID_ANSWERED ? "no" : null;
}

interface Making {
  readonly demo: DemoContext;
  readonly rules: RuleSet;
  readonly holders: ReadonlyMap<string, string>;
}

function readingsFor(
  making: Making,
  one: { id: string; enrolment: EnrolmentFacts; session: SessionFacts },
  random: Random,
): Record<string, unknown>[] {
  const { demo, holders, rules } = making;
  const moment = (day: Day, hour: number): Date => new Date(startOfDay(day, demo.pack.timeZone).getTime() + hour * 3_600_000);
  return stepsFor(rules, one.session.to, one.session.to, one.enrolment.supervisor).flatMap(({ step, due, sides }) =>
    sides.map((side) => {
      const asked = due <= demo.today;
      const holder = side === "self" ? one.enrolment.person : (holders.get(one.enrolment.supervisor ?? "") ?? null);
      const mayAnswer = holder !== null && (side === "self" || holder !== one.enrolment.person);
      const answer = asked && mayAnswer ? answersOf(side, due, demo.today, random) : null;
      const answered = addDays(due, random.integer(0, 9));
      return {
        id: newId(),
        commitment: one.id,
        step,
        side,
        due,
        token: newToken(),
        answer,
        barrier: answer === null || answer === "yes" ? null : random.pick(BARRIERS),
        channel: answer === null ? null : random.pick(["sms", "sms", "link", "workspace"]),
        post: answer !== null && side === "verifier" ? one.enrolment.supervisor : null,
        person: answer === null ? null : holder,
        asked_person: asked && mayAnswer ? holder : null,
        asked_at: asked && mayAnswer ? moment(due, 8) : null,
        answered_at: answer === null ? null : moment(answered < demo.today ? answered : addDays(demo.today, -1), 11),
      };
    }),
  );
}

function draw(making: Making, enrolment: EnrolmentFacts, session: SessionFacts, domain: string, random: Random): Drawn {
  const { demo } = making;
  const id = newId();
  const at = new Date(startOfDay(session.to, demo.pack.timeZone).getTime() + 15 * 3_600_000);
  const wrote = random.uniform() < WROTE;
  const task = {
    id,
    enrolment: enrolment.id,
    session: session.id,
    course: session.course,
    person: enrolment.person,
    post: enrolment.post,
    entity: enrolment.entity,
    organisation: enrolment.organisation,
    token: newToken(),
    asked_at: at,
    written_at: wrote ? at : null,
    told_at: wrote ? at : null,
    recorded_at: at,
  };
  if (!wrote) return { task, commitment: null, readings: [], applied: null };
  const text = random.pick(TASKS_BY_DOMAIN[domain] ?? TASKS_OF_ALL);
  const readings = readingsFor(making, { id, enrolment, session }, random);
  const newest = [...readings].reverse().find((reading) => reading["barrier"] !== null);
  const state = stateAfter(readings as unknown as Answered[]);
  const commitment = {
    id,
    kind: COMMITMENT,
    about: enrolment.id,
    what: text.what,
    language: "en",
    measure_of_success: text.success,
    person: enrolment.person,
    post: enrolment.post,
    organisation: enrolment.organisation,
    verifier: enrolment.supervisor,
    due: addDays(session.to, 80),
    state,
    barrier: newest?.["barrier"] ?? null,
    recorded_at: at,
  };
  return {
    task,
    commitment,
    readings,
    applied: readings.some((reading) => reading["side"] === "verifier" && reading["answer"] === "yes") ? enrolment.id : null,
  };
}

async function insertAll(act: Act<any>, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 2000)
    await sql`
      insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.slice(at, at + 2000))}::jsonb)`.execute(
      act.tx,
    );
}

async function holdersNow(demo: DemoContext, posts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ post: string; person: string }>`
    select distinct on (a.post) a.post, a.person from registry.assignment a
    where a.post = any(${[...new Set(posts)]}::uuid[]) and a.from_day <= ${demo.today} and (a.to_day is null or a.to_day > ${demo.today})
    order by a.post, a.acting, a.from_day desc`.execute(demo.db);
  return new Map(rows.map((row) => [row.post, row.person]));
}

/** The whole demonstration of this module, in four statements and one for those who applied it. */
export async function demo(demo: DemoContext): Promise<void> {
  const states = ["delivered", "evaluated", "follow_up", "closed"] as const;
  const found = await sessionsWhere(demo.db, { states, to: demo.today, limit: 500, offset: 0 });
  const sessions = new Map(found.map((session) => [session.id, session]));
  if (sessions.size === 0) return;
  const learners = (await enrolmentsOf(demo.db, [...sessions.keys()])).filter((one) => (LEARNERS as readonly string[]).includes(one.state));
  const courses = await coursesByIds(demo.db, [...new Set(found.map((session) => session.course))]);
  const posts = learners.flatMap((one) => one.supervisor ?? []);
  const making: Making = { demo, rules: await ruleSetFor(demo.db, "training", demo.today), holders: await holdersNow(demo, posts) };
  const random = seeded("tasks of the demonstration");
  const drawn = learners.flatMap((one) => {
    const session = sessions.get(one.session);
    return session === undefined ? [] : [draw(making, one, session, courses.get(session.course)?.domain ?? "", random)];
  });
  const at = new Date(startOfDay(demo.today, demo.pack.timeZone).getTime() + 6 * 3_600_000);
  await demo.act(null, at, async (act: Act) => {
    await insertAll(
      act,
      "commitment.commitment",
      drawn.flatMap((one) => (one.commitment === null ? [] : [one.commitment])),
    );
    await insertAll(
      act,
      "commitment.reading",
      drawn.flatMap((one) => one.readings),
    );
    await insertAll(
      act,
      "followups.task",
      drawn.map((one) => one.task),
    );
    const applied = drawn.flatMap((one) => one.applied ?? []);
    if (applied.length > 0) await enrolmentsApplied(act, applied);
    await act.journal({
      kind: "followups.demo",
      subject: { kind: "organisation", id: demo.association },
      payload: { tasks: drawn.length },
    });
  });
}
