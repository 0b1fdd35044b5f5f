/** Reads of tests, results and opinions: sets in, sets out, a fixed number of queries. */
import { sql } from "kysely";
import type { Db } from "#platform/db/handle.ts";
import type { Opinion, Result, Test } from "./schema.ts";

const TEST_COLUMNS = sql`t.id, t.session, t.kind, t.version, t.pass_mark as "passMark"`;

/** What is asked at some sessions. One query. */
export async function testsOf(db: Db<any>, sessions: readonly string[]): Promise<readonly Test[]> {
  if (sessions.length === 0) return [];
  const { rows } = await sql<Test>`
    select ${TEST_COLUMNS} from tests.test t where t.session = any(${[...sessions]}::uuid[])
    order by t.session, array_position(array['pre', 'post', 'retake', 'evaluation'], t.kind)`.execute(db);
  return rows;
}

/** Some tests by id. One query. */
export async function testsByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, Test>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Test>`select ${TEST_COLUMNS} from tests.test t where t.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Tests whose questions are a version, newest first. One query. */
export async function testsAsking(db: Db<any>, version: string): Promise<readonly Test[]> {
  const { rows } = await sql<Test>`
    select ${TEST_COLUMNS} from tests.test t where t.version = ${version} order by t.recorded_at desc, t.id limit 500`.execute(db);
  return rows;
}

const RESULT_COLUMNS = sql`
  r.id, r.test, r.session, r.kind, r.enrolment, r.sitting, r.given, r.earned, r.points, r.most, r.happened_on as "happenedOn", r.source`;

/** Every result of some sessions. One query. */
export async function resultsOf(db: Db<any>, sessions: readonly string[]): Promise<readonly Result[]> {
  if (sessions.length === 0) return [];
  const { rows } = await sql<Result>`
    select ${RESULT_COLUMNS} from tests.result r where r.session = any(${[...sessions]}::uuid[]) order by r.session, r.kind, r.id`.execute(
    db,
  );
  return rows;
}

/** Every result of some enrolments. One query. */
export async function resultsOfEnrolments(db: Db<any>, enrolments: readonly string[]): Promise<readonly Result[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<Result>`
    select ${RESULT_COLUMNS} from tests.result r where r.enrolment = any(${[...enrolments]}::uuid[]) order by r.happened_on, r.id`.execute(
    db,
  );
  return rows;
}

/** Some results by id. One query. */
export async function resultsByIds(db: Db<any>, ids: readonly string[]): Promise<readonly Result[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Result>`select ${RESULT_COLUMNS} from tests.result r where r.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}

/** Results of one kind to one version, of whatever session: what a question does over all of them. One query. */
export async function resultsOfVersion(db: Db<any>, version: string, kind: "pre" | "post"): Promise<readonly Result[]> {
  const { rows } = await sql<Result>`
    select ${RESULT_COLUMNS} from tests.result r join tests.test t on t.id = r.test
    where t.version = ${version} and r.kind = ${kind} order by r.session, r.id limit 5000`.execute(db);
  return rows;
}

/** Who has handed the evaluation in, by session: how many, and the enrolments. One query. */
export async function evaluatedOf(db: Db<any>, sessions: readonly string[]): Promise<ReadonlySet<string>> {
  if (sessions.length === 0) return new Set();
  const { rows } = await sql<{ enrolment: string }>`
    select e.enrolment from tests.evaluated e join tests.test t on t.id = e.test where t.session = any(${[...sessions]}::uuid[])`.execute(
    db,
  );
  return new Set(rows.map((row) => row.enrolment));
}

/** Every opinion on some sessions, in no order that tells when it came. One query. */
export async function opinionsOf(db: Db<any>, tests: readonly string[]): Promise<readonly Opinion[]> {
  if (tests.length === 0) return [];
  const { rows } = await sql<Opinion>`
    select id, test, answers, language from tests.opinion where test = any(${[...tests]}::uuid[]) order by test, id`.execute(db);
  return rows;
}

/** Sessions whose tests were opened, among some. One query. */
export async function opened(db: Db<any>, sessions: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ session: string }>`
    select distinct session from tests.test where session = any(${[...sessions]}::uuid[])`.execute(db);
  return new Set(rows.map((row) => row.session));
}

/** The enrolment behind a link; undefined when it leads nowhere. One query. */
export async function linkOf(db: Db<any>, token: string): Promise<{ readonly enrolment: string; readonly session: string } | undefined> {
  const { rows } = await sql<{ enrolment: string; session: string }>`
    select enrolment, session from tests.link where token = ${token}`.execute(db);
  return rows[0];
}
