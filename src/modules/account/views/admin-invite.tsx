/** Inviting a person: find her in the register, then give her a sign-in name. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, Form, Input } from "#platform/ui/forms.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { Invitable } from "../queries-admin.ts";
import { w } from "../words-admin.ts";
import { postText } from "./admin-list.tsx";
import { errorOf, summaryOf } from "./errors.ts";

/** The page of `/admin/accounts/new`; `found` is null before anything was looked for. */
export function FindPersonView({
  shell,
  words,
  found,
}: {
  readonly shell: Shell;
  readonly words: string;
  readonly found: readonly Invitable[] | null;
}): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.invite)}
      lead={say(w.inviteLead)}
      current={paths.accounts}
      back={{ href: paths.accounts, text: say(w.accounts) }}
    >
      <form method="get" action={paths.invite} role="search" class="in-read">
        <Input say={say} name="q" label={say(w.findName)} type="search" value={words} />
        <Button variant={found === null ? undefined : "secondary"}>{say(w.find)}</Button>
      </form>
      {found !== null && (
        <DataTable
          say={say}
          caption={say(w.invite)}
          rows={found}
          empty={<EmptyState>{say(w.nobody)}</EmptyState>}
          columns={[
            { key: "name", head: say(w.person), cell: (row) => row.name },
            { key: "post", head: say(w.post), cell: (row) => postText(shell, row) },
            {
              key: "choose",
              head: say(w.choose),
              headHidden: true,
              cell: (row) => (
                <Link href={paths.invitePerson(row.person)}>
                  {say(w.choose)}
                  <span class="govuk-visually-hidden"> {row.name}</span>
                </Link>
              ),
            },
          ]}
        />
      )}
    </Frame>
  );
}

export interface InviteProps {
  readonly shell: Shell;
  readonly person: Invitable;
  readonly login?: string;
  readonly problems?: readonly FieldProblem[];
}

/** The page of `/admin/accounts/new/:personId`. */
export function InviteView({ shell, person, login, problems = [] }: InviteProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.inviteWhom, { name: person.name })}
      lead={postText(shell, person)}
      current={paths.accounts}
      width="reading"
      back={{ href: paths.invite, text: say(w.invite) }}
      errors={summaryOf(say, problems)}
    >
      <Form action={paths.invitePerson(person.person)} csrf={shell.formToken}>
        <Input
          say={say}
          name="login"
          label={say(w.login)}
          hint={say(w.loginHint)}
          value={login}
          error={errorOf(say, problems, "login")}
          autocapitalize="none"
          autocomplete="off"
          spellcheck={false}
          width={20}
        />
        <Button>{say(w.openAccount)}</Button>
      </Form>
    </Frame>
  );
}
