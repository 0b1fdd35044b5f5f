/** To which member an organisation belongs: a sector counts under its district, a district of the city under itself. */
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";

/** Two lists side by side: an organisation and the nearest member above it, or itself. */
export interface Members {
  readonly organisations: readonly string[];
  readonly members: readonly string[];
}

// Boundaries move once in years; within one day of one database the answer is asked for at every count.
const known = new Map<string, Promise<Members>>();
const MOST_KNOWN = 20;

async function read(db: Db<any>, today: Day): Promise<Members> {
  const { rows } = await sql<{ organisation: string; member: string }>`
    with recursive now as (
      select v.territory, v.parent, g.organisation from registry.territory_version v
      left join registry.governs g on g.territory = v.territory and g.from_day <= ${today} and (g.to_day is null or g.to_day > ${today})
      where v.from_day <= ${today} and (v.to_day is null or v.to_day > ${today})
    ), below as (
      select n.territory, n.organisation, m.member from now n
      join registry.membership m on m.member = n.organisation and m.from_day <= ${today} and (m.to_day is null or m.to_day > ${today})
      union all
      select n.territory, n.organisation, b.member from below b join now n on n.parent = b.territory
      where not exists (select from registry.membership m where m.member = n.organisation and m.from_day <= ${today} and (m.to_day is null or m.to_day > ${today}))
    )
    select organisation, member from below where organisation is not null order by organisation`.execute(db);
  return { organisations: rows.map((row) => row.organisation), members: rows.map((row) => row.member) };
}

/** Every organisation within a member on a day. One small query when it was asked before and nothing was added. */
export async function membersOf(db: Db<any>, today: Day): Promise<Members> {
  const { rows } = await sql<{ key: string }>`
    select current_database() || ' ' || (select count(*) from registry.territory_version) || ' ' || (select count(*) from registry.governs)
      || ' ' || (select count(*) from registry.membership) as key`.execute(db);
  const key = `${rows[0]?.key} ${today}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const oldest = known.keys().next().value;
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  const answer = read(db, today);
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  return answer;
}
