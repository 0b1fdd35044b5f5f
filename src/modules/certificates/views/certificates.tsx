/** The list of certificates, one certificate, and withdrawing it. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, Form, Radios, Textarea } from "#platform/ui/forms.tsx";
import { dayOf, formatDate, formatDays, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/list-page.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { SummaryList } from "#platform/ui/summaries.tsx";
import { paths } from "../paths.ts";
import { certificateFlow } from "../rules.ts";
import { WITHDRAWN_WHY, type Certificate } from "../schema.ts";
import { w } from "../words.ts";
import { w as verbs } from "../words-verbs.ts";

export function StateTag({ shell, certificate }: { readonly shell: Shell; readonly certificate: Pick<Certificate, "state"> }): VNode {
  const state = certificateFlow.states[certificate.state];
  return <StatusTag tone={state.tone}>{shell.say(state.title)}</StatusTag>;
}

/** Every certificate within reach. */
export function CertificatesView({ shell, list }: { readonly shell: Shell; readonly list: Listed<Certificate> }): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.listTitle)} lead={say(w.listLead)} current="/certificates" width="wide">
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.listTitle),
          columns: [
            {
              key: "name",
              head: say(w.person),
              sortable: true,
              cell: (one) => <Link href={paths.certificate(one.id)}>{one.content.name}</Link>,
            },
            { key: "course", head: say(w.course), sortable: true, cell: (one) => say(one.content.course.title) },
            { key: "number", head: say(w.number), sortable: true, cell: (one) => one.number },
            { key: "issued", head: say(w.issuedOn), sortable: true, cell: (one) => formatDate(one.issuedOn) },
            { key: "state", head: say(w.state), cell: (one) => <StateTag shell={shell} certificate={one} /> },
          ],
          empty: <EmptyState>{say(w.noneYet)}</EmptyState>,
        }}
      />
    </Frame>
  );
}

/** One certificate: what stands on it, its paper, and the page where anybody checks it. */
export function CertificateView(props: {
  readonly shell: Shell;
  readonly certificate: Certificate;
  readonly others: ReadonlyMap<string, Certificate>;
  readonly origin: string;
  readonly outcomesHref: string | null;
  readonly mayWithdraw: boolean;
}): VNode {
  const { shell, certificate, others, origin, outcomesHref, mayWithdraw } = props;
  const { say, language, pack } = shell;
  const { content } = certificate;
  const other = (id: string | null) => {
    const found = id === null ? undefined : others.get(id);
    return found && <Link href={paths.certificate(found.id)}>{found.number}</Link>;
  };
  return (
    <Frame
      shell={shell}
      title={content.name}
      caption={`${say(w.certificate)} ${certificate.number}`}
      lead={say(content.course.title)}
      {...(outcomesHref !== null && { back: { href: outcomesHref, text: say(w.toOutcomes) } })}
      actions={<Button href={paths.pdf(certificate.id)}>{say(w.asPdf)}</Button>}
      width="reading"
    >
      <SummaryList
        rows={[
          { key: say(w.state), value: <StateTag shell={shell} certificate={certificate} /> },
          { key: say(w.dates), value: formatDays(content.from, content.to) },
          { key: say(w.hours), value: formatNumber(content.hours, language) },
          { key: say(w.issuedOn), value: formatDate(content.issuedOn) },
          { key: say(w.signedBy), value: `${content.signatory.name ?? "–"}, ${say(content.signatory.post)}` },
          certificate.withdrawnAt !== null && {
            key: say(w.withdrawnOn),
            value: `${formatDate(dayOf(certificate.withdrawnAt, pack.timeZone))}. ${certificate.withdrawnWhy === null ? "" : say(w[certificate.withdrawnWhy])}`,
          },
          certificate.replacedBy !== null && { key: say(w.replacedBy), value: other(certificate.replacedBy) },
          certificate.replaces !== null && { key: say(w.replaces), value: other(certificate.replaces) },
          {
            key: say(w.checkPage),
            value: <Link href={paths.verifyCode(certificate.code)}>{`${origin}${paths.verifyCode(certificate.code)}`}</Link>,
          },
          { key: say(w.fingerprint), value: <code>{certificate.hash.match(/.{1,16}/gu)?.join(" ")}</code> },
        ]}
      />
      {mayWithdraw && certificate.state === "valid" && (
        <p class="in-more">
          <Link href={paths.withdraw(certificate.id)}>{say(verbs.withdraw)}</Link>
        </p>
      )}
    </Frame>
  );
}

/** The form that withdraws a certificate. */
export function WithdrawView(props: {
  readonly shell: Shell;
  readonly certificate: Certificate;
  readonly nameNow: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldProblem[];
}): VNode {
  const { shell, certificate, nameNow, values = {}, errors = [] } = props;
  const { say } = shell;
  const problem = (field: string) => {
    const found = errors.find((one) => one.field === field);
    return found && say(found.text, found.values);
  };
  return (
    <Frame
      shell={shell}
      title={say(w.withdrawTitle, { number: certificate.number })}
      lead={say(w.withdrawLead)}
      back={{ href: paths.certificate(certificate.id) }}
      errors={errors.map((one) => ({ text: say(one.text, one.values), href: `#${one.field}` }))}
      width="reading"
    >
      <Form action={paths.withdraw(certificate.id)} csrf={shell.formToken}>
        <Radios
          say={say}
          name="why"
          legend={say(w.withdrawWhy)}
          value={values["why"]}
          error={problem("why")}
          choices={WITHDRAWN_WHY.filter((why) => why !== "outcome_changed").map((why) => ({
            value: why,
            text: say(w[why]),
            ...(why === "wrong_name" && { hint: say(w.nameNow, { name: nameNow }) }),
          }))}
        />
        <Textarea say={say} name="note" label={say(w.withdrawNote)} rows={2} value={values["note"]} error={problem("note")} />
        <Button>{say(verbs.withdraw)}</Button>
      </Form>
    </Frame>
  );
}
