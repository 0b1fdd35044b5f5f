/** The frame every drawing shares: title, unit, source, date, the same as a table, and the drawing as a file. */
import type { VNode } from "preact";
import { render } from "preact-render-to-string";
import type { Say } from "#platform/i18n/text.ts";
import { Details } from "#platform/ui/content.tsx";
import { Link } from "#platform/ui/link.tsx";
import { type Content, idOf, present } from "#platform/ui/markup.ts";
import { Table } from "#platform/ui/tables.tsx";
import { w } from "#platform/ui/words.ts";
import { type MarkName, MARKS } from "#platform/ui/marks.tsx";
import { INK, INK_2, LAKE, PAPER } from "./colour.ts";

/** What a reader must know to read a drawing. */
export interface About {
  /** The finding or the question. */
  readonly title: string;
  /** What is counted, in which unit, over whom and when. */
  readonly unit: string;
  readonly source: string;
  /** Formatted: of the latest observation. */
  readonly date: string;
  /** The drawing in one sentence, for those who do not see it. */
  readonly label: string;
  /** A page or file with the same figures; without it the table folds out beneath the drawing. */
  readonly tableHref?: string;
  /** The drawing as a file: what can be seen can be taken along. */
  readonly svgHref: string;
}

/** The same figures as a table: formatted, first column naming the row. */
export interface Figures {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface FrameProps {
  readonly say: Say;
  readonly about: About;
  /** Heading level of the title; `none` when the section's title says the same. */
  readonly heading?: 2 | 3 | 4 | "none";
  readonly figures?: Figures;
  readonly plain?: boolean;
  /** Beneath the drawing: a key, a sentence on what else changed. */
  readonly after?: Content;
  /** Further links beside “the same as a table”. */
  readonly links?: Content;
  readonly children: Content;
}

/** Title, unit, drawing, what it means, where it comes from, and the figures. */
export function Frame({ say, about, heading = 3, figures, plain, after, links, children }: FrameProps): VNode {
  const Heading = `h${heading === "none" ? 3 : heading}` as "h3";
  const id = idOf("chart", about.title);
  return (
    <figure
      class={plain ? "in-chart" : "in-chart in-card"}
      aria-labelledby={heading === "none" ? undefined : id}
      aria-label={heading === "none" ? about.title : undefined}
    >
      {heading !== "none" && (
        <Heading class="in-chart__title" id={id}>
          {about.title}
        </Heading>
      )}
      <p class="in-small in-chart__unit">{about.unit}</p>
      {children}
      {present(after) && <div class="in-chart__after">{after}</div>}
      {figures && about.tableHref === undefined && <FigureTable say={say} about={about} figures={figures} />}
      <p class="in-more in-small">
        <span>{say(w.source, { source: about.source, date: about.date })}</span>
        {about.tableHref !== undefined && <Link href={about.tableHref}>{say(w.sameAsTable)}</Link>}
        <Link href={about.svgHref}>{say(w.asDrawing)}</Link>
        {links}
      </p>
    </figure>
  );
}

function FigureTable({ say, about, figures }: { readonly say: Say; readonly about: About; readonly figures: Figures }): VNode {
  return (
    <Details summary={say(w.sameAsTable)}>
      <Table
        caption={<span class="govuk-visually-hidden">{about.title}</span>}
        head={figures.head.map((text, index) => ({ text, numeric: index > 0 }))}
        rows={figures.rows.map((row) => row.map((text, index) => ({ text, numeric: index > 0 })))}
        firstCellIsHeader
      />
    </Details>
  );
}

/** A position rounded to a tenth, so that drawings stay light. */
export function at(position: number): number {
  return Math.round(position * 10) / 10;
}

/** A share from 0 to 1 as an SVG percentage. */
export function percentAt(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

const FONT = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';

/** Breaks a text into lines of at most `length` characters, at spaces; a longer word stays whole. */
export function wrapped(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Lines of text in a drawing. `x` and `y` are of the first line's base. */
export function TextLines({
  lines,
  x,
  y,
  size,
  weight,
  fill = INK,
  anchor,
}: {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
}): VNode {
  return (
    <text font-size={size} font-weight={weight} fill={fill} text-anchor={anchor}>
      {lines.map((line, index) => (
        <tspan x={at(x)} y={at(y + index * size * 1.25)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/**
 * A drawing as a file that stands alone: its colours are its own, and title, unit, source and date are on it.
 * `drawing` must render to one `<svg>` with a `viewBox`; throws `TypeError` when it does not.
 */
export function svgFile(say: Say, about: Omit<About, "svgHref">, drawing: VNode): string {
  const inner = render(drawing);
  const box = /^<svg[^>]*\sviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(inner);
  if (box === null) throw new TypeError("the drawing is not one svg with a viewBox");
  const width = Number(box[1]);
  const height = Number(box[2]);
  const scale = width / 640;
  const perLine = 62;
  const title = wrapped(about.title, perLine);
  const unit = wrapped(about.unit, Math.round(perLine * 1.35));
  const top = (title.length * 25 + unit.length * 19 + 18) * scale;
  const total = at(top + height + 34 * scale);
  const head = render(
    <>
      <rect width="100%" height="100%" fill={PAPER} />
      <TextLines lines={title} x={8 * scale} y={24 * scale} size={20 * scale} weight={700} />
      <TextLines lines={unit} x={8 * scale} y={(24 + title.length * 25) * scale} size={15 * scale} fill={INK_2} />
      <TextLines
        lines={[say(w.source, { source: about.source, date: about.date })]}
        x={8 * scale}
        y={total - 10 * scale}
        size={13 * scale}
        fill={INK_2}
      />
    </>,
  );
  const nested = inner.replace(/^<svg/, `<svg x="0" y="${at(top)}" width="${width}" height="${height}"`);
  const label = render(<title>{about.label}</title>);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${total}" width="${Math.round(width / scale)}" height="${Math.round(total / scale)}" font-family='${FONT}' role="img">${label}${head}${nested}</svg>\n`;
}

/** A mark inside a drawing, centred on `x`, `y`, in the brand's colour so that it also stands in a file. */
export function MarkAt({
  name,
  x,
  y,
  size,
}: {
  readonly name: MarkName;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}): VNode {
  // `color` is a presentation attribute of SVG that the element types leave out.
  const tint: object = { color: LAKE };
  return (
    <g transform={`translate(${at(x - size / 2)} ${at(y - size / 2)}) scale(${at(size * 5) / 100})`} {...tint}>
      {MARKS[name]}
    </g>
  );
}
