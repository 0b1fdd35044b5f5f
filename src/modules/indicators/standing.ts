/** Where indicators stand: baseline, latest figure, target and the word for it, for one organisation or several together. */
import type { Day } from "#kernel/calendar/day.ts";
import { progressOf, targetOn, totals, type Progress, type ProgressRule, type Total } from "#kernel/measure/figures.ts";
import { endsOf, targetsOf } from "#kernel/measure/queries.ts";
import type { Figure, Indicator, Target } from "#kernel/measure/schema.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import { addsUp, progressRule, RULES } from "./rules.ts";

export interface Standing {
  readonly baseline: Total | null;
  readonly latest: Total | null;
  readonly target: Target | null;
  readonly progress: Progress;
}

/** The targets that one organisation, or all together (null), are read against. */
export function targetsFor(indicator: Indicator, targets: readonly Target[], organisation: string | null): readonly Target[] {
  const here = targets.filter((target) => target.indicator === indicator.id);
  return addsUp(indicator.unit) && organisation !== null ? here.filter((target) => target.organisation !== null) : here;
}

/** Baseline and latest over the organisations that have both, so that a total does not move because somebody joined. */
function endTotals(unit: string, ends: readonly (Figure & { readonly end: string })[]): { baseline: Total | null; latest: Total | null } {
  const latest = ends.filter((one) => one.end === "latest");
  const baseline = ends.filter((one) => one.baseline);
  const both = (some: readonly Figure[], others: readonly Figure[]): readonly Figure[] => {
    const there = new Set(others.map((one) => one.organisation));
    const kept = some.filter((one) => there.has(one.organisation));
    return kept.length > 0 ? kept : some;
  };
  // Baselines may lie in different months: they are read together as one beginning.
  const first = baseline[0];
  const together = both(baseline, latest).map((one) => ({ ...one, from: first?.from ?? one.from, to: first?.to ?? one.to }));
  return { baseline: totals(unit, together)[0] ?? null, latest: totals(unit, both(latest, baseline)).at(-1) ?? null };
}

function standingOf(
  indicator: Indicator,
  ends: readonly (Figure & { readonly end: string })[],
  targets: readonly Target[],
  organisation: string | null,
  { today, rule }: { readonly today: Day; readonly rule: ProgressRule },
): Standing {
  const { baseline, latest } = endTotals(indicator.unit, ends);
  const target = targetOn(targetsFor(indicator, targets, organisation), organisation, today);
  const known = (total: Total | null): { value: number; to: Day } | null =>
    total === null || total.value === null ? null : { value: total.value, to: total.to };
  const progress = progressOf({ better: indicator.better, baseline: known(baseline), latest: known(latest), target }, rule);
  return { baseline, latest, target, progress };
}

/** Standings of some indicators for some organisations together; absent: everyone’s. Three queries. */
export async function standings(
  db: Db<any>,
  indicators: readonly Indicator[],
  ask: { readonly organisations?: readonly string[]; readonly today: Day },
): Promise<ReadonlyMap<string, Standing>> {
  const ids = indicators.map((one) => one.id);
  const [ends, targets, rules] = await Promise.all([
    endsOf(db, { indicators: ids, ...(ask.organisations && { organisations: ask.organisations }) }),
    targetsOf(db, ids),
    ruleSetFor(db, RULES, ask.today),
  ]);
  const by = Map.groupBy(ends, (one) => one.indicator);
  const organisation = ask.organisations?.length === 1 ? (ask.organisations[0] ?? null) : null;
  const how = { today: ask.today, rule: progressRule(rules) };
  return new Map(indicators.map((one) => [one.id, standingOf(one, by.get(one.id) ?? [], targets, organisation, how)]));
}

/** Standings of one indicator in each of its organisations. Three queries. */
export async function standingsByOrganisation(db: Db<any>, indicator: Indicator, today: Day): Promise<ReadonlyMap<string, Standing>> {
  const [ends, targets, rules] = await Promise.all([
    endsOf(db, { indicators: [indicator.id], each: true }),
    targetsOf(db, [indicator.id]),
    ruleSetFor(db, RULES, today),
  ]);
  const how = { today, rule: progressRule(rules) };
  const by = Map.groupBy(
    ends.filter((one) => one.organisation !== null),
    (one) => one.organisation ?? "",
  );
  return new Map([...by].map(([organisation, here]) => [organisation, standingOf(indicator, here, targets, organisation, how)]));
}
