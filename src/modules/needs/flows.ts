/** States and steps of rounds, needs and responses as data; pages, actions and refusals read the same tables. */
import { defineFlow } from "#kernel/flow/flow.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { formatDate } from "#platform/ui/format.ts";
import { verbs } from "./rules.ts";
import { w } from "./words-flows.ts";

export const ROUND_STATES = [
  "designed",
  "launched",
  "open",
  "validation",
  "moderated",
  "shared",
  "planning",
  "closed",
  "cancelled",
] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export const ROUND_STEPS = ["launch", "open", "extend", "close", "finishModeration", "share", "plan", "finish", "cancel"] as const;
export type RoundStep = (typeof ROUND_STEPS)[number];

/** What a step of a round is decided on. */
export interface RoundFacts {
  /** Parts of the design that still lack an answer. */
  readonly missing: number;
  /** Posts invited, or that would be. */
  readonly invited: number;
  readonly answered: number;
  /** Organisations that have not confirmed their answers, and until when they may. */
  readonly unvalidated: number;
  readonly validateBy: Day | null;
  /** Organisations that have not replied to their result, and until when they may. */
  readonly silent: number;
  readonly replyBy: Day | null;
  readonly needs: number;
  /** Needs with neither a response nor a stated refusal. */
  readonly waiting: number;
  /** Contested needs that the association has not answered. */
  readonly contested: number;
  readonly today: Day;
}

const stillOpen = (by: Day | null, today: Day): by is Day => by !== null && today <= by;

export const roundFlow = defineFlow<RoundState, RoundStep, RoundFacts>({
  kind: "needs.round",
  start: "designed",
  states: {
    designed: { title: w.designed, tone: "rest" },
    launched: { title: w.launched, tone: "info" },
    open: { title: w.open, tone: "info" },
    validation: { title: w.validation, tone: "info" },
    moderated: { title: w.moderated, tone: "info" },
    shared: { title: w.shared, tone: "info" },
    planning: { title: w.planning, tone: "watch" },
    closed: { title: w.closed, tone: "good", final: true },
    cancelled: { title: w.cancelled, tone: "rest", final: true },
  },
  steps: {
    launch: {
      from: ["designed"],
      to: "launched",
      verb: verbs.launch,
      check: ({ missing, invited }) =>
        missing > 0 ? { text: w.designIncomplete, values: { missing } } : invited === 0 ? { text: w.nobodyInvited } : null,
    },
    open: { from: ["launched"], to: "open", verb: verbs.open },
    extend: { from: ["launched", "open"], verb: verbs.extend },
    close: {
      from: ["open"],
      to: "validation",
      verb: verbs.close,
      check: ({ answered }) => (answered === 0 ? { text: w.nobodyAnswered } : null),
    },
    finishModeration: {
      from: ["validation"],
      to: "moderated",
      verb: verbs.finishModeration,
      check: ({ unvalidated, validateBy, today }) =>
        unvalidated > 0 && stillOpen(validateBy, today)
          ? { text: w.validationRuns, values: { count: unvalidated, day: formatDate(validateBy) } }
          : null,
    },
    share: { from: ["moderated"], to: "shared", verb: verbs.share },
    plan: {
      from: ["shared"],
      to: "planning",
      verb: verbs.plan,
      check: ({ silent, replyBy, today }) =>
        silent > 0 && stillOpen(replyBy, today) ? { text: w.repliesRun, values: { count: silent, day: formatDate(replyBy) } } : null,
    },
    finish: {
      from: ["planning"],
      to: "closed",
      verb: verbs.finish,
      check: ({ waiting, contested, needs }) =>
        waiting + contested > 0 ? { text: w.needsWait, values: { waiting, contested, needs } } : null,
    },
    cancel: { from: ["designed", "launched", "open"], to: "cancelled", verb: verbs.cancel },
  },
});

export const NEED_STATES = [
  "found",
  "shared",
  "accepted",
  "contested",
  "no_reply",
  "stands",
  "withdrawn",
  "responded",
  "refused",
  "met",
] as const;
export type NeedState = (typeof NEED_STATES)[number];
export const NEED_STEPS = [
  "share",
  "accept",
  "contest",
  "acceptOnPaper",
  "contestOnPaper",
  "silence",
  "withdraw",
  "keep",
  "respond",
  "refuse",
  "meet",
] as const;
export type NeedStep = (typeof NEED_STEPS)[number];

/** What a step of a need is decided on. */
export interface NeedFacts {
  readonly planned: number;
  readonly running: number;
  readonly done: number;
}

/** Needs that are owed a response or a stated refusal. */
export const OWED: readonly NeedState[] = ["accepted", "no_reply", "stands"];

export const needFlow = defineFlow<NeedState, NeedStep, NeedFacts>({
  kind: "needs.need",
  start: "found",
  states: {
    found: { title: w.found, tone: "rest" },
    shared: { title: w.needShared, tone: "info" },
    accepted: { title: w.accepted, tone: "good" },
    contested: { title: w.contested, tone: "watch" },
    no_reply: { title: w.noReply, tone: "rest" },
    stands: { title: w.stands, tone: "watch" },
    withdrawn: { title: w.withdrawn, tone: "rest", final: true },
    responded: { title: w.responded, tone: "good" },
    refused: { title: w.refused, tone: "rest", final: true },
    met: { title: w.met, tone: "good", final: true },
  },
  steps: {
    share: { from: ["found"], to: "shared", verb: verbs.share },
    accept: { from: ["shared"], to: "accepted", verb: verbs.reply },
    contest: { from: ["shared"], to: "contested", verb: verbs.reply },
    // Paper signed in time may arrive when the time to reply is over: what stood as “no reply” is then replied to.
    acceptOnPaper: { from: ["shared", "no_reply"], to: "accepted", verb: verbs.typeReply },
    contestOnPaper: { from: ["shared", "no_reply"], to: "contested", verb: verbs.typeReply },
    silence: { from: ["shared"], to: "no_reply", verb: verbs.plan },
    withdraw: { from: ["contested"], to: "withdrawn", verb: verbs.answerContest },
    keep: { from: ["contested"], to: "stands", verb: verbs.answerContest },
    respond: { from: ["accepted", "no_reply", "stands", "responded"], to: "responded", verb: verbs.respond },
    refuse: { from: ["accepted", "no_reply", "stands"], to: "refused", verb: verbs.refuse },
    meet: {
      from: ["responded"],
      to: "met",
      verb: verbs.meet,
      check: ({ planned, running, done }) =>
        planned + running > 0 || done === 0 ? { text: w.responsesRun, values: { planned, running, done } } : null,
    },
  },
});

export const RESPONSE_STATES = ["planned", "running", "done", "dropped"] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];
export const RESPONSE_STEPS = ["begin", "complete", "drop"] as const;
export type ResponseStep = (typeof RESPONSE_STEPS)[number];

export const responseFlow = defineFlow<ResponseState, ResponseStep, null>({
  kind: "needs.response",
  start: "planned",
  states: {
    planned: { title: w.responsePlanned, tone: "rest" },
    running: { title: w.responseRunning, tone: "info" },
    done: { title: w.responseDone, tone: "good", final: true },
    dropped: { title: w.responseDropped, tone: "rest", final: true },
  },
  steps: {
    begin: { from: ["planned"], to: "running", verb: verbs.progress },
    complete: { from: ["planned", "running"], to: "done", verb: verbs.progress },
    drop: { from: ["planned", "running"], to: "dropped", verb: verbs.progress },
  },
});

/** Where an organisation stands in a round, with the word and tone it is shown with. */
export const PARTICIPATION = {
  invited: { title: w.partInvited, tone: "info" },
  validated: { title: w.partValidated, tone: "good" },
  moderated: { title: w.partModerated, tone: "info" },
  shared: { title: w.partShared, tone: "watch" },
  accepted: { title: w.partAccepted, tone: "good" },
  partly: { title: w.partPartly, tone: "watch" },
  contested: { title: w.partContested, tone: "watch" },
  answered: { title: w.partAnswered, tone: "info" },
  no_reply: { title: w.partNoReply, tone: "rest" },
} as const;
export type ParticipationState = keyof typeof PARTICIPATION;
