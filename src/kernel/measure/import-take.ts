/** Takes checked rows of a file as imported figures. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { keepFigures } from "./bulk.ts";
import { placeOf, type GoodRow } from "./import-check.ts";
import { series } from "./queries.ts";

/**
 * Writes the rows as *imported* in one statement. A row whose figure came in the meantime is left as it stands when somebody claimed or
 * verified it, replaced when it was imported with another value, and skipped when it is the same: taking a file twice is taking it once.
 * Journals nothing: the caller does, once for the file.
 */
export async function takeFigures(
  act: Act,
  rows: readonly GoodRow[],
  source: string,
): Promise<{ readonly taken: number; readonly unchanged: number }> {
  const indicators = [...new Set(rows.map((row) => row.indicator))].sort();
  await sql`select id from measure.indicator where id = any(${indicators}::uuid[]) order by id for update`.execute(act.tx);
  const standing = new Map((await series(act.tx, { indicators, groups: "all" })).map((one) => [placeOf(one), one]));
  const fresh = rows.flatMap((row) => {
    const stands = standing.get(placeOf(row));
    const same = stands !== undefined && stands.value === row.value && stands.numerator === (row.numerator ?? null);
    if (same || (stands !== undefined && stands.certainty !== "imported")) return [];
    return [{ ...row, replaces: stands?.id ?? null }];
  });
  await keepFigures(
    act,
    fresh.map((row) => ({
      ...row,
      source: row.source || source,
      certainty: "imported" as const,
      post: act.author.post,
      recordedAt: act.now,
    })),
  );
  return { taken: fresh.length, unchanged: rows.length - fresh.length };
}
