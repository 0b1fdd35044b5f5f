/** What results come to: a person’s scores, what a class learned, and how good the questions of a test are. */
import { choiceAnalysis, type ChoiceFacts } from "#methods/learning/distractors.ts";
import { learningGain, normalisedChange, type Gain } from "#methods/learning/gain.ts";
import { itemAnalysis, type ItemFacts, type TestFacts } from "#methods/learning/items.ts";
import type { ScoredQuestion } from "#kernel/questionnaire/score.ts";
import type { Db } from "#platform/db/handle.ts";
import { enrolmentsOf } from "#modules/sessions";
import { resultsOf, testsOf } from "./queries.ts";
import { IN_CLASS } from "./rules.ts";
import { percentOf, reaches, type Result, type Test } from "./schema.ts";

/** A person’s scores in one session, in percent, exact. `post` is the better of the test after and its retake. */
export interface TestResult {
  readonly session: string;
  readonly enrolment: string;
  readonly pre: number | null;
  readonly post: number | null;
  /** Null when the session has no test after with a mark, or when it was not taken. */
  readonly passed: boolean | null;
}

const better = (results: readonly Result[]): Result | undefined =>
  results.reduce<Result | undefined>((best, one) => (best === undefined || percentOf(one) > percentOf(best) ? one : best), undefined);

/** Scores by person from the results of any sessions. */
export function scoresOf(tests: readonly Test[], results: readonly Result[]): readonly TestResult[] {
  const marks = new Map(tests.map((test) => [test.id, test.passMark]));
  return [...Map.groupBy(results, (result) => result.enrolment)].map(([enrolment, own]) => {
    const pre = own.find((result) => result.kind === "pre");
    const post = better(own.filter((result) => result.kind !== "pre"));
    const mark = post === undefined ? null : (marks.get(post.test) ?? null);
    return {
      session: (own[0] as Result).session,
      enrolment,
      pre: pre === undefined ? null : percentOf(pre),
      post: post === undefined ? null : percentOf(post),
      passed: post === undefined || mark === null ? null : reaches(post, mark),
    };
  });
}

/** Scores of everybody who sat a test in some sessions. Two queries. */
export async function testResultsOf(db: Db<any>, sessions: readonly string[]): Promise<readonly TestResult[]> {
  return scoresOf(await testsOf(db, sessions), await resultsOf(db, sessions));
}

/** The gain of a class from its results: the test before against the first test after; a retake teaches nothing about the course. */
export function gainFrom(results: readonly Result[], enrolments: readonly string[]): Gain {
  const score = (kind: Result["kind"]): ReadonlyMap<string, number> =>
    new Map(results.filter((result) => result.kind === kind).map((result) => [result.enrolment, percentOf(result)]));
  const [pre, post] = [score("pre"), score("post")];
  return learningGain(enrolments.map((person) => ({ person, pre: pre.get(person) ?? null, post: post.get(person) ?? null })));
}

/** What the class of each session learned; those that were absent do not count. Two queries. */
export async function gainOf(db: Db<any>, sessions: readonly string[]): Promise<ReadonlyMap<string, Gain>> {
  const results = Map.groupBy(await resultsOf(db, sessions), (result) => result.session);
  const held = [...results.keys()];
  const classes = Map.groupBy(held.length === 0 ? [] : await enrolmentsOf(db, held), (one) => one.session);
  return new Map(
    held.map((session) => {
      const people = (classes.get(session) ?? []).filter((one) => IN_CLASS.includes(one.state)).map((one) => one.id);
      return [session, gainFrom(results.get(session) ?? [], people)];
    }),
  );
}

/** The normalised change of one person; null when she has not both scores, or nothing can be said. */
export const changeOf = (score: Pick<TestResult, "pre" | "post">): number | null =>
  score.pre === null || score.post === null ? null : normalisedChange(score.pre, score.post);

/** One question of a test with everything that its answers say about it. */
export interface QuestionFacts extends ItemFacts {
  readonly question: ScoredQuestion;
  readonly options: readonly ChoiceFacts[];
  /** Wrong answers that those chose who did better elsewhere than those with the right one: the key may be wrong. */
  readonly suspects: readonly string[];
}

export interface QuestionAnalysis {
  readonly test: TestFacts;
  readonly questions: readonly QuestionFacts[];
}

/** Fewer people than this with a wrong answer say nothing about the key. */
const FEWEST_FOR_HINT = 3;

function suspectsOf(options: readonly ChoiceFacts[]): string[] {
  const right = options.find((option) => option.right);
  if (right === undefined) return [];
  const level = right.restMean ?? Number.NEGATIVE_INFINITY;
  return options
    .filter((option) => !option.right && option.choice !== "" && option.chosen >= FEWEST_FOR_HINT && (option.restMean ?? level) > level)
    .map((option) => option.choice);
}

/** Analyses the questions of a test over results to one version; null without results or questions. */
export function analyse(questions: readonly ScoredQuestion[], results: readonly Result[]): QuestionAnalysis | null {
  const rows = results.filter((result) => result.given.length === questions.length);
  if (rows.length === 0 || questions.length === 0) return null;
  const sorted = (choice: string): string => choice.split(" ").toSorted().join(" ");
  const test = itemAnalysis({
    items: questions.map(({ path, points }) => ({ name: path, most: points })),
    rows: rows.map((row) => row.earned),
  });
  const { choices } = choiceAnalysis({
    items: questions.map(({ path, correct }) => ({ name: path, key: correct.toSorted().join(" ") })),
    rows: rows.map((row) => row.given.map(sorted)),
  });
  return {
    test,
    questions: questions.map((question, index) => {
      const options = choices[index]?.options ?? [];
      const here = new Set(options.map((option) => option.choice));
      // A choice that nobody took is shown too: it costs time to read and tells nobody apart.
      const idle = question.many ? [] : question.choices.filter((choice) => !here.has(choice));
      return {
        ...(test.items[index] as ItemFacts),
        question,
        options: [...options, ...idle.map((choice) => ({ choice, right: false, chosen: 0, share: 0, restMean: null }))],
        suspects: suspectsOf(options),
      };
    }),
  };
}
