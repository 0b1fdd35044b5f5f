/** Lists of facts: the summary list, check your answers, and the task list. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Button, Form } from "./buttons.tsx";
import { Link } from "./link.tsx";
import { Tag, type TagProps } from "./marks.tsx";
import { type Attributes, type Content, classes, present } from "./markup.ts";
import { w } from "./words.ts";

/** A link beside a fact; `hidden` completes its sentence for screen readers: “Change” + “date of birth”. */
export interface SummaryAction {
  readonly href: string;
  readonly text: Content;
  readonly hidden?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
}

export interface SummaryRow {
  readonly key: Content;
  readonly value: Content;
  readonly actions?: readonly SummaryAction[];
  readonly actionsClass?: string;
  readonly keyClass?: string;
  readonly valueClass?: string;
  readonly class?: string;
}

/** A frame with a title around a summary list. */
export interface SummaryCard {
  readonly title?: Content;
  /** The title in words, repeated behind each link for screen readers. */
  readonly titleText?: string;
  readonly titleClass?: string;
  readonly headingLevel?: 2 | 3 | 4;
  readonly actions?: readonly SummaryAction[];
  readonly actionsClass?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
}

export interface SummaryListProps {
  readonly rows: readonly (SummaryRow | null | false | "")[];
  readonly card?: SummaryCard;
  readonly class?: string;
  readonly attributes?: Attributes;
}

function ActionLink({ action, of }: { readonly action: SummaryAction; readonly of?: string }): VNode {
  const hidden = classes(action.hidden, of && `(${of})`);
  return (
    <Link class={classes("govuk-link", action.class)} href={action.href} attributes={action.attributes}>
      {action.text}
      {hidden && <span class="govuk-visually-hidden"> {hidden}</span>}
    </Link>
  );
}

function RowActions({ row, of }: { readonly row: SummaryRow; readonly of?: string }): VNode | null {
  const { actions = [] } = row;
  if (actions.length === 0) return null;
  const [only] = actions;
  return (
    <dd class={classes("govuk-summary-list__actions", row.actionsClass)}>
      {actions.length === 1 && only ? (
        <ActionLink action={only} of={of} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {actions.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} of={of} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

function Card({ card, children }: { readonly card: SummaryCard; readonly children: Content }): VNode {
  const Heading = `h${card.headingLevel ?? 2}` as "h2";
  const { actions = [] } = card;
  const [only] = actions;
  return (
    <div class={classes("govuk-summary-card", card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {present(card.title) && <Heading class={classes("govuk-summary-card__title", card.titleClass)}>{card.title}</Heading>}
        {actions.length === 1 && only && (
          <div class={classes("govuk-summary-card__actions", card.actionsClass)}>
            <ActionLink action={only} of={card.titleText} />
          </div>
        )}
        {actions.length > 1 && (
          <ul class={classes("govuk-summary-card__actions", card.actionsClass)}>
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} of={card.titleText} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

/** Facts of a record, each with its name. */
export function SummaryList({ rows, card, class: className, attributes }: SummaryListProps): VNode {
  const anyActions = rows.some((row) => row && (row.actions?.length ?? 0) > 0);
  const list = (
    <dl class={classes("govuk-summary-list", className)} {...attributes}>
      {rows.map((row) => {
        if (!row) return null;
        const bare = anyActions && (row.actions?.length ?? 0) === 0;
        return (
          <div class={classes("govuk-summary-list__row", bare && "govuk-summary-list__row--no-actions", row.class)}>
            <dt class={classes("govuk-summary-list__key", row.keyClass)}>{row.key}</dt>
            <dd class={classes("govuk-summary-list__value", row.valueClass)}>{row.value}</dd>
            <RowActions row={row} of={card?.titleText} />
          </div>
        );
      })}
    </dl>
  );
  return card ? <Card card={card}>{list}</Card> : list;
}

/** One answer on the page that asks to check them. */
export interface CheckedAnswer {
  readonly question: string;
  readonly answer: Content;
  readonly changeHref?: string;
}

export interface CheckAnswersProps {
  readonly say: Say;
  readonly groups: readonly { readonly title?: string; readonly answers: readonly CheckedAnswer[] }[];
  readonly action: string;
  readonly csrf: string;
  /** The act in words; repeats the post when it is formal. “Confirm and continue” when absent. */
  readonly button?: string;
  readonly hidden?: Readonly<Record<string, string | number>>;
  /** Just above the button: what the person confirms. */
  readonly statement?: Content;
}

/** Every answer with its “Change” link, and one button. */
export function CheckAnswers({ say, groups, action, csrf, button, hidden, statement }: CheckAnswersProps): VNode {
  return (
    <>
      {groups.map((group) => (
        <>
          {group.title && <h2>{group.title}</h2>}
          <SummaryList
            rows={group.answers.map(({ question, answer, changeHref }) => ({
              key: question,
              value: answer,
              actions: changeHref ? [{ href: changeHref, text: say(w.change), hidden: question }] : [],
            }))}
          />
        </>
      ))}
      <Form action={action} csrf={csrf} hidden={hidden}>
        {statement}
        <div class="govuk-button-group">
          <Button>{button ?? say(w.confirm)}</Button>
        </div>
      </Form>
    </>
  );
}

export interface Task {
  readonly title: Content;
  readonly titleClass?: string;
  readonly href?: string;
  readonly hint?: Content;
  /** A word, or a tag such as `<StatusTag>`. */
  readonly status: Content | { readonly tag: TagProps };
  readonly statusClass?: string;
  readonly class?: string;
}

export interface TaskListProps {
  readonly tasks: readonly (Task | null | false | "")[];
  readonly idPrefix?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
}

function isTag(status: Task["status"]): status is { readonly tag: TagProps } {
  return typeof status === "object" && status !== null && "tag" in status;
}

function TaskItem({ task, id }: { readonly task: Task; readonly id: string }): VNode {
  const hintId = present(task.hint) && `${id}-hint`;
  return (
    <li class={classes("govuk-task-list__item", task.href !== undefined && "govuk-task-list__item--with-link", task.class)}>
      <div class="govuk-task-list__name-and-hint">
        {task.href === undefined ? (
          <div class={task.titleClass}>{task.title}</div>
        ) : (
          <Link
            class={classes("govuk-link govuk-task-list__link", task.titleClass)}
            href={task.href}
            attributes={{ "aria-describedby": classes(hintId, `${id}-status`) }}
          >
            {task.title}
          </Link>
        )}
        {hintId && (
          <div id={hintId} class="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div class={classes("govuk-task-list__status", task.statusClass)} id={`${id}-status`}>
        {isTag(task.status) ? <Tag {...task.status.tag} /> : task.status}
      </div>
    </li>
  );
}

/** The parts of a long piece of work and how each stands. */
export function TaskList({ tasks, idPrefix = "task-list", class: className, attributes }: TaskListProps): VNode {
  return (
    <ul class={classes("govuk-task-list", className)} {...attributes}>
      {tasks.map((task, index) => task && <TaskItem task={task} id={`${idPrefix}-${index + 1}`} />)}
    </ul>
  );
}
