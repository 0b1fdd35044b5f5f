/** One account and what its administrator can do: how it stands, never what its owner wrote. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { dayOf, formatDate, formatDateTime } from "#platform/ui/format.ts";
import { Button, Form, Input, Textarea } from "#platform/ui/forms.tsx";
import { SummaryList } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Notice, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { AdministeredAccount } from "../queries-admin.ts";
import { w } from "../words-admin.ts";
import { postText, StateTag } from "./admin-list.tsx";
import { errorOf, summaryOf } from "./errors.ts";
import { VERBATIM } from "./verbatim.ts";

interface AdminProps {
  readonly shell: Shell;
  readonly account: AdministeredAccount;
  readonly provider: string | null;
}

function Acts({ shell, account, provider }: AdminProps): VNode {
  const { say } = shell;
  const closed = account.state === "closed";
  const links: [string, string][] = [
    ...(closed
      ? [[paths.adminEnable(account.id), say(w.reopen)] as [string, string]]
      : [[paths.adminLink(account.id), say(w.newLink)] as [string, string]]),
    ...(account.codeOn ? [[paths.adminCodeOff(account.id), say(w.dropCode)] as [string, string]] : []),
    ...(provider !== null && !closed && !account.linked
      ? [[paths.adminProvider(account.id), say(w.linkIdentity, { provider })] as [string, string]]
      : []),
    ...(closed ? [] : [[paths.adminDisable(account.id), say(w.close)] as [string, string]]),
  ];
  return (
    <ul class="govuk-list">
      {links.map(([href, text]) => (
        <li>
          <Link href={href}>{text}</Link>
        </li>
      ))}
    </ul>
  );
}

/** The page of `/admin/accounts/:id`. */
export function AdminAccountView(props: AdminProps): VNode {
  const { shell, account, provider } = props;
  const { say, pack } = shell;
  const day = (at: Date): string => formatDate(dayOf(at, pack.timeZone));
  return (
    <Frame
      shell={shell}
      title={account.name}
      lead={postText(shell, account)}
      current={paths.accounts}
      back={{ href: paths.accounts, text: say(w.accounts) }}
    >
      <SummaryList
        rows={[
          { key: say(w.state), value: <StateTag shell={shell} state={account.state} /> },
          { key: say(w.login), value: <span {...VERBATIM}>{account.login}</span> },
          { key: say(w.code), value: say(account.codeOn ? w.on : w.off) },
          { key: say(w.passkeys), value: String(account.passkeys) },
          provider !== null && { key: provider, value: say(account.linked ? w.linked : w.notLinked) },
          { key: say(w.sessions), value: String(account.sessions) },
          { key: say(w.seen), value: account.signedInAt === null ? say(w.never) : day(account.signedInAt) },
          { key: say(w.made), value: day(account.createdAt) },
          account.demonstration && { key: "", value: say(w.demo) },
        ]}
      />
      <Section id="acts" title={say(w.acts)}>
        {account.id === shell.actor?.account ? <Notice>{say(w.own)}</Notice> : <Acts {...props} />}
      </Section>
    </Frame>
  );
}

export interface ActPageProps {
  readonly shell: Shell;
  readonly account: Pick<AdministeredAccount, "id" | "name">;
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  /** `reason` asks why, `identifier` asks for the provider's identifier, absent asks nothing. */
  readonly field?: "reason" | "identifier";
  readonly value?: string;
  readonly problems?: readonly FieldProblem[];
}

/** One act on an account: what follows from it, why, and the button. */
export function AdminActView({ shell, account, title, lead, action, field, value, problems = [] }: ActPageProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={title}
      lead={lead}
      current={paths.accounts}
      width="reading"
      back={{ href: paths.adminAccount(account.id), text: account.name }}
      errors={summaryOf(say, problems)}
    >
      <Form action={action} csrf={shell.formToken}>
        {field === "reason" && (
          <Textarea
            say={say}
            name="reason"
            label={say(w.reason)}
            hint={say(w.reasonHint)}
            rows={3}
            value={value}
            error={errorOf(say, problems, "reason")}
          />
        )}
        {field === "identifier" && (
          <Input
            say={say}
            name="identifier"
            label={say(w.identifier)}
            value={value}
            error={errorOf(say, problems, "identifier")}
            spellcheck={false}
            autocapitalize="none"
          />
        )}
        <Button>{title}</Button>
      </Form>
    </Frame>
  );
}

/** The page that shows a link for a password, for a few minutes, to the administrator who made it. */
export function LinkShownView(props: {
  readonly shell: Shell;
  readonly account: Pick<AdministeredAccount, "id" | "name">;
  readonly link: string;
  readonly until: Date;
}): VNode {
  const { shell, account, link, until } = props;
  const { say, pack } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.linkTitle, { name: account.name })}
      lead={say(w.linkLead, { until: formatDateTime(until, pack.timeZone) })}
      current={paths.accounts}
      width="reading"
    >
      <Textarea say={say} name="link" label={say(w.link)} value={link} rows={3} spellcheck={false} attributes={{ readonly: true }} />
      <p>
        <Link href={paths.adminAccount(account.id)}>{say(w.backToAccount)}</Link>
      </p>
    </Frame>
  );
}
