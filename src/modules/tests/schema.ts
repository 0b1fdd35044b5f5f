/** What is kept of tests: what is asked at a session, what one person scored, and kinds of both. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Answered } from "#kernel/questionnaire/sitting.ts";

/** Kinds of records of this module. */
export const TEST = "tests.test";
export const RESULT = "tests.result";

/** What is asked at a session. A retake is the test after once more, for those who did not pass it. */
export const TEST_KINDS = ["pre", "post", "retake", "evaluation"] as const;
export type TestKind = (typeof TEST_KINDS)[number];

/** Kinds that are scored. */
export type ScoredKind = Exclude<TestKind, "evaluation">;

/** The kind of purpose of the sittings of a scored kind. */
export const purposeKind = (kind: ScoredKind): string => `tests.${kind}`;

/** What is asked at one session, as it stood when it was opened. */
export interface Test {
  readonly id: string;
  readonly session: string;
  readonly kind: TestKind;
  /** Version of the questionnaire. */
  readonly version: string;
  /** Percent to be reached; null where nothing is passed. */
  readonly passMark: number | null;
}

/** What one person scored. `given` and `earned` stand in the order of the scored questions of the version. */
export interface Result {
  readonly id: string;
  readonly test: string;
  readonly session: string;
  readonly kind: ScoredKind;
  readonly enrolment: string;
  readonly sitting: string | null;
  /** Names of the choices given, several joined by a space in order; empty where nothing was answered. */
  readonly given: readonly string[];
  readonly earned: readonly number[];
  readonly points: number;
  readonly most: number;
  readonly happenedOn: Day;
  readonly source: "web" | "offline" | "paper" | "interview";
}

/** Percent of the points, exact; rounded only where it is shown. */
export const percentOf = (result: Pick<Result, "points" | "most">): number => (result.points * 100) / result.most;

/** True when the points reach the mark, compared without rounding. */
export const reaches = (result: Pick<Result, "points" | "most">, mark: number): boolean => result.points * 100 >= mark * result.most;

/** One evaluation as it was given; nobody can be told from it. */
export interface Opinion {
  readonly id: string;
  readonly test: string;
  readonly answers: Answered["answers"];
  readonly language: string;
}
