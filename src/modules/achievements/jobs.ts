/** The job of this module: takes a confirmed list of past trainings. */
import { sql } from "kysely";
import type { JobContext } from "#kernel/access/module.ts";
import { takeList } from "./past-lists.ts";

/** Takes a list that somebody confirmed; one that was taken already is left alone. */
export async function takeConfirmed(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const id = String(payload["list"]);
  const { rows } = await sql<{ state: string }>`select state from achievements.past_list where id::text = ${id}`.execute(context.db);
  if (rows[0]?.state !== "running") return;
  await context.act((act) => takeList(act, id));
}
