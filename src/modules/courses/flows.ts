/** States and steps of a version of a course as data; pages, actions and refusals read the same table. */
import { defineFlow, type Refusal } from "#kernel/flow/flow.ts";
import { verbs } from "./rules.ts";
import type { CourseState, Review } from "./schema.ts";
import { w } from "./words-flow.ts";

export const COURSE_STEPS = [
  "ask",
  "takeBack",
  "reviewContent",
  "reviewLegal",
  "accept",
  "reopen",
  "publish",
  "comeDue",
  "confirm",
  "revise",
  "drop",
  "retire",
] as const;
export type CourseStep = (typeof COURSE_STEPS)[number];

/** What a step is decided on: reviews are those of the round that is running. */
export interface VersionFacts {
  readonly missing: number;
  readonly asked: boolean;
  readonly content: Review | null;
  readonly legal: Review | null;
  /** The acting post. */
  readonly post: string | null;
  /** True when another version of the course is being worked on. */
  readonly inWork: boolean;
}

function mayReview(facts: VersionFacts, own: Review | null, other: Review | null): Refusal | null {
  if (!facts.asked) return { text: w.notAsked };
  if (own !== null) return { text: w.alreadyReviewed };
  // Content and law are looked at by two posts, so that no one post lets a course through alone.
  return other !== null && other.post === facts.post ? { text: w.twoPosts } : null;
}

export const courseFlow = defineFlow<CourseState, CourseStep, VersionFacts>({
  kind: "courses.version",
  start: "draft",
  states: {
    draft: { title: w.draft, tone: "rest" },
    reviewed: { title: w.reviewed, tone: "info" },
    published: { title: w.published, tone: "good" },
    revision_due: { title: w.revisionDue, tone: "watch" },
    retired: { title: w.retired, tone: "rest", final: true },
  },
  steps: {
    ask: {
      from: ["draft"],
      verb: verbs.ask,
      check: ({ missing, asked }) => (asked ? { text: w.alreadyAsked } : missing > 0 ? { text: w.incomplete, values: { missing } } : null),
    },
    takeBack: { from: ["draft"], verb: verbs.takeBack, check: ({ asked }) => (asked ? null : { text: w.notAsked }) },
    reviewContent: { from: ["draft"], verb: verbs.reviewContent, check: (facts) => mayReview(facts, facts.content, facts.legal) },
    reviewLegal: { from: ["draft"], verb: verbs.reviewLegal, check: (facts) => mayReview(facts, facts.legal, facts.content) },
    // Taken by whichever of the two reviews comes second; never offered by itself.
    accept: { from: ["draft"], to: "reviewed", verb: verbs.reviewContent },
    reopen: { from: ["reviewed"], to: "draft", verb: verbs.takeBack },
    publish: { from: ["reviewed"], to: "published", verb: verbs.publish },
    // Taken by the clock.
    comeDue: { from: ["published"], to: "revision_due", verb: verbs.revise },
    confirm: { from: ["revision_due"], to: "published", verb: verbs.confirm },
    revise: {
      from: ["published", "revision_due"],
      verb: verbs.revise,
      check: ({ inWork }) => (inWork ? { text: w.versionInWork } : null),
    },
    drop: { from: ["draft", "reviewed"], to: "retired", verb: verbs.drop },
    retire: { from: ["published", "revision_due"], to: "retired", verb: verbs.retire },
  },
});

/** Steps that somebody takes with one button on the page; the others have a page of their own, or nobody takes them. */
export const PLAIN_STEPS: readonly CourseStep[] = ["ask", "takeBack", "reopen", "publish", "confirm", "revise"];
