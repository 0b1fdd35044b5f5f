/** How far apart units are: one stroke each, a tint for the middle half, an upright bar for the middle. */
import { quantileSorted } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Key, Mark } from "#platform/ui/marks.tsx";
import { AMOUNT, INK, INK_2, LAKE, OCHRE, REST } from "./colour.ts";
import { type About, at, Frame, percentAt } from "./frame.tsx";
import { FIELD, RowsSvg } from "./rows-svg.tsx";

export interface StripRow {
  readonly label: string;
  /** One value a unit; no unit is named. */
  readonly values: readonly number[];
  /** The reader's own unit, the only one that may be named. */
  readonly own?: { readonly value: number; readonly label: string };
}

export interface StripProps {
  readonly say: Say;
  readonly about: About;
  readonly rows: readonly StripRow[];
  /** The ends of the scale, the same for all rows. */
  readonly domain: readonly [number, number];
  /** Words beneath the scale: at its start, middle and end. */
  readonly scale: readonly [string, string, string];
  readonly format: (value: number) => string;
  /** Key: “middle district”, “middle half”. */
  readonly words: { readonly median: string; readonly half: string };
  /** A row in one sentence, for those who do not see it. */
  readonly rowLabel: (row: { readonly label: string; readonly median: string; readonly low: string; readonly high: string }) => string;
  readonly heading?: 2 | 3 | 4 | "none";
}

/** Quartiles by linear interpolation (Hyndman and Fan's type 7). Throws `RangeError` on an empty row: show an empty state instead. */
export function quartiles(values: readonly number[]): { readonly low: number; readonly median: number; readonly high: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, median, high] = [0.25, 0.5, 0.75].map((p) => quantileSorted(sorted, p));
  if (low === undefined || median === undefined || high === undefined) throw new RangeError("no values to draw");
  return { low, median, high };
}

function StripLine({ row, strip }: { readonly row: StripRow; readonly strip: StripProps }): VNode {
  const { low, median, high } = quartiles(row.values);
  const x = scaleLinear([...strip.domain], [0.005, 0.985]).clamp(true);
  const { format } = strip;
  const label = strip.rowLabel({ label: row.label, median: format(median), low: format(low), high: format(high) });
  return (
    <svg class="in-strip" role="img" aria-label={row.own ? `${label} ${row.own.label}` : label}>
      <rect y="10" width="100%" height="22" fill="#f1f5f3" />
      <rect x={percentAt(x(low))} y="10" width={percentAt(x(high) - x(low))} height="22" fill={AMOUNT[1]} />
      {row.values.map((value) => (
        <rect x={percentAt(x(value))} y="14" width="2" height="14" fill={LAKE} opacity=".7" />
      ))}
      <rect x={percentAt(x(median))} y="5" width="5" height="32" fill={INK} />
      {row.own && <circle cx={percentAt(x(row.own.value))} cy="21" r="6" fill="#fff" stroke={OCHRE} stroke-width="3" />}
    </svg>
  );
}

/** Strips on one scale. */
export function Strip(strip: StripProps): VNode {
  const { say, about, rows, scale, format, words, heading } = strip;
  const own = rows.find((row) => row.own)?.own;
  const figures = {
    head: ["", words.median, words.half],
    rows: rows.map((row) => {
      const { low, median, high } = quartiles(row.values);
      return [row.label, format(median), `${format(low)}–${format(high)}`];
    }),
  };
  return (
    <Frame say={say} about={about} heading={heading} figures={figures}>
      <ul class="in-strips">
        {rows.map((row) => (
          <li>
            <span class="in-small">{row.label}</span>
            <StripLine row={row} strip={strip} />
          </li>
        ))}
      </ul>
      <div class="in-scale" aria-hidden="true">
        {scale.map((word) => (
          <span>{word}</span>
        ))}
      </div>
      <Key>
        <span>
          <Mark name="bar" /> {words.median}
        </span>
        <span>
          <i class="in-sw in-a1" /> {words.half}
        </span>
        {own && (
          <span>
            <i class="in-sw in-sw--own" /> {own.label}
          </span>
        )}
      </Key>
    </Frame>
  );
}

/** The same strips as one drawing, for a file; nobody's own unit is on it. */
export function StripSvg({ about, rows, domain, scale }: StripProps): VNode {
  const x = scaleLinear([...domain], [2, FIELD - 2]).clamp(true);
  const drawn = rows.map((row) => {
    const { low, median, high } = quartiles(row.values);
    const marks = (
      <>
        <path d={`M0 0h${FIELD}v20H0z`} fill={REST} />
        <path d={`M${at(x(low))} 0H${at(x(high))}v20H${at(x(low))}z`} fill={AMOUNT[1]} />
        <path d={row.values.map((value) => `M${at(x(value))} 3v14`).join("")} stroke={LAKE} stroke-width="2" opacity=".7" />
        <path d={`M${at(x(median))}-4v28`} stroke={INK} stroke-width="5" />
      </>
    );
    return { label: row.label, marks };
  });
  const words = scale.map((word, index) => (
    <text x={(index * FIELD) / 2} font-size="12" fill={INK_2} text-anchor={(["start", "middle", "end"] as const)[index]}>
      {word}
    </text>
  ));
  return <RowsSvg label={about.label} rows={drawn} scale={<>{words}</>} />;
}
