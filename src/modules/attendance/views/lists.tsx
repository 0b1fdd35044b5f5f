/** The lists: which meeting, how many were here, what is left to decide, by when it is closed. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { formatDateTime } from "#platform/ui/format.ts";
import { ListPage } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { Button } from "#platform/ui/forms.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { ListedGathering, ListState } from "../schema.ts";
import { w } from "../words.ts";
import { daysLabel } from "./common.tsx";

const TONES: Readonly<Record<ListState, Tone>> = { today: "info", to_close: "watch", coming: "rest", closed: "good" };

export interface ListsProps {
  readonly shell: Shell;
  readonly list: Listed<ListedGathering>;
  /** How many wait to be closed, and the one under way whose door the reader may keep. */
  readonly open: number;
  readonly now: ListedGathering | null;
}

function columnsOf({ say, pack }: Shell) {
  return [
    {
      key: "what",
      sortable: true,
      head: say(w.what),
      cell: (row: ListedGathering) => (
        <>
          <Link href={paths.one(row.gathering.id)}>
            <span lang={row.facts.language}>{row.facts.title}</span>
          </Link>{" "}
          <span class="in-small">
            {row.facts.reference}
            {row.gathering.place !== null && ` · ${row.gathering.place}`}
          </span>
        </>
      ),
    },
    {
      key: "days",
      sortable: true,
      head: say(w.days),
      cell: (row: ListedGathering) => daysLabel(row.gathering.firstDay, row.gathering.lastDay),
    },
    {
      key: "state",
      sortable: true,
      head: say(w.state),
      cell: (row: ListedGathering) => <StatusTag tone={TONES[row.state]}>{say(w[row.state])}</StatusTag>,
    },
    {
      key: "here",
      head: say(w.here),
      cell: (row: ListedGathering) => <span class="in-nowrap">{say(w.hereOf, { here: row.here, expected: row.expected })}</span>,
    },
    {
      key: "undecided",
      head: say(w.undecided),
      numeric: true,
      cell: (row: ListedGathering) => (row.state === "coming" ? "–" : String(row.undecided)),
    },
    {
      key: "due",
      sortable: true,
      head: say(w.closeBy),
      cell: (row: ListedGathering) => (row.state === "closed" ? "–" : formatDateTime(row.due, pack.timeZone)),
    },
  ];
}

export function ListsView({ shell, list, open, now }: ListsProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.module)}
      lead={say(w.listLead, { open })}
      current={paths.list}
      actions={
        <>
          {now && <Button href={paths.door(now.gathering.id)}>{say(w.atDoor)}</Button>}
          <Button href={paths.offline} variant="secondary">
            {say(w.withoutSignal)}
          </Button>
        </>
      }
    >
      <ListPage
        say={say}
        {...list.around}
        table={{ ...list.table, caption: say(w.module), columns: columnsOf(shell), empty: <EmptyState>{say(w.none)}</EmptyState> }}
      />
    </Frame>
  );
}
