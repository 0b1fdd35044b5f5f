/** Reads of handovers: one with everything around it, lists, and which of them an actor may read. */
import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import { organisationsFor, reachOf, type Organisations } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { NO_GAPS, type Gaps, type HandoverState } from "./handover-rules.ts";
import type { HandoverFile, Moved } from "./handover-file.ts";
import { verbs } from "./rules.ts";

/** A handover as pages and actions need it. */
export interface Handover {
  readonly id: string;
  readonly post: string;
  readonly postType: string;
  readonly seat: number;
  readonly organisation: string;
  readonly organisationName: string;
  readonly tier: string | null;
  readonly reason: string;
  readonly eventDay: Day;
  readonly note: string;
  readonly state: HandoverState;
  readonly outgoing: string;
  readonly outgoingName: string;
  readonly outgoingAbsent: boolean;
  readonly outgoingActing: boolean;
  readonly incoming: string | null;
  readonly incomingName: string | null;
  readonly incomingActing: boolean | null;
  readonly supervisor: string | null;
  readonly supervisorType: string | null;
  readonly supervisorName: string | null;
  readonly witness: string | null;
  readonly witnessType: string | null;
  readonly witnessName: string | null;
  readonly fileDue: Day;
  readonly meetingDue: Day;
  readonly checkDue: Day | null;
  readonly compiled: HandoverFile | null;
  readonly moved: Moved | null;
  readonly gaps: Gaps;
  readonly completedBy: string | null;
  readonly completedBecause: string | null;
  readonly completedAt: Date | null;
  readonly namedAt: Date | null;
  readonly meetingDay: Day | null;
  readonly meetingPlace: string | null;
  readonly sheet: string | null;
  readonly outcome: string | null;
  readonly reservations: string | null;
  readonly acceptedAt: Date | null;
  readonly checked: { readonly tasks: string; readonly reservations: string; readonly note: string } | null;
  readonly closedAt: Date | null;
  readonly madeAt: Date;
}

const SELECT = sql`
  select h.id, h.post, p.post_type as "postType", p.seat, h.organisation, o.name as "organisationName", o.tier, h.reason, h.event_day as "eventDay",
    h.note, h.state, h.outgoing, og.full_name as "outgoingName", h.outgoing_absent as "outgoingAbsent", h.outgoing_acting as "outgoingActing",
    h.incoming, ic.full_name as "incomingName", h.incoming_acting as "incomingActing",
    h.supervisor, sp.post_type as "supervisorType", sn.name as "supervisorName", h.witness, wp.post_type as "witnessType", wn.name as "witnessName",
    h.file_due as "fileDue", h.meeting_due as "meetingDue", h.check_due as "checkDue", h.compiled, h.moved, h.gaps,
    cb.full_name as "completedBy", h.completed_because as "completedBecause", h.completed_at as "completedAt", h.named_at as "namedAt",
    h.meeting_day as "meetingDay", h.meeting_place as "meetingPlace", h.sheet, h.outcome, h.reservations, h.accepted_at as "acceptedAt",
    h.checked, h.closed_at as "closedAt", h.made_at as "madeAt"
  from people.handover h
  join registry.post p on p.id = h.post
  join registry.organisation o on o.id = h.organisation
  join registry.person og on og.id = h.outgoing
  left join registry.person ic on ic.id = h.incoming
  left join registry.post sp on sp.id = h.supervisor
  left join registry.post wp on wp.id = h.witness
  left join registry.person cb on cb.id = h.completed_by`;

const holderOf = (post: RawBuilder<unknown>, on: Day): RawBuilder<unknown> => sql`
  (select n.full_name as name from registry.assignment a join registry.person n on n.id = a.person
   where a.post = ${post} and a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on}) order by a.acting, a.from_day desc limit 1)`;

function from(on: Day): RawBuilder<unknown> {
  return sql`${SELECT}
    left join lateral ${holderOf(sql`h.supervisor`, on)} sn on true
    left join lateral ${holderOf(sql`h.witness`, on)} wn on true`;
}

const whole = (row: Handover): Handover => ({ ...row, gaps: { ...NO_GAPS, ...row.gaps } });

/** Handovers by id, in no order. One query. */
export async function handoversByIds(db: Db<any>, ids: readonly string[], on: Day): Promise<Handover[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Handover>`${from(on)} where h.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map(whole);
}

/** The condition under which an actor may read a handover: it is hers, her post’s, or in her reach. One query. */
async function readable(db: Db<any>, actor: Actor, today: Day): Promise<RawBuilder<unknown>> {
  const reach: Organisations =
    reachOf(actor, verbs.seeHandover) === null ? new Set() : await organisationsFor(db, actor, verbs.seeHandover, today);
  if (reach === "all") return sql`true`;
  return sql`(h.outgoing = ${actor.person} or h.incoming = ${actor.person} or h.organisation = any(${[...reach]}::uuid[])
    or (${actor.post}::uuid is not null and (h.supervisor = ${actor.post}::uuid or h.witness = ${actor.post}::uuid)))`;
}

/** Which of these handovers an actor may read. Two queries. */
export async function readableHandovers(
  db: Db<any>,
  actor: Actor | null,
  ids: readonly string[],
  today: Day,
): Promise<ReadonlySet<string>> {
  if (actor === null || ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select h.id from people.handover h where h.id = any(${[...ids]}::uuid[]) and ${await readable(db, actor, today)}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** What a list of handovers is sorted by. */
export const HANDOVER_SORTS = ["due", "organisation"] as const;
export type HandoverSort = (typeof HANDOVER_SORTS)[number];

/** Which handovers of a list are wanted; those that wait longest first when no order is asked for. */
export interface HandoverQuestion {
  readonly state?: HandoverState | null;
  readonly post?: string;
  readonly sort?: HandoverSort;
  readonly descending?: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** The handovers an actor may read, and how many there are. Two or three queries. */
export async function handoversFor(
  db: Db<any>,
  actor: Actor,
  ask: HandoverQuestion,
  today: Day,
): Promise<{ readonly rows: Handover[]; readonly total: number }> {
  const mine = await readable(db, actor, today);
  const where = sql`where ${mine}
    ${ask.state ? sql`and h.state = ${ask.state}` : sql``}
    ${ask.post === undefined ? sql`` : sql`and h.post = ${ask.post}`}`;
  const due = sql`case h.state when 'open' then h.event_day when 'compiled' then h.file_due when 'accepted' then h.check_due else h.meeting_due end`;
  const way = ask.descending === true ? sql`desc` : sql`asc`;
  const { rows } = await sql<Handover>`${from(today)} ${where}
    order by ${ask.sort === "organisation" ? sql`o.name ${way}, ${due}` : sql`h.state = 'closed', ${due} ${way}`}, h.id
    limit ${ask.limit} offset ${ask.offset}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*)::integer as total from people.handover h ${where}`.execute(db);
  return { rows: rows.map(whole), total: counted[0]?.total ?? 0 };
}

/** Running handovers that a person leaves behind, whatever she holds now. One query. */
export async function handoversLeftBy(db: Db<any>, person: string, on: Day): Promise<Handover[]> {
  const { rows } = await sql<Handover>`${from(on)}
    where h.state = 'compiled' and h.outgoing = ${person} and not h.outgoing_absent order by h.made_at, h.id`.execute(db);
  return rows.map(whole);
}

/** Running handovers whose next step one of these posts owes. One query. */
export async function handoversOwedBy(db: Db<any>, posts: readonly string[], on: Day): Promise<Handover[]> {
  const { rows } = await sql<Handover>`${from(on)}
    where h.state <> 'closed' and (h.post = any(${[...posts]}::uuid[]) or h.supervisor = any(${[...posts]}::uuid[]) or h.witness = any(${[...posts]}::uuid[]))
    order by h.made_at, h.id`.execute(db);
  return rows.map(whole);
}

/** The due day of a handover’s state. */
export function dueOf(handover: Pick<Handover, "state" | "eventDay" | "fileDue" | "meetingDue" | "checkDue">): Day | null {
  if (handover.state === "open") return handover.eventDay;
  if (handover.state === "compiled") return handover.fileDue;
  if (handover.state === "accepted") return handover.checkDue;
  return handover.state === "closed" ? null : handover.meetingDue;
}
