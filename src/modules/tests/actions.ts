/** Writes of tests: opened for sessions, scored, taken back, opinions kept without a name, people reminded. */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { sendMessages } from "#kernel/conversation/send.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Score } from "#kernel/questionnaire/score.ts";
import type { Answered, Channel } from "#kernel/questionnaire/sitting.ts";
import { sittingOf, withdrawSitting } from "#kernel/questionnaire/sittings.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { coursesByIds } from "#modules/courses";
import { SESSION, type EnrolmentFacts, type SessionFacts } from "#modules/sessions";
import { paths } from "./paths.ts";
import { p, refused } from "./problems.ts";
import { resultsByIds } from "./queries.ts";
import { RULES, windowOf } from "./rules.ts";
import { RESULT, TEST, type Result, type ScoredKind, type Test, type TestKind } from "./schema.ts";
import { templates } from "./templates.ts";
import { w } from "./words-answer.ts";

interface Opening {
  readonly session: string;
  readonly kind: TestKind;
  readonly version: string;
  readonly passMark: number | null;
}

/** Opens what the courses of some sessions ask, once each; returns how many sessions gained something. Three queries and an entry each. */
export async function openTests(act: Act<any>, sessions: readonly SessionFacts[]): Promise<number> {
  if (sessions.length === 0) return 0;
  const rules = await ruleSetFor(act.tx as never, RULES, act.today);
  const courses = await coursesByIds(
    act.tx as never,
    sessions.map((session) => session.course),
  );
  const wanted = sessions.flatMap((session): Opening[] => {
    const course = courses.get(session.course);
    const mark = course?.passMark ?? numberOf(rules, "pass_mark");
    const kinds: readonly (readonly [TestKind, string | null, number | null])[] = [
      ["pre", course?.preTest ?? null, null],
      ["post", course?.postTest ?? null, mark],
      ["retake", numberOf(rules, "post_test_retakes") > 0 ? (course?.postTest ?? null) : null, mark],
      ["evaluation", course?.evaluation ?? null, null],
    ];
    return kinds.flatMap(([kind, version, passMark]) => (version === null ? [] : [{ session: session.id, kind, version, passMark }]));
  });
  const fresh = await insertTests(act, wanted);
  for (const session of sessions.filter((one) => fresh.has(one.id)))
    await act.journal({
      kind: "tests.opened",
      subject: { kind: SESSION, id: session.id },
      member: session.organisation,
      payload: { kinds: wanted.filter((one) => one.session === session.id).map((one) => one.kind) },
    });
  return fresh.size;
}

async function insertTests(act: Act<any>, wanted: readonly Opening[]): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const rows = wanted.map((one) => ({ ...one, id: newId() }));
  const { rows: made } = await sql<{ session: string }>`
    insert into tests.test (id, session, kind, version, pass_mark, recorded_at)
    select id, session, kind, version, "passMark", ${act.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, session uuid, kind text, version uuid, "passMark" smallint)
    on conflict (session, kind) do nothing returning session`.execute(act.tx);
  return new Set(made.map((row) => row.session));
}

/** A score that somebody reached, on which day and how it came. */
export interface Scored {
  readonly test: Test & { readonly kind: ScoredKind };
  readonly enrolment: EnrolmentFacts;
  readonly sitting: string;
  readonly score: Score;
  readonly happenedOn: Day;
  readonly channel: Channel;
}

/** Keeps a score. Throws when this person has one for the test already, or nothing in it is scored. */
export async function recordResult(act: Act<any>, scored: Scored): Promise<string> {
  const { test, enrolment, sitting, score, happenedOn, channel } = scored;
  const id = newId();
  const { rows } = await sql<{ id: string }>`
    insert into tests.result (id, test, session, kind, enrolment, sitting, given, earned, points, most, happened_on, source, post, recorded_at)
    values (${id}, ${test.id}, ${test.session}, ${test.kind}, ${enrolment.id}, ${sitting},
      ${score.items.map((item) => (item.given ?? []).toSorted().join(" "))}::text[], ${score.items.map((item) => item.points)}::int[],
      ${score.points}, ${score.most}, ${happenedOn}, ${channel}, ${act.author.post}, ${act.now})
    on conflict (test, enrolment) do nothing returning id`.execute(act.tx);
  if (rows.length === 0) throw refused({ text: w.done });
  await act.journal({
    kind: "tests.result.recorded",
    subject: { kind: RESULT, id },
    member: enrolment.entity,
    payload: { session: test.session, kind: test.kind, channel },
  });
  return id;
}

/** Forgets the result of a sitting that was taken back. */
export async function dropResult(act: Act<any>, sitting: string): Promise<void> {
  const { rows } = await sql<{ id: string; session: string }>`
    delete from tests.result where sitting = ${sitting} returning id, session`.execute(act.tx);
  for (const row of rows)
    await act.journal({ kind: "tests.result.taken_back", subject: { kind: SESSION, id: row.session }, payload: { result: row.id } });
}

/** Takes a paper back that was typed in wrongly, so that it can be typed in again. The caller has checked that the actor conducts the session. */
export async function takeBack(act: Act<any>, id: string): Promise<Result> {
  const [result] = await resultsByIds(act.tx as never, [id]);
  if (result === undefined) throw new Problem(p.noTest);
  const sitting = result.sitting === null ? null : await sittingOf(act.tx as never, result.sitting);
  if (sitting === null || result.source !== "paper") throw new Problem(p.notAPaper);
  await withdrawSitting(act, sitting);
  return result;
}

/**
 * Keeps an evaluation. All opinions on the session are laid down anew in an order of chance, with new ids: where a row lies and when it was
 * written tells nobody whose it is. `enrolment` is null for a paper without a name. Throws when she has given one already.
 */
export async function keepOpinion(
  act: Act<any>,
  test: Test,
  enrolment: string | null,
  answered: Answered,
  source: "web" | "paper",
): Promise<void> {
  await sql`select id from tests.test where id = ${test.id} for update`.execute(act.tx);
  if (enrolment !== null) {
    const { rows } = await sql`
      insert into tests.evaluated (test, enrolment) values (${test.id}, ${enrolment}) on conflict do nothing returning test`.execute(
      act.tx,
    );
    if (rows.length === 0) throw refused({ text: w.done });
  }
  await sql`
    with gone as (delete from tests.opinion where test = ${test.id} returning answers, language, source)
    insert into tests.opinion (id, test, answers, language, source)
    select gen_random_uuid(), ${test.id}, answers, language, source from (
      select answers, language, source from gone
      union all select ${json(answered.answers)}::jsonb, ${answered.language}, ${source}) every
    order by random()`.execute(act.tx);
  await act.journal({ kind: "tests.evaluation.given", subject: { kind: TEST, id: test.id }, payload: { source } });
}

/** The links of some people, made where there are none. One query. */
export async function linksFor(act: Act<any>, session: string, enrolments: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = enrolments.map((enrolment) => ({ enrolment, session, token: randomBytes(18).toString("base64url") }));
  const found = await sql<{ enrolment: string; token: string }>`
    insert into tests.link (enrolment, session, token)
    select enrolment, session, token from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l (enrolment uuid, session uuid, token text)
    on conflict (enrolment) do update set session = excluded.session returning enrolment, token`.execute(act.tx);
  return new Map(found.rows.map((row) => [row.enrolment, row.token]));
}

/** Asks people for a test they have not taken, each through her own link, once a day at most. Throws when there is nobody to ask. */
export async function remind(
  act: Act<any>,
  session: SessionFacts,
  kind: TestKind,
  people: readonly EnrolmentFacts[],
  origin: string,
): Promise<number> {
  if (people.length === 0) throw new Problem(p.nobody);
  const window = windowOf(kind, session, await ruleSetFor(act.tx as never, RULES, act.today));
  const links = await linksFor(
    act,
    session.id,
    people.map((person) => person.id),
  );
  await sendMessages(
    act,
    people.map((one) => ({
      person: one.person,
      template: templates[kind],
      values: { session: session.title, day: formatDate(window?.closes ?? act.today) },
      link: origin + paths.link(links.get(one.id) ?? ""),
      subject: { kind: SESSION, id: session.id },
      key: `tests.${kind}:${one.id}:${act.today}`,
    })),
  );
  await act.journal({
    kind: "tests.reminded",
    subject: { kind: SESSION, id: session.id },
    member: session.organisation,
    payload: { kind, people: people.length },
  });
  return people.length;
}
