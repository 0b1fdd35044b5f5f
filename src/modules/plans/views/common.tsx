/** Small parts that several pages of plans share. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { moneyText, sumsText, type Sums } from "#kernel/money/amounts.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Say } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { StatusTag } from "#platform/ui/marks.tsx";
import { planFlow, type PlanState } from "../flows.ts";
import { isDelivered, type Lack } from "../rules.ts";
import type { Line, Progress } from "../schema.ts";
import { w } from "../words-line.ts";

/** What every page is given besides its own. */
export interface ViewProps {
  readonly shell: Shell;
}

/** The regions that a line may lie in: the units right below the country. */
export function regionsOf(pack: Pack): Pack["units"] {
  const first = new Set(pack.tiers.filter((tier) => tier.kind === "territory" && tier.level === 1).map((tier) => tier.code));
  return pack.units.filter((unit) => first.has(unit.tier) && unit.validTo === null);
}

/** The name of a region; nothing for none. */
export function regionName(say: Say, pack: Pack, region: string | null): string {
  const unit = regionsOf(pack).find((one) => one.code === region);
  return unit === undefined ? "" : say(unit.names);
}

/** The days of a line in words. */
export function daysText(say: Say, { from, to }: { readonly from: Day | null; readonly to: Day | null }): string {
  if (from === null) return say(w.noDays);
  return to === null || to === from ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
}

export const PlanTag = ({ say, state }: { readonly say: Say; readonly state: PlanState }): VNode => (
  <StatusTag tone={planFlow.states[state].tone}>{say(planFlow.states[state].title)}</StatusTag>
);

export function LineTag({
  say,
  line,
  progress,
}: {
  readonly say: Say;
  readonly line: Pick<Line, "state">;
  readonly progress?: Progress;
}): VNode {
  if (line.state === "dropped") return <StatusTag tone="rest">{say(w.dropped)}</StatusTag>;
  if (isDelivered(line, progress)) return <StatusTag tone="good">{say(w.done)}</StatusTag>;
  return (progress?.events ?? 0) > 0 ? (
    <StatusTag tone="info">{say(w.delivering)}</StatusTag>
  ) : (
    <StatusTag tone="rest">{say(w.planned)}</StatusTag>
  );
}

const LACK_WORDS: Readonly<Record<Lack, (typeof w)[keyof typeof w]>> = {
  basis: w.lack_basis,
  groups: w.lack_groups,
  days: w.lack_days,
  places: w.lack_places,
  cost: w.lack_cost,
  change: w.lack_change,
  indicator: w.lack_indicator,
  responsible: w.lack_responsible,
};

/** What a line still lacks, in words. */
export function lacksText(say: Say, lacks: readonly Lack[]): string {
  return lacks.map((lack) => say(LACK_WORDS[lack])).join(", ");
}

/** Sums of money in the reader’s way. */
export function sums({ pack, language }: Pick<Shell, "pack" | "language">, amounts: Sums, style: "full" | "short" = "full"): string {
  return sumsText(pack, language, amounts, style);
}

/** One amount in the reader’s way. */
export function amount({ pack, language }: Pick<Shell, "pack" | "language">, minor: number, currency: string): string {
  return moneyText(pack, language, { minor, currency });
}
