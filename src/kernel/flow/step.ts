/** One step of a record as an act: the row is locked, the flow is asked, the change is written, and the journal is told. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { organisationsFor } from "#kernel/access/verb.ts";
import type { Db } from "#platform/db/handle.ts";
import { Problem } from "#platform/problems/problem.ts";
import { take, type Flow } from "./flow.ts";
import { p } from "./problems.ts";

/** What the steps of one kind of record have in common. `Row` is the record as its actions need it. */
export interface Stepping<Row extends { readonly state: State }, State extends string, Name extends string, Facts> {
  readonly flow: Flow<State, Name, Facts>;
  /** The table of the record, schema-qualified, with the columns `id` and `state`. */
  readonly table: string;
  /** The record, once it is locked; undefined when there is none or the actor may not read it. */
  read(act: Act<any>, id: string): Promise<Row | undefined>;
  /** What the flow depends on for one actor. */
  facts(act: Act<any>, actor: Actor, row: Row): Promise<Facts>;
  /** The organisation that the actor's reach must hold; null when her part in the record is enough. */
  organisation(row: Row, facts: Facts): string | null;
  /** The member in whose journal the record's entries stand. */
  member(row: Row): string | null;
  /** Why there is no such record, in its own words; the flow's sentence when absent. */
  readonly notFound?: () => Problem;
}

/** What one step says of its own: columns to set beside the state, and its entry in the journal. */
export interface Written {
  readonly set?: Readonly<Record<string, unknown>>;
  /** Absent when what the step called has told the journal already. */
  readonly entry?: {
    readonly kind: string;
    readonly payload?: Readonly<Record<string, unknown>>;
    /** Words that people typed: kept beside the journal, bound to the entry by a commitment. */
    readonly personal?: Readonly<Record<string, unknown>>;
  };
}

/** The steps of one kind of record. */
export interface Steps<Row, State extends string, Name extends string> {
  /** The record locked for the rest of the act. Throws when there is none that the actor may read. */
  lock(act: Act<any>, id: string): Promise<Row>;
  /** The state that a step leads to now. Throws the flow's refusal. The system's own acts need only the right state. */
  decide(act: Act<any>, row: Row, name: Name): Promise<State>;
  /** Takes a step: lock, decide, `write`, state and columns, journal. Nothing is written when the flow refuses. */
  step(act: Act<any>, id: string, name: Name, write: (row: Row, to: State) => Written | Promise<Written>): Promise<void>;
}

/** The steps of a kind of record, from what they have in common. */
export function stepsOf<Row extends { readonly state: State }, State extends string, Name extends string, Facts>(
  of: Stepping<Row, State, Name, Facts>,
): Steps<Row, State, Name> {
  const { flow } = of;
  async function lock(act: Act<any>, id: string): Promise<Row> {
    await sql`select id from ${sql.table(of.table)} where id = ${id} for update`.execute(act.tx);
    const row = await of.read(act, id);
    if (row === undefined) throw of.notFound?.() ?? new Problem(p.notFound);
    return row;
  }
  async function decide(act: Act<any>, row: Row, name: Name): Promise<State> {
    const { from, to, verb } = flow.steps[name];
    if (act.actor === null) {
      if (!from.includes(row.state)) throw new Problem(p.notNow);
      return to ?? row.state;
    }
    const facts = await of.facts(act, act.actor, row);
    const within = await organisationsFor(act.tx as Db<any>, act.actor, verb, act.today);
    return take(flow, name, row.state, facts, { actor: act.actor, within, organisation: of.organisation(row, facts) });
  }
  async function step(act: Act<any>, id: string, name: Name, write: (row: Row, to: State) => Written | Promise<Written>): Promise<void> {
    const row = await lock(act, id);
    const to = await decide(act, row, name);
    const { set, entry } = await write(row, to);
    const columns = { ...(to !== row.state && { state: to }), ...set };
    if (Object.keys(columns).length > 0)
      await act.tx
        .updateTable(of.table as any)
        .set(columns)
        .where("id", "=", id)
        .execute();
    if (entry !== undefined) await act.journal({ payload: {}, ...entry, subject: { kind: flow.kind, id }, member: of.member(row) });
  }
  return { lock, decide, step };
}
