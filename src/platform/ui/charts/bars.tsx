/** Amounts side by side: words, figure, and a bar that starts at zero. */
import { max } from "d3-array";
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/link.tsx";
import { Certainty, type Sureness } from "#platform/ui/marks.tsx";
import type { Content } from "#platform/ui/markup.ts";
import { type About, Frame, percentAt } from "./frame.tsx";
import { RowsSvg } from "./rows-svg.tsx";

export interface BarRow {
  readonly label: string;
  readonly href?: string;
  /** Zero or more. */
  readonly value: number;
  readonly of?: Sureness;
  readonly note?: string;
  /** A target for this row, drawn as an upright mark. */
  readonly target?: number;
}

export interface BarsProps {
  readonly say: Say;
  readonly about: About;
  readonly rows: readonly BarRow[];
  readonly format: (value: number) => string;
  /** Heads of the table: what, how much. */
  readonly heads: readonly [string, string];
  /** The end of the scale, to keep it the same across several drawings. */
  readonly most?: number;
  readonly heading?: 2 | 3 | 4 | "none";
  readonly children?: Content;
}

/** The end of the scale. Throws `RangeError` on a negative amount, which has no bar. */
function endOf({ rows, most }: BarsProps): number {
  if (rows.some((row) => row.value < 0)) throw new RangeError("a bar starts at zero: no negative amounts");
  return most ?? (max(rows, (row) => Math.max(row.value, row.target ?? 0)) || 1);
}

/** Rows in the order given; the figure stands in words beside its bar. */
export function Bars(bars: BarsProps): VNode {
  const { say, about, rows, format, heads, heading, children } = bars;
  const end = endOf(bars);
  const figures = { head: heads, rows: rows.map((row) => [row.label, format(row.value)]) };
  return (
    <Frame say={say} about={about} heading={heading} figures={figures} after={children}>
      <ul class="in-bars">
        {rows.map((row) => (
          <li>
            <span>
              {row.href === undefined ? row.label : <Link href={row.href}>{row.label}</Link>}
              {row.note && <span class="in-small"> {row.note}</span>}
            </span>
            <svg aria-hidden="true">
              <rect class="bg" width="100%" height="16" />
              <rect class="fg" width={percentAt(row.value / end)} height="16" />
              {row.target !== undefined && <rect class="mk" x={percentAt(row.target / end)} width="3" height="16" />}
            </svg>
            <span class="in-bars__value">
              <b>{format(row.value)}</b> {row.of && <Certainty say={say} of={row.of} />}
            </span>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

/** The same bars as one drawing, for a file. */
export function BarsSvg(bars: BarsProps): VNode {
  const end = endOf(bars);
  const rows = bars.rows.map((row) => ({ label: `${row.label}: ${bars.format(row.value)}`, note: row.note, bar: row.value / end }));
  return <RowsSvg label={bars.about.label} rows={rows} />;
}
