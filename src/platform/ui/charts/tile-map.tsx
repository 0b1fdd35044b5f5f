/** Areas as equal tiles near where they lie: a list of links laid on a grid, with the figure on every tile. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { safeHref } from "#platform/ui/link.tsx";
import { classes } from "#platform/ui/markup.ts";
import { AMOUNT, type Breaks, EDGE, INK, INK_2, inkOn, stepOf } from "./colour.ts";
import { type About, type Figures, Frame } from "./frame.tsx";

export interface Tile {
  /** Three letters, shown on phones. */
  readonly code: string;
  readonly name: string;
  /** From 1, at most 12. */
  readonly column: number;
  readonly row: number;
  /** `null` when there is no figure, or it is hidden. */
  readonly value: number | null;
  /** Instead of the figure: `<5`, “–”. */
  readonly text?: string;
  readonly href?: string;
  /** A black outline, explained by `outlineNote`. */
  readonly outlined?: boolean;
}

export interface TileMapProps {
  readonly say: Say;
  readonly about: About;
  readonly tiles: readonly Tile[];
  readonly breaks: Breaks;
  /** The five steps in words, lightest first, under their title. */
  readonly steps: readonly [string, string, string, string, string];
  readonly keyTitle: string;
  /** The free corner that holds the key: its first column and row; it takes three by two. Beneath the map when absent. */
  readonly keyAt?: { readonly column: number; readonly row: number };
  readonly outlineNote?: string;
  /** What the map leaves out, in one sentence. */
  readonly note?: string;
  /** More than one figure an area behind the map; without it the table says what the tiles say. */
  readonly figures?: Figures;
  readonly format: (value: number) => string;
  /** Heads of the table: area, figure. */
  readonly heads: readonly [string, string];
  readonly heading?: 2 | 3 | 4 | "none";
}

function figureOf(tile: Tile, format: (value: number) => string): string {
  return tile.text ?? (tile.value === null ? "–" : format(tile.value));
}

function TileLink({ tile, map }: { readonly tile: Tile; readonly map: TileMapProps }): VNode {
  const step = tile.value === null ? undefined : stepOf(tile.value, map.breaks);
  const content = (
    <>
      <span class="in-ab" aria-hidden="true">
        {tile.code}
      </span>
      <span class="in-tile__name">{tile.name}</span> <b>{figureOf(tile, map.format)}</b>
    </>
  );
  const className = classes(
    `in-tile in-gc${tile.column} in-gr${tile.row}`,
    step === undefined ? "in-hs" : `in-a${step}`,
    tile.outlined && "in-tile--outlined",
  );
  if (tile.href === undefined) return <span class={className}>{content}</span>;
  return (
    <a class={className} href={safeHref(tile.href)}>
      {content}
    </a>
  );
}

function TileKey({ map }: { readonly map: TileMapProps }): VNode {
  const place = map.keyAt && `in-tiles__key--placed in-gc${map.keyAt.column} in-gr${map.keyAt.row}`;
  return (
    <div class={classes("in-tiles__key", place)} aria-hidden="true">
      <b>{map.keyTitle}</b>
      {map.steps.map((step, index) => (
        <span>
          <i class={`in-sw in-a${index}`} />
          {step}
        </span>
      ))}
    </div>
  );
}

/** The map as a list in reading order. Names at 48 em and wider, codes on phones, always the figure. */
export function TileMap(map: TileMapProps): VNode {
  const { say, about, tiles, outlineNote, note, heads, format } = map;
  const columns = Math.max(...tiles.map((tile) => tile.column));
  const inOrder = tiles.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const byName = tiles.toSorted((a, b) => a.name.localeCompare(b.name));
  const figures = map.figures ?? { head: heads, rows: byName.map((tile) => [tile.name, figureOf(tile, format)]) };
  const after = [outlineNote, note].flatMap((text) => (text === undefined ? [] : [<p class="in-small">{text}</p>]));
  return (
    <Frame say={say} about={about} heading={map.heading} plain figures={figures} after={after.length > 0 && after}>
      <div class={`in-tiles in-n${columns}`}>
        <ol aria-label={about.label}>
          {inOrder.map((tile) => (
            <li>
              <TileLink tile={tile} map={map} />
            </li>
          ))}
        </ol>
        <TileKey map={map} />
      </div>
    </Frame>
  );
}

const SIDE = 84;

/** The same map as one drawing, for a file. */
export function TileMapSvg({ about, tiles, breaks, steps, keyTitle, keyAt, format }: TileMapProps): VNode {
  const columns = Math.max(...tiles.map((tile) => tile.column));
  const rows = Math.max(...tiles.map((tile) => tile.row));
  const height = rows * SIDE + (keyAt ? 8 : 140);
  const corner = keyAt ? { x: (keyAt.column - 1) * SIDE + 16, y: (keyAt.row - 1) * SIDE + 28 } : { x: 8, y: rows * SIDE + 22 };
  return (
    <svg viewBox={`0 0 ${columns * SIDE} ${height}`} role="img" aria-label={about.label}>
      {tiles.map((tile) => {
        const step = tile.value === null ? 0 : stepOf(tile.value, breaks);
        const edge = tile.outlined ? INK : step === 0 ? EDGE : undefined;
        return (
          <g transform={`translate(${(tile.column - 1) * SIDE} ${(tile.row - 1) * SIDE})`}>
            <path d={`M2 2h${SIDE - 4}v${SIDE - 4}H2z`} fill={AMOUNT[step]} stroke={edge} stroke-width={tile.outlined ? 3 : 1} />
            <text x={SIDE / 2} y="38" font-size="12" text-anchor="middle" fill={inkOn(step)}>
              {tile.name}
            </text>
            <text x={SIDE / 2} y="60" font-size="19" font-weight="700" text-anchor="middle" fill={inkOn(step)}>
              {figureOf(tile, format)}
            </text>
          </g>
        );
      })}
      <text x={corner.x} y={corner.y} font-size="13" font-weight="700" fill={INK}>
        {keyTitle}
      </text>
      {steps.map((step, index) => (
        <g transform={`translate(${corner.x} ${corner.y + 8 + index * 20})`}>
          <path d="M0 0h14v14H0z" fill={AMOUNT[index]} stroke={EDGE} />
          <text x="22" y="12" font-size="13" fill={INK_2}>
            {step}
          </text>
        </g>
      ))}
    </svg>
  );
}
