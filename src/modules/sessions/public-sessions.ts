/** What everybody may read of sessions: what is held when and where, for how many; people only as counts, and no small ones. */
import { sql } from "kysely";
import type { Dataset } from "#kernel/access/module.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { nameIn } from "#kernel/registry/organisations.ts";
import type { Language } from "#platform/i18n/text.ts";
import type { Db } from "#platform/db/handle.ts";
import { TOOK_PART, type SessionState } from "./flows.ts";
import type { Mode } from "./schema.ts";
import { w } from "./words-records.ts";

/** A session as visitors see it. `attended` and `women` are null before it was held, and where a small number would be told. */
export interface PublicSession {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly language: string;
  readonly from: Day;
  readonly to: Day;
  readonly mode: Mode;
  readonly region: string | null;
  readonly state: SessionState;
  readonly domain: string | null;
  readonly groups: readonly string[];
  readonly places: number;
  readonly attended: number | null;
  readonly women: number | null;
}

/** Which of them are wanted. */
export interface PublicQuestion {
  readonly from?: Day;
  readonly to?: Day;
  readonly domain?: string | null;
  readonly group?: string | null;
  readonly limit: number;
  readonly offset: number;
  readonly descending?: boolean;
  /** The reader's language, for names of regions. */
  readonly language?: Language;
}

/** Sessions that are announced (nominations opened or later, not cancelled), with how many there are. Three queries. */
export async function publicSessions(
  db: Db<any>,
  ask: PublicQuestion,
  today: Day,
): Promise<{ readonly rows: readonly PublicSession[]; readonly total: number }> {
  const smallest = numberOf(await ruleSetFor(db, "disclosure", today), "smallest_cell");
  const where = sql.join(
    [
      sql`s.state not in ('planned', 'cancelled')`,
      ...(ask.from === undefined ? [] : [sql`s.to_day >= ${ask.from}`]),
      ...(ask.to === undefined ? [] : [sql`s.from_day <= ${ask.to}`]),
      ...(ask.domain ? [sql`s.domain = ${ask.domain}`] : []),
      ...(ask.group ? [sql`${ask.group} = any(s.groups)`] : []),
    ],
    sql` and `,
  );
  const { rows } = await sql<PublicSession>`
    select s.id, s.reference, s.title, s.language, s.from_day as "from", s.to_day as "to", s.mode, s.state, s.domain, s.groups, s.places,
      (select ${nameIn("ro", ask.language)} from registry.governs g join registry.organisation ro on ro.id = g.organisation
        where g.territory = s.region and g.to_day is null limit 1) as region,
      case when c.attended >= ${smallest} then c.attended end as attended,
      case when c.women >= ${smallest} and c.attended - c.women >= ${smallest} then c.women end as women
    from sessions.session s
    left join lateral (
      select count(*)::int as attended, (count(*) filter (where e.sex = 'F'))::int as women from sessions.enrolment e
      where e.session = s.id and e.state = any(${[...TOOK_PART]}::text[])) c on true
    where ${where} order by s.from_day ${sql.raw(ask.descending === true ? "desc" : "asc")}, s.id limit ${ask.limit} offset ${ask.offset}`.execute(
    db,
  );
  const { rows: all } = await sql<{ total: number }>`select count(*)::int as total from sessions.session s where ${where}`.execute(db);
  return { rows, total: all[0]?.total ?? 0 };
}

/** The open data: every announced session, one row each. */
export const sessionsDataset: Dataset = {
  name: "training-sessions",
  title: w.dataset,
  columns: [
    { name: "reference", title: w.dataReference },
    { name: "title", title: w.dataTitle },
    { name: "title_language", title: w.dataLanguage },
    { name: "first_day", title: w.dataFrom },
    { name: "last_day", title: w.dataTo },
    { name: "mode", title: w.dataMode },
    { name: "region", title: w.dataRegion },
    { name: "state", title: w.dataState },
    { name: "domain", title: w.dataDomain },
    { name: "places", title: w.dataPlaces },
    { name: "attended", title: w.dataAttended },
    { name: "women", title: w.dataWomen },
  ],
  rows: async (db, _pack, today) => {
    const { rows } = await publicSessions(db, { limit: 10_000, offset: 0, descending: true }, today);
    return rows.map((row) => ({
      reference: row.reference,
      title: row.title,
      title_language: row.language,
      first_day: row.from,
      last_day: row.to,
      mode: row.mode,
      region: row.region,
      state: row.state,
      domain: row.domain,
      places: row.places,
      attended: row.attended,
      women: row.women,
    }));
  },
};
