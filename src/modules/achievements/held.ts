/** Sessions that people took part in, and what came of them: application at work and what tests say, session by session. */
import { sql } from "kysely";
import type { Organisations } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { applicationOf, type Application } from "#modules/followups";
import { SESSION } from "#modules/sessions";
import { testResultsOf } from "#modules/tests";
import { learningGain } from "#methods/learning/gain.ts";
import type { Db } from "#platform/db/handle.ts";
import { kept } from "./kept.ts";
import { entryLimits, isWide, personLimits, reached, noBits } from "./reach.ts";
import { membersOf } from "./members.ts";
import type { Scope } from "./scope.ts";

/** A session that somebody of a scope took part in. */
export interface HeldSession {
  readonly session: string;
  readonly title: string;
  readonly language: string;
  readonly modality: string;
  readonly programme: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly people: number;
  readonly competent: number;
}

/** The sessions behind a scope, newest first. Two queries. */
export async function heldSessions(
  db: Db<any>,
  scope: Scope,
  within: Organisations,
  today: Day,
  page?: { readonly limit: number; readonly offset: number },
): Promise<HeldSession[]> {
  const wide = isWide(scope, within);
  const members = await membersOf(db, today);
  const cut = page === undefined ? sql`` : sql`limit ${page.limit} offset ${page.offset}`;
  const { rows } = await sql<HeldSession>`
    ${wide ? sql`` : sql`with ${reached(scope, members, noBits)}`}
    select e.about as session, min(e.title) as title, min(e.language) as language, min(e.modality) as modality, min(e.programme) as programme,
      min(e.from_day) as "from", max(e.to_day) as "to", count(distinct coalesce(p.merged_into, p.id))::int as people,
      count(distinct coalesce(p.merged_into, p.id)) filter (where e.outcome = 'competent')::int as competent
    from portfolio.entry e join registry.person p on p.id = e.person
    ${wide ? sql`` : sql`join reached r on r.person = coalesce(p.merged_into, p.id)`}
    where e.about_kind = ${SESSION} and ${entryLimits(scope)} and ${wide ? sql`true` : personLimits(scope, within)}
    group by e.about order by max(e.to_day) desc, e.about ${cut}`.execute(db);
  return rows;
}

/** How many sessions there are behind a scope. Two queries. */
export async function heldCount(db: Db<any>, scope: Scope, within: Organisations, today: Day): Promise<number> {
  if (isWide(scope, within)) return (await heldIds(db, scope)).length;
  const members = await membersOf(db, today);
  const { rows } = await sql<{ held: number }>`
    with ${reached(scope, members, noBits)}
    select count(distinct e.about)::int as held from portfolio.entry e join registry.person p on p.id = e.person
      join reached r on r.person = coalesce(p.merged_into, p.id)
    where e.about_kind = ${SESSION} and ${entryLimits(scope)} and ${personLimits(scope, within)}`.execute(db);
  return rows[0]?.held ?? 0;
}

/** Ids of the sessions behind a scope that has no limits on people; what came of them is kept by session. One query, two after entries moved. */
export function heldIds(db: Db<any>, scope: Scope): Promise<readonly string[]> {
  return kept(db, "reach", ["held", scope], async () => {
    const { rows } = await sql<{ id: string }>`
      select distinct e.about as id from portfolio.entry e where e.about_kind = ${SESSION} and ${entryLimits(scope)} order by 1`.execute(
      db,
    );
    return rows.map((row) => row.id);
  });
}

/** Sums of the tasks of sessions; null when there is no session. The sessions are in order, so that the same ones are the same question. */
function appliedIn(db: Db<any>, sessions: readonly string[]): Promise<Applied | null> {
  return kept(db, "applied", sessions, async () => {
    const applied = await applicationOf(db, sessions);
    return applied.size === 0 ? null : sumApplied(applied.values());
  });
}

/** Application tasks, counted by what became of them. */
export type Applied = Pick<Application, "tasks" | "verified" | "claimed" | "notApplied" | "waiting">;

/** Sums of application tasks over sessions. */
export function sumApplied(all: Iterable<Application>): Applied {
  const sum = { tasks: 0, verified: 0, claimed: 0, notApplied: 0, waiting: 0 };
  for (const one of all) {
    sum.tasks += one.tasks;
    sum.verified += one.verified;
    sum.claimed += one.claimed;
    sum.notApplied += one.notApplied;
    sum.waiting += one.waiting;
  }
  return sum;
}

/** How much more people knew afterwards: only those with both tests, in percentage points on average. */
export interface Gain {
  readonly people: number;
  readonly before: number;
  readonly after: number;
}

/** The class means of those who sat both tests; null when nobody did. */
export function gainOf(
  scores: readonly { readonly enrolment: string; readonly pre: number | null; readonly post: number | null }[],
): Gain | null {
  const { both, preMean, postMean } = learningGain(scores.map(({ enrolment, pre, post }) => ({ person: enrolment, pre, post })));
  return preMean === null || postMean === null ? null : { people: both, before: preMean, after: postMean };
}

/** What came of the sessions behind a scope; null where there is none, or where the scope is about some people only. */
export interface Outcomes {
  readonly applied: Applied | null;
  readonly gain: Gain | null;
}

/** Application and gain over the sessions of a scope. */
export async function outcomesOf(db: Db<any>, scope: Scope, within: Organisations): Promise<Outcomes> {
  if (!isWide(scope, within)) return { applied: null, gain: null };
  const ids = await heldIds(db, scope);
  const [applied, results] = await Promise.all([appliedIn(db, ids), testResultsOf(db, ids)]);
  return { applied, gain: gainOf(results) };
}
