/** The programmes that figures can be limited to. */
import { sql } from "kysely";
import type { Organisations } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import { reachOf } from "./reach.ts";
import { NONE, wholeOf } from "./scope.ts";

/**
 * The programmes a reader can limit figures to, with `none` where somebody took part outside any. For a reader of everybody they are read from
 * the entries one by one along an index; for others from what she may count.
 */
export async function programmesOffered(db: Db<any>, pack: Pack, within: Organisations, today: Day): Promise<string[]> {
  if (within !== "all") return (await reachOf(db, pack, wholeOf("1990-01-01", today), within, today)).byProgramme.map((one) => one.code);
  const { rows } = await sql<{ programme: string }>`
    with recursive one (programme) as (
      (select programme from portfolio.entry where programme is not null order by programme limit 1)
      union all select (select e.programme from portfolio.entry e where e.programme > one.programme order by e.programme limit 1) from one where one.programme is not null
    )
    select programme from one where programme is not null
    union all select ${NONE} where exists (select from portfolio.entry where programme is null)`.execute(db);
  return rows.map((row) => row.programme);
}
