/** How figures, periods and codes of indicators are said. */
import type { Shell } from "#kernel/access/shell.ts";
import { monthOf, yearOf, type Day } from "#kernel/calendar/day.ts";
import type { Progress } from "#kernel/measure/figures.ts";
import type { Indicator } from "#kernel/measure/schema.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import type { Language, Text } from "#platform/i18n/text.ts";
import { formatNumber } from "#platform/ui/format.ts";
import type { Tone } from "#platform/ui/marks.tsx";
import { w } from "./words.ts";

const NARROW = "\u202f";

/** A value with its decimals and, for shares, the sign. */
export function valueText(indicator: Pick<Indicator, "unit" | "decimals">, value: number, language: Language): string {
  const number = formatNumber(value, language, indicator.decimals);
  return indicator.unit === "percent" ? `${number}${language === "fr" ? `${NARROW}%` : "%"}` : number;
}

/** A change with its sign; shares change by points, so no percent sign. */
export function changeText(indicator: Pick<Indicator, "decimals">, value: number, language: Language): string {
  const number = formatNumber(Math.abs(value), language, Math.max(1, indicator.decimals));
  return value < 0 ? `−${number}` : `+${number}`;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** A period in numbers that every language reads: 04/2025, or 07/2025–09/2025. */
export function periodText(period: { readonly from: Day; readonly to: Day }): string {
  const month = (day: Day): string => `${two(monthOf(day))}/${yearOf(day)}`;
  return month(period.from) === month(period.to) ? month(period.to) : `${month(period.from)}–${month(period.to)}`;
}

/** The last month of a period, short enough for an axis: 04/25. */
export function monthText(day: Day): string {
  return `${two(monthOf(day))}/${two(yearOf(day) % 100)}`;
}

/** What a unit is called; money is the pack’s own currency. */
export function unitText({ say, pack }: Pick<Shell, "say" | "pack">, unit: string): string {
  return unit === "money" ? `${pack.currency.code} m` : nameOf(say, pack, "indicator_unit", unit);
}

/** The tone and word of a standing. */
export const PROGRESS: Readonly<Record<Progress, { readonly tone: Tone; readonly word: Text }>> = {
  reached: { tone: "good", word: w.reached },
  on_track: { tone: "good", word: w.on_track },
  watch: { tone: "watch", word: w.watch },
  off_track: { tone: "late", word: w.off_track },
  no_target: { tone: "rest", word: w.no_target },
  no_figure: { tone: "rest", word: w.no_figure },
};
