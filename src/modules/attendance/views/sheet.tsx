/** The sheet of one list: what to do now, the grid of half-days, minutes and share of each person. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { HeatMap } from "#platform/ui/charts/heat-map.tsx";
import { formatDate, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { PrintHead } from "#platform/ui/print.tsx";
import { gridOf, type SheetRow } from "../grid.tsx";
import { paths } from "../paths.ts";
import type { ListState, OpenList } from "../schema.ts";
import { w } from "../words.ts";
import { ListFrame, sharePercent } from "./common.tsx";
import { Now, type DoorNow } from "./now.tsx";

export interface SheetProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly state: ListState;
  readonly people: Listed<SheetRow>;
  readonly all: number;
  readonly here: number;
  readonly undecided: number;
  /** Minutes of all people together. */
  readonly total: { readonly minutes: number; readonly offered: number };
  readonly minimum: number;
  readonly due: Date;
  /** The door, while the meeting is under way. */
  readonly door: DoorNow | null;
  readonly mayRecord: boolean;
  readonly issuer: string;
  readonly today: string;
}

function columnsOf({ shell, list }: SheetProps) {
  const { say, language } = shell;
  const hybrid = list.gathering.mode === "hybrid";
  const number = (value: number): string => formatNumber(value, language);
  return [
    {
      key: "person",
      sortable: true,
      head: say(w.person),
      cell: (row: SheetRow) => <Link href={paths.participant(list.gathering.id, row.participant.id)}>{row.participant.name}</Link>,
    },
    { key: "organisation", sortable: true, head: say(w.organisation), cell: (row: SheetRow) => row.participant.organisationName ?? "–" },
    ...(hybrid
      ? [
          { key: "physical", head: say(w.physical), numeric: true, cell: (row: SheetRow) => number(row.presence.physical) },
          { key: "online", head: say(w.online), numeric: true, cell: (row: SheetRow) => number(row.presence.online) },
        ]
      : []),
    {
      key: "minutes",
      sortable: true,
      head: say(w.minutes),
      numeric: true,
      cell: (row: SheetRow) => say(w.minutesOf, { minutes: number(row.presence.minutes), offered: number(row.presence.offered) }),
    },
    { key: "share", head: say(w.share), numeric: true, cell: (row: SheetRow) => sharePercent(row.presence, language) },
    {
      key: "rule",
      head: say(w.rule),
      cell: (row: SheetRow) =>
        row.enough ? (
          <StatusTag tone="good">{say(w.enough)}</StatusTag>
        ) : row.undecided ? (
          <StatusTag tone="rest">{say(w.open)}</StatusTag>
        ) : (
          <StatusTag tone="watch">{say(w.tooFew)}</StatusTag>
        ),
    },
  ];
}

export function SheetView(props: SheetProps): VNode {
  const { shell, list, people, minimum } = props;
  const { say, language } = shell;
  const { id } = list.gathering;
  const lead =
    props.here === 0
      ? say(w.sheetEmpty, { expected: props.all })
      : say(w.sheetLead, { here: props.here, expected: props.all, share: sharePercent(props.total, language) });
  const { rows } = people;
  return (
    <ListFrame
      shell={shell}
      list={list}
      title={say(w.list)}
      // The door says itself how many are here.
      lead={props.door === null ? lead : undefined}
      notice={
        <PrintHead
          say={say}
          issuer={props.issuer}
          title={`${list.facts.title} · ${say(w.list)}`}
          reference={list.facts.reference}
          date={formatDate(props.today)}
          language={ownName(language)}
        />
      }
    >
      <Now props={props} />
      {rows.some((row) => row.presence.parts.some((part) => part.decided)) && (
        <Section id="grid" title={say(w.gridTitle)}>
          <HeatMap {...gridOf({ say, language, id, parts: list.parts, rows, date: formatDate(props.today) })} />
        </Section>
      )}
      <Section id="totals" title={say(w.totals)} note={say(w.ruleNote, { minimum: formatPercent(minimum / 100, language) })}>
        <ListPage
          say={say}
          {...people.around}
          table={{
            ...people.table,
            caption: say(w.totals),
            close: true,
            columns: columnsOf(props),
            empty: <EmptyState>{say(props.all === 0 ? w.noPeople : w.notFoundName)}</EmptyState>,
          }}
        />
      </Section>
    </ListFrame>
  );
}
