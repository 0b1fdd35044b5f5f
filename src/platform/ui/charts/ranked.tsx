/** A ranked list: place, name, whom it concerns, how far it moves under other weights, what is done about it, and a dumbbell. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/link.tsx";
import { Key, Mark, type MarkName, StatusTag, type Tone } from "#platform/ui/marks.tsx";
import type { Content } from "#platform/ui/markup.ts";
import { w } from "#platform/ui/words.ts";
import { INK, INK_2, LINE } from "./colour.ts";
import { Dumbbell, DumbbellMarks } from "./dumbbell.tsx";
import { type About, Frame, TextLines, wrapped } from "./frame.tsx";

export interface RankedItem {
  readonly title: string;
  readonly href?: string;
  /** Whom, how many answers, “Place 1 to 2”. */
  readonly detail: string;
  readonly tag?: { readonly tone: Tone; readonly text: string; readonly mark?: MarkName };
  readonly now: number;
  readonly wanted: number;
  /** The dumbbell in one sentence. */
  readonly label: string;
}

export interface RankedProps {
  readonly say: Say;
  readonly about: About;
  readonly items: readonly RankedItem[];
  readonly domain: readonly [number, number];
  /** The place of the first item; 1 unless the list is a later page. */
  readonly first?: number;
  /** Words of the key: “level now”, “level wanted”. */
  readonly nowWord?: string;
  readonly wantedWord?: string;
  readonly format?: (value: number) => string;
  readonly heading?: 2 | 3 | 4 | "none";
  readonly links?: Content;
}

/** The list as HTML; each dumbbell stands on the same scale. */
export function Ranked(props: RankedProps): VNode {
  const { say, about, items, domain, first = 1, format, heading = 3, links } = props;
  const Title = (heading === "none" ? "h3" : `h${heading + 1}`) as "h3";
  return (
    <Frame say={say} about={about} heading={heading} plain links={links}>
      <Key>
        <span>
          <Mark name="info" /> {props.nowWord ?? say(w.now)}
        </span>
        <span>
          <Mark name="bar" /> {props.wantedWord ?? say(w.wanted)}
        </span>
      </Key>
      <ol class="in-rank" start={first}>
        {items.map((item, index) => (
          <li>
            <span class="in-rank__n">{first + index}</span>
            <div class="in-rank__text">
              <Title>{item.href === undefined ? item.title : <Link href={item.href}>{item.title}</Link>}</Title>
              <p class="in-small">{item.detail}</p>
              {item.tag && (
                <p class="in-tagrow">
                  <StatusTag tone={item.tag.tone} mark={item.tag.mark}>
                    {item.tag.text}
                  </StatusTag>
                </p>
              )}
            </div>
            <Dumbbell now={item.now} wanted={item.wanted} domain={domain} label={item.label} format={format} />
          </li>
        ))}
      </ol>
    </Frame>
  );
}

/** The same list as one drawing, for a file. */
export function RankedSvg({ about, items, domain, first = 1, format }: RankedProps): VNode {
  const rowHeight = 56;
  return (
    <svg viewBox={`0 0 640 ${items.length * rowHeight}`} role="img" aria-label={about.label}>
      {items.map((item, index) => (
        <g transform={`translate(0 ${index * rowHeight})`}>
          <path d="M8 0h624" stroke={LINE} />
          <text x="8" y="28" font-size="22" font-weight="800" fill={INK}>
            {first + index}
          </text>
          <TextLines lines={wrapped(item.title, 48).slice(0, 2)} x={48} y={19} size={14} weight={700} />
          <text x="48" y={wrapped(item.title, 48).length > 1 ? 53 : 37} font-size="11" fill={INK_2}>
            {item.detail}
          </text>
          <g transform="translate(396 8)">
            <DumbbellMarks now={item.now} wanted={item.wanted} domain={domain} label={item.label} format={format} />
          </g>
        </g>
      ))}
    </svg>
  );
}
