/** A seat belongs to the post: when the holder changes before the session, the successor is offered it and the leaver's enrolment is replaced. */
import { sql, type RawBuilder } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { reachOf } from "#kernel/conversation/reach.ts";
import { sendMessages } from "#kernel/conversation/send.ts";
import { withdrawParticipant, expectParticipants } from "#kernel/gathering/participants.ts";
import type { GroupMember } from "#kernel/registry/groups.ts";
import { startOfDay, type Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { EXPECTED, type EnrolmentState } from "./flows.ts";
import { moveUp } from "./actions-names.ts";
import { insertEnrolments, rowsFor, type EnrolmentRow } from "./enrol.ts";
import { INVITATION, valuesOf } from "./invite.ts";
import { paths } from "./paths.ts";
import { OPEN_SESSION, theSession, type Session } from "./queries.ts";
import { SESSION } from "./schema.ts";
import { templates } from "./templates.ts";

/** An enrolment whose person does not hold its post any more, with whoever holds it on the first day of the session. */
interface Left {
  id: string;
  session: string;
  person: string;
  post: string;
  entity: string;
  state: EnrolmentState;
  waiting: boolean;
  mode: "physical" | "online";
  nominatedBy: string | null;
  nominatedPost: string | null;
  decidedBy: string | null;
  decidedPost: string | null;
  replaced: boolean;
  successor: (Omit<GroupMember, "phone" | "email"> & { taken: boolean }) | null;
}

/** A person under whom her merged doubles are read. */
const one = (column: string): RawBuilder<unknown> =>
  sql`(select coalesce(p.merged_into, p.id) from registry.person p where p.id = ${sql.ref(column)})`;

/** Enrolments `e` of sessions `s` whose post was left, with its next holder `n` on the first day. */
const leaving = (today: Day): RawBuilder<unknown> => sql`
  from sessions.enrolment e
  join sessions.session s on s.id = e.session
  left join lateral (
    select h.id as person, h.full_name as name, h.sex, a.id as assignment, a.acting, a.from_day as since
    from registry.assignment a join registry.person q on q.id = a.person join registry.person h on h.id = coalesce(q.merged_into, q.id)
    where a.post = e.post and a.from_day <= s.from_day and (a.to_day is null or a.to_day > s.from_day) and h.id <> ${one("e.person")}
    order by a.acting, a.from_day desc limit 1) n on true
  where e.state = any(${[...EXPECTED]}::text[]) and e.post is not null
    and s.state = any(${[...OPEN_SESSION]}::text[]) and s.from_day >= ${today}
    and not exists (select from registry.assignment a where a.post = e.post and ${one("a.person")} = ${one("e.person")}
      and a.from_day <= s.from_day and (a.to_day is null or a.to_day > s.from_day))
    and (n.person is not null or not exists (select from registry.assignment a where a.post = e.post and ${one("a.person")} = ${one("e.person")}
      and (a.to_day is null or a.to_day > ${today})))`;

/**
 * Enrolments of coming sessions whose person will not hold the post on the first day. Somebody whose end is still to come and who has no
 * successor yet keeps her seat: nobody could take it. One query.
 */
async function leavers(act: Act<any>, session: string | null): Promise<readonly Left[]> {
  const { rows } = await sql<Left>`
    select e.id, e.session, e.person, e.post, e.entity, e.state, e.waiting, e.mode, e.nominated_by as "nominatedBy", e.nominated_post as "nominatedPost",
      e.decided_by as "decidedBy", e.decided_post as "decidedPost", exists (select from sessions.enrolment x where x.replaces = e.id) as replaced,
      case when n.person is null then null else jsonb_build_object('person', n.person, 'name', n.name, 'sex', n.sex, 'assignment', n.assignment,
        'acting', n.acting, 'since', n.since, 'post', e.post, 'postType', e.post_type, 'organisation', e.organisation, 'organisationName', '',
        'taken', exists (select from sessions.enrolment x where x.session = s.id and x.person = n.person
            and x.state not in ('not_approved', 'declined', 'replaced', 'withdrawn'))
          or exists (select from sessions.trainer t where t.session = s.id and t.person = n.person)) end as successor
    ${leaving(act.today)} ${session === null ? sql`` : sql`and s.id = ${session}`}
    order by e.session, e.id for update of e`.execute(act.tx);
  return rows;
}

/** True when a seat waits to follow its post. One query. */
export async function seatsToFollow(db: Db<any>, today: Day): Promise<boolean> {
  const { rows } = await sql`select ${leaving(today)} limit 1`.execute(db);
  return rows.length > 0;
}

/** How far the successor is when the seat passes to her: approved for the post stays approved, and whoever was invited is followed by an invitation. */
const PASSES: Readonly<Partial<Record<EnrolmentState, EnrolmentState>>> = {
  nominated: "nominated",
  approved: "approved",
  invited: "invited",
  confirmed: "invited",
};

async function successorRows(act: Act<any>, session: Session, left: readonly Left[]): Promise<EnrolmentRow[]> {
  const made: EnrolmentRow[] = [];
  for (const one of left) {
    const { successor } = one;
    if (successor === null || successor.taken || one.replaced || made.some((row) => row.person === successor.person)) continue;
    const state = PASSES[one.state] ?? "nominated";
    const decided = state === "nominated" ? undefined : { person: one.decidedBy, post: one.decidedPost };
    const [row] = await rowsFor(act, [{ ...successor, phone: null, email: null }], {
      session,
      entity: one.entity,
      state,
      replaces: one.id,
      named: { person: one.nominatedBy, post: one.nominatedPost },
      ...(decided !== undefined && { decided }),
      free: one.waiting ? 0 : 1,
    });
    if (row !== undefined) made.push({ ...row, mode: one.mode });
  }
  return made;
}

async function tell(
  act: Act<any>,
  session: Session,
  left: readonly Left[],
  offered: readonly EnrolmentRow[],
  origin: string,
): Promise<void> {
  const values = valuesOf(session);
  const subject = { kind: SESSION, id: session.id };
  const people = await reachOf(
    act.tx as never,
    offered.map((row) => row.person),
  );
  await sendMessages(act, [
    ...offered
      .filter((row) => people.has(row.person))
      .map((row) => ({
        person: row.person,
        template: templates.seatOffered,
        values,
        link: origin + paths.invitation(row.token),
        subject,
        key: `sessions.seat:${row.id}`,
        reply: { kind: INVITATION, until: startOfDay(session.from, act.pack.timeZone) },
      })),
    ...left
      .filter((one) => one.state === "invited" || one.state === "confirmed")
      .map((one) => ({ person: one.person, template: templates.seatLeft, values, subject, key: `sessions.left:${one.id}` })),
  ]);
}

async function followIn(act: Act<any>, session: Session, left: readonly Left[], origin: string): Promise<void> {
  await act.tx
    .updateTable("sessions.enrolment")
    .set({ state: "replaced", waiting: false, settled_at: act.now })
    .where(
      "id",
      "in",
      left.map((one) => one.id),
    )
    .execute();
  await withdrawParticipant(act as never, ...left.map((one) => one.id));
  const rows = await successorRows(act, session, left);
  await insertEnrolments(act, rows);
  const offered = rows.filter((row) => row.state === "invited");
  await expectParticipants(act as never, session.gathering, offered);
  for (const entity of new Set(left.map((one) => one.entity))) await moveUp(act, session.id, entity);
  await tell(act, session, left, offered, origin);
  await act.journal({
    kind: "sessions.seats.followed",
    subject: { kind: SESSION, id: session.id },
    member: session.organisation,
    payload: { left: left.map((one) => one.id), offered: rows.map((row) => row.id) },
  });
}

/**
 * Passes the seats of posts that changed hands to the new holders, of one session or of all that are coming. What the leaver attended
 * before stays in her portfolio. Returns how many seats passed; nothing is journaled when none did.
 */
export async function followPosts(act: Act<any>, origin: string, session: string | null = null): Promise<number> {
  const left = await leavers(act, session);
  for (const [id, list] of Map.groupBy(left, (one) => one.session)) {
    const found = await theSession(act.tx as never, id);
    if (found !== undefined) await followIn(act, found, list, origin);
  }
  return left.length;
}
