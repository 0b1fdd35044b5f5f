/** Everybody on a session's list, one place in it, and a person's own sessions. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { Button, ButtonGroup } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, SummaryList, type Column } from "#platform/ui/lists.tsx";
import { EmptyState, Card } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { Session } from "../queries.ts";
import type { EnrolmentFacts } from "../schema.ts";
import { w as page } from "../words-pages.ts";
import { w } from "../words-people.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { postTypeName } from "#kernel/pack/shown.ts";
import { daysText, EnrolmentTag, MODES, type ViewProps } from "./common.tsx";

export interface PeopleProps extends ViewProps {
  readonly session: Session;
  readonly list: Listed<EnrolmentFacts>;
  readonly people: number;
  readonly women: number;
}

export function PeopleView({ shell, session, list, people, women }: PeopleProps): VNode {
  const { say, pack, language } = shell;
  const columns: Column<EnrolmentFacts>[] = [
    { key: "person", sortable: true, head: say(w.person), cell: (row) => <Link href={paths.enrolment(row.id)}>{row.personName}</Link> },
    { key: "post", head: say(w.post), cell: (row) => postTypeName(say, pack, row.postType) },
    {
      key: "organisation",
      sortable: true,
      head: say(w.organisation),
      cell: (row) => (row.organisation === row.entity ? row.entityName : `${row.organisationName}, ${row.entityName}`),
    },
    { key: "state", sortable: true, head: say(w.state), cell: (row) => <EnrolmentTag say={say} state={row.state} /> },
    ...(session.mode === "hybrid" ? [{ key: "mode", head: say(w.mode), cell: (row: EnrolmentFacts) => say(MODES[row.mode]) }] : []),
  ];
  return (
    <Frame
      shell={shell}
      title={say(w.peopleTitle, { session: session.title })}
      lead={say(w.peopleLead, { count: people, women: formatNumber(women, language) })}
      current={paths.sessions}
      back={{ href: paths.session(session.id), text: say(page.back) }}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(page.people),
          columns,
          empty: <EmptyState>{say(list.filtered ? w.nobodySo : w.nobody)}</EmptyState>,
        }}
      />
    </Frame>
  );
}

export interface EnrolmentProps extends ViewProps {
  readonly session: Session;
  readonly enrolment: EnrolmentFacts;
  readonly days: readonly { readonly word: "nominatedOn" | "decidedOn" | "invitedOn" | "answeredOn"; readonly day: string | null }[];
  readonly needs: readonly string[];
  readonly reason: { readonly text: string; readonly language: string | null } | null;
  readonly supervisor: string | null;
  readonly instead: { readonly id: string; readonly name: string } | null;
  readonly replacedBy: { readonly id: string; readonly name: string } | null;
  readonly mayChange: boolean;
  /** What other modules show of this place. */
  readonly panels: readonly VNode[];
}

export function EnrolmentView(props: EnrolmentProps): VNode {
  const { shell, session, enrolment, days, needs, reason, supervisor, instead, replacedBy, mayChange, panels } = props;
  const { say, pack, language } = shell;
  return (
    <Frame
      shell={shell}
      title={enrolment.personName}
      caption={<EnrolmentTag say={say} state={enrolment.state} />}
      lead={
        <>
          <Link href={paths.session(session.id)}>{session.title}</Link>, {daysText(say, session.from, session.to)}
        </>
      }
      current={paths.sessions}
      width="reading"
      back={{ href: paths.session(session.id), text: say(page.back) }}
    >
      <SummaryList
        rows={[
          { key: say(w.post), value: postTypeName(say, pack, enrolment.postType) },
          {
            key: say(w.organisation),
            value:
              enrolment.organisation === enrolment.entity ? enrolment.entityName : `${enrolment.organisationName}, ${enrolment.entityName}`,
          },
          ...days.map(({ word, day }) => day !== null && { key: say(w[word]), value: formatDate(day) }),
          session.mode === "hybrid" && { key: say(w.mode), value: say(MODES[enrolment.mode]) },
          needs.length > 0 && { key: say(w.needs), value: needs.map((code) => nameOf(say, pack, "access_need", code)).join(", ") },
          supervisor !== null && { key: say(w.supervisor), value: supervisor },
          reason !== null && { key: say(w.reason), value: <span lang={langOf(reason.language, language)}>{reason.text}</span> },
          instead !== null && { key: say(w.instead), value: <Link href={paths.enrolment(instead.id)}>{instead.name}</Link> },
          replacedBy !== null && { key: say(w.replacedBy), value: <Link href={paths.enrolment(replacedBy.id)}>{replacedBy.name}</Link> },
        ]}
      />
      {mayChange && (
        <ButtonGroup>
          <Button href={paths.replace(enrolment.id)} variant="secondary">
            {say(w.replace)}
          </Button>
          <Link href={paths.withdraw(enrolment.id)}>{say(w.withdraw)}</Link>
        </ButtonGroup>
      )}
      {panels}
    </Frame>
  );
}

export interface MineProps extends ViewProps {
  readonly rows: readonly {
    readonly enrolment: EnrolmentFacts;
    readonly session: Pick<Session, "id" | "title" | "language" | "from" | "to" | "place">;
    readonly answerHref: string | null;
  }[];
}

export function MineView({ shell, rows }: MineProps): VNode {
  const { say, language } = shell;
  return (
    <Frame shell={shell} title={say(w.mineTitle)} lead={say(w.mineLead)} current={paths.mine} width="reading">
      {rows.length === 0 && <EmptyState>{say(w.mineEmpty)}</EmptyState>}
      {rows.map(({ enrolment, session, answerHref }) => (
        <Card>
          <p>
            <Link href={paths.session(session.id)}>
              <b lang={langOf(session.language, language)}>{session.title}</b>
            </Link>
          </p>
          <p>
            {daysText(say, session.from, session.to)}
            {session.place !== null && ` · ${session.place}`} <EnrolmentTag say={say} state={enrolment.state} />
          </p>
          {answerHref !== null && (
            <Button href={answerHref} size="small">
              {say(w.mineAnswer)}
            </Button>
          )}
        </Card>
      ))}
    </Frame>
  );
}
