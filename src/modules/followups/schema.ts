/** Tasks at work as pages and other modules know them. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Answer, CommitmentState, Standing } from "#kernel/commitment/standing.ts";

/** Kinds of this module’s records. An application has the id of its session, a task that of its commitment. */
export const TASK = "followups.task";
export const APPLICATION = "followups.application";
/** The kind of commitment a task is. */
export const COMMITMENT = "followups.task";

/** The days on which both sides are asked; the rule set `training` says how long after the session. */
export const STEPS = ["first", "second"] as const;
export type StepName = (typeof STEPS)[number];

/** A learner who was asked, or wrote her task without being asked. `written` false: nothing is known of her task yet. */
export interface TaskRow {
  readonly id: string;
  readonly enrolment: string;
  readonly session: string;
  readonly person: string;
  readonly personName: string;
  readonly post: string | null;
  readonly entity: string;
  readonly entityName: string;
  readonly organisation: string;
  readonly token: string;
  readonly askedAt: Date | null;
  readonly writtenAt: Date | null;
  readonly what: string | null;
  readonly language: string | null;
  readonly success: string | null;
  readonly due: Day | null;
  readonly verifier: string | null;
  readonly state: CommitmentState | null;
  readonly standing: Standing;
  /** The newest answers of each side, and what stood in the way. */
  readonly said: Answer | null;
  readonly seen: Answer | null;
  readonly barrier: string | null;
  /** When the first question to the supervisor is due, and its answer. */
  readonly firstDue: Day | null;
  readonly firstSeen: Answer | null;
  /** A question whose day has come and that the supervisor has not answered. */
  readonly openToSupervisor: boolean;
}

/** How the tasks of a session, course, trainer or organisation stand. The five standings sum to `tasks`. */
export interface Application {
  readonly tasks: number;
  readonly verified: number;
  readonly claimed: number;
  readonly partly: number;
  readonly notApplied: number;
  readonly waiting: number;
  /** Tasks whose first question is due, and those of them that a supervisor has seen done: the application rate. */
  readonly due: number;
  readonly verifiedFirst: number;
  /** Questions due that supervisors have not answered. */
  readonly toAnswer: number;
}

export const NO_TASKS: Application = {
  tasks: 0,
  verified: 0,
  claimed: 0,
  partly: 0,
  notApplied: 0,
  waiting: 0,
  due: 0,
  verifiedFirst: 0,
  toAnswer: 0,
};

/** The sum of several. */
export function sumOf(list: readonly Application[]): Application {
  const sum = (key: keyof Application): number => list.reduce((total, one) => total + one[key], 0);
  return {
    tasks: sum("tasks"),
    verified: sum("verified"),
    claimed: sum("claimed"),
    partly: sum("partly"),
    notApplied: sum("notApplied"),
    waiting: sum("waiting"),
    due: sum("due"),
    verifiedFirst: sum("verifiedFirst"),
    toAnswer: sum("toAnswer"),
  };
}
