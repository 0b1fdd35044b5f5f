/** Reads of requests, breaches and runs; limited to the organisations whose officer is asking. */
import { containing } from "#platform/db/like.ts";
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import { organisationsFor, type Organisations } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { BreachState, Decision, Kind, RequestState, Risk, Tables } from "./schema.ts";
import { verbs } from "./rules.ts";

/** The organisations an officer looks after: all for the association's own officers, else her organisation and those below. */
export async function within(db: Db<Tables>, actor: Actor, association: string, today: Day): Promise<Organisations> {
  return actor.organisation === association ? "all" : organisationsFor(db, actor, verbs.oversee, today);
}

const inside = (organisations: Organisations, column: ReturnType<typeof sql.ref>) =>
  organisations === "all" ? sql`true` : sql`${column} = any(${[...organisations]}::uuid[])`;

/** A request as lists and its page show it. */
export interface RequestRow {
  readonly id: string;
  readonly person: string | null;
  readonly personName: string | null;
  readonly requester: string;
  readonly reach: string | null;
  readonly organisation: string;
  readonly organisationName: string;
  readonly kind: Kind;
  readonly wish: string;
  readonly language: string;
  readonly state: RequestState;
  readonly clock: unknown;
  readonly dueDay: Day;
  readonly receivedAt: Date;
  readonly identityHow: string | null;
  readonly identityAt: Date | null;
  readonly decision: Decision | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

const REQUEST = sql`
  select r.id, r.person, p.full_name as "personName", r.requester, r.reach, r.organisation, o.name as "organisationName", r.kind, r.wish, r.language,
    r.state, r.clock, r.due_day as "dueDay", r.received_at as "receivedAt", r.identity_how as "identityHow", r.identity_at as "identityAt",
    r.decision, r.answer, r.answered_at as "answeredAt"
  from privacy.subject_request r join registry.organisation o on o.id = r.organisation left join registry.person p on p.id = r.person`;

/** What a list of requests is limited to: those still open unless others are asked for. */
export const REQUESTS_SHOWN = ["open", "answered", "withdrawn", "all"] as const;
export interface RequestFilter {
  readonly state: (typeof REQUESTS_SHOWN)[number];
  readonly kind: Kind | null;
}

/** What a list of requests is sorted by. */
export const REQUEST_SORTS = ["due", "received"] as const;
export type RequestSort = (typeof REQUEST_SORTS)[number];

interface Page<Key> {
  readonly sort?: Key;
  readonly descending?: boolean;
  readonly limit: number;
  readonly offset: number;
}

const wayOf = (page: Page<unknown>) => (page.descending === true ? sql`desc` : sql`asc`);

const requestWhere = (organisations: Organisations, filter: RequestFilter) => sql`
  where ${inside(organisations, sql.ref("r.organisation"))}
    ${filter.kind === null ? sql`` : sql`and r.kind = ${filter.kind}`}
    ${filter.state === "all" ? sql`` : filter.state === "open" ? sql`and r.state in ('received', 'waiting', 'checked')` : sql`and r.state = ${filter.state}`}`;

/** One page of requests, those still open first, and how many there are. Two queries. */
export async function listRequests(
  db: Db<Tables>,
  organisations: Organisations,
  filter: RequestFilter,
  page: Page<RequestSort>,
): Promise<{ readonly rows: RequestRow[]; readonly total: number }> {
  const where = requestWhere(organisations, filter);
  const { rows } = await sql<RequestRow>`${REQUEST} ${where}
    order by (r.state in ('received', 'waiting', 'checked')) desc, ${page.sort === "received" ? sql`r.received_at` : sql`r.due_day`} ${wayOf(page)},
      r.received_at, r.id limit ${page.limit} offset ${page.offset}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*) as n from privacy.subject_request r ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

/** One request within an officer's organisations, or undefined. */
export async function requestById(db: Db<Tables>, organisations: Organisations, id: string): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`${REQUEST} where r.id = ${id} and ${inside(organisations, sql.ref("r.organisation"))}`.execute(db);
  return rows[0];
}

/** A person's own requests, the newest first. */
export async function requestsOf(db: Db<Tables>, person: string): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`${REQUEST} where r.person = ${person} order by r.received_at desc, r.id limit 50`.execute(db);
  return rows;
}

/** What was erased for a request, the newest first. */
export async function erasuresOf(db: Db<Tables>, request: string): Promise<{ readonly doneAt: Date; readonly counts: unknown }[]> {
  const { rows } = await sql<{ doneAt: Date; counts: unknown }>`
    select done_at as "doneAt", counts from privacy.erasure where request = ${request} order by done_at desc`.execute(db);
  return rows;
}

/** People of the register whose name answers, with where they serve; for saying whom a paper request is about. */
export async function findPeople(
  db: Db<Tables>,
  words: string,
  organisations: Organisations,
  today: Day,
): Promise<{ readonly id: string; readonly name: string; readonly organisation: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; organisation: string | null }>`
    select p.id, p.full_name as name, string_agg(distinct o.name, ', ') as organisation
    from registry.person p
    left join registry.assignment a on a.person = p.id and a.from_day <= ${today} and (a.to_day is null or a.to_day > ${today})
    left join registry.post t on t.id = a.post left join registry.organisation o on o.id = t.organisation
    where p.merged_into is null and p.full_name ilike ${containing(words)}
      and (${organisations === "all"} or ${inside(organisations, sql.ref("o.id"))})
    group by p.id order by p.sort_name, p.id limit 20`.execute(db);
  return rows;
}

/** A breach as lists and its page show it. */
export interface BreachRow {
  readonly id: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly foundAt: Date;
  readonly reportedAt: Date;
  readonly reporter: string | null;
  readonly what: string;
  readonly dataKinds: string;
  readonly people: number | null;
  readonly risk: Risk;
  readonly consequences: string;
  readonly measures: string;
  readonly state: BreachState;
  readonly dueAt: Date;
  readonly notifiedAt: Date | null;
  readonly lateReason: string | null;
  readonly toldAt: Date | null;
  readonly toldHow: string | null;
  readonly closedAt: Date | null;
  readonly closingReason: string | null;
}

const BREACH = sql`
  select b.id, b.organisation, o.name as "organisationName", b.found_at as "foundAt", b.reported_at as "reportedAt", p.full_name as reporter, b.what,
    b.data_kinds as "dataKinds", b.people_estimate as people, b.risk, b.consequences, b.measures, b.state, b.due_at as "dueAt",
    b.notified_at as "notifiedAt", b.late_reason as "lateReason", b.people_told_at as "toldAt", b.people_told_how as "toldHow",
    b.closed_at as "closedAt", b.closing_reason as "closingReason"
  from privacy.breach b join registry.organisation o on o.id = b.organisation left join registry.person p on p.id = b.reported_by`;

/** What a list of breaches is sorted by. */
export const BREACH_SORTS = ["due", "found"] as const;
export type BreachSort = (typeof BREACH_SORTS)[number];

/** One page of breaches, the open ones first, and how many there are. Two queries. */
export async function listBreaches(
  db: Db<Tables>,
  organisations: Organisations,
  page: Page<BreachSort> & { readonly state?: BreachState | null },
): Promise<{ readonly rows: BreachRow[]; readonly total: number }> {
  const where = sql`where ${inside(organisations, sql.ref("b.organisation"))}
    ${page.state ? sql`and b.state = ${page.state}` : sql``}`;
  const { rows } = await sql<BreachRow>`${BREACH} ${where}
    order by (b.state = 'closed'), ${page.sort === "found" ? sql`b.found_at` : sql`b.due_at`} ${wayOf(page)}, b.id
    limit ${page.limit} offset ${page.offset}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*) as n from privacy.breach b ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

/** One breach within an officer's organisations, or undefined. */
export async function breachById(db: Db<Tables>, organisations: Organisations, id: string): Promise<BreachRow | undefined> {
  const { rows } = await sql<BreachRow>`${BREACH} where b.id = ${id} and ${inside(organisations, sql.ref("b.organisation"))}`.execute(db);
  return rows[0];
}

/** What waits on the console: counts, in one query. */
export interface ConsoleCounts {
  readonly requests: number;
  readonly late: number;
  readonly breaches: number;
  readonly unseen: number;
}

export async function consoleCounts(db: Db<Tables>, organisations: Organisations, today: Day): Promise<ConsoleCounts> {
  const { rows } = await sql<ConsoleCounts>`
    select count(*) filter (where r.id is not null) as requests, count(*) filter (where r.due_day < ${today}) as late,
      (select count(*) from privacy.breach b where b.state <> 'closed' and ${inside(organisations, sql.ref("b.organisation"))}) as breaches,
      (select count(*) from privacy.break_glass where seen_at is null) as unseen
    from (select 1) one left join privacy.subject_request r on r.state in ('received', 'waiting', 'checked') and ${inside(organisations, sql.ref("r.organisation"))}`.execute(
    db,
  );
  return rows[0] ?? { requests: 0, late: 0, breaches: 0, unseen: 0 };
}

/** A retention run as its page shows it. */
export interface RunRow {
  readonly id: string;
  readonly plannedAt: Date;
  readonly asOf: Day;
  readonly plan: unknown;
  readonly state: "planned" | "running" | "done" | "dropped";
  readonly counts: unknown;
  readonly finishedAt: Date | null;
}

const RUN = sql`select id, planned_at as "plannedAt", as_of as "asOf", plan, state, counts, finished_at as "finishedAt" from privacy.retention_run`;

/** The last runs, the newest first. */
export async function listRuns(db: Db<Tables>): Promise<RunRow[]> {
  return (await sql<RunRow>`${RUN} order by planned_at desc, id limit 20`.execute(db)).rows;
}

export async function runById(db: Db<Tables>, id: string): Promise<RunRow | undefined> {
  return (await sql<RunRow>`${RUN} where id = ${id}`.execute(db)).rows[0];
}
