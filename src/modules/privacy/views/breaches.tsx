/** The register of breaches with their clocks, and one breach as it is worked on. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import type { Offer } from "#kernel/flow/flow.ts";
import { referenceOf } from "#platform/db/ids.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { Details } from "#platform/ui/content.tsx";
import { Button, Form, Input, Radios, RefusedAction, Textarea } from "#platform/ui/forms.tsx";
import { DataTable, ListPage, type Column, SummaryList } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Card, EmptyState, MoreLinks, Notice, Progress, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { BreachRow } from "../queries.ts";
import { breachFlow, hoursLeft } from "../rules.ts";
import { RISKS } from "../schema.ts";
import { w as console } from "../words.ts";
import { w } from "../words-breach.ts";
import { errorOf, summaryOf } from "./errors.ts";

/** How long is left for the notice, or that it was sent. */
function ClockTag({ shell, row, now }: { readonly shell: Shell; readonly row: BreachRow; readonly now: Date }): VNode {
  const { say, pack } = shell;
  if (row.notifiedAt !== null) return <span>{formatDateTime(row.notifiedAt, pack.timeZone)}</span>;
  if (row.state === "closed") return <span>–</span>;
  const left = hoursLeft(row.dueAt, now);
  return left < 0 ? (
    <StatusTag tone="late">{say(w.lateBy, { n: -left })}</StatusTag>
  ) : (
    <StatusTag tone="watch">{say(w.left, { n: left })}</StatusTag>
  );
}

function columnsOf(shell: Shell, now: Date): Column<BreachRow>[] {
  const { say, pack } = shell;
  const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}…` : text);
  return [
    { key: "reference", head: say(w.reference), cell: (row) => <Link href={paths.breach(row.id)}>{referenceOf(row.id)}</Link> },
    { key: "what", head: say(w.what), cell: (row) => short(row.what) },
    { key: "found", head: say(w.found), sortable: true, cell: (row) => formatDateTime(row.foundAt, pack.timeZone) },
    {
      key: "state",
      head: say(w.state),
      cell: (row) => <StatusTag tone={breachFlow.states[row.state].tone}>{say(breachFlow.states[row.state].title)}</StatusTag>,
    },
    { key: "due", head: say(w.notice), sortable: true, cell: (row) => <ClockTag shell={shell} row={row} now={now} /> },
  ];
}

/** Breaches as rows. */
export function BreachTable({
  shell,
  rows,
  now,
}: {
  readonly shell: Shell;
  readonly rows: readonly BreachRow[];
  readonly now: Date;
}): VNode {
  return (
    <DataTable
      say={shell.say}
      caption={shell.say(console.breaches)}
      columns={columnsOf(shell, now).map((column) => ({ ...column, sortable: false }))}
      rows={rows}
    />
  );
}

export interface BreachesProps {
  readonly shell: Shell;
  readonly list: Listed<BreachRow>;
  readonly now: Date;
}

/** The page of `/privacy-console/breaches`. */
export function BreachesView({ shell, list, now }: BreachesProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(console.breaches)}
      lead={say(w.lead)}
      current={paths.console}
      back={{ href: paths.console, text: say(console.title) }}
      actions={
        <Button href={paths.ownIncident} variant="secondary" size="small">
          {say(w.report)}
        </Button>
      }
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(console.breaches),
          columns: columnsOf(shell, now),
          empty: <EmptyState>{say(list.filtered ? w.noneFits : w.none)}</EmptyState>,
        }}
      />
    </Frame>
  );
}

type StepName = keyof typeof breachFlow.steps;

export interface BreachProps {
  readonly shell: Shell;
  readonly row: BreachRow;
  readonly offers: readonly Offer<StepName>[];
  readonly now: Date;
  /** Hours allowed for the notice. */
  readonly allowed: number;
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly FieldProblem[];
}

/** The clock of the notice as the first thing on the page. */
function Clock({ shell, row, now, allowed }: BreachProps): VNode | null {
  const { say, pack } = shell;
  if (row.notifiedAt !== null || row.state === "closed") return null;
  const left = hoursLeft(row.dueAt, now);
  const at = formatDateTime(row.dueAt, pack.timeZone);
  if (left < 0)
    return (
      <Notice tone="late">
        <p>{say(w.lateSince, { n: -left, at })}</p>
      </Notice>
    );
  const used = Math.min(allowed, Math.max(0, allowed - (row.dueAt.getTime() - now.getTime()) / 3_600_000));
  return <Progress done={used} of={allowed} text={say(w.leftOf, { n: left, of: allowed, at })} />;
}

function noticeText({ shell, row }: BreachProps): string {
  const { say, pack } = shell;
  if (row.notifiedAt === null) return "–";
  const at = formatDateTime(row.notifiedAt, pack.timeZone);
  return row.lateReason === null ? say(w.sentInTime, { at }) : say(w.sentLate, { at, reason: row.lateReason });
}

function Facts(props: BreachProps): VNode {
  const { shell, row } = props;
  const { say, pack, language } = shell;
  const text = (value: string): string => (value === "" ? say(w.empty) : value);
  return (
    <SummaryList
      rows={[
        {
          key: say(w.state),
          value: <StatusTag tone={breachFlow.states[row.state].tone}>{say(breachFlow.states[row.state].title)}</StatusTag>,
        },
        { key: say(w.found), value: formatDateTime(row.foundAt, pack.timeZone) },
        { key: say(w.organisation), value: row.organisationName },
        row.reporter !== null && { key: say(w.reporter), value: row.reporter },
        { key: say(w.what), value: row.what },
        { key: say(w.dataKinds), value: text(row.dataKinds) },
        { key: say(w.people), value: row.people === null ? say(w.empty) : formatNumber(row.people, language) },
        { key: say(w.risk), value: say(w[row.risk]) },
        { key: say(w.consequences), value: text(row.consequences) },
        { key: say(w.measures), value: text(row.measures) },
        { key: say(w.notice), value: noticeText(props) },
        {
          key: say(w.told),
          value:
            row.toldAt === null ? say(w.notTold) : say(w.toldOn, { at: formatDateTime(row.toldAt, pack.timeZone), how: row.toldHow ?? "" }),
        },
        row.closedAt !== null && {
          key: say(w.closedOn, { at: formatDateTime(row.closedAt, pack.timeZone) }),
          value: row.closingReason ?? "",
        },
      ]}
    />
  );
}

function AssessForm({ shell, row, values, problems = [] }: BreachProps): VNode {
  const { say } = shell;
  const known: Record<string, string> = {
    what: row.what,
    dataKinds: row.dataKinds,
    people: row.people === null ? "" : String(row.people),
    risk: row.risk,
    consequences: row.consequences,
    measures: row.measures,
  };
  const shown = values?.["what"] === undefined ? known : values;
  const field = (name: string) => ({ say, name, value: shown[name], error: errorOf(say, problems, name) });
  return (
    <Form action={paths.breachStep(row.id, "assess")} csrf={shell.formToken}>
      <Textarea {...field("what")} label={say(w.what)} rows={4} />
      <Textarea {...field("dataKinds")} label={say(w.dataKinds)} hint={say(w.dataKindsHint)} rows={2} />
      <Input {...field("people")} label={say(w.people)} inputmode="numeric" width={5} />
      <Radios {...field("risk")} legend={say(w.risk)} legendSize="s" choices={RISKS.map((risk) => ({ value: risk, text: say(w[risk]) }))} />
      <Textarea {...field("consequences")} label={say(w.consequences)} rows={3} />
      <Textarea {...field("measures")} label={say(w.measures)} rows={3} />
      <Button>{say(w.save)}</Button>
    </Form>
  );
}

/** One question and one button: the reason, the way people were told, the lesson. */
function ReasonForm({
  props,
  step,
  name,
  label,
  title,
}: {
  readonly props: BreachProps;
  readonly step: StepName;
  readonly name: string;
  readonly label: string | null;
  readonly title: string;
}): VNode {
  const { shell, row, values = {}, problems = [] } = props;
  const { say } = shell;
  return (
    <Form action={paths.breachStep(row.id, step)} csrf={shell.formToken}>
      {label !== null && (
        <Textarea say={say} name={name} label={label} rows={3} value={values[name]} error={errorOf(say, problems, name)} />
      )}
      <Button variant="secondary">{title}</Button>
    </Form>
  );
}

const OTHER_FORMS = new Set(["late", "how", "closing"]);

/** Whether something of what the authority must be told is still missing, or was just refused. */
function isSketchy({ row, problems = [] }: BreachProps): boolean {
  return (
    row.dataKinds === "" || row.measures === "" || row.risk === "unknown" || problems.some((problem) => !OTHER_FORMS.has(problem.field))
  );
}

function Step({ offer, props }: { readonly offer: Offer<StepName>; readonly props: BreachProps }): VNode {
  const { shell, row, now } = props;
  const { say } = shell;
  const title = say(offer.title);
  if (offer.refusal !== null) return <RefusedAction id={offer.step} text={title} reason={say(offer.refusal.text)} />;
  if (offer.step === "assess")
    return (
      <Details summary={title} open={isSketchy(props)}>
        <AssessForm {...props} />
      </Details>
    );
  if (offer.step === "notify")
    return <ReasonForm props={props} step="notify" name="late" label={now > row.dueAt ? say(w.lateReason) : null} title={title} />;
  if (offer.step === "tellPeople") return <ReasonForm props={props} step="tellPeople" name="how" label={say(w.toldHow)} title={title} />;
  return <ReasonForm props={props} step="closeBreach" name="closing" label={say(w.closing)} title={title} />;
}

/** The page of one breach. */
export function BreachView(props: BreachProps): VNode {
  const { shell, row, offers, problems = [] } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.breach, { reference: referenceOf(row.id) })}
      current={paths.console}
      back={{ href: paths.breaches, text: say(console.breaches) }}
      errors={summaryOf(say, problems)}
    >
      <Clock {...props} />
      <Facts {...props} />
      <MoreLinks>
        <Link href={paths.breachNotice(row.id, shell.language)}>{say(w.printNotice)}</Link>
      </MoreLinks>
      {offers.length > 0 && (
        <Section id="next" title={say(w.next)}>
          {offers
            .filter((offer) => offer.step !== "tellPeople" || row.toldAt === null)
            .map((offer) => (
              <Card>
                <Step offer={offer} props={props} />
              </Card>
            ))}
        </Section>
      )}
    </Frame>
  );
}
