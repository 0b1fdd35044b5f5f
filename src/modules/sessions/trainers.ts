/** Writes about trainers: named, asked by message, and answering by their own link or a text message. */
import type { Act } from "#kernel/access/act.ts";
import { startOfDay } from "#kernel/calendar/day.ts";
import { yesOrNo } from "#kernel/conversation/answers.ts";
import { registerReplies } from "#kernel/conversation/replies.ts";
import { sendMessage } from "#kernel/conversation/send.ts";
import { newId } from "#platform/db/ids.ts";
import type { Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { newToken } from "./enrol.ts";
import { valuesOf } from "./invite.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { theSession, type Session } from "./queries.ts";
import { trainersIn, type TrainerRow } from "./queries-trainers.ts";
import { SESSION } from "./schema.ts";
import { templates } from "./templates.ts";

/** The kind of question a request to teach is. */
export const TEACHING = "sessions.trainer";

const BEFORE: ReadonlySet<Session["state"]> = new Set(["planned", "nominations_open", "confirmed", "ready"]);

/** Names a trainer, with the post she teaches in when she has one. Whoever is on the list of participants cannot teach it as well. */
export async function addTrainer(
  act: Act<any>,
  session: Session,
  who: { readonly person: string; readonly post: string | null },
): Promise<string> {
  if (!BEFORE.has(session.state)) throw new Problem(p.notChangeable);
  const enrolled = await act.tx
    .selectFrom("sessions.enrolment")
    .select("id")
    .where("session", "=", session.id)
    .where("person", "=", who.person)
    .where("state", "not in", ["not_approved", "declined", "replaced", "withdrawn"])
    .executeTakeFirst();
  if (enrolled !== undefined) throw new Problem(p.learns);
  const id = newId();
  await act.tx
    .insertInto("sessions.trainer")
    .values({ id, session: session.id, person: who.person, post: who.post, state: "named", token: newToken() })
    .onConflict((conflict) => conflict.columns(["session", "person"]).doNothing())
    .execute();
  await act.journal({
    kind: "sessions.trainer.named",
    subject: { kind: SESSION, id: session.id },
    member: session.organisation,
    payload: { person: who.person },
  });
  return id;
}

/** Takes a trainer off a session that has not begun. */
export async function removeTrainer(act: Act<any>, session: Session, trainer: string): Promise<void> {
  if (!BEFORE.has(session.state)) throw new Problem(p.notChangeable);
  await act.tx.deleteFrom("sessions.trainer").where("id", "=", trainer).where("session", "=", session.id).execute();
  await act.journal({
    kind: "sessions.trainer.removed",
    subject: { kind: SESSION, id: session.id },
    member: session.organisation,
    payload: { trainer },
  });
}

/** Asks a trainer whether she can, once a day at most. */
export async function askTrainer(act: Act<any>, session: Session, trainer: TrainerRow, origin: string): Promise<void> {
  if (!BEFORE.has(session.state)) throw new Problem(p.notChangeable);
  await act.tx
    .updateTable("sessions.trainer")
    .set({ state: "invited", invited_at: act.now, answered_at: null, reason: null, reason_language: null })
    .where("id", "=", trainer.id)
    .execute();
  await sendMessage(act, {
    person: trainer.person,
    template: templates.trainer,
    values: valuesOf(session),
    link: origin + paths.trainer(trainer.token),
    subject: { kind: SESSION, id: session.id },
    key: `sessions.trainer:${trainer.id}:${act.today}`,
    reply: { kind: TEACHING, until: startOfDay(session.from, act.pack.timeZone) },
  });
  await act.journal({
    kind: "sessions.trainer.asked",
    subject: { kind: SESSION, id: session.id },
    member: session.organisation,
    payload: { trainer: trainer.id },
  });
}

/** Keeps a trainer's answer; it may be changed until the session begins. */
export async function answerAsTrainer(
  act: Act<any>,
  trainer: TrainerRow,
  answer: { readonly comes: boolean; readonly reason: string | null; readonly language: Language | null },
): Promise<void> {
  const session = await theSession(act.tx as never, trainer.session);
  if (session === undefined || !BEFORE.has(session.state) || act.today > session.from) throw new Problem(p.answerLate);
  await act.tx
    .updateTable("sessions.trainer")
    .set({
      state: answer.comes ? "confirmed" : "declined",
      answered_at: act.now,
      reason: answer.comes ? null : answer.reason,
      reason_language: answer.comes || answer.reason === null ? null : answer.language,
    })
    .where("id", "=", trainer.id)
    .execute();
  await act.journal({
    kind: answer.comes ? "sessions.trainer.confirmed" : "sessions.trainer.declined",
    subject: { kind: SESSION, id: session.id },
    member: session.organisation,
    payload: { trainer: trainer.id },
  });
}

registerReplies<boolean>({
  kind: TEACHING,
  help: templates.help,
  parse: yesOrNo,
  handle: async (act, reply, person) => {
    const id = reply.asked.subject?.id ?? "";
    const who = reply.asked.person ?? person;
    const trainer = (await trainersIn(act.tx as never, id)).find((each) => each.person === who);
    const session = await theSession(act.tx as never, id);
    if (trainer === undefined || session === undefined) throw new Problem(p.answerLate);
    await answerAsTrainer(act, trainer, { comes: reply.answer, reason: null, language: null });
    return { template: reply.answer ? templates.thanks : templates.noted, values: valuesOf(session) };
  },
});
