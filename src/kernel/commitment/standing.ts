/** What answers make of a commitment, without a database: whose word stands, how a commitment stands, and where the two sides differ. */

/** Who is asked: whoever made the commitment, or the post that sees the work. */
export const SIDES = ["self", "verifier"] as const;
export type Side = (typeof SIDES)[number];

export const ANSWERS = ["yes", "partly", "no"] as const;
export type Answer = (typeof ANSWERS)[number];

export type CommitmentState = "open" | "doing" | "done" | "verified" | "not_verified" | "dropped";

/**
 * How a commitment stands for counting. `verified`: the other side says yes; `claimed`: only she says yes; `partly`: the surest word is
 * “partly”; `not_applied`: the surest word is no; `waiting`: nobody has answered.
 */
export const STANDINGS = ["verified", "claimed", "partly", "not_applied", "waiting"] as const;
export type Standing = (typeof STANDINGS)[number];

/** An answer as far as it is counted; steps in the order of their days. */
export interface Answered {
  readonly due: string;
  readonly side: Side;
  readonly answer: Answer | null;
}

/** The newest answer of a side: what was seen last stands. */
function latest(readings: readonly Answered[], side: Side): Answer | null {
  const own = readings.filter((reading) => reading.side === side && reading.answer !== null);
  return own.sort((a, b) => (a.due < b.due ? 1 : a.due > b.due ? -1 : 0))[0]?.answer ?? null;
}

/** How a commitment stands after some answers. The verifier’s word stands before her own; of one side, the newest. */
export function standingOf(readings: readonly Answered[]): Standing {
  const seen = latest(readings, "verifier");
  const said = latest(readings, "self");
  if (seen === "yes") return "verified";
  if (seen === "partly") return "partly";
  if (seen === "no") return "not_applied";
  if (said === "yes") return "claimed";
  if (said === "partly") return "partly";
  return said === "no" ? "not_applied" : "waiting";
}

/** The state a commitment is kept in after some answers. “Done” is her word, “verified” another’s. */
export function stateAfter(readings: readonly Answered[]): CommitmentState {
  const seen = latest(readings, "verifier");
  if (seen === "yes") return "verified";
  if (seen === "no") return "not_verified";
  const said = latest(readings, "self");
  if (said === "yes") return "done";
  return seen === "partly" || said === "partly" ? "doing" : "open";
}

/** True when the two sides say yes and no of the same step: a reason to talk, not a mark against anybody. */
export function differs(readings: readonly (Answered & { readonly step: string })[]): boolean {
  return readings.some(
    (one) =>
      one.side === "self" &&
      readings.some(
        (other) =>
          other.side === "verifier" &&
          other.step === one.step &&
          [one.answer, other.answer].includes("yes") &&
          [one.answer, other.answer].includes("no"),
      ),
  );
}
