/** Choosing a password by a one-time link. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, Form } from "#platform/ui/forms.tsx";
import { w } from "../words-sign-in.ts";
import { summaryOf } from "./errors.ts";
import { NewPasswordFields } from "./own-forms.tsx";
import { VERBATIM } from "./verbatim.ts";

export interface SetPasswordProps {
  readonly shell: Shell;
  readonly action: string;
  readonly login: string;
  readonly name: string;
  readonly problems?: readonly FieldProblem[];
}

/** The page of `/set-password/:token`. The hidden name lets the browser's password store file the password under it. */
export function SetPasswordView({ shell, action, login, name, problems = [] }: SetPasswordProps): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} area="portal" title={say(w.choosePassword)} caption={name} width="reading" errors={summaryOf(say, problems)}>
      <p>
        {say(w.forName)} <b {...VERBATIM}>{login}</b>
      </p>
      <Form action={action} csrf={shell.formToken}>
        <input type="hidden" name="username" value={login} autocomplete="username" />
        <NewPasswordFields shell={shell} problems={problems} />
        <Button>{say(w.savePassword)}</Button>
      </Form>
    </Frame>
  );
}
