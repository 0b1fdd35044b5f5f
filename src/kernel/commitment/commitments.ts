/** What somebody will do, by when, and which post says whether it was done: made, read, dropped, with its evidence. */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import type { CommitmentState, Side } from "./standing.ts";

/** A day on which sides are asked. `step` is the caller’s word for it, such as `first`. */
export interface NewStep {
  readonly step: string;
  readonly due: Day;
  readonly sides: readonly Side[];
}

/** A commitment to be made. `kind` and `about` name the record it belongs to. */
export interface NewCommitment {
  readonly id?: string;
  readonly kind: string;
  readonly about: string;
  readonly what: string;
  readonly language: string;
  /** How one will see that it was done. */
  readonly success: string | null;
  /** Whose it is: a person’s own, wherever she goes, or a post’s, whoever holds it. */
  readonly person: string | null;
  readonly post: string | null;
  readonly organisation: string;
  /** The post that says whether it was done; its holder on the day is asked. */
  readonly verifier: string | null;
  readonly due: Day;
  readonly steps: readonly NewStep[];
}

/** A commitment as it stands. */
export interface Commitment extends Omit<NewCommitment, "steps"> {
  readonly id: string;
  readonly state: CommitmentState;
  readonly recordedAt: Date;
}

/** A token for a personal link: 128 random bits. */
export const newToken = (): string => randomBytes(16).toString("base64url");

const AT_ONCE = 2000;

async function insertAll(act: Act<any>, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await sql`
      insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.slice(at, at + AT_ONCE))}::jsonb)`.execute(
      act.tx,
    );
}

/** Makes commitments with the questions that will be asked about them, thousands in two statements. Returns their ids in order. */
export async function makeCommitments(act: Act<any>, list: readonly NewCommitment[]): Promise<readonly string[]> {
  const made = list.map((one) => ({ ...one, id: one.id ?? newId() }));
  await insertAll(
    act,
    "commitment.commitment",
    made.map((one) => ({
      id: one.id,
      kind: one.kind,
      about: one.about,
      what: one.what,
      language: one.language,
      measure_of_success: one.success,
      person: one.person,
      post: one.post,
      organisation: one.organisation,
      verifier: one.verifier,
      due: one.due,
      state: "open",
      barrier: null,
      recorded_at: act.now,
    })),
  );
  await insertAll(
    act,
    "commitment.reading",
    made.flatMap((one) =>
      one.steps.flatMap(({ step, due, sides }) =>
        sides.map((side) => ({ id: newId(), commitment: one.id, step, side, due, token: newToken() })),
      ),
    ),
  );
  return made.map((one) => one.id);
}

/** Makes one commitment; see `makeCommitments`. The caller’s own journal entry tells of it. */
export async function makeCommitment(act: Act<any>, one: NewCommitment): Promise<string> {
  const [id] = await makeCommitments(act, [one]);
  if (id === undefined) throw new Error("One commitment in gives one id out.");
  return id;
}

const COLUMNS = sql`c.id, c.kind, c.about, c.what, c.language, c.measure_of_success as success, c.person, c.post, c.organisation, c.verifier, c.due,
  c.state, c.recorded_at as "recordedAt"`;

/** Commitments by id. One query. */
export async function commitmentsByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, Commitment>> {
  const { rows } = await sql<Commitment>`
    select ${COLUMNS} from commitment.commitment c where c.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The commitments of some records, in the order they were made. One query. */
export async function commitmentsAbout(db: Db<any>, about: readonly string[]): Promise<readonly Commitment[]> {
  const { rows } = await sql<Commitment>`
    select ${COLUMNS} from commitment.commitment c where c.about = any(${[...about]}::uuid[]) order by c.recorded_at, c.id`.execute(db);
  return rows;
}

/** A commitment locked for the rest of the act. Throws when there is none. */
export async function lockCommitment(act: Act<any>, id: string): Promise<Commitment> {
  const { rows } = await sql<Commitment>`select ${COLUMNS} from commitment.commitment c where c.id = ${id} for update`.execute(act.tx);
  const [found] = rows;
  if (found === undefined) throw new Problem(p.noCommitment);
  return found;
}

/** Drops a commitment: it is not asked about any more. What was answered stays. */
export async function dropCommitment(act: Act<any>, id: string): Promise<void> {
  const found = await lockCommitment(act, id);
  if (found.state === "dropped") throw new Problem(p.ended);
  await sql`update commitment.commitment set state = 'dropped' where id = ${id}`.execute(act.tx);
  await sql`update commitment.reading set lapsed_at = ${act.now} where commitment = ${id} and answered_at is null and lapsed_at is null`.execute(
    act.tx,
  );
}

/** Something that shows the work: a note, and a file if there is one. */
export interface NewEvidence {
  readonly commitment: string;
  readonly day: Day;
  readonly text: string;
  readonly language: string;
  readonly file: string | null;
  readonly certainty: "claimed" | "imported" | "verified";
}

/** Evidence as it stands. */
export interface Evidence extends NewEvidence {
  readonly id: string;
  readonly post: string | null;
  readonly recordedAt: Date;
}

/** Adds evidence. Throws when the commitment was dropped. */
export async function addEvidence(act: Act<any>, evidence: NewEvidence): Promise<string> {
  const { state } = await lockCommitment(act, evidence.commitment);
  if (state === "dropped") throw new Problem(p.ended);
  const id = newId();
  await sql`insert into commitment.evidence (id, commitment, day, text, language, file, certainty, post, recorded_at)
    values (${id}, ${evidence.commitment}, ${evidence.day}, ${evidence.text}, ${evidence.language}, ${evidence.file}, ${evidence.certainty},
      ${act.author.post}, ${act.now})`.execute(act.tx);
  return id;
}

/** The evidence of some commitments, newest first. One query. */
export async function evidenceOf(db: Db<any>, commitments: readonly string[]): Promise<readonly Evidence[]> {
  const { rows } = await sql<Evidence>`
    select id, commitment, day, text, language, file, certainty, post, recorded_at as "recordedAt" from commitment.evidence
    where commitment = any(${[...commitments]}::uuid[]) order by day desc, recorded_at desc, id`.execute(db);
  return rows;
}
