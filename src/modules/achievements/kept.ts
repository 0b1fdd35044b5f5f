/** What was counted holds until a statement changes what it is counted from: the same question is asked again and again while nobody moves. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "#platform/db/handle.ts";

/** What figures are counted from: entries with their people, and tasks at work with their answers. */
export type Source = "reach" | "applied";

const counted = new Map<string, Promise<unknown>>();
const MOST = 300;

/** How far the sources have moved, as this transaction sees it: equal answers mean equal figures. One query. */
async function movesSeen(db: Db<any>, source: Source): Promise<string> {
  const { rows } = await sql<{ seen: string }>`
    select current_database() || ' ' || count(*) || ' ' || coalesce(max(id), 0) as seen from achievements.moved where what = ${source}`.execute(
    db,
  );
  return rows[0]?.seen ?? "";
}

/**
 * Counts, or gives what was counted before when its source has not moved since. `question` says in full what is asked; what it holds beside
 * the source is part of it. The answer is shared: nobody may change it. One query when it is known.
 */
export async function kept<Answer>(db: Db<any>, source: Source, question: unknown, count: () => Promise<Answer>): Promise<Answer> {
  const asked = createHash("sha256").update(JSON.stringify(question)).digest("base64");
  const key = `${source} ${await movesSeen(db, source)} ${asked}`;
  const known = counted.get(key) as Promise<Answer> | undefined;
  if (known !== undefined) return known;
  const oldest = counted.keys().next().value;
  if (counted.size >= MOST && oldest !== undefined) counted.delete(oldest);
  const answer = count();
  counted.set(key, answer);
  answer.catch(() => counted.delete(key));
  return answer;
}
