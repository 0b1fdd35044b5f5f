/** Writes about names: an organisation names people within its seats, another person approves, and whoever cannot come is replaced from the same group. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { holds, organisationsFor, reachOf, type Verb } from "#kernel/access/verb.ts";
import { take } from "#kernel/flow/flow.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { withdrawParticipant } from "#kernel/gathering/participants.ts";
import type { GroupMember } from "#kernel/registry/groups.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import type { Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { groupsOfPostType, membersFor } from "./candidates.ts";
import { insertEnrolments, rowsFor } from "./enrol.ts";
import { enrolmentFlow, type EnrolmentSituation, type EnrolmentStep } from "./flows.ts";
import { p } from "./problems.ts";
import { freeSeats, lockEnrolments, OPEN_SESSION, theSession, type LockedEnrolment, type Session } from "./queries.ts";
import { verbs, wantsSeparateApproval } from "./rules.ts";
import { ENROLMENT, SESSION } from "./schema.ts";

/** Locks a session for names: two people of one organisation who name at once wait for each other. */
async function lockSession(act: Act<any>, id: string): Promise<Session> {
  await sql`select id from sessions.session where id = ${id} for update`.execute(act.tx);
  const session = await theSession(act.tx as never, id);
  if (session === undefined) throw new Problem(p.noSession);
  return session;
}

async function mustReach(act: Act<any>, verb: Verb, entity: string): Promise<void> {
  if (act.actor === null) return;
  if (reachOf(act.actor, verb) === null) throw new Problem(flowProblems.notYours);
  if (!holds(await organisationsFor(act.tx as never, act.actor, verb, act.today), entity)) throw new Problem(flowProblems.notFound);
}

/** Names close on their day; after it only replacements are taken. */
function mustTakeNames(act: Act<any>, session: Session): void {
  if (session.state === "planned") throw new Problem(p.notOpenYet);
  const open = session.state === "nominations_open" && session.nominationsClosedAt === null && act.today <= session.nominationsClose;
  if (!open) throw new Problem(p.namesClosed, { day: formatDate(session.nominationsClose) });
}

/** Throws when one of them is on the list already: a person takes one seat. */
async function mustBeNew(act: Act<any>, session: string, members: readonly GroupMember[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select h.full_name as name from sessions.enrolment e join registry.person h on h.id = e.person
    where e.session = ${session} and e.person = any(${members.map((member) => member.person)}::uuid[])
      and e.state not in ('not_approved', 'declined', 'replaced', 'withdrawn') order by h.sort_name limit 1`.execute(act.tx);
  const [first] = rows;
  if (first !== undefined) throw new Problem(p.alreadyNamed, { person: first.name });
}

/** Names holders of posts for a session. Those beyond the organisation's seats wait. Returns how many were named and how many of them wait. */
export async function nominate(
  act: Act<any>,
  id: string,
  entity: string,
  assignments: readonly string[],
): Promise<{ readonly named: number; readonly waiting: number }> {
  const session = await lockSession(act, id);
  await mustReach(act, verbs.nominate, entity);
  mustTakeNames(act, session);
  const seats = await act.tx
    .selectFrom("sessions.seat")
    .select("seats")
    .where("session", "=", id)
    .where("organisation", "=", entity)
    .executeTakeFirst();
  if (seats === undefined) throw new Problem(p.noSeatsHere);
  const wanted = new Set(assignments);
  const members = (await membersFor(act.tx as never, act.pack, session.groups, entity, act.today)).filter((each) =>
    wanted.has(each.assignment),
  );
  if (members.length === 0 || members.length !== wanted.size) throw new Problem(p.notInGroup);
  const teaches = new Set(session.trainers.map((trainer) => trainer.person));
  if (members.some((member) => teaches.has(member.person))) throw new Problem(p.teaches);
  await mustBeNew(act, id, members);
  const free = await freeSeats(act.tx as never, id, entity);
  const rows = await rowsFor(act, members, { session, entity, state: "nominated", free });
  await insertEnrolments(act, rows);
  const waiting = rows.filter((row) => row.waiting).length;
  await act.journal({
    kind: "sessions.names.given",
    subject: { kind: SESSION, id },
    member: entity,
    payload: { people: rows.length, waiting, enrolments: rows.map((row) => row.id) },
  });
  return { named: rows.length, waiting };
}

/** The first who wait move into seats that have become free. Returns who they are. */
export async function moveUp(act: Act<any>, session: string, entity: string): Promise<readonly string[]> {
  const free = await freeSeats(act.tx as never, session, entity);
  if (free <= 0) return [];
  const { rows } = await sql<{ id: string }>`
    update sessions.enrolment set waiting = false where id in (
      select id from sessions.enrolment where session = ${session} and entity = ${entity} and waiting and state = 'nominated'
      order by nominated_at, id limit ${free} for update)
    returning id`.execute(act.tx);
  return rows.map((row) => row.id);
}

/** What the steps of an enrolment depend on for one actor. */
export async function enrolmentSituation(
  act: Act<any>,
  actor: Actor,
  session: Session,
): Promise<Omit<EnrolmentSituation, "ownNomination" | "waiting">> {
  const separate = wantsSeparateApproval(await ruleSetFor(act.tx as never, "training", act.today));
  const teaches = session.trainers.some((trainer) => trainer.person === actor.person);
  const runs = reachOf(actor, verbs.run) !== null || (session.runner !== null && (await holdsNow(act, session.runner, actor.person)));
  return { separate, conducts: teaches || runs, sessionOpen: OPEN_SESSION.includes(session.state) };
}

async function holdsNow(act: Act<any>, post: string, person: string): Promise<boolean> {
  const { rows } = await sql`
    select from registry.assignment where post = ${post} and person = ${person} and from_day <= ${act.today} and (to_day is null or to_day > ${act.today})
    limit 1`.execute(act.tx);
  return rows.length > 0;
}

/** Locks enrolments of one session and asks the flow about each; throws the first refusal. */
async function decide(act: Act<any>, session: Session, ids: readonly string[], step: EnrolmentStep): Promise<readonly LockedEnrolment[]> {
  const locked = await lockEnrolments(act.tx as never, ids);
  if (locked.length === 0 || locked.length !== new Set(ids).size || locked.some((row) => row.session !== session.id))
    throw new Problem(p.noEnrolment);
  if (act.actor === null) return locked;
  const { actor } = act;
  const within = await organisationsFor(act.tx as never, actor, enrolmentFlow.steps[step].verb, act.today);
  const common = await enrolmentSituation(act, actor, session);
  for (const row of locked)
    take(
      enrolmentFlow,
      step,
      row.state,
      { ...common, ownNomination: row.nominatedBy === actor.person, waiting: row.waiting },
      { actor, within, organisation: row.entity },
    );
  return locked;
}

/** Approves names, or does not, with a reason. Refuses whoever named them, and who runs or teaches the session. */
export async function decideNames(
  act: Act<any>,
  id: string,
  ids: readonly string[],
  decision: { readonly approve: true } | { readonly approve: false; readonly reason: string; readonly language: Language },
): Promise<number> {
  const session = await lockSession(act, id);
  const rows = await decide(act, session, ids, decision.approve ? "approve" : "refuse");
  await act.tx
    .updateTable("sessions.enrolment")
    .set({
      state: decision.approve ? "approved" : "not_approved",
      waiting: false,
      decided_by: act.author.person,
      decided_post: act.author.post,
      decided_at: act.now,
      ...(decision.approve ? {} : { reason: decision.reason, reason_language: decision.language }),
    })
    .where("id", "in", [...ids])
    .execute();
  for (const [entity, list] of Map.groupBy(rows, (row) => row.entity)) {
    if (!decision.approve) await moveUp(act, id, entity);
    await act.journal({
      kind: decision.approve ? "sessions.names.approved" : "sessions.names.refused",
      subject: { kind: SESSION, id },
      member: entity,
      payload: { people: list.length, enrolments: list.map((row) => row.id) },
      ...(decision.approve ? {} : { personal: { reason: decision.reason } }),
    });
  }
  return rows.length;
}

/** Takes a name off the list; whoever waits first moves up. */
export async function withdrawName(act: Act<any>, enrolment: string, reason: string, language: Language): Promise<LockedEnrolment> {
  const [found] = await lockEnrolments(act.tx as never, [enrolment]);
  if (found === undefined) throw new Problem(p.noEnrolment);
  const session = await lockSession(act, found.session);
  await decide(act, session, [enrolment], "withdraw");
  await end(act, found, "withdrawn", { reason, language });
  await moveUp(act, session.id, found.entity);
  await act.journal({
    kind: "sessions.enrolment.withdrawn",
    subject: { kind: ENROLMENT, id: enrolment },
    member: found.entity,
    payload: {},
    personal: { reason },
  });
  return found;
}

/** Ends an enrolment before the session, and takes her off the list at the door. */
export async function end(
  act: Act<any>,
  enrolment: LockedEnrolment,
  state: "withdrawn" | "replaced" | "declined",
  why: { readonly reason: string | null; readonly language: Language | null },
): Promise<void> {
  await act.tx
    .updateTable("sessions.enrolment")
    .set({ state, waiting: false, reason: why.reason, reason_language: why.reason === null ? null : why.language, settled_at: act.now })
    .where("id", "=", enrolment.id)
    .execute();
  await withdrawParticipant(act as never, enrolment.id);
}

/**
 * Names somebody in the place of another. She must come from the same target group: a seat for mayors stays a seat for mayors. Whoever
 * approved the first approves her as well. Returns the new enrolment.
 */
export async function replaceName(act: Act<any>, enrolment: string, assignment: string): Promise<string> {
  const [found] = await lockEnrolments(act.tx as never, [enrolment]);
  if (found === undefined) throw new Problem(p.noEnrolment);
  const session = await lockSession(act, found.session);
  await decide(act, session, [enrolment], "replace");
  const groups = groupsOfPostType(act.pack, session.groups, found.postType);
  const members = await membersFor(act.tx as never, act.pack, groups, found.entity, act.today);
  const member = members.find((each) => each.assignment === assignment);
  if (member === undefined) throw new Problem(p.otherGroup);
  if (session.trainers.some((trainer) => trainer.person === member.person)) throw new Problem(p.teaches);
  await mustBeNew(act, session.id, [member]);
  await end(act, found, "replaced", { reason: null, language: null });
  const free = found.waiting ? 0 : Math.max(0, await freeSeats(act.tx as never, session.id, found.entity));
  const rows = await rowsFor(act, [member], { session, entity: found.entity, state: "nominated", replaces: found.id, free });
  await insertEnrolments(act, rows);
  await act.journal({
    kind: "sessions.enrolment.replaced",
    subject: { kind: ENROLMENT, id: found.id },
    member: found.entity,
    payload: { by: rows[0]?.id ?? null, session: session.id },
  });
  return rows[0]?.id ?? "";
}
