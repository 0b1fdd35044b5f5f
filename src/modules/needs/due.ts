/** When each state of a round is due, from the rule set of the day; and when something was given a rule's time. */
import { addWorkingDays, type Calendar } from "#kernel/calendar/calendar.ts";
import { addDays, addMonths, type Day } from "#kernel/calendar/day.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { allowanceOf } from "#kernel/pack/lookup.ts";

/** The code of this module's rule set. */
export const RULES = "needs_round";

/** The last day of a time that a rule gives, counted from a day. Throws when the rule has no such time in days, working days or months. */
export function dayAfter(calendar: Calendar, rules: RuleSet, parameter: string, from: Day): Day {
  const given = rules.parameters[parameter];
  if (given === undefined) throw new Error(`Rule set "${rules.code}" has no time "${parameter}".`);
  const { amount, unit } = allowanceOf(given);
  if (unit === "working_days") return addWorkingDays(calendar, from, amount);
  if (unit === "days") return addDays(from, amount);
  if (unit === "months") return addMonths(from, amount);
  throw new Error(`${rules.code}.${parameter} is in ${unit}; a day cannot be told from it.`);
}

/** The days on which people are reminded before a closing day, earliest first. */
export function reminderDays(calendar: Calendar, rules: RuleSet, closes: Day): Day[] {
  const value = rules.parameters["reminder_days"]?.value;
  if (!Array.isArray(value)) throw new Error(`Rule set "${rules.code}" has no list "reminder_days".`);
  return value.map((before) => addWorkingDays(calendar, closes, -before)).sort();
}
