/** Inductions as other modules read them: coverage of a period and the people who are late. */
import { dayOf, type Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import { coverage, people } from "./queries.ts";
import type { InductionCoverage, InductionFilter, NewPerson, Period } from "./schema.ts";

/** Today, unless the asker says another day. */
const dayNow = (pack: Pack): Day => dayOf(new Date(), pack.timeZone);

/** People whose induction was due in a period, each once: the inducted, verified and imported apart, and the late. Three queries. */
export function inductionCoverage(db: Db<any>, pack: Pack, period: Period, today: Day = dayNow(pack)): Promise<InductionCoverage> {
  return coverage(db, pack, { ...period, within: "all" }, today);
}

/** Who is late in a period, the longest first; the same people that coverage counts. Four queries. */
export async function inductionLate(
  db: Db<any>,
  pack: Pack,
  ask: Period & Pick<InductionFilter, "within" | "inPost"> & { readonly limit?: number; readonly offset?: number },
  today: Day = dayNow(pack),
): Promise<{ readonly rows: readonly NewPerson[]; readonly total: number }> {
  const { limit = 500, offset = 0, ...filter } = ask;
  return people(db, pack, { ...filter, which: "late" }, { sort: "due", descending: false, offset, limit, language: "en" }, today);
}
