/** How anyone can check the journal: the last seal, how to keep it, how to ask for a proof. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { Button, Input } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Card, Columns, EmptyState, Figure, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

export interface PublicProps {
  readonly shell: Shell;
  readonly seal: { readonly size: number; readonly signedAt: Date; readonly root: string; readonly note: string } | null;
}

function Seal({ shell, seal }: { readonly shell: Shell; readonly seal: NonNullable<PublicProps["seal"]> }): VNode {
  const { say, language, pack } = shell;
  return (
    <Columns>
      <Card>
        <Figure value={formatNumber(seal.size, language)} label={say(w.entries)}>
          <p>{say(w.sealedAt, { at: formatDateTime(seal.signedAt, pack.timeZone) })}</p>
        </Figure>
        <p class="in-small">{say(w.root)}</p>
        <p class="in-code">{seal.root}</p>
      </Card>
      <Card>
        <h3>{say(w.note)}</h3>
        <p>{say(w.noteHint)}</p>
        <pre class="in-code">{seal.note}</pre>
        <MoreLinks>
          <Link href={paths.checkpoint}>{say(w.downloadNote)}</Link>
          <Link href={paths.key}>{say(w.downloadKey)}</Link>
        </MoreLinks>
      </Card>
    </Columns>
  );
}

export function PublicView({ shell, seal }: PublicProps): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.title)} lead={say(w.lead)}>
      <Section id="seal" title={say(w.seal)}>
        {seal === null ? <EmptyState>{say(w.noSeal)}</EmptyState> : <Seal shell={shell} seal={seal} />}
      </Section>
      <Section id="how" title={say(w.how)}>
        <ol class="govuk-list govuk-list--number in-read">
          <li>{say(w.how1)}</li>
          <li>{say(w.how2)}</li>
          <li>{say(w.how3)}</li>
        </ol>
        <p class="in-read">{say(w.personal)}</p>
        <form action={paths.proof} class="in-read">
          <Input say={say} name="entry" inputmode="numeric" width={10} label={say(w.proofLabel)} hint={say(w.proofHint)} />
          <Button variant="secondary">{say(w.getProof)}</Button>
        </form>
      </Section>
    </Frame>
  );
}
