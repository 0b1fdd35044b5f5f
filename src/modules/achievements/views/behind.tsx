/** The lists behind the figures: people, what they took part in, sessions, payments. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { formatDate, formatMoney, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import type { Column } from "#platform/ui/tables.tsx";
import type { Gain, HeldSession } from "../held.ts";
import type { Namer } from "../names.ts";
import type { PaidLine } from "../paid.ts";
import { paths } from "../paths.ts";
import type { ReachedEntry, ReachedPerson } from "../reach.ts";
import { scopedAddress, type Scope } from "../scope.ts";
import type { Applied } from "../held.ts";
import { w } from "../words.ts";

interface BehindProps<Row> {
  readonly shell: Shell;
  readonly scope: Scope;
  /** The figure that led here. */
  readonly total: number;
  readonly list: Listed<Row>;
  readonly namer: Namer;
}

interface ListProps<Row> extends Pick<BehindProps<Row>, "shell" | "scope" | "list"> {
  readonly title: string;
  readonly lead: string;
  readonly columns: readonly Column<Row>[];
  readonly note?: string;
}

function List<Row>({ shell, scope, title, lead, list, columns, note }: ListProps<Row>): VNode {
  const { say } = shell;
  const back = { href: scopedAddress(paths.page, { ...scope, outcome: null }), text: say(w.back) };
  return (
    <Frame shell={shell} title={title} lead={lead} current={paths.page}>
      {note !== undefined && <p>{note}</p>}
      <ListPage
        say={say}
        table={{ caption: title, columns, rows: list.rows, close: true, empty: <EmptyState action={back}>{say(w.emptyList)}</EmptyState> }}
        pages={list.around.pages}
        downloads={list.around.downloads}
        moreLinks={<Link href={back.href}>{back.text}</Link>}
      />
    </Frame>
  );
}

const days = ({
  shell,
  scope,
  total,
}: Pick<BehindProps<unknown>, "shell" | "scope" | "total">): Readonly<Record<string, string | number>> => ({
  n: total,
  from: formatDate(scope.from),
  to: formatDate(scope.to),
  language: shell.language,
});

/** The people behind a figure, by name. */
export function PeopleView(props: BehindProps<ReachedPerson> & { readonly mayTell: boolean }): VNode {
  const { shell, namer, mayTell } = props;
  const { say, language } = shell;
  const columns: Column<ReachedPerson>[] = [
    { key: "name", head: say(w.name), cell: (row) => row.name },
    { key: "sex", head: say(w.sex), cell: (row) => (row.sex === null ? "–" : say(row.sex === "F" ? w.women : w.men)) },
    { key: "organisation", head: say(w.organisation), cell: (row) => row.organisationName ?? "–", close: "line" },
    { key: "district", head: say(w.district), cell: (row) => row.districtName ?? "–" },
    { key: "tier", head: say(w.tier), cell: (row) => (row.tier === null ? "–" : namer.name("tier", row.tier)[language]) },
    {
      key: "entries",
      head: say(w.times),
      numeric: true,
      close: "labelled",
      cell: (row) => formatNumber(row.entries, language),
    },
    { key: "last", head: say(w.last), cell: (row) => formatDate(row.last) },
    { key: "sure", head: say(w.sure), close: "line", cell: (row) => <Certainty say={say} of={row.certainty} /> },
    ...(mayTell
      ? [
          {
            key: "story",
            head: say(w.tellStory),
            headHidden: true,
            cell: (row: ReachedPerson) => <Link href={`${paths.newStory}?person=${row.person}`}>{say(w.tellStory)}</Link>,
          },
        ]
      : []),
  ];
  return <List {...props} title={say(w.peopleTitle)} lead={say(w.peopleLead, days(props))} columns={columns} />;
}

/** How many there are in each district, for readers who may not see names. */
export interface CountedPlace {
  readonly district: string;
  readonly people: number;
}

export function PlacesView(props: BehindProps<CountedPlace & { readonly name: string }>): VNode {
  const { say, language } = props.shell;
  const columns: Column<CountedPlace & { readonly name: string }>[] = [
    { key: "district", head: say(w.district), cell: (row) => row.name },
    { key: "people", head: say(w.people), numeric: true, close: "labelled", cell: (row) => formatNumber(row.people, language) },
  ];
  return <List {...props} title={say(w.peopleTitle)} lead={say(w.peopleLead, days(props))} note={say(w.countsOnly)} columns={columns} />;
}

/** What people took part in, one row a time. */
export function EntriesView(
  props: BehindProps<ReachedEntry> & {
    readonly names: boolean;
    readonly hrefOf: (row: ReachedEntry) => string | null;
  },
): VNode {
  const { shell, names, namer, hrefOf } = props;
  const { say, language } = shell;
  const columns: Column<ReachedEntry>[] = [
    {
      key: "activity",
      head: say(w.activity),
      cell: (row) => {
        const href = hrefOf(row);
        const title = <span lang={row.language === language ? undefined : row.language}>{row.title}</span>;
        return href === null ? title : <Link href={href}>{title}</Link>;
      },
    },
    ...(names ? [{ key: "name", head: say(w.name), cell: (row: ReachedEntry) => row.name, close: "line" as const }] : []),
    { key: "modality", head: say(w.modality), cell: (row) => namer.name("modality", row.modality)[language] },
    { key: "to", head: say(w.to), cell: (row) => formatDate(row.to) },
    { key: "outcome", head: say(w.outcome), close: "line", cell: (row) => say(row.outcome === "competent" ? w.competent : w.attended) },
    { key: "sure", head: say(w.sure), cell: (row) => <Certainty say={say} of={row.certainty} /> },
  ];
  return <List {...props} title={say(w.entriesTitle)} lead={say(w.entriesLead, days(props))} columns={columns} />;
}

/** A session with what came of it. */
export interface SessionRow extends HeldSession {
  readonly applied: Applied | null;
  readonly gain: Gain | null;
}

export function SessionsView(props: BehindProps<SessionRow> & { readonly hrefOf: (id: string) => string | null }): VNode {
  const { shell, namer, hrefOf } = props;
  const { rows } = props.list;
  const { say, language } = shell;
  const number = (value: number): string => formatNumber(value, language);
  const columns: Column<SessionRow>[] = [
    {
      key: "session",
      head: say(w.session),
      cell: (row) => {
        const href = hrefOf(row.session);
        const title = <span lang={row.language === language ? undefined : row.language}>{row.title}</span>;
        return href === null ? title : <Link href={href}>{title}</Link>;
      },
    },
    { key: "modality", head: say(w.modality), cell: (row) => namer.name("modality", row.modality)[language] },
    { key: "to", head: say(w.to), cell: (row) => formatDate(row.to) },
    { key: "people", head: say(w.people), numeric: true, close: "labelled", cell: (row) => number(row.people) },
    { key: "passed", head: say(w.passed), numeric: true, close: "labelled", cell: (row) => number(row.competent) },
    ...(rows.some((row) => row.applied !== null)
      ? [
          { key: "tasks", head: say(w.tasks), numeric: true, cell: (row: SessionRow) => number(row.applied?.tasks ?? 0) },
          { key: "verified", head: say(w.tasksVerified), numeric: true, cell: (row: SessionRow) => number(row.applied?.verified ?? 0) },
        ]
      : []),
    ...(rows.some((row) => row.gain !== null)
      ? [
          {
            key: "gain",
            head: say(w.gain),
            numeric: true,
            cell: (row: SessionRow) => (row.gain === null ? "–" : formatNumber(row.gain.after - row.gain.before, language, 1)),
          },
        ]
      : []),
  ];
  return <List {...props} title={say(w.sessionsTitle)} lead={say(w.sessionsLead, days(props))} columns={columns} />;
}

export function PaidView(props: BehindProps<PaidLine> & { readonly itemName: (code: string) => string }): VNode {
  const { shell, itemName } = props;
  const { say, language, pack } = shell;
  const columns: Column<PaidLine>[] = [
    { key: "line", head: say(w.line), cell: (row) => row.title },
    { key: "item", head: say(w.item), cell: (row) => itemName(row.item) },
    { key: "programme", head: say(w.programme), cell: (row) => row.programme ?? "–" },
    { key: "payments", head: say(w.payments), numeric: true, cell: (row) => formatNumber(row.payments, language) },
    {
      key: "amount",
      head: say(w.amount),
      numeric: true,
      close: "line",
      cell: (row) =>
        formatMoney(
          { minor: row.minor, currency: row.currency, exponent: row.currency === pack.currency.code ? pack.currency.exponent : 2 },
          language,
        ),
    },
    { key: "sure", head: say(w.sure), cell: (row) => <Certainty say={say} of={row.certainty} /> },
  ];
  return <List {...props} title={say(w.paidTitle)} lead={say(w.paidLead, days(props))} columns={columns} />;
}
