/** Where something is and where it should be, on one fixed scale. */
import { scaleLinear } from "d3-scale";
import type { VNode } from "preact";
import { EDGE, GAP, INK, INK_2, LINE, PAPER } from "./colour.ts";
import { at } from "./frame.tsx";

export interface DumbbellProps {
  readonly now: number;
  readonly wanted: number;
  /** The fixed ends of the scale, the same for every row: 1 to 5 for levels. */
  readonly domain: readonly [number, number];
  /** “Level now 1.9, level wanted 4”. */
  readonly label: string;
  readonly format?: (value: number) => string;
}

/** The marks of a dumbbell without their frame; `from` and `to` are the ends of the scale in drawing units. */
export function DumbbellMarks({
  now,
  wanted,
  domain,
  format = String,
  from = 14,
  to = 226,
}: DumbbellProps & { readonly from?: number; readonly to?: number }): VNode {
  const x = scaleLinear([...domain], [from, to]).clamp(true);
  return (
    <>
      <path d={`M${from} 12H${to}`} stroke={LINE} stroke-width="2" />
      {x.ticks(4).map((tick) => (
        <>
          <path d={`M${at(x(tick))} 8v8`} stroke={EDGE} />
          <text x={at(x(tick))} y="33" font-size="12" text-anchor="middle" fill={INK_2}>
            {format(tick)}
          </text>
        </>
      ))}
      <path d={`M${at(x(now))} 12H${at(x(wanted))}`} stroke={GAP[3]} stroke-width="6" />
      <circle cx={at(x(now))} cy="12" r="6.5" fill={PAPER} stroke={INK} stroke-width="2.4" />
      <path d={`M${at(x(wanted))} 1v22`} stroke={INK} stroke-width="5" />
    </>
  );
}

/** Ring = now, upright bar = wanted, ochre between. */
export function Dumbbell(props: DumbbellProps): VNode {
  return (
    <svg class="in-dumb" viewBox="0 0 240 36" role="img" aria-label={props.label}>
      <DumbbellMarks {...props} />
    </svg>
  );
}
