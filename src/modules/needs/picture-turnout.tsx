/** The funnel of turnout as a picture: who answered, and where chance alone would put them. */
import type { VNode } from "preact";
import { scaleLinear } from "d3-scale";
import { AMOUNT, INK, INK_2, LAKE, LINE, OCHRE, PAPER } from "#platform/ui/charts/colour.ts";
import { at, Frame, type About } from "#platform/ui/charts/frame.tsx";
import { formatPercent } from "#platform/ui/format.ts";
import { Key } from "#platform/ui/marks.tsx";
import { countText, type Picture, type PictureTable, type Voice } from "./picture.ts";
import type { Origin } from "./picture-spread.tsx";
import { limitsAlong, sizesTo, type TurnoutFunnel, type TurnoutPoint } from "./results-spread.ts";
import { w } from "./words-results.ts";

const BOX = { width: 640, height: 300, left: 56, right: 624, top: 14, bottom: 262 };

/** The funnel’s drawing: one point an organisation, limits of chance, the share of all. Only points in `named` carry a name. */
function FunnelPlotSvg({
  voice,
  funnel,
  named,
  label,
}: {
  readonly voice: Voice;
  readonly funnel: TurnoutFunnel;
  readonly named: ReadonlySet<string>;
  readonly label: string;
}): VNode {
  const most = Math.max(...funnel.points.map((point) => point.invited));
  const x = scaleLinear([0, most * 1.04], [BOX.left, BOX.right]);
  const y = scaleLinear([0, 1], [BOX.bottom, BOX.top]);
  const band = (confidence: number): string => {
    const limits = limitsAlong(funnel.share, sizesTo(most), confidence);
    const upper = limits.map(({ n, high }) => `${at(x(n))} ${at(y(high))}`);
    const lower = limits.toReversed().map(({ n, low }) => `${at(x(n))} ${at(y(low))}`);
    return `M${[...upper, ...lower].join("L")}Z`;
  };
  return (
    <svg class="in-plot" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={label}>
      <path d={band(0.998)} fill="#f1f5f3" stroke={LINE} />
      <path d={band(0.95)} fill={AMOUNT[1]} stroke={LINE} opacity=".6" />
      {y.ticks(4).map((tick) => (
        <text x={BOX.left - 8} y={at(y(tick) + 4)} text-anchor="end" font-size="12" fill={INK_2}>
          {formatPercent(tick, voice.language)}
        </text>
      ))}
      {x.ticks(6).map((tick) => (
        <text x={at(x(tick))} y={BOX.bottom + 18} text-anchor="middle" font-size="12" fill={INK_2}>
          {countText(voice, tick)}
        </text>
      ))}
      <text x={BOX.right} y={BOX.height - 4} text-anchor="end" font-size="12" fill={INK_2}>
        {voice.say(w.invited)}
      </text>
      <path d={`M${BOX.left} ${at(y(funnel.share))}H${BOX.right}`} stroke={OCHRE} stroke-width="2" stroke-dasharray="6 4" />
      {placedPoints(funnel.points, named, x, y).map((point) => (
        <FunnelPoint {...point} />
      ))}
    </svg>
  );
}

interface PlacedPoint {
  readonly point: TurnoutPoint;
  readonly x: number;
  readonly y: number;
  readonly name: string | null;
}

/** Points with the names that may be printed and do not run into one another; every figure stands in the table. */
function placedPoints(
  points: readonly TurnoutPoint[],
  named: ReadonlySet<string>,
  x: (n: number) => number,
  y: (share: number) => number,
): PlacedPoint[] {
  const taken: { x: number; y: number }[] = [];
  return points
    .map((point) => ({ point, x: x(point.invited), y: y(point.answered / point.invited) }))
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map((placed) => {
      const { point } = placed;
      const free = taken.every((other) => Math.abs(other.y - placed.y) > 14 || Math.abs(other.x - placed.x) > 110);
      if (point.position === "within" || !named.has(point.organisation.id) || !free) return { ...placed, name: null };
      taken.push(placed);
      return { ...placed, name: point.organisation.name };
    });
}

function FunnelPoint({ point, x, y, name }: PlacedPoint): VNode {
  const apart = point.position !== "within";
  const right = x > 470;
  return (
    <>
      <circle cx={at(x)} cy={at(y)} r="5.5" fill={apart ? LAKE : PAPER} stroke={LAKE} stroke-width="2" />
      {apart && name !== null && (
        <text
          x={at(right ? x - 10 : x + 10)}
          y={at(y + 4)}
          font-size="12"
          font-weight="600"
          fill={INK}
          text-anchor={right ? "end" : "start"}
        >
          {name}
        </text>
      )}
    </>
  );
}

/** Who answered, with the limits of chance. */
export function turnoutPicture(props: Origin & { readonly funnel: TurnoutFunnel; readonly named: ReadonlySet<string> }): Picture {
  const { voice, source, date, svgHref, funnel, named } = props;
  const { say, language } = voice;
  const below = funnel.points.filter((point) => point.position === "below").length;
  const share = formatPercent(funnel.share, language);
  const about: About = {
    title: say(w.turnoutFinding, { share, below }),
    unit: say(w.turnoutUnit),
    source,
    date,
    label: say(w.turnoutLabel, { share }),
    svgHref,
  };
  const seen = funnel.points.filter((point) => named.has(point.organisation.id));
  const position = { below: say(w.belowLimits), within: say(w.withinLimits), above: say(w.aboveLimits) };
  const table: PictureTable = {
    columns: [
      { name: say(w.organisation), kind: "text" },
      { name: say(w.invited), kind: "integer" },
      { name: say(w.answered), kind: "integer" },
      { name: say(w.shareHead), kind: "text" },
      { name: say(w.positionHead), kind: "text" },
    ],
    rows: seen.map((point) => [
      point.organisation.name,
      point.invited,
      point.answered,
      formatPercent(point.answered / point.invited, language),
      position[point.position],
    ]),
  };
  const figures = { head: table.columns.map((column) => column.name), rows: table.rows.map((row) => row.map(String)) };
  const drawing = <FunnelPlotSvg voice={voice} funnel={funnel} named={named} label={about.label} />;
  return {
    about,
    html: (
      <Frame say={say} about={about} figures={figures} after={<p class="in-small">{say(w.turnoutNote)}</p>}>
        {drawing}
        <Key>
          <span>
            <i class="in-sw in-sw--point" /> {say(w.onePoint)}
          </span>
          <span>
            <i class="in-sw in-a1" /> {say(w.limits95)}
          </span>
          <span>
            <i class="in-sw in-sw--target" /> {say(w.allTogether)}
          </span>
        </Key>
      </Frame>
    ),
    svg: drawing,
    table,
  };
}
