/** The dated versions of rule sets: all of one set, which stand today, and putting a new one in force from a day. */
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { RuleParameter, RuleSet } from "#kernel/pack/pack.ts";
import type { EscalationStep } from "#kernel/calendar/clock.ts";
import type { Db, Tx } from "#platform/db/handle.ts";
import { json } from "#platform/db/json.ts";
import type { Text } from "#platform/i18n/text.ts";
import { ruleSetOf, type RuleSetRow } from "./rules.ts";
import type { RulesTables } from "./tables.ts";

/** A wider handle seen as one over rules and codes alone. */
export function rulesIn(db: Db<any>): Db<RulesTables> {
  return db as unknown as Db<RulesTables>;
}

/** What the value column of a rule set holds. */
export interface RuleValue {
  readonly parameters: Readonly<Record<string, RuleParameter>>;
  readonly steps: readonly EscalationStep[];
  readonly article: string;
}

/** Every version of one rule set, the newest first; empty for an unknown code. */
export async function versionsOf(db: Db<RulesTables>, code: string): Promise<RuleSet[]> {
  const { rows } = await sql<RuleSetRow>`select * from rules.rule_set where code = ${code} order by from_day desc`.execute(db);
  return rows.map(ruleSetOf);
}

/** The version of every rule set that stands on a day, by code. */
export async function ruleSetsOn(db: Db<RulesTables>, day: Day): Promise<RuleSet[]> {
  const { rows } = await sql<RuleSetRow>`
    select * from rules.rule_set where from_day <= ${day} and (to_day is null or to_day > ${day}) order by code`.execute(db);
  return rows.map(ruleSetOf);
}

/** A version that takes effect. */
export interface NewVersion {
  readonly code: string;
  readonly from: Day;
  readonly value: RuleValue;
  readonly names: Text;
  readonly source: string;
  readonly unconfirmed: boolean;
}

/**
 * Puts a version in force from a day; the one before it ends there. Returns the day of a version that stands at or after
 * it, in which case nothing was written; null when all is well.
 */
export async function putInForce(tx: Tx<any>, version: NewVersion): Promise<Day | null> {
  const { rows } = await sql<{ from_day: Day }>`
    select from_day from rules.rule_set where code = ${version.code} and from_day >= ${version.from} order by from_day limit 1`.execute(tx);
  if (rows[0] !== undefined) return rows[0].from_day;
  await sql`update rules.rule_set set to_day = ${version.from} where code = ${version.code} and (to_day is null or to_day > ${version.from})`.execute(
    tx,
  );
  await sql`
    insert into rules.rule_set (code, from_day, to_day, value, title, source, unconfirmed)
    values (${version.code}, ${version.from}, null, ${json(version.value)}::jsonb, ${json(version.names)}::jsonb, ${version.source}, ${version.unconfirmed})`.execute(
    tx,
  );
  return null;
}
