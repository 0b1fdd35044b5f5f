/** One figure over time with its target, what happened, and the middle half of its like. */
import { extent, max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Key, Lozenge, type Sureness } from "#platform/ui/marks.tsx";
import type { Content } from "#platform/ui/markup.ts";
import { w } from "#platform/ui/words.ts";
import { INK, INK_2, LAKE, LINE, OCHRE, REST } from "./colour.ts";
import { type About, at, Frame, MarkAt, TextLines, wrapped } from "./frame.tsx";

export interface TrendPoint {
  /** Position in time: any number that grows with it. */
  readonly at: number;
  /** Under the axis: “Apr”, “Q2”. */
  readonly name: string;
  readonly value: number;
  readonly of: Sureness;
}

export interface TrendEvent {
  readonly at: number;
  readonly label: string;
}

export interface TrendProps {
  readonly say: Say;
  readonly about: About;
  /** In order of time, two or more. */
  readonly points: readonly TrendPoint[];
  readonly target?: { readonly value: number; readonly label: string };
  /** What happened, in order of time: a thin upright line each. Labels that would touch become numbers, told beneath. */
  readonly events?: readonly TrendEvent[];
  /** The middle half of units of the same kind. */
  readonly band?: {
    readonly label: string;
    readonly key: string;
    readonly points: readonly { readonly at: number; readonly low: number; readonly high: number }[];
  };
  readonly format: (value: number) => string;
  /** Heads of the table's columns: time and figure. */
  readonly heads: readonly [string, string];
  readonly heading?: 2 | 3 | 4 | "none";
  /** One sentence on what else changed; write “contributed”, never “caused”. */
  readonly children?: Content;
}

const BOX = { width: 320, height: 204, left: 26, right: 290, top: 14, bottom: 180 };

/** About how wide a text of 12 units is. No font is measured on a server. */
const widthOf = (text: string): number => text.length * 6.4;

/** Height of a line of labels above the plot, and of a line of the list beneath. */
const LANE = 15;

interface PlacedEvent extends TrendEvent {
  readonly x: number;
  readonly text: string;
  readonly lane: number;
  readonly anchor: "start" | "middle" | "end";
}

/** Where a label stands beside its line: to the right, or to the left where the drawing ends. */
function besides(event: TrendEvent, x: number, text: string, numbered: boolean) {
  const width = widthOf(text);
  if (numbered) return { ...event, x, text, anchor: "middle" as const, from: x - width / 2, to: x + width / 2 };
  return x + 5 + width > BOX.width
    ? { ...event, x, text, anchor: "end" as const, from: x - 5 - width, to: x - 5 }
    : { ...event, x, text, anchor: "start" as const, from: x + 5, to: x + 5 + width };
}

/** Puts labels into at most so many lines above the plot; null when they do not fit. */
function inLanes(events: readonly TrendEvent[], x: (at: number) => number, numbered: boolean, most: number): PlacedEvent[] | null {
  const ends: { from: number; to: number }[][] = [];
  const placed: PlacedEvent[] = [];
  for (const [index, event] of events.entries()) {
    const one = besides(event, x(event.at), numbered ? String(index + 1) : event.label, numbered);
    // An upright line of another event must not cross a label either.
    const crossed = !numbered && events.some((other) => other !== event && x(other.at) > one.from - 2 && x(other.at) < one.to + 2);
    const free = (lane: number): boolean => (ends[lane] ?? []).every((taken) => one.from > taken.to + 3 || one.to < taken.from - 3);
    const lane = Array.from({ length: most }, (_, number) => number).find(free);
    if (crossed || lane === undefined || one.from < 0) return null;
    (ends[lane] ??= []).push(one);
    placed.push({ at: one.at, label: one.label, x: one.x, text: one.text, anchor: one.anchor, lane });
  }
  return placed;
}

interface Layout {
  readonly x: (at: number) => number;
  readonly y: ((value: number) => number) & { ticks(count: number): number[] };
  readonly left: number;
  readonly right: number;
  readonly events: readonly PlacedEvent[];
  /** Whether the labels stand in a list beneath. */
  readonly numbered: boolean;
}

/** Scales that leave room for the widest figure at either side, and the places of the events. */
function layoutOf({ points, target, band, events = [], format }: TrendProps): Layout {
  const [start = 0, end = 1] = extent(points, (point) => point.at);
  const highest = max([...points.map((p) => p.value), target?.value ?? 0, ...(band?.points.map((p) => p.high) ?? [])]) ?? 1;
  const domain = [0, highest * 1.08 || 1];
  const ticks = scaleLinear(domain, [0, 1]).ticks(3).map(format);
  const left = Math.max(BOX.left, ...ticks.map((tick) => widthOf(tick) + 9));
  const last = points.at(-1);
  const right = Math.min(BOX.right, BOX.width - 12 - (last ? widthOf(format(last.value)) * 1.08 : 0));
  const x = scaleLinear([start, end], [left, right]);
  const named = inLanes(events, x, false, 1);
  const placed = named ?? inLanes(events, x, true, events.length) ?? [];
  const lanes = 1 + Math.max(0, ...placed.map((event) => event.lane));
  const y = scaleLinear(domain, [BOX.bottom, BOX.top + 10 + (lanes - 1) * LANE]);
  return { x, y, left, right, events: placed, numbered: named === null };
}

/** Names under the axis: the last always, and before it those that leave room. */
function namesUnder(points: readonly TrendPoint[], x: (at: number) => number): TrendPoint[] {
  const every = Math.ceil(points.length / 8);
  const kept: TrendPoint[] = [];
  for (const [index, point] of [...points.entries()].toReversed()) {
    const next = kept[0];
    if (next !== undefined && index % every !== 0) continue;
    if (next !== undefined && x(next.at) - x(point.at) < (widthOf(next.name) + widthOf(point.name)) / 2 + 6) continue;
    kept.unshift(point);
  }
  return kept;
}

function Axes({ trend, layout: { x, y, left, right } }: { readonly trend: TrendProps; readonly layout: Layout }): VNode {
  return (
    <>
      {y.ticks(3).map((tick) => (
        <>
          <path d={`M${at(left)} ${at(y(tick))}H${at(right)}`} stroke={LINE} />
          <text x={at(left - 6)} y={at(y(tick) + 4)} text-anchor="end" font-size="12" fill={INK_2}>
            {trend.format(tick)}
          </text>
        </>
      ))}
      {namesUnder(trend.points, x).map((point) => (
        <text x={at(x(point.at))} y={BOX.height - 6} text-anchor="middle" font-size="12" fill={INK_2}>
          {point.name}
        </text>
      ))}
    </>
  );
}

function Band({ band, layout: { x, y, right } }: { readonly band: NonNullable<TrendProps["band"]>; readonly layout: Layout }): VNode {
  const shape = area<(typeof band.points)[number]>(
    (p) => x(p.at),
    (p) => y(p.low),
    (p) => y(p.high),
  ).digits(1);
  const last = band.points.at(-1);
  return (
    <>
      <path d={shape(band.points) ?? ""} fill={REST} />
      {last && (
        <text
          x={at(right - 3)}
          y={at(Math.max(y(last.high) + 14, y((last.low + last.high) / 2) + 4))}
          text-anchor="end"
          font-size="12"
          fill={INK_2}
        >
          {band.label}
        </text>
      )}
    </>
  );
}

/** The first place from `x` on where a label of some width meets no upright line. */
function clearOf(events: readonly PlacedEvent[], x: number, width: number): number {
  const met = events.find((event) => event.x > x - 2 && event.x < x + width + 2);
  return met === undefined ? x : clearOf(events, met.x + 5, width);
}

/** Target and events, each named where it stands. */
function References({
  trend: { target },
  layout: { y, left, right, events },
}: {
  readonly trend: TrendProps;
  readonly layout: Layout;
}): VNode {
  return (
    <>
      {target && (
        <>
          <path d={`M${at(left)} ${at(y(target.value))}H${at(right)}`} stroke={OCHRE} stroke-width="2" stroke-dasharray="6 4" />
          <text
            x={at(clearOf(events, left + 4, widthOf(target.label)))}
            y={at(y(target.value) - 5)}
            font-size="12"
            font-weight="600"
            fill={OCHRE}
          >
            {target.label}
          </text>
        </>
      )}
      {events.map(({ x, text, lane, anchor }) => (
        <>
          <path d={`M${at(x)} ${anchor === "middle" ? 16 + lane * LANE : 4}V${BOX.bottom}`} stroke={INK} />
          <text
            x={at(anchor === "middle" ? x : x + (anchor === "end" ? -5 : 5))}
            y={12 + lane * LANE}
            text-anchor={anchor}
            font-size="12"
            font-weight="600"
            fill={INK}
          >
            {text}
          </text>
        </>
      ))}
    </>
  );
}

function Marker({ point, layout: { x, y } }: { readonly point: TrendPoint; readonly layout: Layout }): VNode {
  const size = point.of === "verified" ? 11 : 13;
  return <MarkAt name={point.of === "verified" ? "sealed" : point.of} x={x(point.at)} y={y(point.value)} size={size} />;
}

/** Characters of a line in the list beneath the drawing. */
const PER_LINE = 46;

/** The drawing alone; its points are as full as they are sure. Numbered events are told beneath, unless the page tells them. */
export function TrendSvg({ listed = true, ...trend }: TrendProps & { readonly listed?: boolean }): VNode {
  const layout = layoutOf(trend);
  const { x, y } = layout;
  const told = listed && layout.numbered ? layout.events.flatMap((event) => wrapped(`${event.text} ${event.label}`, PER_LINE)) : [];
  const path = line<TrendPoint>(
    (p) => x(p.at),
    (p) => y(p.value),
  ).digits(1);
  const first = trend.points[0];
  const last = trend.points.at(-1);
  return (
    <svg class="in-plot" viewBox={`0 0 ${BOX.width} ${BOX.height + told.length * LANE}`} role="img" aria-label={trend.about.label}>
      {trend.band && <Band band={trend.band} layout={layout} />}
      <Axes trend={trend} layout={layout} />
      <References trend={trend} layout={layout} />
      <path d={path(trend.points) ?? ""} fill="none" stroke={LAKE} stroke-width="2" />
      {trend.points.map((point) => (
        <Marker point={point} layout={layout} />
      ))}
      {first && (
        <text x={at(x(first.at))} y={at(y(first.value) - 10)} font-size="12" font-weight="700" fill={INK}>
          {trend.format(first.value)}
        </text>
      )}
      {last && (
        <text x={at(x(last.at) + 10)} y={at(y(last.value) + 4)} font-size="12" font-weight="700" fill={INK}>
          {trend.format(last.value)}
        </text>
      )}
      {told.length > 0 && <TextLines lines={told} x={6} y={BOX.height + 10} size={12} />}
    </svg>
  );
}

const WORD = { verified: w.verified, imported: w.imported, claimed: w.claimed, nothing: w.nothingYet };

/** Line, key, what it means, and the figures as a table. */
export function Trend(trend: TrendProps): VNode {
  const { say, about, points, band, format, heads, children } = trend;
  const { events, numbered } = layoutOf(trend);
  const kinds = (["verified", "imported", "claimed"] as const).filter((kind) => points.some((point) => point.of === kind));
  const figures = { head: [...heads, ""], rows: points.map((p) => [p.name, format(p.value), say(WORD[p.of])]) };
  return (
    <Frame say={say} about={about} heading={trend.heading} figures={figures} after={children}>
      <TrendSvg {...trend} listed={false} />
      <Key>
        {kinds.map((kind) => (
          <span>
            <Lozenge of={kind} /> {say(WORD[kind])}
          </span>
        ))}
        {band && (
          <span>
            <i class="in-sw in-sw--band" />
            {band.key}
          </span>
        )}
      </Key>
      {numbered && (
        <ol class="govuk-list govuk-list--number in-small">
          {events.map((event) => (
            <li>{event.label}</li>
          ))}
        </ol>
      )}
    </Frame>
  );
}
