/** What of a session is seen at work: the row of marks, whom to ask, what stood in the way, and the tasks behind it. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { ActionForm } from "#platform/ui/forms.tsx";
import { Bars } from "#platform/ui/charts/bars.tsx";
import { UnitRow } from "#platform/ui/charts/unit-row.tsx";
import { formatDate, formatDays } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/list-page.tsx";
import { Card, EmptyState, Notice, Section } from "#platform/ui/parts.tsx";
import type { SessionFacts } from "#modules/sessions";
import { paths } from "../paths.ts";
import type { Application, TaskRow } from "../schema.ts";
import { w } from "../words.ts";
import { Barriers, MOST_UNITS, standingBars, StandingTag, unitsOf } from "./parts.tsx";

export interface ApplicationProps {
  readonly shell: Shell;
  readonly session: SessionFacts;
  readonly sessionHref: string;
  readonly sum: Application;
  readonly days: { readonly first: number; readonly second: number };
  readonly barriers: readonly { readonly code: string; readonly count: number }[] | null;
  readonly least: number;
  readonly today: string;
  readonly list: Listed<TaskRow>;
  readonly differs: number;
  readonly mayAsk: boolean;
  readonly toAskTasks: number;
  /** People without a task, for those who type from paper. */
  readonly without: readonly { readonly enrolment: string; readonly name: string }[];
}

/** The marks, or bars where they are too many. */
export function Picture({ shell, sum, svgHref, today }: { shell: Shell; sum: Application; svgHref: string; today: string }): VNode {
  return sum.tasks <= MOST_UNITS ? (
    <UnitRow {...unitsOf(shell, sum, svgHref, today)} heading="none" />
  ) : (
    <Bars {...standingBars(shell, sum, svgHref, today)} heading="none" />
  );
}

function Asking({ shell, session, sum, mayAsk, toAskTasks }: ApplicationProps): VNode | null {
  const { say } = shell;
  if (!mayAsk || (sum.toAnswer === 0 && toAskTasks === 0)) return null;
  return (
    <>
      {sum.toAnswer > 0 && (
        <ActionForm
          action={paths.askSupervisors(session.id)}
          csrf={shell.formToken}
          text={say(w.askSupervisors, { count: sum.toAnswer })}
        />
      )}
      {toAskTasks > 0 && (
        <ActionForm
          action={paths.askTasks(session.id)}
          csrf={shell.formToken}
          variant="secondary"
          text={say(w.askTasks, { count: toAskTasks })}
        />
      )}
    </>
  );
}

/** The page of one session’s application. */
export function ApplicationView(props: ApplicationProps): VNode {
  const { shell, session, sum, days, barriers, least, today, list, without } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.applicationOf, { session: session.title })}
      caption={`${session.reference} · ${formatDays(session.from, session.to)}`}
      lead={say(w.applicationLead, { tasks: sum.tasks, ...days })}
      back={{ href: props.sessionHref, text: say(w.toSession) }}
      current="/followups"
      width="wide"
    >
      {sum.tasks > 0 && (
        <Card>
          <Picture shell={shell} sum={sum} svgHref={paths.sessionPicture(session.id)} today={today} />
          {sum.due > 0 && <p>{say(w.rate, { verified: sum.verifiedFirst, due: sum.due })}</p>}
          <Asking {...props} />
        </Card>
      )}
      {sum.tasks === 0 && <Asking {...props} />}
      {props.differs > 0 && <Notice tone="watch">{say(w.differs, { count: props.differs })}</Notice>}
      {barriers !== null && barriers.length > 0 && (
        <Barriers shell={shell} barriers={barriers} today={today} svgHref={`${paths.sessionPicture(session.id)}?of=barriers`} />
      )}
      {barriers === null && <p class="in-small">{say(w.barriersFewer, { least })}</p>}
      <Section id="tasks" title={say(w.tasks)}>
        <ListPage
          say={say}
          {...list.around}
          table={{
            ...list.table,
            caption: say(w.tasks),
            columns: [
              { key: "name", head: say(w.person), sortable: true, cell: (row) => <Link href={paths.task(row.id)}>{row.personName}</Link> },
              { key: "entity", head: say(w.organisation), sortable: true, cell: (row) => row.entityName },
              { key: "what", head: say(w.what), cell: (row) => <span lang={row.language ?? undefined}>{row.what}</span> },
              { key: "due", head: say(w.by), sortable: true, cell: (row) => formatDate(row.due ?? today) },
              {
                key: "standing",
                head: say(w.stands),
                sortable: true,
                cell: (row) => <StandingTag shell={shell} standing={row.standing} />,
              },
            ],
            empty: <EmptyState>{say(w.noTasks)}</EmptyState>,
          }}
        />
      </Section>
      {without.length > 0 && (
        <Section id="without" title={say(w.notWritten)} count={without.length}>
          <ul class="govuk-list">
            {without.map((one) => (
              <li>
                {one.name}
                {props.mayAsk && (
                  <>
                    {" · "}
                    <Link href={paths.type(session.id, one.enrolment)}>{say(w.type)}</Link>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Frame>
  );
}
