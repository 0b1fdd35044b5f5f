/** What is held about people here: tasks, answers about them and answers they gave, what shows the work. */
import { sql, type RawBuilder } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import type { Db, Tx } from "#platform/db/handle.ts";
import { w } from "./words-rates.ts";

const hers = (column: string, person: string): RawBuilder<unknown> =>
  sql`${sql.ref(column)} in (select id from registry.person where id = ${person} or merged_into = ${person})`;

async function collected(db: Db<any>, query: RawBuilder<unknown>): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await sql<Record<string, unknown>>`${query}`.execute(db)).rows;
}

async function erased(tx: Tx<any>, query: RawBuilder<unknown>): Promise<number> {
  return Number((await sql`${query}`.execute(tx)).numAffectedRows ?? 0);
}

const own = (person: string): RawBuilder<unknown> => sql`select t.id from followups.task t where ${hers("t.person", person)}`;

export const personalData: readonly PersonalData[] = [
  {
    table: "followups.task",
    columns: ["person", "post", "enrolment", "token", "typed_by"],
    purpose: "learning_record",
    title: w.dataTask,
    collect: (db, person) =>
      collected(
        db,
        sql`select t.id, t.asked_at, t.written_at, t.told_at from followups.task t where ${hers("t.person", person)} order by t.recorded_at`,
      ),
    // The link stops working; that a task was asked for stays in the sums.
    erase: (tx, person) => erased(tx, sql`update followups.task t set token = gen_random_uuid()::text where ${hers("t.person", person)}`),
  },
  {
    table: "commitment.commitment",
    columns: ["what", "measure_of_success", "person", "post", "verifier", "barrier", "state"],
    purpose: "learning_record",
    title: w.dataCommitment,
    collect: (db, person) =>
      collected(
        db,
        sql`select c.what, c.measure_of_success, c.due, c.state, c.barrier, c.recorded_at from commitment.commitment c
          where ${hers("c.person", person)} order by c.recorded_at`,
      ),
    erase: (tx, person) =>
      erased(tx, sql`update commitment.commitment c set what = '–', measure_of_success = null where ${hers("c.person", person)}`),
  },
  {
    table: "commitment.reading",
    columns: ["answer", "barrier", "note", "token", "person", "asked_person", "post"],
    purpose: "learning_record",
    title: w.dataReading,
    collect: (db, person) =>
      collected(
        db,
        sql`select r.step, r.side, r.due, r.answer, r.barrier, r.note, r.channel, r.asked_at, r.answered_at from commitment.reading r
          where r.commitment in (${own(person)}) or ${hers("r.person", person)} order by r.due`,
      ),
    erase: (tx, person) =>
      erased(
        tx,
        sql`update commitment.reading r set note = null, token = gen_random_uuid()::text where r.commitment in (${own(person)}) or ${hers("r.person", person)}`,
      ),
  },
  {
    table: "commitment.evidence",
    columns: ["text", "file", "post"],
    purpose: "learning_record",
    title: w.dataEvidence,
    collect: (db, person) =>
      collected(
        db,
        sql`select e.day, e.text, e.certainty from commitment.evidence e where e.commitment in (${own(person)}) order by e.day`,
      ),
    erase: (tx, person) => erased(tx, sql`delete from commitment.evidence e where e.commitment in (${own(person)})`),
  },
];
