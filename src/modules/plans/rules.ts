/** Decisions about plans and lines that need no database: what a line lacks, how far a plan is, which response a way stands for. */
import { addWorkingDays, type Calendar } from "#kernel/calendar/calendar.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { codeOf, codesOf } from "#kernel/pack/lookup.ts";
import type { Pack, RuleSet } from "#kernel/pack/pack.ts";
import { numberOf } from "#kernel/rules/rules.ts";
import { isTrainable, type NeedFacts } from "#modules/needs";
import type { Line, LineContent, Progress } from "./schema.ts";

/** The rule set of plans. */
export const RULES = "plan";

/** What the organs must see of a line before it is opened for comments. */
export const LACKS = ["basis", "groups", "days", "places", "cost", "change", "indicator", "responsible"] as const;
export type Lack = (typeof LACKS)[number];

/** What a line still lacks. Means are not asked for: a gap is shown, not hidden. */
export function lacksOf(
  line: Pick<LineContent, "mandate" | "groups" | "from" | "to" | "change" | "indicator" | "indicatorWords" | "responsible"> & {
    readonly needs: readonly string[];
    readonly places: number;
    readonly money: readonly { readonly side: "cost" | "funding" }[];
  },
): readonly Lack[] {
  const has: Readonly<Record<Lack, boolean>> = {
    basis: line.needs.length > 0 || line.mandate !== null,
    groups: line.groups.length > 0,
    days: line.from !== null && line.to !== null,
    places: line.places > 0,
    cost: line.money.some(({ side }) => side === "cost"),
    change: line.change !== "",
    indicator: line.indicator !== null || line.indicatorWords !== null,
    responsible: line.responsible !== null,
  };
  return LACKS.filter((lack) => !has[lack]);
}

/** True for a way of working that only helps against a lack of knowledge or skill. */
export function isCourse(pack: Pack, modality: string): boolean {
  return codesOf(pack, "modality").some((code) => code.code === modality && code.flags["course"] === true);
}

/** Needs that this way cannot answer, because their main cause is not a lack of knowledge or skill. */
export function untrainable<N extends Pick<NeedFacts, "cause">>(pack: Pack, modality: string, needs: readonly N[]): readonly N[] {
  return isCourse(pack, modality) ? needs.filter((need) => !isTrainable(pack, need.cause)) : [];
}

/** The type of response that a way of working stands for among needs: the pack’s flag, else training for courses and an exchange for the rest. */
export function responseTypeOf(pack: Pack, modality: string): string {
  const flag = codeOf(pack, "modality", modality).flags["response"];
  if (typeof flag === "string" && codesOf(pack, "response_type").some((code) => code.code === flag)) return flag;
  return isCourse(pack, modality) ? "training" : "exchange";
}

/** Until when comments are taken that open on a day. */
export function commentUntil(calendar: Calendar, rules: RuleSet, from: Day): Day {
  return addWorkingDays(calendar, from, numberOf(rules, "comment_window"));
}

/** Up to how many days every day of a line is checked. Installations older than the parameter keep the pack’s first default. */
export function longestShort(rules: RuleSet): number {
  return rules.parameters["long_activity"] === undefined ? 30 : numberOf(rules, "long_activity");
}

/** A line counts as delivered when it was said to be done, or when people took part in what was linked to it. */
export function isDelivered(line: Pick<Line, "state">, progress: Progress | undefined): boolean {
  return line.state === "done" || (progress?.held ?? 0) > 0;
}

/** How far a plan is: lines delivered of those not dropped, places filled of those planned. */
export function executionOf(lines: readonly Line[], progress: ReadonlyMap<string, Progress>) {
  const live = lines.filter((line) => line.state !== "dropped");
  const people = live.reduce((sum, line) => sum + (progress.get(line.id)?.people ?? 0), 0);
  return {
    lines: live.length,
    delivered: live.filter((line) => isDelivered(line, progress.get(line.id))).length,
    places: live.reduce((sum, line) => sum + line.places, 0),
    people,
  };
}

/** How a line is called within its plan: 07. */
export function lineReference(number: number): string {
  return String(number).padStart(2, "0");
}
