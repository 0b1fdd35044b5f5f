/** Reads of this module’s own tables: comparisons, what else happened, and imports. */
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { GoodRow } from "#kernel/measure/import-check.ts";
import type { Db } from "#platform/db/handle.ts";
import type { RejectedRow } from "#platform/tabular/table.ts";

/** The courses that indicators are compared by. One query. */
export async function comparedBy(db: Db<any>, indicators: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (indicators.length === 0) return new Map();
  const rows = await db
    .selectFrom("indicators.comparison")
    .select(["indicator", "course"])
    .where("indicator", "in", [...indicators])
    .execute();
  return new Map(rows.map((row) => [row["indicator"] as string, row["course"] as string]));
}

/** Something that may have moved a figure besides what was done on purpose. */
export interface OtherEvent {
  readonly id: string;
  readonly organisation: string | null;
  readonly day: Day;
  readonly text: string;
  readonly language: string;
}

/** What else happened to an indicator, everywhere and in one organisation. One query. */
export async function otherEvents(db: Db<any>, indicator: string, organisation: string | null): Promise<readonly OtherEvent[]> {
  const { rows } = await sql<OtherEvent>`
    select id, organisation, day, text, language from indicators.event
    where indicator = ${indicator} and (organisation is null or organisation = ${organisation}::uuid) order by day, id`.execute(db);
  return rows;
}

export type RunState = "ready" | "done" | "dropped";

/** An import as its page shows it. */
export interface Run {
  readonly id: string;
  readonly fileName: string;
  readonly headers: readonly string[];
  readonly rows: readonly GoodRow[];
  readonly rejected: readonly RejectedRow[];
  readonly state: RunState;
  readonly taken: number | null;
  readonly unchanged: number | null;
  readonly madeAt: Date;
}

const RUN = sql`id, file_name as "fileName", headers, rows, rejected, state, taken, unchanged, made_at as "madeAt"`;

/** One import; null when there is none. */
export async function runById(db: Db<any>, id: string): Promise<Run | null> {
  const { rows } = await sql<Run>`select ${RUN} from indicators.import_run where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** An import in a list, without its rows. */
export interface RunRow {
  readonly id: string;
  readonly fileName: string;
  readonly state: RunState;
  readonly good: number;
  readonly rejected: number;
  readonly taken: number | null;
  readonly madeAt: Date;
}

/** The newest imports. One query. */
export async function recentRuns(db: Db<any>, limit = 20): Promise<readonly RunRow[]> {
  const { rows } = await sql<RunRow>`
    select id, file_name as "fileName", state, jsonb_array_length(rows) as good, jsonb_array_length(rejected) as rejected, taken, made_at as "madeAt"
    from indicators.import_run order by made_at desc, id limit ${limit}`.execute(db);
  return rows;
}

/** Needs that some indicators measure, by indicator. One query over the chain’s links. */
export async function needsMeasured(db: Db<any>, indicators: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  return linked(db, "to_id", "from_id", indicators);
}

/** Indicators that measure some needs, by need. One query over the chain’s links. */
export async function indicatorsMeasuring(db: Db<any>, needs: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  return linked(db, "from_id", "to_id", needs);
}

async function linked(
  db: Db<any>,
  by: "from_id" | "to_id",
  other: "from_id" | "to_id",
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ one: string; other: string }>`
    select ${sql.ref(by)} as one, ${sql.ref(other)} as other from trace.link
    where relation = 'measured_by' and ${sql.ref(by)} = any(${[...ids]}::uuid[]) order by 1, made_at, 2`.execute(db);
  const grouped = Map.groupBy(rows, (row) => row.one);
  return new Map([...grouped].map(([one, list]) => [one, list.map((row) => row.other)]));
}
