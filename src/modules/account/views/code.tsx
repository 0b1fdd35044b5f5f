/** The second step of signing in: one code. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, ButtonGroup, Form, Input } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { paths } from "../paths.ts";
import { w } from "../words-sign-in.ts";
import { errorOf, summaryOf } from "./errors.ts";

/** The page of `/sign-in/code`. */
export function CodeView({ shell, problems = [] }: { readonly shell: Shell; readonly problems?: readonly FieldProblem[] }): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} area="portal" title={say(w.code)} lead={say(w.codeLead)} width="reading" errors={summaryOf(say, problems)}>
      <Form action={paths.signInCode} csrf={shell.formToken}>
        <Input
          say={say}
          name="code"
          label={say(w.code)}
          labelClass="govuk-visually-hidden"
          hint={say(w.codeHint)}
          error={errorOf(say, problems, "code")}
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          width={20}
        />
        <ButtonGroup>
          <Button>{say(w.continue)}</Button>
          <Link href={paths.signIn()}>{say(w.startAgain)}</Link>
        </ButtonGroup>
      </Form>
    </Frame>
  );
}
