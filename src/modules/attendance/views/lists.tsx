/** The lists: which meeting, how many were here, what is left to decide, by when it is closed. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { fileLinks } from "#platform/http/list-file.ts";
import { formatDateTime } from "#platform/ui/format.ts";
import { ListPage } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { Button } from "#platform/ui/forms.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { STATES, type ListedGathering, type ListState } from "../schema.ts";
import { w } from "../words.ts";
import { daysLabel } from "./common.tsx";

const TONES: Readonly<Record<ListState, Tone>> = { today: "info", to_close: "watch", coming: "rest", closed: "good" };

export interface ListsProps {
  readonly shell: Shell;
  readonly rows: readonly ListedGathering[];
  readonly shown: number;
  readonly all: number;
  readonly open: number;
  readonly page: number;
  readonly last: number;
  readonly ask: { readonly state: string; readonly words: string; readonly from: string; readonly to: string };
  readonly set: boolean;
  readonly address: (change: Readonly<Record<string, string | number | null>>, path?: string) => string;
}

function columnsOf({ say, pack }: Shell) {
  return [
    {
      key: "what",
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
    { key: "days", head: say(w.days), cell: (row: ListedGathering) => daysLabel(row.gathering.firstDay, row.gathering.lastDay) },
    {
      key: "state",
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
      head: say(w.closeBy),
      cell: (row: ListedGathering) => (row.state === "closed" ? "–" : formatDateTime(row.due, pack.timeZone)),
    },
  ];
}

export function ListsView(props: ListsProps): VNode {
  const { shell, rows, ask, set } = props;
  const { say } = shell;
  const here = rows.find((row) => row.state === "today" && row.mayRecord);
  return (
    <Frame
      shell={shell}
      title={say(w.module)}
      lead={say(w.listLead, { open: props.open })}
      current={paths.list}
      actions={
        <>
          {here && <Button href={paths.door(here.gathering.id)}>{say(w.atDoor)}</Button>}
          <Button href={paths.offline} variant="secondary">
            {say(w.withoutSignal)}
          </Button>
        </>
      }
    >
      <ListPage
        say={say}
        filters={{
          action: paths.list,
          fields: [
            {
              name: "state",
              label: say(w.state),
              value: ask.state,
              options: [{ value: "", text: say(w.all) }, ...STATES.map((state) => ({ value: state, text: say(w[state]) }))],
            },
            { name: "q", label: say(w.search), type: "search", value: ask.words },
            { name: "from", label: say(w.from), type: "date", value: ask.from },
            { name: "to", label: say(w.to), type: "date", value: ask.to },
          ],
          result: say(w.result, { shown: props.shown, all: props.all }),
          ...(set && { clearHref: paths.list }),
        }}
        table={{ caption: say(w.module), columns: columnsOf(shell), rows, empty: <EmptyState>{say(w.none)}</EmptyState> }}
        pages={{ current: props.page, last: props.last, href: (number) => props.address({ page: number }) }}
        downloads={fileLinks((format) => props.address({ format, page: null }, paths.file), ["csv", "xlsx", "json"])}
      />
    </Frame>
  );
}
