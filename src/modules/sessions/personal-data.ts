/** What is held about people here, and how it is handed out and erased: places in sessions, what they need, sessions taught. */
import { sql, type RawBuilder } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import type { Db, Tx } from "#platform/db/handle.ts";
import { w } from "./words-records.ts";

const hers = (column: string, person: string): RawBuilder<unknown> =>
  sql`${sql.ref(column)} in (select id from registry.person where id = ${person} or merged_into = ${person})`;

async function collected(db: Db<any>, query: RawBuilder<unknown>): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await sql<Record<string, unknown>>`${query}`.execute(db);
  return rows;
}

async function erased(tx: Tx<any>, query: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`${query}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** What a person needs to take part is forgotten as soon as the session is long over. */
const access: PersonalData = {
  table: "sessions.enrolment",
  columns: ["access_needs", "disability", "transport_band"],
  purpose: "access_need",
  title: w.accessData,
  collect: (db, person) =>
    collected(
      db,
      sql`select s.title as session, s.from_day, e.access_needs, e.disability, e.transport_band from sessions.enrolment e
        join sessions.session s on s.id = e.session where ${hers("e.person", person)} order by s.from_day`,
    ),
  erase: (tx, person) =>
    erased(
      tx,
      sql`update sessions.enrolment e set access_needs = '{}', disability = null, transport_band = null where ${hers("e.person", person)}`,
    ),
  expire: (tx, before) =>
    erased(
      tx,
      sql`update sessions.enrolment e set access_needs = '{}', disability = null, transport_band = null from sessions.session s
        where s.id = e.session and s.to_day < ${before}::date and (e.access_needs <> '{}' or e.disability is not null or e.transport_band is not null)`,
    ),
};

/** Who was named, by whom, and what came of it: kept as a learning record; the reasons that people wrote can be erased. */
const places: PersonalData = {
  table: "sessions.enrolment",
  columns: [
    "person",
    "post_type",
    "tier",
    "sex",
    "age_band",
    "learner",
    "state",
    "waiting",
    "outcome",
    "mode",
    "token",
    "nominated_by",
    "decided_by",
    "reason",
    "reason_language",
    "nominated_at",
    "decided_at",
    "invited_at",
    "reminded_at",
    "answered_at",
    "settled_at",
  ],
  purpose: "learning_record",
  title: w.enrolmentData,
  collect: (db, person) =>
    collected(
      db,
      sql`select s.title as session, s.reference, s.from_day, s.to_day, e.post_type, coalesce(o.short_name, o.name) as organisation, e.sex, e.age_band,
          e.learner, e.state, e.outcome, e.mode, e.reason, e.nominated_at, e.decided_at, e.invited_at, e.answered_at, e.settled_at
        from sessions.enrolment e join sessions.session s on s.id = e.session join registry.organisation o on o.id = e.organisation
        where ${hers("e.person", person)} order by s.from_day`,
    ),
  erase: (tx, person) =>
    erased(
      tx,
      sql`update sessions.enrolment e set reason = null, reason_language = null, age_band = null where ${hers("e.person", person)}`,
    ),
};

const teaching: PersonalData = {
  table: "sessions.trainer",
  columns: ["person", "state", "token", "reason", "reason_language", "invited_at", "answered_at"],
  purpose: "learning_record",
  title: w.trainerData,
  collect: (db, person) =>
    collected(
      db,
      sql`select s.title as session, s.from_day, s.to_day, t.state, t.reason, t.invited_at, t.answered_at from sessions.trainer t
        join sessions.session s on s.id = t.session where ${hers("t.person", person)} order by s.from_day`,
    ),
  erase: (tx, person) =>
    erased(tx, sql`update sessions.trainer t set reason = null, reason_language = null where ${hers("t.person", person)}`),
};

export const personalData: readonly PersonalData[] = [places, access, teaching];
