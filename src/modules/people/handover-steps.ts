/** What every step of a handover has in common: which row is locked, what the flow depends on, and in whose reach it lies. */
import type { Actor } from "#kernel/access/actor.ts";
import { holds, organisationsFor, reachOf } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { stepsOf } from "#kernel/flow/step.ts";
import type { Db } from "#platform/db/handle.ts";
import { Problem } from "#platform/problems/problem.ts";
import { handoversByIds, readableHandovers, type Handover } from "./handover-queries.ts";
import { gapsFilled, handoverFlow, partsOf, type HandoverFacts } from "./handover-rules.ts";
import { p } from "./problems.ts";
import { verbs } from "./rules.ts";

/** What the flow depends on for one actor. One query. */
export async function factsOf(db: Db<any>, actor: Actor, handover: Handover, today: Day): Promise<HandoverFacts> {
  const reach = reachOf(actor, verbs.replace) === null ? new Set<string>() : await organisationsFor(db, actor, verbs.replace, today);
  return {
    parts: partsOf(actor, handover, holds(reach, handover.organisation)),
    outgoingAbsent: handover.outgoingAbsent,
    fileDue: handover.fileDue,
    checkDue: handover.checkDue,
    today,
    gapsFilled: gapsFilled(handover.gaps),
  };
}

/** The steps of a handover. One that the actor may not read is not found. */
export const steps = stepsOf({
  flow: handoverFlow,
  table: "people.handover",
  read: async (act, id) => {
    const [handover] = await handoversByIds(act.tx, [id], act.today);
    if (handover === undefined || act.actor === null) return handover;
    return (await readableHandovers(act.tx, act.actor, [id], act.today)).has(id) ? handover : undefined;
  },
  facts: (act, actor, handover: Handover) => factsOf(act.tx, actor, handover, act.today),
  // Somebody who was moved to another body still hands over what she held here.
  organisation: (handover, facts) => (facts.parts.size > 0 ? null : handover.organisation),
  member: (handover) => handover.organisation,
  notFound: () => new Problem(p.noHandover),
});
