/** A person's passkeys: the list, a form to add one, a button to remove each. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import { ActionForm, Button, Form, Input } from "#platform/ui/forms.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { OwnPasskey } from "../queries-own.ts";
import { w } from "../words-ways.ts";
import { errorOf, summaryOf } from "./errors.ts";

export interface PasskeysProps {
  readonly shell: Shell;
  readonly passkeys: readonly OwnPasskey[];
  readonly script: string;
  readonly name?: string;
  readonly problems?: readonly FieldProblem[];
}

function AddForm({ shell, name, problems = [] }: PasskeysProps): VNode {
  const { say } = shell;
  return (
    <Section id="add" title={say(w.addPasskey)}>
      <Form action={paths.passkeys} csrf={shell.formToken} hidden={{ answer: "" }}>
        <div hidden data-passkey="create" data-challenge={paths.passkeyAddChallenge}>
          <Input
            say={say}
            name="name"
            label={say(w.passkeyName)}
            hint={say(w.passkeyNameHint)}
            value={name}
            error={errorOf(say, problems, "name")}
            width={20}
          />
          <Button>{say(w.addPasskey)}</Button>
        </div>
        <p data-passkey-without>{say(w.needsScript)}</p>
      </Form>
    </Section>
  );
}

/** The page of `/account/passkeys`. */
export function PasskeysView(props: PasskeysProps): VNode {
  const { shell, passkeys, script, problems = [] } = props;
  const { say, pack } = shell;
  const day = (at: Date): string => formatDate(dayOf(at, pack.timeZone));
  return (
    <Frame
      shell={shell}
      title={say(w.passkeysTitle)}
      lead={say(w.passkeysLead)}
      back={{ href: paths.account }}
      scripts={[script]}
      errors={summaryOf(say, problems)}
    >
      <DataTable
        say={say}
        caption={say(w.passkeysTitle)}
        rows={passkeys}
        empty={<EmptyState>{say(w.noPasskeys)}</EmptyState>}
        columns={[
          { key: "name", head: say(w.device), cell: (row) => row.name },
          { key: "added", head: say(w.added), cell: (row) => day(row.createdAt) },
          { key: "used", head: say(w.used), cell: (row) => (row.usedAt === null ? say(w.notUsed) : day(row.usedAt)) },
          {
            key: "act",
            head: say(w.act),
            headHidden: true,
            cell: (row) => (
              <ActionForm
                action={paths.passkeyRemove}
                csrf={shell.formToken}
                hidden={{ passkey: row.id }}
                text={say(w.remove)}
                variant="secondary"
                size="small"
              />
            ),
          },
        ]}
      />
      <AddForm {...props} />
    </Frame>
  );
}
