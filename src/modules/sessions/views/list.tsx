/** The list of sessions, and the calendar as a strip of days. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, type Column } from "#platform/ui/lists.tsx";
import { EmptyState, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { SessionRow } from "../queries.ts";
import { w } from "../words-pages.ts";
import { Frame as ChartFrame } from "#platform/ui/charts/frame.tsx";
import { aboutStrip, StripSvg, type StripProps } from "./strip.tsx";
import { langOf } from "#platform/ui/wrong.ts";
import { daysText, MODES, monthText, SessionTag, type ViewProps } from "./common.tsx";

export interface ListProps extends ViewProps {
  readonly list: Listed<SessionRow>;
  readonly mayPlan: boolean;
}

export function SessionsView({ shell, list, mayPlan }: ListProps): VNode {
  const { say, language } = shell;
  const columns: Column<SessionRow>[] = [
    {
      key: "title",
      head: say(w.session),
      sortable: true,
      cell: (row) => (
        <Link href={paths.session(row.id)}>
          <span lang={langOf(row.language, language)}>{row.title}</span>
        </Link>
      ),
    },
    { key: "day", head: say(w.day), close: "line", sortable: true, cell: (row) => daysText(say, row.from, row.to) },
    {
      key: "place",
      head: say(w.place),
      cell: (row) =>
        row.mode === "online" ? say(w.online) : `${row.place ?? row.province ?? "–"}${row.mode === "hybrid" ? ` · ${say(w.online)}` : ""}`,
    },
    { key: "state", head: say(w.state), sortable: true, cell: (row) => <SessionTag say={say} state={row.state} /> },
    {
      key: "named",
      head: say(w.names),
      close: "labelled",
      numeric: true,
      sortable: true,
      cell: (row) => `${row.named} / ${row.places}`,
    },
    { key: "attended", head: say(w.attended), close: "labelled", numeric: true, cell: (row) => (row.attended === 0 ? "–" : row.attended) },
  ];
  const empty = list.filtered ? (
    <EmptyState>{say(w.noMatch)}</EmptyState>
  ) : mayPlan ? (
    <EmptyState action={{ href: paths.newSession, text: say(w.newSession) }}>{say(w.empty)}</EmptyState>
  ) : (
    <EmptyState>{say(w.emptyMember)}</EmptyState>
  );
  return (
    <Frame
      shell={shell}
      title={say(w.sessions)}
      lead={say(w.listLead)}
      current={paths.sessions}
      actions={mayPlan ? <Button href={paths.newSession}>{say(w.newSession)}</Button> : undefined}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{ ...list.table, caption: say(w.sessions), close: true, columns, empty }}
        moreLinks={
          <>
            <Link href={paths.calendar}>{say(w.calendar)}</Link>
            <Link href={paths.feed}>{say(w.calendarFile)}</Link>
          </>
        }
      />
    </Frame>
  );
}

export interface CalendarProps extends StripProps {
  readonly span: "month" | "quarter";
  readonly earlier: string;
  readonly later: string;
  readonly other: string;
  readonly drawing: string;
}

/** One session in the list of a month: its days, what it is, where, and how it stands. */
function SessionItem({ shell, row }: ViewProps & { readonly row: SessionRow }): VNode {
  const { say, language } = shell;
  return (
    <li>
      <b>{daysText(say, row.from, row.to)}</b> <SessionTag say={say} state={row.state} />
      <br />
      <Link href={paths.session(row.id)}>
        <span lang={langOf(row.language, language)}>{row.title}</span>
      </Link>
      <br />
      <span class="in-small">{row.mode === "online" ? say(MODES.online) : (row.place ?? row.province ?? "–")}</span>
    </li>
  );
}

/** A drawing for wide screens, and the same by month for everybody. */
export function CalendarView(props: CalendarProps): VNode {
  const { shell, rows, from, to, span, earlier, later, other, drawing } = props;
  const { say, language } = shell;
  // A session that began before the period stands in its first month.
  const months = [...Map.groupBy(rows, (row) => (row.from < from ? from : row.from).slice(0, 7))];
  return (
    <Frame
      shell={shell}
      title={say(w.calendar)}
      lead={say(w.calendarCount, { count: rows.length, from: formatDate(from), to: formatDate(to) })}
      current={paths.sessions}
      breadcrumbs={[{ text: say(w.sessions), href: paths.sessions }, { text: say(w.calendar) }]}
    >
      <MoreLinks>
        <Link href={earlier}>{say(w.earlier)}</Link>
        <Link href={later}>{say(w.later)}</Link>
        <Link href={other}>{say(span === "month" ? w.quarter : w.month)}</Link>
        <Link href={paths.feed}>{say(w.calendarFile)}</Link>
      </MoreLinks>
      {rows.length === 0 && <EmptyState>{say(w.emptyPeriod)}</EmptyState>}
      {rows.length > 0 && (
        <div class="in-wideonly">
          <ChartFrame say={say} about={{ ...aboutStrip(props), svgHref: drawing }} heading="none">
            <StripSvg {...props} />
          </ChartFrame>
        </div>
      )}
      {months.map(([month, own]) => (
        <Section id={`month-${month}`} title={monthText(`${month}-01`, language)} count={own.length}>
          <ul class="govuk-list govuk-list--spaced">
            {own.map((row) => (
              <SessionItem shell={shell} row={row} />
            ))}
          </ul>
        </Section>
      ))}
    </Frame>
  );
}
