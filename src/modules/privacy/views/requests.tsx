/** The officer's list of requests, and the form for one that came on paper. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { isPaused } from "#kernel/calendar/clock.ts";
import { LANGUAGES } from "#platform/i18n/text.ts";
import { referenceOf } from "#platform/db/ids.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Button, Form, Input, Radios, Select, Textarea } from "#platform/ui/forms.tsx";
import { ListPage, type Column } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { RequestRow } from "../queries.ts";
import { requestFlow } from "../rules.ts";
import { clockOf, KINDS } from "../schema.ts";
import { w as console } from "../words.ts";
import { w } from "../words-requests.ts";
import { errorOf, summaryOf } from "./errors.ts";

/** How a request stands, as a tag. */
export function RequestTag({ shell, state }: { readonly shell: Shell; readonly state: RequestRow["state"] }): VNode {
  const { title, tone } = requestFlow.states[state];
  return <StatusTag tone={tone}>{shell.say(title)}</StatusTag>;
}

/** When the answer is due, in words; a late one says so. */
export function DueText({ shell, row, today }: { readonly shell: Shell; readonly row: RequestRow; readonly today: string }): VNode {
  const { say } = shell;
  const open = requestFlow.states[row.state].final === undefined;
  if (open && isPaused(clockOf(row.clock))) return <span>{say(w.stands)}</span>;
  if (open && row.dueDay < today) return <StatusTag tone="late">{formatDate(row.dueDay)}</StatusTag>;
  return <span>{formatDate(row.dueDay)}</span>;
}

function columnsOf(shell: Shell, today: string): Column<RequestRow>[] {
  const { say } = shell;
  return [
    { key: "reference", head: say(w.reference), cell: (row) => <Link href={paths.request(row.id)}>{referenceOf(row.id)}</Link> },
    { key: "kind", head: say(w.kind), cell: (row) => say(w[`${row.kind}Short`]) },
    { key: "from", head: say(w.from), cell: (row) => `${row.requester}, ${row.organisationName}` },
    { key: "state", head: say(w.state), cell: (row) => <RequestTag shell={shell} state={row.state} /> },
    { key: "due", head: say(w.due), sortable: true, cell: (row) => <DueText shell={shell} row={row} today={today} /> },
  ];
}

export interface RequestsProps {
  readonly shell: Shell;
  readonly list: Listed<RequestRow>;
  readonly today: string;
}

/** The page of `/privacy-console/requests`. */
export function RequestsView({ shell, list, today }: RequestsProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(console.requests)}
      lead={say(w.listLead)}
      current={paths.console}
      back={{ href: paths.console, text: say(console.title) }}
      actions={
        <Button href={paths.newRequest} variant="secondary" size="small">
          {say(w.recordPaper)}
        </Button>
      }
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(console.requests),
          columns: columnsOf(shell, today),
          empty: <EmptyState>{say(w.none)}</EmptyState>,
        }}
      />
    </Frame>
  );
}

export interface FormProps {
  readonly shell: Shell;
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly FieldProblem[];
}

/** The five kinds of request, to choose from. */
export function KindChoice({ shell, values = {}, problems = [], legend }: FormProps & { readonly legend: string }): VNode {
  const { say } = shell;
  return (
    <Radios
      say={say}
      name="kind"
      legend={legend}
      legendSize="m"
      value={values["kind"]}
      error={errorOf(say, problems, "kind")}
      choices={KINDS.map((kind) => ({ value: kind, text: say(w[kind]) }))}
    />
  );
}

/** The page of `/privacy-console/requests/new`. */
export function PaperRequestView({ shell, values = {}, problems = [] }: FormProps): VNode {
  const { say } = shell;
  const field = (name: string) => ({ say, name, value: values[name], error: errorOf(say, problems, name) });
  return (
    <Frame
      shell={shell}
      title={say(w.recordPaper)}
      width="reading"
      current={paths.console}
      back={{ href: paths.requests, text: say(console.requests) }}
      errors={summaryOf(say, problems)}
    >
      <Form action={paths.newRequest} csrf={shell.formToken}>
        <KindChoice shell={shell} values={values} problems={problems} legend={say(w.kind)} />
        <Input {...field("requester")} label={say(w.requester)} autocomplete="off" />
        <Input {...field("reach")} label={say(w.reach)} hint={say(w.reachHint)} autocomplete="off" />
        <Input {...field("received")} label={say(w.dayReceived)} type="date" width={10} />
        <Textarea {...field("wish")} label={say(w.wish)} rows={6} />
        <Select
          {...field("language")}
          label={say(w.languageAsked)}
          options={LANGUAGES.map((language) => ({ value: language, text: ownName(language) }))}
        />
        <Button>{say(w.save)}</Button>
      </Form>
    </Frame>
  );
}
