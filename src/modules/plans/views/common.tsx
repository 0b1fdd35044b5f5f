/** Small parts that several pages of plans share. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { moneyText, sumsText, type Sums } from "#kernel/money/amounts.ts";
import { codeOf, codesOf, groupOf, hasCode } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { DateParts, Option, SummaryError } from "#platform/ui/forms.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { planFlow, type PlanState } from "../flows.ts";
import { isDelivered, type Lack } from "../rules.ts";
import type { Line, Progress } from "../schema.ts";
import { w } from "../words-line.ts";

/** What every page is given besides its own. */
export interface ViewProps {
  readonly shell: Shell;
}

/** The problems of a form as its summary, and by field. */
export function wrongOf(
  say: Say,
  problems: readonly FieldProblem[],
): { readonly errors: readonly SummaryError[]; at(field: string): string | undefined } {
  const byField = new Map(problems.map((problem) => [problem.field, say(problem.text, problem.values)]));
  return {
    errors: problems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` })),
    at: (field) => byField.get(field),
  };
}

/** A code’s name; a code that the pack does not know stands as it is. */
export function nameOf(say: Say, pack: Pack, list: string, code: string): string {
  return hasCode(pack, list, code) ? say(codeOf(pack, list, code).names) : code;
}

/** The codes of a list as options, in the pack’s order. */
export function optionsOf(say: Say, pack: Pack, list: string): Option[] {
  return codesOf(pack, list).map((code) => ({ value: code.code, text: say(code.names) }));
}

/** Names of target groups, one after another. */
export function groupNames(say: Say, pack: Pack, groups: readonly string[]): string {
  return groups.map((group) => say(groupOf(pack, group).names)).join(", ");
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

/** The language of a text that people wrote, when it is not the page’s. */
export function langOf(written: string | null, page: Language): string | undefined {
  return written === null || written === page ? undefined : written;
}

/** A day as the three boxes of a form show it. */
export function partsOfDay(day: Day | null): DateParts {
  if (day === null) return {};
  return { year: day.slice(0, 4), month: String(Number(day.slice(5, 7))), day: String(Number(day.slice(8, 10))) };
}
