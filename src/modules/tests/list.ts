/** Sessions with tests as a list: which are asked for, and what each comes to. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { sessionsWhere, type SessionFacts, type SessionState } from "#modules/sessions";
import { gainOf, testResultsOf } from "./figures.ts";
import { evaluationOf } from "./opinions.ts";
import { opened } from "./queries.ts";

/** One session with what its tests come to; percents exact, shares 0 to 1. */
export interface SessionSummary {
  readonly session: SessionFacts;
  readonly both: number;
  readonly pre: number | null;
  readonly post: number | null;
  readonly gain: number | null;
  readonly passed: number | null;
  readonly satisfaction: number | null;
  readonly answers: number;
}

export interface ListQuestion {
  readonly course: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly sort: (typeof SORTS)[number];
  readonly descending: boolean;
}

export const SORTS = ["when", "session"] as const;

const HELD: readonly SessionState[] = ["running", "delivered", "evaluated", "follow_up", "closed"];
/** More sessions than these are never held in the years that a list looks at. */
const MOST = 2000;

/** Sessions that were held and have a test, in the order asked for. Three queries. */
export async function sessionsWithTests(db: Db<any>, ask: ListQuestion): Promise<readonly SessionFacts[]> {
  const held = await sessionsWhere(db, {
    states: HELD,
    ...(ask.course !== null && { course: ask.course }),
    ...(ask.from !== null && { from: ask.from }),
    ...(ask.to !== null && { to: ask.to }),
    limit: MOST,
    offset: 0,
  });
  const tested = await opened(
    db,
    held.map((session) => session.id),
  );
  const sign = ask.descending ? -1 : 1;
  const by = (session: SessionFacts): string => (ask.sort === "when" ? session.to : session.title.toLowerCase());
  return held
    .filter((session) => tested.has(session.id))
    .sort((a, b) => sign * (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
}

/** What the tests of some sessions come to. Eight queries, whatever their number. */
export async function summariesOf(db: Db<any>, sessions: readonly SessionFacts[], today: Day): Promise<readonly SessionSummary[]> {
  const ids = sessions.map((session) => session.id);
  const gains = await gainOf(db, ids);
  const results = Map.groupBy(await testResultsOf(db, ids), (one) => one.session);
  const evaluations = await evaluationOf(db, ids, today);
  return sessions.map((session) => {
    const gain = gains.get(session.id);
    const judged = (results.get(session.id) ?? []).filter((one) => one.passed !== null);
    const evaluation = evaluations.get(session.id);
    return {
      session,
      both: gain?.both ?? 0,
      pre: gain?.preMean ?? null,
      post: gain?.postMean ?? null,
      gain: gain?.gain ?? null,
      passed: judged.length === 0 ? null : judged.filter((one) => one.passed === true).length / judged.length,
      satisfaction: evaluation?.satisfaction ?? null,
      answers: evaluation?.answers ?? 0,
    };
  });
}
