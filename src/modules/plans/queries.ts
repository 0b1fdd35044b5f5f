/** Reads of plans and what belongs to them: set-valued, a fixed number of queries whatever the number of lines. */
import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import { addDays, addMonths, type Day } from "#kernel/calendar/day.ts";
import { moneyLines, type MoneyLine } from "#kernel/money/lines.ts";
import { versionsOf } from "#kernel/document/versions.ts";
import type { Db } from "#platform/db/handle.ts";
import { UNREVIEWED, type Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { IN_FORCE, type PlanFacts } from "./flows.ts";
import { lacksOf, lineReference } from "./rules.ts";
import type { Bundle, Change, Comment, Line, Plan, PlanLineFacts, Progress, Seat, Way } from "./schema.ts";
import { p } from "./problems.ts";

const PLAN = sql`p.id, p.organisation, p.fiscal_year_start as "fiscalYearStart", p.title, p.language, p.purpose, p.state, p.document,
  p.comment_from as "commentFrom", p.comment_until as "commentUntil", p.returned, p.returned_on as "returnedOn", p.due, p.closing,
  p.recorded_at as "recordedAt"`;

/** A plan with how much is in it. */
export type PlanRow = Plan & { readonly lines: number; readonly places: number };

/** The plans in some states, the newest year first. One query. */
export async function listPlans(db: Db<any>, states: readonly string[] | null = null): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select ${PLAN}, (select count(*) from plans.line l where l.plan = p.id and l.state <> 'dropped')::int as lines,
      (select coalesce(sum(s.places), 0) from plans.line l join plans.seat s on s.line = l.id where l.plan = p.id and l.state <> 'dropped')::int as places
    from plans.plan p ${states === null ? sql`` : sql`where p.state = any(${[...states]}::text[])`}
    order by p.fiscal_year_start desc, p.recorded_at desc`.execute(db);
  return rows;
}

/** Plans by id. One query. */
export async function plansByIds(db: Db<any>, ids: readonly string[]): Promise<Plan[]> {
  const { rows } = await sql<Plan>`select ${PLAN} from plans.plan p where p.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}

/** A plan by its id. */
export async function thePlan(db: Db<any>, id: string): Promise<Plan> {
  const [found] = await plansByIds(db, [id]);
  if (found === undefined) throw new Problem(p.noPlan);
  return found;
}

type LineRow = Omit<Line, "seats" | "places" | "money"> & { readonly seats: readonly Seat[] };

const LINE = sql`l.id, l.plan, l.number, l.title, l.language, l.modality, l.mode, l.domain, l.programme, l.course, l.groups, l.mandate,
  l.from_day as "from", l.to_day as "to", l.region, l.venue, l.provider, l.change, l.indicator, l.indicator_words as "indicatorWords", l.responsible,
  l.clash_reason as "clashReason", l.state, l.settled_on as "settledOn", l.settlement,
  array(select n.need from plans.line_need n where n.line = l.id order by n.need) as needs,
  coalesce((select jsonb_agg(jsonb_build_object('organisation', s.organisation, 'places', s.places) order by s.organisation) from plans.seat s where s.line = l.id), '[]') as seats`;

async function readLines(db: Db<any>, where: RawBuilder<unknown>): Promise<Line[]> {
  const { rows } = await sql<LineRow>`select ${LINE} from plans.line l where ${where} order by l.plan, l.number`.execute(db);
  const money = Map.groupBy(
    await moneyLines(
      db,
      rows.map((row) => row.id),
    ),
    (line: MoneyLine) => line.about,
  );
  return rows.map((row) => ({
    ...row,
    seats: new Map(row.seats.map((seat) => [seat.organisation, seat.places])),
    places: row.seats.reduce((sum, seat) => sum + seat.places, 0),
    money: money.get(row.id) ?? [],
  }));
}

/** The lines of a plan with needs, seats and money, by number. Two queries. */
export function linesOfPlan(db: Db<any>, plan: string): Promise<Line[]> {
  return readLines(db, sql`l.plan = ${plan}`);
}

/** Lines by id. Two queries. */
export function linesByIds(db: Db<any>, ids: readonly string[]): Promise<Line[]> {
  return readLines(db, sql`l.id = any(${[...ids]}::uuid[])`);
}

/** A line by its id. */
export async function theLine(db: Db<any>, id: string): Promise<Line> {
  const [found] = await linesByIds(db, [id]);
  if (found === undefined) throw new Problem(p.noLine);
  return found;
}

/** What was delivered of some lines: events linked to them, and people whose portfolios name those events. One query. */
export async function progressOf(db: Db<any>, lines: readonly string[]): Promise<ReadonlyMap<string, Progress>> {
  if (lines.length === 0) return new Map();
  const { rows } = await sql<Progress & { line: string }>`
    select k.from_id as line, count(*)::int as events, count(*) filter (where e.people > 0)::int as held, coalesce(sum(e.people), 0)::int as people
    from trace.link k left join lateral (select count(*) as people from portfolio.entry e where e.about = k.to_id) e on true
    where k.relation = 'delivered_by' and k.from_id = any(${[...lines]}::uuid[]) group by k.from_id`.execute(db);
  return new Map(rows.map(({ line, ...progress }) => [line, progress]));
}

/** Bundles of a plan with their needs and ways, oldest first. Two queries. */
export async function bundlesOf(db: Db<any>, plan: string): Promise<Bundle[]> {
  const { rows } = await sql<Omit<Bundle, "options">>`
    select b.id, b.plan, b.title, b.language, b.domain, b.groups, b.mandate, b.left_out as "leftOut",
      array(select n.need from plans.bundle_need n where n.bundle = b.id order by n.need) as needs
    from plans.bundle b where b.plan = ${plan} order by b.recorded_at, b.id`.execute(db);
  const ways = await sql<Way>`
    select o.id, o.bundle, o.modality, o.places, o.days, o.cost as minor, o.currency, o.note, o.line
    from plans.option o join plans.bundle b on b.id = o.bundle where b.plan = ${plan} order by o.cost, o.id`.execute(db);
  const byBundle = Map.groupBy(ways.rows, (way) => way.bundle);
  return rows.map((row) => ({ ...row, options: byBundle.get(row.id) ?? [] }));
}

/** A bundle of a plan. */
export async function theBundle(db: Db<any>, plan: string, id: string): Promise<Bundle> {
  const found = (await bundlesOf(db, plan)).find((bundle) => bundle.id === id);
  if (found === undefined) throw new Problem(p.noBundle);
  return found;
}

/** Needs that lines or bundles of plans already hold, with how many: a need may be pooled twice, but nobody should do so unawares. One query. */
export async function needsTaken(db: Db<any>, needs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (needs.length === 0) return new Map();
  const { rows } = await sql<{ need: string; count: number }>`
    select need, count(*)::int as count from (
      select n.need from plans.line_need n join plans.line l on l.id = n.line and l.state <> 'dropped'
      union all select n.need from plans.bundle_need n join plans.bundle b on b.id = n.bundle and b.left_out is null
        where not exists (select from plans.option o where o.bundle = b.id and o.line is not null)
    ) x where need = any(${[...needs]}::uuid[]) group by need`.execute(db);
  return new Map(rows.map((row) => [row.need, row.count]));
}

/** What was said about a plan, newest first; of one line when it is named. One query. */
export async function commentsOf(db: Db<any>, plan: string): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select c.id, c.line, c.organisation, coalesce(o.short_name, o.name) as "organisationName", p.post_type as "postType", c.text, c.language,
      c.answer, c.answer_language as "answerLanguage", c.recorded_at as "recordedAt"
    from plans.comment c join registry.organisation o on o.id = c.organisation left join registry.post p on p.id = c.post
    where c.plan = ${plan} order by c.recorded_at desc, c.id`.execute(db);
  return rows;
}

/** The changes of a revision. One query. */
export async function changesOf(db: Db<any>, plan: string, version: number | null = null): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select c.id, c.version, c.kind, c.line, c.content, c.reason, c.language from plans.change c
    where c.plan = ${plan} ${version === null ? sql`` : sql`and c.version = ${version}`} order by c.version desc, c.recorded_at, c.id`.execute(
    db,
  );
  return rows;
}

/** The number that the revision under way will have: one more than the version in force. */
export async function nextVersion(
  db: Db<any>,
  plan: Plan,
): Promise<{ readonly number: number; readonly submitted: boolean; readonly open: string | null }> {
  if (plan.document === null) return { number: 1, submitted: false, open: null };
  const [newest] = await versionsOf(db, plan.document);
  const open = newest !== undefined && (newest.state === "draft" || newest.state === "in_approval");
  return {
    number: open ? newest.number : (newest?.number ?? 0) + 1,
    submitted: newest?.state === "in_approval",
    open: open ? newest.id : null,
  };
}

/** True when a person wrote at what is to be decided: at the plan, or at the revision that is under way. One query, from the journal. */
async function wroteAt(db: Db<any>, plan: Plan, lines: readonly Line[], actor: Actor | null): Promise<boolean> {
  if (actor === null) return false;
  const kinds = plan.state === "revision" ? ["plans.change.written"] : ["plans.plan.made", "plans.plan.changed", "plans.line.written"];
  const subjects = [plan.id, ...lines.map((line) => line.id)];
  const { rows } = await sql`
    select from journal.entry where subject = any(${subjects}::uuid[]) and kind = any(${kinds}::text[]) and person = ${actor.person} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** What the steps of a plan are decided on. At most five queries, fewer when the lines are at hand. */
export async function planFacts(db: Db<any>, plan: Plan, actor: Actor | null, today: Day, lines?: readonly Line[]): Promise<PlanFacts> {
  const all = lines ?? (await linesOfPlan(db, plan.id));
  const { number, submitted } = await nextVersion(db, plan);
  const { rows } = await sql<{ bundles: number; changes: number }>`
    select (select count(*) from plans.bundle b where b.plan = ${plan.id})::int as bundles,
      (select count(*) from plans.change c where c.plan = ${plan.id} and c.version = ${number})::int as changes`.execute(db);
  return {
    bundles: rows[0]?.bundles ?? 0,
    lines: all.length,
    incomplete: all.filter((line) => lacksOf(line).length > 0).length,
    commentUntil: plan.commentUntil,
    drafted: await wroteAt(db, plan, all, actor),
    starts: plan.fiscalYearStart,
    ends: addDays(addMonths(plan.fiscalYearStart, 12), -1),
    unsettled: all.filter((line) => line.state === "planned").length,
    changes: rows[0]?.changes ?? 0,
    submitted,
    today,
  };
}

const FACTS = sql`l.id, l.plan, p.title as "planTitle", l.number, p.fiscal_year_start as "fiscalYearStart", l.title, l.language, l.modality, l.domain,
  l.course, l.groups, l.from_day as "from", l.to_day as "to", l.region, p.state, l.programme,
  coalesce((select jsonb_object_agg(s.organisation, s.places) from plans.seat s where s.line = l.id), '{}') as seats`;

async function factsWhere(db: Db<any>, where: RawBuilder<unknown>): Promise<PlanLineFacts[]> {
  const { rows } = await sql<Omit<PlanLineFacts, "seats" | "places" | "reference"> & { seats: Record<string, number>; number: number }>`
    select ${FACTS} from plans.line l join plans.plan p on p.id = l.plan where ${where} order by l.from_day nulls last, l.number`.execute(
    db,
  );
  return rows.map(({ number, seats, ...row }) => ({
    ...row,
    reference: lineReference(number),
    seats: new Map(Object.entries(seats)),
    places: Object.values(seats).reduce((sum, places) => sum + places, 0),
  }));
}

/** Some lines by id, as other modules know them. One query. */
export async function planLinesByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, PlanLineFacts>> {
  if (ids.length === 0) return new Map();
  return new Map((await factsWhere(db, sql`l.id = any(${[...ids]}::uuid[])`)).map((line) => [line.id, line]));
}

/** The lines of a fiscal year’s plan, whatever its state, by date; dropped ones are not among them. One query. */
export function planLinesOf(db: Db<any>, { fiscalYearStart }: { readonly fiscalYearStart: Day }): Promise<readonly PlanLineFacts[]> {
  return factsWhere(db, sql`p.fiscal_year_start = ${fiscalYearStart} and l.state <> 'dropped'`);
}

/** The lines of plans that are followed on a day, by date; dropped ones are not among them. One query. */
export function runningPlanLines(db: Db<any>, today: Day): Promise<readonly PlanLineFacts[]> {
  return factsWhere(
    db,
    sql`p.state = any(${[...IN_FORCE]}::text[]) and l.state <> 'dropped' and p.fiscal_year_start <= ${today} and p.fiscal_year_start > ${addMonths(today, -24)}`,
  );
}

/** What a line is delivered by, as kinds and ids of records. One query. */
export async function eventsOf(db: Db<any>, line: string): Promise<{ readonly kind: string; readonly id: string }[]> {
  const { rows } = await sql<{ kind: string; id: string }>`
    select to_kind as kind, to_id as id from trace.link where relation = 'delivered_by' and from_id = ${line} order by made_at, to_id`.execute(
    db,
  );
  return rows;
}

/** Names of indicators in a language: of some, or of all that are in use. One query. */
export async function indicatorNames(
  db: Db<any>,
  language: Language,
  ids: readonly string[] | null = null,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; code: string; name: string | null }>`
    select id, code, ltrim(names ->> ${language}, ${`${UNREVIEWED} `}) as name from measure.indicator
    where ${ids === null ? sql`state = 'active'` : sql`id = any(${[...ids]}::uuid[])`} order by code`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name ?? row.code]));
}
