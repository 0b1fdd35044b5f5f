/** Invitations out and answers in: by e-mail and text message, each with a personal link and a code to answer with. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { startOfDay } from "#kernel/calendar/day.ts";
import { yesOrNo } from "#kernel/conversation/answers.ts";
import { registerReplies } from "#kernel/conversation/replies.ts";
import { reachOf, type Reach } from "#kernel/conversation/reach.ts";
import { sendMessages, type NewMessage } from "#kernel/conversation/send.ts";
import { expectParticipants } from "#kernel/gathering/participants.ts";
import type { Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { end, moveUp } from "./actions-names.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { freeSeats, lockEnrolments, OPEN_SESSION, theSession, type LockedEnrolment, type Session } from "./queries.ts";
import { ENROLMENT, SESSION } from "./schema.ts";
import { templates } from "./templates.ts";

/** The kind of question an invitation is. */
export const INVITATION = "sessions.invitation";

/** The job that tells whoever named somebody that she does not come. */
export const TELL_DECLINED = "sessions.declined";

/** What a message says of a session. */
export function valuesOf(session: Session): Record<string, string> {
  return {
    session: session.title,
    from: formatDate(session.from),
    to: formatDate(session.to),
    place: session.place ?? session.province ?? "–",
    day: formatDate(session.nominationsClose),
  };
}

interface Invited {
  id: string;
  person: string;
  post: string | null;
  organisation: string;
  mode: "physical" | "online";
  token: string;
}

/** The messages of one invitation, by e-mail and as a text message to whoever has both. It can be answered until the session begins. */
function invitation(act: Act<any>, session: Session, row: Invited, to: Sent): NewMessage[] {
  const reach = to.people.get(row.person);
  const both = reach !== undefined && reach.email !== null && reach.phone !== null && !reach.phoneShared;
  const key = to.again ? `sessions.reminder:${row.id}:${act.today}` : `sessions.invitation:${row.id}`;
  const message = {
    person: row.person,
    template: to.again ? templates.reminder : templates.invitation,
    values: valuesOf(session),
    link: to.origin + paths.invitation(row.token),
    subject: { kind: SESSION, id: session.id },
    reply: { kind: INVITATION, until: startOfDay(session.from, act.pack.timeZone) },
  };
  if (!both) return [{ ...message, key }];
  return (["email", "sms"] as const).map((channel) => ({ ...message, channel, key: `${key}:${channel}` }));
}

interface Sent {
  readonly origin: string;
  readonly again: boolean;
  readonly people: ReadonlyMap<string, Reach>;
}

async function write(act: Act<any>, session: Session, rows: readonly Invited[], to: Omit<Sent, "people">): Promise<void> {
  const people = await reachOf(
    act.tx as never,
    rows.map((row) => row.person),
  );
  await sendMessages(
    act,
    rows.flatMap((row) => invitation(act, session, row, { ...to, people })),
  );
}

/** Expects people at the gathering and writes to each. */
export async function callPeople(act: Act<any>, session: Session, rows: readonly Invited[], origin: string): Promise<void> {
  if (rows.length === 0) return;
  await expectParticipants(act as never, session.gathering, rows);
  await write(act, session, rows, { origin, again: false });
}

/** Sends the invitations of everybody who was approved and has none yet. Returns how many. */
export async function inviteApproved(act: Act<any>, id: string, origin: string): Promise<number> {
  const session = await theSession(act.tx as never, id);
  if (session === undefined) throw new Problem(p.noSession);
  if (!OPEN_SESSION.includes(session.state)) throw new Problem(p.notChangeable);
  const { rows } = await sql<Invited>`
    update sessions.enrolment set state = 'invited', invited_at = ${act.now} where session = ${id} and state = 'approved'
    returning id, person, post, organisation, mode, token`.execute(act.tx);
  if (rows.length === 0) throw new Problem(p.nobodyToInvite);
  await callPeople(act, session, rows, origin);
  await act.journal({
    kind: "sessions.invitations.sent",
    subject: { kind: SESSION, id },
    member: session.organisation,
    payload: { people: rows.length },
  });
  return rows.length;
}

/** Reminds those who have not answered, at most once a day. Returns how many. */
export async function remindUnanswered(act: Act<any>, id: string, origin: string): Promise<number> {
  const session = await theSession(act.tx as never, id);
  if (session === undefined) throw new Problem(p.noSession);
  if (!OPEN_SESSION.includes(session.state)) throw new Problem(p.notChangeable);
  const { rows } = await sql<Invited>`
    update sessions.enrolment set reminded_at = ${act.now}
    where session = ${id} and state = 'invited' and (reminded_at is null or (reminded_at at time zone ${act.pack.timeZone})::date < ${act.today}::date)
    returning id, person, post, organisation, mode, token`.execute(act.tx);
  if (rows.length === 0) throw new Problem(p.nobodyToRemind);
  await write(act, session, rows, { origin, again: true });
  await act.journal({
    kind: "sessions.invitations.reminded",
    subject: { kind: SESSION, id },
    member: session.organisation,
    payload: { people: rows.length },
  });
  return rows.length;
}

/** What somebody says with her answer; each is hers to leave out. */
export interface Details {
  readonly mode: "physical" | "online";
  readonly accessNeeds: readonly string[];
  readonly disability: string | null;
  readonly transport: string | null;
}

/** An answer to an invitation. */
export type Answer =
  | { readonly comes: true; readonly details: Details | null }
  | { readonly comes: false; readonly reason: string | null; readonly language: Language | null };

const ANSWERABLE = ["invited", "confirmed", "declined"];

async function comes(act: Act<any>, session: Session, row: LockedEnrolment, details: Details | null): Promise<void> {
  if (row.state === "declined" && (await freeSeats(act.tx as never, session.id, row.entity)) <= 0) throw new Problem(p.seatTaken);
  await act.tx
    .updateTable("sessions.enrolment")
    .set({
      state: "confirmed",
      answered_at: act.now,
      settled_at: null,
      reason: null,
      reason_language: null,
      ...(details !== null && {
        mode: session.mode === "hybrid" ? details.mode : row.mode,
        access_needs: [...details.accessNeeds],
        disability: details.disability,
        transport_band: details.transport,
      }),
    })
    .where("id", "=", row.id)
    .execute();
  const mode = session.mode === "hybrid" && details !== null ? details.mode : row.mode;
  await expectParticipants(act as never, session.gathering, [
    { id: row.id, person: row.person, post: row.post, organisation: row.organisation, mode },
  ]);
}

async function stays(act: Act<any>, session: Session, row: LockedEnrolment, answer: Answer & { readonly comes: false }): Promise<void> {
  await end(act, row, "declined", answer);
  await act.tx.updateTable("sessions.enrolment").set({ answered_at: act.now }).where("id", "=", row.id).execute();
  const next = await moveUp(act, session.id, row.entity);
  // Whoever named her is asked for another; the job knows the address of this installation.
  if (next.length === 0) await act.later(TELL_DECLINED, { enrolment: row.id }, { key: `${TELL_DECLINED}:${row.id}` });
}

/** Tells whoever named somebody who does not come that the seat waits for another name. Says nothing when she has changed her mind. */
export async function tellDeclined(act: Act<any>, enrolment: string, origin: string): Promise<void> {
  const [row] = await lockEnrolments(act.tx as never, [enrolment]);
  const session = row === undefined ? undefined : await theSession(act.tx as never, row.session);
  if (row === undefined || session === undefined) throw new Problem(p.noEnrolment);
  const waits = row.state === "declined" && row.nominatedBy !== null;
  if (waits)
    await sendMessages(act, [
      {
        person: row.nominatedBy ?? "",
        template: templates.declined,
        values: { ...valuesOf(session), person: row.personName },
        link: origin + paths.replace(row.id),
        subject: { kind: ENROLMENT, id: row.id },
        key: `sessions.declined:${row.id}:${act.today}`,
      },
    ]);
  await act.journal({
    kind: "sessions.enrolment.seat_free",
    subject: { kind: ENROLMENT, id: row.id },
    member: row.entity,
    payload: { told: waits },
  });
}

/** Keeps an answer, given on her page, by text message or told to the organisers. May be changed until the session begins. */
export async function answerInvitation(act: Act<any>, enrolment: string, answer: Answer): Promise<void> {
  const [row] = await lockEnrolments(act.tx as never, [enrolment]);
  const session = row === undefined ? undefined : await theSession(act.tx as never, row.session);
  if (row === undefined || session === undefined) throw new Problem(p.noEnrolment);
  if (!OPEN_SESSION.includes(session.state) || act.today > session.from) throw new Problem(p.answerLate);
  if (!ANSWERABLE.includes(row.state)) throw new Problem(row.state === "replaced" ? p.seatTaken : p.answerLate);
  if (answer.comes) await comes(act, session, row, answer.details);
  else if (row.state !== "declined") await stays(act, session, row, answer);
  await act.journal({
    kind: answer.comes ? "sessions.enrolment.confirmed" : "sessions.enrolment.declined",
    subject: { kind: ENROLMENT, id: row.id },
    member: row.entity,
    payload: { session: session.id },
    ...(!answer.comes && answer.reason !== null && { personal: { reason: answer.reason } }),
  });
}

/** The enrolment an invitation was about: of this session and this person, the one that takes an answer. */
async function askedEnrolment(act: Act<any>, session: string, person: string | null): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select e.id from sessions.enrolment e join registry.person q on q.id = e.person
    where e.session = ${session} and coalesce(q.merged_into, q.id) = ${person} and e.state = any(${ANSWERABLE}::text[])
    order by e.invited_at desc nulls last limit 1`.execute(act.tx);
  return rows[0]?.id;
}

registerReplies<boolean>({
  kind: INVITATION,
  help: templates.help,
  parse: yesOrNo,
  handle: async (act, reply, person) => {
    const id = await askedEnrolment(act, reply.asked.subject?.id ?? "", reply.asked.person ?? person);
    if (id === undefined) throw new Problem(p.answerLate);
    await answerInvitation(act, id, reply.answer ? { comes: true, details: null } : { comes: false, reason: null, language: null });
    const session = await theSession(act.tx as never, reply.asked.subject?.id ?? "");
    return { template: reply.answer ? templates.thanks : templates.noted, values: session === undefined ? {} : valuesOf(session) };
  },
});
