/** The steps of a session, each an act: nominations open, confirmed, ready, held, evaluated, followed up, closed; or cancelled, and everybody told. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { stepsOf } from "#kernel/flow/step.ts";
import { withdrawParticipant } from "#kernel/gathering/participants.ts";
import { sendMessages } from "#kernel/conversation/send.ts";
import type { Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { sessionFlow, type SessionState, type SessionStep, type Situation } from "./flows.ts";
import { valuesOf } from "./invite.ts";
import { decideOutcomes } from "./outcomes.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { seatsOf, situationOf, theSession, type Session } from "./queries.ts";
import { templates } from "./templates.ts";

/** The steps of a session: lock, ask the flow, write, journal. */
export const sessionSteps = stepsOf<Session, SessionState, SessionStep, Situation>({
  flow: sessionFlow,
  table: "sessions.session",
  read: (act, id) => theSession(act.tx as never, id, act.actor === null ? undefined : { actor: act.actor, today: act.today }),
  facts: (act, _actor, session) => situationOf(act.tx as never, session, act.today),
  organisation: (session) => session.organisation,
  member: (session) => session.organisation,
  notFound: () => new Problem(p.noSession),
});

/** What a step may need besides the session. */
export interface StepTold {
  readonly origin: string;
  readonly reason?: string;
  readonly language?: Language;
}

const MOMENT: Readonly<Partial<Record<SessionStep, string>>> = {
  openNominations: "opened_at",
  confirm: "confirmed_at",
  deliver: "delivered_at",
  close: "settled_at",
  cancel: "settled_at",
};

/** What a step is called once it has happened. */
const HAPPENED: Readonly<Record<SessionStep, string>> = {
  openNominations: "opened",
  confirm: "confirmed",
  makeReady: "ready",
  start: "started",
  deliver: "delivered",
  evaluate: "evaluated",
  followUp: "followed",
  close: "closed",
  cancel: "cancelled",
};

/** The posts of an organisation that name people, with their holders. */
async function nominators(act: Act<any>, organisations: readonly string[]): Promise<readonly { organisation: string; person: string }[]> {
  const types = act.pack.postTypes.filter((type) => type.roles.includes("hr_director")).map((type) => type.code);
  const { rows } = await sql<{ organisation: string; person: string }>`
    select distinct on (s.organisation) s.organisation, a.person from registry.post s join registry.assignment a on a.post = s.id
      and a.from_day <= ${act.today} and (a.to_day is null or a.to_day > ${act.today})
    where s.organisation = any(${[...organisations]}::uuid[]) and s.post_type = any(${types}::text[])
    order by s.organisation, s.seat, a.acting`.execute(act.tx);
  return rows;
}

/** Tells every organisation with seats that it may name people now. */
export async function tellNominators(act: Act<any>, session: Session, origin: string): Promise<void> {
  const seats = await seatsOf(act.tx as never, session.id);
  const people = await nominators(
    act,
    seats.map((row) => row.organisation),
  );
  const count = new Map(seats.map((row) => [row.organisation, row.seats]));
  await sendMessages(
    act,
    people.map(({ organisation, person }) => ({
      person,
      template: templates.namesOpen,
      values: { ...valuesOf(session), seats: count.get(organisation) ?? 0 },
      link: origin + paths.nominate(session.id, organisation),
      subject: { kind: "sessions.session", id: session.id },
      key: `sessions.names_open:${session.id}:${organisation}`,
    })),
  );
  await act.tx.updateTable("sessions.seat").set({ told_at: act.now }).where("session", "=", session.id).execute();
}

interface Told {
  person: string;
  invited: boolean;
}

/** Ends every enrolment of a cancelled session and tells whoever was asked to come or to teach. */
async function tellCancelled(act: Act<any>, session: Session, reason: string): Promise<number> {
  const { rows: ended } = await sql<Told & { id: string }>`
    update sessions.enrolment e set state = 'withdrawn', waiting = false, settled_at = ${act.now}
    where e.session = ${session.id} and e.state in ('nominated', 'approved', 'invited', 'confirmed')
    returning e.id, e.person, e.invited_at is not null as invited`.execute(act.tx);
  await withdrawParticipant(act as never, ...ended.map((row) => row.id));
  const asked = session.trainers.filter((trainer) => trainer.state === "invited" || trainer.state === "confirmed");
  const rows: Told[] = [...ended, ...asked.map(({ person }) => ({ person, invited: true }))];
  const told = rows.filter((row) => row.invited);
  await sendMessages(
    act,
    told.map(({ person }) => ({
      person,
      template: templates.cancelled,
      values: { ...valuesOf(session), reason },
      subject: { kind: "sessions.session", id: session.id },
      key: `sessions.cancelled:${session.id}:${person}`,
    })),
  );
  return told.length;
}

/** Who came but was never assessed has attended only, once the evaluation is done. */
async function settleAttended(act: Act<any>, session: Session): Promise<void> {
  const { rows } = await sql<{ enrolment: string }>`
    select id as enrolment from sessions.enrolment where session = ${session.id} and state = 'attended'`.execute(act.tx);
  if (rows.length > 0)
    await decideOutcomes(
      act,
      session.id,
      rows.map((row) => ({ ...row, outcome: "attended_only" as const })),
    );
}

/** What a step brings with it, besides its state. */
async function bring(act: Act<any>, session: Session, step: SessionStep, told: StepTold): Promise<Readonly<Record<string, unknown>>> {
  if (step === "openNominations") await tellNominators(act, session, told.origin);
  if (step === "evaluate") await settleAttended(act, session);
  if (step === "cancel") return { people: await tellCancelled(act, session, told.reason ?? "") };
  return {};
}

/** Takes a session one step on. A cancellation says why, and everybody who was asked is told. */
export async function takeStep(act: Act<any>, id: string, step: SessionStep, told: StepTold): Promise<void> {
  if (step === "cancel" && (told.reason ?? "") === "") throw new Problem(p.noReason);
  await sessionSteps.step(act, id, step, async (session) => {
    const more = await bring(act, session, step, told);
    const column = MOMENT[step];
    return {
      set: {
        ...(column !== undefined && { [column]: act.now }),
        ...(step === "cancel" && { reason: told.reason, reason_language: told.language ?? session.language }),
      },
      // What people write stays in its column, where it can be erased; the journal says that it happened.
      entry: { kind: `sessions.session.${HAPPENED[step]}`, payload: more },
    };
  });
}
