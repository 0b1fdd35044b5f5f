/** The states and steps of a plan’s words in one language, as data. */
import type { WordingState } from "#kernel/document/wordings.ts";
import { defineFlow } from "#kernel/flow/flow.ts";
import { verbs } from "./verbs.ts";
import { w } from "./words-wording.ts";

/** What the steps of a wording depend on. */
export interface WordingFacts {
  /** The actor wrote these words herself. */
  readonly own: boolean;
  /** The version that they belong to is in force. */
  readonly adopted: boolean;
}

export const WORDING_STEPS = ["review", "approve"] as const;
export type WordingStep = (typeof WORDING_STEPS)[number];

export const wordingFlow = defineFlow<WordingState, "handIn" | WordingStep, WordingFacts>({
  kind: "plans.wording",
  start: "draft",
  states: {
    draft: { title: w.draft, tone: "rest" },
    translated: { title: w.translated, tone: "watch" },
    reviewed: { title: w.reviewed, tone: "info" },
    approved: { title: w.approved, tone: "good", final: true },
  },
  steps: {
    handIn: { from: ["draft"], to: "translated", verb: verbs.translate },
    review: { from: ["translated"], to: "reviewed", verb: verbs.review, check: ({ own }) => (own ? { text: w.own } : null) },
    approve: {
      from: ["reviewed"],
      to: "approved",
      verb: verbs.approveWords,
      check: ({ own, adopted }) => (own ? { text: w.own } : adopted ? null : { text: w.notAdopted }),
    },
  },
});
