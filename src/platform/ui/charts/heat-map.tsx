/** A table that is the picture: a figure in every cell, darker where the distance is larger. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/link.tsx";
import { Key } from "#platform/ui/marks.tsx";
import { classes } from "#platform/ui/markup.ts";
import { w } from "#platform/ui/words.ts";
import { type Breaks, EDGE, INK, INK_2, inkOn, LINE, PAPER, RAMP, type Ramp, stepOf } from "./colour.ts";
import { type About, at, Frame, TextLines, wrapped } from "./frame.tsx";

/** One cell. `suppressed`: too few answers to show, or with `protects` enough, but hidden so that such a cell cannot be worked out; `absent`: not asked. */
export type HeatCell =
  | { readonly kind: "value"; readonly value: number; readonly href?: string; readonly corner?: boolean }
  | { readonly kind: "suppressed"; readonly protects?: boolean }
  | { readonly kind: "absent" };

export interface HeatColumn {
  readonly head: string;
  /** At most five letters or so, for phones. */
  readonly short: string;
  /** A small figure beneath the head, such as the number of people. */
  readonly note?: string;
}

export interface HeatRow {
  readonly head: string;
  readonly href?: string;
  readonly cells: readonly HeatCell[];
}

export interface HeatMapProps {
  readonly say: Say;
  readonly about: About;
  /** Over the row heads. */
  readonly rowsHead: string;
  /** Two to ten; a phone shows them in one line. */
  readonly columns: readonly HeatColumn[];
  readonly rows: readonly HeatRow[];
  readonly breaks: Breaks;
  readonly ramp?: Ramp;
  /** The five steps in words, lightest first. */
  readonly steps: readonly [string, string, string, string, string];
  /** What a cut corner means; without it no corner is drawn. */
  readonly corner?: string;
  /** Cells with fewer answers than this are hidden. */
  readonly floor: number;
  /** What a dash means, “not asked” when absent. */
  readonly absent?: string;
  readonly format: (value: number) => string;
  readonly heading?: 2 | 3 | 4 | "none";
  readonly links?: VNode;
}

/** What stands in a cell that is hidden to protect another; a star that every font has. */
export const PROTECTS = "*";

function Cell({ cell, map }: { readonly cell: HeatCell; readonly map: HeatMapProps }): VNode {
  const { say, breaks, corner, floor, format, absent } = map;
  if (cell.kind === "absent") {
    return (
      <td class="in-hn" role="cell">
        –<span class="govuk-visually-hidden"> {absent ?? say(w.notAsked)}</span>
      </td>
    );
  }
  if (cell.kind === "suppressed") {
    return (
      <td class={cell.protects ? "in-hp" : "in-hs"} role="cell">
        <span aria-hidden="true">{cell.protects ? PROTECTS : `<${floor}`}</span>
        <span class="govuk-visually-hidden">{cell.protects ? say(w.protects) : say(w.hidden, { floor })}</span>
      </td>
    );
  }
  const cut = cell.corner && corner !== undefined;
  const ramp = map.ramp === "amount" ? "in-a" : "in-h";
  const text = (
    <>
      {format(cell.value)}
      {cut && <span class="govuk-visually-hidden">, {corner}</span>}
    </>
  );
  return (
    <td class={classes(`${ramp}${stepOf(cell.value, breaks)}`, cut && "in-hx")} role="cell">
      {cell.href === undefined ? <span>{text}</span> : <Link href={cell.href}>{text}</Link>}
    </td>
  );
}

/** What the key must say of hidden cells: each mark that stands in one, with its words. */
function hiddenKeys({ say, rows, floor }: HeatMapProps): { readonly kind: string; readonly mark: string; readonly words: string }[] {
  const has = (protects: boolean): boolean =>
    rows.some((row) => row.cells.some((cell) => cell.kind === "suppressed" && (cell.protects ?? false) === protects));
  return [
    ...(has(false) ? [{ kind: "in-hs", mark: `<${floor}`, words: say(w.hidden, { floor }) }] : []),
    ...(has(true) ? [{ kind: "in-hp", mark: PROTECTS, words: say(w.protects) }] : []),
  ];
}

function HeatKey({ map }: { readonly map: HeatMapProps }): VNode {
  const { steps, corner, ramp } = map;
  return (
    <Key>
      {steps.map((step, index) => (
        <span>
          <i class={`in-sw ${ramp === "amount" ? "in-a" : "in-h"}${index}`} />
          {step}
        </span>
      ))}
      {corner !== undefined && (
        <span>
          <i class="in-sw in-hx" />
          {corner}
        </span>
      )}
      {hiddenKeys(map).map(({ kind, mark, words }) => (
        <span>
          <i class={`in-sw ${kind}`} />
          {mark} {words}
        </span>
      ))}
    </Key>
  );
}

function Heads({ map }: { readonly map: HeatMapProps }): VNode {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">
          {map.rowsHead}
        </th>
        {map.columns.map((column) => (
          <th scope="col" role="columnheader">
            <span class="in-ab" aria-hidden="true">
              {column.short}
            </span>
            <span class="in-fu">
              {column.head}
              {column.note !== undefined && <span class="in-small"> {column.note}</span>}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Rows by columns. On a phone each row's name stands above its cells and the short heads stay in view. */
export function HeatMap(map: HeatMapProps): VNode {
  const { say, about, columns, rows } = map;
  return (
    <Frame say={say} about={about} heading={map.heading} links={map.links}>
      <HeatKey map={map} />
      <table class={`in-heat in-n${columns.length}`} role="table">
        <caption class="govuk-visually-hidden">{about.label}</caption>
        <Heads map={map} />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                {row.href === undefined ? row.head : <Link href={row.href}>{row.head}</Link>}
              </th>
              {row.cells.map((cell) => (
                <Cell cell={cell} map={map} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

const LEFT = 200;
const CELL = { width: 80, height: 32 };

/** The cell's drawing; a hatch of four strokes stands for “hidden”, a crossed one for “hidden to protect another”. */
function CellSvg({
  cell,
  map,
  x,
  y,
}: {
  readonly cell: HeatCell;
  readonly map: HeatMapProps;
  readonly x: number;
  readonly y: number;
}): VNode {
  const { width, height } = CELL;
  const centre = { x: x + (width - 3) / 2, y: y + 20 };
  if (cell.kind !== "value") {
    const hatch = "m2 27 22-22m-6 22 22-22m-6 22 22-22m-6 22 14-14";
    const crossed = "m2 5 22 22m-6-22 22 22m-6-22 22 22m-6-22 14 14";
    const protects = cell.kind === "suppressed" && cell.protects === true;
    return (
      <g>
        {cell.kind === "suppressed" && <path d={`M${x} ${y}${hatch}`} stroke={LINE} fill="none" />}
        {protects && <path d={`M${x} ${y}${crossed}`} stroke={LINE} fill="none" />}
        <text x={centre.x} y={centre.y} font-size="13" text-anchor="middle" fill={INK_2}>
          {protects ? PROTECTS : cell.kind === "suppressed" ? `<${map.floor}` : "–"}
        </text>
      </g>
    );
  }
  const step = stepOf(cell.value, map.breaks);
  return (
    <g>
      <path
        d={`M${x} ${y}h${width - 3}v${height - 3}h${3 - width}z`}
        fill={RAMP[map.ramp ?? "gap"][step]}
        stroke={map.ramp === "amount" && step === 0 ? EDGE : undefined}
      />
      {cell.corner && map.corner !== undefined && <path d={`M${x + width - 15} ${y}h12v12z`} fill={step >= 3 ? PAPER : INK} />}
      <text x={centre.x} y={centre.y} font-size="14" font-weight="600" text-anchor="middle" fill={inkOn(step)}>
        {map.format(cell.value)}
      </text>
    </g>
  );
}

/** The key beneath the drawing, `width` units wide: the steps, then what a cut corner and the hatches mean. */
function SvgKey({ map, width, y }: { readonly map: HeatMapProps; readonly width: number; readonly y: number }): VNode {
  const { steps, ramp, corner } = map;
  const part = (width - 8) / 5;
  const second = corner === undefined ? 44 : 62;
  return (
    <g transform={`translate(8 ${y})`} font-size="12" fill={INK_2}>
      {steps.map((step, index) => (
        <>
          <path d={`M${at(index * part)} 10h14v14h-14z`} fill={RAMP[ramp ?? "gap"][index]} stroke={EDGE} />
          <text x={at(20 + index * part)} y="22">
            {step}
          </text>
        </>
      ))}
      {corner !== undefined && (
        <>
          <path d="M2 34h12v12z" fill={INK} />
          <text x="20" y="44">
            {corner}
          </text>
        </>
      )}
      {hiddenKeys(map).map(({ mark, words }, index) => (
        <text y={second + index * 18}>
          {mark} {words}
        </text>
      ))}
    </g>
  );
}

/** The same heat-map as one drawing, for a file. */
export function HeatMapSvg(map: HeatMapProps): VNode {
  const heads = map.columns.map((column) => wrapped(column.head, 11));
  const top = 14 + Math.max(...heads.map((lines) => lines.length)) * 15;
  const width = LEFT + map.columns.length * CELL.width;
  const foot = top + map.rows.length * CELL.height;
  const notes = Number(map.corner !== undefined) + hiddenKeys(map).length;
  return (
    <svg viewBox={`0 0 ${width} ${foot + 34 + notes * 18}`} role="img" aria-label={map.about.label}>
      {heads.map((lines, index) => (
        <TextLines
          lines={lines}
          x={LEFT + (index + 0.5) * CELL.width}
          y={top - 8 - (lines.length - 1) * 15}
          size={12}
          weight={600}
          anchor="middle"
        />
      ))}
      {map.rows.map((row, line) => (
        <g>
          <text x="8" y={top + line * CELL.height + 20} font-size="13" font-weight="600" fill={INK}>
            {row.head}
          </text>
          {row.cells.map((cell, index) => (
            <CellSvg cell={cell} map={map} x={LEFT + index * CELL.width} y={top + line * CELL.height} />
          ))}
        </g>
      ))}
      <SvgKey map={map} width={width} y={foot} />
    </svg>
  );
}
