/** Comments on a plan, what a revision changes, and who pays. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { owing } from "#kernel/money/amounts.ts";
import { balanceOf, type Balance } from "#kernel/money/lines.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Bars, type BarsProps } from "#platform/ui/charts/bars.tsx";
import { Details } from "#platform/ui/content.tsx";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import { ActionForm, Button, Form, Select, Textarea } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Card, EmptyState, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { lineReference } from "../rules.ts";
import type { Change, Comment, Line, Plan } from "../schema.ts";
import { w as lineWords } from "../words-line.ts";
import { w } from "../words-plan.ts";
import { langOf, wrongOf } from "#platform/ui/wrong.ts";
import { sums, type ViewProps } from "./common.tsx";
import { actingPost } from "./plan.tsx";

export interface CommentsProps extends ViewProps {
  readonly plan: Plan;
  readonly comments: readonly Comment[];
  readonly lines: readonly Line[];
  readonly maySay: boolean;
  readonly mayAnswer: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

function OneComment({ shell, plan, comment, lines, mayAnswer }: CommentsProps & { readonly comment: Comment }): VNode {
  const { say, pack, language } = shell;
  const line = lines.find((one) => one.id === comment.line);
  const post = comment.postType === null ? "" : `${say(postTypeOf(pack, comment.postType).names)}, `;
  return (
    <Card>
      <p class="in-small">
        {post}
        {comment.organisationName}, {formatDate(dayOf(comment.recordedAt, pack.timeZone))} ·{" "}
        {line === undefined ? say(w.wholePlan) : <Link href={paths.line(line.id)}>{`${lineReference(line.number)} ${line.title}`}</Link>}
      </p>
      <p lang={langOf(comment.language, language)}>{comment.text}</p>
      {comment.answer === null ? (
        <StatusTag tone="watch">{say(w.notAnswered)}</StatusTag>
      ) : (
        <p lang={langOf(comment.answerLanguage, language)}>
          <b>{say(w.answer)}</b> · {comment.answer}
        </p>
      )}
      {mayAnswer && (
        <Details summary={say(w.answer)}>
          <Form action={paths.answer(plan.id, comment.id)} csrf={shell.formToken}>
            <Textarea say={say} name="answer" id={`answer-${comment.id}`} label={say(w.answer)} rows={2} value={comment.answer ?? ""} />
            <Button variant="secondary">{say(w.saveAnswer)}</Button>
          </Form>
        </Details>
      )}
    </Card>
  );
}

export function CommentsView(props: CommentsProps): VNode {
  const { shell, plan, comments, lines, maySay, values, problems } = props;
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(w.commentsTitle)}
      caption={plan.title}
      lead={say(w.commentLead)}
      current={paths.plans}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.plan(plan.id), text: say(w.back) }}
    >
      {maySay && (
        <Form action={paths.comments(plan.id)} csrf={shell.formToken}>
          <Select
            say={say}
            name="line"
            label={say(w.aboutLine)}
            options={[
              { value: "", text: say(w.wholePlan) },
              ...lines.map((line) => ({ value: line.id, text: `${lineReference(line.number)} ${line.title}` })),
            ]}
            value={values["line"] ?? ""}
          />
          <Textarea say={say} name="text" label={say(w.yourComment)} value={values["text"] ?? ""} error={wrong.at("text")} rows={4} />
          <Button>{say(w.sendComment, { post: actingPost({ shell }) })}</Button>
        </Form>
      )}
      <Section id="comments" title={say(w.commentsTitle)} count={comments.length}>
        {comments.length === 0 ? (
          <EmptyState>{say(w.commentsEmpty)}</EmptyState>
        ) : (
          comments.map((comment) => <OneComment {...props} comment={comment} />)
        )}
      </Section>
    </Frame>
  );
}

/** One change with its fields before and after, as texts. */
export interface ShownChange {
  readonly change: Change;
  readonly title: string;
  readonly number: string;
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

export interface RevisionProps extends ViewProps {
  readonly plan: Plan;
  readonly changes: readonly ShownChange[];
  readonly number: number;
  readonly editable: boolean;
}

const KINDS = { add: w.changeAdd, change: w.changeChange, drop: w.changeDrop } as const;

export function RevisionView({ shell, plan, changes, number, editable }: RevisionProps): VNode {
  const { say, language } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.revisionTitle)}
      caption={`${plan.title}, ${say(w.version, { number })}`}
      lead={say(w.revisionLead)}
      current={paths.plans}
      back={{ href: paths.plan(plan.id), text: say(w.back) }}
      actions={editable ? <Button href={paths.edit(plan.id, "new", "what")}>{say(lineWords.addLine)}</Button> : undefined}
    >
      {changes.length === 0 && (
        <EmptyState action={{ href: paths.lines(plan.id), text: say(lineWords.linesTitle) }}>{say(w.revisionEmpty)}</EmptyState>
      )}
      {changes.map(({ change, title, number: reference, fields }) => (
        <Section
          id={`change-${change.line}`}
          title={
            <>
              {reference} {title} <StatusTag tone={change.kind === "drop" ? "watch" : "info"}>{say(KINDS[change.kind])}</StatusTag>
            </>
          }
        >
          <p lang={langOf(change.language, language)}>{change.reason}</p>
          {fields.length > 0 && (
            <DataTable
              say={say}
              caption={title}
              rows={fields}
              columns={[
                { key: "name", head: say(w.field), cell: (row: ShownChange["fields"][number]) => row.name },
                { key: "before", head: say(w.before), cell: (row: ShownChange["fields"][number]) => row.before },
                { key: "after", head: say(w.after), cell: (row: ShownChange["fields"][number]) => row.after },
              ]}
            />
          )}
          {editable && (
            <div class="govuk-button-group">
              {change.kind !== "drop" &&
                (["what", "when", "seats", "money"] as const).map((part) => (
                  <Link href={paths.edit(plan.id, change.line, part)}>
                    {say(
                      { what: lineWords.partWhat, when: lineWords.partWhen, seats: lineWords.partSeats, money: lineWords.partMoney }[part],
                    )}
                  </Link>
                ))}
              <ActionForm
                action={paths.undoChange(plan.id, change.line)}
                csrf={shell.formToken}
                text={say(w.undoChange)}
                variant="secondary"
                size="small"
              />
            </div>
          )}
        </Section>
      ))}
    </Frame>
  );
}

export interface MoneyProps extends ViewProps {
  readonly plan: Plan;
  readonly lines: readonly Line[];
  readonly balance: Balance;
  /** One drawing a currency. */
  readonly bars: readonly BarsProps[];
}

export function MoneyView({ shell, plan, lines, balance, bars }: MoneyProps): VNode {
  const { say } = shell;
  const lacking = lines.filter((line) => line.state !== "dropped" && owing(balanceOf(line.money).gap).size > 0);
  return (
    <Frame
      shell={shell}
      title={say(w.moneyTitle)}
      caption={plan.title}
      lead={say(lineWords.moneyLead, {
        funded: sums(shell, balance.funding, "short"),
        cost: sums(shell, balance.cost, "short"),
        lines: lacking.length,
      })}
      current={paths.plans}
      back={{ href: paths.plan(plan.id), text: say(w.back) }}
    >
      {bars.map((one) => (
        <Bars {...one} />
      ))}
      <Section id="gap" title={say(lineWords.gapList)} count={lacking.length}>
        <DataTable
          say={say}
          caption={say(lineWords.gapList)}
          rows={lacking}
          empty={<EmptyState>{say(lineWords.gapEmpty)}</EmptyState>}
          columns={[
            {
              key: "title",
              head: say(lineWords.title),
              cell: (line: Line) => <Link href={paths.line(line.id)}>{`${lineReference(line.number)} ${line.title}`}</Link>,
            },
            { key: "cost", head: say(lineWords.cost), numeric: true, cell: (line: Line) => sums(shell, balanceOf(line.money).cost) },
            {
              key: "funding",
              head: say(lineWords.funding),
              numeric: true,
              cell: (line: Line) => sums(shell, balanceOf(line.money).funding),
            },
            {
              key: "gap",
              head: say(lineWords.withoutMoney),
              numeric: true,
              cell: (line: Line) => sums(shell, owing(balanceOf(line.money).gap)),
            },
          ]}
        />
      </Section>
      <Section id="sums" title={say(lineWords.total)}>
        <DataTable
          say={say}
          caption={say(lineWords.total)}
          rows={[
            { name: say(lineWords.cost), value: balance.cost },
            { name: say(lineWords.funding), value: balance.funding },
            { name: say(lineWords.withoutMoney), value: owing(balance.gap) },
            { name: say(lineWords.committed), value: balance.committed },
            { name: say(lineWords.paid), value: balance.paid },
            { name: say(lineWords.received), value: balance.received },
          ]}
          columns={[
            { key: "name", head: say(lineWords.kind), cell: (row: { name: string }) => row.name },
            {
              key: "value",
              head: say(lineWords.amount),
              numeric: true,
              cell: (row: { value: ReadonlyMap<string, number> }) => sums(shell, row.value),
            },
          ]}
        />
      </Section>
    </Frame>
  );
}
