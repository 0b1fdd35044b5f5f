/** Who may do what about tests, from when until when each is taken, and who is one of the class. */
import { defineVerbs } from "#kernel/access/verb.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { numberOf } from "#kernel/rules/rules.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { EnrolmentState, SessionFacts, SessionState } from "#modules/sessions";
import type { TestKind } from "./schema.ts";
import { w as said } from "./words-answer.ts";
import { w } from "./words-verbs.ts";

/** The rule sets whose numbers hold here. */
export const RULES = "training";
export const DISCLOSURE = "disclosure";

/** The permissions of this module. Whoever teaches a session conducts its tests without a permission of her own. */
export const verbs = defineVerbs("tests", {
  read: {
    title: w.read,
    roles: {
      capacity_manager: "all",
      training_coordinator: "all",
      monitoring_officer: "all",
      secretary_general: "all",
      deputy_secretary_general: "all",
      hr_director: "below",
    },
  },
  run: { title: w.run, roles: { capacity_manager: "all", training_coordinator: "all" } },
});

/** States of those who belong to the class: expected before it, counted after it; who was absent or left is not asked. */
export const IN_CLASS: readonly EnrolmentState[] = ["invited", "confirmed", "attended", "competent", "attended_only", "applied"];

const BEFORE: ReadonlySet<SessionState> = new Set(["confirmed", "ready", "running"]);
const AFTER: ReadonlySet<SessionState> = new Set(["ready", "running", "delivered", "evaluated", "follow_up"]);
/** States of sessions whose tests are opened by the clock. */
export const PREPARED: readonly SessionState[] = ["confirmed", "ready", "running", "delivered"];

/** The first and the last day on which a test is taken; null when the session’s state asks for none. */
export interface Window {
  readonly opens: Day | null;
  readonly closes: Day;
}

/** From when until when a test of a session is taken: the one before from the confirmation on, all others from the last day on. */
export function windowOf(kind: TestKind, session: Pick<SessionFacts, "state" | "from" | "to">, rules: RuleSet): Window | null {
  if (kind === "pre") return BEFORE.has(session.state) ? { opens: null, closes: session.from } : null;
  if (!AFTER.has(session.state)) return null;
  const within = { post: "post_test_within", retake: "retake_within", evaluation: "evaluation_within" } as const;
  return { opens: session.to, closes: addDays(session.to, numberOf(rules, within[kind])) };
}

/** The last moment at which the test before is taken: the first half-day’s end and what the rule set grants. */
export function preEnds(firstPartEnds: Date, rules: RuleSet): Date {
  return new Date(firstPartEnds.getTime() + numberOf(rules, "pre_test_grace") * 60_000);
}

/** What the decision about one person and one test depends on. */
export interface Situation {
  readonly kind: TestKind;
  readonly state: EnrolmentState;
  readonly window: Window | null;
  readonly today: Day;
  /** She has handed this one in. */
  readonly done: boolean;
  /** How her first test after stands against its mark; null when it has not been taken. */
  readonly passedPost: boolean | null;
  readonly retakes: number;
}

/** Why somebody may not take a test now. */
export interface NotNow {
  readonly text: Text;
  readonly values?: Values;
}

/** Why somebody may not take a test today; null when she may. */
export function refusalOf(situation: Situation): NotNow | null {
  const { kind, state, window, today, done, passedPost, retakes } = situation;
  if (!IN_CLASS.includes(state)) return { text: said.notInClass };
  if (done) return { text: said.done };
  if (window === null) return { text: said.notYet };
  if (window.opens !== null && today < window.opens) return { text: said.opensOn, values: { day: formatDate(window.opens) } };
  if (today > window.closes) return { text: said.closedOn, values: { day: formatDate(window.closes) } };
  if (kind === "retake" && (retakes < 1 || passedPost !== false)) return { text: said.noRetake };
  return null;
}
