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
import { type About, at, Frame, MarkAt } from "./frame.tsx";

export interface TrendPoint {
  /** Position in time: any number that grows with it. */
  readonly at: number;
  /** Under the axis: “Apr”, “Q2”. */
  readonly name: string;
  readonly value: number;
  readonly of: Sureness;
}

export interface TrendProps {
  readonly say: Say;
  readonly about: About;
  /** In order of time, two or more. */
  readonly points: readonly TrendPoint[];
  readonly target?: { readonly value: number; readonly label: string };
  readonly event?: { readonly at: number; readonly label: string };
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

function scalesOf({ points, target, band }: TrendProps) {
  const [start = 0, end = 1] = extent(points, (point) => point.at);
  const highest = max([...points.map((p) => p.value), target?.value ?? 0, ...(band?.points.map((p) => p.high) ?? [])]) ?? 1;
  const y = scaleLinear([0, highest * 1.08 || 1], [BOX.bottom, BOX.top + 10]);
  return { x: scaleLinear([start, end], [BOX.left, BOX.right]), y };
}

type Scales = ReturnType<typeof scalesOf>;

function Axes({ trend, scales: { x, y } }: { readonly trend: TrendProps; readonly scales: Scales }): VNode {
  const every = Math.ceil(trend.points.length / 8);
  return (
    <>
      {y.ticks(3).map((tick) => (
        <>
          <path d={`M${BOX.left} ${at(y(tick))}H${BOX.right}`} stroke={LINE} />
          <text x={BOX.left - 6} y={at(y(tick) + 4)} text-anchor="end" font-size="12" fill={INK_2}>
            {trend.format(tick)}
          </text>
        </>
      ))}
      {trend.points.map((point, index) =>
        index % every === 0 || index === trend.points.length - 1 ? (
          <text x={at(x(point.at))} y={BOX.height - 6} text-anchor="middle" font-size="12" fill={INK_2}>
            {point.name}
          </text>
        ) : null,
      )}
    </>
  );
}

function Band({ band, scales: { x, y } }: { readonly band: NonNullable<TrendProps["band"]>; readonly scales: Scales }): VNode {
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
          x={BOX.right - 3}
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

/** Target and event, each named where it stands. */
function References({ trend, scales: { x, y } }: { readonly trend: TrendProps; readonly scales: Scales }): VNode {
  const { target, event } = trend;
  return (
    <>
      {target && (
        <>
          <path d={`M${BOX.left} ${at(y(target.value))}H${BOX.right}`} stroke={OCHRE} stroke-width="2" stroke-dasharray="6 4" />
          <text x={BOX.left + 4} y={at(y(target.value) - 5)} font-size="12" font-weight="600" fill={OCHRE}>
            {target.label}
          </text>
        </>
      )}
      {event && (
        <>
          <path d={`M${at(x(event.at))} 4V${BOX.bottom}`} stroke={INK} />
          <text
            x={at(x(event.at)) + (x(event.at) > 200 ? -5 : 5)}
            y="12"
            text-anchor={x(event.at) > 200 ? "end" : "start"}
            font-size="12"
            font-weight="600"
            fill={INK}
          >
            {event.label}
          </text>
        </>
      )}
    </>
  );
}

function Marker({ point, scales: { x, y } }: { readonly point: TrendPoint; readonly scales: Scales }): VNode {
  const size = point.of === "verified" ? 11 : 13;
  return <MarkAt name={point.of === "verified" ? "sealed" : point.of} x={x(point.at)} y={y(point.value)} size={size} />;
}

/** The drawing alone; its points are as full as they are sure. */
export function TrendSvg(trend: TrendProps): VNode {
  const scales = scalesOf(trend);
  const { x, y } = scales;
  const path = line<TrendPoint>(
    (p) => x(p.at),
    (p) => y(p.value),
  ).digits(1);
  const first = trend.points[0];
  const last = trend.points.at(-1);
  return (
    <svg class="in-plot" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={trend.about.label}>
      {trend.band && <Band band={trend.band} scales={scales} />}
      <Axes trend={trend} scales={scales} />
      <References trend={trend} scales={scales} />
      <path d={path(trend.points) ?? ""} fill="none" stroke={LAKE} stroke-width="2" />
      {trend.points.map((point) => (
        <Marker point={point} scales={scales} />
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
    </svg>
  );
}

const WORD = { verified: w.verified, imported: w.imported, claimed: w.claimed, nothing: w.nothingYet };

/** Line, key, what it means, and the figures as a table. */
export function Trend(trend: TrendProps): VNode {
  const { say, about, points, band, format, heads, children } = trend;
  const kinds = (["verified", "imported", "claimed"] as const).filter((kind) => points.some((point) => point.of === kind));
  const figures = { head: [...heads, ""], rows: points.map((p) => [p.name, format(p.value), say(WORD[p.of])]) };
  return (
    <Frame say={say} about={about} heading={trend.heading} figures={figures} after={children}>
      <TrendSvg {...trend} />
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
    </Frame>
  );
}
