/** A person’s own tests: which are open to her, which she has taken, and what she scored. */
import type { Day } from "#kernel/calendar/day.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import { enrolmentsByIds, enrolmentsOfPerson, sessionsByIds, type EnrolmentFacts, type SessionFacts } from "#modules/sessions";
import { evaluatedOf, resultsOfEnrolments, testsOf } from "./queries.ts";
import { IN_CLASS, refusalOf, RULES, windowOf, type NotNow } from "./rules.ts";
import { reaches, type Result, type Test } from "./schema.ts";

/** One test of one person. */
export interface OwnTest {
  readonly test: Test;
  readonly session: SessionFacts;
  readonly enrolment: EnrolmentFacts;
  /** Null for an evaluation, of which nothing is kept with her name. */
  readonly result: Result | null;
  readonly done: boolean;
  /** Why she may not take it now; null when she may. */
  readonly refusal: NotNow | null;
  readonly closes: Day | null;
}

interface Known {
  readonly sessions: ReadonlyMap<string, SessionFacts>;
  readonly tests: readonly Test[];
  readonly results: readonly Result[];
  readonly evaluated: ReadonlySet<string>;
  readonly rules: RuleSet;
  readonly today: Day;
}

function testsFor(enrolment: EnrolmentFacts, known: Known): OwnTest[] {
  const session = known.sessions.get(enrolment.session);
  if (session === undefined) return [];
  const results = known.results.filter((result) => result.enrolment === enrolment.id);
  const tests = known.tests.filter((test) => test.session === session.id);
  const marked = tests.find((test) => test.kind === "post")?.passMark ?? null;
  const post = results.find((result) => result.kind === "post");
  return tests.map((test) => {
    const window = windowOf(test.kind, session, known.rules);
    const result = results.find((one) => one.test === test.id) ?? null;
    const done = test.kind === "evaluation" ? known.evaluated.has(enrolment.id) : result !== null;
    const refusal = refusalOf({
      kind: test.kind,
      state: enrolment.state,
      window,
      today: known.today,
      done,
      passedPost: post === undefined || marked === null ? null : reaches(post, marked),
      retakes: numberOf(known.rules, "post_test_retakes"),
    });
    return { test, session, enrolment, result, done, refusal, closes: window?.closes ?? null };
  });
}

async function testsOfEnrolments(db: Db<any>, enrolments: readonly EnrolmentFacts[], today: Day): Promise<readonly OwnTest[]> {
  const own = enrolments.filter((one) => IN_CLASS.includes(one.state));
  if (own.length === 0) return [];
  const sessions = [...new Set(own.map((one) => one.session))];
  const known: Known = {
    sessions: await sessionsByIds(db, sessions),
    tests: await testsOf(db, sessions),
    results: await resultsOfEnrolments(
      db,
      own.map((one) => one.id),
    ),
    evaluated: await evaluatedOf(db, sessions),
    rules: await ruleSetFor(db, RULES, today),
    today,
  };
  return own.flatMap((enrolment) => testsFor(enrolment, known));
}

/** The tests of a person over her sessions, or over some of them, the newest first. At most seven queries. */
export async function ownTests(db: Db<any>, person: string, today: Day, sessions?: readonly string[]): Promise<readonly OwnTest[]> {
  const all = await enrolmentsOfPerson(db, person);
  return testsOfEnrolments(db, sessions === undefined ? all : all.filter((one) => sessions.includes(one.session)), today);
}

/** The tests of one enrolment, for her own link. */
export async function testsOfEnrolment(db: Db<any>, enrolment: string, today: Day): Promise<readonly OwnTest[]> {
  return testsOfEnrolments(db, [...(await enrolmentsByIds(db, [enrolment])).values()], today);
}

/** Whether something is open to her now. A retake that nobody needs is not even shown. */
export const isOpen = (own: OwnTest): boolean => own.refusal === null;
