/** One act: a transaction, who acts, when, and the journal entry without which it does not commit. */
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/handle.ts";
import { transact } from "#platform/db/transact.ts";
import { append, type Author, type NewEntry } from "#platform/journal/append.ts";
import { enqueue, type JobOptions } from "#platform/jobs/enqueue.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { authorOf, type Actor } from "./actor.ts";

/** What every action is given. `T` are the tables it may name. */
export interface Act<T = any> {
  readonly tx: Tx<T>;
  readonly actor: Actor | null;
  readonly author: Author;
  readonly now: Date;
  /** Today in the association's time zone, `yyyy-mm-dd`. */
  readonly today: string;
  readonly pack: Pack;
  /** Appends to the journal; an act that writes and never does is rolled back. */
  journal(entry: NewEntry): Promise<number>;
  /** Queues a job that runs once this act has committed. */
  later(job: string, payload: Readonly<Record<string, unknown>>, options?: JobOptions): Promise<void>;
}

/** Who opens an act and when. The system's own acts have no actor. */
export interface ActBy {
  readonly actor: Actor | null;
  readonly now: Date;
  readonly pack: Pack;
}

/** Thrown when an act changed the database without a journal entry: a mistake of ours, never of the person. */
export class UnjournaledAct extends Error {
  constructor() {
    super("An act must append to the journal; nothing was written.");
    this.name = "UnjournaledAct";
  }
}

/** Thrown inside an act to undo it and still answer: the form is shown again, nothing was written. */
class Undo<R> extends Error {
  readonly answer: R;
  constructor(answer: R) {
    super("undone");
    this.answer = answer;
  }
}

/** The act of one author over an open transaction. `noted` is called at every journal entry. */
export function actWithin<T>(tx: Tx<T>, by: ActBy, noted: () => void = () => undefined): Act<T> {
  const author: Author = by.actor === null ? { post: null, person: null } : authorOf(by.actor);
  return {
    tx,
    actor: by.actor,
    author,
    now: by.now,
    today: dayOf(by.now, by.pack.timeZone),
    pack: by.pack,
    journal: (entry) => {
      noted();
      return append(tx as Tx<any>, author, entry, by.now);
    },
    later: (job, payload, options) => enqueue(tx as Tx<any>, job, payload, options),
  };
}

/** True when this transaction has written or locked a row: only then PostgreSQL gave it a number. */
async function hasWritten(tx: Tx<any>): Promise<boolean> {
  const { rows } = await sql<{ written: boolean }>`select pg_current_xact_id_if_assigned() is not null as written`.execute(tx);
  return rows[0]?.written ?? true;
}

/**
 * Runs one act in one transaction. One that only reads, such as a form that no longer stands, needs no journal entry. `keep` says whether an answer stands for a finished act;
 * when it does not (a form shown again), everything is rolled back and the answer is still returned.
 */
export async function perform<T, R>(
  db: Db<T>,
  by: ActBy,
  work: (act: Act<T>) => Promise<R>,
  keep: (answer: R) => boolean = () => true,
): Promise<R> {
  let journaled = 0;
  try {
    return await transact(db, async (tx) => {
      const answer = await work(actWithin(tx, by, () => journaled++));
      if (!keep(answer)) throw new Undo(answer);
      if (journaled === 0 && (await hasWritten(tx as Tx<any>))) throw new UnjournaledAct();
      return answer;
    });
  } catch (error) {
    if (error instanceof Undo) return error.answer as R;
    throw error;
  }
}
