/** What attendance holds about a person: shown to her, erased where the law does not keep it, gone when its years are over. */
import { sql, type RawBuilder } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import { removeFiles } from "#platform/files/store.ts";
import { w } from "./words-events.ts";

type Collected = Readonly<Record<string, unknown>>;

/** The participants that a person is, also under a record that was merged into hers. */
const hers = (person: string): RawBuilder<unknown> => sql`
  select t.id from gathering.participant t join registry.person p on p.id = t.person where ${person} in (p.id, p.merged_into)`;

const heldBefore = (before: string): RawBuilder<unknown> => sql`select id from gathering.gathering where last_day < ${before}::date`;

const presence: PersonalData = {
  table: "gathering.presence",
  columns: ["participant", "kind", "method", "mode", "from_at", "to_at", "device", "reason"],
  purpose: "meeting_presence",
  title: w.presence,
  collect: async (db, person) => {
    const { rows } = await sql<Collected>`
      select g.first_day, g.place, r.kind, r.method, r.mode, r.from_at, r.to_at, r.certainty, r.reason, r.recorded_at
      from gathering.presence r join gathering.gathering g on g.id = r.gathering
      where r.participant in (${hers(person)}) order by r.from_at, r.id`.execute(db);
    return rows;
  },
  expire: async (tx, before) => {
    const gone = await sql`delete from gathering.presence where gathering in (${heldBefore(before)})`.execute(tx);
    return Number(gone.numAffectedRows ?? 0);
  },
};

const participant: PersonalData = {
  table: "gathering.participant",
  columns: ["person", "post", "organisation", "code", "mode"],
  purpose: "meeting_presence",
  title: w.participant,
  collect: async (db, person) => {
    const { rows } = await sql<Collected>`
      select g.first_day, g.last_day, g.place, t.code, t.mode, t.state, t.recorded_at
      from gathering.participant t join gathering.gathering g on g.id = t.gathering
      where t.id in (${hers(person)}) order by g.first_day`.execute(db);
    return rows;
  },
};

const logRows: PersonalData = {
  table: "attendance.log_row",
  columns: ["name", "email", "phone", "from_at", "to_at", "participant"],
  purpose: "meeting_presence",
  title: w.logRows,
  collect: async (db, person) => {
    const { rows } = await sql<Collected>`
      select name, email, phone, from_at, to_at from attendance.log_row where participant in (${hers(person)}) order by from_at`.execute(
      db,
    );
    return rows;
  },
  erase: async (tx, person) => {
    const gone = await sql`
      update attendance.log_row set name = '', email = '', phone = ''
      where participant in (${hers(person)}) and (name, email, phone) <> ('', '', '')`.execute(tx);
    return Number(gone.numAffectedRows ?? 0);
  },
  expire: async (tx, before) => {
    const old = sql`select id from attendance.evidence where gathering in (${heldBefore(before)})`;
    const gone = await sql`delete from attendance.log_row where evidence in (${old})`.execute(tx);
    const files = await sql<{ file: string }>`
      select file from attendance.evidence where file is not null and gathering in (${heldBefore(before)})`.execute(tx);
    await sql`update attendance.evidence set file = null where gathering in (${heldBefore(before)})`.execute(tx);
    await removeFiles(
      tx,
      files.rows.map((row) => row.file),
    );
    return Number(gone.numAffectedRows ?? 0);
  },
};

const attempts: PersonalData = {
  table: "attendance.attempt",
  columns: ["participant", "at"],
  purpose: "meeting_presence",
  title: w.attempts,
  collect: async (db, person) => {
    const { rows } = await sql<Collected>`select at from attendance.attempt where participant in (${hers(person)}) order by at`.execute(db);
    return rows;
  },
  erase: async (tx, person) => {
    const gone = await sql`delete from attendance.attempt where participant in (${hers(person)})`.execute(tx);
    return Number(gone.numAffectedRows ?? 0);
  },
  expire: async (tx, before) => {
    const gone = await sql`delete from attendance.attempt where at < ${before}::date`.execute(tx);
    return Number(gone.numAffectedRows ?? 0);
  },
};

export const personalData: readonly PersonalData[] = [presence, participant, logRows, attempts];
