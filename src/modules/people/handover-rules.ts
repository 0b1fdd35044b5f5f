/** The steps of a handover: event, interim, file, signatures, acceptance, check; who takes each and why not yet. */
import { defineFlow, type Refusal } from "#kernel/flow/flow.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { formatDate } from "#platform/ui/format.ts";
import { verbs } from "./rules.ts";
import { w } from "./words-handover.ts";

export type HandoverState = "open" | "compiled" | "ready" | "signed" | "accepted" | "closed";

export type HandoverStep = "name" | "fill" | "complete" | "meet" | "sign" | "seal" | "accept" | "refuse" | "check";

/** How an actor stands to a handover. One person can be several of these. */
export type Part = "outgoing" | "incoming" | "supervisor" | "witness" | "personnel";

/** What the steps depend on. */
export interface HandoverFacts {
  readonly parts: ReadonlySet<Part>;
  readonly outgoingAbsent: boolean;
  readonly fileDue: Day;
  readonly checkDue: Day | null;
  readonly today: Day;
  readonly gapsFilled: boolean;
}

/** What was written by hand into a handover file. */
export interface Gaps {
  readonly five: readonly string[];
  readonly risks: string;
  readonly promises: string;
  readonly assets: string;
  readonly induction: string;
}

export const NO_GAPS: Gaps = { five: [], risks: "", promises: "", assets: "", induction: "" };

/** A file is complete with at least one thing the successor must know, and a word on risks and promises, be it “none”. */
export function gapsFilled(gaps: Gaps): boolean {
  return gaps.five.some((one) => one !== "") && gaps.risks !== "" && gaps.promises !== "";
}

/** How an actor stands to a handover; `personnel` are those whose reach includes the organisation. */
export function partsOf(
  actor: Actor,
  handover: {
    readonly outgoing: string;
    readonly incoming: string | null;
    readonly post: string;
    readonly supervisor: string | null;
    readonly witness: string | null;
  },
  personnel: boolean,
): ReadonlySet<Part> {
  const parts = new Set<Part>();
  if (actor.person === handover.outgoing) parts.add("outgoing");
  if (actor.person === handover.incoming) parts.add("incoming");
  if (actor.post !== null && actor.post === handover.supervisor) parts.add("supervisor");
  if (actor.post !== null && actor.post === handover.witness) parts.add("witness");
  if (personnel) parts.add("personnel");
  return parts;
}

/** The outgoing person writes; the supervisor when she is absent or the file is late. */
function writers({ parts, outgoingAbsent, fileDue, today }: HandoverFacts): Refusal | null {
  if (parts.has("outgoing")) return null;
  if (!parts.has("supervisor") && !parts.has("personnel")) return { text: w.onlyOutgoing };
  if (outgoingAbsent || today > fileDue) return null;
  return { text: w.outgoingFirst, values: { day: formatDate(fileDue) } };
}

const onlyIncoming = ({ parts }: HandoverFacts): Refusal | null => (parts.has("incoming") ? null : { text: w.onlyIncoming });

export const handoverFlow = defineFlow<HandoverState, HandoverStep, HandoverFacts>({
  kind: "handover",
  start: "open",
  states: {
    open: { title: w.stateOpen, tone: "late" },
    compiled: { title: w.stateCompiled, tone: "watch" },
    ready: { title: w.stateReady, tone: "info" },
    signed: { title: w.stateSigned, tone: "info" },
    accepted: { title: w.stateAccepted, tone: "good" },
    closed: { title: w.stateClosed, tone: "rest", final: true },
  },
  steps: {
    name: { from: ["open"], to: "compiled", verb: { ...verbs.replace, title: w.stepName } },
    fill: { from: ["compiled"], verb: { ...verbs.takePart, title: w.stepFill }, check: writers },
    complete: {
      from: ["compiled"],
      to: "ready",
      verb: { ...verbs.takePart, title: w.stepComplete },
      check: (facts) => writers(facts) ?? (facts.gapsFilled ? null : { text: w.gapsOpen }),
    },
    meet: {
      from: ["ready"],
      verb: { ...verbs.takePart, title: w.stepMeet },
      check: ({ parts }) => (parts.size > 0 ? null : { text: w.onlyParties }),
    },
    sign: {
      from: ["ready"],
      verb: { ...verbs.takePart, title: w.stepSign },
      check: ({ parts }) => (parts.size > 0 ? null : { text: w.onlyParties }),
    },
    seal: { from: ["ready"], to: "signed", verb: { ...verbs.takePart, title: w.stepSign } },
    accept: { from: ["signed"], to: "accepted", verb: { ...verbs.takePart, title: w.stepAccept }, check: onlyIncoming },
    refuse: { from: ["signed"], to: "compiled", verb: { ...verbs.takePart, title: w.stepRefuse }, check: onlyIncoming },
    check: {
      from: ["accepted"],
      to: "closed",
      verb: { ...verbs.takePart, title: w.stepCheck },
      check: ({ parts, checkDue, today }) => {
        if (!parts.has("supervisor") && !parts.has("personnel")) return { text: w.onlySupervisor };
        return checkDue !== null && today < checkDue ? { text: w.checkLater, values: { day: formatDate(checkDue) } } : null;
      },
    },
  },
});
