/** The page of one session, its steps and its calendar file. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { holds, organisationsFor } from "#kernel/access/verb.ts";
import { offers } from "#kernel/flow/flow.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { chainFor } from "#kernel/trace/chain-view.tsx";
import { coursesByIds, coursePaths } from "#modules/courses";
import { planLinesByIds } from "#modules/plans";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { askedOf, may, param, timelineOf, type Request, type Write } from "#kernel/access/asked.ts";
import { idOf, readSession, writeSession } from "./ask.ts";
import { calendarOf, CALENDAR } from "./events.ts";
import { SESSION_STEPS, sessionFlow, SEATED, TOOK_PART, type SessionStep } from "./flows.ts";
import { inviteApproved, remindUnanswered } from "./invite.ts";
import { ownPlace, practicalOf } from "./own.ts";
import { paths } from "./paths.ts";
import { PLAN_LINE } from "./plan-line.ts";
import { p } from "./problems.ts";
import { enrolmentsOf } from "./public.ts";
import { accessNeedsOf, seatsOf, situationOf, waitingIn, type SeatRow, type Session } from "./queries.ts";
import { trainersIn, type TrainerRow } from "./queries-trainers.ts";
import { sessionReach } from "./reach.ts";
import { ENROLMENT, SESSION } from "./schema.ts";
import { verbs } from "./rules.ts";
import { takeStep } from "./steps.ts";
import { StepView } from "./views/trainers.tsx";
import { SessionView, type Own, type SessionMay } from "./views/session.tsx";
import { w } from "./words-pages.ts";

async function mayOf(r: Request, session: Session, seats: readonly SeatRow[]): Promise<SessionMay> {
  const [named, approved] = await Promise.all([
    organisationsFor(r.db, r.actor, verbs.nominate, r.today),
    organisationsFor(r.db, r.actor, verbs.approve, r.today),
  ]);
  const conducts = await sessionReach.conduct(r.db, r.actor, [session.id], r.today);
  const all = await sessionReach.readAll(r.db, r.actor, [session.id], r.today);
  const run = may(r, verbs.run);
  const own = (within: typeof named): ReadonlySet<string> =>
    new Set(seats.map((row) => row.organisation).filter((id) => holds(within, id)));
  const open = session.state === "nominations_open";
  return {
    run,
    change: run && ["planned", "nominations_open", "confirmed", "ready"].includes(session.state),
    names: conducts.size > 0 || all.size > 0 || own(named).size > 0 || own(approved).size > 0,
    nominate: open || session.state === "confirmed" || session.state === "ready" ? own(named) : new Set(),
    approve: own(approved),
    whole: run || all.size > 0,
  };
}

async function countsOf(
  r: Request,
  session: Session,
): Promise<{ named: number; confirmed: number; unanswered: number; attended: number; online: number }> {
  const rows = await enrolmentsOf(r.db, [session.id]);
  const waiting = await waitingIn(r.db, session.id);
  const comes = rows.filter((row) => row.state === "confirmed" || TOOK_PART.includes(row.state));
  return {
    named: rows.filter((row) => SEATED.includes(row.state) && !waiting.has(row.id)).length,
    confirmed: comes.length,
    unanswered: rows.filter((row) => row.state === "invited").length,
    attended: rows.filter((row) => TOOK_PART.includes(row.state)).length,
    online: comes.filter((row) => row.mode === "online").length,
  };
}

/** Members see their own seats, the association all of them. */
async function seatsSeen(r: Request, session: Session): Promise<readonly SeatRow[]> {
  const seats = await seatsOf(r.db, session.id, r.language);
  const within = await organisationsFor(r.db, r.actor, verbs.read, r.today);
  return seats.filter((row) => holds(within, row.organisation));
}

async function lineOf(r: Request, session: Session): Promise<{ title: string; href: string } | null> {
  const line = session.planLine === null ? undefined : (await planLinesByIds(r.db, [session.planLine])).get(session.planLine);
  if (line === undefined || session.planLine === null) return null;
  const named = (await r.house.name(r.db, r.actor, [{ kind: PLAN_LINE, id: session.planLine }], r.language, r.today)).get(session.planLine);
  return named?.href == null ? null : { title: `${line.reference} · ${line.title}`, href: named.href };
}

/** What concerns the reader herself. What others show of her place follows it. */
async function ownOf(r: Request, session: Session, trainers: readonly TrainerRow[]): Promise<Own> {
  const place = await ownPlace(r, session.id);
  return {
    ...(await practicalOf(r, session)),
    place,
    trainer: trainers.find((one) => one.person === r.actor.person) ?? null,
    panels: place === null ? [] : await r.house.panels(r, ENROLMENT, place.id),
    today: r.today,
  };
}

async function session(r: Request): Promise<Reply> {
  const found = await readSession(r);
  const [situation, seats, trainers, needs, counts, courses] = await Promise.all([
    situationOf(r.db, found, r.today),
    seatsSeen(r, found),
    trainersIn(r.db, found.id),
    accessNeedsOf(r.db, found.id),
    countsOf(r, found),
    coursesByIds(r.db, [found.course]),
  ]);
  const course = courses.get(found.course);
  const done = askedOf(r, "done", ["sent", "done"]);
  return show(
    <SessionView
      chain={await chainFor(r, SESSION, found.id)}
      panels={await r.house.panels(r, SESSION, found.id)}
      shell={r.shell}
      own={await ownOf(r, found, trainers)}
      session={found}
      situation={situation}
      offers={offers(sessionFlow, found.state, situation, { actor: r.actor })}
      seats={seats}
      trainers={trainers}
      needs={needs}
      counts={counts}
      course={course === undefined ? null : { title: r.say(course.title), href: coursePaths.course(found.course) }}
      line={await lineOf(r, found)}
      history={(await timelineOf(r, [found.id], 12)).entries}
      may={await mayOf(r, found, seats)}
      done={done}
    />,
  );
}

function stepOf(r: Request): SessionStep {
  const step = SESSION_STEPS.find((one) => one === param(r, "step"));
  if (step === undefined) throw new Problem(p.noSession);
  return step;
}

async function step(r: Request): Promise<Reply> {
  const found = await readSession(r);
  const name = stepOf(r);
  if (!may(r, sessionFlow.steps[name].verb)) throw new Problem(flowProblems.notYours);
  return show(<StepView shell={r.shell} session={found} step={name} title={sessionFlow.steps[name].verb.title} reason="" problems={[]} />);
}

async function takeIt(r: Write): Promise<Reply> {
  const name = stepOf(r);
  const reason = r.form.text("reason");
  if (name === "cancel" && reason === "") {
    const problems = [{ field: "reason", text: p.noReason.text }];
    const found = await writeSession(r);
    return show(
      <StepView shell={r.shell} session={found} step={name} title={sessionFlow.steps[name].verb.title} reason="" problems={problems} />,
      422,
    );
  }
  await takeStep(r.act, idOf(r), name, { origin: r.origin, reason, language: r.language });
  return go(`${paths.session(idOf(r))}?done=done`);
}

async function invite(r: Write): Promise<Reply> {
  const found = await writeSession(r);
  await inviteApproved(r.act, found.id, r.origin);
  return go(`${paths.session(found.id)}?done=sent`);
}

async function remind(r: Write): Promise<Reply> {
  const found = await writeSession(r);
  await remindUnanswered(r.act, found.id, r.origin);
  return go(`${paths.session(found.id)}?done=sent`);
}

async function event(r: Request): Promise<Reply> {
  const found = await readSession(r);
  const one = {
    id: found.id,
    title: found.title,
    from: found.from,
    to: found.to,
    place: found.place,
    cancelled: found.state === "cancelled",
    url: r.origin + paths.session(found.id),
  };
  return download(`${found.reference}.ics`, CALENDAR, calendarOf(r.say(w.sessions), [one], r.now));
}

export const sessionRoutes: readonly Route[] = [
  page(paths.step(":id", ":step"), "signed-in", step),
  act(paths.step(":id", ":step"), "signed-in", takeIt),
  act(paths.invite(":id"), verbs.invite, invite),
  act(paths.remind(":id"), verbs.invite, remind),
  page(paths.event(":id"), "signed-in", event),
  page(paths.session(":id"), "signed-in", session),
];
