/** Who may do what with messages, and the two lives a message can have that people take part in; no database. */
import { defineVerbs } from "#kernel/access/verb.ts";
import { defineFlow } from "#kernel/flow/flow.ts";
import { w } from "./words.ts";

export const verbs = defineVerbs("messages", {
  read: { title: w.verbRead, roles: { administrator: "all", training_coordinator: "all", capacity_manager: "all" } },
  answer: { title: w.verbAnswer, roles: { training_coordinator: "all", capacity_manager: "all" } },
  close: { title: w.verbClose, roles: { training_coordinator: "all", capacity_manager: "all" } },
  again: { title: w.verbAgain, roles: { administrator: "all", training_coordinator: "all" } },
  tryOut: { title: w.verbTry, roles: { administrator: "all", training_coordinator: "all", capacity_manager: "all" } },
});

/** What a human does with a message that nothing understood. */
export interface WaitingFacts {
  /** The address was erased: nobody can be written to. */
  readonly erased: boolean;
}

/** A message that nothing understood waits until a human has answered it or says that it needs no answer. */
export const waitingFlow = defineFlow<"not_understood" | "dealt_with", "answer" | "close", WaitingFacts>({
  kind: "message_in",
  start: "not_understood",
  states: { not_understood: { title: w.not_understood, tone: "watch" }, dealt_with: { title: w.dealt_with, tone: "rest", final: true } },
  steps: {
    answer: {
      from: ["not_understood"],
      to: "dealt_with",
      verb: verbs.answer,
      check: ({ erased }) => (erased ? { text: w.erasedNoAnswer } : null),
    },
    close: { from: ["not_understood"], to: "dealt_with", verb: verbs.close },
  },
});

/** A message that failed can be sent again once what was wrong is mended. */
export const failedFlow = defineFlow<"failed" | "queued", "again", WaitingFacts>({
  kind: "message_out",
  start: "failed",
  states: { failed: { title: w.failed, tone: "late" }, queued: { title: w.queued, tone: "info", final: true } },
  steps: {
    again: { from: ["failed"], to: "queued", verb: verbs.again, check: ({ erased }) => (erased ? { text: w.erasedNoAnswer } : null) },
  },
});

/** States as lists and pages show them, in the order of a message's life. */
export const STATES = ["queued", "sent", "kept", "held", "failed", "understood", "not_understood", "dealt_with"] as const;
export type State = (typeof STATES)[number];

/** How each state is marked. */
export const TONES = {
  queued: "info",
  sent: "good",
  kept: "rest",
  held: "watch",
  failed: "late",
  understood: "good",
  not_understood: "watch",
  dealt_with: "rest",
} as const satisfies Record<State, string>;
