/** Signing in: name and password first, the other ways beneath. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Details } from "#platform/ui/content.tsx";
import { Button, Form, Input, PasswordInput } from "#platform/ui/forms.tsx";
import { Notice, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words-sign-in.ts";
import { errorOf, summaryOf } from "./errors.ts";

export interface SignInProps {
  readonly shell: Shell;
  readonly next: string;
  readonly login?: string;
  readonly problems?: readonly FieldProblem[];
  /** True after a password was set by a link. */
  readonly passwordSet?: boolean;
  /** The outside provider's name, when there is one. */
  readonly provider: string | null;
  /** Address of the passkey script; it shows the passkey button where the browser knows passkeys. */
  readonly script: string;
}

function OtherWays({ shell, next, provider }: SignInProps): VNode {
  const { say } = shell;
  return (
    <Section id="other-ways" title={say(w.otherWays)} titleHidden>
      {provider !== null && (
        <p>
          <Button href={paths.provider(next)} variant="secondary">
            {say(w.withProvider, { provider })}
          </Button>
        </p>
      )}
      <Form action={paths.signInPasskey} csrf={shell.formToken} id="passkey" hidden={{ next, answer: "" }}>
        <div hidden data-passkey="get" data-challenge={paths.passkeyChallenge}>
          <Button variant="secondary">{say(w.withPasskey)}</Button>
        </div>
      </Form>
      <Details summary={say(w.forgotten)}>{say(w.forgottenHelp)}</Details>
    </Section>
  );
}

/** The page of `/sign-in`. */
export function SignInView(props: SignInProps): VNode {
  const { shell, next, login, problems = [], passwordSet, script } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      area="portal"
      title={say(w.signIn)}
      lead={say(w.signInLead)}
      width="reading"
      errors={summaryOf(say, problems)}
      notice={passwordSet && <Notice tone="good">{say(w.passwordSet)}</Notice>}
      scripts={[script]}
    >
      <Form action={paths.signIn()} csrf={shell.formToken} hidden={{ next }}>
        <Input
          say={say}
          name="login"
          label={say(w.login)}
          value={login}
          error={errorOf(say, problems, "login")}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
        />
        <PasswordInput say={say} name="password" label={say(w.password)} error={errorOf(say, problems, "password")} />
        <Button>{say(w.signIn)}</Button>
      </Form>
      <OtherWays {...props} />
    </Frame>
  );
}
