/** People new in their posts: the list that every number opens, and the short one of the late. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { daysBetween, type Day } from "#kernel/calendar/day.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, ListPage, type Column } from "#platform/ui/lists.tsx";
import type { Content } from "#platform/ui/markup.ts";
import { Certainty, StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, PhoneLink } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { NewPerson } from "../schema.ts";
import type { Enrolment } from "../sources.ts";
import { w } from "../words.ts";

/** Coming inductions by person. */
export type Enrolments = ReadonlyMap<string, Enrolment>;

interface TableProps {
  readonly shell: Shell;
  readonly rows: readonly NewPerson[];
  readonly enrolled: Enrolments;
  readonly today: Day;
}

/** The state of one person, in a tag and the words that explain it. */
function Standing({ shell, person, enrolled, today }: Omit<TableProps, "rows"> & { readonly person: NewPerson }): VNode {
  const { say } = shell;
  const invited = enrolled.get(person.person);
  const left = person.leftOn === null ? "" : `, ${say(w.leftOn, { day: formatDate(person.leftOn) })}`;
  if (person.standing === "inducted")
    return (
      <>
        {say(w.inductedOn, { day: formatDate(person.inductedOn ?? person.due) })}
        {left} <Certainty say={say} of={person.certainty ?? "imported"} />
      </>
    );
  return (
    <>
      {person.standing === "late" ? (
        <span class="in-nowrap">
          <StatusTag tone="late">{say(w.daysLate, { n: daysBetween(person.due, today) })}</StatusTag>
        </span>
      ) : (
        <span class="in-nowrap">
          <StatusTag tone="info">{say(w.waiting)}</StatusTag>
        </span>
      )}
      {left}
      {invited !== undefined && (
        <p class="in-small">
          <Link href={invited.href}>{say(w.enrolled, { session: `${invited.title}, ${formatDate(invited.from)}` })}</Link>
        </p>
      )}
    </>
  );
}

function columnsOf(shell: Shell, enrolled: Enrolments, today: Day, sortable: boolean): Column<NewPerson>[] {
  const { say, pack } = shell;
  return [
    { key: "name", head: say(w.name), sortable, cell: (person) => <strong>{person.name}</strong> },
    { key: "post", head: say(w.post), close: "line", cell: (person) => say(postTypeOf(pack, person.postType).names) },
    { key: "organisation", head: say(w.organisation), sortable, cell: (person) => person.organisationName },
    { key: "since", head: say(w.since), sortable, nowrap: true, close: "labelled", cell: (person) => formatDate(person.since) },
    { key: "due", head: say(w.dueOn), sortable, nowrap: true, close: "labelled", cell: (person) => formatDate(person.due) },
    {
      key: "state",
      head: say(w.state),
      sortable,
      close: "line",
      cell: (person) => <Standing shell={shell} person={person} enrolled={enrolled} today={today} />,
    },
    {
      key: "phone",
      head: say(w.phone),
      nowrap: true,
      close: "line",
      cell: (person) => (person.phone === null ? "–" : <PhoneLink name={person.phone} phone={person.phone} />),
    },
  ];
}

/** The first of the late, without sorting: a list to call through. */
export function LateTable({ shell, rows, enrolled, empty, today }: TableProps & { readonly empty: Content }): VNode {
  return (
    <DataTable
      say={shell.say}
      caption={shell.say(w.lateNow)}
      rows={rows}
      empty={empty}
      close
      columns={columnsOf(shell, enrolled, today, false)}
    />
  );
}

export interface PeopleProps {
  readonly shell: Shell;
  readonly list: Listed<NewPerson>;
  readonly enrolled: Enrolments;
  readonly today: Day;
}

export function PeopleView({ shell, list, enrolled, today }: PeopleProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.peopleTitle)}
      lead={say(w.peopleLead)}
      current={paths.inductions}
      breadcrumbs={[{ text: say(w.title), href: paths.inductions }, { text: say(w.peopleTitle) }]}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.peopleTitle),
          columns: columnsOf(shell, enrolled, today, true),
          close: true,
          empty: <EmptyState>{say(w.empty)}</EmptyState>,
        }}
      />
    </Frame>
  );
}
