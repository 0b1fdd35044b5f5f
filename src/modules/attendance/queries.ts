/** Reads of attendance: lists, sheets, what stands behind them. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { gatheringsBetween, gatheringsByIds, partsOf, type Gathering } from "#kernel/gathering/gatherings.ts";
import { allowedGatherings, gatheringFacts, gatheringKind } from "#kernel/gathering/kinds.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { closesBy } from "./rules.ts";
import type { Evidence, ListedGathering, ListState, OpenList, Rate } from "./schema.ts";

/** What the rule set `training` says about attendance. */
export interface AttendanceRules {
  readonly minimum: number;
  readonly closedWithinHours: number;
  readonly pinMinutesBefore: number;
  readonly pinTries: number;
}

/** The rules in force on a day. One query. */
export async function attendanceRules(db: Db<any>, today: Day): Promise<AttendanceRules> {
  const rules = await ruleSetFor(db, "training", today);
  return {
    minimum: numberOf(rules, "attendance_minimum"),
    closedWithinHours: numberOf(rules, "attendance_closed_within"),
    pinMinutesBefore: numberOf(rules, "self_check_in_before"),
    pinTries: numberOf(rules, "pin_tries"),
  };
}

/** One gathering with facts and half-days, whoever asks. Throws when there is none, or its record is gone. */
export async function listById(db: Db<any>, id: string, today: Day): Promise<OpenList> {
  const gathering = (await gatheringsByIds(db, [id])).get(id);
  if (gathering === undefined) throw new Problem(p.notFound);
  const facts = (await gatheringFacts(db, [gathering], today)).get(gathering.about);
  if (facts === undefined) throw new Problem(p.notFound);
  const href = gatheringKind(gathering.kind)?.href(gathering.about) ?? "";
  return { gathering, facts, parts: await partsOf(db, [id]), href };
}

/** The same for an actor who has a right to it; others are told that there is none. */
export async function openList(db: Db<any>, actor: Actor, id: string, right: "mayRecord" | "mayRead", today: Day): Promise<OpenList> {
  const list = await listById(db, id, today);
  const allowed = await allowedGatherings(db, actor, [list.gathering], right, today);
  if (!allowed.has(list.gathering.about)) throw new Problem(p.notFound);
  return list;
}

/** The gathering of a record, or undefined when nobody meets for it. Two queries. */
export async function gatheringAbout(db: Db<any>, about: string): Promise<Gathering | undefined> {
  const row = await db.selectFrom("gathering.gathering").select("id").where("about", "=", about).executeTakeFirst();
  return row === undefined ? undefined : (await gatheringsByIds(db, [row.id])).get(row.id);
}

interface Counted {
  gathering: string;
  expected: number;
  here: number;
  undecided: number;
}

/** People expected, people noted at least once, and people whom nothing is noted about, by gathering. One query. */
export async function countsOf(db: Db<any>, gatherings: readonly string[]): Promise<ReadonlyMap<string, Counted>> {
  const { rows } = await sql<Counted>`
    with live as (
      select r.gathering, r.participant, r.part, bool_or(r.kind in ('arrived', 'stayed')) as here
      from gathering.presence r
      where r.gathering = any(${[...gatherings]}::uuid[]) and r.kind in ('arrived', 'stayed', 'absent')
        and not exists (select from gathering.presence v where v.voids = r.id)
      group by 1, 2, 3
    ), part as (select gathering, count(*) as parts from gathering.part where gathering = any(${[...gatherings]}::uuid[]) group by 1),
    person as (
      select t.gathering, t.id, bool_or(l.here) as here, count(l.part) as noted
      from gathering.participant t left join live l on l.participant = t.id
      where t.gathering = any(${[...gatherings]}::uuid[]) and t.state = 'expected' group by 1, 2
    )
    select p.gathering, count(*)::int as expected, (count(*) filter (where p.here))::int as here,
      (count(*) filter (where p.noted < part.parts))::int as undecided
    from person p join part on part.gathering = p.gathering group by 1`.execute(db);
  return new Map(rows.map((row) => [row.gathering, row]));
}

function stateOf(gathering: Gathering, now: Date, ends: Date, today: Day): ListState {
  if (gathering.closedAt !== null) return "closed";
  if (gathering.firstDay > today) return "coming";
  return now < ends && gathering.lastDay >= today ? "today" : "to_close";
}

/** The window that the list shows: what lies further back is found by its day. */
export function usualPeriod(today: Day): { readonly from: Day; readonly to: Day } {
  return { from: addDays(today, -60), to: addDays(today, 30) };
}

/** The gatherings of a period that an actor may read, with counts, newest first. A fixed number of queries. */
export async function listGatherings(
  db: Db<any>,
  actor: Actor,
  ask: { readonly from: Day; readonly to: Day; readonly now: Date; readonly today: Day; readonly timeZone: string },
): Promise<readonly ListedGathering[]> {
  const all = await gatheringsBetween(db, { from: ask.from, to: ask.to, limit: 1000 });
  const readable = await allowedGatherings(db, actor, all, "mayRead", ask.today);
  const recordable = await allowedGatherings(db, actor, all, "mayRecord", ask.today);
  const seen = all.filter((each) => readable.has(each.about) || recordable.has(each.about));
  const ids = seen.map((each) => each.id);
  const facts = await gatheringFacts(db, seen, ask.today);
  const counts = await countsOf(db, ids);
  const parts = Map.groupBy(await partsOf(db, ids), (part) => part.gathering);
  const rules = await attendanceRules(db, ask.today);
  return seen.flatMap((gathering): ListedGathering[] => {
    const known = facts.get(gathering.about);
    const own = parts.get(gathering.id) ?? [];
    if (known === undefined || !known.held || own.length === 0) return [];
    const { expected, here, undecided } = counts.get(gathering.id) ?? { expected: 0, here: 0, undecided: 0 };
    const state = stateOf(gathering, ask.now, closesBy(own, 0), ask.today);
    const due = closesBy(own, rules.closedWithinHours);
    return [{ gathering, facts: known, expected, here, undecided, due, state, mayRecord: recordable.has(gathering.about) }];
  });
}

const evidenceColumns = sql.raw(`id, gathering, part, kind, name, file, signed_on as "signedOn", state, post, recorded_at as "recordedAt"`);

/** The lists and logs of a gathering, newest first. One query. */
export async function evidenceOf(db: Db<any>, gathering: string): Promise<readonly Evidence[]> {
  const { rows } = await sql<Evidence>`
    select ${evidenceColumns} from attendance.evidence where gathering = ${gathering} order by recorded_at desc, id`.execute(db);
  return rows;
}

/** One of them. */
export async function evidenceById(db: Db<any>, id: string): Promise<Evidence | undefined> {
  const { rows } = await sql<Evidence>`select ${evidenceColumns} from attendance.evidence where id = ${id}`.execute(db);
  return rows[0];
}

/** The rate of the per-diem in force; null until somebody enters it. */
export async function rateOf(db: Db<any>, gathering: string): Promise<Rate | null> {
  const { rows } = await sql<Rate>`
    select amount, currency, source from attendance.rate where gathering = ${gathering} order by recorded_at desc, id limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Wrong PINs of a participant since a moment. One query. */
export async function triesSince(db: Db<any>, participant: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from attendance.attempt where participant = ${participant} and at > ${since}`.execute(db);
  return rows[0]?.count ?? 0;
}
