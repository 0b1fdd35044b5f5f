/** The one-question pages of one's own account: language, password, is it still you, sessions. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { CONFIRMED_MINUTES, type OpenSession } from "#kernel/access/session.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { LANGUAGES } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDateTime } from "#platform/ui/format.ts";
import { ActionForm, Button, Form, PasswordInput, Radios } from "#platform/ui/forms.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { paths } from "../paths.ts";
import { PASSWORD_LEAST } from "../rules.ts";
import { w } from "../words-account.ts";
import { w as ws } from "../words-sign-in.ts";
import { errorOf, summaryOf } from "./errors.ts";

interface FormProps {
  readonly shell: Shell;
  readonly problems?: readonly FieldProblem[];
}

/** The page of `/account/language`. */
export function LanguageView({ shell, language }: FormProps & { readonly language: string }): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.language)} heading={false} width="reading" back={{ href: paths.account }}>
      <Form action={paths.language} csrf={shell.formToken}>
        <Radios
          say={say}
          name="language"
          legend={say(w.language)}
          legendSize="xl"
          heading
          hint={say(w.languageHint)}
          value={language}
          choices={LANGUAGES.map((code) => ({ value: code, text: <span lang={code}>{ownName(code)}</span> }))}
        />
        <Button>{say(w.languageSaved)}</Button>
      </Form>
    </Frame>
  );
}

/** The two fields of a new password. */
export function NewPasswordFields({ shell, problems = [] }: FormProps): VNode {
  const { say } = shell;
  return (
    <>
      <PasswordInput
        say={say}
        name="password"
        label={say(ws.newPassword)}
        hint={say(ws.choosePasswordLead, { least: PASSWORD_LEAST })}
        error={errorOf(say, problems, "password")}
        autocomplete="new-password"
      />
      <PasswordInput say={say} name="again" label={say(ws.newAgain)} error={errorOf(say, problems, "again")} autocomplete="new-password" />
    </>
  );
}

/** The page of `/account/password`. An account without a password is not asked for the one it has not. */
export function PasswordView({ shell, problems = [], hasPassword }: FormProps & { readonly hasPassword: boolean }): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.changePassword)}
      lead={say(w.changePasswordLead)}
      width="reading"
      back={{ href: paths.account }}
      errors={summaryOf(say, problems)}
    >
      <Form action={paths.password} csrf={shell.formToken}>
        {hasPassword && <PasswordInput say={say} name="now" label={say(w.nowPassword)} error={errorOf(say, problems, "now")} />}
        <NewPasswordFields shell={shell} problems={problems} />
        <Button>{say(ws.savePassword)}</Button>
      </Form>
    </Frame>
  );
}

/** The page of `/account/confirm`, and the answer to a change asked for too long after signing in. */
export function ConfirmView({
  shell,
  problems = [],
  next,
  hasPassword,
}: FormProps & { readonly next: string; readonly hasPassword: boolean }): VNode {
  const { say } = shell;
  const lead = hasPassword ? say(w.confirmLead) : say(w.confirmNoPassword, { minutes: CONFIRMED_MINUTES });
  return (
    <Frame
      shell={shell}
      title={say(w.confirmTitle)}
      lead={lead}
      width="reading"
      back={{ href: paths.account }}
      errors={summaryOf(say, problems)}
    >
      {hasPassword ? (
        <Form action={paths.confirm()} csrf={shell.formToken} hidden={{ next }}>
          <PasswordInput say={say} name="now" label={say(w.nowPassword)} error={errorOf(say, problems, "now")} />
          <Button>{say(w.continue)}</Button>
        </Form>
      ) : (
        <ActionForm action={paths.signOut} csrf={shell.formToken} text={say(w.signOut)} />
      )}
    </Frame>
  );
}

/** The page of `/account/sessions`. */
export function SessionsView({ shell, sessions }: FormProps & { readonly sessions: readonly OpenSession[] }): VNode {
  const { say, pack } = shell;
  const at = (moment: Date): string => formatDateTime(moment, pack.timeZone);
  return (
    <Frame shell={shell} title={say(w.sessions)} lead={say(w.sessionsLead)} back={{ href: paths.account }}>
      <DataTable
        say={say}
        caption={say(w.sessions)}
        rows={sessions}
        columns={[
          {
            key: "device",
            head: say(w.device),
            cell: (row) => `${row.device ?? say(w.unknownDevice)}${row.own ? ` (${say(w.thisOne)})` : ""}`,
          },
          { key: "since", head: say(w.signedInAt), cell: (row) => at(row.since) },
          { key: "seen", head: say(w.lastSeen), cell: (row) => at(row.seen) },
        ]}
      />
      {sessions.length > 1 ? (
        <ActionForm action={paths.sessionsEnd} csrf={shell.formToken} text={say(w.endOthers)} variant="secondary" />
      ) : (
        <p>{say(w.onlyHere)}</p>
      )}
    </Frame>
  );
}
