/** The pictures of an indicator: its line over time with target, event and the middle half of its like, and small lines side by side. */
import { extent, max, quantile } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { daysBetween, type Day } from "#kernel/calendar/day.ts";
import type { Total } from "#kernel/measure/figures.ts";
import type { Figure, Indicator, Target } from "#kernel/measure/schema.ts";
import { LAKE, LINE, OCHRE } from "#platform/ui/charts/colour.ts";
import { at, MarkAt } from "#platform/ui/charts/frame.tsx";
import type { TrendProps } from "#platform/ui/charts/trend.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { addsUp } from "./rules.ts";
import { monthText, periodText, unitText, valueText } from "./format.ts";
import { w } from "./words.ts";

/** Days since a fixed day: a position in time. */
const position = (day: Day): number => daysBetween("2000-01-01", day);

/** A total that is shown. */
export type Shown = Total & { readonly value: number };

export const shownOf = (totals: readonly Total[]): readonly Shown[] =>
  totals.flatMap((total) => (total.value === null ? [] : [{ ...total, value: total.value }]));

/** What a picture is drawn from. */
export interface Drawn {
  readonly indicator: Indicator;
  readonly placeName: string;
  /** How many organisations stand behind it; 1 for one. */
  readonly parts: number;
  readonly points: readonly Shown[];
  readonly target: Target | null;
  /** The first day on which something was done. */
  readonly done: Day | null;
  /** What else happened: its day and what it was. */
  readonly others: readonly { readonly day: Day; readonly text: string }[];
  /** Figures of organisations of the same kind, for the band. */
  readonly like: readonly Figure[];
  readonly svgHref: string;
}

/** The middle half of the like at each of the line’s own periods; none below four organisations. */
function bandOf(say: Shell["say"], points: readonly Shown[], like: readonly Figure[]): TrendProps["band"] {
  const organisations = new Set(like.map((figure) => figure.organisation)).size;
  if (organisations < 4) return undefined;
  const by = Map.groupBy(like, (figure) => figure.to);
  const band = points.flatMap((point) => {
    const values = (by.get(point.to) ?? []).map((figure) => figure.value);
    const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)];
    return values.length < 4 || low === undefined || high === undefined ? [] : [{ at: position(point.to), low, high }];
  });
  if (band.length < 2) return undefined;
  return { label: say(w.likeLabel, { n: organisations }), key: say(w.likeKey, { n: organisations }), points: band };
}

function unitLine(shell: Shell, { indicator, parts, placeName }: Drawn): string {
  const unit = unitText(shell, indicator.unit);
  if (parts <= 1) return shell.say(w.unitOf, { unit, place: placeName });
  return shell.say(addsUp(indicator.unit) ? w.sumOf : w.meanOf, { unit, n: parts });
}

/** What was done and what else happened between the first and the last figure, in order of time. */
function eventsOf(say: Shell["say"], { done, others }: Drawn, from: Day, to: Day): NonNullable<TrendProps["events"]> {
  return [...(done === null ? [] : [{ day: done, text: say(w.sessionLine, { month: monthText(done) }) }]), ...others]
    .filter(({ day }) => day >= from && day <= to)
    .map(({ day, text }) => ({ at: position(day), label: `${text.charAt(0).toUpperCase()}${text.slice(1)}` }))
    .sort((a, b) => a.at - b.at);
}

/** The line’s props; null below two points. The table beneath it says the same. */
export function trendOf(shell: Shell, drawn: Drawn): TrendProps | null {
  const { say, language } = shell;
  const { indicator, points, target, placeName } = drawn;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const value = (number: number): string => valueText(indicator, number, language);
  const band = bandOf(say, points, drawn.like);
  return {
    say,
    about: {
      title: say(indicator.names),
      unit: unitLine(shell, drawn),
      source: indicator.source,
      date: formatDate(last.to),
      label: say(w.drawn, {
        title: say(indicator.names),
        place: placeName,
        from: value(first.value),
        began: periodText(first),
        now: value(last.value),
        latest: periodText(last),
      }),
      svgHref: drawn.svgHref,
    },
    points: points.map((point) => ({ at: position(point.to), name: monthText(point.to), value: point.value, of: point.certainty })),
    ...(target && { target: { value: target.value, label: say(w.targetLine, { value: value(target.value) }) } }),
    events: eventsOf(say, drawn, first.to, last.to),
    ...(band && { band }),
    format: value,
    heads: [say(w.period), unitText(shell, indicator.unit)],
  };
}

const BOX = { width: 120, height: 40, pad: 6 };

/** A small line without words, beside its name and figures. `top` is the highest value of all that stand side by side. */
export function SmallLine({
  points,
  target,
  top,
}: {
  readonly points: readonly Shown[];
  readonly target: number | null;
  readonly top: number;
}): VNode {
  const [start = 0, end = 1] = extent(points, (point) => position(point.to));
  const x = scaleLinear([start, end], [BOX.pad, BOX.width - BOX.pad]);
  const y = scaleLinear([0, top || 1], [BOX.height - 2, BOX.pad]);
  const path = line<Shown>(
    (point) => x(position(point.to)),
    (point) => y(point.value),
  ).digits(1);
  const last = points.at(-1);
  return (
    <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} width="120" height="40" aria-hidden="true">
      <path d={`M0 ${BOX.height - 2}H${BOX.width}`} stroke={LINE} />
      {target !== null && target <= top && (
        <path d={`M0 ${at(y(target))}H${BOX.width}`} stroke={OCHRE} stroke-width="1.5" stroke-dasharray="4 3" />
      )}
      <path d={path(points) ?? ""} fill="none" stroke={LAKE} stroke-width="2" />
      {last && (
        <MarkAt name={last.certainty === "verified" ? "sealed" : last.certainty} x={x(position(last.to))} y={y(last.value)} size={9} />
      )}
    </svg>
  );
}

/** The highest value among several lines, for their one scale. */
export const topOf = (lines: readonly (readonly Shown[])[]): number => max(lines.flat(), (point) => point.value) ?? 1;
