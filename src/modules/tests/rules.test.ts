/** When tests are taken and by whom, as tables of cases; and what their questions say. */
import { expect, test } from "vitest";
import type { RuleSet } from "#kernel/pack/pack.ts";
import type { ScoredQuestion } from "#kernel/questionnaire/score.ts";
import { analyse, changeOf, scoresOf } from "./figures.ts";
import { refusalOf, windowOf, type Situation } from "./rules.ts";
import type { Result, Test } from "./schema.ts";
import { w } from "./words-answer.ts";

const parameters = Object.fromEntries(
  Object.entries({ post_test_within: 7, evaluation_within: 14, retake_within: 21, pre_test_grace: 30, post_test_retakes: 1 }).map(
    ([code, value]) => [code, { value }],
  ),
);
const RULES = { code: "training", parameters } as unknown as RuleSet;
const days = { from: "2025-11-17", to: "2025-11-19" } as const;

test.each([
  ["pre", "planned", null],
  ["pre", "confirmed", { opens: null, closes: "2025-11-17" }],
  ["pre", "delivered", null],
  ["post", "confirmed", null],
  ["post", "running", { opens: "2025-11-19", closes: "2025-11-26" }],
  ["evaluation", "delivered", { opens: "2025-11-19", closes: "2025-12-03" }],
  ["retake", "follow_up", { opens: "2025-11-19", closes: "2025-12-10" }],
  ["post", "closed", null],
] as const)("a %s of a session that is %s is taken in its window", (kind, state, window) => {
  expect(windowOf(kind, { ...days, state }, RULES)).toEqual(window);
});

const open: Situation = {
  kind: "post",
  state: "attended",
  window: { opens: "2025-11-19", closes: "2025-11-26" },
  today: "2025-11-20",
  done: false,
  passedPost: null,
  retakes: 1,
};

test.each([
  ["Alice, who attended, may take it", {}, null],
  ["Bernard, who was absent, may not", { state: "absent" }, w.notInClass],
  ["Cecile, who declined, may not", { state: "declined" }, w.notInClass],
  ["Damas, who took it, may not", { done: true }, w.done],
  ["Emma comes a day early", { today: "2025-11-18" }, w.opensOn],
  ["Felix comes on the last day", { today: "2025-11-26" }, null],
  ["Grace comes a day late", { today: "2025-11-27" }, w.closedOn],
  ["Henri, who passed, needs no second try", { kind: "retake", passedPost: true }, w.noRetake],
  ["Irene, who did not pass, may try again", { kind: "retake", passedPost: false }, null],
  ["Jean did not take it at all and has no second try", { kind: "retake", passedPost: null }, w.noRetake],
  ["Keza may not where the rules allow none", { kind: "retake", passedPost: false, retakes: 0 }, w.noRetake],
] as const)("%s", (_, change, text) => {
  expect(refusalOf({ ...open, ...change })?.text ?? null).toBe(text);
});

const TESTS: readonly Test[] = [
  { id: "t1", session: "s", kind: "pre", version: "v", passMark: null },
  { id: "t2", session: "s", kind: "post", version: "v", passMark: 60 },
  { id: "t3", session: "s", kind: "retake", version: "v", passMark: 60 },
];

const result = (testId: string, kind: Result["kind"], points: number): Result => ({
  id: `${testId}${points}`,
  test: testId,
  session: "s",
  kind,
  enrolment: "alice",
  sitting: null,
  given: [],
  earned: [],
  points,
  most: 10,
  happenedOn: "2025-11-19",
  source: "web",
});

test.each([
  ["only before", [result("t1", "pre", 4)], { pre: 40, post: null, passed: null }],
  ["just at the mark", [result("t1", "pre", 4), result("t2", "post", 6)], { pre: 40, post: 60, passed: true }],
  ["below it", [result("t2", "post", 5)], { pre: null, post: 50, passed: false }],
  ["better the second time", [result("t2", "post", 5), result("t3", "retake", 7)], { pre: null, post: 70, passed: true }],
  ["worse the second time", [result("t2", "post", 5), result("t3", "retake", 3)], { pre: null, post: 50, passed: false }],
] as const)("Alice’s scores: %s", (_, results, expected) => {
  expect(scoresOf(TESTS, results)[0]).toMatchObject(expected);
});

test("from 7 of 10 to 4 of 10 is a change of minus three sevenths, and nothing is said without both", () => {
  expect(changeOf({ pre: 70, post: 40 })).toBeCloseTo(-3 / 7, 12);
  expect(changeOf({ pre: null, post: 40 })).toBeNull();
});

const question = (path: string, correct: string): ScoredQuestion => ({
  path,
  label: {},
  many: false,
  correct: [correct],
  points: 1,
  choices: ["a", "b", "c"],
});

test("a wrong answer that the best choose points to the key, and a choice that nobody takes is shown", () => {
  const questions = [question("/q1", "a"), question("/q2", "a"), question("/q3", "a")];
  const row = (given: string): Result => ({
    ...result("t2", "post", 0),
    id: given,
    given: [...given],
    earned: [...given].map((choice) => (choice === "a" ? 1 : 0)),
  });
  // The three who know q1 and q2 take b in q3; those who know nothing take a.
  const found = analyse(questions, ["aab", "aab", "aab", "bba", "bba", "bba"].map(row));
  expect(found?.questions.map((one) => one.suspects)).toEqual([[], [], ["b"]]);
  expect(found?.questions[2]?.itemRest).toBeCloseTo(-1, 12);
  expect(found?.questions[0]?.options.find((option) => option.choice === "c")?.chosen).toBe(0);
  expect(analyse(questions, [])).toBeNull();
});
