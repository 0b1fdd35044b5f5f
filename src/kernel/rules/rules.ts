/** Dated rule sets and code lists as this installation keeps them: first from the country pack, then edited on a page. */
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack, RuleParameter, RuleSet } from "#kernel/pack/pack.ts";
import type { EscalationStep } from "#kernel/calendar/clock.ts";
import type { Db, Tx } from "#platform/db/handle.ts";
import { json } from "#platform/db/json.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { RulesTables } from "./tables.ts";

/** A row of `rules.rule_set` as the database gives it. */
export interface RuleSetRow {
  readonly code: string;
  readonly value: unknown;
  readonly title: unknown;
  readonly source: string;
  readonly unconfirmed: boolean;
  readonly from_day: Day;
  readonly to_day: Day | null;
}

/** A rule set from its row. */
export function ruleSetOf(row: RuleSetRow): RuleSet {
  const value = row.value as { parameters: Record<string, RuleParameter>; steps: EscalationStep[]; article: string };
  return {
    code: row.code,
    names: row.title as Text,
    source: row.source,
    article: value.article,
    validFrom: row.from_day,
    validTo: row.to_day,
    unconfirmed: row.unconfirmed,
    parameters: value.parameters,
    steps: value.steps,
  };
}

/** The rule set in force on a day. Throws when there is none: a rule that is missing must never be guessed. */
export async function ruleSetFor(db: Db<any>, code: string, day: Day): Promise<RuleSet> {
  const { rows } = await sql<RuleSetRow>`
    select * from rules.rule_set where code = ${code} and from_day <= ${day} and (to_day is null or to_day > ${day})
    order by from_day desc limit 1`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error(`No rule set "${code}" is in force on ${day}.`);
  return ruleSetOf(row);
}

/** One number of a rule set. Throws when the set has no such number. */
export function numberOf(rules: RuleSet, parameter: string): number {
  const value = rules.parameters[parameter]?.value;
  if (typeof value !== "number") throw new Error(`Rule set "${rules.code}" has no number "${parameter}".`);
  return value;
}

const ALWAYS: Day = "1900-01-01";

/** Loads what the pack ships and this installation does not have yet, single parameters included; what was edited here stays as it is. */
export async function installRules(tx: Tx<RulesTables>, pack: Pack): Promise<void> {
  const codes = Object.values(pack.codeLists).flat();
  for (let at = 0; at < codes.length; at += 500)
    await tx
      .insertInto("rules.code")
      .values(
        codes.slice(at, at + 500).map((code, index) => ({
          list: code.list,
          code: code.code,
          position: at + index,
          names: json(code.names),
          flags: json(code.flags),
          from_day: code.validFrom ?? ALWAYS,
          to_day: code.validTo,
        })),
      )
      .onConflict((conflict) => conflict.columns(["list", "code", "from_day"]).doNothing())
      .execute();
  for (const set of pack.ruleSets)
    await tx
      .insertInto("rules.rule_set")
      .values({
        code: set.code,
        from_day: set.validFrom ?? ALWAYS,
        to_day: set.validTo,
        value: json({ parameters: set.parameters, steps: set.steps, article: set.article }),
        title: json(set.names),
        source: set.source,
        unconfirmed: set.unconfirmed,
      })
      .onConflict((conflict) => conflict.columns(["code", "from_day"]).doNothing())
      .execute();
  for (const set of pack.ruleSets) await addParameters(tx, set);
}

/** Gives every version of a set the parameters that a newer pack has and the version lacks, so that a newer program finds its numbers. */
async function addParameters(tx: Tx<RulesTables>, set: RuleSet): Promise<void> {
  const shipped = json(set.parameters);
  await sql`
    update rules.rule_set set value = jsonb_set(value, '{parameters}', ${shipped}::jsonb || (value -> 'parameters'))
    where code = ${set.code} and not value -> 'parameters' ?& array(select jsonb_object_keys(${shipped}::jsonb))`.execute(tx);
}
