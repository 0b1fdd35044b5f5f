/** The sheet of one list: what to do now, the grid of half-days, minutes and share of each person. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { fileLinks } from "#platform/http/list-file.ts";
import { HeatMap } from "#platform/ui/charts/heat-map.tsx";
import { formatDate, formatDateTime, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import { PrintHead } from "#platform/ui/print.tsx";
import { gridOf, type SheetRow } from "../grid.tsx";
import { paths } from "../paths.ts";
import type { ListState, OpenList } from "../schema.ts";
import { w } from "../words.ts";
import { LANGUAGE_NAME, ListFrame, sharePercent } from "./common.tsx";

export interface SheetProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly state: ListState;
  readonly rows: readonly SheetRow[];
  readonly shown: number;
  readonly all: number;
  readonly here: number;
  readonly undecided: number;
  readonly minutes: number;
  readonly offered: number;
  readonly minimum: number;
  readonly due: Date;
  readonly mayRecord: boolean;
  readonly issuer: string;
  readonly today: string;
  readonly page: number;
  readonly last: number;
  readonly ask: { readonly words: string; readonly show: string };
  readonly address: (change: Readonly<Record<string, string | number | null>>, path?: string) => string;
}

function Now({ props }: { readonly props: SheetProps }): VNode {
  const { shell, list, state, undecided, due, mayRecord } = props;
  const { say, pack } = shell;
  const { id, closedAt, firstDay } = list.gathering;
  const by = formatDateTime(due, pack.timeZone);
  if (state === "closed" && closedAt !== null)
    return <Notice tone="good">{say(w.nowClosed, { day: formatDateTime(closedAt, pack.timeZone) })}</Notice>;
  if (state === "coming") return <Notice>{say(w.nowComing, { day: formatDate(firstDay) })}</Notice>;
  const text = state === "today" ? say(w.nowRunning) : undecided > 0 ? say(w.nowDecide, { count: undecided, by }) : say(w.nowClose, { by });
  return (
    <Notice tone={state === "today" ? "info" : "watch"}>
      {text} {mayRecord && state === "to_close" && <Link href={paths.closing(id)}>{say(w.closeIt)}</Link>}
    </Notice>
  );
}

function Ways({ props }: { readonly props: SheetProps }): VNode | null {
  const { shell, list, state, mayRecord } = props;
  const { say } = shell;
  const { id } = list.gathering;
  const first = list.parts[0]?.id ?? "";
  if (!mayRecord) return null;
  return (
    <>
      {state === "to_close" ? (
        <Button href={paths.closing(id)}>{say(w.closeIt)}</Button>
      ) : (
        state !== "closed" && <Button href={paths.door(id)}>{say(w.atDoor)}</Button>
      )}
      <MoreLinks>
        {state === "to_close" && <Link href={paths.door(id)}>{say(w.atDoor)}</Link>}
        <Link href={`${paths.offline}/${id}`}>{say(w.withoutSignal)}</Link>
        <Link href={paths.paper(id)}>{say(w.paperLists)}</Link>
        {list.gathering.mode !== "physical" && <Link href={paths.call(id)}>{say(w.callLogs)}</Link>}
        {list.gathering.mode !== "online" && <Link href={paths.room(id, first)}>{say(w.pinPages)}</Link>}
        {list.gathering.mode !== "online" && <Link href={paths.badges(id)}>{say(w.badges)}</Link>}
        {list.gathering.mode !== "online" && <Link href={paths.perDiem(id)}>{say(w.perDiem)}</Link>}
        {list.href !== "" && <Link href={list.href}>{say(w.toRecord)}</Link>}
      </MoreLinks>
    </>
  );
}

function columnsOf({ shell, list }: SheetProps) {
  const { say, language } = shell;
  const hybrid = list.gathering.mode === "hybrid";
  const number = (value: number): string => formatNumber(value, language);
  return [
    {
      key: "person",
      head: say(w.person),
      cell: (row: SheetRow) => <Link href={paths.participant(list.gathering.id, row.participant.id)}>{row.participant.name}</Link>,
    },
    { key: "organisation", head: say(w.organisation), cell: (row: SheetRow) => row.participant.organisationName ?? "–" },
    ...(hybrid
      ? [
          { key: "physical", head: say(w.physical), numeric: true, cell: (row: SheetRow) => number(row.presence.physical) },
          { key: "online", head: say(w.online), numeric: true, cell: (row: SheetRow) => number(row.presence.online) },
        ]
      : []),
    {
      key: "minutes",
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
  const { shell, list, rows, ask, minimum } = props;
  const { say, language } = shell;
  const { id } = list.gathering;
  const lead =
    props.here === 0
      ? say(w.sheetEmpty, { expected: props.all })
      : say(w.sheetLead, {
          here: props.here,
          expected: props.all,
          share: sharePercent(props, language),
        });
  const filtered = ask.words !== "" || ask.show !== "";
  return (
    <ListFrame
      shell={shell}
      list={list}
      title={say(w.list)}
      lead={lead}
      notice={
        <PrintHead
          say={say}
          issuer={props.issuer}
          title={`${list.facts.title}: ${say(w.list)}`}
          reference={list.facts.reference}
          date={formatDate(props.today)}
          language={LANGUAGE_NAME[language]}
        />
      }
      actions={<Ways props={props} />}
    >
      <Section id="now" title={say(w.nowTitle)} titleHidden>
        <Now props={props} />
      </Section>
      {rows.some((row) => row.presence.parts.some((part) => part.decided)) && (
        <Section id="grid" title={say(w.gridTitle)}>
          <HeatMap {...gridOf({ say, language, id, parts: list.parts, rows, date: formatDate(props.today) })} />
        </Section>
      )}
      <Section id="totals" title={say(w.totals)} note={say(w.ruleNote, { minimum: formatPercent(minimum / 100, language) })}>
        <ListPage
          say={say}
          filters={{
            action: paths.one(id),
            fields: [
              { name: "q", label: say(w.find), type: "search", value: ask.words },
              {
                name: "show",
                label: say(w.show),
                value: ask.show,
                options: [
                  { value: "", text: say(w.everyone) },
                  { value: "enough", text: say(w.enough) },
                  { value: "few", text: say(w.tooFew) },
                  { value: "open", text: say(w.open) },
                ],
              },
            ],
            result: say(w.totalsResult, { shown: props.shown, all: props.all }),
            ...(filtered && { clearHref: paths.one(id) }),
          }}
          table={{
            caption: say(w.totals),
            close: true,
            columns: columnsOf(props),
            rows,
            empty: <EmptyState>{say(props.all === 0 ? w.noPeople : w.notFoundName)}</EmptyState>,
          }}
          pages={{ current: props.page, last: props.last, href: (number) => props.address({ page: number }) }}
          downloads={fileLinks((format) => props.address({ format, page: null }, paths.sheetFile(id)), ["csv", "xlsx", "json"])}
        />
      </Section>
    </ListFrame>
  );
}
