/** What a personal link opens without an account: an invitation, and a trainer's answer. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import { participantsByIds } from "#kernel/gathering/participants.ts";
import { codesOf, hasCode } from "#kernel/pack/lookup.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { isLanguage } from "#platform/i18n/text.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { asked, param, type Visit } from "#kernel/access/asked.ts";
import { calendarOf, CALENDAR } from "./events.ts";
import { answerInvitation, type Answer } from "./invite.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { enrolmentByToken, OPEN_SESSION, theSession, type LockedEnrolment, type Session } from "./queries.ts";
import { trainerByToken, type TrainerRow } from "./queries-trainers.ts";
import { answerAsTrainer } from "./trainers.ts";
import { InvitationView, TrainerView } from "./views/invitation.tsx";
import { w } from "./words-invitation.ts";

type Answering = Writing<any, Actor | null>;

interface Invited {
  readonly row: LockedEnrolment;
  readonly session: Session;
}

async function invited(r: Visit): Promise<Invited> {
  const row = await enrolmentByToken(r.db, param(r, "token"));
  const session = row === undefined ? undefined : await theSession(r.db, row.session);
  if (row === undefined || session === undefined) throw new Problem(p.noEnrolment);
  return { row, session };
}

/** True while an answer is taken: invited, and the session has not begun. */
const isOpen = ({ row, session }: Invited, today: string): boolean =>
  ["invited", "confirmed", "declined"].includes(row.state) && OPEN_SESSION.includes(session.state) && today <= session.from;

async function invitationPage(
  r: Visit,
  found: Invited,
  sent: { values: Readonly<Record<string, string>>; needs: readonly string[]; problems: readonly FieldProblem[] } | null,
): Promise<Reply> {
  const { row, session } = found;
  const here = (await participantsByIds(r.db, [row.id])).get(row.id);
  const kept: Record<string, string> = {
    ...(row.state === "confirmed" && { comes: "yes" }),
    ...(row.state === "declined" && { comes: "no" }),
    mode: row.mode,
    disability: row.disability ?? "",
    transport: row.transport ?? "",
  };
  const done = asked(r, "done");
  return show(
    <InvitationView
      shell={r.shell}
      session={session}
      token={row.token}
      name={row.personName}
      state={row.state}
      open={isOpen(found, r.today)}
      attendance={here?.state === "expected" && row.state === "confirmed" ? here.token : null}
      values={sent?.values ?? kept}
      needs={sent?.needs ?? row.accessNeeds}
      problems={sent?.problems ?? []}
      done={done === "yes" || done === "no" ? done : null}
    />,
    sent === null ? 200 : 422,
  );
}

async function invitation(r: Visit): Promise<Reply> {
  return invitationPage(r, await invited(r), null);
}

/** The answer of a form; null when it says neither yes nor no. */
function answerOf(r: Answering): Answer | null {
  const comes = r.form.text("comes");
  if (comes === "no")
    return { comes: false, reason: r.form.text("reason").slice(0, 500) || null, language: isLanguage(r.language) ? r.language : null };
  if (comes !== "yes") return null;
  const given = new Set(r.form.all("needs"));
  const code = (list: string, field: string): string | null => (hasCode(r.pack, list, r.form.text(field)) ? r.form.text(field) : null);
  return {
    comes: true,
    details: {
      mode: r.form.text("mode") === "online" ? "online" : "physical",
      accessNeeds: codesOf(r.pack, "access_need").flatMap((one) => (given.has(one.code) ? [one.code] : [])),
      disability: code("disability_answer", "disability"),
      transport: code("transport_band", "transport"),
    },
  };
}

async function answer(r: Answering): Promise<Reply> {
  const found = await invited(r);
  const given = answerOf(r);
  if (given === null)
    return invitationPage(r, found, {
      values: r.form.values(),
      needs: r.form.all("needs"),
      problems: [{ field: "comes", text: w.choose }],
    });
  await answerInvitation(r.act, found.row.id, given);
  return go(`${paths.invitation(found.row.token)}?done=${given.comes ? "yes" : "no"}`);
}

async function invitationEvent(r: Visit): Promise<Reply> {
  const { row, session } = await invited(r);
  const one = {
    id: session.id,
    title: session.title,
    from: session.from,
    to: session.to,
    place: session.place,
    cancelled: session.state === "cancelled",
    url: r.origin + paths.invitation(row.token),
  };
  return download(`${session.reference}.ics`, CALENDAR, calendarOf(session.title, [one], r.now));
}

async function asTrainer(r: Visit): Promise<{ trainer: TrainerRow; session: Session; open: boolean }> {
  const trainer = await trainerByToken(r.db, param(r, "token"));
  const session = trainer === undefined ? undefined : await theSession(r.db, trainer.session);
  if (trainer === undefined || session === undefined) throw new Problem(p.noSession);
  return { trainer, session, open: [...OPEN_SESSION, "planned"].includes(session.state) && r.today <= session.from };
}

async function trainerPage(r: Visit): Promise<Reply> {
  const { trainer, session, open } = await asTrainer(r);
  const comes = trainer.state === "confirmed" ? "yes" : trainer.state === "declined" ? "no" : "";
  return show(
    <TrainerView
      shell={r.shell}
      session={session}
      trainer={trainer}
      open={open}
      values={{ comes }}
      problems={[]}
      done={asked(r, "done") === "yes"}
    />,
  );
}

async function trainerAnswer(r: Answering): Promise<Reply> {
  const { trainer, session, open } = await asTrainer(r);
  const comes = r.form.text("comes");
  if (comes !== "yes" && comes !== "no")
    return show(
      <TrainerView
        shell={r.shell}
        session={session}
        trainer={trainer}
        open={open}
        values={r.form.values()}
        problems={[{ field: "comes", text: w.choose }]}
        done={false}
      />,
      422,
    );
  await answerAsTrainer(r.act, trainer, {
    comes: comes === "yes",
    reason: r.form.text("reason").slice(0, 500) || null,
    language: r.language,
  });
  return go(`${paths.trainer(trainer.token)}?done=yes`);
}

export const openRoutes: readonly Route[] = [
  page(paths.invitationEvent(":token"), "public", invitationEvent),
  page(paths.invitation(":token"), "public", invitation),
  act(paths.invitation(":token"), "public", answer),
  page(paths.trainer(":token"), "public", trainerPage),
  act(paths.trainer(":token"), "public", trainerAnswer),
];
