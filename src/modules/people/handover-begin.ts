/** The acts that begin a handover: a holder leaves, all that hangs on the post stays with it, and a successor is named at once or later. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { codeOf, postTypesWith } from "#kernel/pack/lookup.ts";
import { assign, endHolding } from "#kernel/registry/holders.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { supervisorsOf } from "#kernel/registry/supervisors.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import { compileFile, whatMoves, type Moved } from "./handover-file.ts";
import { handoverFlow } from "./handover-rules.ts";
import { steps } from "./handover-steps.ts";
import { p } from "./problems.ts";

/** Who takes over: somebody known, somebody new, or nobody yet. */
export type Successor =
  | { readonly kind: "known"; readonly person: string; readonly acting: boolean }
  | { readonly kind: "new"; readonly fullName: string; readonly phone: string | null; readonly acting: boolean }
  | { readonly kind: "nobody" };

/** Somebody who takes over. */
export type Named = Exclude<Successor, { kind: "nobody" }>;

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

/** Who takes over, as a person of the registry: somebody new is entered first. */
async function personOf(act: Act<any>, successor: Named): Promise<string> {
  if (successor.kind === "known") return successor.person;
  return addPerson(act, { fullName: successor.fullName, phone: successor.phone }, "handover");
}

/** Puts the successor into the post, from the event or from `since`, whichever is later, and compiles the file. */
function appoint(act: Act<any>, id: string, successor: Named, since: Day): Promise<void> {
  return steps.step(act, id, "name", async (handover) => {
    const { post: seat, postType, organisation, tier, supervisor, eventDay } = handover;
    const post = { id: seat, postType, organisation, tier, supervisor };
    const from = eventDay > since ? eventDay : since;
    const person = await personOf(act, successor);
    const assignment = await assign(act, { post: seat, person, acting: successor.acting, from });
    const rules = await ruleSetFor(act.tx as Db<any>, "handover", act.today);
    const file = await compileFile(act.tx, act.pack, post, handover.outgoing, act.today, numberOf(rules, "calendar_ahead"));
    const moved: Moved = handover.moved ?? (await whatMoves(act.tx, act.pack, post, act.today));
    return {
      set: {
        incoming: person,
        incoming_assignment: assignment,
        incoming_acting: successor.acting,
        named_at: act.now,
        compiled: json(file),
        moved: json(moved),
      },
      entry: {
        kind: "people.handover.named",
        payload: { post: seat, acting: successor.acting, from, tasks: moved.tasks, signatures: moved.signatures },
      },
    };
  });
}

/** Names who takes over a post that was left vacant. */
export function nameSuccessor(act: Act<any>, id: string, successor: Named): Promise<void> {
  return appoint(act, id, successor, act.today);
}
