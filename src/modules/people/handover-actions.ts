/** The acts of a running handover: file, meeting, signatures, acceptance, check. */
import type { Act } from "#kernel/access/act.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { openSheet, signPlace, type NewPlace, type Signing } from "#kernel/signature/sheet.ts";
import type { Db } from "#platform/db/handle.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Handover } from "./handover-queries.ts";
import type { Gaps } from "./handover-rules.ts";
import { factsOf, steps } from "./handover-steps.ts";
import { p } from "./problems.ts";

/** Saves what was written by hand. `because` says why somebody else writes than the outgoing person. */
export function writeGaps(act: Act<any>, id: string, gaps: Gaps, because: string | null): Promise<void> {
  return steps.step(act, id, "fill", () => ({
    set: { gaps: json(gaps), completed_because: because },
    entry: { kind: "people.handover.written", payload: { instead: because !== null } },
  }));
}

/** The content that is signed: everything compiled and written, and who hands over to whom. */
function contentOf(handover: Handover): Record<string, unknown> {
  const { id, post, postType, organisation, reason, eventDay, outgoing, incoming, incomingActing, compiled, gaps } = handover;
  return { handover: id, post, postType, organisation, reason, eventDay, outgoing, incoming, acting: incomingActing, compiled, gaps };
}

/** Who signs: outgoing, incoming, witness. The supervisor may sign for somebody absent. */
function placesOf(handover: Handover): NewPlace[] {
  return [
    { part: "outgoing", person: handover.outgoing, post: handover.outgoingAbsent ? handover.supervisor : null },
    { part: "incoming", person: handover.incoming, post: handover.post },
    { part: "witness", post: handover.witness },
  ];
}

/** Declares the file complete and opens the sheet to sign. */
export function completeFile(act: Act<any>, id: string): Promise<void> {
  return steps.step(act, id, "complete", async (handover) => {
    const subject = { kind: "handover", id };
    const content = contentOf(handover);
    const sheet = await openSheet(act, { subject, member: handover.organisation, content, places: placesOf(handover) });
    return {
      set: { sheet, completed_by: act.author.person, completed_by_post: act.author.post, completed_at: act.now },
      entry: { kind: "people.handover.completed", payload: { sheet } },
    };
  });
}

/** Sets when and where the two meet. */
export function setMeeting(act: Act<any>, id: string, meeting: { readonly day: Day; readonly place: string }): Promise<void> {
  return steps.step(act, id, "meet", () => ({
    set: { meeting_day: meeting.day, meeting_place: meeting.place },
    entry: { kind: "people.handover.meeting_set", payload: { day: meeting.day }, personal: { place: meeting.place } },
  }));
}

/** Signs one place of the sheet; with the last one the handover is signed. Only the supervisor or human resources sign for somebody absent. */
export function signHandover(act: Act<any>, id: string, position: number, how: Signing): Promise<void> {
  return steps.step(act, id, "sign", async (handover) => {
    if (how.by === "instead" && act.actor !== null) {
      const { parts } = await factsOf(act.tx, act.actor, handover, act.today);
      if (!parts.has("supervisor") && !parts.has("personnel")) throw new Problem(p.noHandover);
    }
    if (handover.sheet === null) throw new Problem(p.noHandover);
    const last = await signPlace(act, handover.sheet, position, how, handover.organisation);
    return last ? { set: { state: await steps.decide(act, handover, "seal") } } : {};
  });
}

/** The successor accepts, with reservations or without; the check follows after the days that the rules say. */
export function acceptHandover(act: Act<any>, id: string, reservations: string): Promise<void> {
  return steps.step(act, id, "accept", async (handover) => {
    const rules = await ruleSetFor(act.tx as Db<any>, "handover", act.today);
    const outcome = reservations !== "" ? "with_reservations" : handover.outgoingAbsent ? "absent" : "complete";
    return {
      set: {
        outcome,
        reservations: reservations === "" ? null : reservations,
        accepted_at: act.now,
        check_due: addDays(act.today, numberOf(rules, "check_after")),
      },
      entry: { kind: "people.handover.accepted", payload: { outcome } },
    };
  });
}

/** The successor sends the file back with what must change; it is completed and signed anew. */
export function refuseHandover(act: Act<any>, id: string, because: string): Promise<void> {
  return steps.step(act, id, "refuse", (handover) => ({
    set: { sheet: null, outcome: "refused", reservations: because, completed_at: null, completed_by: null },
    entry: { kind: "people.handover.refused", payload: { sheet: handover.sheet } },
  }));
}

/** What the check after a month found: whether tasks moved on and reservations are settled (“yes”, “partly”, “no”), and what remains. */
export interface Checked {
  readonly tasks: string;
  readonly reservations: string;
  readonly note: string;
}

/** Records the check after a month and closes. */
export function checkHandover(act: Act<any>, id: string, checked: Checked): Promise<void> {
  return steps.step(act, id, "check", () => ({
    set: { checked: json(checked), closed_at: act.now },
    entry: { kind: "people.handover.closed", payload: { tasks: checked.tasks, reservations: checked.reservations } },
  }));
}
