/** The acts of a handover, each in the one transaction that is given: event and successor, file, meeting, signatures, acceptance, check. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { holds, organisationsFor, reachOf } from "#kernel/access/verb.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { take } from "#kernel/flow/flow.ts";
import { codeOf, postTypesWith } from "#kernel/pack/lookup.ts";
import { assign, endHolding } from "#kernel/registry/holders.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { supervisorsOf } from "#kernel/registry/supervisors.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { openSheet, signPlace, type NewPlace, type Signing } from "#kernel/signature/sheet.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import { compileFile, whatMoves, type Moved } from "./handover-file.ts";
import { handoversByIds, readableHandovers, type Handover } from "./handover-queries.ts";
import {
  gapsFilled,
  handoverFlow,
  partsOf,
  type Gaps,
  type HandoverFacts,
  type HandoverState,
  type HandoverStep,
} from "./handover-rules.ts";
import { p } from "./problems.ts";
import { verbs } from "./rules.ts";

/** Who takes over: somebody known, somebody new, or nobody yet. */
export type Successor =
  | { readonly kind: "known"; readonly person: string; readonly acting: boolean }
  | { readonly kind: "new"; readonly fullName: string; readonly phone: string | null; readonly acting: boolean }
  | { readonly kind: "nobody" };

/** The event that begins a handover. `assignment` is the holding that the person on the page saw. */
export interface Replacement {
  readonly post: string;
  readonly assignment: string;
  readonly reason: string;
  readonly day: Day;
  readonly note: string;
  readonly outgoingAbsent: boolean;
  readonly successor: Successor;
}

interface HeldPost {
  organisation: string;
  post_type: string;
  tier: string | null;
  person: string;
  acting: boolean;
}

/** Locks a post and its holding as the page showed it. Of two replacements at once, the second finds the holder changed. */
async function lockHolding(act: Act<any>, replacement: Replacement): Promise<HeldPost> {
  const { rows: locked } = await sql`select id from registry.post where id = ${replacement.post} for update`.execute(act.tx);
  if (locked.length === 0) throw new Problem(p.noPost);
  const { rows } = await sql<HeldPost>`
    select t.organisation, t.post_type, o.tier, a.person, a.acting
    from registry.assignment a join registry.post t on t.id = a.post join registry.organisation o on o.id = t.organisation
    where a.id = ${replacement.assignment} and a.post = ${replacement.post} and (a.to_day is null or a.to_day > ${replacement.day})`.execute(
    act.tx,
  );
  const [held] = rows;
  if (held === undefined) throw new Problem(p.holderChanged);
  return held;
}

/** The post that supervises a handover, and the one that witnesses it: what the pack says, else the council’s president; then human resources. */
async function overseersOf(
  act: Act<any>,
  post: string,
  organisation: string,
): Promise<{ supervisor: string | null; witness: string | null }> {
  const named = (await supervisorsOf(act.tx as Db<any>, act.pack, [post], act.today)).get(post);
  const typesOf = (role: "council_president" | "hr_director"): string[] => postTypesWith(act.pack, role).map((type) => type.code);
  const { rows } = await sql<{ id: string; personnel: boolean }>`
    select p.id, p.post_type = any(${typesOf("hr_director")}::text[]) as personnel from registry.post p
    where p.organisation = ${organisation} and p.id <> ${post} and p.post_type = any(${[...typesOf("council_president"), ...typesOf("hr_director")]}::text[])
      and p.from_day <= ${act.today} and (p.to_day is null or p.to_day > ${act.today})
    order by p.post_type, p.seat`.execute(act.tx);
  const supervisor = named ?? rows.find((row) => !row.personnel)?.id ?? null;
  const witness = rows.find((row) => row.personnel && row.id !== supervisor)?.id ?? rows.find((row) => row.id !== supervisor)?.id ?? null;
  return { supervisor, witness };
}

/** Records that a holder leaves, ends the holding, and names the successor when there is one: all or nothing. Returns the handover. */
export async function replaceHolder(act: Act<any>, replacement: Replacement): Promise<string> {
  const held = await lockHolding(act, replacement);
  const rules = await ruleSetFor(act.tx as Db<any>, "handover", act.today);
  const post = { id: replacement.post, postType: held.post_type, organisation: held.organisation };
  const moved = await whatMoves(act.tx, act.pack, post, act.today);
  const id = newId();
  const due = (parameter: string): Day => addWorkingDays(act.pack.calendar, replacement.day, numberOf(rules, parameter));
  await act.tx
    .insertInto("people.handover")
    .values({
      id,
      post: replacement.post,
      organisation: held.organisation,
      reason: replacement.reason,
      event_day: replacement.day,
      note: replacement.note,
      state: handoverFlow.start,
      outgoing: held.person,
      outgoing_assignment: replacement.assignment,
      outgoing_acting: held.acting,
      outgoing_absent: replacement.outgoingAbsent || codeOf(act.pack, "leaving_reason", replacement.reason).flags["absent"] === true,
      ...(await overseersOf(act, replacement.post, held.organisation)),
      file_due: due("file_within"),
      meeting_due: due("ceremony_within"),
      moved: json(moved),
      made_at: act.now,
    })
    .execute();
  await endHolding(act, { post: replacement.post, acting: held.acting, on: replacement.day, reason: replacement.reason });
  await act.journal({
    kind: "people.handover.begun",
    subject: { kind: "handover", id },
    member: held.organisation,
    payload: { post: replacement.post, reason: replacement.reason, day: replacement.day, tasks: moved.tasks, signatures: moved.signatures },
  });
  if (replacement.successor.kind !== "nobody") await appoint(act, id, replacement.successor, replacement.day);
  return id;
}

/** Puts the successor into the post and compiles the file. */
async function appoint(act: Act<any>, id: string, successor: Exclude<Successor, { kind: "nobody" }>, from: Day): Promise<void> {
  const [handover] = await handoversByIds(act.tx, [id], act.today);
  if (handover === undefined) throw new Problem(p.noHandover);
  const state = await decide(act, handover, "name");
  const person =
    successor.kind === "known"
      ? successor.person
      : await addPerson(act, { fullName: successor.fullName, phone: successor.phone }, "handover");
  const assignment = await assign(act, { post: handover.post, person, acting: successor.acting, from });
  const rules = await ruleSetFor(act.tx as Db<any>, "handover", act.today);
  const post = { id: handover.post, postType: handover.postType, organisation: handover.organisation, tier: handover.tier };
  const file = await compileFile(act.tx, act.pack, post, handover.outgoing, act.today, numberOf(rules, "calendar_ahead"));
  const moved: Moved = handover.moved ?? (await whatMoves(act.tx, act.pack, post, act.today));
  await act.tx
    .updateTable("people.handover")
    .set({
      state,
      incoming: person,
      incoming_assignment: assignment,
      incoming_acting: successor.acting,
      named_at: act.now,
      compiled: json(file),
      moved: json(moved),
    })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "people.handover.named",
    subject: { kind: "handover", id },
    member: handover.organisation,
    payload: { post: handover.post, acting: successor.acting, from, tasks: moved.tasks, signatures: moved.signatures },
  });
}

/** Names who takes over a post that was left vacant. */
export async function nameSuccessor(act: Act<any>, id: string, successor: Exclude<Successor, { kind: "nobody" }>): Promise<void> {
  const handover = await lockHandover(act, id);
  await appoint(act, id, successor, handover.eventDay > act.today ? handover.eventDay : act.today);
}

/** A handover locked for a change; not found when the actor may not read it. */
async function lockHandover(act: Act<any>, id: string): Promise<Handover> {
  await sql`select id from people.handover where id = ${id} for update`.execute(act.tx);
  const [handover] = await handoversByIds(act.tx, [id], act.today);
  if (handover === undefined || (act.actor !== null && !(await readableHandovers(act.tx, act.actor, [id], act.today)).has(id)))
    throw new Problem(p.noHandover);
  return handover;
}

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

/** Asks the flow whether this actor may take a step now; the state it leads to. */
async function decide(act: Act<any>, handover: Handover, step: HandoverStep): Promise<HandoverState> {
  if (act.actor === null) return handoverFlow.steps[step].to ?? handover.state;
  const facts = await factsOf(act.tx, act.actor, handover, act.today);
  const within = await organisationsFor(act.tx as Db<any>, act.actor, handoverFlow.steps[step].verb, act.today);
  // Somebody who was moved to another body still hands over what she held here.
  const organisation = facts.parts.size > 0 ? null : handover.organisation;
  return take(handoverFlow, step, handover.state, facts, { actor: act.actor, within, organisation });
}

/** Saves what was written by hand. `because` says why somebody else writes than the outgoing person. */
export async function writeGaps(act: Act<any>, id: string, gaps: Gaps, because: string | null): Promise<void> {
  const handover = await lockHandover(act, id);
  await decide(act, handover, "fill");
  await act.tx
    .updateTable("people.handover")
    .set({ gaps: json(gaps), completed_because: because })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "people.handover.written",
    subject: { kind: "handover", id },
    member: handover.organisation,
    payload: { instead: because !== null },
  });
}

/** The content that is signed: everything compiled and written, and who hands over to whom. */
function contentOf(handover: Handover): Record<string, unknown> {
  const { id, post, postType, organisation, reason, eventDay, outgoing, incoming, incomingActing, compiled, gaps } = handover;
  return { handover: id, post, postType, organisation, reason, eventDay, outgoing, incoming, acting: incomingActing, compiled, gaps };
}

/** Declares the file complete and opens the sheet to sign: outgoing, incoming, witness. */
export async function completeFile(act: Act<any>, id: string): Promise<void> {
  const handover = await lockHandover(act, id);
  const state = await decide(act, handover, "complete");
  const places: NewPlace[] = [
    { part: "outgoing", person: handover.outgoing, post: handover.outgoingAbsent ? handover.supervisor : null },
    { part: "incoming", person: handover.incoming, post: handover.post },
    { part: "witness", post: handover.witness },
  ];
  const sheet = await openSheet(act, {
    subject: { kind: "handover", id },
    member: handover.organisation,
    content: contentOf(handover),
    places,
  });
  await act.tx
    .updateTable("people.handover")
    .set({ state, sheet, completed_by: act.author.person, completed_by_post: act.author.post, completed_at: act.now })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "people.handover.completed",
    subject: { kind: "handover", id },
    member: handover.organisation,
    payload: { sheet },
  });
}

/** Sets when and where the two meet. */
export async function setMeeting(act: Act<any>, id: string, meeting: { readonly day: Day; readonly place: string }): Promise<void> {
  const handover = await lockHandover(act, id);
  await decide(act, handover, "meet");
  await act.tx
    .updateTable("people.handover")
    .set({ meeting_day: meeting.day, meeting_place: meeting.place })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "people.handover.meeting_set",
    subject: { kind: "handover", id },
    member: handover.organisation,
    payload: { ...meeting },
  });
}

/** Signs one place of the sheet; with the last one the handover is signed. Only the supervisor or human resources sign for somebody absent. */
export async function signHandover(act: Act<any>, id: string, position: number, how: Signing): Promise<void> {
  const handover = await lockHandover(act, id);
  await decide(act, handover, "sign");
  if (how.by === "instead" && act.actor !== null) {
    const { parts } = await factsOf(act.tx, act.actor, handover, act.today);
    if (!parts.has("supervisor") && !parts.has("personnel")) throw new Problem(p.noHandover);
  }
  if (handover.sheet === null) throw new Problem(p.noHandover);
  const last = await signPlace(act, handover.sheet, position, how, handover.organisation);
  if (!last) return;
  await act.tx
    .updateTable("people.handover")
    .set({ state: await decide(act, handover, "seal") })
    .where("id", "=", id)
    .execute();
}

/** The successor accepts, with reservations or without; the check follows after the days that the rules say. */
export async function acceptHandover(act: Act<any>, id: string, reservations: string): Promise<void> {
  const handover = await lockHandover(act, id);
  const state = await decide(act, handover, "accept");
  const rules = await ruleSetFor(act.tx as Db<any>, "handover", act.today);
  const outcome = reservations !== "" ? "with_reservations" : handover.outgoingAbsent ? "absent" : "complete";
  await act.tx
    .updateTable("people.handover")
    .set({
      state,
      outcome,
      reservations: reservations === "" ? null : reservations,
      accepted_at: act.now,
      check_due: addDays(act.today, numberOf(rules, "check_after")),
    })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "people.handover.accepted",
    subject: { kind: "handover", id },
    member: handover.organisation,
    payload: { outcome },
  });
}

/** The successor sends the file back with what must change; it is completed and signed anew. */
export async function refuseHandover(act: Act<any>, id: string, because: string): Promise<void> {
  const handover = await lockHandover(act, id);
  const state = await decide(act, handover, "refuse");
  await act.tx
    .updateTable("people.handover")
    .set({ state, sheet: null, outcome: "refused", reservations: because, completed_at: null, completed_by: null })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "people.handover.refused",
    subject: { kind: "handover", id },
    member: handover.organisation,
    payload: { sheet: handover.sheet },
  });
}

/** Records the check after a month and closes. */
export async function checkHandover(
  act: Act<any>,
  id: string,
  checked: { readonly tasks: string; readonly reservations: string; readonly note: string },
): Promise<void> {
  const handover = await lockHandover(act, id);
  const state = await decide(act, handover, "check");
  await act.tx
    .updateTable("people.handover")
    .set({ state, checked: json(checked), closed_at: act.now })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "people.handover.closed",
    subject: { kind: "handover", id },
    member: handover.organisation,
    payload: { tasks: checked.tasks, reservations: checked.reservations },
  });
}
