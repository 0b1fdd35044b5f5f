/** What is held about people here: results, own links, and that an evaluation was handed in; what was said in it belongs to nobody. */
import { sql } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { enrolmentsOfPerson, sessionsByIds } from "#modules/sessions";
import { resultsOfEnrolments } from "./queries.ts";
import { w } from "./words.ts";

async function enrolmentIds(db: Db<any>, person: string): Promise<readonly string[]> {
  return (await enrolmentsOfPerson(db, person)).map((one) => one.id);
}

/** Results are a learning record. Erased, they lead to nobody, but before and after of one person stay together for the class. */
const results: PersonalData = {
  table: "tests.result",
  columns: ["enrolment", "given", "earned", "points", "sitting", "post"],
  purpose: "learning_record",
  title: w.resultData,
  collect: async (db, person) => {
    const found = await resultsOfEnrolments(db, await enrolmentIds(db, person));
    const sessions = await sessionsByIds(db, [...new Set(found.map((result) => result.session))]);
    return found.map((result) => ({
      session: sessions.get(result.session)?.title ?? null,
      kind: result.kind,
      points: result.points,
      most: result.most,
      answers: result.given,
      happened_on: result.happenedOn,
      source: result.source,
    }));
  },
  erase: async (tx, person) => {
    let erased = 0;
    for (const enrolment of await enrolmentIds(tx as never, person)) {
      const { numAffectedRows } = await sql`
        update tests.result set enrolment = ${newId()}, sitting = null, post = null where enrolment = ${enrolment}`.execute(tx);
      erased += Number(numAffectedRows ?? 0);
    }
    return erased;
  },
};

const links: PersonalData = {
  table: "tests.link",
  columns: ["enrolment", "token"],
  purpose: "learning_record",
  title: w.linkData,
  collect: async (db, person) => {
    const { rows } = await sql<Record<string, unknown>>`
      select session, true as "link" from tests.link where enrolment = any(${[...(await enrolmentIds(db, person))]}::uuid[])`.execute(db);
    return rows;
  },
  erase: async (tx, person) => {
    const { numAffectedRows } = await sql`
      delete from tests.link where enrolment = any(${[...(await enrolmentIds(tx as never, person))]}::uuid[])`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
};

const evaluated: PersonalData = {
  table: "tests.evaluated",
  columns: ["enrolment"],
  purpose: "learning_record",
  title: w.evaluatedData,
  collect: async (db, person) => {
    const { rows } = await sql<Record<string, unknown>>`
      select t.session, true as "handedIn" from tests.evaluated e join tests.test t on t.id = e.test
      where e.enrolment = any(${[...(await enrolmentIds(db, person))]}::uuid[])`.execute(db);
    return rows;
  },
  erase: async (tx, person) => {
    const { numAffectedRows } = await sql`
      delete from tests.evaluated where enrolment = any(${[...(await enrolmentIds(tx as never, person))]}::uuid[])`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
};

export const personalData: readonly PersonalData[] = [results, links, evaluated];
