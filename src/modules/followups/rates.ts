/** Application rates by session, course, trainer and organisation, with small ones of people and places withheld. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Say } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { coursesByIds } from "#modules/courses";
import { sessionsByIds, sessionsWhere, type SessionFacts } from "#modules/sessions";
import { organisationsByIds } from "./names.ts";
import { paths } from "./paths.ts";
import { sumsBy } from "./queries.ts";
import { sumOf, type Application } from "./schema.ts";

export const GROUPS = ["session", "course", "trainer", "entity"] as const;
export type Grouping = (typeof GROUPS)[number];

export const RATE_SORTS = ["name", "tasks", "due", "rate"] as const;

/** One row: a sum with its name. `withheld`: too few tasks are due to say a rate of single people. */
export interface RateRow {
  readonly key: string;
  readonly name: string;
  readonly href: string | null;
  readonly sum: Application;
  readonly withheld: boolean;
}

/** What is asked. `within`: only tasks of these organisations; absent: all. */
export interface RateQuestion {
  readonly by: Grouping;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly within?: readonly string[];
  readonly sort: (typeof RATE_SORTS)[number];
  readonly descending: boolean;
}

/** Seen done of those due, from 0 to 1; null where nothing is due or the rate is withheld. */
export const rateOf = (row: Pick<RateRow, "sum" | "withheld">): number | null =>
  row.sum.due === 0 || row.withheld ? null : row.sum.verifiedFirst / row.sum.due;

/** Most sessions that one page sums; two years hold about 250. */
const MOST_SESSIONS = 5000;

async function sessionsIn(db: Db<any>, ask: RateQuestion): Promise<readonly string[] | undefined> {
  if (ask.from === null && ask.to === null) return undefined;
  const period = { ...(ask.from !== null && { from: ask.from }), ...(ask.to !== null && { to: ask.to }) };
  return (await sessionsWhere(db, { ...period, limit: MOST_SESSIONS, offset: 0 })).map((session) => session.id);
}

type Named = Omit<RateRow, "withheld">;

function byTrainer(
  sums: readonly { readonly key: string; readonly sum: Application }[],
  sessions: ReadonlyMap<string, SessionFacts>,
): readonly Named[] {
  const found = new Map<string, { name: string; parts: Application[] }>();
  for (const { key, sum } of sums)
    for (const trainer of sessions.get(key)?.trainers ?? []) {
      if (trainer.state === "declined") continue;
      const one = found.get(trainer.person) ?? { name: trainer.name, parts: [] };
      one.parts.push(sum);
      found.set(trainer.person, one);
    }
  return [...found].map(([key, { name, parts }]) => ({ key, name, href: null, sum: sumOf(parts) }));
}

async function named(
  db: Db<any>,
  say: Say,
  ask: RateQuestion,
  sums: readonly { readonly key: string; readonly sum: Application }[],
): Promise<readonly Named[]> {
  const keys = sums.map((one) => one.key);
  if (ask.by === "course") {
    const courses = await coursesByIds(db, keys);
    return sums.map(({ key, sum }) => ({ key, sum, name: say(courses.get(key)?.title ?? { en: key, fr: key, rw: key }), href: null }));
  }
  if (ask.by === "entity") {
    const names = await organisationsByIds(db, keys);
    return sums.map(({ key, sum }) => ({ key, sum, name: names.get(key) ?? key, href: null }));
  }
  const sessions = await sessionsByIds(db, keys);
  if (ask.by === "trainer") return byTrainer(sums, sessions);
  return sums.map(({ key, sum }) => {
    const session = sessions.get(key);
    return { key, sum, name: session === undefined ? key : `${session.title}, ${formatDate(session.from)}`, href: paths.session(key) };
  });
}

const ORDER: Readonly<Record<RateQuestion["sort"], (row: RateRow) => number | string>> = {
  name: (row) => row.name.toLowerCase(),
  tasks: (row) => row.sum.tasks,
  due: (row) => row.sum.due,
  rate: (row) => rateOf(row) ?? -1,
};

/** Every row in the order asked. `least`: below so many tasks due, a rate of a trainer or organisation is withheld. At most five queries. */
export async function ratesFor(db: Db<any>, say: Say, today: Day, ask: RateQuestion, least: number): Promise<readonly RateRow[]> {
  const sessions = await sessionsIn(db, ask);
  const grouped = await sumsBy(db, today, ask.by === "trainer" ? "session" : ask.by, sessions, ask.within);
  const rows = await named(
    db,
    say,
    ask,
    grouped.map(({ key, ...sum }) => ({ key, sum })),
  );
  const personal = ask.by === "trainer" || ask.by === "entity";
  const shown = rows.map((row) => ({ ...row, withheld: personal && row.sum.due < least }));
  const value = ORDER[ask.sort];
  const sign = ask.descending ? -1 : 1;
  return shown.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return (x < y ? -1 : x > y ? 1 : a.name < b.name ? -sign : sign) * sign;
  });
}
