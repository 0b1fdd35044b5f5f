/** Naming, approving, replacing and withdrawing people; the list of names; the papers of a session. */
import { sql } from "kysely";
import { act, page, type Route } from "#kernel/access/route.ts";
import { holds, organisationsFor } from "#kernel/access/verb.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { isId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { dayOf } from "#platform/ui/format.ts";
import { decideNames, nominate, replaceName, withdrawName } from "./actions-names.ts";
import { asked, mustReach, type Request, type Write } from "#kernel/access/asked.ts";
import { idOf, readSession } from "./ask.ts";
import { candidatesOf, groupsOfPostType, type Candidate } from "./candidates.ts";
import { EXPECTED } from "./flows.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { enrolmentsByIds, enrolmentsOf } from "./public.ts";
import { freeSeats, OPEN_SESSION, theSession, waitingIn, type Session } from "./queries.ts";
import { sessionReach, visibleEnrolments } from "./reach.ts";
import { verbs } from "./rules.ts";
import { ENROLMENT, type EnrolmentFacts } from "./schema.ts";
import { ApproveView, NominateView, ReplaceView, WithdrawView } from "./views/names.tsx";
import { EnrolmentView } from "./views/people.tsx";
import { w } from "./words-people.ts";

/** Candidates shown at once: a long list is searched by name. */
const SHOWN = 60;

async function entityOf(r: Request): Promise<{ id: string; name: string }> {
  const id = idOf(r, "organisation");
  const [found] = await organisationsOn(r.db, { ids: [id], on: r.today, language: r.language });
  if (found === undefined) throw new Problem(p.noSession);
  return { id, name: found.name };
}

const questionOf = (r: Request, session: Session, entity: string, groups = session.groups) => ({
  session: session.id,
  course: session.course,
  domain: session.domain,
  groups,
  from: session.from,
  to: session.to,
  entity,
  today: r.today,
});

/** Who may still be named: not on the list, unless she had declined or was not approved. */
const stillFree = (row: Candidate): boolean =>
  row.named === null || ["declined", "not_approved", "replaced", "withdrawn"].includes(row.named);

async function nominatePage(r: Request, problems: readonly { field: string; text: (typeof w)["chooseSome"] }[] = []): Promise<Reply> {
  const session = await readSession(r);
  const entity = await entityOf(r);
  await mustReach(r, verbs.nominate, entity.id);
  const row = await r.db
    .selectFrom("sessions.seat")
    .select("seats")
    .where("session", "=", session.id)
    .where("organisation", "=", entity.id)
    .executeTakeFirst();
  if (row === undefined) throw new Problem(p.noSeatsHere);
  const open = session.state === "nominations_open" && session.nominationsClosedAt === null && r.today <= session.nominationsClose;
  const words = (asked(r, "words") ?? "").toLowerCase();
  const all = open ? (await candidatesOf(r.db, r.pack, questionOf(r, session, entity.id))).filter(stillFree) : [];
  const fitting = words === "" ? all : all.filter((one) => one.name.toLowerCase().includes(words));
  const waiting = await waitingIn(r.db, session.id);
  const named = (await enrolmentsOf(r.db, [session.id]))
    .filter((one) => one.entity === entity.id)
    .map((one) => ({ ...one, waiting: waiting.has(one.id) }));
  const given = Number(asked(r, "named") ?? "");
  return show(
    <NominateView
      shell={r.shell}
      session={session}
      entity={entity}
      seats={row.seats}
      free={await freeSeats(r.db, session.id, entity.id)}
      open={open}
      named={named}
      candidates={fitting.slice(0, SHOWN)}
      more={Math.max(0, fitting.length - SHOWN)}
      words={asked(r, "words") ?? ""}
      problems={problems}
      done={Number.isSafeInteger(given) && given > 0 ? { named: given, waiting: Number(asked(r, "waiting") ?? 0) || 0 } : null}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

async function giveNames(r: Write): Promise<Reply> {
  const chosen = r.form.all("assignment").filter((id) => isId(id));
  if (chosen.length === 0) return nominatePage(r, [{ field: "assignment", text: w.chooseSome }] as never);
  const id = idOf(r);
  const entity = idOf(r, "organisation");
  const { named, waiting } = await nominate(r.act, id, entity, chosen);
  return go(`${paths.nominate(id, entity)}?named=${named}&waiting=${waiting}`);
}

type Waiting = EnrolmentFacts & { readonly namedBy: string | null };

async function toApprove(r: Request, session: Session, entity: string): Promise<readonly Waiting[]> {
  const rows = (await enrolmentsOf(r.db, [session.id])).filter((row) => row.entity === entity && row.state === "nominated");
  const { rows: by } = await sql<{ id: string; name: string }>`
    select e.id, h.full_name as name from sessions.enrolment e join registry.person h on h.id = e.nominated_by
    where e.id = any(${rows.map((row) => row.id)}::uuid[]) and not e.waiting`.execute(r.db);
  const waiting = await waitingIn(r.db, session.id);
  const names = new Map(by.map((row) => [row.id, row.name]));
  return rows.filter((row) => !waiting.has(row.id)).map((row) => ({ ...row, namedBy: names.get(row.id) ?? null }));
}

async function approvePage(r: Request): Promise<Reply> {
  const session = await readSession(r);
  const entity = await entityOf(r);
  await mustReach(r, verbs.approve, entity.id);
  const rows = await toApprove(r, session, entity.id);
  return show(
    <ApproveView
      shell={r.shell}
      session={session}
      entity={entity}
      rows={rows}
      chosen={rows.map((row) => row.id)}
      reason=""
      problems={[]}
    />,
  );
}

async function decide(r: Write): Promise<Reply> {
  const session = await readSession(r);
  const entity = await entityOf(r);
  const ids = r.form.all("enrolment").filter((id) => isId(id));
  const approve = r.form.text("decision") !== "refuse";
  const reason = r.form.text("reason");
  const problems = [
    ...(ids.length === 0 ? [{ field: "enrolment", text: w.chooseSome }] : []),
    ...(!approve && reason === "" ? [{ field: "reason", text: w.sayWhy }] : []),
  ];
  if (problems.length > 0)
    return show(
      <ApproveView
        shell={r.shell}
        session={session}
        entity={entity}
        rows={await toApprove(r, session, entity.id)}
        chosen={ids}
        reason={reason}
        problems={problems}
      />,
      422,
    );
  await decideNames(r.act, session.id, ids, approve ? { approve: true } : { approve: false, reason, language: r.language });
  return go(`${paths.session(session.id)}?done=done`);
}

/** The place of the path, when the actor sees it by name, with its session. */
async function readEnrolment(r: Request): Promise<{ session: Session; enrolment: EnrolmentFacts }> {
  const id = idOf(r);
  if (!(await visibleEnrolments(r.db, r.actor, [id], r.today)).has(id)) throw new Problem(p.noEnrolment);
  const enrolment = (await enrolmentsByIds(r.db, [id])).get(id);
  const session = enrolment === undefined ? undefined : await theSession(r.db, enrolment.session);
  if (enrolment === undefined || session === undefined) throw new Problem(p.noEnrolment);
  return { session, enrolment };
}

async function replacePage(r: Request, problems: readonly { field: string; text: never }[] = []): Promise<Reply> {
  const { session, enrolment } = await readEnrolment(r);
  await mustReach(r, verbs.replace, enrolment.entity);
  const groups = groupsOfPostType(r.pack, session.groups, enrolment.postType);
  const candidates = (await candidatesOf(r.db, r.pack, questionOf(r, session, enrolment.entity, groups))).filter(stillFree).slice(0, SHOWN);
  return show(
    <ReplaceView shell={r.shell} session={session} enrolment={enrolment} groups={groups} candidates={candidates} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  );
}

async function replace(r: Write): Promise<Reply> {
  const assignment = r.form.text("assignment");
  if (!isId(assignment)) return replacePage(r, [{ field: "assignment", text: w.chooseSome as never }]);
  const { session, enrolment } = await readEnrolment(r);
  await replaceName(r.act, enrolment.id, assignment);
  return go(`${paths.session(session.id)}?done=done`);
}

async function withdrawPage(r: Request): Promise<Reply> {
  const { session, enrolment } = await readEnrolment(r);
  return show(<WithdrawView shell={r.shell} session={session} enrolment={enrolment} reason="" problems={[]} />);
}

async function withdraw(r: Write): Promise<Reply> {
  const { session, enrolment } = await readEnrolment(r);
  const reason = r.form.text("reason");
  if (reason === "")
    return show(
      <WithdrawView shell={r.shell} session={session} enrolment={enrolment} reason="" problems={[{ field: "reason", text: w.why }]} />,
      422,
    );
  await withdrawName(r.act, enrolment.id, reason, r.language);
  return go(`${paths.session(session.id)}?done=done`);
}

interface More {
  nominated_at: Date;
  decided_at: Date | null;
  invited_at: Date | null;
  answered_at: Date | null;
  access_needs: string[];
  reason: string | null;
  reason_language: string | null;
  replaces: string | null;
  replacesName: string | null;
  replacedBy: string | null;
  replacedByName: string | null;
}

async function moreOf(r: Request, id: string): Promise<More> {
  const { rows } = await sql<More>`
    select e.nominated_at, e.decided_at, e.invited_at, e.answered_at, e.access_needs, e.reason, e.reason_language, e.replaces, b.full_name as "replacesName",
      n.id as "replacedBy", h.full_name as "replacedByName"
    from sessions.enrolment e left join sessions.enrolment x on x.id = e.replaces left join registry.person b on b.id = x.person
    left join sessions.enrolment n on n.replaces = e.id left join registry.person h on h.id = n.person where e.id = ${id}`.execute(r.db);
  const [row] = rows;
  if (row === undefined) throw new Problem(p.noEnrolment);
  return row;
}

async function enrolment(r: Request): Promise<Reply> {
  const found = await readEnrolment(r);
  const more = await moreOf(r, found.enrolment.id);
  const day = (at: Date | null): string | null => (at === null ? null : dayOf(at, r.pack.timeZone));
  const reach = await organisationsFor(r.db, r.actor, verbs.replace, r.today);
  const own = found.enrolment.person === r.actor.person;
  const conducts = (await sessionReach.conduct(r.db, r.actor, [found.session.id], r.today)).size > 0;
  const [post] =
    found.enrolment.supervisor === null
      ? []
      : await postsOn(r.db, { posts: [found.enrolment.supervisor], on: r.today, language: r.language });
  return show(
    <EnrolmentView
      shell={r.shell}
      session={found.session}
      enrolment={found.enrolment}
      days={[
        { word: "nominatedOn", day: day(more.nominated_at) },
        { word: "decidedOn", day: day(more.decided_at) },
        { word: "invitedOn", day: day(more.invited_at) },
        { word: "answeredOn", day: day(more.answered_at) },
      ]}
      // What somebody needs is for herself and for those who prepare the room, nobody else.
      needs={own || conducts ? more.access_needs : []}
      reason={more.reason === null ? null : { text: more.reason, language: more.reason_language }}
      supervisor={post === undefined ? null : `${r.say(postTypeOf(r.pack, post.postType).names)}, ${post.organisationName}`}
      instead={more.replaces === null ? null : { id: more.replaces, name: more.replacesName ?? "" }}
      replacedBy={more.replacedBy === null ? null : { id: more.replacedBy, name: more.replacedByName ?? "" }}
      mayChange={
        holds(reach, found.enrolment.entity) && OPEN_SESSION.includes(found.session.state) && EXPECTED.includes(found.enrolment.state)
      }
      panels={await r.house.panels(r, ENROLMENT, found.enrolment.id)}
    />,
  );
}

export const nameRoutes: readonly Route[] = [
  page(paths.replace(":id"), verbs.replace, (r: Request) => replacePage(r)),
  act(paths.replace(":id"), verbs.replace, replace),
  page(paths.withdraw(":id"), verbs.withdraw, withdrawPage),
  act(paths.withdraw(":id"), verbs.withdraw, withdraw),
  page(paths.enrolment(":id"), "signed-in", enrolment),
  page(paths.nominate(":id", ":organisation"), verbs.nominate, (r: Request) => nominatePage(r)),
  act(paths.nominate(":id", ":organisation"), verbs.nominate, giveNames),
  page(paths.approve(":id", ":organisation"), verbs.approve, approvePage),
  act(paths.approve(":id", ":organisation"), verbs.approve, decide),
];
