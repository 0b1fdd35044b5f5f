/** The year of a plan as a picture: a bar a line over the four quarters, times to avoid shaded behind it. */
import type { VNode } from "preact";
import { addDays, addMonths, daysBetween, type Day } from "#kernel/calendar/day.ts";
import { windowsBetween } from "#kernel/calendar/window.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import { EDGE, INK_2, LAKE, OCHRE, PAPER, REST } from "#platform/ui/charts/colour.ts";
import { Frame, percentAt, type About } from "#platform/ui/charts/frame.tsx";
import { FIELD, RowsSvg } from "#platform/ui/charts/rows-svg.tsx";
import { fiscalYearLabel, formatDate, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { w } from "./words-form.ts";
import { w as lineWords } from "./words-line.ts";

/** What is drawn of a line. */
export interface DrawnLine {
  readonly title: string;
  readonly number: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly places: number;
  readonly done: boolean;
  readonly href: string | null;
  /** What kind of activity it is: lines of one kind with one title share a row. */
  readonly kind: string;
}

export interface YearProps {
  readonly say: Say;
  readonly language: Language;
  readonly pack: Pack;
  readonly fiscalYearStart: Day;
  readonly source: string;
  readonly today: Day;
  readonly svgHref: string;
  readonly lines: readonly DrawnLine[];
}

interface Stretch {
  readonly at: number;
  readonly width: number;
}

type Placed = DrawnLine & { readonly from: Day; readonly to: Day; readonly bar: Stretch };

/** One row of the picture: an activity, with a bar for each time it is held. */
interface Row {
  readonly title: string;
  readonly number: string;
  readonly href: string | null;
  readonly bars: readonly Placed[];
}

const commonStart = (titles: readonly string[]): string => {
  const [first = "", ...others] = titles;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length).replace(/[\s:,–-]+$/u, "");
};

/** The same activity in several places is one row: lines of one kind whose titles begin alike. */
function rowsOf(placed: readonly Placed[]): Row[] {
  return [...Map.groupBy(placed, (line) => line.kind)]
    .flatMap(([, lines]): Row[] => {
      const title = commonStart(lines.map((line) => line.title));
      if (lines.length > 1 && title.length >= 12) return [{ title, number: String(lines.length) + "\u00d7", href: null, bars: lines }];
      return lines.map((line) => ({ title: line.title, number: line.number, href: line.href, bars: [line] }));
    })
    .sort((a, b) => ((a.bars[0]?.from ?? "") < (b.bars[0]?.from ?? "") ? -1 : 1));
}

/** Everything about the year that both drawings need, as shares of its width. */
function yearOf({ pack, fiscalYearStart: start, lines, today }: YearProps) {
  const end = addDays(addMonths(start, 12), -1);
  const days = daysBetween(start, end) + 1;
  const share = (day: Day): number => Math.min(1, Math.max(0, daysBetween(start, day) / days));
  const stretch = (from: Day, to: Day): Stretch => ({ at: share(from), width: Math.max(share(addDays(to, 1)) - share(from), 0.01) });
  const avoid = windowsBetween(pack.calendar, start, end).filter(({ window }) => window.use === "avoid");
  const placed = lines
    .flatMap((line): Placed[] =>
      line.from === null || line.to === null ? [] : [{ ...line, from: line.from, to: line.to, bar: stretch(line.from, line.to) }],
    )
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const quarters = [0, 1, 2, 3].map((index) => ({ number: index + 1, at: share(addMonths(start, index * 3)) }));
  const now = today >= start && today <= end ? share(today) : null;
  return {
    end,
    avoid,
    rows: rowsOf(placed),
    shaded: avoid.map((turn) => stretch(turn.start, turn.end)),
    placed,
    quarters,
    now,
    undated: lines.length - placed.length,
  };
}

/** The drawing’s title, unit, source and sentence. */
export function aboutYear(props: YearProps): About {
  const { say, language, fiscalYearStart: from, source, today, svgHref } = props;
  const { end, placed } = yearOf(props);
  const year = fiscalYearLabel({ from, to: end });
  const perQuarter = [0, 1, 2, 3].map((index) => {
    const first = addMonths(from, index * 3);
    const next = addMonths(from, index * 3 + 3);
    return placed.filter((line) => line.from >= first && line.from < next).length;
  });
  return {
    title: say(w.yearTitle),
    unit: say(w.yearUnit, { year }),
    source: say(w.source, { state: source }),
    date: formatDate(today),
    label: say(w.yearLabel, { lines: formatNumber(placed.length, language), year, most: Math.max(0, ...perQuarter) }),
    svgHref,
  };
}

const colourOf = (line: DrawnLine): string => (line.done ? LAKE : "#2f7c80");

/** One strip: shaded times, quarter lines, today, and the bar of a line. Widths are percents, so that it fits any screen without shrinking its words. */
function Strip({ year, bars }: { readonly year: ReturnType<typeof yearOf>; readonly bars: readonly Placed[] | null }): VNode {
  return (
    <svg aria-hidden="true">
      <rect class="bg" width="100%" height="16" />
      {year.shaded.map((turn) => (
        <rect x={percentAt(turn.at)} width={percentAt(turn.width)} height="16" fill="#c9d3cf" />
      ))}
      {year.quarters.slice(1).map((quarter) => (
        <rect x={percentAt(quarter.at)} width="1" height="16" fill={EDGE} />
      ))}
      {bars === null
        ? year.quarters.map((quarter) => (
            <text x={percentAt(quarter.at + 0.01)} y="12" font-size="11" font-weight="600" fill={INK_2}>
              {quarter.number}
            </text>
          ))
        : bars.map((line) => <rect x={percentAt(line.bar.at)} y="2" width={percentAt(line.bar.width)} height="12" fill={colourOf(line)} />)}
      {year.now !== null && <rect x={percentAt(year.now)} width="2" height="16" fill={OCHRE} />}
    </svg>
  );
}

function daysText(from: Day, to: Day): string {
  return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
}

const rowDays = ({ bars }: Row): string =>
  daysText(
    bars[0]?.from ?? "",
    bars.reduce((last, line) => (line.to > last ? line.to : last), bars[0]?.to ?? ""),
  );

/** The year as rows of bars that fit a phone, each with its dates in words. */
export function YearPicture(props: YearProps & { readonly heading?: 2 | 3 | "none" }): VNode {
  const { say, language, heading } = props;
  const year = yearOf(props);
  const windows = year.avoid.map((turn) => `${say(turn.window.names)} (${formatDate(turn.start)} – ${formatDate(turn.end)})`).join(", ");
  const figures = {
    head: [say(w.event), say(lineWords.when), say(lineWords.places)],
    rows: year.placed.map((line) => [`${line.number} ${line.title}`, daysText(line.from, line.to), formatNumber(line.places, language)]),
  };
  return (
    <Frame
      say={say}
      about={aboutYear(props)}
      heading={heading}
      figures={figures}
      after={
        <>
          {windows !== "" && <p class="in-small">{say(w.avoid, { windows })}</p>}
          {year.undated > 0 && <p class="in-small">{say(w.withoutDays, { count: year.undated })}</p>}
        </>
      }
    >
      <ul class="in-bars">
        <li>
          <span class="in-small">{say(lineWords.quarter)}</span>
          <Strip year={year} bars={null} />
          <span class="in-bars__value in-small">{say(lineWords.when)}</span>
        </li>
        {year.rows.map((row) => (
          <li>
            <span>
              <span class="in-small">{row.number}</span> {row.href === null ? row.title : <Link href={row.href}>{row.title}</Link>}
            </span>
            <Strip year={year} bars={row.bars} />
            <span class="in-bars__value in-small">{rowDays(row)}</span>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

/** The same year as one drawing, for a file. */
export function YearSvg(props: YearProps): VNode {
  const year = yearOf(props);
  const x = (share: number): number => Math.round(share * FIELD * 10) / 10;
  const field = (bars: readonly Placed[] | null): VNode => (
    <>
      <rect width={FIELD} height="20" fill={REST} />
      {year.shaded.map((turn) => (
        <rect x={x(turn.at)} width={x(turn.width)} height="20" fill="#c9d3cf" />
      ))}
      {year.quarters.slice(1).map((quarter) => (
        <rect x={x(quarter.at)} width="1" height="20" fill={PAPER} />
      ))}
      {bars === null
        ? year.quarters.map((quarter) => (
            <text x={x(quarter.at) + 4} y="14" font-size="12" fill={INK_2}>
              {quarter.number}
            </text>
          ))
        : bars.map((line) => <rect x={x(line.bar.at)} y="3" width={Math.max(2, x(line.bar.width))} height="14" fill={colourOf(line)} />)}
      {year.now !== null && <rect x={x(year.now)} width="2" height="20" fill={OCHRE} />}
    </>
  );
  const short = (title: string): string => (title.length > 38 ? `${title.slice(0, 37)}…` : title);
  const rows = [
    { label: props.say(lineWords.quarter), marks: field(null) },
    ...year.rows.map((row) => ({ label: short(`${row.number} ${row.title}`), note: rowDays(row), marks: field(row.bars) })),
  ];
  return <RowsSvg label={aboutYear(props).label} rows={rows} />;
}
