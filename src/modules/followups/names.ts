/** Names of organisations by id. */
import { sql } from "kysely";
import type { Db } from "#platform/db/handle.ts";

/** The short name of each, or its name. One query. */
export async function organisationsByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, coalesce(short_name, name) as name from registry.organisation where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
