/** What happened to an indicator, as sentences with the post as actor. */
import { sql } from "kysely";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { TimelineEntry } from "#platform/ui/parts.tsx";
import type { Indicator } from "#kernel/measure/schema.ts";
import { WHOLE } from "#platform/journal/append.ts";
import { type Request } from "#kernel/access/asked.ts";
import { stories } from "./words-verbs.ts";
import { w } from "./words.ts";

interface Entry {
  readonly at: Date;
  readonly kind: string;
  readonly postType: string | null;
  readonly organisation: string | null;
}

/** The newest entries of an indicator that concern one organisation, or all. One query. */
export async function timelineOf(r: Request, indicator: Indicator, organisation: string | null, limit: number): Promise<TimelineEntry[]> {
  const { rows } = await sql<Entry>`
    select e.recorded_at as at, e.kind, p.post_type as "postType", coalesce(o.short_name, o.name) as organisation
    from journal.entry e left join registry.post p on p.id = e.post left join registry.organisation o on o.id = p.organisation
    where e.subject = ${indicator.id} ${organisation === null ? sql`` : sql`and e.member in (${WHOLE}::uuid, ${organisation}::uuid)`}
    order by e.entry desc limit ${limit}`.execute(r.db);
  const told = rows.flatMap((row) => {
    const story = (stories as Readonly<Record<string, (typeof stories)[keyof typeof stories]>>)[row.kind];
    if (story === undefined) return [];
    const post = row.postType === null ? r.say(w.system) : `${r.say(postTypeOf(r.pack, row.postType).names)}, ${row.organisation ?? ""}`;
    const day = formatDate(dayOf(row.at, r.pack.timeZone));
    return [{ date: day, datetime: row.at.toISOString(), text: r.say(story, { post, what: r.say(indicator.names) }) }];
  });
  // The same act on one day is told once, with how often.
  const alike = Map.groupBy(told, (entry) => `${entry.date} ${entry.text}`);
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.length === 0 ? first : { ...first, by: r.say(w.timesAlike, { n: others.length + 1 }) }],
  );
}
