/** What everyone may know of adopted plans: events with their days, groups, region and places; no money, no posts. */
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";
import { PUBLIC_STATES } from "./flows.ts";
import type { LineState, Mode } from "./schema.ts";

/** A line of an adopted plan, as the portal shows it. */
export interface PublicEvent {
  readonly id: string;
  readonly number: number;
  readonly planTitle: string;
  readonly title: string;
  readonly language: Language;
  readonly modality: string;
  readonly mode: Mode;
  readonly domain: string | null;
  readonly groups: readonly string[];
  readonly region: string | null;
  readonly venue: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly places: number;
  readonly state: LineState;
  readonly recordedAt: Date;
}

/** Which events are wanted; absent limits do not limit. */
export interface EventQuestion {
  readonly ids?: readonly string[];
  /** Events that end on this day or later. */
  readonly since?: Day;
  readonly year?: Day;
  readonly group?: string | null;
  readonly domain?: string | null;
  readonly region?: string | null;
}

const where = (ask: EventQuestion): RawBuilder<unknown> => sql`
  p.state = any(${[...PUBLIC_STATES]}::text[]) and l.state <> 'dropped' and l.from_day is not null and l.to_day is not null
  ${ask.ids === undefined ? sql`` : sql`and l.id = any(${[...ask.ids]}::uuid[])`}
  ${ask.since === undefined ? sql`` : sql`and l.to_day >= ${ask.since}`}
  ${ask.year === undefined ? sql`` : sql`and p.fiscal_year_start = ${ask.year}`}
  ${ask.group ? sql`and ${ask.group} = any(l.groups)` : sql``}
  ${ask.domain ? sql`and l.domain = ${ask.domain}` : sql``}
  ${ask.region ? sql`and l.region = ${ask.region}` : sql``}`;

export const EVENT_SORTS = ["when", "event", "places"] as const;

const ORDER = { when: sql`l.from_day`, event: sql`lower(l.title)`, places: sql`places` } as const;

/** Events in an order, by date when none is asked for. One query. */
export async function publicEvents(
  db: Db<any>,
  ask: EventQuestion,
  page: { readonly offset: number; readonly limit: number; readonly sort?: (typeof EVENT_SORTS)[number]; readonly descending?: boolean },
): Promise<PublicEvent[]> {
  const { rows } = await sql<PublicEvent>`
    select l.id, l.number, p.title as "planTitle", l.title, l.language, l.modality, l.mode, l.domain, l.groups, l.region, l.venue,
      l.from_day as "from", l.to_day as "to", l.state, l.recorded_at as "recordedAt",
      coalesce((select sum(s.places) from plans.seat s where s.line = l.id), 0)::int as places
    from plans.line l join plans.plan p on p.id = l.plan where ${where(ask)}
    order by ${ORDER[page.sort ?? "when"]} ${page.descending === true ? sql`desc` : sql`asc`}, l.from_day, l.number, l.id limit ${page.limit} offset ${page.offset}`.execute(
    db,
  );
  return rows;
}

/** How many events there are. One query. */
export async function countEvents(db: Db<any>, ask: EventQuestion): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from plans.line l join plans.plan p on p.id = l.plan where ${where(ask)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The fiscal years that the calendar knows, the newest first. One query. */
export async function publicYears(db: Db<any>): Promise<Day[]> {
  const { rows } = await sql<{ start: Day }>`
    select p.fiscal_year_start as start from plans.plan p where p.state = any(${[...PUBLIC_STATES]}::text[]) order by 1 desc`.execute(db);
  return rows.map((row) => row.start);
}
