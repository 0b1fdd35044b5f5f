/** A person's pages about her own data: what is held, what she asked, asking, telling about an incident. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { referenceOf } from "#platform/db/ids.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import { ActionForm, Button, Form, Input, Textarea } from "#platform/ui/forms.tsx";
import { DataTable, SummaryList } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Doors, EmptyState, MoreLinks, Notice, PhoneLink, Section } from "#platform/ui/parts.tsx";
import { retentionOf } from "../inventory.ts";
import type { Held } from "../collect.ts";
import { paths } from "../paths.ts";
import type { RequestRow } from "../queries.ts";
import { requestFlow } from "../rules.ts";
import { w as wr } from "../words-requests.ts";
import { w } from "../words-own.ts";
import { errorOf, summaryOf } from "./errors.ts";
import { basisText, keptText } from "./inventory.tsx";
import { KindChoice, RequestTag, type FormProps } from "./requests.tsx";

const ACCOUNT = "/account";

export interface OwnProps {
  readonly shell: Shell;
  readonly held: readonly Held[];
  readonly requests: readonly RequestRow[];
  readonly officer: { readonly name: string; readonly phone: string | null } | null;
  /** True right after an incident was told. */
  readonly told: boolean;
}

function HeldTable({ shell, held }: Pick<OwnProps, "shell" | "held">): VNode {
  const { say, pack } = shell;
  const filled = held.filter((part) => part.rows.length > 0);
  return (
    <DataTable
      say={say}
      caption={say(w.held)}
      rows={filled}
      empty={<EmptyState>{say(w.nothing)}</EmptyState>}
      columns={[
        { key: "title", head: say(w.held), cell: (part) => say(part.declared.title) },
        { key: "rows", head: say(w.much), cell: (part) => say(w.partsHeld, { n: part.rows.length }) },
        {
          key: "why",
          head: say(w.why),
          cell: (part) => {
            const purpose = retentionOf(pack, part.declared.purpose);
            return purpose === undefined
              ? part.declared.purpose
              : `${say(purpose.names)}. ${basisText(say, pack, purpose)}. ${keptText(say, pack, purpose)}`;
          },
        },
      ]}
    />
  );
}

/** The page of `/account/my-data`. */
export function OwnView({ shell, held, requests, officer, told }: OwnProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.title)}
      lead={say(w.lead)}
      back={{ href: ACCOUNT }}
      notice={
        told && (
          <Notice tone="good" live>
            <p>{say(w.told)}</p>
          </Notice>
        )
      }
    >
      <Section id="doors" title={say(w.can)} titleHidden>
        <Doors
          doors={[
            { href: paths.ownAsk, title: say(w.ask), text: say(w.askText) },
            { href: paths.ownIncident, title: say(w.incident), text: say(w.incidentText) },
          ]}
        />
      </Section>
      <Section id="requests" title={say(w.yours)}>
        <DataTable
          say={say}
          caption={say(w.yours)}
          rows={requests}
          empty={<p>{say(w.noneYet)}</p>}
          columns={[
            {
              key: "reference",
              head: say(wr.reference),
              cell: (row) => <Link href={paths.ownRequest(row.id)}>{referenceOf(row.id)}</Link>,
            },
            { key: "kind", head: say(wr.kind), cell: (row) => say(wr[`${row.kind}Short`]) },
            { key: "state", head: say(wr.state), cell: (row) => <RequestTag shell={shell} state={row.state} /> },
            { key: "due", head: say(wr.due), cell: (row) => formatDate(row.dueDay) },
          ]}
        />
      </Section>
      <Section id="held" title={say(w.held)}>
        <HeldTable shell={shell} held={held} />
        <MoreLinks>
          <Link href={paths.ownAll}>{say(w.seeAll)}</Link>
          <Link href={paths.ownFile}>{say(w.take)}</Link>
        </MoreLinks>
      </Section>
      <Section id="officer" title={say(w.officer)}>
        {officer === null ? (
          <p>{say(w.noOfficer)}</p>
        ) : (
          <p>
            {officer.name} {officer.phone !== null && <PhoneLink name={officer.name} phone={officer.phone} />}
          </p>
        )}
      </Section>
    </Frame>
  );
}

/** The form in which a person asks about her data. */
export function AskView({ shell, values = {}, problems = [], days }: FormProps & { readonly days: number }): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.ask)}
      lead={say(w.askLead, { days })}
      width="reading"
      back={{ href: paths.own }}
      errors={summaryOf(say, problems)}
    >
      <Form action={paths.ownAsk} csrf={shell.formToken}>
        <KindChoice shell={shell} values={values} problems={problems} legend={say(w.askWhat)} />
        <Textarea
          say={say}
          name="wish"
          label={say(w.askWords)}
          hint={say(w.askWordsHint)}
          rows={6}
          value={values["wish"]}
          error={errorOf(say, problems, "wish")}
        />
        <Button>{say(w.send)}</Button>
      </Form>
    </Frame>
  );
}

/** One of a person's own requests. */
export function OwnRequestView({ shell, row }: { readonly shell: Shell; readonly row: RequestRow }): VNode {
  const { say, pack } = shell;
  const open = requestFlow.steps.withdraw.from.includes(row.state);
  return (
    <Frame
      shell={shell}
      title={say(wr.request, { reference: referenceOf(row.id) })}
      lead={open ? say(w.answerBy, { day: formatDate(row.dueDay) }) : undefined}
      width="reading"
      back={{ href: paths.own }}
    >
      <SummaryList
        rows={[
          { key: say(wr.state), value: <RequestTag shell={shell} state={row.state} /> },
          { key: say(wr.kind), value: say(wr[row.kind]) },
          { key: say(wr.wish), value: row.wish },
          { key: say(wr.received), value: say(w.sentOn, { day: formatDate(dayOf(row.receivedAt, pack.timeZone)) }) },
          row.decision !== null && { key: say(wr.decision), value: say(wr[row.decision]) },
          row.answer !== null && { key: say(wr.answerText), value: row.answer },
          row.answeredAt !== null && {
            key: say(requestFlow.states.answered.title),
            value: say(w.answered, { day: formatDate(dayOf(row.answeredAt, pack.timeZone)) }),
          },
        ]}
      />
      {row.decision !== null && <p>{say(w.notContent)}</p>}
      {open && <ActionForm action={paths.ownWithdraw(row.id)} csrf={shell.formToken} text={say(w.withdraw)} variant="secondary" />}
    </Frame>
  );
}

/** The form in which anyone tells about an incident. */
export function IncidentView({ shell, values = {}, problems = [] }: FormProps): VNode {
  const { say } = shell;
  const field = (name: string) => ({ say, name, value: values[name], error: errorOf(say, problems, name) });
  return (
    <Frame
      shell={shell}
      title={say(w.incident)}
      lead={say(w.incidentLead)}
      width="reading"
      back={{ href: paths.own }}
      errors={summaryOf(say, problems)}
    >
      <Form action={paths.ownIncident} csrf={shell.formToken}>
        <Textarea {...field("what")} label={say(w.what)} hint={say(w.whatHint)} rows={6} />
        <Input {...field("day")} label={say(w.day)} type="date" width={10} />
        <Input {...field("time")} label={say(w.time)} type="time" width={5} />
        <Button>{say(w.tell)}</Button>
      </Form>
    </Frame>
  );
}
