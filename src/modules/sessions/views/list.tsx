/** The list of sessions, and the calendar as a strip of days. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, type Column, type FiltersProps, type Sort } from "#platform/ui/lists.tsx";
import { EmptyState, MoreLinks } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { SessionRow } from "../queries.ts";
import { w } from "../words-pages.ts";
import { Frame as ChartFrame } from "#platform/ui/charts/frame.tsx";
import { aboutStrip, StripSvg, type StripProps } from "./strip.tsx";
import { daysText, langOf, MODES, SessionTag, type ViewProps } from "./common.tsx";

export interface ListProps extends ViewProps {
  readonly rows: readonly SessionRow[];
  readonly filters: Omit<FiltersProps, "say">;
  readonly pages: { readonly current: number; readonly last: number; readonly href: (page: number) => string };
  readonly sort: Sort;
  readonly sortHref: (sort: Sort) => string;
  readonly downloads: readonly { readonly href: string; readonly format: string }[];
  readonly mayPlan: boolean;
}

export function SessionsView({ shell, rows, filters, pages, sort, sortHref, downloads, mayPlan }: ListProps): VNode {
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
    { key: "day", head: say(w.day), sortable: true, cell: (row) => daysText(say, row.from, row.to) },
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
      numeric: true,
      sortable: true,
      cell: (row) => `${row.named} / ${row.places}`,
    },
    { key: "attended", head: say(w.attended), numeric: true, cell: (row) => (row.attended === 0 ? "–" : row.attended) },
  ];
  const empty = mayPlan ? (
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
        filters={filters}
        table={{ caption: say(w.sessions), columns, rows, empty, sort, sortHref }}
        pages={pages}
        downloads={downloads}
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

export function CalendarView(props: CalendarProps): VNode {
  const { shell, rows, from, to, span, earlier, later, other, drawing } = props;
  const { say } = shell;
  const columns: Column<SessionRow>[] = [
    { key: "day", head: say(w.day), cell: (row) => daysText(say, row.from, row.to) },
    { key: "title", head: say(w.session), cell: (row) => <Link href={paths.session(row.id)}>{row.title}</Link> },
    { key: "place", head: say(w.place), cell: (row) => (row.mode === "online" ? say(MODES.online) : (row.place ?? row.province ?? "–")) },
    { key: "state", head: say(w.state), cell: (row) => <SessionTag say={say} state={row.state} /> },
  ];
  return (
    <Frame
      shell={shell}
      title={say(w.calendar)}
      lead={say(w.calendarLead, { count: rows.length, from: formatDate(from), to: formatDate(to) })}
      current={paths.sessions}
      breadcrumbs={[{ text: say(w.sessions), href: paths.sessions }, { text: say(w.calendar) }]}
    >
      <MoreLinks>
        <Link href={earlier}>{say(w.earlier)}</Link>
        <Link href={later}>{say(w.later)}</Link>
        <Link href={other}>{say(span === "month" ? w.quarter : w.month)}</Link>
        <Link href={paths.feed}>{say(w.calendarFile)}</Link>
      </MoreLinks>
      {rows.length > 0 && (
        <ChartFrame say={say} about={{ ...aboutStrip(props), svgHref: drawing }} heading="none">
          <div class="in-scroll">
            <StripSvg {...props} />
          </div>
        </ChartFrame>
      )}
      <ListPage say={say} table={{ caption: say(w.calendar), columns, rows, empty: <EmptyState>{say(w.emptyMember)}</EmptyState> }} />
    </Frame>
  );
}
