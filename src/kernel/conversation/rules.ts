/** What the rule sets say about messages: hours, how many, the ladder of reminders, and what a part of a text message costs. */
import type { Day } from "#kernel/calendar/day.ts";
import type { EscalationStep } from "#kernel/calendar/clock.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Hours } from "./hours.ts";

/** The rule sets by their codes in the pack. */
export const REMINDERS = "reminders";
export const MESSAGES = "messages";

/** Hours and ladder, from the rule set "reminders". */
export interface MessageRules {
  readonly hours: Hours;
  /** Messages of reminding to one person in seven days, at most. */
  readonly perWeek: number;
  readonly steps: readonly EscalationStep[];
}

/** The price of one part of a text message in the pack's currency, minor units. */
export interface PartPrice {
  readonly minor: number;
  readonly unconfirmed: boolean;
}

/** The rules of a day. One query. Throws when the pack has none. */
export async function messageRules(db: Db<any>, today: Day): Promise<MessageRules> {
  const set = await ruleSetFor(db, REMINDERS, today);
  return {
    hours: { from: numberOf(set, "not_before_hour"), until: numberOf(set, "not_after_hour") },
    perWeek: numberOf(set, "messages_per_week"),
    steps: set.steps,
  };
}

/** The price of a part on a day, or null when the association has not said it: then no cost is shown, rather than a guessed one. At most two queries. */
export async function partPrice(db: Db<any>, today: Day): Promise<PartPrice | null> {
  const known = await db
    .selectFrom("rules.rule_set")
    .select("code")
    .where("code", "=", MESSAGES)
    .where("from_day", "<=", today)
    .limit(1)
    .executeTakeFirst();
  if (known === undefined) return null;
  const set = await ruleSetFor(db, MESSAGES, today);
  const parameter = set.parameters["sms_part_price"];
  return typeof parameter?.value === "number" ? { minor: parameter.value, unconfirmed: parameter.unconfirmed } : null;
}
