/** The states and steps of a plan as data: from needs pooled to closed. */
import type { Day } from "#kernel/calendar/day.ts";
import { defineFlow } from "#kernel/flow/flow.ts";
import { formatDate } from "#platform/ui/format.ts";
import { verbs } from "./verbs.ts";
import { w } from "./words-flow.ts";

export const PLAN_STATES = [
  "pooling",
  "options",
  "draft",
  "comment",
  "secretariat",
  "executive",
  "assembly",
  "adopted",
  "running",
  "revision",
  "revised",
  "closed",
] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_STEPS = [
  "compare",
  "write",
  "invite",
  "takeBack",
  "forward",
  "endorse",
  "confirm",
  "adopt",
  "giveBack",
  "start",
  "revise",
  "submitRevision",
  "adoptRevision",
  "returnRevision",
  "abandonRevision",
  "close",
] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** States in which lines are written freely. */
export const EDITABLE: readonly PlanState[] = ["pooling", "options", "draft"];
/** States in which an adopted plan is followed. */
export const IN_FORCE: readonly PlanState[] = ["running", "revision", "revised"];
/** States from which members, and from adoption on everyone, may read the plan. */
export const SHOWN_TO_MEMBERS: readonly PlanState[] = ["comment", "secretariat", "executive", "assembly", "adopted", ...IN_FORCE, "closed"];
export const PUBLIC_STATES: readonly PlanState[] = ["adopted", ...IN_FORCE, "closed"];

/** What a step of a plan is decided on. */
export interface PlanFacts {
  readonly bundles: number;
  readonly lines: number;
  /** Lines that still lack something the organs must see. */
  readonly incomplete: number;
  readonly commentUntil: Day | null;
  /** True when the actor herself wrote at what is to be adopted. */
  readonly drafted: boolean;
  readonly starts: Day;
  readonly ends: Day;
  /** Lines without an end: neither done nor dropped. */
  readonly unsettled: number;
  /** Changes of the revision under way, and whether it lies before the organ. */
  readonly changes: number;
  readonly submitted: boolean;
  readonly today: Day;
}

const notOwnDraft = ({ drafted }: PlanFacts) => (drafted ? { text: w.ownDraft } : null);

export const planFlow = defineFlow<PlanState, PlanStep, PlanFacts>({
  kind: "plans.plan",
  start: "pooling",
  states: {
    pooling: { title: w.pooling, tone: "info" },
    options: { title: w.options, tone: "info" },
    draft: { title: w.draft, tone: "info" },
    comment: { title: w.comment, tone: "watch" },
    secretariat: { title: w.secretariat, tone: "watch" },
    executive: { title: w.executive, tone: "watch" },
    assembly: { title: w.assembly, tone: "watch" },
    adopted: { title: w.adopted, tone: "good" },
    running: { title: w.running, tone: "good" },
    revision: { title: w.revision, tone: "watch" },
    revised: { title: w.revised, tone: "good" },
    closed: { title: w.closed, tone: "rest", final: true },
  },
  steps: {
    compare: {
      from: ["pooling"],
      to: "options",
      verb: verbs.compare,
      check: ({ bundles, lines }) => (bundles + lines === 0 ? { text: w.poolFirst } : null),
    },
    write: { from: ["options"], to: "draft", verb: verbs.write, check: ({ lines }) => (lines === 0 ? { text: w.noLines } : null) },
    invite: {
      from: ["draft"],
      to: "comment",
      verb: verbs.invite,
      check: ({ lines, incomplete }) =>
        lines === 0 ? { text: w.noLines } : incomplete > 0 ? { text: w.incomplete, values: { incomplete } } : null,
    },
    takeBack: { from: ["comment"], to: "draft", verb: verbs.takeBack },
    forward: {
      from: ["comment"],
      to: "secretariat",
      verb: verbs.forward,
      check: ({ commentUntil, today }) =>
        commentUntil !== null && today <= commentUntil ? { text: w.windowRuns, values: { day: formatDate(commentUntil) } } : null,
    },
    endorse: { from: ["secretariat"], to: "executive", verb: verbs.endorse, check: notOwnDraft },
    confirm: { from: ["executive"], to: "assembly", verb: verbs.confirm, check: notOwnDraft },
    adopt: { from: ["assembly"], to: "adopted", verb: verbs.adopt, check: notOwnDraft },
    giveBack: { from: ["secretariat", "executive", "assembly"], to: "draft", verb: verbs.giveBack },
    start: {
      from: ["adopted"],
      to: "running",
      verb: verbs.start,
      check: ({ starts, today }) => (today < starts ? { text: w.startsLater, values: { day: formatDate(starts) } } : null),
    },
    revise: { from: ["running", "revised"], to: "revision", verb: verbs.revise },
    submitRevision: {
      from: ["revision"],
      verb: verbs.submitRevision,
      check: ({ changes, submitted }) => (submitted ? { text: w.submittedAlready } : changes === 0 ? { text: w.nothingChanged } : null),
    },
    adoptRevision: {
      from: ["revision"],
      to: "revised",
      verb: verbs.adoptRevision,
      check: (facts) => (facts.submitted ? notOwnDraft(facts) : { text: w.notSubmitted }),
    },
    returnRevision: {
      from: ["revision"],
      verb: verbs.returnRevision,
      check: ({ submitted }) => (submitted ? null : { text: w.notSubmitted }),
    },
    abandonRevision: {
      from: ["revision"],
      to: "running",
      verb: verbs.abandonRevision,
      check: ({ submitted }) => (submitted ? { text: w.submittedAlready } : null),
    },
    close: {
      from: ["running", "revised"],
      to: "closed",
      verb: verbs.close,
      check: ({ ends, unsettled, today }) =>
        today <= ends && unsettled > 0 ? { text: w.yearRuns, values: { day: formatDate(ends), unsettled } } : null,
    },
  },
});

/** Steps that record what an organ decided: they have a form of their own, with organ, date, number and document. */
export const DECIDED: Readonly<Partial<Record<PlanStep, string>>> = {
  forward: "commission",
  endorse: "secretariat",
  confirm: "executive_committee",
  adopt: "general_assembly",
  adoptRevision: "executive_committee",
};
/** Steps that need a written reason. */
export const REASONED: readonly PlanStep[] = ["takeBack", "abandonRevision", "close"];
