/** Sessions with a test, the newest first: what each class learned, at a glance. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, type Column } from "#platform/ui/lists.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import type { SessionSummary } from "../list.ts";
import { paths } from "../paths.ts";
import { w } from "../words.ts";
import { percentText } from "./pictures.tsx";

export interface ListProps {
  readonly shell: Shell;
  readonly list: Listed<SessionSummary>;
}

/** The page. */
export function ListView({ shell, list }: ListProps): VNode {
  const { say, language } = shell;
  const percent = (value: number | null): string => (value === null ? "–" : percentText(value, language));
  const columns: Column<SessionSummary>[] = [
    {
      key: "session",
      head: say(w.session),
      sortable: true,
      cell: (row) => <Link href={paths.session(row.session.id)}>{row.session.title}</Link>,
    },
    { key: "when", head: say(w.when), sortable: true, cell: (row) => formatDate(row.session.to) },
    { key: "both", head: say(w.sat), numeric: true, close: "labelled", cell: (row) => String(row.both) },
    { key: "pre", head: say(w.before), numeric: true, close: "labelled", cell: (row) => percent(row.pre) },
    { key: "post", head: say(w.after), numeric: true, close: "labelled", cell: (row) => percent(row.post) },
    {
      key: "gain",
      head: say(w.gain),
      numeric: true,
      close: "labelled",
      cell: (row) => percent(row.gain === null ? null : row.gain * 100),
    },
    {
      key: "passed",
      head: say(w.passedShare),
      numeric: true,
      close: "labelled",
      cell: (row) => percent(row.passed === null ? null : row.passed * 100),
    },
    {
      key: "evaluation",
      head: say(w.evaluation),
      numeric: true,
      close: "labelled",
      cell: (row) => percent(row.satisfaction === null ? null : row.satisfaction * 100),
    },
  ];
  return (
    <Frame shell={shell} title={say(w.module)} lead={say(w.listLead)} current={paths.tests}>
      <ListPage
        say={say}
        {...list.around}
        table={{ ...list.table, caption: say(w.module), columns, close: true, empty: <EmptyState>{say(w.listEmpty)}</EmptyState> }}
      />
    </Frame>
  );
}
