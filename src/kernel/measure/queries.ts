/** Reads of indicators and their figures: set in, set out, one query each. */
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Alias, Figure, Indicator, Owner, Target } from "./schema.ts";

const INDICATOR = sql`i.id, i.code, i.kind, i.names, i.definition, i.unit, i.better, i.decimals, i.source, i.frequency, i.domain, i.owner, i.public, i.state`;

const anyOf = (ids: readonly string[]): RawBuilder<unknown> => sql`any(${[...ids]}::uuid[])`;

/** Indicators by id. One query. */
export async function indicatorsByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, Indicator>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Indicator>`select ${INDICATOR} from measure.indicator i where i.id = ${anyOf(ids)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which indicators are wanted; absent limits do not limit. */
export interface IndicatorQuestion {
  readonly kinds?: readonly string[];
  readonly domain?: string;
  readonly publicOnly?: boolean;
  /** Also retired ones. */
  readonly retired?: boolean;
  readonly codes?: readonly string[];
}

/** Indicators by code. One query; there are dozens, not thousands. */
export async function indicatorsWhere(db: Db<any>, ask: IndicatorQuestion = {}): Promise<readonly Indicator[]> {
  const conditions = [
    ...(ask.kinds === undefined ? [] : [sql`i.kind = any(${[...ask.kinds]}::text[])`]),
    ...(ask.domain === undefined ? [] : [sql`i.domain = ${ask.domain}`]),
    ...(ask.publicOnly === true ? [sql`i.public`] : []),
    ...(ask.retired === true ? [] : [sql`i.state = 'active'`]),
    ...(ask.codes === undefined ? [] : [sql`i.code = any(${[...ask.codes]}::text[])`]),
    sql`true`,
  ];
  const { rows } = await sql<Indicator>`
    select ${INDICATOR} from measure.indicator i where ${sql.join(conditions, sql` and `)} order by i.code`.execute(db);
  return rows;
}

/** Which figures are wanted. `groups`: those of everybody together, by sex or by tier; absent means together. */
export interface SeriesQuestion {
  readonly indicators: readonly string[];
  /** Absent: of every organisation. */
  readonly organisations?: readonly string[];
  readonly groups?: "together" | "sex" | "tier" | "all";
  readonly from?: Day;
  readonly to?: Day;
}

const FIGURE = sql`o.id, o.indicator, o.organisation, o.from_day as "from", o.to_day as "to", o.value::float8 as value,
  o.numerator::float8 as numerator, o.denominator::float8 as denominator, o.sex, o.tier, o.baseline, o.certainty, o.source, o.post,
  o.verified_by as "verifiedBy", o.verified_at as "verifiedAt", o.replaces, o.reason, o.recorded_at as "recordedAt"`;

const STANDS = sql`not exists (select from measure.observation later where later.replaces = o.id)`;

const GROUPED: Readonly<Record<NonNullable<SeriesQuestion["groups"]>, RawBuilder<unknown>>> = {
  together: sql`o.sex is null and o.tier is null`,
  sex: sql`o.sex is not null and o.tier is null`,
  tier: sql`o.tier is not null and o.sex is null`,
  all: sql`true`,
};

/** Standing figures in order of time. One query. */
export async function series(db: Db<any>, ask: SeriesQuestion): Promise<readonly Figure[]> {
  if (ask.indicators.length === 0) return [];
  const { rows } = await sql<Figure>`
    select ${FIGURE} from measure.observation o
    where o.indicator = ${anyOf(ask.indicators)} and ${STANDS} and ${GROUPED[ask.groups ?? "together"]}
      ${ask.organisations === undefined ? sql`` : sql`and o.organisation = ${anyOf(ask.organisations)}`}
      ${ask.from === undefined ? sql`` : sql`and o.to_day >= ${ask.from}`}
      ${ask.to === undefined ? sql`` : sql`and o.to_day <= ${ask.to}`}
    order by o.to_day, o.from_day, o.organisation, o.sex, o.tier`.execute(db);
  return rows;
}

/** Figures by id, replaced ones included. One query. */
export async function figuresByIds(
  db: Db<any>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Figure & { readonly stands: boolean }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Figure & { stands: boolean }>`
    select ${FIGURE}, ${STANDS} as stands from measure.observation o where o.id = ${anyOf(ids)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Figures that wait for somebody to verify them, the oldest first. `organisations` absent: everyone’s. One query. */
export async function claimedFigures(
  db: Db<any>,
  ask: { readonly indicators?: readonly string[]; readonly organisations?: readonly string[]; readonly limit: number },
): Promise<readonly Figure[]> {
  const { rows } = await sql<Figure>`
    select ${FIGURE} from measure.observation o join measure.indicator i on i.id = o.indicator and i.state = 'active'
    where o.certainty = 'claimed' and ${STANDS}
      ${ask.indicators === undefined ? sql`` : sql`and o.indicator = ${anyOf(ask.indicators)}`}
      ${ask.organisations === undefined ? sql`` : sql`and o.organisation = ${anyOf(ask.organisations)}`}
    order by o.recorded_at, o.id limit ${ask.limit}`.execute(db);
  return rows;
}

/** Targets of some indicators in order of time. One query. */
export async function targetsOf(db: Db<any>, indicators: readonly string[]): Promise<readonly Target[]> {
  if (indicators.length === 0) return [];
  const { rows } = await sql<Target>`
    select id, indicator, organisation, from_day as "from", to_day as "to", value::float8 as value, source
    from measure.target where indicator = ${anyOf(indicators)} order by to_day, recorded_at, id`.execute(db);
  return rows;
}

/** Owners of some indicators. One query. */
export async function ownersOf(
  db: Db<any>,
  ask: { readonly indicators?: readonly string[]; readonly organisations?: readonly string[]; readonly posts?: readonly string[] },
): Promise<readonly Owner[]> {
  const { rows } = await sql<Owner>`
    select w.indicator, w.organisation, w.post, w.publishes from measure.owner w join measure.indicator i on i.id = w.indicator and i.state = 'active'
    where true
      ${ask.indicators === undefined ? sql`` : sql`and w.indicator = ${anyOf(ask.indicators)}`}
      ${ask.organisations === undefined ? sql`` : sql`and w.organisation = ${anyOf(ask.organisations)}`}
      ${ask.posts === undefined ? sql`` : sql`and w.post = ${anyOf(ask.posts)}`}
    order by w.indicator, w.organisation`.execute(db);
  return rows;
}

/** What partners call some indicators; `frame` limits to one partner’s report. One query. */
export async function aliasesOf(
  db: Db<any>,
  ask: { readonly indicators?: readonly string[]; readonly frame?: string },
): Promise<readonly Alias[]> {
  const { rows } = await sql<Alias>`
    select indicator, frame, code, names from measure.alias where true
      ${ask.indicators === undefined ? sql`` : sql`and indicator = ${anyOf(ask.indicators)}`}
      ${ask.frame === undefined ? sql`` : sql`and frame = ${ask.frame}`}
    order by frame, code`.execute(db);
  return rows;
}

/**
 * The figures from which a standing is told, of everybody together: baselines, and those of the latest period for which at least half as
 * many organisations gave a figure as ever did for one period. With `each`, every organisation has a latest period of its own. One query,
 * whatever the length of the series.
 */
export async function endsOf(
  db: Db<any>,
  ask: { readonly indicators: readonly string[]; readonly organisations?: readonly string[]; readonly each?: true },
): Promise<readonly (Figure & { readonly end: "baseline" | "latest" })[]> {
  if (ask.indicators.length === 0) return [];
  const { rows } = await sql<Figure & { end: "baseline" | "latest" }>`
    with mine as (
      select o.*, ${ask.each === true ? sql`o.organisation` : sql`null::uuid`} as side from measure.observation o
      where o.indicator = ${anyOf(ask.indicators)} and o.sex is null and o.tier is null and ${STANDS}
        ${ask.organisations === undefined ? sql`` : sql`and o.organisation = ${anyOf(ask.organisations)}`}
    ), periods as (
      select indicator, side, from_day, to_day, count(*) as given, max(count(*)) over (partition by indicator, side) as most
      from mine group by indicator, side, from_day, to_day
    ), latest as (
      select distinct on (indicator, side) indicator, side, from_day, to_day from periods where given * 2 >= most
      order by indicator, side, to_day desc, from_day desc
    )
    select ${FIGURE}, case when l.indicator is null then 'baseline' else 'latest' end as "end"
    from mine o left join latest l on l.indicator = o.indicator and l.side is not distinct from o.side and l.from_day = o.from_day and l.to_day = o.to_day
    where o.baseline or l.indicator is not null
    order by o.indicator, o.to_day, o.organisation`.execute(db);
  return rows;
}
