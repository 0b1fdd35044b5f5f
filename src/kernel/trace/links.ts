/** Typed links between any two records, walked both ways: the chain is made of these. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import type { TraceTables } from "./tables.ts";

/** A record by its kind and id. */
export interface Place {
  readonly kind: string;
  readonly id: string;
}

/** One link of the chain. `proved` is false where somebody only says that one led to the other. */
export interface Link {
  readonly relation: string;
  readonly from: Place;
  readonly to: Place;
  readonly proved: boolean;
}

/** Links two records in the act that makes the second; the same link twice is one link. */
export async function link(act: Act<TraceTables>, made: Link): Promise<void> {
  await act.tx
    .insertInto("trace.link")
    .values({
      id: newId(),
      relation: made.relation,
      from_kind: made.from.kind,
      from_id: made.from.id,
      to_kind: made.to.kind,
      to_id: made.to.id,
      proved: made.proved,
      made_at: act.now,
    })
    .onConflict((conflict) => conflict.columns(["from_id", "to_id", "relation"]).doUpdateSet({ proved: made.proved }))
    .execute();
}

/** Every link within `steps` of a record, forwards and backwards. One query. */
export async function chainOf(db: Db<any>, id: string, steps = 6): Promise<Link[]> {
  const { rows } = await sql<{ relation: string; from_kind: string; from_id: string; to_kind: string; to_id: string; proved: boolean }>`
    with recursive forward (id, depth) as (
      select ${id}::uuid, 0
      union select l.to_id, f.depth + 1 from forward f join trace.link l on l.from_id = f.id where f.depth < ${steps}
    ), backward (id, depth) as (
      select ${id}::uuid, 0
      union select l.from_id, b.depth + 1 from backward b join trace.link l on l.to_id = b.id where b.depth < ${steps}
    )
    select distinct relation, from_kind, from_id, to_kind, to_id, proved from trace.link
    where from_id in (select id from forward) or to_id in (select id from backward)
    order by relation, from_id, to_id`.execute(db);
  return rows.map((row) => ({
    relation: row.relation,
    from: { kind: row.from_kind, id: row.from_id },
    to: { kind: row.to_kind, id: row.to_id },
    proved: row.proved,
  }));
}
