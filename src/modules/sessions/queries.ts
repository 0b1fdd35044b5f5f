/** Reads of sessions for this module's own pages and acts: one session, where it stands, its seats, and lists. */
import { containing } from "#platform/db/like.ts";
import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { nameIn } from "#kernel/registry/organisations.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";
import { SEATED, TOOK_PART, type EnrolmentState, type SessionState, type Situation } from "./flows.ts";
import { sessionsByIds } from "./public.ts";
import { seenBy } from "./reach.ts";
import type { Mode, SessionFacts } from "./schema.ts";

/** A session with what only its own pages need. */
export interface Session extends SessionFacts {
  readonly nominationsClose: Day;
  readonly nominationsClosedAt: Date | null;
  readonly venueAccess: readonly string[];
  readonly link: string | null;
  readonly mandateLanguage: string | null;
  readonly runner: string | null;
  readonly reason: string | null;
  readonly reasonLanguage: string | null;
  readonly organisationName: string;
}

/** The session, or undefined when there is none or `actor` may not see it; without an actor it is read as the system. Three or four queries. */
export async function theSession(
  db: Db<any>,
  id: string,
  seen?: { readonly actor: Actor; readonly today: Day },
): Promise<Session | undefined> {
  const condition = seen === undefined ? sql`true` : await seenBy(db, seen.actor, seen.today);
  const { rows } = await sql<Omit<Session, keyof SessionFacts>>`
    select s.nominations_close as "nominationsClose", s.nominations_closed_at as "nominationsClosedAt", s.venue_access as "venueAccess", s.link,
      s.mandate_language as "mandateLanguage", s.runner, s.reason, s.reason_language as "reasonLanguage",
      coalesce(o.short_name, o.name) as "organisationName"
    from sessions.session s join registry.organisation o on o.id = s.organisation where s.id = ${id} and ${condition}`.execute(db);
  const [own] = rows;
  const facts = own === undefined ? undefined : (await sessionsByIds(db, [id])).get(id);
  return own === undefined || facts === undefined ? undefined : { ...facts, ...own };
}

/** What the steps of a session wait for. Two queries. */
export async function situationOf(db: Db<any>, session: Session, today: Day): Promise<Situation> {
  const { rows } = await sql<Pick<Situation, "seats" | "approved" | "toApprove" | "toInvite" | "undecided">>`
    select (select coalesce(sum(k.seats), 0) from sessions.seat k where k.session = ${session.id})::int as seats,
      count(*) filter (where state in ('approved', 'invited', 'confirmed'))::int as approved,
      count(*) filter (where state = 'nominated' and not waiting)::int as "toApprove",
      count(*) filter (where state = 'approved')::int as "toInvite",
      count(*) filter (where state in ('invited', 'confirmed'))::int as undecided
    from sessions.enrolment where session = ${session.id}`.execute(db);
  const counts = rows[0] ?? { seats: 0, approved: 0, toApprove: 0, toInvite: 0, undecided: 0 };
  const rules = await ruleSetFor(db, "training", today);
  const coming = session.trainers.filter((trainer) => trainer.state !== "declined");
  return {
    ...counts,
    today,
    from: session.from,
    to: session.to,
    nominationsClose: session.nominationsClose,
    groups: session.groups.length,
    places: session.places,
    placeMissing: session.mode !== "online" && session.place === null,
    linkMissing: session.mode !== "physical" && session.link === null,
    trainers: coming.length,
    trainersConfirmed: coming.filter((trainer) => trainer.state === "confirmed").length,
    followUpUntil: addDays(session.to, numberOf(rules, "follow_up_second")),
  };
}

/** How an organisation's seats are used. */
export interface SeatRow {
  readonly organisation: string;
  readonly name: string;
  readonly seats: number;
  readonly named: number;
  readonly waiting: number;
  readonly toApprove: number;
  readonly approved: number;
  readonly confirmed: number;
  readonly unanswered: number;
}

/** The seats of a session by organisation, with how they are used. One query. */
export async function seatsOf(db: Db<any>, session: string, language?: Language): Promise<readonly SeatRow[]> {
  const { rows } = await sql<SeatRow>`
    select k.organisation, ${nameIn("o", language)} as name, k.seats, coalesce(e.named, 0)::int as named, coalesce(e.waiting, 0)::int as waiting,
      coalesce(e.to_approve, 0)::int as "toApprove", coalesce(e.approved, 0)::int as approved, coalesce(e.confirmed, 0)::int as confirmed,
      coalesce(e.unanswered, 0)::int as unanswered
    from sessions.seat k join registry.organisation o on o.id = k.organisation
    left join (
      select entity, count(*) filter (where not waiting and state = any(${[...SEATED]}::text[])) as named,
        count(*) filter (where waiting and state = 'nominated') as waiting,
        count(*) filter (where not waiting and state = 'nominated') as to_approve,
        count(*) filter (where state not in ('nominated', 'not_approved', 'declined', 'replaced', 'withdrawn')) as approved,
        count(*) filter (where state not in ('nominated', 'not_approved', 'declined', 'replaced', 'withdrawn', 'approved', 'invited')) as confirmed,
        count(*) filter (where state = 'invited') as unanswered
      from sessions.enrolment where session = ${session} group by entity) e on e.entity = k.organisation
    where k.session = ${session} order by o.name, k.organisation`.execute(db);
  return rows;
}

/** What the people on a list need to take part; only numbers. */
export interface NeedCount {
  readonly need: string;
  readonly people: number;
}

/** How many of those expected said which need, and how many come online. One query. */
export async function accessNeedsOf(db: Db<any>, session: string): Promise<readonly NeedCount[]> {
  const { rows } = await sql<NeedCount>`
    select n.need, count(*)::int as people from sessions.enrolment e, unnest(e.access_needs) as n (need)
    where e.session = ${session} and e.state = any(${[...SEATED]}::text[]) and e.state <> 'absent' group by n.need order by n.need`.execute(
    db,
  );
  return rows;
}

/** Filters of the list of sessions; null does not limit. */
export interface SessionFilter {
  readonly state: SessionState | "coming" | "past" | null;
  readonly course: string | null;
  readonly region: string | null;
  readonly mode: Mode | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly words: string | null;
}

/** A session in a list, with how full it is. */
export interface SessionRow {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly language: string;
  readonly state: SessionState;
  readonly mode: Mode;
  readonly from: Day;
  readonly to: Day;
  readonly place: string | null;
  readonly province: string | null;
  readonly places: number;
  readonly named: number;
  readonly confirmed: number;
  readonly attended: number;
  readonly women: number;
  readonly trainers: string | null;
  readonly nominationsClose: Day;
}

export const SESSION_SORTS = ["day", "title", "state", "named"] as const;
export type SessionSort = (typeof SESSION_SORTS)[number];

const SORT: Readonly<Record<SessionSort, RawBuilder<unknown>>> = {
  day: sql`s.from_day`,
  title: sql`lower(s.title)`,
  state: sql`s.state`,
  named: sql`c.named`,
};

function conditionsOf(filter: SessionFilter, today: Day): RawBuilder<unknown>[] {
  const states =
    filter.state === null
      ? []
      : filter.state === "coming"
        ? [sql`s.to_day >= ${today} and s.state not in ('closed', 'cancelled')`]
        : filter.state === "past"
          ? [sql`s.to_day < ${today} and s.state <> 'cancelled'`]
          : [sql`s.state = ${filter.state}`];
  return [
    ...states,
    ...(filter.course === null ? [] : [sql`s.course = ${filter.course}`]),
    ...(filter.region === null ? [] : [sql`s.region = ${filter.region}`]),
    ...(filter.mode === null ? [] : [sql`s.mode = ${filter.mode}`]),
    ...(filter.from === null ? [] : [sql`s.to_day >= ${filter.from}`]),
    ...(filter.to === null ? [] : [sql`s.from_day <= ${filter.to}`]),
    ...(filter.words === null
      ? []
      : [
          sql`(s.title ilike ${containing(filter.words)} or s.reference ilike ${containing(filter.words)} or s.place ilike ${containing(filter.words)})`,
        ]),
  ];
}

const COUNTS = sql`left join lateral (
  select count(*) filter (where e.state = any(${[...SEATED]}::text[]) and not e.waiting)::int as named,
    count(*) filter (where e.state = 'confirmed' or e.state = any(${[...TOOK_PART]}::text[]))::int as confirmed,
    count(*) filter (where e.state = any(${[...TOOK_PART]}::text[]))::int as attended,
    count(*) filter (where e.state = any(${[...TOOK_PART]}::text[]) and e.sex = 'F')::int as women
  from sessions.enrolment e where e.session = s.id) c on true`;

/** A page of the sessions that an actor sees, and how many there are. Three queries. */
export async function listSessions(
  db: Db<any>,
  seen: { readonly actor: Actor; readonly today: Day },
  filter: SessionFilter,
  page: {
    readonly sort: SessionSort;
    readonly descending: boolean;
    readonly offset: number;
    readonly limit: number;
    readonly language?: Language;
  },
): Promise<{ readonly rows: readonly SessionRow[]; readonly total: number }> {
  const where = sql.join([await seenBy(db, seen.actor, seen.today), ...conditionsOf(filter, seen.today)], sql` and `);
  const order = sql`${SORT[page.sort]} ${sql.raw(page.descending ? "desc" : "asc")}, s.from_day, s.id`;
  const { rows } = await sql<SessionRow>`
    select s.id, s.reference, s.title, s.language, s.state, s.mode, s.from_day as "from", s.to_day as "to", s.place, s.places,
      (select ${nameIn("ro", page.language)} from registry.governs g join registry.organisation ro on ro.id = g.organisation
        where g.territory = s.region and g.to_day is null limit 1) as province,
      c.named, c.confirmed, c.attended, c.women, s.nominations_close as "nominationsClose",
      (select string_agg(p.full_name, ', ' order by p.sort_name) from sessions.trainer t join registry.person p on p.id = t.person
        where t.session = s.id and t.state <> 'declined') as trainers
    from sessions.session s ${COUNTS} where ${where} order by ${order} limit ${page.limit} offset ${page.offset}`.execute(db);
  const { rows: all } = await sql<{ total: number }>`select count(*)::int as total from sessions.session s where ${where}`.execute(db);
  return { rows, total: all[0]?.total ?? 0 };
}

/** The organisations of and below one, itself included. One query. */
export async function belowOf(db: Db<any>, organisation: string, on: Day): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ organisation: string }>`select organisation from registry.below(${organisation}, ${on})`.execute(db);
  return new Set([organisation, ...rows.map((row) => row.organisation)]);
}

/** An enrolment as acts need it, locked for the rest of the act. */
export interface LockedEnrolment {
  readonly id: string;
  readonly session: string;
  readonly person: string;
  readonly personName: string;
  readonly post: string | null;
  readonly postType: string | null;
  readonly organisation: string;
  readonly entity: string;
  readonly state: EnrolmentState;
  readonly waiting: boolean;
  readonly mode: "physical" | "online";
  readonly nominatedBy: string | null;
  readonly accessNeeds: readonly string[];
  readonly disability: string | null;
  readonly transport: string | null;
  readonly token: string;
}

const LOCKED = sql`e.id, e.session, e.person, h.full_name as "personName", e.post, e.post_type as "postType", e.organisation, e.entity, e.state, e.waiting, e.mode,
  e.nominated_by as "nominatedBy", e.access_needs as "accessNeeds", e.disability, e.transport_band as transport, e.token`;

/** Enrolments by id, locked in the order of their ids. One query. */
export async function lockEnrolments(db: Db<any>, ids: readonly string[]): Promise<readonly LockedEnrolment[]> {
  const { rows } = await sql<LockedEnrolment>`
    select ${LOCKED} from sessions.enrolment e join registry.person h on h.id = e.person
    where e.id = any(${[...ids]}::uuid[]) order by e.id for update of e`.execute(db);
  return rows;
}

/** The enrolment whose personal link this is. One query. */
export async function enrolmentByToken(db: Db<any>, token: string): Promise<LockedEnrolment | undefined> {
  const { rows } = await sql<LockedEnrolment>`
    select ${LOCKED} from sessions.enrolment e join registry.person h on h.id = e.person where e.token = ${token}`.execute(db);
  return rows[0];
}

/** How many seats of an organisation are still free in a session; below 0 when seats were taken back. One query. */
export async function freeSeats(db: Db<any>, session: string, entity: string): Promise<number> {
  const { rows } = await sql<{ free: number }>`
    select (coalesce((select k.seats from sessions.seat k where k.session = ${session} and k.organisation = ${entity}), 0)
      - (select count(*) from sessions.enrolment e where e.session = ${session} and e.entity = ${entity} and not e.waiting
          and e.state = any(${[...SEATED]}::text[])))::int as free`.execute(db);
  return rows[0]?.free ?? 0;
}

/** States in which names may still change. */
export const OPEN_SESSION: readonly SessionState[] = ["nominations_open", "confirmed", "ready"];

/** The enrolments of a session that wait beyond the seats of their organisation. One query. */
export async function waitingIn(db: Db<any>, session: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select id from sessions.enrolment where session = ${session} and waiting`.execute(db);
  return new Set(rows.map((row) => row.id));
}
