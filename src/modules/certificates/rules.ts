/** Who may do what about certificates, the outcome that the rule suggests, and the states of exceptions and certificates. */
import { defineVerbs } from "#kernel/access/verb.ts";
import type { Reach } from "#kernel/access/actor.ts";
import { defineFlow, type Refusal } from "#kernel/flow/flow.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { meets } from "#methods/presence/presence.ts";
import type { CertificateState, ExceptionState } from "./schema.ts";
import { w } from "./words-verbs.ts";

const deciders: Readonly<Partial<Record<Role, Reach>>> = { capacity_manager: "all", training_coordinator: "all" };
const heads: Readonly<Partial<Record<Role, Reach>>> = {
  capacity_manager: "all",
  deputy_secretary_general: "all",
  secretary_general: "all",
};

/** The permissions of this module. Exceptions are asked for by one post and decided by another; the flow checks that. */
export const verbs = defineVerbs("certificates", {
  read: {
    title: w.read,
    roles: {
      ...deciders,
      ...heads,
      monitoring_officer: "all",
      executive_secretary: "below",
      hr_director: "below",
    },
  },
  decide: { title: w.decide, roles: deciders },
  except: { title: w.except, roles: deciders },
  grant: { title: w.grant, roles: heads },
  refuse: { title: w.refuse, roles: heads },
  withdraw: { title: w.withdraw, roles: { ...deciders, deputy_secretary_general: "all" } },
});

/** What is known of one person when her outcome is decided. */
export interface Known {
  readonly minutes: number;
  readonly offered: number;
  /** Percents that hold for the course: its own, or those of the rule set. */
  readonly attendanceMinimum: number;
  readonly passMark: number;
  /** True when the course is passed by a test. */
  readonly tested: boolean;
  /** Percent in the last test; null: there is no result. */
  readonly score: number | null;
  /** As the test compared it, without rounding; null: there is no result. */
  readonly passed: boolean | null;
  /** True when an exception was granted. */
  readonly excepted: boolean;
}

/** Why the rule suggests what it does; the page says it in words. */
export type Because = "absent" | "too_little" | "no_result" | "not_passed" | "passed" | "attended_enough" | "excepted";

export interface Suggestion {
  /** Null: it cannot be decided yet. */
  readonly outcome: "competent" | "attended_only" | "absent" | null;
  readonly because: Because;
}

/**
 * The outcome by the rule (DOMAIN P05): no certificate without the attendance and, where the course has a test, the pass mark. An exception
 * makes somebody competent who came; it cannot bring her into the room.
 */
export function suggest(known: Known): Suggestion {
  if (known.minutes === 0) return { outcome: "absent", because: "absent" };
  if (known.excepted) return { outcome: "competent", because: "excepted" };
  if (!meets(known, known.attendanceMinimum)) return { outcome: "attended_only", because: "too_little" };
  if (!known.tested) return { outcome: "competent", because: "attended_enough" };
  if (known.passed === null) return { outcome: null, because: "no_result" };
  return known.passed ? { outcome: "competent", because: "passed" } : { outcome: "attended_only", because: "not_passed" };
}

/** What an exception is decided on. */
export interface ExceptionFacts {
  readonly askedByActor: boolean;
  /** The acting post took attendance in the session, or the person teaches it. */
  readonly tookAttendance: boolean;
  readonly ownOutcome: boolean;
}

function mayDecide(facts: ExceptionFacts): Refusal | null {
  if (facts.ownOutcome) return { text: w.ownCertificate };
  if (facts.askedByActor) return { text: w.ownException };
  return facts.tookAttendance ? { text: w.tookAttendance } : null;
}

export const exceptionFlow = defineFlow<ExceptionState, "grant" | "refuse", ExceptionFacts>({
  kind: "certificates.exception",
  start: "asked",
  states: {
    asked: { title: w.asked, tone: "watch" },
    granted: { title: w.granted, tone: "good", final: true },
    refused: { title: w.refused, tone: "rest", final: true },
  },
  steps: {
    grant: { from: ["asked"], to: "granted", verb: verbs.grant, check: mayDecide },
    refuse: {
      from: ["asked"],
      to: "refused",
      verb: verbs.refuse,
      check: (facts) => (facts.ownOutcome ? { text: w.ownCertificate } : null),
    },
  },
});

export const certificateFlow = defineFlow<CertificateState, "withdraw", { readonly own: boolean }>({
  kind: "certificates.certificate",
  start: "valid",
  states: { valid: { title: w.valid, tone: "good" }, withdrawn: { title: w.withdrawn, tone: "late", final: true } },
  steps: {
    withdraw: { from: ["valid"], to: "withdrawn", verb: verbs.withdraw, check: ({ own }) => (own ? { text: w.ownCertificate } : null) },
  },
});

/** Reasons after which a new certificate takes the withdrawn one's place. */
export const REISSUED = ["wrong_name", "wrong_content"] as const;
