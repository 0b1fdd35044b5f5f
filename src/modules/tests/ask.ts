/** What the pages of a session’s tests ask: whether the actor may see it, whose names, and everything about its class at once. */
import type { Actor } from "#kernel/access/actor.ts";
import type { Write } from "#kernel/access/asked.ts";
import { holds, organisationsFor } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { isId } from "#platform/db/ids.ts";
import type { Db } from "#platform/db/handle.ts";
import { Problem } from "#platform/problems/problem.ts";
import { enrolmentsOf, sessionReach, sessionsByIds, type EnrolmentFacts, type SessionFacts } from "#modules/sessions";
import { p } from "./problems.ts";
import { evaluatedOf, resultsOf, testsOf } from "./queries.ts";
import { IN_CLASS, refusalOf, RULES, verbs, windowOf, type Window } from "./rules.ts";
import { reaches, TEST_KINDS, type Result, type Test, type TestKind } from "./schema.ts";

/** Who reads the tests of a session. */
export interface Reader {
  /** Runs or teaches it: opens, reminds, types in, reads free words. */
  readonly conducts: boolean;
  /** May read the right answers: whoever conducts it and whoever follows every session, never somebody whose people will take the test. */
  readonly key: boolean;
  /** May see a person’s result by name. */
  readonly names: (enrolment: Pick<EnrolmentFacts, "entity" | "organisation">) => boolean;
}

/** What the actor may see of a session’s tests; null for nothing. Three queries at most. */
export async function readerOf(
  db: Db<any>,
  actor: Actor | null,
  session: string,
  enrolments: readonly EnrolmentFacts[],
  today: Day,
): Promise<Reader | null> {
  if (actor === null) return null;
  const conducts = (await sessionReach.conduct(db, actor, [session], today)).has(session);
  if (conducts) return { conducts, key: true, names: () => true };
  const within = await organisationsFor(db, actor, verbs.read, today);
  const names: Reader["names"] = (one) => holds(within, one.entity) || holds(within, one.organisation);
  return within === "all" || enrolments.some(names) ? { conducts, key: within === "all", names } : null;
}

/** A session’s tests with its class. */
export interface Scene {
  readonly session: SessionFacts;
  readonly reader: Reader;
  readonly tests: readonly Test[];
  /** Those who count: expected before the session, present after it. */
  readonly people: readonly EnrolmentFacts[];
  readonly results: readonly Result[];
  readonly evaluated: ReadonlySet<string>;
  readonly rules: RuleSet;
}

/** The scene of a session. Throws when there is none that the actor may see. Eight queries. */
export async function sceneOf(db: Db<any>, actor: Actor | null, id: string, today: Day): Promise<Scene> {
  const session = isId(id) ? (await sessionsByIds(db, [id])).get(id) : undefined;
  if (session === undefined) throw new Problem(p.noTest);
  const people = (await enrolmentsOf(db, [id])).filter((one) => IN_CLASS.includes(one.state));
  const reader = await readerOf(db, actor, id, people, today);
  if (reader === null) throw new Problem(p.noTest);
  return {
    session,
    reader,
    tests: await testsOf(db, [id]),
    people,
    results: await resultsOf(db, [id]),
    evaluated: await evaluatedOf(db, [id]),
    rules: await ruleSetFor(db, RULES, today),
  };
}

/** The scene of the path for writing, within the act. Throws unless the actor conducts the session. */
export async function conductedScene(r: Write): Promise<Scene> {
  const scene = await sceneOf(r.act.tx as never, r.actor, r.params["id"] ?? "", r.today);
  if (!scene.reader.conducts) throw new Problem(p.noTest);
  return scene;
}

/** Who lacks one test of a session. */
export interface Lack {
  readonly test: Test;
  readonly window: Window | null;
  readonly open: boolean;
  readonly people: readonly EnrolmentFacts[];
  /** How many it is for. */
  readonly of: number;
}

/** Who lacks which test. A retake is asked only of those who did not pass, and not shown while there is nobody. */
export function lacksOf(scene: Scene, today: Day): readonly Lack[] {
  const post = scene.tests.find((test) => test.kind === "post");
  const mark = post?.passMark ?? null;
  const byKind = (kind: TestKind): ReadonlyMap<string, Result> =>
    new Map(scene.results.filter((result) => result.kind === kind).map((result) => [result.enrolment, result]));
  const posts = byKind("post");
  return scene.tests.flatMap((test): Lack[] => {
    const window = windowOf(test.kind, scene.session, scene.rules);
    const own = byKind(test.kind);
    const done = (one: EnrolmentFacts): boolean => (test.kind === "evaluation" ? scene.evaluated.has(one.id) : own.has(one.id));
    const failed = (one: EnrolmentFacts): boolean => {
      const result = posts.get(one.id);
      return result !== undefined && mark !== null && !reaches(result, mark);
    };
    const asked = test.kind === "retake" ? scene.people.filter(failed) : scene.people;
    if (test.kind === "retake" && asked.length === 0) return [];
    const begun = window !== null && (window.opens === null || window.opens <= today);
    const open = begun && today <= window.closes;
    return [{ test, window, open, people: asked.filter((one) => !done(one)), of: asked.length }];
  });
}

/** Whether one person may take one test today, as the trainer types it in or she answers herself; null when she may. */
export function mayTake(scene: Scene, test: Test, enrolment: EnrolmentFacts, day: Day): ReturnType<typeof refusalOf> {
  const own = scene.results.filter((result) => result.enrolment === enrolment.id);
  const post = own.find((result) => result.kind === "post");
  const mark = scene.tests.find((one) => one.kind === "post")?.passMark ?? null;
  return refusalOf({
    kind: test.kind,
    state: enrolment.state,
    window: windowOf(test.kind, scene.session, scene.rules),
    today: day,
    done: test.kind === "evaluation" ? scene.evaluated.has(enrolment.id) : own.some((result) => result.test === test.id),
    passedPost: post === undefined || mark === null ? null : reaches(post, mark),
    retakes: numberOf(scene.rules, "post_test_retakes"),
  });
}

/** A kind of test that an address names. */
export const kindOf = (text: string | null | undefined): TestKind | null => TEST_KINDS.find((kind) => kind === text) ?? null;
