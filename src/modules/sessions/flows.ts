/** The states of a session and of an enrolment, the steps between them, and what each step waits for. */
import type { Day } from "#kernel/calendar/day.ts";
import { defineFlow, type Refusal } from "#kernel/flow/flow.ts";
import { formatDate } from "#platform/ui/format.ts";
import { verbs } from "./rules.ts";
import { w } from "./words-flows.ts";

export type SessionState =
  | "planned"
  | "nominations_open"
  | "confirmed"
  | "ready"
  | "running"
  | "delivered"
  | "evaluated"
  | "follow_up"
  | "closed"
  | "cancelled";
export type SessionStep = "openNominations" | "confirm" | "makeReady" | "start" | "deliver" | "evaluate" | "followUp" | "close" | "cancel";

/** What the steps of a session depend on: its day and place, and how many of everybody there are. */
export interface Situation {
  readonly today: Day;
  readonly from: Day;
  readonly to: Day;
  readonly nominationsClose: Day;
  readonly groups: number;
  readonly seats: number;
  readonly places: number;
  /** Where people go, and the address for those online, as its mode needs them. */
  readonly placeMissing: boolean;
  readonly linkMissing: boolean;
  readonly trainers: number;
  readonly trainersConfirmed: number;
  readonly approved: number;
  readonly toApprove: number;
  readonly toInvite: number;
  /** Enrolments of a session that was held without an outcome yet. */
  readonly undecided: number;
  /** The day on which the last follow-up is due. */
  readonly followUpUntil: Day;
}

function readyToOpen(s: Situation): Refusal | null {
  if (s.groups === 0) return { text: w.noGroups };
  if (s.seats === 0) return { text: w.noSeats };
  if (s.seats > s.places) return { text: w.tooManySeats, values: { seats: s.seats, places: s.places } };
  if (s.nominationsClose < s.today) return { text: w.tooLate, values: { day: formatDate(s.nominationsClose) } };
  return null;
}

function readyForPeople(s: Situation): Refusal | null {
  if (s.trainersConfirmed === 0) return { text: w.noTrainer };
  if (s.placeMissing) return { text: w.noPlace };
  if (s.linkMissing) return { text: w.noLink };
  if (s.toInvite > 0) return { text: w.notInvited, values: { people: s.toInvite } };
  return null;
}

export const sessionFlow = defineFlow<SessionState, SessionStep, Situation>({
  kind: "sessions.session",
  start: "planned",
  states: {
    planned: { title: w.planned, tone: "rest" },
    nominations_open: { title: w.nominationsOpen, tone: "info" },
    confirmed: { title: w.confirmed, tone: "info" },
    ready: { title: w.ready, tone: "good" },
    running: { title: w.running, tone: "watch" },
    delivered: { title: w.delivered, tone: "info" },
    evaluated: { title: w.evaluated, tone: "info" },
    follow_up: { title: w.followUp, tone: "info" },
    closed: { title: w.closed, tone: "rest", final: true },
    cancelled: { title: w.cancelled, tone: "rest", final: true },
  },
  steps: {
    openNominations: { from: ["planned"], to: "nominations_open", verb: verbs.openNominations, check: readyToOpen },
    confirm: {
      from: ["nominations_open"],
      to: "confirmed",
      verb: verbs.confirm,
      check: (s) => (s.approved === 0 ? { text: w.nobodyApproved } : null),
    },
    makeReady: { from: ["confirmed"], to: "ready", verb: verbs.makeReady, check: readyForPeople },
    start: {
      from: ["ready"],
      to: "running",
      verb: verbs.start,
      check: (s) => (s.today < s.from ? { text: w.notBegun, values: { day: formatDate(s.from) } } : null),
    },
    deliver: {
      from: ["running"],
      to: "delivered",
      verb: verbs.deliver,
      check: (s) => (s.today < s.to ? { text: w.notOver, values: { day: formatDate(s.to) } } : null),
    },
    evaluate: {
      from: ["delivered"],
      to: "evaluated",
      verb: verbs.evaluate,
      check: (s) => (s.undecided > 0 ? { text: w.undecided, values: { people: s.undecided } } : null),
    },
    followUp: { from: ["evaluated"], to: "follow_up", verb: verbs.followUp },
    close: {
      from: ["follow_up"],
      to: "closed",
      verb: verbs.close,
      check: (s) => (s.today < s.followUpUntil ? { text: w.stillFollowed, values: { day: formatDate(s.followUpUntil) } } : null),
    },
    cancel: { from: ["planned", "nominations_open", "confirmed", "ready", "running"], to: "cancelled", verb: verbs.cancel },
  },
});

export const SESSION_STATES = Object.keys(sessionFlow.states) as readonly SessionState[];
export const SESSION_STEPS = Object.keys(sessionFlow.steps) as readonly SessionStep[];

export type EnrolmentState =
  | "nominated"
  | "approved"
  | "not_approved"
  | "invited"
  | "confirmed"
  | "declined"
  | "replaced"
  | "attended"
  | "absent"
  | "competent"
  | "attended_only"
  | "applied"
  | "withdrawn";
export type EnrolmentStep =
  | "approve"
  | "refuse"
  | "invite"
  | "confirm"
  | "decline"
  | "replace"
  | "withdraw"
  | "attend"
  | "miss"
  | "pass"
  | "attendOnly"
  | "apply";

/** What the steps of an enrolment depend on for one actor. */
export interface EnrolmentSituation {
  /** The actor named this person herself. */
  readonly ownNomination: boolean;
  /** The rule set wants another person to approve. */
  readonly separate: boolean;
  /** The actor runs or teaches the session. */
  readonly conducts: boolean;
  readonly waiting: boolean;
  readonly sessionOpen: boolean;
}

/** States in which somebody is still expected to come. */
export const EXPECTED: readonly EnrolmentState[] = ["nominated", "approved", "invited", "confirmed"];
/** States that hold a seat or have used one. */
export const SEATED: readonly EnrolmentState[] = [...EXPECTED, "attended", "absent", "competent", "attended_only", "applied"];
/** States of people who were in the room. */
export const TOOK_PART: readonly EnrolmentState[] = ["attended", "competent", "attended_only", "applied"];

function mayDecide(s: EnrolmentSituation): Refusal | null {
  if (s.conducts) return { text: w.conducts };
  if (s.separate && s.ownNomination) return { text: w.ownNomination };
  return s.sessionOpen ? null : { text: w.sessionOver };
}

const whileOpen = (s: EnrolmentSituation): Refusal | null => (s.sessionOpen ? null : { text: w.sessionOver });

export const enrolmentFlow = defineFlow<EnrolmentState, EnrolmentStep, EnrolmentSituation>({
  kind: "sessions.enrolment",
  start: "nominated",
  states: {
    nominated: { title: w.nominated, tone: "watch" },
    approved: { title: w.approved, tone: "info" },
    not_approved: { title: w.notApproved, tone: "rest", final: true },
    invited: { title: w.invited, tone: "watch" },
    confirmed: { title: w.comes, tone: "good" },
    declined: { title: w.declined, tone: "rest", final: true },
    replaced: { title: w.replaced, tone: "rest", final: true },
    attended: { title: w.attended, tone: "info" },
    absent: { title: w.absent, tone: "late", final: true },
    competent: { title: w.competent, tone: "good" },
    attended_only: { title: w.attendedOnly, tone: "info" },
    applied: { title: w.applied, tone: "good", final: true },
    withdrawn: { title: w.withdrawn, tone: "rest", final: true },
  },
  steps: {
    approve: {
      from: ["nominated"],
      to: "approved",
      verb: verbs.approve,
      check: (s) => (s.waiting ? { text: w.stillWaiting } : mayDecide(s)),
    },
    refuse: { from: ["nominated"], to: "not_approved", verb: verbs.refuse, check: mayDecide },
    invite: { from: ["approved"], to: "invited", verb: verbs.invite, check: whileOpen },
    confirm: { from: ["invited", "declined"], to: "confirmed", verb: verbs.answer, check: whileOpen },
    decline: { from: ["invited", "confirmed"], to: "declined", verb: verbs.answer, check: whileOpen },
    replace: { from: ["nominated", "approved", "invited", "confirmed", "declined"], to: "replaced", verb: verbs.replace, check: whileOpen },
    withdraw: { from: ["nominated", "approved", "invited", "confirmed"], to: "withdrawn", verb: verbs.withdraw, check: whileOpen },
    attend: { from: ["invited", "confirmed", "absent"], to: "attended", verb: verbs.decide },
    miss: { from: ["invited", "confirmed", "attended"], to: "absent", verb: verbs.decide },
    pass: { from: ["attended", "attended_only"], to: "competent", verb: verbs.decide },
    attendOnly: { from: ["attended", "competent"], to: "attended_only", verb: verbs.decide },
    apply: { from: ["competent", "attended_only", "attended"], to: "applied", verb: verbs.decide },
  },
});

export const ENROLMENT_STATES = Object.keys(enrolmentFlow.states) as readonly EnrolmentState[];
