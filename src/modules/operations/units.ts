/** The values of rules in words: a number with its unit. */
import type { RuleParameter } from "#kernel/pack/pack.ts";
import { defineWords, type Say } from "#platform/i18n/text.ts";
import { valueText } from "./changes.ts";

const w = defineWords({
  working_days: { en: "{v} working days", fr: "{v} jours ouvrables", rw: "iminsi y’akazi {v}" },
  days: { en: "{v} days", fr: "{v} jours", rw: "iminsi {v}" },
  months: { en: "{v} months", fr: "{v} mois", rw: "amezi {v}" },
  years: { en: "{v} years", fr: "{v} ans", rw: "imyaka {v}" },
  hours: { en: "{v} hours", fr: "{v} heures", rw: "amasaha {v}" },
  minutes: { en: "{v} minutes", fr: "{v} minutes", rw: "iminota {v}" },
  percent: { en: "{v}%", fr: "{v} %", rw: "{v}%" },
  people: { en: "{v} people", fr: "{v} personnes", rw: "abantu {v}" },
  points: { en: "{v} points", fr: "{v} points", rw: "amanota {v}" },
  hour: { en: "{v}:00", fr: "{v} h", rw: "saa {v}:00" },
});

const isUnit = (unit: string): unit is keyof typeof w => unit in w;

/** A value with its unit in words; a fraction as one, a month and day as people write them. */
export function unitText(say: Say, parameter: Pick<RuleParameter, "value" | "unit">): string {
  const { value, unit } = parameter;
  if (unit === "fraction" && typeof value === "object") return value.join("/");
  if (unit === "dates" && typeof value === "string") return value.split("-").reverse().join("/");
  const text = typeof value === "number" && unit === "hours" ? String(value) : valueText(value);
  return isUnit(unit) ? say(w[unit], { v: text }) : text;
}
