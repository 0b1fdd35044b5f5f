/** A figure with how unsure it is, per unit, inside a group of its like: point and interval, never a ranking. */
import { scaleLinear } from "d3-scale";
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/link.tsx";
import { Key } from "#platform/ui/marks.tsx";
import type { Content } from "#platform/ui/markup.ts";
import { INK_2, LAKE, LINE, OCHRE, PAPER } from "./colour.ts";
import { type About, at, Frame, percentAt } from "./frame.tsx";
import { FIELD, RowsSvg } from "./rows-svg.tsx";

export interface IntervalRow {
  readonly label: string;
  readonly href?: string;
  readonly value: number;
  /** Ends of the interval. */
  readonly low: number;
  readonly high: number;
  /** A small line: number of records, a reply. */
  readonly note?: string;
}

/** Units of the same kind, with the value they are compared with. */
export interface IntervalGroup {
  readonly title: string;
  readonly reference?: number;
  readonly rows: readonly IntervalRow[];
}

export interface IntervalProps {
  readonly say: Say;
  readonly about: About;
  readonly groups: readonly IntervalGroup[];
  /** The ends of the scale, the same for all groups. */
  readonly domain: readonly [number, number];
  readonly format: (value: number) => string;
  /** Key and table heads: “estimate”, “95% interval”, “middle of the group”. */
  readonly words: { readonly value: string; readonly interval: string; readonly reference: string };
  readonly heading?: 2 | 3 | 4 | "none";
  readonly children?: Content;
}

/** True when the interval leaves the reference out: the only difference that may be spoken of. */
export function differs(row: IntervalRow, reference: number | undefined): boolean {
  return reference !== undefined && (row.high < reference || row.low > reference);
}

function Line({ row, reference, plot }: { readonly row: IntervalRow; readonly reference?: number; readonly plot: IntervalProps }): VNode {
  const x = scaleLinear([...plot.domain], [0.02, 0.98]).clamp(true);
  const { format, words } = plot;
  const label = `${row.label}: ${words.value} ${format(row.value)}, ${words.interval} ${format(row.low)}–${format(row.high)}`;
  const apart = differs(row, reference);
  return (
    <svg class="in-interval" role="img" aria-label={label}>
      <line x1="2%" x2="98%" y1="16" y2="16" stroke={LINE} />
      {reference !== undefined && (
        <line
          x1={percentAt(x(reference))}
          x2={percentAt(x(reference))}
          y1="0"
          y2="32"
          stroke={OCHRE}
          stroke-width="2"
          stroke-dasharray="4 3"
        />
      )}
      <line x1={percentAt(x(row.low))} x2={percentAt(x(row.high))} y1="16" y2="16" stroke={LAKE} stroke-width="4" />
      <circle cx={percentAt(x(row.value))} cy="16" r="6" fill={apart ? LAKE : PAPER} stroke={LAKE} stroke-width="2.5" />
    </svg>
  );
}

function Group({ group, plot }: { readonly group: IntervalGroup; readonly plot: IntervalProps }): VNode {
  const { format, words } = plot;
  return (
    <li>
      <p class="in-intervals__group">
        <b>{group.title}</b>
        {group.reference !== undefined && (
          <span class="in-small">
            {" "}
            {words.reference} {format(group.reference)}
          </span>
        )}
      </p>
      <ul>
        {group.rows.map((row) => (
          <li>
            <span>
              {row.href === undefined ? row.label : <Link href={row.href}>{row.label}</Link>}
              {row.note && <span class="in-small"> {row.note}</span>}
            </span>
            <Line row={row} reference={group.reference} plot={plot} />
            <span class="in-intervals__value">
              <b>{format(row.value)}</b>{" "}
              <span class="in-small">
                {format(row.low)}–{format(row.high)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Points with intervals in their groups, on one scale. A filled point is one whose interval leaves the reference out. */
export function IntervalPlot(plot: IntervalProps): VNode {
  const { say, about, groups, format, words, heading, children } = plot;
  const rows = groups.flatMap((group) =>
    group.rows.map((row) => [`${row.label} (${group.title})`, format(row.value), `${format(row.low)}–${format(row.high)}`]),
  );
  return (
    <Frame say={say} about={about} heading={heading} figures={{ head: ["", words.value, words.interval], rows }} after={children}>
      <ul class="in-intervals">
        {groups.map((group) => (
          <Group group={group} plot={plot} />
        ))}
      </ul>
      <Key>
        <span>
          <i class="in-sw in-sw--point" /> {words.value}
        </span>
        <span>
          <i class="in-sw in-sw--interval" /> {words.interval}
        </span>
        <span>
          <i class="in-sw in-sw--target" /> {words.reference}
        </span>
      </Key>
    </Frame>
  );
}

/** The same plot as one drawing, for a file. */
export function IntervalSvg({ about, groups, domain, format }: IntervalProps): VNode {
  const x = scaleLinear([...domain], [4, FIELD - 4]).clamp(true);
  const rows = groups.flatMap((group) =>
    group.rows.map((row) => ({
      label: row.label,
      note: `${group.title} · ${format(row.value)} (${format(row.low)}–${format(row.high)})`,
      marks: (
        <>
          <path d={`M0 10h${FIELD}`} stroke={LINE} />
          {group.reference !== undefined && (
            <path d={`M${at(x(group.reference))}-6v32`} stroke={OCHRE} stroke-width="2" stroke-dasharray="4 3" />
          )}
          <path d={`M${at(x(row.low))} 10H${at(x(row.high))}`} stroke={LAKE} stroke-width="4" />
          <circle
            cx={at(x(row.value))}
            cy="10"
            r="6"
            fill={differs(row, group.reference) ? LAKE : PAPER}
            stroke={LAKE}
            stroke-width="2.5"
          />
        </>
      ),
    })),
  );
  const ticks = x.ticks(4).map((tick) => (
    <text x={at(x(tick))} font-size="12" fill={INK_2} text-anchor="middle">
      {format(tick)}
    </text>
  ));
  return <RowsSvg label={about.label} rows={rows} scale={<>{ticks}</>} />;
}
