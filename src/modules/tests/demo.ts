/** Demonstration of tests: two years of results and evaluations in a few statements, some of them sat through question by question. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { addDays, startOfDay, type Day } from "#kernel/calendar/day.ts";
import { fiscalYearAfter, fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import type { Model } from "#kernel/questionnaire/model.ts";
import { scoredQuestions, type ScoredQuestion } from "#kernel/questionnaire/score.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { seeded, type Random } from "#methods/draw/random.ts";
import { newId } from "#platform/db/ids.ts";
import { enrolmentsOf, sessionsWhere, type EnrolmentFacts, type SessionFacts, type SessionState } from "#modules/sessions";
import { openTests } from "./actions.ts";
import { answersAt, meet, type Answers } from "./demo-answers.ts";
import { opinionRows } from "./demo-opinions.ts";
import { sitAll } from "./demo-sittings.ts";
import { testsOf } from "./queries.ts";
import { IN_CLASS, PREPARED } from "./rules.ts";
import type { ScoredKind, Test } from "./schema.ts";

const OVER: readonly SessionState[] = ["delivered", "evaluated", "follow_up", "closed"];
/** So many of the last sessions are sat through question by question. */
const SAT_THROUGH = 4;
/** What a person knows before and after, in standard deviations around the middle question; and who comes to which test. */
const LEVEL = { before: -1.5, after: 0.4, spread: 1.2 } as const;
const COMES = { pre: 0.95, post: 0.97, retake: 0.35 } as const;

interface Sat {
  readonly test: Test & { readonly kind: ScoredKind };
  readonly session: SessionFacts;
  readonly enrolment: EnrolmentFacts;
  readonly answers: Answers;
  readonly day: Day;
}

interface Class {
  readonly session: SessionFacts;
  readonly people: readonly EnrolmentFacts[];
  readonly tests: readonly Test[];
}

/** The scored questions of each version. */
type Asked = ReadonlyMap<string, readonly ScoredQuestion[]>;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Everything that a class sat, person by person. */
function satBy(demo: DemoContext, { session, people, tests }: Class, asked: Asked, random: Random): readonly Sat[] {
  const sat: Sat[] = [];
  const of = (kind: ScoredKind): Sat["test"] | undefined => tests.find((test): test is Sat["test"] => test.kind === kind);
  const met = (test: Test) => meet(asked.get(test.version) ?? []);
  const over = OVER.includes(session.state);
  const better = random.normal() * 0.2;
  for (const enrolment of people) {
    const level = LEVEL.before + random.normal() * LEVEL.spread;
    const after = LEVEL.after + better + (level - LEVEL.before) * 0.5 + random.normal() * LEVEL.spread * 0.7;
    const [pre, post, retake] = [of("pre"), of("post"), of("retake")];
    if (pre !== undefined && random.uniform() < COMES.pre)
      sat.push({ test: pre, session, enrolment, answers: answersAt(met(pre), level, random), day: session.from });
    if (!over || post === undefined || random.uniform() >= COMES.post) continue;
    const first = answersAt(met(post), after, random);
    sat.push({ test: post, session, enrolment, answers: first, day: session.to });
    const most = sum((asked.get(post.version) ?? []).map((question) => question.points));
    const failed = post.passMark !== null && sum(first.earned) * 100 < post.passMark * most;
    const again = addDays(session.to, 10);
    if (failed && retake !== undefined && again <= demo.today && random.uniform() < COMES.retake)
      sat.push({ test: retake, session, enrolment, answers: answersAt(met(retake), after + 0.4, random), day: again });
  }
  return sat;
}

/** Results as rows, without their answers one by one: those stand in `given`. */
async function insertResults(act: Act<any>, sat: readonly Sat[], asked: Asked): Promise<void> {
  const rows = sat.map(({ test, session, enrolment, answers, day }) => ({
    id: newId(),
    test: test.id,
    session: session.id,
    kind: test.kind,
    enrolment: enrolment.id,
    sitting: null,
    given: answers.given,
    earned: answers.earned,
    points: sum(answers.earned),
    most: sum((asked.get(test.version) ?? []).map((question) => question.points)),
    happened_on: day,
    source: "web",
    post: null,
    recorded_at: act.now,
  }));
  await sql`insert into tests.result select * from jsonb_populate_recordset(null::tests.result, ${JSON.stringify(rows)}::jsonb)`.execute(
    act.tx,
  );
}

/** What somebody chose by question; a question left out is not there. */
const givenIn = ({ answers }: Sat, questions: readonly ScoredQuestion[]): ReadonlyMap<string, string> =>
  new Map(
    questions.flatMap(({ path }, index): [string, string][] => {
      const choice = answers.given[index] ?? "";
      return choice === "" ? [] : [[path, choice]];
    }),
  );

async function insertOpinions(act: Act<any>, classes: readonly Class[], random: Random): Promise<number> {
  const opinions: Record<string, unknown>[] = [];
  const evaluated: Record<string, unknown>[] = [];
  const models = new Map<string, Model>();
  for (const { session, people, tests } of classes) {
    const test = tests.find((one) => one.kind === "evaluation");
    if (test === undefined || !OVER.includes(session.state)) continue;
    const gave = people.filter(() => random.uniform() < 0.78);
    const model = models.get(test.version) ?? (await modelOf(act.tx as never, test.version));
    models.set(test.version, model);
    opinions.push(...opinionRows(test.id, model, gave.length, random));
    evaluated.push(...gave.map((one) => ({ test: test.id, enrolment: one.id })));
  }
  await sql`insert into tests.opinion select * from jsonb_populate_recordset(null::tests.opinion, ${JSON.stringify(opinions)}::jsonb)`.execute(
    act.tx,
  );
  await sql`insert into tests.evaluated select * from jsonb_populate_recordset(null::tests.evaluated, ${JSON.stringify(evaluated)}::jsonb)`.execute(
    act.tx,
  );
  return opinions.length;
}

async function classesOf(demo: DemoContext, sessions: readonly SessionFacts[]): Promise<readonly Class[]> {
  const ids = sessions.map((session) => session.id);
  const people = Map.groupBy(
    (await enrolmentsOf(demo.db, ids)).filter((one) => IN_CLASS.includes(one.state)),
    (one) => one.session,
  );
  const tests = Map.groupBy(await testsOf(demo.db, ids), (test) => test.session);
  // Ids are new each time: the order of sessions, and with it every figure, must not hang on them.
  const order = (session: SessionFacts): string => `${session.from} ${session.title}`;
  return sessions
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((session) => ({ session, people: people.get(session.id) ?? [], tests: tests.get(session.id) ?? [] }))
    .filter((one) => one.tests.length > 0 && one.people.length > 0);
}

const at = (demo: DemoContext, day: Day): Date => new Date(startOfDay(day, demo.pack.timeZone).getTime() + 15 * 3_600_000);

/** Opens the tests of each session a week before it, or yesterday for those to come. Returns how many sessions have any. */
async function openAll(demo: DemoContext, sessions: readonly SessionFacts[]): Promise<number> {
  const yesterday = addDays(demo.today, -1);
  const dayOf = ({ from }: SessionFacts): Day => (addDays(from, -7) < yesterday ? addDays(from, -7) : yesterday);
  const byDay = [...Map.groupBy(sessions, dayOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  let opened = 0;
  for (const [day, these] of byDay)
    await demo.act(null, at(demo, day), async (act) => {
      opened += await openTests(act, these);
    });
  return opened;
}

/** The whole demonstration of this module. Without sessions whose course has a test there is nothing to make. */
export async function demo(demo: DemoContext): Promise<void> {
  const since = fiscalYearAfter(demo.pack.calendar, fiscalYearOf(demo.pack.calendar, demo.today), -1).start;
  const sessions = await sessionsWhere(demo.db, { states: [...new Set([...OVER, ...PREPARED])], from: since, limit: 1000, offset: 0 });
  if (sessions.length === 0) return;
  const opened = await openAll(demo, sessions);
  if (opened === 0) return;
  const classes = (await classesOf(demo, sessions)).filter(({ session }) => session.from <= demo.today);
  const random = seeded("tests of the demonstration");
  const asked = new Map<string, readonly ScoredQuestion[]>();
  const through = new Set(
    classes
      .filter(({ session, tests }) => OVER.includes(session.state) && tests.some((test) => test.kind === "post"))
      .slice(-SAT_THROUGH)
      .map(({ session }) => session.id),
  );
  const rows: Sat[] = [];
  const sitters: Sat[] = [];
  for (const [index, one] of classes.entries()) {
    for (const { version } of one.tests) if (!asked.has(version)) asked.set(version, scoredQuestions(await modelOf(demo.db, version)));
    for (const sat of satBy(demo, one, asked, random.fork(`class ${index}`)))
      (sat.test.kind === "post" && through.has(one.session.id) ? sitters : rows).push(sat);
  }
  for (const sat of Map.groupBy(sitters, (one) => one.session.id).values())
    await demo.act(null, at(demo, sat[0]?.day ?? demo.today), async (act) => {
      await sitAll(
        act,
        sat.map((one) => ({ ...one, given: givenIn(one, asked.get(one.test.version) ?? []) })),
      );
    });
  await demo.act(null, at(demo, addDays(demo.today, -1)), async (act) => {
    await insertResults(act, rows, asked);
    const opinions = await insertOpinions(act, classes, random.fork("opinions"));
    await act.journal({
      kind: "tests.demo.results",
      subject: { kind: "organisation", id: demo.association },
      payload: { results: rows.length, opinions },
    });
  });
}
