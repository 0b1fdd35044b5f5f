/** An e-mail as plain text, the way it is read. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { maskAddress } from "#kernel/conversation/address.ts";
import { formatDateTime } from "#platform/ui/format.ts";
import { SummaryList } from "#platform/ui/lists.tsx";
import { Card, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { ListedMessage } from "../queries.ts";
import { w } from "../words-phone.ts";
import { w as words } from "../words.ts";
import { Lines } from "./lines.tsx";

export interface MailProps {
  readonly shell: Shell;
  readonly message: ListedMessage;
  /** Null: the reader may not see it, or it was erased. */
  readonly text: string | null;
}

export function MailView({ shell, message, text }: MailProps): VNode {
  const { say, pack } = shell;
  const refusal = say(message.erased ? words.erased : words.hidden);
  return (
    <Frame shell={shell} title={say(w.mailTitle)} lead={say(w.mailLead)} current={paths.list} back={{ href: paths.message(message.id) }}>
      <SummaryList
        rows={[
          message.address !== null && { key: say(w.mailTo), value: maskAddress("email", message.address) },
          text !== null && message.title !== null && { key: say(w.mailSubject), value: message.title },
          { key: say(w.mailDate), value: formatDateTime(message.at, pack.timeZone) },
        ]}
      />
      <Section id="said" title={say(words.said)} titleHidden>
        <Card>{text === null ? <p>{refusal}</p> : <Lines text={text} lang={message.language} />}</Card>
      </Section>
    </Frame>
  );
}
