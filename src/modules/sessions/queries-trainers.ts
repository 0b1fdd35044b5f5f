/** Reads of trainers: of one session, and the one behind a personal link. */
import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/db/handle.ts";

/** A trainer with her link, for the pages of those who run the session and for herself. */
export interface TrainerRow {
  readonly id: string;
  readonly session: string;
  readonly person: string;
  readonly name: string;
  readonly post: string | null;
  readonly postType: string | null;
  readonly organisationName: string | null;
  readonly phone: string | null;
  readonly state: "named" | "invited" | "confirmed" | "declined";
  readonly token: string;
  readonly reason: string | null;
  readonly reasonLanguage: string | null;
}

async function trainersWhere(db: Db<any>, condition: RawBuilder<unknown>): Promise<readonly TrainerRow[]> {
  const { rows } = await sql<TrainerRow>`
    select t.id, t.session, p.id as person, p.full_name as name, t.post, s.post_type as "postType", coalesce(o.short_name, o.name) as "organisationName",
      (select value from registry.contact c where c.person = p.id and c.kind = 'phone' and c.to_day is null and not c.shared order by c.from_day desc limit 1) as phone,
      t.state, t.token, t.reason, t.reason_language as "reasonLanguage"
    from sessions.trainer t join registry.person q on q.id = t.person join registry.person p on p.id = coalesce(q.merged_into, q.id)
    left join registry.post s on s.id = t.post left join registry.organisation o on o.id = s.organisation
    where ${condition} order by p.sort_name, t.id`.execute(db);
  return rows;
}

/** The trainers of a session by name. One query. */
export const trainersIn = (db: Db<any>, session: string): Promise<readonly TrainerRow[]> => trainersWhere(db, sql`t.session = ${session}`);

/** The trainer whose personal link this is. One query. */
export async function trainerByToken(db: Db<any>, token: string): Promise<TrainerRow | undefined> {
  return (await trainersWhere(db, sql`t.token = ${token}`))[0];
}
