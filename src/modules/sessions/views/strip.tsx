/** The calendar as a drawing: one line a session, a bar as long as it lasts, days without work shaded, today as a line. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { addDays, daysBetween, type Day } from "#kernel/calendar/day.ts";
import type { About } from "#platform/ui/charts/frame.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { paths } from "../paths.ts";
import type { SessionRow } from "../queries.ts";
import { w } from "../words-pages.ts";

export interface StripProps {
  readonly shell: Shell;
  readonly rows: readonly SessionRow[];
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  /** Days of the period on which offices do not work. */
  readonly holidays: readonly Day[];
}

/** What a reader must know to read it. */
export function aboutStrip({ shell, rows, from, to, today }: StripProps): Omit<About, "svgHref"> {
  const { say, pack } = shell;
  const values = { count: rows.length, from: formatDate(from), to: formatDate(to) };
  return {
    title: say(w.strip),
    unit: say(w.calendarLead, values),
    source: pack.association.code,
    date: formatDate(today),
    label: say(w.calendarLead, values),
  };
}

const WIDTH = 960;
const ROW = 34;
const HEAD = 22;
const LABEL = 300;
/** Signs of a line of a title; the size of the letters is given, not measured. */
const LINE = 46;
const RIGHT = 30;

/** A title in two lines at most, broken between words; a longer one is cut, and stands whole in the list beneath the drawing. */
function linesOf(title: string): readonly string[] {
  if (title.length <= LINE) return [title];
  const at = title.lastIndexOf(" ", LINE);
  const rest = title.slice(at < 0 ? LINE : at + 1);
  return [title.slice(0, at < 0 ? LINE : at), rest.length > LINE ? `${rest.slice(0, LINE - 1)}…` : rest];
}

function Bar({
  row,
  x,
  y,
  from,
  to,
}: {
  readonly row: SessionRow;
  readonly x: (day: Day) => number;
  readonly y: number;
  readonly from: Day;
  readonly to: Day;
}): VNode {
  const begin = row.from < from ? from : row.from;
  const end = row.to > to ? to : row.to;
  const gone = row.state === "cancelled";
  const lines = linesOf(row.title);
  return (
    <a href={paths.session(row.id)}>
      <text y={lines.length === 1 ? y + 21 : y + 14} fill="#1b2422" text-decoration={gone ? "line-through" : undefined}>
        {lines.map((line, index) => (
          <tspan x={0} dy={index === 0 ? 0 : 14}>
            {line}
          </tspan>
        ))}
      </text>
      <rect
        x={x(begin)}
        y={y + 9}
        width={Math.max(4, x(addDays(end, 1)) - x(begin))}
        height={ROW - 18}
        rx="2"
        fill={gone ? "none" : row.state === "planned" ? "#9cc3bb" : "#0b6b5c"}
        stroke={gone ? "#6b7672" : "none"}
      />
    </a>
  );
}

/** The drawing; planned sessions are pale, cancelled ones only an outline. */
export function StripSvg({ shell, rows, from, to, today, holidays }: StripProps): VNode {
  const days = daysBetween(from, to) + 1;
  const step = (WIDTH - LABEL) / days;
  const x = (day: Day): number => Math.round((LABEL + Math.max(0, Math.min(days, daysBetween(from, day))) * step) * 10) / 10;
  const height = HEAD + rows.length * ROW + 4;
  const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, index) => addDays(from, index * 7));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} role="img" aria-label={shell.say(w.strip)} font-size="12">
      {holidays.map((day) => (
        <rect x={x(day)} y={HEAD} width={step} height={height - HEAD} fill="#e6ebe9" />
      ))}
      {weeks.map((day) => (
        <>
          <line x1={x(day)} x2={x(day)} y1={HEAD - 4} y2={height} stroke="#c9d1ce" />
          {x(day) < WIDTH - RIGHT && (
            <text x={x(day) + 3} y={14} fill="#45514d">
              {formatDate(day).slice(0, 5)}
            </text>
          )}
        </>
      ))}
      {today >= from && today <= to && (
        <line x1={x(today) + step / 2} x2={x(today) + step / 2} y1={HEAD - 4} y2={height} stroke="#a3321f" stroke-width="2" />
      )}
      {rows.map((row, index) => (
        <Bar row={row} x={x} y={HEAD + index * ROW} from={from} to={to} />
      ))}
    </svg>
  );
}
