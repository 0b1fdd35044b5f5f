/** Distributions as pictures: strips without names, intervals in a group, and the funnel of turnout. */
import type { VNode } from "preact";
import { scaleLinear } from "d3-scale";
import { IntervalPlot, IntervalSvg, type IntervalProps } from "#platform/ui/charts/interval.tsx";
import { Strip, StripSvg, quartiles, type StripProps } from "#platform/ui/charts/strip.tsx";
import { AMOUNT, INK, INK_2, LAKE, LINE, OCHRE, PAPER } from "#platform/ui/charts/colour.ts";
import { at, Frame, type About } from "#platform/ui/charts/frame.tsx";
import { formatPercent } from "#platform/ui/format.ts";
import { Key } from "#platform/ui/marks.tsx";
import { codeName, countText, levelText, type Picture, type PictureTable, type Voice } from "./picture.ts";
import { shownLevel } from "./results-figures.ts";
import { limitsAlong, sizesTo, type Estimates, type SpreadRow, type TurnoutFunnel, type TurnoutPoint } from "./results-spread.ts";
import { w } from "./words-results.ts";

export interface Origin {
  readonly voice: Voice;
  readonly source: string;
  readonly date: string;
  readonly svgHref?: string;
}

/** The levels of one kind of district by field. `home` is the name of the reader’s own organisation. */
export function spreadPicture(props: Origin & { readonly rows: readonly SpreadRow[]; readonly group: string; readonly home: string | null; readonly heading?: 2 | 3 | "none" }): Picture | null {
  const { voice, source, date, svgHref, rows, group, home, heading } = props;
  const { say } = voice;
  if (rows.length === 0) return null;
  const widest = rows.map((row) => ({ row, ...quartiles(row.values) })).sort((a, b) => b.high - b.low - (a.high - a.low))[0];
  const title = widest === undefined ? say(w.spreadTitle) : say(w.spreadFinding, { field: codeName(voice, "capacity_domain", widest.row.domain) });
  const about: About = { title, unit: say(w.spreadUnit, { group: codeName(voice, "context_group", group) }), source, date, label: say(w.spreadLabel), svgHref };
  const strip: StripProps = {
    say,
    about,
    heading,
    rows: rows.map((row) => ({
      label: codeName(voice, "capacity_domain", row.domain),
      values: row.values,
      own: row.own === null || home === null ? undefined : { value: row.own, label: home },
    })),
    domain: [1, 5],
    scale: [say(w.scaleLow), say(w.scaleMiddle), say(w.scaleHigh)],
    format: (value) => levelText(voice, value),
    words: { median: say(w.middleOne), half: say(w.middleHalf) },
    rowLabel: (row) => say(w.spreadRow, row),
  };
  return { about, html: <Strip {...strip} />, svg: <StripSvg {...strip} />, table: spreadTable(voice, rows) };
}

function spreadTable(voice: Voice, rows: readonly SpreadRow[]): PictureTable {
  const { say } = voice;
  const level = (name: string) => ({ name, kind: "decimal", places: 1 }) as const;
  return {
    columns: [{ name: say(w.field), kind: "text" }, { name: say(w.organisations), kind: "integer" }, level(say(w.quarter)), level(say(w.middleOne)), level(say(w.threeQuarters)), level(say(w.own))],
    rows: rows.map((row) => {
      const { low, median, high } = quartiles(row.values);
      return [codeName(voice, "capacity_domain", row.domain), row.values.length, shownLevel(low), shownLevel(median), shownLevel(high), row.own === null ? null : shownLevel(row.own)];
    }),
  };
}

/** Gaps of one field with intervals, by name in alphabetical order. Only rows that the reader may see are passed in. */
export function estimatesPicture(
  props: Origin & { readonly estimates: Estimates; readonly group: string; readonly domain: string; readonly hrefOf: (organisation: string) => string | undefined },
): Picture {
  const { voice, source, date, svgHref, estimates, group, domain, hrefOf } = props;
  const { say } = voice;
  const field = codeName(voice, "capacity_domain", domain);
  const apart = estimates.rows.filter((row) => row.low > estimates.mean || row.high < estimates.mean).length;
  const title = apart === 0 ? say(w.estimatesAlike, { field }) : say(w.estimatesApart, { field, count: apart });
  const about: About = { title, unit: say(w.estimatesUnit), source, date, label: say(w.estimatesLabel, { field }), svgHref };
  const ends = estimates.rows.flatMap((row) => [row.low, row.high]);
  const plot: IntervalProps = {
    say,
    about,
    domain: [Math.min(0, Math.floor(Math.min(...ends))), Math.max(2, Math.ceil(Math.max(...ends)))],
    groups: [
      {
        title: codeName(voice, "context_group", group),
        reference: estimates.mean,
        rows: estimates.rows.map((row) => ({
          label: row.organisation.name,
          href: hrefOf(row.organisation.id),
          value: row.shrunk,
          low: row.low,
          high: row.high,
          note: say(w.ownMean, { mean: levelText(voice, row.gap), answers: say(w.answersShort, { count: row.n, shown: countText(voice, row.n) }) }),
        })),
      },
    ],
    format: (value) => levelText(voice, value),
    words: { value: say(w.estimate), interval: say(w.interval95), reference: say(w.groupMean) },
    children: <p class="in-small">{say(w.shrunkNote)}</p>,
  };
  return { about, html: <IntervalPlot {...plot} />, svg: <IntervalSvg {...plot} />, table: estimatesTable(voice, estimates, domain) };
}

function estimatesTable(voice: Voice, estimates: Estimates, domain: string): PictureTable {
  const { say } = voice;
  const level = (name: string) => ({ name, kind: "decimal", places: 1 }) as const;
  return {
    columns: [{ name: say(w.organisation), kind: "text" }, { name: say(w.field), kind: "text" }, { name: say(w.respondents), kind: "integer" }, level(say(w.gap)), level(say(w.estimate)), level(say(w.lowEnd)), level(say(w.highEnd)), level(say(w.groupMean))],
    rows: estimates.rows.map((row) => [
      row.organisation.name,
      codeName(voice, "capacity_domain", domain),
      row.n,
      shownLevel(row.gap),
      shownLevel(row.shrunk),
      shownLevel(row.low),
      shownLevel(row.high),
      shownLevel(estimates.mean),
    ]),
  };
}

const BOX = { width: 640, height: 300, left: 56, right: 624, top: 14, bottom: 262 };

/** The funnel’s drawing: one point an organisation, limits of chance, the share of all. Only points in `named` carry a name. */
export function FunnelPlotSvg({ voice, funnel, named, label }: { readonly voice: Voice; readonly funnel: TurnoutFunnel; readonly named: ReadonlySet<string>; readonly label: string }): VNode {
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
      {funnel.points.map((point) => (
        <FunnelPoint point={point} x={x(point.invited)} y={y(point.answered / point.invited)} name={named.has(point.organisation.id) ? point.organisation.name : null} />
      ))}
    </svg>
  );
}

function FunnelPoint({ point, x, y, name }: { readonly point: TurnoutPoint; readonly x: number; readonly y: number; readonly name: string | null }): VNode {
  const apart = point.position !== "within";
  const right = x > 470;
  return (
    <>
      <circle cx={at(x)} cy={at(y)} r="5.5" fill={apart ? LAKE : PAPER} stroke={LAKE} stroke-width="2" />
      {apart && name !== null && (
        <text x={at(right ? x - 10 : x + 10)} y={at(y + 4)} font-size="12" font-weight="600" fill={INK} text-anchor={right ? "end" : "start"}>
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
  const about: About = { title: say(w.turnoutFinding, { share, below }), unit: say(w.turnoutUnit), source, date, label: say(w.turnoutLabel, { share }), svgHref };
  const seen = funnel.points.filter((point) => named.has(point.organisation.id));
  const position = { below: say(w.belowLimits), within: say(w.withinLimits), above: say(w.aboveLimits) };
  const table: PictureTable = {
    columns: [{ name: say(w.organisation), kind: "text" }, { name: say(w.invited), kind: "integer" }, { name: say(w.answered), kind: "integer" }, { name: say(w.shareHead), kind: "text" }, { name: say(w.positionHead), kind: "text" }],
    rows: seen.map((point) => [point.organisation.name, point.invited, point.answered, formatPercent(point.answered / point.invited, language), position[point.position]]),
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
