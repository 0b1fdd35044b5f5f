/** Rows with words on the left and a bar or other marks on the right, as one drawing for a file. */
import type { VNode } from "preact";
import { INK, INK_2, LAKE, REST } from "./colour.ts";
import { at } from "./frame.tsx";

export interface DrawnRow {
  readonly label: string;
  readonly note?: string;
  /** Length of a bar as a share of the widest, 0 to 1. */
  readonly bar?: number;
  /** Other marks, drawn on a field of `FIELD` units by 20. */
  readonly marks?: VNode;
}

/** Width of the drawing field on the right, in units. */
export const FIELD = 340;
const LEFT = 288;
const ROW = 46;

/** Words left, drawing right; `scale` is drawn beneath. */
export function RowsSvg({
  label,
  rows,
  scale,
}: {
  readonly label: string;
  readonly rows: readonly DrawnRow[];
  readonly scale?: VNode;
}): VNode {
  return (
    <svg viewBox={`0 0 640 ${rows.length * ROW + (scale ? 24 : 4)}`} role="img" aria-label={label}>
      {rows.map((row, index) => (
        <g transform={`translate(0 ${index * ROW})`}>
          <text x="8" y={row.note ? 18 : 25} font-size="14" font-weight="600" fill={INK}>
            {row.label}
          </text>
          {row.note && (
            <text x="8" y="35" font-size="12" fill={INK_2}>
              {row.note}
            </text>
          )}
          <g transform={`translate(${LEFT} 10)`}>
            {row.bar !== undefined && (
              <>
                <path d={`M0 0h${FIELD}v20H0z`} fill={REST} />
                <path d={`M0 0h${at(row.bar * FIELD)}v20H0z`} fill={LAKE} />
              </>
            )}
            {row.marks}
          </g>
        </g>
      ))}
      {scale && <g transform={`translate(${LEFT} ${rows.length * ROW + 12})`}>{scale}</g>}
    </svg>
  );
}
