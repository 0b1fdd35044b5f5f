/** What the clock does with tests: opens them once a session is confirmed, and asks once for those that are open. */
import type { JobContext, JobHandler } from "#kernel/access/module.ts";
import { addDays, dayOf, type Day } from "#kernel/calendar/day.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { coursesByIds } from "#modules/courses";
import { enrolmentsOf, sessionsWhere, type SessionFacts } from "#modules/sessions";
import { openTests, remind } from "./actions.ts";
import { lacksOf, type Scene } from "./ask.ts";
import { evaluatedOf, opened, resultsOf, testsOf } from "./queries.ts";
import { IN_CLASS, PREPARED, RULES } from "./rules.ts";
import type { TestKind } from "./schema.ts";

/** The name of this module’s job. */
export const CLOCK = "tests.clock";

/** Days before its first day on which people are asked for the test before. */
const ASKED_BEFORE = 2;

async function withoutTests(context: JobContext, sessions: readonly SessionFacts[]): Promise<readonly SessionFacts[]> {
  const known = await opened(
    context.db,
    sessions.map((session) => session.id),
  );
  return sessions.filter((session) => !known.has(session.id));
}

/** Which test people are asked for today: once two days before the session, once on the day after it. */
function askedToday(session: SessionFacts, today: Day): readonly TestKind[] {
  if (today === addDays(session.from, -ASKED_BEFORE)) return ["pre"];
  return today === addDays(session.to, 1) ? ["post", "evaluation"] : [];
}

async function ask(context: JobContext, session: SessionFacts, today: Day): Promise<void> {
  const kinds = askedToday(session, today);
  if (kinds.length === 0) return;
  const ids = [session.id];
  const scene: Scene = {
    session,
    reader: { conducts: true, key: true, names: () => true },
    tests: await testsOf(context.db, ids),
    people: (await enrolmentsOf(context.db, ids)).filter((one) => IN_CLASS.includes(one.state)),
    results: await resultsOf(context.db, ids),
    evaluated: await evaluatedOf(context.db, ids),
    rules: await ruleSetFor(context.db, RULES, today),
  };
  for (const lack of lacksOf(scene, today))
    if (lack.open && lack.people.length > 0 && kinds.includes(lack.test.kind))
      await context.act((act) => remind(act, session, lack.test.kind, lack.people, context.origin));
}

/** The first hour of the day in which people are asked; the clock runs every hour, and messages have keys of their day. */
const ASKING_HOUR = 6;

/** Opens what their courses ask. A course that asks nothing is left alone: there is nothing to write. */
async function openFresh(context: JobContext, sessions: readonly SessionFacts[]): Promise<void> {
  const courses = await coursesByIds(
    context.db,
    sessions.map((session) => session.course),
  );
  const asking = sessions.filter((session) => {
    const course = courses.get(session.course);
    return course !== undefined && (course.preTest ?? course.postTest ?? course.evaluation) !== null;
  });
  if (asking.length > 0) await context.act((act) => openTests(act, asking));
}

const clock: JobHandler = async (context) => {
  const today = dayOf(context.now, context.pack.timeZone);
  const within = numberOf(await ruleSetFor(context.db, RULES, today), "post_test_within");
  const sessions = await sessionsWhere(context.db, { states: PREPARED, from: addDays(today, -within), limit: 500, offset: 0 });
  await openFresh(context, await withoutTests(context, sessions));
  if (context.now.getUTCHours() === ASKING_HOUR) for (const session of sessions) await ask(context, session, today);
};

export const jobs: Readonly<Record<string, JobHandler>> = { [CLOCK]: clock };
